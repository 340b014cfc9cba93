package org.imipagent.freebusy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;

/**
 * When somebody is busy between two instants: periods in order, none touching another of the same
 * kind. Where occurrences overlap the strongest counts: unavailable, then busy, then tentative.
 */
public record FreeBusy(Instant from, Instant to, List<BusyPeriod> periods) {

    public FreeBusy {
        periods = List.copyOf(periods);
    }

    /** The union of what takes place, cut at the window's edges. O(n log n). */
    public static FreeBusy of(List<Occurrence> occurrences, Instant from, Instant to) {
        var edges = new ArrayList<Edge>();
        for (Occurrence occurrence : occurrences) {
            Instant start = later(occurrence.start(), from);
            Instant end = earlier(occurrence.end(), to);
            if (occurrence.busy() != Busy.FREE && start.isBefore(end)) {
                edges.add(new Edge(start, occurrence.busy(), 1));
                edges.add(new Edge(end, occurrence.busy(), -1));
            }
        }
        edges.sort(Comparator.comparing(Edge::at));
        return new FreeBusy(from, to, sweep(edges));
    }

    /** Where one more, or one less, of a kind is open. */
    private record Edge(Instant at, Busy busy, int step) {}

    private static List<BusyPeriod> sweep(List<Edge> edges) {
        var periods = new ArrayList<BusyPeriod>();
        var open = new EnumMap<Busy, Integer>(Busy.class);
        Busy busy = Busy.FREE;
        Instant since = Instant.MIN;
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            open.merge(edge.busy(), edge.step(), Integer::sum);
            boolean moreHere = i + 1 < edges.size() && edges.get(i + 1).at().equals(edge.at());
            Busy next = strongest(open);
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

    /** The kinds stand in the order of their strength. */
    private static Busy strongest(Map<Busy, Integer> open) {
        Busy strongest = Busy.FREE;
        for (var kind : open.entrySet()) {
            if (kind.getValue() > 0) {
                strongest = kind.getKey();
            }
        }
        return strongest;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
