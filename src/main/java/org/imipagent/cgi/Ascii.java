package org.imipagent.cgi;

/** Of which characters a text is made. Loops and no streams: this is read for each request. */
final class Ascii {

    private Ascii() {}

    /** Whether there is nothing in it but digits; true of "". */
    static boolean isDigits(String text) {
        return isBetween(text, '0', '9');
    }

    /** Whether there is nothing in it but printable characters of ASCII; true of "". */
    static boolean isPrintable(String text) {
        return isBetween(text, ' ', '~');
    }

    private static boolean isBetween(String text, char least, char most) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < least || text.charAt(i) > most) {
                return false;
            }
        }
        return true;
    }
}
