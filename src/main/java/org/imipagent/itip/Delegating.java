package org.imipagent.itip;

import static org.imipagent.calendar.Participation.DELEGATED;
import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;

/**
 * An attendee sends somebody else (RFC 5546, 3.2.2.3): the organiser gets a REPLY that says so, the
 * delegate the REQUEST; the person keeps the event, and is free.
 */
final class Delegating {

    private Delegating() {}

    static Decision decide(CalendarState kept, Event event, UserAction.Delegate act, Instant now) {
        VEvent part = UserActionRules.part(kept, event, act.id());
        Decision refusal = UserActionRules.refusal(kept, part, act.id());
        if (refusal == null) {
            refusal = refusal(kept, Objects.requireNonNull(part), act.to());
        }
        if (refusal != null) {
            return refusal;
        }
        VEvent invited = Objects.requireNonNull(part);
        Attendee mine = Objects.requireNonNull(kept.person().among(invited));
        VEvent given = given(invited, mine, act.to());
        Attendee sent = Objects.requireNonNull(kept.person().among(given));
        List<VEvent> following = act.id() == null ? following(kept, event, act.to()) : List.of();
        Event result = event.with(answered(kept, given, Replied.mark(act.id()), now));
        for (VEvent each : following) {
            result = result.with(answered(kept, each, LocalMarks.REPLIED, now));
        }
        var messages =
                new ArrayList<>(
                        UserActionRules.replies(kept, given, sent, following, act.comment(), now));
        messages.add(
                new Outgoing(
                        Method.REQUEST,
                        List.of(act.to()),
                        passedOn(kept, result, given, act.to()).stream()
                                .map(each -> UserActionRules.shared(each).withStamp(now))
                                .toList(),
                        act.comment()));
        return new Decision(
                Verdict.PASSED_ON,
                act.to().email(),
                List.of(new Change.Keep(result), new Change.Settle(event.uid(), act.id())),
                messages);
    }

    private static VEvent answered(CalendarState kept, VEvent given, String mark, Instant now) {
        Attendee mine = Objects.requireNonNull(kept.person().among(given));
        return given.with(Replied.now(mine, mark, now));
    }

    /** The changed occurrences of a series that go with it: not those answered by themselves. */
    private static List<VEvent> following(CalendarState kept, Event event, CalendarAddress to) {
        var following = new ArrayList<VEvent>();
        for (VEvent changed : event.changed().values()) {
            Attendee mine = kept.person().among(changed);
            if (mine != null && UserActionRules.followsSeries(mine) && !changed.isCancelled()) {
                following.add(given(changed, mine, to));
            }
        }
        return following;
    }

    /** What the delegate is to come to: of a series all that is theirs now, in one message. */
    private static List<VEvent> passedOn(
            CalendarState kept, Event event, VEvent given, CalendarAddress to) {
        AttendeeView theirs = AttendeeView.of(event, to);
        return given.recurrenceId() != null || theirs.master() == null
                ? List.of(given)
                : theirs.parts(kept.person().zone());
    }

    private static @org.jspecify.annotations.Nullable Decision refusal(
            CalendarState kept, VEvent part, CalendarAddress to) {
        Attendee organiser = part.organiser();
        boolean isOrganiser = organiser != null && organiser.address().equals(to);
        if (!to.isMail() || kept.person().is(to) || isOrganiser || part.attendee(to) != null) {
            return Decision.refuse(
                    Verdict.IMPOSSIBLE, to.email() + " cannot go in someone's place");
        }
        return null;
    }

    private static VEvent given(VEvent part, Attendee mine, CalendarAddress to) {
        Attendee delegate =
                Attendee.of(to)
                        .with(NEEDS_ACTION)
                        .with("RSVP", "TRUE")
                        .with("DELEGATED-FROM", mine.address().uri());
        String role = mine.property().parameter("ROLE");
        VEvent given =
                part.with(
                        mine.with(DELEGATED)
                                .with("DELEGATED-TO", to.uri())
                                .without("RSVP")
                                .without(LocalMarks.WAS));
        return given.attendee(to) != null
                ? given
                : given.with(role == null ? delegate : delegate.with("ROLE", role));
    }
}
