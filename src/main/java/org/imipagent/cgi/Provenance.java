package org.imipagent.cgi;

import java.util.Locale;

/**
 * Where a request comes from, as far as the browser tells: the defence against forms on other
 * people's pages.
 *
 * <p>A form elsewhere can send its fields here, with the password the browser keeps, but it cannot
 * forge these three headers:
 *
 * <ol>
 *   <li>Sec-Fetch-Site, where it is sent (to https and to the local machine), is the browser's own
 *       verdict, made with the address the person sees. It stays true behind proxies that change
 *       scheme and host, so {@code same-origin} suffices. {@code same-site} and {@code cross-site}
 *       are refused. {@code none} (typed or bookmarked, which no page can cause) leaves the matter
 *       to the next.
 *   <li>Origin, which every browser sends with a POST, must name the scheme, host and port of this
 *       request. {@code null}, from a sandbox or after a redirect from elsewhere, is refused.
 *   <li>Referer, for the few that send no Origin, must begin with the same.
 * </ol>
 *
 * <p>With none of them the token in the form decides alone: those are programs of the person's own,
 * or very old browsers. Our pages say Referrer-Policy: same-origin, so that our own forms do send
 * them.
 *
 * @param host host and port from the Host header
 * @param forwardedHost X-Forwarded-Host, believed only where the site says that a proxy of its own
 *     sets it
 */
public record Provenance(
        boolean https,
        String host,
        String origin,
        String referer,
        String fetchSite,
        String forwardedProto,
        String forwardedHost) {

    static Provenance of(Environment environment) {
        return new Provenance(
                environment.https(),
                environment.host(),
                environment.text("HTTP_ORIGIN"),
                environment.text("HTTP_REFERER"),
                environment.text("HTTP_SEC_FETCH_SITE"),
                environment.text("HTTP_X_FORWARDED_PROTO"),
                environment.text("HTTP_X_FORWARDED_HOST"));
    }

    /** Whether the request may come from a page of ours. */
    boolean ours(boolean trustForwarded) {
        return switch (fetchSite) {
            case "same-origin" -> true;
            case "", "none" -> originOrReferer(trustForwarded);
            default -> false;
        };
    }

    /** Where it came from and where it should have, in words for the log. */
    String told(boolean trustForwarded) {
        String from =
                !origin.isEmpty()
                        ? "of " + origin
                        : referer.isEmpty() ? "of an unknown site" : "of " + originOf(referer);
        String browser = fetchSite.isEmpty() ? "" : ", which the browser calls " + fetchSite;
        return from + browser + "; this site is " + own(trustForwarded);
    }

    private boolean originOrReferer(boolean trustForwarded) {
        if (!origin.isEmpty()) {
            return normal(origin).equals(own(trustForwarded));
        }
        return referer.isEmpty() || normal(originOf(referer)).equals(own(trustForwarded));
    }

    /**
     * Scheme, host and port of this site as the browser has them, without a slash at the end.
     *
     * @param trustForwarded whether a proxy of its own sets X-Forwarded-Proto and -Host
     */
    public String own(boolean trustForwarded) {
        boolean secure =
                (trustForwarded && !forwardedProto.isEmpty())
                        ? forwardedProto.equals("https")
                        : https;
        var name = trustForwarded && !forwardedHost.isEmpty() ? forwardedHost : host;
        return normal((secure ? "https://" : "http://") + name);
    }

    private static String originOf(String url) {
        int authority = url.indexOf("://");
        int slash = authority < 0 ? -1 : url.indexOf('/', authority + 3);
        return slash < 0 ? url : url.substring(0, slash);
    }

    /** Lower case, and without the port that the scheme has anyway. */
    private static String normal(String origin) {
        var small = origin.toLowerCase(Locale.ROOT);
        var port = small.startsWith("https://") ? ":443" : ":80";
        return small.endsWith(port) ? small.substring(0, small.length() - port.length()) : small;
    }
}
