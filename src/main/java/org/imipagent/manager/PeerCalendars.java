package org.imipagent.manager;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.imipagent.agent.PeerSchedule;
import org.imipagent.agent.Resources;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.ReadTransaction;

/**
 * What a person may know of other people's time.
 *
 * @param known as it is kept
 * @param read looks up and keeps what others publish elsewhere; why it could not be had, by person
 * @param resources what everybody may book
 */
public record PeerCalendars(
        BiFunction<ReadTransaction, PeerSchedule.Question, List<PeerSchedule>> known,
        BiFunction<CalendarAddress, List<CalendarAddress>, Map<CalendarAddress, String>> read,
        Function<ReadTransaction, Resources> resources) {}
