package org.imipagent.freebusy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;

/**
 * What else a person has at the time of an event: one rule for what a page shows and what a mail
 * tells. What is cancelled or declined, takes no time or is not answered yet is no conflict.
 */
public final class Conflicts {

    /** As many are named. */
    private static final int MOST = 10;

    /** Times further from the first than this are not looked at together. */
    private static final Duration TOGETHER = Duration.ofDays(62);

    private Conflicts() {}

    /**
     * The other events at some times, by start.
     *
     * @param uid of the event itself, which is no conflict
     * @param times by start
     * @param calendar gives what the person has in a window
     */
    public static List<Occurrence> of(
            String uid,
            List<Window> times,
            BiFunction<Instant, Instant, List<Occurrence>> calendar) {
        if (times.isEmpty()) {
            return List.of();
        }
        Instant from = times.getFirst().from();
        Instant to = from;
        for (Window time : times) {
            if (time.from().isBefore(from.plus(TOGETHER)) && time.to().isAfter(to)) {
                to = time.to();
            }
        }
        var conflicts = new ArrayList<Occurrence>();
        for (Occurrence other : calendar.apply(from, to)) {
            if (conflicts.size() < MOST && isTaken(other, uid) && meetsAny(other, times)) {
                conflicts.add(other);
            }
        }
        return conflicts;
    }

    /** The times of an event at which a conflict matters: those that take place for the person. */
    public static List<Window> times(List<Occurrence> occurrences) {
        return occurrences.stream()
                .filter(each -> !each.cancelled())
                .filter(each -> each.participation() != Participation.DECLINED)
                .map(each -> new Window(each.start(), each.end()))
                .toList();
    }

    private static boolean isTaken(Occurrence other, String uid) {
        return !other.uid().equals(uid)
                && !other.cancelled()
                && other.busy() != Occurrence.Busy.FREE
                && other.participation() != Participation.NEEDS_ACTION;
    }

    private static boolean meetsAny(Occurrence other, List<Window> times) {
        for (Window time : times) {
            if (other.start().isBefore(time.to()) && time.from().isBefore(other.end())) {
                return true;
            }
        }
        return false;
    }
}
