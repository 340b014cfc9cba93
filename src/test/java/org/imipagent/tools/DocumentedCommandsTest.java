package org.imipagent.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The commands of README.md and src/docs: scripts/test-documents runs them as they stand there, on
 * a clean Debian, or it is said here who runs them or why nobody does; and imip-agent knows each of
 * its own.
 */
class DocumentedCommandsTest {

    private static final String RUN = "scripts/run";
    private static final String TEST = "scripts/test";

    /**
     * Commands that no journey of scripts/test-documents types.
     *
     * @param start how they begin
     * @param why who runs them, or why nobody does
     * @param file what runs them; "" for nothing
     * @param text what stands in it, where it does
     */
    private record Elsewhere(String start, String why, String file, String text) {

        static Elsewhere nobody(String start, String why) {
            return new Elsewhere(start, why, "", "");
        }
    }

    private static final String MAIL =
            "what the mail server starts: the mails of the journeys go through it";

    private static final List<Elsewhere> ELSEWHERE =
            List.of(
                    new Elsewhere(RUN, "belongs to a checkout", TEST, "scripts/run\" --check"),
                    new Elsewhere(TEST, "belongs to a checkout", ".ci/run", "scripts/test"),
                    new Elsewhere("mvn package -Pdeb", "belongs to a checkout", TEST, ",deb "),
                    new Elsewhere(
                            "imip-agent person ",
                            MAIL,
                            "conf/postfix/master.cf",
                            "imip-agent person"),
                    new Elsewhere(
                            "imip-agent outgoing ",
                            MAIL,
                            "conf/postfix/master.cf",
                            "imip-agent outgoing"),
                    new Elsewhere(
                            "imip-agent resource ",
                            MAIL,
                            "conf/postfix/master.cf",
                            "imip-agent resource"),
                    new Elsewhere(
                            "postconf -P submission/",
                            "Debian's submission is off, and wants log-ins: tested there",
                            "src/test/java/org/imipagent/mailserver/RunningPostfix.java",
                            "imip-copies"),
                    new Elsewhere(
                            "ldapsearch -x",
                            "a directory with rooms is filled there",
                            "src/test/java/org/imipagent/main/ResourcesOfADirectoryIT.java",
                            "\"ldapsearch\""),
                    Elsewhere.nobody(
                            "scripts/benchmark",
                            "takes many minutes on a machine with no other work"),
                    Elsewhere.nobody("journalctl", "there is no journal without systemd"),
                    Elsewhere.nobody(
                            "git pull",
                            "there is nothing to pull from; the rest is scripts/install"));

    /** Lines of files and of logs, and formulas. */
    private static final Pattern NO_COMMAND =
            Pattern.compile(
                    "[\\w-]+ =( .*)?|\\s.*|}|(passdb|userdb).* \\{|imip-(manager|agent): .*|(imip|local|hostssl) +imip-agent .*|imip +www-data .*");

    /** In a sentence, a command has words after its program. */
    private static final Pattern IN_SENTENCE =
            Pattern.compile(
                    "`((?:imip-agent|runuser|apt|apt-get|a2\\w+|systemctl|service|journalctl|postfix|postconf|doveadm|htpasswd|adduser|deluser|dpkg-\\w+|scripts/\\w+|mvn|git|hostname|certbot|pg_\\w+) [^`]+)`");

    private static final Pattern FIRST_LINE = Pattern.compile("(?m)^guide=(\\S+)$");

    private static final Pattern TYPED =
            Pattern.compile(
                    "\\b(follow|lines|as_written) (\\S+) (?:\"([^\"]+)\"|(\\S+))(?: (?:\"([^\"]+)\"|(\\d+)))?");

    /** One command, after the user whom runuser starts it as. */
    private record Typed(String where, String command) {}

    /**
     * Lines that are indented together.
     *
     * @param heading what they are under
     * @param number under it, from 1
     */
    private record Block(Path document, String heading, int number, List<Typed> lines) {

        boolean isOf(Journey line) {
            return document.equals(line.document())
                    && heading.equals(line.heading())
                    && (line.number() == 0 || line.number() == number);
        }
    }

    /**
     * What a journey does with a document.
     *
     * @param number of the block; 0 for all
     * @param command in a sentence; "" for a block
     */
    private record Journey(Path document, String heading, int number, String command) {}

