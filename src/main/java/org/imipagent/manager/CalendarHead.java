package org.imipagent.manager;

import java.time.LocalDate;
import java.util.List;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the calendar: what is shown, the way to other times, and the other views.
 *
 * @param note what the reader should know of what is below; "" for nothing
 * @param previous null at the beginning of the calendar
 * @param next null at its end
 */
public record CalendarHead(
        String title,
        String detail,
        String note,
        @Nullable Link previous,
        Link today,
        @Nullable Link next,
        List<Link> views,
        Link create,
        String timeLabel,
        String viewLabel) {

    static CalendarHead of(
            PageContext visit,
            View view,
            LocalDate date,
            String title,
            String detail,
            String note) {
        Messages texts = visit.texts();
        return new CalendarHead(
                title,
                detail,
                note,
                to(visit, view, view.previous, CalendarPage.moved(view, date, -1)),
                new Link(
                        texts.say(MessageKey.TODAY),
                        CalendarPage.link(visit.links(), view, visit.today()),
                        CalendarPage.range(view, date, texts.firstDayOfWeek())
                                .contains(visit.today())),
                to(visit, view, view.next, CalendarPage.moved(view, date, 1)),
                List.of(
                        tab(visit, View.MONTH, view, date),
                        tab(visit, View.WEEK, view, date),
                        tab(visit, View.DAY, view, date),
                        tab(visit, View.LIST, view, date)),
                new Link(
                        texts.say(MessageKey.NEW_EVENT),
                        visit.links()
                                .withQuery(
                                        visit.links().to("new"),
                                        "date",
                                        firstShown(visit, view, date).toString()),
                        false),
                texts.say(MessageKey.NAV_TIME),
                texts.say(MessageKey.NAV_VIEW));
    }

    /** Today where it is shown; else the first day that is. */
    private static LocalDate firstShown(PageContext visit, View view, LocalDate date) {
        var shown = CalendarPage.range(view, date, visit.texts().firstDayOfWeek());
        return shown.contains(visit.today()) ? visit.today() : shown.first();
    }

    private static @Nullable Link to(
            PageContext visit, View view, MessageKey label, @Nullable LocalDate date) {
        return date == null
                ? null
                : new Link(
                        visit.texts().say(label),
                        CalendarPage.link(visit.links(), view, date),
                        false);
    }

    private static Link tab(PageContext visit, View view, View shown, LocalDate date) {
        return new Link(
                visit.texts().say(view.label),
                CalendarPage.link(visit.links(), view, date),
                view == shown);
    }
}
