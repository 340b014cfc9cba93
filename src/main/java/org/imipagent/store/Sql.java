package org.imipagent.store;

import java.util.List;

/** The statements, in one place: SQL that SQLite and PostgreSQL read alike. */
final class Sql {

    private Sql() {}

    // The site

    static final String SITE = "SELECT version, secret FROM site";
    static final String ADD_SITE = "INSERT INTO site (only_one, version, secret) VALUES (1, ?, ?)";
    static final String SET_SECRET = "UPDATE site SET secret = ?";
    static final String SET_VERSION = "UPDATE site SET version = ?";

    // Users and what they set

    static final String USERS = "SELECT user_ FROM user_ ORDER BY user_";
    static final String KNOWS = "SELECT 1 FROM user_ WHERE user_ = ?";
    static final String ADD_USER =
            "INSERT INTO user_ (user_, added) VALUES (?, ?) ON CONFLICT DO NOTHING";
    static final String PREFERENCES =
            "SELECT name, value FROM preference WHERE user_ = ? ORDER BY name";
    static final String OWNER =
            """
            SELECT user_ FROM user_ WHERE user_ = ?
            UNION ALL SELECT user_ FROM alias WHERE alias = ?""";
    static final String ADD_ALIAS = "INSERT INTO alias (alias, user_) VALUES (?, ?)";
    static final String DROP_ALIASES = "DELETE FROM alias WHERE user_ = ?";
    static final String PREFER =
            """
            INSERT INTO preference (user_, name, value) VALUES (?, ?, ?)
            ON CONFLICT (user_, name) DO UPDATE SET value = excluded.value""";
    static final String PREFER_DEFAULT = "DELETE FROM preference WHERE user_ = ? AND name = ?";

    // Feeds, and codes that prove an alias

    static final String FEED = "SELECT token FROM feed WHERE user_ = ?";
    static final String ADD_FEED =
            "INSERT INTO feed (user_, token) VALUES (?, ?) ON CONFLICT DO NOTHING";
    static final String DROP_FEED = "DELETE FROM feed WHERE user_ = ?";
    static final String ALIAS_CODES =
            """
            SELECT alias, asked, digest, attempts FROM alias_code
            WHERE user_ = ? AND asked > ? ORDER BY asked DESC, alias""";
    static final String ALIAS_CODES_OF_MAILBOX =
            "SELECT count(*) FROM alias_code WHERE mailbox = ? AND asked > ?";
    static final String ADD_ALIAS_CODE =
            """
            INSERT INTO alias_code (user_, alias, asked, mailbox, digest, attempts)
            VALUES (?, ?, ?, ?, ?, 0)""";
    static final String COUNT_ATTEMPT =
            """
            UPDATE alias_code SET attempts = attempts + 1
            WHERE user_ = ? AND alias = ? AND asked = ?""";
    static final String DROP_ALIAS_CODES = "DELETE FROM alias_code WHERE user_ = ? AND alias = ?";
    static final String DROP_OLD_ALIAS_CODES =
            "DELETE FROM alias_code WHERE user_ = ? AND asked <= ?";

    // Events

    static final String EVENT =
            """
            SELECT uid, icalendar, version, expanded_to, expanded_from FROM event
            WHERE user_ = ? AND uid = ?""";
    static final String RECENT =
            "SELECT icalendar FROM event WHERE user_ = ? ORDER BY changed DESC, uid DESC LIMIT ?";
    static final String UIDS = "SELECT uid FROM event WHERE user_ = ? ORDER BY uid";
    static final String UNFINISHED =
            """
            SELECT uid FROM event WHERE user_ = ? AND expanded_to IS NOT NULL AND expanded_to < ?
            ORDER BY uid""";

    /** Those whose occurrences in [from, to) are not all written, each once. */
    static final String INCOMPLETE_EVENTS =
            """
            SELECT uid, icalendar, version, expanded_to, expanded_from FROM event
            WHERE user_ = ? AND expanded_to IS NOT NULL AND expanded_to < ?
            UNION ALL
            SELECT uid, icalendar, version, expanded_to, expanded_from FROM event
            WHERE user_ = ? AND expanded_from IS NOT NULL AND expanded_from > ?
              AND (expanded_to IS NULL OR expanded_to >= ?)""";

