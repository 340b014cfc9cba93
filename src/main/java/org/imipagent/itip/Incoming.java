package org.imipagent.itip;

import static org.imipagent.itip.Verdict.NOT_ORGANISER;
import static org.imipagent.itip.Verdict.ORGANISER_CHANGED;
import static org.imipagent.itip.Verdict.UNKNOWN_EVENT;

import java.time.Instant;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/** The first verb: a message came for a person. */
public final class Incoming {

    private Incoming() {}

    public static Decision decide(Kept kept, Message came, Instant now) {
        return switch (came.method()) {
            case REQUEST -> request(kept, came, now);
            case CANCEL -> cancel(kept, came);
            case REPLY -> IncomingReply.decide(kept, came, now);
            case PUBLISH, ADD, REFRESH, COUNTER, DECLINECOUNTER ->
                    Decision.refuse(Verdict.UNSUPPORTED_METHOD, came.method().name());
        };
    }

    private static Decision request(Kept kept, Message came, Instant now) {
        VEvent main = came.event().main();
        if (kept.person().organises(main)) {
            return Decision.refuse(Verdict.OWN_EVENT, "");
        }
        Attendee organiser = main.organiser();
        if (organiser == null) {
            return Decision.refuse(Verdict.IMPOSSIBLE, "a REQUEST without ORGANIZER");
        }
        Decision refusal =
                kept.event() == null ? null : refusal(kept, kept.event(), organiser, came.from());
        return refusal != null
                ? refusal
                : IncomingRequest.decide(kept, reached(kept.person(), came), now);
    }

    /**
     * The invitation of a list, or of an address that nobody told us is the person's, has reached
     * their mailbox all the same: they are invited, and their reply names them.
     */
    private static Message reached(Person person, Message came) {
        if (came.event().parts().stream().anyMatch(part -> person.among(part) != null)) {
            return came;
        }
        Attendee mine =
                Attendee.of(person.address()).with(Participation.NEEDS_ACTION).with("RSVP", "TRUE");
        Event event = came.event();
        for (VEvent part : came.event().parts()) {
            event = event.with(part.with(mine));
        }
        return new Message(came.method(), event, came.from());
    }

    private static Decision cancel(Kept kept, Message came) {
        Event event = kept.event();
        if (event == null) {
            return Decision.refuse(UNKNOWN_EVENT, "");
        }
        if (kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.OWN_EVENT, "");
        }
        Attendee organiser = came.event().organiser();
        Decision refusal =
                refusal(
                        kept,
                        event,
                        organiser == null ? event.organiser() : organiser,
                        came.from());
        return refusal != null ? refusal : IncomingCancel.decide(kept, event, came);
    }

    /**
     * REQUEST and CANCEL about a known event count only from its organiser; null when this is from
     * them.
     */
    private static @Nullable Decision refusal(
            Kept kept, Event event, @Nullable Attendee organiser, @Nullable CalendarAddress from) {
        Attendee known = event.organiser();
        if (known == null || organiser == null) {
            return null;
        }
        if (!known.address().equals(organiser.address()) && !mayReplace(kept, event, organiser)) {
            return Decision.refuse(
                    ORGANISER_CHANGED,
                    organiser.address().email() + ", kept is " + known.address().email());
        }
        return from == null || speaksFor(from, organiser) || from.equals(known.sentBy())
                ? null
                : Decision.refuse(
                        NOT_ORGANISER, from.email() + " is not " + organiser.address().email());
    }

    private static boolean mayReplace(Kept kept, Event event, Attendee organiser) {
        return switch (kept.policy().replacement()) {
            case ANY -> true;
            case NEVER -> false;
            case ATTENDEE ->
                    event.parts().stream()
                            .anyMatch(part -> part.attendee(organiser.address()) != null);
        };
    }

    /**
     * Whether a mail from this address is the user's own word: their address, or one of the same
     * domain that the object names as acting for them (SENT-BY, RFC 5545, 3.2.18; RFC 6047, 3).
     */
    static boolean speaksFor(CalendarAddress from, Attendee user) {
        if (from.equals(user.address())) {
            return true;
        }
        String domain = from.domain();
        return from.equals(user.sentBy())
                && domain != null
                && domain.equals(user.address().domain());
    }
}
