package org.imipagent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.main.TestShell.Ended;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that give and take calendars: export, import, freebusy, occurrences. */
class CalendarCommandsTest {

    private static final String VINCENT = "vincent.vole@example.com";
    private static final String PAULA = "paula.puffin@example.com";

    @TempDir Path folder = Path.of("");
    private TestShell shell = new TestShell(folder);

    @BeforeEach
    void setUp() {
        shell = TestShell.with(folder);
    }

    private static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n";
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:"
                + uid
                + "\r\nDTSTAMP:20261001T080000Z\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VEVENT";
    }

    private static final String WEEKLY =
            event(
                    "weekly@example.net",
                    "DTSTART;TZID=Europe/Oslo:20261102T090000",
                    "DURATION:PT1H",
                    "RRULE:FREQ=WEEKLY;COUNT=5",
                    "SUMMARY:Møte med Åse 🦫",
                    "ORGANIZER:mailto:olga@example.net",
                    "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:" + VINCENT);

    private static final String MOVED =
            event(
                    "weekly@example.net",
                    "RECURRENCE-ID;TZID=Europe/Oslo:20261109T090000",
                    "DTSTART;TZID=Europe/Oslo:20261109T130000",
                    "DURATION:PT1H",
                    "SUMMARY:Later",
                    "ORGANIZER:mailto:olga@example.net",
                    "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:" + VINCENT);

    private static final String DAILY =
            event(
                    "daily@example.com",
                    "DTSTART:20261102T070000Z",
                    "DTEND:20261102T073000Z",
                    "RRULE:FREQ=DAILY",
                    "SUMMARY:Coffee");

    private static String mail(String method, String event) {
        return "From: olga@example.net\r\nTo: "
                + VINCENT
                + "\r\nMessage-ID: <1@example.net>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8;"
                + " method="
                + method
                + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + calendar("METHOD:" + method, event);
    }

    private Ended keep(String user, String... events) {
        return shell.given(calendar(events), "import", "--user", user, "-");
    }

    @Test
    void searchFindsWhatThePageFinds() {
        keep(VINCENT, WEEKLY, DAILY).is(0);
        Ended found = shell.run("search", "--user", VINCENT, "cof").is(0);
        assertEquals(1, found.lines().size(), found.out());
        assertTrue(found.out().contains("daily@example.com"), found.out());
        assertTrue(
                shell.run("search", "--user", VINCENT, "--json", "olga", "2026-11-09")
                        .is(0)
                        .out()
                        .contains("\"uid\":\"weekly@example.net\""));
        assertEquals("", shell.run("search", "--user", VINCENT, "lunch").is(0).out());
        shell.run("search", "--user", VINCENT, "---").is(64);
        shell.run("search", "--user", VINCENT, "--most", "0", "x").is(64);
        shell.run("search", "--user", "nobody@example.com", "x").is(65);
    }

    @Test
    void whatCameByMailIsExportedAndImportedAndExportedTheSame() {
        shell.given(mail("REQUEST", WEEKLY), "person", "-d", "-o", VINCENT).is(0);
        shell.given(mail("REQUEST", MOVED), "person", "-d", "-o", VINCENT).is(0);
        String cancel =
                event(
                        "weekly@example.net",
                        "SEQUENCE:1",
                        "RECURRENCE-ID;TZID=Europe/Oslo:20261116T090000",
                        "DTSTART;TZID=Europe/Oslo:20261116T090000",
                        "ORGANIZER:mailto:olga@example.net",
                        "ATTENDEE:mailto:" + VINCENT);
        shell.given(mail("CANCEL", cancel), "person", "-d", "-o", VINCENT).is(0);

        String first = shell.run("export", "--user", VINCENT).is(0).out();

        assertEquals(1, count(first, "BEGIN:VCALENDAR"));
        assertEquals(3, count(first, "BEGIN:VEVENT"), first);
        assertEquals(1, count(first, "STATUS:CANCELLED"), first);
        assertEquals(1, count(first, "BEGIN:VTIMEZONE"), first);
        assertTrue(first.contains("Møte med Åse 🦫"), "in UTF-8 whatever the locale: " + first);

        shell.given(first, "import", "--user", PAULA, "-").is(0);
        assertEquals(first, shell.run("export", "--user", PAULA).is(0).out());
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void marksOfOurOwnStayAtHome() {
        try (Store store = SqliteStore.open(shell.store())) {
            store.change(
                    writing -> {
                        writing.add(new CalendarAddress(VINCENT), Instant.EPOCH);
                        String text =
                                calendar(
                                        event(
                                                "a@example.com",
                                                "DTSTART:20261102T070000Z",
                                                "ATTENDEE;PARTSTAT=ACCEPTED;X-IMIP-AGENT-WAS=DECLINED:mailto:x@example.net"));
                        writing.keep(
                                new CalendarAddress(VINCENT),
                                "a@example.com",
                                text,
                                null,
                                List.of(),
                                Instant.EPOCH);
                    });
        }
        String out = shell.run("export", "--user", VINCENT).is(0).out();
        assertTrue(out.contains("PARTSTAT=ACCEPTED:mailto:x@example.net"), out);
        assertFalse(out.contains("X-IMIP-AGENT"), out);
    }

    @Test
    void marksOfOurOwnAreNotTakenFromOthers() {
        keep(
                        VINCENT,
                        event(
                                "a@example.com",
                                "DTSTART:20261102T070000Z",
                                "ATTENDEE;X-IMIP-AGENT-REPLIED=20991231T000000Z:mailto:x@example.net"))
                .is(0);
        assertFalse(kept(VINCENT, "a@example.com").text().contains("X-IMIP-AGENT"));
    }

    @Test
    void aWindowChoosesTheEventsThatTakePlaceInIt() {
        keep(
                        VINCENT,
                        DAILY,
                        WEEKLY,
                        event("day@example.com", "DTSTART;VALUE=DATE:20261105", "SUMMARY:A day"),
                        event("old@example.com", "DTSTART:20200101T100000Z"))
                .is(0);
        assertEquals(List.of("daily", "day", "weekly"), exported("2026-11-05", "2026-11-10"));
        assertEquals(List.of("daily", "day"), exported("2026-11-05", "2026-11-06"));
        assertEquals(List.of("old"), exported("2019-12-31", "2020-01-02"));
        assertEquals(List.of("daily"), exported("2040-01-01", "2040-01-02"), "past the horizon");
        assertEquals(
                List.of("daily", "weekly"),
                uids(
                        shell.run(
                                        "export",
                                        "--user",
                                        VINCENT,
                                        "--from",
                                        "2026-11-06T00:00:00+01:00")
                                .is(0)));
        assertEquals(
                List.of("old"),
                uids(shell.run("export", "--user", VINCENT, "--to", "2026-11-02").is(0)));
    }

    private List<String> exported(String from, String to) {
        return uids(shell.run("export", "--user", VINCENT, "--from", from, "--to", to).is(0));
    }

    private static List<String> uids(Ended ended) {
        return ended.lines().stream()
                .filter(line -> line.startsWith("UID:"))
                .map(line -> line.substring(4, line.indexOf('@')))
                .toList();
    }

    @Test
    void nobodysCalendarIsRefusedAndNothingIsMade() {
        Ended ended = shell.run("export", "--user", "nobody@example.com").is(65);
        assertTrue(
                ended.err().startsWith("imip-agent: unknown user nobody@example.com: "),
                ended.err());
        assertEquals("", ended.out());
        assertFalse(Files.exists(shell.store()));
    }

    @Test
    void importTellsWhatBecameOfEachEvent() {
        String odd = event("odd@example.com", "SUMMARY:No time at all");
        String todo = "BEGIN:VTODO\r\nUID:todo@example.com\r\nEND:VTODO";
        List<String> file = calendar(WEEKLY, odd, todo).lines().toList();
        int lineOfTodo = file.indexOf("BEGIN:VTODO") + 1;
        int lineOfOdd =
                file.subList(0, file.indexOf("UID:odd@example.com")).lastIndexOf("BEGIN:VEVENT")
                        + 1;
        Ended ended = keep(VINCENT, WEEKLY, odd, todo).is(65);
        assertEquals(
                1,
                ended.lines().stream()
                        .filter(l -> l.startsWith("kept\tweekly@example.net\t"))
                        .count(),
                ended.out());
        assertEquals(
                1,
                ended.lines().stream()
                        .filter(
                                l ->
                                        l.startsWith(
                                                "refused\todd@example.com\tNo time at all\tline %d: impossible: "
                                                        .formatted(lineOfOdd)))
                        .count(),
                ended.out());
        assertEquals(
                1,
                ended.lines().stream()
                        .filter(
                                l ->
                                        l.startsWith(
                                                "refused\t-\t-\tline %d: VTODO is not an event"
                                                        .formatted(lineOfTodo)))
                        .count(),
                ended.out());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertEquals(List.of("weekly"), uids(shell.run("export", "--user", VINCENT).is(0)));
        Ended activity = shell.run("activity", "--user", VINCENT).is(0);
        assertTrue(activity.out().contains("tool\timport\t"), activity.out());
        assertTrue(activity.out().contains("1 kept, 2 refused"), activity.out());
    }

    private static final String ODD =
            event(
                    "odd@example.com",
                    "DTSTART:20261102T070000Z",
                    "PRIORITY:high",
                    "SUMMARY:Odd",
                    "a line of garbage");

    @Test
    void aDryRunTellsWhatWouldBecomeOfEachEventAndKeepsNothing() {
        keep(VINCENT, DAILY).is(0);
        String file =
                calendar(
                        DAILY,
                        WEEKLY,
                        ODD,
                        event("none@example.com", "SUMMARY:No time at all"),
                        "BEGIN:VTODO\r\nUID:todo@example.com\r\nEND:VTODO");
        String before = shell.run("export", "--user", VINCENT).is(0).out();
        Ended ended = shell.given(file, "import", "--dry-run", "--json", "--user", VINCENT, "-");
        assertEquals(
                List.of("refused", "unchanged", "new", "new", "refused", "problem"),
                TestShell.json(ended.is(65).out(), "outcome"));
        assertEquals(
                List.of("", "daily@example.com", "weekly@example.net", "odd@example.com"),
                TestShell.json(ended.out(), "uid").subList(0, 4));
        assertTrue(ended.out().contains("\"complaints\":[\"PRIORITY: "), ended.out());
        assertTrue(ended.out().contains("not-a-property: a line of garbage"), ended.out());
        assertTrue(ended.err().contains("2 items would not be imported; nothing was kept"));
        assertEquals(before, shell.run("export", "--user", VINCENT).is(0).out());

        Ended changed =
                shell.given(
                        calendar(DAILY.replace("Coffee", "Tea")),
                        "import",
                        "--dry-run",
                        "--user",
                        VINCENT,
                        "-");
        assertEquals("changed\tdaily@example.com\tTea\t-\t-\t-\n", changed.is(0).out());
        assertEquals(before, shell.run("export", "--user", VINCENT).is(0).out());
    }

    /** What the dry run says is what is done: the same decisions. */
    @Test
    void aDryRunRefusesWhatIsRefused() {
        String file =
                calendar(
                        WEEKLY,
                        event(
                                "wrong@example.com",
                                "DTSTART:20261102T070000Z",
                                "RRULE:FREQ=DAILY;RSCALE=CHINESE"),
                        event("none@example.com", "SUMMARY:No time at all"));
        Ended dry = shell.given(file, "import", "--dry-run", "--json", "--user", VINCENT, "-");
        Ended done = shell.given(file, "import", "--json", "--user", VINCENT, "-");
        assertEquals(
                TestShell.json(done.is(65).out(), "why"), TestShell.json(dry.is(65).out(), "why"));
        assertEquals(
                TestShell.json(done.out(), "outcome"),
                TestShell.json(dry.out(), "outcome").stream()
                        .map(outcome -> outcome.equals("new") ? "kept" : outcome)
                        .toList());
    }

    @Test
    void inspectTellsEventsProblemsAndComplaints() {
        Ended ended = shell.given(calendar("METHOD:REQUEST", ODD), "inspect", "-").is(0);
        assertTrue(
                ended.lines().contains("event REQUEST odd@example.com - sequence 0: Odd"),
                ended.out());
        assertTrue(
                ended.lines().contains("problem not-a-property: a line of garbage"), ended.out());
        assertTrue(
                ended.lines()
                        .contains(
                                "ical4j odd@example.com VEVENT: The following are REQUIRED, but MUST NOT"
                                        + " occur more than once: ORGANIZER"),
                ended.out());
        Ended json = shell.given(calendar(WEEKLY, MOVED), "inspect", "--json", "-").is(0);
        assertEquals(
                List.of("weekly@example.net", "weekly@example.net", "null"),
                TestShell.json(json.out(), "uid"));
        assertEquals(
                List.of("null", "20261109T080000Z", "null"),
                TestShell.json(json.out(), "recurrenceId"));
        Ended nothing = shell.given("Dear all,\n", "inspect", "--json", "-").is(65);
        assertTrue(nothing.out().contains("no-calendar"), nothing.out());
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        keep(VINCENT, WEEKLY, MOVED).is(0);
        KeptEvent first = kept(VINCENT, "weekly@example.net");
        Ended again = keep(VINCENT, WEEKLY, MOVED).is(0);
        assertTrue(again.out().startsWith("unchanged\tweekly@example.net\t"), again.out());
        assertEquals(first, kept(VINCENT, "weekly@example.net"));
    }

    @Test
    void occurrencesThatComeAloneJoinTheirMaster() {
        keep(VINCENT, WEEKLY).is(0);
        keep(VINCENT, MOVED).is(0);
        String text = kept(VINCENT, "weekly@example.net").text();
        assertEquals(2, count(text, "BEGIN:VEVENT"), text);
        assertTrue(text.contains("RRULE:"), text);
    }

    @Test
    void messagesAndOtherThingsAreNotImported() throws IOException {
        Ended reply =
                shell.given(calendar("METHOD:REPLY", WEEKLY), "import", "--user", VINCENT, "-")
                        .is(65);
        assertTrue(
                reply.out()
                        .contains(
                                "a message of METHOD:REPLY cannot be imported: use imip-agent person"),
                reply.out());
        Ended text = shell.given("Dear all,\n", "import", "--user", VINCENT, "-").is(65);
        assertTrue(text.out().contains("no-calendar"), text.out());
        Ended missing = shell.run("import", "--user", VINCENT, folder + "/missing.ics").is(65);
        assertTrue(missing.err().contains("/missing.ics"), missing.err());
        Ended directory = shell.run("import", "--user", VINCENT, folder.toString()).is(65);
        assertEquals(1, directory.err().lines().count(), directory.err());
        Path binary = Files.write(folder.resolve("binary"), new byte[] {0, 1, (byte) 0xff, 13, 0});
        shell.run("import", "--user", VINCENT, binary.toString()).is(65);
    }

    @Test
    void importMailsNobodyUnlessItIsToSend() {
        String mine =
                """
                BEGIN:VEVENT
                UID:mine
                DTSTAMP:20261101T090000Z
                DTSTART:20991103T090000Z
                ORGANIZER:mailto:%s
                ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bo@example.net
                END:VEVENT
                """
                        .formatted(VINCENT);
        String theirs =
                mine.replace("UID:mine", "UID:theirs")
                        .replace(
                                "ORGANIZER:mailto:" + VINCENT, "ORGANIZER:mailto:anna@example.net");
        shell.given(calendar(mine), "import", "--user", VINCENT, "-").is(0);
        assertEquals(
                List.of(), TestShell.json(shell.run("outbox", "list", "--json").is(0).out(), "to"));
        String moved = mine.replace("T090000Z\nORG", "T100000Z\nORG") + theirs;
        shell.given(calendar(moved), "import", "--send", "--user", VINCENT, "-").is(0);
        String waiting = shell.run("outbox", "list", "--json").is(0).out();
        assertEquals(1, waiting.split("bo@example.net", -1).length - 1, waiting);
        assertFalse(waiting.contains("anna@example.net"), waiting);
        shell.given(calendar(moved), "import", "--send", "--user", VINCENT, "-").is(0);
        assertEquals(waiting, shell.run("outbox", "list", "--json").is(0).out());
    }

    @Test
    void severalFilesAreTakenAndAFaultyOneDoesNotUndoAnother() {
        Path good = shell.write("good.ics", calendar(DAILY));
        Path bad = shell.write("bad.ics", "");
        Ended ended =
                shell.run("import", "--json", "--user", VINCENT, bad.toString(), good.toString())
                        .is(65);
        assertEquals(List.of("refused", "kept"), TestShell.json(ended.out(), "outcome"));
        assertEquals(List.of(bad.toString(), good.toString()), TestShell.json(ended.out(), "file"));
        assertEquals(List.of("daily"), uids(shell.run("export", "--user", VINCENT).is(0)));
    }

    @Test
    void freeBusyIsPrintedForAWindow() {
        keep(VINCENT, DAILY).is(0);
        String out =
                shell.run(
                                "freebusy",
                                "--user",
                                VINCENT,
                                "--start",
                                "2026-11-02T00:00:00Z",
                                "--end",
                                "2026-11-04T00:00:00Z",
                                "--now",
                                "2026-11-01T10:00:00Z")
                        .is(0)
                        .out();
        assertEquals(
                """
                BEGIN:VFREEBUSY
                UID:freebusy-vincent.vole@example.com
                DTSTAMP:20261101T100000Z
                ORGANIZER:mailto:vincent.vole@example.com
                DTSTART:20261102T000000Z
                DTEND:20261104T000000Z
                FREEBUSY;FBTYPE=BUSY:20261102T070000Z/20261102T073000Z
                FREEBUSY;FBTYPE=BUSY:20261103T070000Z/20261103T073000Z
                END:VFREEBUSY
                """,
                out.replace("\r\n", "\n")
                        .substring(out.replace("\r\n", "\n").indexOf("BEGIN:VFREEBUSY"))
                        .replace("END:VCALENDAR\n", ""));
        assertTrue(out.contains("METHOD:PUBLISH\r\n"), out);
    }

    @Test
    void freeBusyReachesPastTheHorizon() {
        keep(VINCENT, DAILY).is(0);
        String horizon =
                shell.run(
                                "freebusy",
                                "--user",
                                VINCENT,
                                "--start",
                                "2027-12-01",
                                "--end",
                                "2027-12-11")
                        .is(0)
                        .out();
        assertEquals(10, count(horizon, "FREEBUSY;"), horizon);
        String past =
                shell.run(
                                "freebusy",
                                "--user",
                                VINCENT,
                                "--start",
                                "2035-01-01",
                                "--end",
                                "2035-01-04")
                        .is(0)
                        .out();
        assertEquals(3, count(past, "FREEBUSY;"), past);
    }

    @Test
    void freeBusyRefusesWindowsThatAreNone() {
        keep(VINCENT, DAILY).is(0);
        shell.run("freebusy").is(64);
        shell.run("freebusy", "--user", "nobody@example.com").is(65);
        shell.run("freebusy", "--user", VINCENT, "--start", "2026-11-02", "--end", "2026-11-02")
                .is(64);
        shell.run("freebusy", "--user", VINCENT, "--start", "1900-01-01", "--end", "9999-01-01")
                .is(64);
        shell.run("freebusy", "--user", VINCENT, "--start", "yesterday").is(64);
        shell.run("freebusy", "rebuild", "--start", "2026-11-02").is(64);
        shell.run("freebusy", "--start", "2026-11-02", "rebuild").is(64);
        shell.run("freebusy", "--user", "nobody@example.com", "publish").is(65);
    }

    @Test
    void theHorizonMovesOnAndTheEventStaysTheSame() {
        keep(VINCENT, DAILY).is(0);
        KeptEvent before = kept(VINCENT, "daily@example.com");
        assertEquals(0, occurrences("2028-06-01", "2028-06-02").size());

        Ended ended = shell.run("freebusy", "rebuild", "--now", "2028-05-01T00:00:00Z").is(0);

        assertEquals("1 event of 1 user rebuilt\n", ended.out());
        assertEquals(1, occurrences("2028-06-01", "2028-06-02").size());
        KeptEvent after = kept(VINCENT, "daily@example.com");
        assertEquals(before.text(), after.text());
        assertEquals(before.version(), after.version(), "open forms still act");
    }

    @Test
    void anEventThatCannotBeRebuiltIsNamedAndTheOthersAre() {
        keep(VINCENT, DAILY).is(0);
        try (Store store = SqliteStore.open(shell.store())) {
            store.change(
                    writing -> {
                        writing.keep(
                                new CalendarAddress(VINCENT),
                                "bad@example.com",
                                "nothing",
                                null,
                                List.of(),
                                Instant.EPOCH);
                    });
        }
        Ended ended = shell.run("freebusy", "rebuild", "--now", "2028-05-01T00:00:00Z").is(65);
        assertTrue(ended.err().contains("the event bad@example.com of " + VINCENT), ended.err());
        assertEquals(1, occurrences("2028-06-01", "2028-06-02").size());
        Ended export = shell.run("export", "--user", VINCENT).is(65);
        assertEquals(List.of("daily"), uids(export));
        assertTrue(export.err().contains("the event bad@example.com is left out"), export.err());
    }

    private List<Occurrence> occurrences(String from, String to) {
        try (Store store = SqliteStore.open(shell.store());
                ReadTransaction reading = store.read()) {
            return reading.occurrences(
                    new CalendarAddress(VINCENT),
                    Instant.parse(from + "T00:00:00Z"),
                    Instant.parse(to + "T00:00:00Z"));
        }
    }

    private KeptEvent kept(String user, String uid) {
        try (Store store = SqliteStore.open(shell.store());
                ReadTransaction reading = store.read()) {
            return Objects.requireNonNull(reading.event(new CalendarAddress(user), uid));
        }
    }

    @Test
    void occurrencesOfAFileAreALineEach() {
        String text =
                calendar(
                        WEEKLY,
                        MOVED,
                        event("day@example.com", "DTSTART;VALUE=DATE:20261105"),
                        event("floating@example.com", "DTSTART:20261106T120000", "DURATION:PT30M"));
        Ended ended =
                new TestShell(folder.resolve("no settings"))
                        .given(
                                text,
                                "occurrences",
                                "-",
                                "--from",
                                "2026-11-01",
                                "--to",
                                "2026-11-17",
                                "--zone",
                                "Europe/Oslo")
                        .is(0);
        assertEquals(
                """
                2026-11-02T08:00:00Z 2026-11-02T09:00:00Z 2026-11-02T08:00:00Z
                2026-11-05 2026-11-06 -
                2026-11-06T11:00:00Z 2026-11-06T11:30:00Z -
                2026-11-09T12:00:00Z 2026-11-09T13:00:00Z 2026-11-09T08:00:00Z
                2026-11-16T08:00:00Z 2026-11-16T09:00:00Z 2026-11-16T08:00:00Z
                """,
                ended.out());
        assertEquals("", ended.err());
    }

    @Test
    void occurrencesThatAreTooManyAreTold() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("endless.ics"),
                        calendar(
                                event(
                                        "s@example.com",
                                        "DTSTART:20261101T000000Z",
                                        "RRULE:FREQ=SECONDLY")),
                        StandardCharsets.UTF_8);
        Ended ended =
                shell.run(
                                "occurrences",
                                file.toString(),
                                "--from",
                                "2026-11-01",
                                "--to",
                                "2027-11-01")
                        .is(65);
        assertTrue(ended.err().contains("choose a shorter period"), ended.err());
        shell.run("occurrences", file.toString(), "--from", "2026-11-01").is(64);
        shell.run("occurrences", file.toString(), "--from", "2026-11-01", "--to", "2026-11-01")
                .is(64);
        shell.run("occurrences", file.toString(), "--from", "2026-11-01", "--to", "+99999-01-01")
                .is(64);
        shell.given("x", "occurrences", "-", "--from", "2026-11-01", "--to", "2026-11-02").is(65);
    }

    @Test
    void debugPrintsWhatItWouldSendAndLeavesWhatOthersWaitFor() {
        try (Store store = SqliteStore.open(shell.store())) {
            store.change(
                    writing -> {
                        writing.add(new CalendarAddress(PAULA), Instant.EPOCH);
                        writing.post(
                                new CalendarAddress(PAULA),
                                "calendar@example.com",
                                List.of("olga@example.net"),
                                "Subject: Waiting\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                                Instant.EPOCH);
                    });
        }
        String refresh = event("weekly@example.net", "ORGANIZER:mailto:" + VINCENT);
        keep(VINCENT, event("weekly@example.net", "DTSTART:20261102T070000Z"));
        var ended = shell.given(mail("REFRESH", refresh), "person", "-d", "-o", VINCENT).is(0);
        assertFalse(ended.out().contains("Subject: Waiting"), ended.out());
        assertTrue(shell.run("outbox", "list").out().contains("olga@example.net"));
    }

    @Test
    void mailForNobodyIsNotTakenAndLost() {
        var ended =
                shell.given(
                                "From: olga@example.net\r\nSubject: Hello\r\n\r\nHello\r\n",
                                "person",
                                "-d")
                        .is(75);
        assertTrue(ended.err().contains("-o RECIPIENT"), ended.err());
        assertEquals("", ended.out());
    }
}
