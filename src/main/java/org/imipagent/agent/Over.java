package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.Limits;
import org.imipagent.ical.Recurrences;
import org.imipagent.itip.Act;
import org.jspecify.annotations.Nullable;

/** Whether an act is about what is over: nobody is told of that. */
final class Over {

    private Over() {}

    /** The same before it is known which occurrences there are: of what is written in a form. */
    static boolean is(@Nullable Event event, Act act, Instant now, Zone zone, Limits limits) {
        Event after =
                switch (act) {
                    case Act.Save(Event saved, _, _) -> saved;
                    case Act.SaveFrom(_, VEvent from, _, _) -> Event.of(from);
                    default -> null;
                };
        return is(event, after, now, zone, limits);
    }

    /**
     * Nothing of an event is still to come, neither as it is kept nor as it is to be.
     *
     * @param event null where it is not kept yet
     * @param after null where it stays as it is
     */
    static boolean is(
            @Nullable Event event, @Nullable Event after, Instant now, Zone zone, Limits limits) {
        return (event == null || isOver(event, now, zone, limits))
                && (after == null || isOver(after, now, zone, limits));
    }

    private static boolean isOver(Event event, Instant now, Zone zone, Limits limits) {
        var next = Recurrences.expand(event, now, now.plus(Duration.ofDays(1)), zone, limits);
        return next.instances().isEmpty() && !next.more();
    }
}
