package org.imipagent.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Offer;
import org.imipagent.itip.Request;
import org.imipagent.settings.Checked;
import org.imipagent.settings.Feed;
import org.imipagent.settings.PersonalPreferences;
import org.jspecify.annotations.Nullable;

/** A transaction that writes, through one connection. */
final class SqlWriteTransaction extends SqlReadTransaction implements WriteTransaction {

    /** How many entries of activity are kept for a user. */
    static final int ACTIVITY = 1000;

    /** How long the name of a form is remembered. */
    static final Duration FORMS = Duration.ofDays(31);

    /** How long files wait to be imported, and how many times as many. */
    static final Duration DRAFTS = Duration.ofDays(1);

    static final int MOST_DRAFTS = 3;

    private final @Nullable UserLocks locks;
    private final List<Long> posted = new ArrayList<>();

    /** The versions of events as this transaction found or made them; 0 for none. */
    private final Map<List<String>, Long> versions = new HashMap<>();

    private boolean over;

    /**
     * @param next takes the session for the next transaction
     * @param locks null where one writer has the whole store
     */
    SqlWriteTransaction(
            Session session, byte[] secret, IdleSession next, @Nullable UserLocks locks) {
        super(session, secret, false, next);
        this.locks = locks;
    }

    @Override
    Session session() {
        if (over) {
            throw new IllegalStateException("this transaction is over");
        }
        return super.session();
    }

    /** Where statements go that write what belongs to a user: nobody else writes it meanwhile. */
    private Session session(CalendarAddress user) {
        Session session = session();
        if (locks != null) {
            locks.hold(session, user);
        }
        return session;
    }

    private static List<String> key(CalendarAddress user, String uid) {
        return List.of(user.uri(), uid);
    }

    @Override
    public @Nullable KeptEvent event(CalendarAddress user, String uid) {
        KeptEvent event = super.event(user, uid);
        versions.put(key(user, uid), event == null ? 0 : event.version());
        return event;
    }

    @Override
    public List<KeptEvent> incomplete(CalendarAddress user, Instant from, Instant to) {
        List<KeptEvent> events = super.incomplete(user, from, to);
        events.forEach(event -> versions.put(key(user, event.uid()), event.version()));
        return events;
    }

    /** The version that what is written now was made from; 0 for none. */
    private long version(CalendarAddress user, String uid) {
        Long found = versions.get(key(user, uid));
        if (found != null) {
            return found;
        }
        Long kept = session(user).one(Rows::number, Sql.VERSION, user, uid);
        long version = kept == null ? 0 : kept;
        versions.put(key(user, uid), version);
        return version;
    }

    private void holdTo(int rows, String uid) {
        if (rows != 1) {
            throw session().explanation().changedMeanwhile(uid);
        }
    }

    @Override
    public void add(CalendarAddress user, Instant now) {
        isNoAlias(user);
        if (session(user).run(Sql.ADD_USER, user, now) == 1) {
            markUnpublished(user);
        }
    }

    @Override
    public void hold(CalendarAddress user) {
        session(user);
    }

    @Override
    public void limitQuota(String quota, CalendarAddress of, @Nullable Duration limit) {
        if (limit == null) {
            session(of).run(Sql.DROP_QUOTA_LIMIT, of, quota);
        } else {
            session(of).run(Sql.SET_QUOTA_LIMIT, of, quota, limit.toSeconds());
        }
    }

    @Override
    public void shareQuota(String quota, CalendarAddress user, @Nullable String group) {
        if (group == null) {
            session(user).run(Sql.DROP_QUOTA_GROUP, user, quota);
        } else {
            session(user).run(Sql.SET_QUOTA_GROUP, user, quota, group);
        }
    }

    @Override
    public void forget(CalendarAddress user) {
        versions.clear();
        String overwrite = session().dialect().overwrite();
        if (!overwrite.isEmpty()) {
            session().one(Rows::number, overwrite);
        }
        for (String table : Schema.OF_A_USER) {
            session(user).run("DELETE FROM " + table + " WHERE user_ = ?", user);
        }
        markUnpublished(user);
    }

