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

    /** What cannot be derived again. */
    private static final String RESTORE =
            "restore a backup, or import what imip-agent export still prints";

    /** What can: see the table of the truth and what is derived from it. */
    private static final String REBUILD = "run 'imip-agent freebusy rebuild'";

    /** A statement that finds wrong rows, each with where it is. */
    private record Rule(String what, String remedy, String sql) {

        Rule(String what, String sql) {
            this(what, RESTORE, sql);
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "the site has not exactly one row with a secret of 32 bytes",
                            """
                            SELECT 'site' WHERE (SELECT COUNT(*) FROM site) <> 1
                              OR EXISTS (SELECT 1 FROM site WHERE LENGTH(secret) <> 32)"""),
                    new Rule(
                            "occurrences without their event",
                            """
                            SELECT DISTINCT user_ || ' ' || uid FROM occurrence o
                            WHERE NOT EXISTS (SELECT 1 FROM event e
                              WHERE e.user_ = o.user_ AND e.uid = o.uid)"""),
                    new Rule(
                            "words without their event: a search finds what is not there",
                            """
                            SELECT DISTINCT user_ || ' ' || uid FROM search_word w
                            WHERE NOT EXISTS (SELECT 1 FROM event e
                              WHERE e.user_ = w.user_ AND e.uid = w.uid
                                AND ' ' || e.words || ' ' LIKE '% ' || w.word || ' %')"""),
                    new Rule(
                            "an event with words that are not in the index",
                            REBUILD,
                            """
                            SELECT e.user_ || ' ' || e.uid FROM event e
                            WHERE e.words <> '' AND NOT EXISTS (SELECT 1 FROM search_word w
                              WHERE w.user_ = e.user_ AND w.uid = e.uid
                                AND ' ' || e.words || ' ' LIKE '% ' || w.word || ' %')"""),
                    new Rule(
                            "an occurrence that ends before it starts",
                            "SELECT user_ || ' ' || uid FROM occurrence WHERE end_ < start_"),
                    new Rule(
                            "an occurrence with half of its days, or days in the wrong order",
                            """
                            SELECT user_ || ' ' || uid FROM occurrence
                            WHERE (first_day IS NULL) <> (day_after IS NULL)
                              OR day_after < first_day"""),
                    new Rule(
                            "an event whose version is below 1",
                            "SELECT user_ || ' ' || uid FROM event WHERE version < 1"),
                    new Rule(
                            "an event whose range of occurrences ends before it starts",
                            """
                            SELECT user_ || ' ' || uid FROM event
                            WHERE expanded_from > expanded_to"""),
                    new Rule(
                            "a time reserved for a proposal that ends before it starts",
                            "SELECT user_ || ' ' || uid FROM offer WHERE end_ < start_"),
                    new Rule(
                            "a free/busy time of someone else that ends before it starts",
                            "SELECT user_ || ' ' || peer FROM peer_free_busy WHERE end_ < start_"),
                    new Rule(
                            "a request without its event",
                            """
                            SELECT user_ || ' ' || uid FROM request r
                            WHERE NOT EXISTS (SELECT 1 FROM event e
                              WHERE e.user_ = r.user_ AND e.uid = r.uid)"""),
                    new Rule(
                            "a request that does not wait as long as its event",
                            REBUILD,
                            """
                            SELECT r.user_ || ' ' || r.uid FROM request r
                            WHERE r.waits_until < (SELECT MAX(o.end_) FROM occurrence o
                              WHERE o.user_ = r.user_ AND o.uid = r.uid
                                AND (r.recurrence_id = '' OR o.recurrence_id = r.recurrence_id))"""),
                    new Rule(
                            "a mail without recipients",
                            "SELECT 'outbox ' || number FROM outbox WHERE recipients = ''"),
                    new Rule(
                            "a mail without a message",
                            "SELECT 'outbox ' || number FROM outbox WHERE LENGTH(message) = 0"),
                    new Rule(
                            "an alias that is a user of its own",
                            """
                            SELECT alias FROM alias a
                            WHERE EXISTS (SELECT 1 FROM user_ u
                              WHERE u.user_ = a.alias AND u.user_ <> a.user_)"""),
                    new Rule(
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
                case DAMAGED -> add(where, what(trouble), RESTORE);
                case UNUSABLE -> add(where, what(trouble), trouble.remedy());
                case LOCKED, CONFLICT, UNREACHABLE, FULL, READ_ONLY, OTHER_VERSION -> throw trouble;
            }
        }
        return List.copyOf(damages);
    }

    private void look(SqlReadTransaction view) {
        Session session = view.session();
        faults(session).forEach(fault -> add(where, fault, RESTORE));
        compare(tables(session), newTables());
        if (damages.isEmpty()) {
            for (Rule rule : RULES) {
                session.rows(Rows::text, rule.sql + " LIMIT " + MOST)
                        .forEach(place -> add(place, rule.what, rule.remedy));
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
                .forEach(table -> add("schema", "missing or different: " + line(table), RESTORE));
        found.stream()
                .filter(table -> !right.contains(table))
                .forEach(table -> add("schema", "unknown: " + line(table), RESTORE));
    }

    private boolean span(Columns row) throws SQLException {
        if ((int) row.number(3) != Sql.spanOf(row.number(4))) {
            add(
                    row.text(1) + " " + row.text(2),
                    "an occurrence in the wrong class of length: calendars do not show it",
                    REBUILD);
        }
        return true;
    }

    private boolean icalendar(Columns row) throws SQLException {
        String uid = row.text(2);
        String text = unfolded(row.text(3));
        String where = row.text(1) + " " + uid;
        if (!text.regionMatches(true, 0, BEGIN, 0, BEGIN.length())) {
            add(where, "an event whose text does not begin with " + BEGIN, RESTORE);
        } else if (!text.contains(uid) && !text.contains(escaped(uid))) {
            add(where, "an event whose text does not contain its UID", RESTORE);
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
                add(user.uri(), what(trouble), RESTORE);
            }
        }
    }

    private void add(String where, String what, String remedy) {
        if (damages.size() < MOST) {
            damages.add(new Damage(where, what, remedy));
        }
    }

    /** Without the name of the store, which stands before it. */
    private String what(StoreTrouble trouble) {
        String what = trouble.what();
        return what.startsWith(where + ": ") ? what.substring(where.length() + 2) : what;
    }

    private static String line(String statement) {
        return SPACE.matcher(statement).replaceAll(" ");
    }
}
