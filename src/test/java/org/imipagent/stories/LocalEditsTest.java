package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.DateList;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Outside;
import org.imipagent.store.TestStores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Others' scenarios of a user who edits, through the library call of the manager: which mails leave
 * to whom, and what they say.
 */
@Tag("outside")
@EnabledIf("org.imipagent.ical.Outside#isThere")
@ExtendWith(TestStores.class)
class LocalEditsTest {

    private static final Zone MELBOURNE = Objects.requireNonNull(Zone.named("Australia/Melbourne"));

    @TempDir Path folder = Path.of("");

    @Test
    void sabresBrokerAndWeMailTheSame() throws IOException {
        compare("sabre-vobject-itip/scenarios", 2, "sabre-local-edit.txt", this::sabre);
    }

    @Test
    void cyrusAndWeMailTheSame() throws IOException {
        compare(
                "cassandane-imip/organizer-attendee-edits",
                1,
                "cassandane-organizer-attendee-edits.txt",
                this::cassandane);
    }

    /** What a scenario has nothing to check by: it would agree with anything. */
    private static final String UNCHECKED = "nothing to check";

    /** What differs in a scenario; "" for nothing; null where it is none of ours. */
    private interface Scenario {
        @Nullable String difference(Path scenario, JsonNode steps) throws IOException;
    }

    private void compare(String suite, int depth, String list, Scenario scenario)
            throws IOException {
        Path root = Outside.folder(suite);
        List<String> listed = listed(list);
        int agree = 0;
        var unchecked = new TreeSet<String>();
        var onPurpose = new TreeSet<String>();
        var differ = new ArrayList<String>();
        for (Path steps : steps(root, depth)) {
            Path place = Objects.requireNonNull(steps.getParent());
            String name = root.relativize(place).toString();
            JsonNode read = JsonNode.read(steps).get("steps");
            String difference = scenario.difference(place, read);
            if (difference == null) {
                continue;
            }
            if (difference.equals(UNCHECKED)) {
                unchecked.add(name);
            } else if (difference.isEmpty()) {
                agree++;
            } else if (listed.contains(name)) {
                onPurpose.add(name);
            } else {
                differ.add(name + ": " + difference);
            }
        }
        System.out.println(
                list.replace(".txt", "")
                        + ": agree "
                        + agree
                        + ", on purpose "
                        + onPurpose.size()
                        + ", nothing to check "
                        + unchecked.size()
                        + (unchecked.isEmpty() ? "" : " (" + String.join(", ", unchecked) + ")")
                        + ", differ "
                        + differ.size());
        assertEquals(List.of(), differ, String.join("\n", differ));
        var named = new TreeSet<>(onPurpose);
        named.addAll(unchecked);
        assertEquals(new TreeSet<>(listed), named, "listed, and yet we agree; or unlisted");
    }

