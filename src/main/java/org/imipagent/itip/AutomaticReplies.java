package org.imipagent.itip;

import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * A message came for somebody who answers by themselves, a resource or a person who chose so: it is
 * taken by the rules for people ({@link IncomingRules}), and what then waits is answered by the
 * rules for a person's answer ({@link UserActionRules}). Both are one decision.
 */
public final class AutomaticReplies {

    private AutomaticReplies() {}

    /** Says what is answered. */
    public interface Scheduler {
        /**
         * What is answered to an event, or to the date of it that waits.
         *
         * @param part the master, or the one date
         * @param occurrences when all of the event takes place
         */
        Said answer(Event event, VEvent part, OccurrenceTable occurrences);
    }

    /**
     * An answer, as what a person would do: the first act is about the part that was asked about,
     * further ones are about single dates of it.
     *
     * @param acts none: nothing is answered
     * @param asks whether somebody is yet to decide: then it waits among what is asked
     */
    public record Said(List<UserAction> acts, boolean asks) {

        /** It waits for the person, as if nobody answered by themselves. */
        public static final Said NOTHING = new Said(List.of(), true);

        public Said {
            acts = List.copyOf(acts);
        }

        public Said(UserAction act) {
            this(List.of(act), false);
        }
    }

    /**
     * What the rules say. A resource organises nothing, so answers, proposals and what is published
     * are nothing to it; and what may not be answered is not booked.
     */
    public static Decision decide(
            CalendarState state, Message came, Instant now, Scheduler scheduler) {
        return switch (came.method()) {
            case PUBLISH, REPLY, COUNTER ->
                    Decision.refuse(Verdict.UNSUPPORTED_METHOD, came.method().name());
            case REQUEST, ADD ->
                    isTakenOff(state, came)
                            ? IncomingRules.decide(state, takenOff(state, came), now)
                            : came.answerable()
                                    ? answered(state, came, now, scheduler)
                                    : Decision.refuse(
                                            Verdict.IGNORED, "automatic mail is not answered");
            case CANCEL, DECLINECOUNTER, REFRESH -> IncomingRules.decide(state, came, now);
        };
    }

    /**
     * What the rules say of a message for a person who lets some invitations be answered. Whatever
     * the scheduler says nothing of waits as it always does, and what the rules did not ask about
     * stays as the person answered it. Only the organiser's own word is answered so.
     */
    public static Decision decideForPerson(
            CalendarState state, Message came, Instant now, Scheduler scheduler) {
        Decision taken = IncomingRules.decide(state, came, now);
        Change.Keep kept = kept(taken);
        OccurrenceTable occurrences = kept == null ? null : kept.occurrences();
        return kept == null || occurrences == null || !isOrganisersWord(came, kept.event())
                ? taken
                : new Dealing(state, came, now, scheduler)
                        .answeredInPart(taken, kept.event(), occurrences);
    }

    /**
     * Whether what was asked of the resource by name goes on without it: some organisers tell who
     * is taken off with the new version, and not with a cancellation.
     */
    private static boolean isTakenOff(CalendarState state, Message came) {
        Event before = state.event();
        VEvent master = before == null ? null : before.master();
        return came.method() == Method.REQUEST
                && came.event().master() != null
                && isNamed(state.person(), master)
                && came.event().parts().stream()
                        .allMatch(part -> state.person().among(part) == null);
    }

    private static boolean isNamed(Person person, @Nullable VEvent part) {
        return part != null
                && person.among(part) != null
                && !part.component().has(LocalMarks.REACHED);
    }

    /** The cancellation for the resource alone (RFC 5546, 3.2.5). */
    private static Message takenOff(CalendarState state, Message came) {
        VEvent main = came.event().main();
        var attendees = new ArrayList<>(main.attendees());
        attendees.add(Attendee.of(state.person().address()));
        return new Message(
                Method.CANCEL,
                Event.of(main.withAttendees(attendees)),
                came.from(),
                came.answerable(),
                came.known(),
                came.meant());
    }

