package org.imipagent.itip;

import java.util.List;
import java.util.Set;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.settings.OrganiserReplacement;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules may see of what is kept for a person.
 *
 * @param event the event in question as it is kept; null where it is not
 * @param occurrences of the occurrences in question, those that the event's master really has
 * @param requests what waits about this event
 * @param replacement who may take an event over
 */
public record Kept(
        Person person,
        @Nullable Event event,
        Set<RecurrenceId> occurrences,
        List<Request> requests,
        OrganiserReplacement replacement) {

    public Kept {
        occurrences = Set.copyOf(occurrences);
        requests = List.copyOf(requests);
    }
}
