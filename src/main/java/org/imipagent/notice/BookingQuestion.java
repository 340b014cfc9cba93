package org.imipagent.notice;

import java.util.List;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.Window;

/**
 * What somebody who looks after a resource is asked.
 *
 * @param part what it is to be booked for
 * @param times when; not all of many
 * @param subjectEnd what the subject of their answer must end with
 * @param isUnclear whether they have answered, and nobody understood it
 */
public record BookingQuestion(
        VEvent part, List<Window> times, String subjectEnd, boolean isUnclear) {
    public BookingQuestion {
        times = List.copyOf(times);
    }
}
