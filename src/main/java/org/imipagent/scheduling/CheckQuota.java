package org.imipagent.scheduling;

import java.time.Duration;
import java.util.List;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;
import org.imipagent.settings.Durations;

/**
 * {@code check_quota [QUOTA]}: refuses what would give who asks, or the group with whom they share
 * it, more time ahead than their limit, over all resources of the quota; without QUOTA it is that
 * of this resource alone. What is over counts no more. An event without end has no length that
 * could be within a limit.
 */
final class CheckQuota implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        QuotaUse use = request.facts().quota(arguments.isEmpty() ? "" : arguments.getFirst());
        Duration limit = use.limit();
        if (limit == null) {
            return new Refused(Reason.NOT_ALLOWED, "");
        }
        if (request.event().endless()) {
            return new Refused(Reason.ENDLESS, "");
        }
        Duration all = use.used().plus(QuotaUse.total(request.times()));
        return all.compareTo(limit) > 0
                ? new Refused(Reason.OVER_QUOTA, Durations.write(limit))
                : SchedulingAnswer.ACCEPTED;
    }
}
