package org.imipagent.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they write to SQLite. */
class StoreKilledIT extends KilledContract {

    @TempDir Path folder = Path.of("");
    private int stores;

    @Override
    String fresh() {
        return folder.resolve("store " + ++stores).toString();
    }

    /** A lock of a file ends with its process. */
    @Override
    void settle() {}

    @Override
    void assertTidy(String store) throws IOException {
        if (Files.notExists(Path.of(store))) {
            return;
        }
        try (var files = Files.list(Path.of(store))) {
            assertTrue(
                    files.map(file -> file.getFileName().toString())
                            .allMatch(
                                    name ->
                                            name.startsWith(SqliteStore.FILE)
                                                    || name.contains(".new")));
        }
    }
}