    private static boolean isOrganisersWord(Message came, Event event) {
        Attendee organiser = event.organiser();
        return (came.method() == Method.REQUEST || came.method() == Method.ADD)
                && came.answerable()
                && organiser != null
                && organiser.address().equals(came.from());
    }

    private static Decision answered(
            CalendarState state, Message came, Instant now, Scheduler scheduler) {
        Decision taken = IncomingRules.decide(state, came, now);
        Change.Keep kept = kept(taken);
        OccurrenceTable occurrences = kept == null ? null : kept.occurrences();
        if (kept == null || occurrences == null) {
            return taken;
        }
        if (state.person().isUnheard(kept.event().main())) {
            return Decision.refuse(Verdict.IMPOSSIBLE, "there is nobody to answer");
        }
        return new Dealing(state, came, now, scheduler).answered(taken, kept, occurrences);
    }

    /** One message and what is answered to it. */
    private record Dealing(CalendarState state, Message came, Instant now, Scheduler scheduler) {

        Decision answered(Decision taken, Change.Keep kept, OccurrenceTable occurrences) {
            Decision decision = taken;
            var asking = new ArrayList<Change>();
            Event event = asked(state, kept.event(), came);
            VEvent part = waiting(state.person(), event);
            while (part != null) {
                Said said = scheduler.answer(event, part, occurrences);
                boolean isFirst = true;
                for (UserAction act : said.acts()) {
                    Decision next = done(event, act);
                    Change.Keep after = kept(next);
                    if (after != null) {
                        decision = joined(decision, next);
                        event = after.event();
                    } else if (isFirst) {
                        // Not booked without an answer.
                        return next;
                    }
                    isFirst = false;
                }
                if (said.asks()) {
                    asking.add(new Change.Ask(asking(part)));
                }
                part = waiting(state.person(), event);
            }
            for (Change each : asking) {
                decision = decision.with(each);
            }
            return decision;
        }

        /** What waits, each part once: what an answer uncovers waits after it. */
        Decision answeredInPart(Decision taken, Event first, OccurrenceTable occurrences) {
            Decision decision = taken;
            Event event = first;
            var waiting = new ArrayDeque<>(invitations(taken));
            var seen = new HashSet<Request>();
            var left = new ArrayList<Request>();
            while (!waiting.isEmpty()) {
                Request request = waiting.removeFirst();
                if (!seen.add(request)) {
                    continue;
                }
                VEvent part = event.part(request.id());
                Said said =
                        part == null || !isInvited(part)
                                ? Said.NOTHING
                                : scheduler.answer(event, part, occurrences);
                boolean isAnswered = false;
                for (UserAction act : said.acts()) {
                    Decision next = UserActionRules.decide(state.with(event), act, now);
                    Change.Keep after = kept(next);
                    if (after != null) {
                        decision = joined(decision, next);
                        event = after.event();
                        waiting.addAll(invitations(next));
                        isAnswered = true;
                    }
                }
                if (!isAnswered || said.asks()) {
                    left.add(request);
                }
            }
            for (Request each : left) {
                decision = decision.with(new Change.Ask(each));
            }
            return decision.messages().equals(taken.messages())
                    ? taken
                    : new Decision(
                            taken.verdict(),
                            decision.detail(),
                            decision.changes(),
                            decision.messages(),
                            taken.notTaken());
        }

        /** By name: who got it by a list answers as themselves, if they wish. */
        private boolean isInvited(VEvent part) {
            return IncomingRequest.isUnanswered(state.person(), part)
                    && !part.component().has(LocalMarks.REACHED);
        }

        private static List<Request> invitations(Decision decision) {
            var asked = new ArrayList<Request>();
            for (Change change : decision.changes()) {
                if (change instanceof Change.Ask(var request)
                        && request.kind() == Request.Kind.INVITATION) {
                    asked.add(request);
                }
            }
            return asked;
        }

