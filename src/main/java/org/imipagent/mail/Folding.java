package org.imipagent.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

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

    /** Octets in an encoded word: 44 characters of base64. */
    private static final int ENCODED = 33;

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
                : encoded(clean);
    }

    /** A display name: as it is, quoted, or in encoded words; without words where there is none. */
    static List<String> phrase(String name) {
        String clean = clean(name);
        if (clean.isEmpty()) {
            return List.of();
        }
        if (!isPlain(clean) || clean.length() > LONGEST_WORD) {
            return encoded(clean);
        }
        return clean.chars().allMatch(Folding::isAtom) ? words(clean) : List.of(quoted(clean));
    }

    private static boolean isPlain(String clean) {
        return Address.isAscii(clean) && !clean.contains("=?");
    }

    private static boolean isAtom(int c) {
        return c >= ' ' && c < 127 && "()<>[]:;@\\,.\"".indexOf(c) < 0;
    }

    private static String quoted(String clean) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    /** Encoded words (RFC 2047, 2), none divided inside a character. */
    private static List<String> encoded(String clean) {
        var words = new ArrayList<String>();
        int start = 0;
        while (start < clean.length()) {
            int end = start;
            int octets = 0;
            while (end < clean.length()) {
                int c = clean.codePointAt(end);
                octets += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
                if (octets > ENCODED) {
                    break;
                }
                end += Character.charCount(c);
            }
            byte[] piece = clean.substring(start, end).getBytes(StandardCharsets.UTF_8);
            words.add("=?UTF-8?B?" + Base64.getEncoder().encodeToString(piece) + "?=");
            start = end;
        }
        return words;
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
