package org.imipagent.settings;

/** Whether pages are light or dark. */
public enum Theme implements Word {
    /** As the browser says. */
    AUTO("auto"),
    /** Dark letters on light. */
    LIGHT("light"),
    /** Light letters on dark. */
    DARK("dark");

    private final String word;

    Theme(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
