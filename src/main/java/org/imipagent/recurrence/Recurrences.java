package org.imipagent.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.CalendarTime.Span;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.RuleText;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.recurrence.Originals.Original;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place (RFC 5545, 3.8.5): window first, by counted steps, so that no rule
 * takes for ever. DTSTART is the first occurrence even where the rule does not give it. Changed
 * occurrences stand in the place of theirs, wherever they were moved, also in the place of one that
 * EXDATE takes away; those with RANGE=THISANDFUTURE move and speak for all that follow.
 */
public final class Recurrences {

    // Not parsed: every page of an event loads this class.
    private static final Instant EARLIEST = startOf(LocalDate.of(0, 1, 1));
    private static final Instant LATEST = startOf(LocalDate.of(10_000, 1, 2));

    /** Times without a zone may lie this much off when looked for by instants. */
    private static final Duration SLACK = Duration.ofDays(2);

    private final Event event;
    private final Instant from;
    private final Instant to;
    private final Zone own;
    private final Limits limits;
    private final Problems problems;
    private final List<Instance> instances = new ArrayList<>();

    /** Changes to this and future that say a time, by where they begin. */
    private final NavigableMap<Instant, Move> moving = new TreeMap<>();

    /** What a change to this and future says of those that follow, worked out once. */
    private record Move(VEvent part, CalendarTime start, Duration onTheWall, Span span) {}

    /** The start of the master, and how long it lasts: of a long text found once. */
    private final @Nullable CalendarTime first;

    private final Span lasting;
    private boolean more;
    private @Nullable Instant knownTo;
    private int steps;

    private Recurrences(Event event, Instant from, Instant to, Zone own, Limits limits) {
        this.event = event;
        this.from = from;
        this.to = to;
        this.own = own;
        this.limits = limits;
        this.problems = new Problems(limits);
        VEvent master = event.master();
        this.first = master == null ? null : master.start();
        this.lasting =
                master == null || first == null ? new Span(0, Duration.ZERO) : span(master, own);
    }

    /**
     * The times an event takes place that meet a window.
     *
     * @param to exclusive
     * @param own the zone that days and times without a zone are read in
     */
    public static Expansion expand(Event event, Instant from, Instant to, Zone own, Limits limits) {
        var recurrences = new Recurrences(event, from, to, own, limits);
        recurrences.expand();
        recurrences.instances.sort(
                (one, other) -> one.start().instant(own).compareTo(other.start().instant(own)));
        return new Expansion(
                recurrences.instances,
                recurrences.more,
                recurrences.knownTo,
                recurrences.steps,
                recurrences.problems.list());
    }

    /** Where the next times of an event are looked for: a series comes again soon, or seldom. */
    private static final List<Duration> FAR =
            List.of(Duration.ofDays(366), Duration.ofDays(3660), Duration.ofDays(36_600));

    /** The next times of an event that are not over at an instant, at most so many, by start. */
    public static List<Instance> next(
            Event event, Instant from, int most, Zone own, Limits limits) {
        List<Instance> found = List.of();
        for (Duration far : FAR) {
            if (found.size() < most) {
                found = expand(event, from, plus(from, far), own, limits).instances();
            }
        }
        return found.size() > most ? found.subList(0, most) : found;
    }

    /** Whether the master has an occurrence of that name, changed or not. */
    public static boolean has(Event event, RecurrenceId id, Zone own, Limits limits) {
        VEvent master = event.master();
        if (master == null || master.start() == null) {
            return false;
        }
        Instant instant = id.instant(own);
        var originals =
                Originals.find(
                        master,
                        instant.minus(SLACK),
                        instant,
                        instant.plus(SLACK),
                        own,
                        limits,
                        new Problems(limits));
        return originals.has(id);
    }

    /** So many are each looked for by themselves; more in one pass from the first to the last. */
    private static final int A_FEW = 16;

