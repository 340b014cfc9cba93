package org.imipagent.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A DATE or a DATE-TIME in one of its three forms (RFC 5545, 3.3.4 and 3.3.5). Each form has its
 * own methods: a switch over types would make classes at the start of every process.
 */
public sealed interface CalendarTime {

    /** A whole day, in whatever zone the reader lives. */
    record Day(LocalDate date) implements CalendarTime {

        @Override
        public Instant instant(Zone own) {
            return own.midnight(date);
        }

        @Override
        public LocalDateTime wall() {
            return date.atStartOfDay();
        }

        @Override
        public CalendarTime atWall(LocalDateTime wall) {
            return new Day(wall.toLocalDate());
        }

        @Override
        public LocalDateTime wallAt(Instant instant, Zone own) {
            return own.day(instant).atStartOfDay();
        }

        @Override
        public CalendarTime plus(Span span) {
            return new Day(wall().plusDays(span.days()).plus(span.time()).toLocalDate());
        }
    }

    /** A time on the wall, in whatever zone the reader lives. */
    record Floating(LocalDateTime local) implements CalendarTime {

        @Override
        public Instant instant(Zone own) {
            return own.instant(local);
        }

        @Override
        public LocalDateTime wall() {
            return local;
        }

        @Override
        public CalendarTime atWall(LocalDateTime wall) {
            return new Floating(wall);
        }

        @Override
        public LocalDateTime wallAt(Instant instant, Zone own) {
            return own.local(instant);
        }

        @Override
        public CalendarTime plus(Span span) {
            return new Floating(local.plusDays(span.days()).plus(span.time()));
        }
    }

    /**
     * A time in a zone; a time in UTC has {@link Zone#UTC}. The TZID is as it stood in the text.
     */
    record Zoned(LocalDateTime local, Zone zone, String tzid) implements CalendarTime {

        /** Whether it is written with Z; a VTIMEZONE without a name is a zone all the same. */
        public boolean isUtc() {
            return tzid.isEmpty() && zone.equals(Zone.UTC);
        }

        @Override
        public Instant instant(Zone own) {
            return zone.instant(local);
        }

        @Override
        public LocalDateTime wall() {
            return local;
        }

        @Override
        public CalendarTime atWall(LocalDateTime wall) {
            return new Zoned(wall, zone, tzid);
        }

        @Override
        public LocalDateTime wallAt(Instant instant, Zone own) {
            return zone.local(instant);
        }

        @Override
        public CalendarTime plus(Span span) {
            LocalDateTime moved = local.plusDays(span.days());
            return span.time().isZero()
                    ? atWall(moved)
                    : at(zone.instant(moved).plus(span.time()), zone);
        }
    }

    static CalendarTime utc(Instant instant) {
        return new Zoned(
                LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC),
                Zone.UTC,
                "");
    }

    /** The instant, where days and times without a zone are those of the given zone. */
    Instant instant(Zone own);

    /** What the wall shows, midnight for a day. */
    LocalDateTime wall();

    default boolean isDay() {
        return this instanceof Day;
    }

    /** The same kind of value at another time on the wall. */
    CalendarTime atWall(LocalDateTime wall);

    /** What its wall shows at an instant, midnight for a day. */
    LocalDateTime wallAt(Instant instant, Zone own);

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
    CalendarTime plus(Span span);

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
