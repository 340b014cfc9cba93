package org.imipagent.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.CalendarTime.Span;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.Originals.Original;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place (RFC 5545, 3.8.5): window first, by counted steps, so that no rule
 * takes for ever. DTSTART is the first occurrence even where the rule does not give it. Changed
 * occurrences stand in the place of theirs, wherever they were moved, also in the place of one that
 * EXDATE takes away; those with RANGE=THISANDFUTURE move and speak for all that follow.
 */
public final class Recurrences {

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-02T00:00:00Z");

    /** Times without a zone may lie this much off when looked for by instants. */
    private static final Duration SLACK = Duration.ofDays(2);

    private final Event event;
    private final Instant from;
    private final Instant to;
    private final Zone own;
    private final Limits limits;
    private final Problems problems;
    private final List<Instance> instances = new ArrayList<>();
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
        recurrences.instances.sort(Comparator.comparing(i -> i.start().instant(own)));
        return new Expansion(
                recurrences.instances,
                recurrences.more,
                recurrences.knownTo,
                recurrences.steps,
                recurrences.problems.list());
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

    private void expand() {
        VEvent master = event.master();
        if (master != null && master.start() == null) {
            problems.add("no-start", "an event without DTSTART takes place at no time");
        }
        if (master != null && master.start() != null) {
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
                            if (part.isThisAndFuture() && part.start() != null) {
                                future.put(id.instant(own), part);
                            }
                        });
        Duration before = length(master).plus(SLACK);
        Duration after = SLACK;
        for (VEvent part : future.values()) {
            Duration shift = shift(part);
            before = longer(before, length(part).plus(SLACK).plus(shift));
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
            add(instance(master, id, original, future));
        }
    }

    /** An unchanged occurrence, or one that a change to this and future has moved. */
    private Instance instance(
            VEvent master,
            @Nullable RecurrenceId id,
            Original original,
            NavigableMap<Instant, VEvent> future) {
        CalendarTime start = original.start();
        var since = future.floorEntry(start.instant(own));
        if (since == null) {
            CalendarTime end = original.end();
            return new Instance(id, master, start, end == null ? start.plus(span(master)) : end);
        }
        VEvent latest = since.getValue();
        CalendarTime moved = moved(start, latest);
        return new Instance(id, latest, moved, moved.plus(span(latest)));
    }

    /** As far from its original time, on the wall, as the first one that was changed. */
    private CalendarTime moved(CalendarTime start, VEvent part) {
        CalendarTime to = Objects.requireNonNull(part.start());
        Instant original = Objects.requireNonNull(part.recurrenceId()).instant(own);
        LocalDateTime wall = to.wallAt(start.instant(own), own);
        return to.atWall(wall.plus(Duration.between(to.wallAt(original, own), to.wall())));
    }

    private Duration shift(VEvent part) {
        return Duration.between(
                Objects.requireNonNull(part.recurrenceId()).instant(own),
                Objects.requireNonNull(part.start()).instant(own));
    }

    private void addChanged(RecurrenceId id, VEvent part) {
        CalendarTime start = part.start();
        CalendarTime end = part.end();
        if (start == null || end == null) {
            // A cancellation may name its occurrence and say no more (RFC 5546, 3.2.5).
            start = id.time();
            VEvent master = event.master();
            end = start;
            if (master != null && master.start() != null) {
                start = Objects.requireNonNull(master.start()).at(id.instant(own), own);
                end = start.plus(span(master));
            }
        }
        add(new Instance(id, part, start, end));
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
    private Span span(VEvent part) {
        Component component = part.component();
        Property duration = component.has("DTEND") ? null : component.first("DURATION");
        Span span = duration == null ? null : Times.duration(duration.value());
        return span == null
                ? Span.between(
                        Objects.requireNonNull(part.start()),
                        Objects.requireNonNull(part.end()),
                        own)
                : span;
    }

    private Duration length(VEvent part) {
        Span span = span(part);
        return longer(Duration.ZERO, span.time().plusDays(span.days()));
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
