package org.imipagent.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** From one file of SQLite to another. */
class StoreCopyTest extends CopyContract {

    @TempDir Path folder = Path.of("");

    @Override
    Store openFrom() {
        return SqliteStore.open(folder.resolve("from"));
    }

    @Override
    Store openTo() {
        return SqliteStore.open(folder.resolve("to"));
    }
}
