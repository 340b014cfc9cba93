package org.imipagent.messages;

/**
 * Writing that runs the other way (Unicode UAX 9). A Latin name in an Arabic sentence, or an Arabic
 * title in an English one, would draw the punctuation and the numbers around it to its own side;
 * between isolates it does not. Characters rather than markup: they serve pages, subjects of pages
 * and plain mails alike.
 */
final class Bidi {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Bidi() {}

    /**
     * The text between isolates where it holds letters of the other direction, else as it is; so
     * too where its parts are isolated already. Where all runs to the left, numbers with signs
     * between them (2026-11-03) are kept together too. Other marks of direction are taken out.
     */
    static String isolated(String text, boolean rightToLeft) {
        if (holdsTurns(text)) {
            return isBalanced(text) ? text : isolated(straight(text), rightToLeft);
        }
        boolean foreign =
                holdsLetters(text, !rightToLeft)
                        || (rightToLeft && !holdsLetters(text, true) && !isNumber(text));
        return foreign ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
    }

    private static boolean holdsTurns(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (turns(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether its marks are isolates as we make them, each of which ends. */
    private static boolean isBalanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            char c = text.charAt(i);
            if (c == FIRST_STRONG_ISOLATE) {
                open++;
            } else if (c == POP_ISOLATE) {
                open--;
            } else if (turns(c)) {
                return false;
            }
        }
        return open == 0;
    }

    private static String straight(String text) {
        var straight = new StringBuilder(text.length());
        text.chars().filter(c -> !turns((char) c)).forEach(c -> straight.append((char) c));
        return straight.toString();
    }

    static boolean isolates(char c) {
        return c == FIRST_STRONG_ISOLATE || c == POP_ISOLATE;
    }

    /** Embeddings, overrides and isolates: with them strangers could turn what we say round. */
    static boolean turns(char c) {
        return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsLetters(String text, boolean rightToLeft) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            // Below Hebrew nothing runs to the left: most texts are done here.
            if (rightToLeft ? c >= 0x590 && runsLeft(c) : runsRight(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private static boolean runsLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean runsRight(int c) {
        return Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
