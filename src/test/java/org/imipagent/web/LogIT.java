package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an administrator reads: one line for each request and each mail. */
class LogIT {

    private static final String SECRET = "Berries of the north burrow";

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestInstance instance;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
        var mail = TestInstance.invitation(VINCENT, SECRET, "one", "two");
        assertEquals(0, instance.print(mail, VINCENT).status());
    }

    @AfterAll
    static void stop() {
        TestFolders.remove(folder);
    }

    private static List<String> lines(String log, String program) {
        return log.lines()
                .filter(line -> line.contains(program + ": time="))
                .map(line -> line.substring(line.indexOf("time=")))
                .toList();
    }

    private static void assertLine(String pattern, String line) {
        var time = "time=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ";
        assertTrue(Pattern.matches(time + pattern, line), line);
        assertFalse(line.contains(SECRET), line);
    }

    /**
     * With the event MPM mod_cgid passes lines on bare, with prefork mod_cgi adds its own words.
     */
    @ParameterizedTest
    @EnumSource
    void eachRequestHasOneLine(RunningApache.Mpm mpm) throws IOException {
        var odd = "nobody\\x\"y here";
        var front =
                Front.Apache.before(
                        instance, folder.resolve(mpm.name()), List.of(VINCENT, odd, "bare"), mpm);
        try (var apache = front.apache()) {
            assertEquals(200, front.ask(Ask.get("/?q=secret")).status());
            assertEquals(200, front.ask(Ask.get("/event/one").with("User-Agent", "x")).status());
            assertEquals(404, front.ask(Ask.get("/event/a=b")).status());
            assertEquals(403, front.ask(Ask.form("/event/one", "action", "accept")).status());
            var foreign = Ask.form("/new", "a", "b").with("Origin", "https://evil.example");
            assertEquals(403, front.ask(foreign).status());
            var refused = front.ask(Ask.get("/").by(odd));
            assertEquals(403, refused.status());
            assertEquals(401, front.ask(Ask.get("/").by(null)).status(), "Apache's own");
            var lines = lines(unescaped(apache.log("imip-manager: time=", 6)), "imip-manager");
            assertEquals(6, lines.size(), apache.log());
            var who = "ref=\\w+-\\w+ login=vincent\\.vole@example\\.com client=127\\.0\\.0\\.1 ";
            assertLine(
                    who + "method=GET path=/imip-manager/ status=200 verdict=- ms=\\d+",
                    lines.get(0));
            assertLine(
                    who + "method=GET path=/imip-manager/event/one status=200 verdict=- ms=\\d+",
                    lines.get(1));
            assertLine(
                    who
                            + "method=GET path=\"/imip-manager/event/a=b\" status=404 verdict=- ms=\\d+",
                    lines.get(2));
            assertLine(
                    who + "method=POST path=\\S+ status=403 verdict=old-form ms=\\d+",
                    lines.get(3));
            assertLine(
                    who
                            + "method=POST path=\\S+ status=403 verdict=foreign-form ms=\\d+ reason=\"refused a"
                            + " form of https://evil.example; this site is http://127.0.0.1:\\d+\"",
                    lines.get(4));
            assertLine(
                    "ref=\\S+ login=\"nobody\\\\\\\\x\\\\\"y here\" .* status=403 verdict=no-address ms=\\d+"
                            + " reason=\".*USER_ADDRESS.*\"",
                    lines.get(5));
            var reference = lines.get(5).replaceFirst(".* ref=(\\S+) .*", "$1");
            assertTrue(refused.body().contains(reference), refused.body());
            assertTrue(refused.body().contains("nobody\\x\"y here"), refused.body());
        }
    }

    /** Apache doubles the backslashes of a line that it sees itself. */
    private static String unescaped(String log) {
        return log.contains("AH01215") ? log.replace("\\\\", "\\") : log;
    }

    @Test
    void anAnswerIsLoggedWithWhatItLedTo() {
        Path manager = instance.installation().manager();
        byte[] form = CgiCommand.accepting(manager, instance.config(), "/event/two");
        var answer =
                CgiCommand.posting(manager, instance.config(), "/event/two", form)
                        .unprivileged()
                        .run(form);
        assertTrue(answer.out().startsWith("Status: 303 "), answer.toString());
        var lines = lines(answer.err(), "imip-manager");
        assertEquals(1, lines.size(), answer.err());
        assertLine(".* method=POST .* status=303 verdict=replied ms=\\d+", lines.getFirst());
    }

    @Test
    void eachMailHasOneLineForEachRecipient() {
        var mail = TestInstance.invitation(VINCENT, SECRET, "a\nb \"three\"", "four");
        var ended = instance.agent("person", "-o", VINCENT, "-L").run(mail);
        assertEquals(0, ended.status(), ended.err());
        var lines = lines(ended.err(), "imip-agent");
        assertEquals(1, lines.size(), ended.err());
        assertLine(
                "command=person message-id=<-?\\d+@example\\.com> sender=harriet\\.hare@example\\.com"
                        + " recipient=vincent\\.vole@example\\.com delivered=yes method=REQUEST uid=\\S+.*"
                        + " events=\\d verdict=invited\\S* ms=\\d+",
                lines.getFirst());
        var plain =
                instance.agent("person", "-o", VINCENT, "-o", TestInstance.PAUL, "-L")
                        .run("From: a@b.example\n\nHello\n".getBytes(UTF_8));
        var both = lines(plain.err(), "imip-agent");
        assertEquals(2, both.size(), plain.err());
        assertLine(
                "command=person message-id=- sender=a@b\\.example recipient=paul\\.otter@example\\.com"
                        + " delivered=yes method=- uid=- events=0 verdict=no-calendar ms=\\d+",
                both.get(1));
    }

    @Test
    void theJournalGetsTheLineWhereTheSettingsNameItsSocket() throws IOException {
        Path socket = instance.folder().resolve("journal");
        var other =
                TestInstance.in(
                        instance.installation(),
                        folder.resolve("j"),
                        "LOG_SOCKET = \"" + socket + "\"");
        var front = new Front.Bare(other);
        var without = front.ask(Ask.get("/"));
        assertEquals(1, lines(without.err(), "imip-manager").size(), "no journal: not lost");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Command.of("chmod", "666", socket).succeed();
            assertEquals("", front.ask(Ask.get("/")).err());
            try (var taken = server.accept()) {
                var text = new String(Channels.newInputStream(taken).readAllBytes(), UTF_8);
                assertTrue(text.startsWith("imip-manager\n\n6\n0\n0\n0\n0\ntime="), text);
                assertLine(".* status=200 verdict=- ms=\\d+", text.lines().toList().getLast());
            }
        }
    }
}
