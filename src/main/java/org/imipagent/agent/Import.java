package org.imipagent.agent;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.itip.CalendarState;
import org.imipagent.itip.Decision;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.UserActionRules;
import org.imipagent.store.ReadTransaction;
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
        return carriedOut(
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
        return carriedOut(writing, participant, before, event, saved(event), now);
    }

    /**
     * What {@link #keep} or {@link #send} would do: the same decision, not carried out.
     *
     * @param before what is kept under its UID; null for nothing
     * @param send whether those whom it concerns would be told
     */
    public Decision preview(
            ReadTransaction reading,
            CalendarAddress user,
            @Nullable Event before,
            Event event,
            boolean send,
            Instant now) {
        var participant = site.participant(reading, user);
        return send && participant.person().organises(event.main())
                ? decided(reading, participant, before, event, saved(event), now)
                : decided(reading, participant, null, event, new UserAction.Import(event), now);
    }

    private static UserAction saved(Event event) {
        return new UserAction.Save(event, true, "");
    }

    private Decision carriedOut(
            WriteTransaction writing,
            Participant participant,
            @Nullable Event before,
            Event event,
            UserAction act,
            Instant now) {
        Decision decision = decided(writing, participant, before, event, act, now);
        new DecisionWriter(writing, participant, new MailDrafts(site), now).write(decision);
        return decision;
    }

    private Decision decided(
            ReadTransaction reading,
            Participant participant,
            @Nullable Event before,
            Event event,
            UserAction act,
            Instant now) {
        CalendarState state =
                new StateLoader(reading, participant, site, site.bounds(), now)
                        .at(event.uid(), before);
        return UserActionRules.decide(state, act, now);
    }
}
