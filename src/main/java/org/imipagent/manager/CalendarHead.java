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
        DateField date,
        String timeLabel,
        String viewLabel) {

    /**
     * The way to any other date in the same view.
     *
     * @param date the one that is shown, {@code 2026-11-03}
     */
    public record DateField(String action, String view, String date, String label, String button) {}

    static CalendarHead of(
            PageContext context,
            View view,
            LocalDate date,
            String title,
            String detail,
            String note) {
        Messages texts = context.texts();
        return new CalendarHead(
                title,
                detail,
                note,
                to(context, view, view.previous, CalendarPage.moved(view, date, -1)),
                new Link(
                        texts.say(MessageKey.TODAY),
                        CalendarPage.link(context.links(), view, context.today()),
                        CalendarPage.range(view, date, context.firstDayOfWeek())
                                .contains(context.today())),
                to(context, view, view.next, CalendarPage.moved(view, date, 1)),
                List.of(
                        tab(context, View.MONTH, view, date),
                        tab(context, View.WEEK, view, date),
                        tab(context, View.DAY, view, date),
                        tab(context, View.LIST, view, date)),
                new Link(
                        texts.say(MessageKey.NEW_EVENT),
                        context.links()
                                .withQuery(
                                        context.links().to("new"),
                                        "date",
                                        forNew(context, view, date).toString()),
                        false),
                new DateField(
                        context.links().to(),
                        view.name,
                        date.toString(),
                        texts.say(MessageKey.GO_TO_DATE),
                        texts.say(MessageKey.GO)),
                texts.say(MessageKey.NAV_TIME),
                texts.say(MessageKey.NAV_VIEW));
    }

    /**
     * The day that a new event is for: the one that was asked for. Where that is only the first of
     * those shown, as after a step to another month, today if it is among them.
     */
    private static LocalDate forNew(PageContext context, View view, LocalDate date) {
        var shown = CalendarPage.range(view, date, context.firstDayOfWeek());
        return date.equals(shown.first()) && shown.contains(context.today())
                ? context.today()
                : date;
    }

    private static @Nullable Link to(
            PageContext context, View view, MessageKey label, @Nullable LocalDate date) {
        return date == null
                ? null
                : new Link(
                        context.texts().say(label),
                        CalendarPage.link(context.links(), view, date),
                        false);
    }

    private static Link tab(PageContext context, View view, View shown, LocalDate date) {
        return new Link(
                context.texts().say(view.label),
                CalendarPage.link(context.links(), view, date),
                view == shown);
    }
}
