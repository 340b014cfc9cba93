package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.scheduling.SchedulingAnswer.Asked;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;

/**
 * {@code ask_owner [ADDRESS]}: whoever looks after the resource decides, by the preference {@code
 * owners} where nobody is named here; it is tentative until then. What an owner asks for themselves
 * needs nobody.
 */
final class AskOwner implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        List<CalendarAddress> owners =
                arguments.isEmpty()
                        ? request.facts().owners()
                        : List.of(new CalendarAddress(arguments.getFirst()));
        if (owners.isEmpty()) {
            return new Refused(Reason.NOT_SET_UP, "");
        }
        return owners.contains(request.event().organiser())
                ? SchedulingAnswer.ACCEPTED
                : new Asked(owners, List.of());
    }
}
