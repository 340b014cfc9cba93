package org.imipagent.manager;

import java.time.LocalDate;
import java.util.List;
import org.imipagent.manager.templates.JtehoursGenerated;
import org.imipagent.text.Texts;
import org.imipagent.text.Word;

/** One day over its hours; a list where more happens at once than can be drawn. */
final class DayPage {

    private DayPage() {}

    static String html(Visit visit, List<Item> items, LocalDate date, String note) {
        HoursView view = view(visit, items, date, note);
        return Page.html(out -> JtehoursGenerated.render(out, null, view));
    }

    static HoursView view(Visit visit, List<Item> items, LocalDate date, String note) {
        Texts texts = visit.texts();
        String title = visit.dates().full(date);
        LocalDate week = CalendarPage.weekStart(date, texts.firstDayOfWeek());
        return Hours.view(
                visit,
                items,
                date,
                1,
                visit.frame(title, Frame.Place.CALENDAR),
                CalendarHead.of(
                        visit, View.DAY, date, title, CalendarPage.weekTitle(texts, week), note),
                texts.say(Word.EVENTS_OF, "time", title),
                Agenda.of(visit, items, date, date.plusDays(1), texts.say(Word.NOTHING_DAY)));
    }
}
