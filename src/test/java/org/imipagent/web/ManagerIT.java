package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.PAUL;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imipagent.cgi.Links;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One list of requests, run twice: to a bare process with an environment, and through a real
 * Apache.
 */
class ManagerIT {

    /** The two ways, each to an instance of its own with the same mails. */
    enum Way {
        BARE,
        APACHE;

        private Front front() {
            return Objects.requireNonNull(FRONTS.get(this));
        }

        private TestInstance instance() {
            return Objects.requireNonNull(INSTANCES.get(this));
        }

        /** The status expected of a row. */
        private int of(Row row) {
            return this == BARE ? row.bare : row.apache;
        }
    }

    /**
     * A request and the status of its answer.
     *
     * @param apache where Apache answers by itself, another; 4 for any from 400 to 499
     */
    private record Row(Ask ask, int bare, int apache) {}

    private static final int ANY_REFUSAL = 4;
    private static final String SECRET = "Secret burrow of Paul";
    private static final String JORG = "jørg@example.com";
    private static final String ALIAS = "paul@example.com";
    private static final String CAPITALS = "Vincent.Vole@EXAMPLE.com";
    private static final List<String> UIDS =
            List.of(
                    "plain@burrow.example.com",
                    "a/b//c/../d",
                    ".",
                    "..",
                    "~",
                    "50%2Foff%",
                    "🫐 berries & <b>\"jam\"</b> ?x=1#y",
                    "back\\slash",
                    "blåbær@example.com",
                    "requests",
                    "L" + "o".repeat(498) + "g");
    private static final Map<Way, Front> FRONTS = new EnumMap<>(Way.class);
    private static final Map<Way, TestInstance> INSTANCES = new EnumMap<>(Way.class);

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningApache apache;

    @BeforeAll
    static void start() throws IOException {
        folder = TestInstance.temporary();
        var installation = InstalledProgram.reachable(folder);
        for (var way : Way.values()) {
            var instance = TestInstance.in(installation, folder.resolve(way.name()));
            INSTANCES.put(way, instance);
            receive(instance, VINCENT, TestInstance.invitation(VINCENT, "Berries", uids()));
            receive(instance, PAUL, TestInstance.invitation(PAUL, SECRET, "paul-only", "by-alias"));
            instance.agent("preferences", "set", "--user", PAUL, "aliases", ALIAS).succeed();
        }
        FRONTS.put(Way.BARE, new Front.Bare(Way.BARE.instance()));
        var front =
                Front.Apache.before(
                        Way.APACHE.instance(),
                        folder.resolve("a"),
                        List.of(
                                VINCENT,
                                PAUL,
                                ALIAS,
                                JORG,
                                CAPITALS,
                                "jørg",
                                "settings@example.com"));
        FRONTS.put(Way.APACHE, front);
        apache = front.apache();
    }

    /** Those that are looked at, and one for each test that acts. */
    private static String[] uids() {
        var uids = new ArrayList<>(UIDS);
        uids.addAll(List.of("twice", "stale", "used", "comment", "foreign", "locked", "busy"));
        uids.add("removed");
        return uids.toArray(String[]::new);
    }

    @AfterAll
    static void stop() {
        apache.close();
        FRONTS.clear();
        INSTANCES.clear();
        TestFolders.remove(folder);
    }

    private static void receive(TestInstance instance, String recipient, byte[] mail) {
        var ended = instance.print(mail, recipient);
        assertEquals(0, ended.status(), ended.err());
    }

    // ---- what holds for every answer

    private static Answer ask(Front front, Ask ask) {
        var answer = front.ask(ask);
        assertProper(ask, answer);
        return answer;
    }

