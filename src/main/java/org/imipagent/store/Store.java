package org.imipagent.store;

import java.util.List;

/**
 * The kept data of a site. Two bodies: SQLite, and PostgreSQL.
 *
 * <p>Every method here and in {@link Reading} and {@link Writing} throws {@link StoreTrouble} when
 * the data cannot be read or written: the caller answers 75 or 503.
 */
public interface Store extends AutoCloseable {

    /** A view of the data as they are now. Takes no lock and waits for none. */
    Reading read();

    /**
     * The one transaction of an effect: waits for other writers, up to the store's busy time-out.
     */
    Writing write();

    /** Looks at everything and names what is damaged; empty when all is well. */
    List<Damage> verify();

    @Override
    void close();

    /**
     * Something that is not as it should be.
     *
     * @param where user and UID, table or file
     * @param what what is wrong with it
     */
    record Damage(String where, String what) {}
}
