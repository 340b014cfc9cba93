package org.imipagent.manager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imipagent.itip.Verdict;
import org.imipagent.manager.EventView.Notice;
import org.imipagent.messages.MessageKey;
import org.imipagent.store.Activity;
import org.imipagent.store.WaitingMail;

/** Mail about an event that has not left, or reached nobody: the person may have to call. */
final class MailTrouble {

    /** Mail that leaves as usual has left by then. */
    private static final Duration USUAL = Duration.ofMinutes(2);

    /** Nothing waits in the outbox for longer. */
    private static final Duration LONGEST = Duration.ofDays(6);

    private MailTrouble() {}

    /**
     * @param activity about the event, newest first
     */
    static List<Notice> of(PageContext context, String uid, List<Activity> activity) {
        var notices = new ArrayList<Notice>();
        undelivered(activity)
                .forEach(
                        (who, words) ->
                                notices.add(
                                        new Notice(
                                                "bad",
                                                context.texts()
                                                        .say(
                                                                MessageKey.NOT_DELIVERED,
                                                                "who",
                                                                UntrustedText.line(who),
                                                                "words",
                                                                UntrustedText.line(words)))));
        Set<String> late = waiting(context, uid, activity);
        if (!late.isEmpty()) {
            notices.add(
                    new Notice(
                            "warning",
                            context.texts()
                                    .say(
                                            MessageKey.MAIL_WAITING_FOR,
                                            "people",
                                            PageNotice.people(context, List.copyOf(late)))));
        }
        return notices;
    }

    /** With what was said, by address; whoever answered since, or was mailed again, has it. */
    private static Map<String, String> undelivered(List<Activity> activity) {
        var undelivered = new LinkedHashMap<String, String>();
        for (Activity each : activity.reversed()) {
            if (each.verdict() == Verdict.UNDELIVERED) {
                int colon = each.detail().indexOf(": ");
                if (colon > 0) {
                    undelivered.put(
                            each.detail().substring(0, colon), each.detail().substring(colon + 2));
                }
            } else {
                each.mailed().forEach(undelivered::remove);
                if (each.source() == Activity.Source.MAIL && !each.verdict().isRefusal()) {
                    undelivered.remove(each.from());
                }
            }
        }
        return undelivered;
    }

    private static Set<String> waiting(PageContext context, String uid, List<Activity> activity) {
        var late = new LinkedHashSet<String>();
        if (isAnyMailed(context, activity)) {
            for (WaitingMail mail : context.reading().waitingMail(context.user(), uid)) {
                if (mail.attempts() > 1 || mail.due().isBefore(context.now().minus(USUAL))) {
                    late.addAll(mail.recipients());
                }
            }
        }
        return late;
    }

    /** Asking the outbox costs a statement, which nearly no page needs. */
    private static boolean isAnyMailed(PageContext context, List<Activity> activity) {
        for (Activity each : activity) {
            if (!each.mailed().isEmpty() && each.at().plus(LONGEST).isAfter(context.now())) {
                return true;
            }
        }
        return false;
    }
}
