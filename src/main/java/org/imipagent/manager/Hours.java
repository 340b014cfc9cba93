package org.imipagent.manager;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.messages.MessageKey;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.WorkingHours;

/**
 * Draws days beside each other over their hours, from where the first of them begins to where the
 * last ends: working hours, and what takes place before and after them.
 */
final class Hours {

    /** How many events can be read beside each other. */
    static final int MOST_LANES = 3;

    /** So many beside what tells how many more there are: a day of a week has less room. */
    private static final int LANES_OF_MORE = 2;

    private static final int SLOT = 15;
    private static final WorkingHours.Span USUAL = new WorkingHours.Span(8 * 60, 17 * 60);

    private final PageContext context;
    private final List<Item> items;
    private final LocalDate first;
    private final int days;
    private final WorkingHours working;
    private final Bars bars;
    private final List<List<Lanes.Placed>> placed;
    private final int firstHour;
    private final int lastHour;
    private final List<EventChip> others = new ArrayList<>();

    private Hours(PageContext context, List<Item> items, LocalDate first, int days) {
        this.context = context;
        this.items = items;
        this.first = first;
        this.days = days;
        working = context.preferences().value(PersonalPreferences.WORKING_HOURS);
        bars = Bars.of(items, first, days);
        placed = new ArrayList<>(days);
        int from = 24 * 60;
        int to = 0;
        for (int i = 0; i < days; i++) {
            List<Lanes.Placed> events = Lanes.place(timed(first.plusDays(i)), first.plusDays(i));
            placed.add(events);
            WorkingHours.Span span = working.on(first.plusDays(i).getDayOfWeek());
            from = span == null ? from : Math.min(from, span.from());
            to = span == null ? to : Math.max(to, span.to());
            for (Lanes.Placed event : events) {
                from = Math.min(from, event.from());
                to = Math.max(to, event.to());
            }
        }
        boolean none = to - from < 4 * 60;
        firstHour = (none ? Math.min(from, USUAL.from()) : from) / 60;
        lastHour = ((none ? Math.max(to, USUAL.to()) : to) + 59) / 60;
    }

    static HoursView view(
            PageContext context,
            List<Item> items,
            CalendarPage.Range range,
            Frame frame,
            CalendarHead head,
            String nothing) {
        int days = (int) (range.dayAfter().toEpochDay() - range.first().toEpochDay());
        return new Hours(context, items, range.first(), days).view(range, frame, head, nothing);
    }

    private HoursView view(
            CalendarPage.Range range, Frame frame, CalendarHead head, String nothing) {
        var columns = new ArrayList<HoursView.Column>(days);
        for (int i = 0; i < days; i++) {
            columns.add(column(i));
        }
        var above = new ArrayList<MonthView.Line>();
        for (Bars.Bar bar : bars.all()) {
            above.add(Bars.line(context, bars, bar, false, ""));
        }
        boolean now = range.contains(context.today());
        return new HoursView(
                frame,
                head,
                (days == 1 ? "hours one-day" : "hours many-days")
                        + (now ? " now" : "")
                        + (items.size() > CalendarPage.MOST_SENT ? " cut" : ""),
                first.toString(),
                firstHour,
                context.texts().say(MessageKey.ALL_DAY),
                hours(),
                above,
                columns,
                others.isEmpty() ? "" : context.texts().say(MessageKey.ALSO_ON_DAY),
                others,
                now && hasEarlier() ? context.texts().say(MessageKey.EARLIER_DAYS) : "",
                items.isEmpty() ? nothing : "",
                context.legend());
    }

    private boolean hasEarlier() {
        for (Item item : items) {
            if (item.last().isBefore(context.today())) {
                return true;
            }
        }
        return false;
    }

    private List<Item> timed(LocalDate day) {
        var timed = new ArrayList<Item>();
        for (Item item : items) {
            if (!item.isBar() && !item.isWholeDays() && item.first().equals(day)) {
                timed.add(item);
            }
        }
        return timed;
    }

    private List<HoursView.Hour> hours() {
        var hours = new ArrayList<HoursView.Hour>(lastHour - firstHour);
        for (int hour = firstHour; hour < lastHour; hour++) {
            hours.add(
                    new HoursView.Hour(
                            context.dates().time(LocalTime.of(hour, 0)),
                            rows(hour * 60, hour * 60 + 60)));
        }
        return hours;
    }

    /** The classes of a time of day, in minutes; cut where the grid begins and ends. */
    private String rows(int from, int to) {
        int begin = Math.max(from, firstHour * 60) - firstHour * 60;
        int end = Math.min(to, lastHour * 60) - firstHour * 60;
        return "from-" + begin / SLOT + " to-" + (end + SLOT - 1) / SLOT;
    }

