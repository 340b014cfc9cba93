package org.imipagent.itip;

import static org.imipagent.calendar.Participation.ACCEPTED;
import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the person's own mail program sent: their calendar learns it. Nothing is ever sent because
 * of it. Older messages and the same again change nothing, as with those that come.
 */
public final class OwnMailRules {

    private final CalendarState kept;
    private final Message message;
    private final Instant now;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable Decision refusal;

    private OwnMailRules(CalendarState kept, Message message, Instant now) {
        this.kept = kept;
        this.message = message;
        this.now = now;
    }

    public static Decision decide(CalendarState kept, Message message, Instant now) {
        CalendarAddress from = message.from();
        if (from != null && !kept.person().is(from)) {
            return Decision.refuse(Verdict.NOT_SENDER, from.email());
        }
        return new OwnMailRules(kept, message, now).decide();
    }

    private Decision decide() {
        return switch (message.method()) {
            case REQUEST, PUBLISH -> asOrganiser(this::event);
            case CANCEL -> asOrganiser(this::cancel);
            case DECLINECOUNTER -> asOrganiser(this::declineCounter);
            case REPLY -> asAttendee(this::reply);
            case COUNTER -> asAttendee(this::counter);
            case ADD, REFRESH -> Decision.change(Verdict.SENT, List.of());
        };
    }

    private Decision asOrganiser(Supplier<Decision> learn) {
        Event event = kept.event();
        Attendee known = event == null ? null : event.organiser();
        Attendee organiser = message.event().organiser();
        if (known != null && !kept.person().is(known.address())) {
            return Decision.refuse(Verdict.NOT_ORGANISER, "kept is of " + known.address().email());
        }
        if (organiser != null && !kept.person().is(organiser.address())) {
            return Decision.refuse(Verdict.NOT_ORGANISER, organiser.address().email());
        }
        return learn.get();
    }

