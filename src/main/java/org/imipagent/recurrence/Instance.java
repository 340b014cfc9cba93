package org.imipagent.recurrence;

import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * One time that an event takes place.
 *
 * @param id names it within a recurring event; null for an event that takes place once
 * @param part that speaks for it: the master, or a changed occurrence, which may be cancelled
 * @param end exclusive
 */
public record Instance(
        @Nullable RecurrenceId id, VEvent part, CalendarTime start, CalendarTime end) {

    /** The same time, where another part speaks for it. */
    Instance of(VEvent speaking) {
        return new Instance(id, speaking, start, end);
    }
}
