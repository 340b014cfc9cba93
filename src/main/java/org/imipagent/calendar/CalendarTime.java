package org.imipagent.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A DATE or a DATE-TIME in one of its three forms (RFC 5545, 3.3.4 and 3.3.5). */
public sealed interface CalendarTime {

    /** A whole day, in whatever zone the reader lives. */
    record Day(LocalDate date) implements CalendarTime {}

    /** A time on the wall, in whatever zone the reader lives. */
    record Floating(LocalDateTime local) implements CalendarTime {}

    /**
     * A time in a zone; a time in UTC has {@link Zone#UTC}. The TZID is as it stood in the text.
     */
    record Zoned(LocalDateTime local, Zone zone, String tzid) implements CalendarTime {

        /** Whether it is written with Z; a VTIMEZONE without a name is a zone all the same. */
        public boolean isUtc() {
            return tzid.isEmpty() && zone.equals(Zone.UTC);
        }
    }

    static CalendarTime utc(Instant instant) {
        return new Zoned(
                LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC),
                Zone.UTC,
                "");
    }

    /** The instant, where days and times without a zone are those of the given zone. */
    default Instant instant(Zone own) {
        return switch (this) {
            case Day(var date) -> own.midnight(date);
            case Floating(var local) -> own.instant(local);
            case Zoned(var local, var zone, _) -> zone.instant(local);
        };
    }

    /** What the wall shows, midnight for a day. */
    default LocalDateTime wall() {
        return switch (this) {
            case Day(var date) -> date.atStartOfDay();
            case Floating(var local) -> local;
            case Zoned(var local, _, _) -> local;
        };
    }

    default boolean isDay() {
        return this instanceof Day;
    }

    /** The same kind of value at another time on the wall. */
    default CalendarTime atWall(LocalDateTime wall) {
        return switch (this) {
            case Day _ -> new Day(wall.toLocalDate());
            case Floating _ -> new Floating(wall);
            case Zoned(_, var zone, var tzid) -> new Zoned(wall, zone, tzid);
        };
    }

    /** What its wall shows at an instant, midnight for a day. */
    default LocalDateTime wallAt(Instant instant, Zone own) {
        return switch (this) {
            case Day _ -> own.day(instant).atStartOfDay();
            case Floating _ -> own.local(instant);
            case Zoned(_, var zone, _) -> zone.local(instant);
        };
    }

    /**
     * The same kind of value for an instant; in UTC where its zone has no name for it: of an hour
     * that comes twice, the second.
     */
    default CalendarTime at(Instant instant, Zone own) {
        CalendarTime same = atWall(wallAt(instant, own));
        return this instanceof Zoned && !same.instant(own).equals(instant) ? utc(instant) : same;
    }

    /**
     * Later by a duration: days of a DURATION are days on the wall, the rest is exact (RFC 5545,
     * 3.3.6).
     */
    default CalendarTime plus(Span span) {
        LocalDateTime moved = wall().plusDays(span.days());
        return switch (this) {
            case Day _ -> new Day(moved.plus(span.time()).toLocalDate());
            case Floating _ -> new Floating(moved.plus(span.time()));
            case Zoned(_, var zone, _) ->
                    span.time().isZero()
                            ? atWall(moved)
                            : at(zone.instant(moved).plus(span.time()), zone);
        };
    }

    /** A DURATION (RFC 5545, 3.3.6): days on the wall and exact time. */
    record Span(long days, Duration time) {
        public static Span between(CalendarTime start, CalendarTime end, Zone own) {
            if (start.isDay() && end.isDay()) {
                return new Span(ChronoUnit.DAYS.between(start.wall(), end.wall()), Duration.ZERO);
            }
            return new Span(0, Duration.between(start.instant(own), end.instant(own)));
        }
    }
}
