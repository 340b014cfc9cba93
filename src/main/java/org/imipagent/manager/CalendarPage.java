package org.imipagent.manager;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.Schedule;
import org.imipagent.calendar.Occurrence;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.Links;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.store.CrowdedDays;
import org.jspecify.annotations.Nullable;

/** The calendar: {@code /?view=month|week|day|list&date=YYYY-MM-DD}. */
final class CalendarPage {

    /** How many days the list shows. */
    static final int LIST_DAYS = 28;

    /**
     * A page that would have more events than this leaves out those that its days have no room for,
     * and says how many they are: whoever has thousands in a month looks at days.
     */
    static final int MOST_SENT = 300;

    /** So many are drawn of a day of such a page. */
    static final int MOST_OF_A_DAY = 10;

    /** So many stand on a page of JSON. */
    static final int MOST_LISTED = 500;

    /** As many times are worked out for one page, beside those that are written. */
    private static final int MOST = 20_000;

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private CalendarPage() {}

    /** Days, the last one exclusive. */
    record Range(LocalDate first, LocalDate dayAfter) {
        boolean contains(LocalDate day) {
            return !day.isBefore(first) && day.isBefore(dayAfter);
        }
    }

    static HttpResponse show(PageContext context) {
        View view = view(context);
        LocalDate date = date(context);
        Range drawn = drawn(view, date, context.firstDayOfWeek());
        if (context.request().wantsJson()) {
            return json(context, view, date, drawn);
        }
        CrowdedDays crowded =
                view == View.MONTH || view == View.LIST
                        ? context.schedule()
                                .crowded(midnights(context, drawn), MOST_SENT, MOST_OF_A_DAY)
                        : null;
        Schedule.Entries entries =
                crowded == null
                        ? entries(
                                context,
                                context.zone().midnight(drawn.first()),
                                context.zone().midnight(drawn.dayAfter()))
                        : new Schedule.Entries(crowded.occurrences(), List.of(), 0);
        List<Item> items = Item.sorted(entries.occurrences(), context.zone());
        var days =
                new DayItems(items, drawn.first(), crowded == null ? List.of() : crowded.unread());
        String note = note(context, entries.knownTo());
        return HttpResponse.html(
                switch (view) {
                    case MONTH -> MonthPage.html(context, days, date, note);
                    case WEEK -> WeekPage.html(context, items, date, note);
                    case DAY -> DayPage.html(context, items, date, note);
                    case LIST -> ListPage.html(context, days, date, note);
                });
    }

    private static Schedule.Entries entries(PageContext context, Instant from, Instant to) {
        return context.schedule().entries(from, to, MOST);
    }

    private static List<Instant> midnights(PageContext context, Range drawn) {
        var midnights = new ArrayList<Instant>();
        for (LocalDate day = drawn.first(); !day.isAfter(drawn.dayAfter()); day = day.plusDays(1)) {
            midnights.add(context.zone().midnight(day));
        }
        return midnights;
    }

    /**
     * A page of what takes place, by start: what begins after {@value #MOST_LISTED} others is on
     * the next one, which begins with an instant ({@code from}).
     */
    private static HttpResponse json(PageContext context, View view, LocalDate date, Range drawn) {
        Instant first = context.zone().midnight(drawn.first());
        Instant end = context.zone().midnight(drawn.dayAfter());
        Instant since = since(context);
        Instant from = since == null || since.isBefore(first) ? first : since;
        Instant to = from.isBefore(end) ? listedTo(context, from, end) : end;
        Schedule.Entries entries = entries(context, from, to);
        var listed = new ArrayList<Occurrence>();
        for (Occurrence each : entries.occurrences()) {
            // What began before stands on the page before.
            if (from.equals(first) || !each.start().isBefore(from)) {
                listed.add(each);
            }
        }
        Instant knownTo = entries.knownTo();
        String next =
                to.isBefore(end)
                        ? context.links()
                                .withQuery(
                                        link(context.links(), view, date),
                                        "from",
                                        PageContext.machine(to))
                        : null;
        return HttpResponse.json(
                Json.calendar(
                        context,
                        view,
                        drawn,
                        listed,
                        new Json.Rest(knownTo == null && next != null ? to : knownTo, next)));
    }

    /** Where a page of JSON ends that begins at an instant. */
    private static Instant listedTo(PageContext context, Instant from, Instant end) {
        Instant full = context.reading().fullFrom(context.user(), from, end, MOST_LISTED);
        if (full == null) {
            return end;
        }
        // As many may begin at once: then they are on one page.
        return full.isAfter(from) ? full : from.plusSeconds(1);
    }

    private static @Nullable Instant since(PageContext context) {
        String asked = context.request().query().text("from");
        try {
            return asked.isEmpty() ? null : Instant.parse(asked);
        } catch (DateTimeException wrong) {
            throw refused(
                    context.texts()
                            .say(
                                    MessageKey.ERROR_422_DATE_TEXT,
                                    "text",
                                    shown(asked),
                                    "example",
                                    PageContext.machine(context.now())),
                    context);
        }
    }

