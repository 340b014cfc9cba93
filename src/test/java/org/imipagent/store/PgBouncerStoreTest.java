package org.imipagent.store;

import org.imipagent.web.RunningPgBouncer;
import org.imipagent.web.RunningPostgreSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the interfaces promise, kept by PostgreSQL behind PgBouncer in transaction mode. */
@EnabledIfSystemProperty(named = RunningPostgreSql.PROPERTY, matches = "true")
class PgBouncerStoreTest extends PostgreSqlStoreTest {

    @SuppressWarnings("NullAway.Init")
    private static RunningPgBouncer bouncer;

    @BeforeAll
    static void startBouncer() {
        bouncer = RunningPgBouncer.before(running());
    }

    @AfterAll
    static void stopBouncer() {
        bouncer.close();
    }

    @Override
    PostgreSqlServer reach(PostgreSqlServer bySocket) {
        return bouncer.to(bySocket);
    }
}
