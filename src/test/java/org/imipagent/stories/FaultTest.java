package org.imipagent.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.Verdict;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail that our program fails on goes on to its mailbox all the same. */
class FaultTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @TempDir Path folder = Path.of("");

    @Test
    void aKeptTextThatNobodyCanReadHoldsNoMailUp() throws SQLException {
        var settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"));
        byte[] mail = mail().getBytes(StandardCharsets.UTF_8);
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var site = new Installation(settings, store, Zone.UTC, "host.example.com");
            var incoming = new IncomingMailHandler(site);
            incoming.receive(mail, List.of(VINCENT), NOW);
            damage();
            var received = incoming.receive(mail, List.of(VINCENT), NOW.plusSeconds(60));
            assertEquals(1, received.faults().size());
            assertArrayEquals(mail, received.handOn().getFirst().message().bytes());
            try (var reading = store.read()) {
                assertEquals(Verdict.FAULT, reading.activity(VINCENT, 1).getFirst().verdict());
            }
        }
    }

    /** Nobody has to spell such a time: neither the letter nor the program may fail on it. */
    @Test
    void aTimeThatCannotBeSpeltHoldsNoMailUp() {
        String hours = "999999999H".repeat(500);
        byte[] mail =
                mail().replace("METHOD:REQUEST", "METHOD:ADD")
                        .replace(
                                "DTSTART:20261103T090000Z",
                                "DTSTART:20261103T090000Z\nDURATION:PT" + hours)
                        .getBytes(StandardCharsets.UTF_8);
        var settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"));
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var site = new Installation(settings, store, Zone.UTC, "host.example.com");
            var received = new IncomingMailHandler(site).receive(mail, List.of(VINCENT), NOW);
            String all = new String(received.handOn().getFirst().message().bytes(), UTF_8);
            assertTrue(all.contains("DURATION:PT" + hours), all);
        }
    }

    /** An address that no letter can be written from: the settings' reader lets none such in. */
    @Test
    void aLetterThatCannotBeWrittenKeepsNoMailBack() {
        var settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                        .with(SiteSettings.MESSAGE_SENDER, "nobody at all");
        byte[] mail = mail().getBytes(StandardCharsets.UTF_8);
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var site = new Installation(settings, store, Zone.UTC, "host.example.com");
            var received = new IncomingMailHandler(site).receive(mail, List.of(VINCENT), NOW);
            assertEquals(1, received.faults().size());
            assertArrayEquals(mail, received.handOn().getFirst().message().bytes());
            try (var reading = store.read()) {
                assertEquals(Verdict.INVITED, reading.activity(VINCENT, 1).getFirst().verdict());
            }
        }
    }

    private void damage() throws SQLException {
        String file = "jdbc:sqlite:" + folder.resolve(SqliteStore.FILE);
        try (var connection = DriverManager.getConnection(file);
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE event SET icalendar = 'nothing'"));
        }
    }

    private static String mail() {
        return """
                From: anna@example.net
                To: vincent.vole@example.com
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=utf-8

                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:meeting@example.net
                DTSTAMP:20261101T090000Z
                DTSTART:20261103T090000Z
                ORGANIZER:mailto:anna@example.net
                ATTENDEE:mailto:vincent.vole@example.com
                END:VEVENT
                END:VCALENDAR
                """;
    }
}
