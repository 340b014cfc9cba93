package org.imipagent.itip;

import java.time.Instant;
import java.util.ArrayList;
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
        var changes = new ArrayList<Change>();
        Decision refusal = Decision.refuse(Verdict.REPEATED, "");
        CalendarAddress who = null;
        for (VEvent part : came.event().parts()) {
            VEvent target = kept.standing(event, part.recurrenceId());
            Attendee attendee = target == null ? null : proposer(part, target, came.from());
            Decision wrong = refusal(kept, part, target, attendee, came.from());
            if (wrong != null) {
                refusal = wrong;
                continue;
            }
            who = Objects.requireNonNull(attendee).address();
            changes.add(new Change.KeepCounter(new CounterProposal(who, part, now)));
            changes.add(
                    new Change.Ask(
                            new Request(
                                    event.uid(),
                                    part.recurrenceId(),
                                    Request.Kind.COUNTER,
                                    now,
                                    who,
                                    null)));
        }
        return who == null
                ? refusal
                : new Decision(
                        Verdict.COUNTERED, told(who, came.event().main()), changes, List.of());
    }

    private static @Nullable Decision refusal(
            CalendarState kept,
            VEvent part,
            @Nullable VEvent target,
            @Nullable Attendee attendee,
            @Nullable CalendarAddress from) {
        if (target == null) {
            return Decision.refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(part.recurrenceId()));
        }
        if (attendee == null) {
            return Decision.refuse(Verdict.NOT_INVITED, from == null ? "" : from.email());
        }
        if (target.isCancelled()) {
            return Decision.refuse(Verdict.CANCELLED_BEFORE, "");
        }
        if (part.start() == null) {
            return Decision.refuse(Verdict.IMPOSSIBLE, "a proposal without DTSTART");
        }
        if (part.sequence() < target.sequence() && part.component().has("SEQUENCE")) {
            return Decision.refuse(Verdict.STALE, Version.compared(part, target));
        }
        CounterProposal before = before(kept, attendee.address(), part.recurrenceId());
        return before == null
                ? null
                : switch (Version.of(part, before.proposal())) {
                    case OLDER ->
                            Decision.refuse(
                                    Verdict.STALE, Version.compared(part, before.proposal()));
                    case SAME -> Decision.refuse(Verdict.REPEATED, "");
                    case NEWER -> null;
                };
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

    private static @Nullable CounterProposal before(
            CalendarState kept, CalendarAddress who, @Nullable RecurrenceId id) {
        for (CounterProposal counter : kept.counters()) {
            if (counter.from().equals(who) && Objects.equals(counter.id(), id)) {
                return counter;
            }
        }
        return null;
    }

    private static String told(CalendarAddress who, VEvent proposal) {
        String comment = proposal.text("COMMENT");
        return who.email() + (comment.isBlank() ? "" : ": " + comment);
    }
}
