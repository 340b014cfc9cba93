package org.imipagent.freebusy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.junit.jupiter.api.Test;

class FreeBusyTest {

    @Test
    void whatTouchesOrOverlapsIsOnePeriod() {
        assertEquals(
                List.of(period(10, 40, Busy.BUSY)),
                periods(at(10, 20, Busy.BUSY), at(20, 30, Busy.BUSY), at(15, 40, Busy.BUSY)));
    }

    @Test
    void theStrongerKindShowsWhereTwoOverlap() {
        assertEquals(
                List.of(
                        period(10, 20, Busy.TENTATIVE),
                        period(20, 30, Busy.BUSY),
                        period(30, 40, Busy.TENTATIVE)),
                periods(at(10, 40, Busy.TENTATIVE), at(20, 30, Busy.BUSY)));
    }

    @Test
    void whatIsFreeOrHasNoLengthIsNotThere() {
        assertEquals(List.of(), periods(at(10, 20, Busy.FREE), at(30, 30, Busy.BUSY)));
    }

    @Test
    void theWindowCuts() {
        assertEquals(
                List.of(period(0, 5, Busy.BUSY), period(95, 100, Busy.BUSY)),
                periods(at(-10, 5, Busy.BUSY), at(95, 200, Busy.BUSY), at(100, 120, Busy.BUSY)));
    }

    /** Every second is as the strongest of what covers it says, for many random calendars. */
    @Test
    void itIsTheUnionOfWhatItCameFrom() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var occurrences = new ArrayList<Occurrence>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                int start = random.nextInt(110) - 5;
                occurrences.add(
                        at(
                                start,
                                start + random.nextInt(30),
                                List.of(Busy.values()).get(random.nextInt(4))));
            }
            var freeBusy = FreeBusy.of(occurrences, second(0), second(100));
            for (int i = 0; i < 100; i++) {
                assertEquals(
                        strongest(occurrences, second(i)),
                        said(freeBusy, second(i)),
                        "round " + round + " second " + i);
            }
            for (int i = 1; i < freeBusy.periods().size(); i++) {
                var before = freeBusy.periods().get(i - 1);
                var after = freeBusy.periods().get(i);
                assertTrue(
                        before.end().isBefore(after.start())
                                || (before.end().equals(after.start())
                                        && before.busy() != after.busy()));
            }
        }
    }

    private static Busy strongest(List<Occurrence> occurrences, Instant at) {
        Busy strongest = Busy.FREE;
        for (Occurrence each : occurrences) {
            boolean covers = !at.isBefore(each.start()) && at.isBefore(each.end());
            if (covers && each.busy().compareTo(strongest) > 0) {
                strongest = each.busy();
            }
        }
        return strongest;
    }

    private static Busy said(FreeBusy freeBusy, Instant at) {
        for (BusyPeriod period : freeBusy.periods()) {
            if (!at.isBefore(period.start()) && at.isBefore(period.end())) {
                return period.busy();
            }
        }
        return Busy.FREE;
    }

    private static List<BusyPeriod> periods(Occurrence... occurrences) {
        return FreeBusy.of(List.of(occurrences), second(0), second(100)).periods();
    }

    private static BusyPeriod period(int from, int to, Busy busy) {
        return new BusyPeriod(second(from), second(to), busy);
    }

    private static Instant second(int second) {
        return Instant.ofEpochSecond(1_800_000_000L + second);
    }

    private static Occurrence at(int from, int to, Busy busy) {
        return new Occurrence(
                "uid",
                null,
                second(from),
                second(to),
                null,
                null,
                "",
                "",
                false,
                false,
                null,
                busy);
    }
}
