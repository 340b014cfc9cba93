package org.imipagent.ical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text: by the charset of the part, else UTF-8, else Windows-1252, whichever first fits
 * the bytes. A byte order mark decides before all. UTF-8 may be folded inside a character.
 */
final class CalendarBytes {

    private CalendarBytes() {}

    static String decode(byte[] bytes, @Nullable String charset) {
        Charset marked = marked(bytes);
        String text = marked == null ? null : strictly(bytes, marked);
        Charset named = named(charset);
        // Any bytes are Latin 1. Those that are UTF-8 too were meant as that; the others mean
        // Windows-1252 where the two differ.
        if (text == null && !StandardCharsets.ISO_8859_1.equals(named)) {
            text = strictly(bytes, named);
        }
        if (text == null) {
            text = strictly(bytes, StandardCharsets.UTF_8);
        }
        if (text == null) {
            text = windows1252(bytes);
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Whether the bytes are not in the charset that was named. */
    static boolean differs(byte[] bytes, @Nullable String charset) {
        Charset named = named(charset);
        boolean latin1 = StandardCharsets.ISO_8859_1.equals(named);
        return charset != null
                && marked(bytes) == null
                && (named == null || (!latin1 && strictly(bytes, named) == null));
    }

    private static @Nullable Charset marked(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        return switch (first) {
            case 0xfeff -> StandardCharsets.UTF_16BE;
            case 0xfffe -> StandardCharsets.UTF_16LE;
            case 0xefbb -> StandardCharsets.UTF_8;
            default -> null;
        };
    }

    private static @Nullable Charset named(@Nullable String charset) {
        if (charset == null || charset.isBlank()) {
            return null;
        }
        try {
            return Charset.forName(charset.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, @Nullable Charset charset) {
        if (charset == null) {
            return null;
        }
        String text = decoded(bytes, charset);
        return text == null && charset.equals(StandardCharsets.UTF_8)
                ? decoded(unfolded(bytes), charset)
                : text;
    }

    /** Without the folds, of which some may stand inside a character (RFC 5545, 3.1). */
    private static byte[] unfolded(byte[] bytes) {
        var unfolded = new byte[bytes.length];
        int size = 0;
        int i = 0;
        while (i < bytes.length) {
            int after = afterLineEnds(bytes, i);
            if (after < bytes.length && after > i && isSpace(bytes[after])) {
                i = after + 1;
            } else {
                // Each run of line ends is looked at once, however long it is.
                int end = Math.max(after, i + 1);
                System.arraycopy(bytes, i, unfolded, size, end - i);
                size += end - i;
                i = end;
            }
        }
        return Arrays.copyOf(unfolded, size);
    }

    private static int afterLineEnds(byte[] bytes, int from) {
        int after = from;
        while (after < bytes.length && (bytes[after] == '\r' || bytes[after] == '\n')) {
            after++;
        }
        return after;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException | UnsupportedOperationException wrong) {
            return null;
        }
    }

    /** The 27 characters in which Windows-1252 differs from Latin 1, from 0x80 on. */
    private static final String HIGH =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                    + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    /** Never fails, and needs no charset that a native image may lack. */
    private static String windows1252(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            int c = b & 0xff;
            text.append(c >= 0x80 && c < 0xa0 ? HIGH.charAt(c - 0x80) : (char) c);
        }
        return text.toString();
    }
}
