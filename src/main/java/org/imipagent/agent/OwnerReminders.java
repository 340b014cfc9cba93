package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.ResourceScheduler.OwnerAsked;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Request;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.UserActionRules;
import org.imipagent.messages.MessageKey;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;

/**
 * What waits for those who look after resources: run daily, it reminds them of what has waited for
 * a day, and declines what has waited longer than OWNER_TIMEOUT or would begin: nobody is left
 * without an answer, and no time is held for ever.
 */
public record OwnerReminders(Installation site, Instant now) {

    private static final Duration FIRST = Duration.ofHours(20);
    private static final int MOST_TIMES = 5;

    /**
     * What was done.
     *
     * @param unpublished the resources whose free/busy is to be published
     */
    public record Done(int reminded, int declined, List<CalendarAddress> unpublished) {
        public Done {
            unpublished = List.copyOf(unpublished);
        }
    }

    /** Sees to all resources, each in a transaction of its own; mail waits in the outbox. */
    public Done run() {
        int reminded = 0;
        int declined = 0;
        var unpublished = new ArrayList<CalendarAddress>();
        for (Resource each : resources()) {
            Done done = site.store().effect(each.address(), writing -> run(writing, each));
            reminded += done.reminded();
            declined += done.declined();
            unpublished.addAll(done.unpublished());
        }
        return new Done(reminded, declined, unpublished);
    }

    private List<Resource> resources() {
        try (ReadTransaction reading = site.store().read()) {
            return new Resources(site, reading).all();
        }
    }

    private Done run(WriteTransaction writing, Resource resource) {
        int reminded = 0;
        int declined = 0;
        for (Request request : writing.requests(resource.address())) {
            KeptEvent kept =
                    request.kind() == Request.Kind.INVITATION
                            ? writing.event(resource.address(), request.uid())
                            : null;
            if (kept == null) {
                continue;
            }
            List<Window> times = times(writing, resource, kept, request);
            if (isLate(request, times)) {
                decline(writing, resource, kept, request);
                declined++;
            } else if (request.arrived().plus(FIRST).isBefore(now)) {
                remind(writing, resource, kept, request, times);
                reminded++;
            }
        }
        return new Done(reminded, declined, Publishing.of(writing, resource.address()));
    }

    private boolean isLate(Request request, List<Window> times) {
        Duration timeOut = site.settings().value(SiteSettings.OWNER_TIMEOUT);
        return times.isEmpty()
                || !times.getFirst().from().isAfter(now)
                || !request.arrived().plus(timeOut).isAfter(now);
    }

    /** Its next times, by start; none where all of it is over. */
    private List<Window> times(
            ReadTransaction reading, Resource resource, KeptEvent kept, Request request) {
        var times = new ArrayList<Window>();
        Schedule schedule = site.schedule(reading, resource.participant());
        for (Occurrence each : schedule.next(kept, now, 100)) {
            boolean isAsked = request.id() == null || request.id().equals(each.id());
            if (isAsked && times.size() < MOST_TIMES) {
                times.add(new Window(each.start(), each.end()));
            }
        }
        return times;
    }

    private void decline(
            WriteTransaction writing, Resource resource, KeptEvent kept, Request request) {
        Participant participant = resource.participant();
        Event event = site.event(kept.text());
        String why = participant.texts().say(MessageKey.RESOURCE_UNDECIDED);
        var answer = new UserAction.Answer(request.id(), Participation.DECLINED, why);
        Decision decision =
                UserActionRules.decide(
                        new StateLoader(writing, participant, site, site.bounds(), now)
                                .at(kept.uid(), event),
                        answer,
                        now);
        var drafts = new MailDrafts(site);
        new DecisionWriter(writing, participant, drafts, now)
                .write(
                        decision,
                        new Activity(
                                now,
                                Activity.Source.MANAGER,
                                "decline",
                                kept.uid(),
                                request.id(),
                                event.main().summary(),
                                "",
                                decision.verdict(),
                                decision.detail()));
        writing.settle(resource.address(), request);
    }

    private void remind(
            WriteTransaction writing,
            Resource resource,
            KeptEvent kept,
            Request request,
            List<Window> times) {
        Event event = site.event(kept.text());
        VEvent part = Objects.requireNonNullElse(event.part(request.id()), event.main());
        var drafts = new MailDrafts(site);
        for (CalendarAddress owner : resource.owners()) {
            Participant to = site.participant(writing, owner);
            writing.post(
                    resource.address(),
                    drafts.envelopeSender(),
                    List.of(owner.email()),
                    drafts.askOwner(
                            resource.participant(), to, new OwnerAsked(owner, part, times), now),
                    now);
        }
    }
}
