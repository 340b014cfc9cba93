package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer.Accepted;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;

/**
 * {@code accept_free_occurrences [N]}: of a series what is free is accepted, the rest declined date
 * by date. Where nothing is free it is refused.
 */
final class AcceptFreeOccurrences implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        int capacity = Capacity.of(arguments);
        List<Window> taken = FreeTime.taken(request, capacity);
        return !taken.isEmpty() && taken.size() == request.times().size()
                ? new Refused(Reason.BUSY, taken, "", FreeTime.instead(request, capacity))
                : new Accepted(taken);
    }
}
