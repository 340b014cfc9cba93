package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every request starts a process: what a page loads is what a person waits for. */
class StartTest {

    private static final List<String> SLOW =
            List.of(
                    "net.fortuna",
                    // DateTimeFormatter itself is loaded by java.time.Year; these are by its use.
                    "java.time.format.DateTimePrintContext",
                    "java.time.format.DateTimeParseContext",
                    "java.util.Formatter",
                    "java.util.ResourceBundle",
                    "java.text",
                    "java.security.SecureRandom",
                    "javax.crypto.Mac",
                    "gg.jte.TemplateEngine",
                    "com.fasterxml.jackson.databind");

    /** What the child process runs: one GET. */
    static final class OneGet {
        private OneGet() {}

        static void main(String[] path) {
            Manager manager = Sample.manager(Sample.november(), _ -> new Outcome.Stale());
            System.out.println("STATUS " + Sample.get(manager, path[0]).status());
        }
    }

    @Test
    void thePagesLoadNothingSlow() throws IOException, InterruptedException {
        for (String path :
                List.of(
                        "/",
                        "/?view=week",
                        "/?view=day",
                        "/?view=list",
                        "/event/planning-42%40example.com",
                        "/requests",
                        "/activity")) {
            List<String> loaded = loaded(path);
            assertEquals(List.of(), loaded.stream().filter(StartTest::isSlow).toList(), path);
            long ours =
                    loaded.stream()
                            .filter(c -> c.startsWith("org.imipagent.") && !c.contains("$$"))
                            .count();
            // Since a page follows the preferences, their catalogue is among them, as in the
            // program; and the store that the sample of resources stands on.
            assertTrue(ours > 20 && ours < 240, path + " loads " + ours + " classes of ours");
        }
    }

    /** A class, what is nested in it, or what is in a package. */
    private static boolean isSlow(String loaded) {
        return SLOW.stream()
                .anyMatch(
                        slow ->
                                loaded.equals(slow)
                                        || loaded.startsWith(slow + "$")
                                        || loaded.startsWith(slow + "."));
    }

    private static List<String> loaded(String path) throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xlog:class+load:stdout",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.imipagent.manager.StartTest$OneGet",
                                path)
                        .redirectErrorStream(true)
                        .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), output);
        assertTrue(output.contains("STATUS 200"), output);
        var classes = new ArrayList<String>();
        for (String line : output.split("\n", -1)) {
            int source = line.indexOf(" source: ");
            int name = line.indexOf("] ");
            // What the archive of the JDK holds ready is mapped, not loaded.
            if (source > 0 && name > 0 && !line.contains("jrt:/java.base jrt")) {
                classes.add(line.substring(line.lastIndexOf("] ", source) + 2, source));
            }
        }
        return classes;
    }
}
