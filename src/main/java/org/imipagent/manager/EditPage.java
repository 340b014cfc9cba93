package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.VEvent;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.Response;
import org.imipagent.manager.EventView.Choice;
import org.imipagent.manager.EventView.Notice;
import org.imipagent.manager.templates.JteeditGenerated;
import org.imipagent.text.Repeats;
import org.imipagent.text.Texts;
import org.imipagent.text.Word;
import org.jspecify.annotations.Nullable;

/**
 * The form of an event: {@code /new?date=2026-11-03}, and of one's own {@code /event/UID?edit=1}
 * and {@code /event/UID/RECURRENCE-ID?edit=1}.
 */
final class EditPage {

    private EditPage() {}

    static Response blank(Visit visit) {
        return page(visit, null, Attempt.none(sheet(visit, null)), 200);
    }

    static Response show(Visit visit, Subject subject) {
        requireEditable(visit, subject);
        return page(visit, subject, Attempt.none(sheet(visit, subject)), 200);
    }

    /**
     * What was tried with the form.
     *
     * @param notice why it did not succeed, or whom it would tell; null for nothing tried
     * @param errors what is wrong with it, by field
     * @param meanwhile what became of fields since the form was made, in words
     */
    record Attempt(
            Sheet sheet,
            @Nullable Notice notice,
            Map<String, String> errors,
            Map<String, String> meanwhile,
            String scope,
            String comment) {
        static Attempt none(Sheet sheet) {
            return new Attempt(sheet, null, Map.of(), Map.of(), "occurrence", "");
        }
    }

    /** Whether the form may be shown: one's own event, with a time, that takes place. */
    static boolean isEditable(Visit visit, Subject subject) {
        Attendee organiser = subject.event().organiser();
        return (organiser == null || visit.person().is(organiser.address()))
                && !subject.isCancelled()
                && subject.part().start() != null;
    }

    static void requireEditable(Visit visit, Subject subject) {
        if (!isEditable(visit, subject)) {
            throw new Failure(
                    403, visit.texts().say(Word.ERROR_403), visit.texts().say(Word.NOT_YOURS_TEXT));
        }
    }

    /** What the form is made with. */
    static Sheet sheet(Visit visit, @Nullable Subject subject) {
        if (subject == null) {
            LocalDate day = CalendarPage.read(visit.request().query().text("date"));
            return Sheet.blank(visit, day == null ? visit.today() : day);
        }
        return Sheet.of(visit, subject.part(), subject.event().master());
    }

    static String link(Visit visit, @Nullable Subject subject) {
        return subject == null
                ? visit.links().to("new")
                : visit.eventLink(subject.event().uid(), subject.id());
    }

    static String editLink(Visit visit, Subject subject) {
        return visit.links().withQuery(link(visit, subject), "edit", "1");
    }

    static Response page(Visit visit, @Nullable Subject subject, Attempt attempt, int status) {
        EditView view = view(visit, subject, attempt);
        return Response.html(status, Page.html(out -> JteeditGenerated.render(out, null, view)));
    }

    private static EditView view(Visit visit, @Nullable Subject subject, Attempt attempt) {
        Texts texts = visit.texts();
        String title = texts.say(subject == null ? Word.NEW_EVENT : Word.CHANGE_TITLE);
        VEvent part = subject == null ? null : subject.part();
        return new EditView(
                visit.frameWithoutZone(title, Frame.Place.NOWHERE),
                title,
                notices(visit, attempt),
                link(visit, subject),
                visit.token(),
                subject == null ? "0" : Long.toString(subject.kept().version()),
                subject == null ? "" : Merged.marks(sheet(visit, subject)),
                attempt.sheet(),
                attempt.errors(),
                attempt.meanwhile(),
                labels(texts),
                scopes(texts, subject, attempt.scope()),
                subject != null && subject.isOccurrence()
                        ? List.of()
                        : repeats(texts, attempt.sheet().rhythm(), keepable(visit, subject)),
                rule(visit, subject),
                texts.say(Word.ZONE_NOTE, "zone", Sheet.zone(visit, part).name()),
                attempt.comment(),
                EventForm.LONGEST_COMMENT,
                Written.LONGEST_LINE,
                mails(visit, subject),
                subject == null
                        ? null
                        : new Link(
                                visit.title(subject.part().summary()),
                                link(visit, subject),
                                false));
    }

