package org.imipagent.itip;

import static org.imipagent.calendar.Participation.DECLINED;
import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.DateList;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * The person changes an event of somebody else's. Their own participation is theirs to change, and
 * what nobody else sees; all else is the organiser's (RFC 5546, 2.1.4; RFC 6638, 3.2.2.1). SEQUENCE
 * is never theirs.
 */
final class AttendeesEdit {

    private final CalendarState kept;
    private final @Nullable Event before;
    private final Event after;
    private final UserAction.Save act;
    private final Instant now;
    private Event result;
    private @Nullable Decision refusal;
    private final List<VEvent> answered = new ArrayList<>();

    private AttendeesEdit(CalendarState kept, UserAction.Save act, Instant now) {
        this.kept = kept;
        this.before = kept.event();
        this.after = act.after();
        this.act = act;
        this.now = now;
        this.result = before == null ? after : before;
    }

    static Decision decide(CalendarState kept, UserAction.Save act, Instant now) {
        return new AttendeesEdit(kept, act, now).decide();
    }

    private Decision decide() {
        if (before != null && before.master() != null && after.master() == null) {
            return Decision.refuse(Verdict.NOT_ORGANISER, "the series is gone");
        }
        after.parts().forEach(this::take);
        if (refusal != null) {
            return refusal;
        }
        declineExcluded();
        List<Outgoing> mails = act.send() ? replies() : List.of();
        if (before != null && mails.isEmpty() && same(result, before)) {
            return new Decision(Verdict.REPEATED, "", List.of(), List.of());
        }
        var changes = new ArrayList<Change>(List.of(new Change.Keep(kept(result))));
        answered.forEach(part -> changes.add(new Change.Settle(part.uid(), part.recurrenceId())));
        changes.addAll(InvitationQueue.changes(kept, result, now));
        var decision =
                new Decision(
                        mails.isEmpty() ? Verdict.SAVED : Verdict.REPLIED,
                        mails.isEmpty() ? "" : told(),
                        changes,
                        mails);
        return act.send() && !answered.isEmpty()
                ? Unsent.told(kept, result.main(), decision)
                : decision;
    }

    private static boolean same(Event one, Event other) {
        return one.parts().size() == other.parts().size()
                && one.parts().stream()
                        .allMatch(
                                part -> {
                                    VEvent was = other.part(part.recurrenceId());
                                    return was != null && OrganiserUpdate.isSame(was, part);
                                });
    }

    private String told() {
        Attendee mine = answered.isEmpty() ? null : kept.person().among(answered.getFirst());
        return mine == null ? "" : mine.participation().partstat();
    }

    private static Event kept(Event event) {
        return event.with(event.parts().stream().map(Scheduled::asked).toList());
    }

    private void take(VEvent part) {
        if (before == null) {
            if (isAnswer(kept.person().among(part), null)) {
                answered.add(part);
            }
            return;
        }
        RecurrenceId id = part.recurrenceId();
        VEvent was = (id == null ? before.master() : kept.standing(before, id));
        if (was == null) {
            refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
            return;
        }
        String wrong = wrong(was, part);
        if (wrong != null) {
            refuse(Verdict.NOT_ORGANISER, wrong);
            return;
        }
        Attendee mine = kept.person().among(part);
        VEvent own = own(was, part, mine);
        if (isAnswer(mine, kept.person().among(was))) {
            own = marked(own);
            answered.add(own);
        }
        result = result.with(own);
    }

    /** What only the organiser may change, in a word; null when it is left alone. */
    private @Nullable String wrong(VEvent was, VEvent part) {
        if (Significance.isMoved(was, part)) {
            return "time or rule";
        }
        if (!Significance.isToldAs(was, part)) {
            return "title, place or status";
        }
        for (Attendee other : part.attendees()) {
            Attendee known = was.attendee(other.address());
            if (!kept.person().is(other.address())
                    && (known == null || known.participation() != other.participation())) {
                return other.address().email();
            }
        }
        return null;
    }

    /** Their own copy: what they wrote, in the version and with the people that the event has. */
    private VEvent own(VEvent was, VEvent part, @Nullable Attendee mine) {
        VEvent result = part;
        for (String name : List.of("SEQUENCE", "DTSTAMP", "EXDATE", "ATTENDEE")) {
            var component = result.component().without(name).plus(was.component().all(name));
            result = new VEvent(component, part.zones());
        }
        Attendee known = kept.person().among(was);
        if (mine == null) {
            return result;
        }
        Attendee bare = mine.without(LocalMarks.WAS);
        return result.with(
                known == null
                        ? bare
                        : LocalMarks.carried(
                                bare, known, LocalMarks.REPLIED, LocalMarks.REPLIED_HERE));
    }

    /** With when it was answered. */
    private VEvent marked(VEvent part) {
        Attendee mine = Objects.requireNonNull(kept.person().among(part));
        String mark = Answers.mark(part, mine, answers(part), kept.person()::among);
        return UserActionRules.answered(kept, part, mine, mark, now);
    }

    /** What was answered so far, from which it is seen whether the series was too. */
    private Event answers(VEvent part) {
        return Event.of(answered.isEmpty() ? part : answered.getFirst());
    }

    private static boolean isAnswer(@Nullable Attendee mine, @Nullable Attendee was) {
        return mine != null
                && mine.participation() != (was == null ? NEEDS_ACTION : was.participation());
    }

    /** A date that an attendee takes out of their copy of a series is one they decline. */
    private void declineExcluded() {
        VEvent was = before == null ? null : before.master();
        if (was == null || after.master() == null) {
            return;
        }
        List<RecurrenceId> known = DateList.excluded(was);
        for (RecurrenceId id : DateList.excluded(after.master())) {
            VEvent part = known.contains(id) ? null : kept.standing(result, id);
            Attendee mine = part == null ? null : kept.person().among(part);
            if (part != null
                    && mine != null
                    && !part.isCancelled()
                    && mine.participation() != DECLINED) {
                VEvent declined = marked(part.with(mine.with(DECLINED)));
                result = result.with(declined);
                answered.add(declined);
            }
        }
    }

    /** One REPLY with a part for each answer. */
    private List<Outgoing> replies() {
        Attendee organiser = Objects.requireNonNull(after.organiser());
        var parts = new ArrayList<VEvent>();
        for (VEvent part : answered) {
            Attendee mine = kept.person().among(part);
            if (mine != null && !part.isCancelled()) {
                parts.add(UserActionRules.reply(part, mine, act.comment(), now));
            }
        }
        Attendee mine = kept.person().among(result.main());
        if (parts.isEmpty() && Scheduled.isForced(organiser) && mine != null) {
            Attendee again = LocalMarks.repliedNow(mine, LocalMarks.REPLIED, now);
            parts.add(UserActionRules.reply(result.main(), again, act.comment(), now));
        }
        return parts.isEmpty() || !Scheduled.byUs(organiser) || !organiser.address().isMail()
                ? List.of()
                : List.of(
                        new Outgoing(
                                Method.REPLY, List.of(organiser.address()), parts, act.comment()));
    }

    private void refuse(Verdict verdict, String detail) {
        if (refusal == null) {
            refusal = Decision.refuse(verdict, detail);
        }
    }
}
