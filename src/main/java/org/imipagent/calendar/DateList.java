package org.imipagent.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one RDATE or EXDATE of a master (RFC 5545, 3.8.5.1 and 3.8.5.2). What cannot be read
 * is passed over; a period counts by its start.
 */
public record DateList(Property property, Zones zones) {

    /** The lists of a name that an event has. */
    public static List<DateList> of(VEvent event, String name) {
        return event.component().all(name).stream()
                .map(property -> new DateList(property, event.zones()))
                .toList();
    }

    /** The occurrences that a series leaves out by EXDATE. */
    public static List<RecurrenceId> excluded(VEvent master) {
        return of(master, "EXDATE").stream()
                .flatMap(list -> list.times().stream())
                .map(RecurrenceId::of)
                .toList();
    }

    public List<CalendarTime> times() {
        var times = new ArrayList<CalendarTime>();
        for (String value : values()) {
            CalendarTime time = time(value);
            if (time != null) {
                times.add(time);
            }
        }
        return times;
    }

    /** The list with the dates that are wanted; none where it has none of them. */
    public List<Property> only(Predicate<CalendarTime> wanted) {
        var values = new ArrayList<String>();
        for (String value : values()) {
            CalendarTime time = time(value);
            if (time != null && wanted.test(time)) {
                values.add(value);
            }
        }
        return values.isEmpty() ? List.of() : List.of(property.withValue(String.join(",", values)));
    }

    /** Each date at another time, as a property of its own; of a period the start alone. */
    public List<Property> moved(UnaryOperator<CalendarTime> to) {
        return times().stream().map(time -> Times.write(property.name(), to.apply(time))).toList();
    }

    private List<String> values() {
        return Arrays.asList(property.value().split(",", -1));
    }

    private @Nullable CalendarTime time(String value) {
        int slash = value.indexOf('/');
        return Times.read(
                slash < 0 ? value : value.substring(0, slash), property.parameter("TZID"), zones);
    }
}
