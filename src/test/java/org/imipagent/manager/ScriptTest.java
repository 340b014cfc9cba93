package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The script of the pages: what it must not do. What it does is tried in a browser, by ScriptIT.
 */
class ScriptTest {

    private static final Path SCRIPT = Path.of("src/main/webapp/manager.js");

    private static final List<String> FORBIDDEN =
            List.of(
                    "eval\\(",
                    "new Function",
                    "innerHTML",
                    "outerHTML",
                    "insertAdjacentHTML",
                    "document\\.write",
                    "createContextualFragment",
                    "DOMParser",
                    "\\.on[a-z]+ *=[^=]",
                    "setAttribute\\(\"(on|style)",
                    "set(Timeout|Interval)\\( *[\"'`]",
                    "fetch\\(",
                    "XMLHttpRequest",
                    "WebSocket",
                    "sendBeacon",
                    "importScripts",
                    "import\\(",
                    "https?:",
                    "<[a-z/]");

    /** Without its comments. */
    private final String script;

    ScriptTest() throws IOException {
        script =
                Files.readString(SCRIPT)
                        .replaceAll("(?s)/\\*.*?\\*/", "")
                        .replaceAll("(?m)^\\s*//.*$", "");
    }

    @Test
    void itMakesNoCodeAndNoMarkupOfTextsAndFetchesNothing() {
        for (String forbidden : FORBIDDEN) {
            var found = Pattern.compile(forbidden).matcher(script);
            assertTrue(!found.find(), forbidden);
        }
    }

    /** A page without the one script that it is to have: any other came from somebody's text. */
    static String withoutOurs(String page) {
        return page.replace("<script src=\"/cal/static/manager.js\" defer></script>", "");
    }

    @Test
    void itHasNoGlobalNames() {
        assertTrue(script.strip().startsWith("(() => {\n  \"use strict\";"), script);
        assertTrue(script.strip().endsWith("})();"));
        assertEquals(
                List.of(),
                GoldenPagesTest.all(script, "(?m)^((?:const|let|var|function|class) .*)"));
    }

    @Test
    void nothingHoldsUpScrolling() {
        assertEquals(
                List.of(),
                GoldenPagesTest.all(
                        script, "addEventListener\\(\"(wheel|touch[a-z]+|mousewheel)\""));
    }

    @Test
    void itIsSmall() throws IOException {
        assertTrue(Files.size(SCRIPT) < 28_000, Files.size(SCRIPT) + " octets");
    }

    @Test
    void noPageHasAScriptOrAHandlerOfItsOwn() {
        Gallery.pages()
                .forEach(
                        (name, page) -> {
                            assertEquals(
                                    List.of("<script src=\"/cal/static/manager.js\" defer>"),
                                    GoldenPagesTest.all(page, "(<script[^>]*>)"),
                                    name);
                            assertEquals(
                                    List.of(),
                                    GoldenPagesTest.all(page, "<[^>]* (on[a-z]+=)"),
                                    name);
                        });
    }
}
