package org.imipagent.cgi;

import java.util.Map;

/** The meta-variables of a request (RFC 3875, section 4.1): one that is missing reads as "". */
record Environment(Map<String, String> variables) {
    /** What Java makes of an octet it cannot read in the locale of the process. */
    static final char UNREADABLE = '\uFFFD';

    String text(String name) {
        return variables.getOrDefault(name, "");
    }

    /**
     * The person the web server has authenticated; "" when it has not.
     *
     * @throws Failure 403 when the name cannot be read: two names might look the same
     */
    String user() {
        var user = text("REMOTE_USER");
        if (!isReadable(user)) {
            throw Failure.forbidden(
                            Failure.Why.NOBODY,
                            "Your user name contains characters that cannot be read.")
                    .logging(
                            "REMOTE_USER is not readable in this locale: set LC_ALL=C.UTF-8 for the program");
        }
        return user;
    }

    private static boolean isReadable(String user) {
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            if (c < ' ' || c == 0x7f || c == UNREADABLE) {
                return false;
            }
        }
        return true;
    }

    boolean https() {
        var https = text("HTTPS");
        return https.equalsIgnoreCase("on") || https.equals("1");
    }

    /** Host and port as the browser named them. */
    String host() {
        var host = text("HTTP_HOST");
        return host.isEmpty() ? text("SERVER_NAME") + ":" + text("SERVER_PORT") : host;
    }
}
