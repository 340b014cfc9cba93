package org.imipagent.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.store.StoreSamples.HOUR;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Offer;
import org.imipagent.store.StoreTrouble.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store as the first version made it, in the hands of this program. */
class UpgradeTest {

    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");
    private static final SqliteStore.Options IMPATIENT =
            new SqliteStore.Options(0660, 02770, Duration.ZERO);

    @TempDir Path folder;

    @BeforeEach
    void makeTheFirstVersion() throws IOException {
        Files.createFile(folder.resolve(SqliteStore.FILE));
        try (var resource =
                Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("version-1.sql"))) {
            String sql = new String(resource.readAllBytes(), UTF_8);
            run(sql.substring(sql.indexOf("\n\n")).strip().split("\n\n", -1));
        }
    }

    private void run(String... statements) {
        try (Session session = file().toWrite()) {
            session.one(Rows::text, "PRAGMA journal_mode = WAL");
            session.run("BEGIN IMMEDIATE");
            for (String statement : statements) {
                session.run(statement);
            }
            session.run("COMMIT");
        }
    }

    private SqliteFile file() {
        return new SqliteFile(folder.resolve(SqliteStore.FILE), IMPATIENT);
    }

    private long number(String sql) {
        try (Session session = Objects.requireNonNull(file().toRead())) {
            return Objects.requireNonNull(session.one(Rows::number, sql));
        }
    }

    private long version() {
        return number("SELECT version FROM site");
    }

    private long tables() {
        return number("SELECT count(*) FROM sqlite_master");
    }

    /** Everything that was kept is there, and everything that is new works. */
    private void assertUpgraded() {
        assertEquals(Schema.VERSION, version());
        try (var store = SqliteStore.open(folder)) {
            assertEquals(List.of(), store.verify());
            try (var reading = store.read()) {
                assertEquals(List.of(VINCENT), reading.users());
                assertEquals(List.of("hourly", "lunch"), reading.uids(VINCENT));
                KeptEvent hourly = Objects.requireNonNull(reading.event(VINCENT, "hourly"));
                assertEquals(3, hourly.version());
                assertNotNull(hourly.expandedTo());
                assertEquals(2, reading.occurrences(VINCENT, Instant.MIN, Instant.MAX).size());
                assertEquals(1, reading.requests(VINCENT).size());
                assertEquals(1, reading.activity(VINCENT, 9).size());
                assertEquals(1, reading.outbox(NOW, 9).size());
                assertEquals(Map.of("TZID", "Europe/Oslo"), reading.preferences(VINCENT));
                byte[] secret = new byte[32];
                for (int i = 0; i < 32; i++) {
                    secret[i] = (byte) i;
                }
                assertArrayEquals(secret, reading.secret());
            }
            try (var writing = store.write()) {
                assertTrue(!writing.useKey(VINCENT, "once", NOW), "a form acts once");
                var offer = new Offer("lunch", null, NOW, NOW.plusSeconds(HOUR), NOW);
                writing.hold(VINCENT, offer);
                writing.prefer(VINCENT, "aliases", "vole@example.com");
                var other = new CalendarAddress("other@example.com");
                var told = new FreeBusy(NOW, NOW.plusSeconds(HOUR), List.of());
                writing.learn(VINCENT, other, told, NOW);
                writing.learn(VINCENT, other, told, NOW.minusSeconds(HOUR));
                assertEquals(NOW, writing.heard(VINCENT, other));
                writing.expand(VINCENT, "hourly", NOW, NOW.plusSeconds(HOUR), List.of());
                assertEquals(List.of(offer), writing.offers(VINCENT));
                assertEquals(VINCENT, writing.owner(new CalendarAddress("vole@example.com")));
                KeptEvent hourly = Objects.requireNonNull(writing.event(VINCENT, "hourly"));
                assertEquals(NOW, hourly.expandedFrom());
                writing.commit();
            }
        }
    }

    @Test
    void theFirstThatWritesUpgradesAlsoWhenItThenWritesNothing() {
        assertEquals(1, version());
        try (var store = SqliteStore.open(folder)) {
            store.write().close();
        }
        assertUpgraded();
    }

    @Test
    void theFirstThatReadsUpgrades() {
        try (var store = SqliteStore.open(folder);
                var reading = store.read()) {
            assertEquals(List.of("hourly", "lunch"), reading.uids(VINCENT));
        }
        assertUpgraded();
    }

    @Test
    void twiceIsOnce() {
        for (int i = 0; i < 2; i++) {
            try (var store = SqliteStore.open(folder)) {
                store.read().close();
                store.write().close();
            }
        }
        assertUpgraded();
    }

    /** An administrator looks at what there is, or copies it, before anything else. */
    @Test
    void verifyingAndBackingUpLeaveItAsItIs() {
        Path copy = folder.resolve("copy.sqlite");
        try (var store = SqliteStore.open(folder)) {
            StoreTrouble told = assertThrows(StoreTrouble.class, store::verify);
            assertEquals(Kind.OTHER_VERSION, told.kind());
            assertTrue(String.valueOf(told.getMessage()).contains("imip-agent store upgrade"));
            store.backup(copy);
        }
        assertEquals(1, version());
    }

    @Test
    void anUpgradeThatFailsHalfWayLeavesTheFirstVersionWhole() {
        run("CREATE TABLE alias (in_the_way TEXT)");
        long before = tables();
        try (var store = SqliteStore.open(folder)) {
            assertEquals(Kind.UNUSABLE, assertThrows(StoreTrouble.class, store::write).kind());
            assertEquals(Kind.UNUSABLE, assertThrows(StoreTrouble.class, store::read).kind());
        }
        assertEquals(1, version());
        assertEquals(before, tables(), "the second version's tables came before the failure");
        run("DROP TABLE alias");
        try (var store = SqliteStore.open(folder)) {
            store.write().close();
        }
        assertUpgraded();
    }

    @Test
    void anUpgradeThatIsKilledBeforeItsCommitLeavesTheFirstVersionWhole() {
        long before = tables();
        try (Session session = file().toWrite()) {
            session.run("BEGIN IMMEDIATE");
            Schema.upgrade(session, 1);
            session.abandon();
        }
        assertEquals(1, version());
        assertEquals(before, tables());
    }

    /** Not for ever: the page says that it is busy, and the mail server tries again. */
    @Test
    void whileAnotherWritesAReaderWaitsAndThenSaysSo() {
        try (Session session = file().toWrite();
                var store = SqliteStore.open(folder, IMPATIENT)) {
            session.run("BEGIN IMMEDIATE");
            assertEquals(Kind.LOCKED, assertThrows(StoreTrouble.class, store::read).kind());
        }
        assertEquals(1, version());
    }

    @Test
    void forgettingAUserLeavesNothingInAnyTable() {
        try (var store = SqliteStore.open(folder)) {
            store.write().close();
        }
        assertUpgraded();
        try (var store = SqliteStore.open(folder);
                var writing = store.write()) {
            writing.forget(VINCENT);
            writing.commit();
        }
        for (String table : Schema.OF_A_USER) {
            assertEquals(0, number("SELECT count(*) FROM " + table), table);
        }
    }
}
