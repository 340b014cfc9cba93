package org.imipagent.cgi;

import static org.imipagent.cgi.Routes.get;
import static org.imipagent.cgi.Routes.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final String USER = "vincent.vole@example.com";
    private static final Tokens TOKENS = new Tokens(new byte[32]);
    private static final Routes ROUTES =
            Routes.table(
                    get("/", r -> HttpResponse.html("the calendar of " + r.user())),
                    get("/new", r -> HttpResponse.html("new")),
                    post(
                            "/new",
                            r ->
                                    HttpResponse.redirect(
                                            303, r.links().to("event", r.form().text("summary")))),
                    get(
                            "/broken",
                            r -> {
                                throw new IllegalStateException(
                                        "secret inside\nsecond line \u001b[31m");
                            }),
                    get("/deep", r -> HttpResponse.html("deep " + endless(0))),
                    get(
                            "/gone",
                            r -> {
                                throw Failure.busy("Busy", "The store is <locked>.", 5)
                                        .logging("store locked");
                            }),
                    get("/event/{uid}", r -> HttpResponse.html("event " + r.segment("uid"))),
                    get(
                            "/event/{uid}/{recurrence}",
                            r ->
                                    HttpResponse.html(
                                            r.segment("uid") + " at " + r.segment("recurrence"))),
                    get(
                            "/{uid}",
                            r ->
                                    HttpResponse.redirect(
                                            301, r.links().to("event", r.segment("uid")))));

    private final Site site =
            new Site(ROUTES, FailurePage.PLAIN, RequestLimits.USUAL, () -> TOKENS, false);

    @Test
    void thePageOfTheRouteIsAnswered() {
        assertEquals("the calendar of " + USER, ask(site, "GET", "/").body());
        assertEquals("new", ask(site, "GET", "/new").body());
        assertEquals("event a/b", ask(site, "GET", "/event/a%2Fb").body());
        assertEquals("x at 20260105T090000Z", ask(site, "GET", "/event/x/20260105T090000Z").body());
    }

    @Test
    void theFormOfLinksInOldMessagesLeadsToTheEvent() {
        var answer = ask(site, "GET", "/event1%40example.com");
        assertEquals(301, answer.status());
        assertTrue(answer.head().contains("Location: /m/event/event1%40example.com\r\n"));
    }

    @Test
    void headIsAnsweredAsGetWithoutTheBody() {
        var answer = ask(site, "HEAD", "/new");
        assertEquals(200, answer.status());
        assertEquals("", answer.body());
        assertTrue(answer.head().contains("Content-Length: 3\r\n"));
        assertEquals("", ask(site, "HEAD", "/broken").body());
        assertEquals("", ask(site, "HEAD", "/a/b/c/d").body());
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /,       'GET, HEAD, OPTIONS'",
        "PUT,    /new,    'GET, HEAD, POST, OPTIONS'",
        "DELETE, /event/x,'GET, HEAD, OPTIONS'",
        "TRACE,  /x,      'GET, HEAD, OPTIONS'",
    })
    void aMethodThatThePageDoesNotHaveIsAnswered405WithThoseItHas(
            String method, String path, String allow) {
        var environment = environment(method, path);
        environment.put("HTTP_SEC_FETCH_SITE", "same-origin");
        var answer = ask(site, environment, "token=" + TOKENS.issue(USER, NOW));
        assertEquals(405, answer.status());
        assertTrue(answer.head().contains("Allow: " + allow + "\r\n"), answer.head());
    }

    @Test
    void optionsAreAnsweredWithTheMethodsOfThePage() {
        var answer = ask(site, "OPTIONS", "/new");
        assertEquals(204, answer.status());
        assertTrue(answer.head().contains("Allow: GET, HEAD, POST, OPTIONS\r\n"));
    }

    @Test
    void anUnknownPageIsAnswered404() {
        var answer = ask(site, "GET", "/a/b/c/d");
        assertEquals(404, answer.status());
        assertTrue(answer.body().contains("<h1>Not found</h1>"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /m/event/%zz, 400",
        "GET, /m/event/a%00b, 400",
        "GET, /m/event/%2e%2e, 404",
        "GET, /m/../x, 404",
        "GET, /m//event, 404",
        "BREW, /m/, 405",
        "GET, *, 200",
        "GET, ?, 200",
        "GET, http://, 200"
    })
    void badRequestsAreAnsweredByAPageOfOurs(String method, String uri, int status) {
        var environment = environment(method, "/");
        environment.put("REQUEST_URI", uri);
        var answer = ask(site, environment, "");
        assertEquals(status, answer.status());
        assertFalse(answer.body().contains("Exception"));
        assertTrue(answer.head().contains("Content-Security-Policy: default-src 'none'"));
    }

    @Test
    void whoeverIsNotLoggedInIsAnswered403() {
        var environment = environment("GET", "/");
        environment.remove("REMOTE_USER");
        environment.put("HTTP_REMOTE_USER", USER);
        environment.put("HTTP_AUTHORIZATION", "Basic eDp5");
        var answer = ask(site, environment, "");
        assertEquals(403, answer.status());
        assertTrue(answer.log().contains("no REMOTE_USER"));
    }

    @Test
    void aFaultShowsTheBrowserAReferenceAndTheLogEverything() {
        var answer = ask(site, "GET", "/broken");
        assertEquals(500, answer.status());
        var reference = answer.log().substring(0, answer.log().indexOf(' '));
        assertTrue(answer.body().contains(reference));
        assertFalse(answer.body().contains("secret"));
        assertFalse(answer.body().contains("Exception"));
        assertTrue(
                answer.log()
                        .contains(
                                "500 at GET /m/broken: java.lang.IllegalStateException: secret inside"));
        assertTrue(answer.log().contains("SiteTest"));
        assertFalse(answer.log().contains("\u001b"));
        assertTrue(answer.log().lines().allMatch(line -> line.startsWith(reference)), answer.log());
    }

    @Test
    void aPageThatRunsOutOfStackIsAnswered500() {
        assertEquals(500, ask(site, "GET", "/deep").status());
    }

    @Test
    void aFailureKeepsItsStatusHeadersAndTextAndIsEscaped() {
        var answer = ask(site, "GET", "/gone");
        assertEquals(503, answer.status());
        assertTrue(answer.head().contains("Retry-After: 5\r\n"));
        assertTrue(answer.body().contains("The store is &lt;locked&gt;."));
        assertTrue(answer.log().contains("store locked"));
    }

    @Test
    void theSiteDrawsItsFailures() {
        var styled =
                new Site(
                        ROUTES,
                        (f, r) -> HttpResponse.html("<b>" + f.title() + "</b>"),
                        RequestLimits.USUAL,
                        () -> TOKENS,
                        false);
        var answer = ask(styled, "GET", "/a/b/c/d");
        assertEquals(404, answer.status());
        assertEquals("<b>Not found</b>", answer.body());
    }

    @Test
    void aFailurePageThatFailsIsReplacedByThePlainOne() {
        var broken =
                new Site(
                        ROUTES,
                        (f, r) -> {
                            throw new IllegalStateException("no template");
                        },
                        RequestLimits.USUAL,
                        () -> TOKENS,
                        false);
        var answer = ask(broken, "GET", "/a/b/c/d");
        assertEquals(404, answer.status());
        assertTrue(answer.body().contains("<h1>Not found</h1>"));
        assertTrue(answer.log().contains("no template"));
    }

    @Test
    void aBrowserThatWentAwayIsNoFault() {
        var closed =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        var err = new ByteArrayOutputStream();
        var answered =
                site.answer(
                        environment("GET", "/"),
                        new ByteArrayInputStream(new byte[0]),
                        closed,
                        printer(err),
                        NOW,
                        42);
        assertEquals(200, answered.status());
        assertTrue(
                err.toString(StandardCharsets.UTF_8).contains("could not be written: Broken pipe"));
    }

    /** Otherwise Apache loses the answer: see {@link ServerBody}. */
    @ParameterizedTest
    @CsvSource({"POST, 413", "PUT, 405", "GET, 200", "BREW, 405"})
    void aBodyThatNobodyWantsIsReadToItsEndBeforeTheAnswer(String method, int status) {
        var environment = environment(method, "/");
        environment.put("CONTENT_TYPE", "application/x-www-form-urlencoded");
        environment.put("CONTENT_LENGTH", "3000000");
        var in = new ByteArrayInputStream(new byte[3_000_005]);
        var nowhere = new ByteArrayOutputStream();
        assertEquals(
                status, site.answer(environment, in, nowhere, printer(nowhere), NOW, 42).status());
        assertEquals(5, in.available());
    }

    @Test
    void aChunkedBodyIsReadToItsEndToo() {
        var environment = environment("POST", "/new");
        environment.put("HTTP_TRANSFER_ENCODING", "chunked");
        var in = new ByteArrayInputStream(new byte[100_000]);
        var nowhere = new ByteArrayOutputStream();
        assertEquals(
                411, site.answer(environment, in, nowhere, printer(nowhere), NOW, 42).status());
        assertEquals(0, in.available());
    }

    @Test
    void aBodyWithoutEndIsNotReadForEver() {
        var environment = environment("POST", "/new");
        environment.put("CONTENT_TYPE", "application/x-www-form-urlencoded");
        environment.put("CONTENT_LENGTH", "99999999999999999999");
        var endless =
                new InputStream() {
                    private long read;

                    @Override
                    public int read() {
                        read++;
                        return 0;
                    }

                    @Override
                    public int read(byte[] octets, int from, int length) {
                        read += length;
                        return length;
                    }
                };
        var nowhere = new ByteArrayOutputStream();
        assertEquals(
                413,
                site.answer(environment, endless, nowhere, printer(nowhere), NOW, 42).status());
        assertEquals(ServerBody.MOST, endless.read);
    }

    @Test
    void aFormWithATokenActs() {
        var answer = send(site, TOKENS.issue(USER, NOW), Map.of());
        assertEquals(303, answer.status());
        assertTrue(answer.head().contains("Location: /m/event/x\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aFormWithoutAGoodTokenIsRefused(String token) {
        assertEquals(403, send(site, token, Map.of()).status());
        assertEquals(403, send(site, token, Map.of("HTTP_SEC_FETCH_SITE", "same-origin")).status());
    }

    @Test
    void aTokenOfSomebodyElseIsRefused() {
        assertEquals(403, send(site, TOKENS.issue("mallory@example.com", NOW), Map.of()).status());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_SEC_FETCH_SITE, same-origin, 303",
        "HTTP_SEC_FETCH_SITE, none, 303",
        "HTTP_SEC_FETCH_SITE, same-site, 403",
        "HTTP_SEC_FETCH_SITE, cross-site, 403",
        "HTTP_SEC_FETCH_SITE, rubbish, 403",
        "HTTP_ORIGIN, http://calendar.example.com, 303",
        "HTTP_ORIGIN, http://CALENDAR.example.com:80, 303",
        "HTTP_ORIGIN, https://calendar.example.com, 403",
        "HTTP_ORIGIN, http://calendar.example.com:8080, 403",
        "HTTP_ORIGIN, http://evil.example, 403",
        "HTTP_ORIGIN, http://calendar.example.com.evil.example, 403",
        "HTTP_ORIGIN, null, 403",
        "HTTP_REFERER, http://calendar.example.com/m/new, 303",
        "HTTP_REFERER, http://calendar.example.com, 303",
        "HTTP_REFERER, http://evil.example/http://calendar.example.com/, 403",
        "HTTP_REFERER, rubbish, 403",
        "HTTP_X_FORWARDED_HOST, other.example, 303",
    })
    void aFormMustComeFromAPageOfOurs(String header, String value, int status) {
        assertEquals(status, send(site, TOKENS.issue(USER, NOW), Map.of(header, value)).status());
    }

    @Test
    void theBrowsersOwnVerdictCountsMoreThanNamesThatAProxyChanged() {
        var headers =
                Map.of(
                        "HTTP_SEC_FETCH_SITE",
                        "same-origin",
                        "HTTP_ORIGIN",
                        "https://public.example.com");
        assertEquals(303, send(site, TOKENS.issue(USER, NOW), headers).status());
    }

    @Test
    void anHttpsOriginMatchesAnHttpsRequest() {
        var headers = Map.of("HTTP_ORIGIN", "https://calendar.example.com", "HTTPS", "on");
        assertEquals(303, send(site, TOKENS.issue(USER, NOW), headers).status());
    }

    @Test
    void forwardedNamesAreBelievedOnlyWhereTheSiteSaysSo() {
        var headers =
                Map.of(
                        "HTTP_ORIGIN", "https://public.example.com",
                        "HTTP_X_FORWARDED_PROTO", "https",
                        "HTTP_X_FORWARDED_HOST", "public.example.com");
        var proxied = new Site(ROUTES, FailurePage.PLAIN, RequestLimits.USUAL, () -> TOKENS, true);
        assertEquals(403, send(site, TOKENS.issue(USER, NOW), headers).status());
        assertEquals(303, send(proxied, TOKENS.issue(USER, NOW), headers).status());
    }

    @Test
    void aGetNeedsNoTokenAndReadsNoSecret() {
        var noSecret =
                new Site(
                        ROUTES,
                        FailurePage.PLAIN,
                        RequestLimits.USUAL,
                        () -> {
                            throw new IllegalStateException("the secret was read");
                        },
                        false);
        assertEquals(200, ask(noSecret, "GET", "/").status());
    }

    @Test
    void everyByteOfTheAnswerIsOfOneResponse() {
        for (var path : List.of("/", "/broken", "/a/b/c/d", "/gone")) {
            var answer = ask(site, "GET", path);
            assertEquals(1, (answer.head() + answer.body()).split("Status: ", -1).length - 1);
        }
    }

    private record Answer(int status, String head, String body, String log) {}

    private static Answer send(Site site, String token, Map<String, String> headers) {
        var environment = environment("POST", "/new");
        environment.putAll(headers);
        return ask(site, environment, "summary=x&token=" + token);
    }

    private static Answer ask(Site site, String method, String path) {
        return ask(site, environment(method, path), "");
    }

    private static Answer ask(Site site, Map<String, String> environment, String body) {
        environment.put("CONTENT_TYPE", "application/x-www-form-urlencoded");
        environment.put("CONTENT_LENGTH", Integer.toString(body.length()));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        var answered = site.answer(environment, in, out, printer(err), NOW, 42);
        int status = answered.status();
        var text = out.toString(StandardCharsets.UTF_8);
        int blank = text.indexOf("\r\n\r\n") + 4;
        assertTrue(text.startsWith("Status: " + status + " "), text);
        return new Answer(
                status,
                text.substring(0, blank),
                text.substring(blank),
                err.toString(StandardCharsets.UTF_8) + answered.reason());
    }

    private static Map<String, String> environment(String method, String path) {
        return new HashMap<>(
                Map.of(
                        "REQUEST_METHOD",
                        method,
                        "SCRIPT_NAME",
                        "/m",
                        "PATH_INFO",
                        path.indexOf('%') < 0 ? path : Percent.decode(path),
                        "REQUEST_URI",
                        "/m" + path,
                        "HTTP_HOST",
                        "calendar.example.com",
                        "REMOTE_USER",
                        USER));
    }

    private static PrintStream printer(ByteArrayOutputStream err) {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int endless(int n) {
        return endless(n + 1) + 1;
    }
}
