package org.imipagent.ical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where we differ on purpose: one a line, then two spaces and why. Lines with # are remarks. */
public final class Outside {

    private Outside() {}

    public static List<String> listed(String file) {
        try (var lines = Outside.class.getResourceAsStream("/outside/" + file)) {
            if (lines == null) {
                throw new IllegalStateException("no list " + file);
            }
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.contains("  ") ? line.substring(0, line.indexOf("  ")) : line)
                    .toList();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
