package org.imipagent.itip;

import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;

/**
 * The user whose calendar it is.
 *
 * @param aliases further addresses of the same person
 * @param zone where days and floating times are theirs
 */
public record Person(CalendarAddress address, List<CalendarAddress> aliases, Zone zone) {

    public Person {
        aliases = List.copyOf(aliases);
    }

    /** Whether an address is theirs: their own, an alias, or one of them with a + and a detail. */
    public boolean is(CalendarAddress other) {
        return isExactly(other) || isExactly(other.plain());
    }

    private boolean isExactly(CalendarAddress other) {
        return address.equals(other) || aliases.contains(other);
    }

    /**
     * The attendee of an event that this person is, under whichever address; null where not
     * invited.
     */
    public @Nullable Attendee among(VEvent event) {
        for (Attendee attendee : event.attendees()) {
            if (is(attendee.address())) {
                return attendee;
            }
        }
        return null;
    }

    /** Whether what the person, who is invited, says of an event reaches nobody. */
    public boolean isUnheard(VEvent event) {
        Attendee organiser = event.organiser();
        return !organises(event) && (organiser == null || !organiser.address().isMail());
    }

    public boolean organises(VEvent event) {
        Attendee organiser = event.organiser();
        return organiser != null && is(organiser.address());
    }
}
