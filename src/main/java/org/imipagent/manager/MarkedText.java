package org.imipagent.manager;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.SearchText;

/**
 * A part of a text in which something was looked for.
 *
 * @param marked whether it is a word that was found
 */
public record MarkedText(String text, boolean marked) {

    /** A text with the words that begin so. */
    static List<MarkedText> of(String text, List<String> beginnings) {
        var parts = new ArrayList<MarkedText>();
        int plain = 0;
        for (SearchText.Word word : SearchText.words(text)) {
            if (word.start() >= plain && begins(word.folded(), beginnings)) {
                if (word.start() > plain) {
                    parts.add(new MarkedText(text.substring(plain, word.start()), false));
                }
                parts.add(new MarkedText(text.substring(word.start(), word.end()), true));
                plain = word.end();
            }
        }
        if (plain < text.length()) {
            parts.add(new MarkedText(text.substring(plain), false));
        }
        return parts;
    }

    private static boolean begins(String word, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
