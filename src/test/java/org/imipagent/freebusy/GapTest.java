package org.imipagent.freebusy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.Gap.Slot;
import org.junit.jupiter.api.Test;

/** Times to meet, also against a plain search over every minute. */
class GapTest {

    private static final Grid HALVES = Grid.of(List.of(), List.of(0, 30), List.of(0), Zone.UTC);
    private static final Instant DAY = Instant.parse("2026-11-30T00:00:00Z");
    private static final Window WHOLE = new Window(DAY, DAY.plus(Duration.ofHours(24)));

    private static Instant at(int hour, int minute) {
        return DAY.plus(Duration.ofMinutes(hour * 60L + minute));
    }

    private static FreeBusy busy(BusyPeriod... periods) {
        return new FreeBusy(WHOLE.from(), WHOLE.to(), List.of(periods));
    }

    private static BusyPeriod from(int hour, int minute, int toHour, int toMinute) {
        return new BusyPeriod(at(hour, minute), at(toHour, toMinute), Busy.BUSY);
    }

    @Test
    void gapsFollowEachOtherWhereNobodyIsBusy() {
        var anna = busy(from(0, 0, 9, 0), from(10, 15, 11, 0), from(14, 0, 24, 0));
        var bo = busy(from(12, 0, 13, 0));
        assertEquals(
                List.of(
                        new Slot(at(9, 0), at(10, 0), 0),
                        new Slot(at(11, 0), at(12, 0), 0),
                        new Slot(at(13, 0), at(14, 0), 0)),
                Gap.all(List.of(anna, bo), Duration.ofHours(1), WHOLE, HALVES, 10));
    }

    @Test
    void noMoreAreToldThanAreWanted() {
        assertEquals(2, Gap.all(List.of(busy()), Duration.ofMinutes(30), WHOLE, HALVES, 2).size());
    }

    @Test
    void whereNothingSuitsAllWhatSuitsMostComesFirst() {
        var anna = busy(from(0, 0, 12, 0));
        var bo = busy(from(12, 0, 24, 0));
        var cy = busy(from(0, 0, 10, 0), from(12, 0, 24, 0));
        var people = List.of(anna, bo, cy);
        assertEquals(List.of(), Gap.all(people, Duration.ofHours(2), WHOLE, HALVES, 10));
        assertEquals(
                List.of(new Slot(at(10, 0), at(12, 0), 1), new Slot(at(0, 0), at(2, 0), 2)),
                Gap.best(people, Duration.ofHours(2), WHOLE, HALVES, 2));
    }

    @Test
    void whenNobodyCouldComeIsNotOffered() {
        var away = busy(from(0, 0, 24, 0));
        assertEquals(
                List.of(), Gap.best(List.of(away, away), Duration.ofHours(1), WHOLE, HALVES, 5));
    }

    @Test
    void aSearchOverEveryHalfHourFindsTheSame() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var people = new ArrayList<FreeBusy>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                people.add(random(random));
            }
            Duration length = Duration.ofMinutes(30L * (1 + random.nextInt(4)));
            List<Slot> found = Gap.all(people, length, WHOLE, HALVES, 100);
            var expected = new ArrayList<Slot>();
            Instant start = WHOLE.from();
            while (!start.plus(length).isAfter(WHOLE.to())) {
                if (isFree(people, start, start.plus(length))) {
                    expected.add(new Slot(start, start.plus(length), 0));
                    start = start.plus(length);
                } else {
                    start = start.plus(Duration.ofMinutes(30));
                }
            }
            assertEquals(expected, found, "seed " + seed);
            for (Slot slot : Gap.best(people, length, WHOLE, HALVES, 3)) {
                int busy = 0;
                for (FreeBusy person : people) {
                    busy += isFree(List.of(person), slot.start(), slot.end()) ? 0 : 1;
                }
                assertEquals(busy, slot.busy(), "seed " + seed);
                assertTrue(found.isEmpty() || busy == 0 || found.size() < 3, "seed " + seed);
            }
        }
    }

    private static FreeBusy random(Random random) {
        var periods = new ArrayList<BusyPeriod>();
        for (int i = 0; i < random.nextInt(6); i++) {
            int start = random.nextInt(23 * 60);
            periods.add(
                    new BusyPeriod(
                            at(0, start), at(0, start + 1 + random.nextInt(59)), Busy.TENTATIVE));
        }
        return new FreeBusy(WHOLE.from(), WHOLE.to(), periods);
    }

    /** Minute by minute. */
    private static boolean isFree(List<FreeBusy> people, Instant from, Instant to) {
        for (FreeBusy person : people) {
            for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
                if (person.at(at) != Busy.FREE) {
                    return false;
                }
            }
        }
        return true;
    }
}
