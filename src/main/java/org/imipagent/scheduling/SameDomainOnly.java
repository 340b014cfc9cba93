package org.imipagent.scheduling;

import java.util.List;
import java.util.Objects;
import org.imipagent.scheduling.SchedulingAnswer.Reason;
import org.imipagent.scheduling.SchedulingAnswer.Refused;

/** {@code same_domain_only}: refuses an organiser of another domain than the resource's. */
final class SameDomainOnly implements SchedulingFunction {

    @Override
    public SchedulingAnswer answer(SchedulingRequest request, List<String> arguments) {
        String own = Objects.requireNonNullElse(request.event().resource().domain(), "");
        return own.equals(request.event().organiser().domain())
                ? SchedulingAnswer.ACCEPTED
                : new Refused(Reason.OTHER_DOMAIN, own);
    }
}