    /** That there is more than the page shows, and since when; "" where it shows all. */
    private static String note(PageContext context, @Nullable Instant knownTo) {
        if (knownTo == null) {
            return "";
        }
        return context.texts()
                .say(
                        MessageKey.CALENDAR_CUT,
                        "time",
                        context.dates().moment(context.zone().local(knownTo)));
    }

    private static View view(PageContext context) {
        String asked = context.request().query().text("view");
        View view =
                View.of(
                        asked.isEmpty()
                                ? context.preferences()
                                        .value(PersonalPreferences.DEFAULT_VIEW)
                                        .word()
                                : asked);
        if (view == null) {
            throw refused(
                    context.texts().say(MessageKey.ERROR_422_VIEW_TEXT, "text", shown(asked)),
                    context);
        }
        return view;
    }

    private static LocalDate date(PageContext context) {
        String asked = context.request().query().text("date");
        if (asked.isEmpty()) {
            return context.today();
        }
        LocalDate date = read(asked);
        if (date == null) {
            throw refused(
                    context.texts()
                            .say(
                                    MessageKey.ERROR_422_DATE_TEXT,
                                    "text",
                                    shown(asked),
                                    "example",
                                    context.today().toString()),
                    context);
        }
        return date;
    }

    private static String shown(String asked) {
        String line = UntrustedText.line(asked);
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }

    private static Failure refused(String text, PageContext context) {
        return new Failure(422, context.texts().say(MessageKey.ERROR_422), text);
    }

    /**
     * A date {@code 2026-11-03} of the years 1 to 9999, or null. Not LocalDate.parse: slow to
     * start.
     */
    static @Nullable LocalDate read(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        try {
            return year < 1 || month < 1 || day < 1 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    static String link(Links links, View view, LocalDate date) {
        return links.withQuery(links.to(), "view", view.name, "date", date.toString());
    }

    /** Classes of a day: {@code day}, and {@code past}, {@code today}, {@code weekend}. */
    static String kind(PageContext context, LocalDate day) {
        LocalDate today = context.today();
        return (day.isBefore(today) ? "day past" : day.equals(today) ? "day today" : "day")
                + (isWeekend(context, day) ? " weekend" : "");
    }

    /** Friday and Saturday where the week begins on one of them; else Saturday and Sunday. */
    private static boolean isWeekend(PageContext context, LocalDate day) {
        int weekday = day.getDayOfWeek().getValue();
        int first = context.texts().firstDayOfWeek();
        return weekday == 6 || weekday == (first == 5 || first == 6 ? 5 : 7);
    }

    /** The page of a day; "" where there is none. */
    static String dayLink(PageContext context, LocalDate day) {
        return day.getYear() < 1 || day.getYear() > 9999
                ? ""
                : link(context.links(), View.DAY, day);
    }

    /** "today" for today, else "". */
    static String today(PageContext context, LocalDate day) {
        return day.equals(context.today()) ? context.texts().say(MessageKey.IS_TODAY) : "";
    }

    /** The date a page earlier or later, or null where the calendar ends. */
    static @Nullable LocalDate moved(View view, LocalDate date, int pages) {
        LocalDate moved =
                switch (view) {
                    case MONTH -> date.withDayOfMonth(1).plusMonths(pages);
                    case WEEK -> date.plusWeeks(pages);
                    case DAY -> date.plusDays(pages);
                    case LIST -> date.plusDays((long) LIST_DAYS * pages);
                };
        return moved.isBefore(EARLIEST) || moved.isAfter(LATEST) ? null : moved;
    }

    /** The days that a page is about. */
    static Range range(View view, LocalDate date, int firstDayOfWeek) {
        return switch (view) {
            case MONTH -> {
                LocalDate first = date.withDayOfMonth(1);
                yield new Range(first, first.plusMonths(1));
            }
            case WEEK -> {
                LocalDate first = weekStart(date, firstDayOfWeek);
                yield new Range(first, first.plusDays(7));
            }
            case DAY -> new Range(date, date.plusDays(1));
            case LIST -> new Range(date, date.plusDays(LIST_DAYS));
        };
    }

    /** The days that a page draws: a month is drawn in whole weeks. */
    static Range drawn(View view, LocalDate date, int firstDayOfWeek) {
        Range range = range(view, date, firstDayOfWeek);
        if (view != View.MONTH) {
            return range;
        }
        LocalDate lastWeek = weekStart(range.dayAfter().minusDays(1), firstDayOfWeek);
        return new Range(weekStart(range.first(), firstDayOfWeek), lastWeek.plusDays(7));
    }

    static LocalDate weekStart(LocalDate date, int firstDayOfWeek) {
        int after = Math.floorMod(date.getDayOfWeek().getValue() - firstDayOfWeek, 7);
        return date.minusDays(after);
    }

    /** The number of the week that holds the Thursday of these seven days (ISO 8601). */
    static int weekNumber(LocalDate first) {
        LocalDate thursday = first.plusDays(Math.floorMod(4 - first.getDayOfWeek().getValue(), 7));
        LocalDate newYear = LocalDate.of(thursday.getYear(), 1, 1);
        return (int) (ChronoUnit.DAYS.between(newYear, thursday) / 7) + 1;
    }

    static String weekTitle(Messages texts, LocalDate first) {
        return texts.say(MessageKey.WEEK_TITLE, "week", Integer.toString(weekNumber(first)));
    }
}
