package org.imipagent.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.LinkAddress;
import org.imipagent.calendar.OneLine;

/**
 * What strangers wrote, made fit for a page. Escaping is the templates' matter; here goes what
 * would deceive the reader even when escaped: characters that turn the writing round, controls, and
 * addresses that are no plain web or mail address.
 */
final class UntrustedText {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_TEXT = 20_000;
    private static final String AFTER_A_LINK = ".,;:!?)]}>'\"”’»";

    private UntrustedText() {}

    /** One line, not too long. */
    static String line(String text) {
        String clean = clean(text, false);
        return shortened(clean, LONGEST_LINE);
    }

    /** Several lines, with its addresses as links. */
    static List<TextSpan> text(String text) {
        return pieces(shortened(clean(text, true), LONGEST_TEXT));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : OneLine.start(text, most) + "…";
    }

    private static String clean(String text, boolean lines) {
        var clean = new StringBuilder(Math.min(text.length(), LONGEST_TEXT + 2));
        for (int i = 0; i < text.length() && clean.length() <= LONGEST_TEXT; i++) {
            char c = text.charAt(i);
            if (lines && c == '\n') {
                clean.append(c);
            } else if (OneLine.endsLines(c)) {
                clean.append(c == '\r' ? "" : " ");
            } else if (!LinkAddress.turns(c)) {
                clean.append(c);
            }
        }
        return clean.toString().strip();
    }

    private static List<TextSpan> pieces(String text) {
        var pieces = new ArrayList<TextSpan>();
        int plain = 0;
        for (int at = nextLink(text, 0); at >= 0; at = nextLink(text, at)) {
            int end = endOfLink(text, at);
            String href = LinkAddress.of(text.substring(at, end));
            if (href != null && end > at + "https://".length()) {
                if (at > plain) {
                    pieces.add(new TextSpan(text.substring(plain, at), null));
                }
                pieces.add(new TextSpan(text.substring(at, end), href));
                plain = end;
            }
            at = Math.max(end, at + 1);
        }
        if (plain < text.length()) {
            pieces.add(new TextSpan(text.substring(plain), null));
        }
        return pieces;
    }

    private static int nextLink(String text, int from) {
        int nearest = -1;
        for (String scheme : SCHEMES) {
            int at = text.indexOf(scheme, from);
            if (at >= 0 && (nearest < 0 || at < nearest)) {
                nearest = at;
            }
        }
        return nearest;
    }

    private static final Set<String> SCHEMES = Set.of("https://", "http://", "mailto:");

    private static int endOfLink(String text, int from) {
        int end = from;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "<>\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > from && AFTER_A_LINK.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Who sent something, fit for one line; "" where that is nobody. */
    static String sender(CalendarAddress sender) {
        return sender.isNobody() ? "" : line(sender.email());
    }
}