    @Override
    public void keep(
            CalendarAddress user,
            String uid,
            String text,
            @Nullable CalendarAddress organiser,
            @Nullable List<String> words,
            @Nullable Instant expandedFrom,
            @Nullable Instant expandedTo,
            List<Occurrence> occurrences,
            Instant now) {
        long before = version(user, uid);
        List<String> wordsBefore = before == 0 ? List.of() : words(user, uid);
        String joined = joined(words);
        holdTo(
                before == 0
                        ? session(user)
                                .run(
                                        Sql.ADD_EVENT,
                                        user,
                                        uid,
                                        text,
                                        organiser,
                                        expandedTo,
                                        expandedFrom,
                                        joined,
                                        now)
                        : session(user)
                                .run(
                                        Sql.CHANGE_EVENT,
                                        text,
                                        organiser,
                                        expandedTo,
                                        expandedFrom,
                                        joined,
                                        now,
                                        before + 1,
                                        user,
                                        uid,
                                        before),
                uid);
        versions.put(key(user, uid), before + 1);
        index(user, uid, wordsBefore, words == null ? List.of() : words);
        write(user, uid, occurrences);
        if (before != 0) {
            session(user).run(Sql.SET_WAITS_UNTIL, user, uid);
        }
    }

    @Override
    public void index(CalendarAddress user, String uid, @Nullable List<String> words) {
        List<String> before = words(user, uid);
        if (session(user).run(Sql.SET_WORDS, joined(words), user, uid) == 1) {
            index(user, uid, before, words == null ? List.of() : words);
        }
    }

    private static @Nullable String joined(@Nullable List<String> words) {
        return words == null ? null : String.join(" ", words);
    }

    /** Those in the index. */
    private List<String> words(CalendarAddress user, String uid) {
        String words = session(user).one(Rows::text, Sql.WORDS, user, uid);
        return words == null || words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    }

    /** Most changes leave most words: only what differs is written. */
    private void index(CalendarAddress user, String uid, List<String> before, List<String> after) {
        var gone = new HashSet<>(before);
        after.forEach(gone::remove);
        var added = new LinkedHashSet<>(after);
        before.forEach(added::remove);
        inChunks(
                List.copyOf(gone),
                words -> {
                    var values = new ArrayList<@Nullable Object>(List.of(user, uid));
                    values.addAll(words);
                    session(user).run(Sql.removeWords(words.size()), values.toArray());
                });
        inChunks(
                List.copyOf(added),
                words -> {
                    var values = new ArrayList<@Nullable Object>();
                    words.forEach(word -> values.addAll(List.of(user, word, uid)));
                    session(user).run(Sql.addWords(words.size()), values.toArray());
                });
    }

    private static void inChunks(List<String> words, Consumer<List<String>> work) {
        for (int from = 0; from < words.size(); from += Sql.WORDS_AT_ONCE) {
            work.accept(words.subList(from, Math.min(words.size(), from + Sql.WORDS_AT_ONCE)));
        }
    }

    @Override
    public void expand(
            CalendarAddress user,
            String uid,
            @Nullable Instant expandedFrom,
            @Nullable Instant expandedTo,
            List<Occurrence> occurrences) {
        long version = version(user, uid);
        if (version != 0) {
            holdTo(
                    session(user).run(Sql.EXPANDED, expandedTo, expandedFrom, user, uid, version),
                    uid);
            write(user, uid, occurrences);
            session(user).run(Sql.SET_WAITS_UNTIL, user, uid);
        }
    }

    private void write(CalendarAddress user, String uid, List<Occurrence> occurrences) {
        session(user).run(Sql.REMOVE_OCCURRENCES, user, uid);
        var rows = new ArrayList<@Nullable Object[]>(occurrences.size());
        for (Occurrence occurrence : occurrences) {
            rows.add(row(user, uid, rows.size(), occurrence));
        }
        session(user).runAll(Sql.ADD_OCCURRENCE, rows);
    }

    private static @Nullable Object[] row(
            CalendarAddress user, String uid, int number, Occurrence o) {
        long start = o.start().getEpochSecond();
        long end = o.end().getEpochSecond();
        return new @Nullable Object[] {
            user,
            uid,
            number,
            inKey(o.id()),
            Sql.spanOf(end - start),
            start,
            end,
            o.firstDay(),
            o.dayAfter(),
            o.summary(),
            o.location(),
            o.cancelled(),
            o.organised(),
            o.participation(),
            o.busy(),
            o.appearance().tentative(),
            o.appearance().shared(),
            o.appearance().category(),
            o.appearance().colour()
        };
    }

