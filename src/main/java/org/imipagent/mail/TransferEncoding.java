package org.imipagent.mail;

/** What a message needs of those who carry it unencoded (RFC 2045, 2.7 to 2.9). */
final class TransferEncoding {

    private static final int LONGEST_LINE = 998;

    private TransferEncoding() {}

    /** 7bit, 8bit, or binary where lines are too long or NUL or a lone CR occurs. */
    static String of(byte[] message) {
        var eightBit = false;
        int line = 0;
        for (int i = 0; i < message.length; i++) {
            byte octet = message[i];
            boolean loneReturn =
                    octet == '\r' && (i + 1 == message.length || message[i + 1] != '\n');
            line = octet == '\n' ? 0 : octet == '\r' ? line : line + 1;
            if (octet == 0 || loneReturn || line > LONGEST_LINE) {
                return "binary";
            }
            eightBit |= octet < 0;
        }
        return eightBit ? "8bit" : "7bit";
    }
}
