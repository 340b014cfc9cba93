package org.imipagent.manager;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.LocalMarks;
import org.imipagent.manager.EventPage.Attempt;
import org.imipagent.manager.EventView.ActionForm;
import org.imipagent.manager.EventView.Choice;
import org.imipagent.manager.EventView.Field;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;

/**
 * What there is to do with an event besides answering: propose another time, send somebody else,
 * cancel, remove.
 */
final class ActionForms {

    /** The actions whose forms keep what was typed for themselves. */
    static final Set<String> ACTIONS = Set.of("counter", "delegate", "cancel");

    private ActionForms() {}

    /** What goes with the answer of somebody invited. */
    static List<ActionForm> ofGuest(PageContext context, EventContext subject, Attempt attempt) {
        var forms = new ArrayList<ActionForm>();
        if (!subject.isCancelled()
                && !context.person().organises(subject.part())
                && subject.own(context) != null
                && subject.part().organiser() != null) {
            if (subject.part().start() != null && !context.person().isUnheard(subject.part())) {
                forms.add(counter(context, subject, attempt));
            }
            forms.add(delegate(context, subject, attempt));
        }
        return forms;
    }

    /** What ends an event, for all or for the person. */
    static List<ActionForm> ending(PageContext context, EventContext subject, Attempt attempt) {
        var forms = new ArrayList<ActionForm>();
        if (!subject.isCancelled() && context.person().organises(subject.part())) {
            forms.add(cancel(context, subject, attempt));
        }
        if (isRemovable(context, subject)) {
            forms.add(remove(context, subject));
        }
        return forms;
    }

    private static ActionForm counter(PageContext context, EventContext subject, Attempt attempt) {
        Messages texts = context.texts();
        CalendarTime start = Objects.requireNonNull(subject.part().start());
        CalendarTime end = Objects.requireNonNull(subject.part().end());
        boolean days = start.isDay();
        String type = days ? "date" : "datetime-local";
        return form(
                context,
                subject,
                attempt,
                "counter",
                MessageKey.OTHER_TIME,
                texts.say(MessageKey.OTHER_TIME_HINT),
                List.of(),
                List.of(
                        field(
                                attempt,
                                "counter",
                                "start",
                                texts.say(days ? MessageKey.FIRST_DAY : MessageKey.START),
                                type,
                                shown(context, start, 0)),
                        field(
                                attempt,
                                "counter",
                                "end",
                                texts.say(days ? MessageKey.LAST_DAY : MessageKey.END),
                                type,
                                shown(context, end, 1)),
                        optional(
                                attempt,
                                "counter",
                                "where",
                                texts.say(MessageKey.OTHER_PLACE),
                                "text")),
                MessageKey.COMMENT,
                MessageKey.PROPOSE);
    }

    /** As the field of a browser has it: a day, or a time on the person's clock in minutes. */
    static String shown(PageContext context, CalendarTime time, int days) {
        if (time.isDay()) {
            return time.wall().toLocalDate().minusDays(days).toString();
        }
        LocalDateTime local = context.zone().local(time.instant(context.zone()));
        return local.withSecond(0).withNano(0).toString();
    }

    private static ActionForm delegate(PageContext context, EventContext subject, Attempt attempt) {
        Messages texts = context.texts();
        return form(
                context,
                subject,
                attempt,
                "delegate",
                MessageKey.SEND_SOMEBODY,
                texts.say(MessageKey.SEND_SOMEBODY_HINT),
                List.of(),
                List.of(
                        field(
                                attempt,
                                "delegate",
                                "to",
                                texts.say(MessageKey.SEND_WHOM),
                                "email",
                                "")),
                MessageKey.COMMENT,
                MessageKey.PASS_ON);
    }

    private static ActionForm cancel(PageContext context, EventContext subject, Attempt attempt) {
        Messages texts = context.texts();
        int people = people(context, subject.part());
        return form(
                context,
                subject,
                attempt,
                "cancel",
                MessageKey.CANCEL_TITLE,
                people == 0
                        ? texts.say(MessageKey.MAILS_NOBODY)
                        : texts.count(MessageKey.MAILS_PEOPLE, people),
                scopes(context, subject, attempt),
                List.of(),
                MessageKey.COMMENT_TO_PEOPLE,
                MessageKey.CANCEL);
    }