    private HoursView.Column column(int i) {
        LocalDate day = first.plusDays(i);
        boolean isToday = day.equals(context.today());
        List<MonthView.Line> wholeDays = wholeDays(day);
        List<Lanes.Placed> events = placed.get(i);
        return new HoursView.Column(
                new HoursView.DayName(
                        context.dates().weekdayBrief(day.getDayOfWeek().getValue()),
                        Integer.toString(day.getDayOfMonth()),
                        context.dates().full(day)),
                CalendarPage.kind(context, day)
                        + (wholeDays.isEmpty() && events.isEmpty() ? " none" : "")
                        + " col-"
                        + i,
                isToday,
                days == 1 ? "" : CalendarPage.dayLink(context, day),
                "under-" + bars.depth(i),
                wholeDays,
                off(day),
                isToday ? now() : "",
                events(events, day),
                rest(events, day));
    }

    private List<MonthView.Line> wholeDays(LocalDate day) {
        var whole = new ArrayList<MonthView.Line>();
        for (Item item : items) {
            if (!item.isBar() && item.isWholeDays() && item.first().equals(day)) {
                whole.add(new MonthView.Line(EventChip.of(context, item, day), "", false));
            }
        }
        return whole;
    }

    /** What is outside working hours; nothing for who does not say when they work. */
    private List<String> off(LocalDate day) {
        WorkingHours.Span span = working.on(day.getDayOfWeek());
        if (working.days().isEmpty()) {
            return List.of();
        }
        if (span == null) {
            return List.of(rows(firstHour * 60, lastHour * 60));
        }
        var off = new ArrayList<String>(2);
        if (span.from() > firstHour * 60) {
            off.add(rows(firstHour * 60, span.from()));
        }
        if (span.to() < lastHour * 60) {
            off.add(rows(span.to(), lastHour * 60));
        }
        return off;
    }

    /** The line at the time it is, to five minutes. */
    private String now() {
        LocalDateTime now = context.zone().local(context.now());
        int minutes = now.getHour() * 60 + now.getMinute();
        return minutes < firstHour * 60 || minutes >= lastHour * 60
                ? ""
                : "now-line "
                        + rows(minutes / SLOT * SLOT, minutes / SLOT * SLOT + SLOT)
                        + " after-"
                        + minutes % SLOT / 5 * 5;
    }

    private List<MonthView.Line> events(List<Lanes.Placed> placed, LocalDate day) {
        var events = new ArrayList<MonthView.Line>();
        for (Lanes.Placed event : placed) {
            if (days > 1 && isLeftOut(event) && items.size() > CalendarPage.MOST_SENT) {
                continue;
            }
            EventChip chip = EventChip.of(context, event.item(), day);
            if (days == 1 && isLeftOut(event)) {
                others.add(chip);
            } else {
                events.add(new MonthView.Line(chip, classes(event), false, at(event.item())));
            }
        }
        return events;
    }

    /** When it is to the minute, which the grid is not. */
    private static String at(Item item) {
        int from = item.start().toLocalTime().toSecondOfDay() / 60;
        return from + "-" + (from + Duration.between(item.start(), item.end()).toMinutes());
    }

    private boolean isLeftOut(Lanes.Placed event) {
        return event.of() > MOST_LANES && event.lane() >= (days == 1 ? MOST_LANES : LANES_OF_MORE);
    }

    private String classes(Lanes.Placed event) {
        if (isLeftOut(event)) {
            return "left-out";
        }
        return rows(event.from(), event.to())
                + (event.of() == 1
                        ? ""
                        : " lane-"
                                + event.lane()
                                + (event.of() > MOST_LANES ? " of-more" : " of-" + event.of()))
                + (event.to() - event.from() < 4 * SLOT ? " short" : "");
    }

    /** What is left out of each group of events that overlap. */
    private List<HoursView.Rest> rest(List<Lanes.Placed> placed, LocalDate day) {
        var rest = new ArrayList<HoursView.Rest>();
        int at = 0;
        while (at < placed.size()) {
            int group = placed.get(at).group();
            int from = 24 * 60;
            int to = 0;
            int events = 0;
            for (; at < placed.size() && placed.get(at).group() == group; at++) {
                if (isLeftOut(placed.get(at))) {
                    from = Math.min(from, placed.get(at).from());
                    to = Math.max(to, placed.get(at).to());
                    events++;
                }
            }
            if (events > 0) {
                rest.add(rest(rows(from, to), events, day));
            }
        }
        return rest;
    }

    private HoursView.Rest rest(String rows, int events, LocalDate day) {
        return new HoursView.Rest(
                rows,
                days == 1 ? "#others" : CalendarPage.dayLink(context, day),
                events,
                context.texts()
                        .count(MessageKey.MORE_ON, events, "date", context.dates().full(day)));
    }
}