    /** No trace, nobody else's data, the headers, a whole page. */
    private static void assertProper(Ask ask, Answer answer) {
        var all = answer.headers() + answer.body();
        for (var word :
                List.of("Exception", "\tat ", "java.", "org.imipagent", "/lib/", "sqlite")) {
            assertFalse(all.contains(word), () -> ask + " shows " + word + ": " + answer);
        }
        if (!PAUL.equals(ask.user()) && !ALIAS.equals(ask.user())) {
            assertFalse(all.contains(SECRET), () -> ask + " shows another person's: " + answer);
        }
        if (!answer.ours()) {
            assertEquals(
                    4, answer.status() / 100, () -> ask + " was answered by Apache: " + answer);
            return;
        }
        var policy = answer.header("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("same-origin", answer.header("Referrer-Policy"));
        assertEquals("private, no-store", answer.header("Cache-Control"));
        assertBody(ask, answer);
    }

    private static void assertBody(Ask ask, Answer answer) {
        if (ask.method().equals("HEAD")) {
            assertEquals("", answer.body());
            return;
        }
        int octets = answer.body().getBytes(UTF_8).length;
        if (answer.status() != 204) {
            assertEquals(Integer.toString(octets), answer.header("Content-Length"), ask.toString());
        }
        if (answer.status() / 100 == 3 || answer.status() == 204) {
            assertEquals("", answer.body());
        } else if (answer.header("Content-Type").equals("application/json; charset=utf-8")) {
            assertJson(answer.body());
        } else {
            assertEquals("text/html; charset=utf-8", answer.header("Content-Type"));
            assertEquals("", Html.fault(answer.body()), () -> ask + ": " + answer.body());
        }
    }

    private static void assertJson(String body) {
        try (var parser = new JsonFactory().createParser(body)) {
            int values = 0;
            while (parser.nextToken() != null) {
                values++;
            }
            assertTrue(values > 1, body);
        } catch (IOException wrong) {
            throw new AssertionError(body, wrong);
        }
    }

    private static void assertRows(Way way, List<Row> rows) {
        assertAll(rows.stream().map(row -> (Executable) () -> assertRow(way, row)));
    }

    private static void assertRow(Way way, Row row) {
        var answer = ask(way.front(), row.ask);
        int expected = way.of(row);
        int status = expected == ANY_REFUSAL ? answer.status() / 100 : answer.status();
        assertEquals(expected, status, () -> way + " " + row.ask + ": " + answer);
        if (answer.status() == 405 && answer.ours()) {
            assertTrue(answer.header("Allow").contains("GET"), () -> row.ask + ": " + answer);
        }
    }

    private static Row row(Ask ask, int status) {
        return new Row(ask, status, status);
    }

    private static Row row(Ask ask, int bare, int apache) {
        return new Row(ask, bare, apache);
    }

    // ---- pages

    @ParameterizedTest
    @EnumSource
    void everyPageAnswersInEveryView(Way way) {
        var json = "application/json";
        assertRows(
                way,
                List.of(
                        row(Ask.get(""), 200),
                        row(Ask.get("/"), 200),
                        row(Ask.get("/").method("HEAD"), 200),
                        row(Ask.get("/?view=month"), 200),
                        row(Ask.get("/?view=week"), 200),
                        row(Ask.get("/?view=day"), 200),
                        row(Ask.get("/?view=list"), 200),
                        row(Ask.get("/?view=list&date=0001-01-01"), 200),
                        row(Ask.get("/?view=month&date=0001-01-01"), 200),
                        row(Ask.get("/?view=month&date=9999-12-31"), 200),
                        row(Ask.get("/?view=week&date=9999-12-31"), 200),
                        row(Ask.get("/?view=list&date=9999-12-31"), 200),
                        row(Ask.get("/?view=day&date=2024-02-29"), 200),
                        row(Ask.get("/").with("Accept", json), 200),
                        row(Ask.get("/").by(JORG), 200),
                        row(Ask.get("/").by(PAUL), 200),
                        row(Ask.get("/requests"), 200),
                        row(Ask.get("/requests/"), 200),
                        row(Ask.get("/requests").method("HEAD"), 200),
                        row(Ask.get("/requests").with("Accept", json), 200),
                        row(Ask.get("/activity"), 200),
                        row(Ask.get("/event/plain@burrow.example.com"), 200),
                        row(Ask.get("/event/plain@burrow.example.com").method("HEAD"), 200),
                        row(Ask.get("/event/plain@burrow.example.com").with("Accept", json), 200),
                        row(Ask.get("/").method("OPTIONS"), 204)));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAskedForInJsonIsAnsweredInJson(Way way) {
        for (var path : List.of("/", "/requests", "/event/plain@burrow.example.com")) {
            var answer = ask(way.front(), Ask.get(path).with("Accept", "application/json"));
            assertEquals("application/json; charset=utf-8", answer.header("Content-Type"), path);
            assertTrue(answer.body().contains("plain@burrow.example.com"), answer.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeadSaysWhatAGetWouldSay(Way way) {
        var whole = ask(way.front(), Ask.get("/activity"));
        var head = ask(way.front(), Ask.get("/activity").method("HEAD"));
        assertEquals(whole.header("Content-Length"), head.header("Content-Length"));
        assertEquals(whole.header("Content-Type"), head.header("Content-Type"));
    }

    @ParameterizedTest
    @EnumSource
    void everyUidHasItsPageAndItsOldLink(Way way) {
        var rows = new ArrayList<Row>();
        for (var uid : UIDS) {
            rows.add(row(Ask.get(new Links("").to("event", uid)), 200));
            if (!uid.equals("requests")) {
                rows.add(row(Ask.get(new Links("").to(uid)), 302));
            }
        }
        // As other programs write a link; dots are no segment of ours.
        for (var uid :
                List.of("a%2Fb", "50%252Foff%25", "%F0%9F%AB%90%20berries%20%26%20%3Cb%3E")) {
            rows.add(row(Ask.get("/event/" + uid), uid.startsWith("50") ? 200 : 404));
        }
        assertRows(way, rows);
    }

    @ParameterizedTest
    @EnumSource
    void anOldLinkLeadsToTheEvent(Way way) {
        for (var uid : List.of("plain@burrow.example.com", "a/b//c/../d", "blåbær@example.com")) {
            var moved = ask(way.front(), Ask.get(new Links("").to(uid)));
            var location = moved.header("Location");
            assertEquals(new Links(Front.PLACE).to("event", uid), path(location));
            var page = ask(way.front(), Ask.get(path(location).substring(Front.PLACE.length())));
            assertEquals(200, page.status());
            assertTrue(page.body().contains("Berries"), page.body());
        }
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]*", "");
    }

    // ---- who

    @ParameterizedTest
    @EnumSource
    void whoIsNotLoggedInOrAsksForAnothersEventSeesNothing(Way way) {
        assertRows(
                way,
                List.of(
                        row(Ask.get("/").by(null), 403, 401),
                        row(Ask.get("/").by(""), 403, 401),
                        row(Ask.get("/").by(null).with("Remote-User", VINCENT), 403, 401),
                        row(Ask.get("/event/paul-only"), 404),
                        row(Ask.get("/paul-only"), 404),
                        row(Ask.get("/event/paul-only").with("Accept", "application/json"), 404),
                        row(Ask.get("/event/paul-only/20261130T120000Z"), 404),
                        row(Ask.get("/event/paul-only").by(JORG), 404),
                        row(Ask.get("/event/paul-only").by(PAUL), 200),
                        row(Ask.get("/event/no-such"), 404),
                        row(Ask.get("/no-such"), 404),
                        row(Ask.get("/event"), 404),
                        row(Ask.get("/event/"), 404),
                        row(Ask.get("/event/plain@burrow.example.com/x"), 404),
                        row(Ask.get("/event/plain@burrow.example.com/20261130T120000Z/x"), 404),
                        // A name without a domain, where the settings give none: nobody.
                        row(Ask.get("/").by("jørg"), 403)));
    }

    /**
     * A log-in is an address as it is written, and no URI: what it would be undone is another's.
     */
    @Test
    void aLogInIsNoUri() {
        var front = Way.BARE.front();
        for (var name :
                List.of(
                        "v%69ncent.vole@example.com",
                        "vincent.vole@example.com?x",
                        "mailto:vincent.vole@example.com",
                        "<vincent.vole@example.com>",
                        "vincent.vole@example.com\u3000",
                        " vincent.vole@example.com",
                        "vincent.vole@example.com, x@y.example")) {
            assertEquals(403, ask(front, Ask.get("/").by(name)).status(), name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameInCapitalsIsTheSamePerson(Way way) {
        var page = ask(way.front(), Ask.get("/requests").by(CAPITALS));
        assertEquals(200, page.status());
        assertTrue(page.body().contains("Berries"), page.body());
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyCalendarIsShownToWhoNeverGotAMail(Way way) {
        var page = ask(way.front(), Ask.get("/").by(JORG));
        assertTrue(page.body().contains(JORG), page.body());
        assertFalse(page.body().contains("Berries"), page.body());
    }

    // ---- hostile requests

    @ParameterizedTest
    @EnumSource
    void aPathThatIsNoneOfOursIsRefused(Way way) {
        var long500 = "x".repeat(500);
        assertRows(
                way,
                List.of(
                        row(Ask.get("/../../../../etc/passwd"), 404, ANY_REFUSAL),
                        row(Ask.get("/%2e%2e/%2e%2e/etc/passwd"), 404, ANY_REFUSAL),
                        row(Ask.get("/event/%2e%2e"), 404, ANY_REFUSAL),
                        row(Ask.get("/event/..%2f..%2fetc"), 404, ANY_REFUSAL),
                        row(Ask.get("/event/%252e%252e"), 404),
                        row(Ask.get("/./requests"), 404),
                        row(Ask.get("//requests"), 404),
                        row(Ask.get("//evil.example.com/"), 404),
                        row(Ask.get("/event//plain@burrow.example.com"), 404),
                        row(Ask.get("/event/%00"), 400, ANY_REFUSAL),
                        row(Ask.get("/%00"), 400, ANY_REFUSAL),
                        row(Ask.get("/event/%"), 400, ANY_REFUSAL),
                        row(Ask.get("/event/%zz"), 400, ANY_REFUSAL),
                        row(Ask.get("/event/%4"), 400, ANY_REFUSAL),
                        row(Ask.get("/event/%ff"), 400),
                        row(Ask.get("/event/%c0%ae%c0%ae"), 400),
                        row(Ask.get("/event/%ed%a0%80"), 400),
                        row(Ask.get("/event/%0d%0aSet-Cookie:x=1"), 404),
                        row(Ask.get("/%5cevil.example.com"), 404),
                        row(Ask.get("/" + long500), 404),
                        row(Ask.get("/" + "x/".repeat(1000)), 404, ANY_REFUSAL),
                        row(Ask.get("/?q=" + "x".repeat(17_000)), 414),
                        row(Ask.get("/event/'%20OR%201=1%20--"), 404),
                        row(Ask.get("/static/../"), 404, ANY_REFUSAL)));
    }

    @ParameterizedTest
    @EnumSource
    void anOddQueryIsRefusedOrLeftAlone(Way way) {
        assertRows(
                way,
                List.of(
                        row(Ask.get("/?date="), 200),
                        row(Ask.get("/?"), 200),
                        row(Ask.get("/?&&==&"), 200),
                        row(Ask.get("/?nonsense=1&view=day"), 200),
                        row(Ask.get("/?date=2026-11-22&date=x"), 200),
                        row(Ask.get("/?plain+words"), 200),
                        row(Ask.get("/?-d+-s"), 200),
                        row(Ask.get("/?date=2026-02-30"), 422),
                        row(Ask.get("/?date=2026-13-01"), 422),
                        row(Ask.get("/?date=0000-01-01"), 422),
                        row(Ask.get("/?date=10000-01-01"), 422),
                        row(Ask.get("/?date=-001-01-01"), 422),
                        row(Ask.get("/?date=today"), 422),
                        row(Ask.get("/?date=%3Cscript%3Ealert(1)%3C/script%3E"), 422),
                        row(Ask.get("/?date=" + "9".repeat(500)), 422),
                        row(Ask.get("/?date=%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%96-11-22"), 422),
                        row(Ask.get("/?view=year"), 422),
                        row(Ask.get("/?view=%22%3E%3Cb%3E"), 422),
                        row(Ask.get("/?view=day&date=2026-11-22%00"), 400),
                        row(Ask.get("/?date=%"), 400),
                        row(Ask.get("/?date=%zz"), 400),
                        row(Ask.get("/?date=%ff"), 400),
                        row(Ask.get("/?" + "a&".repeat(2100)), 413),
                        row(Ask.get("/event/~?~=../../etc"), 404),
                        row(Ask.get("/event/~"), 200)));
    }

    @ParameterizedTest
    @EnumSource
    void aMethodThatAPageDoesNotKnowIsRefused(Way way) {
        var event = "/event/plain@burrow.example.com";
        assertRows(
                way,
                List.of(
                        row(Ask.get("/").method("PUT"), 405),
                        row(Ask.get("/").method("DELETE"), 405),
                        row(Ask.get(event).method("DELETE"), 405),
                        row(Ask.get(event).method("PATCH"), 405),
                        row(Ask.get("/").method("TRACE"), 405),
                        row(Ask.get("/").method("BREW"), 405),
                        row(Ask.get("/").method("get"), 405),
                        row(Ask.get("/").method("PROPFIND"), 405)));
    }

    @ParameterizedTest
    @EnumSource
    void aFormOfTheWrongKindOrLengthIsRefused(Way way) {
        var event = "/event/plain@burrow.example.com";
        var form = Ask.form(event, "action", "accept");
        assertRows(
                way,
                List.of(
                        row(form.length("-1"), 400, ANY_REFUSAL),
                        row(form.length("many"), 400, ANY_REFUSAL),
                        row(form.length("99999999999999999999"), 413, ANY_REFUSAL),
                        row(form.length("500"), 400, ANY_REFUSAL),
                        row(form.length("1e1"), 400, ANY_REFUSAL),
                        row(form.length(null), 411, ANY_REFUSAL),
                        row(form.with("Content-Type", "application/json"), 415),
                        row(form.with("Content-Type", "text/plain"), 415),
                        row(form.with("Content-Type", ""), 415),
                        row(form.with("Content-Type", Ask.FORM + "; charset=utf-16"), 415),
                        row(form.with("Content-Type", "multipart/form-data"), 400),
                        row(form.with("Content-Type", "multipart/form-data; boundary=x"), 400),
                        row(Ask.post(event, new byte[10_000_000]), 413),
                        row(Ask.post(event, "action=%zz".getBytes(UTF_8)), 400),
                        row(Ask.post(event, "å=%C3".getBytes(UTF_8)), 400),
                        row(Ask.post(event, "a&".repeat(2100).getBytes(UTF_8)), 413),
                        row(Ask.post(event, new byte[0]), 403)));
    }

    // ---- forms

    /** The fields of the first form with an answer on a page. */
    private static String[] fields(String page, String... more) {
        // Of a form that has both: undoing has no version.
        var hidden =
                Pattern.compile(
                                "name=\"token\" value=\"([^\"]*)\">\\s*"
                                        + "<input [^>]*name=\"version\" value=\"([^\"]*)\"")
                        .matcher(page);
        assertTrue(hidden.find(), page);
        var fields = new ArrayList<>(List.of("token", hidden.group(1), "version", hidden.group(2)));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static Ask acting(Way way, String uid, String user, String... more) {
        var path = "/event/" + uid;
        var page = ask(way.front(), Ask.get(path).by(user));
        assertEquals(200, page.status(), page.body());
        return Ask.form(path, fields(page.body(), more))
                .by(user)
                .with("Origin", way.front().origin());
    }

    private static long replies(Way way, String uid) throws IOException {
        return way.instance().settled().sent().stream()
                .map(TestInstance.Sent::calendar)
                .filter(t -> t.contains("METHOD:REPLY") && t.contains("UID:" + uid + "\r\n"))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void aDoubleClickActsOnceAndSendsOneReply(Way way) throws IOException {
        var click = acting(way, "twice", VINCENT, "action", "accept", "comment", "Gladly æøå");
        var first = ask(way.front(), click);
        assertEquals(303, first.status(), first.toString());
        assertEquals(303, ask(way.front(), click).status());
        assertEquals(1, replies(way, "twice"));
        var page = Ask.get(path(first.header("Location")).substring(Front.PLACE.length()));
        assertEquals(200, ask(way.front(), page).status());
        assertEquals(0, way.instance().waiting(), "nothing is left in the outbox");
        assertEquals(
                List.of("replied"),
                way.instance().activity(VINCENT).stream()
                        .filter(a -> a.uid().equals("twice") && a.what().equals("accept"))
                        .map(a -> a.verdict().word())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aRemovedEventComesBackWithOneClick(Way way) {
        var removed = ask(way.front(), acting(way, "removed", VINCENT, "action", "remove"));
        assertEquals(303, removed.status(), removed.toString());
        var notice =
                ask(
                        way.front(),
                        Ask.get(path(removed.header("Location")).substring(Front.PLACE.length())));
        assertTrue(notice.body().contains("“Berries” was removed."), notice.body());
        assertEquals(404, ask(way.front(), Ask.get("/event/removed")).status());
        var undo = undoing(way, notice.body());
        var late = undoing(way, notice.body(), "late", "yes");
        assertEquals(303, ask(way.front(), undo).status());
        assertEquals(303, ask(way.front(), undo).status(), "twice is once");
        assertEquals(200, ask(way.front(), Ask.get("/event/removed")).status());
        assertTrue(
                ask(way.front(), Ask.get("/requests").with("Accept", "application/json"))
                        .body()
                        .contains("\"removed\""),
                "it waits for an answer again");
        assertEquals(409, ask(way.front(), late).status(), "it was undone");
    }

    /** The button of the notice on a page. */
    private static Ask undoing(Way way, String page, String... more) {
        var hidden =
                Pattern.compile(
                                "name=\"token\" value=\"([^\"]*)\">\\s*"
                                        + "<input [^>]*name=\"activity\" value=\"([^\"]*)\"")
                        .matcher(page);
        assertTrue(hidden.find(), page);
        var fields = new ArrayList<>(List.of("token", hidden.group(1)));
        fields.addAll(List.of("activity", hidden.group(2), "action", "restore"));
        fields.addAll(List.of(more));
        return from(way, "/activity", fields);
    }

    @ParameterizedTest
    @EnumSource
    void whoLogsInByAnAliasIsItsUser(Way way) throws IOException {
        assertEquals(200, ask(way.front(), Ask.get("/event/paul-only").by(ALIAS)).status());
        var click = acting(way, "by-alias", ALIAS, "action", "accept");
        assertEquals(303, ask(way.front(), click).status());
        assertEquals(1, replies(way, "by-alias"));
        assertEquals("accept", way.instance().activity(PAUL).getFirst().what());
    }

    @ParameterizedTest
    @EnumSource
    void anEventIsWrittenSavedAndSentOnceToThoseItInvites(Way way) throws IOException {
        var form = ask(way.front(), Ask.get("/new?date=2030-05-07"));
        assertEquals(200, form.status(), form.body());
        var written =
                List.of(
                        "title",
                        "Ditch digging æøå",
                        "start-date",
                        "2030-05-07",
                        "start-time",
                        "10:00",
                        "end-date",
                        "2030-05-07",
                        "end-time",
                        "12:00",
                        "place",
                        "Ditch",
                        "description",
                        "Bring\r\na spade",
                        "people",
                        "Paul Otter <" + PAUL + ">\r\n" + JORG,
                        "repeat",
                        "weekly",
                        "until",
                        "",
                        "times",
                        "3");
        var wrong = new ArrayList<>(List.of(fields(form.body(), "action", "send")));
        wrong.addAll(written);
        wrong.set(wrong.indexOf("10:00"), "ten");
        var refused = ask(way.front(), from(way, "/new", wrong));
        assertEquals(422, refused.status());
        assertTrue(refused.body().contains("Ditch digging æøå"), refused.body());
        var right = new ArrayList<>(List.of(fields(refused.body(), "action", "save")));
        right.addAll(written);
        var saved = ask(way.front(), from(way, "/new", right));
        assertEquals(303, saved.status(), saved.toString());
        assertEquals(303, ask(way.front(), from(way, "/new", right)).status(), "twice is once");
        assertEquals(0, invitations(way, "Ditch digging"), "saved, and nobody is mailed");
        // Without the notice of what was done.
        var event =
                path(saved.header("Location")).substring(Front.PLACE.length()).split("\\?", 2)[0];
        var page = ask(way.front(), Ask.get(event));
        assertEquals(200, page.status());
        assertTrue(page.body().contains("2 people haven’t been notified"), page.body());
        var send = List.of(fields(page.body(), "action", "send"));
        assertEquals(303, ask(way.front(), from(way, event, send)).status());
        assertEquals(303, ask(way.front(), from(way, event, send)).status());
        assertEquals(1, invitations(way, "Ditch digging"), "one mail for all");
        assertEquals(0, way.instance().waiting(), "nothing is left in the outbox");
        assertFalse(
                ask(way.front(), Ask.get(event))
                        .body()
                        .contains("been notified of the event as it is now"));
        assertEquals(200, ask(way.front(), Ask.get(event + "?edit=1")).status());
        assertEquals(
                403, ask(way.front(), Ask.get("/event/plain@burrow.example.com?edit=1")).status());
    }

    @ParameterizedTest
    @EnumSource
    void whatAGuestWritesIsForTheOrganiserAndWhatThePersonWroteStaysBesideTheirReply(Way way)
            throws IOException {
        var form = ask(way.front(), Ask.get("/new?date=2030-05-08"));
        var written = new ArrayList<>(List.of(fields(form.body(), "action", "send")));
        written.addAll(
                List.of(
                        "title",
                        "Hedge tour",
                        "start-date",
                        "2030-05-08",
                        "start-time",
                        "10:00",
                        "end-date",
                        "2030-05-08",
                        "end-time",
                        "12:00",
                        "people",
                        TestInstance.HARRIET,
                        "repeat",
                        "none"));
        var sent = ask(way.front(), from(way, "/new", written));
        assertEquals(303, sent.status(), sent.toString());
        var event =
                path(sent.header("Location")).substring(Front.PLACE.length()).split("\\?", 2)[0];
        var uid = URLDecoder.decode(event.substring("/event/".length()), StandardCharsets.UTF_8);
        var reply =
                TestInstance.calendar(
                                """
                                BEGIN:VEVENT
                                UID:UID
                                DTSTAMP:20300101T100000Z
                                ORGANIZER:mailto:vincent.vole@example.com
                                ATTENDEE;PARTSTAT=ACCEPTED:mailto:harriet.hare@example.com
                                COMMENT:I bring a <map>
                                END:VEVENT
                                """
                                        .replace("UID:UID", "UID:" + uid))
                        .replace("METHOD:REQUEST", "METHOD:REPLY");
        receive(
                way.instance(),
                VINCENT,
                TestInstance.mail(
                        "text/calendar; charset=utf-8; method=REPLY",
                        reply.getBytes(StandardCharsets.UTF_8)));
        var page = ask(way.front(), Ask.get(event)).body();
        assertTrue(page.contains("I bring a &lt;map&gt;"), page);
        assertTrue(page.contains("A reply to your event was recorded."), page);
        assertTrue(
                way.instance().settled().sent().stream()
                        .noneMatch(mail -> mail.calendar().contains("<map>")));
    }

    private static Ask from(Way way, String path, List<String> fields) {
        return Ask.form(path, fields.toArray(String[]::new)).with("Origin", way.front().origin());
    }

    private static long invitations(Way way, String summary) throws IOException {
        return way.instance().settled().sent().stream()
                .map(TestInstance.Sent::calendar)
                .filter(
                        t ->
                                t.contains("METHOD:REQUEST")
                                        && t.contains("SUMMARY:" + summary)
                                        && t.contains("RRULE:FREQ=WEEKLY;COUNT=3")
                                        && t.contains("RSVP=TRUE"))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void aFormFromElsewhereOrOfSomebodyElseChangesNothing(Way way) throws IOException {
        var good = acting(way, "foreign", VINCENT, "action", "accept");
        var pauls = acting(way, "paul-only", PAUL, "action", "accept");
        var ours = way.front().origin();
        assertRows(
                way,
                List.of(
                        row(Ask.form(good.target(), "action", "accept").with("Origin", ours), 403),
                        row(good.with("Origin", "http://evil.example.com"), 403),
                        row(good.with("Origin", "null"), 403),
                        row(good.with("Origin", ours + ".evil.example.com"), 403),
                        row(good.with("Sec-Fetch-Site", "cross-site"), 403),
                        row(good.with("Sec-Fetch-Site", "same-site"), 403),
                        row(good.by(PAUL), 403),
                        row(pauls.by(VINCENT), 403),
                        row(good.by(null), 403, 401),
                        row(
                                Ask.form(good.target(), "token", "x".repeat(75), "action", "accept")
                                        .with("Origin", ours),
                                403),
                        row(
                                Ask.form(good.target(), "token", "\u0000", "action", "accept")
                                        .with("Origin", ours),
                                ANY_REFUSAL,
                                ANY_REFUSAL)));
        assertEquals(0, replies(way, "foreign"));
        assertEquals(0, replies(way, "paul-only"));
        assertEquals(303, ask(way.front(), good).status(), "the form itself was good");
    }

    @ParameterizedTest
    @EnumSource
    void aFormOfAnOldVersionIsToldAndDoesNothing(Way way) throws IOException {
        var old = acting(way, "stale", VINCENT, "action", "decline", "comment", "Too <late>");
        var now = acting(way, "stale", VINCENT, "action", "accept");
        assertEquals(303, ask(way.front(), now).status());
        var answer = ask(way.front(), old);
        assertEquals(409, answer.status());
        assertTrue(answer.body().contains("Too &lt;late&gt;"), "the words are kept");
        assertEquals(1, replies(way, "stale"));
    }

    @ParameterizedTest
    @EnumSource
    void aUsedFormWithOtherContentIsToldAndDoesNothing(Way way) throws IOException {
        var page = ask(way.front(), Ask.get("/event/used"));
        var accept = List.of(fields(page.body(), "action", "accept"));
        assertEquals(303, ask(way.front(), from(way, "/event/used", accept)).status());
        var decline = List.of(fields(page.body(), "action", "decline"));
        assertEquals(409, ask(way.front(), from(way, "/event/used", decline)).status());
        assertEquals(303, ask(way.front(), from(way, "/event/used", accept)).status());
        assertEquals(1, replies(way, "used"));
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeTakenComesBackWithItsWords(Way way) throws IOException {
        var words = "</textarea><script>alert(1)</script>\n" + "å".repeat(2001);
        var tooLong = acting(way, "comment", VINCENT, "action", "accept", "comment", words);
        var answer = ask(way.front(), tooLong);
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("å".repeat(2001)), "the words are kept");
        assertFalse(answer.body().contains("<script>"), answer.body());
        for (var action : List.of("", "destroy", "ACCEPT", "counter")) {
            var odd = acting(way, "comment", VINCENT, "action", action, "comment", "Hm");
            assertEquals(422, ask(way.front(), odd).status(), action);
        }
        assertEquals(0, replies(way, "comment"));
    }

    // ---- a store or settings that do not hold

    @ParameterizedTest
    @EnumSource
    void settingsAreSavedAndHoldForTheNextPage(Way way) throws IOException {
        var person = "settings@example.com";
        var page = ask(way.front(), Ask.get("/profile").by(person));
        assertEquals(200, page.status());
        assertTrue(page.body().contains("name=\"TZID\""), page.body());
        var save =
                List.of("action", "save", "LANG", "nb", "first_weekday", "sunday", "feed", "busy");
        var form = fields(page.body(), save.toArray(String[]::new));
        var foreign = Ask.form("/profile", form).by(person).with("Origin", "https://evil.example");
        assertEquals(403, ask(way.front(), foreign).status());
        var without = Ask.form("/profile", save.toArray(String[]::new)).by(person);
        assertEquals(403, ask(way.front(), without).status());
        var own = Ask.form("/profile", form).by(person).with("Origin", way.front().origin());
        assertEquals(403, ask(way.front(), own.by(PAUL)).status(), "another person's form");
        for (int twice = 0; twice < 2; twice++) {
            var saved = ask(way.front(), own);
            assertEquals(303, saved.status(), saved.toString());
            assertTrue(saved.header("Location").endsWith("/profile?done=saved"), saved.toString());
        }
        var again = ask(way.front(), Ask.get("/profile?done=saved").by(person)).body();
        assertTrue(
                again.contains("lang=\"nb\"") && again.contains("Innstillingene er lagret."),
                again);
        var feed = Pattern.compile("value=\"[^\"]+(/feeds/[0-9a-f]{32}\\.ics)\"").matcher(again);
        assertTrue(feed.find(), again);
        Path file = way.instance().folder().resolve("published" + feed.group(1));
        assertTrue(Files.readString(file).contains("X-WR-CALNAME:"));
        if (way == Way.APACHE) {
            var served = apache.get("/freebusy" + feed.group(1));
            assertEquals(200, served.statusCode());
            assertEquals(
                    "text/calendar; charset=utf-8",
                    served.headers().firstValue("Content-Type").orElse(""));
        }
        var off = fields(again, "action", "save", "feed", "", "LANG", "", "first_weekday", "");
        var gone = Ask.form("/profile", off).by(person).with("Origin", way.front().origin());
        assertEquals(303, ask(way.front(), gone).status());
        assertFalse(Files.exists(file));
        var stale = fields(again, "action", "save", "theme", "dark");
        var late = Ask.form("/profile", stale).by(person).with("Origin", way.front().origin());
        assertNotEquals(303, ask(way.front(), late).status(), "a used form with other content");
    }

    @ParameterizedTest
    @EnumSource
    void whoChoseNoLanguageReadsTheBrowsers(Way way) {
        for (var row :
                List.of(
                        List.of("/", "de-AT,de;q=0.9,en;q=0.8", "de"),
                        List.of("/no-such/page/here", "ar", "ar"),
                        List.of("/", "sv, fi", "en"),
                        List.of("/", "", "en"))) {
            var ask = Ask.get(row.get(0)).by(JORG).with("Accept-Language", row.get(1));
            var page = ask(way.front(), ask);
            assertTrue(
                    page.body().contains("<html lang=\"" + row.get(2) + "\""), row + page.body());
        }
    }

    /** A page changes nothing, so that its form cannot be good; but sending it makes the store. */
    @Test
    void aSiteWithoutAStoreTakesTheSecondForm() throws IOException {
        var instance = TestInstance.in(Way.BARE.instance().installation(), folder.resolve("new"));
        var front = new Front.Bare(instance);
        assertEquals(403, ask(front, newEvent(front)).status());
        assertEquals(303, ask(front, newEvent(front)).status());
        assertEquals(1, instance.uids(VINCENT).size());
    }

    private static Ask newEvent(Front front) {
        var form = ask(front, Ask.get("/new?date=2030-05-07"));
        return Ask.form(
                        "/new",
                        fields(
                                form.body(),
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
                                "12:00"))
                .with("Origin", front.origin());
    }

    @ParameterizedTest
    @EnumSource
    void aLockedStoreLetsPeopleReadAndTellsWhoActsToTryAgain(Way way)
            throws IOException, SQLException {
        way.instance().set("STORE_TIMEOUT_SECONDS = 1");
        var click = acting(way, "locked", VINCENT, "action", "accept");
        var url = "jdbc:sqlite:" + way.instance().database();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            var busy = ask(way.front(), click);
            assertEquals(503, busy.status(), busy.toString());
            assertNotEquals("", busy.header("Retry-After"));
            assertRows(
                    way,
                    List.of(
                            row(Ask.get("/"), 200),
                            row(Ask.get("/event/locked"), 200),
                            row(Ask.get("/requests"), 200),
                            row(Ask.get("/activity"), 200)));
            if (way == Way.BARE) {
                assertTrue(busy.err().contains("locked by another process"), busy.err());
            }
            statement.execute("ROLLBACK");
        }
        assertEquals(303, ask(way.front(), click).status(), "the same form, afterwards");
        assertEquals(1, replies(way, "locked"));
    }

    /** What may have become of the store's file. */
    enum Trouble {
        DAMAGED,
        FOLDER,
        UNREADABLE,
        CUT_SHORT,
        FOREIGN;

        private void befall(Path file) throws IOException, SQLException {
            switch (this) {
                case DAMAGED -> Files.write(file, "no database at all".repeat(500).getBytes(UTF_8));
                case FOLDER -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                }
                case UNREADABLE ->
                        Files.setPosixFilePermissions(
                                file, PosixFilePermissions.fromString("---------"));
                case CUT_SHORT -> {
                    var whole = Files.readAllBytes(file);
                    Files.write(file, java.util.Arrays.copyOf(whole, 6000));
                }
                case FOREIGN -> {
                    Files.delete(file);
                    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                            var statement = connection.createStatement()) {
                        statement.execute("CREATE TABLE somebody_elses (x)");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatCannotBeReadIsToldInOneLine(Trouble trouble) throws IOException, SQLException {
        var instance =
                TestInstance.in(Way.BARE.instance().installation(), folder.resolve(trouble.name()));
        var front = new Front.Bare(instance);
        receive(instance, VINCENT, TestInstance.invitation(VINCENT, "Berries", "one"));
        var form = Ask.form("/event/one", fields(ask(front, Ask.get("/event/one")).body()));
        trouble.befall(instance.database());
        for (var ask : List.of(Ask.get("/"), Ask.get("/event/one"), Ask.get("/requests"), form)) {
            var answer = ask(front, ask);
            assertEquals(503, answer.status(), answer.toString());
            assertFalse(answer.body().contains(folder.toString()), "no path of ours");
            assertEquals(1, answer.err().lines().count(), answer.err());
            assertTrue(answer.err().contains(instance.database().toString()), answer.err());
        }
    }

    @Test
    void settingsThatDoNotHoldAreToldToTheLogAlone() throws IOException {
        var instance =
                TestInstance.in(Way.BARE.instance().installation(), folder.resolve("settings"));
        var front = new Front.Bare(instance);
        instance.set("STORE_DRI = \"/somewhere/secret\"");
        assertNotSetUp(front, instance, "config.txt", ":8:", "STORE_DRI", "STORE_DIR");
        Files.writeString(instance.config(), "\n\nSTORE_TIMEOUT_SECONDS = \"long\"\n");
        assertNotSetUp(front, instance, "config.txt", ":3:", "STORE_TIMEOUT_SECONDS");
        Files.write(instance.config(), new byte[] {(byte) 0xff, 0, 7, '\n'});
        assertNotSetUp(front, instance, "config.txt");
        Files.delete(instance.config());
        assertNotSetUp(front, instance, "config.txt", "IMIP_AGENT_CONFIG");
        Files.createDirectory(instance.config());
        assertNotSetUp(front, instance, "config.txt", "IMIP_AGENT_CONFIG");
    }

    private static void assertNotSetUp(Front front, TestInstance instance, String... words) {
        for (var ask : List.of(Ask.get("/"), Ask.form("/event/x", "action", "accept"))) {
            var answer = ask(front, ask);
            assertEquals(500, answer.status(), answer.toString());
            assertTrue(answer.body().contains("Not set up"), answer.body());
            for (var inside : List.of(instance.folder().toString(), "config", "STORE", "secret")) {
                assertFalse(answer.body().contains(inside), answer.body());
            }
            var missing =
                    List.of(words).stream()
                            .filter(word -> !answer.err().contains(word))
                            .collect(Collectors.joining(", "));
            assertEquals("", missing, answer.err());
        }
    }

    /** The same through Apache: its own log has the reason. */
    @Test
    void apachesLogHasTheReason() throws IOException {
        var front = Way.APACHE.front();
        var config = Way.APACHE.instance().config();
        var good = Files.readString(config);
        try {
            Way.APACHE.instance().set("STORE_DRI = 1");
            var answer = front.ask(Ask.get("/"));
            assertEquals(500, answer.status());
            assertTrue(answer.body().contains("Not set up"), answer.body());
            assertTrue(apache.log().contains("STORE_DRI"), apache.log());
        } finally {
            Files.writeString(config, good);
        }
        assertEquals(200, ask(front, Ask.get("/")).status());
        assertFalse(apache.log().contains("Premature end"), apache.log());
    }
}
