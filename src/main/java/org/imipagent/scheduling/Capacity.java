package org.imipagent.scheduling;

import java.util.List;

/** How many may have a resource at once: the number after a function's name, else one. */
final class Capacity {

    private Capacity() {}

    static int of(List<String> arguments) {
        return arguments.isEmpty() ? 1 : Integer.parseInt(arguments.getFirst());
    }
}
