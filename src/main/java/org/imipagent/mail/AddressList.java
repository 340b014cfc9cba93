package org.imipagent.mail;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;

/**
 * The addresses of a header field (RFC 5322, 3.4), as loosely as people's programs write them. Own
 * code, since mime4j's lenient parser finds none in {@code a@example.com <a@example.com>}, which is
 * common. What stands in angle brackets is the address, whatever name is put before it; names,
 * comments and groups are passed over. Linear in the length, whatever is nested or left open.
 */
final class AddressList {

    private final String text;
    private final int most;
    private final List<CalendarAddress> found = new ArrayList<>();
    private final StringBuilder bare = new StringBuilder();
    private String angle = "";
    private int at;
    private boolean quotesClose = true;
    private boolean commentsClose = true;

    private AddressList(String text, int most) {
        this.text = text;
        this.most = most;
    }

    /** Those that mail can be sent to, at most so many. */
    static List<CalendarAddress> of(String text, int most) {
        var list = new AddressList(text, most);
        while (list.at < text.length() && list.found.size() < most) {
            list.step(text.charAt(list.at));
        }
        list.end();
        return list.found;
    }

    private void step(char c) {
        switch (c) {
            case '"' -> quoted();
            case '(' -> comment();
            case '<' -> angle();
            case ',', ';' -> {
                end();
                at++;
            }
            case ':' -> {
                // The name of a group ends.
                bare.setLength(0);
                at++;
            }
            default -> {
                bare.append(c);
                at++;
            }
        }
    }

    private void end() {
        String address = angle.isEmpty() ? bare.toString() : angle;
        bare.setLength(0);
        angle = "";
        if (address.indexOf('@') > 0 && found.size() < most) {
            var candidate = CalendarAddress.ofEmail(address.trim());
            if (candidate != null && Address.isSafe(candidate.email())) {
                found.add(candidate);
            }
        }
    }

    private void quoted() {
        int close = quotesClose ? closing('"', '"') : -1;
        quotesClose = close >= 0;
        // Nothing with a quoted part passes as an address; an open quote counts for nothing.
        if (close >= 0) {
            bare.append('"');
        }
        at = close < 0 ? at + 1 : close + 1;
    }

    private void comment() {
        int close = commentsClose ? closing('(', ')') : -1;
        commentsClose = close >= 0;
        at = close < 0 ? at + 1 : close + 1;
    }

    /** Where what opens here is closed, comments nested; -1 where it is not. */
    private int closing(char opens, char closes) {
        int depth = 1;
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == closes && --depth == 0) {
                return i;
            } else if (c == opens && opens != closes) {
                depth++;
            }
        }
        return -1;
    }

    /** The first one counts; a source route before the address is obsolete (RFC 5322, 4.4). */
    private void angle() {
        int close = text.indexOf('>', at);
        int end = close < 0 ? text.length() : close;
        if (angle.isEmpty()) {
            String inside = text.substring(at + 1, end);
            int route = inside.startsWith("@") ? inside.indexOf(':') : -1;
            angle = inside.substring(route + 1).strip();
        }
        at = Math.min(end + 1, text.length());
    }
}
