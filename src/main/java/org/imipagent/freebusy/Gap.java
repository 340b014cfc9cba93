package org.imipagent.freebusy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.Validate;
import org.jspecify.annotations.Nullable;

/** Time in which several people are all free. */
public final class Gap {

    private Gap() {}

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
        Instant at = all.from();
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
