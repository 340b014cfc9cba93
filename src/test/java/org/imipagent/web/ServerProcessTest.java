package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No server that a test starts outlives it, and none keeps the test from its end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerProcessTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** And yet long enough for a process to end at a signal on a busy machine. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir Path folder;

    @Test
    void whoEndsWhenAskedIsEndedWithoutAWord() throws IOException {
        var server = started("echo ready; sleep 1000 & wait");
        assertEquals("", end(server, () -> terminateAll(server), LONG));
    }

    @Test
    void whoIgnoresTermIsKilledWithItsChildrenAndItsLogIsShown() throws IOException {
        var server = started("trap '' TERM; sleep 1000 & echo ready; while :; do sleep 1; done");
        var needed = end(server, () -> terminateAll(server), SHORT);
        assertTrue(needed.contains("at TERM, these stayed: "), needed);
        assertTrue(needed.contains(Long.toString(server.id())), needed);
        assertTrue(needed.contains("ready"), needed);
        assertFalse(needed.contains("at KILL"), needed);
    }

    @Test
    void aChildThatItsParentLeavesBehindIsEndedToo() throws IOException {
        var server = started("(trap '' TERM; echo ready; exec sleep 1000) & wait");
        var needed = end(server, () -> terminate(server.id()), SHORT);
        assertTrue(needed.contains("at TERM, these stayed: "), needed);
    }

    @Test
    void whoseWayToBeAskedHangsIsEndedByTerm() throws IOException {
        var server = started("echo ready; exec sleep 1000");
        var needed = end(server, ServerProcessTest::hang, SHORT);
        assertTrue(needed.startsWith("Asked to end, these stayed: "), needed);
        assertFalse(needed.contains("at TERM"), needed);
    }

    private ServerProcess started(String script) throws IOException {
        var console = folder.resolve("console");
        var server = ServerProcess.start(Command.of("sh", "-c", script), console);
        while (!Files.readString(console).contains("ready")) {
            Thread.onSpinWait();
        }
        return server;
    }

    /** What is left of it is nothing, whatever was needed. */
    private static String end(ServerProcess server, Runnable ask, Duration patience) {
        var family = family(server);
        var needed = server.end(ask, patience);
        assertFalse(server.isRunning());
        for (var member : family) {
            var state = Path.of("/proc/" + member.pid() + "/status");
            assertTrue(!Files.exists(state) || text(state).contains("State:\tZ"), needed);
        }
        return needed;
    }

    private static List<ProcessHandle> family(ServerProcess server) {
        return ProcessHandle.of(server.id()).orElseThrow().descendants().toList();
    }

    private static void terminate(long id) {
        ProcessHandle.of(id).orElseThrow().destroy();
    }

    private static void terminateAll(ServerProcess server) {
        family(server).forEach(ProcessHandle::destroy);
        terminate(server.id());
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "State:\tZ";
        }
    }
}
