package org.imipagent.freebusy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is busy between two instants: periods in order, disjoint, none touching another of
 * the same kind, none free. Where two meet the stronger counts: unavailable, then busy, then
 * tentative. Outside of the window nothing is known.
 */
public record FreeBusy(Instant from, Instant to, List<BusyPeriod> periods) {

    /** Of whatever periods there are: in any order, overlapping as they like. */
    public FreeBusy {
        periods = isInOrder(periods, from, to) ? List.copyOf(periods) : union(periods, from, to);
    }

    private static boolean isInOrder(List<BusyPeriod> periods, Instant from, Instant to) {
        Instant end = from;
        Busy busy = Busy.FREE;
        for (BusyPeriod period : periods) {
            boolean apart = period.start().isAfter(end);
            boolean touches = period.start().equals(end) && period.busy() != busy;
            if (period.busy() == Busy.FREE || !(apart || touches)) {
                return false;
            }
            end = period.end();
            busy = period.busy();
        }
        return periods.isEmpty() || !end.isAfter(to);
    }

    /** The union of what takes place, cut at the window's edges. O(n log n). */
    public static FreeBusy of(List<Occurrence> occurrences, Instant from, Instant to) {
        var claims = occurrences.stream().map(Claim::of).toList();
        return new FreeBusy(from, to, Sweep.periods(claims, from, to, 1));
    }

    private static List<BusyPeriod> union(List<BusyPeriod> periods, Instant from, Instant to) {
        var claims = new ArrayList<Claim>(periods.size());
        for (BusyPeriod period : periods) {
            claims.add(new Claim(period.start(), period.end(), period.busy(), "", null, null));
        }
        return Sweep.periods(claims, from, to, 1);
    }

    /** When one of the two is busy, in the time that both know. */
    public FreeBusy merge(FreeBusy other) {
        Instant start = later(from, other.from);
        Instant end = later(start, earlier(to, other.to));
        var both = new ArrayList<>(periods);
        both.addAll(other.periods);
        return new FreeBusy(start, end, both);
    }

    /** Without the time in which another is busy. O(n + m). */
    public FreeBusy subtract(FreeBusy other) {
        var left = new ArrayList<BusyPeriod>();
        int next = 0;
        for (BusyPeriod period : periods) {
            Instant start = period.start();
            while (next < other.periods.size() && !other.periods.get(next).end().isAfter(start)) {
                next++;
            }
            for (int i = next; i < other.periods.size(); i++) {
                BusyPeriod taken = other.periods.get(i);
                if (!taken.start().isBefore(period.end())) {
                    break;
                }
                if (taken.busy() != Busy.FREE) {
                    add(left, start, taken.start(), period.busy());
                    start = later(start, taken.end());
                }
            }
            add(left, start, period.end(), period.busy());
        }
        return new FreeBusy(from, to, left);
    }

    private static void add(List<BusyPeriod> periods, Instant start, Instant end, Busy busy) {
        if (start.isBefore(end)) {
            periods.add(new BusyPeriod(start, end, busy));
        }
    }

    /** How busy somebody is at an instant; free where nothing is known. O(log n). */
    public Busy at(Instant instant) {
        BusyPeriod first = after(instant);
        return first == null || first.start().isAfter(instant) ? Busy.FREE : first.busy();
    }

    /** Whether nothing is known to be in [from, to), which is not empty. O(log n). */
    public boolean isFree(Instant from, Instant to) {
        BusyPeriod first = after(from);
        return first == null || !first.start().isBefore(to);
    }

    /** The first period that is not over at an instant; null for none. O(log n). */
    @Nullable BusyPeriod after(Instant instant) {
        int first = endingAfter(instant);
        return first == periods.size() ? null : periods.get(first);
    }

    private int endingAfter(Instant instant) {
        int low = 0;
        int high = periods.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (periods.get(middle).end().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
