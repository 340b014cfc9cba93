package org.imipagent.mail;

import java.net.IDN;

/** Mail addresses as headers, commands and arguments may hold them. */
final class Address {

    private static final int LONGEST = 320;

    private Address() {}

    /** Whether it can stand between angle brackets and end no line and no argument there. */
    static boolean isSafe(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && at < address.length() - 1
                && address.length() <= LONGEST
                && address.charAt(0) != '-'
                && address.chars().allMatch(Address::mayStand);
    }

    private static boolean mayStand(int c) {
        return c > ' '
                && "<>(),;:\\\"[]\u007f".indexOf(c) < 0
                && !Character.isISOControl(c)
                && !Character.isWhitespace(c)
                && !Character.isSurrogate((char) c)
                && Character.getType(c) != Character.FORMAT;
    }

    /** With a domain outside ASCII in its ASCII form, where the part before it is ASCII. */
    static String connection(String address) {
        int at = address.lastIndexOf('@');
        if (isAscii(address) || at < 0 || !isAscii(address.substring(0, at))) {
            return address;
        }
        try {
            return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
        } catch (IllegalArgumentException noDomain) {
            return address;
        }
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 126) {
                return false;
            }
        }
        return true;
    }
}
