package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.Verdict;
import org.imipagent.store.KeptEvent;
import org.junit.jupiter.api.Test;

/** What waits, event by event. */
class RequestsPageTest {

    private static final String LATER = "20261211T160000Z";
    private static final String LAST = "20261218T160000Z";

    private static String page(SampleCalendar calendar, String path) {
        return Sample.get(Sample.manager(calendar, _ -> new Outcome.Stale()), path).body();
    }

    private static List<String> cards(String page) {
        return GoldenPagesTest.all(page, "(?s)<li>\\s*(<article.*?</article>)");
    }

    @Test
    void aSeriesAndItsChangedDatesAreOneCard() {
        String page = page(Sample.sauna("", LATER, LAST), "/requests");
        assertEquals(1, cards(page).size());
        assertTrue(page.contains("3 invitations need your reply."), page);
        assertTrue(page.contains("2 changed dates need your reply"), page);
        assertEquals(
                List.of(
                        "/cal/event/sauna%40example.net",
                        "/cal/event/sauna%40example.net/" + LATER,
                        "/cal/event/sauna%40example.net/" + LAST),
                GoldenPagesTest.all(page, "<form[^>]* method=\"post\" action=\"([^\"]*)\""));
        assertTrue(page.contains("All events in the series"), page);
    }

    @Test
    void whatIsSaidIsTheNextDateAndNotAPastOne() {
        String page = page(Sample.sauna(""), "/requests");
        assertTrue(page.contains("Next: Friday 20 November 2026, 17:00–19:00"), page);
        assertFalse(page.contains("6 November 2026"), page);
        assertTrue(page.contains("Bring a towel this time."), "what the organiser wrote");
    }

    @Test
    void aDateThatWaitsAloneIsAnsweredLikeAnEvent() {
        String page = page(Sample.sauna(LATER), "/requests");
        assertEquals(1, cards(page).size());
        assertTrue(page.contains("Saturday 12 December 2026, 15:00–17:00"), page);
        assertTrue(page.contains("The old one is being mended."), page);
        assertTrue(page.contains("Before the change: Accepted."), page);
        assertFalse(page.contains("changed date"), page);
        assertEquals(1, GoldenPagesTest.all(page, "(<form[^>]* method=\"post\")").size());
    }

    @Test
    void conflictsAreALineThatOpens() {
        String page = page(Sample.november(), "/requests");
        assertTrue(page.contains("<summary>2 other events at the same time</summary>"), page);
    }

    @Test
    void anAnswerGoesWithItsMessage() {
        var clicks = new ArrayList<ActionRequest>();
        var manager =
                Sample.manager(
                        Sample.sauna(LATER),
                        click -> {
                            clicks.add(click);
                            return new Outcome.Done(Verdict.REPLIED, 7);
                        });
        var answer =
                Sample.post(
                        manager,
                        "/event/sauna%40example.net/" + LATER,
                        "action=tentative&version=4&back=requests&comment=Perhaps");
        assertEquals(303, answer.status());
        assertEquals(
                new UserAction.Answer(new RecurrenceId(LATER), Participation.TENTATIVE, "Perhaps"),
                clicks.getFirst().act());
    }

    @Test
    void datesThatWaitWithoutTheirSeriesAreAnsweredOneByOneOrAllAtOnce() {
        String page = page(Sample.sauna(LATER, LAST), "/requests");
        assertEquals(
                List.of(
                        "/cal/event/sauna%40example.net",
                        "/cal/event/sauna%40example.net/" + LATER,
                        "/cal/event/sauna%40example.net/" + LAST),
                GoldenPagesTest.all(page, "<form[^>]* method=\"post\" action=\"([^\"]*)\""));
        assertEquals(
                List.of("waiting"), GoldenPagesTest.all(page, "name=\"scope\" value=\"([^\"]*)\""));
        assertTrue(page.contains("All dates that need your reply"), page);
        assertFalse(page.contains("All events in the series"), page);
    }

    @Test
    void theAnswerToAllDatesNamesNoOtherDate() {
        var clicks = new ArrayList<ActionRequest>();
        var manager =
                Sample.manager(
                        Sample.sauna(LATER, LAST),
                        click -> {
                            clicks.add(click);
                            return new Outcome.Done(Verdict.REPLIED, 7);
                        });
        var answer =
                Sample.post(
                        manager,
                        "/event/sauna%40example.net",
                        "action=decline&scope=waiting&version=4&back=requests&comment=Away");
        assertEquals(303, answer.status());
        assertEquals(
                new UserAction.AnswerDates(Participation.DECLINED, "Away"),
                clicks.getFirst().act());
    }

    @Test
    void twentyFiveEventsAreAPage() {
        SampleCalendar many = Sample.invitations(120);
        String first = page(many, "/requests");
        assertEquals(RequestsPage.MOST, cards(first).size());
        assertTrue(first.contains("round 25<") && !first.contains("round 26<"), "oldest first");
        assertTrue(first.contains("rel=\"next\" href=\"/cal/requests?page=2\""), first);
        assertFalse(first.contains("rel=\"prev\""), "there is none before");
        String last = page(many, "/requests?page=5");
        assertEquals(20, cards(last).size());
        assertTrue(last.contains("rel=\"prev\" href=\"/cal/requests?page=4\""), last);
        assertFalse(last.contains("rel=\"next\""), "there is none after");
        String after = page(many, "/requests?page=9");
        assertTrue(after.contains("You’re all caught up."), after);
        for (String odd : List.of("0", "-1", "x", "99999999999", "1e3", "%F0%9D%9F%9A")) {
            assertEquals(RequestsPage.MOST, cards(page(many, "/requests?page=" + odd)).size(), odd);
        }
    }

    @Test
    void whatStrangersWroteIsTextAndNothingElse() {
        String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        SampleCalendar calendar = Sample.invitations(1);
        var hostile =
                new SampleCalendar(
                        Map.of(
                                "meeting-1@example.com",
                                new KeptEvent(
                                        "meeting-1@example.com",
                                        calendar.kept("meeting-1@example.com")
                                                        .text()
                                                        .replace("Room 5", evil)
                                                        .replace(
                                                                "Harriet Hare",
                                                                "Hare\u202E"
                                                                        + evil.replace("\"", ""))
                                                        .replace(", round 1", evil)
                                                + "COMMENT:"
                                                + evil
                                                + "\n",
                                        1,
                                        null)),
                        calendar.all(),
                        calendar.requests(),
                        List.of(),
                        null);
        String page = page(hostile, "/requests");
        assertEquals(1, cards(page).size());
        assertFalse(
                ScriptTest.withoutOurs(page).contains("<script") || page.contains("<img"), page);
        assertFalse(page.contains("\u202E"), page);
    }
}
