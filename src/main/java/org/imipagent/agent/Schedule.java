package org.imipagent.agent;

import static org.imipagent.calendar.Limits.KEPT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.Busyness;
import org.imipagent.freebusy.Claim;
import org.imipagent.freebusy.Claims;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.itip.OccurrenceTable;
import org.imipagent.itip.Person;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.settings.Cancelled;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.Unanswered;
import org.imipagent.store.CrowdedDays;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * When a person has what. Occurrences are read as they are written beside the events; only those of
 * an event that is not written so far, or not so long ago, are worked out, which is slower. What
 * the person prefers holds from the moment it is set, for all events.
 *
 * @param tentative whether an unanswered invitation makes tentatively busy; else it leaves free
 * @param hidesCancelled whether what is cancelled is not to be seen
 * @param events as they were read: a page asks for one window after another
 */
public record Schedule(
        ReadTransaction reading,
        Person person,
        boolean tentative,
        boolean hidesCancelled,
        EventsRead events) {

    /** As many times are worked out for one window; ten years of hours have fewer. */
    static final int MOST = 100_000;

    /** As many steps are taken for one window, whatever is kept: a fraction of a second. */
    static final int STEPS = 2_000_000;

    /** No event has more than this part of what is left, while others wait. */
    private static final int SHARE = 4;

    private static final int TIMES_FOR_EACH = 300;
    private static final int STEPS_FOR_EACH = 10_000;

    /** How far into the future the next times of an event are looked for, a step after another. */
    private static final List<Duration> FAR =
            List.of(
                    Duration.ofDays(400),
                    Duration.ofDays(1000),
                    Duration.ofDays(4000),
                    Duration.ofDays(40_000));

    /** Written out: a chain of comparators would be put together at every start. */
    private static int order(Occurrence one, Occurrence other) {
        int order = one.start().compareTo(other.start());
        if (order == 0) {
            order = one.end().compareTo(other.end());
        }
        return order == 0 ? one.uid().compareTo(other.uid()) : order;
    }

    public Schedule(
            ReadTransaction reading, Person person, boolean tentative, boolean hidesCancelled) {
        this(reading, person, tentative, hidesCancelled, new EventsRead());
    }

    static Schedule of(ReadTransaction reading, Person person, Preferences preferences) {
        return new Schedule(
                reading,
                person,
                preferences.value(PersonalPreferences.UNANSWERED) == Unanswered.TENTATIVE,
                preferences.value(PersonalPreferences.CANCELLED) == Cancelled.REMOVE);
    }

    /**
     * What takes place in a window.
     *
     * @param occurrences by start, end, UID
     * @param cut the events that take place so often that not all their times were worked out
     * @param steps that were taken for those that are not written
     */
    public record Entries(List<Occurrence> occurrences, List<Cut> cut, int steps) {

        /** Since when there may be more than is here; null where all is here. */
        public @Nullable Instant knownTo() {
            Instant first = null;
            for (Cut each : cut) {
                Instant known = each.knownTo();
                first = first == null || known.isBefore(first) ? known : first;
            }
            return first;
        }

        /** Whether the person may be free where free/busy that is made of it says busy. */
        public boolean isCut() {
            for (Cut each : cut) {
                if (each.busy() != Busy.FREE) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * An event with more times than were worked out.
     *
     * @param knownTo those that start before it are all there, and none other
     * @param busy as it makes the person busy at each of them
     */
    public record Cut(String uid, Instant knownTo, Busy busy) {}

    /** The rule of an event that is none, so that its first date alone is shown; or null. */
    public static @Nullable String wrongRule(Event event) {
        return Recurrences.wrongRule(event);
    }

    /** What takes place in [from, to), by start, end, UID, as far as it can be worked out. */
    public List<Occurrence> occurrences(Instant from, Instant to) {
        return entries(from, to, MOST).occurrences();
    }

    /**
     * What takes place in [from, to).
     *
     * @param most times are worked out, beside all those that are written
     */
    public Entries entries(Instant from, Instant to, int most) {
        List<KeptEvent> incomplete =
                from.isBefore(to)
                        ? reading.incomplete(person.address(), from, to)
                        : List.<KeptEvent>of();
        List<Occurrence> written = reading.occurrences(person.address(), from, to);
        return incomplete.isEmpty()
                ? new Entries(seen(written), List.of(), 0)
                : completed(written, incomplete, from, to, most);
    }

    /**
     * Days that follow each other of which nobody can look at all: of each what stands out and the
     * first that begin. Null where not so much begins on them, or where some of it is not written.
     *
     * @param midnights of the days, and of the day after
     * @param few this many can be looked at
     * @param ofDay so many are read of a day
     */
    public @Nullable CrowdedDays crowded(List<Instant> midnights, int few, int ofDay) {
        Instant from = midnights.getFirst();
        Instant to = midnights.getLast();
        if (reading.fullFrom(person.address(), from, to, few) == null
                || !reading.incomplete(person.address(), from, to).isEmpty()) {
            return null;
        }
        CrowdedDays days = reading.crowdedDays(person.address(), midnights, ofDay, !hidesCancelled);
        return new CrowdedDays(seen(days.occurrences()), days.unread());
    }

    private Entries completed(
            List<Occurrence> written,
            List<KeptEvent> incomplete,
            Instant from,
            Instant to,
            int most) {
        // The UIDs of what was worked out, with the time it is known to.
        Map<String, Instant> worked = new HashMap<>();
        var cut = new ArrayList<Cut>();
        var all = new ArrayList<Occurrence>();
        int steps = 0;
        int waiting = incomplete.size();
        for (KeptEvent kept : incomplete) {
            Event event = event(kept);
            if (event != null) {
                var limits =
                        KEPT.within(
                                share(STEPS - steps, waiting, STEPS_FOR_EACH),
                                share(most - all.size(), waiting, TIMES_FOR_EACH));
                OccurrenceTable.Part part =
                        OccurrenceTable.between(event, person, from, to, limits);
                steps += part.steps();
                all.addAll(part.occurrences());
                Instant knownTo = part.knownTo();
                if (knownTo != null) {
                    cut.add(new Cut(kept.uid(), knownTo, busy(event)));
                }
                worked.put(kept.uid(), knownTo == null ? Instant.MAX : knownTo);
            }
            waiting--;
        }
        for (Occurrence each : written) {
            Instant knownTo = worked.get(each.uid());
            if (knownTo == null || !each.start().isBefore(knownTo)) {
                all.add(each);
            }
        }
        all.sort(Schedule::order);
        return new Entries(seen(all), List.copyOf(cut), steps);
    }

    /** Much for one that needs it, where enough is left for each of those that wait. */
    private static int share(int left, int waiting, int forEach) {
        int spare = Math.min(left / SHARE, left - waiting * forEach);
        return Math.max(1, Math.max(left / waiting, spare));
    }

    private Busy busy(Event event) {
        Attendee mine = person.among(event.main());
        return Busyness.unanswered(
                OccurrenceTable.busy(event, person),
                mine == null ? null : mine.participation(),
                tentative);
    }

    /** The next times of one event that are not over at an instant, at most so many, by start. */
    public List<Occurrence> next(KeptEvent kept, Instant from, int most) {
        List<Occurrence> written = reading.occurrences(person.address(), kept.uid(), from, most);
        Instant since = kept.expandedFrom();
        boolean isWritten =
                (since == null || !since.isAfter(from))
                        && (written.size() == most || kept.expandedTo() == null);
        Event event = isWritten ? null : event(kept);
        if (event == null) {
            return seen(written);
        }
        List<Occurrence> found = List.of();
        for (Duration far : FAR) {
            if (found.size() < most) {
                Instant to = from.plus(far);
                found = OccurrenceTable.between(event, person, from, to, NEXT).occurrences();
            }
        }
        return seen(found.stream().sorted(Schedule::order).limit(most).toList());
    }

    private static final Limits NEXT = KEPT.within(400_000, 20_000);

    /** Whether a kept series has an occurrence of that name, however far away. */
    public boolean has(Event event, RecurrenceId id) {
        VEvent master = event.master();
        boolean recurs = master != null && (master.isRecurring() || !event.changed().isEmpty());
        return recurs && Recurrences.has(event, id, person.zone(), KEPT.within(STEPS, MOST));
    }

    /** When the person is busy; what was offered to others counts until it expires. */
    public FreeBusy freeBusy(Instant from, Instant to, Instant now) {
        return claims(from, to, now).freeBusy(from, to);
    }

    /**
     * What takes the person's time in [from, to): events, and times that were offered. An event
     * with more times than are worked out takes all that follows them: nobody is told to be free
     * for want of looking.
     */
    public Claims claims(Instant from, Instant to, Instant now) {
        return claims(entries(from, to, MOST), to, now);
    }

    Claims claims(Entries entries, Instant to, Instant now) {
        var claims = new ArrayList<Claim>();
        entries.occurrences().forEach(occurrence -> claims.add(Claim.of(occurrence)));
        entries.cut()
                .forEach(
                        c -> claims.add(new Claim(c.knownTo(), to, c.busy(), c.uid(), null, null)));
        reading.offers(person.address()).forEach(offer -> claims.add(Claim.of(offer)));
        return Claims.of(claims, now);
    }

    private List<Occurrence> seen(List<Occurrence> occurrences) {
        var seen = new ArrayList<Occurrence>(occurrences.size());
        for (Occurrence each : occurrences) {
            if (!(hidesCancelled && each.cancelled())) {
                seen.add(
                        each.with(
                                Busyness.unanswered(each.busy(), each.participation(), tentative)));
            }
        }
        return seen;
    }

    /** The event as it is read; null where its text is damaged: then what is written holds. */
    private @Nullable Event event(KeptEvent kept) {
        return events.of(kept);
    }
}
