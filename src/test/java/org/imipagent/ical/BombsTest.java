package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.Zone;
import org.imipagent.recurrence.Expansion;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.recurrence.Series;
import org.imipagent.recurrence.Steps;
import org.junit.jupiter.api.Test;

/**
 * Calendars that somebody made to hurt. Work is counted, and what they take of memory is shown by a
 * Java machine of 256 MB.
 */
class BombsTest {

    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static Map<String, String> bombs() {
        var bombs = new TreeMap<String, String>();
        bombs.put("100,000 RDATEs", "RDATE:" + dates(100_000));
        bombs.put("100,000 RDATE properties", "RDATE:" + dates(100_000).replace(",", "\nRDATE:"));
        bombs.put("100,000 EXDATEs", "RRULE:FREQ=DAILY\nEXDATE:" + dates(100_000));
        bombs.put(
                "100,000 EXDATE properties",
                "RRULE:FREQ=DAILY\nEXDATE:" + dates(100_000).replace(",", "\nEXDATE:"));
        bombs.put("a property of 10 MB", "DESCRIPTION:" + "x".repeat(10_000_000));
        bombs.put("a property of 10 MB, folded", "DESCRIPTION:" + "x\n ".repeat(3_300_000));
        bombs.put("a rule of 10 MB", "RRULE:FREQ=DAILY;BYHOUR=" + "1,".repeat(5_000_000));
        bombs.put("a parameter of 10 MB", "X-A;CN=\"" + "x".repeat(10_000_000) + "\":y");
        bombs.put("a million parameters", "X-A" + ";A=B".repeat(1_000_000) + ":y");
        bombs.put("a million values of one parameter", "X-A;A=" + "B,".repeat(1_000_000) + "C:y");
        bombs.put(
                "50,000 attendees",
                IntStream.range(0, 50_000)
                        .mapToObj(
                                i ->
                                        "ATTENDEE;PARTSTAT=ACCEPTED;CN=A"
                                                + i
                                                + ":mailto:a"
                                                + i
                                                + "@example.com")
                        .collect(Collectors.joining("\n")));
        bombs.put("nested a million deep", "BEGIN:X\n".repeat(1_000_000));
        bombs.put("a million ends", "END:X\n".repeat(1_000_000));
        bombs.put("a million empty lines", "\n".repeat(1_000_000));
        bombs.put("quotes that never close", "X-A;CN=\"".repeat(500_000));
        bombs.put("5,000 rules", "RRULE:FREQ=SECONDLY;COUNT=1000000000\n".repeat(5_000));
        bombs.put(
                "20,000 changes to this and future",
                "RRULE:FREQ=HOURLY\n" + parts("RANGE=THISANDFUTURE;", 20_000));
        bombs.put("20,000 changed occurrences", "RRULE:FREQ=HOURLY\n" + parts("", 20_000));
        bombs.put(
                "quoted-printable without end",
                "SUMMARY;ENCODING=QUOTED-PRINTABLE:" + "=41=\n".repeat(1_000_000));
        bombs.put("8,000 zones whose rules never fit", zones(8_000));
        bombs.put(
                "36,000 unknown zones of 20 places",
                repeated(36_000, i -> "X;TZID=z" + i + ",Qwertz".repeat(20) + ":1"));
        bombs.put(
                "2,400 Mondays in a rule",
                "RRULE:FREQ=MONTHLY;BYDAY=" + "9MO,".repeat(2_400) + "9MO");
        bombs.put(
                "2,200 positions of each second",
                "RRULE:FREQ=SECONDLY;BYSETPOS=2"
                        + IntStream.rangeClosed(3, 2_200)
                                .mapToObj(i -> "," + i)
                                .collect(Collectors.joining()));
        bombs.put("a rule that never fits", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30");
        bombs.put(
                "50 rules since the year 1 that never fit",
                "END:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:00010101T000000Z\n"
                        + "RRULE:FREQ=YEARLY;COUNT=999999;BYMONTHDAY=31;BYDAY=9MO\n".repeat(50));
        bombs.put(
                "130,000 EXDATE properties of days",
                "RRULE:FREQ=HOURLY\n" + repeated(130_000, i -> "EXDATE:20260101"));
        bombs.put(
                "100,000 RDATE properties of a month",
                repeated(
                        100_000,
                        i -> "RDATE:" + basic(LocalDateTime.of(2026, 11, 1, 0, 0).plusSeconds(i))));
        bombs.put("a duration of ages", "DURATION:PT" + "1000000000H".repeat(9_000));
        bombs.put(
                "20,000 changed occurrences in a zone of their own",
                zones(1)
                        + "\nRRULE:FREQ=HOURLY\n"
                        + parts("TZID=z0;", 20_000).replace("Z\n", "\n"));
        return bombs;
    }

    private static String repeated(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private static String basic(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"));
    }

    /** VTIMEZONEs, and lines that name them. */
    private static String zones(int count) {
        String never = "\nRRULE:FREQ=YEARLY;BYMONTHDAY=31;BYDAY=9MO\n";
        String observance =
                "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100"
                        + never
                        + "END:STANDARD\n";
        return "END:VEVENT\n"
                + repeated(
                        count,
                        i ->
                                "BEGIN:VTIMEZONE\nTZID:z"
                                        + i
                                        + "\n"
                                        + observance.repeat(2)
                                        + "END:VTIMEZONE")
                + "\nBEGIN:VEVENT\nUID:2\nDTSTART:20260101T000000Z\n"
                + repeated(count, i -> "X;TZID=z" + i + ":1");
    }

    private static String dates(int count) {
        return LocalDate.of(1900, 1, 1)
                .datesUntil(LocalDate.of(2300, 1, 1))
                .limit(count)
                .map(day -> day.toString().replace("-", "") + "T090000Z")
                .collect(Collectors.joining(","));
    }

    private static String parts(String range, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LocalDateTime.of(2026, 1, 1, 0, 0).plusHours(i))
                .map(t -> t.toString().replaceAll("[-:]", "") + "00Z")
                .map(
                        t ->
                                "END:VEVENT\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID;"
                                        + range
                                        + "X=Y:"
                                        + t
                                        + "\nDTSTART:"
                                        + t)
                .collect(Collectors.joining("\n"));
    }

    private static String calendar(String lines) {
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101T000000Z\n"
                + lines
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    /** What a bomb made: the steps of its worst event, the occurrences of all, its text again. */
    private record Fragments(int problems, int instances, int steps, int written) {}

    /** Reads a bomb, works out a month of it, and writes its events. */
    private static Fragments set(byte[] bytes) {
        var text = CalendarReader.read(bytes, null, Limits.STANDARD);
        int instances = 0;
        int steps = 0;
        int written = 0;
        for (CalendarObject object : text.objects()) {
            for (Event event : object.events()) {
                Expansion month = Recurrences.expand(event, FROM, TO, OSLO, Limits.STANDARD);
                instances += month.instances().size();
                steps = Math.max(steps, month.steps());
                written += CalendarWriter.write("REQUEST", event).length();
            }
        }
        return new Fragments(text.problems().size(), instances, steps, written);
    }

    /**
     * Run by itself in a small Java machine: prints each bomb, or that of one name, and its
     * milliseconds: on the clock, and of the processor, which does not depend on the load.
     */
    public static void main(String[] arguments) {
        bombs().forEach(
                        (name, lines) -> {
                            if (arguments.length > 0 && !name.equals(arguments[0])) {
                                return;
                            }
                            byte[] bytes = calendar(lines).getBytes(StandardCharsets.UTF_8);
                            long start = System.nanoTime();
                            long worked = THREADS.getCurrentThreadCpuTime();
                            Fragments fragments = set(bytes);
                            long cpu = (THREADS.getCurrentThreadCpuTime() - worked) / 1_000_000;
                            long ms = (System.nanoTime() - start) / 1_000_000;
                            System.out.printf(
                                    "%s: %s, %d ms, %d of the processor%n",
                                    name, fragments, ms, cpu);
                        });
    }

    @Test
    void theStepsOfEveryBombAreBounded() {
        bombs().forEach(
                        (name, lines) -> {
                            String text = calendar(lines);
                            Fragments fragments = set(text.getBytes(StandardCharsets.UTF_8));
                            int most = Limits.STANDARD.candidates();
                            assertTrue(fragments.steps() <= most, name + ": " + fragments);
                            // What is written again is not longer than what came, but for folds.
                            assertTrue(
                                    fragments.written() <= 2 * text.length() + 10_000,
                                    name + ": " + fragments);
                        });
    }

    @Test
    void everyBombFitsInto256Megabytes() throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BombsTest.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        assertEquals(bombs().size(), told.lines().count(), told);
        System.out.print(told);
    }

    @Test
    void ofEachTextOnlySoMuchIsTakenAsTheLimitsSay() {
        var few = new Limits(12_000_000, 5_000, 16, 50, 10_000, 500);
        bombs().forEach(
                        (name, lines) -> {
                            var text = CalendarReader.read(calendar(lines), few);
                            assertTrue(text.problems().size() <= 50, name);
                            for (CalendarObject object : text.objects()) {
                                for (Event event : object.events()) {
                                    Expansion month =
                                            Recurrences.expand(event, FROM, TO, OSLO, few);
                                    assertTrue(month.instances().size() <= 500, name);
                                }
                            }
                        });
    }

    @Test
    void everyRuleEndsWithinItsSteps() {
        for (String rule :
                List.of(
                        "FREQ=SECONDLY",
                        "FREQ=SECONDLY;COUNT=1000000000;BYSECOND=0,1,2,3,4,5,6,7,8,9",
                        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                        "FREQ=MINUTELY;BYSETPOS=-1;BYSECOND=0,59",
                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8;BYMINUTE=0,1,2,3;BYSECOND=0,1,2,3")) {
            var steps = new Steps(50_000);
            var first = LocalDateTime.of(1601, 1, 1, 0, 0);
            var series = new Series(RecurrenceRule.read(rule), first, null, true, steps);
            series.from(LocalDateTime.of(2026, 11, 1, 0, 0));
            int times = 0;
            while (series.next() != null && times <= 50_000) {
                times++;
            }
            assertTrue(times <= 50_000, rule + " gives " + times + " times in 50,000 steps");
        }
    }
}