    /** The same in order. */
    static final String INCOMPLETE = INCOMPLETE_EVENTS + " ORDER BY uid";

    static final String VERSION = "SELECT version FROM event WHERE user_ = ? AND uid = ?";
    static final String ADD_EVENT =
            """
            INSERT INTO event (user_, uid, icalendar, organiser, expanded_to, expanded_from, words, \
            changed, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING""";

    /** Compares the version, and sets it. */
    static final String CHANGE_EVENT =
            """
            UPDATE event SET icalendar = ?, organiser = ?, expanded_to = ?, expanded_from = ?, words = ?, \
            changed = ?, version = ? WHERE user_ = ? AND uid = ? AND version = ?""";

    static final String EXPANDED =
            """
            UPDATE event SET expanded_to = ?, expanded_from = ?
            WHERE user_ = ? AND uid = ? AND version = ?""";
    static final String REMOVE_EVENT = "DELETE FROM event WHERE user_ = ? AND uid = ?";

    // Bookings of a resource, and how much one may have

    static final String PREFERRING =
            "SELECT user_, value FROM preference WHERE name = ? ORDER BY user_";

    /** SQLite joins in the order that is written: else it reads all that the resource ever had. */
    static final String BOOKINGS =
            """
            SELECT o.uid, o.start_, o.end_ FROM event e CROSS JOIN occurrence o
            WHERE e.user_ = ? AND e.organiser = ? AND o.user_ = e.user_ AND o.uid = e.uid
              AND o.end_ > ? AND o.cancelled = 0
              AND o.participation IN ('ACCEPTED', 'TENTATIVE')
            ORDER BY o.start_, o.uid, o.number""";

    /** The same classes of length as in {@link #occurrences}: what ended long ago is not read. */
    static final String BOOKING_ORGANISERS =
            "WITH "
                    + Sql.SPANS
                    + """
                     SELECT DISTINCT e.organiser
                    FROM spans s CROSS JOIN occurrence o CROSS JOIN event e
                    WHERE o.user_ = ? AND o.span = s.span AND o.start_ >= ? - s.longest
                      AND o.end_ > ? AND o.cancelled = 0
                      AND o.participation IN ('ACCEPTED', 'TENTATIVE')
                      AND e.user_ = o.user_ AND e.uid = o.uid AND e.organiser IS NOT NULL
                    ORDER BY e.organiser""";

    static final String QUOTA_LIMITS =
            "SELECT user_, seconds FROM quota_limit WHERE quota = ? ORDER BY user_";
    static final String QUOTA_LIMIT =
            "SELECT seconds FROM quota_limit WHERE user_ = ? AND quota = ?";
    static final String SET_QUOTA_LIMIT =
            """
            INSERT INTO quota_limit (user_, quota, seconds) VALUES (?, ?, ?)
            ON CONFLICT (user_, quota) DO UPDATE SET seconds = excluded.seconds""";
    static final String DROP_QUOTA_LIMIT = "DELETE FROM quota_limit WHERE user_ = ? AND quota = ?";
    static final String QUOTA_GROUPS =
            "SELECT user_, group_ FROM quota_group WHERE quota = ? ORDER BY user_";
    static final String QUOTA_GROUP =
            "SELECT group_ FROM quota_group WHERE user_ = ? AND quota = ?";
    static final String SET_QUOTA_GROUP =
            """
            INSERT INTO quota_group (user_, quota, group_) VALUES (?, ?, ?)
            ON CONFLICT (user_, quota) DO UPDATE SET group_ = excluded.group_""";
    static final String DROP_QUOTA_GROUP = "DELETE FROM quota_group WHERE user_ = ? AND quota = ?";
    static final String QUOTAS =
            "SELECT quota FROM quota_limit UNION SELECT quota FROM quota_group ORDER BY quota";

    // Words

    /** NULL: the event is not in the index. */
    static final String WORDS = "SELECT words FROM event WHERE user_ = ? AND uid = ?";

