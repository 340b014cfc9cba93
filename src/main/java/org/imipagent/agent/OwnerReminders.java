package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.ResourceDecisions.Waiting;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.Request;
import org.imipagent.messages.MessageKey;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;

/**
 * What waits for those who look after resources: run daily, it reminds them of what has waited for
 * a day, and declines what has waited longer than OWNER_TIMEOUT or would begin: nobody is left
 * without an answer, and no time is held for ever.
 */
public record OwnerReminders(Installation site, Instant now) {

    private static final Duration FIRST = Duration.ofHours(20);

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
        var drafts = new MailDrafts(site);
        var questions = new OwnerQuestions(site, drafts, writing, now);
        for (Waiting each : questions.waiting(resource.participant())) {
            if (isLate(each.request(), questions.times(each))) {
                var decisions = new ResourceDecisions(site, drafts, writing, now);
                decisions.decide(
                        each,
                        Participation.DECLINED,
                        decisions.speaking(each).texts().say(MessageKey.RESOURCE_UNDECIDED),
                        Activity.Source.MANAGER,
                        "");
                declined++;
            } else if (each.request().arrived().plus(FIRST).isBefore(now)) {
                resource.owners().forEach(owner -> questions.ask(each, owner, false));
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
}
