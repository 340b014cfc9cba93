package org.imipagent.main;

import org.imipagent.cgi.Site;
import org.imipagent.settings.Settings;

/**
 * The log line of a request. It has everything itself, because mod_cgid passes lines on without
 * time, client or login.
 *
 * @param begin {@link System#nanoTime} at the beginning of the program
 */
record RequestLog(ProcessEnvironment around, Settings settings, long begin) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /**
     * Writes it.
     *
     * @param done what a form led to; "" where there was none
     */
    void write(Site.Answered answered, String done) {
        var line =
                LogLine.at(around.now())
                        .with("ref", answered.reference())
                        .with("login", around.variable("REMOTE_USER"))
                        .with("client", around.variable("REMOTE_ADDR"))
                        .with("method", around.variable("REQUEST_METHOD"))
                        .with("path", path(around.variable("REQUEST_URI")))
                        .with("status", answered.status())
                        .with("verdict", verdict(answered, done))
                        .with("ms", (System.nanoTime() - begin) / NANOS_PER_MILLI);
        if (!answered.reason().isEmpty()) {
            line.with("reason", answered.reason());
        }
        Log.of(around, settings, "imip-manager").write(line);
    }

    private static String verdict(Site.Answered answered, String done) {
        if (!answered.failure().isEmpty()) {
            return answered.failure();
        }
        return answered.status() == 503 ? "unavailable" : done;
    }

    /** Without the query: what people search for is theirs. */
    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
