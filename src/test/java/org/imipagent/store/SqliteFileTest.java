package org.imipagent.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.store.StoreSamples.HOUR;
import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.imipagent.store.StoreSamples.keep;
import static org.imipagent.store.StoreSamples.occurrence;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.imipagent.calendar.Occurrence;
import org.imipagent.store.StoreTrouble.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.core.SqliteCalls;

/** The file: how it comes into being, who may use it, and what is said when it fails. */
class SqliteFileTest {

    private static final SqliteStore.Options IMPATIENT =
            new SqliteStore.Options(0660, 02770, Duration.ZERO);

    @TempDir Path folder;

    private Path file() {
        return folder.resolve(SqliteStore.FILE);
    }

    private void keepOne(String uid) {
        try (var store = SqliteStore.open(folder)) {
            keepOne(store, uid);
        }
    }

    /**
     * Each of many events of a page is asked the same; what is still being read is not disturbed.
     */
    @Test
    void aStatementThatIsAskedAgainIsCompiledOnce() throws Exception {
        String numbers = "SELECT column1 FROM (VALUES (1), (2), (3)) WHERE column1 >= ?";
        var connection = new SqliteConnection(SqliteCalls.open(file().toUri().toString(), 6, 0));
        for (int i = 0; i < 10; i++) {
            try (var query = connection.prepare(numbers)) {
                query.bind(1, 2);
                assertTrue(query.next());
                assertEquals(2, query.row().number(1), "from its beginning, not where it was left");
            }
        }
        assertEquals(1, connection.compiled());
        try (var outer = connection.prepare(numbers)) {
            outer.bind(1, 1);
            assertTrue(outer.next());
            try (var inner = connection.prepare(numbers)) {
                inner.bind(1, 3);
                assertTrue(inner.next());
                assertFalse(inner.next());
            }
            assertTrue(outer.next());
            assertEquals(2, outer.row().number(1));
        }
        assertEquals(2, connection.compiled());
        connection.close();
    }

    private static void keepOne(Store store, String uid) {
        store.change(writing -> keep(writing, VINCENT, uid, NOW));
    }

    private List<String> uids() {
        try (var store = SqliteStore.open(folder);
                var reading = store.read()) {
            return reading.uids(VINCENT);
        }
    }

    private static StoreTrouble trouble(Kind kind, Executable executable) {
        StoreTrouble trouble = assertThrows(StoreTrouble.class, executable);
        assertEquals(kind, trouble.kind(), trouble::getMessage);
        return trouble;
    }

    private void assertTells(StoreTrouble trouble, String what) {
        String message = String.valueOf(trouble.getMessage());
        assertTrue(message.startsWith(folder.toString()), message);
        assertTrue(message.contains(what), message);
        assertTrue(message.contains("; "), "a remedy: " + message);
        assertEquals(1, message.lines().count(), message);
    }

    private void run(String... statements) {
        try (Session session = new SqliteFile(file(), IMPATIENT).toWrite()) {
            for (String statement : statements) {
                session.run(statement);
            }
        }
    }

    @Test
    void readingWhatIsNotThereIsReadingNothingAndMakesNothing() throws IOException {
        Path none = folder.resolve("a/b");
        try (var store = SqliteStore.open(none)) {
            assertEquals(List.of(), store.verify());
            try (ReadTransaction reading = store.read()) {
                assertFalse(reading.knows(VINCENT));
                assertEquals(List.of(), reading.occurrences(VINCENT, Instant.MIN, Instant.MAX));
                assertEquals(32, reading.secret().length);
            }
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void folderAndFilesGetTheirModesWhateverTheUmask() throws IOException {
        Path made = folder.resolve("a/b");
        try (var store = SqliteStore.open(made)) {
            keepOne(store, "lunch");
            assertEquals(02770, mode(made));
            assertEquals(0660, mode(made.resolve(SqliteStore.FILE)));
            assertEquals(0660, mode(made.resolve(SqliteStore.FILE + "-wal")));
            assertEquals(0660, mode(made.resolve(SqliteStore.FILE + "-shm")));
        }
        try (var files = Files.list(made)) {
            assertEquals(List.of(made.resolve(SqliteStore.FILE)), files.toList());
        }
    }

    private static int mode(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:mode") & 07777;
    }

    @Test
    void aFolderThatIsThereKeepsItsMode() throws IOException {
        int before = mode(folder);
        keepOne("lunch");
        assertEquals(before, mode(folder));
    }

    @Test
    void noLetterOfAPathMeansAnything() {
        Path odd = folder.resolve("a?mode=memory #1 100% %41 'ü\" 🦔");
        try (var store = SqliteStore.open(odd)) {
            keepOne(store, "lunch");
        }
        assertTrue(Files.exists(odd.resolve(SqliteStore.FILE)));
        try (var store = SqliteStore.open(odd.resolve(SqliteStore.FILE));
                var reading = store.read()) {
            assertEquals(List.of("lunch"), reading.uids(VINCENT));
        }
    }

    @Test
    void anEmptyFileIsNotTakenForANewStore() throws IOException {
        Files.createFile(file());
        try (var store = SqliteStore.open(folder)) {
            assertTells(trouble(Kind.DAMAGED, store::read), "an empty file");
            assertTells(trouble(Kind.DAMAGED, store::write), "an empty file");
            assertEquals(1, store.verify().size());
        }
        assertEquals(0, Files.size(file()));
    }

    @Test
    void manyMayMakeItAtOnceAndAllOfThemGetThrough() throws Exception {
        for (int round = 0; round < 10; round++) {
            Path fresh = folder.resolve("round " + round);
            var barrier = new CyclicBarrier(6);
            together(
                    6,
                    number -> {
                        try (var store = SqliteStore.open(fresh)) {
                            barrier.await();
                            store.read().close();
                            keepOne(store, "event " + number);
                        }
                    });
            try (var store = SqliteStore.open(fresh);
                    var reading = store.read()) {
                assertEquals(6, reading.uids(VINCENT).size());
                assertEquals(List.of(), store.verify());
            }
        }
    }

    /** Another user's process makes it, and only then gives it the mode that lets others in. */
    @Test
    void anIndexThatCannotBeOpenedForAMomentIsWaitedFor() throws Exception {
        keepOne("before");
        Path index = folder.resolve(SqliteStore.FILE + "-shm");
        Files.createDirectory(index);
        Thread other =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    LockSupport.parkNanos(100_000_000);
                                    assertTrue(index.toFile().delete());
                                });
        keepOne("meanwhile");
        other.join();
        assertEquals(List.of("before", "meanwhile"), uids());
        Files.deleteIfExists(index);
        Files.createDirectory(index);
        assertTells(trouble(Kind.READ_ONLY, () -> keepOne("after")), "is read-only");
    }

