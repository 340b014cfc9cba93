package org.imipagent.manager;

import java.time.LocalDate;
import java.util.List;

/**
 * What takes place on some days.
 *
 * @param items sorted; of a day that has more than is drawn of it only the first
 * @param first of the days
 * @param unread of each day how many others begin on it; empty where all are here
 */
record DayItems(List<Item> items, LocalDate first, List<Integer> unread) {

    /** All that takes place. */
    static DayItems all(List<Item> items, LocalDate first) {
        return new DayItems(items, first, List.of());
    }

    /** Whether lines that a page has no room for are left out of it. */
    boolean isCut() {
        return !unread.isEmpty() || items.size() > CalendarPage.MOST_SENT;
    }

    int unread(LocalDate day) {
        long index = day.toEpochDay() - first.toEpochDay();
        return index < 0 || index >= unread.size() ? 0 : unread.get((int) index);
    }
}
