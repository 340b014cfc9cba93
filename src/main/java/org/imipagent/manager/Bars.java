package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of several days over the days of a week, or over one: each in a lane of its own as far
 * as it reaches, so that it runs straight over the days.
 *
 * @param lanes from the top; of each, the item on each day or null
 */
record Bars(LocalDate first, int days, List<@Nullable Item[]> lanes) {

    /**
     * A bar.
     *
     * @param lane from the top, from 0
     * @param day the first of the days that it covers, from 0
     * @param length how many it covers
     */
    record Bar(Item item, int lane, int day, int length) {}

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

    /** It was put there as one; and the first {@code equals} of a record makes classes. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable Item one, @Nullable Item other) {
        return one == other;
    }

    /** All of them, by the day that they begin on and from the top. */
    List<Bar> all() {
        var all = new ArrayList<Bar>();
        for (int day = 0; day < days; day++) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                Item item = lanes.get(lane)[day];
                if (item != null && (day == 0 || !isSame(item, lanes.get(lane)[day - 1]))) {
                    all.add(new Bar(item, lane, day, length(lane, day)));
                }
            }
        }
        return all;
    }

    private int length(int lane, int day) {
        @Nullable Item[] items = lanes.get(lane);
        int end = day;
        while (end < days && isSame(items[end], items[day])) {
            end++;
        }
        return end - day;
    }

    /**
     * A bar as it is drawn.
     *
     * @param again whether the same event is drawn in another week too, which is where it is read
     */
    static MonthView.Line line(PageContext context, Bars bars, Bar bar, boolean again, String at) {
        Item item = bar.item();
        LocalDate date = bars.first().plusDays(bar.day());
        boolean starts = item.first().equals(date);
        boolean ends = item.last().equals(date.plusDays(bar.length() - 1L));
        return new MonthView.Line(
                EventChip.bar(context, item, starts),
                "lane-"
                        + bar.lane()
                        + " on-"
                        + bar.day()
                        + " span-"
                        + bar.length()
                        + (starts ? "" : " continued")
                        + (ends ? "" : " continues")
                        + (item.last().isBefore(context.today()) ? " past" : "")
                        + (again ? " again" : "")
                        + at,
                again);
    }
}
