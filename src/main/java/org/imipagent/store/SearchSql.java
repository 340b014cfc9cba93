package org.imipagent.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a search, with its values in order: SQL that SQLite and PostgreSQL read alike.
 * CROSS JOIN: SQLite joins in the order that is written, so that what was found is looked up in
 * what there is, never the other way round.
 *
 * <p>Words are found by their beginnings in the key of {@code search_word}, whose texts are ordered
 * by code points.
 */
final class SearchSql {

    /** Greater than any character of a word. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final CalendarAddress user;
    private final EventSearch search;
    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();
    private boolean hasHits;

    private SearchSql(CalendarAddress user, EventSearch search) {
        this.user = user;
        this.search = search;
    }

    String text() {
        return sql.toString();
    }

    @Nullable Object[] values() {
        return values.toArray();
    }

    private SearchSql add(String text, @Nullable Object... more) {
        sql.append(text);
        for (Object value : more) {
            values.add(value);
        }
        return this;
    }

    /** One page of the events: the date of each, how many dates match, and how many events. */
    static SearchSql page(CalendarAddress user, EventSearch search, int from, int most) {
        return new SearchSql(user, search).hits(true).page(from, most);
    }

    /**
     * The events whose words match, with no written date in the window, that may have one there
     * which is not written.
     */
    static SearchSql unwritten(CalendarAddress user, EventSearch search, int most) {
        return new SearchSql(user, search).hits(false).unwritten(most);
    }

    /**
     * The events that have the words.
     *
     * @param dated whether a year is looked for among the dates that are written, too
     */
    private SearchSql hits(boolean dated) {
        add("WITH ").add(Sql.SPANS);
        EventSearch.Year year = search.year();
        if (year != null) {
            add(", year_word (uid) AS (");
            word(year.number());
            uids(year.others());
            add(")");
        }
        if (year != null && dated) {
            add(", in_year (uid) AS (SELECT uid FROM year_word UNION SELECT o.uid FROM ");
            spans(year.from(), year.to());
            add(")");
        }
        if (search.beginnings().isEmpty() && !(year != null && dated)) {
            return this;
        }
        hasHits = true;
        add(", hit (uid) AS (");
        String joint = "";
        for (String beginning : search.beginnings()) {
            add(joint);
            word(beginning);
            joint = " INTERSECT ";
        }
        if (year != null && dated) {
            add(joint).add("SELECT uid FROM in_year");
        }
        uids(search.others());
        return add(")");
    }

    private void word(String beginning) {
        add(
                "SELECT DISTINCT uid FROM search_word WHERE user_ = ? AND word >= ? AND word < ?",
                user,
                beginning,
                beginning + LAST);
    }

    private void uids(List<String> uids) {
        String joint = " UNION SELECT column1 FROM (VALUES ";
        for (String uid : uids) {
            add(joint).add("(?)", uid);
            joint = ", ";
        }
        add(uids.isEmpty() ? "" : ") AS other");
    }

    /** Dates in a window, through the index by time: see {@link Sql#occurrences}. */
    private void spans(Instant from, Instant to) {
        add(
                """
                spans s CROSS JOIN occurrence o
                WHERE o.user_ = ? AND o.span = s.span AND o.start_ >= ? - s.longest""",
                user,
                from);
        window(from, to);
    }

    private void window(Instant from, Instant to) {
        add(" AND o.start_ < ? AND (o.end_ > ? OR o.start_ >= ?)", to, from, from);
    }

    private void dates() {
        if (hasHits) {
            add("hit h CROSS JOIN occurrence o WHERE o.user_ = ? AND o.uid = h.uid", user);
            window(search.from(), search.to());
        } else {
            spans(search.from(), search.to());
        }
        inYear();
        add(search.cancelled() ? "" : " AND o.cancelled = 0");
    }

    /** Dates of an event that has the number of the year, or dates in that year. */
    private void inYear() {
        EventSearch.Year year = search.year();
        if (year != null) {
            add(" AND ((1 = 1");
            window(year.from(), year.to());
            add(") OR o.uid IN (SELECT uid FROM year_word))");
        }
    }

    private SearchSql page(int from, int most) {
        Instant now = search.now();
        add(
                """
                , found AS (SELECT o.uid AS uid, COUNT(*) AS dates,
                  MIN(CASE WHEN o.end_ > ? OR o.start_ >= ? THEN o.start_ END) AS next_,
                  MAX(CASE WHEN o.end_ <= ? AND o.start_ < ? THEN o.start_ END) AS last_
                FROM\s""",
                now,
                now,
                now,
                now);
        dates();
        add(" GROUP BY o.uid), page AS (SELECT uid, dates, next_, last_,")
                .add(" COUNT(*) OVER () AS events FROM found")
                .add(order(""))
                .add(" LIMIT ? OFFSET ?)", most, from);
        return add(" SELECT ")
                .add(Sql.OCCURRENCE_COLUMNS)
                .add(", p.dates, p.events FROM page p CROSS JOIN occurrence o")
                .add(" WHERE o.user_ = ? AND o.uid = p.uid AND o.number =", user)
                .add(" (SELECT MIN(x.number) FROM occurrence x WHERE x.user_ = ?", user)
                .add(" AND x.uid = p.uid AND x.start_ = COALESCE(p.next_, p.last_)")
                .add(search.cancelled() ? ")" : " AND x.cancelled = 0)")
                .add(order("p."));
    }

    private static String order(String of) {
        return " ORDER BY CASE WHEN "
                + of
                + "next_ IS NULL THEN 1 ELSE 0 END, "
                + of
                + "next_, "
                + of
                + "last_ DESC, "
                + of
                + "uid";
    }

    private SearchSql unwritten(int most) {
        String columns = "e.uid, e.icalendar, e.version, e.expanded_to, e.expanded_from";
        add(" SELECT ").add(columns).add(" FROM ");
        if (hasHits) {
            add("hit h CROSS JOIN event e WHERE e.user_ = ? AND e.uid = h.uid", user);
            add(" AND ((e.expanded_to IS NOT NULL AND e.expanded_to < ?)", search.to());
            add(" OR (e.expanded_from IS NOT NULL AND e.expanded_from > ?))", search.from());
        } else {
            add("(").add(
                            Sql.INCOMPLETE_EVENTS,
                            user,
                            search.to(),
                            user,
                            search.from(),
                            search.to());
            add(") e WHERE 1 = 1");
        }
        add(
                " AND NOT EXISTS (SELECT 1 FROM occurrence o WHERE o.user_ = ? AND o.uid = e.uid",
                user);
        window(search.from(), search.to());
        inYear();
        return add(") ORDER BY e.uid LIMIT ?", most);
    }
}
