package org.imipagent.agent;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.EventWords;
import org.imipagent.itip.Impossible;
import org.imipagent.itip.OccurrenceTable;
import org.imipagent.settings.Bounds;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Up to where occurrences are written beside events: how it moves on as time does. {@link Schedule}
 * tells what lies past it.
 */
public final class Horizon {

    private final Installation site;

    public Horizon(Installation site) {
        this.site = site;
    }

    /**
     * Writes the words and the occurrences of one event anew, from its kept text, up to the horizon
     * as it is now.
     *
     * @return why it cannot be done, and then nothing was written; else null
     */
    public @Nullable String rebuild(
            WriteTransaction writing, CalendarAddress user, String uid, Instant now) {
        KeptEvent kept = writing.event(user, uid);
        if (kept == null) {
            return null;
        }
        try {
            Event event = site.event(kept.text());
            Bounds bounds = site.bounds().forOwn();
            var person = site.participant(writing, user).person();
            OccurrenceTable expanded =
                    OccurrenceTable.fitting(event, person, now, site.horizon(now), bounds);
            writing.expand(
                    user,
                    uid,
                    expanded.expandedFrom(),
                    expanded.expandedTo(),
                    expanded.occurrences());
            writing.index(user, uid, EventWords.indexed(event));
            return null;
        } catch (Impossible impossible) {
            return impossible.why();
        } catch (IllegalArgumentException damaged) {
            return String.valueOf(damaged.getMessage());
        }
    }
}
