package org.imipagent.itip;

import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/** One change to what is kept for a person. */
public sealed interface Change {

    /** Keep this event in the place of what is kept under its UID. */
    record Keep(Event event) implements Change {}

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
}
