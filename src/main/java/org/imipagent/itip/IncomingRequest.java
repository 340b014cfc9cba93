package org.imipagent.itip;

import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * REQUEST for an attendee (RFC 5546, 3.2.2): an invitation, a change of one, or of single
 * occurrences.
 */
final class IncomingRequest {

    private final Kept kept;
    private final Message came;
    private final Instant now;
    private @Nullable Event event;
    private final List<Change> queue = new ArrayList<>();
    private @Nullable Decision refusal;
    private int taken;

    private IncomingRequest(Kept kept, Message came, Instant now) {
        this.kept = kept;
        this.came = came;
        this.now = now;
        this.event = kept.event();
    }

    static Decision decide(Kept kept, Message came, Instant now) {
        return new IncomingRequest(kept, came, now).decide();
    }

    /** The master first, then the occurrences: each is taken or refused by itself. */
    private Decision decide() {
        came.event().parts().forEach(this::take);
        if (taken == 0 && refusal != null) {
            return refusal;
        }
        Event result = event;
        if (taken == 0 || result == null) {
            return Decision.refuse(Verdict.REPEATED, "");
        }
        var changes = new ArrayList<Change>();
        changes.add(new Change.Keep(result));
        changes.addAll(queue);
        return new Decision(
                kept.event() == null ? Verdict.INVITED : Verdict.UPDATED,
                refusal == null
                        ? ""
                        : "in part: " + refusal.verdict().word() + " " + refusal.detail(),
                changes,
                List.of());
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
        VEvent after = compared == null ? part : withOwnAnswer(part, compared);
        if (event == null) {
            event = Event.of(after);
        } else if (id == null && before != null && Significance.isChange(before, part)) {
            event = event.onlyMaster().with(after);
        } else {
            event = event.with(after);
        }
        queue(after, id);
    }

    /** What an occurrence was as part of the series, before this first change of its own. */
    private @Nullable VEvent occurrenceBefore(RecurrenceId id) {
        VEvent master = kept.event() == null ? null : kept.event().master();
        return master == null || master.start() == null
                ? null
                : master.occurrence(id, kept.person().zone());
    }

    /**
     * An answer once given holds until a significant change; then it is asked anew, and the old one
     * remembered.
     */
    private VEvent withOwnAnswer(VEvent part, VEvent before) {
        Attendee mine = kept.person().among(part);
        Attendee was = kept.person().among(before);
        if (mine == null || was == null || was.participation() == NEEDS_ACTION) {
            return part;
        }
        if (!Significance.isChange(before, part)) {
            return part.with(mine.with(was.participation()));
        }
        return mine.participation() == NEEDS_ACTION
                ? part.with(mine.with(Own.WAS, was.participation().partstat()))
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
            queue.add(new Change.Ask(invitation(part, id)));
        }
    }

    private Request invitation(VEvent part, @Nullable RecurrenceId id) {
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
