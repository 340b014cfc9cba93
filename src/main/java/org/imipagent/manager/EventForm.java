package org.imipagent.manager;

import org.imipagent.cgi.Form;
import org.imipagent.cgi.Response;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.itip.Act;
import org.imipagent.text.Word;

/**
 * The forms of an event. Fields: {@code action}, {@code comment}, {@code version}, {@code token};
 * {@code scope} (occurrence, future or series) on an occurrence's page; {@code attendee} for
 * somebody who was not invited or proposes something; {@code start}, {@code end}, {@code where} and
 * {@code to} as {@link Entered} reads them; {@code back=requests} to return there. What writes the
 * event itself is {@link EditForm}.
 */
final class EventForm {

    static final int LONGEST_COMMENT = 2000;

    private EventForm() {}

    static Response act(Visit visit) {
        Subject subject = Subject.of(visit);
        if (EditForm.ACTIONS.contains(visit.request().form().text("action"))) {
            return EditForm.change(visit, subject);
        }
        var entered = new Entered(visit, subject);
        Act act = entered.act();
        if (act == null) {
            return wrong(visit, subject, entered);
        }
        return switch (visit.manager().agent().apply(click(visit, subject, act))) {
            case Outcome.Done _ -> Response.redirect(303, next(visit, subject, act));
            case Outcome.Stale _ -> stale(visit, entered);
            case Outcome.Refused(var verdict) -> {
                entered.refused(act, verdict);
                yield wrong(visit, subject, entered);
            }
        };
    }

    private static Click click(Visit visit, Subject subject, Act act) {
        Form form = visit.request().form();
        return new Click(
                visit.person(),
                subject.event().uid(),
                act,
                version(form.text("version")),
                Tokens.nonce(form.text(Site.TOKEN)));
    }

    static String tooLong(Visit visit, String comment) {
        return visit.texts()
                .say(
                        Word.ERROR_COMMENT,
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

    private static String next(Visit visit, Subject subject, Act act) {
        if (visit.request().form().text("back").equals("requests")) {
            return visit.links().to("requests");
        }
        return switch (act) {
            case Act.Remove _ -> visit.links().to();
            case Act.Answer _,
                    Act.LetIn _,
                    Act.Refuse _,
                    Act.Delegate _,
                    Act.Propose _,
                    Act.Save _,
                    Act.SaveFrom _,
                    Act.AcceptCounter _,
                    Act.DeclineCounter _,
                    Act.CallOff _ ->
                    visit.eventLink(subject.event().uid(), subject.id());
        };
    }

    /** The event as it is now, read anew: another process has changed it since this one looked. */
    private static Response stale(Visit visit, Entered entered) {
        try (var fresh = visit.manager().reading().get()) {
            var again =
                    new Visit(
                            visit.manager(),
                            visit.request(),
                            fresh,
                            visit.visitor(),
                            visit.dates());
            var attempt = entered.attempt(visit.texts().say(Word.CONFLICT_TEXT));
            return EventPage.page(again, Subject.of(again), attempt, 409);
        }
    }

    private static Response wrong(Visit visit, Subject subject, Entered entered) {
        return EventPage.page(visit, subject, entered.attempt(entered.notice()), 422);
    }
}
