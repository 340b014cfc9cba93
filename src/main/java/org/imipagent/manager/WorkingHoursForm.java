package org.imipagent.manager;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.imipagent.cgi.Form;
import org.imipagent.manager.ProfileView.DayHours;
import org.imipagent.messages.MessageKey;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.WorkingHours;
import org.imipagent.settings.WorkingHours.Span;
import org.jspecify.annotations.Nullable;

/** The hours of a week as seven lines with two times each. */
final class WorkingHoursForm {

    private static final String MIDNIGHT = "00:00";
    private static final String END_OF_DAY = "24:00";

    private WorkingHoursForm() {}

    static boolean isIn(Form form) {
        return form.has(from(DayOfWeek.MONDAY));
    }

    /** The hours that were entered; null where a line is wrong. */
    static @Nullable WorkingHours read(Form form) {
        Map<DayOfWeek, Span> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String from = form.text(from(day)).strip();
            String to = form.text(to(day)).strip();
            if (!from.isEmpty() || !to.isEmpty()) {
                Span span = WorkingHours.span(from, to.equals(MIDNIGHT) ? END_OF_DAY : to);
                if (span == null) {
                    return null;
                }
                days.put(day, span);
            }
        }
        return new WorkingHours(days);
    }

    /** The lines as they were entered. */
    static List<DayHours> entered(PageContext context, Form form) {
        var lines = new ArrayList<DayHours>();
        for (DayOfWeek day : week(context)) {
            lines.add(line(context, day, form.text(from(day)), form.text(to(day))));
        }
        return lines;
    }

    /** The lines of the hours that hold. */
    static List<DayHours> of(PageContext context) {
        WorkingHours hours = context.preferences().value(PersonalPreferences.WORKING_HOURS);
        var lines = new ArrayList<DayHours>();
        for (DayOfWeek day : week(context)) {
            Span span = hours.on(day);
            String end = span == null ? "" : span.end();
            lines.add(
                    line(
                            context,
                            day,
                            span == null ? "" : span.start(),
                            end.equals(END_OF_DAY) ? MIDNIGHT : end));
        }
        return lines;
    }

    private static List<DayOfWeek> week(PageContext context) {
        var week = new ArrayList<DayOfWeek>();
        for (int i = 0; i < 7; i++) {
            week.add(DayOfWeek.of(context.firstDayOfWeek()).plus(i));
        }
        return week;
    }

    private static DayHours line(PageContext context, DayOfWeek day, String from, String to) {
        String name = context.dates().weekday(day.getValue());
        return new DayHours(
                name(day),
                name,
                from,
                context.texts().say(MessageKey.HOURS_FROM, "day", name),
                to,
                context.texts().say(MessageKey.HOURS_TO, "day", name));
    }

    /** Hours in words: "Mon–Thu 09:00–17:00, Fri 09:00–15:00". */
    static String words(PageContext context, WorkingHours hours) {
        var parts = new ArrayList<String>();
        for (int day = 1; day <= 7; day++) {
            Span span = hours.on(DayOfWeek.of(day));
            int last = day;
            while (span != null && last < 7 && span.equals(hours.on(DayOfWeek.of(last + 1)))) {
                last++;
            }
            if (span != null) {
                String first = context.dates().weekdayBrief(day);
                parts.add(
                        (last == day ? first : first + "–" + context.dates().weekdayBrief(last))
                                + " "
                                + context.dates().times(time(span.from()), time(span.to())));
            }
            day = last;
        }
        return parts.isEmpty() ? "–" : context.texts().joined(parts);
    }

    private static LocalTime time(int minutes) {
        return LocalTime.of(minutes / 60 % 24, minutes % 60);
    }

    private static String name(DayOfWeek day) {
        return PersonalPreferences.WORKING_HOURS.name() + "-" + day.getValue();
    }

    private static String from(DayOfWeek day) {
        return name(day) + "-from";
    }

    private static String to(DayOfWeek day) {
        return name(day) + "-to";
    }
}
