package org.imipagent.calendar;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding of text in UTF-8 (RFC 3986, 2.1). */
public final class PercentEncoding {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** All but the unreserved characters encoded: letters, digits and {@code - . _ ~}. */
    public static String encode(String text) {
        var encoded = new StringBuilder(text.length() + 8);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c > 0 && "-._~".indexOf(c) >= 0);
    }
}
