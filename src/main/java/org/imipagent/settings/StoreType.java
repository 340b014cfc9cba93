package org.imipagent.settings;

/** Where kept data lies. */
public enum StoreType implements Word {
    /** One file in a folder of this machine. */
    SQLITE("sqlite"),
    /** A database that several machines may share. */
    POSTGRESQL("postgresql");

    private final String word;

    StoreType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
