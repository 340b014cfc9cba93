package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;

/**
 * {@code access_control_list}: the lines of {@code acl} in their order, of which the last that
 * matches decides: {@code accept}, {@code decline} (or {@code reject}) for everybody, or with
 * {@code organiser} or {@code attendee} and an address. Where none matches it is refused.
 */
final class AccessControlList implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        boolean accepts = false;
        for (String line : request.access()) {
            List<String> words = SchedulingFunctions.words(line);
            if (!words.isEmpty() && matches(words, request)) {
                accepts = words.getFirst().equals("accept");
            }
        }
        return accepts
                ? SchedulingAnswer.ACCEPTED
                : SchedulingAnswer.declined(SchedulingAnswer.Reason.NOT_ALLOWED, "");
    }

    private static boolean matches(List<String> words, SchedulingRequest request) {
        if (words.size() == 1) {
            return true;
        }
        if (words.size() != 3) {
            return false;
        }
        var who = new CalendarAddress(words.get(2));
        return switch (words.get(1)) {
            case "organiser" -> request.organiser().equals(who);
            case "attendee" -> request.attendees().contains(who);
            default -> false;
        };
    }
}
