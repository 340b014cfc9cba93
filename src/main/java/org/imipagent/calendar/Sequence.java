package org.imipagent.calendar;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The value of SEQUENCE (RFC 5545, 3.8.7.4), however many digits it has. */
public final class Sequence {

    /** What is larger counts as this: so one more can still be told from it. */
    public static final long LARGEST = Long.MAX_VALUE / 2;

    /** The largest INTEGER of RFC 5545, 3.3.8. */
    private static final long LARGEST_INTEGER = Integer.MAX_VALUE;

    private static final int DIGITS_OF_A_LONG = 18;

    private Sequence() {}

    static long of(Component component) {
        String digits = digits(component.first("SEQUENCE"));
        if (digits.isEmpty()) {
            return 0;
        }
        return digits.length() > DIGITS_OF_A_LONG ? LARGEST : Long.parseLong(digits);
    }

    /** Whether programs that count as RFC 5545 does cannot read it. */
    public static boolean isLarge(Property sequence) {
        String digits = digits(sequence);
        return digits.length() > DIGITS_OF_A_LONG
                || (!digits.isEmpty() && Long.parseLong(digits) > LARGEST_INTEGER);
    }

    static String text(Component component) {
        String digits = digits(component.first("SEQUENCE"));
        return digits.isEmpty() ? "0" : digits;
    }

    static int compare(Component one, Component other) {
        String mine = digits(one.first("SEQUENCE"));
        String its = digits(other.first("SEQUENCE"));
        return mine.length() == its.length()
                ? mine.compareTo(its)
                : Integer.compare(mine.length(), its.length());
    }

    /** As it is to stand in a component; one more than a large one is the next after that. */
    static Property write(Component component, long sequence) {
        Property known = component.first("SEQUENCE");
        String digits = digits(known);
        if (known != null && !digits.isEmpty() && sequence == of(component)) {
            return known;
        }
        return sequence > LARGEST && digits.length() > DIGITS_OF_A_LONG
                ? Property.of("SEQUENCE", new BigInteger(digits).add(BigInteger.ONE).toString())
                : Property.of("SEQUENCE", Long.toString(sequence));
    }

    /** Without zeros before it; "" where it is 0, missing or no number. */
    private static String digits(@Nullable Property sequence) {
        String text = sequence == null ? "" : sequence.value().strip();
        int from = text.startsWith("+") ? 1 : 0;
        while (from < text.length() && text.charAt(from) == '0') {
            from++;
        }
        String digits = text.substring(from);
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? digits : "";
    }
}
