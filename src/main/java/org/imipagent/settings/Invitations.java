package org.imipagent.settings;

/** Whose invitations to new events are taken. */
public enum Invitations implements Word {
    /** Everybody's. */
    ALL("all"),
    /** Those of people the person has had to do with; others' are handed on as they came. */
    KNOWN("known"),
    /** Nobody's: only what is in the calendar already is kept up to date. */
    NONE("none");

    private final String word;

    Invitations(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
