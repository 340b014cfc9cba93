package org.imipagent.itip;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Which change of an event asks everybody anew (RFC 5546, 2.1.4): start, end, rules, excluded
 * dates.
 */
final class Significance {

    private static final List<String> RULES = List.of("RRULE", "RDATE", "EXDATE", "EXRULE");

    private Significance() {}

    static boolean isChange(VEvent before, VEvent after) {
        return !sameTime(before.start(), after.start())
                || !sameTime(before.end(), after.end())
                || RULES.stream()
                        .anyMatch(name -> !values(before, name).equals(values(after, name)));
    }

    private static boolean sameTime(@Nullable CalendarTime one, @Nullable CalendarTime other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.isDay() == other.isDay()
                && one.instant(Zone.UTC).equals(other.instant(Zone.UTC));
    }

    private static Set<String> values(VEvent event, String name) {
        var values = new TreeSet<String>();
        for (Property property : event.component().all(name)) {
            values.add(property.value().strip());
        }
        return values;
    }
}
