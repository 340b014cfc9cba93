package org.imipagent.store;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/**
 * A counter-proposal as it is kept.
 *
 * @param id of the occurrence it is about; null for the whole event
 * @param text the iCalendar text of what is proposed
 */
public record KeptCounter(
        String uid,
        @Nullable RecurrenceId id,
        CalendarAddress from,
        Instant arrived,
        String text) {}
