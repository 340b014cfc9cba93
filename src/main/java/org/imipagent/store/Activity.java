package org.imipagent.store;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.itip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message or one click.
 *
 * @param number of the entry, never used again; 0 until it is kept
 * @param what the METHOD as it came, or the manager's action
 * @param uid "" when the event was not understood
 * @param from the sender's address or the user's own; "" where unknown
 * @param detail further words; "" for none
 * @param mailed the addresses of those who were mailed, each once
 */
public record Activity(
        long number,
        Instant at,
        Source source,
        String what,
        String uid,
        @Nullable RecurrenceId id,
        String summary,
        String from,
        Verdict verdict,
        String detail,
        List<String> mailed) {

    public Activity {
        mailed = List.copyOf(mailed);
    }

    /** What is to be kept, and mailed nobody. */
    public Activity(
            Instant at,
            Source source,
            String what,
            String uid,
            @Nullable RecurrenceId id,
            String summary,
            String from,
            Verdict verdict,
            String detail) {
        this(0, at, source, what, uid, id, summary, from, verdict, detail, List.of());
    }

    /** The same, with those who were mailed. */
    public Activity mailing(List<String> addresses) {
        return new Activity(
                number, at, source, what, uid, id, summary, from, verdict, detail, addresses);
    }

    public enum Source {
        MAIL,
        MANAGER,
        TOOL
    }
}
