package org.imipagent.itip;

import static org.imipagent.calendar.Participation.ACCEPTED;
import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/** The person keeps an event of their own, new or changed, and those whom it concerns are told. */
final class OrganiserUpdate {

    private final CalendarState kept;
    private final @Nullable Event before;
    private final boolean asksAnew;
    private final Instant now;
    private final Instant stamp;

    private OrganiserUpdate(
            CalendarState kept, @Nullable Event before, boolean asksAnew, Instant now) {
        this.kept = kept;
        this.before = before;
        this.asksAnew = asksAnew;
        this.now = now;
        this.stamp = Version.stamp(now, before);
    }

    /**
     * How a change is told.
     *
     * @param send whether anybody is; those who are not are told with the next change that is
     * @param asksAnew whether a significant change takes back the answers given so far
     * @param comment goes along; "" for none
     */
    record Telling(boolean send, boolean asksAnew, String comment) {}

    /**
     * An event changed from what is kept to what it is to be.
     *
     * @param before as it is kept; null for a new one
     */
    static Decision decide(
            CalendarState kept,
            @Nullable Event before,
            Course course,
            Event after,
            Telling telling,
            Instant now,
            Verdict verdict) {
        return new OrganiserUpdate(kept, before, telling.asksAnew(), now)
                .decide(after, course, telling, verdict);
    }

    private Decision decide(Event after, Course course, Telling telling, Verdict verdict) {
        Event raised = map(after, this::raised);
        List<Outgoing> mails =
                course.isOver()
                        ? List.of()
                        : RecipientDiff.of(kept.person(), before, raised, telling.comment(), now);
        Event result = map(raised, Scheduled::asked);
        if (telling.send() && !mails.isEmpty()) {
            result = map(result, part -> told(part).withStamp(stamp));
        } else if (!mails.isEmpty()) {
            var untold = new HashSet<CalendarAddress>();
            mails.forEach(m -> untold.addAll(m.to()));
            Event known = before == null ? null : Gone.restored(before);
            result = map(result, part -> untold(known, part, untold));
            mails = List.of();
        }
        if (mails.isEmpty() && isSame(result)) {
            return new Decision(Verdict.REPEATED, "", List.of(), List.of());
        }
        return new Decision(verdict, detail(mails), changes(result), mails);
    }

    private static Event map(Event event, java.util.function.UnaryOperator<VEvent> change) {
        Event result = event;
        for (VEvent part : event.parts()) {
            result = result.with(change.apply(part));
        }
        return result;
    }

    private @Nullable VEvent before(@Nullable RecurrenceId id) {
        return before == null ? null : before(kept, before, id);
    }

    /** What a part was: on its own, or as one of the series; null for a new one. */
    static @Nullable VEvent before(CalendarState kept, Event before, @Nullable RecurrenceId id) {
        return before.standing(id, kept.person().zone());
    }

    /**
     * With SEQUENCE raised and everybody asked anew where the change is significant, with our own
     * marks as they were, and the person as one who comes to what they organise.
     */
    private VEvent raised(VEvent part) {
        VEvent was = before(part.recurrenceId());
        boolean significant = was != null && Significance.isChange(was, part);
        VEvent result = part;
        for (Attendee attendee : part.attendees()) {
            Attendee old = was == null ? null : was.attendee(attendee.address());
            result = result.with(raised(part, attendee, old, significant && asksAnew));
        }
        long least = was == null ? 0 : was.sequence() + (significant ? 1 : 0);
        if (least > part.sequence()) {
            result = result.withSequence(least);
        }
        return was != null && isSame(was, result) ? stamped(result, was) : result.withStamp(stamp);
    }

    private static VEvent stamped(VEvent part, VEvent was) {
        return was.component().has("DTSTAMP") ? part.withStamp(was.stamp()) : part;
    }

