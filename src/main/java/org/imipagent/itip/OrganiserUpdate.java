package org.imipagent.itip;

import static org.imipagent.calendar.Participation.ACCEPTED;
import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.recurrence.OccurrenceMap;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.recurrence.SeriesDates;
import org.jspecify.annotations.Nullable;

/**
 * The person keeps an event of their own, new or changed, and those whom it concerns are told. What
 * becomes of answers and versions is the same as in {@link NewVersion}: src/docs/decisions/0009.
 */
final class OrganiserUpdate {

    private final CalendarState state;
    private final @Nullable Event before;
    private final Event after;
    private final boolean asksAnew;
    private final Instant now;
    private final Instant stamp;
    private final OccurrenceMap map;
    private final SeriesDates old;

    /** Whether the series is another, by the dates that somebody is off before and after. */
    private final Map<List<Set<RecurrenceId>>, Boolean> news = new HashMap<>();

    private OrganiserUpdate(
            CalendarState state,
            @Nullable Event before,
            Event after,
            boolean asksAnew,
            Instant now) {
        this.state = state;
        this.before = before;
        this.after = after;
        this.asksAnew = asksAnew;
        this.now = now;
        this.stamp = Version.stamp(now, before);
        VEvent master = before == null ? null : before.master();
        var asked = new HashSet<>(after.changed().keySet());
        if (before != null) {
            asked.addAll(before.changed().keySet());
        }
        state.counters().stream()
                .map(CounterProposal::id)
                .filter(Objects::nonNull)
                .forEach(asked::add);
        state.requests().stream().map(Request::id).filter(Objects::nonNull).forEach(asked::add);
        this.map =
                OccurrenceMap.between(master, after.master(), asked, state.zone(), state.limits());
        asked.addAll(map.before().values());
        this.old = state.dates(master, asked);
    }

    /**
     * How a change is told.
     *
     * @param send whether anybody is; those who are not are told with the next change that is
     * @param asksAnew whether a significant change takes back the answers given so far
     * @param ahead whether it is told although nothing of the event itself is still to come: with
     *     what goes on
     * @param comment goes along; "" for none
     */
    record Telling(boolean send, boolean asksAnew, boolean ahead, String comment) {

        Telling(boolean send, boolean asksAnew, String comment) {
            this(send, asksAnew, false, comment);
        }
    }

    /**
     * An event changed from what is kept to what it is to be.
     *
     * @param before as it is kept; null for a new one
     */
    static Decision decide(
            CalendarState state,
            @Nullable Event before,
            Event after,
            Telling telling,
            Instant now,
            Verdict verdict) {
        return new OrganiserUpdate(state, before, after, telling.asksAnew(), now)
                .decide(after, telling, verdict);
    }

    private Decision decide(Event after, Telling telling, Verdict verdict) {
        Event raised = inOrder(map(after, this::raised));
        List<Outgoing> mails =
                RecipientDiff.of(state.person(), before, raised, telling.comment(), now);
        if (!mails.isEmpty() && !telling.ahead() && isOver(after)) {
            mails = List.of();
        }
        Event result = map(raised, Scheduled::asked);
        if (telling.send() && !mails.isEmpty()) {
            Set<@Nullable RecurrenceId> sent = sent(mails);
            result = map(result, part -> told(part, sent.contains(part.recurrenceId())));
        } else if (!mails.isEmpty()) {
            var untold = new HashSet<CalendarAddress>();
            mails.forEach(m -> untold.addAll(m.to()));
            Event known = before == null ? null : LocalMarks.withGone(before);
            result = map(result, part -> untold(known, part, untold));
            mails = List.of();
        }
        if (mails.isEmpty() && isSame(result)) {
            return new Decision(Verdict.REPEATED, "", List.of(), List.of());
        }
        return new Decision(verdict, detail(mails), changes(result), mails);
    }

    /** Nothing of it is still to come, neither as it was nor as it is to be: nobody is told. */
    private boolean isOver(Event after) {
        return isOver(before, now) && isOver(after, now);
    }

