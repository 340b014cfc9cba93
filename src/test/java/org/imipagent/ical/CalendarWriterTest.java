package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Parameter;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarWriterTest {

    /** No program should write one; a time in it is still not one in UTC. */
    @Test
    void aZoneWithoutANameIsStillAZone() {
        Event event =
                CalendarReader.read(
                                """
                                BEGIN:VCALENDAR
                                BEGIN:VTIMEZONE
                                TZID:
                                BEGIN:STANDARD
                                DTSTART:19700101T000000
                                TZOFFSETFROM:+0500
                                TZOFFSETTO:+0500
                                END:STANDARD
                                END:VTIMEZONE
                                BEGIN:VEVENT
                                UID:1
                                DTSTART;TZID=:20261103T090000
                                DTEND;TZID=:20261103T100000
                                RRULE:FREQ=WEEKLY
                                END:VEVENT
                                BEGIN:VEVENT
                                UID:1
                                RECURRENCE-ID:20261117T090000
                                DTSTART:20261117T070000Z
                                END:VEVENT
                                END:VCALENDAR
                                """,
                                Limits.STANDARD)
                        .objects()
                        .getFirst()
                        .events()
                        .getFirst();
        assertEquals("20261117T040000Z", event.changed().firstKey().text());
        var id = new RecurrenceId("20261110T040000Z");
        var alone = Event.of(Objects.requireNonNull(event.unchanged(id, Zone.UTC)));
        for (Event each : List.of(alone, event)) {
            var read = CalendarReader.read(CalendarWriter.write("REPLY", each), Limits.STANDARD);
            Event again = read.objects().getFirst().events().getFirst();
            assertTrue(Same.is(each, again), CalendarWriter.write("REPLY", each));
        }
        VEvent written = alone.main();
        assertEquals(id, written.recurrenceId());
        assertEquals(id.instant(Zone.UTC), instant(written.start()));
        assertEquals(id.instant(Zone.UTC).plusSeconds(3600), instant(written.end()));
    }

    private static Instant instant(@Nullable CalendarTime time) {
        return Objects.requireNonNull(time).instant(Zone.UTC);
    }

    private static Event read(String text) {
        return CalendarReader.read(text, Limits.STANDARD).objects().getFirst().events().getFirst();
    }

    private static Event event(String... lines) {
        return read(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n"
                        + String.join("\n", lines)
                        + "\nEND:VEVENT\nEND:VCALENDAR\n");
    }

    private static VEvent with(Property property) {
        var uid = Property.of("UID", "1");
        return new VEvent(new Component("VEVENT", List.of(uid, property), List.of()), Zones.NONE);
    }

    private static Property again(Property property) {
        String text = CalendarWriter.write(null, List.of(with(property)));
        return Objects.requireNonNull(read(text).main().component().first(property.name()));
    }

    @Test
    void anObjectSaysWhoMadeItAndWhatItIsFor() {
        assertEquals(
                """
                BEGIN:VCALENDAR
                PRODID:-//imip-agent//imip-agent//EN
                VERSION:2.0
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:1
                SUMMARY:x
                END:VEVENT
                END:VCALENDAR
                """
                        .replace("\n", "\r\n"),
                CalendarWriter.write("REQUEST", event("SUMMARY:x")));
    }

    @Test
    void linesAreFoldedAt75OctetsAndNeverInsideACharacter() {
        String summary = "a" + "😀ø€".repeat(100);
        String text = CalendarWriter.write(null, List.of(with(Property.of("SUMMARY", summary))));
        for (String line : text.split("\r\n", -1)) {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertTrue(octets.length <= 75, line);
            assertEquals(line, new String(octets, StandardCharsets.UTF_8));
            assertFalse(line.contains("?"));
        }
        assertEquals(summary, read(text).main().summary());
    }

    @Test
    void aValueCannotBeginALineOfItsOwn() {
        for (String end : List.of("\r\n", "\n", "\r")) {
            VEvent part =
                    with(
                            new Property(
                                    "X-A" + end + "END:VEVENT",
                                    List.of(
                                            Parameter.of(
                                                    "X-P" + end + "Q", "a" + end + "END:VEVENT"),
                                            Parameter.of("CN", "b:c;" + end)),
                                    "x" + end + "END:VEVENT" + end + "BEGIN:VEVENT"));
            String text = CalendarWriter.write(null, List.of(part));
            assertEquals(1, text.lines().filter(l -> l.equals("END:VEVENT")).count(), text);
            assertEquals(1, CalendarReader.read(text, Limits.STANDARD).objects().size());
        }
    }

    @Test
    void aPropertyNamedLikeADelimiterIsNotWritten() {
        String text = CalendarWriter.write(null, List.of(with(Property.of("END", "VEVENT"))));
        assertEquals(1, text.lines().filter(l -> l.equals("END:VEVENT")).count());
    }

    @Test
    void parametersAreQuotedWhereTheyMustBeAndEncoded() {
        for (String value :
                List.of(
                        "plain",
                        "a,b",
                        "a;b",
                        "a:b",
                        "say \"hi\"",
                        "a^b",
                        "^n",
                        "two\nlines",
                        "",
                        " x ",
                        "(a",
                        "(UTC+01:00) X, Y")) {
            Property property =
                    new Property(
                            "ATTENDEE",
                            List.of(Parameter.of("CN", value), Parameter.of("X-Y", value)),
                            "mailto:v@example.com");
            assertEquals(property, again(property), value);
        }
    }

    @Test
    void controlCharactersAreNeverWritten() {
        String text =
                CalendarWriter.write(
                        null, List.of(with(Property.of("SUMMARY", "a\u0000b\u001bc\u007fd\te"))));
        assertTrue(text.contains("SUMMARY:abcd\te\r\n"));
    }

    @Test
    void aZoneIsDefinedByRulesThatHoldForTheEvent() {
        String text =
                CalendarWriter.write(
                        null,
                        event("DTSTART;TZID=Europe/Oslo:20261122T090000", "RRULE:FREQ=WEEKLY"));
        assertEquals(
                """
                BEGIN:VTIMEZONE
                TZID:Europe/Oslo
                BEGIN:DAYLIGHT
                DTSTART:20260329T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                BEGIN:STANDARD
                DTSTART:20261025T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                END:VTIMEZONE
                """,
                zone(text));
    }

    private static String zone(String text) {
        int end = text.indexOf("END:VTIMEZONE\r\n") + "END:VTIMEZONE\r\n".length();
        return text.substring(text.indexOf("BEGIN:VTIMEZONE"), end).replace("\r\n", "\n");
    }

    @Test
    void aZoneThatCameWithTheObjectIsWrittenAsItCame() {
        String definition =
                """
                BEGIN:VTIMEZONE
                TZID:Ours
                X-KEPT:yes
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0530
                TZOFFSETTO:+0530
                END:STANDARD
                END:VTIMEZONE
                """;
        Event event =
                read(
                        "BEGIN:VCALENDAR\n"
                                + definition
                                + "BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Ours:20261122T090000\nEND:VEVENT\nEND:VCALENDAR\n");
        assertEquals(definition, zone(CalendarWriter.write(null, event)));
    }

    @Test
    void twoZonesOfOneNameStayTwoInAnExport() {
        String text =
                """
                BEGIN:VCALENDAR
                BEGIN:VTIMEZONE
                TZID:Customized Time Zone
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:%1$s
                TZOFFSETTO:%1$s
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:%1$s
                DTSTART;TZID=Customized Time Zone:20261122T090000
                END:VEVENT
                END:VCALENDAR
                """;
        List<Event> events = List.of(read(text.formatted("+0530")), read(text.formatted("+0700")));
        var again =
                CalendarReader.read(CalendarWriter.write(events), Limits.STANDARD)
                        .objects()
                        .getFirst()
                        .events();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    Objects.requireNonNull(events.get(i).main().start())
                            .instant(org.imipagent.calendar.Zone.UTC),
                    Objects.requireNonNull(again.get(i).main().start())
                            .instant(org.imipagent.calendar.Zone.UTC));
        }
    }
}
