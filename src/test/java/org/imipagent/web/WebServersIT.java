package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.HARRIET;
import static org.imipagent.web.TestInstance.PAUL;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.imipagent.cgi.Links;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One list of requests to each web server that conf has a sample for, all on ports of their own.
 */
class WebServersIT {

    /** Each before an instance of its own. */
    enum Server {
        APACHE_EVENT,
        APACHE_PREFORK,
        NGINX,
        LIGHTTPD;

        private WebServer start(TestInstance instance, Path folder) throws IOException {
            List<String> people = List.of(VINCENT, PAUL, "nobody");
            return switch (this) {
                case APACHE_EVENT ->
                        Front.Apache.before(instance, folder, people, RunningApache.Mpm.EVENT)
                                .apache();
                case APACHE_PREFORK ->
                        Front.Apache.before(instance, folder, people, RunningApache.Mpm.PREFORK)
                                .apache();
                case NGINX ->
                        RunningNginx.start(
                                instance, folder, Front.Apache.passwords(folder, people));
                case LIGHTTPD ->
                        RunningLighttpd.start(
                                instance, folder, Front.Apache.passwords(folder, people));
            };
        }

        private Front front() {
            return new Front.Web(running().port(), false);
        }

        private WebServer running() {
            return Objects.requireNonNull(RUNNING.get(this));
        }
    }

