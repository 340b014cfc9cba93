package org.imipagent.cgi;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One request (RFC 3875), understood as far as HTTP goes.
 *
 * @param user REMOTE_USER, the person the web server has authenticated; "" when it has not
 * @param links makes links below the mount point (SCRIPT_NAME)
 * @param path the segments below the mount point, decoded; none for the first page
 * @param named the segments that the pattern of the route gives a name
 * @param query what stands after the question mark
 * @param form what a POST brought; empty for every other method
 * @param accept what kinds of answer are wanted
 * @param provenance where the request comes from
 */
public record HttpRequest(
        HttpMethod method,
        String user,
        Links links,
        List<String> path,
        Map<String, String> named,
        Query query,
        Form form,
        Accept accept,
        Provenance provenance) {

    public HttpRequest {
        path = List.copyOf(path);
        named = Map.copyOf(named);
    }

    /**
     * Understands the environment and, of a POST, the body.
     *
     * @throws Failure what a browser is answered when the request cannot be understood or is too
     *     long
     */
    public static HttpRequest read(
            Map<String, String> variables, InputStream body, RequestLimits limits) {
        var environment = new Environment(variables);
        var method = HttpMethod.of(environment.text("REQUEST_METHOD"));
        refuseLongAddress(environment, limits);
        var query = new Query(Fields.decode(environment.text("QUERY_STRING"), limits.fields()));
        var path =
                RequestPath.segments(
                        environment.text("REQUEST_URI"),
                        environment.text("SCRIPT_NAME"),
                        environment.text("PATH_INFO"));
        return new HttpRequest(
                method,
                environment.user(),
                links(environment),
                withTexts(path, query.all(Links.BESIDE)),
                Map.of(),
                withoutTexts(query),
                Body.read(method, environment, body, limits),
                new Accept(environment.text("HTTP_ACCEPT")),
                Provenance.of(environment));
    }

    private static Query withoutTexts(Query query) {
        var fields = new ArrayList<Fields.Field>();
        for (Fields.Field field : query.fields()) {
            if (!field.name().equals(Links.BESIDE)) {
                fields.add(field);
            }
        }
        return new Query(fields);
    }

    /** A request that could not be understood: it has its links, for the page that says so. */
    static HttpRequest unread(Map<String, String> variables) {
        var environment = new Environment(variables);
        return new HttpRequest(
                HttpMethod.GET,
                "",
                links(environment),
                List.of(),
                Map.of(),
                new Query(List.of()),
                Form.NONE,
                new Accept(""),
                Provenance.of(environment));
    }

    private static Links links(Environment environment) {
        return Links.below(environment.text("SCRIPT_NAME"), environment.text("IMIP_FILES"));
    }

    private static void refuseLongAddress(Environment environment, RequestLimits limits) {
        for (var name : List.of("REQUEST_URI", "PATH_INFO", "QUERY_STRING")) {
            if (environment.text(name).length() > limits.addressCharacters()) {
                throw new Failure(
                        Failure.Why.UNREADABLE,
                        414,
                        "Address too long",
                        "The address of this page is too long.");
            }
        }
    }

    /** Puts the texts that travelled beside the path (see {@link Links}) where they belong. */
    private static List<String> withTexts(List<String> path, List<String> texts) {
        var whole = new ArrayList<>(path);
        int next = 0;
        for (int i = 0; i < whole.size() && next < texts.size(); i++) {
            if (whole.get(i).equals(Links.BESIDE)) {
                whole.set(i, texts.get(next++));
            }
        }
        return whole;
    }

    /** The segment that the route's pattern calls so; {@code uid} of {@code /event/{uid}}. */
    public String segment(String name) {
        var segment = named.get(name);
        if (segment == null) {
            throw new IllegalArgumentException("the route names no segment " + name);
        }
        return segment;
    }

    /** Whether JSON is wanted rather than HTML. */
    public boolean wantsJson() {
        return accept.preferred("text/html", "application/json").equals("application/json");
    }

    HttpRequest naming(Map<String, String> segments) {
        return new HttpRequest(
                method, user, links, path, segments, query, form, accept, provenance);
    }
}
