package org.imipagent.manager;

import java.util.List;
import org.imipagent.cgi.Form;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.itip.Verdict;
import org.imipagent.manager.templates.JteactivityGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.Activity;
import org.jspecify.annotations.Nullable;

/** What became of each mail and each click, newest first, in words people understand. */
final class ActivityPage {

    private static final int MOST = 200;

    private ActivityPage() {}

    static HttpResponse show(PageContext context) {
        return page(context, 200, "");
    }

    /** Takes back what an entry tells of: {@code action=restore} with the number of the entry. */
    static HttpResponse undo(PageContext context) {
        Form form = context.request().form();
        if (!form.text("action").equals("restore")) {
            return page(context, 422, context.texts().say(MessageKey.ERROR_ACTION));
        }
        long number = PageNotice.number(form.text("activity"));
        Activity done = context.reading().activityEntry(context.user(), number);
        return switch (context.manager()
                .undo()
                .apply(new UndoRequest(context.person(), number, ActionRequest.key(form)))) {
            case Outcome.Done(_, long activity) ->
                    HttpResponse.redirect(
                            303,
                            PageContext.telling(context.links(), next(context, done), activity));
            case Outcome.Stale _, Outcome.Refused _ ->
                    page(context, 409, context.texts().say(MessageKey.UNDO_TOO_LATE));
        };
    }

    /** The view that the person came from, or the page of the event as it is again. */
    private static String next(PageContext context, @Nullable Activity done) {
        Origin origin = context.origin();
        return origin != null || done == null || done.what().equals("save")
                ? ActionController.origin(context)
                : context.eventLink(done.uid(), done.id());
    }

    private static HttpResponse page(PageContext context, int status, String trouble) {
        ActivityView view =
                view(context, context.reading().activity(context.user(), MOST), trouble);
        return HttpResponse.html(
                status, Page.html(out -> JteactivityGenerated.render(out, null, view)));
    }

    static ActivityView view(PageContext context, List<Activity> activity, String trouble) {
        List<Long> undoable = context.reading().undoable(context.user());
        Messages texts = context.texts();
        String title = texts.say(MessageKey.ACTIVITY);
        return new ActivityView(
                context.frame(title, Frame.Place.ACTIVITY),
                title,
                trouble,
                texts.say(
                        activity.isEmpty()
                                ? MessageKey.NOTHING_HAPPENED
                                : MessageKey.ACTIVITY_INTRO),
                texts.say(MessageKey.COLUMN_WHEN),
                texts.say(MessageKey.COLUMN_WHAT),
                texts.say(MessageKey.COLUMN_EVENT),
                texts.say(MessageKey.COLUMN_FROM),
                activity.stream()
                        .map(a -> entry(context, a, undoable.contains(a.number())))
                        .toList());
    }

    /** For administrators, the same in every language: "REQUEST, invited". */
    private static String technical(String what, String word) {
        return what.isEmpty() ? word : what + ", " + word;
    }

    private static ActivityView.Entry entry(
            PageContext context, Activity activity, boolean undoable) {
        String summary = UntrustedText.line(activity.summary());
        boolean own = activity.source() == Activity.Source.MANAGER;
        String word = activity.verdict().word();
        return new ActivityView.Entry(
                context.dates().briefMoment(context.zone().local(activity.at())),
                PageContext.machine(activity.at()),
                own ? PageNotice.sentence(context, activity) : context.texts().happened(word),
                PageNotice.mail(context, activity),
                technical(UntrustedText.line(activity.what()), word),
                UntrustedText.line(activity.detail()),
                summary.isEmpty() && !activity.uid().isEmpty() ? context.title("") : summary,
                activity.uid().isEmpty() || activity.verdict() == Verdict.REMOVED
                        ? ""
                        : context.eventLink(activity.uid(), activity.id()),
                own ? context.texts().say(MessageKey.BY_YOU) : UntrustedText.line(activity.from()),
                activity.verdict().isRefusal(),
                undoable ? PageNotice.undo(context, activity) : null);
    }
}
