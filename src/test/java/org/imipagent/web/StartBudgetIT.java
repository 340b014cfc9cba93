package org.imipagent.web;

import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Every request starts a process: what a GET loads is what a person waits for. */
@DisabledIfSystemProperty(
        named = "imip.launch",
        matches = "native",
        disabledReason = "an image has its classes loaded")
class StartBudgetIT {

    private static final List<String> SLOW =
            List.of(
                    "net.fortuna.",
                    "picocli.",
                    "org.apache.james.",
                    "org.postgresql.",
                    "org.imipagent.store.PostgreSql",
                    "org.imipagent.store.Unix");

    /** Lambdas that no run of the training had: one of the JDK's, where a search reads letters. */
    private static final int MOST_LAMBDAS = 1;

    /** Where the archive has a class from. */
    private static final String ARCHIVED = "shared objects file";

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestInstance instance;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
        var mail = TestInstance.invitation(VINCENT, "Berries", "one", "two", "three");
        assertEquals(0, instance.print(mail, VINCENT).status());
        // What sites have that a new one has not.
        instance.agent("resources", "add", "room@example.com", "--kind", "room").succeed();
        instance.agent(
                        "preferences",
                        "set",
                        "--user",
                        VINCENT,
                        "working_hours",
                        "Mon-Fri 08:00-16:00")
                .succeed();
        Files.writeString(
                instance.config(),
                """
                MANAGER_URL = "https://calendar.example.com/"
                WORKING_HOURS_DEFAULT = "Mon-Thu 09:00-17:00, Fri 09:00-15:00"
                TZID = "Europe/Oslo"
                """,
                StandardOpenOption.APPEND);
    }

    @AfterAll
    static void stop() {
        TestFolders.remove(folder);
    }

    @Test
    void theMonthPageStaysWithinItsBudget() throws IOException {
        assertWithinBudget("/", "Berries", 1200, 0);
    }

    @Test
    void theListOfRequestsStaysWithinItsBudget() throws IOException {
        assertWithinBudget("/requests", "Berries", 1600, 8);
    }

    @Test
    void theSearchStaysWithinItsBudget() throws IOException {
        assertWithinBudget("/search?q=ber%C3%BC", "Search", 1250, 0);
        assertWithinBudget("/search?q=berr", "<mark>Berries</mark>", 1250, 0);
    }

    @Test
    void thePageOfWhatHappenedStaysWithinItsBudget() throws IOException {
        assertWithinBudget("/activity", "Berries", 1200, 0);
    }

    /** One that the JDK makes now, for a switch over types, a text, a comparison of records. */
    private static boolean isMade(String line) {
        return line.contains("/0x") && !line.contains(ARCHIVED);
    }

    /** One that brings in the library for class files: a comparison of records, a switch. */
    private static boolean isCostly(String line) {
        return line.contains("LambdaForm") || line.contains("TypeSwitch");
    }

    /** What {@code _JAVA_OPTIONS} says counts last, after the launcher's own -Xlog. */
    private static List<String> loaded(String path, String word) throws IOException {
        var log = instance.folder().resolve("outbox/classes" + path.hashCode());
        int question = path.indexOf('?');
        var ended =
                Command.of(instance.installation().manager())
                        .with("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log)
                        .with("IMIP_AGENT_CONFIG", instance.config())
                        .with("REQUEST_METHOD", "GET")
                        .with("SCRIPT_NAME", Front.PLACE)
                        .with("PATH_INFO", question < 0 ? path : path.substring(0, question))
                        .with("QUERY_STRING", question < 0 ? "" : path.substring(question + 1))
                        .with("REQUEST_URI", Front.PLACE + path)
                        .with("REMOTE_USER", VINCENT)
                        .unprivileged()
                        .run();
        assertTrue(ended.out().startsWith("Status: 200 "), ended.toString());
        assertTrue(ended.out().contains(word), ended.out());
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(line.lastIndexOf("] ") + 2))
                    .toList();
        }
    }

    /**
     * Holds the classes of one page, of the JDK and of ours.
     *
     * @param most a little above what was counted when this was set
     * @param mostForms of what is made for comparisons of records and switches over types: 0, but
     *     where calendars are read
     */
    private static void assertWithinBudget(String path, String word, int most, int mostForms)
            throws IOException {
        var loaded = loaded(path, word);
        assertLean(loaded);
        List<String> made = loaded.stream().filter(StartBudgetIT::isMade).toList();
        List<String> forms = made.stream().filter(StartBudgetIT::isCostly).toList();
        assertTrue(forms.size() <= mostForms, path + " makes " + forms);
        assertTrue(made.size() - forms.size() <= MOST_LAMBDAS, path + " makes " + made);
        assertTrue(loaded.size() <= most, path + " loads " + loaded.size() + " classes");
    }

    private static void assertLean(List<String> loaded) {
        var ours = loaded.stream().filter(c -> c.startsWith("org.imipagent.")).count();
        assertTrue(ours > 20, "the log was read: " + loaded.size());
        var slow = loaded.stream().filter(c -> SLOW.stream().anyMatch(c::startsWith)).toList();
        assertEquals(List.of(), slow);
    }
}
