package org.imipagent.store;

/**
 * The data cannot be read or written. The message says which file, what and the remedy, in one
 * line.
 */
public final class StoreTrouble extends RuntimeException {

    /** Why. */
    public enum Kind {
        LOCKED,
        FULL,
        READ_ONLY,
        DAMAGED,
        /** Not there, not ours, or of a newer program. */
        UNUSABLE
    }

    private final Kind kind;

    public StoreTrouble(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
