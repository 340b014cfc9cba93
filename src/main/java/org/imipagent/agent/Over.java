package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Zone;
import org.imipagent.recurrence.Recurrences;
import org.jspecify.annotations.Nullable;

/** Whether nothing of an event is still to come: nobody is told of that. */
final class Over {

    private Over() {}

    /**
     * Neither as it is kept nor as it is to be.
     *
     * @param event null where it is not kept
     */
    static boolean is(
            @Nullable Event event, @Nullable Event after, Instant now, Zone zone, Limits limits) {
        return is(event, now, zone, limits) && is(after, now, zone, limits);
    }

    private static boolean is(@Nullable Event event, Instant now, Zone zone, Limits limits) {
        if (event == null) {
            return true;
        }
        var next = Recurrences.expand(event, now, now.plus(Duration.ofDays(1)), zone, limits);
        return next.instances().isEmpty() && !next.more();
    }
}
