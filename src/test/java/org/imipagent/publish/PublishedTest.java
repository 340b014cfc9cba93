package org.imipagent.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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

    @Test
    void aFeedLiesUnderItsSecretNameInAFolderThatCannotBeListed() throws IOException {
        String token = "0123456789abcdef0123456789abcdef";
        published().writeFeed(VINCENT, () -> new Published.Feed(token, "feed"));
        Path file = folder.resolve("static/" + Published.feedPath(token));
        assertEquals("feed", Files.readString(file));
        assertEquals(0664, mode(file));
        assertEquals(02771, mode(folder.resolve("static/feeds")));
        assertTrue(published().hasFeed(VINCENT));
        published().writeFeed(VINCENT, () -> null);
        assertFalse(Files.exists(file) || published().hasFeed(VINCENT));
        for (String no : List.of("", "../x", "a/b", "x", "ab.ics", "ａ", "a".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> new Published.Feed(no, "feed"), no);
        }
    }

    @Test
    void theNamesThatMailProgramsAskForLeadToTheSame() throws IOException {
        published().write(VINCENT, () -> "one");
        published().write(VINCENT, () -> "two");
        for (String ending : List.of("", ".ifb", ".vfb")) {
            Path link = folder.resolve("static/vincent.vole@example.com" + ending);
            assertEquals("two", Files.readString(link));
            assertFalse(Files.readSymbolicLink(link).isAbsolute(), "the folder may be moved");
        }
    }

    @Test
    void nothingIsLeftOfOneWhoSharesNoMore() throws IOException {
        published().write(VINCENT, () -> "one");
        Path own = folder.resolve("static/mailto%3Avincent.vole%40example.com");
        Files.writeString(own.resolve(".freebusy.4711"), "of a killed process");
        published().remove(VINCENT);
        assertEquals(List.of(), names("static"));
        published().remove(VINCENT);
        published().write(VINCENT, () -> "two");
        assertEquals("two", Files.readString(own.resolve("freebusy")));
    }

    @Test
    void aFeedKeepsItsFolderUntilItIsGoneToo() throws IOException {
        published().write(VINCENT, () -> "one");
        published().writeFeed(VINCENT, () -> new Published.Feed("0123", "feed"));
        published().remove(VINCENT);
        assertTrue(published().hasFeed(VINCENT));
        assertFalse(Files.exists(folder.resolve("static/vincent.vole@example.com")));
        published().writeFeed(VINCENT, () -> null);
        published().remove(VINCENT);
        assertEquals(List.of("feeds"), names("static"));
        assertEquals(List.of(), names("static/feeds"));
    }

    /** Whoever is published under such a name has the encoded folder alone. */
    @Test
    void hostileNamesHaveNoLinks() throws IOException {
        Files.writeString(folder.resolve("ditch@example.com"), "theirs");
        for (String hostile :
                List.of(
                        "../ditch@example.com",
                        "a/../../ditch@example.com",
                        "mole/x@example.com",
                        "50%off@example.com",
                        "tail\u0000@example.com")) {
            published().write(new CalendarAddress("mailto:" + hostile), () -> "one");
            published().remove(new CalendarAddress("mailto:" + hostile));
            published().write(new CalendarAddress("mailto:" + hostile), () -> "one");
        }
        assertTrue(
                names("static").stream().allMatch(n -> n.startsWith("mailto%3A")),
                names("static").toString());
        assertEquals("theirs", Files.readString(folder.resolve("ditch@example.com")));
        published().write(new CalendarAddress("mailto:.lock@example.com"), () -> "one");
        assertFalse(Files.exists(folder.resolve("static/.lock@example.com")));
    }

    @Test
    void aNameThatIsTakenStaysWhoseItIs() throws IOException {
        CalendarAddress namesake = new CalendarAddress("vincent.vole@example.com.ifb");
        published().write(namesake, () -> "namesake");
        published().write(VINCENT, () -> "one");
        published().remove(VINCENT);
        assertEquals("namesake", Files.readString(folder.resolve("static/" + namesake.email())));
    }

    private List<String> names(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
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
