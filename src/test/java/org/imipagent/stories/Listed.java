package org.imipagent.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where we differ on purpose: one a line, then two spaces and why. Lines with # are remarks. */
final class Listed {

    private Listed() {}

    static List<String> of(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/outside", file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.contains("  ") ? line.substring(0, line.indexOf("  ")) : line)
                .toList();
    }
}
