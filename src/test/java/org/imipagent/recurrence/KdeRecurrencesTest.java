package org.imipagent.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Outside;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** The calendars of KDE and the lists of all their occurrences. */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
class KdeRecurrencesTest {

    private static final List<String> ON_PURPOSE = Outside.listed("recurrence.txt");
    private static final Instant FROM = Instant.parse("1900-01-01T00:00:00Z");
    private static final long ALL = Long.MAX_VALUE;
    private static final Instant TO = Instant.parse("4500-01-01T00:00:00Z");

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void everyCalendarHasTheOccurrencesListed() throws IOException {
        Path folder = Outside.folder("recurrence/kcalendarcore");
        int agree = 0;
        int onPurpose = 0;
        int none = 0;
        var differ = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (Path list :
                    files.filter(f -> f.toString().endsWith(".next.ref")).sorted().toList()) {
                Path file = Path.of(list.toString().replace(".next.ref", ""));
                String name = folder.relativize(file).toString();
                Event event = event(file);
                if (event == null) {
                    none++;
                    continue;
                }
                List<String> said =
                        Files.readString(list)
                                .lines()
                                .filter(l -> !l.isBlank())
                                .map(l -> l.split(" ", -1)[0])
                                .toList();
                List<String> found = found(event, ends(event) ? ALL : said.size(), shown(file));
                if (found.equals(said)) {
                    agree++;
                } else if (ON_PURPOSE.contains(name)) {
                    onPurpose++;
                } else {
                    differ.add(
                            name
                                    + " "
                                    + said.size()
                                    + "/"
                                    + found.size()
                                    + firstDifference(said, found)
                                    + " ");
                }
            }
        }
        System.out.println(
                "recurrence/kcalendarcore: agree "
                        + agree
                        + ", differ on purpose "
                        + onPurpose
                        + ", no event "
                        + none
                        + ", differ "
                        + differ.size());
        assertEquals("", String.join("\n", differ));
        assertEquals(List.of(144, 0), List.of(agree + onPurpose, none));
    }

    /** Then one more than the list has would be wrong; else the list stops somewhere. */
    private static boolean ends(Event event) {
        return event.main().component().all("RRULE").stream()
                .allMatch(r -> r.value().contains("COUNT=") || r.value().contains("UNTIL="));
    }

    private static String firstDifference(List<String> said, List<String> found) {
        for (int i = 0; i < Math.max(said.size(), found.size()); i++) {
            String one = i < said.size() ? said.get(i) : "end";
            String other = i < found.size() ? found.get(i) : "end";
            if (!one.equals(other)) {
                return " at " + i + " said " + one + " found " + other;
            }
        }
        return "";
    }

    private static @Nullable Event event(Path file) throws IOException {
        var object =
                CalendarReader.read(Files.readAllBytes(file), null, Limits.STANDARD)
                        .objects()
                        .getFirst();
        for (Component component : object.calendar().components()) {
            if (List.of("VEVENT", "VTODO").contains(component.name()) && component.has("DTSTART")) {
                var properties = new ArrayList<>(component.properties());
                properties.addFirst(Property.of("UID", "1"));
                // Connect Daily writes a RECURRENCE-ID of 1970 into its masters; KDE passes over
                // it.
                properties.removeIf(p -> List.of("DUE", "RECURRENCE-ID").contains(p.name()));
                return Event.of(
                        new VEvent(new Component("VEVENT", properties, List.of()), object.zones()));
            }
        }
        return null;
    }

    /** In the time the list was made in, where the event is in UTC. */
    private static List<String> found(Event event, long most, Zone shown) {
        return Recurrences.expand(event, FROM, TO, shown, Limits.STANDARD).instances().stream()
                .limit(most)
                .map(
                        i ->
                                i.start() instanceof CalendarTime.Zoned(_, _, var tzid)
                                                && tzid.isEmpty()
                                        ? shown.local(i.start().instant(shown))
                                        : i.start().wall())
                .map(KdeRecurrencesTest::seconds)
                .toList();
    }

    private static Zone shown(Path file) throws IOException {
        String name = "X-LibKCal-Testsuite-OutTZ:";
        Zone zone =
                Files.readString(file)
                        .lines()
                        .filter(line -> line.startsWith(name))
                        .map(line -> Zone.named(line.substring(name.length()).strip()))
                        .findFirst()
                        .orElse(Zone.UTC);
        return Objects.requireNonNull(zone);
    }

    private static String seconds(LocalDateTime time) {
        String text = time.toString();
        return text.length() == 16 ? text + ":00" : text;
    }
}
