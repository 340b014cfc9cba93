package org.imipagent.itip;

import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.freebusy.FreeBusy;

/**
 * A free/busy answer to send (RFC 5546, 3.3.3), always without the person.
 *
 * @param uid of the question
 * @param asker its ORGANIZER, as it came
 * @param mine its ATTENDEE that the person is, as it came
 */
public record OutgoingFreeBusy(String uid, Attendee asker, Attendee mine, FreeBusy freeBusy) {

    public CalendarAddress to() {
        return asker.address();
    }
}