    private static List<Path> steps(Path root, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(root, depth + 1)) {
            return files.filter(f -> f.endsWith("steps.json")).sorted().toList();
        }
    }

    private static List<String> listed(String file) throws IOException {
        try (var list = LocalEditsTest.class.getResourceAsStream("/outside/" + file)) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf("  ")))
                    .toList();
        }
    }

    private TestPerson desk(String user, String zone) throws IOException {
        return new TestPerson(Files.createTempDirectory(folder, "desk"), user, zone);
    }

    private @Nullable String sabre(Path place, JsonNode steps) throws IOException {
        JsonNode step = steps.items().getFirst();
        if (!step.get("op").text().equals("local-edit")) {
            return null;
        }
        try (var desk = desk(step.get("user").text(), "UTC")) {
            boolean existed = !step.get("before").isNone();
            String before = existed ? text(place, step.get("before")) : "";
            if (existed) {
                desk.keep(before);
            }
            boolean done = true;
            if (!step.get("after").isNone()) {
                done = desk.save(text(place, step.get("after")));
            } else if (existed) {
                events(before).forEach(event -> desk.delete(event.uid()));
            }
            if (step.get("expect_rejected").text().equals("true") && done) {
                return "is not refused";
            }
            return differences(expected(place, step.get("expect_mail_out")), desk.mails());
        }
    }

    private static String text(Path place, JsonNode file) throws IOException {
        return Files.readString(place.resolve(file.text()), StandardCharsets.UTF_8);
    }

    private static List<Event> events(String text) {
        return CalendarReader.read(text, Limits.STANDARD).objects().stream()
                .flatMap(o -> o.events().stream())
                .toList();
    }

    /** A mail that the others expect; what it does not say is "". */
    private record Wanted(
            String method, String recipient, @Nullable Event event, JsonNode overrides) {}

    /** The polite ones: what is no significant change is not mailed to everybody. */
    private static List<Wanted> expected(Path place, JsonNode messages) throws IOException {
        var all = new ArrayList<Wanted>();
        for (JsonNode message : messages) {
            if (message.get("significantChange").text().equals("false")) {
                continue;
            }
            var event =
                    !message.get("file").isNone()
                            ? events(text(place, message.get("file"))).getFirst()
                            : null;
            all.add(wanted(message, event));
        }
        return all;
    }

    private static Wanted wanted(JsonNode message, @Nullable Event event) {
        return new Wanted(
                message.get("method").text(),
                new CalendarAddress(message.get("recipient").text()).email(),
                event,
                message.get("event").get("recurrenceOverrides"));
    }

    private static String differences(List<Wanted> expected, List<TestPerson.Out> mails) {
        var left = new ArrayList<>(mails);
        var missing = new ArrayList<String>();
        for (Wanted wanted : expected) {
            TestPerson.Out found = null;
            for (TestPerson.Out mail : left) {
                if (found == null && fits(wanted, mail)) {
                    found = mail;
                }
            }
            if (found == null) {
                missing.add("lacks " + wanted.method() + " to " + wanted.recipient());
            } else {
                left.remove(found);
                String other = differences(wanted, found);
                if (!other.isEmpty()) {
                    missing.add(wanted.method() + " to " + wanted.recipient() + " " + other);
                }
            }
        }
        left.forEach(mail -> missing.add("also " + mail.method() + " to " + mail.recipient()));
        return String.join("; ", missing);
    }

    private static boolean fits(Wanted wanted, TestPerson.Out mail) {
        return (wanted.method().isEmpty() || wanted.method().equals(mail.method()))
                && (wanted.recipient().isEmpty() || wanted.recipient().equals(mail.recipient()));
    }

    private static String differences(Wanted wanted, TestPerson.Out mail) {
        if (wanted.event() != null) {
            String expected = said(wanted.event(), wanted);
            String actual = said(mail.event(), wanted);
            return expected.equals(actual) ? "" : "says " + actual + " and not " + expected;
        }
        var overrides = wanted.overrides().fields().entrySet();
        for (var override : overrides) {
            var id =
                    RecurrenceId.of(
                            new CalendarTime.Zoned(
                                    LocalDateTime.parse(override.getKey()), MELBOURNE, ""));
            VEvent master = mail.event().master();
            VEvent part = mail.event().part(id);
            boolean isWithout =
                    (master != null && DateList.excluded(master).contains(id))
                            || (wanted.method().equals("REPLY") && part != null);
            // A CANCEL of the whole is one of every occurrence.
            boolean isThere = part != null || (wanted.method().equals("CANCEL") && master != null);
            if (!(override.getValue().fields().containsKey("excluded") ? isWithout : isThere)) {
                return "of " + override.getKey() + " otherwise";
            }
        }
        return "";
    }

    /** Which parts, when, without which dates, in which version; of a REPLY the answer. */
    private static String said(Event event, Wanted wanted) {
        var said = new TreeSet<String>();
        for (VEvent part : event.parts()) {
            CalendarTime start = part.start();
            var words = new StringBuilder();
            words.append(part.recurrenceId())
                    .append(' ')
                    .append(start == null ? "" : start.instant(Zone.UTC))
                    .append(" #")
                    .append(part.sequence())
                    .append(' ')
                    .append(new TreeSet<>(DateList.excluded(part)));
            if (!wanted.method().equals("REQUEST")) {
                // The same mail goes to all to whom the same is said: others may be named too.
                for (Attendee attendee : part.attendees()) {
                    if (wanted.method().equals("REPLY")) {
                        words.append(' ')
                                .append(attendee.address().email())
                                .append(' ')
                                .append(attendee.participation());
                    } else if (attendee.address().email().equals(wanted.recipient())) {
                        words.append(" for them");
                    }
                }
            }
            said.add(words.toString());
        }
        return said.toString();
    }

    private String cassandane(Path place, JsonNode steps) throws IOException {
        var differ = new ArrayList<String>();
        var uids = new java.util.HashMap<String, String>();
        int news = 0;
        int checked = 0;
        boolean done = true;
        try (var desk = desk("cassandane@example.com", "Australia/Melbourne")) {
            desk.prefer(
                    "aliases",
                    "domuser@example.com,cassandane@example.net,othercas@example.com,"
                            + "cassandane+test@example.com");
            List<TestPerson.Out> mails = List.of();
            for (JsonNode step : steps) {
                String op = step.get("op").text();
                switch (op) {
                    case "store-put" -> {
                        String text = text(place, step.get("file"));
                        events(text).forEach(e -> uids.put(step.get("href").text(), e.uid()));
                        done = desk.save(text);
                        mails = desk.mails();
                    }
                    case "store-delete" -> {
                        desk.delete(uids.getOrDefault(step.get("href").text(), ""));
                        mails = desk.mails();
                    }
                    case "store-new" -> desk.keep(event(step.get("event"), news++));
                    case "expect-mail-out" -> {
                        var expected = new ArrayList<Wanted>();
                        step.get("messages").forEach(m -> expected.add(wanted(m, null)));
                        checked++;
                        String difference = differences(expected, mails);
                        if (!difference.isEmpty()) {
                            differ.add("step " + step.get("n").text() + ": " + difference);
                        }
                    }
                    case "expect" -> {
                        checked += isChecked(step) ? 1 : 0;
                        String wrong = wrong(step, mails.size(), done, desk, steps);
                        if (!wrong.isEmpty()) {
                            differ.add("step " + step.get("n").text() + ": " + wrong);
                        }
                    }
                    default -> {}
                }
            }
        }
        return checked == 0 ? UNCHECKED : String.join("; ", differ);
    }

    /** Whether an expectation is one that {@link #wrong} holds us to. */
    private static boolean isChecked(JsonNode step) {
        String value = step.get("value").text();
        String path = step.get("path").text();
        return step.get("expr").text().contains("scalar(@imip)")
                || value.contains("allowed-attendee-scheduling-object-change")
                || value.contains("valid-calendar-object-resource")
                || path.startsWith("freebusy[")
                || path.equals("json{recipient}");
    }

    private static String event(JsonNode event, int number) {
        String start = event.get("start").text().replaceAll("[-:]", "");
        String zone = event.get("timeZone").text();
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//test//EN",
                "BEGIN:VEVENT",
                "UID:new" + number,
                "DTSTAMP:20140101T000000Z",
                "DTSTART"
                        + (zone.isEmpty()
                                ? ":" + start
                                : zone.equals("Etc/UTC")
                                        ? ":" + start + "Z"
                                        : ";TZID=" + zone + ":" + start),
                "DURATION:" + event.get("duration").text(),
                "SUMMARY:" + event.get("summary").text(),
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    /** What is no matter of CalDAV: free/busy, the number of mails, and what must be refused. */
    private static String wrong(
            JsonNode step, int mails, boolean done, TestPerson desk, JsonNode all) {
        String value = step.get("value").text();
        String expr = step.get("expr").text();
        String path = step.get("path").text();
        if (expr.contains("scalar(@imip)")) {
            return value.equals(Integer.toString(mails)) ? "" : mails + " mails, not " + value;
        }
        if (value.contains("allowed-attendee-scheduling-object-change")
                || value.contains("valid-calendar-object-resource")) {
            return done ? "is not refused" : "";
        }
        if (path.startsWith("freebusy[")) {
            int n = Integer.parseInt(path.substring(9, path.indexOf(']')));
            return freeBusy(desk, all, n, path, value);
        }
        if (path.equals("json{recipient}")) {
            return mails == 1 ? "" : mails + " mails";
        }
        return "";
    }

    private static String freeBusy(
            TestPerson desk, JsonNode all, int n, String path, String value) {
        var starts = new HashSet<Instant>();
        for (JsonNode step : all) {
            if (step.get("path").text().matches("freebusy\\[\\d+\\]\\{start\\}")) {
                starts.add(utc(step.get("value").text()));
            }
        }
        Instant from = starts.stream().min(Instant::compareTo).orElseThrow();
        Instant to = starts.stream().max(Instant::compareTo).orElseThrow().plusSeconds(86_400);
        List<BusyPeriod> periods = desk.freeBusy(from, to);
        if (n >= periods.size()) {
            return "only " + periods.size() + " periods";
        }
        BusyPeriod period = periods.get(n);
        String is =
                path.endsWith("{start}")
                        ? period.start().toString()
                        : path.endsWith("{duration}")
                                ? java.time.Duration.between(period.start(), period.end())
                                        .toString()
                                : "Etc/UTC";
        String wanted = path.endsWith("{start}") ? utc(value).toString() : value;
        return is.toUpperCase(Locale.ROOT).equals(wanted.toUpperCase(Locale.ROOT))
                ? ""
                : path + " is " + is + ", not " + wanted;
    }

    private static Instant utc(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    }
}
