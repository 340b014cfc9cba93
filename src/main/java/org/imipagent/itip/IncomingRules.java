package org.imipagent.itip;

import static org.imipagent.itip.Verdict.UNKNOWN_EVENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * The first verb: a message came for a person. Here is who may say it to whom; what it does is told
 * by one class for each method.
 */
public final class IncomingRules {

    private IncomingRules() {}

    public static Decision decide(CalendarState state, Message came, Instant now) {
        if (Keepable.isTooLong(came.event())) {
            return Keepable.tooLong();
        }
        return Keepable.checked(state, once(state, came, decided(state, came, now)), now);
    }

    /**
     * What the agent says by itself in answer to a message it says once, also when it comes again.
     * And the same again is no word about what the person proposed since.
     */
    private static Decision once(CalendarState state, Message came, Decision decided) {
        boolean declines = decided.verdict() == Verdict.COUNTER_DECLINED;
        boolean answers = decided.messages().stream().anyMatch(Outgoing::automatic);
        if (!answers && !declines) {
            return decided;
        }
        if (!state.answered()) {
            return decided.with(new Change.Remember(came.key()));
        }
        return declines || decided.changes().isEmpty()
                ? Decision.refuse(Verdict.REPEATED, "")
                : decided.withoutMessages(Outgoing::automatic);
    }

    private static Decision decided(CalendarState kept, Message came, Instant now) {
        return switch (came.method()) {
            case REQUEST -> request(kept, came, now);
            case PUBLISH -> publish(kept, came, now);
            case CANCEL -> cancel(kept, came, now);
            case ADD -> add(kept, came, now);
            case DECLINECOUNTER -> declineCounter(kept, came, now);
            case REPLY -> IncomingReply.decide(kept, came, now);
            case REFRESH -> IncomingRefresh.decide(kept, came);
            case COUNTER -> IncomingCounter.decide(kept, came, now);
        };
    }

    private static Decision request(CalendarState kept, Message came, Instant now) {
        VEvent main = came.event().main();
        if (isOwn(kept, came)) {
            return kept.policy().counterAsRequest()
                            && kept.event() != null
                            && came.from() != null
                            && !kept.person().is(came.from())
                    ? IncomingCounter.decide(kept, came, now)
                    : Decision.refuse(Verdict.OWN_EVENT, "");
        }
        if (main.organiser() == null) {
            return Decision.refuse(Verdict.IMPOSSIBLE, "a REQUEST without ORGANIZER");
        }
        boolean isKnown = isInvited(kept.person(), came) || isOff(kept, came);
        if (!came.meant() && !isKnown) {
            return Decision.refuse(Verdict.NOT_INVITED, "");
        }
        Decision refusal = refusal(kept, came);
        if (refusal != null) {
            return refusal;
        }
        return isKnown ? IncomingRequest.decide(kept, came, now) : reached(kept, came, now);
    }

    private static boolean isInvited(Person person, Message came) {
        return came.event().parts().stream().anyMatch(part -> person.among(part) != null);
    }

    /** Single dates of a series that names the person, and they do not: those are not theirs. */
    private static boolean isOff(CalendarState kept, Message came) {
        VEvent master = kept.event() == null ? null : kept.event().master();
        return master != null
                && kept.person().among(master) != null
                && !master.component().has(LocalMarks.REACHED)
                && came.event().master() == null;
    }

    private static Decision publish(CalendarState kept, Message came, Instant now) {
        if (isOwn(kept, came)) {
            return Decision.refuse(Verdict.OWN_EVENT, "");
        }
        Decision refusal = refusal(kept, came);
        return refusal != null ? refusal : IncomingRequest.decide(kept, came, now);
    }

    private static Decision cancel(CalendarState kept, Message came, Instant now) {
        Event event = kept.event();
        if (isOwn(kept, came)) {
            return Decision.refuse(Verdict.OWN_EVENT, "");
        }
        Decision refusal = refusal(kept, came);
        if (refusal != null) {
            return refusal;
        }
        return event == null
                ? IncomingCancel.ofUnknown(kept, came)
                : IncomingCancel.decide(kept, event, came, now);
    }

