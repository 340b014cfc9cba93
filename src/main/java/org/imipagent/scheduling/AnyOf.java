package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.scheduling.SchedulingAnswer.PassedOn;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;

/**
 * {@code any_of GROUP}: the resource stands for a group of them, and one that takes it goes in its
 * place: the one that has it already, as long as it can.
 */
final class AnyOf implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        CalendarAddress member = request.facts().member(arguments.getFirst(), request);
        return member == null
                ? new Refused(Reason.BUSY, request.times(), "")
                : new PassedOn(member);
    }
}
