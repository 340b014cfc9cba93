package org.imipagent.tools;

import java.time.Instant;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.agent.Outbox;
import org.imipagent.agent.Publishing;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * An installation that a command works on.
 *
 * @param outbox the queue with this site's way of sending
 */
public record Opened(Installation site, Outbox outbox) implements AutoCloseable {

    Store store() {
        return site.store();
    }

    /**
     * Holds that a person is known.
     *
     * @throws NotDone when nobody of this address is known
     */
    static void known(ReadTransaction reading, CalendarAddress user) throws NotDone {
        if (!reading.knows(user)) {
            throw NotDone.refused(
                    "unknown user "
                            + user.email()
                            + ": see imip-agent user list; imip-agent user add creates one");
        }
    }

    /** Those whom a command is about: the one it names, or all. */
    List<CalendarAddress> users(@Nullable CalendarAddress only) throws NotDone {
        try (ReadTransaction reading = store().read()) {
            if (only == null) {
                return reading.users();
            }
            known(reading, only);
            return List.of(only);
        }
    }

    /**
     * Writes the free/busy files of users, or takes away those of users who do not publish.
     *
     * @throws NotDone when one cannot be made out or written; the others are all the same
     */
    void publish(List<CalendarAddress> users, Instant now) throws NotDone {
        List<String> troubles = new Publishing(site).publishAll(users, now);
        if (!troubles.isEmpty()) {
            throw NotDone.tryAgain(troubles);
        }
    }

    /** An error of a file names the file in its message and what is wrong in its class. */
    static String told(Exception trouble) {
        return trouble.getClass().getSimpleName() + ": " + trouble.getMessage();
    }

    @Override
    public void close() {
        store().close();
    }
}
