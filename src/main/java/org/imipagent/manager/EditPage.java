package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.VEvent;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.manager.EventView.Choice;
import org.imipagent.manager.EventView.Notice;
import org.imipagent.manager.templates.JteeditGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The form of an event: {@code /new?date=2026-11-03}, and of one's own {@code /event/UID?edit=1}
 * and {@code /event/UID/RECURRENCE-ID?edit=1}.
 */
final class EditPage {

    private EditPage() {}

    static HttpResponse blank(PageContext context) {
        return page(context, null, Attempt.none(sheet(context, null)), 200);
    }

    static HttpResponse show(PageContext context, EventContext subject) {
        requireEditable(context, subject);
        return page(context, subject, Attempt.none(sheet(context, subject)), 200);
    }

    /**
     * What was tried with the form.
     *
     * @param notice why it did not succeed, or whom it would tell; null for nothing tried
     * @param errors what is wrong with it, by field
     * @param meanwhile what became of fields since the form was made, in words
     */
    record Attempt(
            EventFields sheet,
            @Nullable Notice notice,
            Map<String, String> errors,
            Map<String, String> meanwhile,
            String scope,
            String comment) {
        static Attempt none(EventFields sheet) {
            return new Attempt(sheet, null, Map.of(), Map.of(), "occurrence", "");
        }
    }

    /** Whether the form may be shown: one's own event, with a time, that takes place. */
    static boolean isEditable(PageContext context, EventContext subject) {
        Attendee organiser = subject.event().organiser();
        return (organiser == null || context.person().is(organiser.address()))
                && !subject.isCancelled()
                && subject.part().start() != null;
    }

    static void requireEditable(PageContext context, EventContext subject) {
        if (!isEditable(context, subject)) {
            throw new Failure(
                    403,
                    context.texts().say(MessageKey.ERROR_403),
                    context.texts().say(MessageKey.NOT_YOURS_TEXT));
        }
    }

    /** What the form is made with. */
    static EventFields sheet(PageContext context, @Nullable EventContext subject) {
        if (subject == null) {
            LocalDate day = CalendarPage.read(context.request().query().text("date"));
            return EventFields.blank(context, day == null ? context.today() : day);
        }
        return EventFields.of(context, subject.part(), subject.event().master());
    }

    static String link(PageContext context, @Nullable EventContext subject) {
        return subject == null
                ? context.links().to("new")
                : context.eventAction(subject.event().uid(), subject.id());
    }

    static String editLink(PageContext context, EventContext subject) {
        return context.links().withQuery(link(context, subject), "edit", "1");
    }

    static HttpResponse page(
            PageContext context, @Nullable EventContext subject, Attempt attempt, int status) {
        EditView view = view(context, subject, attempt);
        return HttpResponse.html(
                status, Page.html(out -> JteeditGenerated.render(out, null, view)));
    }

    private static EditView view(
            PageContext context, @Nullable EventContext subject, Attempt attempt) {
        Messages texts = context.texts();
        String title = texts.say(subject == null ? MessageKey.NEW_EVENT : MessageKey.CHANGE_TITLE);
        VEvent part = subject == null ? null : subject.part();
        return new EditView(
                context.frameWithoutZone(title, Frame.Place.NOWHERE),
                title,
                notices(context, attempt),
                link(context, subject),
                context.token(),
                subject == null ? "0" : Long.toString(subject.kept().version()),
                subject == null ? "" : FormMerge.marks(sheet(context, subject)),
                attempt.sheet(),
                attempt.errors(),
                attempt.meanwhile(),
                labels(texts),
                scopes(texts, subject, attempt.scope()),
                subject != null && subject.isOccurrence()
                        ? List.of()
                        : repeats(texts, attempt.sheet().rhythm(), keepable(context, subject)),
                rule(context, subject),
                texts.say(MessageKey.ZONE_NOTE, "zone", EventFields.zone(context, part).name()),
                attempt.comment(),
                ActionController.LONGEST_COMMENT,
                EventFormReader.LONGEST_LINE,
                mails(context, subject),
                subject == null
                        ? null
                        : new Link(
                                context.title(subject.part().summary()),
                                link(context, subject),
                                false));
    }

