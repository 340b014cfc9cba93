package org.imipagent.store;

import java.nio.file.Path;
import org.imipagent.web.RunningPostgreSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** From SQLite to PostgreSQL, and back. */
@EnabledIfSystemProperty(named = RunningPostgreSql.PROPERTY, matches = "true")
class PostgreSqlCopyTest {

    @SuppressWarnings("NullAway.Init")
    private static RunningPostgreSql running;

    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void start() {
        running = RunningPostgreSql.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Nested
    class There extends CopyContract {

        @Override
        Store openFrom() {
            return SqliteStore.open(folder);
        }

        @Override
        Store openTo() {
            return PostgreSqlStore.open(running.database());
        }
    }

    @Nested
    class Back extends CopyContract {

        @Override
        Store openFrom() {
            return PostgreSqlStore.open(running.database());
        }

        @Override
        Store openTo() {
            return SqliteStore.open(folder);
        }
    }
}
