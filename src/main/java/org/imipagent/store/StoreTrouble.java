package org.imipagent.store;

import org.jspecify.annotations.Nullable;

/**
 * The data cannot be read or written. The message says which one, what and the remedy, in one line.
 */
public class StoreTrouble extends RuntimeException {

    /** Why. */
    public enum Kind {
        /** Another writer did not end within the time that was waited. */
        LOCKED,
        /** Another process changed the same data; what was tried may be tried again. */
        CONFLICT,
        /** The database does not answer, or takes nobody more. */
        UNREACHABLE,
        /** The disk, or the user's share of it. */
        FULL,
        READ_ONLY,
        DAMAGED,
        /** Of an older or newer program than this one. */
        OTHER_VERSION,
        /** Not there, not ours, or not set up. */
        UNUSABLE
    }

    private final Kind kind;
    private final String what;
    private final String remedy;

    /**
     * @param what which data, and what is wrong with them
     * @param remedy what the administrator can do
     */
    public StoreTrouble(Kind kind, String what, String remedy, @Nullable Throwable cause) {
        super(what + "; " + remedy, cause);
        this.kind = kind;
        this.what = what;
        this.remedy = remedy;
    }

    public Kind kind() {
        return kind;
    }

    /** Which data, and what is wrong with them. */
    public String what() {
        return what;
    }

    public String remedy() {
        return remedy;
    }
}
