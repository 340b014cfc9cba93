package org.imipagent.ical;

import org.imipagent.calendar.OneLine;

/**
 * What ical4j, a reader stricter than ours, finds wrong with a calendar text.
 *
 * @param where the property or component concerned
 * @param what in ical4j's own words, in English, on one short line
 */
public record Complaint(String where, String what) {

    private static final int LONGEST = 200;

    public Complaint {
        where = line(where);
        what = line(what);
    }

    /** A stranger's text may stand in it. */
    private static String line(String text) {
        return Characters.clean(OneLine.shortened(text, LONGEST))
                .replaceAll("[\\s\\p{Z}\\p{C}]+", " ")
                .strip();
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
