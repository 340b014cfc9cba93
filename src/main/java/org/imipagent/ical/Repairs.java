package org.imipagent.ical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.Sequence;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * A VEVENT as it was meant, where a part of it cannot be taken and the rest can: each repair is a
 * problem that says what stood there. What is right is left untouched.
 */
final class Repairs {

    /** What another copy of the same event may say otherwise. */
    private static final List<String> PASSING =
            List.of("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE");

    private final Component vevent;
    private final Problems problems;
    private boolean changed;

    private Repairs(Component vevent, Problems problems) {
        this.vevent = vevent;
        this.problems = problems;
    }

    /** The same object where nothing was to be repaired. */
    static Component of(Component vevent, Problems problems) {
        return new Repairs(vevent, problems).repaired();
    }

    /**
     * What is sound is mostly the same object; the first {@code equals} of a record makes classes.
     */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Property property, @Nullable Property repaired) {
        return property == repaired || property.equals(repaired);
    }

    private Component repaired() {
        var properties = new ArrayList<Property>(vevent.properties().size() + 1);
        boolean hasUid = false;
        for (Property property : vevent.properties()) {
            Property repaired = repaired(property);
            changed |= !isSame(property, repaired);
            hasUid |= property.name().equals("UID") && !property.value().isBlank();
            if (repaired != null) {
                properties.add(repaired);
            }
        }
        if (!hasUid && !vevent.properties().isEmpty()) {
            properties.removeIf(property -> property.name().equals("UID"));
            properties.addFirst(Property.of("UID", uid()));
            problems.add("no-uid", "an event without UID has " + properties.getFirst().value());
            changed = true;
        }
        return changed ? vevent.with(properties, vevent.components()) : vevent;
    }

    /**
     * Made from what the event says, so that the same event that comes again has the same (MD5 by
     * way of a UUID of version 3: nobody's secret depends on it).
     */
    private String uid() {
        var content = new StringBuilder();
        for (Property property : vevent.properties()) {
            if (!PASSING.contains(property.name())) {
                content.append(property.name()).append(':').append(property.value()).append('\n');
            }
        }
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        return "no-uid-" + UUID.nameUUIDFromBytes(bytes);
    }

    /** Null for a property that says nothing that can be used. */
    private @Nullable Property repaired(Property property) {
        return switch (property.name()) {
            case "DTSTART", "RECURRENCE-ID", "DTSTAMP" -> basic(property);
            case "DTEND" -> {
                Property end = basic(property);
                yield Times.read(end, Zones.NONE) == null ? dropped(end) : end;
            }
            case "DURATION" ->
                    Times.duration(property.value()) == null ? dropped(property) : property;
            case "RRULE", "EXRULE" -> rule(property);
            case "RDATE", "EXDATE" -> dates(property);
            case "SEQUENCE" -> {
                if (Sequence.isLarge(property)) {
                    problems.add(
                            "large-sequence",
                            property.value().strip()
                                    + " is beyond 2147483647, the largest INTEGER");
                }
                yield property;
            }
            default -> property;
        };
    }

    private @Nullable Property dropped(Property property) {
        problems.add("wrong-time", property.name() + " is none: " + property.value());
        return null;
    }

    /** A time in the extended form of ISO 8601, {@code 2026-11-03T09:00:00Z}, in the basic one. */
    private Property basic(Property property) {
        String value = property.value().strip();
        if (value.indexOf('-') != 4 || Times.read(property, Zones.NONE) != null) {
            return property.withValue(midnight(property.name(), property.value()));
        }
        String basic = value.replace("-", "").replace(":", "").replace(' ', 'T');
        boolean minutes = basic.matches("\\d{8}[Tt]\\d{4}[Zz]?");
        String whole = minutes ? basic.substring(0, 13) + "00" + basic.substring(13) : basic;
        Property repaired = property.withValue(midnight(property.name(), whole));
        if (Times.read(repaired, Zones.NONE) == null) {
            return property;
        }
        problems.add("wrong-time", property.name() + ":" + value + " is read as " + whole);
        return repaired;
    }

    /** 24:00:00 as midnight of the next day, as it was read. */
    private String midnight(String name, String value) {
        String text = value.strip();
        CalendarTime read = Times.isEndOfDay(text) ? Times.read(text, null, Zones.NONE) : null;
        if (read == null) {
            return value;
        }
        String next = Times.dateTime(read.wall()) + text.substring(15);
        problems.add("wrong-time", name + ":" + text + " is read as " + next);
        return next;
    }

    private Property dates(Property property) {
        // vCalendar 1.0 lists dates with semicolons.
        String value = property.value().replace(';', ',');
        if (value.toUpperCase(Locale.ROOT).contains("T240000")) {
            value =
                    Arrays.stream(value.split(",", -1))
                            .map(each -> period(property.name(), each))
                            .collect(Collectors.joining(","));
        }
        return value.equals(property.value()) ? property : property.withValue(value);
    }

    /** A date, or a period with its end. */
    private String period(String name, String value) {
        int slash = value.indexOf('/');
        return slash < 0
                ? midnight(name, value)
                : midnight(name, value.substring(0, slash))
                        + '/'
                        + midnight(name, value.substring(slash + 1));
    }

    private Property rule(Property property) {
        String rule =
                property.value().indexOf('=') < 0 ? VCalendarRule.read(property.value()) : null;
        if (rule == null) {
            check(property);
            return property;
        }
        problems.add("old-rule", property.value() + " of vCalendar 1.0 is read as " + rule);
        return property.withValue(rule);
    }

    /** It stays as it stands; what it is for is told, as the event then has its first date only. */
    private void check(Property rule) {
        Property start = vevent.first("DTSTART");
        String fault =
                RecurrenceRule.fault(rule, start == null ? null : Times.read(start, Zones.NONE));
        if (fault != null && RecurrenceRule.otherScale(rule.value()) == null) {
            problems.add("wrong-rule", fault);
        }
    }
}
