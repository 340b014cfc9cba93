package org.imipagent.agent;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.itip.CalendarState;
import org.imipagent.itip.Decision;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.UserActionRules;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/** Events put into a calendar as they are, mailing nobody unless it is asked for. */
public final class Import {

    private final Installation site;

    public Import(Installation site) {
        this.site = site;
    }

    /**
     * Keeps an event in the place of what is kept under its UID.
     *
     * @return why it was refused, or that it was kept
     */
    public Decision keep(WriteTransaction writing, CalendarAddress user, Event event, Instant now) {
        return decide(
                writing,
                site.participant(writing, user),
                null,
                event,
                new UserAction.Import(event),
                now);
    }

    /**
     * The same as if the user had written it in the manager and sent it: those whom it concerns get
     * mail, which lies in the outbox then. An event that somebody else organises is only kept.
     *
     * @param before what is kept under its UID; null for nothing
     */
    public Decision send(
            WriteTransaction writing,
            CalendarAddress user,
            @Nullable Event before,
            Event event,
            Instant now) {
        var participant = site.participant(writing, user);
        if (!participant.person().organises(event.main())) {
            return keep(writing, user, event, now);
        }
        return decide(
                writing, participant, before, event, new UserAction.Save(event, true, ""), now);
    }

    private Decision decide(
            WriteTransaction writing,
            Participant participant,
            @Nullable Event before,
            Event event,
            UserAction act,
            Instant now) {
        CalendarState state = new StateLoader(writing, participant, site).at(event.uid(), before);
        return carryOut(writing, participant, UserActionRules.decide(state, act, now), now);
    }

    private Decision carryOut(
            WriteTransaction writing, Participant participant, Decision decision, Instant now) {
        return new DecisionWriter(
                        writing,
                        participant,
                        new MailComposer(site),
                        site.bounds(),
                        now,
                        site.horizon(now))
                .decision(decision);
    }
}
