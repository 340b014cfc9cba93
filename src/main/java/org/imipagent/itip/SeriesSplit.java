package org.imipagent.itip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;

/**
 * A series taken apart before one of its occurrences. THISANDFUTURE (RFC 5546, 4.4.5) is understood
 * by few programs; Google's and Microsoft's take series apart, so all understand that.
 */
final class SeriesSplit {

    private SeriesSplit() {}

    /** The series up to an occurrence, which is not its first. */
    static Event before(Event event, RecurrenceId id, Zone own) {
        VEvent master = Objects.requireNonNull(event.master());
        CalendarTime first = Objects.requireNonNull(master.start());
        Instant end = id.instant(own);
        var properties = new ArrayList<Property>();
        for (Property property : master.component().properties()) {
            switch (property.name()) {
                case "RRULE" -> properties.add(until(property, first, end, own));
                case "RDATE", "EXDATE" -> properties.addAll(earlier(property, master, end, own));
                default -> properties.add(property);
            }
        }
        var changed = new TreeMap<>(event.changed());
        changed.keySet().removeIf(each -> !each.instant(own).isBefore(end));
        return new Event(
                event.uid(),
                new VEvent(
                        new Component("VEVENT", properties, master.component().components()),
                        master.zones()),
                changed);
    }

    /** UNTIL has the type of DTSTART, and is in UTC where DTSTART has a zone (RFC 5545, 3.3.10). */
    private static Property until(Property rule, CalendarTime first, Instant end, Zone own) {
        String until =
                switch (first) {
                    case CalendarTime.Day _ -> Times.date(own.day(end).minusDays(1));
                    case CalendarTime.Floating _ -> Times.dateTime(own.local(end.minusSeconds(1)));
                    case CalendarTime.Zoned _ ->
                            Times.dateTime(Zone.UTC.local(end.minusSeconds(1))) + "Z";
                };
        return rule.withValue(bare(rule) + ";UNTIL=" + until);
    }

    /** The rule without its end. */
    private static String bare(Property rule) {
        var parts = new ArrayList<String>();
        for (String part : rule.value().strip().split(";", -1)) {
            String name = part.toUpperCase(Locale.ROOT);
            if (!name.startsWith("UNTIL=") && !name.startsWith("COUNT=")) {
                parts.add(part);
            }
        }
        return String.join(";", parts);
    }

    private static List<Property> earlier(Property dates, VEvent master, Instant end, Zone own) {
        var values = new ArrayList<String>();
        for (String value : dates.value().split(",", -1)) {
            String start = value.contains("/") ? value.substring(0, value.indexOf('/')) : value;
            CalendarTime time = Times.read(start, dates.parameter("TZID"), master.zones());
            if (time != null && time.instant(own).isBefore(end)) {
                values.add(value);
            }
        }
        return values.isEmpty() ? List.of() : List.of(dates.withValue(String.join(",", values)));
    }

    /**
     * The rest of the series as an event of its own, named after the first and the occurrence.
     * Dates that were left out or cancelled stay so; other changes of single occurrences are gone.
     *
     * @param after the occurrence as it and all after it are to be
     * @param before how many occurrences the rule gave before it
     */
    static Event from(Event event, RecurrenceId id, VEvent after, int before, Zone own) {
        VEvent master = Objects.requireNonNull(event.master());
        CalendarTime start = Objects.requireNonNull(after.start());
        Component component =
                after.component()
                        .without("RECURRENCE-ID")
                        .without("SEQUENCE")
                        .with(Property.ofText("UID", uid(event.uid(), id)))
                        .with(Property.ofText("RELATED-TO", event.uid()));
        for (Property rule : master.component().all("RRULE")) {
            component = component.plus(rest(rule, before));
        }
        var shift = java.time.Duration.between(id.instant(own), start.instant(own));
        for (RecurrenceId gone : gone(event, id, own)) {
            component =
                    component.plus(
                            Times.write("EXDATE", start.at(gone.instant(own).plus(shift), own)));
        }
        VEvent rest = new VEvent(component, after.zones());
        return new Event(rest.uid(), rest, Collections.emptySortedMap());
    }

    private static String uid(String uid, RecurrenceId id) {
        int at = uid.lastIndexOf('@');
        return at < 0
                ? uid + "-R" + id.text()
                : uid.substring(0, at) + "-R" + id.text() + uid.substring(at);
    }

    private static Property rest(Property rule, int before) {
        var parts = new ArrayList<String>();
        for (String part : rule.value().strip().split(";", -1)) {
            parts.add(
                    part.toUpperCase(Locale.ROOT).startsWith("COUNT=")
                            ? "COUNT=" + Math.max(1, count(part) - before)
                            : part);
        }
        return rule.withValue(String.join(";", parts));
    }

    private static int count(String part) {
        try {
            return Integer.parseInt(part.substring("COUNT=".length()).strip());
        } catch (NumberFormatException odd) {
            return 1;
        }
    }

    private static List<RecurrenceId> gone(Event event, RecurrenceId from, Zone own) {
        var gone = new ArrayList<RecurrenceId>();
        VEvent master = Objects.requireNonNull(event.master());
        gone.addAll(ExcludedDates.of(master));
        event.changed()
                .forEach(
                        (id, part) -> {
                            if (part.isCancelled()) {
                                gone.add(id);
                            }
                        });
        gone.removeIf(id -> !id.instant(own).isAfter(from.instant(own)));
        return gone;
    }
}
