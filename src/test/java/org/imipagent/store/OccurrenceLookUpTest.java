package org.imipagent.store;

import static org.imipagent.store.StoreSamples.DAY;
import static org.imipagent.store.StoreSamples.HOUR;
import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.imipagent.store.StoreSamples.occurrence;
import static org.imipagent.store.StoreSamples.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.imipagent.calendar.Occurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which occurrences overlap a time, and what finding them costs. */
class OccurrenceLookUpTest {

    @TempDir Path folder;

    @Test
    void anOccurrenceCountsFromItsStartToJustBeforeItsEnd() {
        var hour = occurrence("hour", NOW, HOUR);
        var instant = occurrence("instant", NOW.plusSeconds(HOUR), 0);
        try (var store = SqliteStore.open(folder);
                var w = store.write()) {
            w.keep(VINCENT, "hour", text("hour"), null, List.of(hour), NOW);
            w.keep(VINCENT, "instant", text("instant"), null, List.of(instant), NOW);
            assertEquals(List.of(), w.occurrences(VINCENT, NOW.minusSeconds(DAY), NOW));
            assertEquals(List.of(hour), between(w, 0, 1));
            assertEquals(List.of(hour), between(w, HOUR - 1, HOUR));
            assertEquals(List.of(instant), between(w, HOUR, HOUR + 1));
            assertEquals(List.of(), between(w, HOUR + 1, HOUR + 2));
            assertEquals(List.of(), between(w, 10, 10));
            assertEquals(List.of(), between(w, 10, 5));
        }
    }

    private static List<Occurrence> between(ReadTransaction reading, long from, long to) {
        return reading.occurrences(VINCENT, NOW.plusSeconds(from), NOW.plusSeconds(to));
    }

    /** Against a plain filter over everything, with lengths around the edges of each class. */
    @Test
    void theIndexFindsWhatAPlainSearchFinds() {
        var random = new Random(20260301);
        var all = new ArrayList<Occurrence>();
        for (int i = 0; i < 2000; i++) {
            long edge = DAY * (1L << (2 * random.nextInt(13)));
            long length = Math.max(0, edge / (1 + random.nextInt(3)) + random.nextInt(3) - 1);
            long start = random.nextLong(-2 * edge, 2 * edge + 1);
            all.add(occurrence("many", NOW.plusSeconds(start), length, "number " + i));
        }
        try (var store = SqliteStore.open(folder);
                var w = store.write()) {
            w.keep(VINCENT, "many", text("many"), null, all, NOW);
            for (int i = 0; i < 300; i++) {
                long reach = DAY * (1L << (2 * random.nextInt(13)));
                Instant from = NOW.plusSeconds(random.nextLong(-2 * reach, 2 * reach));
                Instant to = from.plusSeconds(random.nextLong(1, reach));
                assertEquals(plain(all, from, to), w.occurrences(VINCENT, from, to));
            }
        }
    }

    private static List<Occurrence> plain(List<Occurrence> all, Instant from, Instant to) {
        return all.stream()
                .filter(o -> o.start().isBefore(to))
                .filter(o -> o.end().isAfter(from) || !o.start().isBefore(from))
                .sorted(Comparator.comparing(Occurrence::start).thenComparing(Occurrence::end))
                .toList();
    }

    @Test
    void classesOfLengthGrowFourfoldFromADay() {
        assertEquals(0, Sql.spanOf(-1));
        assertEquals(0, Sql.spanOf(DAY));
        assertEquals(1, Sql.spanOf(DAY + 1));
        assertEquals(1, Sql.spanOf(4L * DAY));
        assertEquals(10, Sql.spanOf(DAY * (1L << 20)));
        assertEquals(11, Sql.spanOf(DAY * (1L << 20) + 1));
        assertEquals(11, Sql.spanOf(Long.MAX_VALUE));
    }

    /** Ten thousand events, one of them years long: the plan searches by user, class and start. */
    @Test
    void amongTenThousandEventsAMonthIsASearchInTheIndex() {
        try (var store = SqliteStore.open(folder)) {
            try (var w = store.write()) {
                for (int i = 0; i < 10_000; i++) {
                    String uid = "event " + i;
                    Instant start = NOW.plusSeconds((i - 5000L) * HOUR);
                    long length = i == 7 ? 5000L * DAY : HOUR;
                    w.keep(
                            VINCENT,
                            uid,
                            text(uid),
                            null,
                            List.of(occurrence(uid, start, length)),
                            NOW);
                }
                w.commit();
            }
            try (var view = store.view()) {
                assertEquals(31 * 24 + 1, between(view, 0, 31 * DAY).size());
                List<String> plan = plan(view, SqliteStore.DIALECT.occurrences(), 5);
                assertEquals(
                        List.of(
                                "SCAN s",
                                "SEARCH o USING INDEX occurrence_time (user_=? AND span=? AND"
                                        + " start_>? AND start_<?)",
                                "USE TEMP B-TREE FOR ORDER BY"),
                        plan.subList(plan.size() - 3, plan.size()),
                        plan::toString);
            }
        }
    }

