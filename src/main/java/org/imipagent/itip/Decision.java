package org.imipagent.itip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.imipagent.calendar.Event;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say is to be done, and why. Nothing after it alters it: rows, mails, the preview
 * on a page and the words of a notice all come from here.
 *
 * @param detail further words for log and activity page, such as the two sequences of a stale
 *     message; "" for none
 * @param messages with their recipients, and what each group of them knew before
 * @param notTaken parts of the message that changed nothing, where others did
 */
public record Decision(
        Verdict verdict,
        String detail,
        List<Change> changes,
        List<Outgoing> messages,
        List<NotTaken> notTaken) {

    public Decision {
        changes = List.copyOf(changes);
        messages = List.copyOf(messages);
        notTaken = List.copyOf(notTaken);
    }

    public Decision(Verdict verdict, String detail, List<Change> changes, List<Outgoing> messages) {
        this(verdict, detail, changes, messages, List.of());
    }

    public static Decision refuse(Verdict verdict, String detail) {
        return new Decision(verdict, detail, List.of(), List.of());
    }

    public static Decision change(Verdict verdict, List<Change> changes) {
        return new Decision(verdict, "", changes, List.of());
    }

    /** Whether nothing was done that anybody sees. */
    public boolean isRefusal() {
        return verdict.isRefusal();
    }

    /** The event as it is to be kept; null where the decision keeps none of that UID. */
    public @Nullable Event kept(String uid) {
        for (Change change : changes) {
            if (change instanceof Change.Keep(Event event, _) && event.uid().equals(uid)) {
                return event;
            }
        }
        return null;
    }

    Decision with(List<Change> changes) {
        return new Decision(verdict, detail, changes, messages, notTaken);
    }

    /** The same without some of its messages. */
    public Decision withoutMessages(Predicate<Outgoing> unwanted) {
        return new Decision(
                verdict,
                detail,
                changes,
                messages.stream().filter(unwanted.negate()).toList(),
                notTaken);
    }

    Decision with(Change more) {
        var all = new ArrayList<>(changes);
        all.add(more);
        return with(all);
    }
}
