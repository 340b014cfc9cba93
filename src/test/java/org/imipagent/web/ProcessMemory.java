package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The memory of servers and all that they start, sampled while something runs: PSS, which counts
 * what several processes share once among them, and RSS, which counts it in each (proc(5),
 * smaps_rollup).
 */
final class ProcessMemory implements AutoCloseable {

    /**
     * The most that was seen at one time, in megabytes.
     *
     * @param process PSS of the largest process
     * @param resident RSS of the largest process
     * @param together PSS of all
     * @param processes how many there were
     */
    record Most(long process, long resident, long together, int processes) {}

    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long[] servers;
    private final Thread watching;
    private volatile boolean isOver;
    private volatile Most most = new Most(0, 0, 0, 0);

    private ProcessMemory(long... servers) {
        this.servers = servers.clone();
        this.watching = Thread.ofPlatform().start(this::watch);
    }

    /** What these have started, without themselves. */
    static ProcessMemory ofWhatIsStartedBy(long... servers) {
        return new ProcessMemory(servers);
    }

    private void watch() {
        while (!isOver) {
            look();
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
    }

    private void look() {
        long process = 0;
        long resident = 0;
        long together = 0;
        int processes = 0;
        for (var each : LongStream.of(servers).boxed().flatMap(ProcessMemory::started).toList()) {
            long[] sizes = kilobytes(each.pid());
            process = Math.max(process, sizes[0]);
            resident = Math.max(resident, sizes[1]);
            together += sizes[0];
            processes++;
        }
        most =
                new Most(
                        Math.max(most.process(), process >> 10),
                        Math.max(most.resident(), resident >> 10),
                        Math.max(most.together(), together >> 10),
                        Math.max(most.processes(), processes));
    }

    private static Stream<ProcessHandle> started(long server) {
        return ProcessHandle.of(server).stream().flatMap(ProcessHandle::descendants);
    }

    /** PSS and RSS; nothing of what has ended meanwhile. */
    private static long[] kilobytes(long process) {
        var sizes = new long[2];
        try (var lines = Files.lines(Path.of("/proc/" + process + "/smaps_rollup"))) {
            lines.forEach(
                    line -> {
                        if (line.startsWith("Pss:")) {
                            sizes[0] = Long.parseLong(line.replaceAll("\\D", ""));
                        } else if (line.startsWith("Rss:")) {
                            sizes[1] = Long.parseLong(line.replaceAll("\\D", ""));
                        }
                    });
        } catch (IOException | UncheckedIOException ended) {
            return new long[2];
        }
        return sizes;
    }

    Most most() {
        assertTrue(most.processes() > 0 && most.together() > 0, "no memory was seen");
        return most;
    }

    @Override
    public void close() {
        isOver = true;
        try {
            watching.join();
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }
}
