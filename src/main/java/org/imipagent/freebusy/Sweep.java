package org.imipagent.freebusy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Occurrence.Busy;

/** Goes over claims from edge to edge, knowing at each how many of which kind are open. */
final class Sweep {

    /** Where one more, or one less, of a kind is open. */
    private record Edge(Instant at, Busy busy, int step) {}

    private final Map<Busy, Integer> open = new EnumMap<>(Busy.class);
    private int count;

    private Sweep() {}

    /**
     * The periods in which at least so many claims hold, each as the strongest of them says; none
     * touches another of the same kind. O(n log n).
     */
    static List<BusyPeriod> periods(
            Collection<Claim> claims, Instant from, Instant to, int atLeast) {
        var periods = new ArrayList<BusyPeriod>();
        var sweep = new Sweep();
        Busy busy = Busy.FREE;
        Instant since = from;
        List<Edge> edges = edges(claims, from, to);
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            sweep.take(edge);
            boolean moreHere = i + 1 < edges.size() && edges.get(i + 1).at().equals(edge.at());
            Busy next = sweep.count < atLeast ? Busy.FREE : sweep.strongest();
            if (moreHere || next == busy) {
                continue;
            }
            if (busy != Busy.FREE) {
                periods.add(new BusyPeriod(since, edge.at(), busy));
            }
            busy = next;
            since = edge.at();
        }
        return periods;
    }

    /** The greatest number of claims that hold at once. O(n log n). */
    static int most(Collection<Claim> claims, Instant from, Instant to) {
        var sweep = new Sweep();
        int most = 0;
        for (Edge edge : edges(claims, from, to)) {
            sweep.take(edge);
            most = Math.max(most, sweep.count);
        }
        return most;
    }

    /** Cut at the window's edges. An end comes before what starts at the same instant. */
    private static List<Edge> edges(Collection<Claim> claims, Instant from, Instant to) {
        var edges = new ArrayList<Edge>(2 * claims.size());
        for (Claim claim : claims) {
            Instant start = claim.start().isAfter(from) ? claim.start() : from;
            Instant end = claim.end().isBefore(to) ? claim.end() : to;
            if (claim.busy() != Busy.FREE && start.isBefore(end)) {
                edges.add(new Edge(start, claim.busy(), 1));
                edges.add(new Edge(end, claim.busy(), -1));
            }
        }
        edges.sort(Sweep::order);
        return edges;
    }

    private static int order(Edge one, Edge other) {
        int order = one.at().compareTo(other.at());
        return order == 0 ? Integer.compare(one.step(), other.step()) : order;
    }

    private void take(Edge edge) {
        open.merge(edge.busy(), edge.step(), Integer::sum);
        count += edge.step();
    }

    /** The kinds stand in the order of their strength. */
    private Busy strongest() {
        Busy strongest = Busy.FREE;
        for (var kind : open.entrySet()) {
            if (kind.getValue() > 0) {
                strongest = kind.getKey();
            }
        }
        return strongest;
    }
}
