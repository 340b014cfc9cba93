package org.imipagent.store;

import org.jspecify.annotations.Nullable;

/**
 * The data cannot be read or written. The message says which file, what and the remedy, in one
 * line.
 */
public class StoreTrouble extends RuntimeException {

    /** Why. */
    public enum Kind {
        /** Another writer did not end within the time that was waited. */
        LOCKED,
        /** The disk, or the user's share of it. */
        FULL,
        READ_ONLY,
        DAMAGED,
        /** Not there, not ours, or of a newer program. */
        UNUSABLE
    }

    private final Kind kind;

    public StoreTrouble(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
