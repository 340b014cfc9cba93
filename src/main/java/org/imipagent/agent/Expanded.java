package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.Busyness;
import org.imipagent.ical.Expansion;
import org.imipagent.ical.Instance;
import org.imipagent.ical.Limits;
import org.imipagent.ical.Recurrences;
import org.imipagent.itip.Own;
import org.imipagent.itip.Person;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of an event as they are written beside it.
 *
 * @param expandedTo up to where, when there are more after it; else null
 */
record Expanded(List<Occurrence> occurrences, @Nullable Instant expandedTo) {

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
        Expansion all = Recurrences.expand(event, EARLIEST, to, person.zone(), limits);
        if (isTooMuch(all)) {
            all = Recurrences.expand(event, now.minus(LOOKING_BACK), to, person.zone(), limits);
        }
        if (isTooMuch(all)) {
            throw new Impossible(all.problems().getFirst().toString());
        }
        if (all.instances().isEmpty() && !isSeries) {
            throw new Impossible("no DTSTART");
        }
        return new Expanded(
                all.instances().stream().map(i -> occurrence(event, i, person)).toList(),
                all.more() ? to : null);
    }

    /** Those that start in a window. */
    static List<Occurrence> starting(
            Event event, Person person, Instant from, Instant to, Limits limits) {
        return Recurrences.expand(event, from, to, person.zone(), limits).instances().stream()
                .map(i -> occurrence(event, i, person))
                .filter(o -> !o.start().isBefore(from))
                .toList();
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
                isPublished(instance.part(), mine)
                        ? Occurrence.Busy.FREE
                        : Busyness.of(instance.part(), participation));
    }

    /** What others publish is theirs: it takes none of the person's time. */
    private static boolean isPublished(VEvent part, @Nullable Attendee mine) {
        return mine == null && part.component().has(Own.FROM);
    }

    private static @Nullable LocalDate day(CalendarTime time) {
        return time instanceof CalendarTime.Day(var date) ? date : null;
    }
}
