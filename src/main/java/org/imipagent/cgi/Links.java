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
 * @param version of the style sheet and the script, which is part of their names so that browsers
 *     may keep them: {@value #VERSION_DIGITS} hexadecimal digits, or "" for the plain names
 */
public record Links(String mount, String version) {
    private static final int VERSION_DIGITS = 12;

    /** The segment, and the field of the query, of a text that travels beside the path. */
    static final String BESIDE = "~";

    public Links(String mount) {
        this(mount, "");
    }

    /**
     * Links below a SCRIPT_NAME (RFC 3875, section 4.1.13), which is not encoded.
     *
     * @param version as cgi-bin/imip-manager names it; anything else is none
     */
    static Links below(String scriptName, String version) {
        var mount = new StringBuilder();
        for (var segment : scriptName.split("/", -1)) {
            // Empty ones would make //host/path of it, which browsers take for another host.
            if (!segment.isEmpty()) {
                mount.append('/').append(Percent.encode(segment));
            }
        }
        return new Links(mount.toString(), isVersion(version) ? version : "");
    }

    private static boolean isVersion(String version) {
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return version.length() == VERSION_DIGITS;
    }

    /** A file that the web server has itself: static/manager.VERSION.css. */
    public String file(String name, String ending) {
        String versioned = version.isEmpty() ? name : name.concat(".").concat(version);
        return to("static", versioned.concat(ending));
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
            default -> holdsOdd(segment);
        };
    }

    private static boolean holdsOdd(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c < ' ' || c == 0x7f || c == '/' || c == '\\' || c == '%') {
                return true;
            }
        }
        return false;
    }
}
