package org.imipagent.store;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.Offer;
import org.imipagent.itip.Request;
import org.jspecify.annotations.Nullable;

/** A view of the data through one connection, in one transaction. */
sealed class SqlReadTransaction implements ReadTransaction permits SqlWriteTransaction {

    /** No mail is put off for longer. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private final Session session;
    private final byte[] secret;
    private final boolean isEmpty;
    private final @Nullable IdleSession next;

    /** Takes the session over: closing this closes it. */
    SqlReadTransaction(Session session, byte[] secret, boolean isEmpty) {
        this(session, secret, isEmpty, null);
    }

    /**
     * @param next takes the session for the next transaction; without, closing this closes it
     */
    SqlReadTransaction(
            Session session, byte[] secret, boolean isEmpty, @Nullable IdleSession next) {
        this.session = session;
        this.secret = secret;
        this.isEmpty = isEmpty;
        this.next = next;
    }

    @Override
    public boolean isEmpty() {
        return isEmpty;
    }

    /** Where statements go. */
    Session session() {
        return session;
    }

    @Override
    public List<CalendarAddress> users() {
        return session().rows(Rows::user, Sql.USERS);
    }

    @Override
    public boolean knows(CalendarAddress user) {
        return session().one(Rows::number, Sql.KNOWS, user) != null;
    }

    @Override
    public @Nullable String usedFor(CalendarAddress user, String key) {
        return session().one(Rows::text, Sql.KEY_USED, user, key);
    }

    @Override
    public long answers(CalendarAddress to, Instant now) {
        Long answers = session().one(Rows::number, Sql.ANSWERS, to, now.truncatedTo(HOURS));
        return answers == null ? 0 : answers;
    }

    @Override
    public List<KeptFile> files(CalendarAddress user, String draft) {
        return session().rows(Rows::file, Sql.FILES, user, draft);
    }

    @Override
    public List<CalendarAddress> unpublished() {
        return session().rows(Rows::user, Sql.UNPUBLISHED);
    }

    @Override
    public long unpublishedChange(CalendarAddress user) {
        Long change = session().one(Rows::number, Sql.UNPUBLISHED_CHANGE, user);
        return change == null ? 0 : change;
    }

    @Override
    public @Nullable CalendarAddress owner(CalendarAddress address) {
        CalendarAddress owner = session().one(Rows::user, Sql.OWNER, address, address);
        CalendarAddress plain = address.plain();
        return owner != null || plain.equals(address)
                ? owner
                : session().one(Rows::user, Sql.OWNER, plain, plain);
    }

    @Override
    public Map<String, String> preferences(CalendarAddress user) {
        var preferences = new LinkedHashMap<String, String>();
        session()
                .rows(
                        row -> preferences.put(row.text(1), row.text(2)) == null,
                        Sql.PREFERENCES,
                        user);
        return Collections.unmodifiableMap(preferences);
    }

    @Override
    public Map<CalendarAddress, String> preferring(String name) {
        return texts(Sql.PREFERRING, name);
    }

    /** Rows of an address and a text. */
    private Map<CalendarAddress, String> texts(String sql, String key) {
        var found = new LinkedHashMap<CalendarAddress, String>();
        for (Rows.OfUser each : session().rows(Rows::ofUser, sql, key)) {
            found.put(each.user(), each.text());
        }
        return Collections.unmodifiableMap(found);
    }

    @Override
    public List<Booking> bookings(
            CalendarAddress resource, CalendarAddress organiser, Instant now) {
        return session().rows(Rows::booking, Sql.BOOKINGS, resource, organiser, now);
    }

    @Override
    public List<CalendarAddress> bookingOrganisers(CalendarAddress resource, Instant now) {
        return session().rows(Rows::user, Sql.BOOKING_ORGANISERS, resource, now, now);
    }

    @Override
    public List<String> quotas() {
        return session().rows(Rows::text, Sql.QUOTAS);
    }

