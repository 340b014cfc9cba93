package org.imipagent.ical;

/**
 * The characters that may stand in a content line (RFC 5545, 3.1): all but CONTROL, and no half of
 * a surrogate pair.
 */
final class Characters {

    private static final char REPLACEMENT = '\ufffd';

    private Characters() {}

    static boolean isControl(char c) {
        return (c < ' ' && c != '\t') || c == 0x7f;
    }

    /** The text without control characters; the same object where there are none. */
    static String clean(String text) {
        int first = firstOdd(text);
        if (first < 0) {
            return text;
        }
        var clean = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHalf(text, i)) {
                clean.append(REPLACEMENT);
            } else if (!isControl(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /**
     * A name of a component, property or parameter: letters, digits and hyphens, in capitals; an
     * underscore and a dot are let pass, as some programs use them. What else there is falls away.
     */
    static String name(String text) {
        var name = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                name.append((char) (c - 'a' + 'A'));
            } else if ((c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.') {
                name.append(c);
            }
        }
        return name.toString();
    }

    private static int firstOdd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c) || (Character.isSurrogate(c) && isHalf(text, i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
