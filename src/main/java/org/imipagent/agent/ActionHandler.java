package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.CalendarState;
import org.imipagent.itip.CounterProposal;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Undoing;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.UserActionRules;
import org.imipagent.itip.Verdict;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Undo;
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
         * @param activity the number of its entry; 0 where there is none
         * @param sendAfter how long what was posted waits, so that it can be undone
         */
        record Done(
                @Nullable Decision decision,
                List<CalendarAddress> unpublished,
                List<Long> posted,
                long activity,
                Duration sendAfter)
                implements Outcome {

            /** Without anything to send. */
            Done(@Nullable Decision decision, List<CalendarAddress> unpublished, long activity) {
                this(decision, unpublished, List.of(), activity, Duration.ZERO);
            }

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
        Outcome before = sentBefore(writing, user, form);
        if (before != null) {
            return before;
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

    /** How it ended when the same form was sent before; null where it was not. */
    private static @Nullable Outcome sentBefore(
            WriteTransaction writing, CalendarAddress user, IdempotencyKey form) {
        String used = writing.usedFor(user, form.name());
        if (used == null) {
            return null;
        }
        // Before version 0.3 without the number of its entry.
        int space = used.indexOf(' ');
        return used.substring(space + 1).equals(form.content())
                ? new Outcome.Done(
                        null,
                        Publishing.of(writing, user),
                        space < 0 ? 0 : Long.parseLong(used.substring(0, space)))
                : new Outcome.Stale();
    }

    /** The form was carried out, and this is the entry that tells of it. */
    private static void use(
            WriteTransaction writing,
            CalendarAddress user,
            IdempotencyKey form,
            long activity,
            Instant now) {
        writing.useKey(user, form.name(), activity + " " + form.content(), now);
    }

    /**
     * Takes back what an entry of activity tells: as long as nothing it changed was changed since,
     * and none of its mail has left.
     *
     * @param activity the number of the entry
     */
    public Outcome undo(CalendarAddress user, long activity, IdempotencyKey form, Instant now) {
        return site.store().effect(user, writing -> undo(writing, user, activity, form, now));
    }

    private Outcome undo(
            WriteTransaction writing,
            CalendarAddress user,
            long activity,
            IdempotencyKey form,
            Instant now) {
        Outcome before = sentBefore(writing, user, form);
        if (before != null) {
            return before;
        }
        Activity done = writing.activityEntry(user, activity);
        if (done == null || !writing.isUndoable(user, activity)) {
            return new Outcome.Stale();
        }
        var participant = site.participant(writing, user);
        Decision decision =
                Undoing.decide(
                        new StateLoader(writing, participant, site, site.bounds().forOwn(), now)
                                .at(done.uid(), null),
                        writing.undo(user, activity).stream().map(this::before).toList(),
                        now);
        if (decision.isRefusal()) {
            return new Outcome.Refused(decision);
        }
        writing.withdrawMail(user, activity);
        writing.forgetBefore(user, activity);
        long number =
                new DecisionWriter(writing, participant, drafts, now)
                        .write(decision, undone(done, decision, now));
        use(writing, user, form, number, now);
        return new Outcome.Done(decision, Publishing.of(writing, user), number);
    }

    private Undoing.Before before(Undo undo) {
        return new Undoing.Before(
                undo.uid(),
                undo.text() == null ? null : site.event(undo.text()),
                undo.requests(),
                undo.counters().stream()
                        .map(
                                c ->
                                        new CounterProposal(
                                                c.from(), site.event(c.text()).main(), c.arrived()))
                        .toList());
    }

    private static Activity undone(Activity done, Decision decision, Instant now) {
        return new Activity(
                now,
                Activity.Source.MANAGER,
                "restore",
                done.uid(),
                done.id(),
                done.summary(),
                done.from(),
                decision.verdict(),
                done.what());
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
        Event told = act instanceof UserAction.Save(Event after, _, _) ? after : event;
        long number =
                new DecisionWriter(writing, participant, drafts, now)
                        .writeUndoable(decision, activity(uid, told, act, user, decision, now));
        use(writing, user, form, number, now);
        return new Outcome.Done(
                decision,
                Publishing.of(writing, user),
                writing.posted(),
                number,
                participant.sendDelay());
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
            case UserAction.Answer(_, var how, _) -> name(how);
            case UserAction.AnswerDates(var how, _) -> name(how);
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

    private static String name(Participation answer) {
        return switch (answer) {
            case ACCEPTED -> "accept";
            case TENTATIVE -> "tentative";
            case DECLINED -> "decline";
            case DELEGATED -> "delegate";
            case NEEDS_ACTION -> "undecided";
        };
    }
}