    @Override
    public void remove(CalendarAddress user, String uid) {
        index(user, uid, words(user, uid), List.of());
        session(user).run(Sql.REMOVE_OCCURRENCES, user, uid);
        session(user).run(Sql.REMOVE_REQUESTS, user, uid);
        session(user).run(Sql.REMOVE_COUNTERS, user, uid);
        session(user).run(Sql.RELEASE, user, uid);
        session(user).run(Sql.REMOVE_EVENT, user, uid);
        versions.put(key(user, uid), 0L);
    }

    @Override
    public void ask(CalendarAddress user, Request request) {
        session(user)
                .run(
                        Sql.ASK,
                        user,
                        request.uid(),
                        inKey(request.id()),
                        request.kind(),
                        inKey(request.from()),
                        request.arrived(),
                        request.participation(),
                        request.written(),
                        request.comment().isEmpty() ? null : request.comment(),
                        user,
                        request.uid(),
                        inKey(request.id()));
    }

    @Override
    public void settle(CalendarAddress user, String uid, @Nullable RecurrenceId id) {
        if (id == null) {
            session(user).run(Sql.SETTLE, user, uid);
        } else {
            session(user).run(Sql.SETTLE_OCCURRENCE, user, uid, id);
        }
    }

    @Override
    public void settle(CalendarAddress user, Request request) {
        session(user)
                .run(
                        Sql.SETTLE_ONE,
                        user,
                        request.uid(),
                        inKey(request.id()),
                        request.kind(),
                        inKey(request.from()));
    }

    @Override
    public void keepCounter(CalendarAddress user, KeptCounter counter) {
        session(user)
                .run(
                        Sql.KEEP_COUNTER,
                        user,
                        counter.uid(),
                        inKey(counter.id()),
                        counter.from(),
                        counter.arrived(),
                        counter.text());
    }

    @Override
    public void dropCounter(
            CalendarAddress user, String uid, @Nullable RecurrenceId id, CalendarAddress from) {
        session(user).run(Sql.DROP_COUNTER, user, uid, inKey(id), from);
    }

    @Override
    public void hold(CalendarAddress user, Offer offer) {
        session(user)
                .run(
                        Sql.HOLD,
                        user,
                        offer.uid(),
                        inKey(offer.id()),
                        offer.start(),
                        offer.end(),
                        offer.expires());
    }

    @Override
    public void release(CalendarAddress user, String uid, @Nullable RecurrenceId id) {
        session(user).run(Sql.WITHDRAW_OCCURRENCE, user, uid, user, inKey(id));
        if (id == null) {
            session(user).run(Sql.RELEASE_SERIES, user, uid, user, uid, user);
        } else {
            session(user).run(Sql.RELEASE_OCCURRENCE, user, uid, id);
        }
    }

    @Override
    public void releaseAll(CalendarAddress user, String uid) {
        session(user).run(Sql.WITHDRAW, user, uid, user);
        session(user).run(Sql.RELEASE, user, uid);
    }

    @Override
    public void learn(CalendarAddress user, CalendarAddress of, FreeBusy freeBusy, Instant said) {
        session(user).run(Sql.SAY_PEER_FREE_BUSY, user, of, said, freeBusy.to());
        Instant from = freeBusy.from();
        Instant to = freeBusy.to();
        List<BusyPeriod> before = told(user, of, from, to);
        session(user).run(Sql.REMOVE_PEER_FREE_BUSY, user, of, to, from);
        for (BusyPeriod old : before) {
            if (old.start().isBefore(from)) {
                tell(user, of, new BusyPeriod(old.start(), from, old.busy()));
            }
            if (old.end().isAfter(to)) {
                tell(user, of, new BusyPeriod(to, old.end(), old.busy()));
            }
        }
        freeBusy.periods().forEach(period -> tell(user, of, period));
    }

    private void tell(CalendarAddress user, CalendarAddress of, BusyPeriod period) {
        session(user)
                .run(Sql.ADD_PEER_FREE_BUSY, user, of, period.start(), period.end(), period.busy());
    }

    @Override
    public void countAnswers(CalendarAddress to, long answers, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        session().run(Sql.DROP_OLD_ANSWERS, hour);
        session().run(Sql.COUNT_ANSWERS, hour, to, answers);
    }

    @Override
    public long note(CalendarAddress user, Activity a) {
        Long number =
                session(user)
                        .one(
                                Rows::number,
                                Sql.NOTE,
                                user,
                                a.at(),
                                a.source(),
                                a.what(),
                                a.uid(),
                                inKey(a.id()),
                                a.summary(),
                                a.from(),
                                a.verdict(),
                                a.detail(),
                                String.join("\n", a.mailed()));
        session(user).run(Sql.DROP_OLD_ACTIVITY, user, user, ACTIVITY);
        if (number == null) {
            throw new IllegalStateException("an entry of activity got no number");
        }
        return number;
    }

