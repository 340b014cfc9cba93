package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Zone;
import org.junit.jupiter.api.Test;

/** What holds for every calendar, tried on thousands that chance has made. */
class CalendarLawsTest {

    /** Calendars for each law: 10,000 by scripts/test, fewer in the quick tests. */
    private static final int CALENDARS = Integer.getInteger("imip.laws", 2_000);

    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));
    private static final List<String> ZONES =
            List.of(
                    "Europe/Oslo",
                    "America/New_York",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "Africa/Casablanca",
                    "W. Europe Standard Time",
                    "Nowhere",
                    "UTC");
    private static final String PIECES = "abc ÆØÅ😀€,;:\\\"^n'()\t|=%";

    private final Random random = new Random(20261122);

    @Test
    void whatIsWrittenIsReadTheSame() {
        for (int i = 0; i < CALENDARS; i++) {
            Event event = event();
            String text = CalendarWriter.write("REQUEST", event);
            assertStrict(text);
            var again = CalendarReader.read(text, Limits.STANDARD);
            Event read = again.objects().getFirst().events().getFirst();
            assertTrue(Same.is(event, read), text);
            assertEquals(text, CalendarWriter.write("REQUEST", read));
        }
    }

    /**
     * RFC 5545, 3.1: lines end with CRLF, have 75 octets at most, and are no halves of characters.
     */
    private static void assertStrict(String text) {
        assertTrue(text.endsWith("\r\n"), text);
        for (String line : text.substring(0, text.length() - 2).split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertTrue(line.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\t'), line);
            assertTrue(!line.isEmpty() && !Character.isLowSurrogate(line.charAt(0)), line);
            assertFalse(Character.isHighSurrogate(line.charAt(line.length() - 1)), line);
            assertTrue(line.length() < 2 || !Character.isLowSurrogate(line.charAt(1)), line);
        }
    }

    @Test
    void expansionIsWhatTheSlowDefinitionSays() {
        for (int i = 0; i < CALENDARS; i++) {
            int day = 20260101 + random.nextInt(28);
            String start = day + "T" + two(random.nextInt(24)) + "3000Z";
            String rule = rule() + (random.nextInt(3) == 0 ? ";WKST=SU" : "");
            String text =
                    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:"
                            + start
                            + "\nRRULE:"
                            + rule
                            + "\nEND:VEVENT\nEND:VCALENDAR\n";
            Event event =
                    CalendarReader.read(text, Limits.STANDARD)
                            .objects()
                            .getFirst()
                            .events()
                            .getFirst();
            int days = rule.contains("HOURLY") ? 40 : 700;
            Instant from = Instant.parse("2026-01-01T00:00:00Z");
            Instant to = from.plus(days, ChronoUnit.DAYS);
            var found =
                    Recurrences.expand(event, from, to, Zone.UTC, Limits.STANDARD)
                            .instances()
                            .stream()
                            .map(instance -> instance.start().wall())
                            .toList();
            var first = Objects.requireNonNull(event.main().start()).wall();
            var said = SlowRule.times(Rule.read(rule), first, Zone.UTC.local(to));
            assertEquals(said, found, start + " " + rule);
        }
    }

    @Test
    void aTextThatWasDamagedIsReadWithoutAnException() {
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder(CalendarWriter.write("REQUEST", event()));
            for (int damage = random.nextInt(20); damage > 0; damage--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, piece());
                    default -> text.setCharAt(at, (char) random.nextInt(0x10000));
                }
            }
            for (CalendarObject object :
                    CalendarReader.read(text.toString(), Limits.STANDARD).objects()) {
                for (Event event : object.events()) {
                    String written = CalendarWriter.write(null, event);
                    Event again =
                            CalendarReader.read(written, Limits.STANDARD)
                                    .objects()
                                    .getFirst()
                                    .events()
                                    .getFirst();
                    assertTrue(Same.is(event, again), written);
                    Recurrences.expand(
                            event,
                            Instant.EPOCH,
                            Instant.parse("2030-01-01T00:00:00Z"),
                            OSLO,
                            new Limits(1_000_000, 1000, 16, 50, 5000, 500));
                }
            }
        }
    }

    @Test
    void twoWindowsTogetherAreTheWholeWindow() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < CALENDARS; i++) {
            Event event = event();
            Instant between = from.plus(random.nextInt(500), ChronoUnit.HOURS);
            Instant to = between.plus(random.nextInt(3000), ChronoUnit.HOURS);
            var whole = expand(event, from, to);
            var first = expand(event, from, between);
            var second = expand(event, between, to);
            if (whole.problems().isEmpty()) {
                var together = new TreeSet<>(names(first));
                together.addAll(names(second));
                assertEquals(
                        new TreeSet<>(names(whole)),
                        together,
                        CalendarWriter.write(null, event) + between + " " + to);
            }
        }
    }

    @Test
    void everyOccurrenceOfTheMasterIsOneItHas() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 500; i++) {
            Event event = event().onlyMaster();
            for (Instance instance :
                    expand(event, from, from.plus(300, ChronoUnit.DAYS)).instances().stream()
                            .limit(20)
                            .toList()) {
                if (instance.id() != null) {
                    assertTrue(
                            Recurrences.has(event, instance.id(), OSLO, Limits.STANDARD),
                            () -> instance.id() + " " + CalendarWriter.write(null, event));
                }
            }
        }
    }

    private static Expansion expand(Event event, Instant from, Instant to) {
        return Recurrences.expand(
                event, from, to, OSLO, new Limits(1_000_000, 1000, 16, 50, 20_000, 4000));
    }

    private static List<String> names(Expansion expansion) {
        return expansion.instances().stream()
                .map(i -> i.start().instant(OSLO) + " " + i.end().instant(OSLO) + " " + i.id())
                .toList();
    }

    // Calendars made by chance.

    private Event event() {
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VCALENDAR");
        String zone = one(ZONES);
        boolean day = random.nextInt(5) == 0;
        int date = 20260101 + random.nextInt(28);
        String start = day ? ";VALUE=DATE:" + date : time(zone, date, 9);
        lines.addAll(List.of("BEGIN:VEVENT", "UID:" + text(), "DTSTART" + start));
        if (random.nextBoolean()) {
            lines.add(day ? "DURATION:P2D" : "DURATION:PT" + (1 + random.nextInt(200)) + "M");
        }
        properties(lines);
        if (random.nextInt(4) > 0) {
            lines.add("RRULE:" + rule());
        }
        if (random.nextInt(4) == 0) {
            lines.add("EXDATE" + (day ? ";VALUE=DATE:" + (date + 1) : time(zone, date + 1, 9)));
        }
        if (random.nextInt(4) == 0) {
            lines.add("RDATE" + (day ? ";VALUE=DATE:20260305" : time(zone, 20260305, 11)));
        }
        lines.add("END:VEVENT");
        String uid = lines.get(2);
        for (int i = random.nextInt(3); i > 0; i--) {
            int changed = date + random.nextInt(3);
            lines.addAll(List.of("BEGIN:VEVENT", uid));
            lines.add("RECURRENCE-ID" + (day ? ";VALUE=DATE:" + changed : time(zone, changed, 9)));
            lines.add("DTSTART" + (day ? ";VALUE=DATE:20260215" : time(zone, 20260215 + i, 15)));
            properties(lines);
            lines.add("END:VEVENT");
        }
        lines.add("END:VCALENDAR");
        var read = CalendarReader.read(String.join("\n", lines), Limits.STANDARD);
        return read.objects().getFirst().events().getFirst();
    }

    private void properties(List<String> lines) {
        for (int i = random.nextInt(5); i > 0; i--) {
            lines.add("X-" + i + ";CN=\"" + text().replace("\"", "") + "\";X-B=b:" + text());
        }
        lines.add("SUMMARY:" + text());
    }

    private String rule() {
        var rule =
                new StringBuilder(
                        "FREQ=" + one(List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY")));
        if (random.nextBoolean()) {
            rule.append(";INTERVAL=").append(1 + random.nextInt(4));
        }
        switch (random.nextInt(3)) {
            case 0 -> rule.append(";COUNT=").append(1 + random.nextInt(50));
            case 1 ->
                    rule.append(";UNTIL=20260").append(1 + random.nextInt(9)).append("15T120000Z");
            default -> {}
        }
        if (random.nextInt(3) == 0) {
            rule.append(";BYDAY=").append(one(List.of("MO", "TU,TH", "SA,SU", "MO,TU,WE,TH,FR")));
        }
        if (random.nextInt(4) == 0) {
            rule.append(";BYMONTHDAY=")
                    .append(one(List.of("1", "-1", "15,31", "8,9,10,11,12,13,14")));
        }
        if (random.nextInt(5) == 0) {
            rule.append(";BYMONTH=").append(one(List.of("1,2,3", "6", "2")));
        }
        if (random.nextInt(6) == 0) {
            rule.append(";BYSETPOS=").append(one(List.of("1", "-1", "2,-2")));
        }
        if (random.nextInt(6) == 0) {
            rule.append(";BYHOUR=").append(one(List.of("8", "9,17", "0,23")));
        }
        return rule.toString();
    }

    private static String time(String zone, int date, int hour) {
        return zone.equals("UTC")
                ? ":" + date + "T" + two(hour) + "0000Z"
                : ";TZID=\"" + zone + "\":" + date + "T" + two(hour) + "0000";
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private String text() {
        var text = new StringBuilder("x");
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(piece());
        }
        return text.append('x').toString();
    }

    private String piece() {
        int[] points = PIECES.codePoints().toArray();
        return Character.toString(points[random.nextInt(points.length)]);
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
