package org.imipagent.manager;

import java.time.LocalDate;
import java.util.List;
import org.imipagent.manager.templates.JtehoursGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;

/** Seven days over their hours. */
final class WeekPage {

    private WeekPage() {}

    static String html(PageContext context, List<Item> items, LocalDate date, String note) {
        HoursView view = view(context, items, date, note);
        return Page.html(out -> JtehoursGenerated.render(out, null, view));
    }

    static HoursView view(PageContext context, List<Item> items, LocalDate date, String note) {
        Messages texts = context.texts();
        var range = CalendarPage.range(View.WEEK, date, context.firstDayOfWeek());
        String title = context.dates().week(range.first(), range.dayAfter().minusDays(1));
        String week = CalendarPage.weekTitle(texts, range.first());
        return Hours.view(
                context,
                items,
                range,
                context.frame(context.joined(title, week), Frame.Place.CALENDAR),
                CalendarHead.of(context, View.WEEK, date, title, week, note),
                texts.say(MessageKey.NOTHING_WEEK));
    }
}
