package org.imipagent.ical;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.imipagent.calendar.Limits;

/**
 * What we write, judged by ical4j's validators of RFC 5545 and RFC 5546. What they complain of
 * wrongly is listed in {@code outside/ical4j.txt}, each with the section that says so.
 */
public final class Validated {

    private static final Set<String> WRONG = Set.copyOf(Outside.listed("ical4j.txt"));

    private Validated() {}

    /**
     * The complaints about all calendars of a text that are not listed, as METHOD WHERE: WHAT.
     *
     * @param place what the text comes from: some complaints are listed for one place only
     */
    public static List<String> complaints(String place, String text) {
        var complaints = new TreeSet<String>();
        CalendarText read = CalendarReader.read(text, Limits.STANDARD);
        read.problems().forEach(problem -> complaints.add("our reader: " + problem));
        for (CalendarObject object : read.objects()) {
            StrictReading.complaints(object.calendar(), object.zones())
                    .forEach(complaint -> complaints.add(object.method() + " " + complaint));
        }
        complaints.removeIf(
                c -> WRONG.contains("everywhere " + c) || WRONG.contains(place + " " + c));
        return List.copyOf(complaints);
    }
}
