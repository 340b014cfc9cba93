package org.imipagent.manager;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Zone;

/**
 * An occurrence on the wall of the person: which days it touches.
 *
 * @param start and end on the wall; midnights for whole days
 * @param last the last day it touches
 */
record Item(Occurrence occurrence, LocalDateTime start, LocalDateTime end, LocalDate last) {

    static Item of(Occurrence occurrence, Zone zone) {
        LocalDate firstDay = occurrence.firstDay();
        LocalDate dayAfter = occurrence.dayAfter();
        LocalDateTime start =
                firstDay == null ? zone.local(occurrence.start()) : firstDay.atStartOfDay();
        LocalDateTime end =
                firstDay == null || dayAfter == null
                        ? zone.local(occurrence.end())
                        : dayAfter.atStartOfDay();
        // Where the clock goes back, an event may end earlier on the wall than it starts.
        end = end.isBefore(start) ? start : end;
        LocalDate last = end.isAfter(start) ? end.minusNanos(1).toLocalDate() : end.toLocalDate();
        return new Item(occurrence, start, end, last);
    }

    /** In the order of a page: longer ones that start on the same day first, then by time. */
    static List<Item> sorted(List<Occurrence> occurrences, Zone zone) {
        var items = new ArrayList<Item>(occurrences.size());
        for (Occurrence occurrence : occurrences) {
            items.add(of(occurrence, zone));
        }
        // They come by start: most are in order.
        items.sort(Item::compare);
        return items;
    }

    private static int compare(Item one, Item other) {
        int order = one.first().compareTo(other.first());
        if (order == 0) {
            order = other.last.compareTo(one.last);
        }
        if (order == 0) {
            order = Boolean.compare(other.isWholeDays(), one.isWholeDays());
        }
        if (order == 0) {
            order = one.start.compareTo(other.start);
        }
        if (order == 0) {
            order = one.end.compareTo(other.end);
        }
        if (order == 0) {
            order = one.occurrence.summary().compareTo(other.occurrence.summary());
        }
        return order == 0 ? one.occurrence.uid().compareTo(other.occurrence.uid()) : order;
    }

    LocalDate first() {
        return start.toLocalDate();
    }

    boolean isWholeDays() {
        return occurrence.isWholeDays();
    }

    /** Drawn as a bar over several days. */
    boolean isBar() {
        return last.isAfter(first());
    }

    boolean isWithin(CalendarPage.Range range) {
        return first().isBefore(range.dayAfter()) && !last.isBefore(range.first());
    }

    boolean touches(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last);
    }
}
