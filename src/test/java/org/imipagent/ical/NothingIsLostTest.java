package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imipagent.calendar.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Whatever a stranger wrote of an event stands in what we write of it: the name and value of each
 * line of the source, looked for without our reader, unless a problem says what is wrong with the
 * file. RECURRENCE-ID takes the form that DTSTART has; quoted-printable of vCalendar 1.0 is undone.
 */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
class NothingIsLostTest {

    @Test
    void eachLineOfAnEventIsWrittenAgain() throws IOException {
        var lost = new ArrayList<String>();
        int files = 0;
        int lines = 0;
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            CalendarText text = CalendarReader.read(bytes, null, Limits.STANDARD);
            if (!text.problems().isEmpty()) {
                continue;
            }
            files++;
            Map<String, Integer> written = written(text);
            for (String line : source(bytes)) {
                lines++;
                boolean isForm = line.startsWith("RECURRENCE-ID");
                if (!isForm && written.merge(line, -1, Integer::sum) < 0) {
                    lost.add(file.getFileName() + ": " + line);
                }
            }
        }
        System.out.println(
                "nothing is lost: "
                        + files
                        + " files without a problem, "
                        + lines
                        + " lines, lost "
                        + lost.size());
        assertTrue(lines > 80_000, "lines that were looked for: " + lines);
        assertEquals("", String.join("\n", lost));
    }

    private static List<Path> files() throws IOException {
        Path folder = Outside.suites();
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".ics")).sorted().toList();
        }
    }

    private static Map<String, Integer> written(CalendarText text) {
        var counts = new HashMap<String, Integer>();
        for (CalendarObject object : text.objects()) {
            for (var event : object.events()) {
                for (String line : ofEvents(CalendarWriter.write("PUBLISH", event))) {
                    counts.merge(line, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static List<String> source(byte[] bytes) {
        return ofEvents(CalendarBytes.decode(bytes, null)).stream()
                .filter(line -> !line.contains("=0A"))
                .toList();
    }

    /** The lines inside of VEVENT, name and value of each. */
    private static List<String> ofEvents(String text) {
        var lines = new ArrayList<String>();
        boolean within = false;
        for (String line : text.replaceAll("(\\r?\\n)+[ \\t]", "").split("\\r?\\n", -1)) {
            String upper = line.strip().toUpperCase(Locale.ROOT);
            if (upper.equals("BEGIN:VEVENT")) {
                within = true;
            } else if (upper.equals("END:VEVENT")) {
                within = false;
            } else if (within && !line.isBlank()) {
                lines.add(bare(line));
            }
        }
        return lines;
    }

    private static String bare(String line) {
        boolean quoted = false;
        int colon = 0;
        int semicolon = -1;
        while (colon < line.length() && (quoted || line.charAt(colon) != ':')) {
            quoted ^= line.charAt(colon) == '"';
            if (line.charAt(colon) == ';' && semicolon < 0) {
                semicolon = colon;
            }
            colon++;
        }
        String name = line.substring(0, semicolon < 0 ? colon : semicolon);
        String value = colon < line.length() ? line.substring(colon) : "";
        return name.strip().toUpperCase(Locale.ROOT) + value.strip();
    }
}
