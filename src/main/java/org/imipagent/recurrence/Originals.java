package org.imipagent.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.CalendarTime.Day;
import org.imipagent.calendar.CalendarTime.Floating;
import org.imipagent.calendar.CalendarTime.Span;
import org.imipagent.calendar.CalendarTime.Zoned;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * The recurrence set of a master (RFC 5545, 3.8.5) where it meets a window: DTSTART, RRULE and
 * RDATE, less EXRULE and EXDATE, before any changed occurrence takes its place.
 */
final class Originals {

    /** An occurrence as the master has it; with its own length where RDATE says one. */
    record Original(CalendarTime start, @Nullable CalendarTime end) {}

    /** RRULEs, and EXRULEs, of one event; RFC 5545 says it should have one. */
    private static final int MOST_RULES = 50;

    private final VEvent master;
    private final CalendarTime first;
    private final Zone own;
    private final LocalDateTime from;
    private final LocalDateTime counted;
    private final LocalDateTime to;
    private final Limits limits;
    private final Problems problems;
    private final Steps steps;

    /** By {@link #key}. */
    private final NavigableMap<LocalDateTime, Original> found = new TreeMap<>();

    private boolean more;
    private int dates;
    private @Nullable LocalDateTime knownTo;

    /**
     * @param from on the wall of the master's zone
     * @param counted since when they count for the limit; those before it only steps bound
     * @param to exclusive
     */
    private Originals(
            VEvent master,
            LocalDateTime from,
            LocalDateTime counted,
            LocalDateTime to,
            Zone own,
            Limits limits,
            Problems problems) {
        this.master = master;
        this.first = Objects.requireNonNull(master.start());
        this.from = from;
        this.counted = counted;
        this.to = to;
        this.own = own;
        this.limits = limits;
        this.problems = problems;
        this.steps = new Steps(limits.candidates());
    }

    /**
     * All that starts in a window, and whether more follows it. The master has a DTSTART.
     *
     * @param counted since when those found count for the limit: what is looked through before it,
     *     to be safe, must not take the place of what is asked for
     */
    static Originals find(
            VEvent master,
            Instant from,
            Instant counted,
            Instant to,
            Zone own,
            Limits limits,
            Problems problems) {
        CalendarTime first = Objects.requireNonNull(master.start());
        var originals =
                new Originals(
                        master,
                        wall(first, from, own),
                        wall(first, counted, own),
                        wall(first, to, own),
                        own,
                        limits,
                        problems);
        originals.find();
        return originals;
    }

    /** The same moment on the wall of the zone of a time, bounded to the years there are. */
    private static LocalDateTime wall(CalendarTime time, Instant instant, Zone own) {
        Instant bounded =
                instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return time instanceof Zoned(_, var zone, _) ? zone.local(bounded) : own.local(bounded);
    }

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-02T00:00:00Z");

    /** Whether one of those found has the name. */
    boolean has(RecurrenceId id) {
        return found.containsKey(key(inFormOfFirst(id.time())));
    }

    /** Those found that have none of the names, in whichever form these are written. */
    List<Original> without(Set<RecurrenceId> ids) {
        var fewer = ids.isEmpty() ? found : new TreeMap<>(found);
        ids.forEach(id -> fewer.remove(key(inFormOfFirst(id.time()))));
        return List.copyOf(fewer.values());
    }

    /**
     * The same for the same moment: a time that the clock leaps over is also the one it is read as.
     */
    private static LocalDateTime key(CalendarTime time) {
        return time instanceof Zoned(var local, var zone, _)
                ? Zone.UTC.local(zone.instant(local))
                : time.wall();
    }

    boolean isFollowedByMore() {
        return more;
    }

    /** Those that start before it are all found; null where all are. */
    @Nullable Instant knownTo() {
        return knownTo == null ? null : first.atWall(knownTo).instant(own);
    }

    int steps() {
        return steps.taken();
    }

    private void isUnknownFrom(LocalDateTime wall) {
        knownTo = knownTo == null || wall.isBefore(knownTo) ? wall : knownTo;
    }

    private void find() {
        if (!first.wall().isBefore(to)) {
            more = true;
        }
        keep(new Original(first, null));
        Component component = master.component();
        for (Property rrule : rules(component.all("RRULE"))) {
            series(rrule, wall -> keep(new Original(first.atWall(wall), null)), true);
        }
        for (Property rdate : component.all("RDATE")) {
            addDates(rdate);
        }
        for (Property exrule : rules(component.all("EXRULE"))) {
            series(exrule, wall -> found.remove(key(first.atWall(wall))), false);
        }
        Set<LocalDate> days = new HashSet<>();
        for (Property exdate : component.all("EXDATE")) {
            removeDates(exdate, days);
        }
        if (!days.isEmpty()) {
            found.values().removeIf(each -> days.contains(wall(each.start()).toLocalDate()));
        }
    }

    private List<Property> rules(List<Property> rules) {
        if (rules.size() <= MOST_RULES) {
            return rules;
        }
        problems.add("wrong-rule", "the first " + MOST_RULES + " of " + rules.size() + " are used");
        return rules.subList(0, MOST_RULES);
    }

    private void keep(Original original) {
        LocalDateTime wall = wall(original.start());
        CalendarTime end = original.end();
        boolean reachesIn = !wall.isBefore(from) || (end != null && end.wall().isAfter(from));
        if (reachesIn && wall.isBefore(to)) {
            LocalDateTime key = key(original.start());
            if (end == null) {
                found.putIfAbsent(key, original);
            } else {
                found.put(key, original);
            }
        }
    }

