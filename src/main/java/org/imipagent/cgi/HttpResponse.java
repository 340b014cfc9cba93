package org.imipagent.cgi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.Validate;

/**
 * A whole answer: status, headers and body, ready before its first octet is written.
 *
 * <p>Every response says what a browser may do with it: load style, script and pictures from our
 * own origin only, send forms here only, show it in no frame, guess no type, keep nothing.
 * Referrer-Policy same-origin lets our own forms tell where they come from (see {@link Provenance})
 * and tells other sites nothing. A header of its own goes before one of these.
 */
public final class HttpResponse {
    private static final List<HttpHeader> ALWAYS =
            List.of(
                    new HttpHeader(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
                                    + "base-uri 'none'; frame-ancestors 'none'"),
                    new HttpHeader("X-Content-Type-Options", "nosniff"),
                    new HttpHeader("Referrer-Policy", "same-origin"),
                    new HttpHeader("Cache-Control", "private, no-store"));

    private final int status;
    private final List<HttpHeader> headers;
    private final byte[] body;

    public HttpResponse(int status, List<HttpHeader> headers, byte[] body) {
        Validate.isTrue(status >= 200 && status <= 599, "no status of a response: %s", status);
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    public static HttpResponse html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpResponse html(String page) {
        return html(200, page);
    }

    public static HttpResponse json(int status, String json) {
        return of(status, "application/json; charset=utf-8", json.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpResponse json(String json) {
        return json(200, json);
    }

    /** A body of any type. */
    public static HttpResponse of(int status, String contentType, byte[] body) {
        return new HttpResponse(status, List.of(new HttpHeader("Content-Type", contentType)), body);
    }

    /**
     * Sends the browser to another page of ours: 303 after a POST, 301 or 308 for an address that
     * has moved.
     *
     * @param location a path made by {@link Links}
     * @throws IllegalArgumentException when it is no such path: a redirect must not lead to another
     *     site
     */
    public static HttpResponse redirect(int status, String location) {
        boolean ours =
                location.startsWith("/")
                        && !location.startsWith("//")
                        && location.indexOf('\\') < 0;
        if (status < 300 || status > 399 || !ours) {
            throw new IllegalArgumentException(
                    "no redirect to a page of ours: " + status + " " + location);
        }
        return new HttpResponse(status, List.of(new HttpHeader("Location", location)), new byte[0]);
    }

    /** 204 and nothing more. */
    public static HttpResponse noContent() {
        return new HttpResponse(204, List.of(), new byte[0]);
    }

    public HttpResponse with(HttpHeader header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new HttpResponse(status, more, body);
    }

    /** The same page with another status. */
    public HttpResponse as(int otherStatus) {
        return new HttpResponse(otherStatus, headers, body);
    }

    public int status() {
        return status;
    }

    /** The headers that are this response's own, without those every response has. */
    public List<HttpHeader> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    /** The body as text, for what is known to be UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Writes the response as RFC 3875, section 6, asks for it, in one piece. */
    public void write(OutputStream out) throws IOException {
        write(out, true);
    }

    /** As {@link #write(OutputStream)}, but only as far as the blank line: the answer to HEAD. */
    public void writeHead(OutputStream out) throws IOException {
        write(out, false);
    }

    private void write(OutputStream out, boolean withBody) throws IOException {
        var whole = new ByteArrayOutputStream(body.length + 1024);
        whole.writeBytes(head().getBytes(StandardCharsets.US_ASCII));
        if (withBody) {
            whole.writeBytes(body);
        }
        whole.writeTo(out);
        out.flush();
    }

    private String head() {
        var head = new StringBuilder("Status: " + status + " " + reason(status) + "\r\n");
        headers.forEach(h -> line(head, h));
        for (HttpHeader each : ALWAYS) {
            if (!has(each.name())) {
                line(head, each);
            }
        }
        if (status != 204 && status != 304) {
            line(head, new HttpHeader("Content-Length", Integer.toString(body.length)));
        }
        return head.append("\r\n").toString();
    }

    private boolean has(String name) {
        for (HttpHeader each : headers) {
            if (each.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void line(StringBuilder head, HttpHeader header) {
        head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }

    /** The words of RFC 9110, section 15, and RFC 6585. */
    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 303 -> "See Other";
            case 304 -> "Not Modified";
            case 307 -> "Temporary Redirect";
            case 308 -> "Permanent Redirect";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 411 -> "Length Required";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            default -> "Status";
        };
    }
}
