package org.imipagent.itip;

import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.jspecify.annotations.Nullable;

/** Something the person does with an event. */
public sealed interface Act {

    /** The occurrence it is about; null for the whole event. */
    @Nullable RecurrenceId id();

    /**
     * Answer an invitation.
     *
     * @param id one occurrence; null for the whole event
     * @param comment goes to the organiser; "" for none
     */
    record Answer(@Nullable RecurrenceId id, Participation how, String comment) implements Act {}

    /** Remove the event from the calendar; nobody is told. */
    record Remove() implements Act {
        @Override
        public @Nullable RecurrenceId id() {
            return null;
        }
    }

    /** As organiser, let somebody in who answered without being invited. */
    record LetIn(CalendarAddress who, @Nullable RecurrenceId id) implements Act {}

    /** As organiser, refuse somebody who answered without being invited. */
    record Refuse(CalendarAddress who, @Nullable RecurrenceId id) implements Act {}
}
