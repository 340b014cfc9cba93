package org.imipagent.calendar;

/**
 * How much work a stranger's text may cause. Everything is counted, nothing is timed, so that the
 * same text has the same end on every machine.
 *
 * @param text characters of one calendar text; a longer one is not read at all
 * @param properties properties and parameters of one text together
 * @param nesting components inside components
 * @param problems reported for one text
 * @param candidates steps taken to find the occurrences of one event
 * @param instances occurrences of one event in one window
 */
public record Limits(
        int text, int properties, int nesting, int problems, int candidates, int instances) {

    public static final Limits STANDARD = new Limits(12_000_000, 200_000, 16, 50, 400_000, 20_000);

    /**
     * For what is kept: it has passed the gate, perhaps when the gate was wider, and was written by
     * us. Only the work of expanding it is bounded, above what any setting lets in.
     */
    public static final Limits KEPT =
            new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 16, 50, 4_000_000, 1_000_000);

    /** In characters; most are far longer. */
    private static final int SHORTEST_PROPERTY = 10;

    /** How many steps it may take to find one occurrence, on the average. */
    private static final int STEPS_FOR_EACH = 80;

    public Limits {
        if (text < 1
                || properties < 1
                || nesting < 1
                || problems < 1
                || candidates < 1
                || instances < 1) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }

    /** With so long a text, and as many properties as fit into it. */
    public Limits withText(int characters) {
        int fitting = Math.max(properties, characters / SHORTEST_PROPERTY);
        return new Limits(characters, fitting, nesting, problems, candidates, instances);
    }

    /** With so many steps and occurrences. */
    public Limits within(int steps, int most) {
        return new Limits(text, properties, nesting, problems, steps, most);
    }

    /** With so many occurrences, and the steps that it takes to find them. */
    public Limits withInstances(int most) {
        long wanted = Math.max(candidates, (long) STEPS_FOR_EACH * most);
        int steps = (int) Math.min(wanted, KEPT.candidates);
        return new Limits(text, properties, nesting, problems, steps, most);
    }
}
