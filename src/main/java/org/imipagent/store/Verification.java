package org.imipagent.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.Store.Damage;

/** Looks at a whole store for what should not be. */
abstract sealed class Verification permits SqliteVerification, PostgreSqlVerification {

    /** As many damages are named; they tend to come in crowds. */
    private static final int MOST = 100;

    private static final String BEGIN = "BEGIN:VCALENDAR";
    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final String SPANS = "SELECT user_, uid, span, end_ - start_ FROM occurrence";
    private static final String TEXTS = "SELECT user_, uid, icalendar FROM event";

    /** Whoever has something, known or not. */
    private static final String USERS =
            """
            SELECT user_ FROM user_ UNION SELECT user_ FROM occurrence
            UNION SELECT user_ FROM request UNION SELECT user_ FROM activity""";

    /** A check: a statement that finds wrong rows, each with where it is. */
    private record Check(String what, String sql) {}

    private static final List<Check> CHECKS =
            List.of(
                    new Check(
                            "the site has not exactly one row with a secret of 32 bytes",
                            """
                            SELECT 'site' WHERE (SELECT COUNT(*) FROM site) <> 1
                              OR EXISTS (SELECT 1 FROM site WHERE LENGTH(secret) <> 32)"""),
                    new Check(
                            "occurrences without their event",
                            """
                            SELECT DISTINCT user_ || ' ' || uid FROM occurrence o
                            WHERE NOT EXISTS (SELECT 1 FROM event e
                              WHERE e.user_ = o.user_ AND e.uid = o.uid)"""),
                    new Check(
                            "words without their event: a search finds what is not there",
                            """
                            SELECT DISTINCT user_ || ' ' || uid FROM search_word w
                            WHERE NOT EXISTS (SELECT 1 FROM event e
                              WHERE e.user_ = w.user_ AND e.uid = w.uid
                                AND ' ' || e.words || ' ' LIKE '% ' || w.word || ' %')"""),
                    new Check(
                            "an event with words that are not in the index: run freebusy rebuild",
                            """
                            SELECT e.user_ || ' ' || e.uid FROM event e
                            WHERE e.words <> '' AND NOT EXISTS (SELECT 1 FROM search_word w
                              WHERE w.user_ = e.user_ AND w.uid = e.uid
                                AND ' ' || e.words || ' ' LIKE '% ' || w.word || ' %')"""),
                    new Check(
                            "an occurrence that ends before it starts",
                            "SELECT user_ || ' ' || uid FROM occurrence WHERE end_ < start_"),
                    new Check(
                            "an occurrence with half of its days, or days in the wrong order",
                            """
                            SELECT user_ || ' ' || uid FROM occurrence
                            WHERE (first_day IS NULL) <> (day_after IS NULL)
                              OR day_after < first_day"""),
                    new Check(
                            "an event whose version is below 1",
                            "SELECT user_ || ' ' || uid FROM event WHERE version < 1"),
                    new Check(
                            "an event whose range of occurrences ends before it starts",
                            """
                            SELECT user_ || ' ' || uid FROM event
                            WHERE expanded_from > expanded_to"""),
                    new Check(
                            "a time reserved for a proposal that ends before it starts",
                            "SELECT user_ || ' ' || uid FROM offer WHERE end_ < start_"),
                    new Check(
                            "a free/busy time of someone else that ends before it starts",
                            "SELECT user_ || ' ' || peer FROM peer_free_busy WHERE end_ < start_"),
                    new Check(
                            "a request without its event",
                            """
                            SELECT user_ || ' ' || uid FROM request r
                            WHERE NOT EXISTS (SELECT 1 FROM event e
                              WHERE e.user_ = r.user_ AND e.uid = r.uid)"""),
                    new Check(
                            "a request that does not wait as long as its event: run freebusy"
                                    + " rebuild",
                            """
                            SELECT r.user_ || ' ' || r.uid FROM request r
                            WHERE r.waits_until < (SELECT MAX(o.end_) FROM occurrence o
                              WHERE o.user_ = r.user_ AND o.uid = r.uid
                                AND (r.recurrence_id = '' OR o.recurrence_id = r.recurrence_id))"""),
                    new Check(
                            "a mail without recipients",
                            "SELECT 'outbox ' || number FROM outbox WHERE recipients = ''"),
                    new Check(
                            "a mail without a message",
                            "SELECT 'outbox ' || number FROM outbox WHERE LENGTH(message) = 0"),
                    new Check(
                            "an alias that is a user of its own",
                            """
                            SELECT alias FROM alias a
                            WHERE EXISTS (SELECT 1 FROM user_ u
                              WHERE u.user_ = a.alias AND u.user_ <> a.user_)"""),
                    new Check(
                            "a preference without a name",
                            "SELECT user_ || ' preference' FROM preference WHERE name = ''"));

