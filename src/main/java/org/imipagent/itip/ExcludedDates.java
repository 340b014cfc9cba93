package org.imipagent.itip;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;

/** EXDATE (RFC 5545, 3.8.5.1): the occurrences that a series leaves out. */
public final class ExcludedDates {

    private ExcludedDates() {}

    public static List<RecurrenceId> of(VEvent master) {
        var ids = new ArrayList<RecurrenceId>();
        for (Property property : master.component().all("EXDATE")) {
            for (String value : property.value().split(",", -1)) {
                CalendarTime time = Times.read(value, property.parameter("TZID"), master.zones());
                if (time != null) {
                    ids.add(RecurrenceId.of(time));
                }
            }
        }
        return ids;
    }
}
