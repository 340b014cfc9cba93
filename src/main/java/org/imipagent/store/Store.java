package org.imipagent.store;

import java.util.List;
import java.util.function.Consumer;
import org.imipagent.calendar.CalendarAddress;

/**
 * The kept data of a site: in a file of SQLite, or in a database of PostgreSQL for several
 * machines.
 *
 * <p>Every method here and in {@link ReadTransaction} and {@link WriteTransaction} throws {@link
 * StoreTrouble} when the data cannot be read or written: the caller answers 75 or 503.
 */
public sealed interface Store extends AutoCloseable permits SqliteStore, PostgreSqlStore {

    /**
     * A view of the data as they are now. Takes no lock and waits for none. Of a store that is not
     * there yet it is an empty view, and nothing is made. One of an older program is brought up to
     * date first where one machine has it for itself; where it may not be written, that is told.
     */
    ReadTransaction read();

    /**
     * What an effect does with the data: a function of them. It has no other effects, since it may
     * run again.
     */
    @FunctionalInterface
    interface Work<T> {
        T with(WriteTransaction writing);
    }

    /**
     * Runs the one transaction of an effect: all of it holds once this returns, and nothing of it
     * when the work throws. No other effect on the same user runs meanwhile: this waits for it, up
     * to the store's busy time-out. Makes the store where there is none, and brings one of an older
     * program up to date where one machine has it for itself.
     *
     * @param address of the user whose data it is about: their own, or an alias
     */
    <T> T effect(CalendarAddress address, Work<T> work);

    /** The same without an answer. */
    default void change(CalendarAddress address, Consumer<WriteTransaction> work) {
        effect(address, answering(work));
    }

    /** An effect on what is nobody's own, as the outbox is, or on several users. */
    <T> T effect(Work<T> work);

    /** The same without an answer. */
    default void change(Consumer<WriteTransaction> work) {
        effect(answering(work));
    }

    private static Work<Boolean> answering(Consumer<WriteTransaction> work) {
        return writing -> {
            work.accept(writing);
            return true;
        };
    }

    /**
     * Makes the store where there is none, and brings one of an older program up to date. Where
     * several machines share a store this is the only way.
     */
    void upgrade();

    /** Looks at everything and names what is damaged; empty when all is well. */
    List<Damage> verify();

    /** Lets go of the files. Close what was read and written with first. */
    @Override
    void close();

    /**
     * Something that is not as it should be.
     *
     * @param where user and UID, table or file
     * @param what what is wrong with it
     * @param remedy what the administrator can do
     */
    record Damage(String where, String what, String remedy) {}
}
