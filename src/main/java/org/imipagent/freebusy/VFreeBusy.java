package org.imipagent.freebusy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.jspecify.annotations.Nullable;

/**
 * One VFREEBUSY that came (RFC 5545, 3.6.4): somebody asks when somebody is free, or tells it. A
 * typed view of the component; whatever is wrong with it, reading it throws nothing.
 */
public record VFreeBusy(Component component, Zones zones) {

    /** As many periods are read of one object; a year of half hours has fewer. */
    public static final int MOST_PERIODS = 10_000;

    /** What ties an answer to its question; "" where it is missing. */
    public String uid() {
        return text("UID");
    }

    /** DTSTAMP; the beginning of time where it is missing. */
    public Instant stamp() {
        Instant stamp = instant("DTSTAMP");
        return stamp == null ? Instant.EPOCH : stamp;
    }

    public @Nullable Attendee organiser() {
        Property property = component.first("ORGANIZER");
        Attendee organiser = property == null ? null : new Attendee(property);
        return organiser == null || organiser.address().uri().isEmpty() ? null : organiser;
    }

    public List<Attendee> attendees() {
        return component.all("ATTENDEE").stream().map(Attendee::new).toList();
    }

    /** DTSTART to DTEND, or to DTSTART and DURATION; null where one of them is missing. */
    public @Nullable Window window() {
        Instant from = instant("DTSTART");
        Instant to = instant("DTEND");
        if (from == null) {
            return null;
        }
        CalendarTime.Span span = to != null ? null : Times.duration(text("DURATION"));
        if (span != null) {
            to = CalendarTime.utc(from).plus(span).instant(Zone.UTC);
        }
        return to == null ? null : new Window(from, to);
    }

    /** The window, or, where it says none, from the first period's start to the last one's end. */
    public @Nullable Window told(List<BusyPeriod> periods) {
        Window said = window();
        if (said != null || periods.isEmpty()) {
            return said;
        }
        Instant from = Instant.MAX;
        Instant to = Instant.MIN;
        for (BusyPeriod period : periods) {
            from = period.start().isBefore(from) ? period.start() : from;
            to = period.end().isAfter(to) ? period.end() : to;
        }
        return new Window(from, to);
    }

    /**
     * The busy periods as they stand: in any order, overlapping. A period is a start with an end or
     * a duration (RFC 5545, 3.3.9). What is no period is passed over; a kind that is not known is
     * busy (3.2.9). Times must be in UTC, and those that are not are read by their TZID, else as if
     * they were.
     *
     * @return null where there are more than {@link #MOST_PERIODS}
     */
    public @Nullable List<BusyPeriod> periods() {
        var periods = new ArrayList<BusyPeriod>();
        for (Property property : component.properties()) {
            if (property.name().equals("FREEBUSY") && !addTo(periods, property)) {
                return null;
            }
        }
        return periods;
    }

    private boolean addTo(List<BusyPeriod> periods, Property property) {
        Busy busy = busy(property.parameter("FBTYPE"));
        String tzid = property.parameter("TZID");
        String value = property.value();
        int from = 0;
        while (busy != Busy.FREE && from <= value.length()) {
            int comma = value.indexOf(',', from);
            int end = comma < 0 ? value.length() : comma;
            BusyPeriod period = period(value.substring(from, end), tzid, busy);
            if (period != null) {
                periods.add(period);
            }
            if (periods.size() > MOST_PERIODS) {
                return false;
            }
            from = end + 1;
        }
        return true;
    }

    private @Nullable BusyPeriod period(String text, @Nullable String tzid, Busy busy) {
        int slash = text.indexOf('/');
        CalendarTime start = slash < 0 ? null : Times.read(text.substring(0, slash), tzid, zones);
        if (start == null) {
            return null;
        }
        String rest = text.substring(slash + 1).strip();
        CalendarTime.Span span = Times.duration(rest);
        CalendarTime end = span != null ? start.plus(span) : Times.read(rest, tzid, zones);
        Instant from = start.instant(Zone.UTC);
        Instant to = end == null ? from : end.instant(Zone.UTC);
        return from.isBefore(to) ? new BusyPeriod(from, to, busy) : null;
    }

    private static Busy busy(@Nullable String type) {
        return switch (type == null ? "" : type.strip().toUpperCase(Locale.ROOT)) {
            case "FREE" -> Busy.FREE;
            case "BUSY-TENTATIVE" -> Busy.TENTATIVE;
            case "BUSY-UNAVAILABLE" -> Busy.UNAVAILABLE;
            default -> Busy.BUSY;
        };
    }

    private String text(String name) {
        Property property = component.first(name);
        return property == null ? "" : property.text();
    }

    private @Nullable Instant instant(String name) {
        Property property = component.first(name);
        CalendarTime time = property == null ? null : Times.read(property, zones);
        return time == null ? null : time.instant(Zone.UTC);
    }

    /** When somebody is busy in a window, of periods in any order. */
    public static FreeBusy union(List<BusyPeriod> periods, Window window) {
        return FreeBusy.of(
                periods.stream().map(VFreeBusy::occurrence).toList(), window.from(), window.to());
    }

    private static Occurrence occurrence(BusyPeriod period) {
        return new Occurrence(
                "",
                null,
                period.start(),
                period.end(),
                null,
                null,
                "",
                "",
                false,
                false,
                null,
                period.busy());
    }
}
