package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.Outside;
import org.imipagent.store.TestStores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios of Cyrus in which mail comes in: what the calendar shows after each. */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
@ExtendWith(TestStores.class)
class CassandaneMailInTest {

    private static final CalendarAddress OWNER = new CalendarAddress("cassandane@example.com");
    private static final Instant NOW = Instant.parse("2021-07-01T10:00:00Z");
    private static final Pattern STEP = Pattern.compile("\\{([^}]*)}|\\[([^\\]]*)]|^([a-z-]+)");

    @TempDir Path stores = Path.of("");

    @Test
    void everyScenarioLeavesTheCalendarThatIsExpected() throws IOException {
        Path folder = Outside.folder("cassandane-imip/mail-in");
        List<String> listed = Outside.listed("cassandane-mail-in.txt");
        int agree = 0;
        int onPurpose = 0;
        var differ = new ArrayList<String>();
        try (var scenarios = Files.list(folder)) {
            for (Path scenario : scenarios.sorted().toList()) {
                String name = String.valueOf(scenario.getFileName());
                String trouble = play(scenario, Files.createDirectory(stores.resolve(name)));
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
        System.out.println(
                "cassandane-imip/mail-in: agree "
                        + agree
                        + ", on purpose "
                        + onPurpose
                        + ", differ "
                        + differ.size());
        assertEquals(List.of(), differ, () -> String.join("\n", differ));
    }

    /** Does the steps of a scenario; tells the first expectation that does not hold. */
    private static @Nullable String play(Path scenario, Path store) throws IOException {
        JsonNode steps =
                new ObjectMapper().readTree(scenario.resolve("steps.json").toFile()).path("steps");
        try (var people = new TestPeople(store, NOW)) {
            // Cyrus takes what is added as it comes.
            people.prefer(OWNER, "add_method_response", "add");
            for (JsonNode step : steps) {
                String trouble = play(step, scenario, people);
                if (trouble != null) {
                    return "step " + step.path("n").asInt() + ": " + trouble;
                }
            }
            return null;
        }
    }

    private static @Nullable String play(JsonNode step, Path scenario, TestPeople people)
            throws IOException {
        switch (step.path("op").asText()) {
            case "policy" -> policy(step.path("options"), people);
            case "deliver" ->
                    people.deliver(mail(scenario.resolve(step.path("file").asText())), OWNER);
            case "store-put" ->
                    people.put(
                            OWNER, Files.readString(scenario.resolve(step.path("file").asText())));
            case "expect" -> {
                return expect(step, people);
            }
            default -> {
                return "no such step: " + step.path("op").asText();
            }
        }
        return null;
    }

    private static void policy(JsonNode options, TestPeople people) {
        if (options.has("delete_cancelled")) {
            people.prefer(OWNER, "cancelled", "remove");
        }
        if (options.has("updates_only")) {
            people.prefer(OWNER, "invitations", "none");
        }
        if (options.has("organizers")) {
            // The address book of the scenarios holds Foo; our acquaintances stand in events.
            people.put(
                    OWNER,
                    """
                    BEGIN:VCALENDAR
                    BEGIN:VEVENT
                    UID:acquaintance
                    DTSTART:20200101T100000Z
                    ORGANIZER:mailto:foo@example.net
                    ATTENDEE:mailto:cassandane@example.com
                    END:VEVENT
                    END:VCALENDAR
                    """);
            people.prefer(OWNER, "invitations", "known");
        }
    }

    /** One mail was recorded with the escapes of its Perl text. */
    private static byte[] mail(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.replace("\\@", "@").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String expect(JsonNode step, TestPeople people) {
        var events = new ArrayList<Event>();
        for (String uid : people.uids(OWNER)) {
            Event event = people.event(OWNER, uid);
            if (event != null && !uid.equals("acquaintance")) {
                events.add(event);
            }
        }
        String path = step.path("path").asText("");
        Object found =
                path.isEmpty()
                        ? counted(step, events)
                        : at(
                                path,
                                events,
                                people.text(
                                        OWNER, events.isEmpty() ? "" : events.getFirst().uid()));
        return holds(step, found)
                ? null
                : step.path("check").asText()
                        + " "
                        + (path.isEmpty() ? step.path("expr").asText() : path)
                        + " "
                        + step.path("value")
                        + " but "
                        + found;
    }

    private static Object counted(JsonNode step, List<Event> events) {
        return step.path("expr").asText().contains("@$events")
                ? (Object) events.size()
                : "no helper";
    }

    private static boolean holds(JsonNode step, @Nullable Object found) {
        JsonNode value = step.path("value");
        String text = found == null ? "" : found.toString();
        return switch (step.path("check").asText()) {
            case "equals", "num_equals", "str_equals" -> text.equals(value.asText());
            case "deep_equals" ->
                    found instanceof List<?> list && list.isEmpty() && value.isEmpty();
            case "not_null" -> found != null;
            case "null" -> found == null;
            case "matches" -> expression(value).matcher(text).find();
            case "does_not_match" -> !expression(value).matcher(text).find();
            case "cmp_deeply" -> participants(value, found);
            default -> false;
        };
    }

    private static Pattern expression(JsonNode value) {
        return Pattern.compile(value.asText().replaceFirst("^re:\\(\\?\\^:(.*)\\)$", "$1"));
    }

    /** Of a deep comparison, who takes part and how. */
    private static boolean participants(JsonNode value, @Nullable Object found) {
        if (!(found instanceof Event event)) {
            return false;
        }
        var wanted = value.path("superhashof").path("participants").path("hashbag");
        var all = new TreeSet<CalendarAddress>();
        event.main().attendees().forEach(attendee -> all.add(attendee.address()));
        Attendee organiser = event.organiser();
        if (organiser != null) {
            all.add(organiser.address());
        }
        for (JsonNode each : wanted) {
            JsonNode one = each.path("superhashof");
            if (one.has("participationStatus")) {
                Attendee attendee =
                        event.main().attendee(new CalendarAddress(one.path("email").asText()));
                if (attendee == null
                        || !attendee.participation()
                                .partstat()
                                .toLowerCase(Locale.ROOT)
                                .equals(one.path("participationStatus").asText())) {
                    return false;
                }
            }
        }
        return all.size() == wanted.size() / 2;
    }

    private static @Nullable Object at(String path, List<Event> events, @Nullable String text) {
        var names = new ArrayList<String>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    names.add(matcher.group(group));
                }
            }
        }
        if (path.equals("events")) {
            return events;
        }
        if (events.isEmpty()) {
            return null;
        }
        Event event = events.getFirst();
        return switch (names.getFirst()) {
            case "events" ->
                    names.size() == 2
                            ? event
                            : of(event, event.main(), names.subList(2, names.size()));
            case "store-text" -> text;
            case "parsed-ical" -> parsed(event, names);
            default -> "not looked at";
        };
    }

