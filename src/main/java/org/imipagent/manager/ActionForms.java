package org.imipagent.manager;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.LocalMarks;
import org.imipagent.itip.Request;
import org.imipagent.manager.EventPage.Attempt;
import org.imipagent.manager.EventView.ActionForm;
import org.imipagent.manager.EventView.Choice;
import org.imipagent.manager.EventView.Field;
import org.imipagent.manager.EventView.Proposal;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.KeptCounter;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do with an event besides answering: propose another time, send somebody else,
 * cancel; and the proposals that wait.
 */
final class ActionForms {

    /** The actions whose forms keep what was typed for themselves. */
    static final Set<String> ACTIONS = Set.of("counter", "delegate", "cancel");

    private ActionForms() {}

    static List<ActionForm> of(PageContext visit, EventContext subject, Attempt attempt) {
        var forms = new ArrayList<ActionForm>();
        if (!subject.isCancelled() && visit.person().organises(subject.part())) {
            forms.add(cancel(visit, subject, attempt));
        } else if (!subject.isCancelled()
                && subject.own(visit) != null
                && subject.part().organiser() != null) {
            if (subject.part().start() != null) {
                forms.add(counter(visit, subject, attempt));
            }
            forms.add(delegate(visit, subject, attempt));
        }
        if (isRemovable(visit, subject)) {
            forms.add(remove(visit, subject));
        }
        return forms;
    }

