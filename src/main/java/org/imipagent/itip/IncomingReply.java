package org.imipagent.itip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * REPLY for the organiser (RFC 5546, 3.2.3): changes the sender's own participation and nothing
 * else.
 */
final class IncomingReply {

    private IncomingReply() {}

    static Decision decide(Kept kept, Message came, Instant now) {
        Event event = kept.event();
        if (event == null) {
            return Decision.refuse(Verdict.UNKNOWN_EVENT, "");
        }
        if (!kept.person().organises(event.main())) {
            return Decision.refuse(Verdict.NOT_ORGANISER, "a reply is for the organiser");
        }
        Event result = event;
        Decision last = Decision.refuse(Verdict.REPEATED, "");
        var details = new ArrayList<String>();
        for (VEvent part : came.event().parts()) {
            Attendee reply = replying(part, came.from());
            if (reply == null) {
                last = Decision.refuse(Verdict.NOT_SENDER, notSender(came.from(), part));
                continue;
            }
            Step step = step(kept, result, part, reply, now);
            if (step.event() == null) {
                last = step.otherwise();
            } else {
                result = step.event();
                details.add(told(reply, part));
            }
        }
        return result.equals(event)
                ? last
                : new Decision(
                        Verdict.ANSWERED,
                        String.join("; ", details),
                        List.of(new Change.Keep(result)),
                        List.of());
    }

    /** The event with the answer in it, or what is to be done otherwise. */
    private record Step(@Nullable Event event, Decision otherwise) {
        static Step refuse(Verdict verdict, String detail) {
            return new Step(null, Decision.refuse(verdict, detail));
        }
    }

    private static Step step(Kept kept, Event event, VEvent part, Attendee reply, Instant now) {
        RecurrenceId id = part.recurrenceId();
        VEvent target = target(kept, event, id);
        if (target == null) {
            return Step.refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
        }
        if (part.sequence() < target.sequence() && part.component().has("SEQUENCE")) {
            return Step.refuse(Verdict.STALE, Version.compared(part, target));
        }
        Attendee invited = target.attendee(reply.address());
        if (invited == null) {
            return new Step(null, uninvited(part, reply, id, now));
        }
        Instant before = replied(invited);
        if (before != null && !part.stamp().isAfter(before)) {
            return Step.refuse(
                    part.stamp().equals(before) ? Verdict.REPEATED : Verdict.STALE,
                    "of " + part.stamp() + ", kept is of " + before);
        }
        Event result = event.with(target.with(answered(invited, reply, part)));
        return new Step(
                id == null ? alsoUnanswered(result, reply, part) : result,
                Decision.refuse(Verdict.REPEATED, ""));
    }

    private static @Nullable VEvent target(Kept kept, Event event, @Nullable RecurrenceId id) {
        if (id == null) {
            return event.main();
        }
        VEvent part = event.part(id);
        VEvent master = event.master();
        return part != null || master == null || !kept.occurrences().contains(id)
                ? part
                : master.occurrence(id, kept.person().zone());
    }

    /** An answer to the series answers the changed occurrences that are still without one. */
    private static Event alsoUnanswered(Event event, Attendee reply, VEvent part) {
        Event result = event;
        for (VEvent changed : event.changed().values()) {
            Attendee invited = changed.attendee(reply.address());
            if (invited != null && invited.participation() == Participation.NEEDS_ACTION) {
                result = result.with(changed.with(answered(invited, reply, part)));
            }
        }
        return result;
    }

    private static Attendee answered(Attendee invited, Attendee reply, VEvent part) {
        return invited.with(reply.participation())
                .without("RSVP")
                .with(Own.REPLIED, Times.write("DTSTAMP", CalendarTime.utc(part.stamp())).value());
    }

    private static @Nullable Instant replied(Attendee invited) {
        String stamp = invited.property().parameter(Own.REPLIED);
        CalendarTime time = stamp == null ? null : Times.read(stamp, null, Zones.NONE);
        return time == null ? null : time.instant(Zone.UTC);
    }

    /**
     * Who was not invited waits in the organiser's requests; but a refusal of an invitation never
     * sent is no matter.
     */
    private static Decision uninvited(
            VEvent part, Attendee reply, @Nullable RecurrenceId id, Instant now) {
        Participation said = reply.participation();
        if (said != Participation.ACCEPTED && said != Participation.TENTATIVE) {
            return Decision.refuse(Verdict.NOT_INVITED, reply.address().email());
        }
        return new Decision(
                Verdict.UNINVITED,
                told(reply, part),
                List.of(
                        new Change.Ask(
                                new Request(
                                        part.uid(),
                                        id,
                                        Request.Kind.UNINVITED,
                                        now,
                                        reply.address(),
                                        said))),
                List.of());
    }

    /**
     * The attendee that the sender of the mail is; null when the reply speaks for somebody else.
     */
    private static @Nullable Attendee replying(VEvent part, @Nullable CalendarAddress from) {
        List<Attendee> attendees = part.attendees();
        if (from == null) {
            return attendees.size() == 1 ? attendees.getFirst() : null;
        }
        for (Attendee attendee : attendees) {
            if (Incoming.speaksFor(from, attendee)) {
                return attendee;
            }
        }
        return null;
    }

    private static String notSender(@Nullable CalendarAddress from, VEvent part) {
        String named =
                part.attendees().isEmpty()
                        ? "nobody"
                        : part.attendees().getFirst().address().email();
        return (from == null ? "an unknown sender" : from.email()) + " answers for " + named;
    }

    private static String told(Attendee reply, VEvent part) {
        String comment = part.text("COMMENT");
        return reply.address().email()
                + " "
                + reply.participation().partstat()
                + (comment.isBlank() ? "" : ": " + comment);
    }
}
