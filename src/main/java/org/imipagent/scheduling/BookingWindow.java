package org.imipagent.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.settings.Durations;

/**
 * {@code booking_window LONGEST [SHORTEST]}: refuses what ends further ahead than LONGEST, of a
 * series its last date, or begins sooner than SHORTEST from now.
 */
final class BookingWindow implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        Instant now = request.event().now();
        Duration longest = Objects.requireNonNull(Durations.parse(arguments.getFirst()));
        if (request.event().endless() || request.to().isAfter(now.plus(longest))) {
            return new Refused(Reason.TOO_FAR_AHEAD, Durations.write(longest));
        }
        Duration shortest =
                arguments.size() < 2
                        ? Duration.ZERO
                        : Objects.requireNonNull(Durations.parse(arguments.get(1)));
        return !request.times().isEmpty() && request.from().isBefore(now.plus(shortest))
                ? new Refused(Reason.TOO_SOON, Durations.write(shortest))
                : SchedulingAnswer.ACCEPTED;
    }
}
