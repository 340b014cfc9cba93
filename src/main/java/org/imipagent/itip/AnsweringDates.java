package org.imipagent.itip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.VEvent;

/**
 * One answer to all the dates of an event that wait by themselves, and to no other: changed dates
 * of a series that is answered, or dates that came without their series. One REPLY names each of
 * them (RFC 5546, 3.2.3).
 */
public final class AnsweringDates {

    private AnsweringDates() {}

    /**
     * The dates that wait by themselves and are not over, in their order; none where the series
     * itself waits, since they are answered with it.
     */
    public static List<VEvent> waiting(Event event, Person person, Instant now) {
        var waiting = new ArrayList<VEvent>();
        if (!IncomingRequest.isUnanswered(person, event.master())) {
            for (VEvent date : event.changed().values()) {
                if (IncomingRequest.isUnanswered(person, date)
                        && !person.organises(date)
                        && !isOver(date, person, now)) {
                    waiting.add(date);
                }
            }
        }
        return waiting;
    }

    private static boolean isOver(VEvent date, Person person, Instant now) {
        CalendarTime end = date.end();
        return end != null && end.instant(person.zone()).isBefore(now);
    }

    static Decision decide(
            CalendarState state, Event event, UserAction.AnswerDates act, Instant now) {
        List<VEvent> waiting = waiting(event, state.person(), now);
        if (waiting.isEmpty()) {
            return new Decision(Verdict.REPEATED, "", List.of(), List.of());
        }
        var answered = new ArrayList<VEvent>();
        for (VEvent date : waiting) {
            Attendee mine = Objects.requireNonNull(state.person().among(date));
            answered.add(
                    UserActionRules.answered(
                            state,
                            date,
                            LocalMarks.commented(mine.with(act.how()), act.comment()),
                            LocalMarks.REPLIED_HERE,
                            now));
        }
        Event result = event.with(answered);
        var changes = new ArrayList<Change>(List.of(new Change.Keep(result)));
        changes.addAll(InvitationQueue.changes(state, result, now));
        var decision =
                new Decision(
                        Verdict.REPLIED,
                        act.how().partstat(),
                        changes,
                        UserActionRules.replies(state, answered, act.comment(), now));
        return Unsent.told(state, waiting.getFirst(), decision);
    }
}
