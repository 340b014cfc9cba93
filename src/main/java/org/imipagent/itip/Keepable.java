package org.imipagent.itip;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import org.imipagent.calendar.Event;

/** Whether what was decided can be kept: an event that takes place has a time, and not too many. */
final class Keepable {

    /** No index of a database holds longer ones; those of programs are below 100. */
    private static final int LONGEST_UID_BYTES = 1000;

    private Keepable() {}

    /**
     * The decision with the occurrences of each event that it keeps; a refusal where an event
     * cannot be kept: then nothing of it is done.
     */
    static Decision checked(CalendarState state, Decision decision, Instant now) {
        var changes = new ArrayList<Change>();
        for (Change change : decision.changes()) {
            if (change instanceof Change.Keep(var event, _) && isTooLong(event)) {
                return tooLong();
            }
        }
        try {
            for (Change change : decision.changes()) {
                changes.add(
                        change instanceof Change.Keep(var event, _)
                                ? new Change.Keep(
                                        event,
                                        OccurrenceTable.of(
                                                event,
                                                state.person(),
                                                now,
                                                state.horizon(),
                                                state.bounds()))
                                : change);
            }
        } catch (Impossible impossible) {
            return Decision.refuse(Verdict.IMPOSSIBLE, state.bounds().told(impossible.why()));
        }
        return decision.with(changes);
    }

    /** The refusal of an event that could not even be looked up. */
    static Decision tooLong() {
        return Decision.refuse(
                Verdict.IMPOSSIBLE, "a UID of more than " + LONGEST_UID_BYTES + " bytes");
    }

    /** Whether its UID is longer than any that can be kept. */
    static boolean isTooLong(Event event) {
        return event.uid().getBytes(StandardCharsets.UTF_8).length > LONGEST_UID_BYTES;
    }
}
