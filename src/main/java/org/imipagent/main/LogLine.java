package org.imipagent.main;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.imipagent.calendar.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log: {@code key=value}, parted by blanks. A value that is more than a word is in
 * quotes, in which {@code "} and {@code \} have a {@code \} before them; {@code -} stands for none.
 * Whatever a stranger writes stays within its quotes and on its line.
 */
final class LogLine {

    private static final int LONGEST_VALUE = 300;

    private final StringBuilder line = new StringBuilder(400);

    /** Begins with the time, in UTC with milliseconds (RFC 3339). */
    static LogLine at(Instant now) {
        // A formatter of the JDK costs some fifty classes, and each concatenation with + one.
        var time = LocalDateTime.ofEpochSecond(now.getEpochSecond(), 0, ZoneOffset.UTC).toString();
        String millis = Integer.toString(1000 + now.getNano() / 1_000_000);
        var begun = new LogLine();
        begun.line.append("time=").append(time).append(time.length() == 16 ? ":00." : ".");
        begun.line.append(millis, 1, millis.length()).append('Z');
        return begun;
    }

    LogLine with(String key, @Nullable String value) {
        line.append(line.isEmpty() ? "" : " ").append(key).append('=');
        if (value == null || value.isEmpty()) {
            line.append('-');
        } else if (isWord(value) && value.length() <= LONGEST_VALUE) {
            line.append(value);
        } else {
            quote(OneLine.shortened(value, LONGEST_VALUE));
        }
        return this;
    }

    LogLine with(String key, long value) {
        line.append(' ').append(key).append('=').append(value);
        return this;
    }

    private static boolean isWord(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~' || c == '"' || c == '\\' || c == '=') {
                return false;
            }
        }
        return !value.equals("-");
    }

    private void quote(String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (OneLine.endsLines(c) || turns(c)) {
                line.append('?');
            } else if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }

    /** What shows a line in another order than it has (UAX 9). */
    private static boolean turns(char c) {
        return c == 0x61c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** The whole line, after the name of the program. */
    String after(String program) {
        return line.insert(0, ": ").insert(0, program).append('\n').toString();
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
