package org.imipagent.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in the English of mail, in UTC. */
final class MailDate {

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private static final Pattern DATE =
            Pattern.compile(
                    "(?:[A-Za-z]{3,9},? *)?(\\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}[ -](\\d{2,4})"
                            + " (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([+-]\\d{4}|[A-Za-z]{1,5}))?"
                            + "(?: ?\\(.*)?");

    private MailDate() {}

    /** The instant of a Date field, old forms too (RFC 5322, 4.3); null where it is none. */
    static @Nullable Instant read(String field) {
        Matcher date = DATE.matcher(field.strip().replaceAll("\\s+", " "));
        int month = date.matches() ? MONTHS.indexOf(capital(date.group(2))) : -1;
        if (month < 0 || month % 3 != 0) {
            return null;
        }
        String second = date.group(6);
        try {
            return LocalDateTime.of(
                            fullYear(date.group(3)),
                            month / 3 + 1,
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(4)),
                            Integer.parseInt(date.group(5)),
                            second == null ? 0 : Math.min(59, Integer.parseInt(second)))
                    .toInstant(offset(date.group(7)));
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 2 -> year < 50 ? 2000 + year : 1900 + year;
            case 3 -> 1900 + year;
            default -> year;
        };
    }

    /** Zones by name are those of RFC 822; what others mean nobody knows. */
    private static ZoneOffset offset(@Nullable String zone) {
        return switch (zone == null ? "" : zone.toUpperCase(Locale.ROOT)) {
            case "EDT" -> ZoneOffset.ofHours(-4);
            case "EST", "CDT" -> ZoneOffset.ofHours(-5);
            case "CST", "MDT" -> ZoneOffset.ofHours(-6);
            case "MST", "PDT" -> ZoneOffset.ofHours(-7);
            case "PST" -> ZoneOffset.ofHours(-8);
            default ->
                    zone == null || Character.isLetter(zone.charAt(0))
                            ? ZoneOffset.UTC
                            : ZoneOffset.of(zone);
        };
    }

    /** {@code Sun, 22 Nov 2026 17:05:00 +0000} (RFC 5322, 3.3). */
    static String rfc5322(Instant instant) {
        OffsetDateTime date = instant.atOffset(ZoneOffset.UTC);
        return day(date)
                + ", "
                + two(date.getDayOfMonth())
                + ' '
                + month(date)
                + ' '
                + year(date)
                + ' '
                + time(date)
                + " +0000";
    }

    /** {@code Sun Nov 22 17:05:00 2026}, as in the "From " line of an mbox. */
    static String mbox(Instant instant) {
        OffsetDateTime date = instant.atOffset(ZoneOffset.UTC);
        int day = date.getDayOfMonth();
        return day(date)
                + ' '
                + month(date)
                + ' '
                + (day < 10 ? " " : "")
                + day
                + ' '
                + time(date)
                + ' '
                + year(date);
    }

    private static String day(OffsetDateTime date) {
        int day = date.getDayOfWeek().getValue() * 3;
        return DAYS.substring(day - 3, day);
    }

    private static String month(OffsetDateTime date) {
        int month = date.getMonthValue() * 3;
        return MONTHS.substring(month - 3, month);
    }

    private static String year(OffsetDateTime date) {
        int year = Math.clamp(date.getYear(), 0, 9999);
        return two(year / 100) + two(year % 100);
    }

    private static String time(OffsetDateTime date) {
        return two(date.getHour()) + ':' + two(date.getMinute()) + ':' + two(date.getSecond());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
