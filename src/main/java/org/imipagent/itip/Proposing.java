package org.imipagent.itip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.Offer;
import org.imipagent.recurrence.Instance;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.recurrence.SeriesEdit;
import org.jspecify.annotations.Nullable;

/** Another time: proposed by an attendee, taken or declined by the organiser (RFC 5546, 3.2.7). */
final class Proposing {

    private Proposing() {}

    /** As attendee: COUNTER, and the time is held free for as long as the person prefers. */
    static Decision propose(CalendarState kept, Event event, UserAction.Propose act, Instant now) {
        VEvent part = UserActionRules.part(kept, event, act.id());
        Decision refusal = UserActionRules.refusal(kept, part, act.id());
        if (refusal != null) {
            return refusal;
        }
        VEvent invited = Objects.requireNonNull(part);
        Attendee organiser = invited.organiser();
        if (organiser == null || !organiser.address().isMail()) {
            return Decision.refuse(Verdict.NO_ADDRESS, Unsent.WHY);
        }
        VEvent proposal = moved(invited, act);
        if (!Significance.isNews(invited, proposal)) {
            return Decision.refuse(Verdict.REPEATED, "the event is already at this time");
        }
        var changes =
                new ArrayList<Change>(
                        List.of(new Change.Settle(event.uid(), invited.recurrenceId())));
        changes.addAll(held(kept, proposal, now));
        return new Decision(
                Verdict.PROPOSED,
                "",
                changes,
                List.of(
                        new Outgoing(
                                Method.COUNTER,
                                List.of(organiser.address()),
                                List.of(
                                        commented(
                                                UserActionRules.shared(proposal),
                                                act.comment(),
                                                now)),
                                act.comment(),
                                false,
                                event,
                                false)));
    }

    private static VEvent moved(VEvent part, UserAction.Propose act) {
        VEvent moved = withTimes(part, Times.write("DTSTART", act.start()), end(act));
        return act.location().isBlank()
                ? moved
                : moved.with(Property.ofText("LOCATION", act.location()));
    }

    private static Property end(UserAction.Propose act) {
        return Times.write("DTEND", act.end());
    }

    private static VEvent withTimes(VEvent part, Property start, Property end) {
        return part.without("DURATION").with(start).with(end);
    }

    private static VEvent commented(VEvent part, String comment, Instant now) {
        VEvent stamped = part.withSequence(part.sequence()).withStamp(now);
        return comment.isBlank() ? stamped : stamped.with(Property.ofText("COMMENT", comment));
    }

    /** So many dates of a series are held. */
    private static final int MOST_HELD = 400;

    /**
     * What is kept of a proposal of the person's: itself, and the time that is held for it, of a
     * series that of each date up to the horizon.
     */
    static List<Change> held(CalendarState kept, VEvent proposal, Instant now) {
        var counter = new CounterProposal(kept.person().address(), proposal, now);
        var offers = kept.policy().offers();
        if (offers == null || proposal.start() == null || proposal.end() == null) {
            return List.of(new Change.KeepCounter(counter));
        }
        var own = kept.person().zone();
        var changes = new ArrayList<Change>();
        changes.add(new Change.Release(proposal.uid(), proposal.recurrenceId()));
        changes.add(new Change.KeepCounter(counter));
        for (Instance each : times(kept, proposal, now)) {
            changes.add(
                    new Change.Hold(
                            new Offer(
                                    proposal.uid(),
                                    each.id(),
                                    each.start().instant(own),
                                    each.end().instant(own),
                                    now.plus(offers))));
        }
        return changes;
    }

    private static List<Instance> times(CalendarState kept, VEvent proposal, Instant now) {
        CalendarTime start = proposal.start();
        CalendarTime end = proposal.end();
        if (proposal.recurrenceId() != null && start != null && end != null) {
            return List.of(new Instance(proposal.recurrenceId(), proposal, start, end));
        }
        List<Instance> times =
                Recurrences.expand(
                                Event.of(proposal), now, kept.horizon(), kept.zone(), kept.limits())
                        .instances();
        return times.subList(0, Math.min(MOST_HELD, times.size()));
    }

