package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.manager.templates.JtemonthGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.PersonalPreferences;

/**
 * A month in whole weeks. How many lines a day has is for the style sheet to say, by the height of
 * the window: a line that takes a day of at least five says {@code at-5}, and what is left out of a
 * day is counted for each number of lines.
 */
final class MonthPage {

    /** A day has so many lines in the lowest window. */
    static final int FEWEST_LINES = 3;

    /** A day has no more lines in the highest. */
    static final int MOST_LINES = 10;

    private MonthPage() {}

    static String html(PageContext context, DayItems items, LocalDate date, String note) {
        MonthView view = view(context, items, date, note);
        return Page.html(out -> JtemonthGenerated.render(out, null, view));
    }

    static MonthView view(PageContext context, DayItems items, LocalDate date, String note) {
        Messages texts = context.texts();
        String title = context.dates().month(date);
        var month = new Month(context, items, date);
        boolean now = month.range.contains(context.today());
        return new MonthView(
                context.frame(title, Frame.Place.CALENDAR),
                CalendarHead.of(context, View.MONTH, date, title, "", note),
                kind(context, now, month.isCut()),
                month.drawn.first().toString(),
                weekdays(context),
                month.weeks(),
                now && month.hasEarlier() ? texts.say(MessageKey.EARLIER_DAYS) : "",
                month.isEmpty() ? texts.say(MessageKey.NOTHING_MONTH) : "",
                context.legend());
    }

    private static String kind(PageContext context, boolean now, boolean cut) {
        boolean numbered = context.preferences().value(PersonalPreferences.WEEK_NUMBERS);
        return (now ? "month now" : "month")
                .concat(cut ? " cut" : "")
                .concat(numbered ? "" : " unnumbered");
    }

    private static List<String> weekdays(PageContext context) {
        var weekdays = new ArrayList<String>(7);
        for (int i = 0; i < 7; i++) {
            int day = (context.firstDayOfWeek() - 1 + i) % 7 + 1;
            weekdays.add(context.dates().weekdayBrief(day));
        }
        return weekdays;
    }

    /** The events of a month, and where they stand. */
    private static final class Month {
        private final PageContext context;
        private final DayItems days;
        private final List<Item> items;
        private final CalendarPage.Range range;
        private final CalendarPage.Range drawn;
        private final List<List<Item>> all;

        Month(PageContext context, DayItems days, LocalDate date) {
            this.context = context;
            this.days = days;
            this.items = days.items();
            int firstDay = context.firstDayOfWeek();
            range = CalendarPage.range(View.MONTH, date, firstDay);
            drawn = CalendarPage.drawn(View.MONTH, date, firstDay);
            all = singles(items, drawn);
        }

        /** Whether lines that are never shown in the grid are left out of the page. */
        boolean isCut() {
            return days.isCut();
        }

        private boolean isSent(int needs) {
            return needs <= MOST_LINES || !isCut();
        }

