package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.imipagent.manager.Gallery;
import org.junit.jupiter.api.Test;

/**
 * The pictures of src/docs/users.md, from the sample pages, whose day never changes: Chromium draws
 * the same each time. {@code -Dimip.pictures=write} writes them; else it is looked whether the
 * pages still have the words that they had in the pictures (fonts and versions of Chromium draw the
 * same words differently, so that the pictures themselves are not compared).
 */
@OneLaunch
class GuidePicturesIT {

    private static final Path PICTURES = InstalledProgram.checkout("src/docs/pictures");
    private static final Path WORDS = PICTURES.resolve("words.txt");
    private static final int WIDE = 800;
    private static final int HIGHEST = 900;
    private static final int MOST_BYTES = 100_000;

    /** Pages of the gallery by the names of their pictures. */
    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "month", "month",
                            "invitation", "event-invitation",
                            "invitations", "requests",
                            "new-event", "event-new-guests",
                            "find-a-time", "find-three"));

    private static String page(String name) {
        return Objects.requireNonNull(Gallery.pages().get(PAGES.get(name)), name);
    }

    /** What is to be read on a page, as a short name. */
    private static String words(String name) {
        var page = page(name);
        var body = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        var words = body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        assertTrue(words.length() > 100, name + ": " + words);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    private static String allWords() {
        return PAGES.keySet().stream()
                .map(name -> name + " " + words(name) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void thePicturesShowThePagesAsTheyAre() throws IOException {
        if ("write".equals(System.getProperty("imip.pictures"))) {
            write();
        }
        assertEquals(
                Files.readString(WORDS),
                allWords(),
                "stale: mvn failsafe:integration-test -Dit.test=GuidePicturesIT -Dimip.pictures=write");
    }

    @Test
    void theGuideShowsThemAllAndTheyAreSmall() throws IOException {
        var shown =
                Pattern.compile("\\]\\(pictures/([a-z-]+)\\.png\\)")
                        .matcher(Files.readString(InstalledProgram.checkout("src/docs/users.md")))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(PAGES.keySet(), shown);
        for (var name : shown) {
            var file = PICTURES.resolve(name + ".png");
            assertTrue(Files.size(file) < MOST_BYTES, file + ": " + Files.size(file));
            assertEquals(WIDE, ImageIO.read(file.toFile()).getWidth(), name);
        }
    }

    /** Drawn twice, else the next who writes them would have others without a reason. */
    private static void write() throws IOException {
        var folder = Files.createTempDirectory("imip");
        try (var browser = RunningBrowser.start(false)) {
            Files.copy(
                    InstalledProgram.checkout("src/main/webapp/manager.css"),
                    folder.resolve("manager.css"));
            browser.width(WIDE);
            for (var name : PAGES.keySet()) {
                var file =
                        Files.writeString(
                                folder.resolve(name + ".html"),
                                page(name).replace("/cal/static/", ""));
                var picture = PICTURES.resolve(name + ".png");
                var again = folder.resolve(name + ".png");
                for (var each : List.of(picture, again)) {
                    browser.open(file.toUri());
                    browser.picture(each);
                    shrink(each);
                }
                assertArrayEquals(Files.readAllBytes(again), Files.readAllBytes(picture), name);
            }
            Files.writeString(WORDS, allWords());
        } finally {
            TestFolders.remove(folder);
        }
    }

    /** The upper part, with fewer shades: a third of the bytes, and the eye sees no difference. */
    private static void shrink(Path file) throws IOException {
        var whole = ImageIO.read(file.toFile());
        int height = Math.min(whole.getHeight(), HIGHEST);
        var small = new BufferedImage(whole.getWidth(), height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < whole.getWidth(); x++) {
                int shade = whole.getRGB(x, y) & 0xf0f0f0;
                small.setRGB(x, y, shade | shade >> 4);
            }
        }
        assertTrue(ImageIO.write(small, "png", file.toFile()), "no PNG can be written");
    }
}
