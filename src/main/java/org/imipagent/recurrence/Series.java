package org.imipagent.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.RecurrenceRule.Frequency;
import org.jspecify.annotations.Nullable;

/**
 * The times of a rule on the wall, one after the other, from a start on or from any time after it.
 * Goes period by period (year, month, week, day, hour, minute, second); what has none is leapt
 * over; every step is counted.
 */
public final class Series {

    private static final int LAST_YEAR = 9999;
    private static final int[] ITSELF = {0};

    /** What is looked at and not taken costs less than a step: so many make one. */
    private static final int LOOKS_OF_A_STEP = 32;

    private final RecurrenceRule rule;
    private final DayFilter days;
    private final LocalDateTime start;
    private final @Nullable LocalDateTime last;
    private final Steps steps;

    /** True where every period has one time and none is missing: then periods count as times. */
    private final boolean even;

    private long period;
    private boolean ended;
    private boolean cut;
    private int counted;
    private @Nullable LocalDateTime from;
    private @Nullable LocalDateTime to;

    /** What the current period has: seconds of a day or an hour added to each of these. */
    private List<LocalDateTime> bases = List.of();

    private int[] seconds = ITSELF;
    private int[] positions = {};
    private int position;

    /** BYSETPOS from 0 on, and from the end; those that a period can have. */
    private final int[] fromStart;

    private final int[] fromEnd;

    /** BYHOUR, BYMINUTE and BYSECOND where they limit: a bit for each number, 0 for all. */
    private final long hours;

    private final long minutes;
    private final long secondsOfMinute;

    /**
     * @param last the last time on the wall that UNTIL allows, or null
     * @param startCounts whether the start takes one of COUNT though the rule does not give it
     */
    public Series(
            RecurrenceRule given,
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
        this.hours = bits(rule.hours());
        this.minutes = bits(rule.minutes());
        this.secondsOfMinute = bits(rule.seconds());
        int most = seconds.length * mostDays(rule.frequency());
        this.fromStart = positions(rule, p -> p > 0 && p <= most, p -> p - 1);
        this.fromEnd = positions(rule, p -> p < 0 && p >= -most, p -> p);
        steps.take(seconds.length / LOOKS_OF_A_STEP);
        this.counted = startCounts && rule.count() > 0 && !gives(start) ? 1 : 0;
    }

