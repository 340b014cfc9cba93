package org.imipagent.itip;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Colour;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Appearance;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.Busyness;
import org.imipagent.recurrence.Expansion;
import org.imipagent.recurrence.Instance;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.settings.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of an event as they are written beside it.
 *
 * @param expandedFrom since when, when there are more before it; else null
 * @param expandedTo up to where, when there are more after it; else null
 */
public record OccurrenceTable(
        List<Occurrence> occurrences,
        @Nullable Instant expandedFrom,
        @Nullable Instant expandedTo) {

    /** How far back the occurrences of a series are written when it has too many to write all. */
    private static final Duration LOOKING_BACK = Duration.ofDays(400);

    /** What is longer names no category, but tells a story. */
    private static final int LONGEST_CATEGORY = 80;

    // 1 January of the year 0, and 2 January of 10000: to read them from words would start a
    // formatter.
    public static final Instant EARLIEST = Instant.ofEpochSecond(-62_167_219_200L);
    public static final Instant LATEST = Instant.ofEpochSecond(253_402_387_200L);

    /**
     * Expands an event for a person.
     *
     * @param horizon up to where a series is written; an event that takes place once is written
     *     wherever it is
     * @throws Impossible when the event takes place and has no time, or has too many occurrences
     *     within the limits
     */
    public static OccurrenceTable of(
            Event event, Person person, Instant now, Instant horizon, Bounds bounds) {
        boolean isSeries = event.master() != null && event.master().isRecurring();
        Instant to = isSeries ? horizon : LATEST;
        Instant from = EARLIEST;
        Expansion all = Recurrences.expand(event, from, to, person.zone(), bounds.whole());
        if (isTooMuch(all)) {
            from = now.minus(LOOKING_BACK);
            all = Recurrences.expand(event, from, to, person.zone(), bounds.calendar());
        }
        if (isTooMuch(all)) {
            throw new Impossible(tooMuch(all).findFirst().orElseThrow().toString());
        }
        if (all.instances().isEmpty() && !isSeries && !event.isCancelled()) {
            throw new Impossible("no DTSTART");
        }
        return new OccurrenceTable(
                occurrences(event, all, person),
                from.equals(EARLIEST) ? null : from,
                all.more() ? to : null);
    }

    /**
     * As {@link #of}, but what is too much is written as far as the limits allow; {@code
     * agent.Schedule} works the rest out when it is asked for.
     *
     * @throws Impossible when the event has no time
     */
    public static OccurrenceTable fitting(
            Event event, Person person, Instant now, Instant horizon, Bounds bounds) {
        Instant from = now.minus(LOOKING_BACK);
        Expansion all = Recurrences.expand(event, EARLIEST, horizon, person.zone(), bounds.whole());
        if (isTooMuch(all)) {
            all = Recurrences.expand(event, from, horizon, person.zone(), bounds.calendar());
            Instant knownTo = all.knownTo();
            if (knownTo != null) {
                Instant to = knownTo.isBefore(from) ? from : knownTo;
                return new OccurrenceTable(before(to, occurrences(event, all, person)), from, to);
            }
        }
        return of(event, person, now, horizon, bounds);
    }

    private static List<Occurrence> before(Instant instant, List<Occurrence> occurrences) {
        return occurrences.stream().filter(o -> o.start().isBefore(instant)).toList();
    }

    /**
     * The occurrences of an event that meet a window, as far as the limits allow.
     *
     * @param knownTo where some may be missing: those that start before it are here, and none
     *     other; null where all are
     * @param steps that it took
     */
    public record Part(List<Occurrence> occurrences, @Nullable Instant knownTo, int steps) {}

    public static Part between(
            Event event, Person person, Instant from, Instant to, Limits limits) {
        Expansion all = Recurrences.expand(event, from, to, person.zone(), limits);
        Instant knownTo = all.knownTo();
        List<Occurrence> found = occurrences(event, all, person);
        return new Part(
                knownTo == null ? found : before(knownTo, found),
                knownTo == null || knownTo.isBefore(to) ? knownTo : null,
                all.steps());
    }

    private static List<Occurrence> occurrences(Event event, Expansion all, Person person) {
        // What a part says is looked up once: a stranger's may have many properties and times.
        var said = new IdentityHashMap<VEvent, Said>();
        var occurrences = new ArrayList<Occurrence>();
        for (Instance instance : all.instances()) {
            Said its = said.computeIfAbsent(instance.part(), p -> Said.of(p, event, person));
            if (!its.isWithout()) {
                occurrences.add(occurrence(event, instance, its, person.zone()));
            }
        }
        return occurrences;
    }

    /**
     * Whether the organiser asks the person to the series and not to this date of it: it does not
     * take place for them.
     */
    private static boolean isWithout(Person person, Event event, VEvent part) {
        VEvent master = event.master();
        return master != null
                && !part.isCancelled()
                && part.organiser() != null
                && !person.organises(part)
                && person.among(part) == null
                && person.among(master) != null;
    }

    /** How busy an event makes a person at times of which nothing else is known. */
    public static Busy busy(Event event, Person person) {
        VEvent main = event.main();
        CalendarTime start = main.start();
        CalendarTime end = main.end();
        boolean lasts = start != null && end != null && !start.equals(end);
        return lasts ? busy(main, person.among(main)) : Busy.FREE;
    }

    private static Busy busy(VEvent part, @Nullable Attendee mine) {
        return isPublished(part, mine)
                ? Busy.FREE
                : Busyness.of(part, mine == null ? null : mine.participation());
    }

    private static boolean isTooMuch(Expansion expansion) {
        return tooMuch(expansion).findAny().isPresent();
    }

    private static Stream<Problem> tooMuch(Expansion expansion) {
        return expansion.problems().stream()
                .filter(
                        p ->
                                p.name().equals("too-many-occurrences")
                                        || p.name().equals("endless-rule"));
    }

    /** What a part says of every time that it speaks for. */
    private record Said(
            String summary,
            String location,
            boolean cancelled,
            boolean organises,
            @Nullable Participation participation,
            Busy busy,
            Appearance appearance,
            boolean isWithout) {

        static Said of(VEvent part, Event event, Person person) {
            Attendee mine = person.among(part);
            return new Said(
                    part.summary(),
                    part.location(),
                    part.isCancelled(),
                    person.organises(part),
                    mine == null ? null : mine.participation(),
                    OccurrenceTable.busy(part, mine),
                    OccurrenceTable.appearance(part, person),
                    OccurrenceTable.isWithout(person, event, part));
        }
    }

    /** How a calendar of the person's draws a part of an event. */
    public static Appearance appearance(VEvent part, Person person) {
        return new Appearance(
                part.isTentative(),
                isShared(part, person),
                firstCategory(part),
                Colour.named(part.text("COLOR")));
    }

    private static boolean isShared(VEvent part, Person person) {
        if (part.organiser() != null && !person.organises(part)) {
            return true;
        }
        for (Attendee attendee : part.attendees()) {
            if (!person.is(attendee.address())) {
                return true;
            }
        }
        return false;
    }

    private static String firstCategory(VEvent part) {
        Property categories = part.component().first("CATEGORIES");
        String first = categories == null ? "" : firstOf(categories.value());
        return first.length() > LONGEST_CATEGORY ? "" : first;
    }

    /** The first of a list of texts (RFC 5545, 3.1.1 and 3.3.11). */
    private static String firstOf(String list) {
        var first = new StringBuilder();
        for (int i = 0; i < list.length() && list.charAt(i) != ','; i++) {
            if (list.charAt(i) == '\\' && i + 1 < list.length()) {
                i++;
            }
            first.append(list.charAt(i));
        }
        return first.toString().strip();
    }

    private static Occurrence occurrence(Event event, Instance instance, Said said, Zone own) {
        return new Occurrence(
                event.uid(),
                instance.id(),
                instance.start().instant(own),
                instance.end().instant(own),
                day(instance.start()),
                day(instance.end()),
                said.summary(),
                said.location(),
                said.cancelled(),
                said.organises(),
                said.participation(),
                said.busy(),
                said.appearance());
    }

    /** What others publish is theirs: it takes none of the person's time. */
    private static boolean isPublished(VEvent part, @Nullable Attendee mine) {
        return mine == null && part.component().has(LocalMarks.FROM);
    }

    private static @Nullable LocalDate day(CalendarTime time) {
        return time instanceof CalendarTime.Day(var date) ? date : null;
    }
}
