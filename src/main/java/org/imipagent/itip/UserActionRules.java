package org.imipagent.itip;

import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.recurrence.SeriesEdit;
import org.imipagent.recurrence.SeriesSplit;
import org.jspecify.annotations.Nullable;

/** The second verb: the person does something with an event. */
public final class UserActionRules {

    /**
     * What a REPLY tells of the event (RFC 5546, 3.2.3): enough for every calendar program to find
     * it and to show it.
     */
    static final Set<String> OF_A_REPLY =
            Set.of(
                    "UID",
                    "SEQUENCE",
                    "ORGANIZER",
                    "RECURRENCE-ID",
                    "DTSTART",
                    "DTEND",
                    "DURATION",
                    "SUMMARY",
                    "LOCATION");

    /** What was asked was understood (RFC 5546, 3.6): all that a REPLY of ours ever says. */
    private static final Property SUCCESS = Property.of("REQUEST-STATUS", "2.0;Success");

    private UserActionRules() {}

    /**
     * Decides what an act does.
     *
     * @param state with the event; an act on an event that is not kept is refused, unless it is to
     *     keep one
     */
    public static Decision decide(CalendarState state, UserAction act, Instant now) {
        return Keepable.checked(state, decided(state, act, now), now);
    }

    private static Decision decided(CalendarState state, UserAction act, Instant now) {
        if (act instanceof UserAction.Save save) {
            return save(state, save, now);
        }
        if (act instanceof UserAction.Import(Event event)) {
            return Decision.change(Verdict.UPDATED, List.of(new Change.Keep(event)));
        }
        Event event = state.event();
        if (event == null) {
            return Decision.refuse(Verdict.UNKNOWN_EVENT, "");
        }
        return switch (act) {
            case UserAction.Answer answer -> answer(state, event, answer, now);
            case UserAction.AnswerDates dates -> AnsweringDates.decide(state, event, dates, now);
            case UserAction.Delegate delegate -> Delegating.decide(state, event, delegate, now);
            case UserAction.Propose propose -> Proposing.propose(state, event, propose, now);
            case UserAction.Remove _ ->
                    Decision.change(Verdict.REMOVED, List.of(new Change.Remove(event.uid())));
            case UserAction.LetIn(var who, var id) -> letIn(state, event, who, id, now);
            case UserAction.Refuse(var who, var id) -> refuse(state, event, who, id, now);
            case UserAction.Save save -> save(state, save, now);
            case UserAction.Import _ -> throw new IllegalStateException("decided above");
            case UserAction.SaveSeries series -> saveSeries(state, event, series, now);
            case UserAction.SaveFrom from -> saveFrom(state, event, from, now);
            case UserAction.AcceptCounter accept -> Proposing.accept(state, event, accept, now);
            case UserAction.DeclineCounter decline -> Proposing.decline(state, event, decline, now);
            case UserAction.CallOff callOff -> CallingOff.decide(state, event, callOff, now);
        };
    }

    private static Decision save(CalendarState kept, UserAction.Save act, Instant now) {
        Event before = kept.event();
        Attendee known = before == null ? null : before.organiser();
        Attendee organiser = act.after().organiser();
        Attendee other = otherOrganiser(act.after(), organiser);
        if (other != null) {
            return Decision.refuse(Verdict.ORGANISER_CHANGED, other.address().email());
        }
        if (known != null && !kept.person().is(known.address())) {
            return organiser != null && organiser.address().equals(known.address())
                    ? AttendeesEdit.decide(kept, act, now)
                    : Decision.refuse(
                            Verdict.ORGANISER_CHANGED,
                            "the calendar has " + known.address().email());
        }
        if (organiser != null && !kept.person().is(organiser.address())) {
            return before == null
                    ? AttendeesEdit.decide(kept, act, now)
                    : Decision.refuse(Verdict.ORGANISER_CHANGED, organiser.address().email());
        }
        var telling = new OrganiserUpdate.Telling(act.send(), true, act.comment());
        return OrganiserUpdate.decide(kept, before, act.after(), telling, now, Verdict.SAVED);
    }