    /** Those of some names that are occurrences of the master, changed or not. */
    public static Set<RecurrenceId> of(
            Event event, Set<RecurrenceId> ids, Zone own, Limits limits) {
        var real = new HashSet<RecurrenceId>();
        if (ids.size() <= A_FEW) {
            ids.stream().filter(id -> has(event, id, own, limits)).forEach(real::add);
            return real;
        }
        VEvent master = event.master();
        if (master == null || master.start() == null) {
            return real;
        }
        List<Instant> instants = ids.stream().map(id -> id.instant(own)).sorted().toList();
        Originals originals =
                Originals.find(
                        master,
                        instants.getFirst().minus(SLACK),
                        instants.getFirst(),
                        instants.getLast().plus(SLACK),
                        own,
                        limits,
                        new Problems(limits));
        for (RecurrenceId id : ids) {
            if (originals.has(id)) {
                real.add(id);
            }
        }
        return real;
    }

    /** A rule gives at least one date in so long a time, or it is not looked for. */
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(400);

    /**
     * The last date of a series whose rule has an end (UNTIL): the last that takes place, not the
     * day that the rule names; null where it has no such end, or none is found near it.
     */
    public static @Nullable CalendarTime last(VEvent master, Zone own, Limits limits) {
        Property rule = master.component().first("RRULE");
        CalendarTime until = rule == null ? null : RuleText.of(rule.value()).until();
        if (until == null || master.start() == null) {
            return null;
        }
        Instant end = until.instant(own).plus(Duration.ofDays(1));
        List<Instance> near =
                expand(Event.of(master), end.minus(LONGEST_INTERVAL), end, own, limits).instances();
        return near.isEmpty() ? null : near.getLast().start();
    }

    /** The rule of an event that is none as it stands in the text, or null. */
    public static @Nullable String wrongRule(Event event) {
        VEvent master = event.master();
        CalendarTime start = master == null ? null : master.start();
        if (master == null || start == null) {
            return null;
        }
        return master.component().all("RRULE").stream()
                .filter(rule -> RecurrenceRule.fault(rule, start) != null)
                .map(Property::value)
                .findFirst()
                .orElse(null);
    }

    private void expand() {
        VEvent master = event.master();
        if (master != null && first == null) {
            problems.add("no-start", "an event without DTSTART takes place at no time");
        }
        if (master != null && first != null) {
            expand(master);
        }
        event.changed().forEach(this::addChanged);
    }

    private void expand(VEvent master) {
        // By instant, so that a long chain of changes is looked up in and not walked along.
        var future = new TreeMap<Instant, VEvent>();
        event.changed()
                .forEach(
                        (id, part) -> {
                            if (part.isThisAndFuture()) {
                                future.put(id.instant(own), part);
                            }
                            if (part.isThisAndFuture() && part.start() != null) {
                                moving.put(id.instant(own), move(id, part));
                            }
                        });
        Duration before = length(lasting).plus(SLACK);
        Duration after = SLACK;
        for (var entry : moving.entrySet()) {
            Move move = entry.getValue();
            Duration shift = Duration.between(entry.getKey(), move.start().instant(own));
            before = longer(before, length(move.span()).plus(SLACK).plus(shift));
            after = longer(after, SLACK.minus(shift));
        }
        Originals originals =
                Originals.find(
                        master,
                        minus(from, before),
                        minus(from, before.minus(SLACK)),
                        plus(to, after),
                        own,
                        limits,
                        problems);
        steps = originals.steps();
        Instant found = originals.knownTo();
        if (found != null) {
            isUnknownFrom(minus(found, after.minus(SLACK)));
        }
        more = originals.isFollowedByMore();
        boolean recurs = master.isRecurring() || !event.changed().isEmpty();
        for (Original original : originals.without(event.changed().keySet())) {
            RecurrenceId id = recurs ? RecurrenceId.of(original.start()) : null;
            if (id == null || id.canBeRead()) {
                Instance timed = instance(master, id, original);
                var latest = future.floorEntry(original.start().instant(own));
                add(latest == null ? timed : timed.of(latest.getValue()));
            }
        }
    }

