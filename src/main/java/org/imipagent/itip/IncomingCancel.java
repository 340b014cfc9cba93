package org.imipagent.itip;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;

/**
 * CANCEL for an attendee (RFC 5546, 3.2.5): the event, some of its occurrences, or the part of some
 * attendees in it. What is cancelled is kept, marked so.
 */
final class IncomingCancel {

    private IncomingCancel() {}

    static Decision decide(CalendarState kept, Event event, Message came) {
        Event result = event;
        Decision refusal = null;
        var settled = new ArrayList<Change>();
        var repeated = false;
        for (VEvent part : came.event().parts()) {
            RecurrenceId id = part.recurrenceId();
            VEvent target = kept.standing(result, id);
            if (target == null && isAhead(result, part)) {
                result = result.with(part.cancelled());
                settled.add(new Change.Settle(event.uid(), id));
            } else if (target == null) {
                refusal = Decision.refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
            } else if (isOlder(part, target)) {
                refusal = Decision.refuse(Verdict.STALE, Version.compared(part, target));
            } else if (isCancelledAlready(target, part)) {
                repeated = true;
            } else if (isForOthers(kept, part)) {
                result = result.with(withoutAttendees(target, part));
            } else {
                result = cancel(kept, result, target, part);
                settled.add(new Change.Settle(event.uid(), id));
                settled.add(new Change.Release(event.uid(), id));
            }
        }
        if (result.equals(event)) {
            return refusal != null && !repeated ? refusal : Decision.refuse(Verdict.REPEATED, "");
        }
        var changes = new ArrayList<Change>(List.of(new Change.Keep(result)));
        changes.addAll(settled);
        return Decision.change(settled.isEmpty() ? Verdict.UPDATED : Verdict.CANCELLED, changes);
    }

    /**
     * A CANCEL that overtook its REQUEST: what it cancels is kept cancelled, so that the older
     * REQUEST does not invite. Only the organiser's own word counts, and only to who is meant.
     */
    static Decision ofUnknown(CalendarState kept, Message came) {
        Event cancelled = null;
        for (VEvent part : came.event().parts()) {
            if (isFromOrganiser(part, came) && !isForOthers(kept, part)) {
                VEvent gone = part.cancelled();
                cancelled = cancelled == null ? Event.of(gone) : cancelled.with(gone);
            }
        }
        return cancelled == null
                ? Decision.refuse(Verdict.UNKNOWN_EVENT, "")
                : Decision.change(Verdict.CANCELLED, List.of(new Change.Keep(cancelled)));
    }

    /** Of an occurrence that only a later version of the series has, which is still to come. */
    private static boolean isAhead(Event event, VEvent part) {
        VEvent master = event.master();
        return master != null
                && part.start() != null
                && !part.attendees().isEmpty()
                && part.sequence() > master.sequence()
                && part.stamp().isAfter(master.stamp());
    }

    private static boolean isFromOrganiser(VEvent part, Message came) {
        Attendee organiser = part.organiser();
        return organiser != null
                && came.from() != null
                && Authority.speaksFor(came.from(), organiser);
    }

    static boolean isCancelledAlready(VEvent target, VEvent part) {
        return target.isCancelled() && (!part.isThisAndFuture() || target.isThisAndFuture());
    }

    /** A CANCEL may carry the SEQUENCE of what it cancels, and some senders repeat its DTSTAMP. */
    static boolean isOlder(VEvent part, VEvent target) {
        return part.sequence() < target.sequence()
                || (part.sequence() == target.sequence() && part.stamp().isBefore(target.stamp()));
    }

    /**
     * Attendees are named, the person is not among them, and the event goes on: others were taken
     * off it.
     */
    private static boolean isForOthers(CalendarState kept, VEvent part) {
        return !part.isCancelled()
                && !part.attendees().isEmpty()
                && kept.person().among(part) == null;
    }

    private static VEvent withoutAttendees(VEvent target, VEvent part) {
        VEvent result = target;
        for (Attendee gone : part.attendees()) {
            result = result.withoutAttendee(gone.address());
        }
        return versionOf(result, part);
    }

    static Event cancel(CalendarState kept, Event event, VEvent target, VEvent part) {
        RecurrenceId id = part.recurrenceId();
        Event result = event;
        if (id != null) {
            result = result.with(versionOf(withRange(target, part), part).cancelled());
        }
        List<VEvent> others =
                id == null
                        ? event.parts()
                        : part.isThisAndFuture()
                                ? event.changedSince(id, kept.person().zone())
                                : List.of();
        for (VEvent each : others) {
            if (id == null || !id.equals(each.recurrenceId())) {
                result = result.with(versionOf(each, part).cancelled());
            }
        }
        return result;
    }

    private static VEvent withRange(VEvent target, VEvent part) {
        Property id = target.component().first("RECURRENCE-ID");
        return id != null && part.isThisAndFuture()
                ? target.with(id.with("RANGE", "THISANDFUTURE"))
                : target;
    }

    /**
     * A date that was changed may have a higher SEQUENCE than the CANCEL of the whole: it keeps it,
     * else an older change of it that comes late would undo the cancellation.
     */
    private static VEvent versionOf(VEvent target, VEvent part) {
        return target.withSequenceUpTo(part).withStamp(part.stamp());
    }
}
