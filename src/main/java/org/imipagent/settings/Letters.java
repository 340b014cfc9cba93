package org.imipagent.settings;

/** Of which characters a text is made. Loops and no streams: settings are read at each start. */
final class Letters {

    private Letters() {}

    /** Whether there is nothing in it but digits; true of "". */
    static boolean isDigits(String text) {
        return isBetween(text, '0', '9', "");
    }

    /**
     * Whether every character lies between two, and is none of some.
     *
     * @param but those that may not stand there all the same
     */
    static boolean isBetween(String text, char least, char most, String but) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < least || c > most || but.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether every character is a letter or digit of ASCII, or one of some more; true of "".
     *
     * @param more such as "-._"
     */
    static boolean isWord(String text, String more) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!isLetter && (c < '0' || c > '9') && more.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
