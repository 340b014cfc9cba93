package org.imipagent.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.imipagent.web.Command;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ManualPagesTest {
    private static final Path MAN = Path.of("src/docs/man");
    private static final Path COMPLETION = Path.of("src/deb/bash-completion");

    private static Map<Path, String> made() {
        return Map.of(
                MAN.resolve("imip-agent.1"),
                ManualPages.commands(),
                MAN.resolve("imip-agent-config.5"),
                ManualPages.config(),
                MAN.resolve("imip-agent-preferences.5"),
                ManualPages.preferences(),
                COMPLETION,
                ManualPages.completion());
    }

    /** mvn test -Dtest=ManualPagesTest -Dimip.regenerate=true writes them anew. */
    @Test
    void theyAreMadeFromTheCommandsAndTheCatalogues() throws IOException {
        for (Map.Entry<Path, String> each : made().entrySet()) {
            if (Boolean.getBoolean("imip.regenerate")) {
                Files.writeString(each.getKey(), each.getValue());
            }
            assertEquals(
                    each.getValue(),
                    Files.readString(each.getKey()),
                    each.getKey()
                            + " is not what the program says; make it anew by: "
                            + "mvn test -Dtest=ManualPagesTest -Dimip.regenerate=true");
        }
    }

    @Test
    void everyCommandHasItsPlace() {
        var named = new TreeSet<String>();
        Pattern.compile("(?m)^\\.SS imip\\\\-agent ((?:[a-z]+(?:\\\\-[a-z]+)*)(?: [a-z]+)*)(?= |$)")
                .matcher(ManualPages.commands())
                .results()
                .map((MatchResult found) -> found.group(1).replace("\\-", "-"))
                .forEach(named::add);
        var commands = new TreeSet<String>();
        collect(Administration.line(new Commands()), "", commands);
        assertEquals(commands, named);
        assertTrue(commands.contains("store backup"), commands::toString);
    }

    private static void collect(CommandLine line, String above, Set<String> names) {
        line.getSubcommands()
                .forEach(
                        (name, command) -> {
                            if (command.getCommandSpec().userObject() instanceof Tool) {
                                names.add(above + name);
                            }
                            collect(command, above + name + " ", names);
                        });
    }

    /** What man shows, without a warning of groff, by the name in the page's first line. */
    @Test
    void manReadsThem() throws IOException {
        assumeTrue(
                Command.of("sh", "-c", "command -v groff").run().status() == 0,
                "there is no groff here");
        var wrong = new ArrayList<String>();
        try (var pages = Files.newDirectoryStream(MAN)) {
            for (Path page : pages) {
                var read = Command.of("groff", "-man", "-Tutf8", "-ww", page).succeed();
                wrong.addAll(read.err().lines().toList());
                String text = read.out().replaceAll(".\b", "");
                assertTrue(text.contains("NAME"), page::toString);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void bashCompletesACommandAndAnOption() {
        assertEquals("backup", completed("imip-agent store b"));
        assertEquals("--json", completed("imip-agent user list --js"));
    }

    private static String completed(String line) {
        String script =
                """
                . src/deb/bash-completion
                COMP_LINE='%s'
                COMP_POINT=${#COMP_LINE}
                COMP_WORDS=($COMP_LINE)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                $(complete -p imip-agent | sed 's/.*-F \\([^ ]*\\).*/\\1/')
                printf '%%s\\n' "${COMPREPLY[@]}"
                """
                        .formatted(line);
        return Command.of("bash", "-c", script).succeed().out().strip();
    }
}
