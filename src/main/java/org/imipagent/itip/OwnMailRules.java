package org.imipagent.itip;

import static org.imipagent.calendar.Participation.ACCEPTED;
import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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

    private final CalendarState state;
    private final Message message;
    private final Instant now;

    private OwnMailRules(CalendarState state, Message message, Instant now) {
        this.state = state;
        this.message = message;
        this.now = now;
    }

    public static Decision decide(CalendarState state, Message message, Instant now) {
        CalendarAddress from = message.from();
        if (from != null && !state.person().is(from)) {
            return Decision.refuse(Verdict.NOT_SENDER, from.email());
        }
        return Keepable.checked(state, new OwnMailRules(state, message, now).decide(), now);
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
        Event event = state.event();
        Attendee known = event == null ? null : event.organiser();
        Attendee organiser = message.event().organiser();
        if (known != null && !state.person().is(known.address())) {
            return Decision.refuse(
                    Verdict.NOT_ORGANISER, "the organiser is " + known.address().email());
        }
        if (organiser != null && !state.person().is(organiser.address())) {
            return Decision.refuse(Verdict.NOT_ORGANISER, organiser.address().email());
        }
        return learn.get();
    }

    private Decision asAttendee(Supplier<Decision> learn) {
        Event event = state.event();
        if (event == null) {
            return Decision.refuse(Verdict.UNKNOWN_EVENT, "");
        }
        if (state.person().organises(event.main())) {
            return Decision.refuse(Verdict.OWN_EVENT, "");
        }
        return learn.get();
    }

    /** REQUEST and PUBLISH: each part that is newer than what is kept takes its place. */
    private Decision event() {
        PartResults results = new NewVersion(state, message.event(), this::own).take().results();
        for (VEvent part : message.event().parts()) {
            results = results.with(settled(part));
        }
        return done(results);
    }

    /**
     * The part with what we know better than the person's program: answers that came, and what they
     * were before a significant change.
     */
    private VEvent own(VEvent part, @Nullable VEvent was) {
        boolean anew = was != null && Significance.isChange(was, part);
        List<Attendee> attendees =
                part.attendees().stream()
                        .map(
                                attendee ->
                                        own(
                                                attendee,
                                                was == null
                                                        ? null
                                                        : was.attendee(attendee.address()),
                                                anew))
                        .toList();
        VEvent result = part.withAttendees(attendees);
        return was == null || anew ? result : Answers.notAsked(result, was);
    }

    private Attendee own(Attendee attendee, @Nullable Attendee old, boolean anew) {
        if (state.person().is(attendee.address())) {
            return coming(attendee);
        }
        if (old == null) {
            return attendee;
        }
        return attendee.participation() == NEEDS_ACTION
                ? Answers.kept(attendee, old, anew, null)
                : LocalMarks.carried(
                        attendee,
                        old,
                        LocalMarks.REPLIED,
                        LocalMarks.REPLIED_HERE,
                        LocalMarks.COMMENT);
    }

    /** Who organises a meeting comes to it. */
    private static Attendee coming(Attendee mine) {
        return mine.participation() == NEEDS_ACTION ? mine.with(ACCEPTED) : mine;
    }

    /** Proposals that a change overtakes, and people who waited to be invited and now are. */
    private List<Change> settled(VEvent part) {
        RecurrenceId id = part.recurrenceId();
        var changes = new ArrayList<Change>(List.of(new Change.Settle(part.uid(), id)));
        Event event = state.event();
        VEvent was = event == null ? null : state.standing(event, id);
        boolean anew = was != null && Significance.isChange(was, part);
        for (CounterProposal counter : state.counters()) {
            if (anew && Objects.equals(counter.id(), id)) {
                Proposing.forget(state, counter, changes);
            }
        }
        for (Request request : state.requests()) {
            CalendarAddress from = request.from();
            if (request.kind() == Request.Kind.UNINVITED
                    && from != null
                    && part.attendee(from) != null) {
                changes.add(new Change.SettleOne(request));
            }
        }
        return changes;
    }

    /** CANCEL: the event, an occurrence, or only the attendees that it names. */
    private Decision cancel() {
        return fold(this::cancel);
    }

    @FunctionalInterface
    private interface Taking {
        PartResults take(PartResults results, Event event, VEvent part);
    }

    /** Each part is taken or not by itself. */
    private Decision fold(Taking taking) {
        if (state.event() == null) {
            return Decision.refuse(Verdict.UNKNOWN_EVENT, "");
        }
        PartResults results = PartResults.of(state.event());
        for (VEvent part : message.event().parts()) {
            results = taking.take(results, Objects.requireNonNull(results.event()), part);
        }
        return done(results);
    }

    private PartResults cancel(PartResults results, Event event, VEvent part) {
        RecurrenceId id = part.recurrenceId();
        VEvent target = state.standing(event, id);
        if (target == null) {
            return results.without(id, Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
        }
        if (IncomingCancel.isOlder(part, target)) {
            return results.without(id, Verdict.STALE, Version.compared(part, target));
        }
        if (IncomingCancel.isCancelledAlready(target, part)) {
            return results;
        }
        return isForSome(target, part)
                ? results.with(without(event, target, part))
                : results.with(IncomingCancel.cancel(state, event, target, part))
                        .with(new Change.Settle(event.uid(), id));
    }

    /** Somebody who is not named goes on. */
    private boolean isForSome(VEvent target, VEvent part) {
        return !part.isCancelled()
                && !part.attendees().isEmpty()
                && target.attendees().stream()
                        .anyMatch(
                                a ->
                                        !state.person().is(a.address())
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
            parts.addAll(event.without(id).changedSince(id, state.zone()));
        }
        var gone = new HashSet<CalendarAddress>();
        part.attendees().forEach(attendee -> gone.add(attendee.address()));
        gone.removeIf(state.person()::is);
        return event.with(parts.stream().map(each -> each.withoutAttendees(gone)).toList());
    }

    /** REPLY: the person's own participation. */
    private Decision reply() {
        return fold(this::reply);
    }

    private PartResults reply(PartResults results, Event event, VEvent part) {
        RecurrenceId id = part.recurrenceId();
        VEvent target = state.standing(event, id);
        Attendee said = state.person().among(part);
        if (target == null) {
            return results.without(id, Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
        }
        Attendee mine = state.person().among(target);
        if (said == null || (mine == null && said.participation() == NEEDS_ACTION)) {
            return results.without(id, Verdict.NOT_INVITED, "");
        }
        String mark = Answers.mark(part, said, message.event(), state.person()::among);
        NotTaken stale = Answers.stale(part, target, mine, mark);
        if (stale != null) {
            return results.without(stale);
        }
        Attendee invited = mine == null ? Attendee.of(said.address()) : mine;
        VEvent given = target.with(given(invited, said, mark, part));
        Event result = event.with(part.isThisAndFuture() ? IncomingReply.asRange(given) : given);
        if (id == null || part.isThisAndFuture()) {
            for (VEvent date :
                    Answers.following(event, id, part, state.person()::among, state.zone())) {
                Attendee theirs = Objects.requireNonNull(state.person().among(date));
                result = result.with(date.with(given(theirs, said, LocalMarks.REPLIED, part)));
            }
        }
        return results.with(result).with(new Change.Settle(event.uid(), id));
    }

    private static Attendee given(Attendee mine, Attendee said, String mark, VEvent part) {
        return LocalMarks.commented(
                Answers.given(mine, said, mark, part.stamp()), part.text("COMMENT"));
    }

    /** COUNTER: the time that the person proposes is held for them. */
    private Decision counter() {
        Event event = Objects.requireNonNull(state.event());
        PartResults results = PartResults.of(event);
        for (VEvent part : message.event().parts()) {
            RecurrenceId id = part.recurrenceId();
            VEvent target = state.standing(event, id);
            if (target == null) {
                results = results.without(id, Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
            } else if (part.component().has("SEQUENCE") && part.sequence() < target.sequence()) {
                results = results.without(id, Verdict.STALE, Version.compared(part, target));
            } else {
                results =
                        results.with(new Change.Settle(event.uid(), id))
                                .with(Proposing.held(state, part, now));
            }
        }
        return results.changes().isEmpty()
                ? results.refusal()
                : Decision.change(Verdict.SENT, results.changes());
    }

    /** DECLINECOUNTER: what those whom it names proposed is settled. */
    private Decision declineCounter() {
        var changes = new ArrayList<Change>();
        for (VEvent part : message.event().parts()) {
            for (CounterProposal counter : state.counters()) {
                if (Objects.equals(counter.id(), part.recurrenceId())
                        && !isOfBefore(part, counter)
                        && (part.attendees().isEmpty() || part.attendee(counter.from()) != null)) {
                    Proposing.forget(state, counter, changes);
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

    private Decision done(PartResults results) {
        Event event = results.event();
        if (event == null || event.equals(state.event())) {
            Decision refusal = results.refusal();
            return refusal.verdict() == Verdict.REPEATED
                    ? refusal.with(results.changes())
                    : refusal;
        }
        var all = new ArrayList<Change>(List.of(new Change.Keep(event)));
        all.addAll(results.changes());
        all.addAll(InvitationQueue.changes(state, event, now));
        return new Decision(Verdict.SENT, "", all, List.of(), results.notTaken());
    }
}
