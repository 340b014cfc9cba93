package org.imipagent.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLineTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T23:00:00Z,        2026-11-27T23:00:00.000Z",
        "2026-11-27T23:00:59.0079Z,   2026-11-27T23:00:59.007Z",
        "2026-01-01T00:00:00.999999Z, 2026-01-01T00:00:00.999Z"
    })
    void theTimeHasMillisecondsAlways(String now, String shown) {
        assertEquals("time=" + shown, LogLine.at(Instant.parse(now)).toString());
    }

    @Test
    void aWordStandsAloneAndWhatIsMoreIsQuoted() {
        assertEquals("k=-", line(""));
        assertEquals("k=-", new LogLine().with("k", null).toString());
        assertEquals("k=\"-\"", line("-"));
        assertEquals("k=/imip-manager/event/a%20b@x;[1]", line("/imip-manager/event/a%20b@x;[1]"));
        assertEquals("k=\"two words\"", line("two words"));
        assertEquals("k=\"a=b\"", line("a=b"));
        assertEquals("k=\"jørg@example.com\"", line("jørg@example.com"));
    }

    /** Whoever chooses a name or a path must not write lines or keys of their own. */
    @Test
    void nobodyWritesALineOrAKeyOfTheirOwn() {
        assertEquals("k=\"a\\\" status=200 \\\\\"", line("a\" status=200 \\"));
        assertEquals("k=\"a?time=x\"", line("a\ntime=x"));
        assertEquals("k=\"a?b?c?d?e\"", line("a\rb\u001bc\u0085d\u2028e"));
        assertEquals("k=\"a?b?c\"", line("a\u202eb\u2066c"));
        String long300 = line("x".repeat(5000));
        assertEquals("k=\"" + "x".repeat(300) + "...\"", long300);
    }

    @Test
    void theJournalGetsItsHeadAndTheLine(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("stdout");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertEquals(true, Journal.write(socket, "imip-manager", "time=x status=200"));
            try (var taken = server.accept()) {
                var octets = Channels.newInputStream(taken).readAllBytes();
                assertEquals(
                        "imip-manager\n\n6\n0\n0\n0\n0\ntime=x status=200\n",
                        new String(octets, StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aJournalThatIsNotThereTakesNothing(@TempDir Path folder) throws IOException {
        assertFalse(Journal.write(folder.resolve("none"), "imip-agent", "x"));
        Path file = Files.writeString(folder.resolve("file"), "no socket");
        assertFalse(Journal.write(file, "imip-agent", "x"));
        assertFalse(Journal.write(folder.resolve("y".repeat(200)), "imip-agent", "x"));
    }

    private static String line(String value) {
        return new LogLine().with("k", value).toString();
    }
}
