package org.imipagent.itip;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.DateList;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What of an event one attendee is to see: the parts that they attend and that take place.
 *
 * @param without occurrences of the series in which they have no part
 * @param whole the event that this is a view of
 */
record AttendeeView(
        @Nullable VEvent master,
        SortedMap<RecurrenceId, VEvent> changed,
        SortedSet<RecurrenceId> without,
        @Nullable Event whole,
        CalendarAddress who) {

    static AttendeeView of(@Nullable Event event, CalendarAddress who) {
        var changed = new TreeMap<RecurrenceId, VEvent>();
        var without = new TreeSet<RecurrenceId>();
        // Without an organiser it is nobody's meeting.
        if (event == null || event.organiser() == null) {
            return new AttendeeView(null, changed, without, event, who);
        }
        VEvent master = event.master();
        VEvent seen = master != null && attends(master, who) ? master : null;
        event.changed()
                .forEach(
                        (id, part) -> {
                            if (attends(part, who)) {
                                changed.put(id, part);
                            } else if (seen != null) {
                                without.add(id);
                            }
                        });
        return new AttendeeView(seen, changed, without, event, who);
    }

    private static boolean attends(VEvent part, CalendarAddress who) {
        return !part.isCancelled() && Scheduled.attendee(part, who) != null;
    }

    boolean isEmpty() {
        return master == null && changed.isEmpty();
    }

    /**
     * What the occurrence was in this view: on its own, or as one of the series; or null.
     *
     * @param series gives an occurrence as one of the series of the whole event
     */
    @Nullable VEvent before(RecurrenceId id, Function<RecurrenceId, @Nullable VEvent> series) {
        VEvent part = changed.get(id);
        if (part != null || master == null || whole == null || without.contains(id)) {
            return part;
        }
        VEvent unchanged = series.apply(id);
        return unchanged == null || !attends(unchanged, who) ? null : unchanged;
    }

    /** The same as an event; null where there is nothing to see. */
    @Nullable Event event(Zone own) {
        return isEmpty() || whole == null
                ? null
                : new Event(whole.uid(), master == null ? null : master(own), changed);
    }

    /** All of it: the series without the occurrences that are not theirs, and the changed ones. */
    List<VEvent> parts(Zone own) {
        var parts = new ArrayList<VEvent>();
        if (master != null) {
            parts.add(master(own));
        }
        parts.addAll(changed.values());
        return parts;
    }

    /** The same without a look at which dates are theirs: the parts as they are kept. */
    List<VEvent> attended() {
        var parts = new ArrayList<VEvent>();
        if (master != null) {
            parts.add(master);
        }
        parts.addAll(changed.values());
        return parts;
    }

    private VEvent master(Zone own) {
        VEvent series = Objects.requireNonNull(master);
        CalendarTime first = series.start();
        if (first == null || without.isEmpty()) {
            return series;
        }
        var excluded = new TreeSet<>(DateList.excluded(series));
        List<Property> more =
                without.stream()
                        .filter(excluded::add)
                        .map(id -> Times.write("EXDATE", first.at(id.instant(own), own)))
                        .toList();
        return new VEvent(series.component().plus(more), series.zones());
    }
}
