package org.imipagent.ical;

import java.util.List;
import org.imipagent.calendar.Problem;

/** What a text held: its VCALENDARs, and what could not be taken as it stood. */
public record CalendarText(List<CalendarObject> objects, List<Problem> problems) {

    public CalendarText {
        objects = List.copyOf(objects);
        problems = List.copyOf(problems);
    }
}
