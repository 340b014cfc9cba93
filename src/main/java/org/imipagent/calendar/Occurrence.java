package org.imipagent.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time that an event takes place, as a calendar shows it: what is written beside the event when
 * it changes, so that a page need not read the event.
 *
 * @param id names it within a recurring event; null for an event that takes place once
 * @param start and end, exclusive; of a whole day in the zone of the person whose calendar it is
 * @param firstDay and dayAfter for an event of whole days; else null
 * @param participation the person's own, null where the person is not among the attendees
 */
public record Occurrence(
        String uid,
        @Nullable RecurrenceId id,
        Instant start,
        Instant end,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate dayAfter,
        String summary,
        String location,
        boolean cancelled,
        boolean organised,
        @Nullable Participation participation,
        Busy busy) {

    /** FBTYPE (RFC 5545, 3.2.9). */
    public enum Busy {
        FREE,
        TENTATIVE,
        BUSY,
        UNAVAILABLE
    }

    public Occurrence with(Busy busy) {
        return busy == this.busy
                ? this
                : new Occurrence(
                        uid,
                        id,
                        start,
                        end,
                        firstDay,
                        dayAfter,
                        summary,
                        location,
                        cancelled,
                        organised,
                        participation,
                        busy);
    }

    public boolean isWholeDays() {
        return firstDay != null;
    }
}
