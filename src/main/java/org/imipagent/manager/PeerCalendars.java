package org.imipagent.manager;

import java.time.Instant;
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
 * @param ask asks people by mail, up to an instant; those who got mail
 * @param read looks up and keeps what others publish elsewhere; why it could not be had, by person
 * @param resources what everybody may book
 */
public record PeerCalendars(
        BiFunction<ReadTransaction, PeerSchedule.Question, List<PeerSchedule>> known,
        BiFunction<CalendarAddress, List<CalendarAddress>, Map<CalendarAddress, String>> read,
        Function<ReadTransaction, Resources> resources,
        Function<Question, List<CalendarAddress>> ask) {

    /**
     * Whom to ask for their free/busy.
     *
     * @param until what is asked goes as far at least
     */
    public record Question(CalendarAddress user, List<CalendarAddress> people, Instant until) {
        public Question {
            people = List.copyOf(people);
        }
    }
}
