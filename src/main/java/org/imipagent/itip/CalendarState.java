package org.imipagent.itip;

import java.util.List;
import java.util.Set;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules may see of what is kept for a person.
 *
 * @param event the event in question as it is kept; null where it is not
 * @param occurrences of the occurrences in question, those that the event's master really has
 * @param requests what waits about this event
 * @param counters what attendees propose instead, where the person organises the event
 * @param policy what the person prefers
 */
public record CalendarState(
        Person person,
        @Nullable Event event,
        Set<RecurrenceId> occurrences,
        List<Request> requests,
        List<CounterProposal> counters,
        Policy policy) {

    public CalendarState {
        occurrences = Set.copyOf(occurrences);
        requests = List.copyOf(requests);
        counters = List.copyOf(counters);
    }

    /**
     * The occurrence as it stands, changed or not; null for one that the event does not have. Null
     * names the event itself.
     */
    @Nullable VEvent standing(Event now, @Nullable RecurrenceId id) {
        if (id == null) {
            return now.main();
        }
        VEvent part = now.part(id);
        return part != null || !occurrences.contains(id) ? part : now.unchanged(id, person.zone());
    }
}
