package org.imipagent.ical;

import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;

/**
 * Whether two events are the same to a person: the same properties and components, at the same
 * times. A VTIMEZONE that was added in writing makes no difference.
 */
final class Same {

    private Same() {}

    static boolean is(Event one, Event other) {
        List<VEvent> parts = one.parts();
        List<VEvent> others = other.parts();
        return one.uid().equals(other.uid())
                && parts.size() == others.size()
                && java.util.stream.IntStream.range(0, parts.size())
                        .allMatch(i -> is(parts.get(i), others.get(i)));
    }

    static boolean is(VEvent one, VEvent other) {
        return one.component().equals(other.component())
                && instants(one).equals(instants(other))
                && Objects.equals(one.recurrenceId(), other.recurrenceId());
    }

    private static List<Object> instants(VEvent part) {
        var start = part.start();
        var end = part.end();
        return start == null || end == null
                ? List.of()
                : List.of(start.instant(Zone.UTC), end.instant(Zone.UTC));
    }
}
