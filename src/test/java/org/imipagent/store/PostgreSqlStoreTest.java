package org.imipagent.store;

import java.util.HashMap;
import java.util.Map;
import org.imipagent.web.RunningPostgreSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the interfaces promise, kept by PostgreSQL. */
@EnabledIfSystemProperty(named = RunningPostgreSql.PROPERTY, matches = "true")
class PostgreSqlStoreTest extends StoreContract {

    @SuppressWarnings("NullAway.Init")
    private static RunningPostgreSql server;

    private final Map<String, PostgreSqlServer> databases = new HashMap<>();

    @BeforeAll
    static void start() {
        server = RunningPostgreSql.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Store open(String name) {
        return PostgreSqlStore.open(databases.computeIfAbsent(name, _ -> server.database()));
    }

    @Override
    SqlWriteTransaction begin(Store of) {
        return ((PostgreSqlStore) of).write();
    }

    @Override
    SqlReadTransaction view(Store of) {
        return ((PostgreSqlStore) of).view();
    }

    @Override
    long statements(Store of) {
        return ((PostgreSqlStore) of).statements();
    }

    @Override
    String sumOfRowsExcept() {
        return "SELECT SUM(hashtext(ctid::text || xmin::text)) FROM occurrence WHERE uid <> ?";
    }

    /** BEGIN with the look at the version, the user's lock, COMMIT. */
    @Override
    long statementsOfAnEffect() {
        return 3;
    }

    /** BEGIN with the look at the version. */
    @Override
    long statementsOfAView() {
        return 1;
    }
}