    static final String SET_WORDS = "UPDATE event SET words = ? WHERE user_ = ? AND uid = ?";
    static final String UNINDEXED =
            """
            SELECT uid, icalendar, version, expanded_to, expanded_from FROM event
            WHERE user_ = ? AND words IS NULL ORDER BY changed DESC, uid LIMIT ?""";

    /** So many words of an event are written in one statement. */
    static final int WORDS_AT_ONCE = 250;

    static String addWords(int words) {
        return "INSERT INTO search_word (user_, word, uid) VALUES (?, ?, ?)"
                + ", (?, ?, ?)".repeat(words - 1);
    }

    static String removeWords(int words) {
        return "DELETE FROM search_word WHERE user_ = ? AND uid = ? AND word IN (?"
                + ", ?".repeat(words - 1)
                + ")";
    }

    // Occurrences

    static final String OCCURRENCE_COLUMNS =
            """
            o.uid, o.recurrence_id, o.start_, o.end_, o.first_day, o.day_after, o.summary, \
            o.location, o.cancelled, o.organised, o.participation, o.busy, o.tentative, o.shared, \
            o.category, o.colour""";

    /** The classes of length, each with its longest. */
    static final String SPANS =
            """
            spans (span, longest) AS (VALUES (0, 86400), (1, 345600), (2, 1382400), \
            (3, 5529600), (4, 22118400), (5, 88473600), (6, 353894400), (7, 1415577600), \
            (8, 5662310400), (9, 22649241600), (10, 90596966400), (11, 100000000000000000))""";

    /**
     * Those that overlap [from, to). An index by start alone does not know how far back to look for
     * one that still goes on, so rows are kept in classes of length ({@link #spanOf}), and each
     * class is looked up from as far back as its longest row can reach: a dozen searches in the
     * index, and no row is read that ended long ago, whatever lengths there are.
     *
     * @param join what makes a database take the classes first and search the index for each
     */
    static String occurrences(String join) {
        return occurrences(join, "");
    }

    private static String occurrences(String join, String more) {
        return "WITH "
                + SPANS
                + " SELECT "
                + OCCURRENCE_COLUMNS
                + " FROM spans s "
                + join
                + """
                 occurrence o
                WHERE o.user_ = ? AND o.span = s.span
                  AND o.start_ >= ? - s.longest AND o.start_ < ?
                  AND (o.end_ > ? OR o.start_ >= ?)
                """
                + more
                + " ORDER BY o.start_, o.end_, o.uid, o.number";
    }

    /** Those of them that began before, or are longer than a day. */
    static final String LONG_OCCURRENCES =
            occurrences("CROSS JOIN", "AND (s.span > 0 OR o.start_ < ?)");

    /** When one more than so many begins; the index alone is read. */
    static final String FULL_FROM =
            "WITH "
                    + SPANS
                    + """
                     SELECT o.start_ FROM spans s CROSS JOIN occurrence o
                    WHERE o.user_ = ? AND o.span = s.span AND o.start_ >= ? AND o.start_ < ?
                    ORDER BY o.start_ LIMIT 1 OFFSET ?""";

    /**
     * Of each of some days the first that begin on it and are not longer than a day, those that go
     * on past its end, and how many begin on it. The others are counted by the index alone.
     *
     * @param days how many
     * @param cancelled whether what is cancelled is among them
     */
    static String crowdedDays(int days, boolean cancelled) {
        String ofDay =
                """
                FROM occurrence o WHERE o.user_ = ? AND o.span = 0
                  AND o.start_ >= d.from_ AND o.start_ < d.to_"""
                        + (cancelled ? "" : " AND o.cancelled = 0");
        return "WITH day (from_, to_) AS (VALUES (?, ?)"
                + ", (?, ?)".repeat(days - 1)
                + "), crowded AS MATERIALIZED (SELECT d.from_, d.to_, (SELECT COUNT(*) "
                + ofDay
                + ") AS all_, COALESCE((SELECT o.start_ "
                + ofDay
                + " ORDER BY o.start_ LIMIT 1 OFFSET ?), d.to_) AS last_ FROM day d) SELECT "
                + OCCURRENCE_COLUMNS
                + ", d.from_, d.all_ "
                + ofDay.replace("occurrence o", "crowded d CROSS JOIN occurrence o")
                + " AND (o.start_ <= d.last_ OR o.end_ > d.to_)";
    }

