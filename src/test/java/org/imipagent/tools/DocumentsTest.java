package org.imipagent.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imipagent.settings.AutomaticReply;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.SchedulingName;
import org.imipagent.settings.Setting;
import org.imipagent.settings.SiteSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** README.md and src/docs name files, commands, settings and classes: they must be there. */
class DocumentsTest {

    /** Said to be not there yet; whoever makes one takes it out here and there. */
    private static final Set<String> TO_COME = Set.of("imip-agent resource");

    /** Arguments of the executable itself, as scripts/launch.sh gives them. */
    private static final Set<String> EXECUTABLE = Set.of("agent", "manager");

    /** Names of other people's programs. */
    private static final Set<String> NOT_OURS =
            Set.of(
                    "CalendarBuilder",
                    "JAVA_HOME",
                    "JAVA_TOOL_OPTIONS",
                    "MimeTokenStream",
                    "MimeUtil");

    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w/.-])(?:src|conf|scripts|cgi-bin)/[\\w/.*-]*[\\w/*]");
    private static final Pattern IN_CONF = Pattern.compile("[\\w.-]+\\.(?:cf|conf|md)");
    private static final Pattern CLASS =
            Pattern.compile("((?:org\\.imipagent\\.)?[a-z]+)\\.([A-Z]\\w*)(?:\\.([a-z]\\w*))?.*");
    private static final Pattern BARE_CLASS =
            Pattern.compile("([A-Z][a-z]+(?:[A-Z][a-z0-9]*)+)(?:\\.([a-z]\\w*))?");
    private static final Pattern COMMAND = Pattern.compile("(?<=`|-- )imip-agent ([^`#]+)");
    private static final Pattern SETTING =
            Pattern.compile("(?<![\\w-])[A-Z]+(?:_[A-Z]+)+(?![\\w-])");
    private static final Pattern PREFERENCE = Pattern.compile("([a-z]+_[a-z_]+|LANG)(?: = .*)?");

    private final CommandLine commands = Administration.line(new Commands());

    /** What is wrong, a line each, in all documents. */
    private static void assertNone(Pattern pattern, BiPredicate<Path, MatchResult> there, int least)
            throws IOException {
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (Path document : documents()) {
            List<String> lines = Files.readAllLines(document, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                for (MatchResult each : pattern.matcher(lines.get(i)).results().toList()) {
                    seen++;
                    if (!there.test(document, each)) {
                        wrong.add(document + ":" + (i + 1) + ": " + each.group());
                    }
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(seen >= least, "only " + seen + " were looked at");
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), all)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFileIsThere() throws IOException {
        assertNone(PATH, (document, found) -> isFile(found.group()), 60);
        assertNone(QUOTED, (document, found) -> isNamedFile(found.group(1)), 60);
    }

    /** A star stands for many, and so does a name in capitals: their folder is there. */
    private static boolean isFile(String path) {
        boolean isMany = path.matches(".*(\\*|/TAG\\b).*");
        Path file = Path.of(path.replace('*', 'x'));
        return Files.exists(isMany ? file.resolveSibling(".") : file);
    }

    private static boolean isNamedFile(String quoted) {
        if (!IN_CONF.matcher(quoted).matches()) {
            return true;
        }
        return Stream.of("conf", "src/docs")
                .flatMap(folder -> below(folder).stream())
                .anyMatch(file -> file.endsWith(quoted));
    }

    @Test
    void everyCommandAndOptionIsThere() throws IOException {
        assertNone(COMMAND, (document, found) -> isCommand(found.group(1).strip()), 15);
    }

    private boolean isCommand(String said) {
        List<String> words = Arrays.asList(said.split("\\s+", -1));
        if (TO_COME.stream().anyMatch(name -> ("imip-agent " + said).startsWith(name))) {
            return true;
        }
        if (EXECUTABLE.contains(words.getFirst())) {
            return words.size() > 1 && words.get(1).equals("LIB");
        }
        CommandLine command = commands;
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next != null) {
                command = next;
            } else if (command.getParent() == null
                    || (word.startsWith("-") && !hasOption(command, word))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOption(CommandLine command, String option) {
        return command.getCommandSpec().optionsMap().containsKey(option);
    }

    @Test
    void whatIsToComeIsNotThere() {
        for (String name : TO_COME) {
            CommandLine command = commands;
            List<String> words = List.of(name.split(" ", -1));
            for (String word : words.subList(1, words.size() - 1)) {
                command = Objects.requireNonNull(command.getSubcommands().get(word), name);
            }
            assertFalse(command.getSubcommands().containsKey(words.getLast()), name);
        }
    }

    /** Also where samples of other programs set it. */
    @Test
    void everySettingIsThere() throws IOException {
        var names = new HashSet<String>(NOT_OURS);
        SiteSettings.all().stream().map(Setting::name).forEach(names::add);
        String samples = samples();
        assertNone(
                SETTING,
                (document, found) ->
                        names.contains(found.group()) || samples.contains(found.group()),
                15);
    }

    private static String samples() {
        return Stream.of("conf", "scripts")
                .flatMap(folder -> below(folder).stream())
                .map(DocumentsTest::read)
                .collect(Collectors.joining("\n"));
    }

    private static List<Path> below(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** A name of small letters with _ in it is a preference, or another program's. */
    @Test
    void everyPreferenceIsThere() throws IOException {
        var names = new TreeSet<String>();
        PersonalPreferences.ALL.stream().map(Preference::name).forEach(names::add);
        // What stands in them.
        for (SchedulingName each : SchedulingName.values()) {
            names.add(each.word());
        }
        for (AutomaticReply.When each : AutomaticReply.When.values()) {
            names.add(each.word());
        }
        String samples = samples() + read(Path.of("src/docs/mail.md"));
        assertNone(
                QUOTED,
                (document, found) -> {
                    var name = PREFERENCE.matcher(found.group(1));
                    return !name.matches()
                            || names.contains(name.group(1))
                            || (samples.contains(name.group(1)) && document.endsWith("mail.md"));
                },
                5);
    }

    @Test
    void everyClassIsThere() throws IOException {
        Set<String> classes = classes();
        assertNone(
                QUOTED,
                (document, found) -> {
                    String quoted = found.group(1);
                    var full = CLASS.matcher(quoted);
                    if (full.matches()) {
                        String named = full.group(1).replace("org.imipagent.", "");
                        return isClass(named + "." + full.group(2), full.group(3));
                    }
                    var bare = BARE_CLASS.matcher(quoted);
                    return !bare.matches()
                            || NOT_OURS.contains(bare.group(1))
                            || isBareClass(classes, bare.group(1), bare.group(2));
                },
                40);
    }

    private static boolean isBareClass(Set<String> classes, String name, @Nullable String member) {
        return classes.stream()
                .filter(known -> ("." + known).endsWith("." + name))
                .anyMatch(known -> isClass(known, member));
    }

    private static boolean isClass(String name, @Nullable String member) {
        try {
            Class<?> type =
                    Class.forName(
                            "org.imipagent." + name, false, DocumentsTest.class.getClassLoader());
            return member == null
                    || Arrays.stream(type.getDeclaredMethods())
                            .anyMatch(method -> method.getName().equals(member));
        } catch (ClassNotFoundException notThere) {
            return false;
        }
    }

    /** {@code package.Class} of all of ours, the tests too. */
    private static Set<String> classes() {
        Path main = Path.of("src/main/java/org/imipagent");
        Path test = Path.of("src/test/java/org/imipagent");
        return Stream.of(main, test)
                .flatMap(root -> below(root.toString()).stream().map(root::relativize))
                .map(file -> file.toString().replace(".java", "").replace('/', '.'))
                .collect(Collectors.toSet());
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/imipagent"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    /** The table of the house in architecture.md; ArchitectureTest holds what it says. */
    @Test
    void everyPackageHasItsRow() throws IOException {
        Set<String> rows =
                Pattern.compile("(?m)^\\| `([a-z]+)` \\|")
                        .matcher(read(Path.of("src/docs/architecture.md")))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(packages()), new TreeSet<>(rows));
    }
}
