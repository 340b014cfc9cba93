package org.imipagent.mail;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.OneLine;

/**
 * A reply of a mail server (RFC 5321, 4.2). A server may say anything: lines and their number are
 * bounded, and what is no reply breaks the conversation off.
 *
 * @param lines without the code
 */
record SmtpReply(int code, List<String> lines) {

    private static final int LONGEST_LINE = 2000;
    private static final int MOST_LINES = 100;
    private static final int LONGEST_TEXT = 300;

    /** Reads one, all its lines within that time. */
    static SmtpReply read(Connection connection, Duration timeouts) throws IOException {
        long end = System.nanoTime() + timeouts.toNanos();
        var lines = new ArrayList<String>();
        String line = line(connection, end);
        int code = code(line);
        lines.add(rest(line));
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line(connection, end);
            if (code(line) != code || lines.size() == MOST_LINES) {
                throw new ProtocolException("a reply without an end");
            }
            lines.add(rest(line));
        }
        return new SmtpReply(code, lines);
    }

    boolean isPositive() {
        return code / 100 == 2;
    }

    /** What it means for a recipient. */
    Delivery of(String recipient) {
        return switch (code / 100) {
            case 2 -> new Delivery.Delivered(recipient, text());
            case 5 -> new Delivery.Permanent(recipient, text());
            default -> new Delivery.Temporary(recipient, text());
        };
    }

    /** Code and words on one bounded line without control characters. */
    String text() {
        return brief(code + " " + String.join(" ", lines));
    }

    static String brief(String text) {
        return OneLine.plain(OneLine.start(text, LONGEST_TEXT)).strip();
    }

    private static String line(Connection connection, long end) throws IOException {
        var octets = new byte[LONGEST_LINE];
        int length = 0;
        for (int octet = connection.read(end); octet != '\n'; octet = connection.read(end)) {
            if (length == LONGEST_LINE) {
                throw new ProtocolException("a reply without an end");
            }
            octets[length++] = (byte) octet;
        }
        return new String(octets, 0, length, StandardCharsets.UTF_8).stripTrailing();
    }

    private static int code(String line) throws ProtocolException {
        boolean isCode =
                line.length() >= 3
                        && isDigit(line.charAt(0), '2', '5')
                        && isDigit(line.charAt(1), '0', '9')
                        && isDigit(line.charAt(2), '0', '9')
                        && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
        if (!isCode) {
            throw new ProtocolException("not a reply: " + brief(line));
        }
        return (line.charAt(0) - '0') * 100 + (line.charAt(1) - '0') * 10 + line.charAt(2) - '0';
    }

    private static boolean isDigit(char c, char first, char last) {
        return c >= first && c <= last;
    }

    private static String rest(String line) {
        return line.length() > 4 ? line.substring(4) : "";
    }
}