    private static @Nullable Object of(Event event, VEvent part, List<String> names) {
        VEvent master = event.master();
        return switch (names.getFirst()) {
            case "uid" -> event.uid();
            case "title" -> part.summary();
            case "start" -> local(part.start());
            case "status" -> part.text("STATUS").toLowerCase(Locale.ROOT);
            case "sequence" -> part.sequence();
            case "duration" -> duration(part);
            case "freeBusyStatus" -> part.isTransparent() ? "free" : "busy";
            case "alerts" -> part.component().components("VALARM").findFirst().orElse(null);
            case "recurrenceRule" -> master == null ? null : master.component().first("RRULE");
            case "locations" -> part.location();
            case "excluded" -> part.isCancelled() ? "1" : "0";
            case "participants" -> participant(part, names);
            case "recurrenceOverrides" ->
                    names.size() == 1
                            ? (event.changed().isEmpty() ? null : event.changed())
                            : override(event, names);
            default -> "not known: " + names;
        };
    }

    private static @Nullable Object override(Event event, List<String> names) {
        for (var changed : event.changed().entrySet()) {
            VEvent master = event.master();
            CalendarTime start = master == null ? changed.getValue().start() : master.start();
            CalendarTime original =
                    start == null
                            ? changed.getKey().time()
                            : start.at(changed.getKey().instant(Zone.UTC), Zone.UTC);
            if (names.get(1).equals(local(original))) {
                return names.size() == 2
                        ? changed.getValue()
                        : of(event, changed.getValue(), names.subList(2, names.size()));
            }
        }
        return null;
    }

    private static @Nullable Object participant(VEvent part, List<String> names) {
        Attendee attendee = part.attendee(new CalendarAddress(names.get(1).replace("email=", "")));
        if (attendee == null) {
            return null;
        }
        String name = attendee.property().parameter("CN");
        return names.get(2).equals("name")
                ? (name == null ? "" : name)
                : attendee.participation().partstat().toLowerCase(Locale.ROOT);
    }

    private static String local(@Nullable CalendarTime time) {
        if (time == null) {
            return "";
        }
        String text = time.wall().toString();
        return text.length() == 16 ? text + ":00" : text;
    }

    private static String duration(VEvent part) {
        var span = part.span(Zone.UTC);
        return span == null ? "" : span.time().plusDays(span.days()).toString();
    }

    /** {@code parsed-ical{entries}[0]{entries}[0]{properties}{action}[0]{value}} */
    private static @Nullable Object parsed(Event event, List<String> names) {
        if (names.contains("type")) {
            return "vevent";
        }
        if (names.contains("x-lic-error")) {
            return event.main().component().first("X-LIC-ERROR");
        }
        int index = Integer.parseInt(names.get(2));
        if (index >= event.parts().size()) {
            return null;
        }
        Component part = event.parts().get(index).component();
        boolean inner = names.get(3).equals("entries");
        Component looked = inner ? part.components().stream().findFirst().orElse(null) : part;
        String name = names.get(names.indexOf("properties") + 1).toUpperCase(Locale.ROOT);
        Property property = looked == null ? null : looked.first(name);
        return property == null ? null : property.value();
    }
}
