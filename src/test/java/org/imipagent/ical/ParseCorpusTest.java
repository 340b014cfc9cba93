package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Hundreds of calendars of others, many broken: read, written and read again. */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
class ParseCorpusTest {

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everyFileIsReadAndWhatIsWrittenReadsTheSame() throws IOException {
        int agree = 0;
        int withEvents = 0;
        var differ = new ArrayList<String>();
        for (Path file : files()) {
            List<String> wrong = differences(file);
            differ.addAll(wrong);
            agree += wrong.isEmpty() ? 1 : 0;
            withEvents += events(file).isEmpty() ? 0 : 1;
        }
        System.out.println(
                "parse-corpus: agree "
                        + agree
                        + " (with events "
                        + withEvents
                        + "), differ "
                        + differ.size());
        assertEquals(List.of(), differ);
    }

    private static List<Path> files() throws IOException {
        Path folder = Outside.suites();
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".ics")).sorted().toList();
        }
    }

    private static List<Event> events(Path file) throws IOException {
        return CalendarReader.read(Files.readAllBytes(file), null, Limits.STANDARD)
                .objects()
                .stream()
                .flatMap(o -> o.events().stream())
                .toList();
    }

    private static List<String> differences(Path file) throws IOException {
        var differ = new ArrayList<String>();
        for (Event event : events(file)) {
            String text = CalendarWriter.write("PUBLISH", event);
            if (text.lines()
                    .anyMatch(
                            l -> l.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 75)) {
                differ.add(file.getFileName() + ": a line is too long");
            }
            var again = CalendarReader.read(text, Limits.STANDARD);
            if (again.objects().size() != 1 || again.objects().getFirst().events().size() != 1) {
                differ.add(file.getFileName() + ": " + again.problems());
                continue;
            }
            Event read = again.objects().getFirst().events().getFirst();
            if (!Same.is(event, read)) {
                differ.add(file.getFileName() + ": " + event.uid() + " reads otherwise\n" + text);
            } else if (!CalendarWriter.write("PUBLISH", read).equals(text)) {
                differ.add(file.getFileName() + ": " + event.uid() + " is written otherwise");
            }
        }
        return differ;
    }
}
