package org.imipagent.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a calendar. Words are as {@link org.imipagent.calendar.SearchText} folds
 * them.
 *
 * @param beginnings each begins a word of the event; none for all events in the window
 * @param from and to, exclusive: when a date of the event takes place
 * @param year a number that may be a word or a year; null for none
 * @param others UIDs of events that have the words, too: the caller read those that are not in the
 *     index
 * @param cancelled whether dates that are cancelled count
 * @param now dates that are over at this instant come last
 */
public record EventSearch(
        List<String> beginnings,
        Instant from,
        Instant to,
        @Nullable Year year,
        List<String> others,
        boolean cancelled,
        Instant now) {

    public EventSearch {
        beginnings = List.copyOf(beginnings);
        others = List.copyOf(others);
    }

    /**
     * A year: an event is meant that takes place in it, or that has the number among its words.
     *
     * @param others UIDs of events that have the number, among those that the caller read
     */
    public record Year(String number, Instant from, Instant to, List<String> others) {
        public Year {
            others = List.copyOf(others);
        }
    }
}
