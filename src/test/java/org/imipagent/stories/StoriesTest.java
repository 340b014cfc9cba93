package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imipagent.settings.SchedulingName;
import org.imipagent.store.TestStores;
import org.imipagent.stories.Story.Step;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /**
     * Each function by which a resource decides is told of in a file of its own: alone, in a chain,
     * of a series, and with a cancellation.
     */
    @ParameterizedTest
    @EnumSource
    void everySchedulingFunctionHasItsStories(SchedulingName function) throws IOException {
        String file = "resource-" + function.word() + ".story";
        List<Step> steps =
                all().stream()
                        .filter(story -> story.file().equals(file))
                        .flatMap(story -> story.steps().stream())
                        .toList();
        List<String> chains =
                steps.stream()
                        .map(Step::words)
                        .filter(words -> words.contains(" scheduling_function "))
                        .map(words -> words.replaceFirst(".* scheduling_function ", ""))
                        .filter(
                                chain ->
                                        Pattern.matches(
                                                "(.*\\\\n)?" + function.word() + "\\b.*", chain))
                        .toList();
        assertTrue(chains.stream().anyMatch(chain -> !chain.contains("\\n")), file + ": alone");
        assertTrue(chains.stream().anyMatch(chain -> chain.contains("\\n")), file + ": in a chain");
        assertTrue(
                steps.stream()
                        .flatMap(step -> step.block().stream())
                        .anyMatch(line -> line.startsWith("RRULE:")),
                file + ": a series");
        assertTrue(
                steps.stream().anyMatch(step -> step.words().startsWith("cancel ")),
                file + ": a cancellation");
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
