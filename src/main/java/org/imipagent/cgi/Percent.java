package org.imipagent.cgi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1) of UTF-8: strict when it reads, and reads once. */
final class Percent {
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /**
     * A text as it may stand in a path segment or a query: all but the unreserved characters of RFC
     * 3986 encoded.
     */
    static String encode(String text) {
        var encoded = new StringBuilder(text.length() + 16);
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (unreserved(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%')
                        .append(HEX.charAt((octet >> 4) & 15))
                        .append(HEX.charAt(octet & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean unreserved(byte c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    /**
     * @throws Failure 400 for a bad percent code, for octets that are no UTF-8, for NUL and for
     *     what should have been encoded
     */
    static String decode(String encoded) {
        return decode(encoded, false);
    }

    /**
     * As {@link #decode(String)}, in a form or a query, where + is a space (HTML,
     * application/x-www-form-urlencoded).
     */
    static String decodeForm(String encoded) {
        return decode(encoded, true);
    }

    private static String decode(String encoded, boolean form) {
        var octets = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                octets.write(octet(encoded, i));
                i += 2;
            } else if (c == 0 || c >= 0x80) {
                throw Failure.badRequest(
                        "The address or the form contains a character that is not encoded.");
            } else {
                octets.write(form && c == '+' ? ' ' : c);
            }
        }
        return utf8(octets.toByteArray());
    }

    private static int octet(String encoded, int at) {
        int high = at + 1 < encoded.length() ? hex(encoded.charAt(at + 1)) : -1;
        int low = at + 2 < encoded.length() ? hex(encoded.charAt(at + 2)) : -1;
        if (high < 0 || low < 0) {
            throw Failure.badRequest("The address or the form contains an invalid percent code.");
        }
        if (high == 0 && low == 0) {
            throw Failure.badRequest("The address or the form contains a null character.");
        }
        return high << 4 | low;
    }

    /** Not Character.digit: that takes digits of every script. */
    private static int hex(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'F') {
            return c - 'A' + 10;
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /**
     * @throws Failure 400 when the octets are no UTF-8
     */
    static String utf8(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw Failure.badRequest("The address or the form is not in UTF-8.");
        }
    }
}
