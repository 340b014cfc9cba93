package org.imipagent.store;

import static org.imipagent.store.StoreSamples.DAY;
import static org.imipagent.store.StoreSamples.HARRIET;
import static org.imipagent.store.StoreSamples.HOUR;
import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.imipagent.store.StoreSamples.keep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.StoreTrouble.Kind;
import org.imipagent.web.RunningPostgreSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the interfaces promise, kept by PostgreSQL; and what happens when two want the same. */
@EnabledIfSystemProperty(named = RunningPostgreSql.PROPERTY, matches = "true")
class PostgreSqlStoreTest extends StoreContract {

    @SuppressWarnings("NullAway.Init")
    private static RunningPostgreSql running;

    private final Map<String, PostgreSqlServer> databases = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        running = RunningPostgreSql.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** How a database of the server is reached. */
    PostgreSqlServer reach(PostgreSqlServer bySocket) {
        return bySocket;
    }

    static RunningPostgreSql running() {
        return running;
    }

    @Override
    Store open(String name) {
        return PostgreSqlStore.open(
                databases.computeIfAbsent(name, _ -> reach(running.database())));
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

    @Test
    void anEffectThatLosesARaceRunsAgain() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        var runs = new AtomicInteger();
        try (Store other = open("store")) {
            write(
                    w -> {
                        w.event(VINCENT, "lunch");
                        if (runs.incrementAndGet() == 1) {
                            other.change(VINCENT, o -> keep(o, VINCENT, "lunch", NOW));
                        }
                        keep(w, VINCENT, "lunch", NOW.plusSeconds(DAY));
                    });
        }
        assertEquals(2, runs.get());
        KeptEvent event = read(r -> r.event(VINCENT, "lunch"));
        assertEquals(3, event == null ? 0 : event.version());
    }

