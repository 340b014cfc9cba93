package org.imipagent.tools;

import java.util.List;

/** A command did not do what it was asked. Each line says what and where, with the remedy. */
public final class NotDone extends Exception {

    /** Why; main has an exit status for each. */
    public enum Why {
        WRONG_USAGE,
        /** What was given, or found, is not as it should be. */
        REFUSED,
        /** It may be done later, or when somebody has mended what is told. */
        TRY_AGAIN,
        WRONG_SETTINGS
    }

    private final Why why;
    private final List<String> lines;

    public NotDone(Why why, List<String> lines) {
        super(lines.getFirst(), null, false, false);
        this.why = why;
        this.lines = lines.stream().map(CommandContext::plain).toList();
    }

    static NotDone usage(String line) {
        return new NotDone(Why.WRONG_USAGE, List.of(line));
    }

    static NotDone refused(String line) {
        return new NotDone(Why.REFUSED, List.of(line));
    }

    static NotDone tryAgain(List<String> lines) {
        return new NotDone(Why.TRY_AGAIN, lines);
    }

    public Why why() {
        return why;
    }

    public List<String> lines() {
        return lines;
    }
}
