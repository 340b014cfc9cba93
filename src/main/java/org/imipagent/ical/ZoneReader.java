package org.imipagent.ical;

import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Parameter;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * What the TZIDs of one calendar object mean, resolved at reading. A TZID that is or maps to an
 * IANA name is that zone when the VTIMEZONE in the object agrees with it at the object's times;
 * else the VTIMEZONE holds; without one, the name.
 */
final class ZoneReader {

    /** Times looked at to see whether two zones agree; those of an event repeat themselves. */
    private static final int MOST_TIMES = 400;

    private static final int MONTHS_OF_A_SERIES = 24;

    private final Map<String, List<LocalDateTime>> used = new LinkedHashMap<>();
    private final Map<String, Component> definitions = new HashMap<>();
    private final Map<String, Component> loosely = new HashMap<>();
    private final Problems problems;

    private ZoneReader(Problems problems) {
        this.problems = problems;
    }

    static Zones read(Component calendar, Problems problems) {
        var reader = new ZoneReader(problems);
        for (Component component : calendar.components()) {
            Property tzid = component.first("TZID");
            if (component.name().equals("VTIMEZONE")) {
                if (tzid != null) {
                    // Of two with one name the later stands nearer to what uses it.
                    reader.define(tzid.text(), component);
                }
            } else {
                reader.gather(component);
            }
        }
        return reader.zones();
    }

    /** The times on the wall that a component says by each TZID. */
    static Map<String, List<LocalDateTime>> timesByTzid(Component component) {
        var reader = new ZoneReader(new Problems(Limits.STANDARD));
        reader.gather(component);
        return reader.used;
    }

    private void define(String tzid, Component component) {
        definitions.put(tzid, component);
        loosely.put(loose(tzid), component);
    }

    /** Some programs write a TZID in quotes or other capitals where it is used. */
    private static String loose(String tzid) {
        return ZoneNames.tidy(tzid).toLowerCase(Locale.ROOT);
    }

    private void gather(Component component) {
        boolean recurs = component.has("RRULE");
        for (Property property : component.properties()) {
            String tzid = tzid(property);
            if (tzid != null) {
                List<LocalDateTime> times = used.computeIfAbsent(tzid, t -> new ArrayList<>());
                addTimes(property.value(), times);
                if (recurs && property.name().equals("DTSTART") && !times.isEmpty()) {
                    addMonths(times.getLast(), times);
                }
            }
        }
        component.components().forEach(this::gather);
    }

    private static @Nullable String tzid(Property property) {
        for (Parameter parameter : property.parameters()) {
            if (parameter.name().equals("TZID")) {
                return parameter.value();
            }
        }
        return null;
    }

    private static void addTimes(String value, List<LocalDateTime> times) {
        for (int start = 0; start <= value.length() && times.size() < MOST_TIMES; ) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            String text = value.substring(start, end);
            int slash = text.indexOf('/');
            CalendarTime time =
                    Times.read(slash < 0 ? text : text.substring(0, slash), null, Zones.NONE);
            if (time != null) {
                times.add(time.wall());
            }
            start = end + 1;
        }
    }

    private static void addMonths(LocalDateTime first, List<LocalDateTime> times) {
        for (int month = 1; month <= MONTHS_OF_A_SERIES && times.size() < MOST_TIMES; month++) {
            times.add(first.plusMonths(month));
        }
    }

    private Zones zones() {
        var zones = new HashMap<String, Zone>();
        used.forEach(
                (tzid, times) -> {
                    Zone zone = zone(tzid, times);
                    if (zone != null) {
                        zones.put(tzid, zone);
                    } else {
                        problems.add(
                                "unknown-zone",
                                "TZID=" + tzid + " is read as the reader's own time zone");
                    }
                });
        return new Zones(zones, definitions);
    }

    private @Nullable Zone zone(String tzid, List<LocalDateTime> times) {
        Component definition = definitions.get(tzid);
        if (definition == null && !loosely.isEmpty()) {
            definition = loosely.get(loose(tzid));
            if (definition != null) {
                definitions.put(tzid, definition);
            }
        }
        Zone named = ZoneNames.zone(tzid);
        if (definition == null) {
            return named;
        }
        if (named == null) {
            Property location = definition.first("X-LIC-LOCATION");
            named = location == null ? null : ZoneNames.zone(location.value());
        }
        ZoneRules rules = Observances.rules(definition);
        if (rules == null) {
            problems.add("wrong-zone", "VTIMEZONE " + tzid + " has no observance");
            return named;
        }
        LocalDateTime begin = begin(definition);
        List<LocalDateTime> said = times.stream().filter(t -> !t.isBefore(begin)).toList();
        return named != null && agree(named.rules(), rules, said) ? named : new Zone(tzid, rules);
    }

    /** When a VTIMEZONE begins to say something: the first DTSTART of its observances. */
    static LocalDateTime begin(Component definition) {
        LocalDateTime begin = LocalDateTime.MAX;
        for (Component observance : definition.components()) {
            Property start = observance.first("DTSTART");
            CalendarTime time = start == null ? null : Times.read(start, Zones.NONE);
            if (time != null && time.wall().isBefore(begin)) {
                begin = time.wall();
            }
        }
        return begin;
    }

    static boolean agree(ZoneRules one, ZoneRules other, List<LocalDateTime> times) {
        var zone = new Zone("", one);
        var second = new Zone("", other);
        return times.stream().allMatch(t -> zone.instant(t).equals(second.instant(t)));
    }
}