    private static List<Path> documents() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("src/docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), all)
                    // What changes.md has was right once; the figures of the other are no commands.
                    .filter(
                            file ->
                                    file.toString().endsWith(".md")
                                            && !file.endsWith("changes.md")
                                            && !file.endsWith("architecture.md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Block> blocks() throws IOException {
        var blocks = new ArrayList<Block>();
        for (Path document : documents()) {
            blocks.addAll(blocks(document, Files.readAllLines(document)));
        }
        assertTrue(blocks.size() > 30, "only " + blocks);
        return blocks;
    }

    private static List<Block> blocks(Path document, List<String> lines) {
        var blocks = new ArrayList<Block>();
        String heading = "";
        int number = 0;
        boolean mayBegin = true;
        boolean isIn = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+ ", "");
                number = 0;
            }
            boolean isIndented = line.startsWith("    ") && (mayBegin || isIn);
            if (isIndented && !isIn) {
                number++;
                blocks.add(new Block(document, heading, number, new ArrayList<>()));
            }
            if (isIndented) {
                blocks.getLast()
                        .lines()
                        .addAll(commands(document + ":" + (i + 1), line.substring(4)));
            }
            isIn = isIndented;
            mayBegin = line.isEmpty();
        }
        return blocks;
    }

    /** Each command of a line; none of a line that is none. */
    private static List<Typed> commands(String where, String line) {
        if (NO_COMMAND.matcher(line).matches()) {
            return List.of();
        }
        String said = line.replaceFirst("\\s+# .*", "");
        return Arrays.stream(said.split(" (?:&&|\\|\\|) ", -1))
                .map(command -> new Typed(where, own(command)))
                .toList();
    }

    private static String own(String command) {
        return command.strip().replaceFirst("^runuser -u \\S+ -- ", "");
    }

    /** The commands in sentences, as they stand there. */
    private static List<Typed> inSentences() throws IOException {
        var found = new ArrayList<Typed>();
        for (Path document : documents()) {
            String text =
                    Files.readString(document)
                            .replaceAll("(?m)^    .*$", "")
                            .replaceAll("\\s*\\n(?! *\\n|[#|-])", " ");
            IN_SENTENCE
                    .matcher(text)
                    .results()
                    .forEach(one -> found.add(new Typed(document.toString(), one.group(1))));
        }
        assertTrue(found.size() > 40, "only " + found);
        return found;
    }

