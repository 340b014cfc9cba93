package org.imipagent.store;

import java.util.List;
import org.imipagent.calendar.Occurrence;

/**
 * What is read of days that have more than anybody looks at.
 *
 * @param occurrences in no order
 * @param unread of each day how many others begin on it
 */
public record CrowdedDays(List<Occurrence> occurrences, List<Integer> unread) {

    public CrowdedDays {
        occurrences = List.copyOf(occurrences);
        unread = List.copyOf(unread);
    }
}
