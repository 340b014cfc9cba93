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
     * @param kept with the event; an act on an event that is not kept is refused, unless it is to
     *     keep one
     */
    public static Decision decide(CalendarState kept, Course course, UserAction act, Instant now) {
        if (act instanceof UserAction.Save save) {
            return save(kept, course, save, now);
        }
        Event event = kept.event();
        if (event == null) {
            return Decision.refuse(Verdict.UNKNOWN_EVENT, "");
        }
        return switch (act) {
            case UserAction.Answer answer -> answer(kept, event, answer, now);
            case UserAction.Delegate delegate -> Delegating.decide(kept, event, delegate, now);
            case UserAction.Propose propose -> Proposing.propose(kept, event, propose, now);
            case UserAction.Remove _ ->
                    Decision.change(Verdict.REMOVED, List.of(new Change.Remove(event.uid())));
            case UserAction.LetIn(var who, var id) -> letIn(kept, event, who, id, now);
            case UserAction.Refuse(var who, var id) -> refuse(kept, event, who, id, now);
            case UserAction.Save save -> save(kept, course, save, now);
            case UserAction.SaveFrom from -> saveFrom(kept, event, course, from, now);
            case UserAction.AcceptCounter accept ->
                    Proposing.accept(kept, event, course, accept, now);
            case UserAction.DeclineCounter decline -> Proposing.decline(kept, event, decline, now);
            case UserAction.CallOff callOff -> CallingOff.decide(kept, event, course, callOff, now);
        };
    }

    private static Decision save(
            CalendarState kept, Course course, UserAction.Save act, Instant now) {
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
        return OrganiserUpdate.decide(
                kept, before, course, act.after(), telling, now, Verdict.SAVED);
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

    private static Decision saveFrom(
            CalendarState kept, Event event, Course course, UserAction.SaveFrom act, Instant now) {
        VEvent master = event.master();
        if (master == null || !kept.occurrences().contains(act.id())) {
            return Decision.refuse(Verdict.UNKNOWN_OCCURRENCE, act.id().text());
        }
        if (event.organiser() != null && !kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_ORGANISER, "");
        }
        if (event.isCancelled()) {
            return Decision.refuse(Verdict.CANCELLED_BEFORE, "");
        }
        var own = kept.person().zone();
        Decision head =
                OrganiserUpdate.decide(
                        kept,
                        event,
                        course,
                        SeriesSplit.before(event, act.id(), own),
                        new OrganiserUpdate.Telling(act.send(), false, act.comment()),
                        now,
                        Verdict.SAVED);
        VEvent asked = askedAnew(kept, part(kept, event, act.id()), act.after());
        Event rest = SeriesSplit.from(event, act.id(), asked, course.before(), own);
        Decision tail =
                OrganiserUpdate.decide(
                        new CalendarState(
                                kept.person(), null, Set.of(), List.of(), List.of(), kept.policy()),
                        null,
                        course,
                        rest,
                        new OrganiserUpdate.Telling(act.send(), true, act.comment()),
                        now,
                        Verdict.SAVED);
        var changes = new ArrayList<>(head.changes());
        changes.addAll(tail.changes());
        var messages = new ArrayList<>(head.messages());
        messages.addAll(tail.messages());
        return new Decision(Verdict.SAVED, rest.uid(), changes, messages);
    }

    /** The rest of a series at another time: what was answered holds for the old one. */
    private static VEvent askedAnew(CalendarState kept, @Nullable VEvent was, VEvent after) {
        if (was == null || !Significance.isMoved(was, after)) {
            return after;
        }
        VEvent result = after;
        for (Attendee attendee : after.attendees()) {
            Participation answer = attendee.participation();
            if (answer != NEEDS_ACTION && !kept.person().is(attendee.address())) {
                result =
                        result.with(
                                attendee.with(NEEDS_ACTION)
                                        .with("RSVP", "TRUE")
                                        .with(LocalMarks.WAS, answer.partstat()));
            }
        }
        return result;
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
        Attendee given = answered(mine, answer.how());
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
        Event result = event.with(part.with(Replied.now(given, Replied.mark(answer.id()), now)));
        for (VEvent each : following) {
            result = result.with(each.with(followed(kept, each, now)));
        }
        return new Decision(
                Verdict.REPLIED,
                answer.how().partstat(),
                List.of(new Change.Keep(result), new Change.Settle(event.uid(), answer.id())),
                replies(kept, part, given, following, answer.comment(), now));
    }

    private static Attendee answered(Attendee mine, Participation how) {
        return mine.with(how).without("RSVP").without("DELEGATED-TO").without(LocalMarks.WAS);
    }

    private static Attendee followed(CalendarState kept, VEvent part, Instant now) {
        return Replied.now(
                Objects.requireNonNull(kept.person().among(part)), LocalMarks.REPLIED, now);
    }

    /**
     * The changed occurrences that an answer to the series answers too, answered so. The reply
     * names them: only so the organiser knows which changes the attendee had seen.
     */
    static List<VEvent> following(CalendarState kept, Event event, Participation how) {
        var following = new ArrayList<VEvent>();
        for (VEvent changed : event.changed().values()) {
            Attendee mine = kept.person().among(changed);
            if (mine != null
                    && followsSeries(mine)
                    && mine.participation() != how
                    && !changed.isCancelled()) {
                following.add(changed.with(answered(mine, how)));
            }
        }
        return following;
    }

    static boolean followsSeries(Attendee mine) {
        return mine.participation() == NEEDS_ACTION
                || mine.property().parameter(LocalMarks.REPLIED_HERE) == null;
    }

    /**
     * A REPLY to the organiser; none when the person is the organiser, or there is nobody to write
     * to.
     */
    static List<Outgoing> replies(
            CalendarState kept, VEvent part, Attendee mine, String comment, Instant now) {
        return replies(kept, part, mine, List.of(), comment, now);
    }

    static List<Outgoing> replies(
            CalendarState kept,
            VEvent part,
            Attendee mine,
            List<VEvent> following,
            String comment,
            Instant now) {
        Attendee organiser = part.organiser();
        if (organiser == null || kept.person().organises(part) || !organiser.address().isMail()) {
            return List.of();
        }
        var parts = new ArrayList<VEvent>(List.of(reply(part, mine, comment, now)));
        for (VEvent each : following) {
            Attendee here = Objects.requireNonNull(kept.person().among(each));
            parts.add(reply(each, here, comment, now));
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
                .withStamp(Replied.stamp(mine, now));
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
                List.of(new Outgoing(Method.REQUEST, List.of(who), theirs, "", true, false)));
    }

    private static Attendee answering(CalendarAddress who, Request said) {
        Attendee attendee =
                Attendee.of(who)
                        .with(Objects.requireNonNullElse(said.participation(), NEEDS_ACTION));
        return said.written() == null
                ? attendee
                : Replied.marked(attendee, Replied.mark(said.id()), said.written());
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
        VEvent result = part;
        for (Attendee attendee : part.attendees()) {
            result =
                    result.with(
                            attendee.without(LocalMarks.REPLIED)
                                    .without(LocalMarks.WAS)
                                    .without(LocalMarks.UNTOLD));
        }
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
