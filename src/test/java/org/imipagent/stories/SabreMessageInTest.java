package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Outside;
import org.imipagent.store.TestStores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The messages of sabre/vobject's tests of its broker, each as a mail to the other side. */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
@ExtendWith(TestStores.class)
class SabreMessageInTest {

    private static final Instant NOW = Instant.parse("2014-08-01T10:00:00Z");

    @TempDir Path stores = Path.of("");

    @Test
    void everyMessageLeavesTheCalendarThatIsExpected() throws IOException {
        Path folder = Outside.folder("sabre-vobject-itip/scenarios");
        List<String> listed = Outside.listed("sabre-message-in.txt");
        int agree = 0;
        int onPurpose = 0;
        var differ = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.endsWith("steps.json")).sorted().toList()) {
                Path scenario = Objects.requireNonNull(file.getParent());
                for (JsonNode step : new ObjectMapper().readTree(file.toFile()).path("steps")) {
                    if (!step.path("op").asText().equals("message-in")) {
                        continue;
                    }
                    String name = String.valueOf(scenario.getFileName());
                    String trouble = play(step, scenario, stores.resolve(name));
                    if (listed.contains(name)) {
                        onPurpose++;
                        if (trouble == null) {
                            differ.add(name + " is listed, and agrees");
                        }
                    } else if (trouble == null) {
                        agree++;
                    } else {
                        differ.add(name + ": " + trouble);
                    }
                }
            }
        }
        System.out.println(
                "sabre-vobject-itip message-in: agree "
                        + agree
                        + ", on purpose "
                        + onPurpose
                        + ", differ "
                        + differ.size());
        assertEquals(List.of(), differ, () -> String.join("\n", differ));
    }

    private static @Nullable String play(JsonNode step, Path scenario, Path store)
            throws IOException {
        String message = Objects.requireNonNull(file(scenario, step.path("message")));
        String existing = file(scenario, step.path("existing"));
        String expected = file(scenario, step.path("expected"));
        Event came = event(message);
        boolean isReply = message.contains("METHOD:REPLY");
        CalendarAddress organiser = organiser(came, existing == null ? null : event(existing));
        CalendarAddress attendee = attendee(came);
        try (var people = new TestPeople(Files.createDirectories(store), NOW)) {
            CalendarAddress owner = isReply ? organiser : attendee;
            if (existing != null) {
                people.put(owner, existing);
            }
            String uid = came == null ? "foobar" : came.uid();
            Event before = people.event(owner, uid);
            String verdict = people.deliver(isReply ? attendee : organiser, message, owner);
            Event after = people.event(owner, uid);
            String wanted = expected == null ? said(before) : said(event(expected));
            return wanted.equals(said(after))
                    ? null
                    : verdict + "\nexpected\n" + wanted + "\nbut was\n" + said(after);
        }
    }

    private static @Nullable String file(Path scenario, JsonNode name) throws IOException {
        return name.asText().endsWith(".ics")
                ? complete(Files.readString(scenario.resolve(name.asText())))
                : null;
    }

    /** The broker's tests leave out what it does not look at; no event is without it. */
    private static String complete(String text) {
        boolean lacksStart = !text.contains("DTSTART");
        boolean lacksPeople = !text.contains("ORGANIZER") && !text.contains("ATTENDEE");
        String more =
                (lacksStart ? "DTSTART:20140801T100000Z\n" : "")
                        + (lacksPeople
                                ? "ORGANIZER:mailto:o@example.org\nATTENDEE:mailto:a@example.org\n"
                                : "");
        return text.replace("BEGIN:VEVENT\n", "BEGIN:VEVENT\n" + more)
                .replace("BEGIN:VEVENT\r\n", "BEGIN:VEVENT\r\n" + more);
    }

    private static @Nullable Event event(String text) {
        for (var object : CalendarReader.read(text, Limits.STANDARD).objects()) {
            if (!object.events().isEmpty()) {
                return object.events().getFirst();
            }
        }
        return null;
    }

    private static CalendarAddress organiser(@Nullable Event came, @Nullable Event kept) {
        Attendee organiser = came == null ? null : came.organiser();
        organiser = organiser == null && kept != null ? kept.organiser() : organiser;
        return organiser == null ? new CalendarAddress("o@example.org") : organiser.address();
    }

    private static CalendarAddress attendee(@Nullable Event came) {
        for (VEvent part : came == null ? List.<VEvent>of() : came.parts()) {
            for (Attendee attendee : part.attendees()) {
                return attendee.address();
            }
        }
        return new CalendarAddress("a@example.org");
    }

    /** What the suite is about: which parts there are, when, and who takes part and how. */
    private static String said(@Nullable Event event) {
        var parts = new TreeMap<String, String>();
        for (VEvent part : event == null ? List.<VEvent>of() : event.parts()) {
            var lines = new TreeSet<String>();
            for (Attendee attendee : part.attendees()) {
                lines.add(attendee.address().email() + " " + attendee.participation().partstat());
            }
            var start = part.start();
            Component component = part.component();
            parts.put(
                    String.valueOf(part.recurrenceId()),
                    (start == null ? "-" : start.instant(Zone.UTC).toString())
                            + " "
                            + part.sequence()
                            + " "
                            + part.isCancelled()
                            + " "
                            + component.has("RRULE")
                            + " "
                            + part.summary()
                            + " "
                            + lines);
        }
        return parts.toString();
    }
}
