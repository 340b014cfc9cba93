package org.imipagent.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Outside;
import org.imipagent.stories.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Calendars with troubles of real life, and the first occurrences of all their events as the
 * library recurring-ical-events gives them: changed and moved, excluded, this and future, periods.
 */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
class RecurringIcalEventsTest {

    private static final List<String> ON_PURPOSE = Outside.listed("recurring-ical-events.txt");
    private static final Instant FROM = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2200-01-01T00:00:00Z");

    /** As many occurrences are said at most. */
    private static final int MOST = 25;

    private static final String NO_UID = "None";

    @Test
    void everyCalendarHasTheOccurrencesSaid() throws IOException {
        Path folder = Outside.folder("recurrence/recurring-ical-events");
        int agree = 0;
        var onPurpose = new TreeSet<String>();
        var differ = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> file :
                JsonNode.read(folder.resolve("oracle-icalendar.json")).fields().entrySet()) {
            List<JsonNode> calendars = file.getValue().items().getFirst().get("calendars").items();
            if (calendars.isEmpty()
                    || !calendars.getFirst().fields().containsKey("first_occurrences")) {
                continue;
            }
            List<String> said = said(calendars.getFirst().get("first_occurrences"));
            List<String> found = found(folder.resolve(file.getKey()), said.size());
            if (found.equals(said)) {
                agree++;
            } else if (ON_PURPOSE.contains(file.getKey() + " " + found.size())) {
                onPurpose.add(file.getKey() + " " + found.size());
            } else {
                differ.add(file.getKey() + "\n  said  " + said + "\n  found " + found);
            }
        }
        System.out.println(
                "recurrence/recurring-ical-events: agree "
                        + agree
                        + ", differ on purpose "
                        + onPurpose.size()
                        + ", differ "
                        + differ.size());
        assertEquals("", String.join("\n", differ));
        assertEquals(new TreeSet<>(ON_PURPOSE), onPurpose, "in the list, and agree");
        assertEquals(92, agree + onPurpose.size());
    }

    private static List<String> said(JsonNode occurrences) {
        return occurrences.items().stream()
                .map(
                        o ->
                                o.items().get(0).text()
                                        + "/"
                                        + o.items().get(1).text()
                                        + " "
                                        + o.items().get(2).text())
                .sorted()
                .toList();
    }

    /** As many as are said; all, where those are fewer than are said at most. */
    private static List<String> found(Path file, int said) throws IOException {
        var found = new ArrayList<String>();
        for (CalendarObject object :
                CalendarReader.read(Files.readAllBytes(file), null, Limits.STANDARD).objects()) {
            for (Event event : object.events()) {
                for (Instance instance :
                        Recurrences.expand(event, FROM, TO, Zone.UTC, Limits.STANDARD)
                                .instances()) {
                    found.add(
                            written(instance.start())
                                    + "/"
                                    + written(instance.end())
                                    + " "
                                    + (event.uid().startsWith("no-uid-") ? NO_UID : event.uid()));
                }
            }
        }
        return found.stream().sorted().limit(said < MOST ? MOST : said).toList();
    }

    private static String written(CalendarTime time) {
        return RecurrenceId.of(time).text();
    }
}
