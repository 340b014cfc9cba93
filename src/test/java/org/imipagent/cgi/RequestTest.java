package org.imipagent.cgi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    private static final String URLENCODED = "application/x-www-form-urlencoded";

    @Test
    void aPlainGetIsUnderstood() {
        var request =
                read(
                        Map.of(
                                "REQUEST_METHOD", "GET",
                                "SCRIPT_NAME", "/imip-manager",
                                "PATH_INFO", "/event/event1@example.com",
                                "REQUEST_URI",
                                        "/imip-manager/event/event1%40example.com?view=week&date=2026-01-05",
                                "QUERY_STRING", "view=week&date=2026-01-05",
                                "REMOTE_USER", "vincent.vole@example.com",
                                "HTTP_ACCEPT", "application/json"));
        assertEquals(HttpMethod.GET, request.method());
        assertEquals("vincent.vole@example.com", request.user());
        assertEquals(List.of("event", "event1@example.com"), request.path());
        assertEquals("week", request.query().text("view"));
        assertEquals("2026-01-05", request.query().text("date"));
        assertEquals("", request.query().text("q"));
        assertEquals("/imip-manager/new", request.links().to("new"));
        assertTrue(request.wantsJson());
        assertEquals(Form.NONE, request.form());
    }

    @Test
    void anEmptyEnvironmentIsAnUnknownMethod() {
        assertRefused(405, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BREW", "get", "POST ", "", "PROPFIND", "G\u0130T"})
    void anUnknownMethodIsAnswered405(String method) {
        assertRefused(405, Map.of("REQUEST_METHOD", method));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/m/event/%",
                "/m/event/%2",
                "/m/event/%zz",
                "/m/event/%2g",
                "/m/event/a%00b",
                "/m/event/%ff",
                "/m/event/%c0%af",
                "/m/event/%ed%a0%80",
                "/m/event/\u00e9",
                "/m/event/%f0%9f%98",
                "/m/event/a\0b",
                "/m/%uFF0e",
                "/m/event/%\u0662\u0660"
            })
    void aPathThatCannotBeDecodedIsAnswered400(String uri) {
        assertRefused(400, get(uri, "/m", "/event/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/m/..",
                "/m/../etc/passwd",
                "/m/event/..",
                "/m/event/%2e%2e",
                "/m/event/%2E%2e/x",
                "/m/./event",
                "/m//event",
                "//m/event",
                "/m/event//x",
                "/m/event/..%2fx",
                "/m/event/%2e%2e%2f%2e%2e%2fetc",
                "/m/event/a%2f..%2fb",
                "/m/event/.",
                "http://x/m/../y",
                "/m/event/x//"
            })
    void dotsAndDoubledSlashesAreAnswered404(String uri) {
        assertRefused(404, get(uri, "/m", "/event/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..", "/event/../x", "//event", "/event//x", "/./x", "/event/."})
    void dotsAndDoubledSlashesAreRefusedInPathInfoToo(String pathInfo) {
        assertRefused(404, get("", "/m", pathInfo));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/event/a\0b", "/event/\uFFFD\uFFFD"})
    void pathInfoThatCannotBeReadIsAnswered400(String pathInfo) {
        assertRefused(400, get("", "/m", pathInfo));
    }

    /**
     * What Apache 2.4.71 gives a program for the same address under AllowEncodedSlashes On, then
     * NoDecode.
     */
    @ParameterizedTest
    @CsvSource({
        "/m/event/a%2Fb,    /event/a/b,   a/b",
        "/m/event/a%2Fb,    /event/a%2Fb, a/b",
        "/m/event/a%2fb,    /event/a%2fb, a/b",
        "/m/event/a%252Fb,  /event/a%2Fb, a%2Fb",
        "/m/event/100%25,   /event/100%,  100%",
        "/m/event/a%5Cb,    /event/a\\b,  a\\b",
        "/m/event/a+b;c=d,  /event/a+b;c=d, a+b;c=d",
        "/m/event/%F0%9F%98%80%20x, /event/😀 x, 😀 x",
        "/m/event/%F0%9F%98%80%20x, /event/\uFFFD\uFFFD\uFFFD\uFFFD x, 😀 x",
        "http://h:8080/m/event/a%2Fb?q, /event/a/b, a/b",
        "'',                /event/a%2Fb, a%2Fb",
    })
    void aUidArrivesAsItWas(String uri, String pathInfo, String uid) {
        assertEquals(List.of("event", uid), read(get(uri, "/m", pathInfo)).path());
    }

    @Test
    void pathInfoIsTakenWhenARewritingRuleMadeAnotherPathOfIt() {
        assertEquals(
                List.of("event", "x"),
                read(get("/calendar/x", "/imip-manager", "/event/x")).path());
    }

    @ParameterizedTest
    @CsvSource({"/m, ''", "/m/, /", "'', ''", "'', /", "/m?x=1, ''"})
    void theFirstPageHasNoSegments(String uri, String pathInfo) {
        assertEquals(List.of(), read(get(uri, "/m", pathInfo)).path());
    }

    @Test
    void aSlashAtTheEndChangesNothing() {
        assertEquals(List.of("requests"), read(get("/m/requests/", "/m", "/requests/")).path());
    }

    @Test
    void aSiteMountedAtTheRootIsReadTheSameWay() {
        assertEquals(List.of("event", "a/b"), read(get("/event/a%2Fb", "", "/event/a%2Fb")).path());
    }

    /**
     * Whatever the UID, each kind of server gives it back: Apache with AllowEncodedSlashes Off too,
     * since it has no encoded slash.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "event1@example.com",
                "a/b",
                "..",
                ".",
                "",
                "~",
                "~~",
                "/",
                "//",
                "a//b/../c",
                "100%",
                "a%2Fb",
                "%00",
                "a b+c",
                "😀",
                "Ærlig talt: møte på Åsen",
                "a?b#c&d=e;f",
                "\\..\\x",
                "line\nbreak\ttab\u007f",
                "\"'<>",
                "İstanbul ı",
                "\u202e\u0301",
                "~=~"
            })
    void everyUidTravelsThroughALink(String uid) {
        for (var text : List.of(uid, uid.repeat(100))) {
            var link = Links.below("/imip-manager", "").to("event", text, "20260105T090000Z");
            int question = link.indexOf('?');
            var path = question < 0 ? link : link.substring(0, question);
            assertFalse(
                    path.contains("%2F"),
                    "Apache answers 404 by itself to an encoded slash: " + path);
            var environment =
                    new HashMap<>(
                            Map.of(
                                    "REQUEST_METHOD",
                                    "GET",
                                    "SCRIPT_NAME",
                                    "/imip-manager",
                                    "PATH_INFO",
                                    Percent.decode(path.substring("/imip-manager".length())),
                                    "QUERY_STRING",
                                    question < 0 ? "" : link.substring(question + 1)));
            assertEquals(List.of("event", text, "20260105T090000Z"), read(environment).path());
            environment.put("REQUEST_URI", link);
            assertEquals(List.of("event", text, "20260105T090000Z"), read(environment).path());
            assertEquals(List.of(), read(environment).query().fields());
        }
    }

    @Test
    void severalTextsTravelBesideThePathInOrder() {
        var link = Links.below("", "").to("event", "a/b", "..");
        assertEquals("/event/~/~?~=a%2Fb&~=..", link);
        var environment =
                Map.of(
                        "REQUEST_METHOD",
                        "GET",
                        "PATH_INFO",
                        "/event/~/~",
                        "QUERY_STRING",
                        "~=a%2Fb&x=1&~=..");
        assertEquals(List.of("event", "a/b", ".."), read(environment).path());
        assertEquals("1", read(environment).query().text("x"));
    }

    @Test
    void aTildeWithoutATextIsATilde() {
        assertEquals(List.of("event", "~"), read(get("", "", "/event/~")).path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "%00=a", "a=%ff", "a=b&c=%e9", "\u00e9=1"})
    void aQueryThatCannotBeDecodedIsAnswered400(String query) {
        assertRefused(400, Map.of("REQUEST_METHOD", "GET", "QUERY_STRING", query));
    }

    @Test
    void fieldsKeepTheirOrderAndAreDecodedOnce() {
        var query = new Query(Fields.decode("b=2&a=1&&b=%2525&c&=d&e=f=g&h=+%2B", 20));
        assertEquals(List.of("2", "%25"), query.all("b"));
        assertEquals("2", query.text("b"));
        assertTrue(query.has("c"));
        assertFalse(query.has("x"));
        assertEquals("f=g", query.text("e"));
        assertEquals(" +", query.text("h"));
        assertEquals("d", query.text(""));
    }

    @Test
    void tooManyFieldsAreAnswered413() {
        assertEquals(3, Fields.decode("a&b&c", 3).size());
        var failure = assertThrows(Failure.class, () -> Fields.decode("a&b&c&d", 3));
        assertEquals(413, failure.status());
    }

    @Test
    void aLongAddressIsAnswered414() {
        assertRefused(414, Map.of("REQUEST_METHOD", "GET", "QUERY_STRING", "a".repeat(20_000)));
        assertRefused(414, get("/m/" + "a".repeat(20_000), "/m", "/x"));
        assertRefused(414, get("", "/m", "/" + "a".repeat(20_000)));
    }

    @Test
    void aFormIsRead() {
        var request = post("action=accept&comment=Ja%2C+jeg+kommer+%F0%9F%98%80%0D%0A", URLENCODED);
        assertEquals("accept", request.form().text("action"));
        assertEquals("Ja, jeg kommer 😀\r\n", request.form().text("comment"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; charset=UTF-8",
                "APPLICATION/X-WWW-FORM-URLENCODED;charset=\"utf-8\"",
                "application/x-www-form-urlencoded ;x=y"
            })
    void theTypeOfAFormMayBeWrittenInSeveralWays(String type) {
        assertEquals("1", post("a=1", type).form().text("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/json",
                "application/x-www-form-urlencoded; charset=iso-8859-1",
                ";;;",
                "text/x-www-form-urlencoded",
                "multipart/mixed; boundary=x"
            })
    void anotherTypeOfFormIsAnswered415(String type) {
        assertRefused(415, postEnvironment("a=1", type), "a=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "+3", " 3", "0x3", "3 3", "٣", "NaN"})
    void aLengthThatIsNoNumberIsAnswered400(String length) {
        assertRefused(
                400,
                Map.of(
                        "REQUEST_METHOD",
                        "POST",
                        "CONTENT_TYPE",
                        URLENCODED,
                        "CONTENT_LENGTH",
                        length),
                "a=1");
        assertRefused(400, Map.of("REQUEST_METHOD", "GET", "CONTENT_LENGTH", length));
    }

    @Test
    void aBodyShorterThanItsLengthIsAnswered400() {
        assertRefused(
                400,
                Map.of("REQUEST_METHOD", "POST", "CONTENT_TYPE", URLENCODED, "CONTENT_LENGTH", "4"),
                "a=1");
    }

    @Test
    void whatComesAfterTheLengthIsNotRead() throws IOException {
        var body = stream("a=1&b=2");
        var request =
                HttpRequest.read(
                        Map.of(
                                "REQUEST_METHOD",
                                "POST",
                                "CONTENT_TYPE",
                                URLENCODED,
                                "CONTENT_LENGTH",
                                "3"),
                        body,
                        RequestLimits.USUAL);
        assertEquals(1, request.form().fields().size());
        assertEquals(4, body.available());
    }

    @Test
    void aPostWithoutALengthIsAnswered411() {
        assertRefused(411, Map.of("REQUEST_METHOD", "POST", "CONTENT_TYPE", URLENCODED), "a=1");
    }

    @Test
    void anEmptyPostHasNoFields() {
        assertEquals(Form.NONE, post("", "").form());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1048577",
                "10000000",
                "2147483648",
                "9223372036854775807",
                "99999999999999999999999"
            })
    void aBodyOverTheLimitIsAnswered413AndNotRead(String length) {
        var environment =
                Map.of(
                        "REQUEST_METHOD",
                        "POST",
                        "CONTENT_TYPE",
                        URLENCODED,
                        "CONTENT_LENGTH",
                        length);
        var failure =
                assertThrows(
                        Failure.class,
                        () -> HttpRequest.read(environment, new Unreadable(), RequestLimits.USUAL));
        assertEquals(413, failure.status());
    }

    @Test
    void aBodyAsLongAsTheLimitIsRead() {
        var limits = RequestLimits.USUAL.withBodies(3, 0);
        var environment = postEnvironment("a=1", URLENCODED);
        assertEquals("1", HttpRequest.read(environment, stream("a=1"), limits).form().text("a"));
    }

    @Test
    void aBodyThatCannotBeReadIsAnswered400() {
        var environment = postEnvironment("a=1", URLENCODED);
        var failure =
                assertThrows(
                        Failure.class,
                        () -> HttpRequest.read(environment, new Unreadable(), RequestLimits.USUAL));
        assertEquals(400, failure.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%ff", "a=%00", "a=é"})
    void aFormThatCannotBeDecodedIsAnswered400(String form) {
        assertRefused(400, postEnvironment(form, URLENCODED), form);
    }

    @Test
    void onlyTheWebServersOwnWordSaysWhoThePersonIs() {
        var request =
                read(
                        Map.of(
                                "REQUEST_METHOD",
                                "GET",
                                "HTTP_REMOTE_USER",
                                "mallory",
                                "REDIRECT_REMOTE_USER",
                                "eve"));
        assertEquals("", request.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"j\uFFFD\uFFFDrg", "a\nb", "a\u007f"})
    void aUserNameThatCannotBeReadIsAnswered403(String user) {
        assertRefused(403, Map.of("REQUEST_METHOD", "GET", "REMOTE_USER", user));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                                               false",
        "*/*,                                                              false",
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false",
        "application/json,                                                 true",
        "APPLICATION/JSON,                                                 true",
        "'application/json, text/html;q=0.9',                              true",
        "'application/json;q=0.5, text/html;q=0.9',                        false",
        "'application/*, text/html;q=0.001',                               true",
        "'application/json;q=0',                                           false",
        "'text/*;q=0.3, */*;q=0.7',                                        true",
        "'application/json;q=, ;;q=0;,,',                                  false",
        "image/png,                                                        false",
    })
    void jsonIsAnsweredOnlyToThoseWhoWantItMore(String accept, boolean json) {
        var request = read(Map.of("REQUEST_METHOD", "GET", "HTTP_ACCEPT", accept));
        assertEquals(json, request.wantsJson());
    }

    @Test
    void filesAreReadFromAForm() {
        var body =
                """
                --xYz
                Content-Disposition: form-data; name="token"

                abc
                --xYz
                Content-Disposition: form-data; name="file"; filename="m\u00f8te; \\"1\\".ics"
                Content-Type: text/calendar

                BEGIN:VCALENDAR
                END:VCALENDAR

                --xYz
                content-disposition: form-data; name=empty; filename=""


                --xYz--
                """
                        .replace("\n", "\r\n");
        var form = post(body, "multipart/form-data; boundary=xYz").form();
        assertEquals("abc", form.text("token"));
        assertEquals(1, form.fields().size());
        assertEquals("file", form.files().getFirst().field());
        assertEquals("m\u00f8te; \"1\".ics", form.files().getFirst().fileName());
        assertArrayEquals(
                "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8),
                form.files().getFirst().content());
        assertEquals(0, form.files().get(1).content().length);
    }

    @Test
    void aFileMayHoldWhatLooksLikeABoundary() {
        var content = "\r\n--xY\r\n\r\n--x\0";
        var body =
                "--xYz\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n"
                        + content
                        + "\r\n--xYz--";
        var form = post(body, "multipart/form-data; boundary=\"xYz\"").form();
        assertArrayEquals(
                content.getBytes(StandardCharsets.UTF_8), form.files().getFirst().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "--b",
                "--b\r\n",
                "--b\r\n\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n",
                "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b--",
                "--bb\r\n\r\n\r\n--bb--",
                "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b"
            })
    void aBrokenFormWithFilesIsAnswered400(String body) {
        var padded = body.isEmpty() ? " " : body;
        assertRefused(400, postEnvironment(padded, "multipart/form-data; boundary=b"), padded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"x"
            })
    void aFormWithFilesNeedsABoundary(String type) {
        assertRefused(400, postEnvironment("--x--", type), "--x--");
    }

    @Test
    void tooManyPartsAreAnswered413() {
        var part = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n";
        var body = part.repeat(2001) + "--b--";
        assertRefused(413, postEnvironment(body, "multipart/form-data; boundary=b"), body);
    }

    private static Map<String, String> get(String uri, String scriptName, String pathInfo) {
        return Map.of(
                "REQUEST_METHOD",
                "GET",
                "REQUEST_URI",
                uri,
                "SCRIPT_NAME",
                scriptName,
                "PATH_INFO",
                pathInfo);
    }

    private static Map<String, String> postEnvironment(String body, String type) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return Map.of(
                "REQUEST_METHOD",
                "POST",
                "CONTENT_TYPE",
                type,
                "CONTENT_LENGTH",
                Integer.toString(length));
    }

    private static HttpRequest post(String body, String type) {
        return HttpRequest.read(postEnvironment(body, type), stream(body), RequestLimits.USUAL);
    }

    private static HttpRequest read(Map<String, String> environment) {
        return HttpRequest.read(environment, new Unreadable(), RequestLimits.USUAL);
    }

    private static void assertRefused(int status, Map<String, String> environment) {
        assertEquals(status, assertThrows(Failure.class, () -> read(environment)).status());
    }

    private static void assertRefused(int status, Map<String, String> environment, String body) {
        var failure =
                assertThrows(
                        Failure.class,
                        () -> HttpRequest.read(environment, stream(body), RequestLimits.USUAL));
        assertEquals(status, failure.status());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A GET reads no body, and a body that is too long is not read either. */
    private static final class Unreadable extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("nobody should read this");
        }

        @Override
        public int read(byte[] octets, int from, int length) throws IOException {
            throw new IOException("nobody should read this");
        }
    }
}
