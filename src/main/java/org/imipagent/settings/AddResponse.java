package org.imipagent.settings;

/** What answers ADD (RFC 5546, section 3.2.4). */
public enum AddResponse implements Word {
    /** Ask the organiser for the whole event. */
    REFRESH("refresh"),
    /** Add the occurrence as it came. */
    ADD("add"),
    /** Disregard it. */
    IGNORE("ignore");

    private final String word;

    AddResponse(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
