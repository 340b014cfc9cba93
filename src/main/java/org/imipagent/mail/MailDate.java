package org.imipagent.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Dates in the English of mail, in UTC. */
final class MailDate {

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private MailDate() {}

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
