package org.imipagent.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.digest.Sha256;
import org.imipagent.store.AliasCode;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Codes that prove that an address is a person's (decision 0018): mailed there, entered on the
 * page. A code is good for one person and one address, for two hours and five attempts. Nobody can
 * make this site send many: three a day to a mailbox, five a day for a person, one a minute.
 */
final class AliasCodes {

    static final Duration LIFE = Duration.ofHours(2);
    static final int MOST_ATTEMPTS = 5;
    static final Duration BUDGET = Duration.ofDays(1);
    static final int MOST_FOR_PERSON = 5;
    static final int MOST_TO_MAILBOX = 3;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int DIGITS = 8;

    private AliasCodes() {}

    /** Eight digits. */
    static String random() {
        var code = new StringBuilder();
        var random = new SecureRandom();
        for (int i = 0; i < DIGITS; i++) {
            code.append(random.nextInt(10));
        }
        return code.toString();
    }

    /** Whether one more may be mailed. */
    static boolean isBudgetLeft(
            ReadTransaction reading, CalendarAddress user, CalendarAddress alias, Instant now) {
        var today = reading.aliasCodes(user, now.minus(BUDGET));
        boolean justNow =
                today.stream()
                        .anyMatch(
                                code ->
                                        code.alias().plain().equals(alias.plain())
                                                && code.asked().isAfter(now.minus(PAUSE)));
        return !justNow
                && today.size() < MOST_FOR_PERSON
                && reading.aliasCodesSentTo(alias.plain(), now.minus(BUDGET)) < MOST_TO_MAILBOX;
    }

    /** The newest code of an address that is still good; null for none. */
    static @Nullable AliasCode good(
            ReadTransaction reading, CalendarAddress user, CalendarAddress alias, Instant now) {
        for (AliasCode code : reading.aliasCodes(user, now.minus(LIFE))) {
            if (code.alias().equals(alias)) {
                return code.attempts() < MOST_ATTEMPTS ? code : null;
            }
        }
        return null;
    }

    /** Whether this is the code; digits of any script, whatever stands between them. */
    static boolean isIt(byte[] secret, CalendarAddress user, AliasCode kept, String entered) {
        String digits = digits(entered);
        return digits.length() == DIGITS
                && MessageDigest.isEqual(
                        kept.digest().getBytes(StandardCharsets.US_ASCII),
                        digest(secret, user, kept.alias(), kept.asked(), digits)
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String digits(String entered) {
        var digits = new StringBuilder();
        for (int i = 0; i < entered.length() && digits.length() <= DIGITS; i++) {
            int digit = Character.digit(entered.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }

    /** What is kept in the place of the code: of the site, the person, the address and the time. */
    static String digest(
            byte[] secret,
            CalendarAddress user,
            CalendarAddress alias,
            Instant asked,
            String code) {
        var digest = new Sha256();
        digest.update(secret);
        for (String part :
                new String[] {
                    "alias-code",
                    user.uri(),
                    alias.uri(),
                    Long.toString(asked.getEpochSecond()),
                    code
                }) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