    private static ActionForm counter(PageContext visit, EventContext subject, Attempt attempt) {
        Messages texts = visit.texts();
        CalendarTime start = Objects.requireNonNull(subject.part().start());
        CalendarTime end = Objects.requireNonNull(subject.part().end());
        boolean days = start.isDay();
        String type = days ? "date" : "datetime-local";
        return form(
                visit,
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
                                shown(visit, start, 0)),
                        field(
                                attempt,
                                "counter",
                                "end",
                                texts.say(days ? MessageKey.LAST_DAY : MessageKey.END),
                                type,
                                shown(visit, end, 1)),
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
    static String shown(PageContext visit, CalendarTime time, int days) {
        if (time.isDay()) {
            return time.wall().toLocalDate().minusDays(days).toString();
        }
        LocalDateTime local = visit.zone().local(time.instant(visit.zone()));
        return local.withSecond(0).withNano(0).toString();
    }

    private static ActionForm delegate(PageContext visit, EventContext subject, Attempt attempt) {
        Messages texts = visit.texts();
        return form(
                visit,
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

    private static ActionForm cancel(PageContext visit, EventContext subject, Attempt attempt) {
        Messages texts = visit.texts();
        int people = people(visit, subject.part());
        return form(
                visit,
                subject,
                attempt,
                "cancel",
                MessageKey.CANCEL_TITLE,
                people == 0
                        ? texts.say(MessageKey.MAILS_NOBODY)
                        : texts.count(MessageKey.MAILS_PEOPLE, people),
                scopes(visit, subject, attempt),
                List.of(),
                MessageKey.COMMENT_TO_PEOPLE,
                MessageKey.CANCEL);
    }

    /** How many others are invited. */
    static int people(PageContext visit, VEvent part) {
        return (int) part.attendees().stream().filter(a -> !visit.person().is(a.address())).count();
    }

    private static List<Choice> scopes(PageContext visit, EventContext subject, Attempt attempt) {
        if (!subject.isOccurrence() || subject.event().master() == null) {
            return List.of();
        }
        Messages texts = visit.texts();
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
            PageContext visit,
            EventContext subject,
            Attempt attempt,
            String action,
            MessageKey title,
            String hint,
            List<Choice> scopes,
            List<Field> fields,
            MessageKey comment,
            MessageKey button) {
        Messages texts = visit.texts();
        return new ActionForm(
                texts.say(title),
                hint,
                visit.eventLink(subject.event().uid(), subject.id()),
                visit.token(),
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

    /** What attendees propose instead of what the page shows. */
    static List<Proposal> proposals(PageContext visit, EventContext subject) {
        if (!visit.person().organises(subject.part())) {
            return List.of();
        }
        var proposals = new ArrayList<Proposal>();
        for (KeptCounter counter : visit.reading().counters(visit.user(), subject.event().uid())) {
            boolean isOfThis = subject.id() == null || subject.id().equals(counter.id());
            Proposal proposal = isOfThis ? proposal(visit, subject, counter) : null;
            if (proposal != null) {
                proposals.add(proposal);
            }
        }
        return proposals;
    }

    /** The proposal that a request is about; null where it is settled. */
    static @Nullable Proposal proposal(PageContext visit, EventContext subject, Request request) {
        for (KeptCounter counter : visit.reading().counters(visit.user(), subject.event().uid())) {
            if (counter.from().equals(request.from())
                    && Objects.equals(counter.id(), request.id())) {
                return proposal(visit, subject, counter);
            }
        }
        return null;
    }

    private static @Nullable Proposal proposal(
            PageContext visit, EventContext subject, KeptCounter counter) {
        VEvent proposed = read(visit, counter);
        if (proposed == null) {
            return null;
        }
        Messages texts = visit.texts();
        RecurrenceId id = counter.id();
        String where = proposed.location();
        return new Proposal(
                texts.say(MessageKey.PROPOSES, "name", UntrustedText.line(counter.from().email())),
                new EventContext(subject.kept(), subject.event(), id, proposed).when(visit),
                where.equals(subject.part().location()) ? "" : UntrustedText.line(where),
                UntrustedText.line(proposed.text("COMMENT")),
                visit.eventLink(counter.uid(), id),
                visit.token(),
                Long.toString(subject.kept().version()),
                counter.from().email(),
                texts.say(MessageKey.ACCEPT_COUNTER),
                texts.say(MessageKey.DECLINE));
    }

    /**
     * When and where the person proposed that it take place instead; "" for nothing, and where it
     * is as it was proposed.
     */
    static String proposed(PageContext visit, EventContext subject) {
        for (KeptCounter counter : visit.reading().counters(visit.user(), subject.event().uid())) {
            if (visit.person().is(counter.from()) && Objects.equals(counter.id(), subject.id())) {
                VEvent proposed = read(visit, counter);
                return proposed == null ? "" : proposed(visit, subject, proposed);
            }
        }
        return "";
    }

    private static String proposed(PageContext visit, EventContext subject, VEvent proposed) {
        String when =
                new EventContext(subject.kept(), subject.event(), subject.id(), proposed)
                        .when(visit);
        boolean isElsewhere = !proposed.location().equals(subject.part().location());
        return when.equals(subject.when(visit)) && !isElsewhere
                ? ""
                : visit.joined(when, isElsewhere ? UntrustedText.line(proposed.location()) : "");
    }

    /** What is theirs alone, what others organise, and what is cancelled. */
    private static boolean isRemovable(PageContext visit, EventContext subject) {
        boolean isPart = subject.isOccurrence() && subject.event().master() != null;
        return !isPart && (subject.isCancelled() || !organisesForOthers(visit, subject));
    }

    private static ActionForm remove(PageContext visit, EventContext subject) {
        Messages texts = visit.texts();
        boolean isCancelled = subject.isCancelled();
        String label =
                texts.say(
                        !isCancelled && isOwn(visit, subject)
                                ? MessageKey.DELETE
                                : MessageKey.REMOVE);
        return new ActionForm(
                label,
                texts.say(removeHint(visit, subject)),
                visit.eventLink(subject.event().uid(), null),
                visit.token(),
                Long.toString(subject.kept().version()),
                List.of(),
                "",
                List.of(),
                null,
                0,
                new Choice("remove", label, false),
                isCancelled);
    }

    private static boolean isOwn(PageContext visit, EventContext subject) {
        Attendee organiser = subject.event().organiser();
        return organiser == null
                ? subject.own(visit) == null
                : visit.person().is(organiser.address());
    }

    /** Who was taken off and does not know it is to be told before the event goes. */
    private static boolean organisesForOthers(PageContext visit, EventContext subject) {
        return subject.event().parts().stream()
                .filter(visit.person()::organises)
                .anyMatch(part -> people(visit, part) > 0 || !LocalMarks.gone(part).isEmpty());
    }

    private static MessageKey removeHint(PageContext visit, EventContext subject) {
        if (subject.isCancelled()) {
            return MessageKey.REMOVE_HINT;
        }
        Attendee own = subject.own(visit);
        if (own == null || isOwn(visit, subject)) {
            return MessageKey.DELETE_HINT;
        }
        return switch (own.participation()) {
            case NEEDS_ACTION, ACCEPTED, TENTATIVE -> MessageKey.REMOVE_UNTOLD_HINT;
            case DECLINED, DELEGATED -> MessageKey.DELETE_HINT;
        };
    }

    private static @Nullable VEvent read(PageContext visit, KeptCounter counter) {
        try {
            return visit.manager().read().apply(counter.text()).main();
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }
}
