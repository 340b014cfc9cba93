package org.imipagent.freebusy;

import java.time.Instant;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/**
 * A period that an event takes of somebody's time, or that is held for a while because it was
 * offered (a COUNTER, RFC 5546, 3.2.7). The end is exclusive.
 *
 * @param uid of the event, and the id of its occurrence; null for an event that takes place once
 * @param expires when an offer ends; null for what is no offer
 */
public record Claim(
        Instant start,
        Instant end,
        Busy busy,
        String uid,
        @Nullable RecurrenceId id,
        @Nullable Instant expires) {

    public Claim {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "a period that ends before it starts: " + start + " " + end);
        }
    }

    public static Claim of(Occurrence occurrence) {
        return new Claim(
                occurrence.start(),
                occurrence.end(),
                occurrence.busy(),
                occurrence.uid(),
                occurrence.id(),
                null);
    }

    /** As tentative as what is offered. */
    public static Claim of(Offer offer) {
        return new Claim(
                offer.start(),
                offer.end(),
                Busy.TENTATIVE,
                offer.uid(),
                offer.id(),
                offer.expires());
    }

    /** Whether it takes any time at an instant: it has a length, is not free, and still holds. */
    boolean counts(Instant now) {
        return busy != Busy.FREE
                && start.isBefore(end)
                && (expires == null || now.isBefore(expires));
    }
}
