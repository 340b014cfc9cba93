package org.imipagent.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Names one occurrence of a recurring event by its original start (RFC 5545, 3.8.4.4), so that the
 * same occurrence has the same name whichever zone the sender wrote it in: an instant in UTC
 * ({@code 20141113T230000Z}), else a day ({@code 20141114}) or a floating time ({@code
 * 20141114T000000}).
 */
public record RecurrenceId(String text) implements Comparable<RecurrenceId> {

    public static RecurrenceId of(CalendarTime original) {
        return new RecurrenceId(text(original));
    }

    private static String text(CalendarTime original) {
        if (original instanceof CalendarTime.Day(var date)) {
            return Times.date(date);
        }
        return original instanceof CalendarTime.Zoned zoned
                ? Times.dateTime(Zone.UTC.local(zoned.zone().instant(zoned.local()))) + "Z"
                : Times.dateTime(original.wall());
    }

    /** Reads the text form, as it stands in links; null when it is none. */
    public static @Nullable RecurrenceId read(String text) {
        CalendarTime time = Times.read(text, null, Zones.NONE);
        return time == null ? null : of(time);
    }

    /** Not where UTC is in a year that has not four digits. */
    public boolean canBeRead() {
        return Times.read(text, null, Zones.NONE) != null;
    }

    public CalendarTime time() {
        CalendarTime time = Times.read(text, null, Zones.NONE);
        if (time == null) {
            throw new IllegalStateException("not a recurrence id: " + text);
        }
        return time;
    }

    public Instant instant(Zone own) {
        return time().instant(own);
    }

    @Override
    public int compareTo(RecurrenceId other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecurrenceId id && id.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
