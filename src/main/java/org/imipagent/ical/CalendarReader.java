package org.imipagent.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zones;
import org.imipagent.recurrence.Steps;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendar text (RFC 5545), whatever is wrong with it: never throws, stays within the limits,
 * and lists what could not be taken as it stood. Loads no class of ical4j.
 */
public final class CalendarReader {

    private CalendarReader() {}

    /**
     * Reads the bytes of a calendar part: by the charset of the part, else UTF-8, else
     * Windows-1252, whichever first fits.
     *
     * @param charset as the part names it, or null
     */
    public static CalendarText read(byte[] bytes, @Nullable String charset, Limits limits) {
        var problems = new Problems(limits);
        if (bytes.length / 4 > limits.text()) {
            problems.add("too-large", bytes.length + " bytes");
            return new CalendarText(List.of(), problems.list());
        }
        if (CalendarBytes.differs(bytes, charset)) {
            problems.add("wrong-charset", "not in " + charset);
        }
        return read(CalendarBytes.decode(bytes, charset), limits, problems);
    }

    public static CalendarText read(String text, Limits limits) {
        return read(text, limits, new Problems(limits));
    }

    /**
     * Gives a changed occurrence the form of its master's DTSTART in its RECURRENCE-ID, for one
     * that came apart from it: a day becomes the master's time on that day, a time without a zone
     * one in the master's zone. Where it is not clear which occurrence is meant it stays as it is.
     */
    public static UnaryOperator<VEvent> asOccurrenceOf(VEvent master) {
        return Grouping.asOccurrenceOf(master);
    }

    private static CalendarText read(String text, Limits limits, Problems problems) {
        var objects = new ArrayList<CalendarObject>();
        var loose = new ArrayList<Component>();
        var steps = new Steps(ZoneReader.MOST_STEPS);
        for (Component component : Components.read(text, limits, problems)) {
            if (component.name().equals("VCALENDAR")) {
                objects(component, steps, problems, objects);
            } else {
                loose.add(component);
            }
        }
        if (!loose.isEmpty()) {
            problems.add("outside", loose.getFirst().name() + " stands outside of VCALENDAR");
            objects.add(object(new Component("VCALENDAR", List.of(), loose), steps, problems));
        }
        if (objects.isEmpty()) {
            problems.add("no-calendar", "no VCALENDAR in the text");
        }
        return new CalendarText(objects, problems.list());
    }

    /** A VCALENDAR, and those that stand within it, which is an error of its writer. */
    private static void objects(
            Component calendar, Steps steps, Problems problems, List<CalendarObject> into) {
        List<Component> within = calendar.components("VCALENDAR").toList();
        if (within.isEmpty() || calendar.components().size() > within.size()) {
            into.add(object(calendar, steps, problems));
        }
        for (Component inner : within) {
            problems.addOnce("nested", "VCALENDAR stands within VCALENDAR");
            objects(inner, steps, problems, into);
        }
    }

    private static CalendarObject object(Component calendar, Steps steps, Problems problems) {
        Property old = calendar.first("TZ");
        if (old != null) {
            problems.addOnce("old-zone", "TZ:" + old.value() + " of vCalendar 1.0 is passed over");
        }
        Zones zones = ZoneReader.read(calendar, steps, problems);
        List<Event> events = new Grouping(zones, problems).events(calendar);
        return new CalendarObject(method(calendar), events, zones, calendar);
    }

    private static @Nullable String method(Component calendar) {
        Property method = calendar.first("METHOD");
        return method == null || method.value().isBlank()
                ? null
                : method.value().strip().toUpperCase(Locale.ROOT);
    }
}
