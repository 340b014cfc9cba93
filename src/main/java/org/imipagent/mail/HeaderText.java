package org.imipagent.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.ByteSequence;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/** Text of header fields, however it is written: 8-bit, folded, in encoded words (RFC 2047). */
final class HeaderText {

    private static final int LONGEST = 1000;

    private HeaderText() {}

    /** The octets after the colon. */
    static ByteSequence body(Field field) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            byte[] body = field.getBody().getBytes(StandardCharsets.UTF_8);
            return new ByteArrayBuffer(body, body.length, true);
        }
        byte[] all = raw.toByteArray();
        int colon = 0;
        while (colon < all.length && all[colon] != ':') {
            colon++;
        }
        int start = Math.min(colon + 1, all.length);
        byte[] body = new byte[all.length - start];
        System.arraycopy(all, start, body, 0, body.length);
        return new ByteArrayBuffer(body, body.length, true);
    }

    /** The field as one bounded line, encoded words decoded. */
    static String decoded(Field field) {
        return clean(words(line(field)));
    }

    /** The field as one bounded line, as it stands. */
    static String line(Field field) {
        return clean(Octets.text(body(field).toByteArray()));
    }

    /** The first word in small letters: what stands before a blank, comment or parameter. */
    static String word(Field field) {
        String line = line(field).toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < line.length() && " ;(".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(0, end);
    }

    /** Encoded words decoded; where they cannot be, the text as it stands. */
    static String words(String text) {
        if (!text.contains("=?") || text.length() > LONGEST) {
            return text;
        }
        try {
            return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
        } catch (RuntimeException broken) {
            return text;
        }
    }

    /**
     * The one mailbox that the field holds, and nothing else; null where it holds another thing.
     */
    static @Nullable CalendarAddress mailbox(Field field) {
        return FromMailbox.of(Octets.text(body(field).toByteArray()));
    }

    /** The addresses mail can be sent to, members of groups too, at most so many. */
    static List<CalendarAddress> addresses(Field field, int most) {
        return AddressList.of(Octets.text(body(field).toByteArray()), most);
    }

    /** Unfolded (RFC 5322, 2.2.3), without control characters, bounded. */
    private static String clean(String text) {
        var line = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (!Character.isISOControl(c)) {
                line.append(c);
            } else if (c == '\t' || (c == '\n' && !isFold(text, i + 1))) {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    private static boolean isFold(String text, int i) {
        return i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t');
    }
}
