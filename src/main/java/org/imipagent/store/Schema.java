package org.imipagent.store;

import java.security.SecureRandom;
import java.util.List;

/**
 * The tables, as numbered migrations: the first makes a new store, each later one changes the one
 * before it. One text for all databases; a {@link Dialect} writes three types in its own way.
 *
 * <p>Every table has the user in its key, except {@code outbox}, the queue of the site, and {@code
 * activity}, whose numbers are never used twice, {@code automatic_answer}, which bounds what the
 * site sends to one address, and {@code alias}, whose key holds that no address is two users'. In
 * the tables of quotas it is whom a limit is for: a user, a group, or everybody. Instants are
 * seconds since 1970 and days are days since 1970, so that the years 0001 and 9999 need no special
 * care. Where a value may be absent and is part of a key it is '' (NULL is never equal to NULL in a
 * key).
 */
final class Schema {

    /** The version that this program reads and writes. */
    static final int VERSION = 19;

    private static final int SECRET = 32;

    /**
     * The tables that hold what belongs to a user: {@link WriteTransaction#forget} empties them.
     * Not {@code publication}: what is published of a user who is gone is still to be taken away.
     */
    static final List<String> OF_A_USER =
            List.of(
                    "occurrence",
                    "request",
                    "counter",
                    "offer",
                    "search_word",
                    "import_file",
                    "peer_free_busy",
                    "peer_free_busy_said",
                    "event",
                    "activity",
                    "undo",
                    "undo_request",
                    "undo_counter",
                    "outbox",
                    "sent_mail",
                    "quota_limit",
                    "quota_group",
                    "preference",
                    "alias",
                    "idempotency_key",
                    "feed",
                    "alias_code",
                    "user_");

