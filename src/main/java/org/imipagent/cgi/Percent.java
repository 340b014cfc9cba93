package org.imipagent.cgi;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding (RFC 3986, section 2.1) of UTF-8: strict when it reads, and reads once.
 * URLDecoder is not: it takes raw characters, and puts a replacement where octets are no UTF-8.
 */
final class Percent {
    private Percent() {}

    /**
     * A text as it may stand in a path segment or a query: all but the unreserved characters of RFC
     * 3986 encoded.
     */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
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
        if (at + 2 >= encoded.length()
                || !HexFormat.isHexDigit(encoded.charAt(at + 1))
                || !HexFormat.isHexDigit(encoded.charAt(at + 2))) {
            throw Failure.badRequest("The address or the form contains an invalid percent code.");
        }
        int octet = HexFormat.fromHexDigits(encoded, at + 1, at + 3);
        if (octet == 0) {
            throw Failure.badRequest("The address or the form contains a null character.");
        }
        return octet;
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
