package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Zone;
import org.junit.jupiter.api.Test;

/**
 * Calendars that somebody made to hurt. Work is counted, and what they take of memory is shown by a
 * Java machine of 256 MB.
 */
class BombsTest {

    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");

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
        return bombs;
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

    /** Run by itself in a small Java machine: prints each bomb and its milliseconds. */
    public static void main(String[] arguments) {
        bombs().forEach(
                        (name, lines) -> {
                            long start = System.nanoTime();
                            byte[] bytes = calendar(lines).getBytes(StandardCharsets.UTF_8);
                            int instances = 0;
                            var text = CalendarReader.read(bytes, null, Limits.STANDARD);
                            for (CalendarObject object : text.objects()) {
                                for (Event event : object.events()) {
                                    Expansion month =
                                            Recurrences.expand(
                                                    event, FROM, TO, OSLO, Limits.STANDARD);
                                    instances += month.instances().size();
                                }
                            }
                            long ms = (System.nanoTime() - start) / 1_000_000;
                            System.out.println(
                                    name
                                            + ": "
                                            + instances
                                            + " occurrences, "
                                            + text.problems().size()
                                            + " problems, "
                                            + ms
                                            + " ms");
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
            var series = new Series(Rule.read(rule), first, null, true, steps);
            series.from(LocalDateTime.of(2026, 11, 1, 0, 0));
            int times = 0;
            while (series.next() != null && times <= 50_000) {
                times++;
            }
            assertTrue(times <= 50_000, rule + " gives " + times + " times in 50,000 steps");
        }
    }
}