    @Override
    public void keepBefore(CalendarAddress user, long activity, String uid, Instant now) {
        for (Long old : session(user).rows(Rows::number, Sql.OLD_ACTIONS, user, now.minus(FORMS))) {
            forgetBefore(user, old);
        }
        session(user).run(Sql.KEEP_BEFORE, user, activity, uid, user, uid, now);
        session(user).run(Sql.KEEP_REQUESTS_BEFORE, activity, user, uid);
        session(user).run(Sql.KEEP_COUNTERS_BEFORE, activity, user, uid);
    }

    @Override
    public void keepVersionsAfter(CalendarAddress user, long activity) {
        session(user).run(Sql.VERSIONS_AFTER, user, activity);
    }

    @Override
    public void forgetBefore(CalendarAddress user, long activity) {
        for (String statement : Sql.FORGET_BEFORE) {
            session(user).run(statement, user, activity);
        }
    }

    @Override
    public void withdrawMail(CalendarAddress user, long activity) {
        session(user).run(Sql.WITHDRAW_MAIL, user, activity);
    }

    @Override
    public void forgetActivity(CalendarAddress user, Instant before) {
        session(user).run(Sql.FORGET_ACTIVITY, user, before);
        session(user).run(Sql.FORGET_SENT, user, before);
    }

    @Override
    public long post(
            CalendarAddress user,
            long activity,
            String sender,
            List<String> recipients,
            byte[] message,
            Instant now,
            Instant due) {
        String lines = lines(recipients);
        Long entry = activity == 0 ? null : activity;
        Long number =
                session(user)
                        .one(Rows::number, Sql.POST, user, entry, sender, lines, message, now, due);
        if (entry != null) {
            session(user).run(Sql.COUNT_DELIVERIES, (long) recipients.size(), user, entry);
        }
        if (number == null) {
            throw new IllegalStateException("a mail was posted and got no number");
        }
        posted.add(number);
        return number;
    }

    @Override
    public void rememberSent(CalendarAddress user, String messageId, SentMail mail) {
        session(user)
                .run(
                        Sql.REMEMBER_SENT,
                        user,
                        messageId,
                        mail.method(),
                        mail.uid(),
                        inKey(mail.id()),
                        mail.summary(),
                        lines(mail.recipients()),
                        mail.sent());
    }

    @Override
    public List<Long> posted() {
        return List.copyOf(posted);
    }