    /**
     * As organiser: the proposal's time, and place where it names another, become the event's;
     * everybody is asked anew, and who proposed otherwise is declined.
     */
    static Decision accept(
            CalendarState kept, Event event, UserAction.AcceptCounter act, Instant now) {
        CounterProposal counter = waiting(kept, act.who(), act.id());
        VEvent part = UserActionRules.part(kept, event, act.id());
        if (counter == null || part == null || !kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_PROPOSED, act.who().email());
        }
        VEvent taken = taken(part, counter.proposal());
        Event after =
                act.id() == null && event.master() != null
                        ? SeriesEdit.applied(
                                event, null, part, taken, null, kept.zone(), kept.limits())
                        : event.with(taken);
        var telling = new OrganiserUpdate.Telling(true, true, "");
        Decision saved =
                OrganiserUpdate.decide(kept, event, after, telling, now, Verdict.COUNTER_ACCEPTED);
        var changes = new ArrayList<>(saved.changes());
        var messages = new ArrayList<>(saved.messages());
        for (CounterProposal other : kept.counters()) {
            if (Objects.equals(other.id(), act.id())) {
                forget(kept, other, changes);
                if (!other.from().equals(act.who()) && other.from().isMail()) {
                    messages.add(declining(part, other, "", now));
                }
            }
        }
        return new Decision(Verdict.COUNTER_ACCEPTED, act.who().email(), changes, messages);
    }

    static VEvent taken(VEvent part, VEvent proposal) {
        VEvent result = part;
        Property start = proposal.component().first("DTSTART");
        if (start != null) {
            result = result.without("DTEND").without("DURATION").with(start);
            for (String name : List.of("DTEND", "DURATION")) {
                Property given = proposal.component().first(name);
                result = given == null ? result : result.with(given);
            }
            result = new VEvent(result.component(), part.zones().and(proposal.zones()));
        }
        return proposal.location().isBlank() || proposal.location().equals(part.location())
                ? result
                : result.with(Property.ofText("LOCATION", proposal.location()));
    }

    /** As organiser: DECLINECOUNTER to the one who proposed (RFC 5546, 3.2.8). */
    static Decision decline(
            CalendarState kept, Event event, UserAction.DeclineCounter act, Instant now) {
        CounterProposal counter = waiting(kept, act.who(), act.id());
        VEvent part = UserActionRules.part(kept, event, act.id());
        if (counter == null || part == null || !kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_PROPOSED, act.who().email());
        }
        var changes = new ArrayList<Change>();
        forget(kept, counter, changes);
        return new Decision(
                Verdict.COUNTER_REFUSED,
                act.who().email(),
                changes,
                counter.from().isMail()
                        ? List.of(declining(part, counter, act.comment(), now))
                        : List.of());
    }

    private static Outgoing declining(
            VEvent part, CounterProposal counter, String comment, Instant now) {
        Attendee attendee = part.attendee(counter.from());
        var properties = new ArrayList<Property>();
        for (Property property : part.component().properties()) {
            if (UserActionRules.OF_A_REPLY.contains(property.name())) {
                properties.add(property);
            }
        }
        properties.add((attendee == null ? Attendee.of(counter.from()) : attendee).property());
        VEvent declined =
                new VEvent(new Component("VEVENT", properties, List.of()), part.zones())
                        .withSequence(counter.proposal().sequence());
        return new Outgoing(
                Method.DECLINECOUNTER,
                List.of(counter.from()),
                List.of(commented(UserActionRules.shared(declined), comment, now)),
                comment);
    }

    /**
     * Whether a proposal is one no more, at the organiser as at who proposed it: what it is about
     * is asked about anew, gone, of another name or cancelled, or who proposed it is not invited
     * there any more.
     *
     * @param was what it is about, as it was; null where that is not known
     * @param is the same as it is to be; null where it is gone
     * @param who finds who proposed it in a part
     */
    static boolean isOvertaken(
            @Nullable VEvent was, @Nullable VEvent is, Function<VEvent, @Nullable Attendee> who) {
        return was == null
                || is == null
                || is.isCancelled()
                || who.apply(is) == null
                || Significance.isMoved(was, is);
    }

    /** The proposal, and what asks the person about it. */
    static void forget(CalendarState kept, CounterProposal counter, List<Change> changes) {
        var drop = new Change.DropCounter(counter);
        if (!changes.contains(drop)) {
            changes.add(drop);
        }
        for (Request request : kept.requests()) {
            var settle = new Change.SettleOne(request);
            if (request.kind() == Request.Kind.COUNTER
                    && counter.from().equals(request.from())
                    && Objects.equals(counter.id(), request.id())
                    && !changes.contains(settle)) {
                changes.add(settle);
            }
        }
    }

    static @Nullable CounterProposal waiting(
            CalendarState kept, CalendarAddress who, @Nullable RecurrenceId id) {
        for (CounterProposal counter : kept.counters()) {
            if (counter.from().equals(who) && Objects.equals(counter.id(), id)) {
                return counter;
            }
        }
        return null;
    }
}
