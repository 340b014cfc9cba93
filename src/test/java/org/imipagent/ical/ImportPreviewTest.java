package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imipagent.calendar.Limits;
import org.imipagent.ical.ImportPreview.JudgedEvent;
import org.junit.jupiter.api.Test;

class ImportPreviewTest {

    private static final String SOUND =
            """
            BEGIN:VEVENT
            UID:1@example.net
            DTSTAMP:20261101T000000Z
            DTSTART:20261103T090000Z
            SUMMARY:Planning
            ORGANIZER:mailto:anna@example.net
            ATTENDEE:mailto:vincent.vole@example.com
            END:VEVENT
            """;

    private static ImportPreview preview(String method, String... components) {
        return ImportPreview.of(
                CalendarReader.read(
                        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n"
                                + method
                                + String.join("", components)
                                + "END:VCALENDAR\n",
                        Limits.STANDARD));
    }

    private static List<String> complaints(String method, String event) {
        ImportPreview preview = preview(method, event);
        JudgedEvent only = preview.events().getFirst();
        assertTrue(only.judged());
        return Stream.concat(only.complaints().stream(), preview.calendar().stream())
                .map(Complaint::toString)
                .toList();
    }

    @Test
    void aSoundInvitationHasNoComplaints() {
        assertEquals(List.of(), complaints("METHOD:REQUEST\n", SOUND));
        assertEquals(List.of(), complaints("", SOUND));
    }

    @Test
    void whatARequestLacksIsNamed() {
        assertEquals(
                List.of(
                        "VEVENT: The following are REQUIRED, but MUST NOT occur more than once: ORGANIZER"),
                complaints("METHOD:REQUEST\n", SOUND.replaceAll("ORGANIZER.*\n", "")));
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsStillLookedAt() {
        String wrong =
                SOUND.replace(
                        "SUMMARY:Planning\n",
                        "PRIORITY:high\nLAST-MODIFIED:yesterday\nSTATUS:ODD\nSUMMARY:Planning\n");
        List<String> complaints = complaints("METHOD:REQUEST\n", wrong);
        for (String name : List.of("PRIORITY: ", "LAST-MODIFIED: ")) {
            assertTrue(complaints.stream().anyMatch(c -> c.startsWith(name)), complaints::toString);
        }
    }

    @Test
    void aListOfAddressesIsReadAsOne() {
        String delegated =
                SOUND.replace(
                        "ATTENDEE:",
                        "ATTENDEE;DELEGATED-TO=\"mailto:x@example.net\",\"mailto:y@example.net\":");
        assertEquals(List.of(), complaints("METHOD:REQUEST\n", delegated));
    }

    @Test
    void anEventWithoutATimeIsAProblemOfOurReader() {
        ImportPreview preview = preview("", SOUND.replace("DTSTART:2026", "DTSTART:next"));
        assertEquals(List.of(), preview.events());
        assertEquals("wrong-event", preview.problems().getLast().name());
    }

    @Test
    void eachEventHasItsOwnComplaints() {
        ImportPreview preview =
                preview("", SOUND, SOUND.replace("1@", "2@").replaceAll("DTSTAMP.*\n", ""));
        assertEquals(List.of(), preview.events().getFirst().complaints());
        assertEquals("2@example.net", preview.events().getLast().event().uid());
        assertEquals(
                List.of(
                        "VEVENT: The following are REQUIRED, but MUST NOT occur more than once: DTSTAMP"),
                preview.events().getLast().complaints().stream().map(Complaint::toString).toList());
        assertTrue(preview.isWhole());
    }

    @Test
    void whatIsWrongWithTheCalendarIsSaidOnce() {
        String text = SOUND + SOUND.replace("1@", "2@");
        ImportPreview preview =
                ImportPreview.of(
                        CalendarReader.read(
                                "BEGIN:VCALENDAR\nVERSION:2.0\n" + text + "END:VCALENDAR\n",
                                Limits.STANDARD));
        assertTrue(
                preview.calendar().stream().anyMatch(c -> c.what().contains("PRODID")),
                preview::toString);
        assertTrue(preview.events().stream().allMatch(e -> e.complaints().isEmpty()));
    }

    @Test
    void whatIsTooMuchToBeLookedAtIsShownWithoutComplaints() {
        String[] many =
                IntStream.range(0, ImportPreview.MOST_JUDGED + 5)
                        .mapToObj(i -> SOUND.replace("1@", i + "@"))
                        .toArray(String[]::new);
        ImportPreview preview = preview("", many);
        assertEquals(many.length, preview.events().size());
        assertEquals(5, preview.events().stream().filter(e -> !e.judged()).count());
        assertFalse(preview.isWhole());
        String attendee = "ATTENDEE:mailto:vincent.vole@example.com\n";
        String large = SOUND.replace(attendee, attendee.repeat(ImportPreview.MOST_PROPERTIES));
        assertFalse(preview("", large).isWhole());
    }

    @Test
    void aComplaintIsOneShortLine() {
        String wrong =
                SOUND.replace(
                        "SUMMARY:", "PRIORITY:\u202e\u0085\u2028" + "9".repeat(900) + "\nSUMMARY:");
        List<String> complaints = complaints("", wrong);
        assertEquals(1, complaints.size(), complaints::toString);
        for (String complaint : complaints) {
            assertTrue(complaint.length() < 480, complaint);
            assertFalse(complaint.matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}].*"), complaint);
        }
    }

