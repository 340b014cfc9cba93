package org.imipagent.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.freebusy.Window;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;

/**
 * {@code schedule_across_quota [QUOTA]}: refuses what is at the same time as something else that
 * who asks, or the group with whom they share the quota, has of any of its resources: nobody holds
 * two rooms at once.
 */
final class ScheduleAcrossQuota implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        QuotaUse use = request.facts().quota(arguments.isEmpty() ? "" : arguments.getFirst());
        var taken = new ArrayList<Window>();
        for (Window time : request.times()) {
            if (isBooked(use, time)) {
                taken.add(time);
            }
        }
        return taken.isEmpty()
                ? SchedulingAnswer.ACCEPTED
                : new Refused(Reason.BOOKED_ELSEWHERE, taken, "");
    }

    private static boolean isBooked(QuotaUse use, Window time) {
        for (Window booked : use.booked()) {
            if (booked.from().isBefore(time.to()) && time.from().isBefore(booked.to())) {
                return true;
            }
        }
        return false;
    }
}
