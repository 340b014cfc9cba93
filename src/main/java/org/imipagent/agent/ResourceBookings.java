package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imipagent.agent.ResourceScheduler.OwnerAsked;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
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
        Participant speaking = speaking(resource, message.event().main());
        var scheduler = new ResourceScheduler(site, writing, speaking, all, false, now);
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
        writer(speaking).write(own, MailActivity.of(message, own, own.detail(), now));
        if (after != null) {
            tellOthers(resource, before, after, message, all);
            var questions = new OwnerQuestions(site, drafts, writing, now);
            for (OwnerAsked each : scheduler.asked()) {
                questions.ask(resource, each.part(), each.owner());
            }
        }
        return own;
    }

    /** A cancellation, of all or of a date, goes on as it came; else each is asked, or freed. */
    private void tellOthers(
            Participant resource,
            Set<CalendarAddress> before,
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
        for (CalendarAddress each : delegates(after, resource.person())) {
            pass(each, after, message, replaced);
        }
        for (CalendarAddress each : before) {
            release(each, resource, after, message);
        }
    }

    private Participant speaking(Participant resource, VEvent part) {
        return new OrganiserLanguage(site, writing).speaking(resource, part);
    }

    private DecisionWriter writer(Participant resource) {
        return new DecisionWriter(writing, resource, drafts, now, asked);
    }

    /** Who goes in the place of a resource, on any date. */
    private static Set<CalendarAddress> delegates(@Nullable Event event, Person person) {
        var delegates = new LinkedHashSet<CalendarAddress>();
        for (VEvent part : event == null ? List.<VEvent>of() : event.parts()) {
            CalendarAddress to = delegate(part, person);
            if (to != null) {
                delegates.add(to);
            }
        }
        return delegates;
    }

    private static @Nullable CalendarAddress delegate(VEvent part, Person person) {
        Attendee mine = person.among(part);
        String to =
                mine == null || mine.participation() != Participation.DELEGATED
                        ? null
                        : mine.property().parameter("DELEGATED-TO");
        return to == null || part.isCancelled() ? null : new CalendarAddress(to);
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

    /** What it has and is not to have any more, it gives back: all of it, or some dates. */
    private void release(CalendarAddress from, Participant resource, Event after, Message message) {
        if (!isOurs(from)) {
            return;
        }
        writing.hold(from);
        Participant other = speaking(site.participant(writing, from), after.main());
        Event had = kept(from, after.uid());
        if (had == null) {
            return;
        }
        var ids = new LinkedHashSet<@Nullable RecurrenceId>();
        had.parts().forEach(part -> ids.add(part.recurrenceId()));
        after.parts().forEach(part -> ids.add(part.recurrenceId()));
        var wording = new SchedulingWording(other.texts(), other.person().zone());
        for (RecurrenceId id : ids) {
            VEvent part = standing(after, id);
            CalendarAddress to = part == null ? null : delegate(part, resource.person());
            if (!from.equals(to)) {
                String why = to == null ? "" : wording.movedTo(to.email());
                decline(other, after.uid(), id, why, message);
            }
        }
    }

    /** Does nothing where it has no such date, or has declined it. */
    private void decline(
            Participant other, String uid, @Nullable RecurrenceId id, String why, Message message) {
        CalendarState state =
                new StateLoader(writing, other, site, site.bounds(), now)
                        .at(uid, kept(other.address(), uid));
        Event had = state.event();
        VEvent part = had == null ? null : standing(had, id);
        Attendee mine = part == null ? null : other.person().among(part);
        if (mine == null
                || mine.participation() == Participation.DECLINED
                || Objects.requireNonNull(part).isCancelled()) {
            return;
        }
        Decision decision =
                UserActionRules.decide(
                        state, new UserAction.Answer(id, Participation.DECLINED, why), now);
        if (!decision.isRefusal()) {
            writer(other)
                    .write(decision, MailActivity.of(message, decision, decision.detail(), now));
        }
    }

    /** The part that speaks for a date; null where none does. */
    private static @Nullable VEvent standing(Event event, @Nullable RecurrenceId id) {
        VEvent part = event.part(id);
        return part == null ? event.master() : part;
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
