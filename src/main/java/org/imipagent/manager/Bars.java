package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bars over seven days, or one: each in a lane of its own as far as it reaches, so that it runs
 * straight through the cells.
 *
 * @param lanes from the top; of each, the item on each day or null
 */
record Bars(LocalDate first, int days, List<@Nullable Item[]> lanes) {

    static Bars of(List<Item> items, LocalDate first, int days) {
        var lanes = new ArrayList<@Nullable Item[]>();
        for (Item item : items) {
            if (item.isBar()) {
                place(item, first, days, lanes);
            }
        }
        return new Bars(first, days, lanes);
    }

    private static void place(Item item, LocalDate first, int days, List<@Nullable Item[]> lanes) {
        int from = Math.max(0, clamp(first, item.first(), days));
        int to = Math.min(days - 1, clamp(first, item.last(), days));
        if (to < from) {
            return;
        }
        @Nullable Item[] lane = freeLane(lanes, from, to, days);
        for (int day = from; day <= to; day++) {
            lane[day] = item;
        }
    }

    private static int clamp(LocalDate first, LocalDate day, int days) {
        long distance = day.toEpochDay() - first.toEpochDay();
        return (int) Math.max(-1, Math.min(days, distance));
    }

    private static @Nullable Item[] freeLane(
            List<@Nullable Item[]> lanes, int from, int to, int days) {
        for (@Nullable Item[] lane : lanes) {
            if (isFree(lane, from, to)) {
                return lane;
            }
        }
        var added = new @Nullable Item[days];
        lanes.add(added);
        return added;
    }

    private static boolean isFree(@Nullable Item[] lane, int from, int to) {
        for (int day = from; day <= to; day++) {
            if (lane[day] != null) {
                return false;
            }
        }
        return true;
    }

    /** How many lanes a day needs, from the top. */
    int depth(int day) {
        for (int lane = lanes.size() - 1; lane >= 0; lane--) {
            if (lanes.get(lane)[day] != null) {
                return lane + 1;
            }
        }
        return 0;
    }

    /** The part of a bar that lies in one cell; null for a gap. */
    @Nullable EventChip chip(PageContext context, int lane, int day) {
        Item item = lanes.get(lane)[day];
        if (item == null) {
            return null;
        }
        LocalDate date = first.plusDays(day);
        boolean begins = day == 0 || !item.touches(date.minusDays(1));
        int length = 1;
        while (day + length < days && item.touches(date.plusDays(length))) {
            length++;
        }
        String time =
                begins && !item.isWholeDays() && item.first().equals(date)
                        ? context.dates().time(item.start().toLocalTime())
                        : "";
        return EventChip.of(
                context,
                item,
                date,
                time,
                "bar"
                        + (begins ? " labelled span-" + length : " goes-on")
                        + (item.first().equals(date) ? " starts" : "")
                        + (item.last().equals(date) ? " ends" : ""));
    }
}
