package org.imipagent.manager;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place, field by field, as a browser has it.
 *
 * @param endDate the last day, also of an event of whole days
 */
public record EventTimes(
        boolean allDay, String startDate, String startTime, String endDate, String endTime) {

    /** The fields of the form. */
    static final List<String> FIELDS = List.of("start-date", "start-time", "end-date", "end-time");

    /** The field of the form with {@link #text}. */
    static final String FIELD = "made-with";

    boolean isSame(EventTimes other) {
        return allDay == other.allDay
                && startDate.equals(other.startDate)
                && endDate.equals(other.endDate)
                && (allDay || (startTime.equals(other.startTime) && endTime.equals(other.endTime)));
    }

    /** As a form carries the times that it was made with. */
    public String text() {
        return (allDay ? "days " : "hours ")
                + String.join(" ", startDate, startTime, endDate, endTime);
    }

    /** Of {@link #text}; null where it is none. */
    static @Nullable EventTimes read(String text) {
        String[] words = text.split(" ", 6);
        return words.length == 5
                ? new EventTimes(words[0].equals("days"), words[1], words[2], words[3], words[4])
                : null;
    }

    /**
     * With the end moved along with the start, where that alone was changed.
     *
     * @param shown what the form was made with
     */
    EventTimes following(EventTimes shown) {
        boolean isEndKept =
                endDate.equals(shown.endDate) && (allDay || endTime.equals(shown.endTime));
        if (!isEndKept || isSameStart(shown)) {
            return this;
        }
        return allDay || shown.allDay ? byDays(shown) : byTime(shown);
    }

    private boolean isSameStart(EventTimes shown) {
        return startDate.equals(shown.startDate)
                && (allDay || shown.allDay || startTime.equals(shown.startTime));
    }

    private EventTimes byDays(EventTimes shown) {
        LocalDate was = CalendarPage.read(shown.startDate);
        LocalDate is = CalendarPage.read(startDate);
        LocalDate end = CalendarPage.read(endDate);
        if (was == null || is == null || end == null) {
            return this;
        }
        LocalDate moved = end.plusDays(ChronoUnit.DAYS.between(was, is));
        return new EventTimes(allDay, startDate, startTime, moved.toString(), endTime);
    }

    private EventTimes byTime(EventTimes shown) {
        LocalDateTime was = moment(shown.startDate, shown.startTime);
        LocalDateTime is = moment(startDate, startTime);
        LocalDateTime end = moment(endDate, endTime);
        return was == null || is == null || end == null
                ? this
                : withEnd(end.plus(Duration.between(was, is)));
    }

    private EventTimes withEnd(LocalDateTime end) {
        return new EventTimes(
                allDay,
                startDate,
                startTime,
                end.toLocalDate().toString(),
                end.toLocalTime().toString());
    }

    /** With an end so many days later. */
    EventTimes longer(long days) {
        LocalDate end = CalendarPage.read(endDate);
        return end == null
                ? this
                : new EventTimes(
                        allDay, startDate, startTime, end.plusDays(days).toString(), endTime);
    }

    /** So many days later, start and end. */
    EventTimes later(long days) {
        LocalDate start = CalendarPage.read(startDate);
        LocalDate end = CalendarPage.read(endDate);
        return start == null || end == null
                ? this
                : new EventTimes(
                        allDay,
                        start.plusDays(days).toString(),
                        startTime,
                        end.plusDays(days).toString(),
                        endTime);
    }

    /** Null where it is no time. */
    @Nullable LocalDateTime start() {
        return moment(startDate, startTime);
    }

    /** The same of the end. */
    @Nullable LocalDateTime end() {
        return moment(endDate, endTime);
    }

    private static @Nullable LocalDateTime moment(String date, String time) {
        LocalDate day = CalendarPage.read(date);
        LocalTime clock = clock(time);
        return day == null || clock == null ? null : day.atTime(clock);
    }

    /** A time {@code 14:00} as browsers send it; null where it is none. */
    static @Nullable LocalTime clock(String text) {
        boolean isPlain = text.length() == 5 || text.length() == 8;
        if (!isPlain || text.charAt(2) != ':' || (text.length() == 8 && text.charAt(5) != ':')) {
            return null;
        }
        try {
            return LocalTime.of(
                    Integer.parseInt(text.substring(0, 2)),
                    Integer.parseInt(text.substring(3, 5)),
                    text.length() == 8 ? Integer.parseInt(text.substring(6)) : 0);
        } catch (NumberFormatException | DateTimeException none) {
            return null;
        }
    }
}
