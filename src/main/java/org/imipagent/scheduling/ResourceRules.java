package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.settings.PermittedTimes;
import org.imipagent.settings.WorkingHours;
import org.jspecify.annotations.Nullable;

/**
 * What a resource prefers.
 *
 * @param access the lines of {@code acl}
 * @param permitted when it may be taken over and given back; null for always
 * @param hours when it is open, where the chain says that it matters
 */
public record ResourceRules(
        List<String> access, @Nullable PermittedTimes permitted, WorkingHours hours) {
    public ResourceRules {
        access = List.copyOf(access);
    }
}
