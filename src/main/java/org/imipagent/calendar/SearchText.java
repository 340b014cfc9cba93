package org.imipagent.calendar;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text as they are searched: letters and digits, without case, accents and vowel
 * signs. Both what is kept and what is looked for go this one way, so they meet however they were
 * written: ß is ss, ı and İ are i, ø is o, the forms of alef are one, digits are 0 to 9. Where a
 * script has no spaces, each character is a word.
 */
public final class SearchText {

    /** A longer word is found by as much of it. */
    static final int LONGEST_WORD = 40;

    private static final int ASCII = 128;

    private SearchText() {}

    /**
     * A word of a text.
     *
     * @param start and end, exclusive: where it stands in the text
     * @param folded what it is found by
     */
    public record Word(int start, int end, String folded) {}

    /** The words of a text, in order. */
    public static List<Word> words(String text) {
        var splitter = new Splitter();
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            int after = at + Character.charCount(c);
            splitter.take(c, at, after);
            at = after;
        }
        splitter.end();
        return splitter.found;
    }

    /** The same without where they stand. */
    public static List<String> folded(String text) {
        List<Word> words = words(text);
        var folded = new ArrayList<String>(words.size());
        for (Word word : words) {
            folded.add(word.folded());
        }
        return folded;
    }

    private static final class Splitter {
        private final List<Word> found = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int start;
        private int end;

        void take(int c, int at, int after) {
            if (c < ASCII) {
                add(Character.toLowerCase(c), at, after);
            } else if (!isSilent(c)) {
                String apart = apart(c);
                for (int i = 0; i < apart.length(); ) {
                    int part = apart.codePointAt(i);
                    i += Character.charCount(part);
                    if (!isSilent(part)) {
                        replaced(Character.toLowerCase(part), at, after);
                    }
                }
            }
        }

        private void replaced(int c, int at, int after) {
            String other = replacement(c);
            if (other == null) {
                add(c, at, after);
            } else {
                for (int i = 0; i < other.length(); i++) {
                    add(other.charAt(i), at, after);
                }
            }
        }

        private void add(int c, int at, int after) {
            if (!Character.isLetterOrDigit(c)) {
                end();
                return;
            }
            boolean alone = c >= ASCII && standsAlone(c);
            if (alone) {
                end();
            }
            if (word.isEmpty()) {
                start = at;
            }
            end = after;
            if (word.length() + Character.charCount(c) <= LONGEST_WORD) {
                word.appendCodePoint(c);
            }
            if (alone) {
                end();
            }
        }

        void end() {
            if (!word.isEmpty()) {
                found.add(new Word(start, end, word.toString()));
                word.setLength(0);
            }
        }
    }

    /**
     * Accents, vowel signs and what turns or joins the writing: they neither are nor end a word.
     */
    private static boolean isSilent(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT ->
                    true;
            default -> c == TATWEEL;
        };
    }

    private static final int TATWEEL = 0x640;

    /** A character without its accents beside it, and without its other forms. */
    private static String apart(int c) {
        int digit = Character.digit(c, 10);
        return digit >= 0
                ? String.valueOf((char) ('0' + digit))
                : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    }

    /** What Unicode does not take apart, and people write either way. */
    private static @Nullable String replacement(int small) {
        return switch (small) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'ð', 'đ' -> "d";
            case 'ł' -> "l";
            case 'þ' -> "th";
            case 'ħ' -> "h";
            case 'ŧ' -> "t";
            case 'ı' -> "i";
            case 'ς' -> "σ";
            // teh marbuta, alef maksura, alef wasla; keheh and yeh of Persian, heh goal of Urdu
            case 0x629, 0x6c1 -> "\u0647";
            case 0x649, 0x6cc -> "\u064a";
            case 0x671 -> "\u0627";
            case 0x6a9 -> "\u0643";
            default -> null;
        };
    }

    /** Scripts that are written without spaces: Han, kana, Thai, Lao, Khmer, Burmese. */
    private static boolean standsAlone(int c) {
        return Character.isIdeographic(c)
                || (c >= 0x3040 && c <= 0x30ff)
                || (c >= 0x0e00 && c <= 0x0eff)
                || (c >= 0x1000 && c <= 0x109f)
                || (c >= 0x1780 && c <= 0x17ff);
    }
}
