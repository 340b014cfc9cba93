package org.imipagent.itip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.imipagent.settings.AddResponse;
import org.imipagent.settings.Bounds;
import org.imipagent.settings.OrganiserReplacement;
import org.imipagent.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Small events for the rules, which know Vincent's calendar and nothing else. */
final class RuleSamples {

    static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    static final CalendarAddress ANNA = new CalendarAddress("anna@example.net");
    static final CalendarAddress BO = new CalendarAddress("bo@example.net");

    private static final String UID = "plan@example.com";

    static final Policy POLICY =
            new Policy(OrganiserReplacement.NEVER, AddResponse.REFRESH, true, null, false);

    private RuleSamples() {}

    /** What is kept for Vincent, and what waits; the one place that makes it. */
    static CalendarState state(@Nullable VEvent event, Policy policy, Request... waiting) {
        return new CalendarState(
                new Person(VINCENT, List.of(), Zone.UTC),
                event == null ? null : Event.of(event),
                List.of(waiting),
                List.of(),
                policy,
                Bounds.of(Settings.defaults()),
                Instant.parse("2028-01-01T00:00:00Z"),
                false);
    }

    static CalendarState state(@Nullable VEvent event, Request... waiting) {
        return state(event, POLICY, waiting);
    }

    /** On Tuesday at nine, as it was first. */
    static VEvent event(CalendarAddress organiser, CalendarAddress... attendees) {
        var properties = new ArrayList<Property>();
        properties.add(Property.of("UID", UID));
        properties.add(Property.of("DTSTAMP", "20261101T080000Z"));
        properties.add(Property.of("DTSTART", "20261103T090000Z"));
        properties.add(Property.of("DTEND", "20261103T100000Z"));
        properties.add(Property.of("SUMMARY", "Plan"));
        properties.add(Property.of("ORGANIZER", organiser.uri()));
        for (CalendarAddress attendee : attendees) {
            properties.add(Property.of("ATTENDEE", attendee.uri()));
        }
        return event(properties);
    }

    /** The same an hour later, with the next SEQUENCE. */
    static VEvent moved(VEvent event) {
        return event.with(Property.of("SEQUENCE", "1"))
                .with(Property.of("DTSTART", "20261103T100000Z"))
                .with(Property.of("DTEND", "20261103T110000Z"))
                .withStamp(NOW);
    }

    static VEvent weekly(VEvent event) {
        return event.with(Property.of("RRULE", "FREQ=WEEKLY;COUNT=3"));
    }

    /** One date of it that its rule does not give. */
    static VEvent thursday(VEvent event) {
        return event.with(Property.of("RECURRENCE-ID", "20261105T090000Z"))
                .with(Property.of("DTSTART", "20261105T090000Z"))
                .with(Property.of("DTEND", "20261105T100000Z"));
    }

    static VEvent cancelled(VEvent event) {
        return event.with(Property.of("STATUS", "CANCELLED"));
    }

    /** What an attendee says of themselves at nine. */
    static VEvent said(CalendarAddress who, String partstat) {
        return event(
                List.of(
                        Property.of("UID", UID),
                        Property.of("DTSTAMP", "20261101T090000Z"),
                        Property.of("ATTENDEE", who.uri()).with("PARTSTAT", partstat)));
    }

    private static VEvent event(List<Property> properties) {
        return new VEvent(new Component("VEVENT", properties, List.of()), Zones.NONE);
    }

    /** A mail for Vincent that may be answered, of somebody he knows. */
    static Message message(Method method, VEvent part, CalendarAddress from) {
        return new Message(method, Event.of(part), from, true, true, true);
    }

    static Request uninvited(CalendarAddress who) {
        return new Request(UID, null, Request.Kind.UNINVITED, NOW, who, null);
    }

    /** The event as the decision keeps it. */
    static VEvent kept(Decision decision) {
        return decision.changes().stream()
                .filter(Change.Keep.class::isInstance)
                .map(keep -> ((Change.Keep) keep).event().main())
                .findFirst()
                .orElseThrow(() -> new AssertionError(decision.verdict() + " keeps nothing"));
    }

    /** Method and recipients of each mail. */
    static List<String> mails(Decision decision) {
        return decision.messages().stream()
                .map(
                        mail ->
                                mail.method()
                                        + " "
                                        + String.join(
                                                " ",
                                                mail.to().stream()
                                                        .map(CalendarAddress::email)
                                                        .toList()))
                .toList();
    }
}
