package org.imipagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that keeps calendars in SQLite loads nothing of PostgreSQL. */
class StoreLightnessTest {

    @TempDir Path folder = Path.of("");

    @Test
    void onSqliteNoClassOfPostgreSqlIsLoaded() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xshare:auto",
                                "-Xlog:class+load:stdout",
                                "-cp",
                                System.getProperty("java.class.path"),
                                TryStore.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> lines;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().toList();
        }
        assertEquals(0, process.waitFor());
        assertTrue(lines.contains("write done"), () -> String.join("\n", lines));
        assertTrue(lines.stream().anyMatch(line -> line.contains(".SqliteStore ")));
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.contains("postgresql") || line.contains(".PostgreSql"))
                        .filter(line -> line.contains(" source: "))
                        .toList());
    }
}
