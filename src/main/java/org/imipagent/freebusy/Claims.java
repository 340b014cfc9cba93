package org.imipagent.freebusy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.imipagent.calendar.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * All that claims the time of one person, or of one thing that so many may use at once: by which
 * events a period is taken, and whether there is room in it. What is free, has no length or has
 * expired claims nothing and is not here.
 *
 * <p>Made in O(n log n); a look-up takes O(log n + k) where it finds k.
 */
public final class Claims {

    private static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::start)
                    .thenComparing(Claim::end)
                    .thenComparing(Claim::uid)
                    .thenComparing(claim -> claim.id() == null ? "" : claim.id().text());

    private final List<Claim> sorted;
    private final PeriodIndex index;

    private Claims(List<Claim> sorted) {
        this.sorted = List.copyOf(sorted);
        this.index = new PeriodIndex(this.sorted);
    }

    /** Those that count at an instant: an offer that expired before it does not. */
    public static Claims of(Collection<Claim> claims, Instant now) {
        return new Claims(
                claims.stream().filter(claim -> claim.counts(now)).sorted(ORDER).toList());
    }

    public static Claims of(Collection<Occurrence> occurrences) {
        return of(occurrences.stream().map(Claim::of).toList(), Instant.MIN);
    }

    /** By start, end, UID. */
    public List<Claim> all() {
        return sorted;
    }

    /** With others beside them, as they count at an instant. */
    public Claims with(Collection<Claim> more, Instant now) {
        var all = new ArrayList<>(sorted);
        all.addAll(more);
        return of(all, now);
    }

    /** Without all that an event claims. */
    public Claims without(String uid) {
        return new Claims(sorted.stream().filter(claim -> !claim.uid().equals(uid)).toList());
    }

    /** What clashes with [from, to), by start, end, UID. */
    public List<Claim> conflicts(Instant from, Instant to) {
        return conflicts(from, to, _ -> true);
    }

    /** What of other events clashes with [from, to): an event does not clash with itself. */
    public List<Claim> conflicts(Instant from, Instant to, String own) {
        return conflicts(from, to, claim -> !claim.uid().equals(own));
    }

    private List<Claim> conflicts(Instant from, Instant to, Predicate<Claim> wanted) {
        var found = new ArrayList<Claim>();
        index.search(
                from,
                to,
                i -> {
                    if (wanted.test(sorted.get(i))) {
                        found.add(sorted.get(i));
                    }
                });
        return found;
    }

    /** The greatest number of claims that hold at the same time somewhere in [from, to). */
    public int atOnce(Instant from, Instant to) {
        return Sweep.most(conflicts(from, to), from, to);
    }

    /**
     * Whether one more event may take [from, to) where so many may take place at once.
     *
     * @param own the event whose own claims are left out, or null
     */
    public boolean hasRoom(Instant from, Instant to, int capacity, @Nullable String own) {
        var others = own == null ? conflicts(from, to) : conflicts(from, to, own);
        return Sweep.most(others, from, to) < capacity;
    }

    /** When anything claims the time: the union of the claims, cut at the window's edges. */
    public FreeBusy freeBusy(Instant from, Instant to) {
        return full(from, to, 1);
    }

    /** When so many claims hold at once that there is no room for another. */
    public FreeBusy full(Instant from, Instant to, int capacity) {
        return new FreeBusy(from, to, Sweep.periods(conflicts(from, to), from, to, capacity));
    }
}
