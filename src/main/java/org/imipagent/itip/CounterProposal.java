package org.imipagent.itip;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an attendee proposes in the place of what the organiser asked for (COUNTER, RFC 5546,
 * 3.2.7). It waits until the organiser accepts it, declines it or changes the event.
 */
public record CounterProposal(CalendarAddress from, VEvent proposal, Instant arrived) {

    public String uid() {
        return proposal.uid();
    }

    /** The occurrence it is about; null for the whole event. */
    public @Nullable RecurrenceId id() {
        return proposal.recurrenceId();
    }
}
