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

    /**
     * An occurrence that has no part of its own, as it stands: one of the series, or of the newest
     * change to this and future before it (RFC 5545, 3.8.4.4). Null where neither has a time.
     */
    public @Nullable VEvent unchanged(RecurrenceId id, Zone own) {
        VEvent range = range(id, own);
        if (range != null) {
            return range.following(id, own);
        }
        return master == null || master.start() == null ? null : master.occurrence(id, own);
    }

    /**
     * The part for an occurrence that takes place as it stands, on its own or not. Null names the
     * master.
     */
    public @Nullable VEvent standing(@Nullable RecurrenceId id, Zone own) {
        VEvent part = part(id);
        return part != null || id == null ? part : unchanged(id, own);
    }

    private @Nullable VEvent range(RecurrenceId id, Zone own) {
        VEvent newest = null;
        for (var change : changed.entrySet()) {
            VEvent part = change.getValue();
            if (part.isThisAndFuture()
                    && part.start() != null
                    && !change.getKey().instant(own).isAfter(id.instant(own))) {
                newest = part;
            }
        }
        return newest;
    }

    /** Those that are changed at or after an occurrence. */
    public List<VEvent> changedSince(RecurrenceId id, Zone own) {
        return changed.entrySet().stream()
                .filter(e -> !e.getKey().instant(own).isBefore(id.instant(own)))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    /** Without one changed occurrence. */
    public Event without(RecurrenceId id) {
        var fewer = new TreeMap<>(changed);
        fewer.remove(id);
        return new Event(uid, master, fewer);
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

    /** With parts in the place of the old ones, at the cost of one. */
    public Event with(List<VEvent> parts) {
        VEvent series = master;
        var more = new TreeMap<>(changed);
        for (VEvent part : parts) {
            RecurrenceId id = part.recurrenceId();
            if (id == null) {
                series = part;
            } else {
                more.put(id, part);
            }
        }
        return new Event(uid, series, more);
    }

    /**
     * With the master's organiser in every occurrence, whoever that names: a series has one (RFC
     * 6638, 3.2.4.2). Exchange names in an occurrence the attendee whose copy it is.
     */
    public Event organised() {
        Attendee organiser = master == null ? null : master.organiser();
        if (organiser == null || changed.isEmpty()) {
            return this;
        }
        var organised = new TreeMap<>(changed);
        organised.replaceAll((id, part) -> part.organisedBy(organiser));
        return new Event(uid, master, organised);
    }

    /** Without the changed occurrences. */
    public Event onlyMaster() {
        return new Event(uid, master, Collections.emptySortedMap());
    }

    public boolean isCancelled() {
        for (VEvent part : parts()) {
            if (!part.isCancelled()) {
                return false;
            }
        }
        return true;
    }

    public @Nullable Attendee organiser() {
        Attendee ofSeries = master == null ? null : master.organiser();
        if (ofSeries != null) {
            return ofSeries;
        }
        for (VEvent part : changed.values()) {
            Attendee organiser = part.organiser();
            if (organiser != null) {
                return organiser;
            }
        }
        return null;
    }
}
