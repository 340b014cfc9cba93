package org.imipagent.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.imipagent.calendar.Occurrence;

/**
 * What a person has, read once for two days: a page of requests asks of each what else there is at
 * its times. Read wider, the rows between the times would cost more than the statements that look
 * them up: of a person with 20,000 events, 64 days are 900 rows.
 */
final class CalendarWindows {

    private static final long LENGTH = Duration.ofDays(2).toSeconds();

    private final BiFunction<Instant, Instant, List<Occurrence>> calendar;
    private final Map<Long, List<Occurrence>> read = new HashMap<>();

    /**
     * @param calendar gives what the person has in a window, by start
     */
    CalendarWindows(BiFunction<Instant, Instant, List<Occurrence>> calendar) {
        this.calendar = calendar;
    }

    /** The same as the calendar gives for [from, to). */
    List<Occurrence> occurrences(Instant from, Instant to) {
        long first = Math.floorDiv(from.getEpochSecond(), LENGTH);
        long last = Math.floorDiv(to.getEpochSecond(), LENGTH);
        if (!from.isBefore(to) || last - first > 1) {
            return calendar.apply(from, to);
        }
        var found = new ArrayList<Occurrence>();
        for (long number = first; number <= last; number++) {
            Instant start = start(number);
            for (Occurrence each : read(number)) {
                // What began before stands in the window before, too.
                boolean isNew = number == first || !each.start().isBefore(start);
                if (isNew && isWithin(each, from, to)) {
                    found.add(each);
                }
            }
        }
        return found;
    }

    private static boolean isWithin(Occurrence each, Instant from, Instant to) {
        return each.start().isBefore(to)
                && (each.end().isAfter(from) || !each.start().isBefore(from));
    }

    private List<Occurrence> read(long number) {
        return read.computeIfAbsent(
                number, key -> calendar.apply(start(number), start(number + 1)));
    }

    private static Instant start(long number) {
        return Instant.ofEpochSecond(number * LENGTH);
    }
}
