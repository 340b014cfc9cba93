package org.imipagent.agent;

import static org.imipagent.calendar.Limits.KEPT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Event;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.store.KeptEvent;
import org.jspecify.annotations.Nullable;

/**
 * Kept events as they are read, each once: of a series that goes on for ever the dates past what is
 * written are worked out anew for each window, its text need not be.
 */
public final class EventsRead {

    /** More are read again: what a page holds in memory is bounded. */
    private static final int MOST = 1000;

    private final Map<String, List<Event>> byText = new HashMap<>();

    EventsRead() {}

    /** The event; null where its text is damaged. */
    @Nullable Event of(KeptEvent kept) {
        List<Event> known = byText.get(kept.text());
        if (known == null) {
            known = read(kept.text());
            if (byText.size() < MOST) {
                byText.put(kept.text(), known);
            }
        }
        return known.isEmpty() ? null : known.getFirst();
    }

    private static List<Event> read(String text) {
        for (CalendarObject object : CalendarReader.read(text, KEPT).objects()) {
            if (!object.events().isEmpty()) {
                return List.of(object.events().getFirst());
            }
        }
        return List.of();
    }
}