    private Decision asAttendee(Supplier<Decision> learn) {
        Event event = kept.event();
        if (event == null) {
            return Decision.refuse(Verdict.UNKNOWN_EVENT, "");
        }
        if (kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.OWN_EVENT, "");
        }
        return learn.get();
    }

    /** REQUEST and PUBLISH: each part that is newer than what is kept takes its place. */
    private Decision event() {
        Event result = kept.event();
        for (VEvent part : message.event().parts()) {
            Event next = event(result, part);
            result = next == null ? result : next;
        }
        return done(result);
    }

    private @Nullable Event event(@Nullable Event event, VEvent part) {
        RecurrenceId id = part.recurrenceId();
        VEvent known = event == null ? null : event.part(id);
        if (known != null && !isNewer(part, known)) {
            return null;
        }
        if (known == null
                && id != null
                && event != null
                && event.master() != null
                && !kept.occurrences().contains(id)) {
            refuse(Verdict.UNKNOWN_OCCURRENCE, id.text());
            return null;
        }
        VEvent was = event == null ? null : OrganiserUpdate.before(kept, event, id);
        VEvent own = own(part, was);
        changes.add(new Change.Settle(part.uid(), id));
        settle(own, was);
        if (event == null) {
            return Event.of(own);
        }
        boolean isAnother = id == null && was != null && Significance.isChange(was, part);
        return isAnother ? event.onlyMaster().with(own) : event.with(own);
    }

    /**
     * The part with what we know better than the person's program: answers that came, and what they
     * were before a significant change.
     */
    private VEvent own(VEvent part, @Nullable VEvent was) {
        VEvent result = part;
        boolean anew = was != null && Significance.isChange(was, part);
        for (Attendee attendee : part.attendees()) {
            Attendee old = was == null ? null : was.attendee(attendee.address());
            if (kept.person().is(attendee.address())) {
                result = result.with(coming(attendee));
            } else if (old != null) {
                result = result.with(known(attendee, old, anew));
            }
        }
        return result;
    }

    /** Who organises a meeting comes to it. */
    private static Attendee coming(Attendee mine) {
        return mine.participation() == NEEDS_ACTION ? mine.with(ACCEPTED) : mine;
    }

    private static Attendee known(Attendee attendee, Attendee old, boolean anew) {
        Attendee result = attendee;
        for (String mark : List.of(LocalMarks.REPLIED, LocalMarks.REPLIED_HERE)) {
            String replied = old.property().parameter(mark);
            result = replied == null ? result : result.with(mark, replied);
        }
        if (attendee.participation() != NEEDS_ACTION || old.participation() == NEEDS_ACTION) {
            return result;
        }
        return anew
                ? result.with(LocalMarks.WAS, old.participation().partstat())
                : result.with(old.participation());
    }

    /** Proposals that a change overtakes, and people who waited to be invited and now are. */
    private void settle(VEvent part, @Nullable VEvent was) {
        boolean anew = was != null && Significance.isChange(was, part);
        for (CounterProposal counter : kept.counters()) {
            if (anew && Objects.equals(counter.id(), part.recurrenceId())) {
                Proposing.forget(kept, counter, changes);
            }
        }
        for (Request request : kept.requests()) {
            CalendarAddress from = request.from();
            if (request.kind() == Request.Kind.UNINVITED
                    && from != null
                    && part.attendee(from) != null) {
                changes.add(new Change.SettleOne(request));
            }
        }
    }

    /** CANCEL: the event, an occurrence, or only the attendees that it names. */
    private Decision cancel() {
        Event event = kept.event();
        if (event == null) {
            return Decision.refuse(Verdict.UNKNOWN_EVENT, "");
        }
        Event result = event;
        for (VEvent part : message.event().parts()) {
            result = cancel(result, part);
        }
        return done(result);
    }

    private Event cancel(Event event, VEvent part) {
        VEvent target = target(event, part.recurrenceId());
        if (target == null) {
            refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(part.recurrenceId()));
            return event;
        }
        if (IncomingCancel.isOlder(part, target)) {
            refuse(Verdict.STALE, Version.compared(part, target));
            return event;
        }
        if (IncomingCancel.isCancelledAlready(target, part)) {
            return event;
        }
        if (isForSome(target, part)) {
            return without(event, target, part);
        }
        changes.add(new Change.Settle(event.uid(), part.recurrenceId()));
        return IncomingCancel.cancel(kept, event, target, part);
    }

    /** Somebody who is not named goes on. */
    private boolean isForSome(VEvent target, VEvent part) {
        return !part.isCancelled()
                && !part.attendees().isEmpty()
                && target.attendees().stream()
                        .anyMatch(
                                a ->
                                        !kept.person().is(a.address())
                                                && part.attendee(a.address()) == null);
    }

    private Event without(Event event, VEvent target, VEvent part) {
        RecurrenceId id = part.recurrenceId();
        var parts = new ArrayList<VEvent>();
        if (id == null) {
            parts.addAll(event.parts());
        } else {
            parts.add(part.isThisAndFuture() ? IncomingReply.asRange(target) : target);
        }
        if (id != null && part.isThisAndFuture()) {
            parts.addAll(event.without(id).changedSince(id, kept.person().zone()));
        }
        Event result = event;
        for (VEvent each : parts) {
            VEvent less = each;
            for (Attendee gone : part.attendees()) {
                less =
                        kept.person().is(gone.address())
                                ? less
                                : less.withoutAttendee(gone.address());
            }
            result = result.with(less);
        }
        return result;
    }

    private @Nullable VEvent target(Event event, @Nullable RecurrenceId id) {
        return UserActionRules.part(kept, event, id);
    }

    /** REPLY: the person's own participation. */
    private Decision reply() {
        Event result = Objects.requireNonNull(kept.event());
        for (VEvent part : message.event().parts()) {
            result = reply(result, part);
        }
        return done(result);
    }

    private Event reply(Event event, VEvent part) {
        VEvent target = target(event, part.recurrenceId());
        Attendee said = kept.person().among(part);
        if (target == null) {
            refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(part.recurrenceId()));
            return event;
        }
        Attendee mine = kept.person().among(target);
        if (said == null || (mine == null && said.participation() == NEEDS_ACTION)) {
            refuse(Verdict.NOT_INVITED, "");
            return event;
        }
        if (IncomingReply.isOfBefore(part, target)) {
            refuse(Verdict.STALE, Version.compared(part, target));
            return event;
        }
        String mark =
                followsSeries(part, said) ? LocalMarks.REPLIED : Replied.mark(part.recurrenceId());
        Instant before = mine == null ? null : Replied.at(mine, mark);
        if (before != null && !part.stamp().isAfter(before)) {
            refuse(
                    part.stamp().equals(before) ? Verdict.REPEATED : Verdict.STALE,
                    "of " + part.stamp() + ", kept is of " + before);
            return event;
        }
        changes.add(new Change.Settle(event.uid(), part.recurrenceId()));
        Attendee invited = mine == null ? Attendee.of(said.address()) : mine;
        VEvent given = target.with(answered(invited, said, mark, part));
        Event result = event.with(part.isThisAndFuture() ? IncomingReply.asRange(given) : given);
        return part.recurrenceId() == null || part.isThisAndFuture()
                ? following(result, said, part)
                : result;
    }

    /** An occurrence that is named because the answer to the series is one to it too. */
    private boolean followsSeries(VEvent part, Attendee said) {
        VEvent series = message.event().master();
        Attendee ofSeries = series == null ? null : kept.person().among(series);
        return part.recurrenceId() != null
                && ofSeries != null
                && ofSeries.participation() == said.participation();
    }

    private static Attendee answered(Attendee mine, Attendee said, String mark, VEvent part) {
        String to = said.property().parameter("DELEGATED-TO");
        Attendee result =
                Replied.marked(
                        mine.with(said.participation()).without("RSVP").without(LocalMarks.WAS),
                        mark,
                        part.stamp());
        return to == null ? result.without("DELEGATED-TO") : result.with("DELEGATED-TO", to);
    }

    /**
     * The changed occurrences that such an answer answers too: those not answered by themselves.
     */
    private Event following(Event event, Attendee said, VEvent part) {
        RecurrenceId since = part.recurrenceId();
        Event result = event;
        for (VEvent changed :
                since == null
                        ? List.copyOf(event.changed().values())
                        : event.changedSince(since, kept.person().zone())) {
            Attendee mine = kept.person().among(changed);
            boolean isOther =
                    !changed.isCancelled() && !Objects.equals(since, changed.recurrenceId());
            if (mine != null
                    && isOther
                    && UserActionRules.followsSeries(mine)
                    && !IncomingReply.isOfBefore(part, changed)) {
                result = result.with(changed.with(answered(mine, said, LocalMarks.REPLIED, part)));
            }
        }
        return result;
    }

    /** COUNTER: the time that the person proposes is held for them. */
    private Decision counter() {
        Event event = Objects.requireNonNull(kept.event());
        for (VEvent part : message.event().parts()) {
            VEvent target = target(event, part.recurrenceId());
            if (target == null) {
                refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(part.recurrenceId()));
            } else if (part.component().has("SEQUENCE") && part.sequence() < target.sequence()) {
                refuse(Verdict.STALE, Version.compared(part, target));
            } else {
                changes.add(new Change.Settle(event.uid(), part.recurrenceId()));
                changes.addAll(Proposing.held(kept, part, now));
            }
        }
        return changes.isEmpty() && refusal != null
                ? refusal
                : Decision.change(Verdict.SENT, changes);
    }

    /** DECLINECOUNTER: what those whom it names proposed is settled. */
    private Decision declineCounter() {
        for (VEvent part : message.event().parts()) {
            for (CounterProposal counter : kept.counters()) {
                if (Objects.equals(counter.id(), part.recurrenceId())
                        && !isOfBefore(part, counter)
                        && (part.attendees().isEmpty() || part.attendee(counter.from()) != null)) {
                    Proposing.forget(kept, counter, changes);
                }
            }
        }
        return changes.isEmpty()
                ? Decision.refuse(Verdict.NOT_PROPOSED, "")
                : Decision.change(Verdict.SENT, changes);
    }

    /** Sent before the proposal came: it declined another one. */
    private static boolean isOfBefore(VEvent part, CounterProposal counter) {
        return part.component().has("DTSTAMP") && counter.arrived().isAfter(part.stamp());
    }

    private boolean isNewer(VEvent part, VEvent known) {
        return switch (Version.of(part, known)) {
            case OLDER -> {
                refuse(Verdict.STALE, Version.compared(part, known));
                yield false;
            }
            case SAME -> false;
            case NEWER -> true;
        };
    }

    private void refuse(Verdict verdict, String detail) {
        if (refusal == null) {
            refusal = Decision.refuse(verdict, detail);
        }
    }

    private Decision done(@Nullable Event result) {
        if (result == null || result.equals(kept.event())) {
            return refusal != null
                    ? refusal
                    : new Decision(Verdict.REPEATED, "", changes, List.of());
        }
        var all = new ArrayList<Change>(List.of(new Change.Keep(result)));
        all.addAll(changes);
        return Decision.change(Verdict.SENT, all);
    }
}
