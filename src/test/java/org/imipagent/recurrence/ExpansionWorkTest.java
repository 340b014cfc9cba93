package org.imipagent.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problem;
import org.imipagent.calendar.RecurrenceRule;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarReader;
import org.junit.jupiter.api.Test;

/** How many steps an expansion takes, and that what it leaves out is what was not asked for. */
class ExpansionWorkTest {

    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");

    private static Expansion month(String... lines) {
        String text =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n"
                        + String.join("\n", lines)
                        + "\nEND:VEVENT\nEND:VCALENDAR\n";
        Event event =
                CalendarReader.read(text, Limits.STANDARD).objects().getFirst().events().getFirst();
        return Recurrences.expand(event, FROM, TO, OSLO, Limits.STANDARD);
    }

    private static List<String> starts(Expansion expansion) {
        return expansion.instances().stream().map(i -> i.start().instant(OSLO).toString()).toList();
    }

    private static List<String> problems(Expansion expansion) {
        return expansion.problems().stream().map(Problem::name).toList();
    }

    @Test
    void aRuleThatNeverFitsIsFollowedToTheEndOfTheWindowOnly() {
        for (String rule :
                List.of(
                        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                        "FREQ=WEEKLY;BYMONTH=4;BYSETPOS=9",
                        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")) {
            Expansion month = month("DTSTART:20261110T090000Z", "RRULE:" + rule);
            assertEquals(List.of("2026-11-10T09:00:00Z"), starts(month), rule);
            assertEquals(List.of(), month.problems(), rule);
            assertTrue(month.more(), rule);
            assertTrue(month.steps() < 60, rule + " takes " + month.steps());
        }
    }

    @Test
    void aSeriesThatEndsBeforeTheEndOfTheWindowHasNoMore() {
        for (String end : List.of("COUNT=4", "UNTIL=20261113T090000Z", "UNTIL=20261113")) {
            Expansion month = month("DTSTART:20261110T090000Z", "RRULE:FREQ=DAILY;" + end);
            assertEquals(4, month.instances().size(), end);
            assertEquals(false, month.more(), end);
        }
        // The last one stands in the last period that is looked into.
        Expansion month = month("DTSTART:20261103T090000Z", "RRULE:FREQ=DAILY;COUNT=31");
        assertEquals(28, month.instances().size());
        assertEquals(true, month.more());
    }

    @Test
    void daysAndPositionsSaidAgainAndAgainAreLookedAtOnce() {
        String mondays = String.join(",", Collections.nCopies(1_900, "9MO"));
        String positions =
                IntStream.rangeClosed(2, 2_200)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        for (String rule :
                List.of(
                        "FREQ=MONTHLY;BYDAY=" + mondays,
                        "FREQ=YEARLY;BYDAY=" + mondays.replace("9", "53"),
                        "FREQ=SECONDLY;BYSETPOS=" + positions)) {
            var steps = new Steps(400_000);
            var series =
                    new Series(
                            RecurrenceRule.read(rule),
                            LocalDateTime.of(2026, 1, 1, 9, 0),
                            null,
                            true,
                            steps);
            int times = 0;
            while (series.next() != null) {
                times++;
            }
            assertTrue(times < 2_000, rule.substring(0, 30) + " gives " + times);
        }
    }

    @Test
    void positionsAreThoseOfThePeriodFromBothEnds() {
        assertEquals(
                List.of("2026-11-02T09:00:00Z", "2026-11-26T09:00:00Z", "2026-11-30T09:00:00Z"),
                starts(
                        month(
                                "DTSTART:20261001T090000Z",
                                "RRULE:FREQ=MONTHLY;BYDAY=MO,TH;BYSETPOS=1,-1,-2,-60,60,9")));
        assertEquals(
                List.of("2026-11-03T09:00:00Z"),
                starts(
                        month(
                                "DTSTART:20261103T090000Z",
                                "RRULE:FREQ=YEARLY;BYDAY=TU;BYMONTH=11;BYSETPOS=1,-4")));
    }

    @Test
    void aYearTakesAsManyStepsAsItsMonths() {
        var steps = new Steps(50_000);
        var first = LocalDateTime.of(1, 1, 1, 0, 0);
        var series =
                new Series(RecurrenceRule.read("FREQ=YEARLY;BYDAY=53MO"), first, null, true, steps);
        while (series.next() != null) {}
        assertTrue(steps.areUsedUp());
    }

    @Test
    void daysOfExdateHoldHoweverManyPropertiesSayThem() {
        String days =
                LocalDate.of(1900, 1, 1)
                        .datesUntil(LocalDate.of(2170, 1, 1))
                        .map(day -> "EXDATE:" + day.toString().replace("-", ""))
                        .collect(Collectors.joining("\n"));
        Expansion month = month("DTSTART:20260101T000000Z", "RRULE:FREQ=HOURLY", days);
        assertEquals(List.of(), starts(month));
    }

    @Test
    void aRuleThatIsNoneIsToldAtReadingToo() {
        for (String rule : List.of("FREQ=WEEKLY;BYDAY=MONDAY", "FREQ=HOURLY", "nonsense")) {
            var text =
                    CalendarReader.read(
                            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261103\nRRULE:"
                                    + rule
                                    + "\nEND:VEVENT\nEND:VCALENDAR\n",
                            Limits.STANDARD);
            assertEquals("wrong-rule", text.problems().getFirst().name(), rule);
            Event event = text.objects().getFirst().events().getFirst();
            assertEquals(rule, Recurrences.wrongRule(event));
        }
    }

    @Test
    void theLastSecondOfADayInUtcIsThatDayForAnEventOfWholeDays() {
        for (String until : List.of("20261103", "20261103T235959Z", "20261103T000000Z")) {
            Expansion month =
                    month("DTSTART;VALUE=DATE:20261101", "RRULE:FREQ=DAILY;UNTIL=" + until);
            assertEquals(3, month.instances().size(), until);
        }
        // Outlook and Exchange write the last local midnight in UTC.
        Expansion month =
                month("DTSTART;VALUE=DATE:20261101", "RRULE:FREQ=DAILY;UNTIL=20261102T230000Z");
        assertEquals(3, month.instances().size());
    }

    @Test
    void anEventOfWholeDaysLastsADayAtLeast() {
        for (String duration : List.of("PT12H", "PT0S", "P0D", "P1D", "PT36H")) {
            Expansion month =
                    month("DTSTART;VALUE=DATE:20261103", "DURATION:" + duration, "RDATE:20261105");
            assertEquals(
                    List.of("2026-11-03T23:00:00Z", "2026-11-05T23:00:00Z"),
                    month.instances().stream().map(i -> i.end().instant(OSLO).toString()).toList(),
                    duration);
        }
    }

    @Test
    void aCancellationOfThisAndFutureNeedsNoStartOfItsOwn() {
        Expansion month =
                month(
                        "DTSTART:20261103T090000Z\nDURATION:PT1H",
                        "RRULE:FREQ=DAILY;COUNT=5",
                        "END:VEVENT\nBEGIN:VEVENT\nUID:1",
                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261104T090000Z",
                        "DTSTART:20261104T100000Z\nDURATION:PT2H",
                        "END:VEVENT\nBEGIN:VEVENT\nUID:1",
                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261106T090000Z",
                        "STATUS:CANCELLED");
        assertEquals(
                List.of(
                        "2026-11-03T09:00:00Z 2026-11-03T10:00:00Z false",
                        "2026-11-04T10:00:00Z 2026-11-04T12:00:00Z false",
                        "2026-11-05T10:00:00Z 2026-11-05T12:00:00Z false",
                        "2026-11-06T10:00:00Z 2026-11-06T12:00:00Z true",
                        "2026-11-07T10:00:00Z 2026-11-07T12:00:00Z true"),
                month.instances().stream()
                        .map(
                                i ->
                                        i.start().instant(OSLO)
                                                + " "
                                                + i.end().instant(OSLO)
                                                + " "
                                                + i.part().isCancelled())
                        .toList());
    }

    @Test
    void datesOfRdateAreCountedOverAllProperties() {
        String dates =
                IntStream.range(0, 30_000)
                        .mapToObj(i -> LocalDateTime.of(2026, 11, 1, 0, 0).plusSeconds(i * 60L))
                        .map(t -> t.toString().replaceAll("[-:]", "") + "00Z")
                        .map(t -> "RDATE:" + t)
                        .collect(Collectors.joining("\n"));
        Expansion month = month("DTSTART:20260101T000030Z", dates);
        assertEquals(20_000, month.instances().size());
        assertEquals(List.of("too-many-occurrences"), problems(month));
    }
}
