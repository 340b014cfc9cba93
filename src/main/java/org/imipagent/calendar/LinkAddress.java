package org.imipagent.calendar;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of links that strangers wrote. */
public final class LinkAddress {

    private LinkAddress() {}

    /** The address when a browser may go there: http, https or mailto; else null. */
    public static @Nullable String of(String url) {
        String address = url.strip();
        String small = address.toLowerCase(Locale.ROOT);
        boolean known =
                small.startsWith("https://")
                        || small.startsWith("http://")
                        || small.startsWith("mailto:");
        return known && address.chars().allMatch(c -> c > ' ' && c != 0x7f && !turns(c))
                ? address
                : null;
    }

    /**
     * Embeddings, overrides and isolates of the bidirectional algorithm (UAX 9), and invisible
     * ones.
     */
    public static boolean turns(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
    }
}