    private boolean isOver(@Nullable Event event, Instant now) {
        if (event == null) {
            return true;
        }
        var next =
                Recurrences.expand(
                        event, now, now.plus(Duration.ofDays(1)), state.zone(), state.limits());
        return next.instances().isEmpty() && !next.more();
    }

    private static Event map(Event event, UnaryOperator<VEvent> change) {
        return event.with(event.parts().stream().map(change).toList());
    }

    /** What a part was: on its own, or as one of the series; null for a new one. */
    private @Nullable VEvent before(@Nullable RecurrenceId id) {
        return before == null ? null : before(before, id);
    }

    private @Nullable VEvent before(Event before, @Nullable RecurrenceId id) {
        if (id == null) {
            return before.master();
        }
        RecurrenceId name = Objects.requireNonNullElse(map.before(id), id);
        return old.standing(before, name);
    }

    /**
     * With SEQUENCE raised and everybody asked anew where the change is significant, with our own
     * marks as they were, and the person as one who comes to what they organise.
     */
    private VEvent raised(VEvent part) {
        VEvent was = before(part.recurrenceId());
        boolean significant = was != null && Significance.isChange(was, part);
        List<Attendee> attendees =
                part.attendees().stream()
                        .map(attendee -> raised(part, was, attendee, significant))
                        .toList();
        VEvent result = dated(part.withAttendees(attendees), was);
        if (was != null && isSame(was, result)) {
            // What nobody is told of is the version that it was, whatever a program counted.
            return stamped(result.withSequence(was.sequence()), was);
        }
        long least = was == null ? 0 : significant ? next(part, was) : was.sequence();
        if (least > result.sequence()) {
            result = result.withSequence(least);
        }
        if (was != null) {
            result =
                    significant && asksAnew
                            ? result.without(LocalMarks.ASKED)
                            : isMadeOfSeries(part)
                                    ? Answers.askedWith(result, was)
                                    : Answers.notAsked(result, was);
        }
        return renamed(result).withStamp(stamp);
    }

    private Attendee raised(
            VEvent part, @Nullable VEvent was, Attendee attendee, boolean significant) {
        Attendee byName = knownByName(part, attendee.address());
        if (byName != null) {
            return raised(part, attendee.with(byName.participation()), byName, false);
        }
        Attendee known = was == null ? null : was.attendee(attendee.address());
        boolean anew = significant && asksAnew && isNews(part, attendee.address());
        return raised(part, attendee, known, anew);
    }

    /** Whether a date was as its series until now. */
    private boolean isMadeOfSeries(VEvent part) {
        RecurrenceId id = part.recurrenceId();
        return before != null
                && id != null
                && before.part(Objects.requireNonNullElse(map.before(id), id)) == null;
    }

    /** A date of a moved series with the name that it had before: late answers say that one. */
    private VEvent renamed(VEvent part) {
        RecurrenceId id = part.recurrenceId();
        RecurrenceId name = id == null ? null : map.before(id);
        if (name == null || name.equals(id)) {
            return part;
        }
        var names = new ArrayList<>(LocalMarks.namesBefore(part));
        names.add(name.text());
        return part.with(Property.of(LocalMarks.NAMED, String.join(",", names)));
    }

    /**
     * The SEQUENCE of a part about which everybody is asked anew. A date is then ahead of its
     * series, so that who answers the series is not taken to answer the date too; and a series that
     * is moved is ahead of all its dates, so that no older mail of one is taken to be of another.
     */
    private long next(VEvent part, VEvent was) {
        long last = was.sequence();
        VEvent master = before == null ? null : before.master();
        if (part.recurrenceId() != null) {
            last = master == null ? last : Math.max(last, master.sequence());
        } else if (before != null && Significance.isMoved(was, part)) {
            for (VEvent date : before.changed().values()) {
                last = Math.max(last, date.sequence());
            }
        }
        return last + 1;
    }

