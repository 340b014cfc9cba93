package org.imipagent.manager;

import java.util.List;
import org.imipagent.cgi.Response;
import org.imipagent.manager.templates.JteactivityGenerated;
import org.imipagent.store.Activity;
import org.imipagent.text.Texts;
import org.imipagent.text.Word;

/** What became of each mail and each click, newest first, in words people understand. */
final class ActivityPage {

    private static final int MOST = 200;

    private ActivityPage() {}

    static Response show(Visit visit) {
        ActivityView view = view(visit, visit.reading().activity(visit.user(), MOST));
        return Response.html(Page.html(out -> JteactivityGenerated.render(out, null, view)));
    }

    static ActivityView view(Visit visit, List<Activity> activity) {
        Texts texts = visit.texts();
        String title = texts.say(Word.ACTIVITY);
        return new ActivityView(
                visit.frame(title, Frame.Place.ACTIVITY),
                title,
                texts.say(activity.isEmpty() ? Word.NOTHING_HAPPENED : Word.ACTIVITY_INTRO),
                texts.say(Word.COLUMN_WHEN),
                texts.say(Word.COLUMN_WHAT),
                texts.say(Word.COLUMN_EVENT),
                texts.say(Word.COLUMN_FROM),
                activity.stream().map(a -> entry(visit, a)).toList());
    }

    /** For administrators, the same in every language: "REQUEST, invited". */
    private static String technical(String what, String word) {
        return what.isEmpty() ? word : what + ", " + word;
    }

    private static ActivityView.Entry entry(Visit visit, Activity activity) {
        String summary = Strangers.line(activity.summary());
        boolean own = activity.source() == Activity.Source.MANAGER;
        String word = activity.verdict().word();
        return new ActivityView.Entry(
                visit.dates().briefMoment(visit.zone().local(activity.at())),
                Visit.machine(activity.at()),
                visit.texts().happened(word),
                technical(Strangers.line(activity.what()), word),
                Strangers.line(activity.detail()),
                summary.isEmpty() && !activity.uid().isEmpty() ? visit.title("") : summary,
                activity.uid().isEmpty() ? "" : visit.eventLink(activity.uid(), activity.id()),
                own ? visit.texts().say(Word.BY_YOU) : Strangers.line(activity.from()),
                activity.verdict().isRefusal());
    }
}
