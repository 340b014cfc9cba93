package org.imipagent.calendar;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule (RFC 5545, 3.3.10) as it was written: an RRULE or an EXRULE of an event, or the
 * rule of a VTIMEZONE. {@code recurrence.Series} says when it takes place.
 *
 * @param count 0 without COUNT
 * @param until as it was written: in UTC, on the wall, or a day; null without UNTIL
 */
public record RecurrenceRule(
        Frequency frequency,
        int interval,
        int count,
        @Nullable CalendarTime until,
        DayOfWeek weekStart,
        List<Integer> seconds,
        List<Integer> minutes,
        List<Integer> hours,
        List<WeekDay> days,
        List<Integer> monthDays,
        List<Integer> yearDays,
        List<Integer> weeks,
        List<Integer> months,
        List<Integer> positions) {

    public enum Frequency {
        SECONDLY,
        MINUTELY,
        HOURLY,
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /** A day of BYDAY: its ordinal in month or year, 0 for every one. */
    public record WeekDay(int ordinal, DayOfWeek day) {}

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /**
     * Reads a rule. Case, spaces and semicolons too many do not matter; parts that are unknown and
     * begin with X- are passed over.
     *
     * @throws IllegalArgumentException whose message says what is wrong
     */
    public static RecurrenceRule read(String text) {
        return new Reader().read(text);
    }

    /**
     * What keeps a rule from being followed, so that the first date alone holds; null for nothing.
     */
    public static @Nullable String fault(Property rule, @Nullable CalendarTime start) {
        try {
            return fault(read(rule.value()), rule, start);
        } catch (IllegalArgumentException wrong) {
            return rule.name() + ": " + wrong.getMessage();
        }
    }

    private static @Nullable String fault(
            RecurrenceRule read, Property rule, @Nullable CalendarTime start) {
        boolean tooFine = start != null && start.isDay() && read.isWithinDays();
        return tooFine
                ? rule.name() + ": " + read.frequency() + " for an event of whole days"
                : null;
    }

    /** The part by which a rule follows another calendar than the Gregorian one, or null. */
    public static @Nullable String otherScale(String text) {
        for (String part : text.toUpperCase(Locale.ROOT).split(";", 50)) {
            String name = part.strip();
            boolean scale = name.startsWith("RSCALE=") && !name.equals("RSCALE=GREGORIAN");
            if (scale || (name.startsWith("SKIP=") && !name.equals("SKIP=OMIT"))) {
                return name;
            }
        }
        return null;
    }

    /** Whether it goes on for ever. */
    public boolean isEndless() {
        return count == 0 && until == null;
    }

    /** Whether times of day are finer than days. */
    public boolean isWithinDays() {
        return frequency.compareTo(Frequency.DAILY) < 0;
    }

    public RecurrenceRule withoutTimesOfDay() {
        return new RecurrenceRule(
                frequency, interval, count, until, weekStart, List.of(), List.of(), List.of(), days,
                monthDays, yearDays, weeks, months, positions);
    }

    /** With what the start says where the rule does not (RFC 5545, 3.3.10, near the end). */
    public RecurrenceRule completed(LocalDateTime start) {
        boolean noDay = days.isEmpty() && monthDays.isEmpty() && yearDays.isEmpty();
        List<Integer> completedMonths = months;
        List<Integer> completedMonthDays = monthDays;
        List<WeekDay> completedDays = days;
        if (frequency == Frequency.YEARLY
                && !monthDays.isEmpty()
                && months.isEmpty()
                && weeks.isEmpty()
                && yearDays.isEmpty()
                && days.isEmpty()) {
            completedMonths = List.of(start.getMonthValue());
        }
        if (noDay) {
            switch (frequency) {
                case YEARLY -> {
                    if (!weeks.isEmpty()) {
                        completedDays = List.of(new WeekDay(0, start.getDayOfWeek()));
                    } else {
                        completedMonthDays = List.of(start.getDayOfMonth());
                        completedMonths =
                                months.isEmpty() ? List.of(start.getMonthValue()) : months;
                    }
                }
                case MONTHLY -> completedMonthDays = List.of(start.getDayOfMonth());
                case WEEKLY -> completedDays = List.of(new WeekDay(0, start.getDayOfWeek()));
                case DAILY, HOURLY, MINUTELY, SECONDLY -> {}
            }
        }
        return new RecurrenceRule(
                frequency,
                interval,
                count,
                until,
                weekStart,
                frequency == Frequency.SECONDLY || !seconds.isEmpty()
                        ? seconds
                        : List.of(start.getSecond()),
                frequency.compareTo(Frequency.MINUTELY) <= 0 || !minutes.isEmpty()
                        ? minutes
                        : List.of(start.getMinute()),
                frequency.compareTo(Frequency.HOURLY) <= 0 || !hours.isEmpty()
                        ? hours
                        : List.of(start.getHour()),
                completedDays,
                completedMonthDays,
                yearDays,
                weeks,
                completedMonths,
                positions);
    }

    private static final class Reader {

        private @Nullable Frequency frequency;
        private int interval = 1;
        private int count;
        private @Nullable CalendarTime until;
        private DayOfWeek weekStart = DayOfWeek.MONDAY;
        private List<Integer> seconds = List.of();
        private List<Integer> minutes = List.of();
        private List<Integer> hours = List.of();
        private List<WeekDay> days = List.of();
        private List<Integer> monthDays = List.of();
        private List<Integer> yearDays = List.of();
        private List<Integer> weeks = List.of();
        private List<Integer> months = List.of();
        private List<Integer> positions = List.of();

        RecurrenceRule read(String text) {
            if (text.length() > 10_000) {
                throw new IllegalArgumentException("a rule of " + text.length() + " characters");
            }
            for (String part : parts(text.toUpperCase(Locale.ROOT), ";")) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    take(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
                } else {
                    throw new IllegalArgumentException("no part of a rule: " + part);
                }
            }
            if (frequency == null) {
                throw new IllegalArgumentException("FREQ is missing");
            }
            return new RecurrenceRule(
                    frequency, interval, count, until, weekStart, seconds, minutes, hours, days,
                    monthDays, yearDays, weeks, months, positions);
        }

        /** What stands between marks; nothing between two is passed over. */
        private static List<String> parts(String text, String mark) {
            return Arrays.stream(text.split(mark, -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        private void take(String name, String value) {
            switch (name) {
                case "FREQ" -> frequency = frequency(value);
                case "INTERVAL" -> interval = positive(name, value);
                case "COUNT" -> count = positive(name, value);
                case "UNTIL" -> until = until(value);
                case "WKST" -> weekStart = dayOfWeek(value);
                // Second 60 is the leap second, which no clock here has.
                case "BYSECOND" -> seconds = numbers(name, value, 0, 60, false);
                case "BYMINUTE" -> minutes = numbers(name, value, 0, 59, false);
                case "BYHOUR" -> hours = numbers(name, value, 0, 23, false);
                case "BYDAY" -> days = weekDays(value);
                case "BYMONTHDAY" -> monthDays = numbers(name, value, 1, 31, true);
                case "BYYEARDAY" -> yearDays = numbers(name, value, 1, 366, true);
                case "BYWEEKNO" -> weeks = numbers(name, value, 1, 53, true);
                case "BYMONTH" -> months = numbers(name, value, 1, 12, false);
                case "BYSETPOS" -> positions = numbers(name, value, 1, 1_000_000, true);
                case "RSCALE" -> require(name, value, "GREGORIAN");
                case "SKIP" -> require(name, value, "OMIT");
                default -> {
                    if (!name.startsWith("X-")) {
                        throw new IllegalArgumentException("unknown part " + name);
                    }
                }
            }
        }

        /** RFC 7529 is not followed: a rule by another calendar would fall on wrong days. */
        private static void require(String name, String value, String only) {
            if (!value.equals(only)) {
                throw new IllegalArgumentException(name + "=" + value + " is not supported");
            }
        }

        private static Frequency frequency(String value) {
            for (Frequency frequency : Frequency.values()) {
                if (frequency.name().equals(value)) {
                    return frequency;
                }
            }
            throw new IllegalArgumentException("FREQ is none: " + value);
        }

        private static CalendarTime until(String value) {
            CalendarTime until = Times.read(value, null, Zones.NONE);
            if (until == null) {
                throw new IllegalArgumentException("UNTIL is no time: " + value);
            }
            return until;
        }

        private static int positive(String name, String value) {
            int number = number(name, value);
            if (number < 1) {
                throw new IllegalArgumentException(name + " is not positive: " + value);
            }
            return number;
        }

        private static int number(String name, String value) {
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException none) {
                throw new IllegalArgumentException(name + " is no number: " + value, none);
            }
        }

        /** Sorted, each once. */
        private static List<Integer> numbers(
                String name, String value, int least, int most, boolean fromEnd) {
            List<String> texts = parts(value, ",");
            int[] numbers = new int[texts.size()];
            for (int i = 0; i < numbers.length; i++) {
                int number = number(name, texts.get(i));
                int size = fromEnd ? Math.abs(number) : number;
                if (size < least || size > most) {
                    throw new IllegalArgumentException(name + " is out of range: " + number);
                }
                numbers[i] = number;
            }
            return Arrays.stream(numbers).sorted().distinct().boxed().toList();
        }

        private static List<WeekDay> weekDays(String value) {
            var days = new ArrayList<WeekDay>();
            for (String day : parts(value, ",")) {
                int name = day.length() - 2;
                if (name < 0) {
                    throw new IllegalArgumentException("BYDAY is no day: " + day);
                }
                int ordinal = name == 0 ? 0 : number("BYDAY", day.substring(0, name));
                if (Math.abs(ordinal) > 53 || (name > 0 && ordinal == 0)) {
                    throw new IllegalArgumentException("BYDAY is out of range: " + day);
                }
                days.add(new WeekDay(ordinal, dayOfWeek(day.substring(name))));
            }
            return List.copyOf(days);
        }

        private static DayOfWeek dayOfWeek(String value) {
            int index = DAYS.indexOf(value);
            if (index < 0) {
                throw new IllegalArgumentException("no day of the week: " + value);
            }
            return DayOfWeek.of(index + 1);
        }
    }
}
