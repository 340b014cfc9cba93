package org.imipagent.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.freebusy.Grid;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer.Proposed;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.jspecify.annotations.Nullable;

/**
 * {@code schedule_corrected_in_freebusy [N]}: the times are moved to where {@code permitted_times}
 * allows them to begin and end; then as {@code schedule_in_freebusy}. Where that changed anything
 * the moved times are proposed.
 */
final class ScheduleCorrectedInFreeBusy implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        SchedulingRequest corrected = corrected(request);
        if (corrected == null) {
            return new Refused(Reason.CLOSED, request.times(), "");
        }
        int capacity = Capacity.of(arguments);
        List<Window> taken = FreeTime.taken(corrected, capacity);
        if (!taken.isEmpty()) {
            return new Refused(Reason.BUSY, taken, "", FreeTime.instead(corrected, capacity));
        }
        return corrected.times().equals(request.times())
                ? SchedulingAnswer.ACCEPTED
                : new Proposed(corrected.times());
    }

    /** The same at times that are allowed; null where there are none. */
    static @Nullable SchedulingRequest corrected(SchedulingRequest request) {
        Grid grid = FreeTime.grid(request);
        var times = new ArrayList<Window>();
        for (Window asked : request.times()) {
            Window time = FreeTime.corrected(asked, grid);
            if (time == null) {
                return null;
            }
            times.add(time);
        }
        return request.at(times);
    }
}
