package org.imipagent.agent;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one event of a file, or of something in the file that is none.
 *
 * @param line of the file on which it begins, counted from 1; 0 where it is about no line
 * @param part the event, or the first of its dates; null for what is no event
 * @param detail the reason in English, for administrators; "" for none
 * @param complaints of ical4j, in its own words
 * @param judged whether ical4j was asked
 * @param told those who get mail, if mail is wanted
 */
public record ImportedEvent(
        Fate fate,
        Cause cause,
        String file,
        int line,
        @Nullable VEvent part,
        String detail,
        List<String> complaints,
        boolean judged,
        List<CalendarAddress> told) {

    /** What becomes of it. */
    public enum Fate {
        NEW,
        CHANGED,
        UNCHANGED,
        REFUSED,
        /** Nothing is missing; something in the file was not as it should be. */
        PROBLEM
    }

    /** Why it is refused. */
    public enum Cause {
        NONE,
        /** It is a message to somebody: its METHOD asks for an answer, or is one. */
        MESSAGE,
        /** A task, a note, free/busy. */
        NOT_EVENT,
        /** It could not be read. */
        UNREADABLE,
        /** The rules refuse it. */
        RULE
    }

    public ImportedEvent {
        complaints = List.copyOf(complaints);
        told = List.copyOf(told);
    }

    static ImportedEvent refused(Cause cause, String file, int line, String detail) {
        return new ImportedEvent(
                Fate.REFUSED, cause, file, line, null, detail, List.of(), true, List.of());
    }

    ImportedEvent telling(List<CalendarAddress> others) {
        return new ImportedEvent(fate, cause, file, line, part, detail, complaints, judged, others);
    }

    public String uid() {
        return part == null ? "" : part.uid();
    }

    public String summary() {
        return part == null ? "" : part.summary();
    }

    public boolean isKept() {
        return fate == Fate.NEW || fate == Fate.CHANGED;
    }
}
