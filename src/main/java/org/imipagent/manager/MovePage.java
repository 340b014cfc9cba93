package org.imipagent.manager;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.VEvent;
import org.imipagent.cgi.Fields;
import org.imipagent.cgi.HttpResponse;

/**
 * An event as it was dragged to another time, {@code /event/UID?move=1} with {@link AskedTimes}: a
 * form that is filled in, for the person to confirm. Of one's own event it is the form of the
 * event, with what sending would do; of an invitation it proposes the time to the organiser.
 */
final class MovePage {

    /** The field of the query that asks for it. */
    static final String FIELD = "move";

    private MovePage() {}

    static HttpResponse show(PageContext context, EventContext subject) {
        if (subject.part().start() == null) {
            return EventPage.page(context, subject, EventPage.Attempt.NONE, 200);
        }
        return EditPage.isEditable(context, subject)
                ? edited(context, subject)
                : EventPage.page(context, subject, proposed(context, subject.part()), 200);
    }

    private static HttpResponse edited(PageContext context, EventContext subject) {
        EventFields shown = EditPage.Subject.of(subject).sheet(context);
        EventTimes times = AskedTimes.moved(context, subject.part(), shown.times());
        return times == null || times.isSame(shown.times())
                ? EditPage.show(context, subject)
                : EditController.shown(context, subject, shown.at(times));
    }

    private static EventPage.Attempt proposed(PageContext context, VEvent part) {
        CalendarTime start = Objects.requireNonNull(part.start());
        CalendarTime end = Objects.requireNonNull(part.end());
        Fields query = context.request().query();
        int days = AskedTimes.days(query, "days");
        int longer = AskedTimes.days(query, "longer");
        EventTimes asked = EventSlots.times(query.text("start"), query.text("end"));
        if (days == 0 && longer == 0 && (asked == null || asked.allDay() || start.isDay())) {
            return EventPage.Attempt.NONE;
        }
        return new EventPage.Attempt(
                "",
                "counter",
                asked == null
                        ? times(
                                later(ActionForms.shown(context, start, 0), days),
                                later(ActionForms.shown(context, end, 1), days + longer))
                        : times(
                                asked.startDate() + "T" + asked.startTime(),
                                asked.endDate() + "T" + asked.endTime()),
                Map.of());
    }

    private static Map<String, String> times(String start, String end) {
        return Map.of("start", start, "end", end);
    }

    /** What a field of a browser has, a date with or without a time, so many days later. */
    private static String later(String shown, int days) {
        LocalDate date = LocalDate.parse(shown.substring(0, 10)).plusDays(days);
        return date + shown.substring(10);
    }
}
