package org.imipagent.mail;

import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/**
 * A Content-Type or Content-Disposition field (RFC 2045, 5; RFC 2183), read leniently.
 *
 * @param value what stands before the first semicolon, in small letters, without blanks
 */
record ContentField(String value, List<NameValuePair> parameters) {

    static final ContentField NONE = new ContentField("", List.of());
    private static final int LONGEST = 100;

    static ContentField of(ByteSequence body) {
        RawBody raw = RawFieldParser.DEFAULT.parseRawBody(body, new ParserCursor(0, body.length()));
        String value = raw.getValue() == null ? "" : raw.getValue().strip();
        return new ContentField(firstWord(value).toLowerCase(Locale.ROOT), raw.getParams());
    }

    /** Some forget the semicolon: {@code text/calendar charset=utf-8}. */
    private static String firstWord(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ') {
                return value.substring(0, i);
            }
        }
        return value;
    }

    /** A parameter that is a short word, or null; a method in capitals. */
    @Nullable String parameter(String name) {
        for (NameValuePair parameter : parameters) {
            String value = parameter.getValue();
            if (name.equalsIgnoreCase(parameter.getName()) && value != null) {
                String word = value.strip();
                boolean usable = !word.isEmpty() && word.length() <= LONGEST;
                return !usable
                        ? null
                        : name.equals("method") ? word.toUpperCase(Locale.ROOT) : word;
            }
        }
        return null;
    }

    /**
     * A file name in small letters, "" where there is none: plain, in encoded words, or in pieces
     * (RFC 2231, 3). Only its ending matters here, so pieces are joined as they come.
     */
    String name(String name) {
        var joined = new StringBuilder();
        for (NameValuePair parameter : parameters) {
            String key = parameter.getName();
            String value = parameter.getValue();
            if (key != null && value != null && isPieceOf(name, key.toLowerCase(Locale.ROOT))) {
                joined.append(value);
            }
        }
        return HeaderText.words(joined.toString()).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isPieceOf(String name, String key) {
        return key.equals(name) || key.startsWith(name + '*');
    }
}
