package org.imipagent.itip;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the person.
 *
 * @param id the occurrence it is about; null for the whole event
 * @param from who asks: the organiser of an invitation, the sender of a reply nobody invited
 * @param participation what somebody not invited said; null for an invitation
 * @param written DTSTAMP of what somebody not invited said; null where nobody noted it
 * @param comment what they wrote along with it (COMMENT), on one line; "" for nothing
 */
public record Request(
        String uid,
        @Nullable RecurrenceId id,
        Kind kind,
        Instant arrived,
        @Nullable CalendarAddress from,
        @Nullable Participation participation,
        @Nullable Instant written,
        String comment) {

    public Request(
            String uid,
            @Nullable RecurrenceId id,
            Kind kind,
            Instant arrived,
            @Nullable CalendarAddress from,
            @Nullable Participation participation) {
        this(uid, id, kind, arrived, from, participation, null, "");
    }

    public enum Kind {
        /** An invitation, or a change of one, to answer. */
        INVITATION,
        /** A reply from somebody who was not invited, to let in or to refuse. */
        UNINVITED,
        /** An attendee proposes something else, for the organiser to accept or to decline. */
        COUNTER
    }
}
