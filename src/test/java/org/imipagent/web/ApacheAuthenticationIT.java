package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    private static final Map<Way, Server> SERVERS = new EnumMap<>(Way.class);

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Installation installation;

    @SuppressWarnings("NullAway.Init")
    private static RunningSlapd directory;

    @BeforeAll
    static void startServers() throws IOException {
        folder = Files.createTempDirectory("imip");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        installation = Installation.reachable(folder);
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
        Command.of("rm", "-rf", folder).succeed();
    }

    private static Server start(Way way) throws IOException {
        var own = Files.createDirectory(folder.resolve(way == Way.FILE ? "f" : "l"));
        var port = Port.free();
        var config = instance(own, "http://127.0.0.1:" + port.number(), way.place);
        var defines =
                new HashMap<>(
                        Map.of(
                                "IMIP_HOME", installation.home().toString(),
                                "IMIP_CONFIG", config.toString(),
                                "IMIP_PUBLISH_DIR", own + "/data/published",
                                "IMIP_USERS", passwords(own).toString()));
        if (way == Way.LDAP) {
            defines.put("IMIP_AUTH", "ldap");
            defines.put("IMIP_LDAP_URL", directory.url());
            defines.put("IMIP_MANAGER_PATH", way.place);
        }
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
    void theStyleSheetNeedsNoLoginAndItsFolderIsNotListed(Way way) throws IOException {
        var apache = way.server().apache();
        var sheet = apache.get(way.place + "/static/manager.css");
        assertEquals(200, sheet.statusCode());
        assertTrue(sheet.headers().firstValue("Content-Type").orElse("").startsWith("text/css"));
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
        Command.of(Installation.checkout("src/demo/fill"), mails).succeed();
        var invitation = Files.readAllBytes(mails.resolve("01-planning.eml"));
        Command.of("rm", "-rf", mails).succeed();
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
        var published = folder.resolve("f/data/published");
        publish(published);
        for (var path :
                List.of("mailto%3Aharriet.hare%40example.com", "mailto:harriet.hare@example.com")) {
            var page = apache.get("/freebusy/" + path + "/freebusy");
            assertEquals(200, page.statusCode(), path);
            assertEquals(
                    "text/calendar; charset=utf-8",
                    page.headers().firstValue("Content-Type").orElse(""));
            assertEquals("BEGIN:VCALENDAR\r\n", page.body());
        }
        for (var path :
                List.of(
                        "/freebusy",
                        "/freebusy/",
                        "/freebusy/mailto%3Aharriet.hare%40example.com/")) {
            assertTrue(apache.get(path).statusCode() >= 403, path);
        }
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

    /**
     * As {@code org.imipagent.publish} does: a folder with an encoded name, and a link with the
     * plain one.
     */
    private static void publish(Path published) throws IOException {
        var encoded = "mailto%3Aharriet.hare%40example.com";
        Command.of("mkdir", published.resolve(encoded)).unprivileged().succeed();
        Command.of("tee", published.resolve(encoded + "/freebusy"))
                .unprivileged()
                .run("BEGIN:VCALENDAR\r\n".getBytes(UTF_8));
        Command.of("ln", "-s", encoded, published.resolve("mailto:harriet.hare@example.com"))
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
