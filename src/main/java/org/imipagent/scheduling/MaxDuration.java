package org.imipagent.scheduling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.settings.Durations;

/** {@code max_duration DURATION}: refuses what is longer on any date. */
final class MaxDuration implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        Duration most = Objects.requireNonNull(Durations.parse(arguments.getFirst()));
        var longer = new ArrayList<Window>();
        for (Window time : request.times()) {
            if (Duration.between(time.from(), time.to()).compareTo(most) > 0) {
                longer.add(time);
            }
        }
        return longer.isEmpty()
                ? SchedulingAnswer.ACCEPTED
                : new Refused(Reason.TOO_LONG, Durations.write(most));
    }
}
