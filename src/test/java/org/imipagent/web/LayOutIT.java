package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What scripts/lay-out puts into an installation beside the programs, which other tests start. */
class LayOutIT {

    @Test
    void allThatAnAdministratorCopiesElsewhereIsInTheInstallation() throws IOException {
        var samples = texts(InstalledProgram.checkout("conf"));
        assertEquals(samples, texts(InstalledProgram.ofCheckout().home().resolve("conf")));
        for (var server : List.of("apache", "cyrus", "dovecot", "exim", "postfix", "systemd")) {
            assertTrue(samples.keySet().stream().anyMatch(name -> name.startsWith(server)), server);
        }
    }

    @Test
    void styleSheetAndScriptAreThoseOfTheCheckout() throws IOException {
        var ours = texts(InstalledProgram.checkout("src/main/webapp"));
        assertTrue(
                ours.keySet().containsAll(List.of("manager.css", "manager.js")), ours.toString());
        assertEquals(ours, texts(InstalledProgram.ofCheckout().home().resolve("htdocs")));
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
