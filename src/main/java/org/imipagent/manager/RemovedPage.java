package org.imipagent.manager;

import java.util.List;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.itip.Verdict;
import org.imipagent.manager.templates.JtefailedGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.store.Activity;
import org.jspecify.annotations.Nullable;

/**
 * The page of an event that the person removed: when that was, and as long as it can be undone the
 * button that brings it back. Still a 404: there is no event.
 */
final class RemovedPage {

    private static final int LOOKED_AT = 60;

    private RemovedPage() {}

    /** Null where the event that is asked for is kept, or was not removed by the person. */
    static @Nullable HttpResponse of(PageContext context) {
        String uid = context.request().segment("uid");
        boolean isPage =
                !context.request().wantsJson()
                        && context.reading().event(context.user(), uid) == null;
        Activity removal = isPage ? removal(context, uid) : null;
        if (removal == null) {
            return null;
        }
        FailedView view = view(context, removal);
        return HttpResponse.html(404, Page.html(out -> JtefailedGenerated.render(out, null, view)));
    }

    private static @Nullable Activity removal(PageContext context, String uid) {
        for (Activity each : context.reading().activity(context.user(), uid, LOOKED_AT)) {
            if (each.source() == Activity.Source.MANAGER && each.verdict() == Verdict.REMOVED) {
                return each;
            }
        }
        return null;
    }

    private static FailedView view(PageContext context, Activity removal) {
        String title = context.title(removal.summary());
        boolean isUndoable = context.reading().isUndoable(context.user(), removal.number());
        return new FailedView(
                context.frame(title, Frame.Place.NOWHERE),
                title,
                context.texts()
                        .say(
                                MessageKey.REMOVED_TEXT,
                                "time",
                                context.dates().briefMoment(context.zone().local(removal.at()))),
                List.of(),
                isUndoable ? PageNotice.undo(context, removal) : null,
                new Link(context.texts().say(MessageKey.GO_CALENDAR), context.links().to(), false));
    }
}
