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
        var sql = new SearchSql(user, search);
        sql.add("WITH ").add(Sql.SPANS).years(false);
        return sql.unwritten(most);
    }

    /** How many events have the words, counted up to a number. */
    static SearchSql count(CalendarAddress user, EventSearch search, int most) {
        return new SearchSql(user, search)
                .hits(true)
                .add(" SELECT COUNT(*) FROM (SELECT 1 FROM hit LIMIT ?) counted", most);
    }

    /**
     * The events with dates that begin in [since, before), at most so many.
     *
     * @param toCome whether those with dates that are not over, by the first such date; else those
     *     with dates that are over, by the last such date
     */
    static SearchSql walk(
            CalendarAddress user,
            EventSearch search,
            boolean toCome,
            Instant since,
            Instant before,
            int most) {
        return new SearchSql(user, search).walk(toCome, since, before, most);
    }

    /**
     * The dates at which events were found, in their order.
     *
     * @param values of each event its UID, the start of the date, and its place
     */
    static SearchSql dates(
            CalendarAddress user, EventSearch search, int events, List<@Nullable Object> values) {
        var sql = new SearchSql(user, search);
        sql.add("WITH page (uid, start_, place) AS (VALUES (?, ?, ?)")
                .add(", (?, ?, ?)".repeat(events - 1));
        sql.values.addAll(values);
        return sql.add(")").dated();
    }

    /**
     * The events that have the words.
     *
     * @param dated whether a year is looked for among the dates that are written, too
     */
    private SearchSql hits(boolean dated) {
        add("WITH ").add(Sql.SPANS);
        return years(dated).hit(dated);
    }

    private SearchSql years(boolean dated) {
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
        return this;
    }

    private SearchSql hit(boolean dated) {
        EventSearch.Year year = search.year();
        if (search.beginnings().isEmpty() && !(year != null && dated)) {
            return this;
        }
        hasHits = true;
        add(", hit (uid) AS (");
        if (!search.beginnings().isEmpty()) {
            words();
        }
        if (year != null && dated) {
            add(search.beginnings().isEmpty() ? "" : " INTERSECT ").add("SELECT uid FROM in_year");
        }
        uids(search.others());
        return add(")");
    }

    private void word(String beginning) {
        add(
                "SELECT DISTINCT s.uid FROM search_word s"
                        + " WHERE s.user_ = ? AND s.word >= ? AND s.word < ?",
                user,
                beginning,
                beginning + LAST);
    }

    /**
     * The events with all words: the index is read for the longest, which few have; the others are
     * looked up in the words of each event. Read for all words, the index of one that every event
     * has would cost more than all else.
     */
    private void words() {
        String longest = search.beginnings().getFirst();
        for (String beginning : search.beginnings()) {
            longest = beginning.length() > longest.length() ? beginning : longest;
        }
        var others = new ArrayList<>(search.beginnings());
        others.remove(longest);
        word(longest);
        if (!others.isEmpty()) {
            add(" AND ");
            have("s.uid", others);
        }
    }

    private void have(String uid, List<String> beginnings) {
        add("EXISTS (SELECT 1 FROM event k WHERE k.user_ = ? AND k.uid = ", user).add(uid);
        for (String beginning : beginnings) {
            add(" AND (k.words LIKE ? OR k.words LIKE ?)", beginning + "%", "% " + beginning + "%");
        }
        add(")");
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
        window("o", from, to);
    }

    private void window(String of, Instant from, Instant to) {
        add(
                " AND o.start_ < ? AND (o.end_ > ? OR o.start_ >= ?)".replace("o.", of + "."),
                to,
                from,
                from);
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

    private SearchSql walk(boolean toCome, Instant since, Instant before, int most) {
        Instant now = search.now();
        add("WITH ").add(Sql.SPANS);
        add(toCome ? " SELECT o.uid, MIN(o.start_) AS at_" : " SELECT o.uid, MAX(o.start_) AS at_");
        add(" FROM spans s CROSS JOIN occurrence o WHERE o.user_ = ? AND o.span = s.span", user);
        if (toCome && since.equals(Instant.MIN)) {
            // What goes on may have begun long ago.
            add(" AND o.start_ >= ? - s.longest", now);
        }
        add(" AND o.start_ >= ? AND o.start_ < ?", since, before);
        window(search.from(), search.to());
        add(search.cancelled() ? "" : " AND o.cancelled = 0");
        if (toCome) {
            add(" AND (o.end_ > ? OR o.start_ >= ?)", now, now);
        } else {
            add(" AND o.end_ <= ? AND o.start_ < ?", now, now);
        }
        matches("o.uid");
        return add(" GROUP BY o.uid ORDER BY at_")
                .add(toCome ? ", o.uid LIMIT ?" : " DESC, o.uid LIMIT ?", most);
    }

    /** An event has all words: looked up in what is kept of them beside it. */
    private void matches(String uid) {
        if (search.beginnings().isEmpty()) {
            return;
        }
        add(" AND (");
        have(uid, search.beginnings());
        String joint = " OR " + uid + " IN (";
        for (String other : search.others()) {
            add(joint).add("?", other);
            joint = ", ";
        }
        add(search.others().isEmpty() ? ")" : "))");
    }

    private SearchSql dated() {
        add(" SELECT ").add(Sql.OCCURRENCE_COLUMNS);
        add(", (SELECT COUNT(*) FROM occurrence d WHERE d.user_ = ? AND d.uid = p.uid", user);
        window("d", search.from(), search.to());
        add(search.cancelled() ? ")" : " AND d.cancelled = 0)");
        return add(" FROM page p CROSS JOIN occurrence o")
                .add(" WHERE o.user_ = ? AND o.uid = p.uid AND o.number =", user)
                .add(" (SELECT MIN(x.number) FROM occurrence x WHERE x.user_ = ?", user)
                .add(" AND x.uid = p.uid AND x.start_ = p.start_")
                .add(search.cancelled() ? ")" : " AND x.cancelled = 0)")
                .add(" ORDER BY p.place");
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
        add(" SELECT ").add(columns).add(" FROM (");
        add(Sql.INCOMPLETE_EVENTS, user, search.to(), user, search.from(), search.to());
        add(") e WHERE 1 = 1");
        matches("e.uid");
        add(
                " AND NOT EXISTS (SELECT 1 FROM occurrence o WHERE o.user_ = ? AND o.uid = e.uid",
                user);
        window(search.from(), search.to());
        inYear();
        return add(") ORDER BY e.uid LIMIT ?", most);
    }
}
