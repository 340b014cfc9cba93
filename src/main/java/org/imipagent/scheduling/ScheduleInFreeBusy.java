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
        int capacity = arguments.isEmpty() ? 1 : capacity(arguments.getFirst());
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

    /** What is no number has room for nothing: nobody gets what was not meant for them. */
    private static int capacity(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
