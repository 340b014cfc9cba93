package org.imipagent.itip;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Offer;
import org.jspecify.annotations.Nullable;

/** One change to what is kept for a person. */
public sealed interface Change {

    /**
     * Keep this event in the place of what is kept under its UID.
     *
     * @param occurrences when it takes place; null until the decision is complete ({@link
     *     Keepable})
     */
    record Keep(Event event, @Nullable OccurrenceTable occurrences) implements Change {
        public Keep {
            event = event.organised();
        }

        public Keep(Event event) {
            this(event, null);
        }
    }

    /** Remember that a message was answered by the agent itself: the same again is not. */
    record Remember(String key) implements Change {}

    /** Forget the event. */
    record Remove(String uid) implements Change {}

    /** Put a request in the person's queue, in the place of the same one. */
    record Ask(Request request) implements Change {}

    /** Take one request out of the queue. */
    record SettleOne(Request request) implements Change {}

    /**
     * Take the invitations to this event or occurrence out of the queue; null means the event and
     * all its occurrences.
     */
    record Settle(String uid, @Nullable RecurrenceId id) implements Change {}

    /** Keep a counter-proposal in the place of the same attendee's for the same occurrence. */
    record KeepCounter(CounterProposal counter) implements Change {}

    /** Forget a counter-proposal. */
    record DropCounter(CounterProposal counter) implements Change {}

    /** Hold a time that was proposed, in the place of what is held for that occurrence. */
    record Hold(Offer offer) implements Change {}

    /**
     * What the person proposed instead of an event, or of an occurrence of it, stands no more: no
     * time is held for it. Of an event as a whole that leaves what is proposed of single dates.
     */
    record Release(String uid, @Nullable RecurrenceId id) implements Change {}

    /** The same of an event and all its occurrences. */
    record ReleaseAll(String uid) implements Change {}

    /**
     * Keep what somebody else says of their free/busy, in the place of what they said of that
     * window before.
     *
     * @param said when they said it: what is older and comes later is not believed
     */
    record Learn(CalendarAddress of, FreeBusy freeBusy, Instant said) implements Change {}
}
