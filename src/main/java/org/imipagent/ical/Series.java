package org.imipagent.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imipagent.ical.Rule.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * The times of a rule on the wall, one after the other, from a start on or from any time after it.
 * Goes period by period (year, month, week, day, hour, minute, second); what has none is leapt
 * over; every step is counted.
 */
final class Series {

    private static final int LAST_YEAR = 9999;
    private static final int[] ITSELF = {0};

    private final Rule rule;
    private final DayFilter days;
    private final LocalDateTime start;
    private final @Nullable LocalDateTime last;
    private final Steps steps;

    /** True where every period has one time and none is missing: then periods count as times. */
    private final boolean even;

    private long period;
    private boolean ended;
    private int counted;
    private @Nullable LocalDateTime from;

    /** What the current period has: seconds of a day or an hour added to each of these. */
    private List<LocalDateTime> bases = List.of();

    private int[] seconds = ITSELF;
    private int[] positions = {};
    private int position;

    /**
     * @param last the last time on the wall that UNTIL allows, or null
     * @param startCounts whether the start takes one of COUNT though the rule does not give it
     */
    Series(
            Rule given,
            LocalDateTime start,
            @Nullable LocalDateTime last,
            boolean startCounts,
            Steps steps) {
        this.rule = given.completed(start);
        this.days = new DayFilter(rule);
        this.start = start;
        this.last = last;
        this.steps = steps;
        this.even = isEven(given, start);
        this.seconds = secondsWithin(rule);
        this.counted = startCounts && rule.count() > 0 && !gives(start) ? 1 : 0;
    }

    private static boolean isEven(Rule rule, LocalDateTime start) {
        return rule.seconds().isEmpty()
                && rule.minutes().isEmpty()
                && rule.hours().isEmpty()
                && rule.days().isEmpty()
                && rule.monthDays().isEmpty()
                && rule.yearDays().isEmpty()
                && rule.weeks().isEmpty()
                && rule.months().isEmpty()
                && rule.positions().isEmpty()
                && (start.getDayOfMonth() <= 28
                        || rule.frequency().compareTo(Frequency.MONTHLY) < 0);
    }

    /** Whether the rule gives this very time, as the first of its own series. */
    private boolean gives(LocalDateTime time) {
        open(0);
        boolean given = false;
        for (int i = 0; i < size() && !given && steps.take(); i++) {
            LocalDateTime candidate = candidate(i);
            given = candidate.equals(time);
            if (candidate.isAfter(time)) {
                break;
            }
        }
        bases = List.of();
        positions = new int[0];
        period = 0;
        ended = false;
        return given;
    }

    /** Leaves out what is before a time. Without COUNT the way there costs nothing. */
    Series from(LocalDateTime time) {
        from = time;
        if (rule.count() == 0 || even) {
            period = Math.max(0, periodOf(time) - 2);
            if (rule.count() > 0) {
                counted = (int) Math.min(Integer.MAX_VALUE, counted + period);
            }
        }
        return this;
    }

    /** The next time, or null at the end or when the steps are used up. */
    @Nullable LocalDateTime next() {
        while (!ended && steps.take()) {
            if (position < size()) {
                LocalDateTime candidate = candidate(position);
                position++;
                if (!candidate.isBefore(start) && counts(candidate)) {
                    return candidate;
                }
            } else {
                openNext();
            }
        }
        return null;
    }

    /** Counts a time, and says whether it is one to give; the end is noticed here. */
    private boolean counts(LocalDateTime candidate) {
        if ((last != null && candidate.isAfter(last))
                || (rule.count() > 0 && counted >= rule.count())) {
            ended = true;
            return false;
        }
        counted++;
        return from == null || !candidate.isBefore(from);
    }

    private int size() {
        return rule.positions().isEmpty() ? bases.size() * seconds.length : positions.length;
    }

    private LocalDateTime candidate(int i) {
        int index = rule.positions().isEmpty() ? i : positions[i];
        return bases.get(index / seconds.length).plusSeconds(seconds[index % seconds.length]);
    }