    @Test
    void twoWritersAtOnceBothGetThroughAndNothingIsLost() throws Exception {
        together(
                2,
                number -> {
                    try (var store = SqliteStore.open(folder)) {
                        for (int i = 0; i < 50; i++) {
                            keepOne(store, "event " + number + " " + i);
                            keepOne(store, "both");
                        }
                    }
                });
        assertEquals(101, uids().size());
        try (var store = SqliteStore.open(folder);
                var reading = store.read()) {
            KeptEvent both = reading.event(VINCENT, "both");
            assertEquals(100, both == null ? 0 : both.version());
        }
    }

    @Test
    void threadsMayShareAStore() throws Exception {
        try (var store = SqliteStore.open(folder)) {
            together(
                    4,
                    number -> {
                        for (int i = 0; i < 20; i++) {
                            keepOne(store, "event " + number + " " + i);
                            store.read().close();
                        }
                    });
        }
        assertEquals(80, uids().size());
    }

    private interface Task {
        void run(int number) throws Exception;
    }

    private static void together(int threads, Task task) throws Exception {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<Boolean>> tasks =
                    IntStream.range(0, threads)
                            .<Callable<Boolean>>mapToObj(
                                    number ->
                                            () -> {
                                                task.run(number);
                                                return true;
                                            })
                            .toList();
            for (Future<Boolean> done : executor.invokeAll(tasks)) {
                assertTrue(done.get());
            }
        }
    }

    @Test
    void aWriterThatDoesNotEndIsTold() {
        try (var one = SqliteStore.open(folder);
                var two = SqliteStore.open(folder, IMPATIENT);
                var writing = one.write()) {
            assertTells(trouble(Kind.LOCKED, two::write), "locked by another process");
            keep(writing, VINCENT, "lunch", NOW);
            writing.commit();
            keepOne(two, "dinner");
        }
        assertEquals(List.of("dinner", "lunch"), uids());
    }

    @Test
    void aFullDiskUndoesTheWholeTransaction() {
        keepOne("lunch");
        try (var store = SqliteStore.open(folder)) {
            try (var writing = store.write()) {
                writing.session().one(Rows::number, "PRAGMA max_page_count = 1");
                writing.remove(VINCENT, "lunch");
                var many = new ArrayList<Occurrence>();
                for (int i = 0; i < 5000; i++) {
                    many.add(occurrence("much", NOW, HOUR));
                }
                assertTells(
                        trouble(
                                Kind.FULL,
                                () -> writing.keep(VINCENT, "much", "", null, many, NOW)),
                        "no space left");
                trouble(Kind.FULL, () -> keep(writing, VINCENT, "alone", NOW));
                trouble(Kind.FULL, writing::commit);
            }
            keepOne(store, "dinner");
        }
        assertEquals(List.of("dinner", "lunch"), uids());
    }

    @Test
    void whatIsNoDatabaseIsToldAndLeftAlone() throws IOException {
        byte[] letter = "Dear Vincent, this is not a database. ".repeat(100).getBytes(UTF_8);
        Files.write(file(), letter);
        try (var store = SqliteStore.open(folder)) {
            assertTells(trouble(Kind.DAMAGED, store::read), "not an SQLite database");
            assertTells(trouble(Kind.DAMAGED, store::write), "not an SQLite database");
        }
        assertArrayEquals(letter, Files.readAllBytes(file()));
    }

    @Test
    void aFileCutShortIsToldAsDamage() throws IOException {
        try (var store = SqliteStore.open(folder)) {
            for (int i = 0; i < 200; i++) {
                keepOne(store, "event " + i);
            }
        }
        try (var channel = Files.newByteChannel(file(), StandardOpenOption.WRITE)) {
            channel.truncate(8192);
        }
        try (var store = SqliteStore.open(folder)) {
            assertTells(
                    trouble(
                            Kind.DAMAGED,
                            () -> {
                                try (ReadTransaction reading = store.read()) {
                                    reading.uids(VINCENT);
                                }
                            }),
                    "damaged");
        }
    }

    @Test
    void aDatabaseOfSomebodyElseIsLeftAlone() throws IOException {
        Files.createFile(file());
        run("CREATE TABLE songs (title TEXT)");
        try (var store = SqliteStore.open(folder)) {
            assertTells(trouble(Kind.UNUSABLE, store::read), "not one of imip-agent");
            assertTells(trouble(Kind.UNUSABLE, store::write), "not one of imip-agent");
        }
    }

    @Test
    void aStoreOfANewerProgramIsLeftAlone() {
        keepOne("lunch");
        run("UPDATE site SET version = " + (Schema.VERSION + 1));
        try (var store = SqliteStore.open(folder)) {
            assertTells(trouble(Kind.OTHER_VERSION, store::read), "newer version");
            assertTells(trouble(Kind.OTHER_VERSION, store::write), "newer version");
            assertTells(trouble(Kind.OTHER_VERSION, store::verify), "newer version");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        try (var store = SqliteStore.open(inTheWay.resolve("store"))) {
            assertTells(trouble(Kind.UNUSABLE, store::write), "cannot be created");
        }
    }

    @Test
    void aRowThatNoProgramWroteIsToldAsDamage() {
        keepOne("lunch");
        run("UPDATE occurrence SET busy = 'ASLEEP'");
        try (var store = SqliteStore.open(folder);
                var reading = store.read()) {
            assertTells(
                    trouble(
                            Kind.DAMAGED,
                            () -> reading.occurrences(VINCENT, Instant.MIN, Instant.MAX)),
                    "ASLEEP");
        }
    }

    @Test
    void aBackupIsAWholeStoreAndNeverGoesOverAnotherFile() throws IOException {
        keepOne("lunch");
        Path backup = folder.resolve("backup.sqlite");
        byte[] secret;
        try (var store = SqliteStore.open(folder);
                var writing = store.write()) {
            secret = writing.secret();
            keep(writing, VINCENT, "not committed", NOW);
            store.backup(backup);
            assertTrue(
                    String.valueOf(trouble(Kind.UNUSABLE, () -> store.backup(backup)).getMessage())
                            .startsWith(backup.toString()));
        }
        assertEquals(0660, mode(backup));
        try (var copy = SqliteStore.open(backup)) {
            assertEquals(List.of(), copy.verify());
            try (var reading = copy.read()) {
                assertEquals(List.of("lunch"), reading.uids(VINCENT));
                assertArrayEquals(secret, reading.secret());
            }
            try (var writing = copy.write()) {
                assertEquals("wal", writing.session().one(Rows::text, "PRAGMA journal_mode"));
                assertEquals(2L, writing.session().one(Rows::number, "PRAGMA synchronous"));
            }
        }
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(), files.filter(path -> path.toString().endsWith(".new")).toList());
        }
    }

    @Test
    void writersWriteAheadAndWaitForTheDisk() {
        try (var store = SqliteStore.open(folder);
                var writing = store.write()) {
            assertEquals("wal", writing.session().one(Rows::text, "PRAGMA journal_mode"));
            assertEquals(2L, writing.session().one(Rows::number, "PRAGMA synchronous"));
        }
    }

    /**
     * Many who write without a pause, each as a process of its own would: each has its turn. SQLite
     * by itself lets those who came first wait the longest.
     */
    @Test
    void whoeverWaitsToWriteHasATurn() throws Exception {
        keepOne("first");
        int writers = 16;
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        List<Callable<Integer>> all =
                IntStream.range(0, writers)
                        .<Callable<Integer>>mapToObj(_ -> () -> turns(end))
                        .toList();
        var turns = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (Future<Integer> each : threads.invokeAll(all)) {
                turns.add(each.get());
            }
        }
        int sum = turns.stream().mapToInt(Integer::intValue).sum();
        int fewest = turns.stream().mapToInt(Integer::intValue).min().orElse(0);
        assertTrue(fewest * writers * 4 > sum, "of " + sum + " turns: " + turns);
    }

    /** How often one writes until then, for some milliseconds each time. */
    private int turns(long end) {
        int turns = 0;
        while (System.nanoTime() < end) {
            try (var store = SqliteStore.open(folder)) {
                store.change(_ -> LockSupport.parkNanos(Duration.ofMillis(4).toNanos()));
            }
            turns++;
        }
        return turns;
    }
}
