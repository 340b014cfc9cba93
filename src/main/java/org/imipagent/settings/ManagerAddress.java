package org.imipagent.settings;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the manager is, for links in messages.
 *
 * @param base scheme, host and path, with a slash at its end
 */
public record ManagerAddress(String base) {
    private static final String HEX = "0123456789ABCDEF";

    /**
     * The address of this site's manager; null where messages have no links (MANAGER_INTERFACE).
     *
     * @param hostName the full name of this machine, which holds where MANAGER_URL is None
     */
    public static @Nullable ManagerAddress of(Settings settings, String hostName) {
        if (!settings.value(SiteSettings.MANAGER_INTERFACE)) {
            return null;
        }
        var url = settings.value(SiteSettings.MANAGER_URL);
        var host = url == null ? settings.value(SiteSettings.MANAGER_URL_SCHEME) + hostName : url;
        return new ManagerAddress(host + settings.value(SiteSettings.MANAGER_PATH));
    }

    /** The page of an event. */
    public String event(String uid) {
        return link(uid, "");
    }

    /** The page of one occurrence; its recurrence identifier in UTC basic form. */
    public String event(String uid, String recurrenceId) {
        return link(uid, "/" + encode(recurrenceId));
    }

    /**
     * As {@code org.imipagent.cgi.Links} makes it, which says why some texts go into the query; a
     * test compares the two.
     */
    private String link(String uid, String rest) {
        boolean beside =
                switch (uid) {
                    case "", ".", "..", "~" -> true;
                    default ->
                            uid.chars()
                                    .anyMatch(
                                            c ->
                                                    c < ' ' || c == 0x7f || c == '/' || c == '\\'
                                                            || c == '%');
                };
        return base
                + "event/"
                + (beside ? "~" : encode(uid))
                + rest
                + (beside ? "?~=" + encode(uid) : "");
    }

    private static String encode(String text) {
        var encoded = new StringBuilder();
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean unreserved =
                    (octet >= 'a' && octet <= 'z')
                            || (octet >= 'A' && octet <= 'Z')
                            || (octet >= '0' && octet <= '9')
                            || (octet > 0 && "-._~".indexOf(octet) >= 0);
            if (unreserved) {
                encoded.append((char) octet);
            } else {
                encoded.append('%')
                        .append(HEX.charAt((octet >> 4) & 15))
                        .append(HEX.charAt(octet & 15));
            }
        }
        return encoded.toString();
    }
}
