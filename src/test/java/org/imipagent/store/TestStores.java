package org.imipagent.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.imipagent.web.RunningPostgreSql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The stores of stories and laws: SQLite's, or, with {@code -Dimip.store=postgresql}, databases of
 * a server of the test class's own, one for each folder. Such a class is extended with this.
 */
public final class TestStores implements BeforeAllCallback, AfterAllCallback {

    private static final boolean POSTGRESQL =
            System.getProperty("imip.store", "sqlite").equals("postgresql");

    private static final Servers SERVERS = new Servers();

    /** The store of a folder. */
    public static Store open(Path folder) {
        return POSTGRESQL
                ? PostgreSqlStore.open(SERVERS.database(folder))
                : SqliteStore.open(folder, SqliteStore.Options.USUAL);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (POSTGRESQL) {
            SERVERS.start();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        SERVERS.stop();
    }

    private static final class Servers {

        private final Map<Path, PostgreSqlServer> databases = new HashMap<>();
        private @Nullable RunningPostgreSql running;

        synchronized void start() {
            running = RunningPostgreSql.start();
        }

        synchronized void stop() {
            databases.clear();
            if (running != null) {
                running.close();
                running = null;
            }
        }

        synchronized PostgreSqlServer database(Path folder) {
            RunningPostgreSql server = running;
            if (server == null) {
                throw new IllegalStateException("extend the test class with TestStores");
            }
            return databases.computeIfAbsent(folder, _ -> server.database());
        }
    }
}
