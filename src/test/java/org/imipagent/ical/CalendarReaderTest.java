package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.junit.jupiter.api.Test;

class CalendarReaderTest {

    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));

    private static CalendarText read(String text) {
        return CalendarReader.read(text, Limits.STANDARD);
    }

    private static String event(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static Event only(CalendarText text) {
        assertEquals(1, text.objects().size());
        assertEquals(1, text.objects().getFirst().events().size());
        return text.objects().getFirst().events().getFirst();
    }

    private static VEvent part(String... lines) {
        return only(read(event(lines))).main();
    }

    private static List<String> names(CalendarText text) {
        return text.problems().stream().map(Problem::name).toList();
    }

    private static Instant start(VEvent part) {
        return Objects.requireNonNull(part.start()).instant(OSLO);
    }

    private static Property property(VEvent part, String name) {
        return Objects.requireNonNull(part.component().first(name));
    }

    @Test
    void anInvitationIsReadWithItsMethodAndItsProperties() {
        var text =
                read(
                        """
                        BEGIN:VCALENDAR
                        METHOD:request
                        BEGIN:VEVENT
                        UID:1
                        DTSTART:20261122T090000Z
                        SUMMARY:Lunch\\, with wine
                        X-WHATEVER;X-ODD=1:kept
                        END:VEVENT
                        END:VCALENDAR
                        """);
        assertEquals("REQUEST", text.objects().getFirst().method());
        VEvent part = only(text).main();
        assertEquals("Lunch, with wine", part.summary());
        assertEquals("kept", property(part, "X-WHATEVER").value());
        assertEquals("1", property(part, "X-WHATEVER").parameter("X-ODD"));
        assertEquals(List.of(), text.problems());
    }

    @Test
    void linesMayEndAsTheyLikeAndBeFoldedOddly() {
        for (String end : List.of("\r\n", "\n", "\r", "\r\r\n", "\n\n")) {
            String text =
                    event(
                                    "UID:1",
                                    "SUMMARY:One",
                                    " two",
                                    "\tthree",
                                    " ",
                                    "DTSTART:20261122T090000Z")
                            .replace("\r\n", end);
            assertEquals("Onetwothree", only(read(text)).main().summary(), end);
        }
    }

    @Test
    void aFoldInsideACharacterOrAWordIsUndone() {
        assertEquals("Møte", part("UID:1", "SUM", " MARY:M", " ø", " te").summary());
    }

    @Test
    void aFoldInsideTheBytesOfACharacterIsUndone() {
        byte[] bytes =
                event("UID:1", "SUMMARY:M\u00c3", " \u00b8te", "LOCATION:\u00c3", "\t\u0098rsta")
                        .getBytes(StandardCharsets.ISO_8859_1);
        for (String charset : new String[] {"utf-8", null, "iso-8859-1"}) {
            var text = CalendarReader.read(bytes, charset, Limits.STANDARD);
            assertEquals("Møte", only(text).main().summary(), charset);
            assertEquals("Ørsta", only(text).main().location(), charset);
            assertEquals(List.of(), names(text), charset);
        }
    }

    @Test
    void controlCharactersAreLeftOutAndTold() {
        var text = read(event("UID:1", "SUMMARY:a\u0000b\u0007c\u007f"));
        assertEquals("abc", only(text).main().summary());
        assertEquals(List.of("control-characters"), names(text));
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertEquals("1", only(read("\ufeff" + event("UID:1"))).uid());
    }

    @Test
    void componentsThatDoNotCloseAreClosed() {
        var text = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nEND:VCALENDAR\n");
        assertEquals("1", only(text).uid());
        assertEquals(List.of("unbalanced", "unbalanced"), names(text));
    }

    @Test
    void anEndThatEndsNothingIsPassedOver() {
        var text = read(event("UID:1", "END:VTODO"));
        assertEquals("1", only(text).uid());
        assertEquals(List.of("unbalanced"), names(text));
    }

    @Test
    void nestingIsBounded() {
        var text = read(event("UID:1") + "BEGIN:X\n".repeat(100_000));
        assertEquals("1", only(new CalendarText(text.objects().subList(0, 1), List.of())).uid());
        assertTrue(names(text).contains("too-deep"));
    }

    @Test
    void aLineThatIsNoPropertyIsToldAndSkipped() {
        var text = read(event("UID:1", "what is this", "nor this: either", "SUMMARY:x"));
        assertEquals("x", only(text).main().summary());
        assertEquals(List.of("not-a-property"), names(text).stream().distinct().toList());
    }

    @Test
    void parametersAreReadQuotedOrNot() {
        VEvent part =
                part(
                        "UID:1",
                        "ATTENDEE;CN=\"Vole; Vincent: a\";X-A=\"1\",\"2,3\",4;ROLE=CHAIR:mailto:v@example.com");
        Property attendee = property(part, "ATTENDEE");
        assertEquals("Vole; Vincent: a", attendee.parameter("CN"));
        assertEquals("CHAIR", attendee.parameter("ROLE"));
        assertEquals(List.of("1", "2,3", "4"), attendee.parameters().get(1).values());
        assertEquals("mailto:v@example.com", attendee.value());
    }

    @Test
    void commaInANameThatIsNotQuotedBelongsToTheName() {
        assertEquals(
                "Vole, Vincent",
                property(
                                part("UID:1", "ATTENDEE;CN=Vole, Vincent:mailto:v@example.com"),
                                "ATTENDEE")
                        .parameter("CN"));
    }

    @Test
    void theEscapesOfRfc6868AreUndone() {
        assertEquals(
                "a\"b^c\nd^e",
                property(part("UID:1", "ATTENDEE;CN=a^'b^^c^nd^e:mailto:v@example.com"), "ATTENDEE")
                        .parameter("CN"));
    }

    @Test
    void severalCalendarsInOneTextAreRead() {
        assertEquals(2, read(event("UID:1") + event("UID:2")).objects().size());
    }

    @Test
    void anEventOutsideOfACalendarIsReadAndTold() {
        var text = read("BEGIN:VEVENT\nUID:1\nEND:VEVENT\n");
        assertEquals("1", only(text).uid());
        assertEquals(List.of("outside"), names(text));
    }

    @Test
    void anEventThatCannotBeIsLeftOutAndTheOthersUsed() {
        var text =
                read(
                        """
                        BEGIN:VCALENDAR
                        BEGIN:VEVENT
                        UID:1
                        RECURRENCE-ID:never
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:2
                        DTSTART:tomorrow
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:3
                        END:VEVENT
                        END:VCALENDAR
                        """);
        assertEquals("3", only(text).uid());
        assertEquals(List.of("wrong-event", "wrong-event"), names(text));
    }

    @Test
    void whatIsNoCalendarIsToldAsThat() {
        assertEquals(List.of("no-calendar"), names(read("")));
        assertTrue(names(read("<html>\n<p>hello: you</p>")).contains("no-calendar"));
    }

    @Test
    void theProblemsOfOneTextAreBounded() {
        var text = read("nothing here\n".repeat(100_000));
        assertEquals(Limits.STANDARD.problems(), text.problems().size());
        assertEquals("too-many-problems", text.problems().getLast().name());
    }

    @Test
    void aTextThatIsTooLargeIsNotRead() {
        var limits = new Limits(100, 100, 16, 50, 100, 100);
        var text = CalendarReader.read(event("UID:1", "SUMMARY:" + "x".repeat(100)), limits);
        assertEquals(List.of(), text.objects());
        assertEquals("too-large", text.problems().getFirst().name());
    }

    @Test
    void ofATextWithTooManyPropertiesNoHalfEventIsTaken() {
        var limits = new Limits(1_000_000, 100, 16, 50, 100, 100);
        String whole = "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n";
        var text =
                CalendarReader.read(
                        "BEGIN:VCALENDAR\n"
                                + whole
                                + "BEGIN:VEVENT\nUID:2\n"
                                + "ATTENDEE:mailto:v@example.com\n".repeat(1000),
                        limits);
        assertEquals("1", only(text).uid());
        assertTrue(names(text).contains("too-many-properties"));
    }

    @Test
    void bytesAreReadByTheCharsetOfThePartElseUtf8ElseWindows1252() {
        String text = event("UID:1", "SUMMARY:Møte – på kafé €");
        for (String name : List.of("UTF-8", "windows-1252", "UTF-16LE")) {
            byte[] bytes = text.getBytes(Charset.forName(name));
            assertEquals(
                    "Møte – på kafé €",
                    only(CalendarReader.read(bytes, name, Limits.STANDARD)).main().summary(),
                    name);
        }
        for (String wrong : List.of("us-ascii", "iso-8859-1", "no-such", "")) {
            for (Charset right : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
                var read = CalendarReader.read(text.getBytes(right), wrong, Limits.STANDARD);
                assertEquals("Møte – på kafé €", only(read).main().summary(), wrong + right);
            }
        }
        var read =
                CalendarReader.read(
                        text.getBytes(StandardCharsets.UTF_8), "us-ascii", Limits.STANDARD);
        assertEquals(List.of("wrong-charset"), names(read));
    }

    @Test
    void quotedPrintableOfVCalendarIsDecoded() {
        VEvent part =
                part(
                        "UID:1",
                        "DESCRIPTION;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=B8te=0D=0Aom=",
                        "noe",
                        "SUMMARY;QUOTED-PRINTABLE:a=3Db");
        assertEquals("Møte\nomnoe", part.description());
        assertEquals("a=b", part.summary());
    }

    @Test
    void thePartsOfOneUidAreOneEvent() {
        Event event =
                only(
                        read(
                                event(
                                        "UID:1",
                                        "DTSTART;TZID=Europe/Oslo:20261102T090000",
                                        "RRULE:FREQ=DAILY",
                                        "END:VEVENT",
                                        "BEGIN:VEVENT",
                                        "UID:1",
                                        "RECURRENCE-ID:20261103T080000Z",
                                        "DTSTART;TZID=Europe/Oslo:20261103T100000")));
        assertEquals(List.of("20261103T080000Z"), ids(event));
    }

    private static List<String> ids(Event event) {
        return event.changed().keySet().stream().map(Object::toString).toList();
    }

    @Test
    void anIdThatIsADayOrHasNoZoneMeansTheMastersTimeOnThatDay() {
        for (String id : List.of(";VALUE=DATE:20261103", ":20261103T090000")) {
            Event event =
                    only(
                            read(
                                    event(
                                            "UID:1",
                                            "RECURRENCE-ID" + id,
                                            "DTSTART;TZID=Europe/Oslo:20261103T100000",
                                            "END:VEVENT",
                                            "BEGIN:VEVENT",
                                            "UID:1",
                                            "DTSTART;TZID=Europe/Oslo:20261102T090000",
                                            "RRULE:FREQ=DAILY")));
            assertEquals(List.of("20261103T080000Z"), ids(event));
        }
    }

    @Test
    void ofTheSamePartTwiceTheHigherSequenceHolds() {
        Event event =
                only(
                        read(
                                event(
                                        "UID:1",
                                        "SEQUENCE:2",
                                        "SUMMARY:new",
                                        "END:VEVENT",
                                        "BEGIN:VEVENT",
                                        "UID:1",
                                        "SEQUENCE:1",
                                        "SUMMARY:old")));
        assertEquals("new", event.main().summary());
    }

    @Test
    void aZoneIsFoundByEveryNameItGoesBy() {
        for (String tzid :
                List.of(
                        "Europe/Oslo",
                        "europe/oslo",
                        "/freeassociation.sourceforge.net/Tzfile/Europe/Oslo",
                        "/mozilla.org/20070129_1/Europe/Oslo",
                        "/citadel.org/20210210_1/Europe/Oslo",
                        "W. Europe Standard Time",
                        "w. europe standard time",
                        "W. Europe Standard Time 1",
                        "\"(UTC+01:00) W. Europe\"",
                        "(UTC+01:00) W. Europe")) {
            VEvent part = part("UID:1", "DTSTART;TZID=" + tzid + ":20260701T090000");
            assertEquals(Instant.parse("2026-07-01T07:00:00Z"), start(part), tzid);
        }
    }

    @Test
    void aZoneNobodyKnowsIsTheReadersOwnAndTold() {
        var text = read(event("UID:1", "DTSTART;TZID=Nowhere:20260701T090000"));
        assertEquals(Instant.parse("2026-07-01T07:00:00Z"), start(only(text).main()));
        assertEquals(List.of("unknown-zone"), names(text));
    }

    private static String custom(String tzid, String standard, String daylight) {
        return """
                BEGIN:VCALENDAR
                BEGIN:VTIMEZONE
                TZID:%s
                BEGIN:STANDARD
                DTSTART:16010101T030000
                TZOFFSETFROM:%s
                TZOFFSETTO:%s
                RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:%s
                TZOFFSETTO:%s
                RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:1
                DTSTART;TZID=%s:20260701T090000
                RRULE:FREQ=WEEKLY
                END:VEVENT
                END:VCALENDAR
                """
                .formatted(tzid, daylight, standard, standard, daylight, tzid);
    }

    @Test
    void aVtimezoneThatAgreesWithItsNameIsTheZoneOfThatName() {
        VEvent part = only(read(custom("Europe/Oslo", "+0100", "+0200"))).main();
        assertEquals(
                "Europe/Oslo", Objects.requireNonNull(part.zones().zone("Europe/Oslo")).name());
        assertEquals(
                OSLO.rules(), Objects.requireNonNull(part.zones().zone("Europe/Oslo")).rules());
    }

    @Test
    void aVtimezoneThatDisagreesWithItsNameHolds() {
        VEvent part = only(read(custom("Europe/Oslo", "+0500", "+0600"))).main();
        assertEquals(Instant.parse("2026-07-01T03:00:00Z"), start(part));
    }

    @Test
    void aVtimezoneOfNoKnownNameIsInterpretedForEver() {
        VEvent part = only(read(custom("Customized Time Zone", "+0100", "+0200"))).main();
        var rules = Objects.requireNonNull(part.zones().zone("Customized Time Zone")).rules();
        for (int year = 1950; year < 2500; year += 7) {
            for (String day :
                    List.of(
                            "-01-15T00:00:00Z",
                            "-03-26T00:00:00Z",
                            "-07-01T00:00:00Z",
                            "-10-25T00:59:59Z")) {
                Instant instant = Instant.parse(year + day);
                if (year >= 1996) {
                    assertEquals(
                            OSLO.rules().getOffset(instant), rules.getOffset(instant), year + day);
                }
            }
        }
    }

    @Test
    void aVtimezoneIsFoundThoughItsNameIsEscapedOrQuoted() {
        String text = custom("\"Ours, or Theirs\"", "+0500", "+0600");
        for (String tzid : List.of("Ours\\, or Theirs", "\"Ours, or Theirs\"", "OURS, OR THEIRS")) {
            String other = text.replace("TZID:\"Ours, or Theirs\"", "TZID:" + tzid);
            VEvent part = only(read(other)).main();
            assertEquals(Instant.parse("2026-07-01T03:00:00Z"), start(part), tzid);
        }
    }

    @Test
    void aTimeInUtcIsThatWhateverItsTzidSays() {
        VEvent part = part("UID:1", "DTSTART;TZID=Europe/Oslo:20260701T090000Z");
        assertEquals(Instant.parse("2026-07-01T09:00:00Z"), start(part));
    }

    @Test
    void everyBeginningOfATextIsReadWithoutAnException() {
        String text = custom("Customized Time Zone", "+0100", "+0200");
        for (int end = 0; end < text.length(); end++) {
            assertFalse(
                    read(text.substring(0, end)).problems().isEmpty() && end < text.length() - 20);
        }
    }

    @Test
    void aCalendarWithoutMethodHasNone() {
        assertNull(read(event("UID:1")).objects().getFirst().method());
    }

    @Test
    void anEventWithoutUidHasOneThatIsAlwaysTheSame() {
        var one = read(event("DTSTAMP:20261101T000000Z", "DTSTART:20261103T090000Z", "SUMMARY:x"));
        var again = read(event("UID:", "DTSTART:20261103T090000Z", "SUMMARY:x", "SEQUENCE:1"));
        var other = read(event("DTSTART:20261103T090000Z", "SUMMARY:y"));
        assertEquals(List.of("no-uid"), names(one));
        assertEquals(only(one).uid(), only(again).uid());
        assertFalse(only(one).uid().equals(only(other).uid()));
    }

    @Test
    void anEndThatIsNoneIsLeftOutAndTold() {
        for (String line : List.of("DTEND:2026110", "DTEND:soon", "DURATION:-PT1H", "DURATION:x")) {
            var text = read(event("UID:1", "DTSTART:20261103T090000Z", line));
            VEvent part = only(text).main();
            assertEquals(part.start(), part.end(), line);
            assertEquals(List.of("wrong-time"), names(text), line);
        }
    }

    @Test
    void aTimeInExtendedFormIsReadAndTold() {
        for (String time :
                List.of("2026-11-03T09:00:00Z", "2026-11-03T09:00Z", "2026-11-03 09:00:00Z")) {
            var text = read(event("UID:1", "DTSTART:" + time));
            assertEquals(Instant.parse("2026-11-03T09:00:00Z"), start(only(text).main()), time);
            assertEquals(List.of("wrong-time"), names(text), time);
        }
    }

    @Test
    void rulesOfVcalendarAreReadInTheWordsOfToday() {
        var rules =
                java.util.Map.of(
                        "W1 MO #10", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;COUNT=10",
                        "D2 #0", "FREQ=DAILY;INTERVAL=2",
                        "d1", "FREQ=DAILY;INTERVAL=1;COUNT=2",
                        "W2 TU TH 20261231T000000Z",
                                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20261231T000000Z",
                        "MP1 1+ FR 2- SU #5", "FREQ=MONTHLY;INTERVAL=1;BYDAY=1FR,-2SU;COUNT=5",
                        "MD1 2 15 3- LD #5",
                                "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=2,15,-3,-1;COUNT=5",
                        "YM1 6 7 #8", "FREQ=YEARLY;INTERVAL=1;BYMONTH=6,7;COUNT=8",
                        "YD3 1 100 #0", "FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100");
        rules.forEach(
                (old, rule) -> {
                    var text = read(event("UID:1", "DTSTART:20261103T090000Z", "RRULE:" + old));
                    assertEquals(rule, only(text).main().text("RRULE"), old);
                    assertEquals(List.of("old-rule"), names(text), old);
                    assertTrue(RecurrenceRule.read(rule).interval() > 0);
                });
        for (String none : List.of("W1 XX", "YM1 6 #10 MP1 1+ SU", "D0", "D", "", "MP1 MO")) {
            var text = read(event("UID:1", "RRULE:" + none));
            assertEquals(none, only(text).main().text("RRULE"), none);
        }
    }

    @Test
    void datesThatVcalendarSeparatesBySemicolonsAreDates() {
        VEvent part = part("UID:1", "EXDATE:20261103T090000Z;20261104T090000Z");
        assertEquals("20261103T090000Z,20261104T090000Z", part.text("EXDATE"));
    }

    @Test
    void aZoneOfVcalendarIsPassedOverAndTold() {
        var text = read(event("UID:1").replace("BEGIN:VEVENT", "TZ:-0800\r\nBEGIN:VEVENT"));
        assertEquals(List.of("old-zone"), names(text));
    }

    @Test
    void aRuleByAnotherCalendarIsRefusedByName() {
        for (String scale :
                List.of("RSCALE=HEBREW", "RSCALE=CHINESE;SKIP=FORWARD", "SKIP=BACKWARD")) {
            var text = read(event("UID:1", "RRULE:FREQ=YEARLY;" + scale));
            assertEquals(List.of("unsupported-rscale"), names(text), scale);
            assertTrue(text.objects().getFirst().events().isEmpty());
        }
        part("UID:1", "RRULE:RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=OMIT");
    }

    @Test
    void everyCalendarOfATextIsRead() {
        var text = read(event("UID:1") + event("UID:2") + event("UID:1"));
        assertEquals(3, text.objects().size());
    }

    @Test
    void aCalendarWithinACalendarIsReadAndSaid() {
        CalendarText text =
                CalendarReader.read(
                        """
                        BEGIN:VCALENDAR
                        BEGIN:VCALENDAR
                        METHOD:REQUEST
                        BEGIN:VEVENT
                        UID:inner@example.com
                        DTSTART:20261103T090000Z
                        END:VEVENT
                        END:VCALENDAR
                        END:VCALENDAR
                        """,
                        Limits.STANDARD);
        assertEquals(1, text.objects().size());
        assertEquals("REQUEST", text.objects().getFirst().method());
        assertEquals("inner@example.com", text.objects().getFirst().events().getFirst().uid());
        assertEquals("nested", text.problems().getFirst().name());
    }

    @Test
    void theEndOfADayIsReadAsTheNextMidnightEverywhere() {
        var text =
                read(
                        event(
                                "UID:1",
                                "DTSTART;TZID=Europe/Oslo:20261103T240000",
                                "DTEND;TZID=Europe/Oslo:2026-11-04T24:00:00",
                                "RDATE;TZID=Europe/Oslo:20261105T100000,20261231T240000",
                                "EXDATE;TZID=Europe/Oslo:20261106T240000"));
        VEvent part = only(text).main();
        assertEquals("20261104T000000", property(part, "DTSTART").value());
        assertEquals("20261105T000000", property(part, "DTEND").value());
        assertEquals("20261105T100000,20270101T000000", property(part, "RDATE").value());
        assertEquals("20261107T000000", property(part, "EXDATE").value());
        assertEquals(List.of("wrong-time"), names(text).stream().distinct().toList());
        assertTrue(text.problems().size() >= 4);
    }

    @Test
    void aLargeSequenceIsReadAndTold() {
        var text = read(event("UID:1", "SEQUENCE:1761955300456"));
        assertEquals(1761955300456L, only(text).main().sequence());
        assertEquals(List.of("large-sequence"), names(text));
    }

    @Test
    void aChangedOccurrenceIsOrganisedByWhoOrganisesItsSeries() {
        Event event =
                only(
                        read(
                                event(
                                        "UID:1",
                                        "RECURRENCE-ID:20261103T080000Z",
                                        "ORGANIZER:mailto:vincent.vole@example.com",
                                        "END:VEVENT",
                                        "BEGIN:VEVENT",
                                        "UID:1",
                                        "RECURRENCE-ID:20261104T080000Z",
                                        "END:VEVENT",
                                        "BEGIN:VEVENT",
                                        "UID:1",
                                        "DTSTART:20261102T080000Z",
                                        "RRULE:FREQ=DAILY",
                                        "ORGANIZER;CN=Olga:mailto:olga@example.net")));
        assertNull(event.parts().getLast().organiser());
        for (VEvent part : event.organised().parts()) {
            assertEquals("Olga", Objects.requireNonNull(part.organiser()).name());
        }
    }

    @Test
    void everyComponentAndProblemKnowsItsLineHoweverLinesEnd() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text =
                    String.join(
                            end,
                            "BEGIN:VCALENDAR",
                            "",
                            "X-FOLDED:a",
                            " b",
                            "BEGIN:VEVENT",
                            "UID:one",
                            "DTSTART:20261103T090000Z",
                            "garbage",
                            "END:VEVENT",
                            "BEGIN:VTODO",
                            "END:VTODO",
                            "END:VCALENDAR",
                            "");
            CalendarText read = CalendarReader.read(text, Limits.STANDARD);
            CalendarObject object = read.objects().getFirst();
            assertEquals(1, object.calendar().line());
            assertEquals(
                    List.of(5, 10),
                    object.calendar().components().stream().map(Component::line).toList());
            assertEquals(5, object.events().getFirst().main().component().line());
            assertEquals(
                    List.of(8), read.problems().stream().map(problem -> problem.line()).toList());
        }
    }
}
