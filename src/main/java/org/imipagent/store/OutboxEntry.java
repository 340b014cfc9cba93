package org.imipagent.store;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;

/**
 * A mail in the outbox, for who looks after it.
 *
 * @param user for whom it is sent
 * @param sender of the envelope
 * @param recipients who has not got it
 * @param bytes of the message
 * @param posted when it was put there
 * @param due when it is tried next
 * @param attempts being taken in hand and failing count as one each
 * @param why it could not be sent; "" where it was not tried
 */
public record OutboxEntry(
        long number,
        CalendarAddress user,
        String sender,
        List<String> recipients,
        long bytes,
        Instant posted,
        Instant due,
        int attempts,
        String why) {

    public OutboxEntry {
        recipients = List.copyOf(recipients);
    }

    /** How often it was tried, without a try that goes on at this moment. */
    public int tries() {
        return attempts / 2;
    }
}
