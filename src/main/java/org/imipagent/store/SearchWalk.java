package org.imipagent.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * A search for words that a thousand events have: the calendar is walked away from now, a longer
 * step each time, until a page is full. Each date is looked up in the words of its event. What is
 * far away is not read, which a search for rare words does, and ranks.
 */
final class SearchWalk {

    /** As many events are found; who looks for more needs another word. */
    static final int MOST = 1000;

    /** How far from now a walk looks at first, and then; last of all everywhere. */
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofDays(32),
                    Duration.ofDays(128),
                    Duration.ofDays(512),
                    Duration.ofDays(2048));

    private final Session session;
    private final CalendarAddress user;
    private final EventSearch search;
    private final int most;
    private final List<Place> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** Where an event stands among what was found: at the date with this start. */
    private record Place(String uid, long start) {}

    private SearchWalk(Session session, CalendarAddress user, EventSearch search, int most) {
        this.session = session;
        this.user = user;
        this.search = search;
        this.most = most;
    }

    /** Whether more events have the words than are worth ranking. */
    static boolean isMeant(Session session, CalendarAddress user, EventSearch search) {
        if (search.beginnings().isEmpty() || search.year() != null) {
            return false;
        }
        SearchSql sql = SearchSql.count(user, search, MOST + 1);
        Long hits = session.one(Rows::number, sql.text(), sql.values());
        return hits != null && hits > MOST;
    }

    /** A page of what is found. */
    static FoundEvents page(
            Session session, CalendarAddress user, EventSearch search, int after, int most) {
        int wanted = Math.min(MOST, after + most) + 1;
        var walk = new SearchWalk(session, user, search, wanted);
        walk.toCome();
        walk.over();
        List<Place> found = walk.found;
        boolean isMore = found.size() == wanted;
        int end = Math.min(found.size(), Math.min(MOST, after + most));
        return new FoundEvents(
                isMore ? MOST : found.size(),
                isMore,
                after < end ? walk.dates(found.subList(after, end)) : List.of());
    }

    private void toCome() {
        Instant base = later(search.now(), search.from());
        Instant from = Instant.MIN;
        for (int step = 0; step <= STEPS.size() && found.size() < most; step++) {
            Instant to = step == STEPS.size() ? Instant.MAX : base.plus(STEPS.get(step));
            add(SearchSql.walk(user, search, true, from, to, limit()));
            from = to;
        }
    }

    /** Those that were seen may come again. */
    private int limit() {
        return most + seen.size();
    }

    /** Only when all that is to come was seen: what else has dates is over. */
    private void over() {
        Instant base = search.to().isBefore(search.now()) ? search.to() : search.now();
        Instant to = base;
        for (int step = 0; step <= STEPS.size() && found.size() < most; step++) {
            Instant from = step == STEPS.size() ? Instant.MIN : base.minus(STEPS.get(step));
            add(SearchSql.walk(user, search, false, from, to, limit()));
            to = from;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void add(SearchSql sql) {
        List<Place> places =
                session.rows(
                        row -> new Place(row.text(1), row.number(2)), sql.text(), sql.values());
        for (Place place : places) {
            if (found.size() < most && seen.add(place.uid())) {
                found.add(place);
            }
        }
    }

    /** The date of each, with how many others match. */
    private List<FoundEvents.FoundEvent> dates(List<Place> places) {
        var values = new ArrayList<@Nullable Object>();
        for (Place place : places) {
            values.add(place.uid());
            values.add(place.start());
            values.add((long) values.size());
        }
        SearchSql sql = SearchSql.dates(user, search, places.size(), values);
        return session.rows(Rows::found, sql.text(), sql.values());
    }
}
