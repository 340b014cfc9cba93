package org.imipagent.tools.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the machine that a check asks; the administrator's programs are found too. */
record Program(List<String> words) {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int NOT_FOUND = 127;
    private static final int MOST_BYTES = 1 << 20;
    private static final List<String> ENVIRONMENT =
            List.of("/usr/bin/env", "LC_ALL=C", "PATH=/usr/sbin:/usr/bin:/sbin:/bin");

    Program {
        words = List.copyOf(words);
    }

    static Program of(String... words) {
        return new Program(List.of(words));
    }

    /**
     * How it ended.
     *
     * @param status the exit status; 127 also where it could not be started, 124 where it did not
     *     end in time
     */
    record Ended(int status, String out, String err) {

        boolean isDone() {
            return status == 0;
        }

        boolean isMissing() {
            return status == NOT_FOUND;
        }

        /** What it complains of in one line. */
        String complaint() {
            String text = err.isBlank() ? out : err;
            String last = text.strip();
            last = last.substring(last.lastIndexOf('\n') + 1);
            return last.isEmpty() ? "exit status " + status : last;
        }
    }

    Ended run() {
        return run("");
    }

    /** Runs it with a text on standard input. */
    Ended run(String in) {
        var all = new ArrayList<>(ENVIRONMENT);
        all.addAll(words);
        try {
            return ended(new ProcessBuilder(all).start(), in);
        } catch (IOException notStarted) {
            return new Ended(NOT_FOUND, "", String.valueOf(notStarted.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Ended(NOT_FOUND, "", "interrupted");
        }
    }

    private static Ended ended(Process process, String in) throws InterruptedException {
        var out = new Stream(process.getInputStream());
        var err = new Stream(process.getErrorStream());
        try (var stdin = process.getOutputStream()) {
            stdin.write(in.getBytes(StandardCharsets.UTF_8));
        } catch (IOException wantsNone) {
            // How it ends says more.
        }
        boolean inTime = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!inTime) {
            process.destroyForcibly();
        }
        return inTime
                ? new Ended(process.exitValue(), out.text(), err.text())
                : new Ended(
                        124, out.text(), "did not end within " + LIMIT.toSeconds() + " seconds");
    }

    /** What a program writes, read while it runs. */
    private static final class Stream {
        private final Thread reader;
        private volatile String text = "";

        Stream(InputStream from) {
            reader = Thread.ofVirtual().start(() -> read(from));
        }

        private void read(InputStream from) {
            try {
                text = new String(from.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                text = "";
            }
        }

        /** A child of the program may hold its output open. */
        String text() throws InterruptedException {
            reader.join(Duration.ofSeconds(1));
            return text;
        }
    }
}
