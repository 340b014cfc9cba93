package org.imipagent.settings;

/** What the colour of an event on a calendar page says. */
public enum Colours implements Word {
    /** Whether it is the person's own, organised by them, or an invitation. */
    ROLE("role"),
    /** Its first category. */
    CATEGORY("category"),
    /** Nothing: all are alike. */
    NONE("none");

    private final String word;

    Colours(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