    /** A series with the mark of the version since which its dates are at their times. */
    private VEvent dated(VEvent part, @Nullable VEvent was) {
        if (part.recurrenceId() != null) {
            // At another time than before, which it has from now on.
            return was == null || part.isSameTime(was) ? part : part.without(LocalMarks.DATED);
        }
        if (was == null || !part.isRecurring()) {
            return part;
        }
        VEvent dated = marked(part, was, LocalMarks.DATED, !part.isSameTime(was));
        boolean isMoved = Significance.isMoved(was, part);
        boolean isFirst = !isMoved && Significance.isChange(was, part);
        VEvent moved = marked(dated, was, LocalMarks.MOVED, isMoved);
        return isFirst && !was.component().has(LocalMarks.MOVED)
                // Raised for dates that are left out: where it is, it has been before.
                ? moved.with(Property.of(LocalMarks.MOVED, "" + was.sequence()))
                : moved;
    }

    /** A series with a mark of the version it is to be, where that is anew; else as it was. */
    private VEvent marked(VEvent part, VEvent was, String name, boolean anew) {
        Property mark = was.component().first(name);
        return anew
                ? part.with(Property.of(name, "" + next(part, was)))
                : mark == null ? part : part.with(mark);
    }

    /**
     * Who does not know the series knows dates by name. The attendee as they know a date that
     * stands now where another stood, at the same time: for them it is the same, and so is their
     * answer.
     */
    private @Nullable Attendee knownByName(VEvent part, CalendarAddress who) {
        RecurrenceId id = part.recurrenceId();
        RecurrenceId name = id == null ? null : map.before(id);
        if (before == null || id == null || name == null || name.equals(id)) {
            return null;
        }
        VEvent master = before.master();
        VEvent known = before.part(id);
        boolean knowsSeries = master != null && master.attendee(who) != null;
        return knowsSeries || known == null || known.isCancelled() || !known.isSameTime(part)
                ? null
                : known.attendee(who);
    }

    /**
     * Whether a change of the series is one for somebody: not where they were off the date before.
     */
    private boolean isNews(VEvent part, CalendarAddress who) {
        if (part.recurrenceId() != null || before == null) {
            return true;
        }
        AttendeeView old = AttendeeView.of(before, who);
        AttendeeView now = AttendeeView.of(after, who);
        return old.master() == null
                || now.master() == null
                || news.computeIfAbsent(
                        List.of(old.without(), now.without()), without -> isNews(old, now));
    }

    private boolean isNews(AttendeeView before, AttendeeView after) {
        Event old = Objects.requireNonNull(before.event(state.zone()));
        Event now = Objects.requireNonNull(after.event(state.zone()));
        return Significance.isChange(
                Objects.requireNonNull(old.master()), Objects.requireNonNull(now.master()));
    }

    /**
     * No date of a series that was moved is of a version before it; who answered such a date need
     * not answer again.
     */
    private Event inOrder(Event event) {
        VEvent master = event.master();
        VEvent was = before == null ? null : before.master();
        if (master == null || was == null || !Significance.isMoved(was, master)) {
            return event;
        }
        var ordered = new ArrayList<VEvent>();
        for (VEvent date : event.changed().values()) {
            if (date.sequence() < master.sequence()) {
                VEvent raised = date.withSequence(master.sequence());
                Property since =
                        Objects.requireNonNullElse(
                                date.component().first(LocalMarks.DATED),
                                Property.of(LocalMarks.DATED, "" + date.sequence()));
                ordered.add(Answers.notAsked(raised, date).with(since).withStamp(stamp));
            }
        }
        return event.with(ordered);
    }

    private static VEvent stamped(VEvent part, VEvent was) {
        return was.component().has("DTSTAMP") ? part.withStamp(was.stamp()) : part;
    }

    private Attendee raised(
            VEvent part, Attendee attendee, @Nullable Attendee known, boolean anew) {
        Attendee organiser = part.organiser();
        if (state.person().is(attendee.address())
                || (organiser != null && organiser.address().equals(attendee.address()))) {
            return attendee.participation() == NEEDS_ACTION && state.person().organises(part)
                    ? attendee.with(ACCEPTED).without("RSVP")
                    : attendee;
        }
        if (known == null) {
            // What they wrote to the series before they were put on this date is no answer to it.
            return before == null
                            || part.recurrenceId() == null
                            || attendee.participation() != NEEDS_ACTION
                    ? attendee
                    : LocalMarks.replied(attendee, LocalMarks.REPLIED, stamp.minusSeconds(1));
        }
        // Other programs drop our marks when they write an event back.
        Attendee marked =
                LocalMarks.carried(
                        attendee,
                        known,
                        LocalMarks.REPLIED,
                        LocalMarks.REPLIED_HERE,
                        LocalMarks.UNTOLD,
                        LocalMarks.COMMENT);
        return anew && known.participation() != NEEDS_ACTION
                ? Answers.askedAnew(marked.with(known.participation()))
                : marked;
    }

