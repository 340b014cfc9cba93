package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.itip.Verdict;
import org.junit.jupiter.api.Test;

/** An event that was dragged: a form that is filled in, and nothing more. */
class MovePageTest {

    private static final String LUNCH = "/event/lunch%40example.com?move=1";
    private static final String PLANNING = "/event/planning-42%40example.com?move=1";
    private static final String CHOIR = "/event/choir%40example.com";

    private final List<ActionRequest> clicks = new ArrayList<>();

    private Manager manager(SampleCalendar calendar) {
        return Sample.manager(
                calendar,
                click -> {
                    clicks.add(click);
                    return new Outcome.Done(Verdict.SAVED, 7);
                });
    }

    private String page(String address) {
        var answer = Sample.get(manager(Sample.november()), address);
        assertEquals(200, answer.status(), address);
        assertEquals(List.of(), clicks, "nothing is done");
        return answer.body();
    }

    /** What stands in the field of a form that has this id; "" for no such field. */
    private static String field(String page, String id) {
        var found = GoldenPagesTest.all(page, "<input id=\"" + id + "\"[^>]*? value=\"([^\"]*)\"");
        return found.isEmpty() ? "" : found.getFirst();
    }

    private static List<String> times(String page) {
        return List.of(
                field(page, "start-date"),
                field(page, "start-time"),
                field(page, "end-date"),
                field(page, "end-time"));
    }

    @Test
    void ofOnesOwnEventTheFormIsFilledInAndSaysWhoWouldBeMailed() {
        String page = page(LUNCH + "&start=2026-11-19T14:15&end=2026-11-19T16:00");
        assertEquals(List.of("2026-11-19", "14:15", "2026-11-19", "16:00"), times(page));
        assertTrue(page.contains("1 person will get an email: aase@example.org"), page);
        assertTrue(
                page.contains(
                        "name=\"made-with\" value=\"hours 2026-11-19 14:15 2026-11-19 16:00\""),
                "the end moves along from here");
    }

    @Test
    void itMovesByDaysAtTheSameTimeAndAsLong() {
        assertEquals(
                List.of("2026-11-16", "12:00", "2026-11-16", "13:00"),
                times(page(LUNCH + "&days=-2")));
        assertEquals(
                List.of("2027-01-13", "18:30", "2027-01-13", "20:00"),
                times(page(CHOIR + "/20270112T173000Z?move=1&days=1")));
    }

    /** The grid has the person's clock, the form that of the event. */
    @Test
    void whatIsOnThePersonsClockIsOnThatOfTheEventInItsForm() {
        var manager =
                manager(
                        Sample.with(
                                """
                                UID:call@example.com
                                DTSTART;TZID=America/New_York:20261118T100000
                                DTEND;TZID=America/New_York:20261118T110000
                                SUMMARY:Call
                                """));
        String call = "/event/call%40example.com?move=1";
        String moved =
                Sample.get(manager, call + "&start=2026-11-19T17:00&end=2026-11-19T18:30").body();
        assertEquals(List.of("2026-11-19", "11:00", "2026-11-19", "12:30"), times(moved));
        String later = Sample.get(manager, call + "&days=1").body();
        assertEquals(List.of("2026-11-19", "10:00", "2026-11-19", "11:00"), times(later));
    }

    @Test
    void theWeekdayOfASeriesGoesAlong() {
        String page = page(CHOIR + "?move=1&days=1");
        assertTrue(page.contains("value=\"WE\" checked"), page);
        assertFalse(page.contains("value=\"TU\" checked"), page);
    }

    @Test
    void ofAnInvitationAnotherTimeIsProposed() {
        String page = page(PLANNING + "&start=2026-11-19T14:00&end=2026-11-19T15:30");
        assertEquals("2026-11-19T14:00", field(page, "counter-start"));
        assertEquals("2026-11-19T15:30", field(page, "counter-end"));
        assertTrue(page.contains("<details class=\"act\" open>"), page);
        String later = page(PLANNING + "&days=3");
        assertEquals("2026-11-21T10:00", field(later, "counter-start"));
        assertEquals("2026-11-21T11:30", field(later, "counter-end"));
    }

    @Test
    void daysAreProposedForAnInvitationOfWholeDays() {
        String page = page("/event/board%40example.net?move=1&days=2");
        String plain = page("/event/board%40example.net");
        assertEquals(2, days(field(plain, "counter-start"), field(page, "counter-start")));
        assertEquals(2, days(field(plain, "counter-end"), field(page, "counter-end")));
    }

    @Test
    void itsEndAloneIsSomeDaysLater() {
        String page = page(LUNCH + "&longer=2");
        assertEquals(List.of("2026-11-18", "12:00", "2026-11-20", "13:00"), times(page));
        String board = page("/event/board%40example.net?move=1&longer=1");
        String plain = page("/event/board%40example.net");
        assertEquals(field(plain, "counter-start"), field(board, "counter-start"));
        assertEquals(1, days(field(plain, "counter-end"), field(board, "counter-end")));
        String wrong = page(LUNCH + "&longer=-2");
        assertTrue(wrong.contains("id=\"end-date-error\""), wrong);
    }

    private static int days(String from, String to) {
        return (int)
                (java.time.LocalDate.parse(to).toEpochDay()
                        - java.time.LocalDate.parse(from).toEpochDay());
    }

    @Test
    void whatCannotBeReadAsksForNothing() {
        List<String> now = List.of("2026-11-18", "12:00", "2026-11-18", "13:00");
        for (String asked :
                List.of(
                        "",
                        "&days=x",
                        "&days=99999999",
                        "&days=0",
                        "&longer=x",
                        "&longer=99999999",
                        "&start=soon&end=later",
                        "&start=2026-11-19T14:00",
                        "&start=2026-11-19T14:00&end=2026-11-19",
                        "&start=%3Cb%3E&end=%3Cb%3E")) {
            assertEquals(now, times(page(LUNCH + asked)), asked);
            assertFalse(page(LUNCH + asked).contains("<b>"), asked);
            assertFalse(page(PLANNING + asked).contains("<details class=\"act\" open>"), asked);
        }
        // An end before the start is said to be wrong where it stands.
        String wrong = page(LUNCH + "&start=2026-11-19T14:00&end=2026-11-19T13:00");
        assertTrue(wrong.contains("id=\"end-time-error\"") || wrong.contains("-error\""), wrong);
    }

    @Test
    void whatIsCancelledIsOnlyShown() {
        String page = page("/event/party%40example.com?move=1&days=1");
        assertFalse(page.contains("counter-start"), page);
        assertFalse(page.contains("class=\"edit\""), page);
    }

    @Test
    void aNewEventMayBeginWithItsStartAlone() {
        assertEquals(
                List.of("2026-11-24", "23:30", "2026-11-25", "00:30"),
                times(page("/new?start=2026-11-24T23:30")));
        assertTrue(page("/new?start=2026-11-24&end=2026-11-25").contains("value=\"yes\" checked"));
    }
}
