package org.imipagent.tools;

import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that are about one person. */
final class OfUser {

    @Option(
            names = "--user",
            paramLabel = "ADDRESS",
            required = true,
            description = "The person's email address.")
    private @Nullable CalendarAddress user;

    CalendarAddress address() {
        return Objects.requireNonNull(user, "a required option");
    }
}