    /** How many others are invited. */
    static int people(PageContext context, VEvent part) {
        return (int)
                part.attendees().stream().filter(a -> !context.person().is(a.address())).count();
    }

    private static List<Choice> scopes(PageContext context, EventContext subject, Attempt attempt) {
        if (!subject.isOccurrence() || subject.event().master() == null) {
            return List.of();
        }
        Messages texts = context.texts();
        String chosen = attempt.typed("cancel", "scope", "occurrence");
        return List.of(
                new Choice(
                        "occurrence",
                        texts.say(MessageKey.CANCEL_THIS),
                        chosen.equals("occurrence")),
                new Choice("future", texts.say(MessageKey.CANCEL_FUTURE), chosen.equals("future")),
                new Choice("series", texts.say(MessageKey.SCOPE_ALL), chosen.equals("series")));
    }

    private static Field field(
            Attempt attempt, String form, String name, String label, String type, String value) {
        return new Field(
                name,
                form + "-" + name,
                label,
                type,
                attempt.typed(form, name, value),
                true,
                attempt.error(form, name));
    }

    private static Field optional(
            Attempt attempt, String form, String name, String label, String type) {
        Field field = field(attempt, form, name, label, type, "");
        return new Field(
                field.name(),
                field.id(),
                field.label(),
                field.type(),
                field.value(),
                false,
                field.error());
    }

    private static ActionForm form(
            PageContext context,
            EventContext subject,
            Attempt attempt,
            String action,
            MessageKey title,
            String hint,
            List<Choice> scopes,
            List<Field> fields,
            MessageKey comment,
            MessageKey button) {
        Messages texts = context.texts();
        return new ActionForm(
                texts.say(title),
                hint,
                context.eventAction(subject.event().uid(), subject.id()),
                context.token(),
                Long.toString(subject.kept().version()),
                scopes,
                texts.say(MessageKey.CANCEL_SCOPE),
                fields,
                new Field(
                        "comment",
                        action + "-comment",
                        texts.say(comment),
                        "text",
                        attempt.typed(action, "comment", ""),
                        false,
                        attempt.error(action, "comment")),
                ActionController.LONGEST_COMMENT,
                new Choice(action, texts.say(button), false),
                attempt.isOf(action));
    }

    /** What is theirs alone, what others organise, and what is cancelled. */
    private static boolean isRemovable(PageContext context, EventContext subject) {
        boolean isPart = subject.isOccurrence() && subject.event().master() != null;
        return !isPart && (subject.isCancelled() || !organisesForOthers(context, subject));
    }

    private static ActionForm remove(PageContext context, EventContext subject) {
        Messages texts = context.texts();
        boolean isCancelled = subject.isCancelled();
        String label =
                texts.say(
                        !isCancelled && isOwn(context, subject)
                                ? MessageKey.DELETE
                                : MessageKey.REMOVE);
        return new ActionForm(
                label,
                texts.say(removeHint(context, subject)),
                context.eventAction(subject.event().uid(), null),
                context.token(),
                Long.toString(subject.kept().version()),
                List.of(),
                "",
                List.of(),
                null,
                0,
                new Choice("remove", label, false),
                isCancelled);
    }

    private static boolean isOwn(PageContext context, EventContext subject) {
        Attendee organiser = subject.event().organiser();
        return organiser == null
                ? subject.own(context) == null
                : context.person().is(organiser.address());
    }

    /** Who was taken off and does not know it is to be told before the event goes. */
    private static boolean organisesForOthers(PageContext context, EventContext subject) {
        return subject.event().parts().stream()
                .filter(context.person()::organises)
                .anyMatch(part -> people(context, part) > 0 || !LocalMarks.gone(part).isEmpty());
    }

    private static MessageKey removeHint(PageContext context, EventContext subject) {
        if (subject.isCancelled()) {
            return MessageKey.REMOVE_HINT;
        }
        Attendee own = subject.own(context);
        if (own == null || isOwn(context, subject)) {
            return MessageKey.DELETE_HINT;
        }
        return switch (own.participation()) {
            case NEEDS_ACTION, ACCEPTED, TENTATIVE -> MessageKey.REMOVE_UNTOLD_HINT;
            case DECLINED, DELEGATED -> MessageKey.DELETE_HINT;
        };
    }
}
