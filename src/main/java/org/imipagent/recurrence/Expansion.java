package org.imipagent.recurrence;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The times that an event takes place in a window.
 *
 * @param instances by start
 * @param more whether the series goes on after the window, or may
 * @param knownTo where the limits left some out: those that start before it are all here, and later
 *     ones may be missing; null where none is missing
 * @param steps that were taken to find them
 */
public record Expansion(
        List<Instance> instances,
        boolean more,
        @Nullable Instant knownTo,
        int steps,
        List<Problem> problems) {

    public Expansion {
        instances = List.copyOf(instances);
        problems = List.copyOf(problems);
    }
}
