package org.imipagent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.CalendarText;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.recurrence.Recurrences;

/** Bytes as a calendar: read, expanded, written, and read again. */
class CalendarFuzzTest {

    private static final Zone OSLO = Zone.of(ZoneId.of("Europe/Oslo"));
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");

    @FuzzTest
    void anyBytes(byte[] bytes) {
        CalendarText text = CalendarReader.read(bytes, null, Limits.STANDARD);
        assertTrue(text.problems().size() <= Limits.STANDARD.problems() + 1);
        for (CalendarObject object : text.objects()) {
            object.events().forEach(CalendarFuzzTest::expand);
        }
    }

    private static void expand(Event event) {
        var expansion = Recurrences.expand(event, FROM, TO, OSLO, Limits.STANDARD);
        assertTrue(expansion.instances().size() <= Limits.STANDARD.instances());
        String written = CalendarWriter.write(null, event);
        for (String line : written.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        CalendarText again = CalendarReader.read(written, Limits.STANDARD);
        assertEquals(1, again.objects().size(), written);
        assertEquals(1, again.objects().getFirst().events().size(), written);
        assertEquals(
                written,
                CalendarWriter.write(null, again.objects().getFirst().events().getFirst()));
    }
}
