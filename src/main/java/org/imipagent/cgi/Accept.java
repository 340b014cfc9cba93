package org.imipagent.cgi;

import java.util.Locale;

/**
 * What kinds of answer the browser wants (RFC 9110, section 12.5.1).
 *
 * @param header the value of the header; "" accepts everything
 */
public record Accept(String header) {
    private static final int MOST = 4096;

    /**
     * The one of two types that is wanted more; the first when both are wanted alike or neither at
     * all.
     */
    public String preferred(String first, String second) {
        return quality(second) > quality(first) ? second : first;
    }

    /** How much a type is wanted, in thousandths; the most exact range that names it decides. */
    private int quality(String type) {
        if (header.isEmpty() || header.length() > MOST) {
            return 1000;
        }
        int best = 0;
        int exactness = 0;
        for (var range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            int semicolon = range.indexOf(';');
            int exact =
                    exactness(
                            (semicolon < 0 ? range : range.substring(0, semicolon)).strip(), type);
            if (exact > exactness) {
                exactness = exact;
                best = semicolon < 0 ? 1000 : weight(range.substring(semicolon));
            }
        }
        return best;
    }

    private static int exactness(String range, String type) {
        if (range.equals(type)) {
            return 3;
        }
        if (range.equals(type.substring(0, type.indexOf('/') + 1) + "*")) {
            return 2;
        }
        return range.equals("*/*") ? 1 : 0;
    }

    /** q=0.8 as 800; a weight that cannot be read is none. */
    static int weight(String parameters) {
        for (var parameter : parameters.split(";", -1)) {
            var p = parameter.strip();
            if (p.startsWith("q=")) {
                return thousandths(p.substring(2));
            }
        }
        return 1000;
    }

    private static int thousandths(String q) {
        if (q.startsWith("1")) {
            return 1000;
        }
        int value = 0;
        for (int i = 2, unit = 100; i < q.length() && unit > 0; i++, unit /= 10) {
            int digit = q.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            value += digit * unit;
        }
        return q.startsWith("0") ? value : 0;
    }
}
