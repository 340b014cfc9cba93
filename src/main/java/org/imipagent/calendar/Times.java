package org.imipagent.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.imipagent.calendar.CalendarTime.Day;
import org.imipagent.calendar.CalendarTime.Floating;
import org.imipagent.calendar.CalendarTime.Span;
import org.imipagent.calendar.CalendarTime.Zoned;
import org.jspecify.annotations.Nullable;

/**
 * The value types DATE, DATE-TIME and DURATION (RFC 5545, 3.3.4 to 3.3.6): text to values and back.
 */
public final class Times {

    private static final int END_OF_DAY = 240_000;

    /** Years have four digits. */
    private static final int LAST_YEAR = 9999;

    private Times() {}

    /** Whether a date-time says 24:00:00, which is midnight of the next day. */
    public static boolean isEndOfDay(String value) {
        return value.regionMatches(true, 8, "T240000", 0, 7);
    }

    /**
     * The time a property holds, or null where its value is none. A TZID not in the zones gives a
     * floating time.
     */
    public static @Nullable CalendarTime read(Property property, Zones zones) {
        return read(property.value(), property.parameter("TZID"), zones);
    }

    public static @Nullable CalendarTime read(String value, @Nullable String tzid, Zones zones) {
        String text = value.strip();
        boolean utc = text.endsWith("Z") || text.endsWith("z");
        LocalDateTime local = local(utc ? text.substring(0, text.length() - 1) : text);
        if (local == null) {
            return null;
        }
        if (text.length() == 8) {
            return new Day(local.toLocalDate());
        }
        if (utc) {
            return new Zoned(local, Zone.UTC, "");
        }
        Zone zone = tzid == null ? null : zones.zone(tzid);
        return tzid == null || zone == null ? new Floating(local) : new Zoned(local, zone, tzid);
    }

    /**
     * Reads {@code 20261231} or {@code 20261231T235959}; second 60 is read as 59, and 24:00:00,
     * which RFC 5545 does not have, as midnight of the next day.
     */
    private static @Nullable LocalDateTime local(String text) {
        if (text.length() != 8
                && (text.length() != 15 || Character.toUpperCase(text.charAt(8)) != 'T')) {
            return null;
        }
        int date = digits(text, 0, 8);
        int time = text.length() == 8 ? 0 : digits(text, 9, 15);
        if (date < 0 || time < 0) {
            return null;
        }
        try {
            LocalDate day = LocalDate.of(date / 10000, date / 100 % 100, date % 100);
            if (time == END_OF_DAY) {
                LocalDateTime next = day.plusDays(1).atStartOfDay();
                return next.getYear() > LAST_YEAR ? null : next;
            }
            return day.atTime(time / 10000, time / 100 % 100, Math.min(time % 100, 59));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** A property of a name with a time as its value, and the VALUE or TZID that belong to it. */
    public static Property write(String name, CalendarTime time) {
        if (time instanceof Day(var date)) {
            return Property.of(name, date(date)).with("VALUE", "DATE");
        }
        String wall = dateTime(time.wall());
        if (!(time instanceof Zoned zoned)) {
            return Property.of(name, wall);
        }
        return zoned.isUtc()
                ? Property.of(name, wall + "Z")
                : Property.of(name, wall).with("TZID", zoned.tzid());
    }

    /** {@code 20261231} */
    public static String date(LocalDate date) {
        var text = new StringBuilder(8);
        padded(text, date.getYear(), 4);
        padded(text, date.getMonthValue(), 2);
        padded(text, date.getDayOfMonth(), 2);
        return text.toString();
    }

    /** {@code 20261231T235959} */
    public static String dateTime(LocalDateTime local) {
        var text = new StringBuilder(15).append(date(local.toLocalDate())).append('T');
        padded(text, local.getHour(), 2);
        padded(text, local.getMinute(), 2);
        padded(text, local.getSecond(), 2);
        return text.toString();
    }

    private static void padded(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        text.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }

    /** More than there are in the years that can be written. */
    private static final long MOST_DAYS = 4_000_000;

    /**
     * A DURATION that is neither negative nor longer than all years, or null. Weeks and days are
     * days on the wall.
     */
    public static @Nullable Span duration(String value) {
        String text = value.strip();
        int i = text.startsWith("+") ? 1 : 0;
        if (text.length() < i + 2 || Character.toUpperCase(text.charAt(i)) != 'P') {
            return null;
        }
        long days = 0;
        long seconds = 0;
        long number = -1;
        for (char given : text.substring(i + 1).toCharArray()) {
            char c = Character.toUpperCase(given);
            if (c >= '0' && c <= '9') {
                number = Math.max(number, 0) * 10 + (c - '0');
                if (number > 1_000_000_000L) {
                    return null;
                }
                continue;
            }
            if (c == 'T' && number < 0) {
                continue;
            }
            if (number < 0) {
                return null;
            }
            switch (c) {
                case 'W' -> days += 7 * number;
                case 'D' -> days += number;
                case 'H' -> seconds += 3600 * number;
                case 'M' -> seconds += 60 * number;
                case 'S' -> seconds += number;
                default -> {
                    return null;
                }
            }
            number = -1;
        }
        boolean long_ = days > MOST_DAYS || seconds > (MOST_DAYS - days) * 86_400;
        return number >= 0 || long_ ? null : new Span(days, Duration.ofSeconds(seconds));
    }
}