    private void openNext() {
        open(period);
        if (ended) {
            return;
        }
        period++;
        position = 0;
        if (last != null && !bases.isEmpty() && bases.getFirst().isAfter(last)) {
            ended = true;
        }
    }

    /** Finds the times of a period; for one that is finer than a day, leaps when it has none. */
    private void open(long index) {
        bases =
                switch (rule.frequency()) {
                    case YEARLY -> year(index);
                    case MONTHLY -> month(index);
                    case WEEKLY -> week(index);
                    case DAILY -> day(index);
                    case HOURLY, MINUTELY, SECONDLY -> time(index);
                };
        if (!rule.positions().isEmpty()) {
            int all = bases.size() * seconds.length;
            positions =
                    rule.positions().stream()
                            .mapToInt(p -> p > 0 ? p - 1 : all + p)
                            .filter(p -> p >= 0 && p < all)
                            .sorted()
                            .distinct()
                            .toArray();
        }
    }

    // Periods. Each has a number, 0 being the one of the start.

    private long periodOf(LocalDateTime time) {
        long distance =
                switch (rule.frequency()) {
                    case YEARLY -> time.getYear() - firstYear();
                    case MONTHLY -> months(time) - months(start);
                    case WEEKLY ->
                            Math.floorDiv(
                                    time.toLocalDate().toEpochDay() - firstWeek().toEpochDay(), 7);
                    case DAILY ->
                            time.toLocalDate().toEpochDay() - start.toLocalDate().toEpochDay();
                    case HOURLY, MINUTELY, SECONDLY ->
                            Math.floorDiv(epoch(time) - epoch(firstUnit()), unit());
                };
        return Math.floorDiv(distance, rule.interval());
    }

    private static long months(LocalDateTime time) {
        return time.getYear() * 12L + time.getMonthValue() - 1;
    }

