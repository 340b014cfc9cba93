package org.imipagent.itip;

import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.jspecify.annotations.Nullable;

/**
 * A scheduling message about one event (RFC 5546): what came by mail.
 *
 * @param event the parts that this message holds; not the whole event when it is about occurrences
 * @param from who sent the mail, as its From field says; null where it says nothing
 * @param answerable whether the mail may be answered by the agent itself
 * @param known whether the person has had to do with the sender before; true also where the person
 *     does not ask
 */
public record Message(
        Method method,
        Event event,
        @Nullable CalendarAddress from,
        boolean answerable,
        boolean known) {

    public Message {
        event = Own.without(event);
    }

    /** One that is not to be answered without the person. */
    public Message(Method method, Event event, @Nullable CalendarAddress from) {
        this(method, event, from, false, true);
    }

    /** The same about another view of the event. */
    public Message with(Event other) {
        return new Message(method, other, from, answerable, known);
    }

    public Message answerable(boolean may) {
        return new Message(method, event, from, may, known);
    }

    public Message known(boolean known) {
        return new Message(method, event, from, answerable, known);
    }
}
