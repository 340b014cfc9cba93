package org.imipagent.cgi;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the segments of a path below the mount point, each decoded exactly once.
 *
 * <p>PATH_INFO comes decoded (RFC 3875, section 4.1.5): it cannot tell a slash in a segment from
 * one between segments, Apache has resolved dots and doubled slashes in it, and outside a UTF-8
 * locale Java cannot read its other letters. REQUEST_URI is the path as it was asked for. So that
 * one is read when both tell the same; PATH_INFO when there is no REQUEST_URI, or when a rewriting
 * rule lies between them.
 */
final class RequestPath {
    private RequestPath() {}

    /**
     * @param requestUri REQUEST_URI; "" when the server gives none
     * @throws Failure 400 for what cannot be decoded, 404 for dot segments and empty ones, which no
     *     page of ours has
     */
    static List<String> segments(String requestUri, String scriptName, String pathInfo) {
        var rawPath = pathOf(requestUri);
        if (rawPath.startsWith("/")) {
            var asked = refuseDots(decoded(split(rawPath)));
            int mounted = split(scriptName).size();
            if (agree(rawPath, scriptName + pathInfo) && asked.size() >= mounted) {
                return withoutEnd(asked.subList(mounted, asked.size()));
            }
        }
        if (pathInfo.indexOf(0) >= 0 || pathInfo.indexOf(Environment.UNREADABLE) >= 0) {
            throw Failure.badRequest("The address is not in UTF-8.");
        }
        return withoutEnd(refuseDots(split(pathInfo)));
    }

    private static List<String> decoded(List<String> raw) {
        var segments = new ArrayList<String>();
        for (String segment : raw) {
            segments.add(Percent.decode(segment));
        }
        return segments;
    }

    /** The path of a request target, which may be in absolute form (RFC 9112, section 3.2.2). */
    private static String pathOf(String requestUri) {
        int query = requestUri.indexOf('?');
        var path = query < 0 ? requestUri : requestUri.substring(0, query);
        int authority = path.startsWith("/") ? -1 : path.indexOf("://");
        int slash = authority < 0 ? -1 : path.indexOf('/', authority + 3);
        return slash < 0 ? path : path.substring(slash);
    }

    /** The parts between slashes; what stands before the first is left out. */
    private static List<String> split(String path) {
        var segments = new ArrayList<String>();
        for (int slash = path.indexOf('/'); slash >= 0; ) {
            int next = path.indexOf('/', slash + 1);
            segments.add(path.substring(slash + 1, next < 0 ? path.length() : next));
            slash = next;
        }
        return segments;
    }

    private static List<String> refuseDots(List<String> segments) {
        for (int i = 0; i < segments.size(); i++) {
            boolean empty = segments.get(i).isEmpty() && i < segments.size() - 1;
            List<String> parts = split("/" + segments.get(i));
            if (empty || parts.contains(".") || parts.contains("..")) {
                throw Failure.notFound();
            }
        }
        return segments;
    }

    /** A slash at the end of an address changes nothing. */
    private static List<String> withoutEnd(List<String> segments) {
        boolean slash = !segments.isEmpty() && segments.getLast().isEmpty();
        return List.copyOf(slash ? segments.subList(0, segments.size() - 1) : segments);
    }

    /** Encoded slashes are decoded in PATH_INFO (AllowEncodedSlashes On) or not (NoDecode). */
    private static boolean agree(String raw, String decoded) {
        var slashesKept = raw.replace("%2F", "%252F").replace("%2f", "%252f");
        var told = ascii(decoded);
        return told.equals(ascii(Percent.decode(raw)))
                || told.equals(ascii(Percent.decode(slashesKept)));
    }

    private static String ascii(String text) {
        var composer = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x80) {
                composer.append(text.charAt(i));
            }
        }
        return composer.toString();
    }
}
