package org.imipagent.stories;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.Request;
import org.imipagent.itip.Verdict;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.StoreTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one mail of a stranger may cost, counted: it grows as the mail, and others get between. */
class MailCostTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private IncomingMailHandler.Received receive(String mail, int mostEvents) {
        var settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                        .with(SiteSettings.MAX_EVENTS, mostEvents);
        var site = new Installation(settings, store, Zone.UTC, "host.example.com");
        var received =
                new IncomingMailHandler(site).receive(mail.getBytes(UTF_8), List.of(VINCENT), NOW);
        assertEquals(List.of(), received.faults());
        return received;
    }

    private static String mail(String content) {
        return """
                From: anna@example.net
                To: vincent.vole@example.com
                Message-ID: <many@example.net>
                MIME-Version: 1.0
                Content-Type: text/calendar; method=REQUEST

                """
                + content;
    }

    private static String calendar(String events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\nMETHOD:REQUEST\n"
                + events
                + "END:VCALENDAR\n";
    }

    private static String invitation(String uid, String more) {
        return """
                BEGIN:VEVENT
                UID:%s
                DTSTAMP:20261101T090000Z
                DTSTART:20261103T100000Z
                DTEND:20261103T110000Z
                SUMMARY:Meeting
                ORGANIZER:mailto:anna@example.net
                %sATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
                END:VEVENT
                """
                .formatted(uid, more);
    }

    private static String invitations(String prefix, int count) {
        return mail(
                calendar(
                        IntStream.range(0, count)
                                .mapToObj(i -> invitation(prefix + i, ""))
                                .collect(Collectors.joining())));
    }

    private List<String> uids() {
        try (var reading = store.read()) {
            return reading.uids(VINCENT);
        }
    }

    private List<Activity> activity() {
        try (var reading = store.read()) {
            return reading.activity(VINCENT, 1000);
        }
    }

    // ---- A bound on events

    @Test
    void eventsBeyondTheBoundAreRefusedByName() {
        receive(invitations("a", 35), 30);
        assertEquals(30, uids().size());
        List<Activity> noted = activity();
        assertEquals(31, noted.size());
        assertEquals(Verdict.TOO_MANY_EVENTS, noted.getFirst().verdict());
        assertEquals(
                "too-many-events: 5 were left out; more than MAX_EVENTS = 30, which config.txt can"
                        + " raise",
                noted.getFirst().detail());
    }

    @Test
    void theMailHandedOnNamesWhatWasRefused() {
        String handedOn =
                new String(
                        receive(invitations("a", 35), 30).handOn().getFirst().message().bytes(),
                        UTF_8);
        assertTrue(handedOn.contains("X-Imip-Agent: too-many-events"), handedOn);
    }

    @Test
    void theSameCalendarTwiceInOneMailCountsOnce() {
        String both = calendar(invitation("a", "") + invitation("b", ""));
        receive(mail(both + both), 2);
        assertEquals(
                List.of(Verdict.INVITED, Verdict.INVITED),
                activity().stream().map(Activity::verdict).toList());
    }

    @Test
    void thousandsOfEmptyCalendarsAreToldInAFewLines() {
        receive(mail("BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n".repeat(5000)), 200);
        List<Activity> noted = activity();
        assertEquals(20, noted.size());
        assertEquals("and 4981 more were refused", noted.getFirst().detail());
    }

    // ---- Several transactions

    /** As one that is killed: what is written of its transaction is gone. */
    private void sql(String statement) {
        String file = "jdbc:sqlite:" + folder.resolve(SqliteStore.FILE);
        try (var connection = DriverManager.getConnection(file);
                var writing = connection.createStatement()) {
            writing.execute(statement);
        } catch (SQLException trouble) {
            throw new AssertionError(trouble);
        }
    }

    @Test
    void aMailThatFailsHalfWayGoesOnWhereItWas() {
        receive(invitations("before", 1), 200);
        sql(
                "CREATE TRIGGER stop BEFORE INSERT ON event WHEN NEW.uid = 'a55'"
                        + " BEGIN SELECT RAISE(ABORT, 'stopped'); END");
        String mail = invitations("a", 70);
        assertThrows(StoreTrouble.class, () -> receive(mail, 200));
        assertEquals(51, uids().size(), "in steps of ten");
        sql("DROP TRIGGER stop");
        var received = receive(mail, 200);
        assertEquals(1, received.handOn().size());
        assertEquals(71, uids().size());
        try (var reading = store.read()) {
            assertEquals(71, reading.requests(VINCENT).size());
            assertEquals(
                    List.of("a50"),
                    reading.requests(VINCENT, "a50").stream().map(Request::uid).toList());
        }
        String told = new String(received.handOn().getFirst().message().bytes(), UTF_8);
        assertTrue(told.contains("60 more"), "repeated or not, all are told: " + told);
    }

    // ---- The cost grows as the mail

    /** A few statements for each event, whatever waits and is kept already. */
    @Test
    void statementsGrowAsTheEvents() {
        receive(invitations("warm", 20), 1000);
        long one = statements(invitations("a", 40));
        long two = statements(invitations("b", 80));
        long four = statements(invitations("c", 160));
        assertEquals(2 * (two - one), four - two);
        assertTrue(two - one < 40 * 12, (two - one) + " statements for 40 events");
    }

    private long statements(String mail) {
        long before = store.statements();
        receive(mail, 1000);
        return store.statements() - before;
    }

    /** Also of what is read: a mail that comes again reads what waits of each event alone. */
    @Test
    void whatIsReadGrowsAsTheEvents() {
        receive(invitations("warm", 200), 1000);
        receive(invitations("warm", 200), 1000);
        String one = invitations("a", 200);
        String four = invitations("b", 800);
        long first = bytes(() -> receive(one, 1000));
        long second = bytes(() -> receive(four, 1000));
        assertLinear(first, second);
        assertLinear(bytes(() -> receive(one, 1000)), bytes(() -> receive(four, 1000)));
    }

    @Test
    void whatIsMadeGrowsAsTheAttendees() {
        String small = guests(500);
        String large = guests(2000);
        receive(mail(calendar(invitation("warm", small))), 1);
        receive(mail(calendar(invitation("warm", "SEQUENCE:1\n" + small))), 1);
        var costs = new ArrayList<Long>();
        for (String guests : List.of(small, large)) {
            String uid = "party" + costs.size();
            String invitation = mail(calendar(invitation(uid, guests)));
            String update = mail(calendar(invitation(uid, "SEQUENCE:1\n" + guests)));
            costs.add(
                    bytes(
                            () -> {
                                receive(invitation, 1);
                                receive(update, 1);
                            }));
        }
        assertLinear(costs.get(0), costs.get(1));
    }

    private static String guests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "ATTENDEE;RSVP=TRUE:mailto:guest" + i + "@example.net\n")
                .collect(Collectors.joining());
    }

    private static long bytes(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** Four times as much may cost six times as much, and not sixteen times. */
    private static void assertLinear(long one, long four) {
        assertTrue(four < 6 * one, one + " bytes, and for four times as much " + four);
    }

    /** It took hours: each line end was followed to the end of all of them. */
    @Test
    @Timeout(60)
    void emptyLinesBeforeWhatIsNoUtf8AreWalkedOnce() {
        String lines = "\n".repeat(1_900_000);
        byte[] mail =
                mail(calendar(lines + invitation("a", "COMMENT:\u00e9\n"))).getBytes(ISO_8859_1);
        var settings = Settings.defaults().with(SiteSettings.STORE_DIR, folder.toString());
        var site = new Installation(settings, store, Zone.UTC, "host.example.com");
        new IncomingMailHandler(site).receive(mail, List.of(VINCENT), NOW);
        assertEquals(List.of("a"), uids());
    }
}
