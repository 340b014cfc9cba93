package org.imipagent.agent;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.itip.Act;
import org.imipagent.itip.Acting;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Kept;
import org.imipagent.itip.Verdict;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.Writing;
import org.jspecify.annotations.Nullable;

/** What people do in the manager. */
public final class Acts {

    private final Installation site;
    private final Letters letters;

    public Acts(Installation site) {
        this.site = site;
        this.letters = new Letters(site);
    }

    /** How an act ended. */
    public sealed interface Outcome {

        /**
         * It was done; or it had been done by the same form before, and then there is no decision.
         */
        record Done(@Nullable Decision decision) implements Outcome {}

        /** The event is not what the form showed: nothing was done. */
        record Stale() implements Outcome {}

        /** The rules refuse it: nothing was done. */
        record Refused(Decision decision) implements Outcome {}

        /** No such event is kept. */
        record Unknown() implements Outcome {}
    }

    /**
     * Does an act, once for each form.
     *
     * @param version of the event that the form showed
     * @param nonce names the form: sent twice, it acts once
     * @throws org.imipagent.store.StoreTrouble when it cannot be kept
     */
    public Outcome act(
            CalendarAddress user, String uid, Act act, long version, String nonce, Instant now) {
        try (Writing writing = site.store().write()) {
            KeptEvent kept = writing.event(user, uid);
            if (kept == null) {
                return writing.first(user, nonce, now)
                        ? new Outcome.Unknown()
                        : new Outcome.Done(null);
            }
            if (!writing.first(user, nonce, now)) {
                return new Outcome.Done(null);
            }
            if (kept.version() != version) {
                return new Outcome.Stale();
            }
            return act(writing, kept, act, user, now);
        }
    }

    private Outcome act(
            Writing writing, KeptEvent event, Act act, CalendarAddress user, Instant now) {
        var participant = site.participant(writing, user);
        Kept kept = new Look(writing, participant, site).at(event, act);
        Decision decision =
                new CarryOut(
                                writing,
                                participant,
                                letters,
                                site.bounds().forOwn(),
                                now,
                                site.horizon(now))
                        .decision(Acting.decide(kept, act, now));
        if (decision.verdict().isRefusal() && decision.verdict() != Verdict.REPEATED) {
            return new Outcome.Refused(decision);
        }
        writing.note(user, activity(event.uid(), kept.event(), act, user, decision, now));
        writing.commit();
        return new Outcome.Done(decision);
    }

    private static Activity activity(
            String uid,
            @Nullable Event event,
            Act act,
            CalendarAddress user,
            Decision decision,
            Instant now) {
        return new Activity(
                now,
                Activity.Source.MANAGER,
                name(act),
                uid,
                act.id(),
                event == null ? "" : event.main().summary(),
                user.email(),
                decision.verdict(),
                decision.detail());
    }

    private static String name(Act act) {
        return switch (act) {
            case Act.Answer(_, var how, _) ->
                    switch (how) {
                        case ACCEPTED -> "accept";
                        case TENTATIVE -> "tentative";
                        case DECLINED -> "decline";
                        case DELEGATED -> "delegate";
                        case NEEDS_ACTION -> "undecided";
                    };
            case Act.LetIn _ -> "accept";
            case Act.Refuse _ -> "decline";
            case Act.Remove _ -> "remove";
        };
    }
}
