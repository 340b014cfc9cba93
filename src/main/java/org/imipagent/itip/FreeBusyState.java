package org.imipagent.itip;

import java.time.Instant;
import java.util.List;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules for free/busy may see of what is kept for a person.
 *
 * @param shares whether others may know when the person is free
 * @param mayAnswer whether the mail may be answered without the person (RFC 3834)
 * @param answered whether this very question was answered before
 * @param own the person's free/busy in the window asked for; null where none was asked for that can
 *     be answered
 * @param told what the sender said before of the same window
 * @param heard when the sender said the newest that is kept; null for never
 */
public record FreeBusyState(
        Person person,
        boolean shares,
        boolean mayAnswer,
        boolean answered,
        @Nullable FreeBusy own,
        List<BusyPeriod> told,
        @Nullable Instant heard) {

    public FreeBusyState {
        told = List.copyOf(told);
    }
}
