package org.imipagent.mail;

import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * The one mailbox of a From field (RFC 5322, 3.4, with letters of RFC 6532), read strictly and to
 * its end: who speaks is told by From alone, so that nothing in it may be passed over. Somebody who
 * checked the mail before us must have read the same address.
 *
 * <p>Of the obsolete forms (RFC 5322, 4.4) only the dot in a name is read, which programs write
 * ({@code Vincent V. Vole <...>}). No group, no route, no second mailbox, no control character; a
 * domain literal and a quoted local part are mailboxes that speak for nobody here.
 */
final class FromMailbox {

    private static final String NAME = "from";
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

    /** Comments nested deeper than in any sensible mail. */
    private static final int DEEPEST = 50;

    private final String text;
    private int at;

    private FromMailbox(String text) {
        this.text = text;
    }

    /**
     * The address; null where the field does not hold exactly one mailbox, or one that is no
     * address here.
     *
     * @param body what stands after the colon, as it came
     */
    static @Nullable CalendarAddress of(String body) {
        String unfolded = unfolded(body);
        String address = unfolded == null ? null : new FromMailbox(unfolded).mailbox();
        return address == null || !Address.isSafe(address)
                ? null
                : CalendarAddress.ofEmail(address);
    }

    /**
     * How many From fields a header has, to whoever reads it as generously as can be: with blanks
     * before the colon, and lines that end in CR alone. One that stands after what is no field
     * counts twice, for to others the header has ended there.
     *
     * @param start of the header in the message
     */
    static int fields(byte[] message, int start) {
        int fields = 0;
        boolean isBroken = false;
        int lineStart = start;
        while (lineStart < message.length && !endsHeader(message, lineStart, start)) {
            int colon = colon(message, lineStart);
            if (colon > 0 && isFrom(message, lineStart, colon)) {
                fields += isBroken ? 2 : 1;
            }
            boolean isFold = lineStart > start && isBlank((char) message[lineStart]);
            boolean isEndOfLine = message[lineStart] == '\n' && lineStart > start;
            boolean isCrLf = isEndOfLine && message[lineStart - 1] == '\r';
            isBroken |= colon < 0 && !isFold && !isCrLf;
            lineStart = nextLine(message, lineStart);
        }
        return fields;
    }

    /** An empty line, after a line or as the first. */
    private static boolean endsHeader(byte[] message, int line, int start) {
        boolean isAfterLine = line == start || message[line - 1] == '\n';
        boolean isCrLf =
                line > start
                        && message[line] == '\r'
                        && line + 1 < message.length
                        && message[line + 1] == '\n';
        return isAfterLine && (message[line] == '\n' || isCrLf);
    }

    private static int nextLine(byte[] message, int line) {
        int end = line;
        while (end < message.length && message[end] != '\n' && message[end] != '\r') {
            end++;
        }
        return end + 1;
    }

    /** Where the name of a field ends (RFC 5322, 2.2); -1 where the line does not begin one. */
    private static int colon(byte[] message, int line) {
        int end = line;
        while (end < message.length && message[end] > ' ' && message[end] < 0x7f) {
            if (message[end] == ':') {
                return end > line ? end : -1;
            }
            end++;
        }
        int colon = end;
        while (colon < message.length && isBlank((char) message[colon])) {
            colon++;
        }
        return end > line && colon < message.length && message[colon] == ':' ? colon : -1;
    }

    private static boolean isFrom(byte[] message, int line, int colon) {
        for (int i = 0; i < NAME.length(); i++) {
            // Bit 5 makes small letters of letters.
            if (line + i >= colon || (message[line + i] | 0x20) != NAME.charAt(i)) {
                return false;
            }
        }
        int after = line + NAME.length();
        return after == colon || isBlank((char) message[after]);
    }

    /** One line (RFC 5322, 2.2.3); null where a control character stands in it. */
    private static @Nullable String unfolded(String body) {
        var line = new StringBuilder(body.length());
        int end = body.length();
        end -= body.endsWith("\n") ? 1 : 0;
        end -= end < body.length() && end > 0 && body.charAt(end - 1) == '\r' ? 1 : 0;
        for (int i = 0; i < end; i++) {
            char c = body.charAt(i);
            int fold = c == '\r' && i + 1 < end && body.charAt(i + 1) == '\n' ? i + 2 : i + 1;
            boolean folds =
                    (c == '\n' || fold == i + 2) && fold < end && isBlank(body.charAt(fold));
            if (folds && isBlankLine(body, fold, end)) {
                // To others that ends the header (RFC 5322, 4.2).
                return null;
            }
            if (folds) {
                i = fold - 1;
            } else if (Character.isISOControl(c) && c != '\t') {
                return null;
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static boolean isBlankLine(String body, int start, int end) {
        int at = start;
        while (at < end && isBlank(body.charAt(at))) {
            at++;
        }
        return at == end || body.charAt(at) == '\r' || body.charAt(at) == '\n';
    }

    private @Nullable String mailbox() {
        String address = nameAndAngle();
        if (address == null) {
            at = 0;
            address = skip() ? address() : null;
        }
        return address != null && skip() && at == text.length() ? address : null;
    }

    /** {@code name-addr}; null where it is none. */
    private @Nullable String nameAndAngle() {
        if (!skip() || !name() || !takes('<')) {
            return null;
        }
        blanks();
        String address = address();
        blanks();
        return address != null && takes('>') ? address : null;
    }

    private void blanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    /** Words and dots; a dot does not come first. False where something else stands there. */
    private boolean name() {
        boolean isFirst = true;
        while (at < text.length() && text.charAt(at) != '<') {
            boolean isWord = text.charAt(at) == '"' ? quoted() : atom() > 0;
            if (!isWord && (isFirst || !takes('.'))) {
                return false;
            }
            isFirst = false;
            if (!skip()) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@code addr-spec} without quotes and literals; nor comments, of which others may make a part
     * of the address.
     */
    private @Nullable String address() {
        int start = at;
        if (!dotAtom()) {
            return null;
        }
        String local = text.substring(start, at);
        if (!takes('@')) {
            return null;
        }
        start = at;
        return dotAtom() ? local + "@" + text.substring(start, at) : null;
    }

    private boolean dotAtom() {
        if (atom() == 0) {
            return false;
        }
        while (takes('.')) {
            if (atom() == 0) {
                return false;
            }
        }
        return true;
    }

    /** How many characters of an atom stand here. */
    private int atom() {
        int start = at;
        while (at < text.length() && isAtom(text.charAt(at))) {
            at++;
        }
        return at - start;
    }

    private static boolean isAtom(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c > 0x9f
                || ATOM.indexOf(c) >= 0;
    }

    private boolean quoted() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            at += c == '\\' ? 1 : 0;
        }
        return false;
    }

    /** Blanks and comments; false where a comment is left open. */
    private boolean skip() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0 && c != '(' && !isBlank(c)) {
                return true;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > DEEPEST) {
                return false;
            }
            at += c == '\\' ? 2 : 1;
        }
        return depth == 0 && at == text.length();
    }

    private boolean takes(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
