package org.imipagent.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What the interfaces promise, kept by SQLite. */
class SqliteStoreTest extends StoreContract {

    @TempDir Path folder = Path.of("");

    @Override
    Store open(String name) {
        return SqliteStore.open(folder.resolve(name));
    }

    @Override
    SqlWriteTransaction begin(Store of) {
        return ((SqliteStore) of).write();
    }

    @Override
    SqlReadTransaction view(Store of) {
        return ((SqliteStore) of).view();
    }

    @Override
    long statements(Store of) {
        return ((SqliteStore) of).statements();
    }

    @Override
    String sumOfRowsExcept() {
        return "SELECT SUM(rowid * 31 + number) FROM occurrence WHERE uid <> ?";
    }

    /** BEGIN, the look at the version, COMMIT. */
    @Override
    long statementsOfAnEffect() {
        return 3;
    }

    /** BEGIN and the look at the version. */
    @Override
    long statementsOfAView() {
        return 2;
    }
}
