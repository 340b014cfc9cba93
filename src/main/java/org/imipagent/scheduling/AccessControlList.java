package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.settings.SchedulingName;

/**
 * {@code access_control_list}: the lines of {@code acl} in their order, of which the last that
 * matches decides: {@code accept}, {@code decline} (or {@code reject}) for everybody, or with
 * {@code organiser} or {@code attendee} and an address. Where none matches it is refused.
 */
final class AccessControlList implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        boolean accepts = false;
        for (String line : request.rules().access()) {
            List<String> words = SchedulingName.words(line);
            if (!words.isEmpty() && matches(words, request.event())) {
                accepts = words.getFirst().equals("accept");
            }
        }
        return accepts ? SchedulingAnswer.ACCEPTED : new Refused(Reason.NOT_ALLOWED, "");
    }

    private static boolean matches(List<String> words, SchedulingRequest.Asking event) {
        if (words.size() == 1) {
            return true;
        }
        if (words.size() != 3) {
            return false;
        }
        var who = new CalendarAddress(words.get(2));
        return switch (words.get(1)) {
            case "organiser" -> event.organiser().equals(who);
            case "attendee" -> event.attendees().contains(who);
            default -> false;
        };
    }
}
