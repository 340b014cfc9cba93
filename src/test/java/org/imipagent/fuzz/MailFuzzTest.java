package org.imipagent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.IncomingMailHandler.HandOn;
import org.imipagent.agent.IncomingMailHandler.Received;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;

/**
 * Bytes as a mail for a person who has one event of each kind: it is handed on whole, there is no
 * fault of ours, and what came twice acts once.
 */
class MailFuzzTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @FuzzTest
    void anyBytes(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("imip-fuzz");
        try (var store = SqliteStore.open(folder)) {
            var settings =
                    Settings.defaults()
                            .with(SiteSettings.STORE_DIR, folder.toString())
                            .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"));
            var site = new Installation(settings, store, Zone.UTC, "host.example.com");
            var incoming = new IncomingMailHandler(site);
            whole(incoming.receive(bytes, List.of(VINCENT), NOW), bytes);
            int sent = outbox(store);
            whole(incoming.receive(bytes, List.of(VINCENT), NOW.plusSeconds(60)), bytes);
            assertEquals(sent, outbox(store), "the same mail again sent something");
            assertTrue(sent <= 100, "one mail sent " + sent);
        } finally {
            remove(folder);
        }
    }

    private static void whole(Received received, byte[] bytes) {
        received.faults().stream()
                .findFirst()
                .ifPresent(
                        fault -> {
                            throw fault;
                        });
        assertFalse(received.handOn().isEmpty());
        boolean kept =
                received.handOn().stream()
                        .map(HandOn::message)
                        .anyMatch(message -> endsIn(message.bytes(), bytes));
        assertTrue(kept, "the mail was not handed on whole");
    }

    /** The original stands in the mail handed on as it came: with our headers in it, or wrapped. */
    private static boolean endsIn(byte[] handedOn, byte[] original) {
        int length = Math.min(handedOn.length, original.length);
        int front = 0;
        while (front < length && handedOn[front] == original[front]) {
            front++;
        }
        int back = 0;
        while (back < length
                && handedOn[handedOn.length - 1 - back] == original[original.length - 1 - back]) {
            back++;
        }
        return front + back >= original.length
                || new String(handedOn, StandardCharsets.ISO_8859_1)
                        .contains(new String(original, StandardCharsets.ISO_8859_1));
    }

    private static int outbox(SqliteStore store) {
        try (var reading = store.read()) {
            return reading.outbox(NOW.plusSeconds(3600), 1000).size();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(
                            file -> {
                                try {
                                    Files.delete(file);
                                } catch (IOException trouble) {
                                    throw new UncheckedIOException(trouble);
                                }
                            });
        }
    }
}
