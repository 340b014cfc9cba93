package org.imipagent.store;

import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that this user may not write, or not even read. Root may do everything, so as root the
 * attempt is made by nobody (65534), who gets a copy of the classes.
 */
class StoreRightsIT {

    private static final String NOBODY = "65534";

    @TempDir Path folder;
    private Path store;

    @BeforeEach
    void aStoreWithAnEvent() throws IOException {
        mode(folder, 0755);
        store = folder.resolve("store");
        try (var made = SqliteStore.open(store);
                var writing = made.write()) {
            StoreSamples.keep(writing, VINCENT, "lunch", NOW);
            writing.commit();
        }
        mode(store.resolve(SqliteStore.FILE), 0444);
    }

    @Test
    void aStoreOutOfReachIsNotTakenForAnEmptyOne() throws Exception {
        mode(store, 0000);
        assertEquals(List.of("read READ_ONLY", "write READ_ONLY"), attempt());
    }

    @Test
    void aFolderThatMayOnlyBeReadIsToldWhileNothingLiesBesideTheFile() throws Exception {
        mode(store, 0555);
        assertEquals(List.of("read READ_ONLY", "write READ_ONLY"), attempt());
    }

    @Test
    void aStoreInUseMayBeReadByWhoMayOnlyRead() throws Exception {
        try (var open = SqliteStore.open(store);
                var reading = open.read()) {
            reading.users();
            mode(store.resolve(SqliteStore.FILE + "-shm"), 0444);
            mode(store.resolve(SqliteStore.FILE + "-wal"), 0444);
            mode(store, 0555);
            assertEquals(List.of("read [lunch]", "write READ_ONLY"), attempt());
        } finally {
            mode(store, 0755);
        }
    }

    private static void mode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode);
    }

    private List<String> attempt() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        boolean root = (Integer) Files.getAttribute(folder, "unix:uid") == 0;
        if (root) {
            command.addAll(
                    List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        root ? copied(folder.resolve("classes")) : classPath().collect(joined()),
                        TryStore.class.getName(),
                        store.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines().toList();
            process.waitFor();
            mode(store, 0755);
            return lines;
        }
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(
                        entry ->
                                Files.isDirectory(Path.of(entry))
                                        || entry.contains("sqlite-jdbc")
                                        || entry.contains("slf4j")
                                        || entry.endsWith("imip-agent.jar"));
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(File.pathSeparator);
    }

    private static String copied(Path target) throws IOException {
        var copies = new ArrayList<String>();
        for (String entry : classPath().toList()) {
            Path copy = target.resolve(Integer.toString(copies.size()));
            copy(Path.of(entry), copy);
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.copy(path, copy);
                mode(copy, 0755);
            }
        }
    }
}
