package org.imipagent.ical;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.imipagent.recurrence.Series;
import org.imipagent.recurrence.Steps;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a VTIMEZONE (RFC 5545, 3.6.5) as the JDK keeps rules: every onset of STANDARD and
 * DAYLIGHT until 2100, by RRULE, RDATE or DTSTART alone; and where two yearly rules go on for ever,
 * these for ever.
 */
final class Observances {

    /** Rules that began in 1601, as Outlook's do, are followed from here on. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2100;
    private static final int MOST_OBSERVANCES = 500;

    /** Steps for one VTIMEZONE alone, where no other stands beside it. */
    private static final int MOST_STEPS = 20_000;

    /** An offset begins. The time is what the wall shows just before. */
    private record Onset(LocalDateTime wall, ZoneOffset before, ZoneOffset after) {
        Instant instant() {
            return wall.toInstant(before);
        }
    }

    /** A rule that goes on for ever, and the same as the JDK has it, where that can be. */
    private record Endless(
            RecurrenceRule rule,
            LocalDateTime first,
            ZoneOffset before,
            ZoneOffset after,
            @Nullable ZoneOffsetTransitionRule simple) {}

    private final List<Onset> onsets = new ArrayList<>();
    private final List<Endless> endless = new ArrayList<>();
    private final Steps steps;

    private Observances(Steps steps) {
        this.steps = steps;
    }

    /** The rules, or null where the VTIMEZONE has no observance that can be used. */
    static @Nullable ZoneRules rules(Component vtimezone) {
        return rules(vtimezone, new Steps(MOST_STEPS));
    }

    /** As {@link #rules(Component)}; null too where the steps do not suffice. */
    static @Nullable ZoneRules rules(Component vtimezone, Steps steps) {
        var observances = new Observances(steps);
        vtimezone.components().stream()
                .filter(c -> c.name().equals("STANDARD") || c.name().equals("DAYLIGHT"))
                .limit(MOST_OBSERVANCES)
                .forEach(observances::add);
        ZoneRules rules = observances.rules();
        return steps.areUsedUp() ? null : rules;
    }

    private void add(Component observance) {
        Property start = observance.first("DTSTART");
        CalendarTime first = start == null ? null : Times.read(start, Zones.NONE);
        ZoneOffset after = offset(observance.first("TZOFFSETTO"));
        if (first == null || after == null) {
            return;
        }
        ZoneOffset from = offset(observance.first("TZOFFSETFROM"));
        ZoneOffset before = from == null ? after : from;
        onsets.add(new Onset(wall(first, before), before, after));
        for (Property rdate : observance.all("RDATE")) {
            for (String value : rdate.value().split(",", -1)) {
                CalendarTime date = Times.read(period(value), null, Zones.NONE);
                if (date != null && steps.take()) {
                    onsets.add(new Onset(wall(date, before), before, after));
                }
            }
        }
        for (Property rrule : observance.all("RRULE")) {
            try {
                addRule(RecurrenceRule.read(rrule.value()), wall(first, before), before, after);
            } catch (IllegalArgumentException wrong) {
                // A rule that is none gives no onsets; DTSTART still does.
            }
        }
    }

    private static String period(String value) {
        int slash = value.indexOf('/');
        return slash < 0 ? value : value.substring(0, slash);
    }

    private static LocalDateTime wall(CalendarTime time, ZoneOffset before) {
        return time instanceof CalendarTime.Zoned(var local, var zone, _) && zone.equals(Zone.UTC)
                ? LocalDateTime.ofEpochSecond(local.toEpochSecond(ZoneOffset.UTC), 0, before)
                : time.wall();
    }

    private void addRule(
            RecurrenceRule rule, LocalDateTime first, ZoneOffset before, ZoneOffset after) {
        CalendarTime until = rule.until();
        LocalDateTime last =
                until == null
                        ? null
                        : until.isDay()
                                ? until.wall().toLocalDate().atTime(LocalTime.MAX)
                                : wall(until, before);
        if (rule.isEndless()) {
            endless.add(
                    new Endless(
                            rule,
                            first,
                            before,
                            after,
                            simple(rule.completed(first), first, before, after)));
        } else {
            expand(new Series(rule, first, last, true, steps), before, after, LAST_YEAR);
        }
    }

    private void expand(Series series, ZoneOffset before, ZoneOffset after, int lastYear) {
        series.from(startOf(FIRST_YEAR)).to(startOf(lastYear + 1));
        for (LocalDateTime wall = series.next();
                wall != null && wall.getYear() <= lastYear;
                wall = series.next()) {
            onsets.add(new Onset(wall, before, after));
        }
    }

    private static LocalDateTime startOf(int year) {
        return LocalDateTime.of(year, 1, 1, 0, 0);
    }