    private static List<Journey> journeys() throws IOException {
        var journeys = new ArrayList<Journey>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/documents"))) {
            for (Path file : files.sorted().toList()) {
                journeys.addAll(journeys(Files.readString(file)));
            }
        }
        journeys.addAll(journeys(Files.readString(Path.of("scripts/test-documents"))));
        return journeys;
    }

    private static List<Journey> journeys(String script) {
        var journeys = new ArrayList<Journey>();
        var guides = new HashMap<String, String>();
        FIRST_LINE.matcher(script).results().forEach(one -> guides.put("$guide", one.group(1)));
        for (var one : TYPED.matcher(script).results().toList()) {
            String document = guides.getOrDefault(one.group(2), one.group(2));
            if (document.endsWith(".md")) {
                String heading = one.group(3) == null ? one.group(4) : one.group(3);
                boolean isSentence = one.group(1).equals("as_written");
                int number = one.group(6) == null ? 0 : Integer.parseInt(one.group(6));
                String command = isSentence ? one.group(5) : "";
                journeys.add(new Journey(Path.of(document), heading, number, command));
            }
        }
        return journeys;
    }

    @Test
    void everyCommandOfABlockIsTypedOnACleanDebianOrItIsSaidWhyNot() throws IOException {
        var journeys = journeys();
        var wrong = new ArrayList<String>();
        for (Block block : blocks()) {
            boolean isTyped =
                    journeys.stream().anyMatch(one -> one.command().isEmpty() && block.isOf(one));
            for (Typed line : block.lines()) {
                if (!isTyped && elsewhere(line.command()).isEmpty()) {
                    wrong.add(line.where() + ": no test runs it: " + line.command());
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void everyCommandInASentenceIsTypedOnACleanDebianOrItIsSaidWhyNot() throws IOException {
        Set<String> typed = new LinkedHashSet<>();
        journeys().forEach(one -> typed.add(own(one.command())));
        blocks().forEach(block -> block.lines().forEach(line -> typed.add(line.command())));
        var wrong = new ArrayList<String>();
        for (Typed each : inSentences()) {
            String command = own(each.command());
            boolean isTyped = isAmong(typed, command);
            for (Typed part : isTyped ? List.<Typed>of() : commands(each.where(), command)) {
                if (!isAmong(typed, part.command()) && elsewhere(part.command()).isEmpty()) {
                    wrong.add(each.where() + ": no test runs it: " + command);
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** The same, or its beginning: "htpasswd -D", with nobody named. */
    private static boolean isAmong(Set<String> typed, String command) {
        return typed.stream().anyMatch(one -> one.equals(command) || one.startsWith(command + " "));
    }

    private static List<Elsewhere> elsewhere(String command) {
        return ELSEWHERE.stream().filter(one -> (command + " ").startsWith(one.start())).toList();
    }

    /**
     * What is said of those that are run elsewhere is so, and none is said that no document has.
     */
    @Test
    void theListOfThoseThatAreRunElsewhereHolds() throws IOException {
        var commands = new LinkedHashSet<String>();
        blocks().forEach(block -> block.lines().forEach(line -> commands.add(line.command())));
        for (Typed each : inSentences()) {
            commands(each.where(), own(each.command())).forEach(one -> commands.add(one.command()));
        }
        var wrong = new ArrayList<String>();
        for (Elsewhere one : ELSEWHERE) {
            if (commands.stream().noneMatch(command -> command.startsWith(one.start()))) {
                wrong.add("no document has it: " + one);
            }
            if (!one.file().isEmpty()
                    && !Files.readString(Path.of(one.file())).contains(one.text())) {
                wrong.add(one.file() + " does not run " + one.start());
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** Each journey reads what is there: a heading or a number that is gone would run nothing. */
    @Test
    void journeysReadWhatTheDocumentsHave() throws IOException {
        var blocks = blocks();
        var wrong = new ArrayList<String>();
        for (Journey one : journeys()) {
            boolean isThere =
                    one.command().isEmpty()
                            ? blocks.stream().anyMatch(block -> block.isOf(one))
                            : Files.readString(one.document())
                                    .replace('\n', ' ')
                                    .contains("`" + one.command() + "`");
            if (!isThere) {
                wrong.add("no document has it: " + one);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void scriptsTestRunsTheJourneys() throws IOException {
        assertTrue(Files.readString(Path.of(TEST)).contains("scripts/test-documents\" --suite"));
    }

    /** Read as the program reads them, with their options and how many words they take. */
    @Test
    void imipAgentKnowsItsOwn() throws IOException {
        var all = new ArrayList<Typed>();
        blocks().forEach(block -> all.addAll(block.lines()));
        int inBlocks = all.size();
        inSentences().forEach(one -> all.add(new Typed(one.where(), own(one.command()))));
        assertFalse(all.size() == inBlocks);
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (Typed each : all) {
            if (each.command().startsWith("imip-agent ")
                    && !each.command().matches("imip-agent resource( .*)?")) {
                seen++;
                try {
                    Administration.line(new Commands()).parseArgs(words(each.command()));
                } catch (CommandLine.MissingParameterException shortened) {
                    // In a sentence, "imip-agent activity" is enough to name it.
                    if (all.indexOf(each) < inBlocks) {
                        wrong.add(each.where() + ": " + shortened.getMessage());
                    }
                } catch (CommandLine.ParameterException refused) {
                    wrong.add(each.where() + ": " + refused.getMessage());
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(seen > 30, "only " + seen);
    }

    /** Without the program, redirections and quotes. */
    private static String[] words(String command) {
        return Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(command.replaceFirst(" [<>] ?\\S+$", "").substring("imip-agent ".length()))
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
    }

    /** Else the first tests would prove nothing. */
    @Test
    void aCommandThatNobodyRunsIsSeen() {
        assertEquals(
                List.of(new Typed("x.md:1", "rm -rf /"), new Typed("x.md:1", "imip-agent nosuch")),
                commands(
                        "x.md:1",
                        "rm -rf / && runuser -u imip-agent -- imip-agent nosuch   # all"));
        assertEquals(List.of(), elsewhere("rm -rf /"));
        assertEquals("[a, b c]", Arrays.toString(words("imip-agent a \"b c\" >x")));
        var text =
                List.of(
                        "# A",
                        "",
                        "    one",
                        "    two",
                        "",
                        "text",
                        "",
                        "    three",
                        "## B",
                        "",
                        "    four");
        assertEquals(
                List.of(Map.entry("A", 1), Map.entry("A", 2), Map.entry("B", 1)),
                blocks(Path.of("x.md"), text).stream()
                        .map(block -> Map.entry(block.heading(), block.number()))
                        .toList());
        assertEquals(
                List.of(
                        new Journey(Path.of("x.md"), "A b", 2, ""),
                        new Journey(Path.of("x.md"), "C", 0, "rm -rf x")),
                journeys("guide=x.md\nfollow $guide \"A b\" 2\nas_written x.md C \"rm -rf x\"\n"));
    }
}
