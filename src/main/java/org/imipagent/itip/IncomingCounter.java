package org.imipagent.itip;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * COUNTER for the organiser (RFC 5546, 3.2.7): what an attendee proposes waits for the organiser;
 * the event stays as it is meanwhile.
 */
final class IncomingCounter {

    private IncomingCounter() {}

    static Decision decide(CalendarState kept, Message came, Instant now) {
        Event event = kept.event();
        if (event == null) {
            return Decision.refuse(Verdict.UNKNOWN_EVENT, "");
        }
        if (!kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_ORGANISER, "proposals go to the organiser");
        }
        PartResults results = PartResults.of(event);
        for (VEvent part : came.event().parts()) {
            results = take(kept, event, results, part, came.from(), now);
        }
        return results.changes().isEmpty()
                ? results.refusal()
                : new Decision(
                        Verdict.COUNTERED,
                        results.said().getLast(),
                        results.changes(),
                        List.of(),
                        results.notTaken());
    }

    private static PartResults take(
            CalendarState kept,
            Event event,
            PartResults results,
            VEvent part,
            @Nullable CalendarAddress from,
            Instant now) {
        RecurrenceId id = part.recurrenceId();
        VEvent target = kept.standing(event, id);
        Attendee attendee = target == null ? null : proposer(part, target, from);
        NotTaken wrong = refusal(kept, part, target, attendee, from);
        if (wrong != null) {
            return results.without(wrong);
        }
        CalendarAddress who = Objects.requireNonNull(attendee).address();
        return results.with(
                        new Change.KeepCounter(new CounterProposal(who, part, now)),
                        new Change.Ask(
                                new Request(event.uid(), id, Request.Kind.COUNTER, now, who, null)))
                .saying(told(who, part));
    }

    private static @Nullable NotTaken refusal(
            CalendarState kept,
            VEvent part,
            @Nullable VEvent target,
            @Nullable Attendee attendee,
            @Nullable CalendarAddress from) {
        if (target == null || isOfAnother(kept, part, target)) {
            return new NotTaken(
                    part.recurrenceId(),
                    Verdict.UNKNOWN_OCCURRENCE,
                    String.valueOf(part.recurrenceId()));
        }
        if (attendee == null) {
            return new NotTaken(
                    part.recurrenceId(), Verdict.NOT_INVITED, from == null ? "" : from.email());
        }
        if (target.isCancelled()) {
            return new NotTaken(part.recurrenceId(), Verdict.CANCELLED_BEFORE, "");
        }
        if (part.start() == null) {
            return new NotTaken(
                    part.recurrenceId(), Verdict.IMPOSSIBLE, "a proposal without DTSTART");
        }
        if (isOfBefore(kept, part, target)) {
            return new NotTaken(part.recurrenceId(), Verdict.STALE, Version.compared(part, target));
        }
        CounterProposal before = Proposing.waiting(kept, attendee.address(), part.recurrenceId());
        return before == null
                ? null
                : switch (Version.of(part, before.proposal())) {
                    case OLDER ->
                            new NotTaken(
                                    part.recurrenceId(),
                                    Verdict.STALE,
                                    Version.compared(part, before.proposal()));
                    case SAME -> new NotTaken(part.recurrenceId(), Verdict.REPEATED, "");
                    case NEWER -> null;
                };
    }

    private static boolean isOfAnother(CalendarState state, VEvent part, VEvent target) {
        Event event = state.event();
        return event != null && Answers.isOfAnotherDate(part, target, event, state.zone());
    }

    /** A date at the time of its series has never been at another: a proposal for it counts. */
    private static boolean isOfBefore(CalendarState state, VEvent part, VEvent target) {
        Event event = state.event();
        return part.component().has("SEQUENCE")
                && part.sequence() < Answers.askedSince(target)
                && !(event != null && Answers.isAsSeries(target, event, state.zone()));
    }

    /** Who is invited and speaks; or for whom the proposal says that its sender does. */
    private static @Nullable Attendee proposer(
            VEvent part, VEvent target, @Nullable CalendarAddress from) {
        if (from == null) {
            return null;
        }
        for (Attendee attendee : target.attendees()) {
            if (Authority.speaksFor(from, attendee)) {
                return attendee;
            }
        }
        for (Attendee named : part.attendees()) {
            Attendee attendee = target.attendee(named.address());
            if (attendee != null && Authority.speaksFor(from, named)) {
                return attendee;
            }
        }
        return null;
    }

    private static String told(CalendarAddress who, VEvent proposal) {
        String comment = proposal.text("COMMENT");
        return who.email() + (comment.isBlank() ? "" : ": " + comment);
    }
}
