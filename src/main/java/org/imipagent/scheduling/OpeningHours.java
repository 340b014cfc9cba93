package org.imipagent.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.settings.Checked;
import org.imipagent.settings.SchedulingName;
import org.imipagent.settings.WorkingHours;

/**
 * {@code opening_hours [HOURS]}: refuses what does not take place within the hours; without HOURS
 * they are those of the preference {@code working_hours}. On the wall of the resource's zone.
 */
public final class OpeningHours implements SchedulingFunction {

    OpeningHours() {}

    /**
     * The hours that a chain keeps to: none where it has no such line.
     *
     * @param preferred by the resource
     */
    public static WorkingHours of(List<String> chain, WorkingHours preferred) {
        for (String line : chain) {
            List<String> words = SchedulingName.words(line);
            if (!words.isEmpty() && words.getFirst().equals(SchedulingName.OPENING_HOURS.word())) {
                return words.size() == 1
                        ? preferred
                        : read(String.join(" ", words.subList(1, words.size())));
            }
        }
        return WorkingHours.NONE;
    }

    private static WorkingHours read(String text) {
        return switch (WorkingHours.parse(text)) {
            case Checked.Good(var hours) -> hours;
            case Checked.Bad<WorkingHours> _ -> WorkingHours.NONE;
        };
    }

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        WorkingHours hours = request.rules().hours();
        var outside = new ArrayList<Window>();
        for (Window time : request.times()) {
            FreeBusy closed = Opening.closed(hours, request.event().zone(), time);
            if (time.from().isBefore(time.to()) && !closed.periods().isEmpty()) {
                outside.add(time);
            }
        }
        return outside.isEmpty()
                ? SchedulingAnswer.ACCEPTED
                : new Refused(Reason.CLOSED, outside, hours.text());
    }
}
