package org.imipagent.calendar;

import java.util.ArrayList;
import java.util.List;

/** The value type TEXT (RFC 5545, 3.3.11): its escapes. */
final class Text {

    private Text() {}

    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', ';', ',' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\r' -> {
                    if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                        escaped.append("\\n");
                    }
                }
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        var text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                text.append(c);
            } else {
                i++;
                char escaped = value.charAt(i);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            }
        }
        return text.toString();
    }

    static List<String> list(String value) {
        var texts = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ',') {
                texts.add(unescape(value.substring(start, i)));
                start = i + 1;
            }
        }
        texts.add(unescape(value.substring(start)));
        return texts;
    }
}
