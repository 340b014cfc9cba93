package org.imipagent.manager;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Events of one day beside each other where they overlap. */
final class Lanes {

    /** Short events are drawn as long as this, so that their title can be read. */
    private static final int SHORTEST_MINUTES = 30;

    private Lanes() {}

    /**
     * Where an event stands.
     *
     * @param from minutes after midnight at which it is drawn
     * @param to where it ends, at most 1440
     * @param lane from the start of the line, from 0
     * @param of how many lanes there are at that time
     * @param group those that overlap, one by one, are of one group
     */
    record Placed(Item item, int from, int to, int lane, int of, int group) {}

    /** By the start, the longest first. Written out: see {@code StartBudgetIT}. */
    private static int order(Placed one, Placed other) {
        int order = Integer.compare(one.from(), other.from());
        return order == 0 ? Integer.compare(other.to(), one.to()) : order;
    }

    static List<Placed> place(List<Item> items, java.time.LocalDate day) {
        var waiting = items.stream().map(item -> unplaced(item, day)).sorted(Lanes::order).toList();
        var placed = new ArrayList<Placed>(waiting.size());
        var group = new ArrayList<Placed>();
        int groupEnd = 0;
        int number = 0;
        for (Placed next : waiting) {
            if (!group.isEmpty() && next.from() >= groupEnd) {
                placed.addAll(beside(group, number++));
                group.clear();
                groupEnd = 0;
            }
            group.add(next);
            groupEnd = Math.max(groupEnd, next.to());
        }
        placed.addAll(beside(group, number));
        return placed;
    }

    private static Placed unplaced(Item item, java.time.LocalDate day) {
        LocalDateTime midnight = day.atStartOfDay();
        int start = item.start().isBefore(midnight) ? 0 : minutes(item.start());
        int end = item.end().isBefore(midnight.plusDays(1)) ? minutes(item.end()) : 24 * 60;
        int from = Math.min(start, 24 * 60 - SHORTEST_MINUTES) / 15 * 15;
        int to = Math.min(24 * 60, Math.max((end + 14) / 15 * 15, from + SHORTEST_MINUTES));
        return new Placed(item, from, to, 0, 1, 0);
    }

    private static int minutes(LocalDateTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static List<Placed> beside(List<Placed> group, int number) {
        var ends = new ArrayList<Integer>();
        var lanes = new ArrayList<Placed>(group.size());
        for (Placed one : group) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > one.from()) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(one.to());
            } else {
                ends.set(lane, one.to());
            }
            lanes.add(new Placed(one.item(), one.from(), one.to(), lane, 1, number));
        }
        var beside = new ArrayList<Placed>(lanes.size());
        for (Placed p : lanes) {
            beside.add(new Placed(p.item(), p.from(), p.to(), p.lane(), ends.size(), number));
        }
        return beside;
    }
}
