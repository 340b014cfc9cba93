package org.imipagent.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The manager as one process that can be watched or killed: the program itself, with no shell. */
final class CgiCommand {

    private static final Pattern HIDDEN =
            Pattern.compile("<input [^>]*name=\"(token|version)\"[^>]*value=\"([^\"]*)\"");

    private CgiCommand() {}

    /** A request of Vincent's for a path of ASCII. */
    static Command of(Path manager, Path config, String method, String path) {
        return Command.of(manager)
                .with("IMIP_AGENT_CONFIG", config)
                .with("REQUEST_METHOD", method)
                .with("SCRIPT_NAME", Front.PLACE)
                .with("PATH_INFO", path)
                .with("REQUEST_URI", Front.PLACE + path)
                .with("HTTP_HOST", "calendar.example.com")
                .with("HTTP_ORIGIN", "http://calendar.example.com")
                .with("SERVER_NAME", "calendar.example.com")
                .with("SERVER_PORT", "80")
                .with("REMOTE_USER", TestInstance.VINCENT);
    }

    /** The same with a form. */
    static Command posting(Path manager, Path config, String path, byte[] form) {
        return of(manager, config, "POST", path)
                .with("CONTENT_TYPE", "application/x-www-form-urlencoded")
                .with("CONTENT_LENGTH", form.length);
    }

    /** The form of an event's page, filled in to accept. */
    static byte[] accepting(Path manager, Path config, String path) {
        var page = of(manager, config, "GET", path).unprivileged().run();
        var form = new StringBuilder("action=accept");
        var hidden = HIDDEN.matcher(page.out());
        while (hidden.find() && form.indexOf("&" + hidden.group(1) + "=") < 0) {
            form.append('&').append(hidden.group(1)).append('=').append(hidden.group(2));
        }
        assertTrue(form.indexOf("&version=") > 0, page.toString());
        return form.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
