package org.imipagent.freebusy;

import java.time.Instant;
import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/**
 * A time that somebody proposed and holds free until the other side has answered, or until it
 * expires. While it holds it makes its owner tentatively busy.
 *
 * @param uid of the event the proposal is about
 * @param id of its occurrence; null for the whole event
 * @param end exclusive
 */
public record Offer(
        String uid, @Nullable RecurrenceId id, Instant start, Instant end, Instant expires) {

    public boolean holds(Instant now) {
        return now.isBefore(expires);
    }
}
