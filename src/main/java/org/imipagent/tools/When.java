package org.imipagent.tools;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/** A time on the command line: of RFC 3339, or a date, which means its midnight. */
sealed interface When {

    record At(Instant instant) implements When {}

    record Midnight(LocalDate day) implements When {}

    /** The year has four digits; there is no time without an offset. */
    Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    Pattern TIME =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    default Instant instant(Zone zone) {
        return switch (this) {
            case At(var instant) -> instant;
            case Midnight(var day) -> zone.midnight(day);
        };
    }

    /** The time of a text; null where it is none. */
    static @Nullable When read(String text) {
        String time = text.toUpperCase(Locale.ROOT);
        try {
            if (DATE.matcher(time).matches()) {
                return new Midnight(LocalDate.parse(time));
            }
            return TIME.matcher(time).matches()
                    ? new At(OffsetDateTime.parse(time).toInstant())
                    : null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** A time as commands write it: a day as a date, all else in UTC. */
    static String text(CalendarTime time, Zone own) {
        return switch (time) {
            case CalendarTime.Day(var date) -> date.toString();
            case CalendarTime.Floating _, CalendarTime.Zoned _ -> time.instant(own).toString();
        };
    }

    static @Nullable String text(@Nullable RecurrenceId id, Zone own) {
        return id == null ? null : text(id.time(), own);
    }
}
