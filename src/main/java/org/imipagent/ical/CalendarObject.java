package org.imipagent.ical;

import java.util.List;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * One VCALENDAR (RFC 5545, 3.4).
 *
 * @param method METHOD in capitals, or null
 * @param events its VEVENTs by UID, in the order in which they first stood
 * @param zones what its TZIDs mean
 * @param calendar the whole as it came, with what is no event
 */
public record CalendarObject(
        @Nullable String method, List<Event> events, Zones zones, Component calendar) {

    public CalendarObject {
        events = List.copyOf(events);
    }
}
