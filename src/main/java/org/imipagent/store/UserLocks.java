package org.imipagent.store;

import java.util.HashSet;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;

/**
 * The users whose data a transaction of PostgreSQL holds for itself, until it ends. A user need not
 * be known to be held, and nothing is written for it; whoever waits for each other is told, and
 * tries again.
 */
final class UserLocks {

    /** Our own among the locks that programs of one database agree on: "imip" in ASCII. */
    static final long OURS = 0x696d6970;

    /** In a transaction, so that it ends with it, also where connections are shared. */
    static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, " + OURS + "))";

    private final Set<CalendarAddress> held = new HashSet<>();

    /** Waits for the lock of a user, once. */
    void hold(Session session, CalendarAddress user) {
        if (!held.contains(user)) {
            session.rows(row -> true, LOCK, user);
            held.add(user);
        }
    }

    /** The lock is held already. */
    void isHeld(CalendarAddress user) {
        held.add(user);
    }
}
