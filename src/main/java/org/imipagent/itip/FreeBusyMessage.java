package org.imipagent.itip;

import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.VFreeBusy;
import org.jspecify.annotations.Nullable;

/**
 * A scheduling message about free/busy (RFC 5546, 3.3): what came by mail.
 *
 * @param from who sent the mail, as its From field says; null where it says nothing
 */
public record FreeBusyMessage(Method method, VFreeBusy freeBusy, @Nullable CalendarAddress from) {

    /** Who asks (REQUEST), or whose free/busy it tells; null where the object does not say. */
    public @Nullable CalendarAddress whose() {
        if (method == Method.REPLY) {
            Attendee telling = telling();
            return telling == null ? null : telling.address();
        }
        Attendee organiser = freeBusy.organiser();
        return organiser == null ? from : organiser.address();
    }

    /** The attendee that the sender of a REPLY is, or the only one. */
    private @Nullable Attendee telling() {
        var attendees = freeBusy.attendees();
        if (from != null) {
            for (Attendee attendee : attendees) {
                if (Authority.speaksFor(from, attendee)) {
                    return attendee;
                }
            }
        }
        return attendees.size() == 1 ? attendees.getFirst() : null;
    }

    /** See {@link Message#represented}. */
    public List<CalendarAddress> represented() {
        Attendee organiser = freeBusy.organiser();
        return Authority.represented(
                from,
                method == Method.REPLY
                        ? freeBusy.attendees()
                        : organiser == null ? List.of() : List.of(organiser));
    }

    /** See {@link Message#inNameOf}. */
    public FreeBusyMessage inNameOf(CalendarAddress user) {
        return new FreeBusyMessage(method, freeBusy, user);
    }

    /** Whether the sender of the mail may say this: it is the word of whom the object names. */
    boolean isOwnWord() {
        if (from == null) {
            return false;
        }
        if (method == Method.REPLY) {
            Attendee telling = telling();
            return telling != null && Authority.speaksFor(from, telling);
        }
        Attendee organiser = freeBusy.organiser();
        return organiser == null || Authority.speaksFor(from, organiser);
    }
}
