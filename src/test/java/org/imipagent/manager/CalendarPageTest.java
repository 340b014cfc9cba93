package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Colour;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Zone;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Colours;
import org.imipagent.store.StoreTrouble;
import org.junit.jupiter.api.Test;

class CalendarPageTest {

    private static Manager manager(Occurrence... occurrences) {
        return Sample.manager(SampleCalendar.of(List.of(occurrences)), _ -> new Outcome.Stale());
    }

    private static String cell(String page, String date) {
        int at = page.indexOf("view=day&amp;date=" + date + "\"", page.indexOf("id=\"days\""));
        assertTrue(at >= 0, "no cell " + date);
        return page.substring(at, page.indexOf("</div>", at));
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

    /** The bars of the week of a day. */
    private static String bars(String page, String date) {
        int day = page.indexOf("view=day&amp;date=" + date + "\"", page.indexOf("id=\"days\""));
        int week = page.lastIndexOf("class=\"week-number\"", day);
        int bars = page.indexOf("<ul class=\"bars\">", week);
        return bars < 0 || bars > page.indexOf("<h2>", week)
                ? ""
                : page.substring(bars, page.indexOf("</ul>", bars));
    }

    @Test
    void anEventOverMidnightIsOneBarOverBothDays() {
        var manager =
                manager(Sample.timed("t", "2026-11-27T22:45", "2026-11-28T07:10", "Night train"));
        String page = Sample.get(manager, "/").body();
        String bars = bars(page, "2026-11-27");
        assertTrue(bars.contains("<li class=\"lane-0 on-4 span-2\">"), bars);
        assertTrue(bars.contains("Fri 27 Nov, 22:45 – Sat 28 Nov, 07:10"), bars);
        assertEquals(1, GoldenPagesTest.all(page, "(Night train)").size());
        String week = Sample.get(manager, "/?view=week&date=2026-11-27").body();
        assertTrue(week.contains("<span class=\"from-0 to-4\">09:00</span>"), "opens the night");
        assertTrue(week.contains("<li class=\"lane-0 on-4 span-2\">"), week);
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
        String december = Sample.get(manager, "/?date=2026-12-01").body();
        assertTrue(bars(december, "2026-12-31").contains("Trip"));
        String january = Sample.get(manager, "/?date=2027-01-15").body();
        assertEquals(5, GoldenPagesTest.all(january, "(on-0 span-7)").size());
        // It is read, and reached by Tab, once a page.
        assertEquals(4, GoldenPagesTest.all(january, "(tabindex=\"-1\" aria-hidden)").size());
        String last = bars(Sample.get(manager, "/?date=2027-02-01").body(), "2027-02-01");
        assertTrue(last.contains("on-0 span-1 continued"), last);
        assertFalse(last.contains("again"), last);
        assertFalse(last.contains("continues"), last);
    }

    @Test
    void whatGoesOnTodayIsReadInTheWeekOfToday() {
        var manager =
                manager(
                        Sample.days(
                                "trip",
                                "2026-11-05",
                                "2026-11-28",
                                "Trip",
                                Participation.ACCEPTED));
        String page = Sample.get(manager, "/").body();
        assertTrue(bars(page, "2026-11-05").contains(" again"));
        assertFalse(bars(page, "2026-11-18").contains(" again"));
        assertTrue(bars(page, "2026-11-25").contains(" again"));
    }

    @Test
    void pastDaysTodayAndWeekendsSayWhatTheyAre() {
        String page = Sample.get(manager(), "/").body();
        assertEquals(17 + 6, GoldenPagesTest.all(page, "(class=\"day past)").size());
        assertEquals(1, GoldenPagesTest.all(page, "(class=\"day today)").size());
        assertEquals(12, GoldenPagesTest.all(page, "class=\"day[^\"]*( weekend)").size());
    }

    @Test
    void anEventOfOnesOwnThatIsTentativeLooksAndReadsSo() {
        Occurrence sure =
                Sample.timed(
                        "t",
                        null,
                        "2026-11-20T10:00",
                        "2026-11-20T11:00",
                        "Perhaps",
                        "",
                        null,
                        false,
                        true);
        var manager = manager(sure.with(new Occurrence.Appearance(true, false, "", null)));
        String cell = cell(Sample.get(manager, "/").body(), "2026-11-20");
        assertTrue(cell.contains("chip hue-8 mine tentative"), cell);
        assertTrue(cell.contains("tentative</em>"), cell);
    }

    @Test
    void coloursSayTheRoleTheCategoryOrNothing() {
        Occurrence mine = Sample.timed("m", "2026-11-20T10:00", "2026-11-20T11:00", "Mine");
        var alone = mine.with(new Occurrence.Appearance(false, false, "Work", null));
        var invited = mine.with(new Occurrence.Appearance(false, true, "work", null));
        var red = mine.with(new Occurrence.Appearance(false, true, "", Colour.named("Tomato")));
        assertEquals("hue-8 mine", Hues.of(alone, Colours.ROLE));
        assertEquals("hue-0", Hues.of(invited, Colours.ROLE));
        assertEquals("hue-1", Hues.of(red, Colours.ROLE));
        assertEquals("hue-1", Hues.of(red, Colours.CATEGORY));
        assertEquals("hue-0", Hues.of(red, Colours.NONE));
        assertEquals(
                Hues.of(invited, Colours.CATEGORY) + " mine", Hues.of(alone, Colours.CATEGORY));
    }

    @Test
    void aNewEventIsForTheDayThatIsLookedAt() {
        assertTrue(
                Sample.get(manager(), "/?date=2026-11-24").body().contains("new?date=2026-11-24"));
        assertTrue(
                Sample.get(manager(), "/?date=2027-01-01").body().contains("new?date=2027-01-01"));
        assertTrue(
                Sample.get(manager(), "/?date=2026-11-01").body().contains("new?date=2026-11-18"));
        assertTrue(Sample.get(manager(), "/").body().contains("new?date=2026-11-18"));
    }

    @Test
    void theLineOfNowStandsInTodaysColumnAlone() {
        for (String view : List.of("week", "day")) {
            String page = Sample.get(manager(), "/?view=" + view).body();
            assertEquals(
                    List.of("now-line from-1 to-2 after-5"),
                    GoldenPagesTest.all(page, "<i class=\"(now-line[^\"]*)\""),
                    "09:20, where the hours begin at 09:00");
            int line = page.indexOf("now-line");
            assertTrue(
                    page.lastIndexOf("class=\"day today", line)
                            > page.lastIndexOf("class=\"day ", line) - 1);
        }
        assertFalse(
                Sample.get(manager(), "/?view=week&date=2026-11-25").body().contains("now-line"));
    }

    @Test
    void theHoursBeginWhereTheDayDoesAndWhatIsNoWorkIsShaded() {
        String page =
                Sample.get(
                                manager(
                                        Sample.timed(
                                                "e", "2026-11-25T06:30", "2026-11-25T07:30", "E"),
                                        Sample.timed(
                                                "l", "2026-11-26T19:00", "2026-11-26T20:15", "L")),
                                "/?view=week&date=2026-11-25")
                        .body();
        List<String> hours =
                GoldenPagesTest.all(page, "<span class=\"from-\\d+ to-\\d+\">([^<]*)<");
        assertEquals("06:00", hours.getFirst());
        assertEquals("20:00", hours.getLast());
        // Five days before nine and after five, and two days altogether.
        assertEquals(5, GoldenPagesTest.all(page, "(class=\"off from-0 to-12\")").size());
        assertEquals(5, GoldenPagesTest.all(page, "(class=\"off from-44 to-60\")").size());
        assertEquals(2, GoldenPagesTest.all(page, "(class=\"off from-0 to-60\")").size());
    }

    @Test
    void aWeekHasAtMostThreeLanesAndSaysHowManyMoreThereAre() {
        var four = new ArrayList<Occurrence>();
        for (int i = 0; i < 4; i++) {
            four.add(Sample.timed("e" + i, "2026-11-25T10:00", "2026-11-25T11:00", "Event " + i));
        }
        var manager = Sample.manager(SampleCalendar.of(four), _ -> new Outcome.Stale());
        String week = Sample.get(manager, "/?view=week&date=2026-11-25").body();
        assertEquals(2, GoldenPagesTest.all(week, "(lane-\\d of-more)").size());
        assertEquals(2, GoldenPagesTest.all(week, "(left-out)").size());
        assertTrue(week.contains("aria-label=\"2 more events on Wednesday 25 November 2026\">+2<"));
        String day = Sample.get(manager, "/?view=day&date=2026-11-25").body();
        assertEquals(3, GoldenPagesTest.all(day, "(lane-\\d of-more)").size());
        assertTrue(day.contains("href=\"#others\""), day);
        assertTrue(day.indexOf("Event 3") > day.indexOf("id=\"others\""), day);
        manager = Sample.manager(SampleCalendar.of(four.subList(0, 3)), _ -> new Outcome.Stale());
        week = Sample.get(manager, "/?view=week&date=2026-11-25").body();
        assertEquals(3, GoldenPagesTest.all(week, "(lane-\\d of-3)").size());
        assertFalse(week.contains("left-out"));
    }

    /** A hundred and twenty, as a busy person has, with names, places and UIDs of usual length. */
    @Test
    void theMonthOfABusyPersonIsLight() {
        Manager manager = Sample.manager(Gallery.busy(), _ -> new Outcome.Stale());
        for (String view : List.of("month", "week", "list")) {
            String page = Sample.get(manager, "/?view=" + view + "&date=2026-11-02").body();
            int length = page.getBytes(StandardCharsets.UTF_8).length;
            assertTrue(length < 40_000, view + ": " + length + " octets");
            List<String> links =
                    GoldenPagesTest.all(page, "<a class=\"chip[^\"]*\" href=\"([^\"]*)\">");
            assertEquals(links.stream().distinct().toList(), links, "each event once");
            assertEquals(view.equals("week") ? 30 : 120, links.size(), view);
        }
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
    void sixtyEventsOnADayAreAllThereOnEveryPage() {
        Manager manager = Sample.manager(Gallery.sixty(), _ -> new Outcome.Stale());
        for (String view : List.of("month", "week", "day", "list")) {
            String page = Sample.get(manager, "/?view=" + view + "&date=2026-11-25").body();
            for (int i = 1; i <= 60; i++) {
                assertEquals(
                        1,
                        GoldenPagesTest.all(page, "(Event number " + i + "<)").size(),
                        view + ", event " + i);
            }
        }
    }

    /** Two hundred a day: thousands in a month. What a page carries does not grow with them. */
    @Test
    void aPageOfThousandsOfEventsCarriesWhatItsDaysHaveRoomFor() {
        var all = new ArrayList<Occurrence>();
        for (int i = 0; i < 200 * 28; i++) {
            String day = "2026-11-" + (i % 28 < 9 ? "0" : "") + (i % 28 + 1);
            String hour = (i % 14 + 8 < 10 ? "0" : "") + (i % 14 + 8);
            all.add(Sample.timed("e" + i, day + "T" + hour + ":00", day + "T" + hour + ":30", "E"));
        }
        var manager = Sample.manager(SampleCalendar.of(all), _ -> new Outcome.Stale());
        for (String view : List.of("month", "week", "list")) {
            String page = Sample.get(manager, "/?view=" + view + "&date=2026-11-01").body();
            int chips = GoldenPagesTest.all(page, "(<a class=\"chip)").size();
            assertTrue(chips > 20 && chips <= 300, view + " carries " + chips);
        }
        String month = Sample.get(manager, "/?date=2026-11-01").body();
        assertTrue(cell(month, "2026-11-18").contains("<i class=\"of-10\">+191</i>"), "9 and 191");
        assertTrue(
                Sample.get(manager, "/?view=list&date=2026-11-01")
                        .body()
                        .contains("190 more events on Wednesday 18 November 2026"));
    }

    /** However many lines the window has room for: what is shown and what is counted is all. */
    @Test
    void nothingIsLostBetweenTheLinesOfADayAndWhatItSaysIsMissing() {
        for (int bars = 0; bars <= 6; bars++) {
            for (int timed = 0; timed <= 9; timed++) {
                var all = new ArrayList<Occurrence>();
                for (int i = 0; i < bars; i++) {
                    all.add(Sample.days("b" + i, "2026-11-10", "2026-11-12", "Bar", null));
                }
                for (int i = 0; i < timed; i++) {
                    all.add(Sample.timed("t" + i, "2026-11-10T10:00", "2026-11-10T11:00", "Timed"));
                }
                var manager = Sample.manager(SampleCalendar.of(all), _ -> new Outcome.Stale());
                String page = Sample.get(manager, "/").body();
                String cell = cell(page, "2026-11-10");
                String drawn = bars(page, "2026-11-10") + cell;
                for (int lines = MonthPage.FEWEST_LINES; lines <= MonthPage.MOST_LINES; lines++) {
                    int shown = shown(drawn, lines);
                    var more =
                            GoldenPagesTest.all(cell, "<i class=\"of-" + lines + "\">\\+(\\d+)<");
                    int hidden = more.isEmpty() ? 0 : Integer.parseInt(more.getFirst());
                    String what = bars + " bars, " + timed + " timed, " + lines + " lines";
                    assertEquals(bars + timed, shown + hidden, what);
                    assertTrue(shown + (hidden > 0 ? 1 : 0) <= lines, what);
                }
            }
        }
    }

    /** How many events a day of so many lines shows. */
    private static int shown(String drawn, int lines) {
        int shown = 0;
        for (String classes : GoldenPagesTest.all(drawn, "<li( class=\"[^\"]*\")?>", 0)) {
            String needs = String.join("", GoldenPagesTest.all(classes, "at-(\\d+|none)"));
            boolean fits = needs.isEmpty();
            if (!fits && !needs.equals("none")) {
                fits = Integer.parseInt(needs) <= lines;
            }
            shown += fits ? 1 : 0;
        }
        return shown;
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
        assertTrue(cell(page, "2026-11-11").contains("cancelled</em>"));
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
