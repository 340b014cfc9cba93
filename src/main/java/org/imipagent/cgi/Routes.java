package org.imipagent.cgi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.Validate;
import org.jspecify.annotations.Nullable;

/**
 * A site as a table: method and path, and what answers.
 *
 * <pre>
 * Routes.table(
 *     get("/", calendar::show),
 *     get("/event/{uid}", event::show),
 *     post("/event/{uid}", event::act),
 *     get("/{uid}", event::redirect))
 * </pre>
 *
 * <p>The first path that fits decides, so exact ones stand above those with names. It answers 404
 * when none fits, 405 with Allow when the path has no such method, HEAD by GET, and OPTIONS with
 * Allow.
 */
public final class Routes {
    /** One line of the table. */
    public record Route(HttpMethod method, Pattern pattern, Handler handler) {

        /** The path as the table has it, such as {@code /event/{uid}}. */
        public String path() {
            return "/" + String.join("/", pattern.segments());
        }
    }

    /** The segments of a path; one in braces stands for any text and gives it a name. */
    record Pattern(List<String> segments) {
        static Pattern of(String path) {
            Validate.isTrue(path.startsWith("/"), "a path starts with a slash: %s", path);
            return new Pattern(
                    path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1)));
        }

        /** Compares by hand: the first {@code equals} of a record makes classes. */
        boolean isSame(Pattern other) {
            return segments.equals(other.segments);
        }

        /** The named segments of a path that fits; null when it does not fit. */
        @Nullable Map<String, String> match(List<String> path) {
            if (path.size() != segments.size()) {
                return null;
            }
            var named = new HashMap<String, String>();
            for (int i = 0; i < path.size(); i++) {
                var segment = segments.get(i);
                if (segment.startsWith("{")) {
                    named.put(segment.substring(1, segment.length() - 1), path.get(i));
                } else if (!segment.equals(path.get(i))) {
                    return null;
                }
            }
            return named;
        }
    }

    private final List<Route> table;

    private Routes(List<Route> table) {
        this.table = List.copyOf(table);
    }

    public static Routes table(Route... lines) {
        return new Routes(List.of(lines));
    }

    /** All lines, for whatever must hold for each of them. */
    public List<Route> lines() {
        return table;
    }

    public static Route get(String path, Handler handler) {
        return new Route(HttpMethod.GET, Pattern.of(path), handler);
    }

    public static Route post(String path, Handler handler) {
        return new Route(HttpMethod.POST, Pattern.of(path), handler);
    }

    /**
     * @throws Failure 404, 405, or what the page throws
     */
    HttpResponse answer(HttpRequest request) {
        for (var line : table) {
            var named = line.pattern().match(request.path());
            if (named != null) {
                return answer(request.naming(named), line.pattern());
            }
        }
        throw Failure.notFound();
    }

    private HttpResponse answer(HttpRequest request, Pattern pattern) {
        var wanted = request.method() == HttpMethod.HEAD ? HttpMethod.GET : request.method();
        for (var line : table) {
            if (line.method() == wanted && line.pattern().isSame(pattern)) {
                return line.handler().answer(request);
            }
        }
        var allow = new HttpHeader("Allow", allowed(pattern));
        if (wanted == HttpMethod.OPTIONS) {
            return HttpResponse.noContent().with(allow);
        }
        throw new Failure(Failure.Why.METHOD, 405, "Not possible here", "This page cannot do that.")
                .with(allow);
    }

    private String allowed(Pattern pattern) {
        Set<HttpMethod> methods = EnumSet.of(HttpMethod.OPTIONS);
        for (var line : table) {
            if (line.pattern().isSame(pattern)) {
                methods.add(line.method());
                if (line.method() == HttpMethod.GET) {
                    methods.add(HttpMethod.HEAD);
                }
            }
        }
        var names = new ArrayList<String>();
        methods.forEach(m -> names.add(m.name()));
        return String.join(", ", names);
    }
}