    private final String where;
    private final List<Damage> damages = new ArrayList<>();

    /**
     * @param where the store is
     */
    Verification(String where) {
        this.where = where;
    }

    /** What is to be looked at. */
    abstract SqlReadTransaction view();

    /** What the database itself says is wrong with what it keeps. */
    abstract List<String> faults(Session session);

    /** A line for each table and index, the same for the same. */
    abstract List<String> tables(Session session);

    /** The same of a new store. */
    abstract List<String> newTables();

    /**
     * Damage is named and not thrown; that the store cannot be looked at now, or not by this
     * program, is thrown.
     */
    List<Damage> damages() {
        try (SqlReadTransaction view = view()) {
            look(view);
        } catch (StoreTrouble trouble) {
            switch (trouble.kind()) {
                case DAMAGED, UNUSABLE -> add(where, message(trouble));
                case LOCKED, CONFLICT, UNREACHABLE, FULL, READ_ONLY, OTHER_VERSION -> throw trouble;
            }
        }
        return List.copyOf(damages);
    }

    private void look(SqlReadTransaction view) {
        Session session = view.session();
        faults(session).forEach(fault -> add(where, fault));
        compare(tables(session), newTables());
        if (damages.isEmpty()) {
            for (Check check : CHECKS) {
                session.rows(Rows::text, check.sql + " LIMIT " + MOST)
                        .forEach(place -> add(place, check.what));
            }
            session.rows(this::span, SPANS);
            session.rows(this::icalendar, TEXTS);
            session.rows(Rows::user, USERS).forEach(user -> read(view, user));
        }
    }

    /** The tables as they are against those of a new store. */
    private void compare(List<String> found, List<String> right) {
        right.stream()
                .filter(table -> !found.contains(table))
                .forEach(table -> add("schema", "missing or different: " + line(table)));
        found.stream()
                .filter(table -> !right.contains(table))
                .forEach(table -> add("schema", "unknown: " + line(table)));
    }

    private boolean span(Columns row) throws SQLException {
        if ((int) row.number(3) != Sql.spanOf(row.number(4))) {
            add(
                    row.text(1) + " " + row.text(2),
                    "an occurrence in the wrong class of length: calendars do not show it");
        }
        return true;
    }

    private boolean icalendar(Columns row) throws SQLException {
        String uid = row.text(2);
        String text = unfolded(row.text(3));
        String where = row.text(1) + " " + uid;
        if (!text.regionMatches(true, 0, BEGIN, 0, BEGIN.length())) {
            add(where, "an event whose text does not begin with " + BEGIN);
        } else if (!text.contains(uid) && !text.contains(escaped(uid))) {
            add(where, "an event whose text does not contain its UID");
        }
        return true;
    }

    /** Lines as they were before they were folded (RFC 5545, 3.1). */
    private static String unfolded(String text) {
        return FOLD.matcher(text).replaceAll("");
    }

    /** As a TEXT is written (RFC 5545, 3.3.11). */
    private static String escaped(String uid) {
        return uid.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Reads what a page would read; a word that no program wrote is found so. */
    private void read(SqlReadTransaction view, CalendarAddress user) {
        List<Runnable> pages =
                List.of(
                        () -> view.occurrences(user, Instant.MIN, Instant.MAX),
                        () -> view.requests(user),
                        () -> view.activity(user, Integer.MAX_VALUE),
                        () -> view.preferences(user));
        for (Runnable page : pages) {
            try {
                page.run();
            } catch (StoreTrouble trouble) {
                add(user.uri(), message(trouble));
            }
        }
    }

    private void add(String where, String what) {
        if (damages.size() < MOST) {
            damages.add(new Damage(where, what));
        }
    }

    private static String message(StoreTrouble trouble) {
        return String.valueOf(trouble.getMessage());
    }

    private static String line(String statement) {
        return SPACE.matcher(statement).replaceAll(" ");
    }
}
