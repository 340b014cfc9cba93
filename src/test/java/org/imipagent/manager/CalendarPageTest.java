package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Zone;
import org.imipagent.messages.Messages;
import org.imipagent.store.StoreTrouble;
import org.junit.jupiter.api.Test;

class CalendarPageTest {

    private static Manager manager(Occurrence... occurrences) {
        return Sample.manager(SampleCalendar.of(List.of(occurrences)), _ -> new Outcome.Stale());
    }

    private static String cell(String page, String date) {
        int at = page.indexOf("<time datetime=\"" + date + "\"");
        assertTrue(at >= 0, "no cell " + date);
        return page.substring(at, page.indexOf("</td>", at));
    }

    @Test
    void aMonthIsDrawnInWholeWeeks() {
        assertRange("2026-11-18", "2026-10-26", "2026-12-07");
        assertRange("2026-02-01", "2026-01-26", "2026-03-02");
        assertRange("2027-02-28", "2027-02-01", "2027-03-01");
        assertRange("2024-02-29", "2024-01-29", "2024-03-04");
        assertRange("2026-12-31", "2026-11-30", "2027-01-04");
    }

    private static void assertRange(String date, String first, String dayAfter) {
        var range = CalendarPage.drawn(View.MONTH, Sample.date(date), 1);
        assertEquals(first, range.first().toString());
        assertEquals(dayAfter, range.dayAfter().toString());
    }

    @Test
    void weeksAreNumberedAsIso8601Says() {
        assertEquals(53, week("2020-12-28"));
        assertEquals(1, week("2019-12-30"));
        assertEquals(52, week("2022-12-26"));
        assertEquals(53, week("2026-12-28"));
        assertEquals(1, week("2027-01-04"));
        // A week from Sunday is the week of its Thursday.
        assertEquals(1, week("2027-01-03"));
    }

    private static int week(String first) {
        return CalendarPage.weekNumber(Sample.date(first));
    }

    @Test
    void datesAreReadStrictly() {
        assertEquals(LocalDate.of(2026, 11, 3), CalendarPage.read("2026-11-03"));
        for (String odd :
                List.of(
                        "",
                        "2026-11-3",
                        "2026-02-29",
                        "2026-13-01",
                        "0000-01-01",
                        "-026-01-01",
                        "20261103",
                        "2026/11/03",
                        "２026-11-03",
                        "2026-11-03 ",
                        "today",
                        "+2026-1-1")) {
            assertNull(CalendarPage.read(odd), odd);
        }
    }

    @Test
    void anOddDateOrViewIsAnsweredInWords() {
        for (String query :
                List.of("date=2026-02-30", "date=%3Cscript%3E", "view=year", "view=%00x")) {
            var answer = Sample.get(manager(), "/?" + query);
            assertTrue(answer.status() == 422 || answer.status() == 400, query);
            assertTrue(answer.body().contains("<h1>"), query);
            assertFalse(answer.body().contains("<script>"), query);
        }
    }

    @Test
    void theFirstAndTheLastMonthHaveNoFurtherLinks() {
        for (String view : List.of("month", "week", "day", "list")) {
            for (String date : List.of("0001-01-01", "9999-12-31")) {
                var answer = Sample.get(manager(), "/?view=" + view + "&date=" + date);
                assertEquals(200, answer.status(), view + date);
                for (String href : GoldenPagesTest.all(answer.body(), "date=([^\"&]*)\"")) {
                    assertNotNull(CalendarPage.read(href), view + " leads to " + href);
                }
            }
        }
    }

    @Test
    void anEventOverMidnightStandsOnBothDays() {
        var manager =
                manager(Sample.timed("t", "2026-11-27T22:45", "2026-11-28T07:10", "Night train"));
        String page = Sample.get(manager, "/").body();
        assertTrue(cell(page, "2026-11-27").contains("from 22:45"));
        assertTrue(cell(page, "2026-11-28").contains("until 07:10"));
        assertFalse(cell(page, "2026-11-29").contains("Night train"));
    }

