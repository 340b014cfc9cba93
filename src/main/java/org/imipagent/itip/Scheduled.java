package org.imipagent.itip;

import java.util.List;
import java.util.Locale;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Parameter;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar program says of who schedules (RFC 6638, 7): SCHEDULE-AGENT other than SERVER
 * means not us, SCHEDULE-FORCE-SEND asks for a message without a change. None of it is sent on.
 */
final class Scheduled {

    private static final String PREFIX = "SCHEDULE-";

    private Scheduled() {}

    static boolean byUs(Attendee user) {
        String agent = user.property().parameter("SCHEDULE-AGENT");
        return agent == null || agent.strip().toUpperCase(Locale.ROOT).equals("SERVER");
    }

    static boolean isForced(Attendee user) {
        return user.property().parameter("SCHEDULE-FORCE-SEND") != null;
    }

    /** The attendee of an address whom we are to tell; null for none. */
    static @Nullable Attendee attendee(VEvent part, CalendarAddress who) {
        Attendee attendee = part.attendee(who);
        return attendee == null || !byUs(attendee) ? null : attendee;
    }

    /** Without what only asks us something once: not to be kept. */
    static VEvent asked(VEvent part) {
        return without(part, List.of("SCHEDULE-FORCE-SEND", "SCHEDULE-STATUS"));
    }

    /** Without all of it: fit to be sent (RFC 6638, 7.1 to 7.3). */
    static VEvent unmarked(VEvent part) {
        return without(part, List.of(PREFIX));
    }

    private static VEvent without(VEvent part, List<String> prefixes) {
        List<Property> properties =
                part.component().properties().stream().map(p -> without(p, prefixes)).toList();
        return new VEvent(
                new org.imipagent.calendar.Component(
                        part.component().name(), properties, part.component().components()),
                part.zones());
    }

    private static Property without(Property property, List<String> prefixes) {
        if (!property.name().equals("ATTENDEE") && !property.name().equals("ORGANIZER")) {
            return property;
        }
        List<Parameter> parameters =
                property.parameters().stream()
                        .filter(p -> prefixes.stream().noneMatch(p.name()::startsWith))
                        .toList();
        return new Property(property.name(), parameters, property.value());
    }
}
