package org.imipagent.settings;

/** What the calendar feed of a person, a secret address for phones, holds. */
public enum Feed implements Word {
    /** There is no feed. */
    NONE("none"),
    /** When the person is busy, without titles or people. */
    BUSY("busy"),
    /** Every event with what it says. */
    ALL("all");

    private final String word;

    Feed(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
