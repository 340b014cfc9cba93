package org.imipagent.itip;

import org.imipagent.calendar.VEvent;

/**
 * The order of versions of the same event or occurrence: SEQUENCE, then DTSTAMP (RFC 5546, 2.1.5).
 */
enum Version {
    OLDER,
    SAME,
    NEWER;

    static Version of(VEvent came, VEvent kept) {
        if (came.sequence() != kept.sequence()) {
            return came.sequence() < kept.sequence() ? OLDER : NEWER;
        }
        int order = came.stamp().compareTo(kept.stamp());
        return order < 0 ? OLDER : order == 0 ? SAME : NEWER;
    }

    static String compared(VEvent came, VEvent kept) {
        return "sequence "
                + came.sequence()
                + " of "
                + came.stamp()
                + ", kept is "
                + kept.sequence()
                + " of "
                + kept.stamp();
    }
}
