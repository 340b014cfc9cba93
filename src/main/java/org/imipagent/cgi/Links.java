package org.imipagent.cgi;

/**
 * Makes links to the site's own pages, wherever it is mounted.
 *
 * <p>A segment may be any text at all: the UID of an event is a stranger's. Percent-encoding
 * carries most of it, but not everything arrives: Apache answers 404 by itself to an encoded slash
 * (AllowEncodedSlashes Off), or decodes it into two segments (On), browsers and Apache alike
 * resolve {@code .} and {@code ..} even when encoded, and controls, backslashes and percent signs
 * are changed by one proxy or the other. No one touches a query. So a segment of that kind is
 * written {@value #BESIDE} in the path, and its text goes into the query under the same name:
 * {@code /event/~?~=a%2Fb}. {@link HttpRequest} puts it back. No configuration of the web server
 * matters.
 *
 * @param mount where the site is mounted, encoded, without a slash at its end: "" or
 *     "/imip-manager"
 */
public record Links(String mount) {
    /** The segment, and the field of the query, of a text that travels beside the path. */
    static final String BESIDE = "~";

    /** Links below a SCRIPT_NAME (RFC 3875, section 4.1.13), which is not encoded. */
    public static Links below(String scriptName) {
        var mount = new StringBuilder();
        for (var segment : scriptName.split("/", -1)) {
            // Empty ones would make //host/path of it, which browsers take for another host.
            if (!segment.isEmpty()) {
                mount.append('/').append(Percent.encode(segment));
            }
        }
        return new Links(mount.toString());
    }

    /** The path of the page with these segments; of the first page when there are none. */
    public String to(String... segments) {
        var path = new StringBuilder(mount);
        var query = new StringBuilder();
        for (var segment : segments) {
            boolean beside = travelsBeside(segment);
            path.append('/').append(beside ? BESIDE : Percent.encode(segment));
            if (beside) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(BESIDE)
                        .append('=')
                        .append(Percent.encode(segment));
            }
        }
        return segments.length == 0 ? mount + "/" : path.append(query).toString();
    }

    /** A link with more fields in its query: names and values in turn. */
    public String withQuery(String link, String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        var longer = new StringBuilder(link);
        char joint = link.indexOf('?') < 0 ? '?' : '&';
        for (int i = 0; i < namesAndValues.length; i += 2) {
            longer.append(joint).append(Percent.encode(namesAndValues[i]));
            longer.append('=').append(Percent.encode(namesAndValues[i + 1]));
            joint = '&';
        }
        return longer.toString();
    }

    private static boolean travelsBeside(String segment) {
        return switch (segment) {
            case "", ".", "..", BESIDE -> true;
            default ->
                    segment.chars()
                            .anyMatch(
                                    c -> c < ' ' || c == 0x7f || c == '/' || c == '\\' || c == '%');
        };
    }
}
