package org.imipagent.freebusy;

import java.time.Instant;
import org.imipagent.calendar.Occurrence.Busy;

/**
 * A time in which somebody is not free, or is by word (FREEBUSY, RFC 5545, 3.8.2.6). The end is
 * exclusive.
 */
public record BusyPeriod(Instant start, Instant end, Busy busy) {

    public BusyPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "a period that ends before it starts: " + start + " " + end);
        }
    }
}
