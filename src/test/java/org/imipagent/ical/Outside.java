package org.imipagent.ical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The suites that others made, and where we differ from them on purpose. */
public final class Outside {

    /** Where they lie when the system property {@code imip.suites} does not say it. */
    private static final Path BESIDE = Path.of("../shared/suites");

    private Outside() {}

    /** Whether they are there; without them the tests tagged {@code outside} are skipped. */
    public static boolean isThere() {
        return Files.isDirectory(suites());
    }

    /** The folder of one of them, or of a part of it. */
    public static Path folder(String name) {
        return suites().resolve(name);
    }

    public static Path suites() {
        String given = System.getProperty("imip.suites", "");
        return given.isEmpty() ? BESIDE : Path.of(given);
    }

    /** One a line, then two spaces and why. Lines with # are remarks. */
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
