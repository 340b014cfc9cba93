package org.imipagent.store;

import static org.imipagent.store.StoreSamples.HARRIET;
import static org.imipagent.store.StoreSamples.HOUR;
import static org.imipagent.store.StoreSamples.NOW;
import static org.imipagent.store.StoreSamples.VINCENT;
import static org.imipagent.store.StoreSamples.activity;
import static org.imipagent.store.StoreSamples.invitation;
import static org.imipagent.store.StoreSamples.keep;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Offer;
import org.imipagent.store.StoreCopy.Copied;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code store copy} promises, from one database to another. */
abstract class CopyContract {

    private static final CalendarAddress GUEST = new CalendarAddress("mailto:guest@example.com");

    @SuppressWarnings("NullAway.Init")
    private Store from;

    @SuppressWarnings("NullAway.Init")
    private Store to;

    abstract Store openFrom();

    abstract Store openTo();

    @BeforeEach
    void somethingOfEverything() {
        from = openFrom();
        to = openTo();
        from.change(w -> fill(w, VINCENT));
        from.change(w -> fill(w, HARRIET));
        from.change(w -> w.note(GUEST, activity("not a user")));
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), to.verify());
        from.close();
        to.close();
    }

    private static void fill(WriteTransaction w, CalendarAddress user) {
        w.add(user, NOW);
        w.prefer(user, "LANG", "nb");
        w.prefer(user, "aliases", "alias-of-" + user.email());
        for (int i = 0; i < 30; i++) {
            keep(w, user, "event " + i + " 🫐 \u0001", NOW.plusSeconds(i * HOUR));
        }
        w.ask(user, invitation("event 7 🫐 \u0001"));
        w.keepCounter(user, new KeptCounter("event 7 🫐 \u0001", null, GUEST, NOW, "TEXT"));
        w.hold(user, new Offer("event 7 🫐 \u0001", null, NOW, NOW.plusSeconds(1), NOW));
        var busy = new BusyPeriod(NOW, NOW.plusSeconds(HOUR), Occurrence.Busy.BUSY);
        w.learn(user, GUEST, new FreeBusy(NOW, NOW.plusSeconds(HOUR), List.of(busy)), NOW);
        w.note(user, activity("one"));
        w.note(user, activity("two"));
        w.post(user, "s", List.of("a@example.com", "b@example.com"), new byte[] {0, -1, 10}, NOW);
        assertTrue(w.useKey(user, "form", "content", NOW));
        w.markUnpublished(user);
    }

    private Copied copy(boolean overwriting) {
        return new StoreCopy(from, to, overwriting).run((_, _) -> {});
    }

    @Test
    void allIsThereAndAsItWas() {
        assertEquals(new Copied(3, 0), copy(false));
        try (ReadTransaction before = from.read();
                ReadTransaction after = to.read()) {
            assertArrayEquals(before.secret(), after.secret());
            assertEquals(before.users(), after.users());
            assertEquals(before.unpublished(), after.unpublished());
            for (CalendarAddress user : List.of(VINCENT, HARRIET, GUEST)) {
                assertEquals(before.uids(user), after.uids(user));
                for (String uid : before.uids(user)) {
                    assertEquals(before.event(user, uid), after.event(user, uid));
                    assertEquals(before.counters(user, uid), after.counters(user, uid));
                }
                assertEquals(
                        before.occurrences(user, NOW, NOW.plusSeconds(99 * HOUR)),
                        after.occurrences(user, NOW, NOW.plusSeconds(99 * HOUR)));
                assertEquals(before.activity(user, 9), after.activity(user, 9));
                assertEquals(before.requests(user), after.requests(user));
                assertEquals(before.offers(user), after.offers(user));
                assertEquals(before.preferences(user), after.preferences(user));
                assertEquals(before.heard(user, GUEST), after.heard(user, GUEST));
                assertEquals(before.usedFor(user, "form"), after.usedFor(user, "form"));
            }
            assertEquals(
                    before.outbox(NOW, 9).stream().map(Posted::number).toList(),
                    after.outbox(NOW, 9).stream().map(Posted::number).toList());
        }
        to.change(
                w -> {
                    w.note(VINCENT, activity("three"));
                    long last = w.post(VINCENT, "", List.of("a@example.com"), new byte[1], NOW);
                    assertTrue(last > 2, "numbers go on");
                });
        try (ReadTransaction after = to.read()) {
            assertEquals("three", after.activity(VINCENT, 1).getFirst().detail());
        }
    }

    @Test
    void aSecondTimeNothingIsLeftToDo() {
        copy(false);
        assertEquals(new Copied(0, 3), copy(false));
    }

    /** As when it is killed between two users: each is there whole, or not at all. */
    @Test
    void whatWasBegunGoesOnWhereItWas() {
        var killed = new IllegalStateException("killed");
        assertEquals(
                killed,
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                new StoreCopy(from, to, false)
                                        .run(
                                                (done, _) -> {
                                                    if (done == 2) {
                                                        throw killed;
                                                    }
                                                })));
        assertEquals(new Copied(1, 2), copy(false));
    }

    @Test
    void whatWasChangedInTheOtherStoreMeanwhileIsReplacedOnDemandOnly() {
        copy(false);
        to.change(VINCENT, w -> keep(w, VINCENT, "new there", NOW));
        assertEquals(
                StoreTrouble.Kind.UNUSABLE,
                assertThrows(StoreTrouble.class, () -> copy(false)).kind());
        try (ReadTransaction kept = to.read()) {
            assertTrue(kept.uids(VINCENT).contains("new there"));
        }
        assertEquals(new Copied(1, 2), copy(true));
        try (ReadTransaction kept = to.read()) {
            assertFalse(kept.uids(VINCENT).contains("new there"));
        }
    }

    @Test
    void aStoreWithCalendarsOfItsOwnIsReplacedOnDemandOnly() {
        var other = new CalendarAddress("mailto:other@example.com");
        to.change(other, w -> keep(w, other, "theirs", NOW));
        String told =
                Objects.requireNonNull(
                        assertThrows(StoreTrouble.class, () -> copy(false)).getMessage());
        assertTrue(told.contains("--overwrite"), told);
        assertEquals(new Copied(3, 0), copy(true));
        try (ReadTransaction kept = to.read()) {
            assertEquals(List.of(), kept.uids(other));
        }
    }
}
