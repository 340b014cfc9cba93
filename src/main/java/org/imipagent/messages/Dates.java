package org.imipagent.messages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.settings.WorkingHours;
import org.imipagent.settings.WorkingHours.Span;

/** Dates and times spelt in a language. Not a DateTimeFormatter: that is slow to start. */
public final class Dates {

    private static final int DAYS = 7;

    private final Messages texts;
    private final List<String> months;
    private final List<String> monthsShort;
    private final List<String> weekdays;
    private final List<String> weekdaysShort;

    public Dates(Messages texts) {
        this.texts = texts;
        this.months = texts.list(MessageKey.MONTHS);
        this.monthsShort = texts.list(MessageKey.MONTHS_SHORT);
        this.weekdays = texts.list(MessageKey.WEEKDAYS);
        this.weekdaysShort = texts.list(MessageKey.WEEKDAYS_SHORT);
    }

    /** The names of the months, January first. */
    public List<String> months() {
        return months;
    }

    /** Tuesday 3 November 2026 */
    public String full(LocalDate date) {
        return spelt(MessageKey.DATE_FULL, date, months, weekdays);
    }

    /** 3 November 2026 */
    public String day(LocalDate date) {
        return spelt(MessageKey.DATE_LONG, date, months, weekdays);
    }

    /** Tue 3 Nov */
    public String brief(LocalDate date) {
        return spelt(MessageKey.DATE_SHORT, date, monthsShort, weekdaysShort);
    }

    /** 3 Nov */
    public String dayAndMonth(LocalDate date) {
        return spelt(MessageKey.DAY_MONTH, date, monthsShort, weekdaysShort);
    }

    /** November 2026 */
    public String month(LocalDate date) {
        return spelt(MessageKey.MONTH_YEAR, date, months, weekdays);
    }

    /**
     * Tuesday.
     *
     * @param day 1 for Monday to 7 for Sunday
     */
    public String weekday(int day) {
        return weekdays.get(day - 1);
    }

    /** Tue */
    public String weekdayBrief(int day) {
        return weekdaysShort.get(day - 1);
    }

    private String spelt(
            MessageKey pattern, LocalDate date, List<String> months, List<String> days) {
        return texts.say(
                pattern,
                "day",
                number(date),
                "month",
                months.get(date.getMonthValue() - 1),
                "weekday",
                days.get(date.getDayOfWeek().getValue() - 1),
                "year",
                Integer.toString(date.getYear()));
    }

    /** 3, and in French 1er. */
    private String number(LocalDate date) {
        int day = date.getDayOfMonth();
        return day == 1 ? texts.say(MessageKey.FIRST_OF_MONTH) : Integer.toString(day);
    }

    /** 14:00, as the clock of the language is read: 9:05, or 2:00 in the afternoon. */
    public String time(LocalTime time) {
        boolean isMorning = time.getHour() < 12;
        return texts.say(
                isMorning ? MessageKey.TIME_MORNING : MessageKey.TIME_AFTERNOON,
                "hour",
                hour(time.getHour()),
                "minute",
                two(time.getMinute()));
    }

    private String hour(int hour) {
        return switch (texts.say(MessageKey.CLOCK)) {
            case "12" -> Integer.toString(hour % 12 == 0 ? 12 : hour % 12);
            case "0" -> Integer.toString(hour);
            default -> two(hour);
        };
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** 14:00–15:30, or 14:00 where the two are the same. */
    public String times(LocalTime from, LocalTime to) {
        return from.equals(to) ? time(from) : range(time(from), time(to));
    }

    /** Mon–Thu 09:00–17:00; Fri 09:00–15:00 */
    public String hours(WorkingHours hours) {
        var parts = new ArrayList<String>();
        int day = 1;
        while (day <= DAYS) {
            Span span = hours.on(DayOfWeek.of(day));
            int last = day;
            while (last < DAYS && span != null && span.equals(hours.on(DayOfWeek.of(last + 1)))) {
                last++;
            }
            if (span != null) {
                parts.add(weekdays(day, last) + " " + hours(span));
            }
            day = last + 1;
        }
        return texts.separated(parts);
    }

    /** Mon–Fri, or Mon. */
    private String weekdays(int first, int last) {
        String from = weekdayBrief(first);
        return first == last ? from : range(from, weekdayBrief(last));
    }

    /** The end of the day is midnight, also of one that is open all day. */
    private String hours(Span span) {
        LocalTime from = LocalTime.MIDNIGHT.plusMinutes(span.from());
        LocalTime to = LocalTime.MIDNIGHT.plusMinutes(span.to());
        return range(time(from), time(to));
    }

    private String range(String from, String to) {
        return texts.say(MessageKey.TIME_RANGE, "from", from, "to", to);
    }

    /** Tuesday 3 November 2026, 14:00 */
    public String moment(LocalDateTime at) {
        return texts.say(
                MessageKey.MOMENT, "date", full(at.toLocalDate()), "time", time(at.toLocalTime()));
    }

    /** Tue 3 Nov, 14:00 */
    public String briefMoment(LocalDateTime at) {
        return texts.say(
                MessageKey.MOMENT, "date", brief(at.toLocalDate()), "time", time(at.toLocalTime()));
    }

    /** Tuesday 3 November 2026, 14:00–15:30, or both dates where the days differ. */
    public String span(LocalDateTime from, LocalDateTime to) {
        return from.toLocalDate().equals(to.toLocalDate())
                ? texts.say(
                        MessageKey.MOMENT,
                        "date",
                        full(from.toLocalDate()),
                        "time",
                        times(from.toLocalTime(), to.toLocalTime()))
                : texts.say(MessageKey.RANGE, "from", moment(from), "to", moment(to));
    }

    /** Tue 3 Nov, 14:00–15:30, or both dates where the days differ. */
    public String briefSpan(LocalDateTime from, LocalDateTime to) {
        return from.toLocalDate().equals(to.toLocalDate())
                ? texts.say(
                        MessageKey.MOMENT,
                        "date",
                        brief(from.toLocalDate()),
                        "time",
                        times(from.toLocalTime(), to.toLocalTime()))
                : texts.say(MessageKey.RANGE, "from", briefMoment(from), "to", briefMoment(to));
    }

    /** Tue 3 Nov, or the first and the last of several days. */
    public String briefDays(LocalDate first, LocalDate dayAfter) {
        LocalDate last = dayAfter.minusDays(1);
        return last.isAfter(first)
                ? texts.say(MessageKey.RANGE, "from", brief(first), "to", brief(last))
                : brief(first);
    }

    /**
     * Tuesday 3 November 2026, or the first and the last of several days.
     *
     * @param dayAfter the day after the last
     */
    public String days(LocalDate first, LocalDate dayAfter) {
        LocalDate last = dayAfter.minusDays(1);
        return last.isAfter(first)
                ? texts.say(MessageKey.RANGE, "from", full(first), "to", full(last))
                : full(first);
    }

    /** 30 Nov – 6 Dec 2026 */
    public String week(LocalDate first, LocalDate last) {
        String from =
                first.getYear() != last.getYear()
                        ? spelt(MessageKey.DATE_MEDIUM, first, monthsShort, weekdaysShort)
                        : first.getMonthValue() != last.getMonthValue()
                                ? dayAndMonth(first)
                                : texts.say(MessageKey.DAY_ALONE, "day", number(first));
        return texts.say(
                MessageKey.RANGE,
                "from",
                from,
                "to",
                spelt(MessageKey.DATE_MEDIUM, last, monthsShort, weekdaysShort));
    }
}
