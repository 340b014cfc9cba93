package org.imipagent.ical;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.validate.ValidationEntry;
import net.fortuna.ical4j.validate.ValidationException;

/**
 * What ical4j says of a calendar text: a reader stricter than ours, and the rules of RFC 5545 and
 * 5546 on which property must stand where. For people who want to know why somebody's invitation is
 * odd; nothing of the agent depends on it, because it stops at the first thing it cannot read.
 */
public final class SecondOpinion {

    private static final int MOST = 50;

    private SecondOpinion() {}

    /** The complaints, one line each; none when ical4j has none. */
    public static List<String> of(String text) {
        try {
            return complaints(new CalendarBuilder().build(new StringReader(text)));
        } catch (IOException | ParserException | RuntimeException unreadable) {
            return List.of("cannot read it: " + unreadable.getMessage());
        }
    }

    private static List<String> complaints(Calendar calendar) {
        var complaints = new ArrayList<String>();
        try {
            for (ValidationEntry entry : calendar.validate().getEntries()) {
                if (complaints.size() < MOST) {
                    complaints.add(entry.getContext() + ": " + entry.getMessage());
                }
            }
        } catch (ValidationException invalid) {
            complaints.add(String.valueOf(invalid.getMessage()));
        }
        return complaints;
    }
}
