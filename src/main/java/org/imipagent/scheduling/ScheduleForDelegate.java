package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer.PassedOn;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;

/**
 * {@code schedule_for_delegate [GROUP]}: as {@code schedule_in_freebusy}, but where a time is taken
 * another resource of the group that takes it goes in this one's place.
 */
final class ScheduleForDelegate implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        List<Window> taken = FreeTime.taken(request, 1);
        if (taken.isEmpty()) {
            return SchedulingAnswer.ACCEPTED;
        }
        String group = arguments.isEmpty() ? "" : arguments.getFirst();
        CalendarAddress other = request.facts().member(group, request);
        return other == null
                ? new Refused(Reason.BUSY, taken, "", FreeTime.instead(request, 1))
                : new PassedOn(other);
    }
}
