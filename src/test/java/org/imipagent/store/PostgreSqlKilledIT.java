package org.imipagent.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.imipagent.web.RunningPostgreSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Processes that are killed while they write to PostgreSQL. */
@EnabledIfSystemProperty(named = RunningPostgreSql.PROPERTY, matches = "true")
class PostgreSqlKilledIT extends KilledContract {

    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    @SuppressWarnings("NullAway.Init")
    private static RunningPostgreSql running;

    @BeforeAll
    static void start() {
        running = RunningPostgreSql.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Override
    String fresh() {
        return CommitUntilKilled.name(running.database());
    }

    /** The server ends what it was asked to do before it sees that nobody is there any more. */
    @Override
    void settle() {
        long begin = System.nanoTime();
        while (!connections().equals("0")) {
            if (System.nanoTime() - begin > LONGEST) {
                throw new AssertionError("a killed process still has a connection");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static String connections() {
        return running.sql(
                "postgres",
                "SELECT count(*) FROM pg_stat_activity WHERE usename = '"
                        + RunningPostgreSql.ROLE
                        + "'");
    }

    @Override
    void assertTidy(String store) {}
}
