package org.imipagent.itip;

import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.jspecify.annotations.Nullable;

/**
 * Who was taken off an event that was kept without sending: they believe that they are invited, so
 * the next change that is sent tells them. Until then {@link LocalMarks#GONE} holds their ATTENDEE.
 */
final class Gone {

    private Gone() {}

    /** An event as the attendees know it: with those who were not told that they are off. */
    static Event restored(Event event) {
        Event result = event;
        for (VEvent part : event.parts()) {
            result = result.with(restored(part));
        }
        return result;
    }

    private static VEvent restored(VEvent part) {
        VEvent result = part.without(LocalMarks.GONE);
        for (Attendee attendee : LocalMarks.gone(part)) {
            if (result.attendee(attendee.address()) == null) {
                result = result.with(attendee);
            }
        }
        return result;
    }

    /**
     * A part with those marked who stand in what is known and no longer in the part.
     *
     * @param known as the attendees know it; null for a new part
     */
    static VEvent marked(@Nullable VEvent known, VEvent part) {
        VEvent result = part.without(LocalMarks.GONE);
        if (known == null || known.isCancelled()) {
            return result;
        }
        var component = result.component();
        for (Attendee attendee : known.attendees()) {
            if (part.attendee(attendee.address()) == null
                    && Scheduled.byUs(attendee)
                    && !LocalMarks.isNeverTold(attendee)) {
                component =
                        component.plus(
                                new Property(
                                        LocalMarks.GONE,
                                        attendee.property().parameters(),
                                        attendee.property().value()));
            }
        }
        return new VEvent(component, result.zones());
    }

    /** Whether somebody was taken off a part, which they have not been told. */
    static boolean has(Event event, CalendarAddress who) {
        return event.parts().stream()
                .flatMap(part -> LocalMarks.gone(part).stream())
                .anyMatch(each -> each.address().equals(who));
    }
}
