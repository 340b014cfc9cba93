package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.HARRIET;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What web-config prints for other paths works; for Apache {@link MailedLinkIT} holds it. */
@OneLaunch
class WebConfigIT {

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static InstalledProgram installation;

    private static int started;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        installation = InstalledProgram.reachable(folder);
    }

    @AfterAll
    static void stop() {
        TestFolders.remove(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "nginx,    /our.org/calendar/, /busy/",
        "nginx,    /,                  /freebusy/",
        "lighttpd, /our.org/calendar/, /busy/",
        "lighttpd, /,                  /freebusy/"
    })
    void thePathsOfTheSettingsAreTheServers(String name, String path, String busy)
            throws IOException {
        started++;
        var instance =
                TestInstance.in(
                        installation,
                        folder.resolve("i" + started),
                        "MANAGER_PATH = '" + path + "'",
                        "PUBLISH_PATH = '" + busy + "'");
        instance.agent("user", "add", HARRIET).succeed();
        instance.agent("freebusy", "publish").succeed();
        var own = Files.createDirectory(folder.resolve("s" + started));
        var users = Front.Apache.passwords(own, List.of(VINCENT));
        var written =
                instance.agent("web-config", name)
                        .succeed()
                        .out()
                        .replace("/usr/lib/imip-agent/", instance.installation().home() + "/")
                        .replace("/etc/imip-agent/users", users.toString());
        try (WebServer server =
                name.equals("nginx")
                        ? RunningNginx.start(own, written)
                        : RunningLighttpd.start(own, written)) {
            assertPages(server, path);
            var file = get(server, busy + "harriet.hare@example.com.ifb", false);
            assertEquals(200, file.statusCode());
            assertTrue(file.body().contains("BEGIN:VFREEBUSY"), file.body());
            var query = get(server, busy + "?harriet.hare@example.com", false);
            assertEquals(200, query.statusCode());
        }
    }

    private static void assertPages(WebServer server, String path) throws IOException {
        for (var page : List.of("", "requests", "new", "search?q=a")) {
            var answer = get(server, path + page, true);
            assertEquals(200, answer.statusCode(), path + page);
            assertTrue(answer.body().contains("href=\"" + path + "requests\""), answer.body());
            assertEquals(401, get(server, path + page, false).statusCode(), path + page);
        }
        var first = get(server, path, true).body();
        var sheet =
                Pattern.compile(
                                "href=\"("
                                        + Pattern.quote(path)
                                        + "static/manager\\.[0-9a-f]+\\.css)\"")
                        .matcher(first);
        assertTrue(sheet.find(), first);
        assertEquals(200, get(server, sheet.group(1), false).statusCode());
        assertEquals(404, get(server, path + "a/b/c", true).statusCode());
    }

    private static HttpResponse<String> get(WebServer server, String path, boolean isLoggedIn)
            throws IOException {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.port().number() + path))
                        // lighttpd speaks HTTP/2 where it is asked to, and not every time well.
                        .version(HttpClient.Version.HTTP_1_1);
        if (isLoggedIn) {
            var login = (VINCENT + ":" + Front.Apache.PASSWORD).getBytes(UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }
}
