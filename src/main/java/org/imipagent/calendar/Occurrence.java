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
 * @param appearance what else a calendar draws it by
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
        Busy busy,
        Appearance appearance) {

    /** One with nothing that would set it off from others. */
    public Occurrence(
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
        this(
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
                busy,
                participation == null && !organised ? Appearance.PLAIN : Appearance.SHARED);
    }

    /**
     * What the event says beside its time that a calendar draws it by.
     *
     * @param tentative STATUS:TENTATIVE (RFC 5545, 3.8.1.11): not certain to take place
     * @param shared whether others take part: an organiser or an attendee who is not the person
     * @param category the first of its CATEGORIES; "" for none
     * @param colour its COLOR (RFC 7986, 5.9); null for none
     */
    public record Appearance(
            boolean tentative, boolean shared, String category, @Nullable Colour colour) {
        public static final Appearance PLAIN = new Appearance(false, false, "", null);
        public static final Appearance SHARED = new Appearance(false, true, "", null);
    }

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
                        busy,
                        appearance);
    }

    public Occurrence with(Appearance appearance) {
        return new Occurrence(
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
                busy,
                appearance);
    }

    public boolean isWholeDays() {
        return firstDay != null;
    }
}
