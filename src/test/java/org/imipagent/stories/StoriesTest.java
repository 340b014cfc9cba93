package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imipagent.store.TestStores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tells every story of src/test/resources/stories to the real agent with a real store. */
@ExtendWith(TestStores.class)
class StoriesTest {

    private static final Path FOLDER = Path.of("src/test/resources/stories");

    @TempDir Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        return all().stream()
                .map(
                        story ->
                                DynamicTest.dynamicTest(
                                        story.file() + ":" + story.line() + " " + story.title(),
                                        () ->
                                                new StoryRun(
                                                                story,
                                                                Files.createTempDirectory(
                                                                        folder, "story"))
                                                        .tell()));
    }

    @Test
    void everyFileHoldsStories() throws IOException {
        assertTrue(all().size() >= 20, "only " + all().size() + " stories were found");
    }

    private static List<Story> all() throws IOException {
        var all = new ArrayList<Story>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".story")).sorted().toList()) {
                List<Story> stories =
                        Story.read(
                                file.getFileName().toString(),
                                Files.readAllLines(file, StandardCharsets.UTF_8));
                assertTrue(!stories.isEmpty(), file + " holds no story");
                all.addAll(stories);
            }
        }
        return all;
    }
}