    /** On the wall of DTSTART; what was written in UTC as that wall has no name for it, too. */
    private LocalDateTime wall(CalendarTime time) {
        return time instanceof Zoned(_, var zone, _) && zone.equals(Zone.UTC)
                ? first.wallAt(time.instant(own), own)
                : time.wall();
    }

    @FunctionalInterface
    private interface Taking {
        void take(LocalDateTime wall);
    }

    private void series(Property property, Taking taking, boolean adds) {
        String fault = RecurrenceRule.fault(property, first);
        if (fault != null) {
            problems.add("wrong-rule", fault);
            return;
        }
        RecurrenceRule given = RecurrenceRule.read(property.value());
        RecurrenceRule rule = first.isDay() ? given.withoutTimesOfDay() : given;
        var series = new Series(rule, first.wall(), last(rule), adds, steps).from(from).to(to);
        take(series, taking, adds);
    }

    private void take(Series series, Taking taking, boolean adds) {
        int taken = 0;
        LocalDateTime reached = from;
        for (LocalDateTime wall = series.next(); wall != null; wall = series.next()) {
            if (!wall.isBefore(to)) {
                more |= adds;
                return;
            }
            if (adds && taken >= limits.instances()) {
                problems.addOnce(
                        "too-many-occurrences",
                        "the first " + limits.instances() + " in the time asked for are used");
                more = true;
                isUnknownFrom(wall);
                return;
            }
            taken += wall.isBefore(counted) ? 0 : 1;
            taking.take(wall);
            reached = wall;
        }
        more |= adds && series.isCut();
        if (steps.areUsedUp()) {
            problems.addOnce(
                    "endless-rule",
                    "occurrences were not all found in " + limits.candidates() + " steps");
            more |= adds;
            isUnknownFrom(reached);
        }
    }

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /**
     * UNTIL on the wall of DTSTART, whichever of the three forms it has. For whole days, midnight
     * and the last second of a day in UTC mean that day: who writes them means no zone.
     */
    private @Nullable LocalDateTime last(RecurrenceRule rule) {
        CalendarTime until = rule.until();
        if (until instanceof Day(var day)) {
            return day.atTime(LocalTime.MAX);
        }
        if (until instanceof Floating(var local)) {
            return first.isDay() ? wholeDay(local.toLocalDate()) : local;
        }
        if (!(until instanceof Zoned(var local, _, _))) {
            return null;
        }
        Instant instant = until.instant(own);
        if (!first.isDay()) {
            return first.wallAt(instant, own);
        }
        LocalTime time = local.toLocalTime();
        return wholeDay(
                time.equals(LocalTime.MIDNIGHT) || time.equals(LAST_SECOND)
                        ? local.toLocalDate()
                        : own.day(instant));
    }

    private static LocalDateTime wholeDay(LocalDate day) {
        return day.atTime(LocalTime.MAX);
    }

    // RDATE and EXDATE.

    private void addDates(Property rdate) {
        String tzid = rdate.parameter("TZID");
        for (String value : values(rdate)) {
            int slash = value.indexOf('/');
            CalendarTime given =
                    Times.read(slash < 0 ? value : value.substring(0, slash), tzid, master.zones());
            if (given == null) {
                problems.addOnce("wrong-time", "RDATE is not a date or time: " + value);
                continue;
            }
            CalendarTime start = inFormOfFirst(given);
            CalendarTime end =
                    slash < 0 ? null : periodEnd(start, value.substring(slash + 1), tzid);
            if (!wall(start).isBefore(to)) {
                more = true;
            } else if (dates < limits.instances()) {
                int before = found.size();
                keep(new Original(start, end));
                dates += found.size() - before;
            } else {
                problems.addOnce(
                        "too-many-occurrences",
                        "the first " + limits.instances() + " of RDATE are used");
                isUnknownFrom(wall(start));
            }
        }
    }

    private static List<String> values(Property property) {
        return property.value().isBlank()
                ? List.of()
                : Arrays.asList(property.value().split(",", -1));
    }

    private @Nullable CalendarTime periodEnd(
            CalendarTime start, String text, @Nullable String tzid) {
        Span span = Times.duration(text);
        if (span != null) {
            return start.plus(span);
        }
        CalendarTime end = Times.read(text, tzid, master.zones());
        if (end == null) {
            return null;
        }
        CalendarTime same = inFormOfFirst(end);
        return same.instant(own).isBefore(start.instant(own)) ? start : same;
    }

    /** A time of RDATE, EXDATE or RECURRENCE-ID in the form of DTSTART. */
    private CalendarTime inFormOfFirst(CalendarTime time) {
        if (first.isDay()) {
            return time instanceof Zoned(var local, var zone, _)
                            && zone.equals(Zone.UTC)
                            && !local.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? first.at(time.instant(own), own)
                    : first.atWall(time.wall());
        }
        if (time instanceof Day(var date)) {
            return first.atWall(date.atTime(first.wall().toLocalTime()));
        }
        return time instanceof Zoned ? first.at(time.instant(own), own) : first.atWall(time.wall());
    }

    /**
     * @param days of all properties, on which nothing takes place
     */
    private void removeDates(Property exdate, Set<LocalDate> days) {
        String tzid = exdate.parameter("TZID");
        for (String value : values(exdate)) {
            CalendarTime given = Times.read(value, tzid, master.zones());
            if (given == null) {
                problems.addOnce("wrong-time", "EXDATE is not a date or time: " + value);
            } else if (given instanceof Day(var date) && !first.isDay()) {
                days.add(date);
            } else {
                found.remove(key(inFormOfFirst(given)));
            }
        }
    }
}
