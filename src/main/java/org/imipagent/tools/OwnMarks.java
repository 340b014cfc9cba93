package org.imipagent.tools;

import org.imipagent.calendar.Event;
import org.imipagent.itip.LocalMarks;

/**
 * Takes out what only our own copy of an event has: it means nothing to others, and from others it
 * would be a forgery.
 */
final class OwnMarks {

    private OwnMarks() {}

    static Event without(Event event) {
        return LocalMarks.without(event);
    }
}
