package org.imipagent.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.DateList;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.RuleText;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * A series taken apart before one of its dates. THISANDFUTURE (RFC 5546, 4.4.5) is understood by
 * few programs; Google's and Microsoft's take series apart, so all understand that.
 *
 * @param head the series up to the date; null where the date is its first
 * @param rest the series from the date on, an event of its own, named after the first and the date
 */
public record SeriesSplit(@Nullable Event head, Event rest) {

    /**
     * Takes a series apart.
     *
     * @param id a date of the series
     * @param after that date as it and all after it are to be
     */
    public static SeriesSplit at(
            Event event, RecurrenceId id, VEvent after, Zone own, Limits limits) {
        List<RecurrenceId> before = before(event, id, own, limits);
        return new SeriesSplit(
                head(event, id, before, own), rest(event, id, after, before.size(), own, limits));
    }

    /** The series up to a date; null where the date is its first. */
    public static @Nullable Event head(Event event, RecurrenceId id, Zone own, Limits limits) {
        return head(event, id, before(event, id, own, limits), own);
    }

    /** The dates that its rule and its dates give before one, also those that are left out. */
    private static List<RecurrenceId> before(
            Event event, RecurrenceId id, Zone own, Limits limits) {
        VEvent master = Objects.requireNonNull(event.master());
        Instant end = id.instant(own);
        return Recurrences.expand(
                        Event.of(master.without("EXDATE").without("RDATE")),
                        Objects.requireNonNull(master.start()).instant(own),
                        end,
                        own,
                        limits)
                .instances()
                .stream()
                .map(Instance::id)
                .filter(each -> each != null && each.instant(own).isBefore(end))
                .toList();
    }

    private static @Nullable Event head(
            Event event, RecurrenceId id, List<RecurrenceId> before, Zone own) {
        VEvent master = Objects.requireNonNull(event.master());
        CalendarTime first = Objects.requireNonNull(master.start());
        Instant end = id.instant(own);
        if (before.isEmpty()) {
            return null;
        }
        CalendarTime last = first.at(before.getLast().instant(own), own);
        var properties = new ArrayList<Property>();
        for (Property property : master.component().properties()) {
            switch (property.name()) {
                case "RRULE" ->
                        properties.add(
                                property.withValue(
                                        RuleText.of(property.value())
                                                .without(Set.of("COUNT", "UNTIL"))
                                                .with("UNTIL", SeriesEdit.until(last, first, own))
                                                .text()));
                case "RDATE", "EXDATE" ->
                        properties.addAll(
                                new DateList(property, master.zones())
                                        .only(time -> time.instant(own).isBefore(end)));
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

    /**
     * The rest. Dates that were left out or cancelled stay so, dates by themselves move along, and
     * a date that differs keeps what is its own.
     */
    private static Event rest(
            Event event, RecurrenceId id, VEvent after, int before, Zone own, Limits limits) {
        VEvent master = Objects.requireNonNull(event.master());
        CalendarTime start = Objects.requireNonNull(after.start());
        Duration shift = Duration.between(start.wallAt(id.instant(own), own), start.wall());
        CalendarTime was = start.atWall(start.wallAt(id.instant(own), own));
        Component component =
                after.component()
                        .without("RECURRENCE-ID")
                        .without("SEQUENCE")
                        // They tell of versions of the old one.
                        .without("X-IMIP-AGENT-ASKED")
                        .without("X-IMIP-AGENT-DATED")
                        .without("X-IMIP-AGENT-MOVED")
                        .with(Property.ofText("UID", uid(event.uid(), id)))
                        .with(Property.ofText("RELATED-TO", event.uid()));
        for (Property rule : master.component().all("RRULE")) {
            component =
                    component.plus(
                            SeriesEdit.shifted(counted(rule, before), was, start, shift, own));
        }
        for (Property gone : gone(event, id, start, shift, own)) {
            component = component.plus(gone);
        }
        for (DateList dates : DateList.of(master, "RDATE")) {
            for (Property later : dates.only(time -> isAfter(time, id, own))) {
                component = plus(component, later, master, start, shift, own);
            }
        }
        VEvent rest = new VEvent(component, master.zones().and(after.zones()));
        return ChangedDates.rebased(
                later(event, id, own), rest, map(event, id, rest, shift, own, limits), own);
    }

    private static boolean isAfter(CalendarTime time, RecurrenceId id, Zone own) {
        return time.instant(own).isAfter(id.instant(own));
    }

    /** The event with the changed dates after one that take place. */
    private static Event later(Event event, RecurrenceId id, Zone own) {
        var later = new TreeMap<>(event.changed());
        later.entrySet()
                .removeIf(
                        each ->
                                each.getValue().isCancelled()
                                        || !each.getKey().instant(own).isAfter(id.instant(own)));
        return new Event(event.uid(), event.master(), later);
    }

    /** Each later date moves as far as the first of the rest. */
    private static OccurrenceMap map(
            Event event, RecurrenceId id, VEvent rest, Duration shift, Zone own, Limits limits) {
        CalendarTime start = Objects.requireNonNull(rest.start());
        var moved = new TreeMap<RecurrenceId, RecurrenceId>();
        for (RecurrenceId each : later(event, id, own).changed().keySet()) {
            moved.put(each, RecurrenceId.of(SeriesEdit.shifted(each.time(), start, shift, own)));
        }
        var real = SeriesDates.of(rest, new HashSet<>(moved.values()), own, limits).given();
        moved.values().removeIf(each -> !real.contains(each));
        var back = new TreeMap<RecurrenceId, RecurrenceId>();
        moved.forEach((old, now) -> back.put(now, old));
        return new OccurrenceMap(moved, back);
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
        for (Property moved :
                new DateList(dates, master.zones())
                        .moved(time -> SeriesEdit.shifted(time, start, shift, own))) {
            result = result.plus(moved);
        }
        return result;
    }

    private static String uid(String uid, RecurrenceId id) {
        int at = uid.lastIndexOf('@');
        return at < 0
                ? uid + "-R" + id.text()
                : uid.substring(0, at) + "-R" + id.text() + uid.substring(at);
    }

    /** A rule less the dates that it gave before. */
    private static Property counted(Property rule, int before) {
        RuleText text = RuleText.of(rule.value());
        if (!text.has("COUNT")) {
            return rule;
        }
        return rule.withValue(
                text.with("COUNT", "" + Math.max(1, count(text.value("COUNT")) - before)).text());
    }

    private static int count(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException odd) {
            return 1;
        }
    }

    private static List<Property> gone(
            Event event, RecurrenceId from, CalendarTime start, Duration shift, Zone own) {
        var gone = new ArrayList<RecurrenceId>();
        gone.addAll(DateList.excluded(Objects.requireNonNull(event.master())));
        event.changed()
                .forEach(
                        (id, part) -> {
                            if (part.isCancelled()) {
                                gone.add(id);
                            }
                        });
        return gone.stream()
                .filter(id -> id.instant(own).isAfter(from.instant(own)))
                .distinct()
                .map(id -> Times.write("EXDATE", SeriesEdit.shifted(id.time(), start, shift, own)))
                .toList();
    }
}
