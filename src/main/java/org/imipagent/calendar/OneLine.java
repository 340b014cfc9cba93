package org.imipagent.calendar;

/** Strangers' text on one line, for logs, errors and terminals. */
public final class OneLine {

    private OneLine() {}

    /** What would end a line or move the cursor of a terminal is a blank. */
    public static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(endsLines(c) ? ' ' : c);
        }
        return plain.toString();
    }

    /** Controls, and the separators of lines and paragraphs. */
    public static boolean endsLines(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }

    /** The first so many characters, and three dots where there were more. No pair is divided. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : start(text, most) + "...";
    }

    /** The first so many characters; one less where a pair would be divided. */
    public static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean divides = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, divides ? most - 1 : most);
    }
}
