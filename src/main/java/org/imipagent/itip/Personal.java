package org.imipagent.itip;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * What of an event is each person's own affair: when it is to be reminded of, its colour, and
 * whether it takes their time (RFC 6638, 3.2.2.1). The organiser's are the organiser's, and the
 * person's survive every update.
 */
final class Personal {

    /** And what a program that passed it on noted of its faults. */
    private static final List<String> NOT_OURS =
            List.of("COLOR", "X-APPLE-CALENDAR-COLOR", "X-LIC-ERROR");

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
                        .without(p -> NOT_OURS.contains(p.name()) || isColourName(p))
                        .withComponents(
                                part.component().components().stream()
                                        .filter(c -> !isAlarm(c))
                                        .toList());
        Property theirs = component.first("TRANSP");
        if (theirs != null) {
            component = component.with(theirs.with(LocalMarks.THEIRS, "TRUE"));
        }
        return new VEvent(before == null ? component : with(component, before), part.zones());
    }

    private static Component with(Component component, VEvent before) {
        Component result = component;
        for (Property own : before.component().properties()) {
            if (COLOURS.contains(own.name()) || isOwnTransparency(own)) {
                result = result.with(own);
            }
        }
        var inner = new ArrayList<>(result.components());
        before.component().components("VALARM").forEach(inner::add);
        return result.withComponents(inner);
    }

    private static boolean isOwnTransparency(Property property) {
        return property.name().equals("TRANSP") && property.parameter(LocalMarks.THEIRS) == null;
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
