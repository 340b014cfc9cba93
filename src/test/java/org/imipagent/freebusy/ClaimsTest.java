package org.imipagent.freebusy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims, free/busy and gaps against the plainest definition of each: second by second. */
class ClaimsTest {

    private static final int LAWS = 10_000;
    private static final int WINDOW = 60;
    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));

    private final Random random = new Random(20261122);

    // ---- laws

    @Test
    void theUnionIsBusyWhereAClaimIsAndAsTheStrongestSays() {
        for (int round = 0; round < LAWS; round++) {
            var all = claims(random.nextInt(9));
            var freeBusy = Claims.of(all, second(0)).freeBusy(second(0), second(WINDOW));
            for (int i = 0; i < WINDOW; i++) {
                assertEquals(strongest(all, i), freeBusy.at(second(i)), all + " at " + i);
            }
            assertDisjointAndJoined(freeBusy);
        }
    }

    @Test
    void mergingIsTheUnionOfWhatBothKnow() {
        for (int round = 0; round < LAWS; round++) {
            var one = freeBusy(random.nextInt(20), 30 + random.nextInt(30));
            var other = freeBusy(random.nextInt(20), 30 + random.nextInt(30));
            var both = one.merge(other);
            for (int i = 0; i < WINDOW; i++) {
                Instant at = second(i);
                boolean known = !at.isBefore(both.from()) && at.isBefore(both.to());
                assertEquals(known ? stronger(one.at(at), other.at(at)) : Busy.FREE, both.at(at));
            }
            assertDisjointAndJoined(both);
        }
    }

    @Test
    void subtractingLeavesWhatTheOtherDoesNotTake() {
        for (int round = 0; round < LAWS; round++) {
            var one = freeBusy(0, WINDOW);
            var other = freeBusy(0, WINDOW);
            var left = one.subtract(other);
            for (int i = 0; i < WINDOW; i++) {
                Instant at = second(i);
                assertEquals(other.at(at) == Busy.FREE ? one.at(at) : Busy.FREE, left.at(at));
            }
        }
    }

    @Test
    void aConflictIsEveryOtherClaimThatMeetsThePeriod() {
        for (int round = 0; round < LAWS; round++) {
            var all = claims(random.nextInt(12));
            var claims = Claims.of(all, second(0));
            int from = random.nextInt(WINDOW);
            int to = from + random.nextInt(8);
            String own = "e" + random.nextInt(6);
            var expected =
                    claims.all().stream()
                            .filter(c -> !c.uid().equals(own))
                            .filter(c -> meets(c, from, to))
                            .toList();
            assertEquals(expected, claims.conflicts(second(from), second(to), own));
            assertEquals(
                    claims.without(own).conflicts(second(from), second(to)),
                    claims.conflicts(second(from), second(to), own));
        }
    }

    @Test
    void thereIsRoomWhereFewerAreAtOnceThanMayBe() {
        for (int round = 0; round < LAWS; round++) {
            var all = claims(random.nextInt(14));
            var claims = Claims.of(all, second(0));
            int from = random.nextInt(WINDOW - 10);
            int to = from + 1 + random.nextInt(9);
            int most = 0;
            for (int i = from; i < to; i++) {
                most = Math.max(most, open(all, i));
            }
            assertEquals(most, claims.atOnce(second(from), second(to)));
            int capacity = 1 + random.nextInt(4);
            assertEquals(most < capacity, claims.hasRoom(second(from), second(to), capacity, null));
            var full = claims.full(second(0), second(WINDOW), capacity);
            for (int i = 0; i < WINDOW; i++) {
                assertEquals(open(all, i) >= capacity, full.at(second(i)) != Busy.FREE);
            }
        }
    }

    @Test
    void theFirstGapIsTheFirstSecondFromWhichAllAreFreeLongEnough() {
        for (int round = 0; round < LAWS; round++) {
            var people = new ArrayList<FreeBusy>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                people.add(freeBusy(random.nextInt(8), 40 + random.nextInt(20)));
            }
            int length = 1 + random.nextInt(9);
            int from = random.nextInt(20);
            var grid =
                    random.nextBoolean()
                            ? null
                            : Grid.of(
                                    List.of(),
                                    List.of(),
                                    random.ints(1 + random.nextInt(12), 0, 60).boxed().toList(),
                                    OSLO);
            assertEquals(
                    plainGap(people, length, from, WINDOW, grid),
                    Gap.first(
                            people,
                            Duration.ofSeconds(length),
                            second(from),
                            second(WINDOW),
                            grid));
        }
    }

    private static @Nullable Instant plainGap(
            List<FreeBusy> people, int length, int from, int to, @Nullable Grid grid) {
        for (int start = from; start + length <= to; start++) {
            boolean good =
                    grid == null
                            || (grid.permits(second(start))
                                    && grid.permits(second(start + length)));
            for (FreeBusy person : people) {
                good &= !second(start).isBefore(person.from());
                good &= !second(start + length).isAfter(person.to());
                for (int i = start; i < start + length; i++) {
                    good &= person.at(second(i)) == Busy.FREE;
                }
            }
            if (good) {
                return second(start);
            }
        }
        return null;
    }

    /** Also where the clock changes: every minute of two days is asked. */
    @Test
    void theNextPointOfAGridIsTheFirstThatItPermits() {
        for (String day : List.of("2026-10-24T20:00:00Z", "2026-03-28T20:00:00Z")) {
            Instant start = Instant.parse(day);
            for (int round = 0; round < 300; round++) {
                var grid =
                        Grid.of(
                                random.ints(random.nextInt(6), 0, 24).boxed().toList(),
                                random.ints(random.nextInt(6), 0, 60).boxed().toList(),
                                List.of(0),
                                OSLO);
                Instant from = start.plusSeconds(random.nextInt(36_000));
                Instant before = from.plusSeconds(random.nextInt(60_000));
                Instant plain =
                        Instant.ofEpochSecond(-Math.floorDiv(-from.getEpochSecond(), 60) * 60);
                while (plain.isBefore(before) && !grid.permits(plain)) {
                    plain = plain.plusSeconds(60);
                }
                assertEquals(plain.isBefore(before) ? plain : null, grid.next(from, before));
            }
        }
    }

    // ---- what the laws do not say

    @Test
    void anOfferHoldsUntilItExpires() {
        var offer = Claim.of(new Offer("lunch", null, second(10), second(20), second(5)));
        assertEquals(
                List.of(offer),
                Claims.of(List.of(offer), second(4)).conflicts(second(0), second(60)));
        assertEquals(List.of(), Claims.of(List.of(offer), second(5)).all());
        var with = Claims.of(List.of(), second(0)).with(List.of(offer), second(4));
        assertEquals(Busy.TENTATIVE, with.freeBusy(second(0), second(60)).at(second(15)));
        assertEquals(List.of(), with.without("lunch").all());
    }

    @Test
    void anEventDoesNotClashWithItself() {
        var claims = Claims.of(List.of(claim(10, 20, Busy.BUSY, "lunch")), second(0));
        assertEquals(1, claims.conflicts(second(15), second(16)).size());
        assertEquals(List.of(), claims.conflicts(second(15), second(16), "lunch"));
        assertFalse(claims.hasRoom(second(15), second(16), 1, null));
        assertTrue(claims.hasRoom(second(15), second(16), 1, "lunch"));
        assertTrue(claims.hasRoom(second(20), second(30), 1, null), "the end is exclusive");
    }

    @Test
    void aMeetingOfThreePeopleFindsItsHourOnTheGridOfOneOfThem() {
        var day = "2026-11-18T";
        var from = Instant.parse(day + "07:00:00Z");
        var to = Instant.parse(day + "17:00:00Z");
        var vincent = busy(from, to, day + "08:00:00Z", day + "09:10:00Z");
        var harriet = busy(from, to, day + "10:00:00Z", day + "12:00:00Z");
        var simon = busy(from, to, day + "12:30:00Z", day + "13:00:00Z");
        var people = List.of(vincent, harriet, simon);
        var hour = Duration.ofHours(1);
        assertEquals(from, Gap.first(people, hour, from, to, null));
        assertEquals(
                Instant.parse(day + "13:00:00Z"),
                Gap.first(people, hour, Instant.parse(day + "07:30:00Z"), to, null));
        // 10, 12 and 14 o'clock in Oslo, and the half hours
        var grid = Grid.of(List.of(10, 12, 14, 15), List.of(0, 30), List.of(0), OSLO);
        assertEquals(Instant.parse(day + "13:00:00Z"), Gap.first(people, hour, from, to, grid));
        assertNull(Gap.first(people, Duration.ofHours(9), from, to, null));
        assertNull(Gap.first(people, Duration.ofMinutes(20), from, to, grid));
    }

    private static FreeBusy busy(Instant from, Instant to, String start, String end) {
        return new FreeBusy(
                from,
                to,
                List.of(new BusyPeriod(Instant.parse(start), Instant.parse(end), Busy.BUSY)));
    }

    @Test
    void aTimeThatComesTwiceIsTwoPointsOfTheGridAndOneThatDoesNotComeIsNone() {
        var grid = Grid.of(List.of(2), List.of(30), List.of(0), OSLO);
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant end = first.plusSeconds(86_400);
        assertEquals(first, grid.next(first.minusSeconds(9000), end));
        assertEquals(first.plusSeconds(3600), grid.next(first.plusSeconds(1), end));
        Instant spring = OSLO.instant(LocalDateTime.parse("2026-03-29T01:30:00"));
        assertNull(grid.next(spring, spring.plusSeconds(7200)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Grid.of(List.of(24), List.of(), List.of(), OSLO));
    }

    @Test
    void periodsThatOverlapOrAreInNoOrderBecomeTheirUnion() {
        var one = new BusyPeriod(second(0), second(10), Busy.BUSY);
        var other = new BusyPeriod(second(5), second(15), Busy.TENTATIVE);
        var free = new BusyPeriod(second(2), second(30), Busy.FREE);
        assertEquals(
                List.of(one, new BusyPeriod(second(10), second(12), Busy.TENTATIVE)),
                new FreeBusy(second(0), second(12), List.of(other, free, one)).periods());
    }

    // ---- work

    /** A hundred thousand claims, among them some that last for ever: few are looked at. */
    @Test
    void aLookUpLooksAtWhatItFindsAndAtLittleMore() {
        int n = 100_000;
        var all = new ArrayList<Claim>();
        for (int i = 0; i < n; i++) {
            int length = i % 10_000 == 0 ? 100 * n : 1 + random.nextInt(30);
            all.add(claim(10 * i, 10 * i + length, Busy.BUSY, "e" + i));
        }
        var index = new PeriodIndex(Claims.of(all, second(0)).all());
        for (int round = 0; round < 200; round++) {
            Instant from = second(random.nextInt(10 * n));
            Instant to = from.plusSeconds(1 + random.nextInt(1000));
            var found = new ArrayList<Integer>();
            int looks = index.search(from, to, found::add);
            assertTrue(looks <= 20 + 2 * found.size(), looks + " for " + found.size());
            assertEquals(
                    all.stream()
                            .filter(c -> c.start().isBefore(to) && c.end().isAfter(from))
                            .count(),
                    found.size());
        }
    }

    @Test
    void nestedClaimsAndALookUpThatFindsAllAreNoHarder() {
        int n = 50_000;
        var all = new ArrayList<Claim>();
        for (int i = 0; i < n; i++) {
            all.add(claim(i, 3 * n - i, Busy.BUSY, "e" + i));
        }
        var claims = Claims.of(all, second(0));
        assertEquals(all, claims.conflicts(second(n), second(n + 1)));
        assertEquals(n, claims.atOnce(second(0), second(3 * n)));
        var index = new PeriodIndex(claims.all());
        assertTrue(index.search(second(3 * n), second(3 * n + 9), _ -> {}) <= 20);
        assertEquals(0, index.search(second(9), second(9), _ -> {}));
    }

    // ---- made by chance

    private List<Claim> claims(int count) {
        var claims = new ArrayList<Claim>();
        for (int i = 0; i < count; i++) {
            int start = random.nextInt(WINDOW + 10) - 5;
            var busy = List.of(Busy.values()).get(random.nextInt(4));
            claims.add(claim(start, start + random.nextInt(20), busy, "e" + random.nextInt(6)));
        }
        return claims;
    }

    private FreeBusy freeBusy(int from, int to) {
        return Claims.of(claims(random.nextInt(6)), second(0)).freeBusy(second(from), second(to));
    }

    private static Claim claim(int from, int to, Busy busy, String uid) {
        return new Claim(second(from), second(to), busy, uid, null, null);
    }

    private static boolean meets(Claim claim, int from, int to) {
        for (int i = from; i < to; i++) {
            if (covers(claim, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Claim claim, int second) {
        return claim.busy() != Busy.FREE
                && !second(second).isBefore(claim.start())
                && second(second).isBefore(claim.end());
    }

    private static int open(List<Claim> all, int second) {
        return (int) all.stream().filter(claim -> covers(claim, second)).count();
    }

    private static Busy strongest(List<Claim> all, int second) {
        Busy strongest = Busy.FREE;
        for (Claim claim : all) {
            strongest = covers(claim, second) ? stronger(strongest, claim.busy()) : strongest;
        }
        return strongest;
    }

    private static Busy stronger(Busy one, Busy other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static void assertDisjointAndJoined(FreeBusy freeBusy) {
        for (int i = 1; i < freeBusy.periods().size(); i++) {
            var before = freeBusy.periods().get(i - 1);
            var after = freeBusy.periods().get(i);
            assertTrue(
                    before.end().isBefore(after.start())
                            || (before.end().equals(after.start())
                                    && before.busy() != after.busy()));
        }
    }

    /** Seconds of one minute and the next are those of the clock, so that a grid meets them. */
    private static Instant second(int second) {
        return Instant.ofEpochSecond(1_800_000_000L + second);
    }
}