    /** The parts that somebody is sent: only they are a new version. */
    private static Set<@Nullable RecurrenceId> sent(List<Outgoing> mails) {
        var sent = new HashSet<@Nullable RecurrenceId>();
        for (Outgoing mail : mails) {
            mail.parts().forEach(part -> sent.add(part.recurrenceId()));
        }
        return sent;
    }

    private VEvent told(VEvent part, boolean sent) {
        VEvent result = part.without(LocalMarks.GONE);
        if (sent) {
            result = result.withStamp(stamp);
        }
        return result.withAttendees(
                part.attendees().stream()
                        .filter(LocalMarks::isUntold)
                        .map(attendee -> attendee.without(LocalMarks.UNTOLD))
                        .toList());
    }

    private VEvent untold(@Nullable Event known, VEvent part, Set<CalendarAddress> who) {
        VEvent was = known == null ? null : before(known, part.recurrenceId());
        return LocalMarks.markGone(was, part)
                .withAttendees(
                        part.attendees().stream()
                                .filter(attendee -> who.contains(attendee.address()))
                                .map(attendee -> untold(was, attendee))
                                .toList());
    }

    private static Attendee untold(@Nullable VEvent was, Attendee attendee) {
        Attendee before = was == null ? null : was.attendee(attendee.address());
        boolean never = before == null || LocalMarks.isNeverTold(before);
        return attendee.with(LocalMarks.UNTOLD, never ? LocalMarks.NEVER : "TRUE");
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
                .without(LocalMarks.DATED)
                .without(LocalMarks.MOVED)
                .without("CREATED");
    }

    private List<Change> changes(Event result) {
        var changes = new ArrayList<Change>(List.of(new Change.Keep(result)));
        for (CounterProposal counter : state.counters()) {
            if (isOvertaken(result, counter)) {
                changes.add(new Change.DropCounter(counter));
            }
        }
        for (Request request : state.requests()) {
            if (isSettled(result, request)) {
                changes.add(new Change.SettleOne(request));
            }
        }
        return changes;
    }

    private boolean isOvertaken(Event result, CounterProposal counter) {
        RecurrenceId id = counter.id();
        return isRenamed(id)
                || Proposing.isOvertaken(
                        id == null ? before(null) : standing(before, id),
                        now(result, id),
                        part -> part.attendee(counter.from()));
    }

    /** Whether a date goes by another name than before. */
    private boolean isRenamed(@Nullable RecurrenceId id) {
        RecurrenceId name = id == null ? null : map.after(id);
        return name != null && !name.equals(id);
    }

    /** Whether what a request is about became another, where it is a proposal's. */
    private boolean isOvertaken(Event result, Request request) {
        return state.counters().stream()
                .filter(counter -> Objects.equals(counter.id(), request.id()))
                .filter(counter -> counter.from().equals(request.from()))
                .allMatch(counter -> isOvertaken(result, counter));
    }

    private @Nullable VEvent standing(@Nullable Event event, RecurrenceId id) {
        return event == null ? null : old.standing(event, id);
    }

    /** What has become of a part that is named as it was before. */
    private @Nullable VEvent now(Event result, @Nullable RecurrenceId id) {
        if (id == null) {
            return result.main();
        }
        RecurrenceId name = map.after(id);
        return name == null ? result.part(id) : state.standing(result, name);
    }

    private boolean isSettled(Event result, Request request) {
        return switch (request.kind()) {
            case COUNTER -> isOvertaken(result, request);
            case UNINVITED -> {
                VEvent part = now(result, request.id());
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
