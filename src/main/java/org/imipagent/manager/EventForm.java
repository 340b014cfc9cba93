package org.imipagent.manager;

import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.cgi.Form;
import org.imipagent.cgi.Response;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.itip.Act;
import org.imipagent.manager.EventPage.Attempt;
import org.imipagent.text.Word;
import org.jspecify.annotations.Nullable;

/**
 * The forms of an event. Fields: {@code action}, {@code comment}, {@code version}, {@code token};
 * {@code scope} (occurrence or series) on an occurrence's page; {@code attendee} for somebody who
 * was not invited; {@code back=requests} to return there.
 */
final class EventForm {

    static final int LONGEST_COMMENT = 2000;

    private EventForm() {}

    static Response act(Visit visit) {
        Subject subject = Subject.of(visit);
        Form form = visit.request().form();
        String comment = comment(form);
        if (comment.length() > LONGEST_COMMENT) {
            return wrong(visit, subject, comment, "", tooLong(visit, comment.length()));
        }
        Act act = act(subject, form, comment);
        if (act == null) {
            return wrong(visit, subject, comment, visit.texts().say(Word.ERROR_ACTION), "");
        }
        return switch (visit.manager().agent().apply(click(visit, subject, act))) {
            case Outcome.Done _ -> Response.redirect(303, next(visit, subject, act));
            case Outcome.Stale _ -> stale(visit, comment);
            case Outcome.Refused(var verdict) ->
                    wrong(visit, subject, comment, visit.texts().happened(verdict.word()), "");
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

    /** Browsers send lines with CR LF; as many characters count as the person typed. */
    private static String comment(Form form) {
        return form.text("comment").replace("\r\n", "\n").strip();
    }

    private static String tooLong(Visit visit, int length) {
        return visit.texts()
                .say(
                        Word.ERROR_COMMENT,
                        "n",
                        Integer.toString(length),
                        "most",
                        Integer.toString(LONGEST_COMMENT));
    }

    /** What the form asks for; null where it asks for nothing this page does. */
    private static @Nullable Act act(Subject subject, Form form, String comment) {
        RecurrenceId id = form.text("scope").equals("series") ? null : subject.id();
        String attendee = form.text("attendee");
        if (!attendee.isEmpty()) {
            var who = new CalendarAddress(attendee);
            return switch (form.text("action")) {
                case "accept" -> new Act.LetIn(who, id);
                case "decline" -> new Act.Refuse(who, id);
                default -> null;
            };
        }
        return switch (form.text("action")) {
            case "accept" -> new Act.Answer(id, Participation.ACCEPTED, comment);
            case "tentative" -> new Act.Answer(id, Participation.TENTATIVE, comment);
            case "decline" -> new Act.Answer(id, Participation.DECLINED, comment);
            case "remove" -> new Act.Remove();
            default -> null;
        };
    }

    /** A version that is no number is stale: no event has it. */
    private static long version(String text) {
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
    private static Response stale(Visit visit, String comment) {
        try (var fresh = visit.manager().reading().get()) {
            var again =
                    new Visit(
                            visit.manager(),
                            visit.request(),
                            fresh,
                            visit.visitor(),
                            visit.dates());
            var attempt = new Attempt(visit.texts().say(Word.CONFLICT_TEXT), comment, "");
            return EventPage.page(again, Subject.of(again), attempt, 409);
        }
    }

    private static Response wrong(
            Visit visit, Subject subject, String comment, String notice, String commentError) {
        return EventPage.page(visit, subject, new Attempt(notice, comment, commentError), 422);
    }
}
