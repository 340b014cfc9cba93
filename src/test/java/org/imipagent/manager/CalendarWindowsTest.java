package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.imipagent.calendar.Occurrence;
import org.junit.jupiter.api.Test;

/** A calendar read in windows shows what it shows without them. */
class CalendarWindowsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant any(Random random, int days) {
        return START.plus(Duration.ofHours(random.nextInt(days * 24)));
    }

    private static List<Occurrence> calendar(Random random) {
        var all = new ArrayList<Occurrence>();
        for (int i = 0; i < 300; i++) {
            Instant start = any(random, 400);
            Instant end = start.plus(Duration.ofHours(random.nextInt(i % 10 == 0 ? 5000 : 4)));
            all.add(
                    new Occurrence(
                            "event" + i,
                            null,
                            start,
                            end,
                            null,
                            null,
                            "",
                            "",
                            false,
                            false,
                            null,
                            Occurrence.Busy.BUSY));
        }
        all.sort(
                Comparator.comparing(Occurrence::start)
                        .thenComparing(Occurrence::end)
                        .thenComparing(Occurrence::uid));
        return all;
    }

    /** As {@link org.imipagent.store.ReadTransaction#occurrences} says. */
    private static List<Occurrence> between(List<Occurrence> all, Instant from, Instant to) {
        return from.isBefore(to)
                ? all.stream()
                        .filter(each -> each.start().isBefore(to))
                        .filter(each -> each.end().isAfter(from) || !each.start().isBefore(from))
                        .toList()
                : List.of();
    }

    @Test
    void theSameIsFoundAndReadOnce() {
        var random = new Random(5);
        List<Occurrence> all = calendar(random);
        var reads = new ArrayList<Instant>();
        var windows =
                new CalendarWindows(
                        (from, to) -> {
                            reads.add(from);
                            return between(all, from, to);
                        });
        for (int i = 0; i < 2000; i++) {
            Instant from = any(random, 400);
            Instant to = from.plus(Duration.ofHours(1 + random.nextInt(40)));
            assertEquals(between(all, from, to), windows.occurrences(from, to));
        }
        assertTrue(reads.size() <= 202, reads.size() + " reads of 402 days");
    }

    @Test
    void aLongTimeIsReadByItself() {
        List<Occurrence> all = calendar(new Random(6));
        var windows = new CalendarWindows((from, to) -> between(all, from, to));
        Instant end = START.plus(Duration.ofDays(300));
        assertEquals(between(all, START, end), windows.occurrences(START, end));
    }
}
