package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.LinkAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPageTest {

    private static final String PLANNING = "/event/planning-42%40example.com";
    private static final String STANDUP = "/event/standup%40example.com";

    private final List<ActionRequest> clicks = new ArrayList<>();
    private final Manager manager =
            Sample.manager(
                    Sample.november(),
                    click -> {
                        clicks.add(click);
                        return new Outcome.Done(Verdict.REPLIED, 7);
                    });

    private ActionRequest click() {
        assertEquals(1, clicks.size());
        return clicks.getFirst();
    }

    @Test
    void anAnswerReachesTheAgentAndLeadsBackToTheEvent() {
        var answer =
                Sample.post(
                        manager, PLANNING, "action=accept&version=3&comment=+I+bring%0D%0Acake+");
        assertEquals(303, answer.status());
        assertTrue(
                answer.head()
                        .contains("Location: /cal/event/planning-42%40example.com?done=7\r\n"));
        assertEquals(
                new UserAction.Answer(null, Participation.ACCEPTED, "I bring\ncake"),
                click().act());
        assertEquals(3, click().version());
        assertEquals("planning-42@example.com", click().uid());
        assertEquals(32, click().form().name().length());
    }

    @Test
    void anAnswerFromTheListOfInvitationsLeadsBackThere() {
        var answer = Sample.post(manager, PLANNING, "action=decline&version=3&back=requests");
        assertTrue(answer.head().contains("Location: /cal/requests?done=7\r\n"), answer.head());
    }

    @Test
    void anAnswerOnAnOccurrencesPageIsForItOrForTheSeries() {
        Sample.post(manager, STANDUP + "/20261130T080000Z", "action=tentative&version=3");
        assertEquals(
                new UserAction.Answer(
                        new RecurrenceId("20261130T080000Z"), Participation.TENTATIVE, ""),
                click().act());
        clicks.clear();
        Sample.post(
                manager, STANDUP + "/20261130T080000Z", "action=decline&version=3&scope=series");
        assertEquals(new UserAction.Answer(null, Participation.DECLINED, ""), click().act());
    }

    @Test
    void anOrganiserLetsInOrRefuses() {
        Sample.post(
                manager,
                "/event/lunch%40example.com",
                "action=accept&version=3&attendee=simon.squirrel%40example.org");
        assertEquals(
                new UserAction.LetIn(new CalendarAddress("simon.squirrel@example.org"), null),
                click().act());
        clicks.clear();
        Sample.post(
                manager,
                "/event/lunch%40example.com",
                "action=decline&version=3&attendee=simon.squirrel%40example.org");
        assertEquals(
                new UserAction.Refuse(new CalendarAddress("simon.squirrel@example.org"), null),
                click().act());
    }

    @Test
    void anotherTimeIsProposedOnThePersonsClock() {
        Sample.post(
                manager,
                PLANNING,
                "action=counter&version=3&start=2026-11-27T09:15&end=2026-11-27T10:00&comment=x");
        var act = (UserAction.Propose) click().act();
        assertEquals(Sample.at("2026-11-27T08:15:00Z"), act.start().instant(Sample.OSLO));
        assertEquals(Sample.at("2026-11-27T09:00:00Z"), act.end().instant(Sample.OSLO));
        assertEquals("x", act.comment());
    }

    @Test
    void aTimeThatIsNoneIsRefusedAtItsFieldWithTheInputKept() {
        var none =
                Sample.post(
                        manager,
                        PLANNING,
                        "action=counter&version=3&start=%3Csoon%3E&end=2026-11-27T10:00&comment=Kept");
        assertEquals(422, none.status());
        assertTrue(none.body().contains("value=\"&lt;soon>\""), none.body());
        assertTrue(none.body().contains("id=\"counter-start-error\""), none.body());
        assertTrue(none.body().contains("\nKept</textarea>"), none.body());
        var turned =
                Sample.post(
                        manager,
                        PLANNING,
                        "action=counter&version=3&start=2026-11-27T10:00&end=2026-11-27T09:00");
        assertEquals(422, turned.status());
        assertTrue(turned.body().contains("The end must be after the start."), turned.body());
        assertEquals(List.of(), clicks);
    }

    @Test
    void somebodyElseIsSentWhoHasAMailAddress() {
        Sample.post(manager, PLANNING, "action=delegate&version=3&to=paula%40example.com");
        assertEquals(
                new UserAction.Delegate(null, new CalendarAddress("paula@example.com"), ""),
                click().act());
        clicks.clear();
        var answer = Sample.post(manager, PLANNING, "action=delegate&version=3&to=paula");
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("This is not an email address."), answer.body());
        assertTrue(answer.body().contains("value=\"paula\""), answer.body());
        var refusing =
                Sample.manager(Sample.november(), _ -> new Outcome.Refused(Verdict.IMPOSSIBLE));
        var refused =
                Sample.post(refusing, PLANNING, "action=delegate&version=3&to=paula%40example.com");
        assertTrue(refused.body().contains("id=\"delegate-to-error\""), refused.body());
        assertEquals(List.of(), clicks);
    }

    @Test
    void anOrganiserCancelsOneTimeOrThoseAfterItToo() {
        Sample.post(manager, STANDUP + "/20261130T080000Z", "action=cancel&version=3&scope=future");
        assertEquals(
                new UserAction.CallOff(
                        new RecurrenceId("20261130T080000Z"), true, List.of(), true, ""),
                click().act());
        clicks.clear();
        Sample.post(manager, "/event/lunch%40example.com", "action=cancel&version=3&comment=Ill");
        assertEquals(new UserAction.CallOff(null, false, List.of(), true, "Ill"), click().act());
    }

    @Test
    void aProposalIsTakenOrDeclined() {
        var lunch = "/event/lunch%40example.com";
        var harriet = new CalendarAddress("harriet.hare@example.com");
        assertTrue(
                Sample.get(manager, lunch).body().contains("Half an hour later please"),
                "it is shown");
        Sample.post(
                manager,
                lunch,
                "action=accept-counter&version=3&attendee=harriet.hare%40example.com");
        assertEquals(new UserAction.AcceptCounter(harriet, null), click().act());
        clicks.clear();
        Sample.post(
                manager,
                lunch,
                "action=decline-counter&version=3&attendee=harriet.hare%40example.com");
        assertEquals(new UserAction.DeclineCounter(harriet, null, ""), click().act());
    }

    @Test
    void aRemovedEventLeadsToTheCalendar() {
        var answer = Sample.post(manager, "/event/party%40example.com", "action=remove&version=3");
        assertTrue(answer.head().contains("Location: /cal/?done=7\r\n"), answer.head());
        assertEquals(new UserAction.Remove(), click().act());
    }

    @Test
    void aPageLeadsBackToTheViewThatThePersonCameFrom() {
        String from = "?from=%3Fview%3Dweek%26date%3D2026-11-23";
        String page = Sample.get(manager, PLANNING + from).body();
        assertTrue(
                page.contains("href=\"/cal/?view=week&amp;date=2026-11-23\">Back to calendar"),
                page);
        var removed =
                Sample.post(
                        manager, "/event/party%40example.com" + from, "action=remove&version=3");
        assertTrue(
                removed.head().contains("Location: /cal/?view=week&date=2026-11-23&done=7\r\n"),
                removed.head());
        var answered = Sample.post(manager, PLANNING + from, "action=accept&version=3");
        assertTrue(
                answered.head()
                        .contains(
                                "Location: /cal/event/planning-42%40example.com"
                                        + from
                                        + "&done=7"),
                answered.head());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https%3A%2F%2Fevil.example%2F",
                "%2F%2Fevil.example",
                "..%2F..%2Fx",
                "event%2Fx",
                "javascript%3Aalert(1)",
                "search%0D%0ASet-Cookie%3A%20a"
            })
    void aPageLeadsBackToNoOtherPlace(String from) {
        String page = Sample.get(manager, PLANNING + "?from=" + from).body();
        assertFalse(page.contains("evil"), page);
        assertTrue(page.contains("Show in calendar"), page);
    }

    private String referredFrom(String referer) {
        return Sample.ask(manager, "GET", PLANNING, "", "text/html", referer).body();
    }

    @Test
    void whereThePersonCameFromIsWhatTheBrowserSays() {
        assertTrue(
                referredFrom("http://calendar.example.com/cal/search?q=lunch")
                        .contains("href=\"/cal/search?q=lunch\">Back to search"));
        assertTrue(
                referredFrom("http://calendar.example.com/cal/requests?done=7")
                        .contains("href=\"/cal/requests\">Back to invitations"));
        assertTrue(referredFrom("http://evil.example/cal/requests").contains("Show in calendar"));
        assertTrue(referredFrom("rubbish").contains("Show in calendar"));
    }

    @Test
    void anUnknownActionAndALongCommentAreRefusedWithTheWordsKept() {
        for (String fields :
                List.of("action=explode", "", "action=accept&attendee=x%40example.com&action=y")) {
            var before = clicks.size();
            var answer = Sample.post(manager, PLANNING, fields + "&version=3&comment=Kept+words");
            assertTrue(answer.status() == 422 || clicks.size() > before, fields);
            if (answer.status() == 422) {
                assertTrue(answer.body().contains("\nKept words</textarea>"), fields);
            }
        }
        clicks.clear();
        var answer =
                Sample.post(
                        manager, PLANNING, "action=accept&version=3&comment=" + "a".repeat(2001));
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("2001 characters"), "says how long it is");
        assertTrue(answer.body().contains("a".repeat(2001)), "keeps it");
        assertEquals(List.of(), clicks);
    }

    @Test
    void aStaleFormIsAnsweredWithTheEventAsItIsAndTheWordsKept() {
        var stale = Sample.manager(Sample.november(), _ -> new Outcome.Stale());
        var answer = Sample.post(stale, PLANNING, "action=accept&version=x&comment=Kept");
        assertEquals(409, answer.status());
        assertTrue(answer.body().contains("role=\"alert\""));
        assertTrue(answer.body().contains("\nKept</textarea>"));
        assertTrue(answer.body().contains("name=\"version\" value=\"3\""));
    }

    @Test
    void aRefusalIsToldInWords() {
        var refusing =
                Sample.manager(Sample.november(), _ -> new Outcome.Refused(Verdict.NOT_INVITED));
        var answer = Sample.post(refusing, PLANNING, "action=accept&version=3");
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("You are neither invited nor the organiser."));
    }

    @Test
    void aFormWithoutAGoodTokenDoesNothing() {
        var answer =
                Sample.ask(
                        manager, "POST", PLANNING, "action=accept&version=3&token=x", "text/html");
        assertEquals(403, answer.status());
        assertEquals(List.of(), clicks);
    }

    @Test
    void whatIsNotThereIs404() {
        for (String path :
                List.of(
                        "/event/none",
                        STANDUP + "/20261201T080000Z",
                        STANDUP + "/yesterday",
                        PLANNING + "/20261118T090000Z",
                        "/none",
                        "/none/20261118T090000Z")) {
            assertEquals(404, Sample.get(manager, path).status(), path);
            assertTrue(Sample.get(manager, path).body().contains("<h1>Not found</h1>"), path);
        }
    }

    @Test
    void theLinksOfOldMessagesLeadToTheEvent() {
        var answer = Sample.get(manager, "/planning-42%40example.com");
        assertEquals(302, answer.status());
        assertTrue(answer.head().contains("Location: /cal/event/planning-42%40example.com\r\n"));
        assertTrue(
                Sample.get(manager, "/standup%40example.com/20261130T080000Z")
                        .head()
                        .contains(
                                "Location: /cal/event/standup%40example.com/20261130T080000Z\r\n"));
    }

    @Test
    void aDamagedEventIsSaidToBeDamaged() {
        var broken =
                new Manager(
                        manager.reading(),
                        manager.visitor(),
                        _ -> {
                            throw new IllegalArgumentException("DTSTART is none");
                        },
                        manager.agent(),
                        manager.undo(),
                        manager.preview(),
                        manager.profile(),
                        manager.settings(),
                        manager.importing(),
                        manager.peers(),
                        manager.texts(),
                        manager.now());
        var answer = Sample.get(broken, PLANNING);
        assertEquals(500, answer.status());
        assertTrue(answer.body().contains("its data is damaged"));
        assertFalse(answer.body().contains("DTSTART"), "the reason is for the log");
        assertEquals(200, Sample.get(broken, "/requests").status());
    }

    @Test
    void whatSomebodysProgramSaysIsWrongStandsBesideThem() {
        var event =
                """
                UID:lunch
                DTSTART:20261118T100000Z
                ORGANIZER:mailto:vincent.vole@example.com
                ATTENDEE;X-IMIP-AGENT-STATUS="3.7 Invalid <calendar> user":mailto:bo@example.net
                """;
        String page =
                Sample.get(
                                Sample.manager(Sample.with(event), _ -> new Outcome.Stale()),
                                "/event/lunch")
                        .body();
        assertTrue(page.contains("<bdi>3.7 Invalid &lt;calendar&gt; user</bdi>"), page);
    }

    private static String page(String event, String path) {
        return Sample.get(Sample.manager(Sample.with(event), _ -> new Outcome.Stale()), path)
                .body();
    }

    @Test
    void guestsStandWithRoleKindAnswerWordsAndWhoGoesForWhom() {
        String page = page(Sample.CONFERENCE, "/event/workshop%40example.com");
        for (String words :
                List.of(
                        "6 guests: 2 yes, 1 maybe, 1 delegated, 2 no reply yet",
                        "you, organiser, chair",
                        "delegated to Paula Pine",
                        "optional, in place of Simon Squirrel",
                        "group, for information",
                        ">room<",
                        "Gladly, but I must leave at eleven",
                        "Before the change: Accepted.")) {
            assertTrue(page.contains(words), words);
        }
    }

    @Test
    void whatElseAnEventSaysStandsThere() {
        String page = page(Sample.CONFERENCE, "/event/workshop%40example.com");
        for (String words :
                List.of(
                        "This event is not confirmed yet.",
                        ">Join with Zoom</a> <span class=\"note\"><bdi>us02web.zoom.us",
                        "Plan of the burrow.pdf",
                        "sketch.png (1 KB)",
                        "Building, Spring",
                        "Private",
                        "Front desk, +47 22 00 00 00",
                        "We look at three plans &amp; choose",
                        "href=\"https://example.com/burrow?a=1&amp;b=2\"",
                        "href=\"/cal/new?copy=workshop%40example.com\"",
                        "href=\"/cal/export.ics?uid=workshop%40example.com\"")) {
            assertTrue(page.contains(words), words);
        }
        assertFalse(page.contains("alert(1)"), "a script is no text");
    }

    @Test
    void theOwnAnswerIsTheChosenButtonAndItsWordsAreShown() {
        Manager sauna = Sample.manager(Sample.sauna(), _ -> new Outcome.Stale());
        String series = Sample.get(sauna, "/event/sauna%40example.net").body();
        assertTrue(series.contains("<p>You accepted.</p>"), series);
        assertTrue(series.contains("<p>Your message: I bring birch twigs</p>"), series);
        assertTrue(series.contains("value=\"accept\" aria-pressed=\"true\""), series);
        String date = Sample.get(sauna, "/event/sauna%40example.net/20261204T160000Z").body();
        assertTrue(date.contains("You declined this date."), date);
        assertTrue(date.contains("value=\"decline\" aria-pressed=\"true\""), date);
        assertTrue(date.contains("value=\"accept\" aria-pressed=\"false\""), date);
    }

    @Test
    void aDateIsChangedWhereItDiffersAndNotWhereItWasAnsweredAlone() {
        Manager sauna = Sample.manager(Sample.sauna(), _ -> new Outcome.Stale());
        String answered = Sample.get(sauna, "/event/sauna%40example.net/20261204T160000Z").body();
        assertTrue(answered.contains("This event is part of a series."), answered);
        assertFalse(answered.contains("changed separately"), answered);
        String moved = Sample.get(sauna, "/event/sauna%40example.net/20261211T160000Z").body();
        assertTrue(
                moved.contains(
                        "This date was changed separately. Originally: Friday 11 December 2026,"
                                + " 17:00–19:00"),
                moved);
    }

    @Test
    void aProposalSaysItsDateWhatItWasAndWhoIsMailed() {
        String page = Sample.get(manager, "/event/choir%40example.com").body();
        for (String words :
                List.of(
                        "Simon Squirrel proposes a new time:",
                        "For the date Tue 12 Jan",
                        "Tuesday 12 January 2027, 18:30–20:00",
                        "Tuesday 12 January 2027, 20:00–21:30",
                        "Old barn",
                        "New barn",
                        "2 people will get an email: simon.squirrel@example.org,"
                                + " paula.pine@example.net",
                        "If you decline, only Simon Squirrel is notified.")) {
            assertTrue(page.contains(words), words);
        }
    }

    @Test
    void historyIsWhatBecameOfThisEventWithoutWhatWasRefused() {
        String page = Sample.get(manager, "/event/board%40example.net").body();
        assertTrue(page.contains("<summary>History</summary>"), page);
        assertTrue(page.contains("The event was updated."), page);
        assertFalse(page.contains("older than what is in your calendar"), page);
        assertFalse(page.contains("New invitation. It needs your reply."), "of another event");
    }

    @Test
    void whatStrangersWroteIsTextAndNothingElse() {
        var evil =
                """
                UID:evil
                DTSTART:20261118T100000Z
                SUMMARY:<script>alert(1)</script>"'><img src=x onerror=alert(2)>
                LOCATION:"><svg onload=alert(3)> javascript:alert(4)
                DESCRIPTION:</dd></main><script src=//evil.example></script>\\njavascript:alert(5) data:text/html\\,x http://ok.example/"onclick="x vbscript:x
                URL:javascript:alert(6)
                CONFERENCE:JaVaScRiPt:alert(7)
                ORGANIZER;CN="<b>Boss</b>' onmouseover='x":mailto:boss"onx=1@example.com
                ATTENDEE;CN="</table><script>x</script>":javascript:alert(8)
                ATTENDEE;X-IMIP-AGENT-COMMENT="</q><script>x</script>";DELEGATED-TO="<script>";CUTYPE="<b>";ROLE="<b>":mailto:bo@example.net
                ATTACH;FILENAME="<script>x</script>":https://evil.example/"onclick="x
                ATTACH;FILENAME="\u202Egpj.exe":https://evil.example/x
                ATTACH:javascript:alert(9)
                ATTACH;VALUE=BINARY;FMTTYPE="<script>":PHNjcmlwdD4=
                CATEGORIES:<script>x</script>,<b>
                CONTACT:<script>x</script>
                CLASS:<b>
                CONFERENCE:tel:<script>
                CONFERENCE:https://zoom.us@evil.example/"onclick="x
                COMMENT:<script>x</script>
                X-ALT-DESC:<p><script>alert(1)</script>
                ATTENDEE:mailto:vincent.vole@example.com
                """;
        String page =
                Sample.get(
                                Sample.manager(Sample.with(evil), _ -> new Outcome.Stale()),
                                "/event/evil")
                        .body();
        assertFalse(ScriptTest.withoutOurs(page).contains("<script"), page);
        assertFalse(page.contains("<img") || page.contains("<svg") || page.contains("<b>"), page);
        for (String tag : GoldenPagesTest.all(page, "<([a-z][^>]*)>")) {
            assertFalse(tag.matches("(?s).*\\son\\w+\\s*=.*"), tag);
        }
        for (String href : GoldenPagesTest.all(page, "(?i)(?:href|src|action)=\"([^\"]*)\"")) {
            assertTrue(href.matches("(/cal/|#|https?://|mailto:).*"), href);
        }
    }

    @Test
    void writingIsNotTurnedRoundByStrangers() {
        assertEquals("invoice exe.fdp", UntrustedText.line("invoice \u202Eexe.\u2066fdp\u202C"));
        assertEquals("a b c", UntrustedText.line(" a\nb\tc\u0000 "));
        String hebrew = "\u05D0\u05D1";
        assertEquals(hebrew, UntrustedText.line(hebrew));
    }

    @Test
    void onlyWebAndMailAddressesAreLinks() {
        assertEquals("https://example.com/a?b=c", LinkAddress.of(" https://example.com/a?b=c "));
        assertEquals("mailto:a@example.com", LinkAddress.of("mailto:a@example.com"));
        for (String other :
                List.of(
                        "javascript:alert(1)",
                        "JAVASCRIPT:alert(1)",
                        "java\nscript:x",
                        "data:text/html,x",
                        "//example.com",
                        "ftp://example.com",
                        "https://exa mple.com",
                        "https://example.com/\u202Egpj",
                        "")) {
            assertNull(LinkAddress.of(other), other);
        }
    }

    @Test
    void addressesInATextBecomeLinksWithoutThePunctuationAfterThem() {
        var pieces =
                UntrustedText.text(
                        "See https://example.com/x. (Or http://example.org/y), ok? https://");
        assertEquals(
                List.of(
                        new TextSpan("See ", null),
                        new TextSpan("https://example.com/x", "https://example.com/x"),
                        new TextSpan(". (Or ", null),
                        new TextSpan("http://example.org/y", "http://example.org/y"),
                        new TextSpan("), ok? https://", null)),
                pieces);
    }

    @Test
    void aTextOfAMegabyteIsCut() {
        assertTrue(UntrustedText.text("https://a ".repeat(100_000)).size() < 5000);
        assertTrue(UntrustedText.line("x".repeat(1_000_000)).length() < 400);
        assertFalse(
                UntrustedText.line("🫐".repeat(1000)).contains("\uD83E…"), "no half characters");
    }

    @Test
    void aUidOfAnyKindHasAPage() {
        for (String uid : List.of("a/b", "..", "%2e%2e", "~", "x y&z=1?", "🫐".repeat(100))) {
            String text = Sample.PLANNING.replace("UID:planning-42@example.com", "UID:" + uid);
            var one = Sample.manager(Sample.with(text), _ -> new Outcome.Stale());
            String link = new org.imipagent.cgi.Links("").to("event", uid);
            var answer = Sample.get(one, link);
            assertEquals(200, answer.status(), uid);
            assertTrue(answer.body().contains("Planning of the spring budget"), uid);
        }
    }

    @Test
    void rulesAreSaidInWords() {
        assertRule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "Every 2 weeks on Monday and Friday");
        assertRule("FREQ=DAILY;COUNT=5", "Every day, 5 times");
        assertRule("FREQ=MONTHLY;BYDAY=2TU", "Every month on the second Tuesday");
        assertRule("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", "Every month on the last Friday");
        assertRule("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "Every year on the fourth Thursday");
        assertRule("FREQ=MONTHLY;BYDAY=1TU,3TU", "Every month");
        assertRule("FREQ=MONTHLY;BYDAY=TU", "Every month");
        assertRule("FREQ=SECONDLY", "Custom");
        assertRule("freq=yearly;until=20300101", "Every year, until 18 November 2029");
        assertRule("nonsense", "Custom");
    }

    private static void assertRule(String rule, String words) {
        String text = Sample.LUNCH + "RRULE:" + rule + "\n";
        String page =
                Sample.get(
                                Sample.manager(Sample.with(text), _ -> new Outcome.Stale()),
                                "/event/lunch%40example.com")
                        .body();
        assertTrue(page.contains(">" + words + "<"), words);
    }

    @Test
    void aZoneThatIsNotKnownIsNamedInJsonAsOnThePageAndAKnownOneIsNull() {
        var nowhere = Sample.manager(Sample.with(Sample.NOWHERE), _ -> new Outcome.Stale());
        String json = Sample.getJson(nowhere, "/event/nowhere%40example.com").body();
        assertTrue(json.contains("\"unknownZone\":\"Nowhere/At <b>all</b>\""), json);
        String page = Sample.get(nowhere, "/event/nowhere%40example.com").body();
        assertTrue(page.contains("Nowhere/At &lt;b"), page);
        String known = Sample.getJson(manager, PLANNING).body();
        assertTrue(known.contains("\"unknownZone\":null"), known);
    }

    @Test
    void aRuleThatIsNoneIsNamedOnThePageAndInJson() {
        String text = Sample.LUNCH + "RRULE:FREQ=WEEKLY;BYDAY=MON<b>DAY\n";
        var wrong = Sample.manager(Sample.with(text), _ -> new Outcome.Stale());
        String page = Sample.get(wrong, "/event/lunch%40example.com").body();
        assertTrue(page.contains("“FREQ=WEEKLY;BYDAY=MON&lt;b"), page);
        assertTrue(page.contains("cannot be read"), page);
        String json = Sample.getJson(wrong, "/event/lunch%40example.com").body();
        assertTrue(json.contains("\"wrongRule\":\"FREQ=WEEKLY;BYDAY=MON<b>DAY\""), json);
        assertTrue(Sample.getJson(manager, PLANNING).body().contains("\"wrongRule\":null"), "none");
    }

    @Test
    void anEventAsJsonTellsWhatThePageTells() {
        String json = Sample.getJson(manager, PLANNING).body();
        assertTrue(json.contains("\"version\":3"), json);
        assertTrue(json.contains("\"participation\":\"NEEDS-ACTION\""), json);
        assertTrue(Sample.getJson(manager, "/requests").body().contains("\"kind\":\"UNINVITED\""));
    }

    @Test
    void mailThatReachedNobodyIsToldUntilTheyAnswer() {
        String told = "Email to zoe@example.net could not be delivered: 550 no such user";
        var bounced = Sample.bounced("550 no such user");
        assertTrue(lunch(bounced).contains(told), lunch(bounced));
        assertTrue(lunch(bounced).contains("Email to bo@example.net could not be sent yet."));
        assertTrue(lunch(Sample.answered("anna@example.com"), bounced).contains(told));
        assertFalse(lunch(Sample.answered("zoe@example.net"), bounced).contains(told));
        assertTrue(
                lunch(bounced, Sample.answered("zoe@example.net")).contains(told),
                "an answer before that says nothing");
        assertFalse(lunch(Sample.answered("anna@example.com")).contains("could not be"));
        String hostile = lunch(Sample.bounced("<script>alert(1)</script>\u202e" + "x".repeat(900)));
        assertFalse(hostile.contains("<script>alert"), hostile);
        assertFalse(hostile.contains("\u202e"), hostile);
        assertFalse(hostile.contains("x".repeat(700)), "its words are bounded");
    }

    private static String lunch(org.imipagent.store.Activity... later) {
        var manager = Sample.manager(Sample.afterLunch(later), _ -> new Outcome.Stale());
        return Sample.get(manager, "/event/lunch%40example.com").body();
    }

    @Test
    void aGetAsksTheAgentForNothing() {
        Gallery.pages();
        for (String path : List.of("/", PLANNING, STANDUP, "/requests", "/activity")) {
            Sample.get(manager, path + "?action=accept");
        }
        assertEquals(List.of(), clicks);
    }

    // ---- Taking an event out of the calendar

    private static Manager only(String text) {
        return Sample.manager(Sample.with(text), _ -> new Outcome.Stale());
    }

    private static String removal(String text) {
        String page = Sample.get(only(text), "/event/" + uid(text)).body();
        int form = page.indexOf("name=\"action\" value=\"remove\"");
        return form < 0
                ? ""
                : page.substring(
                        page.lastIndexOf("<summary>", form), page.indexOf("</form>", form));
    }

    private static String uid(String text) {
        return text.lines().findFirst().orElseThrow().substring(4).replace("@", "%40");
    }

    @Test
    void whatNobodyElseIsInvitedToIsDeletedBehindALineToOpen() {
        String form = removal(Sample.DENTIST);
        assertTrue(form.startsWith("<summary>Delete this event</summary>"), form);
        assertTrue(form.contains("No one is notified."), form);
        String alone =
                Sample.LUNCH.replace(
                        "ATTENDEE;CN=Åse Blåbær;PARTSTAT=ACCEPTED:mailto:aase@example.org\n", "");
        assertTrue(removal(alone).contains("Delete this event"), "organised for nobody");
        assertEquals("", removal(Sample.LUNCH), "others are invited: it is cancelled");
    }

    @Test
    void whoRemovesAnInvitationIsToldThatTheOrganiserIsNot() {
        assertTrue(removal(Sample.VISIT).contains("The organiser is not notified"), "unanswered");
        String declined = removal(Sample.VISIT.replace("NEEDS-ACTION", "DECLINED"));
        assertTrue(declined.contains("Remove from my calendar"), declined);
        assertTrue(declined.contains("No one is notified."), declined);
        String published = Sample.VISIT.replaceAll("ATTENDEE.*\n", "");
        assertTrue(removal(published).contains("Remove from my calendar"), published);
    }

    // ---- What was proposed

    @Test
    void whatThePersonProposedIsSaidAsLongAsItIsNotSo() {
        String page = Sample.get(only(Sample.VISIT), "/event/visit%40example.net").body();
        assertTrue(page.contains("You proposed this instead: "), page);
        assertTrue(page.contains("Friday 27 November 2026, 10:00–11:00"), page);
        assertTrue(page.contains("Old barn"), page);
        assertFalse(page.contains("You haven’t replied yet."), page);
        String accepted = Sample.VISIT.replace("NEEDS-ACTION", "ACCEPTED");
        String both = Sample.get(only(accepted), "/event/visit%40example.net").body();
        assertTrue(both.contains("You accepted.") && both.contains("You proposed"), both);
        String taken =
                Sample.VISIT
                        .replace("20261126T140000", "20261127T100000")
                        .replace("20261126T150000", "20261127T110000")
                        .replace("Burrow 2", "Old barn");
        String so = Sample.get(only(taken), "/event/visit%40example.net").body();
        assertFalse(so.contains("You proposed"), so);
    }

    @Test
    void aProposalOfWhatIsSoIsRefusedWithItsComment() {
        var fields = "action=counter&version=1&start=2026-11-26T14:00&end=2026-11-26T15:00";
        var manager = only(Sample.VISIT);
        for (String where : List.of("", "Burrow+2")) {
            var same =
                    Sample.post(
                            manager,
                            "/event/visit%40example.net",
                            fields + "&comment=Kept&where=" + where);
            assertEquals(422, same.status());
            assertTrue(same.body().contains("Propose another time or location."), same.body());
            assertTrue(same.body().contains("\nKept</textarea>"), same.body());
        }
        var elsewhere = Sample.post(manager, "/event/visit%40example.net", fields + "&where=Roof");
        assertEquals(409, elsewhere.status(), "it reached the agent");
    }

    // ---- What waits

    @Test
    void whatIsOverWaitsNoMoreAndIsNotCounted() {
        var later =
                Sample.manager(
                        Sample.november(),
                        _ -> new Outcome.Stale(),
                        org.imipagent.messages.Messages.of("en"),
                        Sample.OSLO,
                        Sample.at("2026-11-18T15:00:00Z"));
        String before = Sample.get(manager, "/requests").body();
        assertTrue(before.contains("4 invitations need your reply."), before);
        String page = Sample.get(later, "/requests").body();
        assertTrue(page.contains("1 invitation needs your reply."), page);
        assertTrue(page.contains("<span aria-hidden=\"true\">1</span>"), page);
        assertFalse(page.contains("Half an hour later please"), page);
        assertTrue(
                Sample.get(later, "/event/lunch%40example.com")
                        .body()
                        .contains("Half an hour later please"),
                "where it can still be settled");
        assertFalse(Sample.getJson(later, "/requests").body().contains("lunch@example.com"));
    }

    // ---- Failures

    @Test
    void aFailureIsToldInOneLanguage() {
        var arabic =
                Sample.manager(
                        Sample.november(),
                        _ -> {
                            throw new IllegalStateException("a fault of ours");
                        },
                        org.imipagent.messages.Messages.of("ar"),
                        Sample.OSLO,
                        Sample.NOW);
        for (var page :
                List.of(
                        Sample.ask(arabic, "POST", PLANNING, "action=accept&token=x", "text/html"),
                        Sample.post(arabic, PLANNING, "action=%zz"),
                        Sample.post(arabic, "/requests", "action=accept"),
                        Sample.post(arabic, PLANNING, "action=accept&version=3"),
                        Sample.get(arabic, "/no-such-thing"),
                        Sample.get(arabic, PLANNING + "/20261118T090000Z"))) {
            String text =
                    page.body()
                            .substring(page.body().indexOf("<main"), page.body().indexOf("</main>"))
                            .replaceAll("<[^>]*>", "")
                            .replaceAll("\u2068[^\u2069]*\u2069", "");
            assertTrue(page.status() >= 400, text);
            assertFalse(text.matches("(?s).*[A-Za-z].*"), text);
        }
    }

    @Test
    void aPageThatFailsIsInTheLanguageOfWhoLooks() {
        var german =
                new Manager(
                        manager.reading(),
                        Sample.manager(
                                        Sample.november(),
                                        _ -> new Outcome.Stale(),
                                        org.imipagent.messages.Messages.of("de"),
                                        Sample.OSLO,
                                        Sample.NOW)
                                .visitor(),
                        manager.read(),
                        manager.agent(),
                        manager.undo(),
                        manager.preview(),
                        manager.profile(),
                        manager.settings(),
                        manager.importing(),
                        manager.peers(),
                        manager.texts(),
                        manager.now());
        String page = Sample.get(german, "/event/none").body();
        assertTrue(page.contains("<html lang=\"de\""), page);
        assertTrue(page.contains("Dieser Termin ist nicht in Ihrem Kalender."), page);
        assertFalse(page.contains("Not found"), page);
    }

    @Test
    void whatCannotBeSentToTheOrganiserIsSaid() {
        String event =
                """
                UID:nomail
                DTSTART:20261201T100000Z
                DTEND:20261201T110000Z
                ORGANIZER;CN=Olga:invalid:nomail
                ATTENDEE;PARTSTAT=%s:mailto:vincent.vole@example.com
                """;
        String before = page(event.formatted("NEEDS-ACTION"));
        assertTrue(before.contains("but it cannot be sent"), before);
        assertFalse(before.contains("value=\"counter\""), before);
        String after = page(event.formatted("ACCEPTED"));
        assertTrue(
                after.contains("Your reply could not be sent: the organiser has no email address."),
                after);
        String known = page(event.formatted("ACCEPTED").replace("CN=", "EMAIL=olga@x.example;CN="));
        assertFalse(known.contains("could not be sent"), known);
        assertTrue(known.contains("mailto:olga@x.example"), known);
        assertTrue(known.contains("value=\"counter\""), known);
    }

    private static String page(String event) {
        return Sample.get(
                        Sample.manager(Sample.with(event), _ -> new Outcome.Stale()),
                        "/event/nomail")
                .body();
    }
}