    private static long epoch(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    /**
     * With BYWEEKNO a year is one of weeks. Where it matters which of two years a start at their
     * edge belongs to, it is the year of its week if the rule gives the start.
     */
    private int firstYear() {
        if (rule.weeks().isEmpty() || (rule.interval() > 1 && !days.takes(start.toLocalDate()))) {
            return start.getYear();
        }
        return DayFilter.weekYear(start.toLocalDate(), rule.weekStart());
    }

    private LocalDate firstWeek() {
        return start.toLocalDate().with(TemporalAdjusters.previousOrSame(rule.weekStart()));
    }

    private List<LocalDateTime> year(long index) {
        long year = firstYear() + index * rule.interval();
        if (year > LAST_YEAR || (last != null && year > last.getYear() + 1)) {
            ended = true;
            return List.of();
        }
        return rule.weeks().isEmpty()
                ? daysOf(LocalDate.of((int) year, 1, 1), LocalDate.of((int) year + 1, 1, 1))
                : daysOf(
                        DayFilter.firstWeek((int) year, rule.weekStart()),
                        DayFilter.firstWeek((int) year + 1, rule.weekStart()));
    }

    private List<LocalDateTime> month(long index) {
        long month = months(start) + index * rule.interval();
        if (month / 12 > LAST_YEAR || (last != null && month > months(last))) {
            ended = true;
            return List.of();
        }
        LocalDate first = LocalDate.of((int) (month / 12), (int) (month % 12) + 1, 1);
        return daysOf(first, first.plusMonths(1));
    }

    private List<LocalDateTime> week(long index) {
        long week = firstWeek().toEpochDay() + 7 * index * rule.interval();
        if (isPastLast(week)) {
            return List.of();
        }
        LocalDate first = LocalDate.ofEpochDay(week);
        return daysOf(first, first.plusDays(7));
    }

    private List<LocalDateTime> day(long index) {
        long epochDay = start.toLocalDate().toEpochDay() + index * rule.interval();
        if (isPastLast(epochDay)) {
            return List.of();
        }
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        return daysOf(day, day.plusDays(1));
    }

    private static final long LAST_DAY = LocalDate.of(LAST_YEAR, 12, 31).toEpochDay();

    private boolean isPastLast(long epochDay) {
        if (epochDay > LAST_DAY || (last != null && epochDay > last.toLocalDate().toEpochDay())) {
            ended = true;
        }
        return ended;
    }

    private List<LocalDateTime> daysOf(LocalDate from, LocalDate to) {
        var taken = new ArrayList<LocalDateTime>();
        for (LocalDate day = from; day.isBefore(to); ) {
            if (!days.takesMonth(day.getMonthValue())) {
                day = day.with(TemporalAdjusters.firstDayOfNextMonth());
            } else {
                if (days.takes(day)) {
                    taken.add(day.atStartOfDay());
                }
                day = day.plusDays(1);
            }
        }
        return taken;
    }

    // Periods finer than days.

    private int unit() {
        return switch (rule.frequency()) {
            case HOURLY -> 3600;
            case MINUTELY -> 60;
            case SECONDLY, DAILY, WEEKLY, MONTHLY, YEARLY -> 1;
        };
    }

    private LocalDateTime firstUnit() {
        return switch (rule.frequency()) {
            case HOURLY -> start.withMinute(0).withSecond(0);
            case MINUTELY -> start.withSecond(0);
            case SECONDLY, DAILY, WEEKLY, MONTHLY, YEARLY -> start;
        };
    }

    private List<LocalDateTime> time(long index) {
        long second = epoch(firstUnit()) + index * unit() * rule.interval();
        if (isPastLast(Math.floorDiv(second, 86_400L))) {
            return List.of();
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        LocalDateTime next = nextPossible(time);
        if (next == null) {
            return List.of(time);
        }
        // One step of next() leads past all that cannot be; openNext() adds the last one.
        long step = (long) unit() * rule.interval();
        period = Math.max(index, Math.ceilDiv(epoch(next) - epoch(firstUnit()), step) - 1);
        return List.of();
    }

    /** Null where the time may be; else the first one after it that may, as far as is known. */
    private @Nullable LocalDateTime nextPossible(LocalDateTime time) {
        LocalDate day = time.toLocalDate();
        if (!days.takesMonth(day.getMonthValue())) {
            return day.with(TemporalAdjusters.firstDayOfNextMonth()).atStartOfDay();
        }
        if (!days.takes(day)) {
            return day.plusDays(1).atStartOfDay();
        }
        if (!takes(rule.hours(), time.getHour())) {
            return time.withMinute(0).withSecond(0).plusHours(1);
        }
        if (rule.frequency() != Frequency.HOURLY && !takes(rule.minutes(), time.getMinute())) {
            return time.withSecond(0).plusMinutes(1);
        }
        if (rule.frequency() == Frequency.SECONDLY && !takes(rule.seconds(), time.getSecond())) {
            return time.plusSeconds(1);
        }
        return null;
    }

    private static boolean takes(List<Integer> numbers, int number) {
        return numbers.isEmpty() || numbers.contains(number);
    }

    /** What BYHOUR, BYMINUTE and BYSECOND add to the base of a period. */
    private static int[] secondsWithin(Rule rule) {
        List<Integer> zero = List.of(0);
        List<Integer> hours = rule.isWithinDays() ? zero : rule.hours();
        List<Integer> minutes =
                rule.frequency().compareTo(Frequency.MINUTELY) <= 0 ? zero : rule.minutes();
        List<Integer> within = rule.frequency() == Frequency.SECONDLY ? zero : rule.seconds();
        int[] seconds = new int[hours.size() * minutes.size() * within.size()];
        int size = 0;
        for (int hour : hours) {
            for (int minute : minutes) {
                for (int second : within) {
                    if (second < 60) {
                        seconds[size++] = hour * 3600 + minute * 60 + second;
                    }
                }
            }
        }
        return Arrays.copyOf(seconds, size);
    }
}
