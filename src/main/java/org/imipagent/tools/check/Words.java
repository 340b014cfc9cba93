package org.imipagent.tools.check;

import java.util.ArrayList;
import java.util.List;

/** The values of a parameter of Postfix: words between commas and blanks, a group in braces one. */
final class Words {

    private Words() {}

    static List<String> of(String value) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            boolean isBetween = c == ',' || Character.isWhitespace(c);
            if (depth > 0 || !isBetween) {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
