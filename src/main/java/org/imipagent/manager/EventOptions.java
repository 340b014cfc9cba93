package org.imipagent.manager;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.LinkAddress;
import org.imipagent.calendar.OneLine;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an event says besides when, where and who, field by field. What of the event it
 * cannot say is {@link #KEEP}, and stays as it is.
 *
 * @param link a web address; "" for none
 * @param categories divided by commas
 * @param colour a name of {@link #COLOURS} (RFC 7986, 5.9); "" for none
 * @param busy {@link #BUSY} or {@link #FREE} (RFC 5545, 3.8.2.7)
 * @param visibility a name of {@link #CLASSES} (RFC 5545, 3.8.1.3)
 * @param reminder minutes before the start (RFC 5545, 3.6.6); "" for none
 */
public record EventOptions(
        String link,
        String categories,
        String colour,
        String busy,
        String visibility,
        String reminder) {

    static final String KEEP = "keep";
    static final String BUSY = "busy";
    static final String FREE = "free";

    /** CSS3 names: blue, orange, green, pink, yellow, sky, violet, brown. */
    static final List<String> COLOURS =
            List.of(
                    "steelblue",
                    "darkorange",
                    "seagreen",
                    "hotpink",
                    "gold",
                    "deepskyblue",
                    "mediumpurple",
                    "sienna");

    static final List<String> CLASSES = List.of("public", "private", "confidential");
    static final List<String> REMINDERS = List.of("", "0", "5", "10", "15", "30", "60", "1440");
    static final EventOptions NONE = new EventOptions("", "", "", BUSY, "public", "");

    private static final int DAY = 24 * 60;

    static EventOptions of(VEvent part) {
        Property link = link(part.component());
        return new EventOptions(
                link == null ? "" : OneLine.plain(link.value()).strip(),
                String.join(", ", categories(part.component())),
                colour(part),
                part.isTransparent() ? FREE : BUSY,
                visibility(part),
                reminder(part));
    }

    /** The first that a browser may open. */
    private static @Nullable Property link(Component component) {
        for (Property property : component.properties()) {
            boolean isLink = property.name().equals("URL") || property.name().equals("CONFERENCE");
            if (isLink && isWebAddress(property.value().strip())) {
                return property;
            }
        }
        return null;
    }

    static boolean isWebAddress(String text) {
        String address = LinkAddress.of(text);
        return address != null && !address.toLowerCase(Locale.ROOT).startsWith("mailto:");
    }

    /** Those that can stand in a list divided by commas, each once. */
    static Set<String> categories(Component component) {
        var categories = new LinkedHashSet<String>();
        for (Property property : component.all("CATEGORIES")) {
            for (String category : property.texts()) {
                String line = OneLine.plain(category).strip();
                if (!line.isEmpty() && line.indexOf(',') < 0) {
                    categories.add(line);
                }
            }
        }
        return categories;
    }

    private static String colour(VEvent part) {
        String name = part.text("COLOR").strip().toLowerCase(Locale.ROOT);
        return name.isEmpty() || COLOURS.contains(name) ? name : KEEP;
    }

    private static String visibility(VEvent part) {
        String name = part.text("CLASS").strip().toLowerCase(Locale.ROOT);
        return name.isEmpty() ? "public" : CLASSES.contains(name) ? name : KEEP;
    }

    private static String reminder(VEvent part) {
        List<Component> alarms = part.component().components("VALARM").toList();
        if (alarms.isEmpty()) {
            return "";
        }
        int minutes = alarms.size() > 1 ? -1 : minutes(alarms.getFirst());
        String text = Integer.toString(minutes);
        return REMINDERS.contains(text) ? text : KEEP;
    }

    /** How long before the start a plain alarm goes off; -1 for another one. */
    private static int minutes(Component alarm) {
        Property action = alarm.first("ACTION");
        Property trigger = alarm.first("TRIGGER");
        if (action == null
                || trigger == null
                || alarm.has("REPEAT")
                || trigger.parameter("VALUE") != null
                || trigger.parameter("RELATED") != null
                || !action.value().strip().equalsIgnoreCase("DISPLAY")) {
            return -1;
        }
        String text = trigger.value().strip();
        boolean isBefore = text.startsWith("-");
        CalendarTime.Span span = Times.duration(isBefore ? text.substring(1) : text);
        if (span == null || span.time().toSecondsPart() != 0 || span.days() > 1) {
            return -1;
        }
        long minutes = span.days() * DAY + span.time().toMinutes();
        return (isBefore || minutes == 0) && minutes <= DAY ? (int) minutes : -1;
    }

    // ---- Written into an event

    /** A part with what was changed in the form. */
    VEvent applied(VEvent part, EventOptions shown) {
        Component component = part.component();
        if (!link.equals(shown.link)) {
            component = linked(component);
        }
        if (!categories.equals(shown.categories)) {
            component = categorised(component);
        }
        if (!colour.equals(shown.colour)) {
            component = with(component, "COLOR", colour);
        }
        if (!busy.equals(shown.busy)) {
            component = with(component, "TRANSP", busy.equals(FREE) ? "TRANSPARENT" : "OPAQUE");
        }
        if (!visibility.equals(shown.visibility)) {
            component = with(component, "CLASS", visibility.toUpperCase(Locale.ROOT));
        }
        if (!reminder.equals(shown.reminder)) {
            component = reminded(component, part.summary());
        }
        return component.equals(part.component()) ? part : new VEvent(component, part.zones());
    }

    private static Component with(Component component, String name, String value) {
        return value.isEmpty() ? component.without(name) : component.with(Property.of(name, value));
    }

    /** In the place of the one that was shown; others stay. */
    private Component linked(Component component) {
        Property old = link(component);
        if (old == null) {
            return component.plus(
                    component.has("URL")
                            ? Property.of("CONFERENCE", link).with("VALUE", "URI")
                            : Property.of("URL", link));
        }
        var properties = new ArrayList<Property>();
        boolean placed = false;
        for (Property property : component.properties()) {
            if (placed || !property.equals(old)) {
                properties.add(property);
            } else {
                placed = true;
                if (!link.isEmpty()) {
                    properties.add(property.withValue(link));
                }
            }
        }
        return new Component(component.name(), properties, component.components());
    }

    /** Those that the form could not show stay. */
    private Component categorised(Component component) {
        var all = new LinkedHashSet<>(list());
        for (Property property : component.all("CATEGORIES")) {
            for (String category : property.texts()) {
                if (category.indexOf(',') >= 0) {
                    all.add(category);
                }
            }
        }
        var values = new ArrayList<String>();
        all.forEach(category -> values.add(Property.ofText("CATEGORIES", category).value()));
        return with(component, "CATEGORIES", String.join(",", values));
    }

    /** The categories one by one, each once. */
    List<String> list() {
        var list = new ArrayList<String>();
        var known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String category : categories.split(",", -1)) {
            String name = category.strip();
            if (!name.isEmpty() && known.add(name)) {
                list.add(name);
            }
        }
        return list;
    }

    private Component reminded(Component component, String summary) {
        var inner = new ArrayList<Component>();
        for (Component each : component.components()) {
            if (!each.name().equals("VALARM")) {
                inner.add(each);
            }
        }
        if (!reminder.isEmpty()) {
            inner.add(alarm(Integer.parseInt(reminder), summary));
        }
        return component.withComponents(inner);
    }

    private static Component alarm(int minutes, String summary) {
        String before =
                minutes == 0
                        ? "PT0S"
                        : minutes % DAY == 0
                                ? "-P" + minutes / DAY + "D"
                                : minutes % 60 == 0
                                        ? "-PT" + minutes / 60 + "H"
                                        : "-PT" + minutes + "M";
        return new Component(
                "VALARM",
                List.of(
                        Property.of("ACTION", "DISPLAY"),
                        Property.ofText("DESCRIPTION", summary),
                        Property.of("TRIGGER", before)),
                List.of());
    }
}
