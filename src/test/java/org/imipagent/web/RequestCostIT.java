package org.imipagent.web;

import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a request and a mail ask of the disk, counted at the system's calls by strace: transactions
 * that wait for each other, files opened, waits for the disk.
 */
class RequestCostIT {

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestInstance instance;

    @SuppressWarnings("NullAway.Init")
    private Path manager;

    @SuppressWarnings("NullAway.Init")
    private SqliteStore neighbour;

    @SuppressWarnings("NullAway.Init")
    private ReadTransaction neighbourReads;

    @BeforeEach
    void start() throws IOException {
        folder = TestInstance.temporary();
        instance =
                TestInstance.in(
                        InstalledProgram.reachable(folder),
                        folder.resolve("i"),
                        "PUBLISHING_DEFAULT = \"no\"");
        receive("one");
        // Without it the manager leaves its mail to the regular job: only its own calls are
        // counted.
        var alone = folder.resolve("alone");
        Command.of("cp", "-a", instance.installation().home(), alone).succeed();
        Files.delete(alone.resolve("bin/imip-agent"));
        manager = alone.resolve("cgi-bin/imip-manager");
        // The first to open the file looks through its log, and the last writes it back: on a site
        // with some traffic that is another process.
        neighbour = instance.store();
        neighbourReads = neighbour.read();
        receive("before");
    }

    @AfterEach
    void stop() {
        neighbourReads.close();
        neighbour.close();
        TestFolders.remove(folder);
    }

    private void receive(String uid) {
        var mail = TestInstance.invitation(VINCENT, "Berries", uid);
        assertEquals(0, instance.print(mail, VINCENT).status());
    }

    /** The calls of one process and its threads, up to the first that it starts. */
    private record Calls(List<String> lines) {

        long count(String pattern) {
            return lines.stream().filter(Pattern.compile(pattern).asPredicate()).count();
        }

        /** Each view opens the file for itself, and cannot write. */
        long views() {
            return count("/" + SqliteStore.FILE + "\", O_RDONLY.*\\) = \\d+");
        }

        long opensToWrite() {
            return count("/" + SqliteStore.FILE + "\", O_RDWR.*\\) = \\d+");
        }

        /** The lock of writers in SQLite's shared memory (www.sqlite.org/walformat.html). */
        long writeTransactions() {
            return count("F_SETLK, \\{l_type=F_WRLCK, .*l_start=120, l_len=1\\}\\) = 0");
        }

        /** Of a commit: for the log, and, once a process, for the folder that the log is in. */
        long waitsForTheDisk() {
            return count("(fsync|fdatasync)\\(\\d+\\) += 0");
        }

        /** The files and how much is read, whichever thread did it and into whichever place. */
        String asked() {
            return "opened %d, read %d, octets %d"
                    .formatted(
                            count("openat\\(.*= \\d+$"),
                            count("pread64\\("),
                            lines.stream()
                                    .filter(line -> line.contains("pread64("))
                                    .mapToLong(line -> Long.parseLong(line.replaceAll(".*= ", "")))
                                    .sum());
        }

        void are(int views, int opensToWrite, int writeTransactions, int waitsForTheDisk) {
            assertEquals(
                    "views %d, opens to write %d, write transactions %d, waits for the disk %d"
                            .formatted(views, opensToWrite, writeTransactions, waitsForTheDisk),
                    "views %d, opens to write %d, write transactions %d, waits for the disk %d"
                            .formatted(
                                    views(),
                                    opensToWrite(),
                                    writeTransactions(),
                                    waitsForTheDisk()));
        }
    }

    private Calls traced(Command program, byte[] in, String answer) throws IOException {
        var trace = Files.createTempDirectory(folder, "trace");
        instance.give(trace);
        var words =
                new ArrayList<Object>(
                        List.of(
                                "strace",
                                "-f",
                                "-qq",
                                "--seccomp-bpf",
                                "-e",
                                "trace=openat,pread64,fsync,fdatasync,fcntl",
                                "-o",
                                trace.resolve("calls")));
        words.addAll(program.words());
        var traced =
                new Command(words.stream().map(Object::toString).toList(), program.environment());
        var ended = traced.unprivileged().run(in);
        assertTrue(ended.out().startsWith(answer), ended.toString());
        return new Calls(Files.readAllLines(trace.resolve("calls")));
    }

    @Test
    void aPageReadsOnceAndWaitsForNothing() throws IOException {
        Calls calls =
                traced(
                        CgiCommand.of(manager, instance.config(), "GET", "/"),
                        new byte[0],
                        "Status: 200 ");
        calls.are(1, 0, 0, 0);
    }

    /** Nor can anybody tell by the work that it makes what another has from what nobody has. */
    @Test
    void anothersEventAsksNoMoreOfTheDiskThanNobodys() throws IOException {
        var paul = TestInstance.PAUL;
        var mail = TestInstance.invitation(paul, "Secret", "one-of-paul");
        assertEquals(0, instance.print(mail, paul).status());
        var pauls = notFound("/event/one-of-paul");
        pauls.are(1, 0, 0, 0);
        assertEquals(notFound("/event/one-of-none").asked(), pauls.asked());
    }

    private Calls notFound(String path) throws IOException {
        return traced(
                CgiCommand.of(manager, instance.config(), "GET", path),
                new byte[0],
                "Status: 404 ");
    }

    @Test
    void aFormReadsOnceAndWritesOnce() throws IOException {
        byte[] form = CgiCommand.accepting(manager, instance.config(), "/event/one");
        Calls calls =
                traced(
                        CgiCommand.posting(manager, instance.config(), "/event/one", form),
                        form,
                        "Status: 303 ");
        calls.are(1, 1, 1, 2);
        assertEquals(1, instance.waiting());
    }

    @Test
    void aMailWritesOnce() throws IOException {
        var mail = TestInstance.invitation(VINCENT, "Berries", "two");
        Calls calls =
                traced(
                        Command.of(instance.installation().agent(), "person", "-o", VINCENT, "-d")
                                .with("IMIP_AGENT_CONFIG", instance.config()),
                        mail,
                        "From ");
        calls.are(0, 1, 1, 2);
    }
}