    @Override
    public Map<CalendarAddress, Duration> quotaLimits(String quota) {
        var limits = new LinkedHashMap<CalendarAddress, Duration>();
        for (Rows.OfUser each : session().rows(Rows::ofUser, Sql.QUOTA_LIMITS, quota)) {
            limits.put(each.user(), Duration.ofSeconds(Long.parseLong(each.text())));
        }
        return Collections.unmodifiableMap(limits);
    }

    @Override
    public @Nullable Duration quotaLimit(String quota, CalendarAddress of) {
        Long seconds = session().one(Rows::number, Sql.QUOTA_LIMIT, of, quota);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    @Override
    public Map<CalendarAddress, String> quotaGroups(String quota) {
        return texts(Sql.QUOTA_GROUPS, quota);
    }

    @Override
    public @Nullable String quotaGroup(String quota, CalendarAddress user) {
        return session().one(Rows::text, Sql.QUOTA_GROUP, user, quota);
    }

    @Override
    public @Nullable String feed(CalendarAddress user) {
        return session().one(Rows::text, Sql.FEED, user);
    }

    @Override
    public List<AliasCode> aliasCodes(CalendarAddress user, Instant since) {
        return session().rows(Rows::aliasCode, Sql.ALIAS_CODES, user, since);
    }

    @Override
    public long aliasCodesSentTo(CalendarAddress mailbox, Instant since) {
        Long sent = session().one(Rows::number, Sql.ALIAS_CODES_OF_MAILBOX, mailbox, since);
        return sent == null ? 0 : sent;
    }

    @Override
    public @Nullable KeptEvent event(CalendarAddress user, String uid) {
        return session().one(Rows::event, Sql.EVENT, user, uid);
    }

    @Override
    public List<String> recent(CalendarAddress user, int most) {
        return session().rows(Rows::text, Sql.RECENT, user, most);
    }

    @Override
    public List<String> uids(CalendarAddress user) {
        return session().rows(Rows::text, Sql.UIDS, user);
    }

    @Override
    public List<Occurrence> occurrences(CalendarAddress user, Instant from, Instant to) {
        return from.isBefore(to)
                ? session()
                        .rows(
                                Rows::occurrence,
                                session().dialect().occurrences(),
                                user,
                                from,
                                to,
                                from,
                                from)
                : List.of();
    }

    @Override
    public @Nullable Instant fullFrom(CalendarAddress user, Instant from, Instant to, int most) {
        Long seconds = session().one(Rows::number, Sql.FULL_FROM, user, from, to, most);
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }

    @Override
    public CrowdedDays crowdedDays(
            CalendarAddress user, List<Instant> midnights, int most, boolean cancelled) {
        Instant from = midnights.getFirst();
        Instant to = midnights.getLast();
        var all = new ArrayList<Occurrence>();
        for (Occurrence each :
                session()
                        .rows(
                                Rows::occurrence,
                                Sql.LONG_OCCURRENCES,
                                user,
                                from,
                                to,
                                from,
                                from,
                                from)) {
            if (cancelled || !each.cancelled()) {
                all.add(each);
            }
        }
        var unread = new HashMap<Long, Long>();
        for (OfDay each : beginning(user, midnights, most, cancelled)) {
            all.add(each.occurrence());
            Long left = unread.get(each.day());
            unread.put(each.day(), (left == null ? each.all() : left) - 1);
        }
        var counts = new ArrayList<Integer>();
        for (Instant day : midnights.subList(0, midnights.size() - 1)) {
            Long left = unread.get(day.getEpochSecond());
            counts.add(left == null ? 0 : left.intValue());
        }
        return new CrowdedDays(all, counts);
    }

    /** One of so many that begin on a day, which is named by its midnight. */
    private record OfDay(Occurrence occurrence, long day, long all) {}

    private List<OfDay> beginning(
            CalendarAddress user, List<Instant> midnights, int most, boolean cancelled) {
        int days = midnights.size() - 1;
        var values = new ArrayList<@Nullable Object>();
        for (int day = 0; day < days; day++) {
            values.add(midnights.get(day));
            values.add(midnights.get(day + 1));
        }
        values.addAll(List.of(user, user, most - 1, user));
        return session()
                .rows(
                        row ->
                                new OfDay(
                                        Rows.occurrence(row),
                                        row.number(Rows.AFTER_OCCURRENCE),
                                        row.number(Rows.AFTER_OCCURRENCE + 1)),
                        Sql.crowdedDays(days, cancelled),
                        values.toArray());
    }

    @Override
    public List<Occurrence> occurrences(CalendarAddress user, String uid, Instant from, int most) {
        return session()
                .rows(Rows::occurrence, Sql.OCCURRENCES_OF_EVENT, user, uid, from, from, most);
    }

    @Override
    public List<String> unfinished(CalendarAddress user, Instant horizon) {
        return session().rows(Rows::text, Sql.UNFINISHED, user, horizon);
    }

    @Override
    public List<KeptEvent> incomplete(CalendarAddress user, Instant from, Instant to) {
        return session().rows(Rows::event, Sql.INCOMPLETE, user, to, user, from, to);
    }

    @Override
    public FoundEvents search(CalendarAddress user, EventSearch search, int after, int most) {
        if (SearchWalk.isMeant(session(), user, search)) {
            return SearchWalk.page(session(), user, search, after, most);
        }
        SearchSql sql = SearchSql.page(user, search, after, most);
        long[] all = {0};
        List<FoundEvents.FoundEvent> events =
                session()
                        .rows(
                                row -> {
                                    all[0] = row.number(Rows.AFTER_OCCURRENCE + 1);
                                    return Rows.found(row);
                                },
                                sql.text(),
                                sql.values());
        return new FoundEvents(all[0], false, events);
    }

    @Override
    public List<KeptEvent> unwritten(CalendarAddress user, EventSearch search, int most) {
        SearchSql sql = SearchSql.unwritten(user, search, most);
        return session().rows(Rows::event, sql.text(), sql.values());
    }

    @Override
    public List<KeptEvent> unindexed(CalendarAddress user, int most) {
        return session().rows(Rows::event, Sql.UNINDEXED, user, most);
    }

    @Override
    public List<Request> requests(CalendarAddress user, String uid) {
        return session().rows(Rows::request, Sql.REQUESTS_OF_EVENT, user, uid);
    }

    @Override
    public List<Request> requests(CalendarAddress user) {
        return session().rows(Rows::request, Sql.REQUESTS, user);
    }

    @Override
    public List<Request> waiting(CalendarAddress user, Instant now) {
        return session().rows(Rows::request, Sql.WAITING, user, now);
    }

    @Override
    public int waiting(CalendarAddress user, Instant now, int most) {
        Long number = session().one(Rows::number, Sql.COUNT_WAITING, user, now, most);
        return number == null ? 0 : number.intValue();
    }

    @Override
    public List<Request> waiting(
            CalendarAddress user, Instant now, int skipped, int events, int each) {
        return session()
                .rows(
                        Rows::request,
                        Sql.WAITING_PAGE,
                        user,
                        now,
                        now,
                        events,
                        skipped,
                        user,
                        now,
                        each);
    }

    @Override
    public List<KeptCounter> counters(CalendarAddress user, String uid) {
        return session().rows(Rows::counter, Sql.COUNTERS, user, uid);
    }

    @Override
    public List<Offer> offers(CalendarAddress user) {
        return session().rows(Rows::offer, Sql.OFFERS, user);
    }

    @Override
    public List<BusyPeriod> told(
            CalendarAddress user, CalendarAddress of, Instant from, Instant to) {
        return session().rows(Rows::told, Sql.PEER_FREE_BUSY, user, of, to, from);
    }

    @Override
    public @Nullable Instant heard(CalendarAddress user, CalendarAddress of) {
        Long seconds = session().one(Rows::number, Sql.PEER_FREE_BUSY_SAID, user, of);
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }

    @Override
    public @Nullable Instant toldUntil(CalendarAddress user, CalendarAddress of) {
        Long seconds = session().one(Rows::number, Sql.PEER_FREE_BUSY_UNTIL, user, of);
        return seconds == null || seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }

    @Override
    public List<Activity> activity(CalendarAddress user, int most) {
        return session().rows(Rows::activity, Sql.ACTIVITY, user, most);
    }

    @Override
    public @Nullable Activity activityEntry(CalendarAddress user, long number) {
        return session().one(Rows::activity, Sql.ACTIVITY_ENTRY, user, number);
    }

    @Override
    public List<Undo> undo(CalendarAddress user, long activity) {
        var whole = new ArrayList<Undo>();
        for (Undo undo : session().rows(Rows::undo, Sql.UNDO, user, activity)) {
            whole.add(
                    new Undo(
                            undo.uid(),
                            undo.version(),
                            undo.text(),
                            session()
                                    .rows(
                                            Rows::request,
                                            Sql.UNDO_REQUESTS,
                                            user,
                                            activity,
                                            undo.uid()),
                            session()
                                    .rows(
                                            Rows::counter,
                                            Sql.UNDO_COUNTERS,
                                            user,
                                            activity,
                                            undo.uid())));
        }
        return whole;
    }

    @Override
    public List<Long> undoable(CalendarAddress user) {
        var undoable = new ArrayList<Long>();
        for (Long activity : session().rows(Rows::number, Sql.LAST_ACTIONS, user)) {
            if (nothingLeft(user, activity)) {
                undoable.add(activity);
            }
        }
        return undoable;
    }

    @Override
    public boolean isUndoable(CalendarAddress user, long activity) {
        List<Undo> before = session().rows(Rows::undo, Sql.UNDO, user, activity);
        for (Undo undo : before) {
            Long version = session().one(Rows::number, Sql.VERSION, user, undo.uid());
            if ((version == null ? 0 : version) != undo.version()) {
                return false;
            }
        }
        return !before.isEmpty() && nothingLeft(user, activity);
    }

    /** Whether all that an action mailed is still here, and not being sent. */
    private boolean nothingLeft(CalendarAddress user, long activity) {
        Long deliveries = session().one(Rows::number, Sql.DELIVERIES, user, activity);
        long waiting = 0;
        if (deliveries != null && deliveries > 0) {
            for (WaitingMail mail : waitingMail(user, activity)) {
                waiting += mail.isBeingSent() ? 0 : mail.recipients().size();
            }
        }
        return deliveries != null && waiting == deliveries;
    }

    @Override
    public List<WaitingMail> waitingMail(CalendarAddress user, long activity) {
        return session().rows(Rows::waitingMail, Sql.UNSENT, user, activity);
    }

    @Override
    public List<Activity> activity(CalendarAddress user, String uid, int most) {
        return session().rows(Rows::activity, Sql.ACTIVITY_OF_EVENT, user, uid, most);
    }

    @Override
    public List<Posted> outbox(Instant now, int most) {
        return session().rows(Rows::posted, Sql.OUTBOX, now, now.plus(LONGEST_PAUSE), most);
    }

    @Override
    public List<WaitingMail> waitingMail(CalendarAddress user, String uid) {
        return session().rows(Rows::waitingMail, Sql.WAITING_OF_EVENT, user, uid);
    }

    @Override
    public @Nullable SentMail sentMail(CalendarAddress user, String messageId) {
        return session().one(Rows::sentMail, Sql.SENT_MAIL, user, messageId);
    }

    @Override
    public List<OutboxEntry> outboxEntries(int most) {
        return session().rows(Rows::outboxEntry, Sql.OUTBOX_ENTRIES, most);
    }

    @Override
    public @Nullable Posted posted(long number, Instant now) {
        return session().one(Rows::posted, Sql.POSTED, number, now, now.plus(LONGEST_PAUSE));
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public void close() {
        if (next == null) {
            session.close();
        } else if (session.undo()) {
            next.keep(session);
        } else {
            session.abandon();
        }
    }

    /** Gives the session on, in no transaction any more. */
    void giveOn() {
        if (next == null) {
            session.close();
        } else {
            next.keep(session);
        }
    }
}