        /** What was asked about when another time is proposed is not taken as it was. */
        private Decision done(Event event, UserAction act) {
            if (!(act instanceof UserAction.Propose)) {
                return UserActionRules.decide(state.with(event), act, now);
            }
            Event declined = declined(event, act);
            Decision proposed = UserActionRules.decide(state.with(declined), act, now);
            return proposed.isRefusal()
                    ? proposed
                    : Keepable.checked(state, proposed.with(new Change.Keep(declined)), now);
        }

        private Event declined(Event event, UserAction act) {
            Event declined = event;
            for (VEvent part : event.parts()) {
                Attendee mine = state.person().among(part);
                boolean isMeant = act.id() == null || act.id().equals(part.recurrenceId());
                if (mine != null && isMeant && !part.isCancelled()) {
                    declined = declined.with(part.with(mine.with(Participation.DECLINED)));
                }
            }
            return declined;
        }

        private Request asking(VEvent part) {
            return IncomingRequest.invitation(part, part.recurrenceId(), now);
        }
    }

    private static Change.@Nullable Keep kept(Decision decision) {
        for (Change change : decision.changes()) {
            if (change instanceof Change.Keep keep) {
                return keep;
            }
        }
        return null;
    }

    /**
     * All that came is asked for, whatever it says that the resource has answered: only the
     * resource itself knows whether it is free then. With a series that are the dates of it too
     * that take place when it does; of ADD, the one that was added.
     */
    private static Event asked(CalendarState state, Event kept, Message came) {
        Person person = state.person();
        Event event = kept;
        for (VEvent part : kept.parts()) {
            Attendee mine = person.among(part);
            if (mine != null && !part.isCancelled() && isAsked(state, kept, part, came)) {
                event = event.with(part.with(mine.with(NEEDS_ACTION)));
            }
        }
        return event;
    }

    private static boolean isAsked(CalendarState state, Event kept, VEvent part, Message came) {
        RecurrenceId id = part.recurrenceId();
        if (came.method() == Method.ADD) {
            VEvent before = state.event() == null ? null : state.event().part(id);
            return id != null && !part.equals(before);
        }
        return came.event().part(id) != null
                || (came.event().master() != null
                        && Answers.isAsSeries(part, kept, state.person().zone()));
    }

    /** What is answered next: the master, which answers for its dates too; then each other date. */
    private static @Nullable VEvent waiting(Person person, Event event) {
        VEvent master = event.master();
        if (master != null && IncomingRequest.isUnanswered(person, master)) {
            return master;
        }
        for (VEvent part : event.parts()) {
            if (IncomingRequest.isUnanswered(person, part)) {
                return part;
            }
        }
        return null;
    }

    /**
     * The later event in the place of the earlier, and one answer in which all parts are named;
     * nothing waits in a queue that nobody reads.
     */
    private static Decision joined(Decision first, Decision then) {
        var changes = new ArrayList<Change>();
        for (Change change : first.changes()) {
            if (!(change instanceof Change.Keep) && !(change instanceof Change.Ask)) {
                changes.add(change);
            }
        }
        for (Change change : then.changes()) {
            if (!(change instanceof Change.Ask)) {
                changes.add(change);
            }
        }
        var messages = new ArrayList<>(first.messages());
        for (Outgoing message : then.messages()) {
            add(messages, message.automatic(true));
        }
        return new Decision(
                then.verdict(),
                Objects.toString(first.detail(), "").isEmpty()
                        ? then.detail()
                        : first.detail() + "; " + then.detail(),
                changes,
                messages,
                first.notTaken());
    }

    /** A REPLY to the same organiser goes with the one that is there. */
    private static void add(List<Outgoing> messages, Outgoing message) {
        for (int i = 0; i < messages.size(); i++) {
            Outgoing there = messages.get(i);
            if (message.method() == Method.REPLY
                    && there.method() == Method.REPLY
                    && there.to().equals(message.to())) {
                messages.set(i, there.with(message.parts()));
                return;
            }
        }
        messages.add(message);
    }
}
