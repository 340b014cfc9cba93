package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a browser, or somebody who is none, sends it.
 *
 * @param target path and query below the manager's place, as they stand in the request
 * @param user who is logged in; null for nobody
 * @param headers beside Host
 * @param length what Content-Length says; null for no such header
 */
public record Ask(
        String method,
        String target,
        @Nullable String user,
        Map<String, String> headers,
        byte[] body,
        @Nullable String length) {

    static final String FORM = "application/x-www-form-urlencoded";

    public Ask {
        headers = Map.copyOf(headers);
    }

    public static Ask get(String target) {
        return new Ask("GET", target, TestInstance.VINCENT, Map.of(), new byte[0], null);
    }

    static Ask post(String target, byte[] body) {
        return new Ask(
                "POST",
                target,
                TestInstance.VINCENT,
                Map.of("Content-Type", FORM),
                body,
                Integer.toString(body.length));
    }

    /** A form: names and values in turn. */
    public static Ask form(String target, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(URLEncoder.encode(fields[i], UTF_8));
            body.append('=').append(URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return post(target, body.toString().getBytes(UTF_8));
    }

    public Ask by(@Nullable String other) {
        return new Ask(method, target, other, headers, body, length);
    }

    Ask method(String other) {
        return new Ask(other, target, user, headers, body, length);
    }

    Ask length(@Nullable String other) {
        return new Ask(method, target, user, headers, body, other);
    }

    public Ask with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Ask(method, target, user, more, body, length);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    @Override
    public String toString() {
        var shown = target.length() > 100 ? target.substring(0, 100) + "…" : target;
        return method + " " + shown + " by " + user + " " + headers;
    }
}
