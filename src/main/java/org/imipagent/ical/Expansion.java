package org.imipagent.ical;

import java.util.List;

/**
 * The times that an event takes place in a window.
 *
 * @param instances by start
 * @param more whether the series goes on after the window, or may
 */
public record Expansion(List<Instance> instances, boolean more, List<Problem> problems) {

    public Expansion {
        instances = List.copyOf(instances);
        problems = List.copyOf(problems);
    }
}
