package org.imipagent.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.store.StoreSamples.DAY;
import static org.imipagent.store.StoreSamples.HARRIET;
import static org.imipagent.store.StoreSamples.HOUR;
import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.imipagent.store.StoreSamples.activity;
import static org.imipagent.store.StoreSamples.invitation;
import static org.imipagent.store.StoreSamples.keep;
import static org.imipagent.store.StoreSamples.occurrence;
import static org.imipagent.store.StoreSamples.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Colour;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.itip.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the interfaces promise, whatever the database: each has a test class that extends this. */
abstract class StoreContract {

    private static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T23:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private Store store;

    /** The store of a name; each test has names of its own. */
    abstract Store open(String name);

    /** A transaction that the test itself ends. */
    abstract SqlWriteTransaction begin(Store of);

    abstract SqlReadTransaction view(Store of);

    /** How many statements were run since the store was opened. */
    abstract long statements(Store of);

    /** A query with a sum over the rows of occurrences but those of one UID: it sees new ones. */
    abstract String sumOfRowsExcept();

    /** What an effect costs beside what it does. */
    abstract long statementsOfAnEffect();

    /** The same of a view. */
    abstract long statementsOfAView();

    @BeforeEach
    void open() {
        store = open("store");
    }

    Store store() {
        return store;
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), store.verify(), "what the tests keep is sound");
        store.close();
    }

    void write(Consumer<WriteTransaction> effect) {
        store.change(effect);
    }

    <T> T read(Function<ReadTransaction, T> question) {
        try (ReadTransaction reading = store.read()) {
            return question.apply(reading);
        }
    }

    @Test
    void usersAreKnownOnceAddedAndListedByAddress() {
        assertFalse(knows(VINCENT));
        write(
                w -> {
                    w.add(VINCENT, NOW);
                    w.add(HARRIET, NOW);
                    w.add(VINCENT, NOW.plusSeconds(1));
                });
        assertTrue(knows(VINCENT));
        assertFalse(knows(new CalendarAddress("mailto:vincent.vole@example.co")));
        assertEquals(List.of(HARRIET, VINCENT), read(ReadTransaction::users));
    }

    @Test
    void aPreferenceIsSetChangedAndTakenBackToTheDefault() {
        write(
                w -> {
                    w.prefer(VINCENT, "TZID", "Europe/Oslo");
                    w.prefer(VINCENT, "LANG", "nb");
                });
        assertEquals(
                Map.of("LANG", "nb", "TZID", "Europe/Oslo"), read(r -> r.preferences(VINCENT)));
        write(
                w -> {
                    w.prefer(VINCENT, "TZID", "");
                    w.prefer(VINCENT, "LANG", null);
                    w.prefer(VINCENT, "never set", null);
                });
        assertEquals(Map.of("TZID", ""), read(r -> r.preferences(VINCENT)));
    }

    @Test
    void anEventIsKeptWithItsTextAndCountsItsChanges() {
        write(w -> w.keep(VINCENT, "lunch", text("lunch"), NOW, List.of(), NOW));
        assertEquals(
                new KeptEvent("lunch", text("lunch"), 1, NOW),
                read(r -> r.event(VINCENT, "lunch")));
        String changed = text("lunch") + "X";
        write(w -> w.keep(VINCENT, "lunch", changed, null, List.of(), NOW));
        assertEquals(
                new KeptEvent("lunch", changed, 2, null), read(r -> r.event(VINCENT, "lunch")));
        assertNull(read(r -> r.event(VINCENT, "Lunch")));
    }

    @Test
    void anOccurrenceComesBackWithAllThatACalendarShows() {
        var once = occurrence("lunch", NOW, HOUR);
        var day = LocalDate.of(2026, 3, 2);
        var holiday =
                new Occurrence(
                        "lunch",
                        new RecurrenceId("20260302"),
                        NOW.plusSeconds(DAY),
                        NOW.plusSeconds(2 * DAY),
                        day,
                        day.plusDays(1),
                        "Blåbærtur 🫐",
                        "",
                        true,
                        false,
                        null,
                        Occurrence.Busy.FREE);
        write(w -> w.keep(VINCENT, "lunch", text("lunch"), null, List.of(holiday, once), NOW));
        assertEquals(
                List.of(once, holiday),
                read(r -> r.occurrences(VINCENT, NOW, NOW.plusSeconds(9 * DAY))));
    }

    /**
     * Of days with very many the first of each are read, and all that is not over with its day;
     * what is read and what is counted are all there are.
     */
    @Test
    void ofCrowdedDaysTheFirstAreReadAndTheOthersCounted() {
        Instant midnight = NOW.truncatedTo(ChronoUnit.DAYS);
        List<Instant> midnights = new ArrayList<>();
        for (int day = 0; day <= 7; day++) {
            midnights.add(midnight.plusSeconds(day * DAY));
        }
        var all = new ArrayList<Occurrence>();
        for (int i = 0; i < 200; i++) {
            // From the hour before these days on; each tenth over night, some for days.
            Instant start = midnight.plusSeconds(i * 50L * 60 - HOUR);
            long length = i % 10 == 0 ? DAY : i % 37 == 0 ? 3 * DAY : HOUR / 2;
            all.add(occurrence("many", start, length, "number " + i));
        }
        write(w -> w.keep(VINCENT, "many", text("many"), null, all, NOW));
        CrowdedDays days = read(r -> r.crowdedDays(VINCENT, midnights, 5, true));
        List<Occurrence> whole =
                read(r -> r.occurrences(VINCENT, midnights.getFirst(), midnights.getLast()));
        assertEquals(
                days.occurrences().size(),
                days.occurrences().stream().distinct().count(),
                "none twice");
        assertTrue(whole.containsAll(days.occurrences()));
        assertTrue(days.occurrences().size() < 80, "read " + days.occurrences().size());
        for (int day = 0; day < 7; day++) {
            Instant from = midnights.get(day);
            Instant to = midnights.get(day + 1);
            Predicate<Occurrence> begins =
                    each -> !each.start().isBefore(from) && each.start().isBefore(to);
            List<Occurrence> beginning = whole.stream().filter(begins).toList();
            List<Occurrence> read = days.occurrences().stream().filter(begins).toList();
            assertEquals(beginning.size(), read.size() + days.unread().get(day), "day " + day);
            for (Occurrence each : beginning) {
                boolean isDue =
                        each.end().isAfter(to)
                                || beginning.stream()
                                                .filter(o -> o.start().isBefore(each.start()))
                                                .count()
                                        < 4;
                assertTrue(!isDue || read.contains(each), each.toString());
            }
        }
        List<Occurrence> before = whole.stream().filter(o -> o.start().isBefore(midnight)).toList();
        assertTrue(!before.isEmpty() && days.occurrences().containsAll(before), "still going on");
        assertEquals(
                whole.stream().filter(o -> !o.start().isBefore(midnight)).toList().get(5).start(),
                read(r -> r.fullFrom(VINCENT, midnight, midnights.getLast(), 5)));
        assertNull(read(r -> r.fullFrom(VINCENT, midnight, midnights.getLast(), 1000)));
    }

    @Test
    void keepingAgainReplacesTheOccurrencesOfThatEventOnly() {
        write(
                w -> {
                    keep(w, VINCENT, "lunch", NOW);
                    keep(w, VINCENT, "dinner", NOW);
                    keep(w, VINCENT, "lunch", NOW.plusSeconds(DAY));
                });
        assertEquals(
                List.of(
                        occurrence("dinner", NOW, HOUR),
                        occurrence("lunch", NOW.plusSeconds(DAY), HOUR)),
                read(r -> r.occurrences(VINCENT, YEAR_1, YEAR_9999)));
    }

    @Test
    void theYears1And9999AreLikeOthers() {
        var first = occurrence("old", YEAR_1, HOUR);
        var last = occurrence("late", YEAR_9999, HOUR - 1);
        var all = occurrence("long", YEAR_1, Duration.between(YEAR_1, YEAR_9999).toSeconds());
        write(
                w -> {
                    w.keep(VINCENT, "old", text("old"), YEAR_1, List.of(first), YEAR_1);
                    w.keep(VINCENT, "late", text("late"), YEAR_9999, List.of(last), NOW);
                    w.keep(VINCENT, "long", text("long"), null, List.of(all), NOW);
                });
        assertEquals(
                List.of(first, all),
                read(r -> r.occurrences(VINCENT, YEAR_1, YEAR_1.plusSeconds(1))));
        assertEquals(
                List.of(last),
                read(r -> r.occurrences(VINCENT, YEAR_9999, YEAR_9999.plusSeconds(1))));
        assertEquals(
                List.of(first, all, last),
                read(r -> r.occurrences(VINCENT, Instant.MIN, Instant.MAX)));
        assertEquals(YEAR_1, event("old").expandedTo());
        assertEquals(List.of("old"), read(r -> r.unfinished(VINCENT, YEAR_9999)));
    }

    private boolean knows(CalendarAddress user) {
        return read(r -> r.knows(user));
    }

    private KeptEvent event(String uid) {
        KeptEvent event = read(r -> r.event(VINCENT, uid));
        assertNotNull(event);
        return event;
    }

    @Test
    void theOccurrencesOfOneEventAreThoseNotOverYet() {
        var hours =
                IntStream.range(0, 10)
                        .mapToObj(i -> occurrence("lunch", NOW.plusSeconds(i * HOUR), HOUR))
                        .toList();
        write(
                w -> {
                    w.keep(VINCENT, "lunch", text("lunch"), null, hours, NOW);
                    keep(w, VINCENT, "dinner", NOW);
                });
        assertEquals(
                hours.subList(2, 5),
                read(r -> r.occurrences(VINCENT, "lunch", NOW.plusSeconds(2 * HOUR + 1), 3)));
        assertEquals(hours, read(r -> r.occurrences(VINCENT, "lunch", Instant.MIN, 100)));
        assertEquals(List.of(), read(r -> r.occurrences(VINCENT, "breakfast", Instant.MIN, 9)));
    }

    @Test
    void eventsWrittenOnlyUpToAnInstantAreFoundByTheHorizon() {
        write(
                w -> {
                    w.keep(VINCENT, "b", text("b"), NOW, List.of(), NOW);
                    w.keep(VINCENT, "a", text("a"), NOW.minusSeconds(1), List.of(), NOW);
                    w.keep(VINCENT, "c", text("c"), null, List.of(), NOW);
                });
        assertEquals(List.of("a"), read(r -> r.unfinished(VINCENT, NOW)));
        assertEquals(List.of("a", "b"), read(r -> r.unfinished(VINCENT, NOW.plusSeconds(1))));
        assertEquals(List.of("a", "b", "c"), read(r -> r.uids(VINCENT)));
    }

    @Test
    void removingAnEventTakesItsOccurrencesAndRequestsWithIt() {
        write(
                w -> {
                    keep(w, VINCENT, "lunch", NOW);
                    keep(w, VINCENT, "dinner", NOW);
                    w.ask(VINCENT, invitation("lunch"));
                    w.ask(VINCENT, invitation("dinner"));
                });
        write(w -> w.remove(VINCENT, "lunch"));
        assertEquals(List.of("dinner"), read(r -> r.uids(VINCENT)));
        assertEquals(List.of(invitation("dinner")), read(r -> r.requests(VINCENT)));
        assertEquals(
                List.of(occurrence("dinner", NOW, HOUR)),
                read(r -> r.occurrences(VINCENT, YEAR_1, YEAR_9999)));
    }

    @Test
    void requestsWaitInOrderAndTheSameOneStandsOnce() {
        var id = new RecurrenceId("20260301T120000Z");
        var first = new Request("lunch", null, Request.Kind.INVITATION, NOW, HARRIET, null);
        var again =
                new Request(
                        "lunch", null, Request.Kind.INVITATION, NOW.plusSeconds(2), HARRIET, null);
        var other =
                new Request(
                        "lunch",
                        id,
                        Request.Kind.UNINVITED,
                        NOW.plusSeconds(1),
                        null,
                        Participation.TENTATIVE,
                        NOW,
                        "May I? «Ja»");
        write(
                w -> {
                    keep(w, VINCENT, "lunch", NOW);
                    w.ask(VINCENT, first);
                    w.ask(VINCENT, other);
                });
        assertEquals(List.of(first, other), read(r -> r.requests(VINCENT)));
        write(w -> w.ask(VINCENT, again));
        assertEquals(List.of(other, again), read(r -> r.requests(VINCENT)));
    }

    @Test
    void whatIsOverWaitsNoMore() {
        var later = new RecurrenceId("20300301T120000Z");
        var far = new Request("weekly", later, Request.Kind.INVITATION, NOW, HARRIET, null);
        write(
                w -> {
                    keep(w, VINCENT, "lunch", NOW);
                    List<Occurrence> written = List.of(occurrence("weekly", NOW, HOUR));
                    w.keep(VINCENT, "weekly", text("weekly"), NOW, written, NOW);
                    w.ask(VINCENT, invitation("lunch"));
                    w.ask(VINCENT, invitation("weekly"));
                    w.ask(VINCENT, far);
                });
        Instant end = NOW.plusSeconds(HOUR);
        assertEquals(
                List.of(invitation("lunch"), invitation("weekly"), far),
                read(r -> r.waiting(VINCENT, end.minusSeconds(1))));
        assertEquals(
                List.of(invitation("weekly"), far),
                read(r -> r.waiting(VINCENT, end)),
                "it goes on, past what is written");
        assertEquals(List.of(), read(r -> r.waiting(HARRIET, NOW)));
        assertEquals(
                List.of(3, 2, 1, 0),
                read(
                        r ->
                                List.of(
                                        r.waiting(VINCENT, end.minusSeconds(1), 9),
                                        r.waiting(VINCENT, end, 9),
                                        r.waiting(VINCENT, end, 1),
                                        r.waiting(HARRIET, NOW, 9))),
                "counted, and no further than asked for");
    }

    private List<String> waiting(Instant now) {
        return read(r -> r.waiting(VINCENT, now)).stream().map(Request::uid).toList();
    }

    /** What waits, and how long, follows the event: moved, written further, shortened, undone. */
    @Test
    void aRequestWaitsAsLongAsTheEventThatIsKeptNow() {
        Instant later = NOW.plusSeconds(2 * DAY);
        write(
                w -> {
                    keep(w, VINCENT, "lunch", NOW);
                    w.ask(VINCENT, invitation("lunch"));
                });
        assertEquals(List.of(), waiting(later));
        write(w -> keep(w, VINCENT, "lunch", later));
        assertEquals(List.of("lunch"), waiting(later), "moved");
        assertEquals(List.of(), waiting(later.plusSeconds(HOUR)));
        write(w -> w.expand(VINCENT, "lunch", null, NOW, List.of(occurrence("lunch", NOW, HOUR))));
        assertEquals(List.of("lunch"), waiting(later), "it goes on past what is written");
        write(w -> w.expand(VINCENT, "lunch", null, null, List.of(occurrence("lunch", NOW, HOUR))));
        assertEquals(List.of(), waiting(later), "it ended");
        write(w -> w.keep(VINCENT, "lunch", text("lunch"), null, List.of(), NOW));
        assertEquals(List.of(), waiting(NOW), "it never takes place");
        write(w -> keep(w, VINCENT, "lunch", later));
        assertEquals(List.of("lunch"), waiting(NOW));
        write(w -> w.keep(VINCENT, "lunch", text("lunch"), null, List.of(instant(later)), NOW));
        assertEquals(List.of("lunch"), waiting(later));
        assertEquals(List.of(), waiting(later.plusSeconds(1)));
    }

    private static Occurrence instant(Instant start) {
        return occurrence("lunch", start, 0);
    }

    @Test
    void whatACalendarDrawsAnEventByIsKept() {
        var plain = occurrence("lunch", NOW, HOUR);
        for (var appearance :
                List.of(
                        Occurrence.Appearance.PLAIN,
                        Occurrence.Appearance.SHARED,
                        new Occurrence.Appearance(true, false, "Åse’s, \"work\"", Colour.GREY))) {
            var drawn = plain.with(appearance);
            write(w -> w.keep(VINCENT, "lunch", text("lunch"), null, List.of(drawn), NOW));
            assertEquals(
                    List.of(drawn), read(r -> r.occurrences(VINCENT, NOW, NOW.plusSeconds(HOUR))));
        }
    }

    @Test
    void whatTheUserProposedIsForgottenWithTheTimeThatIsHeldForIt() {
        var id = new RecurrenceId("20260301T120000Z");
        var own = new KeptCounter("lunch", null, VINCENT, NOW, text("lunch"));
        var once = new KeptCounter("lunch", id, VINCENT, NOW, text("lunch"));
        var others = new KeptCounter("lunch", id, HARRIET, NOW, text("lunch"));
        write(
                w -> {
                    keep(w, VINCENT, "lunch", NOW);
                    List.of(own, once, others).forEach(c -> w.keepCounter(VINCENT, c));
                    w.release(VINCENT, "lunch", id);
                });
        assertEquals(List.of(own, others), read(r -> r.counters(VINCENT, "lunch")));
        write(w -> w.releaseAll(VINCENT, "lunch"));
        assertEquals(List.of(others), read(r -> r.counters(VINCENT, "lunch")));
    }

    @Test
    void settlingTakesInvitationsAndLeavesTheUninvitedWaiting() {
        var id = new RecurrenceId("20260301T120000Z");
        var whole = invitation("lunch");
        var once = new Request("lunch", id, Request.Kind.INVITATION, NOW, HARRIET, null);
        var stranger =
                new Request(
                        "lunch", id, Request.Kind.UNINVITED, NOW, HARRIET, Participation.ACCEPTED);
        var another = new Request("lunch", id, Request.Kind.UNINVITED, NOW, null, null);
        write(
                w -> {
                    keep(w, VINCENT, "lunch", NOW);
                    for (Request request : List.of(whole, once, stranger, another)) {
                        w.ask(VINCENT, request);
                        w.ask(HARRIET, request);
                    }
                    w.remove(HARRIET, "lunch");
                    w.settle(VINCENT, "lunch", id);
                });
        assertEquals(List.of(whole, another, stranger), read(r -> r.requests(VINCENT)));
        assertEquals(List.of(whole, another, stranger), read(r -> r.requests(VINCENT, "lunch")));
        assertEquals(List.of(), read(r -> r.requests(VINCENT, "dinner")));
        write(
                w -> {
                    w.ask(VINCENT, once);
                    w.settle(VINCENT, "lunch", null);
                    w.settle(VINCENT, stranger);
                });
        assertEquals(List.of(another), read(r -> r.requests(VINCENT)));
        write(w -> w.settle(VINCENT, another));
        assertEquals(List.of(), read(r -> r.requests(VINCENT)));
        assertEquals(List.of(), read(r -> r.requests(HARRIET)));
    }

    private static Request dated(String uid, String date, int minutes) {
        return new Request(
                uid,
                date.isEmpty() ? null : new RecurrenceId(date),
                Request.Kind.INVITATION,
                NOW.plusSeconds(minutes * 60L),
                HARRIET,
                null);
    }

    @Test
    void whatWaitsIsPagedEventByEvent() {
        write(
                w -> {
                    for (String uid : List.of("tea", "lunch", "walk")) {
                        w.keep(VINCENT, uid, text(uid), NOW, List.of(), NOW);
                    }
                    w.ask(VINCENT, dated("lunch", "", 5));
                    w.ask(VINCENT, dated("walk", "20260303T120000Z", 4));
                    w.ask(VINCENT, dated("tea", "20260303T120000Z", 3));
                    w.ask(VINCENT, dated("walk", "20260302T120000Z", 6));
                    w.ask(VINCENT, dated("walk", "", 9));
                    keep(w, VINCENT, "over", NOW.minusSeconds(DAY));
                    w.ask(VINCENT, dated("over", "", 1));
                });
        List<Request> walk =
                List.of(
                        dated("walk", "", 9),
                        dated("walk", "20260302T120000Z", 6),
                        dated("walk", "20260303T120000Z", 4));
        assertEquals(
                List.of(dated("tea", "20260303T120000Z", 3), walk.get(0), walk.get(1)),
                read(r -> r.waiting(VINCENT, NOW, 0, 2, 2)));
        assertEquals(walk, read(r -> r.waiting(VINCENT, NOW, 1, 1, 9)));
        assertEquals(List.of(dated("lunch", "", 5)), read(r -> r.waiting(VINCENT, NOW, 2, 9, 9)));
        assertEquals(List.of(), read(r -> r.waiting(VINCENT, NOW, 3, 9, 9)));
        assertEquals(List.of(), read(r -> r.waiting(HARRIET, NOW, 0, 9, 9)));
    }

    @Test
    void activityOfOneEventIsFoundByItsUid() {
        write(
                w -> {
                    keep(w, VINCENT, "lunch", NOW);
                    w.note(VINCENT, activity("first"));
                    w.note(HARRIET, activity("hers"));
                    w.note(VINCENT, activity("second"));
                });
        assertEquals(
                List.of("second", "first"), details(read(r -> r.activity(VINCENT, "lunch", 9))));
        assertEquals(List.of("second"), details(read(r -> r.activity(VINCENT, "lunch", 1))));
        assertEquals(List.of(), read(r -> r.activity(VINCENT, "tea", 9)));
    }

    @Test
    void activityIsNewestFirstAndBounded() {
        write(w -> w.note(VINCENT, activity("the first")));
        assertEquals(List.of("the first"), details(read(r -> r.activity(VINCENT, 10))));
        write(
                w -> {
                    w.note(HARRIET, activity("hers"));
                    for (int i = 1; i <= SqlWriteTransaction.ACTIVITY; i++) {
                        w.note(VINCENT, activity("number " + i));
                    }
                });
        List<Activity> all = read(r -> r.activity(VINCENT, Integer.MAX_VALUE));
        assertEquals(SqlWriteTransaction.ACTIVITY, all.size());
        assertEquals("number " + SqlWriteTransaction.ACTIVITY, all.getFirst().detail());
        assertEquals("number 1", all.getLast().detail());
        assertEquals(all.subList(0, 3), read(r -> r.activity(VINCENT, 3)));
        assertEquals(List.of("hers"), details(read(r -> r.activity(HARRIET, 10))));
    }

    private static List<String> details(List<Activity> entries) {
        return entries.stream().map(Activity::detail).toList();
    }

    @Test
    void anEntryOfActivityIsKeptWholeUnderItsNumber() {
        var entry = activity("with mail").mailing(List.of("a@example.com", "b@example.com"));
        long number = note(VINCENT, entry);
        assertEquals(numbered(entry, number), read(r -> r.activityEntry(VINCENT, number)));
        try (ReadTransaction reading = store.read()) {
            assertNull(reading.activityEntry(HARRIET, number), "it is another's");
            assertNull(reading.activityEntry(VINCENT, number + 1));
        }
    }

    private static Activity numbered(Activity a, long number) {
        return new Activity(
                number,
                a.at(),
                a.source(),
                a.what(),
                a.uid(),
                a.id(),
                a.summary(),
                a.from(),
                a.verdict(),
                a.detail(),
                a.mailed());
    }

    private long note(CalendarAddress user, Activity entry) {
        return store().effect(user, w -> w.note(user, entry));
    }

    /** An action on events, as the page does one; gives its number. */
    private long act(Consumer<WriteTransaction> change, String... uids) {
        return store().effect(
                        VINCENT,
                        w -> {
                            long number = w.note(VINCENT, activity("an action"));
                            for (String uid : uids) {
                                w.keepBefore(VINCENT, number, uid, NOW);
                            }
                            change.accept(w);
                            w.keepVersionsAfter(VINCENT, number);
                            return number;
                        });
    }

    @Test
    void whatWasBeforeAnActionIsRemembered() {
        var counter = new KeptCounter("lunch", null, HARRIET, NOW, "TEXT");
        write(
                w -> {
                    keep(w, VINCENT, "lunch", NOW);
                    w.ask(VINCENT, invitation("lunch"));
                    w.keepCounter(VINCENT, counter);
                });
        long number =
                act(
                        w -> {
                            w.remove(VINCENT, "lunch");
                            keep(w, VINCENT, "dinner", NOW);
                        },
                        "lunch",
                        "dinner");
        assertEquals(
                List.of(
                        new Undo("dinner", 1, null, List.of(), List.of()),
                        new Undo(
                                "lunch",
                                0,
                                text("lunch"),
                                List.of(invitation("lunch")),
                                List.of(counter))),
                read(r -> r.undo(VINCENT, number)));
        assertEquals(List.of(number), read(r -> r.undoable(VINCENT)));
        assertTrue(isUndoable(VINCENT, number));
        assertFalse(isUndoable(HARRIET, number), "it is another's");
        write(w -> w.forgetBefore(VINCENT, number));
        assertEquals(List.of(), read(r -> r.undo(VINCENT, number)));
        assertEquals(List.of(), read(r -> r.undoable(VINCENT)));
    }

    @Test
    void whatWasChangedSinceAnActionCannotBeUndone() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        long first = act(w -> keep(w, VINCENT, "lunch", NOW), "lunch");
        long second = act(w -> keep(w, VINCENT, "lunch", NOW.plusSeconds(1)), "lunch");
        assertEquals(List.of(second), read(r -> r.undoable(VINCENT)));
        assertFalse(isUndoable(VINCENT, first));
        write(w -> w.remove(VINCENT, "lunch"));
        assertEquals(List.of(), read(r -> r.undoable(VINCENT)));
    }

    @Test
    void anActionWhoseMailHasLeftCannotBeUndone() {
        List<String> two = List.of("a@example.com", "b@example.com");
        long number = act(w -> keep(w, VINCENT, "lunch", NOW), "lunch");
        write(
                w -> {
                    w.post(VINCENT, number, "s", two, new byte[] {1}, NOW, NOW);
                    w.post(VINCENT, number, "s", two, new byte[] {2}, NOW, NOW.plusSeconds(10));
                });
        assertEquals(
                List.of(
                        new WaitingMail(two, 0, NOW, ""),
                        new WaitingMail(two, 0, NOW.plusSeconds(10), "")),
                read(r -> r.waitingMail(VINCENT, number)));
        assertEquals(List.of(), read(r -> r.waitingMail(HARRIET, number)));
        assertTrue(isUndoable(VINCENT, number));
        Posted taken = take(w -> w.takeNext(NOW, NOW.plusSeconds(60)));
        assertFalse(isUndoable(VINCENT, number), "it is being sent");
        write(w -> w.withdrawMail(VINCENT, number));
        assertEquals(1, read(r -> r.waitingMail(VINCENT, number)).size(), "it is in hand");
        write(w -> w.sent(taken.number()));
        assertEquals(List.of(), read(r -> r.waitingMail(VINCENT, number)));
        assertFalse(isUndoable(VINCENT, number), "it was sent");
        assertEquals(List.of(), read(r -> r.undoable(VINCENT)));
    }

    @Test
    void aMailIsKnownByItsIdentifierAsLongAsActivityIsKept() {
        long number = act(w -> keep(w, VINCENT, "lunch", NOW), "lunch");
        var mail =
                new SentMail(
                        "REQUEST",
                        "lunch",
                        new RecurrenceId("20261103T090000Z"),
                        "Lunch",
                        List.of("a@example.com", "b@example.com"),
                        NOW);
        write(
                w -> {
                    w.rememberSent(VINCENT, "<one@example.com>", mail);
                    w.rememberSent(VINCENT, "<one@example.com>", mail);
                    w.post(VINCENT, number, "s", mail.recipients(), new byte[] {1}, NOW, NOW);
                });
        assertEquals(mail, read(r -> r.sentMail(VINCENT, "<one@example.com>")));
        assertNull(this.<@Nullable SentMail>read(r -> r.sentMail(HARRIET, "<one@example.com>")));
        assertNull(this.<@Nullable SentMail>read(r -> r.sentMail(VINCENT, "<two@example.com>")));
        assertEquals(
                List.of(new WaitingMail(mail.recipients(), 0, NOW, "")),
                read(r -> r.waitingMail(VINCENT, "lunch")));
        assertEquals(List.of(), read(r -> r.waitingMail(VINCENT, "dinner")));
        assertEquals(List.of(), read(r -> r.waitingMail(HARRIET, "lunch")));
        OutboxEntry entry = read(r -> r.outboxEntries(9)).getFirst();
        assertEquals(mail.recipients(), entry.recipients());
        assertEquals(NOW, entry.posted());
        assertEquals(1, entry.bytes());
        assertEquals(0, entry.tries());
        write(w -> w.forgetActivity(VINCENT, NOW.minusSeconds(1)));
        assertEquals(mail, read(r -> r.sentMail(VINCENT, "<one@example.com>")));
        write(w -> w.forgetActivity(VINCENT, NOW.plusSeconds(1)));
        assertNull(this.<@Nullable SentMail>read(r -> r.sentMail(VINCENT, "<one@example.com>")));
    }

    private boolean isUndoable(CalendarAddress user, long activity) {
        return this.<Boolean>read(r -> r.isUndoable(user, activity));
    }

    private Posted take(Function<WriteTransaction, @Nullable Posted> how) {
        return store().effect(w -> Objects.requireNonNull(how.apply(w)));
    }

    @Test
    void mailThatWaitsIsWithdrawnWithItsAction() {
        long number = act(w -> keep(w, VINCENT, "lunch", NOW), "lunch");
        write(
                w -> {
                    w.post(VINCENT, number, "s", List.of("a@example.com"), new byte[1], NOW, NOW);
                    w.post(VINCENT, "s", List.of("c@example.com"), new byte[1], NOW);
                });
        write(w -> w.withdrawMail(VINCENT, number));
        assertEquals(1, read(r -> r.outbox(NOW, 9)).size(), "the other mail stays");
        assertEquals(List.of(), read(r -> r.waitingMail(VINCENT, number)));
    }

    @Test
    void whatWasBeforeAnActionIsForgottenAfterAMonth() {
        long old = act(w -> keep(w, VINCENT, "lunch", NOW), "lunch");
        write(
                w -> {
                    long number = w.note(VINCENT, activity("later"));
                    w.keepBefore(VINCENT, number, "dinner", NOW.plus(Duration.ofDays(32)));
                });
        assertEquals(List.of(), read(r -> r.undo(VINCENT, old)));
    }

    @Test
    void mailLeavesTheOutboxInTheOrderItCame() {
        byte[] message = {0, -1, 13, 10, 'x'};
        var recipients = List.of("a@example.com", "\"b c\"@example.com");
        write(
                w -> {
                    w.post(VINCENT, "agent@example.com", recipients, message, NOW);
                    w.post(HARRIET, "", List.of("c@example.com"), "second".getBytes(UTF_8), NOW);
                });
        List<Posted> due = read(r -> r.outbox(NOW, 10));
        Posted first = due.getFirst();
        assertEquals(2, due.size());
        assertEquals(VINCENT, first.user());
        assertEquals("agent@example.com", first.sender());
        assertEquals(recipients, first.recipients());
        assertArrayEquals(message, first.message());
        assertEquals(0, first.attempts());
        assertEquals(HARRIET, due.getLast().user());
        assertEquals(List.of(), read(r -> r.outbox(NOW.minusSeconds(1), 10)));
        assertEquals(1, read(r -> r.outbox(NOW, 1)).size());
        write(w -> w.sent(first.number()));
        assertEquals(
                List.of(HARRIET), read(r -> r.outbox(NOW, 9)).stream().map(Posted::user).toList());
    }

    @Test
    void mailThatCouldNotBeHandedOverComesBackLater() {
        write(w -> w.post(VINCENT, "", List.of("a@example.com"), new byte[] {1}, NOW));
        long number = read(r -> r.outbox(NOW, 1)).getFirst().number();
        write(w -> w.postpone(number, NOW.plusSeconds(60), "connection refused"));
        assertEquals(List.of(), read(r -> r.outbox(NOW.plusSeconds(59), 9)));
        assertEquals(1, read(r -> r.outbox(NOW.plusSeconds(60), 9)).getFirst().attempts());
    }

    @Test
    void aNumberOfTheOutboxIsNeverGivenTwice() {
        var numbers = new ArrayList<Long>();
        for (int i = 0; i < 3; i++) {
            write(
                    w -> {
                        numbers.add(
                                w.post(VINCENT, "", List.of("a@example.com"), new byte[] {1}, NOW));
                        w.sent(numbers.getLast());
                    });
        }
        assertEquals(3, numbers.stream().distinct().count());
    }

    @Test
    void mailWithoutAnEnvelopeIsRefused() {
        write(
                w -> {
                    for (List<String> none :
                            List.of(List.<String>of(), List.of(""), List.of("a@b.c\nd@e.f"))) {
                        assertThrows(
                                IllegalArgumentException.class,
                                () -> w.post(VINCENT, "", none, new byte[] {1}, NOW));
                    }
                });
        assertEquals(List.of(), read(r -> r.outbox(NOW, 9)));
    }

    @Test
    void aFormActsOnceAndItsNameIsForgottenAfterAMonth() {
        write(
                w -> {
                    assertTrue(w.useKey(VINCENT, "form", NOW));
                    assertFalse(w.useKey(VINCENT, "form", NOW));
                    assertTrue(w.useKey(HARRIET, "form", NOW));
                });
        write(
                w -> {
                    assertFalse(w.useKey(VINCENT, "form", NOW.plus(SqlWriteTransaction.FORMS)));
                    assertTrue(
                            w.useKey(
                                    VINCENT,
                                    "form",
                                    NOW.plus(SqlWriteTransaction.FORMS).plusSeconds(1)));
                });
    }

    @Test
    void whatTwoUsersKeepUnderTheSameNamesIsApart() {
        for (CalendarAddress user : List.of(VINCENT, HARRIET)) {
            write(w -> keepEverything(w, user, user.email()));
        }
        for (CalendarAddress user : List.of(VINCENT, HARRIET)) {
            assertEverything(user, user.email());
        }
        write(w -> w.forget(VINCENT));
        assertEverything(HARRIET, HARRIET.email());
        assertEquals(List.of(HARRIET), read(ReadTransaction::users));
        assertEquals(Map.of(), read(r -> r.preferences(VINCENT)));
        assertEquals(List.of(), read(r -> r.uids(VINCENT)));
        assertEquals(List.of(), read(r -> r.occurrences(VINCENT, YEAR_1, YEAR_9999)));
        assertEquals(List.of(), read(r -> r.requests(VINCENT)));
        assertEquals(List.of(), read(r -> r.activity(VINCENT, 9)));
        assertEquals(1, read(r -> r.outbox(NOW, 9)).size());
        write(w -> assertTrue(w.useKey(VINCENT, "form", NOW)));
        write(w -> assertFalse(w.useKey(HARRIET, "form", NOW)));
    }

    private static void keepEverything(WriteTransaction w, CalendarAddress user, String own) {
        w.add(user, NOW);
        w.prefer(user, "LANG", own);
        w.keep(
                user,
                "lunch",
                text("lunch") + own,
                NOW,
                List.of(occurrence("lunch", NOW, HOUR, own)),
                NOW);
        w.ask(user, new Request("lunch", null, Request.Kind.INVITATION, NOW, user, null));
        w.note(user, activity(own));
        w.post(user, own, List.of(own), own.getBytes(UTF_8), NOW);
        assertTrue(w.useKey(user, "form", NOW));
    }

    private void assertEverything(CalendarAddress user, String own) {
        assertTrue(knows(user));
        assertEquals(Map.of("LANG", own), read(r -> r.preferences(user)));
        assertEquals(
                new KeptEvent("lunch", text("lunch") + own, 1, NOW),
                read(r -> r.event(user, "lunch")));
        assertEquals(
                List.of(occurrence("lunch", NOW, HOUR, own)),
                read(r -> r.occurrences(user, YEAR_1, YEAR_9999)));
        assertEquals(
                List.of(occurrence("lunch", NOW, HOUR, own)),
                read(r -> r.occurrences(user, "lunch", YEAR_1, 9)));
        assertEquals(List.of("lunch"), read(r -> r.unfinished(user, YEAR_9999)));
        assertEquals(
                List.of(new Request("lunch", null, Request.Kind.INVITATION, NOW, user, null)),
                read(r -> r.requests(user)));
        assertEquals(List.of(own), details(read(r -> r.activity(user, 9))));
        List<Posted> his =
                read(r -> r.outbox(NOW, 9)).stream().filter(p -> p.user().equals(user)).toList();
        assertEquals(List.of(own), his.stream().map(Posted::sender).toList());
    }

    @Test
    void changesOfOneUserLeaveTheSameNamesOfAnotherAlone() {
        write(w -> keepEverything(w, HARRIET, HARRIET.email()));
        write(
                w -> {
                    keepEverything(w, VINCENT, "his");
                    w.settle(VINCENT, "lunch", null);
                    w.remove(VINCENT, "lunch");
                    w.prefer(VINCENT, "LANG", null);
                });
        assertEverything(HARRIET, HARRIET.email());
    }

    @Test
    void closingWithoutCommitLeavesAllAsItWas() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        try (SqlWriteTransaction writing = begin(store)) {
            keepEverything(writing, VINCENT, "undone");
            writing.remove(VINCENT, "lunch");
            assertEquals(List.of(), writing.uids(VINCENT));
        }
        assertEquals(List.of("lunch"), read(r -> r.uids(VINCENT)));
        assertEquals(List.of(), read(ReadTransaction::users));
        assertEquals(List.of(), read(r -> r.outbox(NOW, 9)));
        write(w -> assertTrue(w.useKey(VINCENT, "form", NOW)));
    }

    @Test
    void aTransactionSeesWhatItWroteAndEndsWithItsCommit() {
        try (SqlWriteTransaction writing = begin(store)) {
            keep(writing, VINCENT, "lunch", NOW);
            assertEquals(List.of("lunch"), writing.uids(VINCENT));
            writing.commit();
            assertThrows(IllegalStateException.class, () -> writing.remove(VINCENT, "lunch"));
            assertThrows(IllegalStateException.class, writing::commit);
        }
        assertEquals(List.of("lunch"), read(r -> r.uids(VINCENT)));
    }

    @Test
    void aViewStaysAsItWasWhileOthersCommit() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        try (ReadTransaction before = store.read()) {
            write(
                    w -> {
                        w.remove(VINCENT, "lunch");
                        keep(w, VINCENT, "dinner", NOW);
                    });
            assertEquals(List.of("lunch"), before.uids(VINCENT));
            assertEquals(1, before.occurrences(VINCENT, YEAR_1, YEAR_9999).size());
            assertNotNull(before.event(VINCENT, "lunch"));
        }
        assertEquals(List.of("dinner"), read(r -> r.uids(VINCENT)));
    }

    @Test
    void readersDoNotWaitForAWriter() {
        write(w -> keep(w, VINCENT, "lunch", NOW));
        try (SqlWriteTransaction writing = begin(store)) {
            writing.remove(VINCENT, "lunch");
            assertEquals(List.of("lunch"), read(r -> r.uids(VINCENT)));
            writing.commit();
        }
    }

    @Test
    void textsOfStrangersComeBackAsTheyWere() {
        var hostile =
                List.of(
                        "'; DROP TABLE event; --",
                        "%_?:1$1",
                        "../../../etc/passwd",
                        "🦔".repeat(250),
                        "x".repeat(500),
                        "İıßÅ\u0301\u202E",
                        "line\r\nbreak\ttab",
                        " ",
                        "\u0001\u007F\uFFFF");
        write(w -> hostile.forEach(uid -> keep(w, VINCENT, uid, NOW)));
        for (String uid : hostile) {
            assertEquals(text(uid), event(uid).text());
            assertEquals(uid, event(uid).uid());
        }
        assertEquals(
                hostile.stream().sorted().toList(),
                read(r -> r.uids(VINCENT)).stream().sorted().toList());
    }

    @Test
    void aTextThatNoDatabaseHoldsIsFoundByWhatWasGiven() {
        Map<String, String> kept =
                Map.of(
                        "a\0b", "a\uFFFDb",
                        "half \uD83D pair", "half \uFFFD pair",
                        "\uDD94 other half", "\uFFFD other half");
        kept.forEach(
                (given, found) -> {
                    write(w -> keep(w, VINCENT, given, NOW));
                    assertEquals(found, event(given).uid());
                    assertEquals(text(found), event(given).text());
                    write(w -> w.remove(VINCENT, given));
                    assertNull(read(r -> r.event(VINCENT, given)));
                });
    }

    @Test
    void theSecretIsMadeOnceAndIsOfTheStore() {
        byte[] secret;
        try (SqlWriteTransaction writing = begin(store)) {
            secret = writing.secret();
        }
        assertEquals(32, secret.length);
        assertArrayEquals(
                secret, read(ReadTransaction::secret), "it lasts though nothing was committed");
        try (Store other = open("other");
                WriteTransaction writing = begin(other)) {
            assertFalse(Arrays.equals(secret, writing.secret()));
        }
    }

    @Test
    void changingAnEventWritesItsOwnRowsOnlyHoweverManyOthersThereAre() {
        write(
                w -> {
                    for (int i = 0; i < 500; i++) {
                        keep(w, VINCENT, "other " + i, NOW);
                    }
                });
        var three =
                IntStream.range(0, 3)
                        .mapToObj(i -> occurrence("lunch", NOW.plusSeconds(i * DAY), HOUR))
                        .toList();
        long others = rowsExcept("lunch");
        assertEquals(6, statements(w -> w.keep(VINCENT, "lunch", text("lunch"), null, three, NOW)));
        assertEquals(
                6,
                statements(
                        w ->
                                w.keep(
                                        VINCENT,
                                        "lunch",
                                        text("lunch"),
                                        null,
                                        three.subList(0, 1),
                                        NOW)));
        assertEquals(
                6, statements(w -> w.expand(VINCENT, "lunch", null, null, three.subList(1, 3))));
        assertEquals(6, statements(w -> w.remove(VINCENT, "lunch")));
        assertEquals(others, rowsExcept("lunch"));
    }

    private List<String> files(CalendarAddress user, String draft) {
        return read(r -> r.files(user, draft)).stream()
                .map(file -> file.name() + " " + file.content().length)
                .toList();
    }

    private static void keepFile(
            WriteTransaction w, CalendarAddress user, String draft, Instant at) {
        w.keepFiles(user, draft, List.of(new KeptFile(draft + ".ics", new byte[] {0, -1})), at);
    }

    @Test
    void filesWaitUnderTheirNameTheNewestFewAndForADay() {
        write(
                w -> {
                    w.keepFiles(
                            VINCENT,
                            "two",
                            List.of(
                                    new KeptFile("b", new byte[0]),
                                    new KeptFile("a", new byte[] {0, 13, -1})),
                            NOW);
                    keepFile(w, HARRIET, "hers", NOW);
                });
        assertEquals(List.of("b 0", "a 3"), files(VINCENT, "two"));
        assertEquals(List.of(), files(HARRIET, "two"));
        write(w -> keepFile(w, VINCENT, "two", NOW.plusSeconds(1)));
        assertEquals(List.of("two.ics 2"), files(VINCENT, "two"), "in the place of the others");
        write(
                w -> {
                    keepFile(w, VINCENT, "three", NOW.plusSeconds(2));
                    keepFile(w, VINCENT, "four", NOW.plusSeconds(3));
                    keepFile(w, VINCENT, "five", NOW.plusSeconds(3));
                });
        assertEquals(List.of(), files(VINCENT, "two"), "only the newest three");
        assertEquals(List.of("five.ics 2"), files(VINCENT, "five"));
        write(w -> w.dropFiles(VINCENT, "five"));
        assertEquals(List.of(), files(VINCENT, "five"));
        write(w -> keepFile(w, VINCENT, "six", NOW.plusSeconds(DAY + 3)));
        assertEquals(List.of(), files(VINCENT, "three"), "more than a day old");
        assertEquals(List.of("four.ics 2"), files(VINCENT, "four"), "a day old");
        write(w -> w.forget(HARRIET));
        assertEquals(List.of(), files(HARRIET, "hers"));
    }

    private static EventSearch search(String... beginnings) {
        return new EventSearch(
                List.of(beginnings), Instant.MIN, Instant.MAX, null, List.of(), true, NOW);
    }

    private List<String> found(EventSearch search) {
        return of(read(r -> r.search(VINCENT, search, 0, 50)));
    }

    private static void keepWords(
            WriteTransaction w, CalendarAddress user, String uid, Instant at, String... words) {
        w.keep(
                user,
                uid,
                text(uid),
                null,
                List.of(words),
                null,
                null,
                List.of(occurrence(uid, at, HOUR), occurrence(uid, at.plusSeconds(DAY), HOUR)),
                NOW);
    }

    @Test
    void eventsAreFoundByTheBeginningsOfAllWords() {
        write(
                w -> {
                    keepWords(w, VINCENT, "a", NOW, "plan", "planning", "tea");
                    keepWords(w, VINCENT, "b", NOW.plusSeconds(1), "plan", "zoo");
                    keepWords(
                            w, VINCENT, "past", NOW.minusSeconds(9 * DAY), "plan", "\u0627\u062d");
                    keepWords(w, HARRIET, "hers", NOW, "plan");
                    w.keep(VINCENT, "none", text("none"), null, List.of(), NOW);
                });
        assertEquals(List.of("a 2", "b 2", "past 2"), found(search("pla")));
        assertEquals(List.of("a 2"), found(search("plan", "t")));
        assertEquals(List.of("past 2"), found(search("\u0627")));
        assertEquals(List.of(), found(search("lan")));
        assertEquals(List.of(), found(search("PLAN")), "words come folded");
        assertEquals(3, read(r -> r.search(VINCENT, search("plan"), 1, 1)).all());
        assertEquals(
                List.of("none"),
                read(r -> r.unindexed(VINCENT, 9)).stream().map(KeptEvent::uid).toList());
    }

    /** More than are counted: what is to come by its next date, then what is over by its last. */
    @Test
    void aWordThatAThousandEventsHaveIsFoundByWalkingAwayFromNow() {
        write(
                w -> {
                    for (int i = 0; i < SearchWalk.MOST; i++) {
                        Instant at = NOW.minusSeconds((9L + i) * DAY);
                        keepWords(w, VINCENT, "past" + i, at, "meeting", "m" + i % 2);
                    }
                    keepWords(w, VINCENT, "running", NOW.minusSeconds(60), "meeting");
                    keepWords(w, VINCENT, "far", NOW.plusSeconds(5000L * DAY), "meetings");
                    keepWords(w, VINCENT, "soon", NOW.plusSeconds(DAY), "old", "meeting");
                    keepWords(w, VINCENT, "other", NOW.plusSeconds(DAY), "xmeeting");
                    w.keep(
                            VINCENT,
                            "long",
                            text("long"),
                            null,
                            List.of("meeting"),
                            null,
                            null,
                            List.of(occurrence("long", NOW.minusSeconds(400L * DAY), 800 * DAY)),
                            NOW);
                });
        var found = read(r -> r.search(VINCENT, search("meeting"), 0, 6));
        assertEquals(
                List.of("long 1", "running 2", "soon 2", "far 2", "past0 2", "past1 2"), of(found));
        assertEquals(NOW.minusSeconds(8L * DAY), found.events().get(4).date().start());
        assertEquals(SearchWalk.MOST, found.all());
        assertTrue(found.isMore());
        var rest = read(r -> r.search(VINCENT, search("meeting"), 4, 5000));
        assertEquals(SearchWalk.MOST - 4, rest.events().size());
        assertEquals("past995 2", of(rest).getLast());
        assertEquals(0, read(r -> r.search(VINCENT, search("meeting"), 1000, 50)).events().size());
        assertEquals(
                List.of("past1 2", "past3 2"),
                of(read(r -> r.search(VINCENT, search("m1", "meet"), 0, 2))));
        var window =
                new EventSearch(
                        List.of("meeting"),
                        NOW.minusSeconds(11 * DAY),
                        NOW.minusSeconds(9 * DAY),
                        null,
                        List.of(),
                        true,
                        NOW);
        var few = read(r -> r.search(VINCENT, window, 0, 50));
        assertEquals(List.of("long 1", "past1 1", "past2 2", "past3 1"), of(few));
        assertEquals(4, few.all());
        assertFalse(few.isMore());
    }

    private static List<String> of(FoundEvents found) {
        return found.events().stream()
                .map(event -> event.date().uid() + " " + event.dates())
                .toList();
    }

    @Test
    void aSearchIsBoundToAWindowAndAYearMayBeAWord() {
        write(
                w -> {
                    keepWords(w, VINCENT, "a", NOW, "budget", "2027");
                    keepWords(w, VINCENT, "b", NOW.plusSeconds(400 * DAY), "budget");
                });
        Instant from = NOW.plusSeconds(DAY);
        var day =
                new EventSearch(List.of(), from, from.plusSeconds(DAY), null, List.of(), true, NOW);
        assertEquals(List.of("a 1"), found(day));
        var year =
                new EventSearch.Year(
                        "2027", NOW.plusSeconds(399 * DAY), NOW.plusSeconds(401 * DAY), List.of());
        var budget =
                new EventSearch(
                        List.of("budget"),
                        Instant.MIN,
                        Instant.MAX,
                        year,
                        List.of("no such event"),
                        false,
                        NOW);
        assertEquals(List.of("a 2", "b 1"), found(budget));
    }

    @Test
    void onlyWordsThatDifferAreWritten() {
        String[] many =
                IntStream.range(0, 300).mapToObj(i -> "w" + i).sorted().toArray(String[]::new);
        String[] more =
                IntStream.range(0, 301).mapToObj(i -> "w" + i).sorted().toArray(String[]::new);
        write(w -> w.add(VINCENT, NOW));
        assertEquals(7, statements(w -> keepWords(w, VINCENT, "a", NOW, many)));
        assertEquals(7, statements(w -> keepWords(w, VINCENT, "a", NOW, many)));
        assertEquals(8, statements(w -> keepWords(w, VINCENT, "a", NOW, more)));
        assertEquals(3, statements(w -> w.index(VINCENT, "a", List.of(many))));
        assertEquals(List.of(), found(search("w300")));
        write(w -> w.remove(VINCENT, "a"));
        assertEquals(List.of(), found(search("w1")));
    }

    private long statements(Consumer<WriteTransaction> effect) {
        long before = statements(store);
        write(effect);
        return statements(store) - before - statementsOfAnEffect();
    }

    /** A sum over the rows that other events have, which sees any that is written anew. */
    private long rowsExcept(String uid) {
        try (var view = view(store)) {
            Long sum = view.session().one(Rows::number, sumOfRowsExcept(), uid);
            return sum == null ? 0 : sum;
        }
    }

    @Test
    void eventsThatAreNotAllWrittenInAWindowAreFoundOnceWithTheirText() {
        Instant later = NOW.plusSeconds(DAY);
        write(
                w -> {
                    w.keep(VINCENT, "all", text("all"), null, List.of(), NOW);
                    w.keep(VINCENT, "future", text("future"), later, List.of(), NOW);
                    w.keep(VINCENT, "dense", text("dense"), null, null, NOW, later, List.of(), NOW);
                    w.keep(VINCENT, "past", text("past"), null, null, NOW, null, List.of(), NOW);
                    w.keep(HARRIET, "hers", text("hers"), null, null, NOW, NOW, List.of(), NOW);
                });
        assertEquals(List.of(), incomplete(NOW, later), "all is written there");
        assertEquals(List.of("dense", "future"), incomplete(NOW, later.plusSeconds(1)));
        assertEquals(List.of("dense", "past"), incomplete(NOW.minusSeconds(1), later));
        assertEquals(
                List.of("dense", "future", "past"),
                incomplete(NOW.minusSeconds(1), later.plusSeconds(1)));
        assertEquals(NOW, event("dense").expandedFrom());
    }

    private List<String> incomplete(Instant from, Instant to) {
        return read(r -> r.incomplete(VINCENT, from, to)).stream().map(KeptEvent::uid).toList();
    }

    @Test
    void activityBeforeAnInstantIsForgottenOnRequest() {
        write(w -> w.note(VINCENT, activity("old")));
        write(w -> w.forgetActivity(VINCENT, NOW));
        assertEquals(1, read(r -> r.activity(VINCENT, 9)).size());
        write(w -> w.forgetActivity(HARRIET, NOW.plusSeconds(1)));
        assertEquals(1, read(r -> r.activity(VINCENT, 9)).size(), "of others nothing goes");
        write(w -> w.forgetActivity(VINCENT, NOW.plusSeconds(1)));
        assertEquals(List.of(), read(r -> r.activity(VINCENT, 9)));
    }

    @Test
    void aMonthPageIsFourQuestions() {
        write(w -> keepEverything(w, VINCENT, "his"));
        long before = statements(store);
        try (ReadTransaction reading = store.read()) {
            reading.preferences(VINCENT);
            reading.incomplete(VINCENT, NOW, NOW.plusSeconds(31 * DAY));
            reading.occurrences(VINCENT, NOW, NOW.plusSeconds(31 * DAY));
            reading.requests(VINCENT);
            reading.secret();
        }
        assertEquals(4, statements(store) - before - statementsOfAView());
    }

    @Test
    void aMailIsTakenInHandByOneAndIsDueAgainForWhenThatOneIsKilled() {
        write(w -> IntStream.range(0, 3).forEach(_ -> post(w)));
        Instant until = NOW.plusSeconds(60);
        Posted first = store.effect(w -> Objects.requireNonNull(w.takeNext(NOW, until)));
        Posted second = store.effect(w -> Objects.requireNonNull(w.takeNext(NOW, until)));
        assertTrue(first.number() < second.number());
        assertEquals(0, first.attempts());
        write(
                w -> {
                    assertNull(w.take(first.number(), NOW, until));
                    assertNotNull(w.take(second.number() + 1, NOW, until));
                    assertNull(w.takeNext(NOW, until));
                    assertNull(w.take(99, NOW, until));
                });
        write(
                w -> {
                    Posted again = Objects.requireNonNull(w.takeNext(until, until.plusSeconds(1)));
                    assertEquals(first.number(), again.number());
                    assertEquals(1, again.attempts());
                });
    }

    private static long post(WriteTransaction writing) {
        return writing.post(VINCENT, "", List.of("a@example.com"), new byte[] {1}, NOW);
    }

    @Test
    void manyWhoTakeAtOnceTakeEachMailOnce() throws Exception {
        write(w -> IntStream.range(0, 40).forEach(_ -> post(w)));
        var taken = new ConcurrentLinkedQueue<Long>();
        together(
                4,
                _ -> {
                    try (Store own = open("store")) {
                        while (take(own, taken)) {
                            // until nothing is left
                        }
                    }
                });
        assertEquals(40, taken.size());
        assertEquals(40, taken.stream().distinct().count());
    }

    /** Whether there was one to take; another process may be about to take the last ones. */
    private static boolean take(Store own, Collection<Long> taken) {
        Optional<Posted> mail =
                own.effect(w -> Optional.ofNullable(w.takeNext(NOW, NOW.plusSeconds(60))));
        mail.ifPresent(m -> taken.add(m.number()));
        return mail.isPresent();
    }

    @Test
    void whatManyAddUpUnderOneUsersNamesIsAllThere() throws Exception {
        var alias = new CalendarAddress("vole@example.com");
        write(
                w -> {
                    w.add(VINCENT, NOW);
                    w.prefer(VINCENT, "aliases", "vole@example.com");
                    w.prefer(VINCENT, "count", "0");
                });
        together(
                4,
                number -> {
                    try (Store own = open("store")) {
                        for (int i = 0; i < 25; i++) {
                            CalendarAddress named = number % 2 == 0 ? VINCENT : alias;
                            own.change(named, StoreContract::countOn);
                        }
                    }
                });
        assertEquals("100", read(r -> r.preferences(VINCENT)).get("count"));
    }

    private static void countOn(WriteTransaction writing) {
        String count = Objects.requireNonNull(writing.preferences(VINCENT).get("count"));
        writing.prefer(VINCENT, "count", Integer.toString(Integer.parseInt(count) + 1));
    }

    @Test
    void manyMayMakeTheStoreAtOnce() throws Exception {
        together(
                4,
                number -> {
                    try (Store own = open("made at once")) {
                        own.change(w -> keep(w, VINCENT, "event " + number, NOW));
                    }
                });
        try (Store own = open("made at once");
                ReadTransaction reading = own.read()) {
            assertEquals(4, reading.uids(VINCENT).size());
        }
    }

    interface Task {
        void run(int number) throws Exception;
    }

    static void together(int threads, Task task) throws Exception {
        var barrier = new CyclicBarrier(threads);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<Boolean>> tasks =
                    IntStream.range(0, threads)
                            .<Callable<Boolean>>mapToObj(
                                    number ->
                                            () -> {
                                                barrier.await();
                                                task.run(number);
                                                return true;
                                            })
                            .toList();
            for (Future<Boolean> done : executor.invokeAll(tasks)) {
                assertTrue(done.get());
            }
        }
    }

    @Test
    void limitsAndGroupsOfAQuotaAreKeptAndGoWithTheirUser() {
        var everybody = new CalendarAddress("quota:everybody");
        write(
                w -> {
                    w.add(VINCENT, NOW);
                    w.limitQuota("rooms", VINCENT, Duration.ofHours(9));
                    w.limitQuota("rooms", VINCENT, Duration.ofHours(10));
                    w.limitQuota("rooms", everybody, Duration.ofMinutes(30));
                    w.limitQuota("cars", HARRIET, Duration.ofDays(2));
                    w.shareQuota("rooms", VINCENT, "sales");
                    w.shareQuota("rooms", HARRIET, "board");
                });
        assertEquals(List.of("cars", "rooms"), read(r -> r.quotas()));
        assertEquals(Duration.ofHours(10), read(r -> r.quotaLimit("rooms", VINCENT)));
        assertNull(read(r -> r.quotaLimit("cars", VINCENT)));
        assertEquals(
                Map.of(VINCENT, Duration.ofHours(10), everybody, Duration.ofMinutes(30)),
                read(r -> r.quotaLimits("rooms")));
        assertEquals("sales", read(r -> r.quotaGroup("rooms", VINCENT)));
        assertEquals(Map.of(VINCENT, "sales", HARRIET, "board"), read(r -> r.quotaGroups("rooms")));
        write(
                w -> {
                    w.limitQuota("rooms", everybody, null);
                    w.shareQuota("rooms", HARRIET, null);
                    w.forget(VINCENT);
                });
        assertEquals(List.of("cars"), read(r -> r.quotas()));
        assertEquals(Map.of(), read(r -> r.quotaGroups("rooms")));
    }

    @Test
    void bookingsAreWhatAnOrganiserHasOfAResourceAndIsNotOver() {
        CalendarAddress room = new CalendarAddress("room@example.com");
        write(
                w -> {
                    w.keep(
                            room,
                            "lunch",
                            text("lunch"),
                            VINCENT,
                            null,
                            null,
                            null,
                            List.of(
                                    booked("lunch", 1, Participation.ACCEPTED),
                                    booked("lunch", 2, Participation.TENTATIVE),
                                    booked("lunch", 3, Participation.DECLINED),
                                    booked("lunch", -5, Participation.ACCEPTED)),
                            NOW);
                    w.keep(
                            room,
                            "tea",
                            text("tea"),
                            HARRIET,
                            null,
                            null,
                            null,
                            List.of(booked("tea", 4, Participation.ACCEPTED)),
                            NOW);
                });
        assertEquals(
                List.of(booking("lunch", 1), booking("lunch", 2)),
                read(r -> r.bookings(room, VINCENT, NOW)));
        assertEquals(List.of(booking("tea", 4)), read(r -> r.bookings(room, HARRIET, NOW)));
        assertEquals(List.of(), read(r -> r.bookings(HARRIET, VINCENT, NOW)));
        assertEquals(List.of(HARRIET, VINCENT), read(r -> r.bookingOrganisers(room, NOW)));
        assertEquals(
                List.of(HARRIET),
                read(r -> r.bookingOrganisers(room, NOW.plus(Duration.ofHours(4)))),
                "what is over counts no more");
        assertEquals(List.of(), read(r -> r.bookingOrganisers(HARRIET, NOW)));
    }

    private static Booking booking(String uid, int hours) {
        Instant start = NOW.plus(Duration.ofHours(hours));
        return new Booking(uid, start, start.plus(Duration.ofMinutes(30)));
    }

    private static Occurrence booked(String uid, int hours, Participation how) {
        Booking booking = booking(uid, hours);
        return new Occurrence(
                uid,
                null,
                booking.start(),
                booking.end(),
                null,
                null,
                "Lunch",
                "",
                false,
                false,
                how,
                Occurrence.Busy.BUSY,
                Occurrence.Appearance.PLAIN);
    }

    @Test
    void whoeverChoseAPreferenceIsFoundByItsName() {
        write(
                w -> {
                    w.add(VINCENT, NOW);
                    w.add(HARRIET, NOW);
                    w.prefer(VINCENT, "resource", "room");
                    w.prefer(HARRIET, "CN", "Harriet");
                });
        assertEquals(Map.of(VINCENT, "room"), read(r -> r.preferring("resource")));
        write(w -> w.prefer(VINCENT, "resource", null));
        assertEquals(Map.of(), read(r -> r.preferring("resource")));
    }
}