    private static boolean isEven(RecurrenceRule rule, LocalDateTime start) {
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

    private static int[] positions(RecurrenceRule rule, IntPredicate taken, IntUnaryOperator as) {
        return rule.positions().stream()
                .mapToInt(Integer::intValue)
                .filter(taken)
                .map(as)
                .toArray();
    }

    private static int mostDays(Frequency frequency) {
        return switch (frequency) {
            case YEARLY -> 54 * 7;
            case MONTHLY -> 31;
            case WEEKLY -> 7;
            case DAILY, HOURLY, MINUTELY, SECONDLY -> 1;
        };
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
    public Series from(LocalDateTime time) {
        from = time;
        if (rule.count() == 0 || even) {
            period = Math.max(0, periodOf(time) - 2);
            if (rule.count() > 0) {
                counted = (int) Math.min(Integer.MAX_VALUE, counted + period);
            }
        }
        return this;
    }

    /** Looks into no period that begins at a time or after it: what is there is not asked for. */
    public Series to(LocalDateTime time) {
        to = time;
        return this;
    }

    /** Whether it ended because of {@link #to}, and may go on after that. */
    public boolean isCut() {
        return cut;
    }

    /** The next time, or null at the end or when the steps are used up. */
    public @Nullable LocalDateTime next() {
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
            positions = positionsOf(bases.size() * seconds.length);
        }
    }

    /** What BYSETPOS takes of so many; looks only at what it takes. */
    private int[] positionsOf(int all) {
        if (all == 0) {
            return new int[0];
        }
        int[] taken = new int[Math.min(fromStart.length, all) + Math.min(fromEnd.length, all)];
        int size = 0;
        for (int i = 0; i < fromStart.length && fromStart[i] < all; i++) {
            taken[size++] = fromStart[i];
        }
        int fromFront = size;
        for (int i = fromEnd.length - 1; i >= 0 && fromEnd[i] >= -all; i--) {
            int index = all + fromEnd[i];
            if (Arrays.binarySearch(taken, 0, fromFront, index) < 0) {
                taken[size++] = index;
            }
        }
        Arrays.sort(taken, 0, size);
        return Arrays.copyOf(taken, size);
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
        LocalDate first = firstDay((int) year);
        return isCutAt(first) ? List.of() : daysOf(first, firstDay((int) year + 1));
    }

    private LocalDate firstDay(int year) {
        return rule.weeks().isEmpty()
                ? LocalDate.of(year, 1, 1)
                : DayFilter.firstWeek(year, rule.weekStart());
    }

    private List<LocalDateTime> month(long index) {
        long month = months(start) + index * rule.interval();
        if (month / 12 > LAST_YEAR || (last != null && month > months(last))) {
            ended = true;
            return List.of();
        }
        LocalDate first = LocalDate.of((int) (month / 12), (int) (month % 12) + 1, 1);
        return isCutAt(first) ? List.of() : daysOf(first, first.plusMonths(1));
    }

    private List<LocalDateTime> week(long index) {
        long week = firstWeek().toEpochDay() + 7 * index * rule.interval();
        if (isPastLast(week)) {
            return List.of();
        }
        LocalDate first = LocalDate.ofEpochDay(week);
        return isCutAt(first) ? List.of() : daysOf(first, first.plusDays(7));
    }

    private List<LocalDateTime> day(long index) {
        long epochDay = start.toLocalDate().toEpochDay() + index * rule.interval();
        if (isPastLast(epochDay)) {
            return List.of();
        }
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        return isCutAt(day) ? List.of() : daysOf(day, day.plusDays(1));
    }

    private boolean isCutAt(LocalDate day) {
        return isCutAt(day.atStartOfDay());
    }

    private boolean isCutAt(LocalDateTime time) {
        if (to == null || time.isBefore(to)) {
            return false;
        }
        ended = true;
        boolean finished =
                (rule.count() > 0 && counted >= rule.count())
                        || (last != null && time.isAfter(last));
        cut = !finished;
        return true;
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
        int looks = 0;
        for (LocalDate day = from; day.isBefore(to); ) {
            if (!days.takesMonth(day.getMonthValue())) {
                day = day.with(TemporalAdjusters.firstDayOfNextMonth());
            } else {
                looks++;
                if (days.takes(day)) {
                    taken.add(day.atStartOfDay());
                }
                day = day.plusDays(1);
            }
        }
        // A year takes as many steps as its months would.
        steps.take(looks / LOOKS_OF_A_STEP);
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
        if (isCutAt(time)) {
            return List.of();
        }
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
        if (!takes(hours, time.getHour())) {
            return time.withMinute(0).withSecond(0).plusHours(1);
        }
        if (rule.frequency() != Frequency.HOURLY && !takes(minutes, time.getMinute())) {
            return time.withSecond(0).plusMinutes(1);
        }
        if (rule.frequency() == Frequency.SECONDLY && !takes(secondsOfMinute, time.getSecond())) {
            return time.plusSeconds(1);
        }
        return null;
    }

    private static boolean takes(long bits, int number) {
        return bits == 0 || (bits >>> number & 1) == 1;
    }

    private static long bits(List<Integer> numbers) {
        return numbers.stream().mapToLong(n -> 1L << n).reduce(0, (one, other) -> one | other);
    }

    /** What BYHOUR, BYMINUTE and BYSECOND add to the base of a period. */
    private static int[] secondsWithin(RecurrenceRule rule) {
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
