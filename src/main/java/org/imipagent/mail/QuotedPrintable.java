package org.imipagent.mail;

import java.nio.charset.StandardCharsets;

/** Quoted-printable of text in UTF-8 (RFC 2045, 6.7). */
final class QuotedPrintable {

    private static final int LINE = 76;
    private static final String HEX = "0123456789ABCDEF";

    private QuotedPrintable() {}

    /** Ends with a line end; "From " and "." at the start of a line are encoded. */
    static String encode(String text, String lineEnding) {
        var encoded = new StringBuilder(text.length() + text.length() / 10 + 8);
        for (String line : text.lines().toList()) {
            line(line.getBytes(StandardCharsets.UTF_8), encoded, lineEnding);
        }
        return encoded.toString();
    }

    private static void line(byte[] octets, StringBuilder encoded, String lineEnding) {
        int column = 0;
        for (int i = 0; i < octets.length; i++) {
            boolean last = i + 1 == octets.length;
            boolean plain = isPlain(octets[i], last, column == 0);
            if (column + (plain ? 1 : 3) > (last ? LINE : LINE - 1)) {
                encoded.append('=').append(lineEnding);
                column = 0;
                plain = isPlain(octets[i], last, true);
            }
            if (plain) {
                encoded.append((char) octets[i]);
            } else {
                int octet = octets[i] & 0xff;
                encoded.append('=').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xf));
            }
            column += plain ? 1 : 3;
        }
        encoded.append(lineEnding);
    }

    private static boolean isPlain(byte octet, boolean last, boolean first) {
        if (octet == ' ' || octet == '\t') {
            return !last;
        }
        return octet > ' '
                && octet < 127
                && octet != '='
                && !(first && (octet == 'F' || octet == '.'));
    }
}
