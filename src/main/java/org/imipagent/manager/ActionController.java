package org.imipagent.manager;

import org.imipagent.cgi.Form;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.itip.UserAction;
import org.imipagent.messages.MessageKey;

/**
 * The forms of an event. Fields: {@code action}, {@code comment}, {@code version}, {@code token};
 * {@code scope} (occurrence, future or series) on an occurrence's page; {@code attendee} for
 * somebody who was not invited or proposes something; {@code start}, {@code end}, {@code where} and
 * {@code to} as {@link ActionFormReader} reads them; {@code back=requests} to return there. What
 * writes the event itself is {@link EditController}.
 */
final class ActionController {

    static final int LONGEST_COMMENT = 2000;

    private ActionController() {}

    static HttpResponse act(PageContext visit) {
        EventContext subject = EventContext.of(visit);
        if (EditController.ACTIONS.contains(visit.request().form().text("action"))) {
            return EditController.change(visit, subject);
        }
        var entered = new ActionFormReader(visit, subject);
        UserAction act = entered.act();
        if (act == null) {
            return wrong(visit, subject, entered);
        }
        return switch (visit.manager().agent().apply(click(visit, subject, act))) {
            case Outcome.Done _ -> HttpResponse.redirect(303, next(visit, subject, act));
            case Outcome.Stale _ -> stale(visit, entered);
            case Outcome.Refused(var verdict) -> {
                entered.refused(act, verdict);
                yield wrong(visit, subject, entered);
            }
        };
    }

    private static ActionRequest click(PageContext visit, EventContext subject, UserAction act) {
        Form form = visit.request().form();
        return new ActionRequest(
                visit.person(),
                subject.event().uid(),
                act,
                version(form.text("version")),
                Tokens.nonce(form.text(Site.TOKEN)));
    }

    static String tooLong(PageContext visit, String comment) {
        return visit.texts()
                .say(
                        MessageKey.ERROR_COMMENT,
                        "n",
                        Integer.toString(comment.length()),
                        "most",
                        Integer.toString(LONGEST_COMMENT));
    }

    /** A version that is no number is stale: no event has it. */
    static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static String next(PageContext visit, EventContext subject, UserAction act) {
        if (visit.request().form().text("back").equals("requests")) {
            return visit.links().to("requests");
        }
        return switch (act) {
            case UserAction.Remove _ -> visit.links().to();
            case UserAction.Answer _,
                    UserAction.LetIn _,
                    UserAction.Refuse _,
                    UserAction.Delegate _,
                    UserAction.Propose _,
                    UserAction.Save _,
                    UserAction.SaveFrom _,
                    UserAction.AcceptCounter _,
                    UserAction.DeclineCounter _,
                    UserAction.CallOff _ ->
                    visit.eventLink(subject.event().uid(), subject.id());
        };
    }

    /** The event as it is now, read anew: another process has changed it since this one looked. */
    private static HttpResponse stale(PageContext visit, ActionFormReader entered) {
        try (var fresh = visit.manager().reading().get()) {
            var again =
                    new PageContext(
                            visit.manager(),
                            visit.request(),
                            fresh,
                            visit.visitor(),
                            visit.dates());
            var attempt = entered.attempt(visit.texts().say(MessageKey.CONFLICT_TEXT));
            return EventPage.page(again, EventContext.of(again), attempt, 409);
        }
    }

    private static HttpResponse wrong(
            PageContext visit, EventContext subject, ActionFormReader entered) {
        return EventPage.page(visit, subject, entered.attempt(entered.notice()), 422);
    }
}
