package org.imipagent.store;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;

/**
 * A mail in the outbox.
 *
 * @param user for whom it is sent
 * @param sender of the envelope
 * @param recipients of the envelope
 * @param attempts how often it could not be handed over
 */
public record Posted(
        long number,
        CalendarAddress user,
        String sender,
        List<String> recipients,
        byte[] message,
        int attempts) {

    public Posted {
        recipients = List.copyOf(recipients);
    }
}
