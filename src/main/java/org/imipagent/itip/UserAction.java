package org.imipagent.itip;

import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.recurrence.SeriesEdit;
import org.jspecify.annotations.Nullable;

/** Something the person does with an event. */
public sealed interface UserAction {

    /** The occurrence it is about; null for the whole event. */
    @Nullable RecurrenceId id();

    /**
     * Answer an invitation.
     *
     * @param id one occurrence; null for the whole event
     * @param comment goes to the organiser; "" for none
     */
    record Answer(@Nullable RecurrenceId id, Participation how, String comment)
            implements UserAction {}

    /** Answer all the dates that wait by themselves, and no other. */
    record AnswerDates(Participation how, String comment) implements UserAction {
        @Override
        public @Nullable RecurrenceId id() {
            return null;
        }
    }

    /** As attendee, send somebody else instead (RFC 5546, 3.2.2.3). */
    record Delegate(@Nullable RecurrenceId id, CalendarAddress to, String comment)
            implements UserAction {}

    /**
     * As attendee, propose another time (RFC 5546, 3.2.7).
     *
     * @param location another place; "" leaves it as it is
     */
    record Propose(
            @Nullable RecurrenceId id,
            CalendarTime start,
            CalendarTime end,
            String location,
            String comment)
            implements UserAction {}

    /**
     * Put an event into the calendar in the place of what is kept under its UID, as another program
     * had it; nobody is told.
     */
    record Import(Event event) implements UserAction {
        @Override
        public @Nullable RecurrenceId id() {
            return null;
        }
    }

    /** Remove the event from the calendar; nobody is told. */
    record Remove() implements UserAction {
        @Override
        public @Nullable RecurrenceId id() {
            return null;
        }
    }

    /** As organiser, let somebody in who answered without being invited. */
    record LetIn(CalendarAddress who, @Nullable RecurrenceId id) implements UserAction {}

    /** As organiser, refuse somebody who answered without being invited. */
    record Refuse(CalendarAddress who, @Nullable RecurrenceId id) implements UserAction {}

    /**
     * Keep an event as the person wrote it, new or changed. Of an event of somebody else's only
     * their own part may be changed.
     *
     * @param after the whole event as it is to be
     * @param send whether those whom the change concerns are told
     * @param comment goes along; "" for none
     */
    record Save(Event after, boolean send, String comment) implements UserAction {
        @Override
        public @Nullable RecurrenceId id() {
            return null;
        }
    }

    /**
     * As organiser, change all of a series: what was changed of one date is changed of all.
     *
     * @param id the date that was changed; null where the series itself was
     * @param after it as it is to be
     * @param rhythm how the series is to repeat; null as before
     */
    record SaveSeries(
            @Nullable RecurrenceId id,
            VEvent after,
            SeriesEdit.@Nullable Rhythm rhythm,
            boolean send,
            String comment)
            implements UserAction {}

    /**
     * As organiser, change an occurrence and all that follow. The series ends before it and goes on
     * as an event of its own, since other programs do so too and understand nothing else.
     *
     * @param after the occurrence as it and those after it are to be
     */
    record SaveFrom(RecurrenceId id, VEvent after, boolean send, String comment)
            implements UserAction {}

    /** As organiser, take over the times that an attendee proposes. */
    record AcceptCounter(CalendarAddress who, @Nullable RecurrenceId id) implements UserAction {}

    /** As organiser, decline what an attendee proposes. */
    record DeclineCounter(CalendarAddress who, @Nullable RecurrenceId id, String comment)
            implements UserAction {}

    /**
     * As organiser, cancel.
     *
     * @param andFuture also all occurrences after the one that is named
     * @param who only for these attendees: they are taken off; empty for everybody
     */
    record CallOff(
            @Nullable RecurrenceId id,
            boolean andFuture,
            List<CalendarAddress> who,
            boolean send,
            String comment)
            implements UserAction {

        public CallOff {
            who = List.copyOf(who);
        }
    }
}
