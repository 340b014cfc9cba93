package org.imipagent.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imipagent.digest.Sha256;

/**
 * Message identifiers that are a function of the act: the same act told again, from the outbox or
 * after a crash, bears the same Message-ID, and mail stores that drop doubles drop it.
 *
 * <p>120 bits of SHA-256. UIDs are strangers' words, and with a cheap hash a stranger could make
 * two acts that share an identifier, so that one of our mails is dropped.
 */
public final class MessageIds {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int OCTETS = 15;

    /** So long a code is. */
    public static final int LETTERS = OCTETS * 8 / 5;

    private MessageIds() {}

    /**
     * The identifier, with angle brackets.
     *
     * @param domain of ours, behind the @
     * @param act whatever tells this act from all others, in order: method, UID, RECURRENCE-ID,
     *     SEQUENCE, DTSTAMP, sender, recipient
     */
    public static String of(String domain, List<String> act) {
        return of(domain, code(act));
    }

    /**
     * The identifier of a code, with angle brackets.
     *
     * @param code letters, digits and dots
     */
    public static String of(String domain, String code) {
        return '<' + code + '@' + host(domain) + '>';
    }

    /** The part of it before the @: {@link #LETTERS} small letters and digits. */
    public static String code(List<String> act) {
        var digest = new Sha256();
        for (String word : act) {
            byte[] octets = word.getBytes(StandardCharsets.UTF_8);
            // The length first: "ab", "c" is another act than "a", "bc".
            digest.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(octets);
        }
        return base32(digest.digest());
    }

    private static String base32(byte[] octets) {
        var text = new StringBuilder(LETTERS);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < OCTETS; i++) {
            bits = (bits << 8) | (octets[i] & 0xff);
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(BASE32.charAt((bits >> held) & 31));
            }
        }
        return text.toString();
    }

    private static String host(String domain) {
        boolean usable = !domain.isEmpty() && domain.length() <= 200;
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            usable &= c < 127 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
        }
        return usable ? domain : "localhost";
    }
}