    private static final Map<Server, WebServer> RUNNING = new EnumMap<>(Server.class);
    private static final List<String> UIDS =
            List.of(
                    "plain@burrow.example.com",
                    "a/b//c/../d",
                    "..",
                    "~",
                    "50%2Foff%",
                    "🫐 berries & <b>\"jam\"</b> ?x=1#y",
                    "back\\slash",
                    "blåbær@example.com",
                    "a+b c;d:e");

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        var installation = InstalledProgram.reachable(folder);
        for (var server : Server.values()) {
            var instance = TestInstance.in(installation, folder.resolve("i" + server));
            var mail = TestInstance.invitation(VINCENT, "Berries", UIDS.toArray(String[]::new));
            assertEquals(0, instance.print(mail, VINCENT).status());
            instance.agent("user", "add", HARRIET).succeed();
            instance.agent("freebusy", "publish").succeed();
            RUNNING.put(server, server.start(instance, folder.resolve("s" + server)));
        }
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(WebServer::close);
        RUNNING.clear();
        TestFolders.remove(folder);
    }

    // ---- the manager

    @ParameterizedTest
    @EnumSource
    void everyPageIsShown(Server server) {
        for (var path :
                List.of(
                        "",
                        "/",
                        "/?view=week",
                        "/requests",
                        "/activity",
                        "/new",
                        "/profile",
                        "/search?q=berr")) {
            var page = server.front().ask(Ask.get(path));
            assertEquals(200, page.status(), path + ": " + page);
            assertEquals("", Html.fault(page.body()), path);
            assertTrue(page.body().contains("href=\"/imip-manager/requests\""), page.body());
        }
        var json = server.front().ask(Ask.get("/requests").with("Accept", "application/json"));
        assertEquals("application/json; charset=utf-8", json.header("Content-Type"));
        assertEquals("", server.front().ask(Ask.get("/requests").method("HEAD")).body());
        assertEquals(204, server.front().ask(Ask.get("/").method("OPTIONS")).status());
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsFoundWhateverItsIdentifier(Server server) {
        for (var uid : UIDS) {
            var page = server.front().ask(Ask.get(new Links("").to("event", uid)));
            assertEquals(200, page.status(), uid + ": " + page);
            assertTrue(page.body().contains("Berries"), page.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotOrAsksWronglyIsTold(Server server) {
        var front = server.front();
        assertEquals(401, front.ask(Ask.get("/").by(null)).status());
        assertEquals(
                401,
                front.ask(Ask.get("/requests").by(null).with("Remote-User", VINCENT)).status());
        assertEquals(401, front.ask(Ask.get("/").by("unknown@example.com")).status());
        assertEquals(
                401, front.ask(Ask.get("/").by(null).with("Authorization", "Basic eDp5")).status());
        var nobody = front.ask(Ask.get("/").by("nobody"));
        assertEquals(403, nobody.status());
        assertTrue(nobody.ours() && nobody.body().contains("logged in as nobody"), nobody.body());
        for (var path : List.of("/event/none", "/event/x/y/z", "/a/b/c")) {
            var missing = front.ask(Ask.get(path));
            assertEquals(404, missing.status(), path);
            assertTrue(missing.ours(), path);
        }
        var method = front.ask(Ask.get("/").method("DELETE"));
        assertEquals(405, method.status());
        assertTrue(method.header("Allow").contains("GET"), method.toString());
        assertEquals(422, front.ask(Ask.get("/?view=year")).status());
        assertEquals(
                404,
                new Front.Web(server.running().port(), false).ask(Ask.get("x/requests")).status());
    }

    /**
     * The port is not the usual one: Host must have it, else the form seems to come from elsewhere.
     */
    @ParameterizedTest
    @EnumSource
    void aFormIsTakenFromItsOwnPageAlone(Server server) {
        var front = server.front();
        var page = front.ask(Ask.get("/new?date=2030-05-07"));
        var own = newEvent(page.body());
        assertEquals(403, front.ask(own.with("Origin", "https://evil.example")).status());
        assertEquals(403, front.ask(own.with("Origin", "http://127.0.0.1")).status());
        var saved = front.ask(own.with("Origin", front.origin()));
        assertEquals(303, saved.status(), saved.toString());
        assertEquals(413, front.ask(Ask.post("/new", new byte[3_000_000])).status());
    }

    private static Ask newEvent(String page) {
        return Ask.form(
                "/new",
                "token",
                hidden(page, "token"),
                "version",
                hidden(page, "version"),
                "action",
                "save",
                "title",
                "Berries",
                "start-date",
                "2030-05-07",
                "start-time",
                "10:00",
                "end-date",
                "2030-05-07",
                "end-time",
                "12:00");
    }

    private static String hidden(String page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        return field.find() ? field.group(1) : "";
    }

    @ParameterizedTest
    @EnumSource
    void theLineOfARequestReachesTheServersLog(Server server) throws IOException {
        server.front().ask(Ask.get("/search?q=secret"));
        var log = server.running().log("path=/imip-manager/search ", 1);
        assertTrue(
                Pattern.compile(
                                "imip-manager: time=\\S+ ref=\\S+ login=vincent\\.vole@example\\.com client=127\\.0\\.0\\.1"
                                        + " method=GET path=/imip-manager/search status=200")
                        .matcher(log)
                        .find(),
                log);
    }

    // ---- the style sheet and the script

    @ParameterizedTest
    @EnumSource
    void aVersionOfTheStyleSheetStaysInTheCache(Server server) throws IOException {
        var page = server.front().ask(Ask.get("/")).body();
        for (var ending : List.of("css", "js")) {
            var link =
                    Pattern.compile(
                                    "\"(/imip-manager/static/manager\\.[0-9a-f]{12}\\."
                                            + ending
                                            + ")\"")
                            .matcher(page);
            assertTrue(link.find(), page);
            var file = get(server, link.group(1));
            assertEquals(200, file.statusCode(), link.group(1));
            assertEquals("public, max-age=31536000, immutable", header(file, "Cache-Control"));
            var plain = get(server, "/imip-manager/static/manager." + ending);
            assertEquals(200, plain.statusCode());
            assertEquals("public, max-age=300", header(plain, "Cache-Control"));
            assertEquals(text(plain), text(file));
            for (var each : List.of(file, plain)) {
                var type = header(each, "Content-Type");
                assertTrue(
                        type.matches(
                                ending.equals("css")
                                        ? "text/css.*"
                                        : "(text|application)/javascript.*"),
                        type);
                assertEquals("nosniff", header(each, "X-Content-Type-Options"));
                assertEquals(
                        "default-src 'none'; frame-ancestors 'none'",
                        header(each, "Content-Security-Policy"));
                assertEquals("same-origin", header(each, "Referrer-Policy"));
            }
            var zipped = get(server, link.group(1), "Accept-Encoding", "gzip");
            assertEquals("gzip", header(zipped, "Content-Encoding"), server + link.group(1));
            assertEquals(text(plain), unzipped(zipped));
        }
        for (var none :
                List.of(
                        "",
                        "none.css",
                        "manager.0.css",
                        "../cgi-bin/imip-manager",
                        "manager.css/x")) {
            var status = get(server, "/imip-manager/static/" + none).statusCode();
            assertTrue(status >= 400 && status < 500, none + ": " + status);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsCompressedForWhoTakesIt(Server server) throws IOException {
        var login =
                java.util.Base64.getEncoder()
                        .encodeToString((VINCENT + ":" + Front.Apache.PASSWORD).getBytes(UTF_8));
        var page =
                get(
                        server,
                        "/imip-manager/requests",
                        "Accept-Encoding",
                        "gzip",
                        "Authorization",
                        "Basic " + login);
        assertEquals("gzip", header(page, "Content-Encoding"));
        assertTrue(unzipped(page).contains("Berries"));
        assertTrue(
                header(page, "Content-Security-Policy")
                        .startsWith("default-src 'none'; style-src 'self'"));
        assertEquals("private, no-store", header(page, "Cache-Control"));
    }

    // ---- published free/busy

    /**
     * The model's form; Outlook's %NAME%@%SERVER%.vfb; Thunderbird, Evolution and Kontact: .ifb and
     * none.
     */
    private static final List<String> PUBLISHED =
            List.of(
                    "/mailto%3Aharriet.hare%40example.com/freebusy",
                    "/mailto:harriet.hare@example.com/freebusy",
                    "/harriet.hare@example.com",
                    "/harriet.hare%40example.com",
                    "/harriet.hare@example.com.ifb",
                    "/harriet.hare%40example.com.ifb",
                    "/harriet.hare@example.com.vfb",
                    "?harriet.hare@example.com.ifb",
                    "?harriet.hare%40example.com.vfb",
                    "/?harriet.hare@example.com");

    private static final List<String> UNPUBLISHED =
            List.of(
                    "",
                    "/",
                    "/mailto%3Aharriet.hare%40example.com/",
                    "/mailto%3Aharriet.hare%40example.com",
                    "/mailto%3Aharriet.hare%40example.com/.lock",
                    "/mailto%3Anobody%40example.com",
                    "/mailto%3Anobody%40example.com/freebusy",
                    "/nobody@example.com.ifb",
                    "/feeds",
                    "/feeds/",
                    "/feeds/0123456789abcdef0123456789abcdef.ics",
                    "?nobody@example.com.ifb",
                    "?",
                    "?list",
                    "?@",
                    "?/etc/passwd@x",
                    "?../..@x",
                    "/..%2f..%2fetc/passwd",
                    "?harriet.hare@example.com/../../x");

    @ParameterizedTest
    @EnumSource
    void publishedFreeBusyIsReadInEveryForm(Server server) throws IOException {
        for (var path : PUBLISHED) {
            var file = get(server, "/freebusy" + path);
            assertEquals(200, file.statusCode(), path);
            assertTrue(text(file).contains("ORGANIZER:mailto:" + HARRIET), text(file));
            assertEquals("text/calendar; charset=utf-8", header(file, "Content-Type"), path);
            assertEquals("public, max-age=300", header(file, "Cache-Control"), path);
            assertEquals("*", header(file, "Access-Control-Allow-Origin"), path);
            assertEquals("nosniff", header(file, "X-Content-Type-Options"), path);
            assertEquals(
                    "default-src 'none'; frame-ancestors 'none'",
                    header(file, "Content-Security-Policy"),
                    path);
            assertEquals("noindex, nofollow", header(file, "X-Robots-Tag"), path);
            var head = send(server, "HEAD", "/freebusy" + path);
            assertEquals(200, head.statusCode(), path);
            assertEquals(0, head.body().length);
            assertEquals(header(file, "ETag"), header(head, "ETag"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void publishedFreeBusyIsAskedForAgainWithoutBeingSentAgain(Server server) throws IOException {
        var path = "/freebusy/harriet.hare@example.com.ifb";
        var file = get(server, path);
        var tag = header(file, "ETag");
        assertNotEquals("", tag);
        assertEquals(304, get(server, path, "If-None-Match", tag).statusCode());
        assertEquals(200, get(server, path, "If-None-Match", "\"other\"").statusCode());
        var modified = header(file, "Last-Modified");
        assertEquals(304, get(server, path, "If-Modified-Since", modified).statusCode());
        var zipped = get(server, path, "Accept-Encoding", "gzip");
        assertEquals("gzip", header(zipped, "Content-Encoding"));
        assertTrue(header(zipped, "Vary").toLowerCase(Locale.ROOT).contains("accept-encoding"));
        assertEquals(text(file), unzipped(zipped));
        var again =
                get(
                        server,
                        path,
                        "Accept-Encoding",
                        "gzip",
                        "If-None-Match",
                        header(zipped, "ETag"));
        assertEquals(304, again.statusCode());
    }

    @ParameterizedTest
    @EnumSource
    void nothingElseIsReadAndNothingWritten(Server server) throws IOException {
        for (var path : UNPUBLISHED) {
            int status = get(server, "/freebusy" + path).statusCode();
            assertTrue(status == 403 || status == 404 || status == 400, path + ": " + status);
        }
        // Whether somebody exists is told by nothing.
        for (var path : List.of("", "/", "/.lock", "/x")) {
            var of = get(server, "/freebusy/mailto%3Aharriet.hare%40example.com" + path);
            var ofNobody = get(server, "/freebusy/mailto%3Anobody%40example.com" + path);
            assertEquals(ofNobody.statusCode(), of.statusCode(), path);
        }
        for (var method : List.of("PUT", "POST", "DELETE", "PROPFIND")) {
            int status =
                    send(server, method, "/freebusy/harriet.hare@example.com.ifb").statusCode();
            assertTrue(List.of(403, 405, 501).contains(status), method + ": " + status);
        }
        assertFalse(text(get(server, "/freebusy/harriet.hare@example.com.ifb")).isEmpty());
    }

    // ---- HTTP

    private static HttpResponse<byte[]> get(Server server, String path, String... headers)
            throws IOException {
        return send(server, "GET", path, headers);
    }

    private static HttpResponse<byte[]> send(
            Server server, String method, String path, String... headers) throws IOException {
        var address = URI.create("http://127.0.0.1:" + server.running().port().number() + path);
        var request =
                HttpRequest.newBuilder(address)
                        .version(HttpClient.Version.HTTP_1_1)
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private static String unzipped(HttpResponse<byte[]> answer) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
