package org.imipagent.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
    @Test
    void aPageIsWrittenWithItsStatusFirstAndItsLength() throws IOException {
        assertEquals(
                """
                Status: 200 OK
                Content-Type: text/html; charset=utf-8
                Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                form-action 'self'; base-uri 'none'; frame-ancestors 'none'
                X-Content-Type-Options: nosniff
                Referrer-Policy: same-origin
                Cache-Control: private, no-store
                Content-Length: 9

                <p>Å</p>"""
                        .replace("\n", "\r\n"),
                written(HttpResponse.html("<p>Å</p>")));
    }

    @Test
    void aHeaderOfItsOwnGoesBeforeWhatEveryResponseHas() throws IOException {
        var text =
                written(
                        HttpResponse.of(200, "image/png", new byte[0])
                                .with(new HttpHeader("Cache-Control", "private, max-age=60")));
        assertTrue(text.contains("Cache-Control: private, max-age=60\r\n"), text);
        assertFalse(text.contains("no-store"), text);
        assertTrue(text.contains("X-Content-Type-Options: nosniff\r\n"), text);
    }

    @Test
    void theAnswerToHeadHasTheLengthButNoBody() throws IOException {
        var out = new ByteArrayOutputStream();
        HttpResponse.html("<p>x</p>").writeHead(out);
        var text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Content-Length: 8\r\n"));
        assertTrue(text.endsWith("\r\n\r\n"));
    }

    @Test
    void aRedirectLeadsToAPageOfOurs() throws IOException {
        var text = written(HttpResponse.redirect(303, "/imip-manager/event/x"));
        assertTrue(text.startsWith("Status: 303 See Other\r\nLocation: /imip-manager/event/x\r\n"));
        assertTrue(text.contains("Content-Length: 0\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "",
                "event",
                "/\\evil.example",
                "/a\r\nSet-Cookie: x"
            })
    void aRedirectElsewhereIsRefused(String location) {
        assertThrows(IllegalArgumentException.class, () -> HttpResponse.redirect(303, location));
    }

    @Test
    void noContentHasNoLength() throws IOException {
        assertFalse(written(HttpResponse.noContent()).contains("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\nb", "a\rb", "\0", "é"})
    void aHeaderStaysOnItsLine(String value) {
        assertThrows(IllegalArgumentException.class, () -> new HttpHeader("X-Test", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A B", "A:", "A\r\n", "é"})
    void theNameOfAHeaderIsAToken(String name) {
        assertThrows(IllegalArgumentException.class, () -> new HttpHeader(name, "x"));
    }

    @Test
    void nothingIsWrittenUnlessAllIs() {
        var out = new ByteArrayOutputStream();
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new HttpResponse(200, List.of(new HttpHeader("X", "a\nb")), new byte[0])
                                .write(out));
        assertEquals(0, out.size());
    }

    @Test
    void aFileHasItsVersionInItsName() {
        assertEquals(
                "/m/static/manager.0123456789ab.css",
                Links.below("/m", "0123456789ab").file("manager", ".css"));
        for (var none :
                List.of("", "0123456789a", "0123456789AB", "0123456789ab/x", "../../../etc")) {
            assertEquals("/m/static/manager.css", Links.below("/m", none).file("manager", ".css"));
        }
    }

    @Test
    void linksAreMadeBelowAnyMountPoint() {
        assertEquals("/imip-manager/", Links.below("/imip-manager", "").to());
        assertEquals("/", Links.below("", "").to());
        assertEquals("/", Links.below("/", "").to());
        assertEquals("/event/x", Links.below("", "").to("event", "x"));
        assertEquals("/my%20calendar/%C3%A5/new", Links.below("/my calendar/å", "").to("new"));
        assertEquals("/evil.example/new", Links.below("//evil.example", "").to("new"));
        assertEquals(
                "/m/event/event1%40example.com/20260105T090000Z",
                Links.below("/m", "").to("event", "event1@example.com", "20260105T090000Z"));
    }

    @Test
    void fieldsAreAddedToTheQueryOfALink() {
        var links = Links.below("/m", "");
        assertEquals(
                "/m/?view=week&date=2026-01-05",
                links.withQuery(links.to(), "view", "week", "date", "2026-01-05"));
        assertEquals(
                "/m/event/~?~=a%2Fb&q=%26%3D%20",
                links.withQuery(links.to("event", "a/b"), "q", "&= "));
        assertThrows(IllegalArgumentException.class, () -> links.withQuery("/", "q"));
    }

    private static String written(HttpResponse response) throws IOException {
        var out = new ByteArrayOutputStream();
        response.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
