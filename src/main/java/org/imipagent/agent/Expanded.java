package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.Busyness;
import org.imipagent.ical.Expansion;
import org.imipagent.ical.Instance;
import org.imipagent.ical.Limits;
import org.imipagent.ical.Recurrences;
import org.imipagent.itip.Person;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of an event as they are written beside it.
 *
 * @param expandedFrom since when, when there are more before it; else null
 * @param expandedTo up to where, when there are more after it; else null
 */
record Expanded(
        List<Occurrence> occurrences,
        @Nullable Instant expandedFrom,
        @Nullable Instant expandedTo) {

    /** How far back the occurrences of a series are written when it has too many to write all. */
    private static final Duration LOOKING_BACK = Duration.ofDays(400);

    static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("+10000-01-02T00:00:00Z");

    /**
     * Expands an event for a person.
     *
     * @param horizon up to where a series is written; an event that takes place once is written
     *     wherever it is
     * @throws Impossible when the event has no time, or too many occurrences within the limits
     */
    static Expanded of(Event event, Person person, Instant now, Instant horizon, Limits limits) {
        boolean isSeries = event.master() != null && event.master().isRecurring();
        Instant to = isSeries ? horizon : LATEST;
        Instant from = EARLIEST;
        Expansion all = Recurrences.expand(event, from, to, person.zone(), limits);
        if (isTooMuch(all)) {
            from = now.minus(LOOKING_BACK);
            all = Recurrences.expand(event, from, to, person.zone(), limits);
        }
        if (isTooMuch(all)) {
            throw new Impossible(all.problems().getFirst().toString());
        }
        if (all.instances().isEmpty() && !isSeries) {
            throw new Impossible("no DTSTART");
        }
        return new Expanded(
                all.instances().stream().map(i -> occurrence(event, i, person)).toList(),
                from.equals(EARLIEST) ? null : from,
                all.more() ? to : null);
    }

    /**
     * The occurrences that meet a window, at most so many. A window that has more of them than are
     * worked out at once is halved, down to a day.
     */
    static List<Occurrence> between(
            Event event, Person person, Instant from, Instant to, Limits limits, int most) {
        Expansion all = Recurrences.expand(event, from, to, person.zone(), limits);
        Duration half = Duration.between(from, to).dividedBy(2);
        if (!isCutOff(all) || all.instances().size() >= most || half.compareTo(SHORTEST) < 0) {
            return all.instances().stream()
                    .limit(most)
                    .map(i -> occurrence(event, i, person))
                    .toList();
        }
        Instant middle = from.plus(half);
        var found = new ArrayList<>(between(event, person, from, middle, limits, most));
        if (found.size() < most) {
            // What reaches over the middle is in the first half already.
            int left = most - found.size();
            between(event, person, middle, to, limits, left).stream()
                    .filter(o -> !o.start().isBefore(middle))
                    .forEach(found::add);
        }
        return found;
    }

    private static final Duration SHORTEST = Duration.ofDays(1);

    private static boolean isCutOff(Expansion expansion) {
        return expansion.problems().stream().anyMatch(p -> p.name().equals("too-many-occurrences"));
    }

    private static boolean isTooMuch(Expansion expansion) {
        return expansion.problems().stream()
                .anyMatch(
                        p ->
                                p.name().equals("too-many-occurrences")
                                        || p.name().equals("endless-rule"));
    }

    private static Occurrence occurrence(Event event, Instance instance, Person person) {
        Zone own = person.zone();
        Attendee mine = person.among(instance.part());
        Participation participation = mine == null ? null : mine.participation();
        return new Occurrence(
                event.uid(),
                instance.id(),
                instance.start().instant(own),
                instance.end().instant(own),
                day(instance.start()),
                day(instance.end()),
                instance.part().summary(),
                instance.part().location(),
                instance.part().isCancelled(),
                person.organises(instance.part()),
                participation,
                Busyness.of(instance.part(), participation));
    }

    private static @Nullable LocalDate day(CalendarTime time) {
        return time instanceof CalendarTime.Day(var date) ? date : null;
    }
}
