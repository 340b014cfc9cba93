package org.imipagent.itip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Event;
import org.jspecify.annotations.Nullable;

/**
 * The person takes back what they did on a page, before anybody else heard of it: all is kept again
 * as it was, and nobody is told, since nobody knew.
 */
public final class Undoing {

    private Undoing() {}

    /**
     * What was kept under a UID.
     *
     * @param event null where there was none
     * @param requests what waited about it
     * @param counters what was proposed instead
     */
    public record Before(
            String uid,
            @Nullable Event event,
            List<Request> requests,
            List<CounterProposal> counters) {

        public Before {
            requests = List.copyOf(requests);
            counters = List.copyOf(counters);
        }
    }

    /**
     * Decides it. What came since, such as a guest's proposal, waits on.
     *
     * @param state of the person; it need not hold an event
     */
    public static Decision decide(CalendarState state, List<Before> all, Instant now) {
        var changes = new ArrayList<Change>();
        for (Before before : all) {
            Event event = before.event();
            changes.add(event == null ? new Change.Remove(before.uid()) : new Change.Keep(event));
            before.requests().forEach(request -> changes.add(new Change.Ask(request)));
            before.counters().forEach(counter -> changes.add(new Change.KeepCounter(counter)));
        }
        return Keepable.checked(state, Decision.change(Verdict.UNDONE, changes), now);
    }
}