    static final String OCCURRENCES_OF_EVENT =
            "SELECT "
                    + OCCURRENCE_COLUMNS
                    + """
                     FROM occurrence o
                    WHERE o.user_ = ? AND o.uid = ? AND (o.end_ > ? OR o.start_ >= ?)
                    ORDER BY o.start_, o.end_, o.number LIMIT ?""";
    static final String ADD_OCCURRENCE =
            """
            INSERT INTO occurrence (user_, uid, number, recurrence_id, span, start_, end_, \
            first_day, day_after, summary, location, cancelled, organised, participation, busy, \
            tentative, shared, category, colour)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    static final String REMOVE_OCCURRENCES = "DELETE FROM occurrence WHERE user_ = ? AND uid = ?";

    // Requests

    static final String REQUESTS_OF_EVENT =
            """
            SELECT uid, recurrence_id, kind, arrived, sender, participation, written, comment
            FROM request
            WHERE user_ = ? AND uid = ? ORDER BY arrived, recurrence_id, kind, sender""";
    static final String REQUESTS =
            """
            SELECT uid, recurrence_id, kind, arrived, sender, participation, written, comment
            FROM request
            WHERE user_ = ? ORDER BY arrived, uid, recurrence_id, kind, sender""";

    /** A request about an event that goes on past what is written of it waits until then. */
    static final long FOR_EVER = 100_000_000_000_000_000L;

    static final String WAITS_UNTIL =
            "UPDATE request SET waits_until = COALESCE((" + waitsUntil("request") + "), 0) ";

    static final String SET_WAITS_UNTIL = WAITS_UNTIL + "WHERE user_ = ? AND uid = ?";

    /**
     * Until when what is asked about an event waits: until the last written date that it is about
     * is over. A date that is not written may be beyond what is written of an event that goes on.
     *
     * @param r what has the user, the UID and the date
     */
    private static String waitsUntil(String r) {
        return """
        SELECT CASE WHEN e.expanded_to IS NOT NULL AND (r.recurrence_id = '' OR NOT EXISTS
            (SELECT 1 FROM occurrence o WHERE o.user_ = r.user_ AND o.uid = r.uid
              AND o.recurrence_id = r.recurrence_id))
          THEN forever ELSE (SELECT MAX(CASE WHEN o.end_ > o.start_ THEN o.end_ ELSE o.start_ + 1 END)
            FROM occurrence o WHERE o.user_ = r.user_ AND o.uid = r.uid
              AND (r.recurrence_id = '' OR o.recurrence_id = r.recurrence_id)) END
        FROM event e WHERE e.user_ = r.user_ AND e.uid = r.uid"""
                .replace(" r.", " " + r + ".")
                .replace("(r.", "(" + r + ".")
                .replace("forever", Long.toString(FOR_EVER));
    }

    private static final String REQUEST_COLUMNS =
            "r.uid, r.recurrence_id, r.kind, r.arrived, r.sender, r.participation, r.written, "
                    + "r.comment";

    static final String WAITING =
            "SELECT "
                    + REQUEST_COLUMNS
                    + """
                     FROM request r WHERE r.user_ = ? AND r.waits_until > ?
                    ORDER BY r.arrived, r.uid, r.recurrence_id, r.kind, r.sender""";

    /** How many of those there are; where it is many it does not matter how many. */
    static final String COUNT_WAITING =
            """
            SELECT count(*) FROM (SELECT 1 FROM request
            WHERE user_ = ? AND waits_until > ? LIMIT ?) waiting""";

    /**
     * A page of what waits: some events, by when the first of what is about each arrived, with the
     * first so many of what is about each. The events are read in the order of the index by
     * arrival, no further than the page (the sign keeps the other index out of it).
     */
    static final String WAITING_PAGE =
            """
            WITH page AS MATERIALIZED (
              SELECT r.uid, r.arrived AS since FROM request r
              WHERE r.user_ = ? AND +r.waits_until > ? AND NOT EXISTS (SELECT 1 FROM request x
                WHERE x.user_ = r.user_ AND x.uid = r.uid AND +x.waits_until > ?
                  AND (+x.arrived, x.recurrence_id, x.kind, x.sender)
                  < (r.arrived, r.recurrence_id, r.kind, r.sender))
              ORDER BY r.arrived, r.uid LIMIT ? OFFSET ?),
            placed AS (SELECT r.*, p.since, ROW_NUMBER() OVER (PARTITION BY r.uid
              ORDER BY r.recurrence_id, r.arrived, r.kind, r.sender) AS place
              FROM page p CROSS JOIN request r
              WHERE r.user_ = ? AND r.uid = p.uid AND +r.waits_until > ?)
            SELECT uid, recurrence_id, kind, arrived, sender, participation, written, comment
            FROM placed WHERE place <= ? ORDER BY since, uid, place""";

    static final String ASK =
            """
            INSERT INTO request (user_, uid, recurrence_id, kind, sender, arrived, participation, \
            written, comment, waits_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, COALESCE((
            """
                    + waitsUntil("a")
                            .replace(
                                    "FROM event",
                                    "FROM (SELECT ? AS user_, ? AS uid, ? AS recurrence_id) a, event")
                    + """
                    ), 0))
                    ON CONFLICT (user_, uid, recurrence_id, kind, sender) DO UPDATE SET
                      arrived = excluded.arrived, participation = excluded.participation,
                      written = excluded.written, comment = excluded.comment, waits_until = excluded.waits_until""";
    static final String SETTLE =
            "DELETE FROM request WHERE user_ = ? AND uid = ? AND kind = 'INVITATION'";
    static final String SETTLE_OCCURRENCE = SETTLE + " AND recurrence_id = ?";
    static final String SETTLE_ONE =
            """
            DELETE FROM request
            WHERE user_ = ? AND uid = ? AND recurrence_id = ? AND kind = ? AND sender = ?""";
    static final String REMOVE_REQUESTS = "DELETE FROM request WHERE user_ = ? AND uid = ?";

    // Counter-proposals, and the times held for them

    static final String COUNTERS =
            """
            SELECT uid, recurrence_id, sender, arrived, icalendar FROM counter
            WHERE user_ = ? AND uid = ? ORDER BY arrived, recurrence_id, sender""";
    static final String KEEP_COUNTER =
            """
            INSERT INTO counter (user_, uid, recurrence_id, sender, arrived, icalendar)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_, uid, recurrence_id, sender) DO UPDATE SET
              arrived = excluded.arrived, icalendar = excluded.icalendar""";
    static final String DROP_COUNTER =
            """
            DELETE FROM counter
            WHERE user_ = ? AND uid = ? AND recurrence_id = ? AND sender = ?""";
    static final String WITHDRAW = "DELETE FROM counter WHERE user_ = ? AND uid = ? AND sender = ?";
    static final String WITHDRAW_OCCURRENCE = WITHDRAW + " AND recurrence_id = ?";
    static final String REMOVE_COUNTERS = "DELETE FROM counter WHERE user_ = ? AND uid = ?";
    static final String OFFERS =
            """
            SELECT uid, recurrence_id, start_, end_, expires FROM offer
            WHERE user_ = ? ORDER BY start_, end_, uid, recurrence_id""";
    static final String HOLD =
            """
            INSERT INTO offer (user_, uid, recurrence_id, start_, end_, expires)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_, uid, recurrence_id) DO UPDATE SET
              start_ = excluded.start_, end_ = excluded.end_, expires = excluded.expires""";
    static final String RELEASE = "DELETE FROM offer WHERE user_ = ? AND uid = ?";
    static final String RELEASE_OCCURRENCE = RELEASE + " AND recurrence_id = ?";

    /** What is held for the whole of it: not for dates of which something else is proposed. */
    static final String RELEASE_SERIES =
            RELEASE
                    + " AND recurrence_id NOT IN ("
                    + "SELECT recurrence_id FROM counter "
                    + "WHERE user_ = ? AND uid = ? AND sender = ? AND recurrence_id <> '')";

    // What others say of their free/busy

    static final String PEER_FREE_BUSY =
            """
            SELECT start_, end_, busy FROM peer_free_busy
            WHERE user_ = ? AND peer = ? AND start_ < ? AND end_ > ? ORDER BY start_, end_""";
    static final String ADD_PEER_FREE_BUSY =
            """
            INSERT INTO peer_free_busy (user_, peer, start_, end_, busy) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (user_, peer, start_) DO UPDATE SET
              end_ = excluded.end_, busy = excluded.busy""";
    static final String REMOVE_PEER_FREE_BUSY =
            "DELETE FROM peer_free_busy WHERE user_ = ? AND peer = ? AND start_ < ? AND end_ > ?";
    static final String PEER_FREE_BUSY_SAID =
            "SELECT said FROM peer_free_busy_said WHERE user_ = ? AND peer = ?";
    static final String PEER_FREE_BUSY_UNTIL =
            "SELECT until_ FROM peer_free_busy_said WHERE user_ = ? AND peer = ?";
    static final String SAY_PEER_FREE_BUSY =
            """
            INSERT INTO peer_free_busy_said (user_, peer, said, until_) VALUES (?, ?, ?, ?)
            ON CONFLICT (user_, peer) DO UPDATE SET
              until_ = CASE WHEN peer_free_busy_said.until_ > excluded.until_
                THEN peer_free_busy_said.until_ ELSE excluded.until_ END,
              said = CASE WHEN excluded.said > peer_free_busy_said.said
                THEN excluded.said ELSE peer_free_busy_said.said END""";

    // Activity

    static final String ACTIVITY =
            """
            SELECT number, at, source, what, uid, recurrence_id, summary, sender, verdict, detail, \
            mailed FROM activity WHERE user_ = ? ORDER BY number DESC LIMIT ?""";
    static final String ACTIVITY_ENTRY =
            """
            SELECT number, at, source, what, uid, recurrence_id, summary, sender, verdict, detail, \
            mailed FROM activity WHERE user_ = ? AND number = ?""";
    static final String DELIVERIES =
            "SELECT deliveries FROM activity WHERE user_ = ? AND number = ?";
    static final String COUNT_DELIVERIES =
            "UPDATE activity SET deliveries = deliveries + ? WHERE user_ = ? AND number = ?";
    static final String ACTIVITY_OF_EVENT =
            """
            SELECT number, at, source, what, uid, recurrence_id, summary, sender, verdict, detail, \
            mailed FROM activity WHERE user_ = ? AND uid = ? ORDER BY number DESC LIMIT ?""";
    static final String NOTE =
            """
            INSERT INTO activity (user_, at, source, what, uid, recurrence_id, summary, sender, \
            verdict, detail, mailed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number""";
    static final String FORGET_ACTIVITY = "DELETE FROM activity WHERE user_ = ? AND at < ?";
    static final String DROP_OLD_ACTIVITY =
            """
            DELETE FROM activity WHERE user_ = ? AND number <= (SELECT number FROM activity \
            WHERE user_ = ? ORDER BY number DESC LIMIT 1 OFFSET ?)""";

    // What was before an action

    private static final String OF_AN_ACTION = " WHERE user_ = ? AND activity = ?";
    static final String KEEP_BEFORE =
            """
            INSERT INTO undo (user_, activity, uid, version, icalendar, at)
            VALUES (?, ?, ?, 0, (SELECT icalendar FROM event WHERE user_ = ? AND uid = ?), ?)""";
    static final String KEEP_REQUESTS_BEFORE =
            """
            INSERT INTO undo_request (user_, activity, uid, recurrence_id, kind, sender, arrived, \
            participation, written, comment)
            SELECT user_, ?, uid, recurrence_id, kind, sender, arrived, participation, written, \
            comment FROM request WHERE user_ = ? AND uid = ?""";
    static final String KEEP_COUNTERS_BEFORE =
            """
            INSERT INTO undo_counter (user_, activity, uid, recurrence_id, sender, arrived, \
            icalendar)
            SELECT user_, ?, uid, recurrence_id, sender, arrived, icalendar
            FROM counter WHERE user_ = ? AND uid = ?""";
    static final String VERSIONS_AFTER =
            """
            UPDATE undo SET version = COALESCE((SELECT e.version FROM event e \
            WHERE e.user_ = undo.user_ AND e.uid = undo.uid), 0)"""
                    + OF_AN_ACTION;
    static final String UNDO =
            "SELECT uid, version, icalendar FROM undo" + OF_AN_ACTION + " ORDER BY uid";
    static final String UNDO_REQUESTS =
            """
            SELECT uid, recurrence_id, kind, arrived, sender, participation, written, comment
            FROM undo_request WHERE user_ = ? AND activity = ? AND uid = ?
            ORDER BY arrived, recurrence_id, kind, sender""";
    static final String UNDO_COUNTERS =
            """
            SELECT uid, recurrence_id, sender, arrived, icalendar
            FROM undo_counter WHERE user_ = ? AND activity = ? AND uid = ?
            ORDER BY arrived, recurrence_id, sender""";

    /** The actions since which no event they changed was changed again. */
    static final String LAST_ACTIONS =
            """
            SELECT activity FROM undo u WHERE u.user_ = ? GROUP BY u.activity
            HAVING SUM(CASE WHEN u.version = COALESCE((SELECT e.version FROM event e \
            WHERE e.user_ = u.user_ AND e.uid = u.uid), 0) THEN 0 ELSE 1 END) = 0
            ORDER BY activity DESC""";

    static final List<String> FORGET_BEFORE =
            List.of(
                    "DELETE FROM undo" + OF_AN_ACTION,
                    "DELETE FROM undo_request" + OF_AN_ACTION,
                    "DELETE FROM undo_counter" + OF_AN_ACTION);
    static final String OLD_ACTIONS =
            "SELECT DISTINCT activity FROM undo WHERE user_ = ? AND at < ?";

    // Outbox

    static final String OUTBOX =
            """
            SELECT number, user_, sender, recipients, message, attempts FROM outbox
            WHERE (due <= ? OR due > ?) ORDER BY number LIMIT ?""";
    static final String OUTBOX_ENTRIES =
            """
            SELECT number, user_, sender, recipients, LENGTH(message), posted, due, attempts, why
            FROM outbox ORDER BY number LIMIT ?""";
    static final String POSTED =
            """
            SELECT number, user_, sender, recipients, message, attempts FROM outbox
            WHERE number = ? AND (due <= ? OR due > ?)""";
    private static final String TAKE_DUE =
            """
            UPDATE outbox SET due = ?, why = 'being sent', attempts = attempts + 1
            WHERE number = (SELECT number FROM outbox WHERE (due <= ? OR due > ?)\s""";
    private static final String TAKEN =
            ") RETURNING number, user_, sender, recipients, message, attempts - 1";

    /** Whoever takes at the same time takes another. */
    static final String TAKE_NEXT = TAKE_DUE + "ORDER BY number LIMIT 1 {skip locked}" + TAKEN;

    static final String TAKE = TAKE_DUE + "AND number = ? {skip locked}" + TAKEN;
    static final String POST =
            """
            INSERT INTO outbox (user_, activity, sender, recipients, message, posted, due, \
            attempts, why)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0, '') RETURNING number""";
    static final String UNSENT =
            """
            SELECT recipients, attempts, due, why FROM outbox
            WHERE user_ = ? AND activity = ? ORDER BY number""";

    /** Not what is being sent at this moment: an odd number of attempts. */
    static final String WITHDRAW_MAIL =
            "DELETE FROM outbox WHERE user_ = ? AND activity = ? AND attempts % 2 = 0";

    static final String REMEMBER_SENT =
            """
            INSERT INTO sent_mail (user_, message_id, method, uid, recurrence_id, summary, \
            recipients, sent)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_, message_id) DO UPDATE SET
              recipients = excluded.recipients, sent = excluded.sent""";
    static final String SENT_MAIL =
            """
            SELECT method, uid, recurrence_id, summary, recipients, sent FROM sent_mail
            WHERE user_ = ? AND message_id = ?""";
    static final String FORGET_SENT = "DELETE FROM sent_mail WHERE user_ = ? AND sent < ?";
    static final String WAITING_OF_EVENT =
            """
            SELECT o.recipients, o.attempts, o.due, o.why FROM outbox o
            JOIN activity a ON a.user_ = o.user_ AND a.number = o.activity
            WHERE o.user_ = ? AND a.uid = ? ORDER BY o.number""";

    static final String SENT = "DELETE FROM outbox WHERE number = ?";
    static final String LEAVE_FOR = "UPDATE outbox SET recipients = ? WHERE number = ?";
    static final String POSTPONE =
            "UPDATE outbox SET due = ?, why = ?, attempts = attempts + 1 WHERE number = ?";

    // Automatic answers

    static final String ANSWERS =
            "SELECT answers FROM automatic_answer WHERE recipient = ? AND hour = ?";
    static final String COUNT_ANSWERS =
            """
            INSERT INTO automatic_answer (hour, recipient, answers) VALUES (?, ?, ?)
            ON CONFLICT (hour, recipient) DO UPDATE SET
              answers = automatic_answer.answers + excluded.answers""";
    static final String DROP_OLD_ANSWERS = "DELETE FROM automatic_answer WHERE hour < ?";

    // What is to be published

    static final String UNPUBLISHED =
            "SELECT user_ FROM publication WHERE changes > published ORDER BY user_";
    static final String UNPUBLISHED_CHANGE =
            "SELECT changes FROM publication WHERE user_ = ? AND changes > published";
    static final String MARK_UNPUBLISHED =
            """
            INSERT INTO publication (user_, changes, published) VALUES (?, 1, 0)
            ON CONFLICT (user_) DO UPDATE SET changes = publication.changes + 1""";
    static final String MARK_PUBLISHED =
            "UPDATE publication SET published = ? WHERE user_ = ? AND published < ? AND changes >= ?";
    static final String FORGET_PUBLICATION =
            "DELETE FROM publication WHERE user_ = ? AND changes <= published";

    // Files that wait to be imported

    static final String FILES =
            "SELECT name, content FROM import_file WHERE user_ = ? AND draft = ? ORDER BY number";
    static final String KEEP_FILE =
            """
            INSERT INTO import_file (user_, draft, number, name, content, kept)
            VALUES (?, ?, ?, ?, ?, ?)""";
    static final String DROP_FILES = "DELETE FROM import_file WHERE user_ = ? AND draft = ?";
    static final String DROP_OLD_FILES = "DELETE FROM import_file WHERE user_ = ? AND kept < ?";
    static final String DROP_OTHER_FILES =
            """
            DELETE FROM import_file WHERE user_ = ? AND draft <> ? AND draft NOT IN (SELECT draft \
            FROM import_file WHERE user_ = ? AND draft <> ? GROUP BY draft \
            ORDER BY MAX(kept) DESC, draft LIMIT ?)""";

    // Forms

    static final String KEY_USED =
            "SELECT content FROM idempotency_key WHERE user_ = ? AND name = ?";
    static final String USE_KEY =
            """
            INSERT INTO idempotency_key (user_, name, content, used) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    static final String DROP_OLD_KEYS = "DELETE FROM idempotency_key WHERE user_ = ? AND used < ?";

    /** The classes of length after the first, each from where the one before it ends. */
    private static final int LAST_SPAN = 11;

    /**
     * The class of an occurrence's length: 0 up to one day, 1 up to 4 days, 2 up to 16, and so on;
     * the last has no end. The same table stands in {@link #SPANS} and in {@link Verification}.
     */
    static int spanOf(long seconds) {
        int span = 0;
        for (long longest = 86_400; span < LAST_SPAN && seconds > longest; longest *= 4) {
            span++;
        }
        return span;
    }
}
