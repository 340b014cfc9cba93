package org.imipagent.itip;

import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * A scheduling message about one event (RFC 5546): what came by mail.
 *
 * @param event the parts that this message holds; not the whole event when it is about occurrences
 * @param from who sent the mail, as its From field says; null where it says nothing
 * @param answerable whether the mail may be answered by the agent itself
 * @param known whether the person has had to do with the sender before; true also where the person
 *     does not ask
 * @param meant whether the mail itself says that it is for the person, by their name or by that of
 *     a list; not so for a copy of what others were sent
 */
public record Message(
        Method method,
        Event event,
        @Nullable CalendarAddress from,
        boolean answerable,
        boolean known,
        boolean meant) {

    private static final CalendarAddress UNKNOWN = new CalendarAddress("invalid:unknown-sender");

    public Message {
        event = LocalMarks.without(event).organised();
    }

    /** One that is not to be answered without the person. */
    public Message(Method method, Event event, @Nullable CalendarAddress from) {
        this(method, event, from, false, true, true);
    }

    /** The same about another view of the event. */
    public Message with(Event other) {
        return new Message(method, other, from, answerable, known, meant);
    }

    /**
     * Those in whose name the sender writes, as the message itself says (SENT-BY): that proves
     * nothing, and somebody else must know of it.
     */
    public List<CalendarAddress> represented() {
        VEvent part = event.main();
        Attendee organiser = part.organiser();
        return Authority.represented(
                from,
                !method.isOfOrganiser()
                        ? part.attendees()
                        : organiser == null ? List.of() : List.of(organiser));
    }

    /** The same as the word of one of those whom it represents. */
    public Message inNameOf(CalendarAddress user) {
        return new Message(method, event, user, answerable, known, meant);
    }

    /** What tells this message from all others: the same again has the same. */
    public String key() {
        VEvent main = event.main();
        return "answer to "
                + method
                + " of "
                + from
                + " of "
                + main.stamp()
                + ", "
                + main.sequence()
                + ", "
                + main.recurrenceId()
                + " about "
                + main.uid();
    }

    /**
     * Who sent it, where they are not the organiser whose word it seems to be, nor somebody who
     * speaks for them or passes their own invitation on to the reader; else null. One that {@link
     * CalendarAddress#isNobody} where the mail does not say it clearly.
     */
    public @Nullable CalendarAddress otherSender(Person reader) {
        Attendee organiser = event.organiser();
        if (organiser == null || !method.isOfOrganiser()) {
            return null;
        }
        if (from == null) {
            return UNKNOWN;
        }
        if (Authority.speaksFor(from, organiser)) {
            return null;
        }
        return PassedOn.isBy(from, reader, event) ? null : from;
    }

    public Message answerable(boolean may) {
        return new Message(method, event, from, may, known, meant);
    }

    public Message known(boolean known) {
        return new Message(method, event, from, answerable, known, meant);
    }

    public Message meant(boolean meant) {
        return new Message(method, event, from, answerable, known, meant);
    }
}
