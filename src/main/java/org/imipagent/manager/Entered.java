package org.imipagent.manager;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.cgi.Form;
import org.imipagent.itip.Act;
import org.imipagent.itip.Verdict;
import org.imipagent.manager.EventPage.Attempt;
import org.imipagent.text.Word;
import org.jspecify.annotations.Nullable;

/**
 * What was entered into a form of an event. {@code start} and {@code end} are times on the person's
 * clock such as 2026-11-03T14:00, or first and last day where the event is of whole days.
 */
final class Entered {

    private static final List<String> KEPT = List.of("start", "end", "where", "to", "scope");

    private final Visit visit;
    private final Subject subject;
    private final Form form;
    private final String action;
    private final String comment;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private String notice = "";

    Entered(Visit visit, Subject subject) {
        this.visit = visit;
        this.subject = subject;
        this.form = visit.request().form();
        this.action = form.text("action");
        // Browsers send lines with CR LF; as many characters count as the person typed.
        this.comment = form.text("comment").replace("\r\n", "\n").strip();
    }

    String notice() {
        return notice;
    }

    Attempt attempt(String notice) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("comment", comment);
        KEPT.forEach(name -> typed.put(name, form.text(name)));
        return new Attempt(notice, action, typed, errors);
    }

    void refused(Act act, Verdict verdict) {
        if (act instanceof Act.Delegate && verdict == Verdict.IMPOSSIBLE) {
            errors.put("to", visit.texts().say(Word.ERROR_DELEGATE));
        } else {
            notice = visit.texts().happened(verdict.word());
        }
    }

    /** What the form asks for; null where something is wrong with it. */
    @Nullable Act act() {
        if (comment.length() > EventForm.LONGEST_COMMENT) {
            errors.put("comment", EventForm.tooLong(visit, comment));
            return null;
        }
        Act act = form.text("attendee").isEmpty() ? own() : aboutSomebody();
        if (act == null && errors.isEmpty()) {
            notice = visit.texts().say(Word.ERROR_ACTION);
        }
        return act;
    }

    private @Nullable RecurrenceId id() {
        return form.text("scope").equals("series") ? null : subject.id();
    }

    private @Nullable Act aboutSomebody() {
        var who = new CalendarAddress(form.text("attendee"));
        return switch (action) {
            case "accept" -> new Act.LetIn(who, id());
            case "decline" -> new Act.Refuse(who, id());
            case "accept-counter" -> new Act.AcceptCounter(who, id());
            case "decline-counter" -> new Act.DeclineCounter(who, id(), comment);
            default -> null;
        };
    }

    private @Nullable Act own() {
        return switch (action) {
            case "accept" -> new Act.Answer(id(), Participation.ACCEPTED, comment);
            case "tentative" -> new Act.Answer(id(), Participation.TENTATIVE, comment);
            case "decline" -> new Act.Answer(id(), Participation.DECLINED, comment);
            case "remove" -> new Act.Remove();
            case "counter" -> propose();
            case "delegate" -> delegate();
            case "cancel" ->
                    new Act.CallOff(
                            id(), form.text("scope").equals("future"), List.of(), true, comment);
            default -> null;
        };
    }

    private @Nullable Act delegate() {
        var to = new CalendarAddress(form.text("to"));
        if (!to.isMail()) {
            errors.put("to", visit.texts().say(Word.ERROR_ADDRESS));
            return null;
        }
        return new Act.Delegate(id(), to, comment);
    }

    private @Nullable Act propose() {
        CalendarTime like = subject.part().start();
        if (like == null) {
            return null;
        }
        CalendarTime start = time("start", like, 0);
        CalendarTime end = time("end", like, 1);
        if (start == null || end == null) {
            return null;
        }
        if (!end.instant(visit.zone()).isAfter(start.instant(visit.zone()))) {
            errors.put("end", visit.texts().say(Word.ERROR_END));
            return null;
        }
        String where = Strangers.line(form.text("where"));
        boolean isSameTime =
                start.equals(read(EventForms.shown(visit, like, 0), like, 0))
                        && end.equals(read(shownEnd(), like, 1));
        if (isSameTime
                && (where.isEmpty() || where.equals(Strangers.line(subject.part().location())))) {
            errors.put("start", visit.texts().say(Word.ERROR_SAME));
            return null;
        }
        return new Act.Propose(id(), start, end, where, comment);
    }

    private String shownEnd() {
        return EventForms.shown(visit, Objects.requireNonNull(subject.part().end()), 1);
    }

    /** In the form that the event's own times have; days are counted up to the last one. */
    private @Nullable CalendarTime time(String field, CalendarTime like, int days) {
        String text = form.text(field).strip();
        try {
            return read(text, like, days);
        } catch (DateTimeException none) {
            errors.put(
                    field,
                    visit.texts()
                            .say(
                                    Word.ERROR_TIME,
                                    "example",
                                    like.isDay() ? "2026-11-03" : "2026-11-03T14:00"));
            return null;
        }
    }

    private CalendarTime read(String text, CalendarTime like, int days) {
        return like.isDay()
                ? new CalendarTime.Day(LocalDate.parse(text).plusDays(days))
                : like.at(visit.zone().instant(LocalDateTime.parse(text)), visit.zone());
    }
}
