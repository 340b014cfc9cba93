package org.imipagent.store;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a person sent, by which its bounce is known.
 *
 * @param method of the calendar in it
 * @param uid of its event, id where it is about one date of it
 */
public record SentMail(
        String method,
        String uid,
        @Nullable RecurrenceId id,
        String summary,
        List<String> recipients,
        Instant sent) {

    public SentMail {
        recipients = List.copyOf(recipients);
    }
}