    @Test
    void anEventThatEndsAtMidnightStandsOnItsOwnDayOnly() {
        var item =
                Item.of(
                        Sample.timed("t", "2026-11-27T22:00", "2026-11-28T00:00", "Late"),
                        Sample.OSLO);
        assertEquals("2026-11-27", item.last().toString());
        assertFalse(item.isBar());
    }

    @Test
    void aLongEventStandsInEveryWeekAndMonthItTouches() {
        var manager =
                manager(
                        Sample.days(
                                "trip",
                                "2026-12-21",
                                "2027-02-02",
                                "Trip",
                                Participation.ACCEPTED));
        assertTrue(
                cell(Sample.get(manager, "/?date=2026-12-01").body(), "2026-12-31")
                        .contains("Trip"));
        String january = Sample.get(manager, "/?date=2027-01-15").body();
        assertEquals(5, GoldenPagesTest.all(january, "(bar labelled span-7)").size());
        assertTrue(
                cell(Sample.get(manager, "/?date=2027-02-01").body(), "2027-02-01")
                        .contains("ends"));
    }

    @Test
    void daysOfTwentyThreeAndTwentyFiveHoursAreDrawn() {
        // 29 March 2026: from 02:00 to 03:00 there is no time. 25 October: it comes twice.
        var spring = Sample.timed("s", "2026-03-29T01:30", "2026-03-29T03:30", "Spring");
        var autumn =
                new Occurrence(
                        "a",
                        null,
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T01:15:00Z"),
                        null,
                        null,
                        "Autumn",
                        "",
                        false,
                        false,
                        null,
                        Occurrence.Busy.BUSY);
        var manager = manager(spring, autumn);
        for (String view : List.of("month", "week", "day", "list")) {
            assertTrue(
                    Sample.get(manager, "/?view=" + view + "&date=2026-03-29")
                            .body()
                            .contains("Spring"));
            assertTrue(
                    Sample.get(manager, "/?view=" + view + "&date=2026-10-25")
                            .body()
                            .contains("Autumn"));
        }
    }

    @Test
    void sixtyEventsOnADayAreFourLinesAMonthAndAllOfThemADay() {
        Manager manager = Sample.manager(Gallery.sixty(), _ -> new Outcome.Stale());
        String month = Sample.get(manager, "/").body();
        String cell = cell(month, "2026-11-25");
        assertTrue(GoldenPagesTest.all(cell, "(class=\"chip)").size() < MonthPage.LINES, cell);
        assertTrue(GoldenPagesTest.all(month, "(\\d+ more events on Wednesday 25)").size() == 1);
        String day = Sample.get(manager, "/?view=day&date=2026-11-25").body();
        for (int i = 1; i <= 60; i++) {
            assertTrue(day.contains("Event number " + i + "<"), "event " + i);
        }
    }

    @Test
    void nothingIsLostBetweenTheLinesOfADayAndWhatItSaysIsMissing() {
        for (int bars = 0; bars <= 6; bars++) {
            for (int timed = 0; timed <= 6; timed++) {
                var all = new ArrayList<Occurrence>();
                for (int i = 0; i < bars; i++) {
                    all.add(Sample.days("b" + i, "2026-11-10", "2026-11-12", "Bar", null));
                }
                for (int i = 0; i < timed; i++) {
                    all.add(Sample.timed("t" + i, "2026-11-10T10:00", "2026-11-10T11:00", "Timed"));
                }
                var manager = Sample.manager(SampleCalendar.of(all), _ -> new Outcome.Stale());
                String cell = cell(Sample.get(manager, "/").body(), "2026-11-10");
                int shown = GoldenPagesTest.all(cell, "(class=\"chip)").size();
                var more = GoldenPagesTest.all(cell, "\\+(\\d+) more");
                int hidden = more.isEmpty() ? 0 : Integer.parseInt(more.getFirst());
                assertEquals(bars + timed, shown + hidden, bars + " bars, " + timed + " timed");
                assertTrue(shown + (hidden > 0 ? 1 : 0) <= MonthPage.LINES);
            }
        }
    }

