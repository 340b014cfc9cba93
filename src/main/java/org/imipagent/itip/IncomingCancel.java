package org.imipagent.itip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
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

    static Decision decide(CalendarState state, Event event, Message came, Instant now) {
        PartResults results = PartResults.of(event);
        for (VEvent part : came.event().parts()) {
            results = take(state, results, part);
        }
        Event result = Objects.requireNonNull(results.event());
        if (result.equals(event)) {
            return results.refusal();
        }
        var changes = new ArrayList<Change>(List.of(new Change.Keep(result)));
        if (results.notTaken().size() == came.event().parts().size()) {
            // Cancelled before: what comes late and is older than this invites nobody either.
            changes.addAll(InvitationQueue.changes(state, result, now));
            return results.refusal().with(changes);
        }
        changes.addAll(results.changes());
        // With the whole all its dates are settled: those that stay are asked about.
        Event left = came.event().master() == null ? null : result;
        changes.addAll(InvitationQueue.changes(state, result, left, now));
        List<NotTaken> notTaken =
                results.notTaken().stream()
                        .filter(part -> part.verdict() != Verdict.REPEATED)
                        .toList();
        return new Decision(
                results.changes().isEmpty() ? Verdict.UPDATED : Verdict.CANCELLED,
                IncomingRequest.inPart(notTaken),
                changes,
                List.of(),
                notTaken);
    }

    private static PartResults take(CalendarState state, PartResults results, VEvent part) {
        Event event = Objects.requireNonNull(results.event());
        RecurrenceId id = part.recurrenceId();
        VEvent target = id == null ? event.master() : state.standing(event, id);
        if (target == null && id == null && !isForOthers(state, part)) {
            // Of a series of which only dates have come: what of it is older invites nobody.
            return results.with(cancel(state, event, part, part).with(part.cancelled()))
                    .with(new Change.Settle(event.uid(), id), new Change.ReleaseAll(event.uid()));
        }
        if (target == null) {
            return isAhead(event, part)
                    ? results.with(event.with(part.cancelled()))
                            .with(new Change.Settle(event.uid(), id))
                    : results.without(id, Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
        }
        if (isOlder(part, target)) {
            return results.with(invitedAgain(state, event, target, part))
                    .without(id, Verdict.STALE, Version.compared(part, target));
        }
        if (isCancelledAlready(target, part)) {
            Event later =
                    Version.of(part, target) == Version.NEWER
                            ? cancel(state, event, target, part)
                            : event;
            return results.with(later).without(id, Verdict.REPEATED, "");
        }
        if (isForOthers(state, part)) {
            return results.with(event.with(withoutAttendees(target, part)));
        }
        return results.with(cancel(state, event, target, part))
                .with(
                        new Change.Settle(event.uid(), id),
                        id == null
                                ? new Change.ReleaseAll(event.uid())
                                : new Change.Release(event.uid(), id));
    }

    /**
     * A CANCEL that comes after the invitation that followed it: what was answered before it is no
     * answer to that invitation.
     */
    private static Event invitedAgain(
            CalendarState state, Event event, VEvent target, VEvent part) {
        if (part.sequence() != target.sequence() || isForOthers(state, part)) {
            return event;
        }
        List<VEvent> parts = target.recurrenceId() == null ? event.parts() : List.of(target);
        var asked = new ArrayList<VEvent>();
        for (VEvent each : parts) {
            Attendee mine = state.person().among(each);
            boolean isOfBefore =
                    mine != null
                            && !each.isCancelled()
                            && event.part(each.recurrenceId()) != null
                            && part.stamp().isBefore(each.stamp())
                            && !Answers.isSince(mine, part.stamp());
            if (isOfBefore) {
                asked.add(each.with(Answers.askedAnew(Objects.requireNonNull(mine))));
            }
        }
        return event.with(asked);
    }

    /**
     * A CANCEL that overtook its REQUEST: what it cancels is kept cancelled, so that the older
     * REQUEST does not invite. Only the organiser's own word counts, and only to who is meant.
     */
    static Decision ofUnknown(CalendarState state, Message came) {
        Event cancelled = null;
        for (VEvent part : came.event().parts()) {
            if (isFromOrganiser(part, came) && !isForOthers(state, part)) {
                VEvent gone = part.cancelled();
                cancelled = cancelled == null ? Event.of(gone) : cancelled.with(gone);
            }
        }
        return cancelled == null
                ? Decision.refuse(Verdict.UNKNOWN_EVENT, "")
                : Decision.change(Verdict.CANCELLED, List.of(new Change.Keep(cancelled)));
    }

    /** Of a date that is still to come: in a later version of the series, or with the series. */
    private static boolean isAhead(Event event, VEvent part) {
        VEvent master = event.master();
        boolean isLater =
                master == null
                        || (part.sequence() > master.sequence()
                                && part.stamp().isAfter(master.stamp()));
        return isLater && part.start() != null && !part.attendees().isEmpty();
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
    static boolean isOlder(VEvent part, VEvent kept) {
        VEvent target = LocalMarks.counting(kept, part.organiser());
        return part.sequence() < target.sequence()
                || (part.sequence() == target.sequence() && part.stamp().isBefore(target.stamp()));
    }

    /**
     * Attendees are named, the person is not among them, and the event goes on: others were taken
     * off it.
     */
    private static boolean isForOthers(CalendarState state, VEvent part) {
        return !part.isCancelled()
                && !part.attendees().isEmpty()
                && state.person().among(part) == null;
    }

    private static VEvent withoutAttendees(VEvent target, VEvent part) {
        var gone = new HashSet<CalendarAddress>();
        part.attendees().forEach(attendee -> gone.add(attendee.address()));
        return versionOf(target.withoutAttendees(gone), part);
    }

    static Event cancel(CalendarState state, Event event, VEvent target, VEvent part) {
        RecurrenceId id = part.recurrenceId();
        var cancelled = new ArrayList<VEvent>();
        if (id != null) {
            cancelled.add(cancelled(withRange(target, part), part));
        }
        List<VEvent> others =
                id == null
                        ? event.parts()
                        : part.isThisAndFuture() ? event.changedSince(id, state.zone()) : List.of();
        for (VEvent each : others) {
            if ((id == null || !id.equals(each.recurrenceId())) && !isSince(each, part)) {
                cancelled.add(cancelled(each, part));
            }
        }
        return event.with(cancelled);
    }

    /** A date that the person was invited to since they were taken off the rest. */
    private static boolean isSince(VEvent date, VEvent cancel) {
        return date.recurrenceId() != null
                && !date.isCancelled()
                && date.stamp().isAfter(cancel.stamp());
    }

    /** Cancelled for everybody, or for the person alone, as the CANCEL says (RFC 5546, 3.2.5). */
    private static VEvent cancelled(VEvent target, VEvent part) {
        VEvent cancelled = versionOf(target, part).cancelled();
        return isTakenOff(part)
                ? cancelled.with(Property.of(LocalMarks.OFF, "TRUE"))
                : cancelled.without(LocalMarks.OFF);
    }

    /** Whether a CANCEL names whom it takes off, and lets the event go on. */
    private static boolean isTakenOff(VEvent part) {
        return !part.isCancelled() && !part.attendees().isEmpty();
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
