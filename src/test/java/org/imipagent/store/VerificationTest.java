package org.imipagent.store;

import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.imipagent.store.StoreSamples.activity;
import static org.imipagent.store.StoreSamples.invitation;
import static org.imipagent.store.StoreSamples.keep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.imipagent.store.Store.Damage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code store verify} names. */
class VerificationTest {

    @TempDir Path folder;

    @BeforeEach
    void aStoreWithSomethingOfEverything() {
        try (var store = SqliteStore.open(folder);
                var writing = store.write()) {
            writing.add(VINCENT, NOW);
            writing.prefer(VINCENT, "LANG", "nb");
            for (int i = 0; i < 50; i++) {
                keep(writing, VINCENT, "event " + i, NOW);
            }
            writing.ask(VINCENT, invitation("event 7"));
            writing.note(VINCENT, activity("for a reason"));
            writing.post(VINCENT, "", List.of("a@example.com"), new byte[] {1}, NOW);
            writing.commit();
        }
        assertEquals(List.of(), damages());
    }

    private List<Damage> damages() {
        try (var store = SqliteStore.open(folder)) {
            return store.verify();
        }
    }

    private Path file() {
        return folder.resolve(SqliteStore.FILE);
    }

    private void run(String statement) {
        try (Session session = new SqliteFile(file(), SqliteStore.Options.USUAL).toWrite()) {
            session.run(statement);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DELETE FROM event WHERE uid = 'event 3' | event 3 | occurrences without
                    DELETE FROM event WHERE uid = 'event 7' | event 7 | a request without
                    UPDATE occurrence SET end_ = start_ - 1 WHERE uid = 'event 3' | event 3 | ends before
                    UPDATE occurrence SET span = 4 WHERE uid = 'event 3' | event 3 | wrong class
                    UPDATE occurrence SET first_day = 4 WHERE uid = 'event 3' | event 3 | half of its days
                    UPDATE occurrence SET busy = 'ASLEEP' | vincent | ASLEEP
                    UPDATE occurrence SET participation = 'ASLEEP' | vincent | ASLEEP
                    UPDATE request SET kind = 'ASLEEP' | vincent | ASLEEP
                    UPDATE activity SET verdict = 'ASLEEP' | vincent | ASLEEP
                    UPDATE activity SET source = 'ASLEEP' | vincent | ASLEEP
                    UPDATE event SET version = 0 WHERE uid = 'event 3' | event 3 | version
                    UPDATE event SET icalendar = '' WHERE uid = 'event 3' | event 3 | does not begin
                    UPDATE event SET icalendar = 'BEGIN:VCALENDAR' WHERE uid = 'event 3' | event 3 | its UID
                    UPDATE outbox SET recipients = '' | outbox 1 | without recipients
                    UPDATE outbox SET message = x'' | outbox 1 | without a message
                    UPDATE preference SET name = '' | preference | without a name
                    UPDATE site SET secret = x'00' | site | secret
                    ALTER TABLE event ADD COLUMN colour TEXT | schema | unknown: table
                    DROP TABLE idempotency_key | schema | missing or different
                    DROP INDEX occurrence_time | schema | missing or different
                    CREATE TABLE songs (title TEXT) | schema | unknown: table
                    """)
    void whatIsWrongIsNamed(String statement, String where, String what) {
        run(statement);
        List<Damage> damages = damages();
        assertTrue(
                damages.stream()
                        .anyMatch(d -> d.where().contains(where) && d.what().contains(what)),
                damages::toString);
    }

    @Test
    void aUidThatIsFoldedOrEscapedIsFound() {
        try (var store = SqliteStore.open(folder);
                var writing = store.write()) {
            writing.keep(
                    VINCENT,
                    "a,b;c\\d🦔",
                    "BEGIN:VCALENDAR\r\nUID:a\\,b\r\n \\;c\\\\\r\n\td🦔\r\n",
                    null,
                    List.of(),
                    NOW);
            writing.commit();
        }
        assertEquals(List.of(), damages());
    }

    @Test
    void namesAreBounded() {
        try (var store = SqliteStore.open(folder);
                var writing = store.write()) {
            for (int i = 0; i < 500; i++) {
                writing.keep(VINCENT, "bad " + i, "", null, List.of(), NOW);
            }
            writing.commit();
        }
        assertEquals(100, damages().size());
    }

    /** Overwrites a random page with noise, again and again: always named, never thrown. */
    @Test
    void noiseInTheFileIsNamed() throws IOException {
        byte[] sound = Files.readAllBytes(file());
        var random = new Random(7);
        for (int page = 0; page < sound.length / 4096; page++) {
            Files.write(file(), sound);
            byte[] noise = new byte[4096];
            random.nextBytes(noise);
            try (var channel = Files.newByteChannel(file(), StandardOpenOption.WRITE)) {
                channel.position(page * 4096L).write(ByteBuffer.wrap(noise));
            }
            int overwritten = page;
            assertTrue(!damages().isEmpty(), () -> "page " + overwritten);
        }
    }

    @Test
    void aFileCutShortIsNamed() throws IOException {
        try (var channel = Files.newByteChannel(file(), StandardOpenOption.WRITE)) {
            channel.truncate(8192);
        }
        assertTrue(!damages().isEmpty());
    }

    @Test
    void whatIsNoDatabaseIsNamed() throws IOException {
        Files.writeString(file(), "Dear Vincent");
        List<Damage> damages = damages();
        assertEquals(1, damages.size());
        assertEquals(file().toString(), damages.getFirst().where());
    }
}
