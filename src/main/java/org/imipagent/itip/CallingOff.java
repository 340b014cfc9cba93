package org.imipagent.itip;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.recurrence.SeriesSplit;
import org.jspecify.annotations.Nullable;

/** The organiser cancels (RFC 5546, 3.2.5): what is cancelled is kept, marked so. */
final class CallingOff {

    private CallingOff() {}

    static Decision decide(CalendarState kept, Event event, UserAction.CallOff act, Instant now) {
        VEvent part = UserActionRules.part(kept, event, act.id());
        if (part == null) {
            return Decision.refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(act.id()));
        }
        if (event.organiser() != null && !kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_ORGANISER, "");
        }
        if (part.isCancelled() || event.isCancelled()) {
            return Decision.refuse(Verdict.CANCELLED_BEFORE, "");
        }
        Event after = after(kept, event, part, act);
        var telling = new OrganiserUpdate.Telling(act.send(), false, act.comment());
        return OrganiserUpdate.decide(kept, event, after, telling, now, Verdict.CALLED_OFF);
    }

    private static Event after(
            CalendarState kept, Event event, VEvent part, UserAction.CallOff act) {
        if (!act.who().isEmpty()) {
            return without(event, part, act.id(), act.who());
        }
        RecurrenceId id = act.id();
        if (id == null) {
            return cancelled(event);
        }
        if (!act.andFuture() || event.master() == null) {
            return event.with(cancelled(part));
        }
        Event head = SeriesSplit.head(event, id, kept.zone(), kept.limits());
        return head == null ? cancelled(event) : head;
    }

    private static Event cancelled(Event event) {
        return event.with(event.parts().stream().map(CallingOff::cancelled).toList());
    }

    private static VEvent cancelled(VEvent part) {
        return part.withSequence(part.sequence() + 1).cancelled();
    }

    private static Event without(
            Event event, VEvent named, @Nullable RecurrenceId id, List<CalendarAddress> who) {
        Set<CalendarAddress> gone = new HashSet<>(who);
        List<VEvent> parts = id == null ? event.parts() : List.of(named);
        return event.with(parts.stream().map(part -> part.withoutAttendees(gone)).toList());
    }
}
