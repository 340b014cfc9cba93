package org.imipagent.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecurrencesTest {

    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));

    private static Event event(String... lines) {
        String text =
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n"
                        + String.join("\n", lines)
                        + "\nEND:VEVENT\nEND:VCALENDAR\n";
        return CalendarReader.read(text, Limits.STANDARD).objects().getFirst().events().getFirst();
    }

    private static final String NEXT = "END:VEVENT\nBEGIN:VEVENT\nUID:1";

    private static Expansion expand(Event event, String from, String to) {
        return Recurrences.expand(
                event,
                LocalDate.parse(from)
                        .atStartOfDay(OSLO.rules().getOffset(Instant.EPOCH))
                        .toInstant(),
                LocalDate.parse(to).atStartOfDay(OSLO.rules().getOffset(Instant.EPOCH)).toInstant(),
                OSLO,
                Limits.STANDARD);
    }

    private static List<String> starts(Event event, String from, String to) {
        return expand(event, from, to).instances().stream()
                .map(i -> i.start().instant(OSLO).toString())
                .toList();
    }

    @Test
    void anEventThatTakesPlaceOnceHasNoName() {
        Event event = event("DTSTART:20261122T090000Z", "DURATION:PT1H");
        Expansion all = expand(event, "2026-01-01", "2027-01-01");
        assertEquals(1, all.instances().size());
        assertEquals(null, all.instances().getFirst().id());
        assertEquals(
                Instant.parse("2026-11-22T10:00:00Z"),
                all.instances().getFirst().end().instant(OSLO));
        assertFalse(all.more());
    }

    @Test
    void aSeriesKeepsItsTimeOnTheWallWhenTheClockChanges() {
        Event event = event("DTSTART;TZID=Europe/Oslo:20261018T090000", "RRULE:FREQ=WEEKLY");
        assertEquals(
                List.of("2026-10-18T07:00:00Z", "2026-10-25T08:00:00Z", "2026-11-01T08:00:00Z"),
                starts(event, "2026-10-01", "2026-11-05"));
    }

    @Test
    void aTimeThatTheClockLeapsOverIsReadWithTheOffsetBefore() {
        Event event = event("DTSTART;TZID=Europe/Oslo:20260328T023000", "RRULE:FREQ=DAILY");
        assertEquals(
                List.of("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"),
                starts(event, "2026-03-28", "2026-03-31"));
    }

    @Test
    void theStartIsTheFirstOccurrenceEvenWhereTheRuleDoesNotGiveIt() {
        Event event = event("DTSTART:20261104T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3");
        assertEquals(
                List.of("2026-11-04T09:00:00Z", "2026-11-09T09:00:00Z", "2026-11-16T09:00:00Z"),
                starts(event, "2026-01-01", "2027-01-01"));
    }

    @Test
    void moreSaysThatTheSeriesGoesOnAfterTheWindow() {
        assertTrue(
                expand(
                                event("DTSTART:20260101T090000Z", "RRULE:FREQ=DAILY"),
                                "2026-01-01",
                                "2026-02-01")
                        .more());
        assertFalse(
                expand(
                                event("DTSTART:20260101T090000Z", "RRULE:FREQ=DAILY;COUNT=3"),
                                "2026-01-01",
                                "2026-02-01")
                        .more());
    }

    @Test
    void untilHoldsInEachOfItsForms() {
        for (String until : List.of("20261103T080000Z", "20261103T090000", "20261103")) {
            Event event =
                    event(
                            "DTSTART;TZID=Europe/Oslo:20261101T090000",
                            "RRULE:FREQ=DAILY;UNTIL=" + until);
            assertEquals(3, starts(event, "2026-01-01", "2027-01-01").size(), until);
        }
        for (String until : List.of("20261103", "20261103T000000Z", "20261102T230000Z")) {
            Event event = event("DTSTART;VALUE=DATE:20261101", "RRULE:FREQ=DAILY;UNTIL=" + until);
            assertEquals(3, starts(event, "2026-01-01", "2027-01-01").size(), until);
        }
    }

    @Test
    void wholeDaysAreThoseOfTheReader() {
        Event event = event("DTSTART;VALUE=DATE:20261101", "RRULE:FREQ=DAILY;COUNT=2");
        assertEquals(
                List.of("2026-10-31T23:00:00Z", "2026-11-01T23:00:00Z"),
                starts(event, "2026-10-01", "2027-01-01"));
        assertEquals(
                Instant.parse("2026-11-01T23:00:00Z"),
                expand(event, "2026-10-01", "2027-01-01")
                        .instances()
                        .getFirst()
                        .end()
                        .instant(OSLO));
    }

    @Test
    void datesAreAddedAndTakenAwayInAnyForm() {
        Event event =
                event(
                        "DTSTART;TZID=Europe/Oslo:20261101T090000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=DAILY;COUNT=5",
                        "RDATE:20261120T080000Z,20261121T080000Z",
                        "RDATE;VALUE=PERIOD:20261122T080000Z/PT3H",
                        "EXDATE:20261102T080000Z",
                        "EXDATE;TZID=Europe/Oslo:20261103T090000",
                        "EXDATE;VALUE=DATE:20261104,20261121");
        assertEquals(
                List.of(
                        "2026-11-01T08:00:00Z",
                        "2026-11-05T08:00:00Z",
                        "2026-11-20T08:00:00Z",
                        "2026-11-22T08:00:00Z"),
                starts(event, "2026-01-01", "2027-01-01"));
        assertEquals(
                Instant.parse("2026-11-22T11:00:00Z"),
                expand(event, "2026-01-01", "2027-01-01")
                        .instances()
                        .getLast()
                        .end()
                        .instant(OSLO));
    }

    @Test
    void anExceptionRuleTakesAway() {
        Event event =
                event(
                        "DTSTART:20261102T090000Z",
                        "RRULE:FREQ=DAILY;COUNT=7",
                        "EXRULE:FREQ=WEEKLY;BYDAY=SA,SU");
        assertEquals(5, starts(event, "2026-01-01", "2027-01-01").size());
    }

    @Test
    void aChangedOccurrenceStandsInThePlaceOfItsOwnWhereverItWasMoved() {
        Event event =
                event(
                        "DTSTART:20261101T090000Z",
                        "RRULE:FREQ=DAILY;COUNT=30",
                        NEXT,
                        "RECURRENCE-ID;TZID=Europe/Oslo:20261102T100000",
                        "DTSTART:20261210T120000Z",
                        NEXT,
                        "RECURRENCE-ID:20261103T090000Z",
                        "STATUS:CANCELLED",
                        "DTSTART:20261103T090000Z");
        List<Instance> november = expand(event, "2026-11-01", "2026-11-05").instances();
        assertEquals(3, november.size());
        assertTrue(november.get(1).part().isCancelled());
        assertEquals(List.of("2026-12-10T12:00:00Z"), starts(event, "2026-12-05", "2026-12-31"));
    }

    @Test
    void anOccurrenceWithoutItsMasterTakesPlace() {
        Event event = event("RECURRENCE-ID:20261102T090000Z", "DTSTART:20261102T110000Z");
        assertEquals(List.of("2026-11-02T11:00:00Z"), starts(event, "2026-11-01", "2026-12-01"));
    }

    @Test
    void aChangeToThisAndFutureMovesAllThatFollow() {
        Event event =
                event(
                        "DTSTART;TZID=Europe/Oslo:20261023T090000",
                        "RRULE:FREQ=DAILY;COUNT=5",
                        NEXT,
                        "SUMMARY:later",
                        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Oslo:20261024T090000",
                        "DTSTART;TZID=Europe/Oslo:20261024T110000",
                        "DURATION:PT30M",
                        NEXT,
                        "RECURRENCE-ID;TZID=Europe/Oslo:20261026T090000",
                        "DTSTART;TZID=Europe/Oslo:20261026T080000");
        assertEquals(
                List.of(
                        "2026-10-23T07:00:00Z",
                        "2026-10-24T09:00:00Z",
                        "2026-10-25T10:00:00Z",
                        "2026-10-26T07:00:00Z",
                        "2026-10-27T10:00:00Z"),
                starts(event, "2026-10-01", "2026-12-01"));
        var last = expand(event, "2026-10-01", "2026-12-01").instances().getLast();
        assertEquals("later", last.part().summary());
        assertEquals(Instant.parse("2026-10-27T10:30:00Z"), last.end().instant(OSLO));
        assertEquals("20261027T080000Z", Objects.requireNonNull(last.id()).text());
    }

    @Test
    void anOccurrenceThatBeganBeforeTheWindowReachesIntoIt() {
        Event event =
                event(
                        "DTSTART;VALUE=DATE:20260101",
                        "DTEND;VALUE=DATE:20260111",
                        "RRULE:FREQ=MONTHLY");
        assertEquals(List.of("2026-09-30T22:00:00Z"), starts(event, "2026-10-08", "2026-10-20"));
    }

    @Test
    void hasKnowsTheOccurrencesOfTheMaster() {
        Event event = event("DTSTART;TZID=Europe/Oslo:20261101T090000", "RRULE:FREQ=DAILY");
        assertTrue(has(event, "20300115T080000Z"));
        assertFalse(has(event, "20300115T090000Z"));
        assertTrue(has(event, "20300115"));
        assertFalse(has(event, "20200115T080000Z"));
        assertFalse(has(event("RECURRENCE-ID:20261102T090000Z"), "20261102T090000Z"));
    }

    private static boolean has(Event event, String id) {
        return Recurrences.has(event, new RecurrenceId(id), OSLO, Limits.STANDARD);
    }

    @Test
    void aRuleThatIsNoneIsToldAndTheStartHolds() {
        Expansion all =
                expand(
                        event("DTSTART:20261101T090000Z", "RRULE:FREQ=NEVER"),
                        "2026-01-01",
                        "2027-01-01");
        assertEquals(1, all.instances().size());
        assertEquals("wrong-rule", all.problems().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=SECONDLY;COUNT=1000000000",
                "FREQ=SECONDLY;BYSECOND=0,1,2;COUNT=1000000000",
                "FREQ=MINUTELY;BYHOUR=3;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=DAILY;COUNT=1000000000",
                "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=WEEKLY;BYDAY=MO;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
                "FREQ=YEARLY;INTERVAL=2147483647",
                "FREQ=SECONDLY;INTERVAL=2147483647;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=HOURLY;INTERVAL=24;BYHOUR=3",
                "FREQ=YEARLY;BYSETPOS=1,-1;BYYEARDAY=1,2,3,4,5,6,7;BYHOUR=0,1,2,3;BYMINUTE=0,1,2,3,4,5;BYSECOND=0,1,2,3",
            })
    void noRuleTakesForEver(String rule) {
        for (String start : List.of("00010101T000000Z", "20200101T003000Z", "99991231T235959Z")) {
            Expansion month =
                    expand(event("DTSTART:" + start, "RRULE:" + rule), "2026-11-01", "2026-12-01");
            assertTrue(month.instances().size() <= Limits.STANDARD.instances());
        }
    }

    @Test
    void theProblemNamesWhyNotAllWasFound() {
        assertEquals("too-many-occurrences", problem("FREQ=SECONDLY"));
        assertEquals("endless-rule", problem("FREQ=SECONDLY;BYSECOND=0,1,2;COUNT=1000000000"));
    }

    private static String problem(String rule) {
        return expand(
                        event("DTSTART:20200101T000000Z", "RRULE:" + rule),
                        "2026-11-01",
                        "2026-12-01")
                .problems()
                .getFirst()
                .name();
    }

    @Test
    void everyTimeOfADayIsNotMadeIntoAListOfAYear() {
        var numbers = new StringBuilder("0");
        for (int i = 1; i < 60; i++) {
            numbers.append(',').append(i);
        }
        Event event =
                event(
                        "DTSTART:20200101T000000Z",
                        "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE="
                                + numbers
                                + ";BYSECOND="
                                + numbers
                                + ";BYSETPOS=-1");
        assertEquals(List.of("2026-12-31T12:59:59Z"), starts(event, "2026-11-01", "2027-11-01"));
    }

    @Test
    void aHundredThousandDatesAreLookedThrough() {
        var dates = new ArrayList<String>();
        for (LocalDate day = LocalDate.of(1800, 1, 1);
                dates.size() < 100_000;
                day = day.plusDays(1)) {
            dates.add(day.toString().replace("-", "") + "T090000Z");
        }
        Event event = event("DTSTART:18000101T090000Z", "RDATE:" + String.join(",", dates));
        assertEquals(30, starts(event, "2026-11-01", "2026-12-01").size());
        assertTrue(expand(event, "2026-11-01", "2026-12-01").more());
    }

    @Test
    void aSeriesOfLongAgoIsLookedAtFromTheWindowOn() {
        var few = new Limits(1000, 1000, 16, 50, 200, 1000);
        for (String rule :
                List.of(
                        "FREQ=SECONDLY;INTERVAL=86400",
                        "FREQ=DAILY",
                        "FREQ=DAILY;COUNT=1000000",
                        "FREQ=WEEKLY;BYDAY=MO,TU",
                        "FREQ=MONTHLY")) {
            Expansion month =
                    Recurrences.expand(
                            event("DTSTART:19000101T090000Z", "RRULE:" + rule),
                            Instant.parse("2026-11-01T00:00:00Z"),
                            Instant.parse("2026-12-01T00:00:00Z"),
                            OSLO,
                            few);
            assertEquals(List.of(), month.problems(), rule);
            assertFalse(month.instances().isEmpty(), rule);
        }
    }

    // ---- where the clock changes

    private static List<String> times(Event event, Zone own, String from, String to) {
        return Recurrences.expand(
                        event, Instant.parse(from), Instant.parse(to), own, Limits.STANDARD)
                .instances()
                .stream()
                .map(i -> i.start().instant(own) + "/" + i.end().instant(own))
                .toList();
    }

    private static List<String> times(Event event, String from, String to) {
        return times(event, OSLO, from + "T00:00:00Z", to + "T00:00:00Z");
    }

    @Test
    void anEndInTheHourThatComesTwiceIsAsLateAsItLasts() {
        assertEquals(
                List.of("2026-10-25T00:30:00Z/2026-10-25T01:30:00Z"),
                times(
                        event("DTSTART;TZID=Europe/Oslo:20261025T023000", "DURATION:PT1H"),
                        "2026-10-25",
                        "2026-10-26"));
        Event nightly =
                event(
                        "DTSTART;TZID=Europe/Oslo:20261023T220000",
                        "DTEND;TZID=Europe/Oslo:20261024T030000",
                        "RRULE:FREQ=DAILY;COUNT=2");
        assertEquals(
                List.of(
                        "2026-10-23T20:00:00Z/2026-10-24T01:00:00Z",
                        "2026-10-24T20:00:00Z/2026-10-25T01:00:00Z"),
                times(nightly, "2026-10-20", "2026-10-30"));
        var alone = nightly.unchanged(new RecurrenceId("20261024T200000Z"), OSLO);
        assertEquals(
                "20261025T010000Z",
                Objects.requireNonNull(Objects.requireNonNull(alone).component().first("DTEND"))
                        .value());
    }

    @Test
    void aDateInTheHourThatComesTwiceIsTheOneItNames() {
        Event event =
                event(
                        "DTSTART;TZID=Europe/Oslo:20261024T023000",
                        "DURATION:PT15M",
                        "RRULE:FREQ=DAILY;COUNT=2",
                        "RDATE:20261025T013000Z");
        assertEquals(
                List.of(
                        "2026-10-24T00:30:00Z/2026-10-24T00:45:00Z",
                        "2026-10-25T00:30:00Z/2026-10-25T00:45:00Z",
                        "2026-10-25T01:30:00Z/2026-10-25T01:45:00Z"),
                times(event, "2026-10-20", "2026-10-30"));
        assertTrue(has(event, "20261025T013000Z"));
        var alone = event.unchanged(new RecurrenceId("20261025T013000Z"), OSLO);
        assertEquals(
                List.of("2026-10-25T01:30:00Z/2026-10-25T01:45:00Z"),
                times(Event.of(Objects.requireNonNull(alone)), "2026-10-20", "2026-10-30"));
    }

    @Test
    void aChangeToThisAndFutureMovesOnTheWallOfTheHourThatComesTwiceToo() {
        Event event =
                event(
                        "DTSTART;TZID=Europe/Oslo:20261023T023000",
                        "DURATION:PT15M",
                        "RDATE:20261025T013000Z",
                        NEXT,
                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261023T003000Z",
                        "DTSTART;TZID=Europe/Oslo:20261023T103000",
                        "DURATION:PT15M");
        List<String> times =
                List.of(
                        "2026-10-23T08:30:00Z/2026-10-23T08:45:00Z",
                        "2026-10-25T09:30:00Z/2026-10-25T09:45:00Z");
        assertEquals(times, times(event, "2026-10-20", "2026-10-30"));
        var alone = event.unchanged(new RecurrenceId("20261025T013000Z"), OSLO);
        assertEquals(
                times.subList(1, 2),
                times(Event.of(Objects.requireNonNull(alone)), "2026-10-20", "2026-10-30"));
    }

    @Test
    void aTimeThatTheClockLeapsOverHasOneName() {
        Event daily = event("DTSTART;TZID=Europe/Oslo:20260328T023000", "RRULE:FREQ=DAILY");
        assertTrue(has(daily, "20260329T013000Z"));
        for (String exdate :
                List.of(
                        "EXDATE;TZID=Europe/Oslo:20260329T023000",
                        "EXDATE:20260329T013000Z",
                        "EXDATE;VALUE=DATE:20260329",
                        "EXRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=29")) {
            Event without =
                    event(
                            "DTSTART;TZID=Europe/Oslo:20260328T023000",
                            "RRULE:FREQ=DAILY;COUNT=3",
                            exdate);
            assertEquals(
                    List.of("2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z"),
                    starts(without, "2026-03-01", "2026-04-30"),
                    exdate);
        }
        assertEquals(
                List.of("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29T02:30:00Z"),
                starts(
                        event(
                                "DTSTART;TZID=Europe/Oslo:20260329T013000",
                                "RRULE:FREQ=HOURLY;COUNT=4"),
                        "2026-03-01",
                        "2026-04-30"));
    }

    // ---- no occurrence ends before it starts

    @Test
    void anEndWithoutAZoneIsInTheZoneOfTheStart() {
        assertEquals(
                List.of("2026-11-03T14:00:00Z/2026-11-03T15:00:00Z"),
                times(
                        event(
                                "DTSTART;TZID=America/New_York:20261103T090000",
                                "DTEND:20261103T100000"),
                        "2026-11-01",
                        "2026-11-10"));
        assertEquals(
                List.of("2026-11-03T09:00:00Z/2026-11-03T09:30:00Z"),
                times(
                        event("DTSTART:20261103T090000Z", "DTEND:20261103T093000"),
                        "2026-11-01",
                        "2026-11-10"));
    }

    @Test
    void anEndThatTheReadersZonePutsBeforeTheStartIsTheStart() {
        Zone newYork = Objects.requireNonNull(Zone.named("America/New_York"));
        String[] lines = {"DTSTART;TZID=Unknown:20261103T090000", "DTEND:20261103T093000Z"};
        for (String rule : List.of("RRULE:FREQ=DAILY;COUNT=2", "RDATE:20261104T090000")) {
            assertEquals(
                    List.of(
                            "2026-11-03T14:00:00Z/2026-11-03T14:00:00Z",
                            "2026-11-04T14:00:00Z/2026-11-04T14:00:00Z"),
                    times(
                            event(lines[0], lines[1], rule),
                            newYork,
                            "2026-11-01T00:00:00Z",
                            "2026-11-10T00:00:00Z"));
        }
    }

    @Test
    void aTimeWithoutAZoneThatTheClockLeapsOverLastsAsLongAsOnOtherDays() {
        Event event =
                event(
                        "DTSTART:20260328T023000",
                        "DTEND:20260328T031500",
                        "RRULE:FREQ=DAILY;COUNT=2");
        assertEquals(
                List.of(
                        "2026-03-28T01:30:00Z/2026-03-28T02:15:00Z",
                        "2026-03-29T01:30:00Z/2026-03-29T02:15:00Z"),
                times(event, "2026-03-20", "2026-04-10"));
    }

    // ---- a changed occurrence that is named otherwise

    @Test
    void aChangeNamedByAnInstantIsOneOfASeriesWithoutAZone() {
        Event floating =
                event(
                        "DTSTART;TZID=Unknown:20261102T090000",
                        "RRULE:FREQ=DAILY;COUNT=3",
                        NEXT,
                        "RECURRENCE-ID:20261103T080000Z",
                        "DTSTART:20261103T100000Z");
        assertEquals(
                List.of("2026-11-02T08:00:00Z", "2026-11-03T10:00:00Z", "2026-11-04T08:00:00Z"),
                starts(floating, "2026-11-01", "2026-11-30"));
        Event days =
                event(
                        "DTSTART;VALUE=DATE:20261102",
                        "RRULE:FREQ=DAILY;COUNT=3",
                        NEXT,
                        "RECURRENCE-ID:20261102T230000Z",
                        "DTSTART;VALUE=DATE:20261110");
        assertEquals(
                List.of("2026-11-01T23:00:00Z", "2026-11-03T23:00:00Z", "2026-11-09T23:00:00Z"),
                starts(days, "2026-11-01", "2026-11-30"));
    }

    // ---- dates with a length of their own

    @Test
    void aDateWithItsOwnLengthKeepsItAlone() {
        Event event =
                event(
                        "DTSTART;TZID=Europe/Oslo:20261101T090000",
                        "DURATION:PT1H",
                        "RDATE;VALUE=PERIOD:20261122T080000Z/PT3H",
                        "RDATE;VALUE=PERIOD;TZID=Europe/Oslo:20261123T090000/20261123T110000");
        for (String id : List.of("20261122T080000Z", "20261123T080000Z", "20261101T080000Z")) {
            var recurrenceId = new RecurrenceId(id);
            var alone = Objects.requireNonNull(event.unchanged(recurrenceId, OSLO));
            var shown =
                    expand(event, "2026-11-01", "2026-12-01").instances().stream()
                            .filter(i -> recurrenceId.equals(i.id()))
                            .findFirst()
                            .orElseThrow();
            assertEquals(
                    shown.end().instant(OSLO),
                    Objects.requireNonNull(alone.end()).instant(OSLO),
                    id);
        }
    }

    @Test
    void aPeriodAtATimeOfTheRuleSaysHowLongItLasts() {
        Event event =
                event(
                        "DTSTART:20261101T090000Z",
                        "DURATION:PT1H",
                        "RRULE:FREQ=DAILY;COUNT=2",
                        "RDATE;VALUE=PERIOD:20261101T090000Z/PT2H,20261102T090000Z/PT3H");
        assertEquals(
                List.of(
                        "2026-11-01T09:00:00Z/2026-11-01T11:00:00Z",
                        "2026-11-02T09:00:00Z/2026-11-02T12:00:00Z"),
                times(event, "2026-11-01", "2026-11-30"));
    }
}
