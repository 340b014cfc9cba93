package org.imipagent.agent;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.CalendarState;
import org.imipagent.itip.Decision;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.UserActionRules;
import org.imipagent.itip.Verdict;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/** What people do in the manager. */
public final class ActionHandler {

    /** The version of an event that is not kept yet. */
    public static final long NEW = 0;

    private final Installation site;
    private final MailDrafts drafts;

    public ActionHandler(Installation site) {
        this.site = site;
        this.drafts = new MailDrafts(site);
    }

    /** How an act ended. */
    public sealed interface Outcome {

        /**
         * It was done; or it had been done by the same form before, and then there is no decision.
         *
         * @param unpublished the user, where their free/busy is to be published
         * @param posted the numbers of what is to be sent
         */
        record Done(
                @Nullable Decision decision, List<CalendarAddress> unpublished, List<Long> posted)
                implements Outcome {

            public Done {
                unpublished = List.copyOf(unpublished);
                posted = List.copyOf(posted);
            }
        }

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
     * @param form sent twice, it acts once; used for something else, it is stale
     * @throws org.imipagent.store.StoreTrouble when it cannot be kept
     */
    public Outcome act(
            CalendarAddress user,
            String uid,
            UserAction act,
            long version,
            IdempotencyKey form,
            Instant now) {
        return site.store()
                .effect(user, writing -> act(writing, user, uid, act, version, form, now));
    }

    private Outcome act(
            WriteTransaction writing,
            CalendarAddress user,
            String uid,
            UserAction act,
            long version,
            IdempotencyKey form,
            Instant now) {
        String used = writing.usedFor(user, form.name());
        if (used != null) {
            return used.equals(form.content())
                    ? new Outcome.Done(null, Publishing.of(writing, user), List.of())
                    : new Outcome.Stale();
        }
        KeptEvent kept = writing.event(user, uid);
        if (kept == null && !(act instanceof UserAction.Save)) {
            return new Outcome.Unknown();
        }
        if ((kept == null ? NEW : kept.version()) != version) {
            return new Outcome.Stale();
        }
        Event event = kept == null ? null : site.event(kept.text());
        return act(writing, user, uid, event, act, form, now);
    }

    /** What an act would do: the same decision, not carried out. */
    public Decision preview(
            ReadTransaction reading,
            CalendarAddress user,
            String uid,
            UserAction act,
            Instant now) {
        var participant = site.participant(reading, user);
        KeptEvent kept = reading.event(user, uid);
        CalendarState state =
                new StateLoader(reading, participant, site, site.bounds().forOwn(), now)
                        .at(uid, kept == null ? null : site.event(kept.text()));
        return UserActionRules.decide(state, act, now);
    }

    /**
     * Keeps the event of a calendar text, new or changed, once for each form.
     *
     * @param text with one event: a VEVENT and its changed occurrences
     * @param send whether those whom it concerns are told
     * @param version of the event that the writer of the text had; {@link #NEW} for none
     */
    public Outcome save(
            CalendarAddress user,
            String text,
            boolean send,
            long version,
            IdempotencyKey form,
            Instant now) {
        List<Event> events =
                CalendarReader.read(text, site.limits()).objects().stream()
                        .flatMap(object -> object.events().stream())
                        .toList();
        if (events.size() != 1) {
            return new Outcome.Refused(
                    events.isEmpty()
                            ? Decision.refuse(Verdict.NO_EVENT, "")
                            : Decision.refuse(Verdict.IMPOSSIBLE, "several UIDs"));
        }
        Event event = events.getFirst();
        return act(user, event.uid(), new UserAction.Save(event, send, ""), version, form, now);
    }

    private Outcome act(
            WriteTransaction writing,
            CalendarAddress user,
            String uid,
            @Nullable Event event,
            UserAction act,
            IdempotencyKey form,
            Instant now) {
        var participant = site.participant(writing, user);
        CalendarState state =
                new StateLoader(writing, participant, site, site.bounds().forOwn(), now)
                        .at(uid, event);
        Decision decision = UserActionRules.decide(state, act, now);
        if (decision.isRefusal() && decision.verdict() != Verdict.REPEATED) {
            return new Outcome.Refused(decision);
        }
        writing.add(user, now);
        writing.useKey(user, form.name(), form.content(), now);
        new DecisionWriter(writing, participant, drafts, now).write(decision);
        Event told = act instanceof UserAction.Save(Event after, _, _) ? after : event;
        writing.note(user, activity(uid, told, act, user, decision, now));
        return new Outcome.Done(decision, Publishing.of(writing, user), writing.posted());
    }

    private static Activity activity(
            String uid,
            @Nullable Event event,
            UserAction act,
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

    private static String name(UserAction act) {
        return switch (act) {
            case UserAction.Answer(_, var how, _) ->
                    switch (how) {
                        case ACCEPTED -> "accept";
                        case TENTATIVE -> "tentative";
                        case DECLINED -> "decline";
                        case DELEGATED -> "delegate";
                        case NEEDS_ACTION -> "undecided";
                    };
            case UserAction.Delegate _ -> "delegate";
            case UserAction.Propose _ -> "counter";
            case UserAction.Save(_, var send, _) -> send ? "send" : "save";
            case UserAction.SaveSeries(_, _, _, var send, _) -> send ? "send" : "save";
            case UserAction.Import _ -> "import";
            case UserAction.SaveFrom(_, _, var send, _) -> send ? "send" : "save";
            case UserAction.AcceptCounter _ -> "accept-counter";
            case UserAction.DeclineCounter _ -> "decline-counter";
            case UserAction.CallOff _ -> "cancel";
            case UserAction.LetIn _ -> "accept";
            case UserAction.Refuse _ -> "decline";
            case UserAction.Remove _ -> "remove";
        };
    }
}
