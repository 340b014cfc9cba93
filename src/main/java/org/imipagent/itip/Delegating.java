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
        String mark = LocalMarks.repliedMark(act.id());
        VEvent given = given(kept, invited, act.to(), mark, now);
        var answered = new ArrayList<VEvent>(List.of(given));
        if (act.id() == null) {
            for (VEvent date :
                    Answers.following(event, null, null, kept.person()::among, kept.zone())) {
                answered.add(given(kept, date, act.to(), LocalMarks.REPLIED, now));
            }
        }
        Event result = event.with(answered);
        var messages = new ArrayList<>(UserActionRules.replies(kept, answered, act.comment(), now));
        messages.add(
                new Outgoing(
                        Method.REQUEST,
                        List.of(act.to()),
                        passedOn(kept, result, given, act.to()).stream()
                                .map(each -> UserActionRules.shared(each).withStamp(now))
                                .toList(),
                        act.comment()));
        var decision =
                new Decision(
                        Verdict.PASSED_ON,
                        act.to().email(),
                        UserActionRules.keeping(kept, result, act.id(), now),
                        messages);
        return Unsent.told(kept, invited, decision);
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

    private static VEvent given(
            CalendarState kept, VEvent part, CalendarAddress to, String mark, Instant now) {
        Attendee mine = Objects.requireNonNull(kept.person().among(part));
        Attendee delegate =
                Attendee.of(to)
                        .with(NEEDS_ACTION)
                        .with("RSVP", "TRUE")
                        .with("DELEGATED-FROM", mine.address().uri());
        String role = mine.property().parameter("ROLE");
        VEvent given =
                UserActionRules.answered(
                        kept, part, mine.with(DELEGATED).with("DELEGATED-TO", to.uri()), mark, now);
        return given.attendee(to) != null
                ? given
                : given.with(role == null ? delegate : delegate.with("ROLE", role));
    }
}
