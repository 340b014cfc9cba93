package org.imipagent.settings;

import java.time.Duration;
import java.util.regex.Pattern;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Times;
import org.jspecify.annotations.Nullable;

/** Durations as iCalendar writes them (RFC 5545, section 3.3.6), without sign. */
public final class Durations {
    private static final long LONGEST = Duration.ofDays(3660).toSeconds();

    private Durations() {}

    /** The units in their order, and weeks alone. */
    private static final Pattern FORM =
            Pattern.compile(
                    "P(?:\\d+W|(?=.)(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)");

    /** A duration greater than nothing and not over ten years; null for what is none. */
    public static @Nullable Duration parse(String text) {
        CalendarTime.Span span =
                text.length() <= 30 && FORM.matcher(text).matches() ? Times.duration(text) : null;
        Duration duration = span == null ? Duration.ZERO : span.time().plusDays(span.days());
        return duration.isPositive() && duration.toSeconds() <= LONGEST ? duration : null;
    }

    public static String write(Duration duration) {
        long days = duration.toDays();
        var time = new StringBuilder();
        part(time, duration.toHoursPart(), 'H');
        // 1H and 5S are PT1H0M5S: hours and seconds have minutes between them.
        boolean between =
                duration.toHoursPart() > 0
                        && duration.toMinutesPart() == 0
                        && duration.toSecondsPart() > 0;
        time.append(between ? "0M" : "");
        part(time, duration.toMinutesPart(), 'M');
        part(time, duration.toSecondsPart(), 'S');
        return "P" + (days > 0 ? days + "D" : "") + (time.isEmpty() ? "" : "T" + time);
    }

    private static void part(StringBuilder time, int number, char unit) {
        if (number > 0) {
            time.append(number).append(unit);
        }
    }
}
