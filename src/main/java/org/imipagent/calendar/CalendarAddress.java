package org.imipagent.calendar;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A calendar user address (RFC 5545, 3.3.3): a URI, nearly always {@code mailto:}. Kept in one
 * form, so that equal means the same user: scheme and address in small letters, percent codes
 * undone, {@code mailto:} supplied where it was left out.
 */
public record CalendarAddress(String uri) implements Comparable<CalendarAddress> {

    private static final String MAILTO = "mailto:";
    private static final int LONGEST = 1000;

    public CalendarAddress {
        uri = stable(uri);
    }

    /**
     * The user of a mail address as headers and log-ins write it: what is undone in a URI (percent
     * codes, ?fields) would be somebody else's address here. Null where it is no address, or has
     * blanks or controls around or in it.
     */
    public static @Nullable CalendarAddress ofEmail(String email) {
        if (email.length() > LONGEST || !isPlain(email)) {
            return null;
        }
        var address = new CalendarAddress(email);
        return address.isMail() && address.email().equals(lowerCase(email)) ? address : null;
    }

    private static boolean isPlain(String email) {
        int c;
        for (int i = 0; i < email.length(); i += Character.charCount(c)) {
            c = email.codePointAt(i);
            if (!isPlain(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int c) {
        return !Character.isISOControl(c)
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE;
    }

    /**
     * With small letters of ASCII, and no others: U+212A (Kelvin) is no k, and a mail server would
     * not take it for one.
     */
    public static String lowerCase(String text) {
        StringBuilder small = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                small = small == null ? new StringBuilder(text) : small;
                small.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return small == null ? text : small.toString();
    }

    /** Without the blanks of ASCII around it. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (start < end && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    /** Percent codes and brackets may be nested; an address made of an address must be the same. */
    private static String stable(String given) {
        String uri = normal(given);
        for (String next = normal(uri); !next.equals(uri); next = normal(uri)) {
            uri = next;
        }
        return uri;
    }

    /** The mail address without the scheme; for another scheme the whole URI. */
    public String email() {
        return uri.startsWith(MAILTO) ? uri.substring(MAILTO.length()) : uri;
    }

    /**
     * Whether mail can be sent to it: one @ with something on both sides, nothing that could end a
     * header line.
     */
    public boolean isMail() {
        if (!uri.startsWith(MAILTO)) {
            return false;
        }
        String email = email();
        int at = email.lastIndexOf('@');
        boolean may = at > 0 && at < email.length() - 1;
        for (int i = 0; may && i < email.length(); i++) {
            may = mayStandInAddress(email.charAt(i));
        }
        return may;
    }

    /** Whether it names nobody: what programs write where they know no address. */
    public boolean isNobody() {
        return uri.isEmpty() || uri.equals(MAILTO) || uri.startsWith("invalid:");
    }

    /**
     * The address without what stands after a + before the @, as mail servers have it (RFC 5233):
     * {@code vincent+lists@example.com} is another name of {@code vincent@example.com}.
     */
    public CalendarAddress plain() {
        int plus = uri.indexOf('+');
        int at = uri.lastIndexOf('@');
        return uri.startsWith(MAILTO) && plus > MAILTO.length() && plus < at
                ? new CalendarAddress(uri.substring(0, plus) + uri.substring(at))
                : this;
    }

    /** What stands after the @, or null. */
    public @Nullable String domain() {
        int at = uri.lastIndexOf('@');
        return at < 0 ? null : uri.substring(at + 1);
    }

    @Override
    public int compareTo(CalendarAddress other) {
        return uri.compareTo(other.uri);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalendarAddress address && address.uri.equals(uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri;
    }

    private static boolean mayStandInAddress(int c) {
        return c > ' ' && c != 0x7f && "<>(),;:\\\"[]".indexOf(c) < 0;
    }

    private static String normal(String given) {
        String uri = trimmed(given);
        if (uri.length() > LONGEST) {
            uri = uri.substring(0, LONGEST);
        }
        uri = lowerCase(trimmed(unpercent(uri)));
        if (uri.startsWith(MAILTO)) {
            return MAILTO + bare(uri.substring(MAILTO.length()));
        }
        return uri.indexOf('@') > 0 && uri.indexOf(':') < 0 ? MAILTO + bare(uri) : uri;
    }

    /** Without angle brackets and without header fields of a mailto: URI (RFC 6068). */
    private static String bare(String address) {
        String email = trimmed(address);
        while (email.startsWith(MAILTO)) {
            email = email.substring(MAILTO.length());
        }
        int query = email.indexOf('?');
        if (query >= 0) {
            email = email.substring(0, query);
        }
        return email.startsWith("<") && email.endsWith(">")
                ? email.substring(1, email.length() - 1)
                : email;
    }

    private static String unpercent(String uri) {
        if (uri.indexOf('%') < 0) {
            return uri;
        }
        byte[] bytes = uri.getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high =
                    i + 2 < bytes.length && bytes[i] == '%'
                            ? Character.digit(bytes[i + 1], 16)
                            : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                plain[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                plain[length++] = bytes[i];
            }
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }
}
