package org.imipagent.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imipagent.calendar.RecurrenceRule;

/**
 * A recurrence rule as RFC 5545, 3.3.10 defines it, without any thought of speed: every hour of
 * every day is asked whether it belongs. DTSTART is the first time, whether the rule gives it or
 * not. For rules by hour and slower, on the wall.
 */
public final class SlowRule {

    private final RecurrenceRule rule;
    private final LocalDateTime start;

    private SlowRule(RecurrenceRule rule, LocalDateTime start) {
        this.rule = rule;
        this.start = start;
    }

    public static List<LocalDateTime> times(
            RecurrenceRule rule, LocalDateTime start, LocalDateTime to) {
        return new SlowRule(rule, start).times(to);
    }

    private List<LocalDateTime> times(LocalDateTime to) {
        var periods = new TreeMap<Long, TreeSet<LocalDateTime>>();
        LocalDate last = to.toLocalDate().plusYears(1).withDayOfYear(1);
        for (LocalDate day = start.toLocalDate().withDayOfYear(1).minusDays(7);
                day.isBefore(last);
                day = day.plusDays(1)) {
            boolean belongs = is(day);
            for (int hour = 0; hour < 24 && belongs; hour++) {
                LocalDateTime time = day.atTime(hour, start.getMinute(), start.getSecond());
                long period = isHour(hour) ? period(time) : -1;
                if (period >= 0 && period % rule.interval() == 0) {
                    periods.computeIfAbsent(period, p -> new TreeSet<>()).add(time);
                }
            }
        }
        var times = new TreeSet<LocalDateTime>();
        periods.values().forEach(set -> times.addAll(chosen(new ArrayList<>(set))));
        times.removeIf(t -> t.isBefore(start));
        if (rule.until() != null) {
            LocalDateTime until = rule.until().wall();
            times.removeIf(t -> t.isAfter(until));
        }
        times.add(start);
        return times.stream()
                .limit(rule.count() == 0 ? Integer.MAX_VALUE : rule.count())
                .filter(t -> t.isBefore(to))
                .toList();
    }

    /** How many periods after that of DTSTART. */
    private long period(LocalDateTime time) {
        LocalDate day = time.toLocalDate();
        LocalDate first = start.toLocalDate();
        return switch (rule.frequency()) {
            case YEARLY -> day.getYear() - first.getYear();
            case MONTHLY -> ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
            case WEEKLY -> ChronoUnit.WEEKS.between(week(first), week(day));
            case DAILY -> ChronoUnit.DAYS.between(first, day);
            case HOURLY ->
                    ChronoUnit.HOURS.between(
                            start.truncatedTo(ChronoUnit.HOURS),
                            time.truncatedTo(ChronoUnit.HOURS));
            case MINUTELY, SECONDLY -> throw new IllegalArgumentException("too slow for that");
        };
    }

    private LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(rule.weekStart()));
    }

    private boolean isHour(int hour) {
        return rule.hours().isEmpty()
                ? rule.frequency() == RecurrenceRule.Frequency.HOURLY || hour == start.getHour()
                : rule.hours().contains(hour);
    }

    private boolean is(LocalDate day) {
        return isMonth(day) && isMonthDay(day) && isDay(day);
    }

    private boolean isMonth(LocalDate day) {
        boolean ofStart =
                rule.frequency() == RecurrenceRule.Frequency.YEARLY
                        && rule.months().isEmpty()
                        && rule.days().isEmpty();
        return ofStart
                ? day.getMonth() == start.getMonth()
                : rule.months().isEmpty() || rule.months().contains(day.getMonthValue());
    }

    private boolean isMonthDay(LocalDate day) {
        boolean ofStart =
                rule.monthDays().isEmpty()
                        && rule.days().isEmpty()
                        && rule.frequency().compareTo(RecurrenceRule.Frequency.MONTHLY) >= 0;
        if (ofStart) {
            return day.getDayOfMonth() == start.getDayOfMonth();
        }
        return rule.monthDays().isEmpty()
                || rule.monthDays().contains(day.getDayOfMonth())
                || rule.monthDays().contains(day.getDayOfMonth() - day.lengthOfMonth() - 1);
    }

    private boolean isDay(LocalDate day) {
        DayOfWeek dayOfWeek = day.getDayOfWeek();
        if (rule.days().isEmpty()) {
            return rule.frequency() != RecurrenceRule.Frequency.WEEKLY
                    || !rule.monthDays().isEmpty()
                    || dayOfWeek == start.getDayOfWeek();
        }
        return rule.days().stream().anyMatch(d -> d.day() == dayOfWeek);
    }

    private List<LocalDateTime> chosen(List<LocalDateTime> times) {
        if (rule.positions().isEmpty()) {
            return times;
        }
        var chosen = new ArrayList<LocalDateTime>();
        for (int position : rule.positions()) {
            int index = position > 0 ? position - 1 : times.size() + position;
            if (index >= 0 && index < times.size()) {
                chosen.add(times.get(index));
            }
        }
        return chosen;
    }
}
