package org.imipagent.itip;

import static org.imipagent.calendar.Participation.DELEGATED;
import static org.imipagent.calendar.Participation.NEEDS_ACTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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

    private final CalendarState state;
    private final Event before;
    private final Message came;
    private final Instant now;

    private IncomingReply(CalendarState state, Event before, Message came, Instant now) {
        this.state = state;
        this.before = before;
        this.came = came;
        this.now = now;
    }

    static Decision decide(CalendarState state, Message came, Instant now) {
        Event event = state.event();
        return event == null
                ? Decision.refuse(Verdict.UNKNOWN_EVENT, "")
                : new IncomingReply(state, event, came, now).decide();
    }

    /** Each part is taken or refused by itself. */
    private Decision decide() {
        PartResults results = PartResults.of(before);
        for (VEvent part : came.event().parts()) {
            results = take(results, part);
        }
        Event event = Objects.requireNonNull(results.event());
        boolean isSame = event.equals(before);
        if (isSame && results.changes().isEmpty()) {
            return results.refusal();
        }
        var changes = new ArrayList<Change>();
        if (!isSame) {
            changes.add(new Change.Keep(event));
        }
        changes.addAll(results.changes());
        return new Decision(
                isSame ? Verdict.UNINVITED : isDelegated() ? Verdict.DELEGATED : Verdict.ANSWERED,
                String.join("; ", results.said()),
                changes,
                List.of(),
                results.notTaken());
    }

    private boolean isDelegated() {
        return came.event().parts().stream()
                .map(part -> replying(part, came.from()))
                .anyMatch(reply -> reply != null && reply.participation() == DELEGATED);
    }

    private PartResults take(PartResults results, VEvent part) {
        Event event = Objects.requireNonNull(results.event());
        RecurrenceId id = part.recurrenceId();
        Attendee reply = replying(part, came.from());
        if (reply == null) {
            return results.without(id, Verdict.NOT_SENDER, notSender(came.from(), part));
        }
        VEvent target = Answers.meant(part, event, state);
        if (target == null || Answers.isOfAnotherDate(part, target, event, state.zone())) {
            return results.without(id, Verdict.UNKNOWN_OCCURRENCE, String.valueOf(id));
        }
        if (!state.person().organises(event.main()) && !isOurDelegate(target, reply)) {
            return results.without(id, Verdict.NOT_ORGANISER, "replies go to the organiser");
        }
        if (target.isCancelled()) {
            return results.without(id, Verdict.CANCELLED_BEFORE, told(reply, part));
        }
        Attendee invited = target.attendee(reply.address());
        String mark = mark(part, reply);
        NotTaken stale = Answers.stale(part, target, invited, mark);
        if (stale != null) {
            return following(results, event, part, reply, date -> isTold(event, date))
                    .without(stale);
        }
        return (invited == null
                ? uninvited(results, part, reply)
                : take(results, event, part, reply, target, invited, mark));
    }

    private String mark(VEvent part, Attendee reply) {
        return Answers.mark(part, reply, came.event(), each -> each.attendee(reply.address()));
    }

    private PartResults take(
            PartResults results,
            Event event,
            VEvent part,
            Attendee reply,
            VEvent target,
            Attendee invited,
            String mark) {
        PartResults taken = answered(results, event, part, reply, target, invited, mark);
        return joined(following(taken, event, part, reply, date -> true), part, reply)
                .saying(told(reply, part));
    }

    /** With what a delegate to a series answered to dates of it before the organiser knew them. */
    private PartResults joined(PartResults results, VEvent part, Attendee reply) {
        if (reply.participation() != DELEGATED || part.recurrenceId() != null) {
            return results;
        }
        List<CalendarAddress> delegates = delegates(reply);
        PartResults taken = results;
        for (Request request : state.requests()) {
            if (request.kind() == Request.Kind.UNINVITED
                    && request.id() != null
                    && request.from() != null
                    && delegates.contains(request.from())) {
                taken = joined(taken, request, request.from());
            }
        }
        return taken;
    }

    private PartResults joined(PartResults results, Request request, CalendarAddress who) {
        Event event = Objects.requireNonNull(results.event());
        VEvent date = state.standing(event, request.id());
        Attendee invited = date == null ? null : date.attendee(who);
        Participation said = request.participation();
        Instant written = request.written();
        if (date == null || invited == null || said == null || written == null) {
            return results;
        }
        Attendee given =
                LocalMarks.replied(
                        LocalMarks.commented(invited.with(said).without("RSVP"), request.comment()),
                        LocalMarks.REPLIED_HERE,
                        written);
        return results.with(event.with(date.with(given))).with(new Change.SettleOne(request));
    }

    /** Whether the attendees know a date as one that differs from its series. */
    private boolean isTold(Event event, VEvent date) {
        RecurrenceId id = date.recurrenceId();
        VEvent ofSeries = id == null ? null : event.without(id).unchanged(id, state.zone());
        return ofSeries == null || Significance.isNews(ofSeries, date);
    }

    /**
     * The dates that an answer answers too. Those that were told by themselves may be of versions
     * that it is not too old for, where the series is.
     */
    private PartResults following(
            PartResults results,
            Event event,
            VEvent part,
            Attendee reply,
            Predicate<VEvent> which) {
        RecurrenceId id = part.recurrenceId();
        if (id != null && !part.isThisAndFuture()) {
            return results;
        }
        PartResults taken = results;
        for (VEvent date :
                Answers.following(
                        event, id, part, each -> each.attendee(reply.address()), state.zone())) {
            Attendee invited = Objects.requireNonNull(date.attendee(reply.address()));
            if (which.test(date) && !Answers.isRepeated(part, invited)) {
                taken =
                        answered(
                                taken,
                                Objects.requireNonNull(taken.event()),
                                part,
                                reply,
                                date,
                                invited,
                                LocalMarks.REPLIED);
            }
        }
        return taken;
    }

    private PartResults answered(
            PartResults results,
            Event event,
            VEvent part,
            Attendee reply,
            VEvent target,
            Attendee invited,
            String mark) {
        VEvent given = target.with(answered(invited, reply, part, mark));
        PartResults taken = results;
        if (reply.participation() == DELEGATED) {
            given = delegated(given, reply, part);
            taken = taken.with(settled(reply, part));
        }
        boolean isRange =
                part.isThisAndFuture()
                        && Objects.equals(part.recurrenceId(), target.recurrenceId());
        return taken.with(event.with(isRange ? asRange(given) : given));
    }

    /** The part of an answer from one occurrence on (RFC 5545, 3.2.13). */
    static VEvent asRange(VEvent part) {
        Property id = Objects.requireNonNull(part.component().first("RECURRENCE-ID"));
        return part.with(id.with("RANGE", "THISANDFUTURE"));
    }

    /** The sender's own words about themselves, and none about anybody else. */
    private static Attendee answered(Attendee invited, Attendee reply, VEvent part, String mark) {
        Attendee given =
                Answers.given(invited, reply, mark, part.stamp()).without(LocalMarks.STATUS);
        String name = reply.property().parameter("CN");
        if (name != null && given.property().parameter("CN") == null) {
            given = given.with("CN", name);
        }
        given = LocalMarks.commented(given, part.text("COMMENT"));
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
            if (state.person().is(to) || to.equals(reply.address())) {
                continue;
            }
            delegator = delegator.with("DELEGATED-TO", to.uri());
            if (result.attendee(to) == null) {
                result = result.with(delegate(to, reply, part));
            }
        }
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
        Request waiting = waiting(to, part);
        if (waiting != null && waiting.participation() != null) {
            return LocalMarks.commented(delegate.with(waiting.participation()), waiting.comment());
        }
        return delegate.with(NEEDS_ACTION).with("RSVP", "TRUE");
    }

    /** What waited because the delegate's reply came first waits no more. */
    private List<Change> settled(Attendee reply, VEvent part) {
        return delegates(reply).stream()
                .map(to -> waiting(to, part))
                .filter(Objects::nonNull)
                .<Change>map(Change.SettleOne::new)
                .toList();
    }

    private @Nullable Request waiting(CalendarAddress who, VEvent part) {
        return UserActionRules.waiting(state, who, part.recurrenceId());
    }

    /** The person has sent this one in their own place. */
    private boolean isOurDelegate(VEvent target, Attendee reply) {
        Attendee mine = state.person().among(target);
        String to = mine == null ? null : mine.property().parameter("DELEGATED-TO");
        return mine != null
                && mine.participation() == DELEGATED
                && to != null
                && reply.is(new CalendarAddress(to));
    }

    /**
     * Who was not invited waits in the organiser's requests, until they decline; but a refusal of
     * an invitation never sent is no matter.
     */
    private PartResults uninvited(PartResults results, VEvent part, Attendee reply) {
        RecurrenceId id = part.recurrenceId();
        Request before = waiting(reply.address(), part);
        Instant known = before == null ? null : before.written();
        if (known != null && !part.stamp().isAfter(known)) {
            return results.without(
                    id,
                    part.stamp().equals(known) ? Verdict.REPEATED : Verdict.STALE,
                    "of " + part.stamp() + ", what waits is of " + known);
        }
        Participation said = reply.participation();
        if (said == Participation.ACCEPTED || said == Participation.TENTATIVE) {
            var asked =
                    new Request(
                            part.uid(),
                            id,
                            Request.Kind.UNINVITED,
                            now,
                            reply.address(),
                            said,
                            part.stamp(),
                            LocalMarks.commentLine(part.text("COMMENT")));
            return results.with(new Change.Ask(asked)).saying(told(reply, part));
        }
        return before == null
                ? results.without(id, Verdict.NOT_INVITED, reply.address().email())
                : results.with(new Change.SettleOne(before)).saying(told(reply, part));
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
                        ? "no one"
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
}
