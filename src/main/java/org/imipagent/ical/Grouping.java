package org.imipagent.ical;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.CalendarTime.Day;
import org.imipagent.calendar.CalendarTime.Floating;
import org.imipagent.calendar.CalendarTime.Zoned;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/** VEVENTs to events: the parts of one UID together. */
final class Grouping {

    private final Zones zones;
    private final Problems problems;

    Grouping(Zones zones, Problems problems) {
        this.zones = zones;
        this.problems = problems;
    }

    List<Event> events(Component calendar) {
        boolean adds = isAdd(calendar);
        Map<String, List<VEvent>> byUid = new LinkedHashMap<>();
        for (Component component : calendar.components()) {
            VEvent part = component.name().equals("VEVENT") ? part(component) : null;
            if (part != null) {
                String together = adds ? part.uid() + '\n' + part.start() : part.uid();
                byUid.computeIfAbsent(together, key -> new ArrayList<>()).add(part);
            }
        }
        return byUid.values().stream().map(parts -> event(parts.getFirst().uid(), parts)).toList();
    }

    /** ADD names no occurrence: each part is one more date of the same event (RFC 5546, 3.2.4). */
    private static boolean isAdd(Component calendar) {
        Property method = calendar.first("METHOD");
        return method != null && method.value().strip().equalsIgnoreCase("ADD");
    }

    private @Nullable VEvent part(Component component) {
        problems.at(component.line());
        VEvent part = read(component);
        problems.at(0);
        return part;
    }

    private @Nullable VEvent read(Component component) {
        Component repaired = Repairs.of(component, problems);
        for (Property property : repaired.properties()) {
            if (property.name().equals("RRULE") || property.name().equals("EXRULE")) {
                String scale = RecurrenceRule.otherScale(property.value());
                if (scale != null) {
                    // Its first occurrence alone would be a wrong calendar.
                    problems.add("unsupported-rscale", scale + " of RFC 7529" + named(component));
                    return null;
                }
            }
        }
        try {
            return new VEvent(repaired, zones);
        } catch (IllegalArgumentException wrong) {
            problems.add(
                    "wrong-event",
                    Objects.requireNonNullElse(wrong.getMessage(), "cannot be read")
                            + named(component));
            return null;
        }
    }

    private static String named(Component component) {
        Property uid = component.first("UID");
        return uid == null ? "" : ", UID " + uid.value();
    }

    private Event event(String uid, List<VEvent> parts) {
        VEvent master = null;
        for (VEvent part : parts) {
            if (part.recurrenceId() == null) {
                master = newer(master, part);
            }
        }
        UnaryOperator<VEvent> form = master == null ? part -> part : asOccurrenceOf(master);
        var changed = new TreeMap<RecurrenceId, VEvent>();
        for (VEvent part : parts) {
            if (part.recurrenceId() != null) {
                VEvent joined = form.apply(part);
                RecurrenceId id = Objects.requireNonNull(joined.recurrenceId());
                changed.put(id, newer(changed.get(id), joined));
            }
        }
        return new Event(uid, master, changed);
    }

    /** The later version by SEQUENCE, then DTSTAMP; of two alike the one that stands later. */
    private VEvent newer(@Nullable VEvent one, VEvent other) {
        if (one == null) {
            return other;
        }
        problems.at(other.component().line());
        problems.add("twice", "the same part of an event stands twice, UID " + other.uid());
        problems.at(0);
        int counted = one.compareSequence(other);
        if (counted != 0) {
            return counted > 0 ? one : other;
        }
        return one.stamp().isAfter(other.stamp()) ? one : other;
    }

    /**
     * A changed occurrence whose RECURRENCE-ID has the form of the master's DTSTART, so that both
     * name it alike. Where it is not clear which occurrence is meant it stays as it is.
     */
    static UnaryOperator<VEvent> asOccurrenceOf(VEvent master) {
        CalendarTime start = master.start();
        return part -> asOccurrenceOf(master, start, part);
    }

    private static VEvent asOccurrenceOf(VEvent master, @Nullable CalendarTime start, VEvent part) {
        Property written = part.component().first("RECURRENCE-ID");
        CalendarTime id = written == null ? null : Times.read(written, part.zones());
        if (written == null || id == null || start == null) {
            return part;
        }
        CalendarTime same = inFormOf(start, id);
        if (same.equals(id)) {
            return part;
        }
        Property changed = Times.write("RECURRENCE-ID", same);
        String range = written.parameter("RANGE");
        var property = range == null ? changed : changed.with("RANGE", range);
        return new VEvent(part.component().with(property), with(part.zones(), same, master));
    }

    /** The zones of a part, and the one of its master. */
    private static Zones with(Zones zones, CalendarTime time, VEvent master) {
        if (!(time instanceof Zoned zoned) || zoned.isUtc()) {
            return zones;
        }
        String tzid = zoned.tzid();
        if (zones.byTzid().containsKey(tzid)) {
            return zones;
        }
        var byTzid = new TreeMap<>(zones.byTzid());
        byTzid.put(tzid, zoned.zone());
        var definitions = new TreeMap<>(zones.definitions());
        Component definition = master.zones().definitions().get(tzid);
        if (definition != null) {
            definitions.put(tzid, definition);
        }
        return new Zones(byTzid, definitions);
    }

    private static CalendarTime inFormOf(CalendarTime start, CalendarTime id) {
        if (id instanceof Day(var date)) {
            return start.isDay() ? id : start.atWall(date.atTime(start.wall().toLocalTime()));
        }
        LocalDateTime local = id.wall();
        if (!(id instanceof Zoned zoned)) {
            return start.atWall(local);
        }
        boolean isMeant =
                start instanceof Floating
                        ? !zoned.zone().equals(Zone.UTC)
                        : start.isDay() && local.equals(local.toLocalDate().atStartOfDay());
        return isMeant ? start.atWall(local) : id;
    }
}
