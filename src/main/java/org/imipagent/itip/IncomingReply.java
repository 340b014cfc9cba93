package org.imipagent.itip;

import static org.imipagent.calendar.Participation.DELEGATED;
import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * REPLY for the organiser (RFC 5546, 3.2.3): changes the sender's own participation and nothing
 * else. A delegate's reply comes to the delegator too, and is taken into their copy (RFC 5546,
 * 4.2.7).
 */
final class IncomingReply {

    private final CalendarState kept;
    private final Message came;
    private final Instant now;
    private Event event;
    private final List<Change> queue = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Verdict verdict = Verdict.ANSWERED;
    private Decision otherwise = Decision.refuse(Verdict.REPEATED, "");

    private IncomingReply(CalendarState kept, Event event, Message came, Instant now) {
        this.kept = kept;
        this.event = event;
        this.came = came;
        this.now = now;
    }

    static Decision decide(CalendarState kept, Message came, Instant now) {
        Event event = kept.event();
        return event == null
                ? Decision.refuse(Verdict.UNKNOWN_EVENT, "")
                : new IncomingReply(kept, event, came, now).decide(event);
    }

    /** Each part is taken or refused by itself. */
    private Decision decide(Event before) {
        came.event().parts().forEach(this::take);
        boolean isSame = event.equals(before);
        if (isSame && queue.isEmpty()) {
            return otherwise;
        }
        var changes = new ArrayList<Change>();
        if (!isSame) {
            changes.add(new Change.Keep(event));
        }
        changes.addAll(queue);
        return new Decision(
                isSame ? Verdict.UNINVITED : verdict, String.join("; ", told), changes, List.of());
    }

    private void take(VEvent part) {
        Attendee reply = replying(part, came.from());
        if (reply == null) {
            otherwise = Decision.refuse(Verdict.NOT_SENDER, notSender(came.from(), part));
            return;
        }
        VEvent target = kept.standing(event, part.recurrenceId());
        if (target == null) {
            refuse(Verdict.UNKNOWN_OCCURRENCE, String.valueOf(part.recurrenceId()));
            return;
        }
        Attendee invited = target.attendee(reply.address());
        if (!kept.person().organises(event.main()) && !isOurDelegate(target, reply)) {
            refuse(Verdict.NOT_ORGANISER, "a reply is for the organiser");
        } else if (target.isCancelled()) {
            refuse(Verdict.CANCELLED_BEFORE, told(reply, part));
        } else if (part.sequence() < target.sequence() && part.component().has("SEQUENCE")) {
            refuse(Verdict.STALE, Version.compared(part, target));
        } else if (invited == null) {
            uninvited(part, reply);
        } else {
            take(part, reply, target, invited);
        }
    }

    private void take(VEvent part, Attendee reply, VEvent target, Attendee invited) {
        Instant before = Replied.at(invited, Replied.mark(target.recurrenceId()));
        if (before != null && !part.stamp().isAfter(before)) {
            refuse(
                    part.stamp().equals(before) ? Verdict.REPEATED : Verdict.STALE,
                    "of " + part.stamp() + ", kept is of " + before);
            return;
        }
        String mark = Replied.mark(part.recurrenceId());
        VEvent given = target.with(answered(invited, reply, part, mark));
        if (reply.participation() == DELEGATED) {
            given = delegated(given, reply, part);
        }
        event = event.with(part.isThisAndFuture() ? asRange(given) : given);
        if (part.recurrenceId() == null || part.isThisAndFuture()) {
            answerChanged(reply, part);
        }
        told.add(told(reply, part));
    }

    /** The part of an answer from one occurrence on (RFC 5545, 3.2.13). */
    static VEvent asRange(VEvent part) {
        Property id = Objects.requireNonNull(part.component().first("RECURRENCE-ID"));
        return part.with(id.with("RANGE", "THISANDFUTURE"));
    }

    /**
     * An answer to the series, or from one occurrence on, answers the changed occurrences too, but
     * not those that were answered by themselves, nor those changed to a later version than the
     * reply is of: their attendee has not said that they saw it.
     */
    private void answerChanged(Attendee reply, VEvent part) {
        RecurrenceId since = part.recurrenceId();
        var later =
                since == null
                        ? List.copyOf(event.changed().values())
                        : event.changedSince(since, kept.person().zone());
        for (VEvent changed : later) {
            Attendee invited = changed.attendee(reply.address());
            if (invited != null && followsSeries(invited) && !isOfBefore(part, changed)) {
                VEvent given = changed.with(answered(invited, reply, part, LocalMarks.REPLIED));
                event =
                        event.with(
                                reply.participation() == DELEGATED
                                        ? delegated(given, reply, part)
                                        : given);
            }
        }
    }

    static boolean isOfBefore(VEvent part, VEvent changed) {
        return part.component().has("SEQUENCE") && part.sequence() < changed.sequence();
    }

    private static boolean followsSeries(Attendee invited) {
        return invited.participation() == NEEDS_ACTION
                || (invited.property().parameter(LocalMarks.REPLIED) != null
                        && invited.property().parameter(LocalMarks.REPLIED_HERE) == null);
    }

