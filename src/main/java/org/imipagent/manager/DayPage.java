package org.imipagent.manager;

import java.time.LocalDate;
import java.util.List;
import org.imipagent.manager.templates.JtehoursGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;

/** One day over its hours, and below them what more happens at once than can be drawn. */
final class DayPage {

    private DayPage() {}

    static String html(PageContext context, List<Item> items, LocalDate date, String note) {
        HoursView view = view(context, items, date, note);
        return Page.html(out -> JtehoursGenerated.render(out, null, view));
    }

    static HoursView view(PageContext context, List<Item> items, LocalDate date, String note) {
        Messages texts = context.texts();
        String title = context.dates().full(date);
        LocalDate week = CalendarPage.weekStart(date, context.firstDayOfWeek());
        return Hours.view(
                context,
                items,
                CalendarPage.range(View.DAY, date, context.firstDayOfWeek()),
                context.frame(title, Frame.Place.CALENDAR),
                CalendarHead.of(
                        context, View.DAY, date, title, CalendarPage.weekTitle(texts, week), note),
                texts.say(MessageKey.NOTHING_DAY));
    }
}
