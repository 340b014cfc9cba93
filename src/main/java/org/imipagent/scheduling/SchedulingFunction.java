package org.imipagent.scheduling;

import java.util.List;

/** One line of the preference {@code scheduling_function}. */
interface SchedulingFunction {

    /**
     * What it says of a request.
     *
     * @param arguments the words after its name, of which {@link
     *     org.imipagent.settings.SchedulingName#takes} holds
     */
    SchedulingAnswer answer(SchedulingRequest request, List<String> arguments);
}
