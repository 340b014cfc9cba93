package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.messages.MessageKey;

/**
 * Days one under the other, each with its events; days without any are left out. An event of
 * several days is there once, on the first of them.
 *
 * @param nothing what is said where no day has any; else ""
 * @param legend what the colours say; empty where they say nothing
 */
public record Agenda(List<Day> days, String nothing, List<MonthView.Meaning> legend) {

    public Agenda {
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param rest how many more events it has; "" for none
     */
    public record Day(
            String anchor,
            String date,
            String href,
            String today,
            List<EventChip> events,
            String rest) {
        public Day {
            events = List.copyOf(events);
        }
    }

    /**
     * The days from one to another.
     *
     * @param drawn what takes place on them
     */
    static Agenda of(
            PageContext context,
            DayItems drawn,
            LocalDate first,
            LocalDate dayAfter,
            String nothing) {
        var days = new ArrayList<Day>();
        int at = 0;
        List<Item> items = drawn.items();
        boolean isCut = drawn.isCut();
        for (LocalDate day = first; day.isBefore(dayAfter); day = day.plusDays(1)) {
            var events = new ArrayList<EventChip>();
            int more = drawn.unread(day);
            for (; at < items.size() && !items.get(at).first().isAfter(day); at++) {
                Item item = items.get(at);
                if (!item.last().isBefore(day)
                        && isCut
                        && events.size() >= CalendarPage.MOST_OF_A_DAY) {
                    more++;
                } else if (!item.last().isBefore(day)) {
                    events.add(
                            item.isBar()
                                    ? EventChip.bar(context, item, false)
                                    : EventChip.of(context, item, day));
                }
            }
            if (!events.isEmpty()) {
                days.add(
                        new Day(
                                "d-" + day,
                                context.dates().full(day),
                                CalendarPage.link(context.links(), View.DAY, day),
                                CalendarPage.today(context, day),
                                events,
                                more == 0
                                        ? ""
                                        : context.texts()
                                                .count(
                                                        MessageKey.MORE_ON,
                                                        more,
                                                        "date",
                                                        context.dates().full(day))));
            }
        }
        return new Agenda(
                days, days.isEmpty() ? nothing : "", days.isEmpty() ? List.of() : context.legend());
    }
}