    private static String lines(List<String> recipients) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a mail without recipients");
        }
        for (String recipient : recipients) {
            if (recipient.isEmpty()
                    || recipient.indexOf('\n') >= 0
                    || recipient.indexOf('\r') >= 0) {
                throw new IllegalArgumentException("no address of an envelope: " + recipient);
            }
        }
        return String.join("\n", recipients);
    }

    @Override
    public @Nullable Posted takeNext(Instant now, Instant until) {
        String sql = session().dialect().write(Sql.TAKE_NEXT);
        return session().one(Rows::posted, sql, until, now, now.plus(LONGEST_PAUSE));
    }

    @Override
    public @Nullable Posted take(long number, Instant now, Instant until) {
        String sql = session().dialect().write(Sql.TAKE);
        return session().one(Rows::posted, sql, until, now, now.plus(LONGEST_PAUSE), number);
    }

    @Override
    public void sent(long number) {
        session().run(Sql.SENT, number);
    }

    @Override
    public void leaveFor(long number, List<String> recipients) {
        session().run(Sql.LEAVE_FOR, lines(recipients), number);
    }

    @Override
    public void postpone(long number, Instant due, String why) {
        session().run(Sql.POSTPONE, due, why, number);
    }

    @Override
    public boolean useKey(CalendarAddress user, String key, String content, Instant now) {
        session(user).run(Sql.DROP_OLD_KEYS, user, now.minus(FORMS));
        return session(user).run(Sql.USE_KEY, user, key, content, now) == 1;
    }

    @Override
    public void keepFiles(CalendarAddress user, String draft, List<KeptFile> files, Instant now) {
        dropFiles(user, draft);
        dropFiles(user, now.minus(DRAFTS));
        int number = 0;
        for (KeptFile file : files) {
            session(user)
                    .run(Sql.KEEP_FILE, user, draft, number++, file.name(), file.content(), now);
        }
        session(user).run(Sql.DROP_OTHER_FILES, user, draft, user, draft, MOST_DRAFTS - 1);
    }

    @Override
    public void dropFiles(CalendarAddress user, String draft) {
        session(user).run(Sql.DROP_FILES, user, draft);
    }

    @Override
    public void dropFiles(CalendarAddress user, Instant before) {
        session(user).run(Sql.DROP_OLD_FILES, user, before);
    }

    @Override
    public void markUnpublished(CalendarAddress user) {
        session(user).run(Sql.MARK_UNPUBLISHED, user);
    }

    @Override
    public void markPublished(CalendarAddress user, long change) {
        session(user).run(Sql.MARK_PUBLISHED, change, user, change, change);
    }

    @Override
    public void forgetPublication(CalendarAddress user) {
        session(user).run(Sql.FORGET_PUBLICATION, user);
    }

    @Override
    public void prefer(CalendarAddress user, String name, @Nullable String value) {
        markUnpublished(user);
        if (value == null) {
            session(user).run(Sql.PREFER_DEFAULT, user, name);
        } else {
            session(user).run(Sql.PREFER, user, name, value);
        }
        if (name.equals(PersonalPreferences.ALIASES.name())) {
            alias(user, value == null ? "" : value);
        }
        if (name.equals(PersonalPreferences.FEED.name())) {
            feed(user, value != null && !value.equals(Feed.NONE.word()));
        }
    }

    private void feed(CalendarAddress user, boolean wanted) {
        if (wanted) {
            session(user).run(Sql.ADD_FEED, user, token());
        } else {
            session(user).run(Sql.DROP_FEED, user);
        }
    }

    /** 128 bits, which nobody guesses. */
    private static String token() {
        byte[] token = new byte[16];
        new SecureRandom().nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    @Override
    public void renewFeed(CalendarAddress user) {
        if (session(user).run(Sql.DROP_FEED, user) == 1) {
            feed(user, true);
            markUnpublished(user);
        }
    }

    @Override
    public void keepAliasCode(CalendarAddress user, AliasCode code, Instant forgottenBefore) {
        session(user).run(Sql.DROP_OLD_ALIAS_CODES, user, forgottenBefore);
        session(user)
                .run(
                        Sql.ADD_ALIAS_CODE,
                        user,
                        code.alias(),
                        code.asked(),
                        code.alias().plain(),
                        code.digest());
    }

    @Override
    public void countAttempt(CalendarAddress user, AliasCode code) {
        session(user).run(Sql.COUNT_ATTEMPT, user, code.alias(), code.asked());
    }

    @Override
    public void dropAliasCodes(CalendarAddress user, CalendarAddress alias) {
        session(user).run(Sql.DROP_ALIAS_CODES, user, alias);
    }

    private void isNoAlias(CalendarAddress user) {
        CalendarAddress owner = session(user).one(Rows::user, Sql.OWNER, user, user);
        if (owner != null && !owner.equals(user)) {
            throw new IllegalArgumentException(
                    user.email() + " is another address of " + owner.email());
        }
    }

    private void alias(CalendarAddress user, String value) {
        session(user).run(Sql.DROP_ALIASES, user);
        switch (PersonalPreferences.ALIASES.kind().parse(value)) {
            case Checked.Bad<List<CalendarAddress>>(var reason) ->
                    throw new IllegalArgumentException("aliases " + reason);
            case Checked.Good<List<CalendarAddress>>(var aliases) ->
                    aliases.forEach(alias -> alias(user, alias));
        }
    }

    private void alias(CalendarAddress user, CalendarAddress alias) {
        // neither becomes anybody else's meanwhile
        session(alias.plain());
        session(alias);
        CalendarAddress owner = owner(alias);
        if (owner == null) {
            session(user).run(Sql.ADD_ALIAS, alias, user);
        } else if (!owner.equals(user)) {
            throw new IllegalArgumentException(alias.email() + " is " + owner.email());
        }
    }

    /** Makes all of it hold. Only {@link #close} may follow. */
    void commit() {
        session().run("COMMIT");
        over = true;
        giveOn();
    }

    /** Without a commit before it, this undoes the transaction. */
    @Override
    public void close() {
        if (!over) {
            over = true;
            super.close();
        }
    }

    private static String inKey(@Nullable RecurrenceId id) {
        return id == null ? "" : id.text();
    }

    private static String inKey(@Nullable CalendarAddress address) {
        return address == null ? "" : address.uri();
    }
}
