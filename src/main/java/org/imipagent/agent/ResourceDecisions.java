package org.imipagent.agent;

import java.time.Instant;
import java.util.Objects;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Request;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.UserActionRules;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.WriteTransaction;

/**
 * What is decided in a resource's place about something that waits, in a transaction that holds the
 * resource: by whoever looks after it, or since nobody did in time.
 */
record ResourceDecisions(
        Installation site, MailDrafts drafts, WriteTransaction writing, Instant now) {

    /**
     * Accepts or declines.
     *
     * @param source how it was decided
     * @param from who decided; "" for nobody
     * @param comment for the organiser; "" for none
     */
    Decision decide(
            Waiting waiting,
            Participation how,
            String comment,
            Activity.Source source,
            String from) {
        Participant resource = speaking(waiting);
        KeptEvent kept = waiting.kept();
        Request request = waiting.request();
        Event event = waiting.event();
        Decision decision =
                UserActionRules.decide(
                        new StateLoader(writing, resource, site, site.bounds(), now)
                                .at(kept.uid(), event),
                        new UserAction.Answer(request.id(), how, comment),
                        now);
        new DecisionWriter(writing, resource, drafts, now)
                .write(
                        decision,
                        new Activity(
                                now,
                                source,
                                how == Participation.ACCEPTED ? "accept" : "decline",
                                kept.uid(),
                                request.id(),
                                event.main().summary(),
                                from,
                                decision.verdict(),
                                decision.detail()));
        writing.settle(resource.address(), request);
        return decision;
    }

    /** The resource in the language of who asks. */
    Participant speaking(Waiting waiting) {
        return new OrganiserLanguage(site, writing).speaking(waiting.resource(), waiting.part());
    }

    /** A request that waits for whoever looks after a resource, and the event it is about. */
    record Waiting(Participant resource, KeptEvent kept, Event event, Request request) {

        /** What of it is asked for: a date as it is in the series is a part of none of its own. */
        VEvent part() {
            return Objects.requireNonNullElse(event.part(request.id()), event.main());
        }
    }
}
