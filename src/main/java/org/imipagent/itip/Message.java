package org.imipagent.itip;

import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.jspecify.annotations.Nullable;

/**
 * A scheduling message about one event (RFC 5546): what came by mail.
 *
 * @param event the parts that this message holds; not the whole event when it is about occurrences
 * @param from who sent the mail, as its From field says; null where it says nothing
 */
public record Message(Method method, Event event, @Nullable CalendarAddress from) {}
