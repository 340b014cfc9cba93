package org.imipagent.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;

/** What else a person has at the time of an event. */
final class Overlaps {

    /** Occurrences further apart than this are not looked at together. */
    private static final Duration WINDOW = Duration.ofDays(62);

    private static final int MOST = 10;

    private Overlaps() {}

    /** Other events at these times, by start; those that are cancelled or declined do not count. */
    static List<Occurrence> of(PageContext context, String uid, List<Occurrence> times) {
        if (times.isEmpty()) {
            return List.of();
        }
        Instant from = times.getFirst().start();
        Instant to = from;
        for (Occurrence time : times) {
            if (time.start().isBefore(from.plus(WINDOW)) && time.end().isAfter(to)) {
                to = time.end();
            }
        }
        var overlaps = new ArrayList<Occurrence>();
        for (Occurrence other : context.schedule().occurrences(from, to)) {
            if (overlaps.size() < MOST && counts(other, uid) && overlapsAny(other, times)) {
                overlaps.add(other);
            }
        }
        return overlaps;
    }

    private static boolean counts(Occurrence other, String uid) {
        return !other.uid().equals(uid)
                && !other.cancelled()
                && other.participation() != Participation.DECLINED
                && other.participation() != Participation.DELEGATED;
    }

    private static boolean overlapsAny(Occurrence other, List<Occurrence> times) {
        for (Occurrence time : times) {
            if (other.start().isBefore(time.end()) && time.start().isBefore(other.end())) {
                return true;
            }
        }
        return false;
    }
}
