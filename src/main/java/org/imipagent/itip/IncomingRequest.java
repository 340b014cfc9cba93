package org.imipagent.itip;

import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * REQUEST for an attendee (RFC 5546, 3.2.2): an invitation, a change of one, of single occurrences,
 * or of one and all that follow. And PUBLISH (RFC 5546, 3.2.1): the same without an answer.
 */
final class IncomingRequest {

    private final CalendarState kept;
    private final Message came;
    private final Instant now;
    private @Nullable Event event;
    private final List<Change> queue = new ArrayList<>();
    private @Nullable Decision refusal;
    private int taken;

    private IncomingRequest(CalendarState kept, Message came, Instant now) {
        this.kept = kept;
        this.came = came;
        this.now = now;
        this.event = kept.event();
    }

    static Decision decide(CalendarState kept, Message came, Instant now) {
        return new IncomingRequest(kept, came, now).decide();
    }

    /** The master first, then the occurrences: each is taken or refused by itself. */
    private Decision decide() {
        came.event().parts().forEach(this::take);
        if (taken == 0 && refusal != null) {
            return refusal.verdict() == Verdict.UNKNOWN_OCCURRENCE && !isPublished()
                    ? IncomingAdd.askedAgain(
                            kept, came, Verdict.UNKNOWN_OCCURRENCE, refusal.detail())
                    : refusal;
        }
        Event result = event;
        if (taken == 0 || result == null) {
            return Decision.refuse(Verdict.REPEATED, "");
        }
        var changes = new ArrayList<Change>();
        changes.add(new Change.Keep(result));
        changes.addAll(queue);
        return new Decision(
                verdict(),
                refusal == null
                        ? ""
                        : "in part: " + refusal.verdict().word() + " " + refusal.detail(),
                changes,
                List.of());
    }

    private Verdict verdict() {
        return kept.event() != null
                ? Verdict.UPDATED
                : isPublished() ? Verdict.PUBLISHED : Verdict.INVITED;
    }

    private boolean isPublished() {
        return came.method() == Method.PUBLISH;
    }

    private void take(VEvent part) {
        RecurrenceId id = part.recurrenceId();
        VEvent before = event == null ? null : event.part(id);
        VEvent older = before != null ? before : isOutdatedByMaster(part) ? master() : null;
        if (older != null) {
            switch (Version.of(part, older)) {
                case OLDER -> {
                    refuse(Verdict.STALE, Version.compared(part, older));
                    return;
                }
                case SAME -> {
                    return;
                }
                case NEWER -> {}
            }
        }
        if (id != null && before == null && master() != null && !kept.occurrences().contains(id)) {
            refuse(Verdict.UNKNOWN_OCCURRENCE, id.text());
            return;
        }
        keep(part, id, before);
        taken++;
    }

    private @Nullable VEvent master() {
        return event == null ? null : event.master();
    }

    /**
     * A change of an occurrence from before the series was changed: lower SEQUENCE and older than
     * the master.
     */
    private boolean isOutdatedByMaster(VEvent part) {
        VEvent master = event == null || kept.event() == null ? null : kept.event().master();
        return master != null
                && part.recurrenceId() != null
                && part.sequence() < master.sequence()
                && part.stamp().isBefore(master.stamp());
    }

    private void keep(VEvent part, @Nullable RecurrenceId id, @Nullable VEvent before) {
        VEvent compared = before != null ? before : id == null ? null : occurrenceBefore(id);
        VEvent after = Personal.of(part, compared);
        if (compared != null) {
            after = isPublished() ? asAttendee(after, compared) : withOwnAnswer(after, compared);
        }
        after = brought(after);
        boolean asksAnew = compared != null && isAnew(compared, part);
        if (event == null) {
            event = Event.of(after);
        } else if (id == null && before != null && asksAnew) {
            event = withoutOlder(event, after);
        } else if (id == null && before != null && part.sequence() > before.sequence()) {
            event = newWhole(event, after);
        } else if (id == null && before == null) {
            event = joined(event, after);
        } else if (id != null && part.isThisAndFuture() && asksAnew) {
            event = withoutOlder(event, id, part).with(after);
        } else {
            event = event.with(after);
        }
        if (asksAnew) {
            queue.add(new Change.Release(part.uid(), id));
        }
        if (!isPublished()) {
            queue(after, id);
        }
    }

    /**
     * Changed occurrences from before the series became another are gone; those changed since,
     * whose mail came first, stay.
     */
    private static Event withoutOlder(Event event, VEvent master) {
        Event result = event.onlyMaster().with(master);
        for (VEvent changed : event.changed().values()) {
            if (changed.stamp().isAfter(master.stamp())) {
                result = result.with(changed);
            }
        }
        return result;
    }

    /**
     * A new version of the whole at the same time: an older change of an occurrence that it does
     * not bring is taken back, but not the person's own answer to that occurrence.
     */
    private Event newWhole(Event event, VEvent master) {
        Event result = event.with(master);
        var excluded = new HashSet<>(ExcludedDates.of(master));
        for (VEvent changed : event.changed().values()) {
            RecurrenceId id = changed.recurrenceId();
            if (id == null || came.event().part(id) != null || !isBefore(changed, master)) {
                continue;
            }
            boolean isLeftOut = excluded.contains(id);
            if (isLeftOut && changed.isCancelled()) {
                continue;
            }
            VEvent own = isLeftOut ? null : answeredHere(master, id, changed);
            result = own == null ? result.without(id) : result.with(own);
        }
        return result;
    }

