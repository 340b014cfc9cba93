package org.imipagent.manager;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.DateList;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.RecurrenceRule.WeekDay;
import org.imipagent.calendar.RuleText;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * How an event repeats, as far as the form can say it. A rule that says more is {@link #KEEP}: the
 * form shows it in words and leaves it as it is.
 *
 * @param repeat none, daily, weekly, monthly, yearly; {@link #DATES} for a list of dates alone;
 *     {@link #KEEP} for a rule that is richer
 * @param every at which of the days, weeks, months or years: a number, as it was typed
 * @param days of a weekly rule: MO to SU, in that order; empty for that of the start
 * @param by of a monthly or yearly rule: {@link #DATE}, {@link #NTH} or {@link #LAST}
 * @param until the last day; "" for none
 * @param times how often; "" for no end of that kind
 * @param skipped days on which it does not take place, sorted, as they were typed
 * @param added days on which it takes place besides, sorted, as they were typed
 */
public record SimpleRecurrence(
        String repeat,
        String every,
        List<String> days,
        String by,
        String until,
        String times,
        List<String> skipped,
        List<String> added) {

    static final String NONE = "none";
    static final String KEEP = "keep";
    static final String DATES = "dates";
    static final List<String> SIMPLE = List.of("daily", "weekly", "monthly", "yearly");

    /** On the same day of the month, on the same weekday counted from its start, on the last. */
    static final String DATE = "date";

    static final String NTH = "nth";
    static final String LAST = "last";
    static final List<String> WAYS = List.of(DATE, NTH, LAST);

    static final SimpleRecurrence ONCE = plain(NONE);
    private static final SimpleRecurrence RICH = plain(KEEP);

    /** Of longer lists the form is no good picture. */
    static final int MOST_DATES = 100;

    static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private static final Set<String> PARTS =
            Set.of(
                    "FREQ",
                    "INTERVAL",
                    "COUNT",
                    "UNTIL",
                    "WKST",
                    "BYDAY",
                    "BYMONTHDAY",
                    "BYMONTH",
                    "BYSETPOS");

    public SimpleRecurrence {
        days = List.copyOf(days);
        skipped = List.copyOf(skipped);
        added = List.copyOf(added);
    }

    /** Where the kind alone says all. */
    static SimpleRecurrence plain(String repeat) {
        return new SimpleRecurrence(repeat, "1", List.of(), DATE, "", "", List.of(), List.of());
    }

    /** Whether it has a rule that the form says. */
    boolean isSimple() {
        return SIMPLE.contains(repeat);
    }

    /** Whether the form says when it takes place again. */
    boolean isSaid() {
        return isSimple() || repeat.equals(DATES);
    }

    // ---- Read from a series

    /**
     * How a series repeats.
     *
     * @param zone in which the form shows its times
     * @param weekStart 1 for Monday to 7 for Sunday: where every other week on several days is
     *     counted from
     */
    static SimpleRecurrence of(VEvent series, Zone zone, int weekStart) {
        if (!series.isRecurring()) {
            return ONCE;
        }
        CalendarTime start = series.start();
        List<Property> rules = series.component().all("RRULE");
        if (start == null || rules.size() > 1 || series.component().has("EXRULE")) {
            return RICH;
        }
        List<String> added = added(series, start, zone);
        List<String> skipped = skipped(series, start, zone);
        if (added == null || added.size() > MOST_DATES || skipped.size() > MOST_DATES) {
            return RICH;
        }
        SimpleRecurrence said =
                rules.isEmpty() ? plain(DATES) : ofRule(rules.getFirst(), start, zone, weekStart);
        return said == null ? RICH : said.withDates(skipped, added);
    }

    SimpleRecurrence withDates(List<String> skipped, List<String> added) {
        return new SimpleRecurrence(repeat, every, days, by, until, times, skipped, added);
    }

    SimpleRecurrence withDays(List<String> days) {
        return new SimpleRecurrence(repeat, every, days, by, until, times, skipped, added);
    }

    /** Null where one of them is more than a day. */
    private static @Nullable List<String> added(VEvent series, CalendarTime start, Zone zone) {
        var days = new TreeSet<String>();
        for (DateList list : DateList.of(series, "RDATE")) {
            List<CalendarTime> times = list.times();
            boolean isPlain = list.property().value().indexOf('/') < 0;
            if (!isPlain || times.size() != list.property().value().split(",", -1).length) {
                return null;
            }
            for (CalendarTime time : times) {
                if (!isOneOf(time, start, zone)) {
                    return null;
                }
                days.add(day(time, zone));
            }
        }
        return List.copyOf(days);
    }

    /** What leaves out nothing that the form knows of stays where it is, and is not shown. */
    private static List<String> skipped(VEvent series, CalendarTime start, Zone zone) {
        var days = new TreeSet<String>();
        for (DateList list : DateList.of(series, "EXDATE")) {
            for (CalendarTime time : list.times()) {
                if (isOneOf(time, start, zone)) {
                    days.add(day(time, zone));
                }
            }
        }
        return List.copyOf(days);
    }

    private static String day(CalendarTime time, Zone zone) {
        return EventFormReader.local(time, zone).toLocalDate().toString();
    }

    /** Whether a time is of the kind of the start, at the same time of the day. */
    static boolean isOneOf(CalendarTime time, CalendarTime start, Zone zone) {
        return time.isDay() == start.isDay()
                && EventFormReader.local(time, zone)
                        .toLocalTime()
                        .equals(EventFormReader.local(start, zone).toLocalTime());
    }

    private static @Nullable SimpleRecurrence ofRule(
            Property property, CalendarTime start, Zone zone, int weekStart) {
        RuleText text = RuleText.of(property.value());
        if (!PARTS.containsAll(text.names())
                || Set.copyOf(text.names()).size() < text.names().size()) {
            return null;
        }
        RecurrenceRule rule;
        try {
            rule = RecurrenceRule.read(property.value());
        } catch (IllegalArgumentException wrong) {
            return null;
        }
        LocalDate first = start.wall().toLocalDate();
        boolean namesDays = !rule.days().isEmpty() || !rule.monthDays().isEmpty();
        boolean isElsewhere = !first.equals(EventFormReader.local(start, zone).toLocalDate());
        if ((rule.count() > 0 && rule.until() != null) || (namesDays && isElsewhere)) {
            return null;
        }
        String way =
                switch (rule.frequency()) {
                    case DAILY -> namesDays || hasMore(rule) ? null : DATE;
                    case WEEKLY -> isWeekly(rule, first, weekStart) ? DATE : null;
                    case MONTHLY, YEARLY -> way(rule, first);
                    case SECONDLY, MINUTELY, HOURLY -> null;
                };
        return way == null
                ? null
                : new SimpleRecurrence(
                        rule.frequency().name().toLowerCase(Locale.ROOT),
                        Integer.toString(rule.interval()),
                        days(rule, EventFormReader.local(start, zone).toLocalDate()),
                        way,
                        until(rule, start, zone),
                        rule.count() == 0 ? "" : Integer.toString(rule.count()),
                        List.of(),
                        List.of());
    }

    /** Of a weekly rule, in their order. */
    private static List<String> days(RecurrenceRule rule, LocalDate first) {
        if (rule.frequency() != RecurrenceRule.Frequency.WEEKLY) {
            return List.of();
        }
        var days = new TreeSet<DayOfWeek>();
        rule.days().forEach(day -> days.add(day.day()));
        if (days.isEmpty()) {
            days.add(first.getDayOfWeek());
        }
        var names = new ArrayList<String>();
        days.forEach(day -> names.add(DAYS.get(day.getValue() - 1)));
        return names;
    }

    private static boolean hasMore(RecurrenceRule rule) {
        return !rule.positions().isEmpty() || !rule.months().isEmpty();
    }

    private static boolean isWeekly(RecurrenceRule rule, LocalDate first, int weekStart) {
        boolean hasFirst = rule.days().isEmpty();
        for (WeekDay day : rule.days()) {
            if (day.ordinal() != 0) {
                return false;
            }
            hasFirst |= day.day() == first.getDayOfWeek();
        }
        boolean isCounted = rule.interval() > 1 && rule.days().size() > 1;
        return hasFirst
                && rule.monthDays().isEmpty()
                && !hasMore(rule)
                && (!isCounted || rule.weekStart().getValue() == weekStart);
    }

    /** Of a monthly or yearly rule; null where the form cannot say it. */
    private static @Nullable String way(RecurrenceRule rule, LocalDate first) {
        boolean isYearly = rule.frequency() == RecurrenceRule.Frequency.YEARLY;
        boolean isOfMonth = isYearly && rule.months().equals(List.of(first.getMonthValue()));
        if (!rule.months().isEmpty() && !isOfMonth) {
            return null;
        }
        if (rule.days().isEmpty()) {
            boolean isDate =
                    rule.monthDays().isEmpty()
                            || rule.monthDays().equals(List.of(first.getDayOfMonth()));
            return isDate && rule.positions().isEmpty() ? DATE : null;
        }
        if (rule.days().size() > 1 || !rule.monthDays().isEmpty() || (isYearly && !isOfMonth)) {
            return null;
        }
        WeekDay day = rule.days().getFirst();
        int ordinal = day.ordinal();
        if (!rule.positions().isEmpty()) {
            if (ordinal != 0 || rule.positions().size() > 1) {
                return null;
            }
            ordinal = rule.positions().getFirst();
        }
        if (day.day() != first.getDayOfWeek()) {
            return null;
        }
        return ordinal == nth(first) ? NTH : ordinal == -1 && isLast(first) ? LAST : null;
    }

    private static int nth(LocalDate day) {
        return (day.getDayOfMonth() - 1) / 7 + 1;
    }

    private static boolean isLast(LocalDate day) {
        return day.getDayOfMonth() + 7 > day.lengthOfMonth();
    }

    static String day(LocalDate date) {
        return DAYS.get(date.getDayOfWeek().getValue() - 1);
    }

    /** The last day on which it may take place: that of UNTIL, if its time is not earlier. */
    private static String until(RecurrenceRule rule, CalendarTime start, Zone zone) {
        CalendarTime until = rule.until();
        if (until == null) {
            return "";
        }
        LocalDateTime last = EventFormReader.local(until, zone);
        boolean isEarlier =
                !until.isDay()
                        && last.toLocalTime()
                                .isBefore(EventFormReader.local(start, zone).toLocalTime());
        return last.toLocalDate().minusDays(isEarlier ? 1 : 0).toString();
    }

    // ---- Written for a series

    /** The first day at or after one on which it takes place. */
    LocalDate first(LocalDate from) {
        LocalDate day = from;
        if (repeat.equals("weekly") && !days.isEmpty()) {
            while (!days.contains(day(day))) {
                day = day.plusDays(1);
            }
        } else if (isOnWeekday() && by.equals(LAST)) {
            while (!isLast(day)) {
                day = day.plusDays(7);
            }
        }
        return day;
    }

    private boolean isOnWeekday() {
        return repeat.equals("monthly") || repeat.equals("yearly");
    }

    /**
     * The rule.
     *
     * @param start of the first time: UNTIL is of its kind (RFC 5545, 3.3.10), and days are those
     *     of its wall, which is the form's
     */
    Property rule(CalendarTime start, Zone zone, int weekStart) {
        LocalDate first = EventFormReader.local(start, zone).toLocalDate();
        var rule = new StringBuilder("FREQ=").append(repeat.toUpperCase(Locale.ROOT));
        int interval = Integer.parseInt(every);
        if (interval > 1) {
            rule.append(";INTERVAL=").append(interval);
        }
        rule.append(days(first, interval, weekStart));
        if (!until.isEmpty()) {
            LocalDate last = Objects.requireNonNull(CalendarPage.read(until));
            rule.append(";UNTIL=").append(until(last, start, zone));
        } else if (!times.isEmpty()) {
            rule.append(";COUNT=").append(Integer.parseInt(times));
        }
        return Property.of("RRULE", rule.toString());
    }

    /** Where they are not those of the first date. */
    private String days(LocalDate first, int interval, int weekStart) {
        if (repeat.equals("weekly") && !days.isEmpty() && !days.equals(List.of(day(first)))) {
            boolean isCounted = interval > 1 && weekStart != DayOfWeek.MONDAY.getValue();
            return ";BYDAY="
                    + String.join(",", days)
                    + (isCounted ? ";WKST=" + DAYS.get(weekStart - 1) : "");
        }
        if (!isOnWeekday() || by.equals(DATE)) {
            return "";
        }
        return (repeat.equals("yearly") ? ";BYMONTH=" + first.getMonthValue() : "")
                + ";BYDAY="
                + (by.equals(LAST) ? -1 : nth(first))
                + day(first);
    }

    private static String until(LocalDate last, CalendarTime start, Zone zone) {
        LocalDateTime end = last.atTime(LocalTime.of(23, 59, 59));
        return switch (start) {
            case CalendarTime.Day _ -> Times.date(last);
            case CalendarTime.Floating _ -> Times.dateTime(end);
            case CalendarTime.Zoned _ -> Times.dateTime(Zone.UTC.local(zone.instant(end))) + "Z";
        };
    }

    /** Whether a series has days of its own, which do not go along when its first date is moved. */
    static boolean namesDays(VEvent series) {
        CalendarTime start = series.start();
        if (start == null || series.component().has("RDATE")) {
            return true;
        }
        LocalDate first = start.wall().toLocalDate();
        for (Property rule : series.component().all("RRULE")) {
            RuleText text = RuleText.of(rule.value());
            for (String part : text.names()) {
                boolean isRepeated =
                        switch (part) {
                            case "BYDAY" -> text.value(part).equals(day(first));
                            case "BYMONTHDAY" ->
                                    text.value(part).equals("" + first.getDayOfMonth());
                            case "BYMONTH" -> text.value(part).equals("" + first.getMonthValue());
                            default -> !part.startsWith("BY");
                        };
                if (!isRepeated) {
                    return true;
                }
            }
        }
        return false;
    }
}