    /** An organiser of a part that is another than the event's. */
    private static @Nullable Attendee otherOrganiser(Event event, @Nullable Attendee organiser) {
        for (VEvent part : event.parts()) {
            Attendee each = part.organiser();
            if (each != null && organiser != null && !each.address().equals(organiser.address())) {
                return each;
            }
        }
        return null;
    }

    /** Why somebody may not change the dates of a series; null when they may. */
    private static @Nullable Decision refusal(
            CalendarState state, Event event, @Nullable RecurrenceId id) {
        VEvent master = event.master();
        if (master == null || master.start() == null || state.standing(event, id) == null) {
            return Decision.refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
        }
        if (event.organiser() != null && !state.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_ORGANISER, "");
        }
        return event.isCancelled() ? Decision.refuse(Verdict.CANCELLED_BEFORE, "") : null;
    }

    private static Decision saveSeries(
            CalendarState state, Event event, UserAction.SaveSeries act, Instant now) {
        Decision refusal = refusal(state, event, act.id());
        if (refusal != null) {
            return refusal;
        }
        Event after =
                SeriesEdit.applied(
                        event,
                        act.id(),
                        Objects.requireNonNull(state.standing(event, act.id())),
                        act.after(),
                        act.rhythm(),
                        state.zone(),
                        state.limits());
        return OrganiserUpdate.decide(
                state,
                event,
                after,
                new OrganiserUpdate.Telling(act.send(), true, act.comment()),
                now,
                Verdict.SAVED);
    }

    private static Decision saveFrom(
            CalendarState state, Event event, UserAction.SaveFrom act, Instant now) {
        Decision refusal = refusal(state, event, act.id());
        if (refusal != null) {
            return refusal;
        }
        VEvent was = Objects.requireNonNull(state.standing(event, act.id()));
        SeriesSplit split =
                SeriesSplit.at(
                        event,
                        act.id(),
                        askedAnew(state, was, act.after()),
                        state.zone(),
                        state.limits());
        if (split.head() == null) {
            var whole =
                    new UserAction.SaveSeries(
                            act.id(), act.after(), null, act.send(), act.comment());
            return saveSeries(state, event, whole, now);
        }
        Decision tail =
                OrganiserUpdate.decide(
                        state.empty(),
                        null,
                        split.rest(),
                        new OrganiserUpdate.Telling(act.send(), true, act.comment()),
                        now,
                        Verdict.SAVED);
        Decision head =
                OrganiserUpdate.decide(
                        state,
                        event,
                        split.head(),
                        new OrganiserUpdate.Telling(
                                act.send(), false, !tail.messages().isEmpty(), act.comment()),
                        now,
                        Verdict.SAVED);
        var changes = new ArrayList<>(head.changes());
        changes.addAll(tail.changes());
        var messages = new ArrayList<>(head.messages());
        messages.addAll(tail.messages());
        return new Decision(Verdict.SAVED, split.rest().uid(), changes, messages);
    }

    /** The rest of a series at another time: what was answered holds for the old one. */
    private static VEvent askedAnew(CalendarState state, VEvent was, VEvent after) {
        if (!Significance.isMoved(was, after)) {
            return after;
        }
        return after.withAttendees(
                after.attendees().stream()
                        .filter(attendee -> !state.person().is(attendee.address()))
                        .map(Answers::askedAnew)
                        .toList());
    }

    /** Why an invited person cannot act on a part; null when they can. */
    static @Nullable Decision refusal(
            CalendarState kept, @Nullable VEvent part, @Nullable RecurrenceId id) {
        if (part == null) {
            return Decision.refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
        }
        if (kept.person().among(part) == null || kept.person().organises(part)) {
            return Decision.refuse(Verdict.NOT_INVITED, "");
        }
        return part.isCancelled() ? Decision.refuse(Verdict.CANCELLED_BEFORE, "") : null;
    }

    private static Decision answer(
            CalendarState kept, Event event, UserAction.Answer answer, Instant now) {
        VEvent part = part(kept, event, answer.id());
        if (part == null) {
            return Decision.refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(answer.id()));
        }
        Attendee mine = kept.person().among(part);
        if (mine == null) {
            return Decision.refuse(Verdict.NOT_INVITED, "");
        }
        if (part.isCancelled()) {
            return Decision.refuse(Verdict.CANCELLED_BEFORE, "");
        }
        List<VEvent> following =
                answer.id() == null ? following(kept, event, answer.how()) : List.of();
        if (mine.participation() == answer.how()
                && following.isEmpty()
                && answer.comment().isBlank()) {
            return new Decision(
                    Verdict.REPEATED,
                    "",
                    List.of(new Change.Settle(event.uid(), answer.id())),
                    List.of());
        }
        Attendee said = LocalMarks.commented(mine.with(answer.how()), answer.comment());
        String mark = LocalMarks.repliedMark(answer.id());
        var answered = new ArrayList<VEvent>(List.of(answered(kept, part, said, mark, now)));
        for (VEvent each : following) {
            answered.add(answered(kept, each, said, LocalMarks.REPLIED, now));
        }
        Event result = event.with(answered);
        var decision =
                new Decision(
                        Verdict.REPLIED,
                        answer.how().partstat(),
                        keeping(kept, result, answer.id(), now),
                        replies(kept, answered, answer.comment(), now));
        return Unsent.told(kept, part, decision);
    }

    /** An event that was answered, and what waits no more. */
    static List<Change> keeping(
            CalendarState state, Event event, @Nullable RecurrenceId id, Instant now) {
        var changes =
                new ArrayList<Change>(
                        List.of(new Change.Keep(event), new Change.Settle(event.uid(), id)));
        changes.addAll(InvitationQueue.changes(state, event, now));
        return changes;
    }

    /** A part that the person answered so just now. */
    static VEvent answered(
            CalendarState state, VEvent part, Attendee said, String mark, Instant now) {
        Attendee mine = Objects.requireNonNull(state.person().among(part));
        Attendee given = Answers.given(mine, said, mark, LocalMarks.replyStamp(mine, now));
        String comment = said.property().parameter(LocalMarks.COMMENT);
        return part.with(LocalMarks.commented(given, Objects.requireNonNullElse(comment, "")));
    }

    /**
     * The changed dates that an answer to the series answers too. The reply names them: only so the
     * organiser knows which changes the attendee had seen.
     */
    private static List<VEvent> following(CalendarState kept, Event event, Participation how) {
        return Answers.following(event, null, null, kept.person()::among, kept.zone()).stream()
                .filter(
                        date ->
                                Objects.requireNonNull(kept.person().among(date)).participation()
                                        != how)
                .toList();
    }

    /**
     * A REPLY to the organiser; none when the person is the organiser, or there is nobody to write
     * to.
     *
     * @param answered the parts as the person answered them, the one that was asked about first
     */
    static List<Outgoing> replies(
            CalendarState kept, List<VEvent> answered, String comment, Instant now) {
        VEvent first = answered.getFirst();
        Attendee organiser = first.organiser();
        if (organiser == null || kept.person().organises(first) || !organiser.address().isMail()) {
            return List.of();
        }
        var parts = new ArrayList<VEvent>();
        for (VEvent each : answered) {
            parts.add(reply(each, Objects.requireNonNull(kept.person().among(each)), comment, now));
        }
        return List.of(new Outgoing(Method.REPLY, List.of(organiser.address()), parts, comment));
    }

    static VEvent reply(VEvent part, Attendee mine, String comment, Instant now) {
        var properties = new ArrayList<Property>();
        for (Property property : part.component().properties()) {
            if (OF_A_REPLY.contains(property.name())) {
                properties.add(property);
            }
        }
        properties.add(mine.without(LocalMarks.REPLIED).without(LocalMarks.WAS).property());
        properties.add(SUCCESS);
        if (!comment.isBlank()) {
            properties.add(Property.ofText("COMMENT", comment));
        }
        return Scheduled.unmarked(
                        new VEvent(new Component("VEVENT", properties, List.of()), part.zones()))
                // Said even where it is 0: else a reply to a past version looks like one to this.
                .withSequence(part.sequence())
                .withStamp(written(mine, now));
    }

    /** When the answer was written that our copy of the part has. */
    private static Instant written(Attendee mine, Instant now) {
        Instant here = LocalMarks.repliedAt(mine, LocalMarks.REPLIED_HERE);
        Instant series = LocalMarks.repliedAt(mine, LocalMarks.REPLIED);
        Instant last = here == null || (series != null && series.isAfter(here)) ? series : here;
        return last == null ? Version.stamp(now, (Instant) null) : last;
    }

    static @Nullable VEvent part(CalendarState kept, Event event, @Nullable RecurrenceId id) {
        return kept.standing(event, id);
    }

    private static Decision letIn(
            CalendarState kept,
            Event event,
            CalendarAddress who,
            @Nullable RecurrenceId id,
            Instant now) {
        Request request = waiting(kept, who, id);
        VEvent part = part(kept, event, id);
        if (request == null || part == null || !kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_WAITING, who.email());
        }
        Instant stamp = Version.stamp(now, event);
        Event result = event;
        var changes = new ArrayList<Change>();
        var theirs = new ArrayList<VEvent>();
        for (Request each : waitingWith(kept, request)) {
            VEvent named = kept.standing(result, each.id());
            if (named != null) {
                VEvent with = named.with(answering(who, each)).withStamp(stamp);
                result = result.with(with);
                theirs.add(shared(with));
                changes.add(new Change.SettleOne(each));
            }
        }
        changes.addFirst(new Change.Keep(result));
        return new Decision(
                Verdict.LET_IN,
                who.email(),
                changes,
                List.of(new Outgoing(Method.REQUEST, List.of(who), theirs, "", true, null, false)));
    }

    private static Attendee answering(CalendarAddress who, Request said) {
        Attendee attendee =
                LocalMarks.commented(
                        Attendee.of(who)
                                .with(
                                        Objects.requireNonNullElse(
                                                said.participation(), NEEDS_ACTION)),
                        said.comment());
        return said.written() == null
                ? attendee
                : LocalMarks.replied(attendee, LocalMarks.repliedMark(said.id()), said.written());
    }

    /** Who answered for a series and for changed dates of it waits once for all of them. */
    private static List<Request> waitingWith(CalendarState kept, Request request) {
        var all = new ArrayList<Request>(List.of(request));
        for (Request other : kept.requests()) {
            if (request.id() == null
                    && other.kind() == request.kind()
                    && Objects.equals(other.from(), request.from())
                    && other.id() != null) {
                all.add(other);
            }
        }
        return all;
    }

    private static Decision refuse(
            CalendarState kept,
            Event event,
            CalendarAddress who,
            @Nullable RecurrenceId id,
            Instant now) {
        Request request = waiting(kept, who, id);
        VEvent part = part(kept, event, id);
        if (request == null || part == null || !kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_WAITING, who.email());
        }
        VEvent cancel = shared(RecipientDiff.bare(part)).withStamp(now);
        return new Decision(
                Verdict.REFUSED,
                who.email(),
                settled(waitingWith(kept, request)),
                List.of(
                        new Outgoing(
                                Method.CANCEL,
                                List.of(who),
                                List.of(cancel.with(Attendee.of(who))),
                                "")));
    }

    private static List<Change> settled(List<Request> requests) {
        return requests.stream().<Change>map(Change.SettleOne::new).toList();
    }

    static @Nullable Request waiting(
            CalendarState kept, CalendarAddress who, @Nullable RecurrenceId id) {
        for (Request request : kept.requests()) {
            if (request.kind() == Request.Kind.UNINVITED
                    && who.equals(request.from())
                    && Objects.equals(id, request.id())) {
                return request;
            }
        }
        return null;
    }

    /** A part as others may see it: without our own marks and the person's alarms. */
    static VEvent shared(VEvent part) {
        VEvent result =
                part.withAttendees(
                        part.attendees().stream()
                                .map(
                                        attendee ->
                                                attendee.without(LocalMarks.REPLIED)
                                                        .without(LocalMarks.WAS)
                                                        .without(LocalMarks.UNTOLD))
                                .toList());
        return Scheduled.unmarked(
                new VEvent(
                        result.component()
                                .withComponents(
                                        result.component().components().stream()
                                                .filter(c -> !c.name().equals("VALARM"))
                                                .toList()),
                        result.zones()));
    }
}