    private static Decision add(CalendarState kept, Message came, Instant now) {
        if (isOwn(kept, came)) {
            return Decision.refuse(Verdict.OWN_EVENT, "");
        }
        Decision refusal = refusal(kept, came);
        return refusal != null ? refusal : IncomingAdd.decide(kept, came, now);
    }

    /**
     * The organiser keeps to the time they asked for: the one proposed is held no longer, and who
     * has not answered is asked again.
     */
    private static Decision declineCounter(CalendarState kept, Message came, Instant now) {
        Event event = kept.event();
        if (event == null) {
            return Decision.refuse(UNKNOWN_EVENT, "");
        }
        if (isOwn(kept, came)) {
            return Decision.refuse(Verdict.OWN_EVENT, "");
        }
        Decision refusal = refusal(kept, came);
        if (refusal != null) {
            return refusal;
        }
        VEvent main = came.event().main();
        RecurrenceId id = main.recurrenceId();
        var changes = new ArrayList<Change>(List.of(new Change.Release(event.uid(), id)));
        VEvent part = kept.standing(event, id);
        if (part != null && isUnanswered(kept.person(), part) && !isAsked(kept, id)) {
            changes.add(new Change.Ask(IncomingRequest.invitation(part, id, now)));
        }
        return new Decision(Verdict.COUNTER_DECLINED, main.text("COMMENT"), changes, List.of());
    }

    private static boolean isUnanswered(Person person, VEvent part) {
        Attendee mine = person.among(part);
        return mine != null
                && mine.participation() == Participation.NEEDS_ACTION
                && !part.isCancelled();
    }

    /** Whether the person is still asked about an occurrence, or about the whole. */
    private static boolean isAsked(CalendarState kept, @Nullable RecurrenceId id) {
        return kept.requests().stream()
                .filter(request -> request.kind() == Request.Kind.INVITATION)
                .anyMatch(request -> request.id() == null || request.id().equals(id));
    }

    /** Why it does not count; null when it does. Who brings a new event need only be welcome. */
    private static @Nullable Decision refusal(CalendarState kept, Message came) {
        if (kept.event() != null) {
            return Authority.refusal(kept, kept.event(), came);
        }
        return came.known()
                ? null
                : Decision.refuse(
                        Verdict.UNKNOWN_SENDER,
                        came.from() == null
                                ? "the mail has no single sender"
                                : came.from().email());
    }

    /** Whether the person organises it, as it is kept or as the message says. */
    private static boolean isOwn(CalendarState kept, Message came) {
        Event event = kept.event();
        Attendee organiser = came.event().organiser();
        return (event != null && kept.person().organises(event.main()))
                || (organiser != null && kept.person().is(organiser.address()));
    }

    /**
     * The invitation of a list, or of an address that nobody told us is the person's, has reached
     * their mailbox all the same: they are invited, and their reply names them.
     */
    private static Decision reached(CalendarState kept, Message came, Instant now) {
        Person person = kept.person();
        Attendee mine =
                Attendee.of(person.address()).with(Participation.NEEDS_ACTION).with("RSVP", "TRUE");
        List<VEvent> parts = came.event().parts().stream().map(part -> part.with(mine)).toList();
        Event event = came.event().with(parts);
        Decision decision = IncomingRequest.decide(kept, came.with(event), now);
        return new Decision(
                decision.verdict(),
                decision.detail(),
                decision.changes().stream().map(change -> marked(person, change)).toList(),
                decision.messages());
    }

    private static Change marked(Person person, Change change) {
        if (!(change instanceof Change.Keep(Event event, _))) {
            return change;
        }
        Event marked = event;
        for (VEvent part : event.parts()) {
            if (person.among(part) != null) {
                marked = marked.with(part.with(Property.of(LocalMarks.REACHED, "TRUE")));
            }
        }
        return new Change.Keep(marked);
    }
}
