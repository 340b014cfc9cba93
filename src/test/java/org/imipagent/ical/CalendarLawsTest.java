package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.recurrence.Expansion;
import org.imipagent.recurrence.Instance;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.recurrence.SlowRule;
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
            var said = SlowRule.times(RecurrenceRule.read(rule), first, Zone.UTC.local(to));
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
        for (int i = 0; i < CALENDARS; i++) {
            Event event = event();
            Instant from = Instant.parse(one(FROM));
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
        for (int i = 0; i < CALENDARS / 4; i++) {
            Event event = event().onlyMaster();
            for (Instance instance : named(event)) {
                assertTrue(
                        Recurrences.has(event, id(instance), OSLO, Limits.STANDARD),
                        () -> instance.id() + " " + CalendarWriter.write(null, event));
            }
        }
    }

    @Test
    void everyOccurrenceHasANameOfItsOwnAndEndsNotBeforeItStarts() {
        for (int i = 0; i < CALENDARS; i++) {
            Event event = event();
            var ids = new HashSet<RecurrenceId>();
            for (Instance instance : named(event)) {
                assertTrue(
                        ids.add(id(instance)),
                        () -> instance.id() + " twice in " + CalendarWriter.write(null, event));
                assertFalse(
                        instance.end().instant(OSLO).isBefore(instance.start().instant(OSLO)),
                        () -> instance + " of " + CalendarWriter.write(null, event));
            }
        }
    }

    @Test
    void anExdateOfItsNameTakesAnOccurrenceAwayAndNoOther() {
        for (int i = 0; i < CALENDARS / 4; i++) {
            Event event = event().onlyMaster();
            List<Instance> named = named(event);
            if (!named.isEmpty()) {
                Instance one = named.get(random.nextInt(named.size()));
                var left = new ArrayList<>(named.stream().map(CalendarLawsTest::id).toList());
                left.remove(id(one));
                var exdate = Times.write("EXDATE", id(one).time());
                VEvent master = event.main();
                var without = new VEvent(master.component().plus(exdate), master.zones());
                assertEquals(
                        left,
                        named(Event.of(without)).stream()
                                .map(CalendarLawsTest::id)
                                .limit(left.size())
                                .toList(),
                        CalendarWriter.write(null, Event.of(without)));
            }
        }
    }

    /** Alone it is what it is in the series: at the same time, as long, and with the same name. */
    @Test
    void anOccurrenceOnItsOwnIsAtTheTimeItHasInTheSeries() {
        for (int i = 0; i < CALENDARS / 4; i++) {
            Event event = event();
            for (Instance instance : named(event)) {
                if (event.part(instance.id()) == null) {
                    VEvent alone = Objects.requireNonNull(event.unchanged(id(instance), OSLO));
                    assertEquals(instance.id(), alone.recurrenceId());
                    assertEquals(
                            List.of(time(instance)),
                            expand(Event.of(alone), Instant.EPOCH, LAST).instances().stream()
                                    .map(CalendarLawsTest::time)
                                    .toList(),
                            () -> instance.id() + " " + CalendarWriter.write(null, event));
                }
            }
        }
    }

    private static final Instant LAST = Instant.parse("2030-01-01T00:00:00Z");

    private static String time(Instance instance) {
        return instance.start().instant(OSLO) + "/" + instance.end().instant(OSLO);
    }

    /** Those that have a name, from one of the times when clocks change on. */
    private List<Instance> named(Event event) {
        Instant from = event.uid().length() % 2 == 0 ? MARCH : OCTOBER;
        return expand(event, from, from.plus(60, ChronoUnit.DAYS)).instances().stream()
                .filter(instance -> instance.id() != null)
                .limit(20)
                .toList();
    }

    private static final Instant MARCH = Instant.parse("2026-03-26T00:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2026-10-22T00:00:00Z");

    private static RecurrenceId id(Instance instance) {
        return Objects.requireNonNull(instance.id());
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
        int date = one(DATES) + random.nextInt(3);
        String clock = one(CLOCKS);
        String start = day ? ";VALUE=DATE:" + date : time(zone, date, clock);
        lines.addAll(List.of("BEGIN:VEVENT", "UID:" + text(), "DTSTART" + start));
        switch (random.nextInt(4)) {
            case 0 -> lines.add(day ? "DURATION:P2D" : "DURATION:PT" + random.nextInt(200) + "M");
            case 1 -> lines.add("DURATION:P1" + (day ? "W" : "DT2H"));
            case 2 -> lines.add("DTEND" + (day ? ";VALUE=DATE:" + (date + 1) : end(zone, date)));
            default -> {}
        }
        properties(lines);
        if (random.nextInt(4) > 0) {
            lines.add("RRULE:" + rule());
        }
        if (random.nextInt(4) == 0) {
            lines.add("EXDATE" + (day ? ";VALUE=DATE:" + (date + 1) : time(zone, date + 1, clock)));
        }
        if (random.nextInt(4) == 0) {
            lines.add("RDATE" + (day ? ";VALUE=DATE:20260305" : time(zone, 20260305, "110000")));
        }
        if (!day && random.nextInt(4) == 0) {
            lines.add("RDATE;VALUE=PERIOD:" + one(PERIODS));
        }
        lines.add("END:VEVENT");
        String uid = lines.get(2);
        for (int i = random.nextInt(3); i > 0; i--) {
            int changed = date + random.nextInt(3);
            lines.addAll(List.of("BEGIN:VEVENT", uid));
            String range = random.nextInt(4) == 0 ? ";RANGE=THISANDFUTURE" : "";
            String id = day ? ";VALUE=DATE:" + changed : time(zone, changed, clock);
            lines.add("RECURRENCE-ID" + range + id);
            int moved = one(DATES) + i;
            lines.add("DTSTART" + (day ? ";VALUE=DATE:" + moved : time(zone, moved, one(CLOCKS))));
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

    /** Of usual weeks, and of those when the clocks of a zone change. */
    private static final List<Integer> DATES =
            List.of(20260105, 20260120, 20260306, 20260327, 20260403, 20261002, 20261023, 20261027);

    private static final List<String> CLOCKS =
            List.of("090000", "150000", "013000", "020000", "023000", "030000", "233000");

    private static final List<String> PERIODS =
            List.of(
                    "20260329T013000Z/PT3H",
                    "20261025T003000Z/PT30M,20261025T013000Z/20261025T024500Z",
                    "20260403T143000Z/P1D");

    private static final List<String> FROM =
            List.of("2026-01-01T00:00:00Z", "2026-03-26T00:00:00Z", "2026-10-20T00:00:00Z");

    /** In the zone of the start, in none, or in UTC. */
    private String end(String zone, int date) {
        String any = one(List.of(zone, "UTC", ""));
        return any.isEmpty() ? ":" + date + "T031500" : time(any, date, one(CLOCKS));
    }

    private static String time(String zone, int date, String clock) {
        return zone.equals("UTC")
                ? ":" + date + "T" + clock + "Z"
                : ";TZID=\"" + zone + "\":" + date + "T" + clock;
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

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
