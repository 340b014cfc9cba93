package org.imipagent.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an RRULE as they stand in its text (RFC 5545, 3.3.10), to be read and replaced one
 * by one: what is not asked for stays as its writer wrote it. {@link RecurrenceRule} is what it
 * means.
 */
public record RuleText(List<String> parts) {

    public RuleText {
        parts = List.copyOf(parts);
    }

    public static RuleText of(String value) {
        var parts = new ArrayList<String>();
        for (String part : value.strip().split(";", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return new RuleText(parts);
    }

    /** The value of a part in capitals, "" where the rule has none of that name. */
    public String value(String name) {
        for (String part : parts) {
            if (name(part).equals(name)) {
                return part.substring(part.indexOf('=') + 1).strip().toUpperCase(Locale.ROOT);
            }
        }
        return "";
    }

    public boolean has(String name) {
        return names().contains(name);
    }

    /** In capitals, in order. */
    public List<String> names() {
        return parts.stream().map(RuleText::name).toList();
    }

    public RuleText without(Set<String> names) {
        return new RuleText(parts.stream().filter(part -> !names.contains(name(part))).toList());
    }

    /** With a part in the place of the one of the same name, or at the end. */
    public RuleText with(String name, String value) {
        var changed = new ArrayList<String>();
        boolean placed = false;
        for (String part : parts) {
            boolean same = name(part).equals(name);
            if (!same) {
                changed.add(part);
            } else if (!placed) {
                changed.add(name + "=" + value);
                placed = true;
            }
        }
        if (!placed) {
            changed.add(name + "=" + value);
        }
        return new RuleText(changed);
    }

    /** UNTIL; null where the rule has none that can be read. */
    public @Nullable CalendarTime until() {
        return Times.read(value("UNTIL"), null, Zones.NONE);
    }

    public String text() {
        return String.join(";", parts);
    }

    private static String name(String part) {
        int equals = part.indexOf('=');
        return (equals < 0 ? part : part.substring(0, equals)).strip().toUpperCase(Locale.ROOT);
    }
}
