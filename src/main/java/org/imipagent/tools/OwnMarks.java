package org.imipagent.tools;

import java.util.List;
import java.util.TreeMap;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;

/**
 * Takes out what only our own copy of an event has ({@link org.imipagent.itip.Own}): it means
 * nothing to others, and from others it would be a forgery.
 */
final class OwnMarks {

    private static final String OURS = "X-IMIP-AGENT-";

    private OwnMarks() {}

    static Event without(Event event) {
        var changed = new TreeMap<>(event.changed());
        changed.replaceAll((id, part) -> without(part));
        VEvent master = event.master();
        return new Event(event.uid(), master == null ? null : without(master), changed);
    }

    private static VEvent without(VEvent part) {
        return new VEvent(without(part.component()), part.zones());
    }

    private static Component without(Component component) {
        List<Property> properties =
                component.properties().stream()
                        .filter(p -> !p.name().startsWith(OURS))
                        .map(OwnMarks::without)
                        .toList();
        return new Component(
                component.name(),
                properties,
                component.components().stream().map(OwnMarks::without).toList());
    }

    private static Property without(Property property) {
        return new Property(
                property.name(),
                property.parameters().stream().filter(p -> !p.name().startsWith(OURS)).toList(),
                property.value());
    }
}
