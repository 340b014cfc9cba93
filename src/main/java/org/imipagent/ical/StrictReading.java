package org.imipagent.ical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.DefaultContentHandler;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * One calendar in ical4j's typed model, and what its validators of RFC 5545 and 5546 say of it.
 * What the model cannot hold is a complaint, and reading goes on after it.
 *
 * <p>Nothing of a stranger's VTIMEZONE reaches the process: ical4j's own registry would keep each
 * under one of a limited number of names, and add a provider of zones to the JDK.
 */
final class StrictReading extends DefaultContentHandler {

    /** Longer values are not given to ical4j. */
    private static final int LONGEST_VALUE = 20_000;

    /** Its pattern for lists of text takes some of the stack for each escape: 9,000 overflow it. */
    private static final int MOST_ESCAPES = 1_000;

    /** ical4j's own bound, beyond which it throws. */
    private static final int DEEPEST = 8;

    private final List<Complaint> complaints = new ArrayList<>();
    private final List<Calendar> calendars;
    private int depth;
    private String property = "";

    /** Whether the rest of the property is passed over. */
    private boolean left;

    private StrictReading(List<Calendar> calendars, Zones zones) {
        super(calendars::add, new KnownZones(zones));
        this.calendars = calendars;
    }

    /** All complaints about one VCALENDAR, with the name of the component or property. */
    static List<Complaint> complaints(Component calendar, Zones zones) {
        var reading = new StrictReading(new ArrayList<>(1), zones);
        try {
            TolerantParser.feed(calendar, reading);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // Nothing is read from anywhere.
        }
        reading.calendars.forEach(reading::validate);
        return reading.complaints;
    }

    private void complain(String where, @Nullable Throwable wrong) {
        String what = wrong == null ? null : wrong.getMessage();
        complaints.add(new Complaint(where, what == null ? "cannot be read" : what));
    }

    @Override
    public void startComponent(String name) {
        depth++;
        if (depth <= DEEPEST) {
            super.startComponent(name);
        } else if (depth == DEEPEST + 1) {
            complaints.add(new Complaint(name, "components nested too deep"));
        }
    }

    @Override
    public void endComponent(String name) {
        if (depth <= DEEPEST) {
            try {
                super.endComponent(name);
            } catch (RuntimeException wrong) {
                complain(name, wrong);
            }
        }
        depth--;
    }

    @Override
    public void startProperty(String name) {
        property = name;
        left = depth > DEEPEST;
        if (!left) {
            super.startProperty(name);
        }
    }

    @Override
    public void parameter(String name, String value) {
        if (left || isTooMuch(name, value)) {
            return;
        }
        try {
            // Of a list ical4j takes the first and the last quote away only.
            super.parameter(name, value.contains("\",\"") ? value.replace("\"", "") : value);
        } catch (RuntimeException wrong) {
            complain(name, wrong);
        }
    }

    @Override
    public void propertyValue(String value) {
        if (!left && !isTooMuch("value", value)) {
            super.propertyValue(value);
        }
    }

    /** What is left out is said, and the whole property with it. */
    private boolean isTooMuch(String what, String value) {
        left =
                value.length() > LONGEST_VALUE
                        || value.chars().filter(c -> c == '\\').limit(MOST_ESCAPES + 1).count()
                                > MOST_ESCAPES;
        if (left) {
            complaints.add(new Complaint(property, what + " too long: not looked at"));
        }
        return left;
    }

    @Override
    public void endProperty(String name) {
        if (left) {
            return;
        }
        try {
            super.endProperty(name);
        } catch (RuntimeException wrong) {
            complain(name, wrong);
        }
    }

    private void validate(Calendar calendar) {
        try {
            add(calendar.validate());
            for (CalendarComponent component : calendar.getComponents()) {
                // Of a scheduling object ical4j looks at which properties there are, not into them.
                for (var property : component.getProperties()) {
                    add(property.validate());
                }
            }
        } catch (RuntimeException wrong) {
            complain("VCALENDAR", wrong);
        }
    }

    private void add(ValidationResult result) {
        result.getEntries()
                .forEach(
                        entry ->
                                complaints.add(
                                        new Complaint(entry.getContext(), entry.getMessage())));
    }

    /** The zones that our reader has found for the TZIDs of the object. */
    private record KnownZones(Zones zones) implements TimeZoneRegistry {

        @Override
        public void register(TimeZone timezone) {}

        @Override
        public void register(TimeZone timezone, boolean update) {}

        @Override
        public void clear() {}

        @Override
        public @Nullable TimeZone getTimeZone(String id) {
            return null;
        }

        /** With an entry: where there is none, ical4j asks its tables of the whole process. */
        @Override
        public Map<String, ZoneRules> getZoneRules() {
            return Map.of(Zone.UTC.name(), Zone.UTC.rules());
        }

        /** A TZID that is not known is a problem that our reader has told; here it is UTC. */
        @Override
        public ZoneId getZoneId(String tzId) {
            Zone zone = zones.zone(tzId);
            if (zone == null) {
                return ZoneOffset.UTC;
            }
            try {
                return ZoneId.of(zone.name());
            } catch (DateTimeException ofVtimezone) {
                return zone.rules().getStandardOffset(Instant.EPOCH);
            }
        }

        @Override
        public @Nullable String getTzId(String zoneId) {
            return null;
        }
    }
}
