package org.imipagent.mail;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SequencedMap;

/**
 * A header field of our own.
 *
 * @param name letters, digits and hyphens
 * @param value any text: it is made safe, encoded and folded when written
 */
public record MailHeader(String name, String value) {

    private static final int LONGEST_VALUE = 200;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    public MailHeader {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]{0,60}")) {
            throw new IllegalArgumentException("not the name of a header field");
        }
    }

    /**
     * What the agent made of a message, for the mail handed on: {@code invited; method=REQUEST;
     * uid=...}. Strangers' words among the details (a UID) are percent-encoded in UTF-8 where they
     * hold anything but letters, digits and harmless signs, and cut where they are long.
     *
     * @param verdict one word of ours
     * @param details names of ours with values of anybody
     */
    public static MailHeader trace(
            String name, String verdict, SequencedMap<String, String> details) {
        var value = new StringBuilder(safe(verdict));
        details.forEach(
                (key, detail) ->
                        value.append("; ").append(safe(key)).append('=').append(safe(detail)));
        return new MailHeader(name, value.toString());
    }

    /** The field with its line endings; every line but hostile long words within 78 octets. */
    String written(String lineEnding) {
        return Folding.field(name, Folding.unstructured(value), lineEnding);
    }

    private static String safe(String text) {
        var safe = new StringBuilder();
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < octets.length && safe.length() < LONGEST_VALUE; i++) {
            char c = (char) (octets[i] & 0xff);
            if (isHarmless(c)) {
                safe.append(c);
            } else {
                safe.append('%').append(HEX.toHexDigits((byte) c));
            }
        }
        return safe.toString();
    }

    private static boolean isHarmless(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "@._+-/:{}~".indexOf(c) >= 0;
    }
}
