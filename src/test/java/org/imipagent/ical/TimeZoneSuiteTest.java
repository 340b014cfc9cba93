package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.Zone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** VTIMEZONEs and zone names of others. */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
class TimeZoneSuiteTest {

    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("2037-12-31T00:00:00Z");

    private static final List<String> ON_PURPOSE = Outside.listed("timezones.txt");

    private static Path folder(String name) {
        return Outside.folder("timezones/" + name);
    }

    @Test
    void everyVtimezoneSaysWhatJavaSays() throws IOException {
        Path folder = folder("libical-vtimezone-2025c");
        int agree = 0;
        int onPurpose = 0;
        var unknown = new ArrayList<String>();
        var differ = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ics")).sorted().toList()) {
                String name = folder.relativize(file).toString().replace(".ics", "");
                Zone named = ZoneNames.zone(name);
                ZoneRules rules = Observances.rules(vtimezone(file));
                if (named == null) {
                    unknown.add(name);
                } else if (rules == null) {
                    differ.add(name + ": no rules");
                } else {
                    Instant at = difference(named.rules(), rules);
                    if (at == null) {
                        agree++;
                    } else if (ON_PURPOSE.contains(name)) {
                        onPurpose++;
                    } else {
                        differ.add(name + " at " + at);
                    }
                }
            }
        }
        System.out.println(
                "timezones/libical-vtimezone: agree "
                        + agree
                        + ", differ on purpose "
                        + onPurpose
                        + ", unknown to this JDK "
                        + unknown
                        + ", differ "
                        + differ.size());
        assertEquals(List.of(), differ);
        assertEquals(List.of(), unknown, "to this JDK");
        assertEquals(597, agree + onPurpose);
    }

    private static Component vtimezone(Path file) throws IOException {
        return CalendarReader.read(Files.readString(file), Limits.STANDARD)
                .objects()
                .getFirst()
                .calendar()
                .components("VTIMEZONE")
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Instant difference(ZoneRules named, ZoneRules read) {
        long step = (LAST.getEpochSecond() - FIRST.getEpochSecond()) / 200;
        var instants = new ArrayList<Instant>();
        for (Instant t = FIRST; t.isBefore(LAST); t = t.plusSeconds(step)) {
            instants.add(t);
        }
        var change = named.nextTransition(FIRST);
        while (change != null && change.getInstant().isBefore(LAST)) {
            instants.add(change.getInstant().minusSeconds(1));
            instants.add(change.getInstant());
            change = named.nextTransition(change.getInstant());
        }
        return instants.stream()
                .filter(t -> !named.getOffset(t).equals(read.getOffset(t)))
                .findFirst()
                .orElse(null);
    }

    @Test
    void whatIsWrittenForAZoneSaysWhatTheZoneSays() {
        var differ = new ArrayList<String>();
        int agree = 0;
        // ical4j, where another test has loaded it, adds names of its own that have no rules.
        List<String> ids =
                ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> !id.contains("ical4j"))
                        .sorted()
                        .toList();
        for (String id : ids) {
            Zone zone = Objects.requireNonNull(Zone.named(id));
            for (int year : new int[] {1975, 1999, 2026}) {
                LocalDateTime start = LocalDateTime.of(year, 6, 15, 9, 0);
                Component written = ZoneWriter.write(id, zone, List.of(start), true);
                ZoneRules rules = Objects.requireNonNull(Observances.rules(written));
                for (Instant t = zone.instant(start);
                        t.isBefore(LAST);
                        t = t.plus(5, ChronoUnit.DAYS)) {
                    if (!zone.rules().getOffset(t).equals(rules.getOffset(t))) {
                        differ.add(id + " from " + year + " at " + t);
                        break;
                    }
                }
                agree++;
            }
        }
        System.out.println("zones written: " + agree + ", differ " + differ.size());
        assertEquals(List.of(), differ);
    }

    @Test
    void everyEventOfHordeBeginsWhenItSays() throws IOException {
        int agree = 0;
        var differ = new ArrayList<String>();
        try (var files = Files.list(folder("horde-vtimezone"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ics")).sorted().toList()) {
                Path said = Path.of(file.toString().replace(".ics", ".txt"));
                String times = times(file);
                String expected =
                        Files.readString(said)
                                .lines()
                                .map(String::strip)
                                .filter(l -> l.matches("\\d\\d:\\d\\d"))
                                .reduce("", (a, b) -> a + b + " ");
                if (times.equals(expected)) {
                    agree++;
                } else {
                    differ.add(file.getFileName() + "\n  said  " + expected + "\n  found " + times);
                }
            }
        }
        System.out.println("timezones/horde: agree " + agree + ", differ " + differ.size());
        assertEquals(List.of(), differ);
    }

    /** Horde counts a date without VALUE as a time, at midnight in its zone. */
    private static String times(Path file) throws IOException {
        var text = new StringBuilder();
        var read = CalendarReader.read(Files.readAllBytes(file), null, Limits.STANDARD);
        for (var object : read.objects()) {
            for (Component component : object.calendar().components("VEVENT").toList()) {
                var property = Objects.requireNonNull(component.first("DTSTART"));
                String tzid = property.parameter("TZID");
                Zone zone = tzid == null ? null : object.zones().zone(tzid);
                CalendarTime start = Objects.requireNonNull(Times.read(property, object.zones()));
                if (property.parameter("VALUE") == null) {
                    Instant instant = start.instant(zone == null ? Zone.UTC : zone);
                    text.append(Zone.UTC.local(instant).toLocalTime()).append(' ');
                }
            }
        }
        return text.toString();
    }

    /** Each as it stands in the map, and as programs write it: see {@link #written}. */
    @Test
    void everyNameOfTheMapsIsItsZoneHoweverItIsWritten() throws IOException {
        var differ = new ArrayList<String>();
        for (String map :
                List.of(
                        "windowszones",
                        "exchangezones",
                        "lotuszones",
                        "php-workaround",
                        "php-bc")) {
            int agree = 0;
            int onPurpose = 0;
            int before = differ.size();
            for (var pair : pairs(map).entrySet()) {
                Zone expected = Objects.requireNonNull(ZoneNames.zone(pair.getValue()));
                List<String> wrong =
                        written(pair.getKey()).stream()
                                .filter(name -> !same(ZoneNames.zone(name), expected))
                                .toList();
                if (wrong.isEmpty()) {
                    agree++;
                } else if (ON_PURPOSE.contains(map + "/" + pair.getKey())) {
                    onPurpose++;
                } else {
                    differ.add(
                            String.join(" | ", wrong)
                                    + " is "
                                    + ZoneNames.zone(wrong.getFirst())
                                    + " not "
                                    + pair.getValue());
                }
            }
            System.out.println(
                    "timezones/tz-name-maps/"
                            + map
                            + ": agree "
                            + agree
                            + ", differ on purpose "
                            + onPurpose
                            + ", differ "
                            + (differ.size() - before));
        }
        assertEquals("", String.join("\n", differ));
    }

    private static Map<String, String> pairs(String map) throws IOException {
        String json = Files.readString(folder("tz-name-maps/" + map + ".json")).replace("\\/", "/");
        var pairs = new LinkedHashMap<String, String>();
        Matcher pair = Pattern.compile("\"([^\"]+)\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        while (pair.find()) {
            pairs.put(pair.group(1), pair.group(2));
        }
        Matcher name = Pattern.compile("\"([^\"]+)\"").matcher(pairs.isEmpty() ? json : "");
        while (name.find()) {
            pairs.put(name.group(1), name.group(1));
        }
        return pairs;
    }

    private static List<String> written(String name) {
        return List.of(
                name,
                name.toLowerCase(Locale.ROOT),
                name.toUpperCase(Locale.ROOT),
                "(GMT+01.00) " + name,
                "(UTC-05:00) " + name,
                name + " 1",
                "\"" + name + "\"",
                "\u0001" + name + "\u200e\u0000",
                name.replace(", ", "\\, ").replace(" ", "\u00a0"));
    }

    private static boolean same(@Nullable Zone found, Zone expected) {
        return found != null
                && Stream.of("2024-01-15T12:00:00Z", "2024-07-15T12:00:00Z")
                        .map(Instant::parse)
                        .allMatch(
                                t ->
                                        found.rules()
                                                .getOffset(t)
                                                .equals(expected.rules().getOffset(t)));
    }
}
