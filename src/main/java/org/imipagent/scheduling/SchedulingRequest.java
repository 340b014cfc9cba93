package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.Claims;
import org.imipagent.freebusy.Window;

/**
 * What a resource is asked for.
 *
 * @param resource whose time it is
 * @param organiser who asks
 * @param attendees all whom the event names, the resource among them
 * @param times when it takes place, by start; nothing that is over
 * @param claims what takes the resource's time; what the event itself took before is not there
 * @param access the lines of the preference {@code acl}
 */
public record SchedulingRequest(
        CalendarAddress resource,
        CalendarAddress organiser,
        List<CalendarAddress> attendees,
        List<Window> times,
        Claims claims,
        List<String> access) {

    public SchedulingRequest {
        attendees = List.copyOf(attendees);
        times = List.copyOf(times);
        access = List.copyOf(access);
    }
}
