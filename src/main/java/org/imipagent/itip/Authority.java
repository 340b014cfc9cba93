package org.imipagent.itip;

import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * Who may say what (RFC 6047, 3): a known event is changed and cancelled only by its organiser, and
 * who speaks for a user is told by From alone, the one field that mail servers check.
 * src/docs/decisions/0006 says why.
 */
final class Authority {

    private Authority() {}

    /** Why a message may not change a kept event; null when it may. */
    static @Nullable Decision refusal(CalendarState kept, Event event, Message came) {
        Attendee known = event.organiser();
        Attendee named = came.event().organiser();
        Attendee organiser = named == null ? known : named;
        CalendarAddress from = came.from();
        if (from == null) {
            return Decision.refuse(Verdict.NOT_ORGANISER, "the mail has no single sender");
        }
        if (known == null || organiser == null) {
            // Published by somebody, or the person's own: nobody else changes it.
            return isFromBefore(event, from)
                    ? null
                    : Decision.refuse(Verdict.NOT_ORGANISER, from.email() + " did not send it");
        }
        boolean isSame = known.isSame(organiser);
        if (!isSame && !mayReplace(kept, event, organiser)) {
            return Decision.refuse(
                    Verdict.ORGANISER_CHANGED,
                    organiser.address().email() + ", the calendar has " + known.address().email());
        }
        // Of one that is the same by the URI alone, what the message says of EMAIL proves nothing.
        boolean isByUri = isSame && !known.address().equals(organiser.address());
        boolean speaks =
                speaksFor(from, isByUri ? known : organiser)
                        || (isSame && (from.equals(known.sentBy()) || isFromBefore(event, from)))
                        || (isSame && isPassedOn(kept, event, came, from));
        return speaks
                ? null
                : Decision.refuse(
                        Verdict.NOT_ORGANISER,
                        from.email() + " is not " + organiser.address().email());
    }

    /**
     * Whether somebody who is invited sends the person in their place (RFC 5546, 3.2.2.3): that
     * changes nothing of what they have, see {@link PassedOn}.
     */
    private static boolean isPassedOn(
            CalendarState state, Event event, Message came, CalendarAddress from) {
        boolean isInvited = event.parts().stream().anyMatch(part -> part.attendee(from) != null);
        return came.method() == Method.REQUEST
                && isInvited
                && PassedOn.isBy(from, state.person(), came.event());
    }

    private static boolean mayReplace(CalendarState kept, Event event, Attendee organiser) {
        if (organiser.address().equals(LocalMarks.organiserBefore(event))) {
            return true;
        }
        return switch (kept.policy().replacement()) {
            case ANY -> true;
            case NEVER -> false;
            case ATTENDEE ->
                    event.parts().stream()
                            .anyMatch(part -> part.attendee(organiser.address()) != null);
        };
    }

    /**
     * Whether a mail from this address is the user's own word. Who may write for them was found out
     * before, see {@link Message#represented}.
     */
    static boolean speaksFor(CalendarAddress from, Attendee user) {
        return from.equals(user.address());
    }

    /** The users who are named as represented by this sender (SENT-BY, RFC 5545, 3.2.18). */
    static List<CalendarAddress> represented(@Nullable CalendarAddress from, List<Attendee> users) {
        return from == null
                ? List.of()
                : users.stream()
                        .filter(user -> from.equals(user.sentBy()))
                        .map(Attendee::address)
                        .distinct()
                        .toList();
    }

    /** A service that brought the event, in its organiser's name, may bring its changes. */
    private static boolean isFromBefore(Event event, CalendarAddress from) {
        return event.parts().stream()
                .map(part -> part.component().first(LocalMarks.FROM))
                .anyMatch(mark -> mark != null && new CalendarAddress(mark.value()).equals(from));
    }

    /**
     * A part with the mark of who brought it, where that is neither the organiser nor an attendee,
     * such as a delegator who passes it on.
     */
    static VEvent marked(VEvent part, @Nullable CalendarAddress from) {
        if (from == null || part.attendee(from) != null) {
            return part;
        }
        Attendee organiser = part.organiser();
        return organiser != null && speaksFor(from, organiser)
                ? part
                : part.with(Property.of(LocalMarks.FROM, from.uri()));
    }
}
