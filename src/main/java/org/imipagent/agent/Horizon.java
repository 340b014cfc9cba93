package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.ical.Limits;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.Reading;
import org.imipagent.store.Writing;
import org.jspecify.annotations.Nullable;

/**
 * Up to where occurrences are written beside events: how it moves on as time does, and what lies
 * past it.
 */
public final class Horizon {

    private final Installation site;

    public Horizon(Installation site) {
        this.site = site;
    }

    /**
     * Writes the occurrences of one event anew, from its kept text, up to the horizon as it is now.
     *
     * @return why it cannot be done, and then nothing was written; else null
     */
    public @Nullable String rebuild(
            Writing writing, CalendarAddress user, String uid, Instant now) {
        KeptEvent kept = writing.event(user, uid);
        if (kept == null) {
            return null;
        }
        try {
            Event event = site.event(kept.text());
            var person = site.participant(writing, user).person();
            Expanded expanded = Expanded.of(event, person, now, site.horizon(now), Limits.KEPT);
            writing.expand(user, uid, expanded.expandedTo(), expanded.occurrences());
            return null;
        } catch (Impossible impossible) {
            return impossible.why();
        } catch (IllegalArgumentException damaged) {
            return String.valueOf(damaged.getMessage());
        }
    }

    /**
     * The occurrences that overlap [from, to), also where the window reaches past what is written:
     * that is slow, one series after the other is read.
     */
    public List<Occurrence> occurrences(
            Reading reading, CalendarAddress user, Instant from, Instant to) {
        var all = new ArrayList<>(reading.occurrences(user, from, to));
        var person = site.participant(reading, user).person();
        for (String uid : reading.unfinished(user, to)) {
            KeptEvent kept = reading.event(user, uid);
            Instant written = kept == null ? null : kept.expandedTo();
            if (kept != null && written != null) {
                Expanded.starting(site.event(kept.text()), person, written, to, Limits.KEPT)
                        .stream()
                        .filter(o -> o.end().isAfter(from))
                        .forEach(all::add);
            }
        }
        return all;
    }
}
