package org.imipagent.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil.Usage;

/**
 * Header fields as words on folded lines (RFC 5322, 2.2.3; RFC 2047). Whatever text is given, what
 * is written has no control character and no line of 998 octets or more.
 */
final class Folding {

    private static final int LINE = 76;
    private static final int LONGEST_WORD = 60;

    /** A plain word that still fits a line of 998 octets with its name before it. */
    private static final int LONGEST_PLAIN = 900;

    private static final int LONGEST_TEXT = 1000;

    /** Room for the name of the field, its colon and a blank before the first encoded word. */
    private static final int NAME = 20;

    private Folding() {}

    /** The words, one blank between two, a new line where the next one has no room. */
    static String field(String name, List<String> words, String lineEnding) {
        var field = new StringBuilder(name).append(':');
        int column = field.length();
        for (String word : words) {
            if (column + 1 + word.length() > LINE && column > name.length() + 1) {
                field.append(lineEnding);
                column = 0;
            }
            field.append(' ').append(word);
            column += 1 + word.length();
        }
        return field.append(lineEnding).toString();
    }

    /** Any text, as in Subject: plain where it can be, else in encoded words. */
    static List<String> unstructured(String text) {
        String clean = clean(text);
        List<String> words = words(clean);
        return isPlain(clean) && words.stream().allMatch(word -> word.length() <= LONGEST_PLAIN)
                ? words
                : encoded(clean, Usage.TEXT_TOKEN);
    }

    /** A display name: as it is, quoted, or in encoded words; without words where there is none. */
    static List<String> phrase(String name) {
        String clean = clean(name);
        if (clean.isEmpty()) {
            return List.of();
        }
        if (!isPlain(clean) || clean.length() > LONGEST_WORD) {
            return encoded(clean, Usage.WORD_ENTITY);
        }
        String phrase = EncoderUtil.encodeAddressDisplayName(clean);
        return phrase.startsWith("\"") ? List.of(phrase) : words(phrase);
    }

    private static boolean isPlain(String clean) {
        return Address.isAscii(clean) && !clean.contains("=?");
    }

    /** Encoded words (RFC 2047, 2) of 75 characters at most, none divided inside a character. */
    private static List<String> encoded(String clean, Usage usage) {
        return words(
                EncoderUtil.encodeEncodedWord(clean, usage, NAME, StandardCharsets.UTF_8, null));
    }

    private static List<String> words(String clean) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= clean.length(); i++) {
            if (i == clean.length() || clean.charAt(i) == ' ') {
                if (i > start) {
                    words.add(clean.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** One bounded line: every run of blanks and control characters is one blank. */
    private static String clean(String text) {
        var clean = new StringBuilder(Math.min(text.length(), LONGEST_TEXT));
        for (int i = 0; i < text.length() && clean.length() < LONGEST_TEXT; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!isBlank(c)) {
                clean.appendCodePoint(c);
            } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
        }
        return clean.toString().strip();
    }

    private static boolean isBlank(int c) {
        return Character.isISOControl(c)
                || c == ' '
                || c == 0x2028
                || c == 0x2029
                || (c <= 0xffff && Character.isSurrogate((char) c));
    }
}
