package org.imipagent.itip;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.VEvent;

/**
 * A scheduling message to send.
 *
 * @param parts the VEVENTs it holds
 * @param comment what the person wrote along; "" for nothing
 */
public record Outgoing(
        Method method, List<CalendarAddress> to, List<VEvent> parts, String comment) {

    public Outgoing {
        to = List.copyOf(to);
        parts = List.copyOf(parts);
    }
}
