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
import org.imipagent.itip.UserAction;
import org.imipagent.itip.Verdict;
import org.imipagent.manager.EventPage.Attempt;
import org.imipagent.messages.MessageKey;
import org.jspecify.annotations.Nullable;

/**
 * What was entered into a form of an event. {@code start} and {@code end} are times on the person's
 * clock such as 2026-11-03T14:00, or first and last day where the event is of whole days.
 */
final class ActionFormReader {

    /** The scope of an answer to all dates that wait by themselves. */
    static final String DATES = "waiting";

    private static final List<String> KEPT = List.of("start", "end", "where", "to", "scope");

    private final PageContext context;
    private final EventContext subject;
    private final Form form;
    private final String action;
    private final String comment;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private String notice = "";

    ActionFormReader(PageContext context, EventContext subject) {
        this.context = context;
        this.subject = subject;
        this.form = context.request().form();
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

    void refused(UserAction act, Verdict verdict) {
        if (act instanceof UserAction.Delegate && verdict == Verdict.IMPOSSIBLE) {
            errors.put("to", context.texts().say(MessageKey.ERROR_DELEGATE));
        } else {
            notice = context.texts().happened(verdict.word());
        }
    }

    /** What the form asks for; null where something is wrong with it. */
    @Nullable UserAction act() {
        if (comment.length() > ActionController.LONGEST_COMMENT) {
            errors.put("comment", ActionController.tooLong(context, comment));
            return null;
        }
        UserAction act = form.text("attendee").isEmpty() ? own() : aboutSomebody();
        if (act == null && errors.isEmpty()) {
            notice = context.texts().say(MessageKey.ERROR_ACTION);
        }
        return act;
    }

    private @Nullable RecurrenceId id() {
        return form.text("scope").equals("series") ? null : subject.id();
    }

    private @Nullable UserAction aboutSomebody() {
        var who = new CalendarAddress(form.text("attendee"));
        return switch (action) {
            case "accept" -> new UserAction.LetIn(who, id());
            case "decline" -> new UserAction.Refuse(who, id());
            case "accept-counter" -> new UserAction.AcceptCounter(who, id());
            case "decline-counter" -> new UserAction.DeclineCounter(who, id(), comment);
            default -> null;
        };
    }

    private @Nullable UserAction own() {
        return switch (action) {
            case "accept" -> answer(Participation.ACCEPTED);
            case "tentative" -> answer(Participation.TENTATIVE);
            case "decline" -> answer(Participation.DECLINED);
            case "remove" -> new UserAction.Remove();
            case "counter" -> propose();
            case "delegate" -> delegate();
            case "cancel" ->
                    new UserAction.CallOff(
                            id(), form.text("scope").equals("future"), List.of(), true, comment);
            default -> null;
        };
    }

    private UserAction answer(Participation how) {
        return form.text("scope").equals(DATES)
                ? new UserAction.AnswerDates(how, comment)
                : new UserAction.Answer(id(), how, comment);
    }

    private @Nullable UserAction delegate() {
        var to = new CalendarAddress(form.text("to"));
        if (!to.isMail()) {
            errors.put("to", context.texts().say(MessageKey.ERROR_ADDRESS));
            return null;
        }
        return new UserAction.Delegate(id(), to, comment);
    }

    private @Nullable UserAction propose() {
        CalendarTime like = subject.part().start();
        if (like == null) {
            return null;
        }
        CalendarTime start = time("start", like, 0);
        CalendarTime end = time("end", like, 1);
        if (start == null || end == null) {
            return null;
        }
        if (!end.instant(context.zone()).isAfter(start.instant(context.zone()))) {
            errors.put("end", context.texts().say(MessageKey.ERROR_END));
            return null;
        }
        String where = UntrustedText.line(form.text("where"));
        boolean isSameTime =
                start.equals(read(ActionForms.shown(context, like, 0), like, 0))
                        && end.equals(read(shownEnd(), like, 1));
        if (isSameTime
                && (where.isEmpty()
                        || where.equals(UntrustedText.line(subject.part().location())))) {
            errors.put("start", context.texts().say(MessageKey.ERROR_SAME));
            return null;
        }
        return new UserAction.Propose(id(), start, end, where, comment);
    }

    private String shownEnd() {
        return ActionForms.shown(context, Objects.requireNonNull(subject.part().end()), 1);
    }

    /** In the form that the event's own times have; days are counted up to the last one. */
    private @Nullable CalendarTime time(String field, CalendarTime like, int days) {
        String text = form.text(field).strip();
        try {
            return read(text, like, days);
        } catch (DateTimeException none) {
            errors.put(
                    field,
                    context.texts()
                            .say(
                                    MessageKey.ERROR_TIME,
                                    "example",
                                    like.isDay() ? "2026-11-03" : "2026-11-03T14:00"));
            return null;
        }
    }

    private CalendarTime read(String text, CalendarTime like, int days) {
        return like.isDay()
                ? new CalendarTime.Day(LocalDate.parse(text).plusDays(days))
                : like.at(context.zone().instant(LocalDateTime.parse(text)), context.zone());
    }
}
