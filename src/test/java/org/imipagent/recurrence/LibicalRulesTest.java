package org.imipagent.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Outside;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The rules of libical: every block gives the times it says. */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
class LibicalRulesTest {

    /** libical itself says of this one that it is not implemented, and gives no times. */
    private static final String NO_TIMES = "*** UNIMPLEMENTED";

    @Test
    void everyBlockGivesTheTimesItSays() throws IOException {
        Path file = Outside.folder("recurrence/libical/icalrecur_test.txt");
        int agree = 0;
        int without = 0;
        var differ = new ArrayList<String>();
        String rule = "";
        String start = "";
        String at = "";
        int windows = 0;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("RRULE:")) {
                rule = line.substring(6);
                at = "";
            } else if (line.startsWith("DTSTART:")) {
                start = line.substring(8).strip();
            } else if (line.startsWith("START-AT:")) {
                at = line.substring(9).strip();
                windows++;
            } else if (line.startsWith("INSTANCES:")) {
                String said = line.substring(10).strip();
                if (said.startsWith(NO_TIMES)) {
                    without++;
                    continue;
                }
                String differs = difference(rule, start, at, said);
                if (differs.isEmpty()) {
                    agree++;
                } else {
                    differ.add(rule + " from " + start + "\n  " + differs);
                }
            }
        }
        System.out.println(
                "recurrence/libical: agree "
                        + agree
                        + ", no times said "
                        + without
                        + ", differ "
                        + differ.size());
        assertEquals("", String.join("\n", differ));
        assertEquals(List.of(145, 1, 7), List.of(agree, without, windows));
    }

    /**
     * By the way of the product. DTSTART counts as the first where the rule does not give it; of a
     * rule that ends, all are asked for, and whether there is one more.
     */
    private static String difference(String rule, String start, String at, String said) {
        if (said.startsWith("***")) {
            return refused(rule) ? "" : "is taken";
        }
        var expected = new ArrayList<>(List.of(said.split(",", -1)));
        if (!expected.getFirst().equals(start)) {
            expected.addFirst(start);
            if (rule.contains("COUNT=")) {
                expected.removeLast();
            }
        }
        boolean ends = rule.contains("COUNT=") || rule.contains("UNTIL=");
        String text =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:"
                        + start
                        + "\nRRULE:"
                        + rule
                        + "\nEND:VEVENT\nEND:VCALENDAR\n";
        var event =
                CalendarReader.read(text, Limits.STANDARD).objects().getFirst().events().getFirst();
        String differs = difference(event, FROM, expected, ends);
        if (differs.isEmpty() && !at.isEmpty()) {
            Instant window = Objects.requireNonNull(RecurrenceId.read(at)).instant(Zone.UTC);
            expected.removeIf(time -> time.compareTo(at) < 0);
            return difference(event, window, expected, ends);
        }
        return differs;
    }

    private static String difference(
            Event event, Instant from, List<String> expected, boolean ends) {
        List<String> found =
                Recurrences.expand(event, from, TO, Zone.UTC, Limits.STANDARD).instances().stream()
                        .map(i -> RecurrenceId.of(i.start()).text())
                        .limit(ends ? Long.MAX_VALUE : expected.size())
                        .toList();
        return found.equals(expected) ? "" : "said  " + expected + "\n  found " + found;
    }

    private static final Instant FROM = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("4500-01-01T00:00:00Z");

    private static boolean refused(String rule) {
        try {
            return RecurrenceRule.read(rule).interval() < 0;
        } catch (IllegalArgumentException wrong) {
            return true;
        }
    }
}
