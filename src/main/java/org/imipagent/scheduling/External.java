package org.imipagent.scheduling;

import java.util.List;

/** {@code external PROGRAM}: a program of the site decides. */
final class External implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        return request.facts().external(arguments.getFirst(), request);
    }
}
