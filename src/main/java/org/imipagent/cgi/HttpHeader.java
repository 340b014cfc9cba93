package org.imipagent.cgi;

/**
 * One header field of a response (RFC 9110, section 5).
 *
 * <p>Refuses what would end the line, so that nothing a stranger wrote can add a header of its own.
 */
public record HttpHeader(String name, String value) {
    /**
     * Checks both.
     *
     * @throws IllegalArgumentException when the name is no token or the value holds a control or a
     *     non-ASCII character
     */
    public HttpHeader {
        if (name.isEmpty() || !isToken(name)) {
            throw new IllegalArgumentException("no name of a header: " + name);
        }
        if (!Ascii.isPrintable(value)) {
            throw new IllegalArgumentException(
                    "a value of the header " + name + " that would not stay on its line");
        }
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
