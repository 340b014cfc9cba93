package org.imipagent.manager;

import java.time.LocalDate;
import java.util.List;
import org.imipagent.manager.templates.JtehoursGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;

/** One day over its hours; a list where more happens at once than can be drawn. */
final class DayPage {

    private DayPage() {}

    static String html(PageContext context, List<Item> items, LocalDate date, String note) {
        HoursView view = view(context, items, date, note);
        return Page.html(out -> JtehoursGenerated.render(out, null, view));
    }

    static HoursView view(PageContext context, List<Item> items, LocalDate date, String note) {
        Messages texts = context.texts();
        String title = context.dates().full(date);
        LocalDate week = CalendarPage.weekStart(date, texts.firstDayOfWeek());
        return Hours.view(
                context,
                items,
                date,
                1,
                context.frame(title, Frame.Place.CALENDAR),
                CalendarHead.of(
                        context, View.DAY, date, title, CalendarPage.weekTitle(texts, week), note),
                texts.say(MessageKey.EVENTS_OF, "time", title),
                Agenda.of(
                        context, items, date, date.plusDays(1), texts.say(MessageKey.NOTHING_DAY)));
    }
}
