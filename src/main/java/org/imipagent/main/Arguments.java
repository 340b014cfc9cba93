package org.imipagent.main;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command that a mail server starts, read without a library: picocli costs such
 * a start 100 ms.
 *
 * @param command "" when there is none
 * @param recipients of {@code -o}
 * @param senders of {@code -s}
 * @param lmtp of {@code -l}
 * @param local {@code -L}
 * @param debug {@code -d}: print what would be sent or handed on
 * @param now of {@code --now}: the clock, for tests
 */
record Arguments(
        String command,
        List<CalendarAddress> recipients,
        List<CalendarAddress> senders,
        @Nullable String config,
        @Nullable String store,
        @Nullable String publish,
        @Nullable String lmtp,
        boolean local,
        boolean debug,
        @Nullable Instant now) {

    /** Arguments that make no sense; the message says which. */
    static final class Wrong extends Exception {
        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    static Arguments of(String... words) throws Wrong {
        return new Reader(words).read();
    }

    private static final class Reader {
        private final String[] words;
        private int next;
        private String command = "";
        private final List<CalendarAddress> recipients = new ArrayList<>();
        private final List<CalendarAddress> senders = new ArrayList<>();
        private @Nullable String config;
        private @Nullable String store;
        private @Nullable String publish;
        private @Nullable String lmtp;
        private boolean local;
        private boolean debug;
        private @Nullable Instant now;

        Reader(String... words) {
            this.words = words;
        }

        Arguments read() throws Wrong {
            while (next < words.length) {
                option(words[next++]);
            }
            return new Arguments(
                    command, recipients, senders, config, store, publish, lmtp, local, debug, now);
        }

        private void option(String word) throws Wrong {
            switch (word) {
                case "-o" -> addresses(word, recipients);
                case "-s" -> addresses(word, senders);
                case "-S" -> store = value(word);
                case "-P" -> publish = value(word);
                case "-p", "-j" -> value(word); // The model's; here both live in the store.
                case "--config" -> config = value(word);
                case "-l" -> lmtp = value(word);
                case "-L" -> local = true;
                case "-d" -> debug = true;
                case "-v" -> {}
                case "--now" -> now = instant(value(word));
                default -> {
                    if (word.startsWith("-") || !command.isEmpty()) {
                        throw new Wrong(
                                (word.startsWith("-")
                                                ? "unknown option: "
                                                : "unexpected argument: ")
                                        + word
                                        + ".");
                    }
                    command = word;
                }
            }
        }

        private String value(String option) throws Wrong {
            if (next == words.length) {
                throw new Wrong(option + " requires a value.");
            }
            return words[next++];
        }

        /**
         * All that follows up to the next option: mail servers give several recipients after one
         * -o.
         */
        private void addresses(String option, List<CalendarAddress> into) throws Wrong {
            int before = into.size();
            while (next < words.length && !words[next].startsWith("-")) {
                into.add(address(option, words[next++]));
            }
            if (into.size() == before) {
                throw new Wrong(option + " requires an address.");
            }
        }

        private static CalendarAddress address(String option, String word) throws Wrong {
            var address = new CalendarAddress(word);
            if (!address.isMail()) {
                throw new Wrong(option + " requires an email address, not " + word + ".");
            }
            return address;
        }

        private static Instant instant(String word) throws Wrong {
            try {
                return Instant.parse(word);
            } catch (DateTimeException odd) {
                throw new Wrong(
                        "--now requires a time such as 2026-11-22T10:00:00Z, not " + word + ".");
            }
        }
    }
}
