package org.imipagent.settings;

/** What becomes of an event that its organiser cancels. */
public enum Cancelled implements Word {
    /** It stays in the calendar, struck through and free. */
    KEEP("keep"),
    /** It is not shown any more; that it is cancelled is not forgotten. */
    REMOVE("remove");

    private final String word;

    Cancelled(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
