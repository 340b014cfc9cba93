package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Days one under the other, each with its events; days without any are left out.
 *
 * @param nothing what is said where no day has any; else ""
 */
public record Agenda(List<Day> days, String nothing) {

    public Agenda {
        days = List.copyOf(days);
    }

    /** One day. */
    public record Day(
            String anchor, String date, String href, String today, List<EventChip> events) {
        public Day {
            events = List.copyOf(events);
        }
    }

    static Agenda of(
            PageContext context,
            List<Item> items,
            LocalDate first,
            LocalDate dayAfter,
            String nothing) {
        var days = new ArrayList<Day>();
        for (LocalDate day = first; day.isBefore(dayAfter); day = day.plusDays(1)) {
            List<EventChip> events = events(context, items, day);
            if (!events.isEmpty()) {
                days.add(
                        new Day(
                                anchor(day),
                                context.dates().full(day),
                                CalendarPage.link(context.links(), View.DAY, day),
                                CalendarPage.today(context, day),
                                events));
            }
        }
        return new Agenda(days, days.isEmpty() ? nothing : "");
    }

    private static List<EventChip> events(PageContext context, List<Item> items, LocalDate day) {
        return items.stream()
                .filter(item -> item.touches(day))
                .sorted(
                        Comparator.comparing((Item item) -> !item.isWholeDays())
                                .thenComparing(
                                        item ->
                                                item.first().isBefore(day)
                                                        ? day.atStartOfDay()
                                                        : item.start()))
                .map(
                        item ->
                                EventChip.of(
                                        context, item, day, EventChip.time(context, item, day), ""))
                .toList();
    }

    static String anchor(LocalDate day) {
        return "d-" + day;
    }
}
