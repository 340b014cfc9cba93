package org.imipagent.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.RecurrenceRule.Frequency;
import org.imipagent.calendar.RecurrenceRule.WeekDay;

/**
 * Which days fit BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY of a rule (RFC 5545, 3.3.10).
 * Whether a part expands or limits makes no difference once the start has completed the rule: of
 * the days of a period those count that fit every part.
 */
final class DayFilter {

    /** Numbers that also count from the end are kept at number + MIDDLE. */
    private static final int MIDDLE = 400;

    private final BitSet months;
    private final BitSet weeks;
    private final BitSet yearDays;
    private final BitSet monthDays;
    private final boolean anyDay;

    /** Of each day of the week from Monday on, its ordinals; 0 for every one. */
    private final List<BitSet> ordinals;

    private final DayOfWeek weekStart;
    private final boolean ordinalsInMonth;
    private final boolean ordinalsInYear;

    DayFilter(RecurrenceRule rule) {
        months = bits(rule.months());
        weeks = bits(rule.weeks());
        yearDays = bits(rule.yearDays());
        monthDays = bits(rule.monthDays());
        anyDay = rule.days().isEmpty();
        ordinals = ordinals(rule.days());
        weekStart = rule.weekStart();
        boolean yearly = rule.frequency() == Frequency.YEARLY;
        ordinalsInMonth =
                rule.frequency() == Frequency.MONTHLY || (yearly && !rule.months().isEmpty());
        ordinalsInYear = yearly && rule.months().isEmpty() && rule.weeks().isEmpty();
    }

    private static BitSet bits(List<Integer> numbers) {
        var bits = new BitSet();
        for (int number : numbers) {
            bits.set(number + MIDDLE);
        }
        return bits;
    }

    private static List<BitSet> ordinals(List<WeekDay> days) {
        List<BitSet> ordinals = Stream.generate(BitSet::new).limit(7).toList();
        for (WeekDay day : days) {
            ordinals.get(day.day().getValue() - 1).set(day.ordinal() + MIDDLE);
        }
        return ordinals;
    }

    boolean takesMonth(int month) {
        return months.isEmpty() || months.get(month + MIDDLE);
    }

    boolean takes(LocalDate day) {
        return takesMonth(day.getMonthValue())
                && takesMonthDay(day)
                && takesYearDay(day)
                && takesDay(day)
                && takesWeek(day);
    }

    private boolean takesMonthDay(LocalDate day) {
        return monthDays.isEmpty()
                || monthDays.get(day.getDayOfMonth() + MIDDLE)
                || monthDays.get(day.getDayOfMonth() - day.lengthOfMonth() - 1 + MIDDLE);
    }

    private boolean takesYearDay(LocalDate day) {
        return yearDays.isEmpty()
                || yearDays.get(day.getDayOfYear() + MIDDLE)
                || yearDays.get(day.getDayOfYear() - day.lengthOfYear() - 1 + MIDDLE);
    }

    private boolean takesDay(LocalDate day) {
        if (anyDay) {
            return true;
        }
        BitSet taken = ordinals.get(day.getDayOfWeek().getValue() - 1);
        if (taken.isEmpty() || taken.get(MIDDLE)) {
            return !taken.isEmpty();
        }
        if (ordinalsInMonth) {
            return takesNth(taken, day.getDayOfMonth(), day.lengthOfMonth());
        }
        // An ordinal where the rule has no place for one means nothing.
        return !ordinalsInYear || takesNth(taken, day.getDayOfYear(), day.lengthOfYear());
    }

    private static boolean takesNth(BitSet taken, int day, int length) {
        return taken.get((day - 1) / 7 + 1 + MIDDLE) || taken.get(MIDDLE - (length - day) / 7 - 1);
    }

    private boolean takesWeek(LocalDate day) {
        if (weeks.isEmpty()) {
            return true;
        }
        int year = weekYear(day, weekStart);
        LocalDate first = firstWeek(year, weekStart);
        int week = (int) (day.toEpochDay() - first.toEpochDay()) / 7 + 1;
        int all = (int) (firstWeek(year + 1, weekStart).toEpochDay() - first.toEpochDay()) / 7;
        return weeks.get(week + MIDDLE) || weeks.get(week - all - 1 + MIDDLE);
    }

    /** The year that the week of a day belongs to. */
    static int weekYear(LocalDate day, DayOfWeek weekStart) {
        int year = day.getYear();
        if (day.isBefore(firstWeek(year, weekStart))) {
            return year - 1;
        }
        return day.isBefore(firstWeek(year + 1, weekStart)) ? year : year + 1;
    }

    /** The first day of the first week, which has four days or more in the year. */
    static LocalDate firstWeek(int year, DayOfWeek weekStart) {
        return LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(weekStart));
    }
}