    /**
     * What somebody has booked is found by who booked it: not among all that the resource ever had.
     */
    @Test
    void bookingsAreLookedUpByTheirOrganiser() {
        try (var store = SqliteStore.open(folder)) {
            store.write().close();
            try (var view = store.view()) {
                List<String> plan = plan(view, Sql.BOOKINGS, 3);
                assertEquals(
                        List.of(
                                "SEARCH e USING INDEX event_organiser (user_=? AND organiser=?)",
                                "SEARCH o USING INDEX sqlite_autoindex_occurrence_1 (user_=? AND"
                                        + " uid=?)"),
                        plan.subList(0, 2),
                        plan::toString);
            }
        }
    }

    /** Who has booked something is found among what is not over. */
    @Test
    void thoseWhoBookedAreLookedUpByTime() {
        try (var store = SqliteStore.open(folder)) {
            store.write().close();
            try (var view = store.view()) {
                String plan = plan(view, Sql.BOOKING_ORGANISERS, 3).toString();
                assertTrue(
                        plan.contains(
                                "SEARCH o USING INDEX occurrence_time (user_=? AND span=? AND start_>?)"),
                        plan);
                assertTrue(plan.contains("SEARCH e USING INDEX"), plan);
            }
        }
    }

    @Test
    void everyLookUpOfAPageUsesAnIndex() {
        try (var store = SqliteStore.open(folder)) {
            store.write().close();
            try (var view = store.view()) {
                for (String sql :
                        List.of(
                                Sql.KNOWS,
                                Sql.PREFERENCES,
                                Sql.EVENT,
                                Sql.UNFINISHED,
                                Sql.FORGET_ACTIVITY,
                                Sql.OCCURRENCES_OF_EVENT,
                                Sql.REQUESTS,
                                Sql.ACTIVITY)) {
                    int values = sql.length() - sql.replace("?", "").length();
                    List<String> plan = plan(view, sql, values);
                    assertTrue(
                            plan.getFirst().startsWith("SEARCH")
                                    && plan.getFirst().contains("(user_=?"),
                            () -> sql + "\n" + plan);
                }
            }
        }
    }

    @Test
    void whatIsNotAllWrittenIsFoundByTwoIndexesAndNoOtherEventIsRead() {
        try (var store = SqliteStore.open(folder)) {
            store.write().close();
            try (var view = store.view()) {
                String plan = String.join("\n", plan(view, Sql.INCOMPLETE, 5));
                assertTrue(plan.contains("USING INDEX event_unfinished (user_=? AND"), plan);
                assertTrue(plan.contains("USING INDEX event_begun (user_=? AND"), plan);
                assertTrue(!plan.contains("SCAN event"), plan);
            }
        }
    }

    /** Suggestions cost as many rows as they are made from, however many events there are. */
    @Test
    void whatChangedLastIsReadFromTheEndOfAnIndex() {
        try (var store = SqliteStore.open(folder)) {
            try (var w = store.write()) {
                for (int i = 0; i < 100; i++) {
                    String uid = "event " + i;
                    w.keep(VINCENT, uid, text(uid), null, List.of(), NOW.plusSeconds(i));
                }
                w.commit();
            }
            try (var view = store.view()) {
                assertEquals(
                        List.of(text("event 99"), text("event 98"), text("event 97")),
                        view.recent(VINCENT, 3));
                assertEquals(
                        List.of("SEARCH event USING INDEX event_changed (user_=?)"),
                        plan(view, Sql.RECENT, 2),
                        "and nothing is sorted");
            }
        }
    }

    /** However much waits: a page is read from the index by arrival, a number from that by end. */
    @Test
    void whatWaitsIsReadInTheOrderInWhichItArrived() {
        try (var store = SqliteStore.open(folder)) {
            store.write().close();
            try (var view = store.view()) {
                List<String> page = plan(view, Sql.WAITING_PAGE, 8);
                int at = page.indexOf("MATERIALIZE page");
                assertEquals(
                        List.of(
                                "SEARCH r USING INDEX request_arrived (user_=?)",
                                "CORRELATED SCALAR SUBQUERY 1",
                                "SEARCH x USING INDEX sqlite_autoindex_request_1 (user_=? AND"
                                        + " uid=?)",
                                "SCAN p",
                                "SEARCH r USING INDEX sqlite_autoindex_request_1 (user_=? AND"
                                        + " uid=?)"),
                        page.subList(at + 1, at + 6),
                        page::toString);
                assertEquals(
                        "SEARCH request USING COVERING INDEX request_until (user_=? AND"
                                + " waits_until>?)",
                        plan(view, Sql.COUNT_WAITING, 3).get(1));
            }
        }
    }

    private static List<String> plan(SqlReadTransaction view, String sql, int values) {
        return view.session()
                .rows(
                        row -> row.text(4),
                        "EXPLAIN QUERY PLAN " + sql,
                        Collections.nCopies(values, 1).toArray());
    }
}
