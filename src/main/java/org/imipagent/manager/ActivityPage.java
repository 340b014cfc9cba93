package org.imipagent.manager;

import java.util.List;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.manager.templates.JteactivityGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.Activity;

/** What became of each mail and each click, newest first, in words people understand. */
final class ActivityPage {

    private static final int MOST = 200;

    private ActivityPage() {}

    static HttpResponse show(PageContext context) {
        ActivityView view = view(context, context.reading().activity(context.user(), MOST));
        return HttpResponse.html(Page.html(out -> JteactivityGenerated.render(out, null, view)));
    }

    static ActivityView view(PageContext context, List<Activity> activity) {
        Messages texts = context.texts();
        String title = texts.say(MessageKey.ACTIVITY);
        return new ActivityView(
                context.frame(title, Frame.Place.ACTIVITY),
                title,
                texts.say(
                        activity.isEmpty()
                                ? MessageKey.NOTHING_HAPPENED
                                : MessageKey.ACTIVITY_INTRO),
                texts.say(MessageKey.COLUMN_WHEN),
                texts.say(MessageKey.COLUMN_WHAT),
                texts.say(MessageKey.COLUMN_EVENT),
                texts.say(MessageKey.COLUMN_FROM),
                activity.stream().map(a -> entry(context, a)).toList());
    }

    /** For administrators, the same in every language: "REQUEST, invited". */
    private static String technical(String what, String word) {
        return what.isEmpty() ? word : what + ", " + word;
    }

    private static ActivityView.Entry entry(PageContext context, Activity activity) {
        String summary = UntrustedText.line(activity.summary());
        boolean own = activity.source() == Activity.Source.MANAGER;
        String word = activity.verdict().word();
        return new ActivityView.Entry(
                context.dates().briefMoment(context.zone().local(activity.at())),
                PageContext.machine(activity.at()),
                context.texts().happened(word),
                technical(UntrustedText.line(activity.what()), word),
                UntrustedText.line(activity.detail()),
                summary.isEmpty() && !activity.uid().isEmpty() ? context.title("") : summary,
                activity.uid().isEmpty() ? "" : context.eventLink(activity.uid(), activity.id()),
                own ? context.texts().say(MessageKey.BY_YOU) : UntrustedText.line(activity.from()),
                activity.verdict().isRefusal());
    }
}
