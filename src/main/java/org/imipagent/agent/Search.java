package org.imipagent.agent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Function;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.EventWords;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Zone;
import org.imipagent.store.EventSearch;
import org.imipagent.store.FoundEvents;
import org.imipagent.store.FoundEvents.FoundEvent;
import org.imipagent.store.KeptEvent;
import org.jspecify.annotations.Nullable;

/**
 * Finds events in a person's calendar: by the index of words, and where an event is not in it, by
 * reading the event. Dates of a series that are not written yet are worked out for a few.
 *
 * @param schedule of the person
 * @param read makes an event of a kept text; throws IllegalArgumentException where it cannot
 */
public record Search(Schedule schedule, Function<String, Event> read) {

    /** As many events that are not in the index are read for one search. */
    public static final int MOST_READ = 2000;

    /** For as many series dates beyond what is written are worked out. */
    public static final int MOST_WORKED_OUT = 200;

    /**
     * A page of what was found.
     *
     * @param all how many events were found
     * @param isMore whether there are more than that: they are not counted
     * @param events those to come, soonest first; then those that are over, latest first
     * @param isIndexed false where there are events that were not looked at: the index is not ready
     * @param isWorkedOut false where there are series of which later dates were not worked out
     */
    public record Results(
            long all,
            boolean isMore,
            List<FoundEvent> events,
            boolean isIndexed,
            boolean isWorkedOut) {

        /** Nothing was looked for. */
        public static final Results NONE = new Results(0, false, List.of(), true, true);

        public Results {
            events = List.copyOf(events);
        }

        public boolean isWhole() {
            return isIndexed && isWorkedOut;
        }
    }

    /** A page of what was found, at most so many events after so many. */
    public Results page(SearchQuery query, Instant now, int after, int most) {
        if (query.isNothing() || query.isNever()) {
            return Results.NONE;
        }
        Unindexed unindexed = unindexed(query);
        EventSearch search = search(query, unindexed, now);
        FoundEvents found = schedule.reading().search(user(), search, after, most);
        List<KeptEvent> unwritten = isNear(found, now) ? List.of() : unwritten(search, now);
        List<FoundEvent> later = workedOut(unwritten, search, now);
        return new Results(
                found.isMore() ? found.all() : found.all() + later.size(),
                found.isMore(),
                after == 0 ? inOrder(found.events(), later, now) : found.events(),
                unindexed.isWhole(),
                unwritten.size() <= MOST_WORKED_OUT);
    }

    /** What is past the horizon stands after a page that ends before it, among more than count. */
    private static boolean isNear(FoundEvents found, Instant now) {
        return found.isMore()
                && !found.events().isEmpty()
                && isToCome(found.events().getLast().date(), now);
    }

    private CalendarAddress user() {
        return schedule.person().address();
    }

    private EventSearch search(SearchQuery query, Unindexed unindexed, Instant now) {
        LocalDate from = query.from();
        LocalDate dayAfter = query.dayAfter();
        return new EventSearch(
                query.words(),
                from == null ? Instant.MIN : zone().midnight(from),
                dayAfter == null ? Instant.MAX : zone().midnight(dayAfter),
                query.year() == 0
                        ? null
                        : new EventSearch.Year(
                                Integer.toString(query.year()),
                                zone().midnight(LocalDate.of(query.year(), 1, 1)),
                                zone().midnight(LocalDate.of(query.year() + 1, 1, 1)),
                                unindexed.withYear),
                unindexed.uids,
                !schedule.hidesCancelled(),
                now);
    }

    private Zone zone() {
        return schedule.person().zone();
    }

    // ---- Events that are not in the index

    /**
     * What was found by reading.
     *
     * @param uids of those with the words
     * @param withYear of those with the year among their words, too
     */
    private record Unindexed(List<String> uids, List<String> withYear, boolean isWhole) {}

    private Unindexed unindexed(SearchQuery query) {
        List<KeptEvent> kept =
                query.words().isEmpty() && query.year() == 0
                        ? List.of()
                        : schedule.reading().unindexed(user(), MOST_READ + 1);
        var uids = new ArrayList<String>();
        var withYear = new ArrayList<String>();
        for (KeptEvent each : kept.subList(0, Math.min(MOST_READ, kept.size()))) {
            Event event = event(each);
            NavigableSet<String> words = event == null ? null : EventWords.all(event);
            if (words != null && EventWords.match(words, query.words())) {
                uids.add(each.uid());
                if (EventWords.match(words, List.of(Integer.toString(query.year())))) {
                    withYear.add(each.uid());
                }
            }
        }
        return new Unindexed(uids, withYear, kept.size() <= MOST_READ);
    }

    private @Nullable Event event(KeptEvent kept) {
        try {
            return read.apply(kept.text());
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    // ---- Dates that are not written

    /** Series with the words that only take place beyond what is written of them; one too many. */
    private List<KeptEvent> unwritten(EventSearch search, Instant now) {
        return search.to().isAfter(now)
                ? schedule.reading().unwritten(user(), search, MOST_WORKED_OUT + 1)
                : List.of();
    }

    private List<FoundEvent> workedOut(List<KeptEvent> unwritten, EventSearch search, Instant now) {
        var found = new ArrayList<FoundEvent>();
        Instant since = later(search.from(), now);
        for (KeptEvent kept : unwritten.subList(0, Math.min(MOST_WORKED_OUT, unwritten.size()))) {
            EventSearch.Year year = search.year();
            EventSearch.Year date = year == null || hasNumber(kept, year) ? null : year;
            Instant from = date == null ? since : later(since, date.from());
            Instant to = date == null || search.to().isBefore(date.to()) ? search.to() : date.to();
            if (from.isBefore(to)) {
                for (Occurrence next : schedule.next(kept, from, 1)) {
                    if (next.start().isBefore(to)) {
                        found.add(new FoundEvent(next, 1));
                    }
                }
            }
        }
        return found;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean hasNumber(KeptEvent kept, EventSearch.Year year) {
        Event event = event(kept);
        return event != null && EventWords.match(EventWords.all(event), List.of(year.number()));
    }

    /** What was worked out comes among what is still to come. */
    private static List<FoundEvent> inOrder(
            List<FoundEvent> found, List<FoundEvent> later, Instant now) {
        var all = new ArrayList<>(found);
        for (FoundEvent each : later) {
            int at = 0;
            while (at < all.size()
                    && isToCome(all.get(at).date(), now)
                    && !all.get(at).date().start().isAfter(each.date().start())) {
                at++;
            }
            all.add(at, each);
        }
        return all;
    }

    /** Whether a date is not over. */
    public static boolean isToCome(Occurrence date, Instant now) {
        return date.end().isAfter(now) || !date.start().isBefore(now);
    }
}
