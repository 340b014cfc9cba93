package org.imipagent.settings;

/** Which page the calendar opens with. */
public enum DefaultView implements Word {
    /** A month. */
    MONTH("month"),
    /** Seven days over their hours. */
    WEEK("week"),
    /** A day over its hours. */
    DAY("day"),
    /** The coming events as a list. */
    LIST("list");

    private final String word;

    DefaultView(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
