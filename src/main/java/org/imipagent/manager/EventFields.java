package org.imipagent.manager;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.OneLine;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.cgi.Form;
import org.imipagent.settings.PersonalPreferences;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of an event, field by field, as a browser has it.
 *
 * @param endDate the last day, also of an event of whole days
 * @param people one a line: {@code anna@example.com} or {@code Anna <anna@example.com>}
 */
public record EventFields(
        String title,
        boolean allDay,
        String startDate,
        String startTime,
        String endDate,
        String endTime,
        String place,
        String description,
        String people,
        SimpleRecurrence rhythm) {

    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 22;

    /** For a new event: an hour of that day, the next one where it is today. */
    static EventFields blank(PageContext context, LocalDate day) {
        LocalDateTime now = context.zone().local(context.now());
        int hour =
                day.equals(now.toLocalDate()) ? Math.min(now.getHour() + 1, LAST_HOUR) : FIRST_HOUR;
        LocalDateTime start = day.atTime(hour, 0);
        LocalDateTime end =
                start.plus(context.preferences().value(PersonalPreferences.EVENT_LENGTH));
        return new EventFields(
                "",
                false,
                day.toString(),
                LocalTime.of(hour, 0).toString(),
                end.toLocalDate().toString(),
                end.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                "",
                "",
                "",
                SimpleRecurrence.ONCE);
    }

    /**
     * An event as it is.
     *
     * @param series whose rule it repeats by; null for none
     */
    static EventFields of(PageContext context, VEvent part, @Nullable VEvent series) {
        LocalDateTime start = local(context, part, part.start());
        LocalDateTime end = local(context, part, part.end());
        boolean days = part.start() instanceof CalendarTime.Day;
        return new EventFields(
                line(part.summary()),
                days,
                start.toLocalDate().toString(),
                days ? LocalTime.of(FIRST_HOUR, 0).toString() : minutes(start),
                end.toLocalDate().minusDays(days ? 1 : 0).toString(),
                days ? LocalTime.of(FIRST_HOUR + 1, 0).toString() : minutes(end),
                line(part.location()),
                lines(part.description()),
                people(context, part),
                series == null
                        ? SimpleRecurrence.ONCE
                        : SimpleRecurrence.of(series, zone(context, series)));
    }

    /**
     * What was typed.
     *
     * @param shown what the form was made with: a form for one time has no rule in it
     */
    static EventFields typed(Form form, EventFields shown) {
        return new EventFields(
                line(form.text("title")),
                form.has("all-day"),
                form.text("start-date").strip(),
                form.text("start-time").strip(),
                form.text("end-date").strip(),
                form.text("end-time").strip(),
                line(form.text("place")),
                lines(form.text("description")),
                lines(form.text("people")),
                form.has("repeat")
                        ? new SimpleRecurrence(
                                form.text("repeat"),
                                form.text("until").strip(),
                                form.text("times").strip())
                        : shown.rhythm());
    }

    /** By the names that they have in the form. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", title);
        fields.put("all-day", allDay ? "yes" : "");
        fields.put("start-date", startDate);
        fields.put("start-time", startTime);
        fields.put("end-date", endDate);
        fields.put("end-time", endTime);
        fields.put("place", place);
        fields.put("description", description);
        fields.put("people", people);
        fields.put("repeat", rhythm.repeat());
        fields.put("until", rhythm.until());
        fields.put("times", rhythm.times());
        return fields;
    }

    /** Of {@link #fields}. */
    static EventFields of(Map<String, String> fields) {
        UnaryOperator<String> field = name -> fields.getOrDefault(name, "");
        return new EventFields(
                field.apply("title"),
                !field.apply("all-day").isEmpty(),
                field.apply("start-date"),
                field.apply("start-time"),
                field.apply("end-date"),
                field.apply("end-time"),
                field.apply("place"),
                field.apply("description"),
                field.apply("people"),
                new SimpleRecurrence(
                        field.apply("repeat"), field.apply("until"), field.apply("times")));
    }

    /** The zone that the times stand in: the event's own, else the person's. */
    static Zone zone(PageContext context, @Nullable VEvent part) {
        return part != null
                        && part.start() instanceof CalendarTime.Zoned(_, var zone, _)
                        && !zone.equals(Zone.UTC)
                ? zone
                : context.zone();
    }

    boolean isSameTime(EventFields other) {
        return allDay == other.allDay
                && startDate.equals(other.startDate)
                && endDate.equals(other.endDate)
                && (allDay || (startTime.equals(other.startTime) && endTime.equals(other.endTime)));
    }

    private static LocalDateTime local(
            PageContext context, VEvent part, @Nullable CalendarTime time) {
        return time == null
                ? context.zone().local(context.now())
                : EventFormReader.local(time, zone(context, part));
    }

    private static String minutes(LocalDateTime time) {
        return time.toLocalTime().withSecond(0).withNano(0).toString();
    }

    private static String people(PageContext context, VEvent part) {
        return part.attendees().stream()
                .filter(a -> !context.person().is(a.address()))
                .map(Invitee::line)
                .collect(Collectors.joining("\n"));
    }

    /** Controls have no place in a line, and browsers drop its ends. */
    private static String line(String text) {
        return OneLine.plain(text).strip();
    }

    /** Browsers write lines with CR LF. */
    private static String lines(String text) {
        var lines = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .chars()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(c -> lines.append((char) c));
        return lines.toString().strip();
    }
}
