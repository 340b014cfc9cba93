package org.imipagent.settings;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name somebody meant. */
public final class Nearest {
    private static final int LONGEST = 80;

    private Nearest() {}

    /** {@code : did you mean NAME?}, or "" when no name is near. */
    public static String remedy(String written, List<String> names) {
        var name = to(written, names);
        return name == null ? "" : ": did you mean " + name + "?";
    }

    /**
     * The nearest of some names; null when none is within a third of its letters, or nothing of
     * what was written is left.
     */
    static @Nullable String to(String written, List<String> names) {
        @Nullable String nearest = null;
        int least = Integer.MAX_VALUE;
        for (var name : names) {
            int distance = distance(written, name);
            if (distance < least
                    && distance <= Math.max(2, name.length() / 3)
                    && distance < written.length()) {
                nearest = name;
                least = distance;
            }
        }
        return nearest;
    }

    /** How many letters must be put in, taken out or changed (Levenshtein), whatever their case. */
    private static int distance(String one, String two) {
        if (one.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        var a = one.toLowerCase(Locale.ROOT);
        var b = two.toLowerCase(Locale.ROOT);
        var above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
