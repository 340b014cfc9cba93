package org.imipagent.itip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.recurrence.SeriesDates;
import org.imipagent.settings.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules may see of what is kept for a person.
 *
 * @param event the event in question as it is kept; null where it is not
 * @param requests what waits about this event
 * @param counters what attendees propose instead, where the person organises the event
 * @param policy what the person prefers
 * @param bounds how much work the dates of a series may cause
 * @param horizon up to where occurrences are written beside an event
 * @param answered whether this very message was answered by the agent itself before
 */
public record CalendarState(
        Person person,
        @Nullable Event event,
        List<Request> requests,
        List<CounterProposal> counters,
        Policy policy,
        Bounds bounds,
        Instant horizon,
        boolean answered) {

    public CalendarState {
        requests = List.copyOf(requests);
        counters = List.copyOf(counters);
    }

    /** The same person, and nothing kept. */
    CalendarState empty() {
        return new CalendarState(
                person, null, List.of(), List.of(), policy, bounds, horizon, false);
    }

    /** The same with another event in the place of the kept one. */
    CalendarState with(Event other) {
        return new CalendarState(
                person, other, requests, counters, policy, bounds, horizon, answered);
    }

    /** The same of who keeps a proposed time so long. */
    public CalendarState offering(Duration offers) {
        var other =
                new Policy(
                        policy.replacement(),
                        policy.add(),
                        policy.refreshing(),
                        offers,
                        policy.counterAsRequest());
        return new CalendarState(
                person, event, requests, counters, other, bounds, horizon, answered);
    }

    /** How much work the dates of a series may cause. */
    Limits limits() {
        return bounds.calendar();
    }

    /** The zone where days and times without a zone are the person's. */
    Zone zone() {
        return person.zone();
    }

    /** Which of some dates are those of a series. */
    SeriesDates dates(@Nullable VEvent master, Set<RecurrenceId> asked) {
        return SeriesDates.of(master, asked, zone(), limits());
    }

    /**
     * A date as it stands, changed or not; null for one that the event does not have. Null names
     * the event itself, by the part that speaks for it.
     */
    @Nullable VEvent standing(Event now, @Nullable RecurrenceId id) {
        if (id == null) {
            return now.main();
        }
        VEvent part = now.part(id);
        return part != null ? part : dates(now.master(), Set.of(id)).standing(now, id);
    }
}
