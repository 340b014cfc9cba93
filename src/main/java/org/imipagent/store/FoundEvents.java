package org.imipagent.store;

import java.util.List;
import org.imipagent.calendar.Occurrence;

/**
 * A page of what was found.
 *
 * @param all how many events were found on all pages
 * @param isMore whether there are more than that: they are not counted
 * @param events those that are to come, soonest first; then those that are over, latest first
 */
public record FoundEvents(long all, boolean isMore, List<FoundEvent> events) {

    public FoundEvents {
        events = List.copyOf(events);
    }

    /**
     * An event that was found.
     *
     * @param date its next date that matches, or the last one where all are over
     * @param dates how many of its dates match, as far as they are written
     */
    public record FoundEvent(Occurrence date, long dates) {}
}
