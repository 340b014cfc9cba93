package org.imipagent.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as iCalendar writes them (RFC 5545, section 3.3.6), without sign. */
final class Durations {
    private static final long LONGEST = Duration.ofDays(3660).toSeconds();

    private Durations() {}

    /** A duration greater than nothing and not over ten years; null for what is none. */
    static @Nullable Duration parse(String text) {
        if (!text.startsWith("P") || text.length() > 30) {
            return null;
        }
        // The units still allowed: they come in this order, and weeks alone.
        var units = "WDTHMS";
        long seconds = 0;
        long number = -1;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.min(LONGEST, Math.max(0, number) * 10 + c - '0');
                continue;
            }
            int unit = units.indexOf(c);
            boolean date = units.indexOf('T') >= 0;
            if (unit < 0
                    || (c == 'T') != (number < 0)
                    || (c != 'T' && date != (c == 'W' || c == 'D'))) {
                return null;
            }
            seconds += c == 'T' ? 0 : number * secondsOf(c);
            number = -1;
            units = c == 'W' ? "" : units.substring(unit + 1);
        }
        boolean whole = number < 0 && !text.endsWith("T");
        return whole && seconds > 0 && seconds <= LONGEST ? Duration.ofSeconds(seconds) : null;
    }

    private static long secondsOf(char unit) {
        return switch (unit) {
            case 'W' -> 7 * 86_400;
            case 'D' -> 86_400;
            case 'H' -> 3_600;
            case 'M' -> 60;
            default -> 1;
        };
    }

    static String write(Duration duration) {
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
