package org.imipagent.store;

import static java.time.temporal.ChronoUnit.HOURS;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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
                        row -> preferences.put(row.getString(1), row.getString(2)) == null,
                        Sql.PREFERENCES,
                        user);
        return Collections.unmodifiableMap(preferences);
    }

    @Override
    public @Nullable KeptEvent event(CalendarAddress user, String uid) {
        return session().one(Rows::event, Sql.EVENT, user, uid);
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
    public List<Request> requests(CalendarAddress user, String uid) {
        return session().rows(Rows::request, Sql.REQUESTS_OF_EVENT, user, uid);
    }

    @Override
    public List<Request> requests(CalendarAddress user) {
        return session().rows(Rows::request, Sql.REQUESTS, user);
    }

    @Override
    public List<Request> waiting(CalendarAddress user, Instant now) {
        return session().rows(Rows::request, Sql.WAITING, user, now, now);
    }

    @Override
    public int waiting(CalendarAddress user, Instant now, int most) {
        Long number = session().one(Rows::number, Sql.COUNT_WAITING, user, now, now, most);
        return number == null ? 0 : number.intValue();
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
    public List<Activity> activity(CalendarAddress user, int most) {
        return session().rows(Rows::activity, Sql.ACTIVITY, user, most);
    }

    @Override
    public List<Posted> outbox(Instant now, int most) {
        return session().rows(Rows::posted, Sql.OUTBOX, now, now.plus(LONGEST_PAUSE), most);
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