    @Test
    void aRaceThatIsLostEachTimeIsTold() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        try (Store other = open("store")) {
            StoreTrouble trouble =
                    assertThrows(
                            StoreTrouble.class,
                            () ->
                                    write(
                                            w -> {
                                                w.event(VINCENT, "lunch");
                                                other.change(
                                                        VINCENT,
                                                        o -> keep(o, VINCENT, "lunch", NOW));
                                                keep(w, VINCENT, "lunch", NOW);
                                            }));
            assertEquals(Kind.CONFLICT, trouble.kind());
        }
    }

    /** Each has what the other wants: one of them is undone, and tries again. */
    @Test
    void whoWaitForEachOtherBothGetThrough() throws Exception {
        var users = List.of(VINCENT, HARRIET);
        var bothHoldOne = new CyclicBarrier(2);
        var runs = new AtomicInteger();
        write(w -> {});
        together(
                2,
                number -> {
                    try (Store own = open("store")) {
                        own.change(
                                w -> {
                                    keep(w, users.get(number), "event " + number, NOW);
                                    if (runs.incrementAndGet() <= 2) {
                                        await(bothHoldOne);
                                    }
                                    keep(w, users.get(1 - number), "event " + number, NOW);
                                });
                    }
                });
        assertEquals(3, runs.get());
        assertEquals(List.of("event 0", "event 1"), read(r -> r.uids(VINCENT)));
        assertEquals(List.of("event 0", "event 1"), read(r -> r.uids(HARRIET)));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void effectsOnTwoUsersDoNotWaitForEachOther() {
        try (Store other = open("store")) {
            store().change(
                            VINCENT,
                            w -> {
                                keep(w, VINCENT, "his", NOW);
                                other.change(HARRIET, o -> keep(o, HARRIET, "hers", NOW));
                            });
        }
        assertEquals(List.of("hers"), read(r -> r.uids(HARRIET)));
    }

    @Test
    void oneAddressDoesNotBecomeTwoUsersThoughBothLookAtOnce() throws Exception {
        var address = new CalendarAddress("burrow@example.com");
        write(w -> w.add(VINCENT, NOW));
        for (int round = 0; round < 10; round++) {
            var refused = new AtomicInteger();
            together(
                    2,
                    number -> {
                        try (Store own = open("store")) {
                            own.change(
                                    w -> {
                                        if (number == 0) {
                                            w.add(address, NOW);
                                        } else {
                                            w.prefer(VINCENT, "aliases", address.email());
                                        }
                                    });
                        } catch (IllegalArgumentException taken) {
                            refused.incrementAndGet();
                        }
                    });
            assertEquals(1, refused.get());
            write(
                    w -> {
                        w.forget(address);
                        w.prefer(VINCENT, "aliases", null);
                    });
        }
    }

    /** Nobody waits longer than was said. */
    @Test
    void aWriterThatDoesNotEndIsTold() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        var impatient = impatient(databases.getOrDefault("store", running.bySocket("")));
        try (Store other = PostgreSqlStore.open(impatient)) {
            store().change(
                            VINCENT,
                            w -> {
                                StoreTrouble trouble =
                                        assertThrows(
                                                StoreTrouble.class,
                                                () -> other.change(VINCENT, o -> {}));
                                assertEquals(Kind.LOCKED, trouble.kind());
                            });
            other.change(VINCENT, o -> keep(o, VINCENT, "dinner", NOW));
        }
        assertEquals(List.of("dinner", "lunch"), read(r -> r.uids(VINCENT)));
    }

    private static PostgreSqlServer impatient(PostgreSqlServer server) {
        return new PostgreSqlServer(
                server.host(),
                server.port(),
                server.database(),
                server.user(),
                server.passwordFile(),
                server.sslMode(),
                server.rootCertificate(),
                server.connecting(),
                java.time.Duration.ofMillis(50),
                server.statement());
    }

    /** As after a restart of the server while a program sends a mail. */
    @Test
    void aConnectionThatWasClosedWhileItLayIdleIsOpenedAgain() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        assertTrue(
                running.sql(
                                "postgres",
                                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                        + " WHERE usename = 'imip-agent'")
                        .matches("[1-9][0-9]*"));
        assertEquals(List.of("lunch"), read(r -> r.uids(VINCENT)));
    }

    @Test
    void aStoreOfAnotherVersionIsLeftAlone() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        for (int other : List.of(Schema.VERSION + 1, Schema.VERSION - 1)) {
            try (Store changed = open("store")) {
                setVersion(changed, other);
                assertEquals(Kind.OTHER_VERSION, kind(() -> changed.read().close()));
                assertEquals(Kind.OTHER_VERSION, kind(() -> changed.change(VINCENT, w -> {})));
                assertEquals(Kind.OTHER_VERSION, kind(() -> changed.change(w -> {})));
                assertEquals(Kind.OTHER_VERSION, kind(changed::verify));
            }
            running.sql(database(), "UPDATE site SET version = " + Schema.VERSION);
        }
        assertEquals(List.of("lunch"), read(r -> r.uids(VINCENT)));
    }

    private void setVersion(Store store, int version) {
        store.verify();
        running.sql(database(), "UPDATE site SET version = " + version);
    }

    private String database() {
        PostgreSqlServer server = databases.get("store");
        return server == null ? "" : server.database();
    }

    private static Kind kind(Runnable attempt) {
        return assertThrows(StoreTrouble.class, attempt::run).kind();
    }

    /** An upgrade waits for those who still write with the program of before. */
    @Test
    void anUpgradeAndWritersDoNotMeet() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        var impatient = impatient(databases.getOrDefault("store", running.bySocket("")));
        try (Store other = PostgreSqlStore.open(impatient);
                SqlWriteTransaction writing = begin(store())) {
            writing.users();
            assertEquals(Kind.LOCKED, kind(other::upgrade));
        }
        store().upgrade();
    }

    @Test
    void anEmptyViewNeedsNoTablesAndMakesNone() {
        try (Store fresh = open("never written")) {
            try (ReadTransaction reading = fresh.read()) {
                assertTrue(reading.isEmpty());
                assertEquals(List.of(), reading.users());
            }
            assertEquals(List.of(), fresh.verify());
        }
    }

    /** Five thousand events of several people, before and after the server counted them. */
    @Test
    void aMonthIsASearchInTheIndexOfOccurrences() {
        write(
                w -> {
                    for (int i = 0; i < 5000; i++) {
                        keep(
                                w,
                                i % 5 == 0 ? VINCENT : HARRIET,
                                "event " + i,
                                NOW.plusSeconds(i * HOUR));
                    }
                });
        assertSearched();
        running.sql(database(), "ANALYZE");
        assertSearched();
    }

    private void assertSearched() {
        try (SqlReadTransaction view = view(store())) {
            String plan =
                    String.join(
                            "\n",
                            view.session()
                                    .rows(
                                            Rows::text,
                                            "EXPLAIN " + PostgreSqlStore.DIALECT.occurrences(),
                                            VINCENT,
                                            NOW,
                                            NOW.plusSeconds(31 * DAY),
                                            NOW,
                                            NOW));
            assertTrue(plan.contains("occurrence_time"), plan);
            assertTrue(!plan.contains("Seq Scan on occurrence"), plan);
            assertEquals(149, view.occurrences(VINCENT, NOW, NOW.plusSeconds(31 * DAY)).size());
        }
    }
}
