package org.imipagent.store;

import java.util.List;
import org.imipagent.itip.Request;
import org.jspecify.annotations.Nullable;

/**
 * What was kept under one UID before an action, so that it can be undone.
 *
 * @param version of the event after the action; 0 where it kept none. With another the event was
 *     changed since
 * @param text the iCalendar text before; null where there was no such event
 * @param requests what waited about it
 * @param counters what was proposed instead of it
 */
public record Undo(
        String uid,
        long version,
        @Nullable String text,
        List<Request> requests,
        List<KeptCounter> counters) {

    public Undo {
        requests = List.copyOf(requests);
        counters = List.copyOf(counters);
    }
}
