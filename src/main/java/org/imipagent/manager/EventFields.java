package org.imipagent.manager;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
 * @param people one a line: {@code anna@example.com} or {@code Anna <anna@example.com>}
 */
public record EventFields(
        String title,
        EventTimes times,
        String place,
        String description,
        String people,
        SimpleRecurrence rhythm,
        EventOptions details) {

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
        return blank(
                new EventTimes(
                        false,
                        day.toString(),
                        start.toLocalTime().toString(),
                        end.toLocalDate().toString(),
                        end.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString()),
                "");
    }

    static EventFields blank(EventTimes times, String people) {
        return new EventFields("", times, "", "", people, SimpleRecurrence.ONCE, EventOptions.NONE);
    }

    /**
     * An event as it is.
     *
     * @param series whose rule it repeats by; null for none
     */
    static EventFields of(PageContext context, VEvent part, @Nullable VEvent series) {
        return new EventFields(
                line(part.summary()),
                times(context, part),
                line(part.location()),
                lines(part.description()),
                people(context, part),
                series == null
                        ? SimpleRecurrence.ONCE
                        : SimpleRecurrence.of(
                                series, zone(context, series), context.firstDayOfWeek()),
                EventOptions.of(part));
    }

    private static EventTimes times(PageContext context, VEvent part) {
        LocalDateTime start = local(context, part, part.start());
        LocalDateTime end = local(context, part, part.end());
        boolean days = part.start() instanceof CalendarTime.Day;
        return new EventTimes(
                days,
                start.toLocalDate().toString(),
                days ? LocalTime.of(FIRST_HOUR, 0).toString() : minutes(start),
                end.toLocalDate().minusDays(days ? 1 : 0).toString(),
                days ? LocalTime.of(FIRST_HOUR + 1, 0).toString() : minutes(end));
    }

    /**
     * What was typed. Where the start alone was changed, the end moves along.
     *
     * @param shown what the form was made with: a form for one time has no rule in it
     */
    static EventFields typed(Form form, EventFields shown) {
        EventTimes given = given(form);
        EventTimes with = EventTimes.read(form.text(EventTimes.FIELD));
        return new EventFields(
                line(form.text("title")),
                with == null ? given : given.following(with),
                line(form.text("place")),
                lines(form.text("description")),
                people(form, shown),
                rhythm(form, shown, given, with),
                details(form, shown.details()));
    }

    /** The times as they came. */
    static EventTimes given(Form form) {
        return new EventTimes(
                form.has("all-day"),
                form.text("start-date").strip(),
                form.text("start-time").strip(),
                form.text("end-date").strip(),
                form.text("end-time").strip());
    }

    /** What a form has no fields of stays as it is shown. */
    private static SimpleRecurrence rhythm(
            Form form, EventFields fields, EventTimes given, @Nullable EventTimes with) {
        SimpleRecurrence shown = fields.rhythm();
        String repeat = form.text("repeat");
        if (!form.has("repeat")) {
            return shown.days().isEmpty()
                    ? shown
                    : shown.withDays(following(shown.days(), given, fields.times()));
        }
        if (repeat.equals(SimpleRecurrence.NONE) || repeat.equals(SimpleRecurrence.KEEP)) {
            return SimpleRecurrence.plain(repeat);
        }
        boolean isWhole = form.has("every");
        return new SimpleRecurrence(
                repeat,
                isWhole ? form.text("every").strip() : shown.every(),
                !repeat.equals("weekly")
                        ? List.of()
                        : isWhole
                                ? following(days(form), given, with)
                                : following(shown.days(), given, fields.times()),
                isWhole ? form.text("by") : shown.by(),
                form.text("until").strip(),
                form.text("times").strip(),
                isWhole ? dates(form, "skip") : shown.skipped(),
                isWhole ? dates(form, "also") : shown.added());
    }

    /** Those that were ticked, in their order. */
    private static List<String> days(Form form) {
        var days = new ArrayList<String>();
        List<String> chosen = form.all("day");
        for (String day : SimpleRecurrence.DAYS) {
            if (chosen.contains(day)) {
                days.add(day);
            }
        }
        return days;
    }

    /** The one day of the start goes along with it, and none is that day. */
    private static List<String> following(
            List<String> days, EventTimes given, @Nullable EventTimes with) {
        LocalDate was = with == null ? null : CalendarPage.read(with.startDate());
        LocalDate is = CalendarPage.read(given.startDate());
        boolean follows =
                days.isEmpty() || (was != null && days.equals(List.of(SimpleRecurrence.day(was))));
        return follows && is != null ? List.of(SimpleRecurrence.day(is)) : days;
    }

    /** Those that were typed, sorted, each once. */
    private static List<String> dates(Form form, String name) {
        var dates = new TreeSet<String>();
        for (String date : form.all(name)) {
            if (!date.isBlank()) {
                dates.add(date.strip());
            }
        }
        return List.copyOf(dates);
    }

    /** What a form has no field of stays as it is shown. */
    private static EventOptions details(Form form, EventOptions shown) {
        return new EventOptions(
                line(or(form, "link", shown.link())),
                line(or(form, "categories", shown.categories())),
                or(form, "colour", shown.colour()),
                or(form, "busy", shown.busy()),
                or(form, "class", shown.visibility()),
                or(form, "reminder", shown.reminder()));
    }

    private static String or(Form form, String field, String shown) {
        return form.has(field) ? form.text(field) : shown;
    }

    /** Those ticked in the list, and those to be added: one a line, or several. */
    private static String people(Form form, EventFields shown) {
        List<String> before = shown.people().lines().toList();
        var lines = new ArrayList<String>();
        String typed =
                lines(String.join("\n", form.all("people"))) + "\n" + lines(form.text("guest"));
        for (String line : typed.lines().toList()) {
            if (before.contains(line.strip())) {
                lines.add(line.strip());
            } else {
                lines.addAll(Invitee.split(line));
            }
        }
        return String.join("\n", lines);
    }

    /** By the names that they have in the form. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", title);
        fields.put("all-day", times.allDay() ? "yes" : "");
        fields.put("start-date", times.startDate());
        fields.put("start-time", times.startTime());
        fields.put("end-date", times.endDate());
        fields.put("end-time", times.endTime());
        fields.put("place", place);
        fields.put("description", description);
        fields.put("people", people);
        fields.put("repeat", rhythm.repeat());
        fields.put("every", rhythm.every());
        fields.put("day", String.join(",", rhythm.days()));
        fields.put("by", rhythm.by());
        fields.put("until", rhythm.until());
        fields.put("times", rhythm.times());
        fields.put("skip", String.join(",", rhythm.skipped()));
        fields.put("also", String.join(",", rhythm.added()));
        fields.put("link", details.link());
        fields.put("categories", details.categories());
        fields.put("colour", details.colour());
        fields.put("busy", details.busy());
        fields.put("class", details.visibility());
        fields.put("reminder", details.reminder());
        return fields;
    }

    /** Of {@link #fields}. */
    static EventFields of(Map<String, String> fields) {
        UnaryOperator<String> field = name -> fields.getOrDefault(name, "");
        return new EventFields(
                field.apply("title"),
                new EventTimes(
                        !field.apply("all-day").isEmpty(),
                        field.apply("start-date"),
                        field.apply("start-time"),
                        field.apply("end-date"),
                        field.apply("end-time")),
                field.apply("place"),
                field.apply("description"),
                field.apply("people"),
                new SimpleRecurrence(
                        field.apply("repeat"),
                        field.apply("every"),
                        list(field.apply("day")),
                        field.apply("by"),
                        field.apply("until"),
                        field.apply("times"),
                        list(field.apply("skip")),
                        list(field.apply("also"))),
                new EventOptions(
                        field.apply("link"),
                        field.apply("categories"),
                        field.apply("colour"),
                        field.apply("busy"),
                        field.apply("class"),
                        field.apply("reminder")));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    EventFields withRhythm(SimpleRecurrence rhythm) {
        return new EventFields(title, times, place, description, people, rhythm, details);
    }

    EventFields withPeople(String people) {
        return new EventFields(title, times, place, description, people, rhythm, details);
    }

    /** At another time: the one weekday of a weekly rule goes along. */
    EventFields at(EventTimes slot) {
        SimpleRecurrence moved =
                rhythm.days().isEmpty()
                        ? rhythm
                        : rhythm.withDays(following(rhythm.days(), slot, times));
        return with(slot).withRhythm(moved);
    }

    EventFields with(EventTimes times) {
        return new EventFields(title, times, place, description, people, rhythm, details);
    }

    /** The zone that the times stand in: the event's own, else the person's. */
    static Zone zone(PageContext context, @Nullable VEvent part) {
        return part != null
                        && part.start() instanceof CalendarTime.Zoned(_, var zone, _)
                        && !zone.equals(Zone.UTC)
                ? zone
                : context.zone();
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