    /** An unchanged occurrence, or one that a change to this and future has moved. */
    private Instance instance(VEvent master, @Nullable RecurrenceId id, Original original) {
        CalendarTime start = original.start();
        var since = moving.floorEntry(start.instant(own));
        if (since == null) {
            CalendarTime end = original.end();
            return new Instance(id, master, start, end == null ? start.plus(lasting) : end);
        }
        Move move = since.getValue();
        LocalDateTime wall = move.start().wallAt(start.instant(own), own);
        CalendarTime moved = move.start().atWall(wall.plus(move.onTheWall()));
        return new Instance(id, move.part(), moved, moved.plus(move.span()));
    }

    /** As far from its original time, on the wall, as the first one that was changed. */
    private Move move(RecurrenceId id, VEvent part) {
        CalendarTime to = Objects.requireNonNull(part.start());
        LocalDateTime original = to.wallAt(id.instant(own), own);
        return new Move(part, to, Duration.between(original, to.wall()), span(part, own));
    }

    private void addChanged(RecurrenceId id, VEvent part) {
        CalendarTime start = part.start();
        CalendarTime end = part.end();
        VEvent master = event.master();
        if (start != null && end != null) {
            add(new Instance(id, part, start, end));
        } else if (master == null || first == null) {
            add(new Instance(id, part, id.time(), id.time()));
        } else {
            // A cancellation may name its occurrence and say no more (RFC 5546, 3.2.5).
            var original = new Original(first.at(id.instant(own), own), null);
            add(instance(master, id, original).of(part));
        }
    }

    private void add(Instance given) {
        Instance instance = ordered(given);
        Instant start = instance.start().instant(own);
        Instant end = instance.end().instant(own);
        more |= !start.isBefore(to);
        boolean meets =
                start.isBefore(to)
                        && (end.isAfter(from) || (start.equals(end) && !start.isBefore(from)));
        if (meets && instances.size() < limits.instances()) {
            instances.add(instance);
        } else if (meets) {
            problems.addOnce(
                    "too-many-occurrences", "the first " + limits.instances() + " are used");
            isUnknownFrom(start);
        }
    }

    /**
     * No occurrence ends before it starts: not where the clock of the reader leaps over its start,
     * and not where only the reader's zone tells which is first.
     */
    private Instance ordered(Instance instance) {
        CalendarTime start = instance.start();
        Instant starts = start.instant(own);
        if (!instance.end().instant(own).isBefore(starts)) {
            return instance;
        }
        Duration onTheWall = Duration.between(start.wall(), instance.end().wall());
        boolean leapt =
                start instanceof CalendarTime.Floating
                        && instance.end() instanceof CalendarTime.Floating
                        && onTheWall.isPositive();
        CalendarTime end = leapt ? start.at(starts.plus(onTheWall), own) : start;
        return new Instance(instance.id(), instance.part(), start, end);
    }

    private void isUnknownFrom(Instant instant) {
        knownTo = knownTo == null || instant.isBefore(knownTo) ? instant : knownTo;
    }

    /**
     * How long every occurrence lasts: by DURATION with days on the wall, by DTEND exactly (RFC
     * 5545, 3.8.5.3).
     */
    private static Span span(VEvent part, Zone own) {
        Component component = part.component();
        boolean ends = component.has("DTEND") || Objects.requireNonNull(part.start()).isDay();
        Property duration = ends ? null : component.first("DURATION");
        Span span = duration == null ? null : Times.duration(duration.value());
        return span == null
                ? Span.between(
                        Objects.requireNonNull(part.start()),
                        Objects.requireNonNull(part.end()),
                        own)
                : span;
    }

    private static Duration length(Span span) {
        return longer(Duration.ZERO, span.time().plusDays(span.days()));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Instant minus(Instant instant, Duration duration) {
        return Duration.between(EARLIEST, instant).compareTo(duration) <= 0
                ? EARLIEST
                : instant.minus(duration);
    }

    private static Instant plus(Instant instant, Duration duration) {
        return Duration.between(instant, LATEST).compareTo(duration) <= 0
                ? LATEST
                : instant.plus(duration);
    }
}
