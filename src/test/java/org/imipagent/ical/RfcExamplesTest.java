package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The examples of RFC 5545, 5546, 6047 and 6638 with the slips they were printed with: each VEVENT
 * that stands in one is read, without a problem; and what we write of it reads the same.
 */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
class RfcExamplesTest {

    private static final List<String> ON_PURPOSE = Outside.listed("rfc-examples.txt");
    private static final Pattern BEGIN = Pattern.compile("(?im)^BEGIN:VEVENT\\s*$");

    @Test
    void everyExampleIsRead() throws IOException {
        Path folder = Outside.folder("rfc-examples");
        int agree = 0;
        int onPurpose = 0;
        var differ = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ics")).sorted().toList()) {
                String name = folder.relativize(file).toString();
                String wrong = wrong(Files.readAllBytes(file));
                if (wrong.isEmpty()) {
                    agree++;
                } else if (ON_PURPOSE.contains(name)) {
                    onPurpose++;
                } else {
                    differ.add(name + "  " + wrong);
                }
            }
        }
        System.out.println(
                "rfc-examples: agree "
                        + agree
                        + ", differ on purpose "
                        + onPurpose
                        + ", differ "
                        + differ.size());
        assertEquals("", String.join("\n", differ));
    }

    private static String wrong(byte[] bytes) {
        var read = CalendarReader.read(bytes, null, Limits.STANDARD);
        var wrong = new StringBuilder();
        read.problems().forEach(problem -> wrong.append(problem).append("; "));
        long said = BEGIN.matcher(CalendarBytes.decode(bytes, null)).results().count();
        long found = 0;
        for (CalendarObject object : read.objects()) {
            for (Event event : object.events()) {
                found += event.parts().size();
                var again =
                        CalendarReader.read(
                                CalendarWriter.write("PUBLISH", event), Limits.STANDARD);
                if (!Same.is(event, again.objects().getFirst().events().getFirst())) {
                    wrong.append(event.uid()).append(" reads otherwise; ");
                }
            }
        }
        return said == found ? wrong.toString() : wrong + "" + found + " events of " + said;
    }
}
