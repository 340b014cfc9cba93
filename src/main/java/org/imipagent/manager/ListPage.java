package org.imipagent.manager;

import java.time.LocalDate;
import org.imipagent.manager.templates.JtelistGenerated;
import org.imipagent.messages.MessageKey;

/** Four weeks of events, one under the other. */
final class ListPage {

    private ListPage() {}

    static String html(PageContext context, DayItems items, LocalDate date, String note) {
        ListView view = view(context, items, date, note);
        return Page.html(out -> JtelistGenerated.render(out, null, view));
    }

    static ListView view(PageContext context, DayItems items, LocalDate date, String note) {
        var range = CalendarPage.range(View.LIST, date, 1);
        LocalDate last = range.dayAfter().minusDays(1);
        String title = context.dates().week(range.first(), last);
        String nothing =
                context.texts()
                        .say(
                                MessageKey.NOTHING_LIST,
                                "from",
                                context.dates().day(range.first()),
                                "to",
                                context.dates().day(last));
        return new ListView(
                context.frame(title, Frame.Place.CALENDAR),
                CalendarHead.of(context, View.LIST, date, title, "", note),
                Agenda.of(context, items, range.first(), range.dayAfter(), nothing));
    }
}
