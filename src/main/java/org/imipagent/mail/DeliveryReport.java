package org.imipagent.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * A bounce: a report (RFC 3462) that a mail could not be delivered to somebody (RFC 3464). All of
 * it is strangers' words.
 *
 * @param messageId of the mail that is reported on, angle brackets and all
 * @param failures those whom it never reaches
 */
public record DeliveryReport(String messageId, List<Failure> failures) {

    /** So many recipients of one report are looked at. */
    private static final int MOST_FAILURES = 100;

    private static final int MOST_PARTS = 20;
    private static final int LONGEST_PART = 64 << 10;
    private static final int LONGEST_WORDS = 300;

    /**
     * Somebody whom it never reaches.
     *
     * @param addresses as the mail was sent to, and as it was at last, where it was forwarded
     * @param words what the mail server said: one line, bounded
     */
    public record Failure(List<CalendarAddress> addresses, String words) {
        public Failure {
            addresses = List.copyOf(addresses);
        }
    }

    public DeliveryReport {
        failures = List.copyOf(failures);
    }

    /** What a mail reports; null where it is no such report, or none of a failure. */
    public static @Nullable DeliveryReport read(byte[] mail) {
        var reader = new Reader();
        try {
            reader.walk(mail);
        } catch (IOException | MimeException | RuntimeException broken) {
            return null;
        }
        return reader.messageId.isEmpty() || reader.failures.isEmpty()
                ? null
                : new DeliveryReport(reader.messageId, reader.failures);
    }

    private static final class Reader {
        private final List<Failure> failures = new ArrayList<>();
        private String messageId = "";
        private int parts;

        void walk(byte[] mail) throws IOException, MimeException {
            var tokens =
                    new MimeTokenStream(
                            MimeConfig.custom()
                                    .setStrictParsing(false)
                                    .setMaxLineLen(LONGEST_PART)
                                    .setMaxHeaderLen(LONGEST_PART)
                                    .setMaxHeaderCount(1000)
                                    .setMaxContentLen(-1)
                                    .build());
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            tokens.parse(new ByteArrayInputStream(mail));
            EntityState token = tokens.getState();
            while (token != EntityState.T_END_OF_STREAM && parts <= MOST_PARTS) {
                if (token == EntityState.T_BODY) {
                    parts++;
                    body(tokens);
                }
                token = tokens.next();
            }
        }

        private void body(MimeTokenStream tokens) throws IOException {
            switch (tokens.getBodyDescriptor().getMimeType()) {
                case "message/delivery-status", "message/global-delivery-status" ->
                        status(groups(tokens.getDecodedInputStream()));
                case "message/rfc822",
                        "message/global",
                        "text/rfc822-headers",
                        "message/global-headers" ->
                        returned(groups(tokens.getDecodedInputStream()));
                default -> {}
            }
        }

        /** Fields between empty lines, each field unfolded (RFC 5322, 2.2.3). */
        private static List<Map<String, String>> groups(InputStream from) throws IOException {
            String text = Octets.text(from.readNBytes(LONGEST_PART)).replace("\r\n", "\n");
            var groups = new ArrayList<Map<String, String>>();
            for (String group : text.split("\n\n+", -1)) {
                var fields = new LinkedHashMap<String, String>();
                for (String line :
                        group.replace("\n ", " ").replace("\n\t", " ").lines().toList()) {
                    int colon = line.indexOf(':');
                    if (colon > 0) {
                        fields.putIfAbsent(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                                line.substring(colon + 1).strip());
                    }
                }
                groups.add(fields);
            }
            return groups;
        }

        private void status(List<Map<String, String>> groups) {
            for (Map<String, String> group : groups) {
                if (group.getOrDefault("action", "").equalsIgnoreCase("failed")
                        && failures.size() < MOST_FAILURES) {
                    failure(group);
                }
            }
        }

        private void failure(Map<String, String> group) {
            var addresses = new ArrayList<CalendarAddress>();
            for (String name : List.of("original-recipient", "final-recipient")) {
                var address = new CalendarAddress(typed(group.getOrDefault(name, "")));
                if (address.isMail()) {
                    addresses.add(address);
                }
            }
            String said = typed(group.getOrDefault("diagnostic-code", ""));
            String words = said.isEmpty() ? group.getOrDefault("status", "") : said;
            if (!addresses.isEmpty()) {
                failures.add(new Failure(addresses, bounded(words)));
            }
        }

        /** What stands after the type: {@code rfc822; anna@example.net}. */
        private static String typed(String value) {
            return value.substring(value.indexOf(';') + 1).strip();
        }

        private static String bounded(String words) {
            String line = org.imipagent.calendar.OneLine.plain(words);
            return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS);
        }

        private void returned(List<Map<String, String>> groups) {
            if (messageId.isEmpty()) {
                messageId = groups.getFirst().getOrDefault("message-id", "");
            }
        }
    }
}
