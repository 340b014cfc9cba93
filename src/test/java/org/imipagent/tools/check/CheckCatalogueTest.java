package org.imipagent.tools.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no machine: the list, and how foreign files are read. CheckIT has the rest. */
class CheckCatalogueTest {

    @TempDir Path folder = Path.of("");

    @Test
    void theGuideHasTheListOfAllChecks() throws IOException {
        String table =
                CheckCatalogue.ALL.stream()
                        .map(check -> "| " + check.name() + " | " + check.asks() + " |\n")
                        .collect(Collectors.joining());
        String guide = Files.readString(Path.of("src/docs/administration.md"));
        assertTrue(guide.contains(table), table);
    }

    @Test
    void wordsInBracesAreOne() {
        assertEquals(
                List.of("inline:{ a=b, c=d }", "pipemap:{hash:x, static:{ y: } }", "z"),
                Words.of(" inline:{ a=b, c=d },  pipemap:{hash:x, static:{ y: } }\tz"));
        assertEquals(List.of(), Words.of(" , "));
    }

    @Test
    void accountsAreReadFromFilesWithLinesThatAreNone() throws IOException {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(
                folder.resolve("etc/passwd"), "+::::::\nnonsense\nimip-agent:x:7:8::/:/bin/sh\n");
        Files.writeString(folder.resolve("etc/group"), "imip-agent:x:9:a,imip-agent\n#x:x:y:z\n");
        var accounts = Accounts.of(folder);
        assertEquals(new Account("imip-agent", 7, 8, List.of(9)), accounts.user("imip-agent"));
        assertEquals(9, accounts.groupNamed("imip-agent"));
        assertEquals("imip-agent", accounts.nameOf(7));
        assertEquals("12", accounts.nameOf(12));
        assertEquals(null, accounts.user("nobody"));
    }

    @Test
    void aProgramThatIsMissingOrFailsSaysSo() {
        assertTrue(Program.of("no such program").run().isMissing());
        var failed =
                Program.of("sh", "-c", "echo out; echo first >&2; echo last >&2; exit 3").run();
        assertEquals(3, failed.status());
        assertEquals("last", failed.complaint());
        assertEquals("given", Program.of("cat").run("given").out());
        assertEquals("exit status 1", Program.of("false").run().complaint());
    }

    @Test
    void whereNothingIsThereNothingFails() {
        var context =
                CheckContext.of(
                        folder,
                        folder.resolve("config.txt"),
                        null,
                        Instant.parse("2026-11-01T10:00:00Z"));
        var findings =
                CheckCatalogue.run(context, null, List.of("config.txt is missing: put it there"));
        assertEquals("settings", findings.getFirst().check());
        assertTrue(findings.getFirst().isProblem(), findings.toString());
        assertEquals(
                1,
                findings.stream().filter(f -> f.check().equals("settings")).count(),
                "said once: " + findings);
    }
}
