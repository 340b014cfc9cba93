package org.imipagent.main;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code imip-agent outbox send} in a process of its own, which sends what a request left to be
 * sent. A CGI program cannot do that itself: the web server waits for its end before the answer is
 * whole, and kills it when the answer was read.
 */
final class BackgroundJob {

    private static final Path NOTHING = Path.of("/dev/null");

    private BackgroundJob() {}

    /**
     * The command of this installation, which lies beside the folder with SQLite's library; null
     * where this is no installation.
     */
    static @Nullable Path command() {
        Path home = home();
        Path command = home == null ? null : home.resolve("bin/imip-agent");
        return command != null && Files.isExecutable(command) ? command : null;
    }

    /** The folder of this installation, or null. */
    static @Nullable Path home() {
        String lib = System.getProperty("org.sqlite.lib.path");
        return lib == null ? null : Path.of(lib).toAbsolutePath().getParent();
    }

    /**
     * Starts it and does not wait for it. It holds none of this process's pipes, for whose end the
     * web server waits; what it cannot do stays in the outbox for the regular job.
     *
     * @param after how long it waits first
     */
    static void start(Path command, Duration after) throws IOException {
        var line = new ArrayList<>(List.of(command.toString(), "outbox", "send"));
        if (after.isPositive()) {
            line.addAll(List.of("--after", Long.toString(after.toSeconds())));
        }
        new ProcessBuilder(line)
                .redirectInput(NOTHING.toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