    private static List<Notice> notices(PageContext context, Attempt attempt) {
        var notices = new ArrayList<Notice>();
        if (attempt.notice() != null) {
            notices.add(attempt.notice());
        }
        if (!attempt.errors().isEmpty()) {
            notices.add(new Notice("bad", context.texts().say(MessageKey.ERROR_FIELDS)));
        }
        return notices;
    }

    private static boolean keepable(PageContext context, @Nullable EventContext subject) {
        return subject != null
                && sheet(context, subject).rhythm().repeat().equals(SimpleRecurrence.KEEP);
    }

    private static List<Choice> repeats(Messages texts, SimpleRecurrence rhythm, boolean keep) {
        var choices = new ArrayList<Choice>();
        if (keep) {
            choices.add(choice(rhythm, SimpleRecurrence.KEEP, ""));
        }
        choices.add(choice(rhythm, SimpleRecurrence.NONE, texts.say(MessageKey.REPEAT_NONE)));
        choices.add(choice(rhythm, "daily", texts.say(MessageKey.EVERY_DAY)));
        choices.add(choice(rhythm, "weekly", texts.say(MessageKey.EVERY_WEEK)));
        choices.add(choice(rhythm, "monthly", texts.say(MessageKey.EVERY_MONTH)));
        choices.add(choice(rhythm, "yearly", texts.say(MessageKey.EVERY_YEAR)));
        return choices;
    }

    /** The rule that the form cannot say, in words; "" for none. */
    private static String rule(PageContext context, @Nullable EventContext subject) {
        return subject == null || subject.event().master() == null
                ? ""
                : context.repeats(subject.event().master());
    }

    /** What a choice of how it repeats is called. */
    static String repeat(PageContext context, EventContext subject, String value) {
        return value.equals(SimpleRecurrence.KEEP)
                ? rule(context, subject)
                : repeats(context.texts(), SimpleRecurrence.ONCE, false).stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(Choice::label)
                        .collect(Collectors.joining());
    }

    private static Choice choice(SimpleRecurrence rhythm, String value, String label) {
        return new Choice(value, label, rhythm.repeat().equals(value));
    }

    private static List<Choice> scopes(
            Messages texts, @Nullable EventContext subject, String chosen) {
        if (subject == null || !subject.isOccurrence() || subject.event().master() == null) {
            return List.of();
        }
        return List.of(
                new Choice(
                        "occurrence",
                        texts.say(MessageKey.CANCEL_THIS),
                        chosen.equals("occurrence")),
                new Choice("future", texts.say(MessageKey.CANCEL_FUTURE), chosen.equals("future")),
                new Choice("series", texts.say(MessageKey.SCOPE_ALL), chosen.equals("series")));
    }

    /** Whom sending tells, as far as it can be said before anything is typed. */
    private static String mails(PageContext context, @Nullable EventContext subject) {
        Messages texts = context.texts();
        int people = subject == null ? 0 : ActionForms.people(context, subject.part());
        return people == 0
                ? texts.say(MessageKey.SEND_HINT_NEW)
                : texts.count(MessageKey.SEND_HINT, people);
    }

    private static EditView.Labels labels(Messages texts) {
        return new EditView.Labels(
                texts.say(MessageKey.EDIT_NAME),
                texts.say(MessageKey.ALL_DAY),
                texts.say(MessageKey.START),
                texts.say(MessageKey.END),
                texts.say(MessageKey.START_DATE),
                texts.say(MessageKey.START_TIME),
                texts.say(MessageKey.END_DATE),
                texts.say(MessageKey.END_TIME),
                texts.say(MessageKey.EDIT_PLACE),
                texts.say(MessageKey.DESCRIPTION),
                texts.say(MessageKey.ATTENDEES),
                texts.say(MessageKey.PEOPLE_HINT),
                texts.say(MessageKey.REPEATS),
                texts.say(MessageKey.REPEAT_UNTIL),
                texts.say(MessageKey.REPEAT_TIMES),
                texts.say(MessageKey.REPEAT_END_HINT),
                texts.say(MessageKey.COMMENT_TO_PEOPLE),
                texts.say(MessageKey.EDIT_SCOPE),
                texts.say(MessageKey.SEND),
                texts.say(MessageKey.SAVE),
                texts.say(MessageKey.CHECK),
                texts.say(MessageKey.DISCARD));
    }
}
