package org.imipagent.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.recurrence.Steps;
import org.junit.jupiter.api.Test;

/** What VTIMEZONEs that somebody made badly, or to hurt, do to the reading of a text. */
class ZoneReaderTest {

    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    private static String zone(String tzid, String winter, String summer) {
        return """
        BEGIN:VTIMEZONE
        TZID:%s
        BEGIN:STANDARD
        DTSTART:19701025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;%s
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19700228T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;%s
        END:DAYLIGHT
        END:VTIMEZONE
        """
                .formatted(tzid, winter, summer);
    }

    private static String calendar(String zones, String lines) {
        return "BEGIN:VCALENDAR\n"
                + zones
                + "BEGIN:VEVENT\nUID:1\n"
                + lines
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    private static CalendarText read(String text) {
        return CalendarReader.read(text, Limits.STANDARD);
    }

    private static VEvent part(CalendarText text) {
        return text.objects().getFirst().events().getFirst().main();
    }

    private static List<String> names(CalendarText text) {
        return text.problems().stream().map(Problem::name).distinct().toList();
    }

    @Test
    void aDayThatNotEveryYearHasIsNoYearlyRuleOfTheJdk() {
        for (String tzid : List.of("Europe/Oslo", "Nowhere")) {
            var text =
                    read(
                            calendar(
                                    zone(tzid, "BYMONTH=10;BYDAY=-1SU", "BYMONTH=2;BYMONTHDAY=29"),
                                    "DTSTART;TZID=" + tzid + ":20261103T090000"));
            CalendarTime start = Objects.requireNonNull(part(text).start());
            assertEquals(Instant.parse("2026-11-03T08:00:00Z"), start.instant(OSLO));
        }
    }

    @Test
    void aWeekThatReachesPastTheMonthIsOnlyWhatTheMonthHasOfIt() {
        String dates = "BYMONTH=4;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU";
        var text =
                read(
                        calendar(
                                zone("Nowhere", "BYMONTH=10;BYDAY=-1SU", dates),
                                "DTSTART;TZID=Nowhere:20280501T090000"));
        // Of 2028 the last Sunday in April is the 30th.
        assertEquals(
                Instant.parse("2028-05-01T07:00:00Z"),
                Objects.requireNonNull(part(text).start()).instant(OSLO));
        var later =
                read(
                        calendar(
                                zone("Nowhere", "BYMONTH=10;BYDAY=-1SU", dates),
                                "DTSTART;TZID=Nowhere:20330501T090000"));
        // Of 2033 it is the 24th: none from the 25th on, and the 1st of May is not in April.
        assertEquals(
                Instant.parse("2033-05-01T08:00:00Z"),
                Objects.requireNonNull(part(later).start()).instant(OSLO));
    }

    @Test
    void noRuleOfAVtimezoneStopsTheReader() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            String text =
                    calendar(
                            zone("Nowhere", rule(random), rule(random)),
                            "DTSTART;TZID=Nowhere:"
                                    + (1900 + random.nextInt(300))
                                    + "0228T023000\nRRULE:FREQ=MONTHLY\nRECURRENCE-ID;"
                                    + "TZID=Nowhere:20260329T023000");
            for (CalendarObject object : read(text).objects()) {
                object.events()
                        .forEach(e -> Recurrences.expand(e, FROM, TO, OSLO, Limits.STANDARD));
            }
        }
    }

    private static String rule(Random random) {
        var rule = new StringBuilder("BYMONTH=").append(1 + random.nextInt(12));
        if (random.nextBoolean()) {
            rule.append(";BYMONTHDAY=").append(random.nextBoolean() ? "-" : "");
            rule.append(1 + random.nextInt(31));
        }
        if (random.nextBoolean()) {
            rule.append(";BYDAY=").append(List.of("", "1", "4", "5", "-1").get(random.nextInt(5)));
            rule.append(List.of("SU", "MO", "SA").get(random.nextInt(3)));
        }
        return rule.toString();
    }

    @Test
    void aZoneThatIsApartFromItsNameForAFewWeeksIsWhatItSays() {
        // America/New_York as it was before 2007: from April to October.
        String old =
                """
                BEGIN:VTIMEZONE
                TZID:America/New_York
                BEGIN:STANDARD
                DTSTART:19701025T020000
                TZOFFSETFROM:-0400
                TZOFFSETTO:-0500
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:19700405T020000
                TZOFFSETFROM:-0500
                TZOFFSETTO:-0400
                RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        var event =
                read(calendar(
                                old,
                                "DTSTART;TZID=America/New_York:20260107T090000\nRRULE:FREQ=WEEKLY"))
                        .objects()
                        .getFirst()
                        .events()
                        .getFirst();
        var march =
                Recurrences.expand(
                        event,
                        Instant.parse("2026-03-11T00:00:00Z"),
                        Instant.parse("2026-03-12T00:00:00Z"),
                        OSLO,
                        Limits.STANDARD);
        assertEquals(
                Instant.parse("2026-03-11T14:00:00Z"),
                march.instances().getFirst().start().instant(OSLO));
    }

    private static String never(int zones) {
        String never = "BYMONTHDAY=31;BYDAY=9MO";
        return calendar(
                IntStream.range(0, zones)
                        .mapToObj(i -> zone("z" + i, never, never))
                        .collect(Collectors.joining()),
                "DTSTART:20261103T090000Z\n"
                        + IntStream.range(0, zones)
                                .mapToObj(i -> "X;TZID=z" + i + ":1")
                                .collect(Collectors.joining("\n")));
    }

    /** The steps that reading the zones of a text takes. */
    private static int steps(String text) {
        var problems = new Problems(Limits.STANDARD);
        var steps = new Steps(ZoneReader.MOST_STEPS);
        Components.read(text, Limits.STANDARD, problems)
                .forEach(calendar -> ZoneReader.read(calendar, steps, problems));
        return steps.taken();
    }

    @Test
    void aRuleOfAVtimezoneIsFollowedToTheLastYearThatIsAskedForAndNoFurther() {
        int steps = steps(never(1));
        assertTrue(steps < 6_000, "steps " + steps);
    }

    @Test
    void theVtimezonesOfATextTogetherTakeABoundedWork() {
        var text = read(never(8_000));
        assertEquals("too-many-zones", names(text).getFirst());
        int steps = steps(never(8_000));
        assertTrue(steps <= ZoneReader.MOST_STEPS, "steps " + steps);
    }

    @Test
    void onlySoManyNamesOfZonesAreLookedUp() {
        String places = ",Qwertz".repeat(20);
        var text =
                read(
                        calendar(
                                "",
                                "DTSTART;TZID=Europe/Oslo:20261103T090000\n"
                                        + IntStream.range(0, 36_000)
                                                .mapToObj(i -> "X;TZID=z" + i + places + ":1")
                                                .collect(Collectors.joining("\n"))));
        assertEquals("too-many-zones", names(text).getFirst());
    }
}
