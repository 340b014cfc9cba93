package org.imipagent.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.imipagent.calendar.CalendarAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");

    @TempDir Path folder = Path.of("");

    private Published published() {
        return new Published(folder.resolve("static"), 0660, 02770);
    }

    @Test
    void aUserHasAFolderByTheEncodedNameAndALinkByThePlainOne() throws IOException {
        published().write(VINCENT, () -> "one");
        Path base = folder.resolve("static");
        assertEquals(
                "one",
                Files.readString(
                        base.resolve("mailto%3Avincent.vole%40example.com").resolve("freebusy")));
        assertEquals(
                "one", Files.readString(base.resolve("mailto:vincent.vole@example.com/freebusy")));
    }

    @Test
    void bothUsersOfASiteMayWriteAndEverybodyMayRead() throws IOException {
        published().write(VINCENT, () -> "one");
        Path own = folder.resolve("static/mailto%3Avincent.vole%40example.com");
        assertEquals(02775, mode(own));
        assertEquals(0664, mode(own.resolve("freebusy")));
        assertEquals(0660, mode(own.resolve(".lock")));
    }

    private static int mode(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode") & 07777;
    }

    @Test
    void whatIsRemovedIsGoneAndRemovingItAgainIsNoMatter() throws IOException {
        published().write(VINCENT, () -> "one");
        published().remove(VINCENT);
        published().remove(VINCENT);
        assertFalse(
                Files.exists(folder.resolve("static/mailto:vincent.vole@example.com/freebusy")));
    }

    @Test
    void theTextThatWasAskedForLastStays() throws Exception {
        var newest = new AtomicInteger();
        try (var writers = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 40; i++) {
                all.add(
                        writers.submit(
                                () -> {
                                    synchronized (newest) {
                                        // Within one process a lock of a file is refused, not
                                        // waited for.
                                        published()
                                                .write(
                                                        VINCENT,
                                                        () ->
                                                                Integer.toString(
                                                                        newest.incrementAndGet()));
                                    }
                                    return null;
                                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertEquals(
                "40",
                Files.readString(
                        folder.resolve("static/mailto:vincent.vole@example.com/freebusy")));
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertEquals(
                "mailto%3A..%2F..%2Fetc%2Fpasswd%40x",
                Published.encoded("mailto:../../etc/passwd@x"));
        assertEquals("mailto%3A%C3%A5%40x", Published.encoded("mailto:å@x"));
    }
}
