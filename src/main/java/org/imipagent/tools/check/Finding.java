package org.imipagent.tools.check;

import java.util.Locale;

/**
 * One line of the outcome.
 *
 * @param check the name of the check, as in the {@link CheckCatalogue}
 * @param found what is so, and where
 * @param remedy what mends it, a command wherever there is one; "" where nothing is to be done
 */
public record Finding(Outcome outcome, String check, String found, String remedy) {

    /** How a check ended. */
    public enum Outcome {
        OK,
        PROBLEM,
        /** It could not be asked, or is the administrator's to judge. */
        NOTE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isProblem() {
        return outcome == Outcome.PROBLEM;
    }
}
