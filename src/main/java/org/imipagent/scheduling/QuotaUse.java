package org.imipagent.scheduling;

import java.time.Duration;
import java.util.List;
import org.imipagent.freebusy.Window;
import org.jspecify.annotations.Nullable;

/**
 * How much somebody, or the group with whom they share it, has of a quota: what is booked of all
 * its resources and is not over yet.
 *
 * @param limit how much they may have; null where nobody set a limit that holds for them
 * @param booked their times, without those of the event in question
 */
public record QuotaUse(@Nullable Duration limit, List<Window> booked) {

    public QuotaUse {
        booked = List.copyOf(booked);
    }

    /** How long all of them last together. */
    public Duration used() {
        return total(booked);
    }

    /** How long some times last together. */
    static Duration total(List<Window> times) {
        Duration total = Duration.ZERO;
        for (Window each : times) {
            total = total.plus(Duration.between(each.from(), each.to()));
        }
        return total;
    }
}
