package org.imipagent.ical;

import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Parameter;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.imipagent.recurrence.Steps;
import org.jspecify.annotations.Nullable;

/**
 * What the TZIDs of one calendar object mean, resolved at reading. A TZID that is or maps to an
 * IANA name is that zone when the VTIMEZONE in the object agrees with it at the object's times;
 * else the VTIMEZONE holds; without one, the name.
 */
final class ZoneReader {

    /** Times looked at to see whether two zones agree; those of an event repeat themselves. */
    private static final int MOST_TIMES = 400;

    /** Two years: two zones may be apart for a few weeks of each, as before and after 2007. */
    private static final int WEEKS_OF_A_SERIES = 104;

    /** TZIDs of one calendar that are looked up. */
    private static final int MOST_ZONES = 200;

    /** For the VTIMEZONEs of one text: some hundred that are followed year by year. */
    static final int MOST_STEPS = 100_000;

    private final Map<String, List<LocalDateTime>> used = new LinkedHashMap<>();
    private final Map<String, Component> definitions = new HashMap<>();
    private final Map<String, Component> loosely = new HashMap<>();
    private final IdentityHashMap<Component, @Nullable ZoneRules> rules = new IdentityHashMap<>();
    private final Steps steps;
    private final Problems problems;

    private ZoneReader(Steps steps, Problems problems) {
        this.steps = steps;
        this.problems = problems;
    }

    /**
     * @param steps for all VTIMEZONEs of a text together
     */
    static Zones read(Component calendar, Steps steps, Problems problems) {
        var reader = new ZoneReader(steps, problems);
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
        var reader = new ZoneReader(new Steps(0), new Problems(Limits.STANDARD));
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
                    addWeeks(times.getLast(), times);
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

    private static void addWeeks(LocalDateTime first, List<LocalDateTime> times) {
        for (int week = 1; week <= WEEKS_OF_A_SERIES && times.size() < MOST_TIMES; week++) {
            times.add(first.plusWeeks(week));
        }
    }

    private Zones zones() {
        var zones = new HashMap<String, Zone>();
        if (used.size() > MOST_ZONES) {
            problems.add(
                    "too-many-zones",
                    "the first " + MOST_ZONES + " TZIDs of " + used.size() + " are looked up");
        }
        used.entrySet().stream()
                .limit(MOST_ZONES)
                .forEach(
                        entry -> {
                            Zone zone = zone(entry.getKey(), entry.getValue());
                            if (zone != null) {
                                zones.put(entry.getKey(), zone);
                            } else {
                                problems.add("unknown-zone", told(entry.getKey()));
                            }
                        });
        return new Zones(zones, definitions);
    }

    private static String told(String tzid) {
        return "TZID=" + tzid + " is read as the reader's own time zone";
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
        ZoneRules rules = rules(definition);
        if (rules == null && steps.areUsedUp()) {
            problems.addOnce("too-many-zones", "VTIMEZONE " + tzid + " takes too many steps");
            return named;
        }
        if (rules == null) {
            problems.add("wrong-zone", "VTIMEZONE " + tzid + " has no observance");
            return named;
        }
        LocalDateTime begin = begin(definition);
        List<LocalDateTime> said = times.stream().filter(t -> !t.isBefore(begin)).toList();
        return named != null && agree(named.rules(), rules, said) ? named : new Zone(tzid, rules);
    }

    private @Nullable ZoneRules rules(Component definition) {
        if (!rules.containsKey(definition)) {
            rules.put(definition, Observances.rules(definition, steps));
        }
        return rules.get(definition);
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
