package org.imipagent.settings;

import org.imipagent.calendar.PercentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Where the manager is, for links in messages.
 *
 * @param base scheme, host and path, with a slash at its end
 */
public record ManagerAddress(String base) {
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

    /** The page of the resources that people may book, and of what waits for their owners. */
    public String resources() {
        return base + "resources";
    }

    /** The page of an event. */
    public String event(String uid) {
        return link(uid, "");
    }

    /** The page of one occurrence; its recurrence identifier in UTC basic form. */
    public String event(String uid, String recurrenceId) {
        return link(uid, "/" + PercentEncoding.encode(recurrenceId));
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
                + (beside ? "~" : PercentEncoding.encode(uid))
                + rest
                + (beside ? "?~=" + PercentEncoding.encode(uid) : "");
    }
}
