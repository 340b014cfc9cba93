package org.imipagent.itip;

import java.util.List;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * What of an event is each person's own affair: when it is to be reminded of, and its colour. The
 * organiser's are the organiser's, and the person's survive every update (peers.md 1.0).
 */
final class Personal {

    private static final List<String> COLOURS = List.of("COLOR", "X-APPLE-CALENDAR-COLOR");

    private Personal() {}

    /**
     * A part that came, with the person's own things in the place of the sender's.
     *
     * @param before as it was kept; null for a new one, which has none yet
     */
    static VEvent of(VEvent part, @Nullable VEvent before) {
        Component component =
                part.component()
                        .without(p -> COLOURS.contains(p.name()) || isColourName(p))
                        .withComponents(
                                part.component().components().stream()
                                        .filter(c -> !isAlarm(c))
                                        .toList());
        return new VEvent(before == null ? component : with(component, before), part.zones());
    }

    private static Component with(Component component, VEvent before) {
        Component result = component;
        for (Property own : before.component().properties()) {
            if (COLOURS.contains(own.name())) {
                result = result.with(own);
            }
        }
        var inner = new java.util.ArrayList<>(result.components());
        before.component().components("VALARM").forEach(inner::add);
        return result.withComponents(inner);
    }

    private static boolean isAlarm(Component component) {
        return component.name().equals("VALARM");
    }

    /** Some programs write the colour as a category (#0000FF). */
    private static boolean isColourName(Property property) {
        return property.name().equals("CATEGORIES")
                && property.value().strip().matches("#[0-9A-Fa-f]{3,8}");
    }
}