        boolean isEmpty() {
            for (Item item : items) {
                if (item.isWithin(range)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether something in the month was over before today. */
        boolean hasEarlier() {
            for (Item item : items) {
                if (item.isWithin(range) && item.last().isBefore(context.today())) {
                    return true;
                }
            }
            return false;
        }

        List<MonthView.Week> weeks() {
            var weeks = new ArrayList<MonthView.Week>(6);
            for (LocalDate first = drawn.first();
                    first.isBefore(drawn.dayAfter());
                    first = first.plusDays(7)) {
                weeks.add(week(first));
            }
            return weeks;
        }

        private MonthView.Week week(LocalDate first) {
            Bars bars = Bars.of(items, first, 7);
            var singles = new ArrayList<List<Item>>(7);
            int[] lines = new int[7];
            for (int day = 0; day < 7; day++) {
                singles.add(all.get((int) (first.toEpochDay() - drawn.first().toEpochDay()) + day));
                lines[day] =
                        bars.depth(day)
                                + singles.get(day).size()
                                + days.unread(first.plusDays(day));
            }
            var left = new int[7][MOST_LINES + 1];
            var drawnBars = new ArrayList<MonthView.Line>();
            for (Bars.Bar bar : bars.all()) {
                int needs = needs(bar.lane(), most(lines, bar));
                if (isSent(needs)) {
                    drawnBars.add(
                            Bars.line(
                                    context,
                                    bars,
                                    bar,
                                    isAgain(bar.item(), first),
                                    at(needs) + (bar.item().isWithin(range) ? "" : " out")));
                }
                for (int day = bar.day(); day < bar.day() + bar.length(); day++) {
                    leaveOut(left[day], needs);
                }
            }
            var week = new ArrayList<MonthView.Day>(7);
            for (int day = 0; day < 7; day++) {
                week.add(
                        day(
                                first.plusDays(day),
                                bars.depth(day),
                                singles.get(day),
                                lines[day],
                                left[day]));
            }
            int number = CalendarPage.weekNumber(first);
            return new MonthView.Week(
                    Integer.toString(number),
                    context.texts().say(MessageKey.WEEK_ROW, "week", Integer.toString(number)),
                    CalendarPage.link(context.links(), View.WEEK, clamped(first)),
                    first.plusDays(6).isBefore(context.today()) ? "week past" : "week",
                    drawnBars,
                    week);
        }

        /** What takes place on each of the days that are drawn, without bars. */
        private static List<List<Item>> singles(List<Item> items, CalendarPage.Range drawn) {
            int days = (int) (drawn.dayAfter().toEpochDay() - drawn.first().toEpochDay());
            var singles = new ArrayList<List<Item>>(days);
            for (int day = 0; day < days; day++) {
                singles.add(new ArrayList<>());
            }
            for (Item item : items) {
                if (!item.isBar() && drawn.contains(item.first())) {
                    singles.get((int) (item.first().toEpochDay() - drawn.first().toEpochDay()))
                            .add(item);
                }
            }
            return singles;
        }

        /** An event is read in its first week, or in this one if it takes place today. */
        private boolean isAgain(Item item, LocalDate first) {
            LocalDate today = context.today();
            LocalDate read =
                    item.touches(today) && drawn.contains(today)
                            ? today
                            : item.first().isBefore(drawn.first()) ? drawn.first() : item.first();
            return read.isBefore(first) || !read.isBefore(first.plusDays(7));
        }

        private MonthView.Day day(
                LocalDate date, int depth, List<Item> singles, int lines, int[] left) {
            var drawnLines = new ArrayList<MonthView.Line>(singles.size());
            for (int i = 0; i < singles.size(); i++) {
                int needs = needs(depth + i, lines);
                leaveOut(left, needs);
                if (isSent(needs)) {
                    drawnLines.add(
                            new MonthView.Line(
                                    EventChip.of(context, singles.get(i), date),
                                    at(needs).strip(),
                                    false));
                }
            }
            leaveOut(left, lines, days.unread(date));
            String name = context.dates().full(date);
            return new MonthView.Day(
                    Integer.toString(date.getDayOfMonth()),
                    name,
                    CalendarPage.kind(context, date)
                            + (range.contains(date) ? "" : " out")
                            + (singles.isEmpty() ? " none" : "")
                            + (depth == 0 ? "" : " under-" + Math.min(depth, MOST_LINES)),
                    date.equals(context.today()),
                    CalendarPage.dayLink(context, date),
                    drawnLines,
                    rest(left),
                    context.texts().say(MessageKey.ALL_ON, "date", name));
        }
    }

    /** The first week of year 1 and the last of 9999 reach beyond what a link can name. */
    private static LocalDate clamped(LocalDate day) {
        return day.getYear() < 1 ? LocalDate.of(1, 1, 1) : day;
    }

    private static int most(int[] lines, Bars.Bar bar) {
        int most = 0;
        for (int day = bar.day(); day < bar.day() + bar.length(); day++) {
            most = Math.max(most, lines[day]);
        }
        return most;
    }

    /**
     * How many lines a day must have for a line to be shown: all of its lines, or one more than
     * come up to this one, for the number of those that are left out.
     */
    private static int needs(int line, int lines) {
        return Math.min(lines, line + 2);
    }

    private static String at(int needs) {
        return needs <= FEWEST_LINES ? "" : needs > MOST_LINES ? " at-none" : " at-" + needs;
    }

    private static void leaveOut(int[] left, int needs) {
        for (int lines = FEWEST_LINES; lines < left.length && lines < needs; lines++) {
            left[lines]++;
        }
    }

    /** What was not read is behind all that was: it is never shown. */
    private static void leaveOut(int[] left, int needs, int unread) {
        for (int lines = FEWEST_LINES; lines < left.length && lines < needs; lines++) {
            left[lines] += unread;
        }
    }

    private static List<MonthView.Rest> rest(int[] left) {
        var rest = new ArrayList<MonthView.Rest>();
        for (int lines = FEWEST_LINES; lines < left.length; lines++) {
            if (left[lines] > 0) {
                rest.add(new MonthView.Rest(lines, left[lines]));
            }
        }
        return rest;
    }
}
