package org.imipagent.manager;

import org.imipagent.cgi.HttpResponse;
import org.imipagent.itip.UserAction;
import org.imipagent.messages.MessageKey;

/**
 * The forms of an event. Fields: {@code action}, {@code comment}, {@code version}, {@code token};
 * {@code scope} (occurrence, future, series, or waiting for all dates that wait) on an occurrence's
 * page; {@code attendee} for somebody who was not invited or proposes something; {@code start},
 * {@code end}, {@code where} and {@code to} as {@link ActionFormReader} reads them; {@code
 * back=requests} to return there. What writes the event itself is {@link EditController}.
 */
final class ActionController {

    static final int LONGEST_COMMENT = 2000;

    private ActionController() {}

    static HttpResponse act(PageContext context) {
        EventContext subject = EventContext.of(context);
        if (EditController.ACTIONS.contains(context.request().form().text("action"))) {
            return EditController.change(context, subject);
        }
        var entered = new ActionFormReader(context, subject);
        UserAction act = entered.act();
        if (act == null) {
            return wrong(context, subject, entered);
        }
        return switch (context.manager()
                .agent()
                .apply(ActionRequest.of(context, subject.event().uid(), act))) {
            case Outcome.Done(_, long activity) ->
                    HttpResponse.redirect(
                            303,
                            PageContext.telling(
                                    context.links(), next(context, subject, act), activity));
            case Outcome.Stale _ -> stale(context, entered);
            case Outcome.Refused(var verdict) -> {
                entered.refused(act, verdict);
                yield wrong(context, subject, entered);
            }
        };
    }

    static String tooLong(PageContext context, String comment) {
        return context.texts()
                .say(
                        MessageKey.ERROR_COMMENT,
                        "n",
                        Integer.toString(comment.length()),
                        "most",
                        Integer.toString(LONGEST_COMMENT));
    }

    private static String next(PageContext context, EventContext subject, UserAction act) {
        if (context.request().form().text("back").equals("requests")) {
            return context.links().to("requests");
        }
        return switch (act) {
            case UserAction.Remove _ -> origin(context);
            case UserAction.Answer _,
                    UserAction.AnswerDates _,
                    UserAction.LetIn _,
                    UserAction.Refuse _,
                    UserAction.Delegate _,
                    UserAction.Propose _,
                    UserAction.Save _,
                    UserAction.SaveFrom _,
                    UserAction.SaveSeries _,
                    UserAction.Import _,
                    UserAction.AcceptCounter _,
                    UserAction.DeclineCounter _,
                    UserAction.CallOff _ ->
                    context.eventAction(subject.event().uid(), subject.id());
        };
    }

    /** The view that the person came from, where the page that was shown is no more. */
    static String origin(PageContext context) {
        Origin origin = context.origin();
        return origin == null ? context.links().to() : origin.link(context.links());
    }

    /** The event as it is now, read anew: another process has changed it since this one looked. */
    private static HttpResponse stale(PageContext context, ActionFormReader entered) {
        try (var fresh = context.manager().reading().get()) {
            var again =
                    new PageContext(
                            context.manager(),
                            context.request(),
                            fresh,
                            context.visitor(),
                            context.dates());
            var attempt = entered.attempt(context.texts().say(MessageKey.CONFLICT_TEXT));
            return EventPage.page(again, EventContext.of(again), attempt, 409);
        }
    }

    private static HttpResponse wrong(
            PageContext context, EventContext subject, ActionFormReader entered) {
        return EventPage.page(context, subject, entered.attempt(entered.notice()), 422);
    }
}
