package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;

/**
 * {@code schedule_in_freebusy [N]}: accepts where at all of its times less than N (1) other events
 * take place.
 */
final class ScheduleInFreeBusy implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        int capacity = Capacity.of(arguments);
        List<Window> taken = FreeTime.taken(request, capacity);
        return taken.isEmpty()
                ? SchedulingAnswer.ACCEPTED
                : new Refused(Reason.BUSY, taken, "", FreeTime.instead(request, capacity));
    }
}
