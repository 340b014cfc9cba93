package org.imipagent.itip;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

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
                case "RDATE", "EXDATE" ->
                        properties.addAll(chosen(property, master, own, end::isAfter));
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

    /** The dates of a property whose instants are chosen. */
    private static List<Property> chosen(
            Property dates, VEvent master, Zone own, Predicate<Instant> choice) {
        var values = new ArrayList<String>();
        for (String value : dates.value().split(",", -1)) {
            CalendarTime time = time(value, dates, master);
            if (time != null && choice.test(time.instant(own))) {
                values.add(value);
            }
        }
        return values.isEmpty() ? List.of() : List.of(dates.withValue(String.join(",", values)));
    }

    /** A date among dates, of a period its start; null for nothing that can be read. */
    private static @Nullable CalendarTime time(String value, Property dates, VEvent master) {
        String start = value.contains("/") ? value.substring(0, value.indexOf('/')) : value;
        return Times.read(start, dates.parameter("TZID"), master.zones());
    }

    /**
     * The rest of the series as an event of its own, named after the first and the occurrence.
     * Dates that were left out or cancelled stay so, and dates by themselves move along. What else
     * was changed of single occurrences stays where the time does; else it was changed against
     * another time, and is gone.
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
        LocalDateTime original = start.wallAt(id.instant(own), own);
        Duration shift = Duration.between(original, start.wall());
        LocalDate day = original.toLocalDate();
        LocalDate moved = day.equals(start.wall().toLocalDate()) ? null : day;
        for (Property rule : master.component().all("RRULE")) {
            component = component.plus(rest(rule, before, moved));
        }
        for (RecurrenceId gone : gone(event, id, own)) {
            component =
                    component.plus(
                            Times.write("EXDATE", moved(gone.instant(own), start, shift, own)));
        }
        for (Property dates : master.component().all("RDATE")) {
            for (Property later : chosen(dates, master, own, id.instant(own)::isBefore)) {
                component = plus(component, later, master, start, shift, own);
            }
        }
        VEvent rest = new VEvent(component, after.zones());
        return new Event(
                rest.uid(),
                rest,
                shift.isZero() ? changed(event, id, rest, own) : Collections.emptySortedMap());
    }

    /** With dates as they are, or each moved by as much as the series is. */
    private static Component plus(
            Component component,
            Property dates,
            VEvent master,
            CalendarTime start,
            Duration shift,
            Zone own) {
        if (shift.isZero()) {
            return component.plus(dates);
        }
        Component result = component;
        for (String value : dates.value().split(",", -1)) {
            CalendarTime time = Objects.requireNonNull(time(value, dates, master));
            result = result.plus(Times.write("RDATE", moved(time.instant(own), start, shift, own)));
        }
        return result;
    }

    /** On the wall of the series, so that all move alike across a change of the clocks. */
    private static CalendarTime moved(Instant old, CalendarTime start, Duration shift, Zone own) {
        return start.atWall(start.wallAt(old, own).plus(shift));
    }

    /** The changed occurrences after the first of the rest; who only answered has the new text. */
    private static SortedMap<RecurrenceId, VEvent> changed(
            Event event, RecurrenceId from, VEvent rest, Zone own) {
        VEvent master = Objects.requireNonNull(event.master());
        var changed = new TreeMap<RecurrenceId, VEvent>();
        event.changed()
                .forEach(
                        (id, part) -> {
                            if (part.isCancelled() || !id.instant(own).isAfter(from.instant(own))) {
                                return;
                            }
                            boolean sameText =
                                    !Significance.isNews(master.occurrence(id, own), part);
                            VEvent kept =
                                    sameText ? answered(rest.occurrence(id, own), part) : part;
                            changed.put(
                                    id,
                                    new VEvent(
                                            kept.component()
                                                    .without("SEQUENCE")
                                                    .with(Property.ofText("UID", rest.uid())),
                                            kept.zones()));
                        });
        return changed;
    }

    private static VEvent answered(VEvent occurrence, VEvent by) {
        VEvent result = occurrence;
        for (var attendee : by.attendees()) {
            if (result.attendee(attendee.address()) != null) {
                result = result.with(attendee);
            }
        }
        return result;
    }

    private static String uid(String uid, RecurrenceId id) {
        int at = uid.lastIndexOf('@');
        return at < 0
                ? uid + "-R" + id.text()
                : uid.substring(0, at) + "-R" + id.text() + uid.substring(at);
    }

    /**
     * @param day the one that the rule gave, where the rest begins on another: what only repeats it
     *     would contradict DTSTART; null where it is the same
     */
    private static Property rest(Property rule, int before, @Nullable LocalDate day) {
        var parts = new ArrayList<String>();
        for (String part : rule.value().strip().split(";", -1)) {
            String name = part.toUpperCase(Locale.ROOT).strip();
            if (name.startsWith("COUNT=")) {
                parts.add("COUNT=" + Math.max(1, count(part) - before));
            } else if (day == null || !repeats(name, day)) {
                parts.add(part);
            }
        }
        return rule.withValue(String.join(";", parts));
    }

    private static boolean repeats(String part, LocalDate day) {
        return part.equals("BYDAY=" + day.getDayOfWeek().name().substring(0, 2))
                || part.equals("BYMONTHDAY=" + day.getDayOfMonth())
                || part.equals("BYMONTH=" + day.getMonthValue());
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
