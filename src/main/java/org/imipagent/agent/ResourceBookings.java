package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.agent.ResourceScheduler.OwnerAsked;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.AutomaticReplies;
import org.imipagent.itip.CalendarState;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.itip.Person;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.UserActionRules;
import org.imipagent.notice.SchedulingWording;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What a message for a resource leads to, for it and for those that go in its place, all in one
 * transaction: whoever is passed on to is asked at once, in the words of the organiser, and whoever
 * had it before and does not any more says so.
 *
 * @param asked the Message-ID of the mail
 */
record ResourceBookings(
        Installation site, MailDrafts drafts, WriteTransaction writing, String asked, Instant now) {

    /**
     * Decides, and writes what was decided.
     *
     * @param replaced the resources that had the event in this one's place so far
     */
    Decision take(
            Participant resource,
            CalendarState state,
            Message message,
            Set<CalendarAddress> replaced) {
        Set<CalendarAddress> before = delegates(state.event(), resource.person());
        var all = new LinkedHashSet<>(replaced);
        all.addAll(before);
        var scheduler = new ResourceScheduler(site, writing, resource, all, false, now);
        Decision decision =
                AutomaticReplies.decide(
                        state.offering(ResourceScheduler.offers(resource)),
                        message,
                        now,
                        scheduler);
        Event after = decision.kept(message.event().uid());
        Set<CalendarAddress> next = after == null ? before : delegates(after, resource.person());
        Decision own =
                decision.withoutMessages(
                        each -> each.method() == Method.REQUEST && next.containsAll(each.to()));
        writer(resource).write(own, MailActivity.of(message, own, own.detail(), now));
        if (after != null) {
            tellOthers(before, next, after, message, all);
            var questions = new OwnerQuestions(site, drafts, writing, now);
            for (OwnerAsked each : scheduler.asked()) {
                questions.ask(resource, each.part(), each.owner());
            }
        }
        return own;
    }

    /** A cancellation, of all or of a date, goes on as it came; else each is asked, or freed. */
    private void tellOthers(
            Set<CalendarAddress> before,
            Set<CalendarAddress> next,
            Event after,
            Message message,
            Set<CalendarAddress> replaced) {
        if (message.method() == Method.CANCEL) {
            for (CalendarAddress each : before) {
                if (isOurs(each)) {
                    taken(each, naming(each, message), replaced);
                }
            }
            return;
        }
        for (CalendarAddress each : next) {
            pass(each, after, message, replaced);
        }
        for (CalendarAddress each : before) {
            if (!next.contains(each)) {
                release(each, after, message, next);
            }
        }
    }

    private DecisionWriter writer(Participant resource) {
        return new DecisionWriter(writing, resource, drafts, now, asked);
    }

    /** Who goes in the place of a resource, on any date. */
    private static Set<CalendarAddress> delegates(@Nullable Event event, Person person) {
        var delegates = new LinkedHashSet<CalendarAddress>();
        for (VEvent part : event == null ? List.<VEvent>of() : event.parts()) {
            Attendee mine = person.among(part);
            String to =
                    mine == null || mine.participation() != Participation.DELEGATED
                            ? null
                            : mine.property().parameter("DELEGATED-TO");
            if (to != null && !part.isCancelled()) {
                delegates.add(new CalendarAddress(to));
            }
        }
        return delegates;
    }

    /** The message for another resource, which it is asked in the organiser's name. */
    private void pass(
            CalendarAddress to, Event after, Message message, Set<CalendarAddress> replaced) {
        var parts = new ArrayList<VEvent>();
        for (VEvent part : after.parts()) {
            if (part.attendee(to) != null && !part.isCancelled()) {
                parts.add(part);
            }
        }
        if (!parts.isEmpty() && isOurs(to)) {
            var request =
                    new Message(
                            Method.REQUEST,
                            Event.of(parts.getFirst()).with(parts),
                            message.from(),
                            message.answerable(),
                            true,
                            true);
            taken(to, request, replaced);
        }
    }

    private void taken(CalendarAddress to, Message message, Set<CalendarAddress> replaced) {
        writing.hold(to);
        Participant other = site.participant(writing, to);
        var loaded =
                new StateLoader(writing, other, site, site.bounds(), now).of(message, List.of(to));
        take(other, loaded.state(), loaded.message(), replaced);
    }

    private boolean isOurs(CalendarAddress to) {
        return writing.knows(to);
    }

    /** Another goes in its place, or nobody any more. */
    private void release(
            CalendarAddress from, Event after, Message message, Set<CalendarAddress> next) {
        if (!isOurs(from)) {
            return;
        }
        writing.hold(from);
        Participant other = site.participant(writing, from);
        CalendarState state =
                new StateLoader(writing, other, site, site.bounds(), now)
                        .at(after.uid(), kept(from, after.uid()));
        var wording = new SchedulingWording(other.texts(), other.person().zone());
        String why = next.isEmpty() ? "" : wording.movedTo(next.iterator().next().email());
        Event had = state.event();
        if (had == null || other.person().among(had.main()) == null) {
            return;
        }
        var answer = new UserAction.Answer(had.main().recurrenceId(), Participation.DECLINED, why);
        Decision decision = UserActionRules.decide(state, answer, now);
        writer(other).write(decision, MailActivity.of(message, decision, decision.detail(), now));
    }

    private @Nullable Event kept(CalendarAddress user, String uid) {
        var kept = writing.event(user, uid);
        return kept == null ? null : site.event(kept.text());
    }

    /** A cancellation as it would be sent to another one. */
    private static Message naming(CalendarAddress who, Message message) {
        Event event = message.event();
        for (VEvent part : message.event().parts()) {
            if (part.attendee(who) == null) {
                event = event.with(part.withAttendees(with(part, who)));
            }
        }
        return message.with(event);
    }

    private static List<Attendee> with(VEvent part, CalendarAddress who) {
        var attendees = new ArrayList<>(part.attendees());
        attendees.add(Attendee.of(who));
        return attendees;
    }
}
