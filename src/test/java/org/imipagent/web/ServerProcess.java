package org.imipagent.web;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that a test has started: it ends with the test, whatever the server thinks of that.
 *
 * <p>It is asked to end, then told to by TERM, then ended by KILL, it and all that it has started,
 * each by its process id. None of that waits without an end, and where asking was not enough its
 * log is shown.
 */
public final class ServerProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BETWEEN_NANOS = Duration.ofMillis(20).toNanos();
    private static final int MOST_LINES = 200;

    private final ProcessHandle process;
    private final List<Path> logs;
    private final Set<ProcessHandle> family = new LinkedHashSet<>();

    private ServerProcess(ProcessHandle process, List<Path> logs) {
        this.process = process;
        this.logs = logs;
    }

    /**
     * Starts a server.
     *
     * @param console the file for what it writes to its standard output and error
     * @param logs where it writes more
     */
    public static ServerProcess start(Command command, Path console, Path... logs)
            throws IOException {
        var process =
                command.builder()
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile())
                        .start();
        var all = new ArrayList<Path>(List.of(console));
        all.addAll(List.of(logs));
        return new ServerProcess(process.toHandle(), all);
    }

    /** A server that something else has started. */
    static ServerProcess of(ProcessHandle process, Path log) {
        return new ServerProcess(process, List.of(log));
    }

    long id() {
        return process.pid();
    }

    boolean isRunning() {
        return isRunning(process);
    }

    /** The last lines of what it wrote. */
    public String log() {
        var log = new StringBuilder();
        for (var file : logs) {
            log.append(file.getFileName()).append(":\n").append(lastLines(file));
        }
        return log.toString();
    }

    private static String lastLines(Path file) {
        if (!Files.exists(file)) {
            return "no log\n";
        }
        try {
            var lines = Files.readString(file).lines().toList();
            int first = Math.max(0, lines.size() - MOST_LINES);
            return String.join("\n", lines.subList(first, lines.size())) + "\n";
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Ends a server that ends at the signal TERM. */
    public void end() {
        end(process::destroy);
    }

    /** Ends a server whose first process only waits for the real one, as postfix start-fg does. */
    public void endChildren() {
        end(() -> process.descendants().forEach(ProcessHandle::destroy));
    }

    /** Ends a server that is asked to end in another way. */
    public void end(Runnable ask) {
        var needed = end(ask, PATIENCE);
        if (!needed.isEmpty()) {
            System.err.println(needed);
        }
    }

    /**
     * The same with another patience at each step; returns "" where asking was enough, else what it
     * took, and the log.
     */
    String end(Runnable ask, Duration patience) {
        meet();
        ask(ask, patience);
        if (ended(patience)) {
            return "";
        }
        var needed = new StringBuilder("Asked to end, these stayed: " + remaining());
        remaining().forEach(ProcessHandle::destroy);
        if (!ended(patience)) {
            needed.append("\nat TERM, these stayed: ").append(remaining());
            remaining().forEach(ProcessHandle::destroyForcibly);
            if (!ended(patience)) {
                needed.append("\nat KILL, these stayed: ").append(remaining());
            }
        }
        return needed.append('\n').append(log()).toString();
    }

    private static void ask(Runnable ask, Duration patience) {
        try {
            Thread.ofVirtual().start(ask).join(patience);
        } catch (InterruptedException interruption) {
            // It is ended all the same.
            Thread.currentThread().interrupt();
        }
    }

    private boolean ended(Duration patience) {
        long begin = System.nanoTime();
        while (!remaining().isEmpty()) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        return true;
    }

    private List<ProcessHandle> remaining() {
        meet();
        return family.stream().filter(ServerProcess::isRunning).toList();
    }

    /** Whoever belongs to it now: once a parent has ended nothing tells whose child one was. */
    private void meet() {
        family.add(process);
        for (var member : List.copyOf(family)) {
            if (member.isAlive() && !isChild(member)) {
                member.descendants().forEach(family::add);
            }
        }
    }

    /** Among the descendants of another one are its own. */
    private boolean isChild(ProcessHandle member) {
        return member.parent().filter(family::contains).isPresent();
    }

    /** What has ended and whose end nobody has asked about is still in the list of processes. */
    private static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var state = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return !state.startsWith(") Z", state.lastIndexOf(')'));
        } catch (IOException ended) {
            return false;
        }
    }
}