    private Attendee raised(VEvent part, Attendee attendee, @Nullable Attendee old, boolean anew) {
        Attendee organiser = part.organiser();
        if (kept.person().is(attendee.address())
                || (organiser != null && organiser.address().equals(attendee.address()))) {
            return attendee.participation() == NEEDS_ACTION && kept.person().organises(part)
                    ? attendee.with(ACCEPTED).without("RSVP")
                    : attendee;
        }
        if (old == null) {
            return attendee;
        }
        Attendee marked = carried(attendee, old);
        if (!anew || old.participation() == NEEDS_ACTION) {
            return marked;
        }
        return marked.with(NEEDS_ACTION)
                .with("RSVP", "TRUE")
                .with(LocalMarks.WAS, old.participation().partstat());
    }

    /** Other programs drop our marks when they write an event back. */
    private static Attendee carried(Attendee attendee, Attendee old) {
        Attendee result = attendee;
        for (String mark :
                List.of(LocalMarks.REPLIED, LocalMarks.REPLIED_HERE, LocalMarks.UNTOLD)) {
            String value = old.property().parameter(mark);
            if (value != null && attendee.property().parameter(mark) == null) {
                result = result.with(mark, value);
            }
        }
        return result;
    }

    private static VEvent told(VEvent part) {
        VEvent result = part.without(LocalMarks.GONE);
        for (Attendee attendee : part.attendees()) {
            if (attendee.property().parameter(LocalMarks.UNTOLD) != null) {
                result = result.with(attendee.without(LocalMarks.UNTOLD));
            }
        }
        return result;
    }

    private VEvent untold(@Nullable Event known, VEvent part, Set<CalendarAddress> who) {
        VEvent was = known == null ? null : before(kept, known, part.recurrenceId());
        VEvent result = Gone.marked(was, part);
        for (Attendee attendee : part.attendees()) {
            if (who.contains(attendee.address())) {
                Attendee old = was == null ? null : was.attendee(attendee.address());
                boolean never = old == null || LocalMarks.isNeverTold(old);
                result =
                        result.with(
                                attendee.with(
                                        LocalMarks.UNTOLD, never ? LocalMarks.NEVER : "TRUE"));
            }
        }
        return result;
    }

    private boolean isSame(Event result) {
        if (before == null || result.changed().size() != before.changed().size()) {
            return false;
        }
        for (VEvent part : result.parts()) {
            VEvent was = before.part(part.recurrenceId());
            if (was == null || !isSame(was, part)) {
                return false;
            }
        }
        return (before.master() == null) == (result.master() == null);
    }

    /** Whether nothing differs but what tells versions apart. */
    static boolean isSame(VEvent one, VEvent other) {
        return bare(one).equals(bare(other));
    }

    private static Component bare(VEvent part) {
        return part.component()
                .without("DTSTAMP")
                .without("SEQUENCE")
                .without("LAST-MODIFIED")
                .without("CREATED");
    }

    private List<Change> changes(Event result) {
        var changes = new ArrayList<Change>(List.of(new Change.Keep(result)));
        for (CounterProposal counter : kept.counters()) {
            if (isOvertaken(result, counter.id())) {
                changes.add(new Change.DropCounter(counter));
            }
        }
        for (Request request : kept.requests()) {
            if (isSettled(result, request)) {
                changes.add(new Change.SettleOne(request));
            }
        }
        return changes;
    }

    /** A proposal waits until the event is another one. */
    private boolean isOvertaken(Event result, @Nullable RecurrenceId id) {
        VEvent was = before(id);
        VEvent is = before(kept, result, id);
        return was == null || is == null || is.isCancelled() || Significance.isChange(was, is);
    }

    private boolean isSettled(Event result, Request request) {
        return switch (request.kind()) {
            case COUNTER -> isOvertaken(result, request.id());
            case UNINVITED -> {
                VEvent part = before(kept, result, request.id());
                yield part == null
                        || part.isCancelled()
                        || (request.from() != null && part.attendee(request.from()) != null);
            }
            case INVITATION -> true;
        };
    }

    /** "REQUEST to 3, CANCEL to 1" */
    static String detail(List<Outgoing> mails) {
        var words = new ArrayList<String>();
        for (Outgoing mail : mails) {
            words.add(mail.method().name() + " to " + mail.to().size());
        }
        return String.join(", ", words);
    }
}
