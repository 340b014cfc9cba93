package org.imipagent.freebusy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.Validate;
import org.jspecify.annotations.Nullable;

/** Time in which several people are all free, or as many of them as can be. */
public final class Gap {

    private Gap() {}

    /**
     * A time to meet.
     *
     * @param busy how many of the people are not free then
     */
    public record Slot(Instant start, Instant end, int busy) {}

    /**
     * The gaps of a length, one after the other, none overlapping another, by time.
     *
     * @param most are told
     */
    public static List<Slot> all(
            List<FreeBusy> people, Duration length, Window window, Grid grid, int most) {
        Validate.isTrue(length.isPositive(), "gaps without length: %s", length);
        var slots = new ArrayList<Slot>();
        FreeBusy all = together(people, window.from(), window.to());
        Instant from = all.from();
        while (slots.size() < most) {
            Instant start = first(all, length, from, grid);
            if (start == null) {
                break;
            }
            from = start.plus(length);
            slots.add(new Slot(start, from, 0));
        }
        return slots;
    }

    /**
     * The times at which the fewest people are busy, none overlapping another: fewest first, then
     * by time. At which nobody could come are left out.
     *
     * @param most are told
     */
    public static List<Slot> best(
            List<FreeBusy> people, Duration length, Window window, Grid grid, int most) {
        Validate.isTrue(length.isPositive(), "gaps without length: %s", length);
        var best = new ArrayList<Slot>();
        List<Slot> all = counted(people, length, window, grid);
        for (int busy = 0; busy < people.size(); busy++) {
            for (Slot slot : all) {
                if (slot.busy() == busy && best.size() < most && isApart(slot, best)) {
                    best.add(slot);
                }
            }
        }
        return best;
    }

    private static List<Slot> counted(
            List<FreeBusy> people, Duration length, Window window, Grid grid) {
        var slots = new ArrayList<Slot>();
        Instant last = window.to().minus(length).plusNanos(1);
        Instant start = grid.next(window.from(), last);
        while (start != null) {
            Instant end = start.plus(length);
            int busy = 0;
            for (FreeBusy person : people) {
                busy += person.isFree(start, end) ? 0 : 1;
            }
            slots.add(new Slot(start, end, busy));
            start = grid.next(start.plusSeconds(1), last);
        }
        return slots;
    }

    private static boolean isApart(Slot slot, List<Slot> others) {
        for (Slot other : others) {
            if (slot.start().isBefore(other.end()) && other.start().isBefore(slot.end())) {
                return false;
            }
        }
        return true;
    }

    /**
     * When the first gap of a length begins that nobody's busy time, of any kind, reaches into.
     *
     * @param people whose time it takes; only in what all of them know is looked
     * @param to the gap ends at this instant at the latest
     * @param grid where it must begin and end; null for anywhere
     * @return null where there is none
     */
    public static @Nullable Instant first(
            List<FreeBusy> people, Duration length, Instant from, Instant to, @Nullable Grid grid) {
        Validate.isTrue(!length.isNegative(), "a length below nothing: %s", length);
        FreeBusy all = together(people, from, to);
        return first(all, length, all.from(), grid);
    }

    private static @Nullable Instant first(
            FreeBusy all, Duration length, Instant from, @Nullable Grid grid) {
        Instant at = from;
        while (!at.plus(length).isAfter(all.to())) {
            // One nanosecond more, because the last instant itself is a place to begin.
            Instant start = grid == null ? at : grid.next(at, all.to().minus(length).plusNanos(1));
            if (start == null) {
                return null;
            }
            Instant end = start.plus(length);
            BusyPeriod inTheWay = all.after(start);
            if (inTheWay != null && blocks(inTheWay, start, end)) {
                at = inTheWay.end();
            } else if (grid == null || grid.permits(end)) {
                return start;
            } else {
                at = start.plusSeconds(1);
            }
        }
        return null;
    }

    /** A gap without length must lie outside of busy time, too; where one ends is outside. */
    private static boolean blocks(BusyPeriod period, Instant start, Instant end) {
        return period.start().isBefore(end) || !period.start().isAfter(start);
    }

    private static FreeBusy together(List<FreeBusy> people, Instant from, Instant to) {
        Instant start = from;
        Instant end = to;
        var periods = new ArrayList<BusyPeriod>();
        for (FreeBusy person : people) {
            start = FreeBusy.later(start, person.from());
            end = FreeBusy.earlier(end, person.to());
            periods.addAll(person.periods());
        }
        return new FreeBusy(start, FreeBusy.later(start, end), periods);
    }
}