    private static final List<List<String>> MIGRATIONS =
            List.of(
                    List.of(
                            """
                            CREATE TABLE site (
                              only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
                              version INTEGER NOT NULL,
                              secret {bytes} NOT NULL)""",
                            """
                            CREATE TABLE user_ (
                              user_ {text} NOT NULL PRIMARY KEY,
                              added BIGINT NOT NULL)""",
                            """
                            CREATE TABLE event (
                              user_ {text} NOT NULL,
                              uid {text} NOT NULL,
                              version BIGINT NOT NULL,
                              expanded_to BIGINT,
                              changed BIGINT NOT NULL,
                              icalendar {text} NOT NULL,
                              PRIMARY KEY (user_, uid))""",
                            """
                            CREATE INDEX event_unfinished ON event (user_, expanded_to)
                              WHERE expanded_to IS NOT NULL""",
                            // span: Sql.spanOf; number: the place in the list it was kept with
                            """
                            CREATE TABLE occurrence (
                              user_ {text} NOT NULL,
                              uid {text} NOT NULL,
                              number INTEGER NOT NULL,
                              recurrence_id {text} NOT NULL,
                              span INTEGER NOT NULL,
                              start_ BIGINT NOT NULL,
                              end_ BIGINT NOT NULL,
                              first_day BIGINT,
                              day_after BIGINT,
                              summary {text} NOT NULL,
                              location {text} NOT NULL,
                              cancelled INTEGER NOT NULL,
                              organised INTEGER NOT NULL,
                              participation {text},
                              busy {text} NOT NULL,
                              PRIMARY KEY (user_, uid, number))""",
                            "CREATE INDEX occurrence_time ON occurrence (user_, span, start_)",
                            """
                            CREATE TABLE request (
                              user_ {text} NOT NULL,
                              uid {text} NOT NULL,
                              recurrence_id {text} NOT NULL,
                              kind {text} NOT NULL,
                              sender {text} NOT NULL,
                              arrived BIGINT NOT NULL,
                              participation {text},
                              PRIMARY KEY (user_, uid, recurrence_id, kind, sender))""",
                            """
                            CREATE TABLE activity (
                              user_ {text} NOT NULL,
                              number BIGINT NOT NULL,
                              at BIGINT NOT NULL,
                              source {text} NOT NULL,
                              what {text} NOT NULL,
                              uid {text} NOT NULL,
                              recurrence_id {text} NOT NULL,
                              summary {text} NOT NULL,
                              sender {text} NOT NULL,
                              verdict {text} NOT NULL,
                              detail {text} NOT NULL,
                              PRIMARY KEY (user_, number))""",
                            """
                            CREATE TABLE outbox (
                              number {number},
                              user_ {text} NOT NULL,
                              sender {text} NOT NULL,
                              recipients {text} NOT NULL,
                              message {bytes} NOT NULL,
                              posted BIGINT NOT NULL,
                              due BIGINT NOT NULL,
                              attempts INTEGER NOT NULL,
                              why {text} NOT NULL)""",
                            """
                            CREATE TABLE preference (
                              user_ {text} NOT NULL,
                              name {text} NOT NULL,
                              value {text} NOT NULL,
                              PRIMARY KEY (user_, name))""",
                            """
                            CREATE TABLE form (
                              user_ {text} NOT NULL,
                              nonce {text} NOT NULL,
                              seen BIGINT NOT NULL,
                              PRIMARY KEY (user_, nonce))"""),
                    // 2: what attendees propose, what is held meanwhile, what others say
                    List.of(
                            """
                            CREATE TABLE counter (
                              user_ {text} NOT NULL,
                              uid {text} NOT NULL,
                              recurrence_id {text} NOT NULL,
                              sender {text} NOT NULL,
                              arrived BIGINT NOT NULL,
                              icalendar {text} NOT NULL,
                              PRIMARY KEY (user_, uid, recurrence_id, sender))""",
                            """
                            CREATE TABLE offer (
                              user_ {text} NOT NULL,
                              uid {text} NOT NULL,
                              recurrence_id {text} NOT NULL,
                              start_ BIGINT NOT NULL,
                              end_ BIGINT NOT NULL,
                              expires BIGINT NOT NULL,
                              PRIMARY KEY (user_, uid, recurrence_id))""",
                            // free/busy as others told it to the user
                            """
                            CREATE TABLE told (
                              user_ {text} NOT NULL,
                              of_ {text} NOT NULL,
                              start_ BIGINT NOT NULL,
                              end_ BIGINT NOT NULL,
                              busy {text} NOT NULL,
                              PRIMARY KEY (user_, of_, start_))"""),
                    // 3: further addresses of the users, from their preference
                    List.of(
                            """
                            CREATE TABLE alias (
                              alias {text} NOT NULL PRIMARY KEY,
                              user_ {text} NOT NULL)""",
                            "CREATE INDEX alias_user ON alias (user_)"),
                    // 4: since when the occurrences of a dense series are written
                    List.of(
                            "ALTER TABLE event ADD COLUMN expanded_from BIGINT",
                            """
                            CREATE INDEX event_begun ON event (user_, expanded_from)
                              WHERE expanded_from IS NOT NULL"""),
                    // 5: when others said the newest of their free/busy
                    List.of(
                            """
                            CREATE TABLE heard (
                              user_ {text} NOT NULL,
                              of_ {text} NOT NULL,
                              said BIGINT NOT NULL,
                              PRIMARY KEY (user_, of_))"""),
                    // 6: when somebody not invited wrote their answer
                    List.of("ALTER TABLE request ADD COLUMN written BIGINT"),
                    // 7: whose free/busy changed since it was published, and what a form held
                    List.of(
                            """
                            CREATE TABLE publication (
                              user_ {text} NOT NULL PRIMARY KEY,
                              changes BIGINT NOT NULL,
                              published BIGINT NOT NULL)""",
                            // of the whole site: how many answers an address gets in an hour
                            """
                            CREATE TABLE automatic_answer (
                              hour BIGINT NOT NULL,
                              recipient {text} NOT NULL,
                              answers BIGINT NOT NULL,
                              PRIMARY KEY (hour, recipient))""",
                            "ALTER TABLE form ADD COLUMN content {text} NOT NULL DEFAULT ''"),
                    // 8: plain names, and entries of activity that the database counts
                    List.of(
                            "ALTER TABLE told RENAME TO peer_free_busy",
                            "ALTER TABLE peer_free_busy RENAME COLUMN of_ TO peer",
                            "ALTER TABLE heard RENAME TO peer_free_busy_said",
                            "ALTER TABLE peer_free_busy_said RENAME COLUMN of_ TO peer",
                            "ALTER TABLE form RENAME TO idempotency_key",
                            "ALTER TABLE idempotency_key RENAME COLUMN nonce TO name",
                            "ALTER TABLE idempotency_key RENAME COLUMN seen TO used",
                            """
                            CREATE TABLE counted_activity (
                              number {number},
                              user_ {text} NOT NULL,
                              at BIGINT NOT NULL,
                              source {text} NOT NULL,
                              what {text} NOT NULL,
                              uid {text} NOT NULL,
                              recurrence_id {text} NOT NULL,
                              summary {text} NOT NULL,
                              sender {text} NOT NULL,
                              verdict {text} NOT NULL,
                              detail {text} NOT NULL)""",
                            """
                            INSERT INTO counted_activity (user_, at, source, what, uid, \
                            recurrence_id, summary, sender, verdict, detail)
                            SELECT user_, at, source, what, uid, recurrence_id, summary, sender, \
                            verdict, detail FROM activity ORDER BY user_, number""",
                            "DROP TABLE activity",
                            "ALTER TABLE counted_activity RENAME TO activity",
                            "CREATE INDEX activity_user ON activity (user_, number)"),
                    // 9: who was mailed, and what there was before, so that it can be undone
                    List.of(
                            "ALTER TABLE activity ADD COLUMN mailed {text} NOT NULL DEFAULT ''",
                            "ALTER TABLE activity ADD COLUMN deliveries BIGINT NOT NULL DEFAULT 0",
                            "ALTER TABLE outbox ADD COLUMN activity BIGINT",
                            "CREATE INDEX outbox_activity ON outbox (user_, activity)",
                            """
                            CREATE TABLE undo (
                              user_ {text} NOT NULL,
                              activity BIGINT NOT NULL,
                              uid {text} NOT NULL,
                              version BIGINT NOT NULL,
                              icalendar {text},
                              at BIGINT NOT NULL,
                              PRIMARY KEY (user_, activity, uid))""",
                            """
                            CREATE TABLE undo_request (
                              user_ {text} NOT NULL,
                              activity BIGINT NOT NULL,
                              uid {text} NOT NULL,
                              recurrence_id {text} NOT NULL,
                              kind {text} NOT NULL,
                              sender {text} NOT NULL,
                              arrived BIGINT NOT NULL,
                              participation {text},
                              written BIGINT,
                              PRIMARY KEY (user_, activity, uid, recurrence_id, kind, sender))""",
                            """
                            CREATE TABLE undo_counter (
                              user_ {text} NOT NULL,
                              activity BIGINT NOT NULL,
                              uid {text} NOT NULL,
                              recurrence_id {text} NOT NULL,
                              sender {text} NOT NULL,
                              arrived BIGINT NOT NULL,
                              icalendar {text} NOT NULL,
                              PRIMARY KEY (user_, activity, uid, recurrence_id, sender))"""),
                    // 10: the secret names of calendar feeds, and codes that prove an alias
                    List.of(
                            """
                            CREATE TABLE feed (
                              user_ {text} NOT NULL PRIMARY KEY,
                              token {text} NOT NULL)""",
                            """
                            CREATE TABLE alias_code (
                              user_ {text} NOT NULL,
                              alias {text} NOT NULL,
                              asked BIGINT NOT NULL,
                              mailbox {text} NOT NULL,
                              digest {text} NOT NULL,
                              attempts INTEGER NOT NULL,
                              PRIMARY KEY (user_, alias, asked))""",
                            "CREATE INDEX alias_code_mailbox ON alias_code (mailbox, asked)"),
                    // 11: what became of one event
                    List.of("CREATE INDEX activity_event ON activity (user_, uid, number)"),
                    // 12: the words of events; what is kept already is read until it is rebuilt
                    List.of(
                            "ALTER TABLE event ADD COLUMN words {text}",
                            """
                            CREATE INDEX event_unindexed ON event (user_, changed)
                              WHERE words IS NULL""",
                            """
                            CREATE TABLE search_word (
                              user_ {text} NOT NULL,
                              word {text} NOT NULL,
                              uid {text} NOT NULL,
                              PRIMARY KEY (user_, word, uid)){keyed}"""),
                    // 13: files that wait until somebody says that they are to be imported
                    List.of(
                            """
                            CREATE TABLE import_file (
                              user_ {text} NOT NULL,
                              draft {text} NOT NULL,
                              number INTEGER NOT NULL,
                              name {text} NOT NULL,
                              content {bytes} NOT NULL,
                              kept BIGINT NOT NULL,
                              PRIMARY KEY (user_, draft, number))"""),
                    // 14: what changed last, for suggestions
                    List.of("CREATE INDEX event_changed ON event (user_, changed, uid)"),
                    // 15: what an event is drawn by; the daily `freebusy rebuild` fills in the rest
                    List.of(
                            """
                            ALTER TABLE occurrence ADD COLUMN \
                            tentative INTEGER NOT NULL DEFAULT 0""",
                            "ALTER TABLE occurrence ADD COLUMN shared INTEGER NOT NULL DEFAULT 0",
                            """
                            ALTER TABLE occurrence ADD COLUMN \
                            category {text} NOT NULL DEFAULT ''""",
                            "ALTER TABLE occurrence ADD COLUMN colour {text}",
                            """
                            UPDATE occurrence SET shared = 1 \
                            WHERE organised = 1 OR participation IS NOT NULL"""),
                    // 16: until when a request waits, so that a page of many is read and no more
                    List.of(
                            """
                            ALTER TABLE request ADD COLUMN \
                            waits_until BIGINT NOT NULL DEFAULT 0""",
                            Sql.WAITS_UNTIL,
                            """
                            CREATE INDEX request_arrived ON request \
                            (user_, arrived, uid, waits_until)""",
                            "CREATE INDEX request_until ON request (user_, waits_until)"),
                    // 17: what somebody who was not invited wrote along with their answer
                    List.of(
                            "ALTER TABLE request ADD COLUMN comment {text}",
                            "ALTER TABLE undo_request ADD COLUMN comment {text}",
                            // and until when others said what they are doing
                            "ALTER TABLE peer_free_busy_said ADD COLUMN until_ BIGINT"),
                    // 18: by which a bounce is told to be of what was really sent
                    List.of(
                            """
                            CREATE TABLE sent_mail (
                              user_ {text} NOT NULL,
                              message_id {text} NOT NULL,
                              method {text} NOT NULL,
                              uid {text} NOT NULL,
                              recurrence_id {text} NOT NULL,
                              summary {text} NOT NULL,
                              recipients {text} NOT NULL,
                              sent BIGINT NOT NULL,
                              PRIMARY KEY (user_, message_id))""",
                            "CREATE INDEX sent_mail_sent ON sent_mail (user_, sent)"),
                    // 19: who has booked how much of a resource, and who may have how much
                    List.of(
                            "ALTER TABLE event ADD COLUMN organiser {text}",
                            "CREATE INDEX event_organiser ON event (user_, organiser)",
                            "CREATE INDEX preference_name ON preference (name)",
                            """
                            CREATE TABLE quota_limit (
                              user_ {text} NOT NULL,
                              quota {text} NOT NULL,
                              seconds BIGINT NOT NULL,
                              PRIMARY KEY (user_, quota))""",
                            """
                            CREATE TABLE quota_group (
                              user_ {text} NOT NULL,
                              quota {text} NOT NULL,
                              group_ {text} NOT NULL,
                              PRIMARY KEY (user_, quota))"""));

    private Schema() {}

    /** Makes the tables of a new store, with the secret of its forms. */
    static void make(Session session) {
        byte[] secret = new byte[SECRET];
        new SecureRandom().nextBytes(secret);
        migrate(session, 0);
        session.run(Sql.ADD_SITE, VERSION, secret);
    }

    /** Brings the tables of an older program up to date. */
    static void upgrade(Session session, int version) {
        migrate(session, version);
        session.run(Sql.SET_VERSION, VERSION);
    }

    private static void migrate(Session session, int version) {
        for (List<String> migration : MIGRATIONS.subList(version, VERSION)) {
            migration.forEach(statement -> session.run(session.dialect().write(statement)));
        }
    }
}
