package org.imipagent.settings;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.settings.Checked.Bad;
import org.imipagent.settings.Checked.Good;
import org.jspecify.annotations.Nullable;

/**
 * The points in time at which events may start and end: MINUTES, HOURS:MINUTES or
 * HOURS:MINUTES:SECONDS, each a list with commas, an empty one for every value.
 *
 * @param text as it was written
 * @param hours the hours, sorted; none for every hour; so the others
 */
public record PermittedTimes(
        String text, List<Integer> hours, List<Integer> minutes, List<Integer> seconds) {
    public PermittedTimes {
        hours = List.copyOf(hours);
        minutes = List.copyOf(minutes);
        seconds = List.copyOf(seconds);
    }

    /** Whether something may start or end at this time of day. */
    public boolean allow(LocalTime time) {
        return (hours.isEmpty() || hours.contains(time.getHour()))
                && (minutes.isEmpty() || minutes.contains(time.getMinute()))
                && (seconds.isEmpty() || seconds.contains(time.getSecond()))
                && time.getNano() == 0;
    }

    static Checked<PermittedTimes> parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length > 3) {
            return wrong(text);
        }
        var hours = numbers(parts.length == 1 ? "" : parts[0], 23);
        var minutes = numbers(parts[parts.length == 1 ? 0 : 1], 59);
        // Without seconds a point in time is a full minute.
        var seconds = numbers(parts.length == 3 ? parts[2] : "0", 59);
        return hours == null || minutes == null || seconds == null
                ? wrong(text)
                : new Good<>(new PermittedTimes(text, hours, minutes, seconds));
    }

    private static Checked<PermittedTimes> wrong(String text) {
        return new Bad<>(
                "must be minutes such as 0,15,30,45, or hours and minutes such as 10,12,14:0,30; not '"
                        + text
                        + "'");
    }

    private static @Nullable List<Integer> numbers(String text, int most) {
        var numbers = new ArrayList<Integer>();
        for (var word : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            boolean digits = !word.isEmpty() && word.length() <= 2 && Letters.isDigits(word);
            if (!digits || Integer.parseInt(word) > most) {
                return null;
            }
            numbers.add(Integer.parseInt(word));
        }
        return numbers.stream().sorted().distinct().toList();
    }
}
