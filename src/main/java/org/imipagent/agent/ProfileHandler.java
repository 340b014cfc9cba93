package org.imipagent.agent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.imipagent.agent.ProfileAction.AskForCode;
import org.imipagent.agent.ProfileAction.DropAlias;
import org.imipagent.agent.ProfileAction.ProveAlias;
import org.imipagent.agent.ProfileAction.RenewFeed;
import org.imipagent.agent.ProfileAction.Step;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.itip.Verdict;
import org.imipagent.settings.Checked;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preference;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.AliasCode;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/** What people do on the page of their settings. */
public final class ProfileHandler {

    /** The names that this page does not set as they stand: an alias has to be proven. */
    private static final Set<String> PROVEN = Set.of(PersonalPreferences.ALIASES.name());

    private static final int MOST_ALIASES = 20;

    private final Installation site;

    public ProfileHandler(Installation site) {
        this.site = site;
    }

    /** How an action ended. */
    public sealed interface Outcome {

        /**
         * It was carried out, now or when the same form came before.
         *
         * @param unpublished whose files are to be written
         * @param posted the mails in the outbox
         */
        record Done(List<CalendarAddress> unpublished, List<Long> posted) implements Outcome {}

        /** The preferences are others than those that the form was made for. */
        record Stale() implements Outcome {}

        /**
         * Nothing was done.
         *
         * @param field the preference, or "alias" or "code"
         */
        record Refused(String field, Reason reason) implements Outcome {}
    }

    /** Why nothing was done. */
    public enum Reason {
        /** The text is no value of the preference. */
        NO_VALUE,
        /** No address of a mailbox. */
        NO_ADDRESS,
        /** The person has the address already. */
        OWN_ADDRESS,
        /** It is somebody else's here, or the agent's. */
        TAKEN,
        /** The person has as many as may be. */
        TOO_MANY_ALIASES,
        /** Enough codes were mailed for now. */
        TOO_MANY_CODES,
        /** Another code than was mailed. */
        WRONG_CODE,
        /** No code of that address is good any more. */
        NO_CODE
    }

    /** What the preferences of a person are, for a form that must not overwrite others. */
    public static String version(Map<String, String> preferences) {
        long version = 0;
        for (Preference<?> preference : PersonalPreferences.ALL) {
            if (!PROVEN.contains(preference.name())) {
                String text = preferences.getOrDefault(preference.name(), "");
                for (int i = 0; i < text.length(); i++) {
                    version = version * 31 + text.charAt(i);
                }
                version = version * 31 + '\n';
            }
        }
        return Long.toHexString(version);
    }

    /**
     * Does an action, once for each form.
     *
     * @param version of the preferences that the form showed; "" where they do not matter
     * @throws org.imipagent.store.StoreTrouble when it cannot be kept
     */
    public Outcome act(
            CalendarAddress user,
            ProfileAction action,
            String version,
            IdempotencyKey form,
            Instant now) {
        // Instants are kept in whole seconds, and a code is bound to its own.
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return site.store()
                .effect(user, writing -> new Act(writing, user, second).act(action, version, form));
    }

    /** One transaction. */
    private final class Act {
        private final WriteTransaction writing;
        private final CalendarAddress user;
        private final Instant now;

        private Act(WriteTransaction writing, CalendarAddress user, Instant now) {
            this.writing = writing;
            this.user = user;
            this.now = now;
        }

        private Outcome act(ProfileAction action, String version, IdempotencyKey form) {
            String used = writing.usedFor(user, form.name());
            if (used != null) {
                return used.equals(form.content())
                        ? new Outcome.Done(Publishing.of(writing, user), List.of())
                        : new Outcome.Stale();
            }
            Map<String, String> kept = writing.preferences(user);
            if (!version.isEmpty() && !version.equals(version(kept))) {
                return new Outcome.Stale();
            }
            Outcome.Refused refused = refusal(action);
            if (refused != null) {
                return refused;
            }
            writing.add(user, now);
            writing.useKey(user, form.name(), form.content(), now);
            prefer(action.chosen(), kept);
            if (action.step() != null) {
                take(action.step());
            }
            return new Outcome.Done(Publishing.of(writing, user), writing.posted());
        }

        private Outcome.@Nullable Refused refusal(ProfileAction action) {
            for (var each : action.chosen().entrySet()) {
                if (PROVEN.contains(each.getKey())
                        || PersonalPreferences.problem(each.getKey(), each.getValue()) != null) {
                    return new Outcome.Refused(each.getKey(), Reason.NO_VALUE);
                }
            }
            return switch (action.step()) {
                case null -> null;
                case RenewFeed _ -> null;
                case DropAlias _ -> null;
                case AskForCode(var address) -> refused("alias", askingRefused(address));
                case ProveAlias(var address, var code) ->
                        refused("code", provingRefused(address, code));
            };
        }

        private static Outcome.@Nullable Refused refused(String field, @Nullable Reason reason) {
            return reason == null ? null : new Outcome.Refused(field, reason);
        }

        /**
         * The address of somebody else here gets its code, too: only who reads its mail is told
         * that it is taken, and nobody finds out who has a calendar.
         */
        private @Nullable Reason askingRefused(String text) {
            CalendarAddress alias = address(text);
            if (alias == null) {
                return Reason.NO_ADDRESS;
            }
            CalendarAddress owner = writing.owner(alias);
            Reason reason = aliasRefused(alias, user.equals(owner) ? owner : null);
            if (reason != null) {
                return reason;
            }
            return AliasCodes.isBudgetLeft(writing, user, alias, now)
                    ? null
                    : Reason.TOO_MANY_CODES;
        }

