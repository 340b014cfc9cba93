package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.itip.Verdict;
import org.imipagent.manager.EventView.Happening;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.Activity;
import org.jspecify.annotations.Nullable;

/** Who changed or answered an event, and when: what the activity page has of it. */
final class History {

    private static final int MOST = 30;

    /** So many entries of activity are read for the page of an event. */
    static final int LOOKED_AT = 60;

    private History() {}

    /**
     * Null where nothing is known of it.
     *
     * @param activity about the event, newest first
     */
    static EventView.@Nullable History of(PageContext context, List<Activity> activity) {
        var rows = new ArrayList<Happening>();
        for (Activity each : activity) {
            // What was refused changed nothing.
            if (!each.verdict().isRefusal() && rows.size() < MOST) {
                rows.add(row(context, each));
            }
        }
        return rows.isEmpty()
                ? null
                : new EventView.History(context.texts().say(MessageKey.HISTORY), rows);
    }

    private static Happening row(PageContext context, Activity activity) {
        Messages texts = context.texts();
        boolean isOwn = activity.source() == Activity.Source.MANAGER;
        return new Happening(
                context.dates().briefMoment(context.zone().local(activity.at())),
                PageContext.machine(activity.at()),
                isOwn ? texts.say(MessageKey.BY_YOU) : UntrustedText.line(activity.from()),
                texts.happened(activity.verdict().word()),
                context.joined(date(context, activity.id()), said(texts, activity)));
    }

    private static String date(PageContext context, @Nullable RecurrenceId id) {
        if (id == null || !id.canBeRead()) {
            return "";
        }
        LocalDate day = context.zone().day(id.instant(context.zone()));
        return context.dates().brief(day);
    }

    /** The answer that was given: its PARTSTAT stands in the entry's detail. */
    private static String said(Messages texts, Activity activity) {
        if (activity.verdict() != Verdict.ANSWERED && activity.verdict() != Verdict.REPLIED) {
            return "";
        }
        String detail = activity.detail();
        String said = activity.verdict() == Verdict.REPLIED ? detail : afterBlank(detail);
        for (Participation answer : Participation.values()) {
            if (said.startsWith(answer.partstat())) {
                return texts.answer(answer);
            }
        }
        return "";
    }

    private static String afterBlank(String text) {
        return text.substring(text.indexOf(' ') + 1);
    }
}