    private static List<Notice> notices(Visit visit, Attempt attempt) {
        var notices = new ArrayList<Notice>();
        if (attempt.notice() != null) {
            notices.add(attempt.notice());
        }
        if (!attempt.errors().isEmpty()) {
            notices.add(new Notice("bad", visit.texts().say(Word.ERROR_FIELDS)));
        }
        return notices;
    }

    private static boolean keepable(Visit visit, @Nullable Subject subject) {
        return subject != null && sheet(visit, subject).rhythm().repeat().equals(Rhythm.KEEP);
    }

    private static List<Choice> repeats(Texts texts, Rhythm rhythm, boolean keep) {
        var choices = new ArrayList<Choice>();
        if (keep) {
            choices.add(choice(rhythm, Rhythm.KEEP, ""));
        }
        choices.add(choice(rhythm, Rhythm.NONE, texts.say(Word.REPEAT_NONE)));
        choices.add(choice(rhythm, "daily", texts.say(Word.EVERY_DAY)));
        choices.add(choice(rhythm, "weekly", texts.say(Word.EVERY_WEEK)));
        choices.add(choice(rhythm, "monthly", texts.say(Word.EVERY_MONTH)));
        choices.add(choice(rhythm, "yearly", texts.say(Word.EVERY_YEAR)));
        return choices;
    }

    /** The rule that the form cannot say, in words; "" for none. */
    private static String rule(Visit visit, @Nullable Subject subject) {
        return subject == null || subject.event().master() == null
                ? ""
                : new Repeats(visit.texts(), visit.zone()).words(subject.event().master());
    }

    /** What a choice of how it repeats is called. */
    static String repeat(Visit visit, Subject subject, String value) {
        return value.equals(Rhythm.KEEP)
                ? rule(visit, subject)
                : repeats(visit.texts(), Rhythm.ONCE, false).stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(Choice::label)
                        .collect(Collectors.joining());
    }

    private static Choice choice(Rhythm rhythm, String value, String label) {
        return new Choice(value, label, rhythm.repeat().equals(value));
    }

    private static List<Choice> scopes(Texts texts, @Nullable Subject subject, String chosen) {
        if (subject == null || !subject.isOccurrence() || subject.event().master() == null) {
            return List.of();
        }
        return List.of(
                new Choice("occurrence", texts.say(Word.CANCEL_THIS), chosen.equals("occurrence")),
                new Choice("future", texts.say(Word.CANCEL_FUTURE), chosen.equals("future")),
                new Choice("series", texts.say(Word.SCOPE_ALL), chosen.equals("series")));
    }

    /** Whom sending tells, as far as it can be said before anything is typed. */
    private static String mails(Visit visit, @Nullable Subject subject) {
        Texts texts = visit.texts();
        int people = subject == null ? 0 : EventForms.people(visit, subject.part());
        return people == 0 ? texts.say(Word.SEND_HINT_NEW) : texts.count(Word.SEND_HINT, people);
    }

    private static EditView.Labels labels(Texts texts) {
        return new EditView.Labels(
                texts.say(Word.EDIT_NAME),
                texts.say(Word.ALL_DAY),
                texts.say(Word.START),
                texts.say(Word.END),
                texts.say(Word.START_DATE),
                texts.say(Word.START_TIME),
                texts.say(Word.END_DATE),
                texts.say(Word.END_TIME),
                texts.say(Word.EDIT_PLACE),
                texts.say(Word.DESCRIPTION),
                texts.say(Word.ATTENDEES),
                texts.say(Word.PEOPLE_HINT),
                texts.say(Word.REPEATS),
                texts.say(Word.REPEAT_UNTIL),
                texts.say(Word.REPEAT_TIMES),
                texts.say(Word.REPEAT_END_HINT),
                texts.say(Word.COMMENT_TO_PEOPLE),
                texts.say(Word.EDIT_SCOPE),
                texts.say(Word.SEND),
                texts.say(Word.SAVE),
                texts.say(Word.CHECK),
                texts.say(Word.DISCARD));
    }
}
