package org.imipagent.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.OneLine;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What a command has before it: main gives it.
 *
 * @param in standard input, which {@code import -} reads
 * @param out where what was asked for goes, in UTF-8 whatever the locale
 * @param err where complaints go, a line each
 * @param machineZone the machine's own time zone
 * @param config the settings file, unless an option names another
 * @param home the folder of this installation; null in a build
 * @param isTerminal whether a person sees at once what goes to err
 * @param isPipe whether out goes to another program, asked where it cannot be written
 * @param opening makes an installation of the settings
 * @param places what the options say of places
 */
public record CommandContext(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Instant now,
        Zone machineZone,
        Path config,
        @Nullable Path home,
        boolean isTerminal,
        BooleanSupplier isPipe,
        Opening opening,
        CommonOptions places) {

    /** Reads the settings and opens the store. */
    @FunctionalInterface
    public interface Opening {
        /**
         * Opens what the places name, or the settings.
         *
         * @throws NotDone when the settings do not hold
         */
        Opened open(CommonOptions places) throws NotDone;
    }

    CommandContext with(Instant now, CommonOptions places) {
        return new CommandContext(
                in, out, err, now, machineZone, config, home, isTerminal, isPipe, opening, places);
    }

    /** The settings file that holds. */
    Path settingsFile() {
        String named = places.config();
        return (named == null ? config : Path.of(named)).toAbsolutePath().normalize();
    }

    Opened open() throws NotDone {
        return opening.open(places);
    }

    Zone zone() {
        return machineZone.plain();
    }

    /** The octets of an iCalendar file, as many as are ever read; - is standard input. */
    byte[] calendar(String file) throws IOException {
        int most = Limits.STANDARD.text() * 4 + 4;
        if (file.equals("-")) {
            return in.readNBytes(most);
        }
        try (InputStream from = Files.newInputStream(Path.of(file))) {
            return from.readNBytes(most);
        }
    }

    /** Text as it is. */
    void print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One line; what would end it, or move the cursor of a terminal, is taken out. */
    void say(String line) {
        print(plain(line) + "\n");
    }

    /** One line on standard error. */
    void complain(String line) {
        err.println("imip-agent: " + plain(line));
        err.flush();
    }

    /**
     * Text on one line that does nothing to a terminal: strangers write the summaries of events.
     */
    static String plain(String text) {
        return OneLine.plain(text);
    }

    /** {@code 1 event}, {@code 2 events}. */
    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
