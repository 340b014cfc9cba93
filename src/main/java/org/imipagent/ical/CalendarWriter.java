package org.imipagent.ical;

import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.recurrence.Steps;
import org.jspecify.annotations.Nullable;

/**
 * Writes calendar text, strictly by RFC 5545 and in the same order every time: a VCALENDAR with a
 * VTIMEZONE for every TZID that is used. What is read from it equals what was written. Loads no
 * class of ical4j.
 */
public final class CalendarWriter {

    private static final String PRODUCT = "-//imip-agent//imip-agent//EN";

    private final Map<String, Component> definitions = new LinkedHashMap<>();
    private final Map<String, ZoneRules> rules = new HashMap<>();
    private final IdentityHashMap<Component, @Nullable ZoneRules> said = new IdentityHashMap<>();
    private final Set<String> widened = new HashSet<>();
    private final Steps steps = new Steps(ZoneReader.MOST_STEPS);
    private final List<Component> components = new ArrayList<>();

    private CalendarWriter() {}

    /** An event as one object of scheduling: the master, then its changed occurrences. */
    public static String write(@Nullable String method, Event event) {
        return write(method, event.parts());
    }

    public static String write(@Nullable String method, List<VEvent> parts) {
        var writer = new CalendarWriter();
        parts.forEach(writer::add);
        return writer.text(method);
    }

    /** Many events as one calendar, for export. */
    public static String write(List<Event> events) {
        return write(List.of(), events);
    }

    /**
     * Many events as one calendar with a name and the like.
     *
     * @param properties of the calendar, after PRODID and VERSION
     */
    public static String write(List<Property> properties, List<Event> events) {
        var writer = new CalendarWriter();
        for (Event event : events) {
            event.parts().forEach(writer::add);
        }
        return writer.text(properties);
    }

    /**
     * Another component, such as a VFREEBUSY, as one object. Its times are in UTC: no VTIMEZONE is
     * written.
     */
    public static String writeComponent(@Nullable String method, Component component) {
        var writer = new CalendarWriter();
        writer.components.add(component);
        return writer.text(method);
    }

    /** Components whose times are in UTC as one calendar with a name and the like. */
    public static String writeComponents(List<Property> properties, List<Component> components) {
        var writer = new CalendarWriter();
        writer.components.addAll(components);
        return writer.text(properties);
    }

    private void add(VEvent part) {
        Map<String, String> names = new HashMap<>();
        ZoneReader.timesByTzid(part.component())
                .forEach(
                        (tzid, times) -> {
                            String name = define(tzid, times, part);
                            if (!name.equals(tzid)) {
                                names.put(tzid, name);
                            }
                        });
        components.add(names.isEmpty() ? part.component() : renamed(part.component(), names));
    }

    /**
     * Defines a TZID, and says by which name: two events of different senders may call different
     * zones "Customized Time Zone".
     */
    private String define(String tzid, List<LocalDateTime> times, VEvent part) {
        Zone zone = part.zones().zone(tzid);
        if (zone == null) {
            return tzid;
        }
        String name = tzid;
        for (int i = 2; rules.containsKey(name) && !zone.rules().equals(rules.get(name)); i++) {
            name = tzid + " " + i;
        }
        boolean recurs = part.isRecurring();
        Component kept = part.zones().definitions().get(tzid);
        Component definition =
                kept != null && fits(kept, zone, times)
                        ? kept
                        : ZoneWriter.write(name, zone, times, recurs);
        if (rules.putIfAbsent(name, zone.rules()) == null) {
            definitions.put(name, definition.with(tzid(definition, name)));
        } else {
            widen(name, zone, times, recurs);
        }
        return name;
    }

    private static Property tzid(Component definition, String name) {
        Property property = definition.first("TZID");
        Property written = Property.ofText("TZID", name);
        return property == null ? written : property.withValue(written.value());
    }

    /** Whether the VTIMEZONE that an object came with says what the zone is, at all the times. */
    private boolean fits(Component definition, Zone zone, List<LocalDateTime> times) {
        if (!said.containsKey(definition)) {
            said.put(definition, Observances.rules(definition, steps));
        }
        ZoneRules rules = said.get(definition);
        LocalDateTime begin = ZoneReader.begin(definition);
        return rules != null
                && times.stream().noneMatch(time -> time.isBefore(begin))
                && ZoneReader.agree(zone.rules(), rules, times);
    }

    /** A definition written for earlier parts is made again where it is not right for this one. */
    private void widen(String name, Zone zone, List<LocalDateTime> times, boolean recurs) {
        Component definition = definitions.get(name);
        if (definition != null && !fits(definition, zone, times) && widened.add(name)) {
            definitions.put(name, ZoneWriter.write(name, zone, List.of(), recurs));
        }
    }

    private static Component renamed(Component component, Map<String, String> names) {
        var properties = new ArrayList<Property>(component.properties().size());
        for (Property property : component.properties()) {
            String tzid = property.parameter("TZID");
            String name = tzid == null ? null : names.get(tzid);
            properties.add(name == null ? property : property.with("TZID", name));
        }
        return new Component(
                component.name(),
                properties,
                component.components().stream().map(c -> renamed(c, names)).toList());
    }

    private String text(@Nullable String method) {
        return text(method == null ? List.of() : List.of(Property.of("METHOD", method)));
    }

    private String text(List<Property> properties) {
        var writer = new ContentWriter();
        writer.begin("VCALENDAR");
        writer.property(Property.of("PRODID", PRODUCT));
        writer.property(Property.of("VERSION", "2.0"));
        properties.forEach(writer::property);
        definitions.values().forEach(writer::component);
        components.forEach(writer::component);
        writer.end("VCALENDAR");
        return writer.text();
    }
}
