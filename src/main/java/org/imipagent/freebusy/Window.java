package org.imipagent.freebusy;

import java.time.Duration;
import java.time.Instant;

/** A time that is asked about or told of. The end is exclusive. */
public record Window(Instant from, Instant to) {

    /** More is not answered and not kept: the work it makes must stay bounded. */
    public static final Duration LONGEST = Duration.ofDays(3660);

    /** What is wrong with it, in a few words; "" for nothing. */
    public String problem() {
        if (!from.isBefore(to)) {
            return "a window that ends before it starts";
        }
        return Duration.between(from, to).compareTo(LONGEST) > 0
                ? "a window of more than ten years"
                : "";
    }
}
