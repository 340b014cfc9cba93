package org.imipagent.main;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines for administrators go, one for each request and each mail: to standard error, or
 * to systemd-journald where the settings name its socket.
 *
 * @param program the name before each line
 * @param socket of the journal; null: standard error
 */
record Log(String program, @Nullable Path socket, PrintStream err) {

    static Log of(ProcessEnvironment around, Settings settings, String program) {
        return new Log(program, settings.value(SiteSettings.LOG_SOCKET), around.err());
    }

    void write(LogLine line) {
        if (socket == null || !Journal.write(socket, program, line.toString())) {
            // In one piece: many processes write into the same file.
            var octets = line.after(program).getBytes(StandardCharsets.UTF_8);
            err.write(octets, 0, octets.length);
            err.flush();
        }
    }
}
