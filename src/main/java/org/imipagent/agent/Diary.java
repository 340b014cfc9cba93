package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.freebusy.Busyness;
import org.imipagent.freebusy.Claim;
import org.imipagent.freebusy.Claims;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Limits;
import org.imipagent.ical.Recurrences;
import org.imipagent.itip.Person;
import org.imipagent.settings.Cancelled;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.Unanswered;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.Reading;
import org.jspecify.annotations.Nullable;

/**
 * When a person has what. Occurrences are read as they are written beside the events; only those of
 * an event that is not written so far, or not so long ago, are worked out, which is slower. What
 * the person prefers holds from the moment it is set, for all events.
 *
 * @param tentative whether an unanswered invitation makes tentatively busy; else it leaves free
 * @param hidesCancelled whether what is cancelled is not to be seen
 */
public record Diary(
        Reading reading, Person person, boolean tentative, boolean hidesCancelled, Limits limits) {

    /** As many times are worked out for one window; more are not looked at by anybody. */
    private static final int MOST = 100_000;

    /** How far into the future the next times of an event are looked for, a step after another. */
    private static final List<Duration> FAR =
            List.of(Duration.ofDays(400), Duration.ofDays(4000), Duration.ofDays(40_000));

    private static final Comparator<Occurrence> ORDER =
            Comparator.comparing(Occurrence::start)
                    .thenComparing(Occurrence::end)
                    .thenComparing(Occurrence::uid);

    static Diary of(Reading reading, Person person, Preferences preferences, Limits limits) {
        return new Diary(
                reading,
                person,
                preferences.value(PersonalPreferences.UNANSWERED) == Unanswered.TENTATIVE,
                preferences.value(PersonalPreferences.CANCELLED) == Cancelled.REMOVE,
                limits);
    }

    /** What takes place in [from, to), by start, end, UID. */
    public List<Occurrence> occurrences(Instant from, Instant to) {
        List<KeptEvent> incomplete =
                from.isBefore(to)
                        ? reading.incomplete(person.address(), from, to)
                        : List.<KeptEvent>of();
        List<Occurrence> written = reading.occurrences(person.address(), from, to);
        return incomplete.isEmpty()
                ? seen(written)
                : seen(completed(written, incomplete, from, to));
    }

    private List<Occurrence> completed(
            List<Occurrence> written, List<KeptEvent> incomplete, Instant from, Instant to) {
        Set<String> worked = new HashSet<>();
        var all = new ArrayList<Occurrence>();
        for (KeptEvent kept : incomplete) {
            Event event = event(kept);
            if (event != null && all.size() < MOST) {
                worked.add(kept.uid());
                all.addAll(Expanded.between(event, person, from, to, limits, MOST - all.size()));
            }
        }
        written.stream().filter(o -> !worked.contains(o.uid())).forEach(all::add);
        all.sort(ORDER);
        return all;
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
                found = Expanded.between(event, person, from, from.plus(far), limits, most);
            }
        }
        return seen(found.stream().sorted(ORDER).limit(most).toList());
    }

    /** Whether a kept series has an occurrence of that name, however far away. */
    public boolean has(Event event, RecurrenceId id) {
        return Recurrences.has(event, id, person.zone(), limits);
    }

    /** When the person is busy; what was offered to others counts until it expires. */
    public FreeBusy freeBusy(Instant from, Instant to, Instant now) {
        return claims(from, to, now).freeBusy(from, to);
    }

    /** What takes the person's time in [from, to): events, and times that were offered. */
    public Claims claims(Instant from, Instant to, Instant now) {
        var claims = new ArrayList<Claim>();
        occurrences(from, to).forEach(occurrence -> claims.add(Claim.of(occurrence)));
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
        for (CalendarObject object : CalendarReader.read(kept.text(), limits).objects()) {
            if (!object.events().isEmpty()) {
                return object.events().getFirst();
            }
        }
        return null;
    }
}
