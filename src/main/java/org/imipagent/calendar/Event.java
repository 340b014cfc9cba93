package org.imipagent.calendar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that one UID means: the master and its changed occurrences. An occurrence that came before
 * its master is kept without one and joined later.
 */
public record Event(String uid, @Nullable VEvent master, SortedMap<RecurrenceId, VEvent> changed) {

    public Event {
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        if (master == null && changed.isEmpty()) {
            throw new IllegalArgumentException("an event without a master and without occurrences");
        }
    }

    public static Event of(VEvent part) {
        RecurrenceId id = part.recurrenceId();
        return id == null
                ? new Event(part.uid(), part, Collections.emptySortedMap())
                : new Event(part.uid(), null, new TreeMap<>(Collections.singletonMap(id, part)));
    }

    /** The master, then the changed occurrences in order. */
    public List<VEvent> parts() {
        var parts = new ArrayList<VEvent>(changed.size() + 1);
        if (master != null) {
            parts.add(master);
        }
        parts.addAll(changed.values());
        return parts;
    }

    /**
     * The part that speaks for the whole: the master, or the first occurrence where there is none.
     */
    public VEvent main() {
        return master != null ? master : Objects.requireNonNull(changed.get(changed.firstKey()));
    }

    /**
     * The part for an occurrence as it stands on its own, or null where it is not changed. Null
     * names the master.
     */
    public @Nullable VEvent part(@Nullable RecurrenceId id) {
        return id == null ? master : changed.get(id);
    }

    /** With a part in the place of the old one. */
    public Event with(VEvent part) {
        RecurrenceId id = part.recurrenceId();
        if (id == null) {
            return new Event(uid, part, changed);
        }
        var more = new TreeMap<>(changed);
        more.put(id, part);
        return new Event(uid, master, more);
    }

    /** Without the changed occurrences. */
    public Event onlyMaster() {
        return new Event(uid, master, Collections.emptySortedMap());
    }

    public boolean isCancelled() {
        return parts().stream().allMatch(VEvent::isCancelled);
    }

    public @Nullable Attendee organiser() {
        for (VEvent part : parts()) {
            Attendee organiser = part.organiser();
            if (organiser != null) {
                return organiser;
            }
        }
        return null;
    }

    public boolean isOrganisedBy(CalendarAddress address) {
        Attendee organiser = organiser();
        return organiser != null && organiser.address().equals(address);
    }
}
