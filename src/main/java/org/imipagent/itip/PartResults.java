package org.imipagent.itip;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/**
 * How far a message has been taken, part by part: each part is taken or not by itself, and the next
 * one goes on from here.
 *
 * @param event as it is so far; null where nothing is kept yet
 * @param changes beside that of the event
 * @param said what the activity page tells of each part
 * @param notTaken the parts that were not taken, in order
 */
record PartResults(
        @Nullable Event event, List<Change> changes, List<String> said, List<NotTaken> notTaken) {

    PartResults {
        changes = List.copyOf(changes);
        said = List.copyOf(said);
        notTaken = List.copyOf(notTaken);
    }

    static PartResults of(@Nullable Event event) {
        return new PartResults(event, List.of(), List.of(), List.of());
    }

    PartResults with(Event event) {
        return new PartResults(event, changes, said, notTaken);
    }

    PartResults with(Change... more) {
        var all = new ArrayList<>(changes);
        for (Change change : more) {
            if (!all.contains(change)) {
                all.add(change);
            }
        }
        return new PartResults(event, all, said, notTaken);
    }

    PartResults with(List<Change> more) {
        return with(more.toArray(Change[]::new));
    }

    PartResults saying(String what) {
        var all = new ArrayList<>(said);
        all.add(what);
        return new PartResults(event, changes, all, notTaken);
    }

    PartResults without(@Nullable RecurrenceId id, Verdict verdict, String detail) {
        return without(new NotTaken(id, verdict, detail));
    }

    /** As many parts that were not taken are told. */
    private static final int MOST_NOT_TAKEN = 50;

    PartResults without(NotTaken part) {
        if (notTaken.size() >= MOST_NOT_TAKEN) {
            return this;
        }
        var all = new ArrayList<>(notTaken);
        all.add(part);
        return new PartResults(event, changes, said, all);
    }

    /** Why nothing was taken: the first reason that is one, else that it was known. */
    Decision refusal() {
        for (NotTaken part : notTaken) {
            if (part.verdict() != Verdict.REPEATED) {
                return Decision.refuse(part.verdict(), part.detail());
            }
        }
        return Decision.refuse(
                Verdict.REPEATED, notTaken.isEmpty() ? "" : notTaken.getFirst().detail());
    }
}
