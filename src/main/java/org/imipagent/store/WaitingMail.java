package org.imipagent.store;

import java.time.Instant;
import java.util.List;

/**
 * A mail of a person's that waits in the outbox.
 *
 * @param recipients who has not got it
 * @param attempts being taken in hand and failing count as one each
 * @param due when it is tried next
 * @param why it could not be sent; "" where it was not tried
 */
public record WaitingMail(List<String> recipients, int attempts, Instant due, String why) {

    public WaitingMail {
        recipients = List.copyOf(recipients);
    }

    /** Whether a process has it in hand at this moment. */
    public boolean isBeingSent() {
        return attempts % 2 != 0;
    }
}
