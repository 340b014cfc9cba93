package org.imipagent.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Removes the folders of a test, when everything that works in them has ended.
 *
 * <p>A page and a mail start a process that sends what waits, and do not wait for it: it has the
 * store open for a moment after the last mail is gone, and makes files there while they are
 * removed.
 */
public final class TestFolders {

    private static final long LONGEST_SECONDS = 90;

    private TestFolders() {}

    /**
     * Removes them with all that is in them.
     *
     * @throws AssertionError if a process that names one of them has not ended 90 seconds later,
     *     which is longer than any mail is held back: the test left it behind
     */
    public static void remove(Path... folders) {
        for (var folder : folders) {
            awaitEnd(folder);
            Command.of("rm", "-rf", folder).succeed();
        }
    }

    private static void awaitEnd(Path folder) {
        long begin = System.nanoTime();
        var left = processes(folder);
        while (!left.isEmpty()) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
                throw new AssertionError("still running in " + folder + ": " + left);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            left = processes(folder);
        }
    }

    /** The command lines of the processes that have the folder's name there or in a variable. */
    private static List<String> processes(Path folder) {
        var own = ProcessHandle.current().pid();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.pid() != own)
                    .map(process -> Path.of("/proc", Long.toString(process.pid())))
                    .filter(
                            process ->
                                    isNamed(folder, text(process.resolve("cmdline")))
                                            || isNamed(folder, text(process.resolve("environ"))))
                    .map(process -> process + " " + text(process.resolve("cmdline")))
                    .toList();
        }
    }

    /** Whether it is named there, and not only one whose name begins as its own does. */
    private static boolean isNamed(Path folder, String text) {
        var name = folder.toString();
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            if (end == text.length() || !Character.isLetterOrDigit(text.charAt(end))) {
                return true;
            }
            at = text.indexOf(name, end);
        }
        return false;
    }

    /** The words of it; nothing if the process has ended or is another user's. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
        } catch (IOException _) {
            return "";
        }
    }
}
