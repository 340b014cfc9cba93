package org.imipagent.recurrence;

import java.util.HashSet;
import java.util.Set;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Which of some dates are occurrences of a series. What is not asked for is unknown here; the
 * answer for many dates is worked out in one pass.
 *
 * @param given those that its rule and its dates give, also where EXDATE takes them away
 * @param taking those of them that EXDATE leaves
 */
public record SeriesDates(Set<RecurrenceId> given, Set<RecurrenceId> taking, Zone own) {

    public SeriesDates {
        given = Set.copyOf(given);
        taking = Set.copyOf(taking);
    }

    /** Nothing that is not a part of its own stands in this series. */
    public static SeriesDates none(Zone own) {
        return new SeriesDates(Set.of(), Set.of(), own);
    }

    /**
     * The dates of a master.
     *
     * @param asked the dates that matter
     * @param own the zone of days and times without a zone
     */
    public static SeriesDates of(
            @Nullable VEvent master, Set<RecurrenceId> asked, Zone own, Limits limits) {
        // An event that takes place once has no dates of its own.
        if (master == null || !master.isRecurring() || asked.isEmpty()) {
            return none(own);
        }
        Set<RecurrenceId> taking = Recurrences.of(Event.of(master), asked, own, limits);
        if (!master.component().has("EXDATE")) {
            return new SeriesDates(taking, taking, own);
        }
        var given = new HashSet<>(taking);
        var others = new HashSet<>(asked);
        others.removeAll(taking);
        given.addAll(Recurrences.of(Event.of(master.without("EXDATE")), others, own, limits));
        return new SeriesDates(given, taking, own);
    }

    /** Whether the series leaves out a date that its rule gives. */
    public boolean excludes(RecurrenceId id) {
        return given.contains(id) && !taking.contains(id);
    }

    /**
     * A date as it stands: by its own part, or as one of the series; null where the event does not
     * have it. A null id names the event itself, by the part that speaks for it.
     */
    public @Nullable VEvent standing(Event event, @Nullable RecurrenceId id) {
        if (id == null) {
            return event.main();
        }
        VEvent part = event.part(id);
        return part != null || !taking.contains(id) ? part : event.unchanged(id, own);
    }
}
