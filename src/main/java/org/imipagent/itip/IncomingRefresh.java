package org.imipagent.itip;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * REFRESH for the organiser (RFC 5546, 3.2.6): an attendee asks for the event as it is. Only who is
 * invited is told, and only what they are invited to.
 */
final class IncomingRefresh {

    private IncomingRefresh() {}

    static Decision decide(CalendarState kept, Message came) {
        Event event = kept.event();
        if (event == null) {
            return Decision.refuse(Verdict.UNKNOWN_EVENT, "");
        }
        if (!kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_ORGANISER, "only the organiser answers REFRESH");
        }
        CalendarAddress asker = asker(came);
        if (asker == null) {
            return Decision.refuse(
                    Verdict.NOT_SENDER, came.from() == null ? "" : came.from().email());
        }
        List<VEvent> theirs = theirs(event, asker);
        if (theirs.isEmpty()) {
            return Decision.refuse(Verdict.NOT_INVITED, asker.email());
        }
        return kept.policy().refreshing() && came.answerable() && asker.isMail()
                ? new Decision(
                        Verdict.REFRESHED,
                        asker.email(),
                        List.of(),
                        List.of(Outgoing.automatic(Method.REQUEST, asker, theirs)))
                : Decision.change(Verdict.REFRESH_ASKED, List.of());
    }

    /** The attendee that asks, and for whom the sender of the mail speaks. */
    private static @Nullable CalendarAddress asker(Message came) {
        CalendarAddress from = came.from();
        if (from == null) {
            return null;
        }
        List<Attendee> named = came.event().main().attendees();
        for (Attendee attendee : named) {
            if (Authority.speaksFor(from, attendee)) {
                return attendee.address();
            }
        }
        return named.isEmpty() ? from : null;
    }

    private static List<VEvent> theirs(Event event, CalendarAddress asker) {
        var theirs = new ArrayList<VEvent>();
        for (VEvent part : event.parts()) {
            if (part.attendee(asker) != null) {
                theirs.add(UserActionRules.shared(part));
            }
        }
        return theirs;
    }
}
