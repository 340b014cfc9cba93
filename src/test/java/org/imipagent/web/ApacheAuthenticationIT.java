package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who gets in, and as whom: both ways of conf/apache/imip-manager.conf, as shipped, in Debian's
 * Apache.
 */
class ApacheAuthenticationIT {

    /** The two ways, each with a place of its own for the manager. */
    enum Way {
        FILE("/imip-manager"),
        LDAP("/calendar");

        final String place;

        Way(String place) {
            this.place = place;
        }

        private Server server() {
            return java.util.Objects.requireNonNull(SERVERS.get(this));
        }
    }

    private record Server(RunningApache apache, Path config) {}

    private static final String VINCENT = "vincent.vole@example.com";
    private static final String HARRIET = "harriet.hare@example.com";
    private static final Map<Way, Server> SERVERS = new EnumMap<>(Way.class);

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static InstalledProgram installation;

    @SuppressWarnings("NullAway.Init")
    private static RunningSlapd directory;

    @BeforeAll
    static void startServers() throws IOException {
        folder = Files.createTempDirectory("imip");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        installation = InstalledProgram.reachable(folder);
        directory = RunningSlapd.start(Files.createDirectory(folder.resolve("slapd")));
        for (var way : Way.values()) {
            SERVERS.put(way, start(way));
        }
    }

    @AfterAll
    static void stopServers() {
        SERVERS.values().forEach(server -> server.apache().close());
        SERVERS.clear();
        directory.close();
        TestFolders.remove(folder);
    }

    private static Server start(Way way) throws IOException {
        return switch (way) {
            case FILE -> start("f", way.place, Map.of());
            case LDAP -> start("l", way.place, inDirectory(way.place, directory.url()));
        };
    }

    private static Map<String, String> inDirectory(String place, String url) {
        return Map.of("IMIP_LDAP_URL", url, "IMIP_MANAGER_PATH", place);
    }

    private static Server start(String name, String place, Map<String, String> more)
            throws IOException {
        var own = Files.createDirectory(folder.resolve(name));
        var port = Port.free();
        var config = instance(own, "http://127.0.0.1:" + port.number(), place);
        var defines =
                new HashMap<>(
                        Map.of(
                                "IMIP_HOME", installation.home().toString(),
                                "IMIP_CONFIG", config.toString(),
                                "IMIP_PUBLISH_DIR", own + "/data/published",
                                "IMIP_USERS", passwords(own).toString()));
        defines.putAll(more);
        return new Server(RunningApache.start(own, port, defines, otherWaysIn(own)), config);
    }

    private static Path instance(Path own, String url, String place) throws IOException {
        var data = Files.createDirectory(own.resolve("data"));
        Files.createDirectory(data.resolve("published"));
        Files.createDirectory(data.resolve("store"));
        if (Command.isRoot()) {
            Command.of("chown", "-R", "www-data:", data).succeed();
        }
        return Files.writeString(
                own.resolve("config.txt"),
                """
                        STORE_DIR = "DATA/store"
                        PUBLISH_DIR = "DATA/published"
                        SENDMAIL = "/bin/true"
                        MANAGER_URL = "ADDRESS/"
                        MANAGER_PATH = "PLACE/"
                        """
                        .replace("DATA", data.toString())
                        .replace("ADDRESS", url)
                        .replace("PLACE", place));
    }

    private static Path passwords(Path own) throws IOException {
        var users = own.resolve("users");
        for (var name : List.of("vincent.vole", "harriet.hare", "paul.otter")) {
            var create = Files.exists(users) ? "-Bb" : "-Bbc";
            var password = "burrow-" + name.substring(0, name.indexOf('.'));
            Command.of("htpasswd", create, users, name + "@example.com", password).succeed();
        }
        return users;
    }

