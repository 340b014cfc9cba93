package org.imipagent.manager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.Activity;
import org.imipagent.store.WaitingMail;
import org.jspecify.annotations.Nullable;

/**
 * What the person has just done, on top of the page that they see next: what it was, who was
 * mailed, and the way back where there is one. The address names the entry of activity that tells
 * of it (field {@value #FIELD}).
 *
 * @param mail who was mailed, or is to be; "" for nobody
 * @param undo null where it cannot be undone
 * @param change where the answer can be changed; null for nothing of that kind
 */
public record PageNotice(
        String sentence, String mail, @Nullable UndoForm undo, @Nullable Link change) {

    static final String FIELD = "done";

    /** A page that is kept open, or bookmarked, tells of it no longer. */
    private static final Duration SHOWN = Duration.ofHours(1);

    private static final int MOST_PEOPLE = 5;

    /**
     * A form with one button.
     *
     * @param activity the number of the entry
     * @param what is undone, for those who hear the button alone
     */
    public record UndoForm(
            String action, String token, String activity, String button, String what) {}

    /** The notice that an address asks for; null where there is nothing to tell. */
    static @Nullable PageNotice of(PageContext context) {
        long number = number(context.request().query().text(FIELD));
        Activity entry =
                number == 0 ? null : context.reading().activityEntry(context.user(), number);
        return entry == null
                        || entry.source() != Activity.Source.MANAGER
                        || entry.at().plus(SHOWN).isBefore(context.now())
                ? null
                : of(context, entry);
    }

    /** A number of an entry; 0 for what is none. */
    static long number(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static PageNotice of(PageContext context, Activity entry) {
        boolean undoable = context.reading().isUndoable(context.user(), entry.number());
        return new PageNotice(
                sentence(context, entry),
                mail(context, entry),
                undoable ? undo(context, entry) : null,
                undoable ? null : change(context, entry));
    }

    static UndoForm undo(PageContext context, Activity entry) {
        Messages texts = context.texts();
        return new UndoForm(
                context.links().to("activity"),
                context.token(),
                Long.toString(entry.number()),
                texts.say(MessageKey.UNDO),
                sentence(context, entry));
    }

    private static @Nullable Link change(PageContext context, Activity entry) {
        return switch (entry.what()) {
            case "accept", "tentative", "decline" ->
                    switch (entry.verdict()) {
                        case REPLIED, REPLY_UNSENT ->
                                new Link(
                                        context.texts().say(MessageKey.CHANGE_ANSWER),
                                        context.eventLink(entry.uid(), entry.id()) + "#answer",
                                        false);
                        default -> null;
                    };
            default -> null;
        };
    }

    /** What was done, in words: "You accepted “Planning”." */
    static String sentence(PageContext context, Activity entry) {
        String what = entry.what();
        MessageKey key =
                switch (entry.verdict()) {
                    case REPLIED, REPLY_UNSENT -> answer(what);
                    case REMOVED -> MessageKey.DONE_REMOVED;
                    case LET_IN -> MessageKey.DONE_LET_IN;
                    case REFUSED -> MessageKey.DONE_REFUSED;
                    case SAVED -> MessageKey.DONE_SAVED;
                    case UPDATED -> what.equals("import") ? MessageKey.DONE_SAVED : null;
                    case PROPOSED -> MessageKey.DONE_PROPOSED;
                    case PASSED_ON, PASSED_ON_UNTOLD -> MessageKey.DONE_PASSED_ON;
                    case COUNTER_ACCEPTED -> MessageKey.DONE_COUNTER_ACCEPTED;
                    case COUNTER_REFUSED -> MessageKey.DONE_COUNTER_DECLINED;
                    case CALLED_OFF -> MessageKey.DONE_CALLED_OFF;
                    case UNDONE -> MessageKey.DONE_UNDONE;
                    default -> null;
                };
        return key == null
                ? context.texts().happened(entry.verdict().word())
                : context.texts()
                        .say(
                                key,
                                "event",
                                event(context, entry),
                                "who",
                                UntrustedText.line(entry.detail()));
    }

    private static @Nullable MessageKey answer(String what) {
        return switch (what) {
            case "accept" -> MessageKey.DONE_ACCEPTED;
            case "tentative" -> MessageKey.DONE_TENTATIVE;
            case "decline" -> MessageKey.DONE_DECLINED;
            default -> null;
        };
    }

    /** The title, and of one date of a series which. */
    private static String event(PageContext context, Activity entry) {
        RecurrenceId id = entry.id();
        String title = context.title(entry.summary());
        return id == null
                ? title
                : context.joined(
                        title,
                        context.dates().brief(context.zone().day(id.instant(context.zone()))));
    }

    /** Who was mailed, or will be; "" for nobody. */
    static String mail(PageContext context, Activity entry) {
        if (entry.mailed().isEmpty()) {
            return "";
        }
        var waiting = new LinkedHashSet<String>();
        var late = new LinkedHashSet<String>();
        for (WaitingMail mail : context.reading().waitingMail(context.user(), entry.number())) {
            waiting.addAll(mail.recipients());
            if (mail.attempts() > 1) {
                late.addAll(mail.recipients());
            }
        }
        var sentences = new ArrayList<String>();
        say(context, sentences, MessageKey.MAIL_SENT_TO, without(entry.mailed(), waiting));
        say(context, sentences, MessageKey.MAIL_SENDING_TO, without(waiting, late));
        say(context, sentences, MessageKey.MAIL_WAITING_FOR, List.copyOf(late));
        return String.join(" ", sentences);
    }

    private static List<String> without(Collection<String> all, Set<String> some) {
        var left = new ArrayList<String>();
        for (String one : all) {
            if (!some.contains(one)) {
                left.add(one);
            }
        }
        return left;
    }

    private static void say(
            PageContext context, List<String> sentences, MessageKey key, List<String> people) {
        if (!people.isEmpty()) {
            sentences.add(context.texts().say(key, "people", people(context, people)));
        }
    }

    static String people(PageContext context, List<String> people) {
        var names = new ArrayList<String>();
        for (String email : people.subList(0, Math.min(MOST_PEOPLE, people.size()))) {
            names.add(UntrustedText.line(email));
        }
        int more = people.size() - names.size();
        return more == 0
                ? context.texts().enumeration(names)
                : context.texts().joined(names)
                        + " "
                        + context.texts().count(MessageKey.AND_MORE_PEOPLE, more);
    }
}
