package org.imipagent.store;

import java.time.Instant;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.itip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message or one click.
 *
 * @param what the METHOD as it came, or the manager's action
 * @param uid "" when the event was not understood
 * @param from the sender's address or the user's own; "" where unknown
 * @param detail further words; "" for none
 */
public record Activity(
        Instant at,
        Source source,
        String what,
        String uid,
        @Nullable RecurrenceId id,
        String summary,
        String from,
        Verdict verdict,
        String detail) {

    public enum Source {
        MAIL,
        MANAGER,
        TOOL
    }
}