    /**
     * The same program at a second address, and through a link from a folder that anybody may
     * enter.
     */
    private static String otherWaysIn(Path own) throws IOException {
        var open = Files.createDirectory(own.resolve("open"));
        Files.createSymbolicLink(open.resolve("manager"), installation.manager());
        return """
                ScriptAlias /second "MANAGER"
                ScriptAlias /link "OPEN/manager"
                <Directory "OPEN">
                    Options FollowSymLinks ExecCGI
                    Require all granted
                    SetEnv IMIP_AGENT_CONFIG "OWN/config.txt"
                </Directory>
                """
                .replace("MANAGER", installation.manager().toString())
                .replace("OPEN", open.toString())
                .replace("OWN", own.toString());
    }

    @ParameterizedTest
    @EnumSource
    void theRightPasswordOpensTheOwnCalendar(Way way) throws IOException {
        for (var name : List.of("vincent.vole", "harriet.hare", "paul.otter")) {
            var password = "burrow-" + name.substring(0, name.indexOf('.'));
            var page =
                    way.server().apache().getAs(name + "@example.com", password, way.place + "/");
            assertEquals(200, page.statusCode(), page.body());
            assertTrue(page.body().contains(name + "@example.com"), page.body());
        }
    }

    @Test
    void peopleInTheDirectoryMayLogInByAnotherAttributeAndAreKnownByTheirOneMail()
            throws IOException {
        var server = start("u", "/calendar", inDirectory("/calendar", directory.url("uid,mail")));
        try (var apache = server.apache()) {
            var page = apache.getAs("vincent", "burrow-vincent", "/calendar/");
            assertEquals(200, page.statusCode(), page.body());
            assertTrue(page.body().contains(VINCENT), page.body());
            var twoAddresses = apache.getAs("mole", "burrow-mole", "/calendar/");
            assertEquals(403, twoAddresses.statusCode(), twoAddresses.body());
            assertTrue(
                    twoAddresses.body().contains("more than one email address"),
                    twoAddresses.body());
            apache.log("verdict=many-addresses", 1);
            var noAddress = apache.getAs("toad", "burrow-toad", "/calendar/");
            assertEquals(403, noAddress.statusCode(), noAddress.body());
            assertTrue(noAddress.body().contains("no email address"), noAddress.body());
            apache.log("status=403 verdict=no-address", 1);
            assertEquals(401, apache.getAs(VINCENT, "burrow-vincent", "/calendar/").statusCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverHasNoPasswordOrAWrongOneStaysOutside(Way way) throws IOException {
        var apache = way.server().apache();
        assertEquals(401, apache.get(way.place + "/").statusCode());
        for (var password :
                List.of(
                        "wrong",
                        "",
                        "burrow-harriet",
                        "burrow-vincent ",
                        "*",
                        "\u0000",
                        "BURROW-VINCENT")) {
            var page = apache.getAs(VINCENT, password, way.place + "/");
            assertEquals(401, page.statusCode(), "password '" + password + "': " + page.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatIsNobodysOrMeantForTheDirectoryStaysOutside(Way way) throws IOException {
        var names =
                List.of(
                        "",
                        "nobody@example.com",
                        "vincent",
                        "*",
                        "vincent.vole@*",
                        "*)(mail=*",
                        "*)(objectClass=*",
                        VINCENT + ")(mail=*",
                        VINCENT + "\\2a",
                        "cn=vincent",
                        "\u0000" + VINCENT,
                        "æøå🫐@example.com");
        for (var name : names) {
            for (var password : List.of("burrow-vincent", "")) {
                var page = way.server().apache().getAs(name, password, way.place + "/");
                assertEquals(401, page.statusCode(), "name '" + name + "': " + page.body());
            }
        }
    }

    /** With a slash at its end, without one, more than one folder deep, and the whole host. */
    @ParameterizedTest
    @ValueSource(strings = {"/calendar", "/calendar/", "/my.org/cal-1/", "/"})
    void thePathOfTheManagerMayEndWithASlash(String path) throws IOException {
        String base = path.endsWith("/") ? path : path + "/";
        var server =
                start(
                        "p" + Math.abs(path.hashCode() % 1000),
                        base.substring(0, base.length() - 1),
                        Map.of("IMIP_MANAGER_PATH", path));
        try (var apache = server.apache()) {
            for (String page : List.of("", "requests", "new", "search?q=a", "?view=week")) {
                var answer = apache.getAs(VINCENT, "burrow-vincent", base + page);
                assertEquals(200, answer.statusCode(), base + page);
                assertTrue(answer.body().contains("href=\"" + base + "requests\""), answer.body());
            }
            for (String page : List.of("", "requests", "static", "event/x")) {
                assertEquals(401, apache.get(base + page).statusCode(), base + page);
            }
            assertEquals(404, apache.getAs(VINCENT, "burrow-vincent", base + "a/b/c").statusCode());
            assertEquals(200, apache.get(base + "static/manager.css").statusCode());
            assertEquals(404, apache.get("/freebusy/nobody@example.com").statusCode());
            if (!path.equals("/")) {
                String beside = base.substring(0, base.length() - 1) + "x/requests";
                assertEquals(404, apache.get(beside).statusCode(), "not below it");
                int bare =
                        apache.getAs(
                                        VINCENT,
                                        "burrow-vincent",
                                        base.substring(0, base.length() - 1))
                                .statusCode();
                assertEquals(path.endsWith("/") ? 404 : 200, bare);
            }
        }
    }

    @Test
    void aDirectoryThatDoesNotAnswerIsAPageThatSaysSoAndIsNamedInTheLog() throws IOException {
        var server =
                start(
                        "o",
                        "/imip-manager",
                        Map.of(
                                "IMIP_LDAP_URL",
                                "ldap://127.0.0.1:" + Port.free().number() + "/dc=x?mail"));
        try (var apache = server.apache()) {
            var page = apache.getAs(VINCENT, "burrow-vincent", "/imip-manager/");
            assertEquals(503, page.statusCode(), page.body());
            assertEquals("60", page.headers().firstValue("Retry-After").orElse(""));
            assertTrue(page.body().contains("not available right now"), page.body());
            apache.log("status=503 verdict=unavailable", 1);
            assertEquals(401, apache.get("/imip-manager/").statusCode());
            assertTrue(
                    apache.log().contains("LDAP: ldap_simple_bind() failed")
                            || apache.log().contains("Can't contact LDAP server"),
                    apache.log());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeaderIsNoLogin(Way way) throws IOException {
        var apache = way.server().apache();
        for (var header : List.of("Remote-User", "REMOTE_USER", "X-Remote-User", "Remote_User")) {
            assertEquals(401, apache.get(way.place + "/", header, VINCENT).statusCode(), header);
            assertEquals(
                    403,
                    apache.get("/link/", header, VINCENT).statusCode(),
                    header + " without Apache's login");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noOtherAddressLeadsAroundTheLogin(Way way) throws IOException {
        var apache = way.server().apache();
        for (var path :
                List.of(
                        "/second/",
                        "/second/requests",
                        "/" + way.place + "/",
                        way.place + "/../second/",
                        way.place)) {
            assertEquals(401, apache.get(path).statusCode(), path);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStyleSheetAndTheScriptNeedNoLoginAndTheirFolderIsNotListed(Way way) throws IOException {
        var apache = way.server().apache();
        var sheet = apache.get(way.place + "/static/manager.css");
        assertEquals(200, sheet.statusCode());
        assertTrue(sheet.headers().firstValue("Content-Type").orElse("").startsWith("text/css"));
        var script = apache.get(way.place + "/static/manager.js");
        assertEquals(200, script.statusCode());
        String type = script.headers().firstValue("Content-Type").orElse("");
        assertTrue(type.matches("(text|application)/javascript(;.*)?"), type);
        assertTrue(apache.get(way.place + "/static/").statusCode() >= 403);
        assertEquals(404, apache.get(way.place + "/static/none.css").statusCode());
    }

    /** Apache refuses %2F by itself unless the virtual host is told to let it pass. */
    @ParameterizedTest
    @EnumSource
    void anEncodedSlashReachesTheProgram(Way way) throws IOException {
        var page =
                way.server()
                        .apache()
                        .getAs(VINCENT, "burrow-vincent", way.place + "/event/no%2Fsuch");
        assertFalse(page.body().contains("Apache/"), page.body());
        assertTrue(
                page.headers().firstValue("Content-Security-Policy").isPresent(),
                "the program's own answer: " + page);
    }

    @ParameterizedTest
    @EnumSource
    void theLinkInANotificationOpensTheEvent(Way way) throws IOException {
        var server = way.server();
        var mails = Files.createTempDirectory("imip");
        Command.of(InstalledProgram.checkout("src/demo/fill"), mails).succeed();
        var invitation = Files.readAllBytes(mails.resolve("01-planning.eml"));
        TestFolders.remove(mails);
        var handedOn =
                Command.of(installation.agent(), "person", "-o", VINCENT, "-d")
                        .with("IMIP_AGENT_CONFIG", server.config())
                        .unprivileged()
                        .run(invitation);
        assertEquals(0, handedOn.status(), handedOn.err());
        var link =
                Pattern.compile("http://127\\.0\\.0\\.1:\\d+(" + way.place + "/[^\\s\"<>]+)")
                        .matcher(
                                handedOn.out()
                                        .replace("=\n", "")
                                        .replace("=3D", "=")
                                        .replace("=2E", "."));
        assertTrue(link.find(), handedOn.out());
        var page = server.apache().getAs(VINCENT, "burrow-vincent", link.group(1));
        if (page.statusCode() / 100 == 3) {
            var next =
                    URI.create("http://x" + link.group(1))
                            .resolve(page.headers().firstValue("Location").orElseThrow());
            page = server.apache().getAs(VINCENT, "burrow-vincent", next.getRawPath());
        }
        assertEquals(200, page.statusCode(), link.group(1) + page.body());
        assertTrue(page.body().contains("Harvest planning"), page.body());
    }

    @Test
    void publishedFreeBusyIsReadByEveryoneAndWrittenByNobody() throws IOException {
        var apache = Way.FILE.server().apache();
        share(true);
        for (var path : PUBLISHED) {
            assertPublished(apache, "/freebusy" + path);
        }
        for (var path : UNPUBLISHED) {
            int status = apache.get("/freebusy" + path).statusCode();
            assertTrue(status == 403 || status == 404, path + ": " + status);
            // As where there is nobody: it must not tell who exists.
            assertTrue(!path.endsWith("/.lock") || status == 404, path + ": " + status);
        }
        share(false);
        for (var path : PUBLISHED) {
            int status = apache.get("/freebusy" + path).statusCode();
            assertEquals(404, status, path);
        }
        share(true);
        for (var method : List.of("PUT", "POST", "DELETE", "OPTIONS", "PROPFIND")) {
            var answer =
                    apache.send(
                            HttpRequest.newBuilder(
                                            apache.address(
                                                    "/freebusy/mailto%3Aharriet.hare%40example.com/freebusy"))
                                    .method(method, HttpRequest.BodyPublishers.ofString("x"))
                                    .build());
            assertTrue(
                    answer.statusCode() == 403 || answer.statusCode() == 405,
                    method + answer.statusCode());
        }
    }

    /** Under its secret name alone, for as long as its owner wants it. */
    @Test
    void aCalendarFeedIsReadByWhoKnowsItsNameAndIsGoneWhenItIsOff() throws IOException {
        var apache = Way.FILE.server().apache();
        agent("user", "add", HARRIET);
        prefer("freebusy_publishing", "no");
        prefer("feed", "all");
        String token = feeds().getFirst().replace(".ics", "");
        assertEquals(32, token.length());
        var feed = apache.get("/freebusy/feeds/" + token + ".ics");
        assertEquals(200, feed.statusCode());
        assertEquals(
                "text/calendar; charset=utf-8",
                feed.headers().firstValue("Content-Type").orElse(""));
        assertTrue(feed.body().contains("X-WR-CALNAME:" + HARRIET), feed.body());
        for (var path :
                List.of(
                        "feeds",
                        "feeds/",
                        "feeds/" + token,
                        "feeds/" + token.substring(1) + ".ics",
                        "mailto%3Aharriet.hare%40example.com/.feed-" + token,
                        "mailto%3Aharriet.hare%40example.com/")) {
            var refused = apache.get("/freebusy/" + path);
            int status = refused.statusCode();
            assertTrue(status == 403 || status == 404, path + ": " + status);
            assertTrue(!path.contains("/.") || status == 404, path + ": " + status);
            assertTrue(!refused.body().contains(token) || path.contains(token), refused.body());
        }
        prefer("feed", "none");
        assertEquals(404, apache.get("/freebusy/feeds/" + token + ".ics").statusCode());
        assertEquals(List.of(), feeds());
    }

    private static List<String> feeds() throws IOException {
        var folder = Way.FILE.server().config().resolveSibling("data/published/feeds");
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static final List<String> PUBLISHED =
            List.of(
                    "/mailto%3Aharriet.hare%40example.com/freebusy",
                    "/mailto:harriet.hare@example.com/freebusy",
                    "/harriet.hare@example.com",
                    "/harriet.hare%40example.com.ifb",
                    "/harriet.hare@example.com.vfb",
                    "?harriet.hare@example.com.ifb",
                    "?harriet.hare%40example.com.vfb",
                    "/?harriet.hare@example.com");

    /** Lists, what a writer has beside its file, nobodies, and ways out. */
    private static final List<String> UNPUBLISHED =
            List.of(
                    "",
                    "/",
                    "/mailto%3Aharriet.hare%40example.com/",
                    "/mailto%3Aharriet.hare%40example.com/.lock",
                    "/nobody@example.com.ifb",
                    "?nobody@example.com.ifb",
                    "?",
                    "?list",
                    "?@",
                    "?/etc/passwd@x",
                    "?../..@x",
                    "?harriet.hare@example.com/../../x",
                    "?mailto%253Aharriet.hare%2540example.com/freebusy");

    private static void assertPublished(RunningApache apache, String path) throws IOException {
        var page = apache.get(path);
        assertEquals(200, page.statusCode(), path);
        assertTrue(page.body().contains("ORGANIZER:mailto:" + HARRIET), page.body());
        var head =
                apache.send(
                        HttpRequest.newBuilder(apache.address(path))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build());
        assertEquals(200, head.statusCode(), path);
        assertEquals("", head.body());
        for (var answer : List.of(page, head)) {
            assertEquals(
                    "text/calendar; charset=utf-8",
                    answer.headers().firstValue("Content-Type").orElse(""),
                    path);
        }
    }

    /** By the program itself: what the person prefers, and the daily job. */
    private static void share(boolean shares) {
        agent("user", "add", HARRIET);
        prefer("freebusy_sharing", shares ? "share" : "no");
        prefer("freebusy_publishing", shares ? "publish" : "no");
        agent("freebusy", "publish");
    }

    private static void prefer(String name, String value) {
        agent("preferences", "set", "--user", HARRIET, name, value);
    }

    private static void agent(String... words) {
        var all = new ArrayList<Object>(List.of(installation.agent()));
        all.addAll(List.of(words));
        Command.of(all.toArray())
                .with("IMIP_AGENT_CONFIG", Way.FILE.server().config())
                .unprivileged()
                .succeed();
    }

    @Test
    void aBareCallWithoutALoginIsForbidden() {
        var answer =
                Command.of(installation.manager())
                        .with("REQUEST_METHOD", "GET")
                        .with("SCRIPT_NAME", "/imip-manager")
                        .with("PATH_INFO", "/")
                        .with("HTTP_REMOTE_USER", VINCENT)
                        .with("IMIP_AGENT_CONFIG", Way.FILE.server().config())
                        .unprivileged()
                        .run();
        assertTrue(answer.out().startsWith("Status: 403"), answer.toString());
    }
}