        private @Nullable Reason aliasRefused(
                CalendarAddress alias, @Nullable CalendarAddress owner) {
            var agent = new CalendarAddress(site.settings().value(SiteSettings.MESSAGE_SENDER));
            if (alias.plain().equals(agent) || (owner != null && !owner.equals(user))) {
                return Reason.TAKEN;
            }
            if (owner != null || alias.plain().equals(user)) {
                return Reason.OWN_ADDRESS;
            }
            return aliases().size() < MOST_ALIASES ? null : Reason.TOO_MANY_ALIASES;
        }

        /** A wrong code is counted, also where nothing else is done. */
        private @Nullable Reason provingRefused(String text, String code) {
            CalendarAddress alias = address(text);
            AliasCode kept = alias == null ? null : AliasCodes.good(writing, user, alias, now);
            if (alias == null || kept == null) {
                return Reason.NO_CODE;
            }
            if (!AliasCodes.isIt(writing.secret(), user, kept, code)) {
                writing.countAttempt(user, kept);
                return kept.attempts() + 1 < AliasCodes.MOST_ATTEMPTS
                        ? Reason.WRONG_CODE
                        : Reason.NO_CODE;
            }
            return aliasRefused(alias, writing.owner(alias));
        }

        private List<CalendarAddress> aliases() {
            return site.participant(writing, user).preferences().value(PersonalPreferences.ALIASES);
        }

        /** One address of a mailbox; null for anything else. */
        private static @Nullable CalendarAddress address(String text) {
            return switch (PersonalPreferences.ALIASES.kind().parse(text)) {
                case Checked.Good<List<CalendarAddress>>(var all) ->
                        all.size() == 1 ? all.getFirst() : null;
                case Checked.Bad<List<CalendarAddress>> _ -> null;
            };
        }

        // ---- What is done

        private void prefer(Map<String, String> chosen, Map<String, String> kept) {
            var changed = new ArrayList<String>();
            for (var each : new TreeMap<>(chosen).entrySet()) {
                if (!each.getValue().equals(kept.getOrDefault(each.getKey(), ""))) {
                    writing.prefer(
                            user,
                            each.getKey(),
                            each.getValue().isEmpty() ? null : each.getValue());
                    changed.add(each.getKey());
                }
            }
            if (changed.contains(PersonalPreferences.TZID.name())) {
                rebuild();
            }
            if (!changed.isEmpty()) {
                note("save", Verdict.PREFERRED, String.join(", ", changed));
            }
        }

        private void take(Step step) {
            switch (step) {
                case RenewFeed _ -> {
                    writing.renewFeed(user);
                    note("feed", Verdict.FEED_RENEWED, "");
                }
                case AskForCode(var address) -> {
                    CalendarAddress alias = address(address);
                    if (alias != null) {
                        ask(alias);
                    }
                }
                case ProveAlias(var address, var code) -> {
                    var all = new ArrayList<>(aliases());
                    CalendarAddress alias = address(address);
                    if (alias != null) {
                        all.add(alias);
                        set(all);
                        writing.dropAliasCodes(user, alias);
                        note("alias", Verdict.ALIAS_ADDED, alias.email());
                    }
                }
                case DropAlias(var address) -> {
                    var all = new ArrayList<>(aliases());
                    CalendarAddress alias = address(address);
                    if (alias != null && all.remove(alias)) {
                        set(all);
                        note("alias", Verdict.ALIAS_REMOVED, alias.email());
                    }
                }
            }
        }

        private void ask(CalendarAddress alias) {
            String code = AliasCodes.random();
            writing.keepAliasCode(
                    user,
                    new AliasCode(
                            alias,
                            now,
                            AliasCodes.digest(writing.secret(), user, alias, now, code),
                            0),
                    now.minus(AliasCodes.BUDGET));
            var drafts = new MailDrafts(site);
            writing.post(
                    user,
                    drafts.envelopeSender(),
                    List.of(alias.email()),
                    drafts.aliasCode(site.participant(writing, user), alias, code, now),
                    now);
            note("alias", Verdict.ALIAS_ASKED, alias.email());
        }

        private void set(List<CalendarAddress> aliases) {
            writing.prefer(
                    user,
                    PersonalPreferences.ALIASES.name(),
                    aliases.isEmpty() ? null : PersonalPreferences.ALIASES.kind().write(aliases));
            rebuild();
        }

        /**
         * Days and times without a zone are the person's: with another zone they lie elsewhere.
         * With another alias another attendee of an event is the person.
         */
        private void rebuild() {
            var horizon = new Horizon(site);
            for (String uid : writing.uids(user)) {
                horizon.rebuild(writing, user, uid, now);
            }
        }

        private void note(String what, Verdict verdict, String detail) {
            writing.note(
                    user,
                    new Activity(
                            now,
                            Activity.Source.MANAGER,
                            what,
                            "",
                            null,
                            "",
                            user.email(),
                            verdict,
                            detail));
        }
    }

    /** The addresses that a code was mailed to and that wait for it, newest first. */
    public static List<CalendarAddress> waiting(
            ReadTransaction reading, CalendarAddress user, Instant now) {
        var waiting = new ArrayList<CalendarAddress>();
        for (AliasCode code : reading.aliasCodes(user, now.minus(AliasCodes.LIFE))) {
            if (!waiting.contains(code.alias())
                    && AliasCodes.good(reading, user, code.alias(), now) != null) {
                waiting.add(code.alias());
            }
        }
        return waiting;
    }
}
