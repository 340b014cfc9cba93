package org.imipagent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.imipagent.calendar.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail printed ({@code -d}): standard output passes each line end on by itself. */
class PrintedMailTest {

    @TempDir Path folder = Path.of("");

    /** Counts what would be a system call each. */
    private static final class Calls extends OutputStream {
        private int calls;
        private long octets;

        @Override
        public void write(int octet) {
            calls++;
            octets++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            calls++;
            octets += length;
        }
    }

    @Test
    void emptyLinesAreWrittenTogether() {
        byte[] mail =
                ("From: anna@example.net\nTo: vincent.vole@example.com\n" + "\n".repeat(1_000_000))
                        .getBytes(StandardCharsets.UTF_8);
        var calls = new Calls();
        var around =
                new ProcessEnvironment(
                        Map.of(),
                        new ByteArrayInputStream(mail),
                        new PrintStream(calls, true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        Instant.parse("2026-11-01T10:00:00Z"),
                        Zone.UTC,
                        1);
        int status =
                Agent.run(
                        around,
                        "person",
                        "-o",
                        "vincent.vole@example.com",
                        "-d",
                        "-S",
                        folder.resolve("store").toString(),
                        "-P",
                        folder.resolve("published").toString());
        assertEquals(0, status);
        assertTrue(calls.octets > mail.length, calls.octets + " octets");
        assertTrue(calls.calls < 100, calls.calls + " calls");
    }
}
