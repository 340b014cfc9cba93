package org.imipagent.manager;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.cgi.Fields;
import org.imipagent.settings.PersonalPreferences;
import org.jspecify.annotations.Nullable;

/**
 * The times that an address asks a form to begin with. {@code
 * start=2026-11-03T10:00&end=2026-11-03T11:30} is on the person's clock; days alone are whole days,
 * the last one included; a start with a time and no end is of the usual length. For an event that
 * there is, {@code days=-3} is three days earlier, at the same time and as long, and {@code
 * longer=2} ends two days later. What cannot be read asks for nothing: a form shows what becomes of
 * it, and nothing has happened yet.
 */
final class AskedTimes {

    /** A hundred years, about. */
    private static final int MOST_DAYS = 36_600;

    private AskedTimes() {}

    /** Of a new event; null where nothing is asked for. */
    static @Nullable EventTimes of(PageContext context, Fields query) {
        String start = query.text("start");
        LocalDateTime from = moment(start);
        return query.has("end") || from == null
                ? EventSlots.times(start, query.text("end"))
                : timed(
                        from,
                        from.plus(context.preferences().value(PersonalPreferences.EVENT_LENGTH)));
    }

    /**
     * Of an event that is moved, in the zone of its form; null where nothing is asked for.
     *
     * @param shown when it takes place
     */
    static @Nullable EventTimes moved(PageContext context, VEvent part, EventTimes shown) {
        Fields query = context.request().query();
        int days = days(query, "days");
        int longer = days(query, "longer");
        if (days != 0 || longer != 0) {
            return shown.later(days).longer(longer);
        }
        EventTimes asked = EventSlots.times(query.text("start"), query.text("end"));
        Zone zone = EventFields.zone(context, part);
        return asked == null || asked.allDay() || zone.equals(context.zone())
                ? asked
                : timed(
                        there(context, zone, asked.startDate(), asked.startTime()),
                        there(context, zone, asked.endDate(), asked.endTime()));
    }

    /** What a clock in a zone shows when the person's shows this. */
    private static LocalDateTime there(PageContext context, Zone zone, String date, String time) {
        return zone.local(
                context.zone().instant(LocalDate.parse(date).atTime(LocalTime.parse(time))));
    }

    /** How many days; 0 where that is not asked for, or would be out of the calendar. */
    static int days(Fields query, String name) {
        try {
            int days = Integer.parseInt(query.text(name));
            return Math.abs(days) > MOST_DAYS ? 0 : days;
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static EventTimes timed(LocalDateTime from, LocalDateTime to) {
        return new EventTimes(
                false,
                from.toLocalDate().toString(),
                from.toLocalTime().toString(),
                to.toLocalDate().toString(),
                to.toLocalTime().toString());
    }

    /** A date and a time, {@code 2026-11-03T10:00}; null for anything else. */
    private static @Nullable LocalDateTime moment(String text) {
        if (text.length() < 11 || text.charAt(10) != 'T') {
            return null;
        }
        LocalDate day = CalendarPage.read(text.substring(0, 10));
        LocalTime time = EventTimes.clock(text.substring(11));
        return day == null || time == null ? null : day.atTime(time);
    }
}
