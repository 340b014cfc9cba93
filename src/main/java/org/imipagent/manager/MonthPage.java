package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.manager.templates.JtemonthGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;

/** A month in whole weeks. */
final class MonthPage {

    /** How many lines of events a day shows; with more, the last line says how many. */
    static final int LINES = 4;

    private static final int DOTS = 4;

    private MonthPage() {}

    static String html(PageContext context, List<Item> items, LocalDate date, String note) {
        MonthView view = view(context, items, date, note);
        return Page.html(out -> JtemonthGenerated.render(out, null, view));
    }

    static MonthView view(PageContext context, List<Item> items, LocalDate date, String note) {
        Messages texts = context.texts();
        String title = context.dates().month(date);
        var range = CalendarPage.range(View.MONTH, date, texts.firstDayOfWeek());
        return new MonthView(
                context.frame(title, Frame.Place.CALENDAR),
                CalendarHead.of(context, View.MONTH, date, title, "", note),
                texts.say(MessageKey.EVENTS_OF, "time", title),
                texts.say(MessageKey.WEEK_COLUMN),
                weekdays(context),
                weeks(context, items, date),
                Agenda.of(
                        context,
                        items,
                        range.first(),
                        range.dayAfter(),
                        texts.say(MessageKey.NOTHING_MONTH)));
    }

    private static List<MonthView.Weekday> weekdays(PageContext context) {
        var weekdays = new ArrayList<MonthView.Weekday>(7);
        for (int i = 0; i < 7; i++) {
            int day = (context.texts().firstDayOfWeek() - 1 + i) % 7 + 1;
            weekdays.add(
                    new MonthView.Weekday(
                            context.dates().weekday(day), context.dates().weekdayBrief(day)));
        }
        return weekdays;
    }

    private static List<MonthView.Week> weeks(
            PageContext context, List<Item> items, LocalDate date) {
        var drawn = CalendarPage.drawn(View.MONTH, date, context.texts().firstDayOfWeek());
        var weeks = new ArrayList<MonthView.Week>(6);
        for (LocalDate monday = drawn.first();
                monday.isBefore(drawn.dayAfter());
                monday = monday.plusDays(7)) {
            weeks.add(week(context, items, monday, date.getMonthValue()));
        }
        return weeks;
    }

    private static MonthView.Week week(
            PageContext context, List<Item> items, LocalDate first, int month) {
        Bars bars = Bars.of(items, first, 7);
        var cells = new ArrayList<MonthView.Cell>(7);
        for (int day = 0; day < 7; day++) {
            cells.add(cell(context, items, bars, day, month));
        }
        int number = CalendarPage.weekNumber(first);
        return new MonthView.Week(
                Integer.toString(number),
                context.texts().say(MessageKey.WEEK_ROW, "week", Integer.toString(number)),
                CalendarPage.link(context.links(), View.WEEK, clamped(first)),
                cells);
    }

    /** The first week of year 1 and the last of 9999 reach beyond what a link can name. */
    private static LocalDate clamped(LocalDate day) {
        return day.getYear() < 1 ? LocalDate.of(1, 1, 1) : day;
    }

    private static MonthView.Cell cell(
            PageContext context, List<Item> items, Bars bars, int day, int month) {
        LocalDate date = bars.first().plusDays(day);
        List<Item> single =
                items.stream().filter(i -> !i.isBar() && i.first().equals(date)).toList();
        int barDepth = bars.depth(day);
        boolean all = barDepth + single.size() <= LINES && barDepth < LINES;
        int lanes = Math.min(barDepth, LINES - 1);
        var lines = new ArrayList<MonthView.Line>();
        for (int lane = 0; lane < lanes; lane++) {
            lines.add(new MonthView.Line(bars.chip(context, lane, day)));
        }
        int singles = all ? single.size() : Math.min(single.size(), LINES - 1 - lanes);
        for (Item item : single.subList(0, singles)) {
            String time = context.dates().time(item.start().toLocalTime());
            lines.add(new MonthView.Line(EventChip.of(context, item, date, time, "")));
        }
        int hidden = single.size() - singles + barsBelow(bars, lanes, day);
        boolean inside = date.getMonthValue() == month;
        return new MonthView.Cell(
                date.toString(),
                Integer.toString(date.getDayOfMonth()),
                context.dates().full(date),
                CalendarPage.today(context, date),
                inside,
                date.getYear() < 1 || date.getYear() > 9999
                        ? ""
                        : CalendarPage.link(context.links(), View.DAY, date),
                inside && (barDepth > 0 || !single.isEmpty()) ? "#" + Agenda.anchor(date) : "",
                dots(items, date),
                lines,
                hidden == 0 ? "" : context.texts().count(MessageKey.MORE, hidden),
                hidden == 0
                        ? ""
                        : context.texts()
                                .count(
                                        MessageKey.MORE_ON,
                                        hidden,
                                        "date",
                                        context.dates().full(date)));
    }

    private static int barsBelow(Bars bars, int lanes, int day) {
        int below = 0;
        for (int lane = lanes; lane < bars.lanes().size(); lane++) {
            below += bars.lanes().get(lane)[day] == null ? 0 : 1;
        }
        return below;
    }

    private static List<String> dots(List<Item> items, LocalDate date) {
        return items.stream()
                .filter(item -> item.touches(date))
                .limit(DOTS)
                .map(item -> EventChip.look(item.occurrence()))
                .toList();
    }
}