    @Test
    void eventsAtTheSameTimeStandBesideEachOther() {
        var day = LocalDate.of(2026, 11, 10);
        var items =
                Item.sorted(
                        List.of(
                                Sample.timed("a", "2026-11-10T10:00", "2026-11-10T12:00", "A"),
                                Sample.timed("b", "2026-11-10T11:00", "2026-11-10T13:00", "B"),
                                Sample.timed("c", "2026-11-10T12:00", "2026-11-10T13:00", "C"),
                                Sample.timed("d", "2026-11-10T14:00", "2026-11-10T15:00", "D")),
                        Sample.OSLO);
        var lanes =
                Lanes.place(items, day).stream()
                        .map(p -> p.item().occurrence().summary() + p.lane() + "/" + p.of())
                        .toList();
        assertEquals(List.of("A0/2", "B1/2", "C0/2", "D0/1"), lanes);
    }

    @Test
    void timesAreThoseOfThePersonAndTheZoneIsNamed() {
        Zone tokyo = Objects.requireNonNull(Zone.named("Asia/Tokyo"));
        var manager =
                Sample.manager(
                        SampleCalendar.of(
                                List.of(
                                        Sample.timed(
                                                "a", "2026-11-10T17:00", "2026-11-10T18:00", "A"))),
                        _ -> new Outcome.Stale(),
                        Messages.of("en"),
                        tokyo,
                        Sample.NOW);
        String page = Sample.get(manager, "/").body();
        assertTrue(cell(page, "2026-11-11").contains("01:00"), "17:00 in Oslo is 01:00 in Tokyo");
        assertTrue(page.contains("Asia/Tokyo"));
    }

    @Test
    void statesAreClassesAndWords() {
        var manager =
                manager(
                        Sample.timed(
                                "u",
                                null,
                                "2026-11-10T10:00",
                                "2026-11-10T11:00",
                                "U",
                                "",
                                Participation.NEEDS_ACTION,
                                false,
                                false),
                        Sample.timed(
                                "c",
                                null,
                                "2026-11-11T10:00",
                                "2026-11-11T11:00",
                                "C",
                                "",
                                Participation.ACCEPTED,
                                true,
                                false));
        String page = Sample.get(manager, "/").body();
        assertTrue(cell(page, "2026-11-10").contains("unanswered"));
        assertTrue(cell(page, "2026-11-10").contains("no reply yet"));
        assertTrue(cell(page, "2026-11-11").contains("cancelled</span>"));
    }

    @Test
    void jsonIsTheSameView() {
        String json =
                Sample.getJson(
                                manager(
                                        Sample.timed(
                                                "a\"b",
                                                "2026-11-10T10:00",
                                                "2026-11-10T11:00",
                                                "Tea </script>")),
                                "/?view=week&date=2026-11-10")
                        .body();
        assertTrue(
                json.startsWith(
                        "{\"user\":\"mailto:vincent.vole@example.com\",\"view\":\"week\",\"from\":\"2026-11-09\",\"to\":\"2026-11-16\",\"zone\":\"Europe/Oslo\""),
                json);
        assertTrue(json.contains("\"uid\":\"a\\\"b\""), json);
        assertTrue(json.contains("\"start\":\"2026-11-10T09:00:00Z\""), json);
    }

    @Test
    void aStoreInTroubleIsSaidToBeBusyOrBroken() {
        for (var kind : StoreTrouble.Kind.values()) {
            var calendar =
                    new SampleCalendar(java.util.Map.of(), List.of(), List.of(), List.of(), kind);
            var answer = Sample.get(Sample.manager(calendar, _ -> new Outcome.Stale()), "/");
            assertEquals(503, answer.status());
            assertTrue(answer.head().contains("Retry-After"), answer.head());
            assertFalse(
                    answer.body().contains("the file is not well"), "the reason is for the log");
        }
    }
}