    /** The sender's own words about themselves, and none about anybody else. */
    private static Attendee answered(Attendee invited, Attendee reply, VEvent part, String mark) {
        Attendee given =
                Replied.marked(
                        invited.with(reply.participation())
                                .without("RSVP")
                                .without(LocalMarks.STATUS),
                        mark,
                        part.stamp());
        String name = reply.property().parameter("CN");
        if (name != null && given.property().parameter("CN") == null) {
            given = given.with("CN", name);
        }
        if (reply.participation() != DELEGATED) {
            given = given.without("DELEGATED-TO");
        }
        String trouble = trouble(part);
        return trouble.isEmpty() ? given : given.with(LocalMarks.STATUS, trouble);
    }

    /**
     * Who takes the delegator's place joins the attendees (RFC 5546, 3.2.2.3): the delegator has
     * sent them the invitation, the organiser need not. A reply of theirs that came first counts.
     */
    private VEvent delegated(VEvent target, Attendee reply, VEvent part) {
        VEvent result = target;
        Attendee delegator = Objects.requireNonNull(target.attendee(reply.address()));
        for (CalendarAddress to : delegates(reply)) {
            if (kept.person().is(to) || to.equals(reply.address())) {
                continue;
            }
            delegator = delegator.with("DELEGATED-TO", to.uri());
            if (result.attendee(to) == null) {
                result = result.with(delegate(to, reply, part));
            }
        }
        verdict = Verdict.DELEGATED;
        return result.with(delegator);
    }

    /** Only one: a place is taken by one other. */
    private static List<CalendarAddress> delegates(Attendee reply) {
        String to = reply.property().parameter("DELEGATED-TO");
        if (to == null) {
            return List.of();
        }
        var address = new CalendarAddress(to.split(",", -1)[0]);
        return address.isMail() ? List.of(address) : List.of();
    }

    private Attendee delegate(CalendarAddress to, Attendee reply, VEvent part) {
        Attendee named = part.attendee(to);
        String name = named == null ? null : named.property().parameter("CN");
        Attendee delegate = Attendee.of(to).with("DELEGATED-FROM", reply.address().uri());
        if (name != null) {
            delegate = delegate.with("CN", name);
        }
        for (Request request : kept.requests()) {
            if (request.kind() == Request.Kind.UNINVITED
                    && to.equals(request.from())
                    && Objects.equals(request.id(), part.recurrenceId())
                    && request.participation() != null) {
                queue.add(new Change.SettleOne(request));
                return delegate.with(request.participation());
            }
        }
        return delegate.with(NEEDS_ACTION).with("RSVP", "TRUE");
    }

    /** The person has sent this one in their own place. */
    private boolean isOurDelegate(VEvent target, Attendee reply) {
        Attendee mine = kept.person().among(target);
        String to = mine == null ? null : mine.property().parameter("DELEGATED-TO");
        return mine != null
                && mine.participation() == DELEGATED
                && to != null
                && new CalendarAddress(to).equals(reply.address());
    }

    /**
     * Who was not invited waits in the organiser's requests, until they decline; but a refusal of
     * an invitation never sent is no matter.
     */
    private void uninvited(VEvent part, Attendee reply) {
        Request before = UserActionRules.waiting(kept, reply.address(), part.recurrenceId());
        Instant known = before == null ? null : before.written();
        if (known != null && !part.stamp().isAfter(known)) {
            refuse(
                    part.stamp().equals(known) ? Verdict.REPEATED : Verdict.STALE,
                    "of " + part.stamp() + ", what waits is of " + known);
            return;
        }
        Participation said = reply.participation();
        if (said == Participation.ACCEPTED || said == Participation.TENTATIVE) {
            queue.add(
                    new Change.Ask(
                            new Request(
                                    part.uid(),
                                    part.recurrenceId(),
                                    Request.Kind.UNINVITED,
                                    now,
                                    reply.address(),
                                    said,
                                    part.stamp())));
        } else if (before != null) {
            queue.add(new Change.SettleOne(before));
        } else {
            refuse(Verdict.NOT_INVITED, reply.address().email());
            return;
        }
        told.add(told(reply, part));
    }

    /**
     * The attendee that the sender of the mail is; null when the reply speaks for somebody else.
     */
    private static @Nullable Attendee replying(VEvent part, @Nullable CalendarAddress from) {
        if (from == null) {
            return null;
        }
        for (Attendee attendee : part.attendees()) {
            if (Authority.speaksFor(from, attendee)) {
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
        String trouble = trouble(part);
        return reply.address().email()
                + " "
                + reply.participation().partstat()
                + (trouble.isEmpty() ? "" : " (" + trouble + ")")
                + (comment.isBlank() ? "" : ": " + comment);
    }

    /**
     * REQUEST-STATUS that says that not all was well (RFC 5546, 3.6): 2.0 is success, and 1.x is
     * preliminary.
     */
    private static String trouble(VEvent part) {
        var troubles = new ArrayList<String>();
        for (Property status : part.component().all("REQUEST-STATUS")) {
            String text = status.value().strip();
            boolean isSuccess = text.startsWith("2.0") || text.startsWith("1.");
            if (!text.isEmpty() && !isSuccess && troubles.size() < 5) {
                text = status.text().replace('\n', ' ');
                troubles.add(text.length() > 100 ? text.substring(0, 100) : text);
            }
        }
        return String.join(", ", troubles);
    }

    private void refuse(Verdict verdict, String detail) {
        otherwise = Decision.refuse(verdict, detail);
    }
}
