package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.messages.MessageKey;

/** Draws days beside each other over their hours. */
final class Hours {

    /** What fits beside each other. */
    private static final int MOST_LANES = 6;

    private static final int USUAL_START = 8;
    private static final int USUAL_END = 18;

    private Hours() {}

    static HoursView view(
            PageContext context,
            List<Item> items,
            LocalDate first,
            int days,
            Frame frame,
            CalendarHead head,
            String caption,
            Agenda agenda) {
        List<Item> bars = items.stream().filter(Hours::isAbove).toList();
        var placed = new ArrayList<List<Lanes.Placed>>(days);
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            placed.add(
                    Lanes.place(
                            items.stream().filter(x -> !isAbove(x) && x.touches(day)).toList(),
                            day));
        }
        int from = USUAL_START * 60;
        int to = USUAL_END * 60;
        var crowded = false;
        for (var day : placed) {
            for (var event : day) {
                from = Math.min(from, event.from());
                to = Math.max(to, event.to());
                crowded |= event.of() > MOST_LANES;
            }
        }
        int firstHour = from / 60;
        int lastHour = (to + 59) / 60;
        Bars above = Bars.of(bars, first, days);
        var columns = new ArrayList<HoursView.Column>(days);
        for (int i = 0; i < days; i++) {
            columns.add(column(context, above, i, placed.get(i), firstHour));
        }
        return new HoursView(
                frame,
                head,
                caption,
                days == 1 ? "one-day" : "many-days",
                context.texts().say(MessageKey.HOURS),
                context.texts().say(MessageKey.ALL_DAY),
                hours(context, firstHour, lastHour),
                !above.lanes().isEmpty(),
                columns,
                crowded,
                agenda);
    }

    /** A day or longer: above the hours. */
    private static boolean isAbove(Item item) {
        return item.isWholeDays() || !item.end().isBefore(item.start().plusDays(1));
    }

    private static List<HoursView.Hour> hours(PageContext context, int first, int last) {
        var hours = new ArrayList<HoursView.Hour>(last - first);
        for (int hour = first; hour < last; hour++) {
            int from = (hour - first) * 4;
            hours.add(
                    new HoursView.Hour(
                            context.dates().time(java.time.LocalTime.of(hour, 0)),
                            "from-" + from + " to-" + (from + 4)));
        }
        return hours;
    }

    private static HoursView.Column column(
            PageContext context, Bars above, int i, List<Lanes.Placed> placed, int firstHour) {
        LocalDate day = above.first().plusDays(i);
        var bars = new ArrayList<MonthView.Line>();
        for (int lane = 0; lane < above.depth(i); lane++) {
            bars.add(new MonthView.Line(above.chip(context, lane, i)));
        }
        var events = new ArrayList<EventChip>();
        int hidden = 0;
        for (Lanes.Placed event : placed) {
            if (event.lane() < MOST_LANES) {
                events.add(chip(context, event, day, firstHour));
            } else {
                hidden++;
            }
        }
        return new HoursView.Column(
                day.toString(),
                context.dates().full(day),
                context.dates().weekdayBrief(day.getDayOfWeek().getValue()),
                Integer.toString(day.getDayOfMonth()),
                CalendarPage.today(context, day),
                day.getYear() < 1 || day.getYear() > 9999
                        ? ""
                        : CalendarPage.link(context.links(), View.DAY, day),
                bars,
                events,
                hidden == 0 ? "" : context.texts().count(MessageKey.MORE, hidden),
                hidden == 0
                        ? ""
                        : context.texts()
                                .count(
                                        MessageKey.MORE_ON,
                                        hidden,
                                        "date",
                                        context.dates().full(day)));
    }

    private static EventChip chip(
            PageContext context, Lanes.Placed event, LocalDate day, int firstHour) {
        int from = (event.from() - firstHour * 60) / 15;
        int to = (event.to() - firstHour * 60) / 15;
        int of = Math.min(event.of(), MOST_LANES);
        return EventChip.of(
                context,
                event.item(),
                day,
                EventChip.time(context, event.item(), day),
                "block from-"
                        + from
                        + " to-"
                        + to
                        + " lane-"
                        + event.lane()
                        + " of-"
                        + of
                        + (to - from < 4 ? " short" : ""));
    }
}
