package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every page as it was when somebody looked at it. After a change that is wanted: {@code
 * GOLDEN=write mvn test -Dtest=GoldenPagesTest}, and read the difference before it is committed.
 */
class GoldenPagesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"[\\w-]+\"");

    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"[\\w-]+\"");

    private final Map<String, String> pages = Gallery.pages();

    private static String steady(String page) {
        String steady = TOKEN.matcher(page).replaceAll("name=\"token\" value=\"TOKEN\"");
        return DRAFT.matcher(steady).replaceAll("name=\"draft\" value=\"DRAFT\"");
    }

    @Test
    void pagesAreAsTheyWere() throws IOException {
        if ("write".equals(System.getenv("GOLDEN"))) {
            Files.createDirectories(GOLDEN);
            for (var page : pages.entrySet()) {
                Files.writeString(GOLDEN.resolve(page.getKey() + ".html"), steady(page.getValue()));
            }
        }
        for (var page : pages.entrySet()) {
            String golden = Files.readString(GOLDEN.resolve(page.getKey() + ".html"));
            assertEquals(golden, steady(page.getValue()), page.getKey());
        }
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(pages.size(), files.count(), "golden pages that nothing renders");
        }
    }

    @Test
    void noPageCarriesStylesScriptsOrHandlersOfItsOwn() {
        pages.forEach(
                (name, page) -> {
                    assertTrue(
                            !page.contains("<style")
                                    && !ScriptTest.withoutOurs(page).contains("<script"),
                            name);
                    assertTrue(!Pattern.compile("\\s(style|on\\w+)=").matcher(page).find(), name);
                    assertTrue(!page.contains("javascript:"), name);
                });
    }

    @Test
    void everyPageHasOneMainHeadingAndLevelsWithoutGaps() {
        pages.forEach(
                (name, page) -> {
                    var levels = new ArrayList<Integer>();
                    var matcher = Pattern.compile("<h([1-6])[ >]").matcher(page);
                    while (matcher.find()) {
                        levels.add(Integer.parseInt(matcher.group(1)));
                    }
                    assertEquals(1, levels.stream().filter(l -> l == 1).count(), name + levels);
                    assertEquals(1, levels.getFirst(), name);
                    for (int i = 1; i < levels.size(); i++) {
                        assertTrue(levels.get(i) <= levels.get(i - 1) + 1, name + levels);
                    }
                });
    }

    @Test
    void everyPageNamesItsLanguageItsTitleAndItsSkipLink() {
        pages.forEach(
                (name, page) -> {
                    String language =
                            name.endsWith("-ar")
                                    ? "lang=\"ar\" dir=\"rtl\""
                                    : "lang=\""
                                            + (name.endsWith("-de") ? "de" : "en")
                                            + "\" dir=\"ltr\"";
                    assertTrue(page.startsWith("<!DOCTYPE html>\n<html " + language + ">"), name);
                    assertTrue(Pattern.compile("<title>[^<]+</title>").matcher(page).find(), name);
                    assertTrue(
                            page.contains("href=\"#content\"")
                                    && page.contains("<main id=\"content\""),
                            name);
                });
    }

    @Test
    void everyIdIsThereOnceAndEveryReferenceLeadsToOne() {
        pages.forEach(
                (name, page) -> {
                    List<String> ids = all(page, " id=\"([^\"]*)\"");
                    assertEquals(ids.stream().distinct().toList(), ids, name);
                    for (String attribute :
                            List.of(" for", "aria-labelledby", "aria-describedby", "href=\"#")) {
                        String pattern =
                                attribute.endsWith("#")
                                        ? attribute + "([^\"]+)\""
                                        : attribute + "=\"([^\"]+)\"";
                        for (String several : all(page, pattern)) {
                            for (String id : several.split(" ", -1)) {
                                assertTrue(ids.contains(id), name + ": " + id);
                            }
                        }
                    }
                });
    }

    /** The heading above an event names its day in full, or the event does. */
    @Test
    void everyEventIsNamedWithItsDateAndEveryHeaderCellHasAScope() {
        var day = Pattern.compile("\\d{1,2}\\.? \\p{L}+ \\d{4}");
        pages.forEach(
                (name, page) -> {
                    for (int chip = page.indexOf("<a class=\"chip");
                            chip >= 0;
                            chip = page.indexOf("<a class=\"chip", chip + 1)) {
                        String link = page.substring(chip, page.indexOf("</a>", chip));
                        int end = page.lastIndexOf("</h2>", chip);
                        String heading =
                                end < 0 ? "" : page.substring(page.lastIndexOf("<h2", end), end);
                        assertTrue(
                                link.contains("<b class=\"days\">")
                                        || day.matcher(heading).find()
                                        || heading.contains("Also on this day"),
                                name + ": " + link);
                    }
                    assertEquals(
                            all(page, "(<th[ >])").size(),
                            all(page, "(<th scope=\")").size(),
                            name);
                });
    }

    @Test
    void everyFormThatActsIsSentByPostWithTokenAndWhatItWasMadeFor() {
        pages.forEach(
                (name, page) -> {
                    for (String form : all(page, "(?s)<form(.*?)</form>")) {
                        boolean acts = form.contains("method=\"post\"");
                        assertEquals(acts, form.contains("name=\"token\""), name);
                        assertEquals(
                                acts,
                                form.contains("name=\"version\"")
                                        || form.contains("name=\"activity\""),
                                name);
                        assertEquals(acts, form.contains("name=\"action\""), name);
                    }
                });
    }

    /** Two buttons that say the same and do different things cannot be told apart by ear. */
    @Test
    void buttonsOfOneFormOrLandmarkHaveNamesOfTheirOwn() {
        var part = Pattern.compile("<(form|nav|search)\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);
        var button = Pattern.compile("<button\\b([^>]*)>(.*?)</button>", Pattern.DOTALL);
        var label = Pattern.compile("aria-label=\"([^\"]*)\"");
        pages.forEach(
                (name, page) -> {
                    var parts = part.matcher(page);
                    while (parts.find()) {
                        var names = new ArrayList<String>();
                        var buttons = button.matcher(parts.group(2));
                        while (buttons.find()) {
                            var labelled = label.matcher(buttons.group(1));
                            // The one that the Enter key presses is not there to be read.
                            if (!buttons.group(1).contains("aria-hidden=\"true\"")) {
                                names.add(
                                        labelled.find()
                                                ? labelled.group(1)
                                                : buttons.group(2)
                                                        .replaceAll("<[^>]*>", "")
                                                        .strip());
                            }
                        }
                        assertEquals(names.stream().distinct().toList(), names, name + " " + names);
                    }
                });
    }

    @Test
    void everyLinkStaysBelowTheMountPointOrIsASafeOne() {
        pages.forEach(
                (name, page) -> {
                    for (String href : all(page, "(?:href|action)=\"([^\"]*)\"")) {
                        assertTrue(
                                href.startsWith("/cal/")
                                        || href.startsWith("#")
                                        || href.startsWith("https://")
                                        || href.startsWith("webcal://")
                                        || href.startsWith("mailto:"),
                                name + ": " + href);
                    }
                });
    }

    @Test
    void everyClassOfTheHoursIsInTheStyleSheet() throws IOException {
        String css = Files.readString(Path.of("src/main/webapp/manager.css"));
        pages.forEach(
                (name, page) -> {
                    for (String numbered :
                            all(page, "\\b((?:from|to|hue|span|on|col|after)-\\d+)\\b")) {
                        assertTrue(
                                Pattern.compile("\\." + numbered + "\\b").matcher(css).find(),
                                name + ": " + numbered);
                    }
                });
    }

    static List<String> all(String page, String pattern) {
        return all(page, pattern, 1);
    }

    static List<String> all(String page, String pattern, int group) {
        var found = new ArrayList<String>();
        var matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
