package org.imipagent.store;

import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.imipagent.store.StoreSamples.keep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.imipagent.settings.SslMode;
import org.imipagent.store.StoreTrouble.Kind;
import org.imipagent.web.RunningPostgreSql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to a server, and what is said of one that cannot be reached or used. */
@EnabledIfSystemProperty(named = RunningPostgreSql.PROPERTY, matches = "true")
class PostgreSqlConnectionTest {

    @SuppressWarnings("NullAway.Init")
    private static RunningPostgreSql running;

    @SuppressWarnings("NullAway.Init")
    private static PostgreSqlServer made;

    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void start() {
        running = RunningPostgreSql.startWithTls("max_connections = 8");
        made = running.database();
        try (Store store = PostgreSqlStore.open(made)) {
            store.change(w -> keep(w, VINCENT, "lunch", NOW));
        }
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static List<String> read(PostgreSqlServer server) {
        try (Store store = PostgreSqlStore.open(server);
                ReadTransaction reading = store.read()) {
            return reading.uids(VINCENT);
        }
    }

    private static void assertTold(Kind kind, PostgreSqlServer server, String... words) {
        StoreTrouble trouble = assertThrows(StoreTrouble.class, () -> read(server));
        String told = String.valueOf(trouble.getMessage());
        assertEquals(kind, trouble.kind(), told);
        assertEquals(1, told.lines().count(), told);
        assertTrue(told.startsWith("PostgreSQL database "), told);
        for (String word : words) {
            assertTrue(told.contains(word), told);
        }
        assertTrue(!told.contains(RunningPostgreSql.PASSWORD), told);
    }

    private static PostgreSqlServer byTcp() throws IOException {
        return running.byTcp(made.database());
    }

    private static PostgreSqlServer with(
            PostgreSqlServer s, String host, int port, String database, String user, Path file) {
        return new PostgreSqlServer(
                host,
                port,
                database,
                user,
                file,
                s.sslMode(),
                s.rootCertificate(),
                s.connecting(),
                s.waiting(),
                s.statement());
    }

    private static PostgreSqlServer with(PostgreSqlServer s, SslMode mode, @Nullable Path root) {
        return new PostgreSqlServer(
                s.host(),
                s.port(),
                s.database(),
                s.user(),
                s.passwordFile(),
                mode,
                root,
                s.connecting(),
                s.waiting(),
                s.statement());
    }

    @ParameterizedTest
    @EnumSource
    void everyModeOfTlsGetsThroughToItsServer(SslMode mode) throws IOException {
        assertEquals(List.of("lunch"), read(with(byTcp(), mode, running.certificate())));
    }

    @Test
    void aServerWithAnotherCertificateIsRefused() throws IOException {
        Path other = folder.resolve("other.crt");
        RunningPostgreSql.makeCertificate(folder.resolve("other.key"), other, "IP:127.0.0.1");
        assertTold(Kind.UNREACHABLE, with(byTcp(), SslMode.VERIFY_CA, other), "certificat");
    }

    @Test
    void aServerWhoseCertificateNamesAnotherHostIsRefused() throws IOException {
        PostgreSqlServer s = byTcp();
        PostgreSqlServer named =
                with(s, "localhost", s.port(), s.database(), s.user(), everywhere());
        assertEquals(List.of("lunch"), read(with(named, SslMode.VERIFY_CA, running.certificate())));
        assertTold(
                Kind.UNREACHABLE,
                with(named, SslMode.VERIFY_FULL, running.certificate()),
                "localhost");
    }

    /** No file of passwords. */
    private Path none() {
        return folder.resolve("none");
    }

    private Path everywhere() throws IOException {
        Path file = folder.resolve("everywhere");
        String password = RunningPostgreSql.PASSWORD.replace("\\", "\\\\").replace(":", "\\:");
        Files.writeString(file, "*:*:*:*:" + password + "\n");
        Files.setAttribute(file, "unix:mode", 0600);
        return file;
    }

    @Test
    void aWrongPasswordAndNoneAreTold() throws IOException {
        PostgreSqlServer s = byTcp();
        Path wrong = Files.writeString(folder.resolve("wrong"), "*:*:*:*:guess\n");
        Files.setAttribute(wrong, "unix:mode", 0600);
        assertTold(
                Kind.UNUSABLE,
                with(s, s.host(), s.port(), s.database(), s.user(), wrong),
                "password",
                "STORE_");
        assertTold(
                Kind.UNUSABLE,
                with(s, s.host(), s.port(), s.database(), s.user(), none()),
                "no password",
                "STORE_PASSWORD_FILE");
    }

    @Test
    void aDatabaseOrARoleThatIsNotThereIsTold() {
        assertTold(
                Kind.UNUSABLE,
                with(made, made.host(), made.port(), "nowhere", made.user(), none()),
                "nowhere",
                "STORE_");
        assertTold(
                Kind.UNUSABLE,
                with(made, made.host(), made.port(), made.database(), "nobody", none()),
                "nobody",
                "STORE_");
    }

    @Test
    void aServerThatIsNotThereIsTold() throws IOException {
        assertTold(
                Kind.UNREACHABLE,
                with(made, "/nowhere", made.port(), made.database(), made.user(), none()),
                "STORE_HOST");
        assertTold(
                Kind.UNREACHABLE,
                with(byTcp(), "127.0.0.1", 1, made.database(), made.user(), none()),
                "STORE_PORT");
    }

    /** One that takes the connection and says nothing. */
    @Test
    void aServerThatSaysNothingIsNotWaitedForEver() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PostgreSqlServer s = byTcp();
            var impatient =
                    new PostgreSqlServer(
                            "127.0.0.1",
                            silent.getLocalPort(),
                            s.database(),
                            s.user(),
                            s.passwordFile(),
                            SslMode.DISABLE,
                            null,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1));
            assertTold(Kind.UNREACHABLE, impatient);
        }
    }

    @Test
    void aServerThatTakesNobodyMoreIsTold() {
        PostgreSqlServer server = running.database();
        var open = new java.util.ArrayList<SqlReadTransaction>();
        try {
            StoreTrouble trouble =
                    assertThrows(
                            StoreTrouble.class,
                            () -> {
                                for (int i = 0; i < 9; i++) {
                                    open.add(PostgreSqlStore.open(server).view());
                                }
                            });
            assertEquals(Kind.UNREACHABLE, trouble.kind());
        } finally {
            open.forEach(view -> view.session().abandon());
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() {
        var impatient =
                new PostgreSqlServer(
                        made.host(),
                        made.port(),
                        made.database(),
                        made.user(),
                        none(),
                        SslMode.PREFER,
                        null,
                        made.connecting(),
                        Duration.ofMillis(50),
                        Duration.ofMillis(50));
        try (var store = PostgreSqlStore.open(impatient);
                SqlReadTransaction view = store.view()) {
            StoreTrouble trouble =
                    assertThrows(
                            StoreTrouble.class,
                            () -> view.session().one(Rows::text, "SELECT pg_sleep(30)::text"));
            assertEquals(Kind.LOCKED, trouble.kind());
        }
    }

    @Test
    void aDatabaseThatMayOnlyBeReadIsTold() {
        PostgreSqlServer server = running.database();
        running.sql(
                "postgres",
                "ALTER DATABASE \""
                        + server.database()
                        + "\" SET default_transaction_read_only = on");
        try (Store store = PostgreSqlStore.open(server)) {
            StoreTrouble trouble =
                    assertThrows(StoreTrouble.class, () -> store.change(VINCENT, w -> {}));
            assertEquals(Kind.READ_ONLY, trouble.kind());
        }
    }

    @Test
    void aDatabaseOfSomebodyElseIsLeftAlone() {
        PostgreSqlServer server = running.database();
        running.sql(
                server.database(),
                "CREATE TABLE site (url TEXT); GRANT ALL ON site TO \"imip-agent\"");
        try (Store store = PostgreSqlStore.open(server)) {
            for (Runnable attempt :
                    List.<Runnable>of(
                            () -> store.read().close(), () -> store.change(VINCENT, w -> {}))) {
                assertEquals(Kind.UNUSABLE, assertThrows(StoreTrouble.class, attempt::run).kind());
            }
        }
    }

    @Test
    void aDatabaseOfAnotherEncodingIsRefused() {
        running.sql(
                "postgres",
                "CREATE DATABASE latin OWNER \"imip-agent\" ENCODING 'LATIN1' TEMPLATE template0");
        try (Store store =
                PostgreSqlStore.open(
                        with(made, made.host(), made.port(), "latin", made.user(), none()))) {
            StoreTrouble trouble =
                    assertThrows(StoreTrouble.class, () -> store.change(VINCENT, w -> {}));
            String told = String.valueOf(trouble.getMessage());
            assertTrue(told.contains("UTF8"), told);
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "UPDATE occurrence SET end_ = start_ - 1",
                "UPDATE occurrence SET busy = 'ASLEEP'",
                "DELETE FROM event",
                "ALTER TABLE event ADD COLUMN colour TEXT",
                "ALTER TABLE event ALTER COLUMN uid TYPE TEXT COLLATE \"ucs_basic\"",
                "DROP INDEX occurrence_time",
                "DROP TABLE idempotency_key",
            })
    void whatIsWrongIsNamed(String statement) {
        PostgreSqlServer server = running.database();
        try (Store store = PostgreSqlStore.open(server)) {
            store.change(w -> keep(w, VINCENT, "lunch", NOW));
            assertEquals(List.of(), store.verify());
            running.sql(server.database(), statement);
            assertTrue(!store.verify().isEmpty());
        }
    }
}
