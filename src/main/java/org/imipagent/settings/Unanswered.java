package org.imipagent.settings;

/** What an invitation does to free/busy before it is answered. */
public enum Unanswered implements Word {
    /** Nothing. */
    FREE("free"),
    /** It makes the person tentatively busy. */
    TENTATIVE("tentative");

    private final String word;

    Unanswered(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