    private static String zone(String tzid) {
        return "BEGIN:VTIMEZONE\nTZID:%s\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\n"
                        .formatted(tzid)
                + "TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n"
                + "BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
                + "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
    }

    /** In a process of its own: other tests build with ical4j's own registry. */
    @Test
    void noZoneOfAStrangerReachesTheProcess() throws IOException, InterruptedException {
        Path out = Files.createTempFile("zones", ".txt");
        int exit =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Zones.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start()
                        .waitFor();
        assertEquals(
                List.of("judged 3000", "no zone of ical4j"), Files.readAllLines(out), "" + exit);
        Files.delete(out);
    }

    /** Judges 3,000 events, each with a zone of its own. */
    static final class Zones {
        private Zones() {}

        public static void main(String[] none) {
            int judged = 0;
            for (int i = 0; i < 3000; i++) {
                String tzid = "Zone " + i;
                String event =
                        SOUND.replace(
                                "DTSTART:20261103T090000Z",
                                "DTSTART;TZID=" + tzid + ":20261103T090000");
                ImportPreview preview = preview("", zone(tzid), event);
                if (preview.events().getFirst().complaints().isEmpty()) {
                    judged++;
                }
            }
            Set<String> ids = ZoneRulesProvider.getAvailableZoneIds();
            System.out.println("judged " + judged);
            System.out.println(
                    ids.stream()
                                    .anyMatch(
                                            id ->
                                                    id.contains("ical4j")
                                                            || ZoneId.of(id).getRules() == null)
                            ? "zones of ical4j"
                            : "no zone of ical4j");
        }
    }

    private static final List<String> BOMBS =
            List.of(
                    "RRULE:FREQ=SECONDLY",
                    "RRULE:FREQ=SECONDLY;BYMONTH=3;COUNT=2147483647",
                    "RRULE:FREQ=YEARLY;INTERVAL=2147483647;BYDAY=" + "MO,".repeat(6000) + "MO",
                    "RRULE:FREQ=DAILY;BYSECOND=" + "1,".repeat(9000) + "1;BYSETPOS=366",
                    "RRULE:" + "FREQ=DAILY;".repeat(1500),
                    "RDATE:" + "20261103T090000Z,".repeat(1100) + "20261103T090000Z",
                    "RDATE;VALUE=PERIOD:" + "20261103T090000Z/P1D,".repeat(900),
                    "DURATION:P" + "9".repeat(19_000) + "D",
                    "DURATION:" + "P1DT1H".repeat(3000),
                    "GEO:" + "1;".repeat(9000),
                    "URL:http://" + "a%".repeat(9000),
                    "ATTENDEE:mailto:" + "%".repeat(19_000),
                    "ATTENDEE;CN=\"" + "^".repeat(19_000) + "\":mailto:a@example.net",
                    "ATTENDEE;DELEGATED-TO="
                            + "\"mailto:a@example.net\",".repeat(800)
                            + "x:mailto:b@example.net",
                    "CATEGORIES:" + "\\,".repeat(9000),
                    "DESCRIPTION:" + "\\".repeat(19_999),
                    "DESCRIPTION:" + "\\n".repeat(9_999),
                    "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "A".repeat(19_999),
                    "X-" + "A".repeat(10_000) + ":1",
                    "A.".repeat(5000) + "B:1",
                    "REQUEST-STATUS:" + "2.0;".repeat(4000),
                    "SEQUENCE:" + "9".repeat(10_000),
                    "DTEND;TZID=" + "A/".repeat(5000) + ":20261103T100000",
                    "DTEND;TZID=../../../etc/passwd:20261103T100000");

    @Test
    void noEventKeepsIcal4jBusy() {
        for (String bomb : BOMBS) {
            String event = SOUND.replace("SUMMARY:Planning\n", bomb + "\n" + "SUMMARY:x\n");
            String[] many =
                    IntStream.range(0, 20)
                            .mapToObj(i -> event.replace("1@", i + "@"))
                            .toArray(String[]::new);
            ImportPreview preview =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> preview("", many), bomb.substring(0, 12));
            assertEquals(20, preview.events().size(), bomb.substring(0, 12));
        }
    }

    @Test
    void deepComponentsAreLeftOut() {
        String deep =
                SOUND.replace(
                        "END:VEVENT\n",
                        "BEGIN:VALARM\n".repeat(14) + "END:VALARM\n".repeat(14) + "END:VEVENT\n");
        List<String> complaints = complaints("", deep);
        assertTrue(complaints.contains("VALARM: components nested too deep"), complaints::toString);
    }

    @Test
    void theFuzzCorpusIsJudgedWithoutAFault() throws IOException {
        Path corpus =
                Path.of("src/test/resources/org/imipagent/fuzz/CalendarFuzzTestInputs/anyBytes");
        int events = 0;
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.toList()) {
                var text =
                        CalendarReader.read(
                                Files.readString(file, StandardCharsets.ISO_8859_1),
                                Limits.STANDARD);
                events +=
                        assertTimeoutPreemptively(
                                        Duration.ofSeconds(20), () -> ImportPreview.of(text))
                                .events()
                                .size();
            }
        }
        assertTrue(events >= 10, events + " events");
    }
}
