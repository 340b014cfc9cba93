package org.imipagent.itip;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * The order of versions of the same event or occurrence: SEQUENCE, then DTSTAMP (RFC 5546, 2.1.5).
 */
enum Version {
    OLDER,
    SAME,
    NEWER;

    /** The second before the last that DTSTAMP can tell. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:58Z");

    static Version of(VEvent came, VEvent known) {
        VEvent kept = LocalMarks.counting(known, came.organiser());
        int counted = came.compareSequence(kept);
        if (counted != 0) {
            return counted < 0 ? OLDER : NEWER;
        }
        int order = came.stamp().compareTo(kept.stamp());
        return order < 0 ? OLDER : order == 0 ? SAME : NEWER;
    }

    /**
     * DTSTAMP of what is written now: later than that of the version before it, though a clock that
     * is ahead wrote that.
     */
    static Instant stamp(Instant now, @Nullable Instant before) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return before == null || second.isAfter(before) || before.isAfter(LAST)
                ? second
                : before.plusSeconds(1);
    }

    static Instant stamp(Instant now, @Nullable Event before) {
        Instant result = stamp(now, (Instant) null);
        for (VEvent part : before == null ? List.<VEvent>of() : before.parts()) {
            result = stamp(result, part.stamp());
        }
        return result;
    }

    static String compared(VEvent came, VEvent kept) {
        return "sequence "
                + came.sequenceText()
                + " of "
                + came.stamp()
                + ", the calendar has "
                + kept.sequenceText()
                + " of "
                + kept.stamp();
    }
}
