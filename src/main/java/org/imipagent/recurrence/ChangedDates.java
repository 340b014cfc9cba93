package org.imipagent.recurrence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * The dates that differ from their series, when the series becomes another. Each says all of itself
 * (RFC 5545, 3.8.4.4), so what is its own is what differs from the series as it was: that stays,
 * and what it had from the series it has from the series as it is now (src/docs/decisions/0009).
 */
public final class ChangedDates {

    /** What tells versions of a date apart, and when it was made. */
    private static final Set<String> OF_VERSION =
            Set.of(
                    "DTSTAMP",
                    "SEQUENCE",
                    "CREATED",
                    "LAST-MODIFIED",
                    "X-IMIP-AGENT-ASKED",
                    "X-IMIP-AGENT-DATED",
                    "X-IMIP-AGENT-MOVED",
                    "X-IMIP-AGENT-NAMED");

    private static final Set<String> TIME = Set.of("DTSTART", "DTEND", "DURATION");

    private ChangedDates() {}

    /**
     * A series in the place of the old one, and its changed dates after it. A date that the new
     * series has no more is gone, and an event that takes place once has none.
     *
     * @param map from the old series to the new one, of all changed dates
     */
    public static Event rebased(Event event, VEvent series, OccurrenceMap map, Zone own) {
        var dates = new TreeMap<RecurrenceId, VEvent>();
        if (!series.isRecurring()) {
            return Event.of(series);
        }
        event.changed()
                .forEach(
                        (id, date) -> {
                            RecurrenceId now = map.after(id);
                            if (now != null) {
                                VEvent rebased = rebased(event, id, date, series, now, own);
                                boolean isOne = isOne(rebased, series.occurrence(now, own));
                                // At a time of its own it is not asked with a series that comes
                                // there.
                                if (!isOne || hasOwnTime(event, id, date, own)) {
                                    dates.put(now, rebased);
                                }
                            }
                        });
        return new Event(series.uid(), series, dates);
    }

    private static boolean hasOwnTime(Event event, RecurrenceId id, VEvent date, Zone own) {
        VEvent master = event.master();
        return master != null
                && master.start() != null
                && !date.isCancelled()
                && !date.isSameTime(master.occurrence(id, own));
    }

    /** One changed date of a series after it has become another. */
    public static VEvent rebased(
            Event event, RecurrenceId id, VEvent date, VEvent series, RecurrenceId now, Zone own) {
        VEvent is = series.occurrence(now, own);
        VEvent master = event.master();
        return master == null || master.start() == null
                ? named(date, is)
                : merged(date, master.occurrence(id, own), is);
    }

    /**
     * Three versions of one date made one: what differs from the series as it was stays, all else
     * is as in the series as it is.
     *
     * @param was the date as the old series has it
     * @param is the date as the new series has it
     */
    public static VEvent merged(VEvent date, VEvent was, VEvent is) {
        boolean takesTime = date.isSameTime(was) || date.start() == null;
        var names = new LinkedHashSet<String>();
        date.component().properties().forEach(p -> names.add(p.name()));
        is.component().properties().forEach(p -> names.add(p.name()));
        var properties = new ArrayList<Property>();
        for (String name : names) {
            switch (name) {
                case "UID", "RECURRENCE-ID" -> properties.addAll(is.component().all(name));
                case "ATTENDEE" ->
                        properties.addAll(
                                attendees(date, was, is, takesTime && !date.isSameTime(is)));
                default ->
                        properties.addAll(
                                chosen(name, date, was, is, takesTime).component().all(name));
            }
        }
        List<Component> inner =
                date.component().components().equals(was.component().components())
                        ? is.component().components()
                        : date.component().components();
        return new VEvent(new Component("VEVENT", properties, inner), date.zones().and(is.zones()));
    }

    private static VEvent chosen(
            String name, VEvent date, VEvent was, VEvent is, boolean takesTime) {
        if (OF_VERSION.contains(name)) {
            return date;
        }
        if (TIME.contains(name)) {
            return takesTime ? is : date;
        }
        return date.component().all(name).equals(was.component().all(name)) ? is : date;
    }

    /**
     * Who is on the date: who was on or off it by itself stays so, who joined or left the series
     * joins or leaves. What each answered to the date stays as long as its time does.
     */
    private static List<Property> attendees(VEvent date, VEvent was, VEvent is, boolean isMoved) {
        var all = new ArrayList<Property>();
        for (Attendee attendee : date.attendees()) {
            CalendarAddress who = attendee.address();
            Attendee ofSeries = is.attendee(who);
            if (ofSeries != null) {
                all.add((isMoved ? ofSeries : attendee).property());
            } else if (was.attendee(who) == null) {
                all.add(attendee.property());
            }
        }
        for (Attendee attendee : is.attendees()) {
            CalendarAddress who = attendee.address();
            if (was.attendee(who) == null && date.attendee(who) == null) {
                all.add(attendee.property());
            }
        }
        return all;
    }

    /** A date by the name that it has as one of a series. */
    public static VEvent named(VEvent date, VEvent is) {
        Property id = is.component().first("RECURRENCE-ID");
        return id == null ? date : date.with(id);
    }

    /** Whether nothing of a date is its own any more. */
    public static boolean isOne(VEvent date, @Nullable VEvent ofSeries) {
        return ofSeries != null && bare(date).equals(bare(ofSeries));
    }

    /** What an answer was, and when one to the series was given, makes no date another. */
    private static final Set<String> OF_THE_SERIES =
            Set.of("X-IMIP-AGENT-WAS", "X-IMIP-AGENT-REPLIED");

    private static Component bare(VEvent date) {
        List<Property> properties =
                date.component().properties().stream()
                        .filter(property -> !OF_VERSION.contains(property.name()))
                        .map(ChangedDates::bare)
                        .toList();
        return new Component(date.component().name(), properties, date.component().components());
    }

    private static Property bare(Property property) {
        return new Property(
                property.name(),
                property.parameters().stream()
                        .filter(each -> !OF_THE_SERIES.contains(each.name()))
                        .toList(),
                property.value());
    }
}