    private static boolean isBefore(VEvent changed, VEvent master) {
        return changed.sequence() < master.sequence() && changed.stamp().isBefore(master.stamp());
    }

    /**
     * One of a series with the answer that the person gave to it alone; null where there is none.
     */
    private @Nullable VEvent answeredHere(VEvent master, RecurrenceId id, VEvent was) {
        Attendee old = kept.person().among(was);
        Attendee mine = kept.person().among(master);
        String here = old == null ? null : old.property().parameter(LocalMarks.REPLIED_HERE);
        if (old == null || mine == null || here == null || master.start() == null) {
            return null;
        }
        VEvent now = master.occurrence(id, kept.person().zone());
        return was.isCancelled() || Significance.isMoved(was, now)
                ? null
                : now.with(mine.with(old.participation()).with(LocalMarks.REPLIED_HERE, here));
    }

    /** The series of occurrences that came before it; what it has no more is gone. */
    private Event joined(Event event, VEvent master) {
        Event result = event.with(master);
        for (VEvent changed : event.changed().values()) {
            RecurrenceId id = changed.recurrenceId();
            if (id != null
                    && !kept.occurrences().contains(id)
                    && changed.stamp().isBefore(master.stamp())) {
                result = result.without(id);
            }
        }
        return result;
    }

    /**
     * Whether the organiser asks anew. Dates left out without a higher SEQUENCE were cancelled one
     * by one before; a time that is another is another, whatever its sender counts.
     */
    private static boolean isAnew(VEvent before, VEvent part) {
        return part.sequence() == before.sequence()
                ? Significance.isMoved(before, part)
                : Significance.isChange(before, part);
    }

    /** What is published makes nobody busy: it is marked even when its organiser sent it. */
    private VEvent brought(VEvent part) {
        CalendarAddress from = came.from();
        return isPublished() && from != null && kept.person().among(part) == null
                ? part.with(Property.of(LocalMarks.FROM, from.uri()))
                : Authority.marked(part, from);
    }

    /** Published anew, an event that the person attends goes on being theirs. */
    private VEvent asAttendee(VEvent part, VEvent before) {
        Attendee was = kept.person().among(before);
        return was == null || kept.person().among(part) != null ? part : part.with(was);
    }

    /**
     * Changed later occurrences from before this change of all that follow are gone with it; those
     * cancelled stay so.
     */
    private Event withoutOlder(Event all, RecurrenceId id, VEvent part) {
        Event result = all;
        for (VEvent later : all.changedSince(id, kept.person().zone())) {
            RecurrenceId its = later.recurrenceId();
            boolean isOlder = Version.of(later, part) == Version.OLDER && !later.isCancelled();
            if (isOlder && its != null && !its.equals(id) && result.parts().size() > 1) {
                result = result.without(its);
            }
        }
        return result;
    }

    /** What an occurrence was as part of the series, before this first change of its own. */
    private @Nullable VEvent occurrenceBefore(RecurrenceId id) {
        return kept.event() == null ? null : kept.event().unchanged(id, kept.person().zone());
    }

    /**
     * An answer once given holds until a significant change; then it is asked anew, and the old one
     * remembered.
     */
    private VEvent withOwnAnswer(VEvent part, VEvent before) {
        Attendee mine = kept.person().among(part);
        Attendee was = kept.person().among(before);
        if (mine == null
                || was == null
                || was.participation() == NEEDS_ACTION
                || before.isCancelled()) {
            return part;
        }
        Attendee carried = Replied.carried(mine, was);
        if (!isAnew(before, part)) {
            return part.with(carried.with(was.participation()));
        }
        return mine.participation() == NEEDS_ACTION
                ? part.with(
                        carried.without(LocalMarks.REPLIED_HERE)
                                .with(LocalMarks.WAS, was.participation().partstat()))
                : part;
    }

    /**
     * One request for a series: its changed occurrences, when they came with it, are answered with
     * it.
     */
    private void queue(VEvent part, @Nullable RecurrenceId id) {
        if (id != null && came.event().master() != null) {
            return;
        }
        queue.add(new Change.Settle(part.uid(), id));
        Attendee mine = kept.person().among(part);
        if (mine != null && mine.participation() == NEEDS_ACTION && !part.isCancelled()) {
            queue.add(new Change.Ask(invitation(part, id, now)));
        }
    }

    static Request invitation(VEvent part, @Nullable RecurrenceId id, Instant now) {
        Attendee organiser = part.organiser();
        return new Request(
                part.uid(),
                id,
                Request.Kind.INVITATION,
                now,
                organiser == null ? null : organiser.address(),
                null);
    }

    private void refuse(Verdict verdict, String detail) {
        if (refusal == null) {
            refusal = Decision.refuse(verdict, detail);
        }
    }
}