    /** A rule such as the last Sunday in March, or the first on or after the 8th; else null. */
    private static @Nullable ZoneOffsetTransitionRule simple(
            RecurrenceRule rule, LocalDateTime first, ZoneOffset before, ZoneOffset after) {
        if (rule.frequency() != RecurrenceRule.Frequency.YEARLY
                || rule.interval() != 1
                || rule.months().size() != 1
                || rule.days().size() > 1
                || !rule.weeks().isEmpty()
                || !rule.yearDays().isEmpty()
                || !rule.positions().isEmpty()
                || before.equals(after)) {
            return null;
        }
        int day = indicator(rule);
        DayOfWeek dayOfWeek = rule.days().isEmpty() ? null : rule.days().getFirst().day();
        Month month = Month.of(rule.months().getFirst());
        // The JDK fails in a year whose month has no such day, and steps out of the month.
        int latest = dayOfWeek != null && day > 0 ? day + 6 : day;
        if (day == 0 || latest > month.minLength()) {
            return null;
        }
        try {
            return ZoneOffsetTransitionRule.of(
                    month,
                    day,
                    dayOfWeek,
                    first.toLocalTime(),
                    false,
                    ZoneOffsetTransitionRule.TimeDefinition.WALL,
                    before,
                    before,
                    after);
        } catch (IllegalArgumentException outside) {
            return null;
        }
    }

    /** The day of the month from which, or back from which, the day of the week is sought; or 0. */
    private static int indicator(RecurrenceRule rule) {
        List<Integer> dates = rule.monthDays();
        if (rule.days().isEmpty()) {
            return dates.size() == 1 ? dates.getFirst() : 0;
        }
        int ordinal = rule.days().getFirst().ordinal();
        if (dates.isEmpty()) {
            return ordinal == -1 ? -1 : ordinal >= 1 && ordinal <= 4 ? ordinal * 7 - 6 : 0;
        }
        boolean week =
                ordinal == 0
                        && dates.size() == 7
                        && dates.getFirst() > 0
                        && dates.getLast() - dates.getFirst() == 6;
        return week ? dates.getFirst() : 0;
    }

    private static @Nullable ZoneOffset offset(@Nullable Property property) {
        if (property == null) {
            return null;
        }
        String text = property.value().strip().replace(":", "");
        int sign = text.startsWith("-") ? -1 : 1;
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (digits.length() != 4 && digits.length() != 6 && digits.length() != 2) {
            return null;
        }
        try {
            int number = Integer.parseInt(digits + "0".repeat(6 - digits.length()));
            int seconds = number / 10000 * 3600 + number / 100 % 100 * 60 + number % 100;
            return ZoneOffset.ofTotalSeconds(sign * seconds);
        } catch (NumberFormatException | DateTimeException none) {
            return null;
        }
    }

    private @Nullable ZoneRules rules() {
        if (onsets.isEmpty()) {
            return null;
        }
        List<ZoneOffsetTransitionRule> tail = tail();
        int lastYear = tail.isEmpty() ? LAST_YEAR : firstYearOfTail();
        for (Endless rule : endless) {
            expand(
                    new Series(rule.rule(), rule.first(), null, true, steps),
                    rule.before(),
                    rule.after(),
                    lastYear);
        }
        onsets.sort(Comparator.comparing(Onset::instant));
        ZoneOffset first = onsets.getFirst().before();
        return ZoneRules.of(first, first, List.of(), transitions(first), tail);
    }

    private List<ZoneOffsetTransition> transitions(ZoneOffset first) {
        var transitions = new ArrayList<ZoneOffsetTransition>();
        ZoneOffset offset = first;
        for (Onset onset : onsets) {
            // What the wall really showed before, whatever TZOFFSETFROM says.
            LocalDateTime wall =
                    LocalDateTime.ofEpochSecond(onset.instant().getEpochSecond(), 0, offset);
            boolean again =
                    !transitions.isEmpty()
                            && !onset.instant().isAfter(transitions.getLast().getInstant());
            if (!again && !offset.equals(onset.after())) {
                transitions.add(ZoneOffsetTransition.of(wall, offset, onset.after()));
                offset = onset.after();
            }
        }
        return transitions;
    }

    /**
     * The yearly rules in force for ever: two that lead to each other, with nothing else happening
     * once both have begun. Empty where it is not so simple.
     */
    private List<ZoneOffsetTransitionRule> tail() {
        var rules = new ArrayList<ZoneOffsetTransitionRule>(2);
        for (Endless rule : endless) {
            if (rule.simple() == null) {
                return List.of();
            }
            rules.add(rule.simple());
        }
        if (rules.size() != 2
                || !rules.getFirst().getOffsetAfter().equals(rules.getLast().getOffsetBefore())
                || !rules.getLast().getOffsetAfter().equals(rules.getFirst().getOffsetBefore())
                || rules.getFirst().getMonth() == rules.getLast().getMonth()) {
            return List.of();
        }
        int begun = firstYearOfTail();
        if (onsets.stream().anyMatch(onset -> onset.wall().getYear() > begun)) {
            return List.of();
        }
        rules.sort(Comparator.comparing(ZoneOffsetTransitionRule::getMonth));
        return rules;
    }

    private int firstYearOfTail() {
        return endless.stream()
                .mapToInt(rule -> rule.first().getYear())
                .reduce(FIRST_YEAR, Math::max);
    }
}
