package org.imipagent.manager;

import java.time.LocalDate;
import java.util.List;
import org.imipagent.manager.templates.JtelistGenerated;
import org.imipagent.messages.MessageKey;

/** Four weeks of events, one under the other. */
final class ListPage {

    private ListPage() {}

    static String html(PageContext visit, List<Item> items, LocalDate date, String note) {
        ListView view = view(visit, items, date, note);
        return Page.html(out -> JtelistGenerated.render(out, null, view));
    }

    static ListView view(PageContext visit, List<Item> items, LocalDate date, String note) {
        var range = CalendarPage.range(View.LIST, date, 1);
        LocalDate last = range.dayAfter().minusDays(1);
        String title = visit.dates().week(range.first(), last);
        String nothing =
                visit.texts()
                        .say(
                                MessageKey.NOTHING_LIST,
                                "from",
                                visit.dates().day(range.first()),
                                "to",
                                visit.dates().day(last));
        return new ListView(
                visit.frame(title, Frame.Place.CALENDAR),
                CalendarHead.of(visit, View.LIST, date, title, "", note),
                Agenda.of(visit, items, range.first(), range.dayAfter(), nothing));
    }
}
