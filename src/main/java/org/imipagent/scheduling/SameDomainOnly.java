package org.imipagent.scheduling;

import java.util.List;
import java.util.Objects;

/** {@code same_domain_only}: refuses an organiser of another domain than the resource's. */
final class SameDomainOnly implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        String own = Objects.requireNonNullElse(request.resource().domain(), "");
        String asking = request.organiser().domain();
        return own.equals(asking)
                ? SchedulingAnswer.ACCEPTED
                : SchedulingAnswer.declined(SchedulingAnswer.Reason.OTHER_DOMAIN, own);
    }
}
