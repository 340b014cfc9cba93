package org.imipagent.settings;

/** How a calendar message reaches the person's mailbox. */
public enum Incoming implements Word {
    /** The message as it came, nothing beside it. */
    MESSAGE_ONLY("message-only"),
    /** The message, then a summary. */
    MESSAGE_THEN_SUMMARY("message-then-summary"),
    /** A summary, then the message. */
    SUMMARY_THEN_MESSAGE("summary-then-message"),
    /** A summary instead of the message. */
    SUMMARY_ONLY("summary-only"),
    /** A summary that holds the message. */
    SUMMARY_WRAPS_MESSAGE("summary-wraps-message");

    private final String word;

    Incoming(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
