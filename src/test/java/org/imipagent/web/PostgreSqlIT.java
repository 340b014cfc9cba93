package org.imipagent.web;

import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.imipagent.settings.SslMode;
import org.imipagent.store.PostgreSqlServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The programs with their calendars in PostgreSQL. */
@EnabledIfSystemProperty(named = RunningPostgreSql.PROPERTY, matches = "true")
class PostgreSqlIT {

    @SuppressWarnings("NullAway.Init")
    private static RunningPostgreSql running;

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static int instances;

    @BeforeAll
    static void start() throws IOException {
        running = RunningPostgreSql.startWithTls();
        folder = TestInstance.temporary();
    }

    @AfterAll
    static void stop() {
        running.close();
        TestFolders.remove(folder);
    }

    private static TestInstance instance(PostgreSqlServer server, SslMode mode) throws IOException {
        return TestInstance.in(
                InstalledProgram.reachable(folder),
                folder.resolve("i" + ++instances),
                "STORE_TYPE = 'postgresql'",
                "STORE_HOST = '" + server.host() + "'",
                "STORE_PORT = " + server.port(),
                "STORE_DATABASE = '" + server.database() + "'",
                "STORE_USER = '" + server.user() + "'",
                "STORE_PASSWORD_FILE = '" + server.passwordFile() + "'",
                "STORE_SSLMODE = '" + mode.word() + "'",
                "STORE_SSLROOTCERT = '" + running.certificate() + "'");
    }

    private static Command.Outcome get(TestInstance instance, String path) {
        return Command.of(instance.installation().manager())
                .with("IMIP_AGENT_CONFIG", instance.config())
                .with("REQUEST_METHOD", "GET")
                .with("SCRIPT_NAME", Front.PLACE)
                .with("PATH_INFO", path)
                .with("REQUEST_URI", Front.PLACE + path)
                .with("REMOTE_USER", VINCENT)
                .unprivileged()
                .run();
    }

    private static void assertWorks(TestInstance instance) throws IOException {
        assertTrue(get(instance, "/").out().startsWith("Status: 200 "), "an empty calendar");
        var mail = TestInstance.invitation(VINCENT, "Berries", "one", "two");
        var printed = instance.print(mail, VINCENT);
        assertEquals(0, printed.status(), printed.err());
        assertEquals("", printed.err());
        var page = get(instance, "/");
        assertTrue(page.out().startsWith("Status: 200 "), page.toString());
        assertTrue(page.out().contains("Berries"), page.toString());
        assertEquals(
                0, instance.agent("preferences", "get", "--user", VINCENT, "LANG").run().status());
        var answer = instance.agent("export", "--user", VINCENT).succeed().out();
        assertTrue(answer.contains("UID:one") && answer.contains("UID:two"), answer);
        var imported =
                instance.agent("import", "--user", VINCENT, "--send", "-")
                        .run(
                                TestInstance.calendar(
                                                TestInstance.event(
                                                                "three",
                                                                TestInstance.PAUL,
                                                                "DTSTART:DAYT120000Z"
                                                                        .replace(
                                                                                "DAY",
                                                                                TestInstance.day()))
                                                        .replace(TestInstance.HARRIET, VINCENT))
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(0, imported.status(), imported.err());
        var sent = instance.agent("outbox", "send").run();
        assertEquals(0, sent.status(), sent.err());
        assertEquals(1, instance.sent().size(), sent.toString());
        var sound = instance.agent("store", "verify").run();
        assertEquals(0, sound.status(), sound.toString());
    }

    @Test
    void byTheSocketWithoutAPassword() throws IOException {
        assertWorks(instance(running.database(), SslMode.PREFER));
    }

    @Test
    void byTcpWithAPasswordAndTls() throws IOException {
        String database = running.database().database();
        assertWorks(instance(running.byTcp(database), SslMode.VERIFY_FULL));
    }

    @Test
    void byTcpWithAPasswordAndNoTls() throws IOException {
        String database = running.database().database();
        assertWorks(instance(running.byTcp(database), SslMode.DISABLE));
    }

    /** Mail comes again, and a page says so. */
    @Test
    void whileTheServerIsDownMailIsPutOffAndPagesSayTryAgain() throws IOException {
        var server = running.database();
        var instance = instance(server, SslMode.PREFER);
        instance.set("STORE_PORT = 1");
        var mail = instance.print(TestInstance.invitation(VINCENT, "Berries", "one"), VINCENT);
        assertEquals(75, mail.status(), mail.err());
        assertTrue(mail.err().contains("PostgreSQL database"), mail.err());
        assertEquals(1, mail.err().lines().count(), mail.err());
        var page = get(instance, "/");
        assertTrue(page.out().startsWith("Status: 503 "), page.out());
        assertTrue(page.out().contains("Retry-After: "), page.out());
        assertTrue(!page.out().contains("PostgreSQL"), page.out());
    }

    /** A program of another version beside it, while machines are upgraded one after the other. */
    @Test
    void aStoreOfAnotherVersionIsLeftAloneUntilItIsUpgraded() throws IOException {
        var server = running.database();
        var instance = instance(server, SslMode.PREFER);
        instance.agent("user", "add", VINCENT).succeed();
        running.sql(server.database(), "UPDATE site SET version = version + 1");
        var mail = instance.print(TestInstance.invitation(VINCENT, "Berries", "one"), VINCENT);
        assertEquals(75, mail.status(), mail.err());
        assertTrue(mail.err().contains("made by a newer version"), mail.err());
        assertTrue(get(instance, "/").out().startsWith("Status: 503 "));
        var verified = instance.agent("store", "verify").run();
        assertEquals(75, verified.status(), verified.err());
        assertTrue(verified.err().contains("made by a newer version"), verified.err());
        assertTrue(!verified.err().contains("damaged"), verified.err());
        running.sql(server.database(), "UPDATE site SET version = version - 1");
        assertTrue(get(instance, "/").out().startsWith("Status: 200 "));
    }

    @Test
    void calendarsAreCopiedThereAndBack() throws IOException {
        var instance = instance(running.database(), SslMode.PREFER);
        var postgreSql = instance.config().toString();
        var first = instance.folder().resolve("store").toString();
        var mail = TestInstance.invitation(VINCENT, "Berries", "one", "two");
        assertEquals(
                0, instance.agent("person", "-o", VINCENT, "-d", "-S", first).run(mail).status());
        var there = instance.agent("store", "copy", "-S", first, postgreSql).run();
        assertEquals(0, there.status(), there.toString());
        assertTrue(there.out().startsWith("1 user copied"), there.out());
        assertTrue(get(instance, "/").out().contains("Berries"));
        var back = instance.folder().resolve("outbox/back").toString();
        var again = instance.agent("store", "copy", back).run();
        assertEquals(0, again.status(), again.toString());
        var exported = instance.agent("export", "--user", VINCENT, "-S", back).succeed();
        assertTrue(exported.out().contains("UID:two"), exported.out());
    }
}
