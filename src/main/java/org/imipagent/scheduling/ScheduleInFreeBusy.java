package org.imipagent.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.freebusy.Window;

/**
 * {@code schedule_in_freebusy [N]}: accepts where at all of its times less than N (1) other events
 * take place.
 */
final class ScheduleInFreeBusy implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        int capacity = capacity(arguments);
        if (capacity < 1) {
            return SchedulingAnswer.declined(SchedulingAnswer.Reason.NOT_SET_UP, "");
        }
        var taken = new ArrayList<Window>();
        for (Window time : request.times()) {
            if (!request.claims().hasRoom(time.from(), time.to(), capacity, null)) {
                taken.add(time);
            }
        }
        return taken.isEmpty()
                ? SchedulingAnswer.ACCEPTED
                : new SchedulingAnswer(SchedulingAnswer.Reason.BUSY, taken, "");
    }

    /** 0 for what is no number. */
    private static int capacity(List<String> arguments) {
        try {
            return arguments.isEmpty() ? 1 : Integer.parseInt(arguments.getFirst());
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
