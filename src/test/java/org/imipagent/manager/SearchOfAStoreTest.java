package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.imipagent.agent.Horizon;
import org.imipagent.agent.Import;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Zone;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search in a real store: what is found, in what order, and what it costs. */
class SearchOfAStoreTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteStore store;

    @SuppressWarnings("NullAway.Init")
    private Installation site;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder);
        var settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo")));
        site = new Installation(settings, store, Zone.UTC, "host.example.com");
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), store.verify());
        store.close();
    }

    private void keep(String text) {
        store.change(
                writing -> {
                    var kept = new Import(site).keep(writing, VINCENT, Sample.read(text), NOW);
                    assertFalse(kept.verdict().isRefusal(), text);
                });
    }

    /** An event of an hour. */
    private void keep(String uid, String start, String rest) {
        keep("UID:" + uid + "\nDTSTART:" + start + "\nDURATION:PT1H\n" + rest + "\n");
    }

    private Manager manager() {
        return new Manager(
                store::read,
                (reading, _) -> {
                    var participant = site.participant(reading, VINCENT);
                    return new Visitor(
                            participant.person(),
                            participant.name(),
                            participant.texts(),
                            site.schedule(reading, participant),
                            participant.preferences());
                },
                site::event,
                _ -> new Outcome.Stale(),
                _ -> new Outcome.Stale(),
                Sample::preview,
                _ -> new ProfileHandler.Outcome.Stale(),
                site.settings(),
                Sample.IMPORTING,
                Sample.PEERS,
                () -> Messages.of("en"),
                NOW);
    }

    private static String path(String typed) {
        return "/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private String json(String typed) {
        return Sample.getJson(manager(), path(typed)).body();
    }

    /** The UIDs that are found, in order. */
    private List<String> found(String typed) {
        return GoldenPagesTest.all(json(typed), "\"uid\":\"([^\"]*)\"");
    }

    private List<String> starts(String typed) {
        return GoldenPagesTest.all(json(typed), "\"start\":\"([^\"]*)\"");
    }

    @Test
    void allWordsMustMatchWhereverTheyStandInTheEvent() {
        keep(
                "a",
                "20261120T090000Z",
                """
                SUMMARY:Planung Café
                LOCATION:Küche
                CATEGORIES:Arbeit
                DESCRIPTION:Kuchen mitbringen
                ORGANIZER;CN=Olga Øst:mailto:olga@example.net
                ATTENDEE:mailto:vincent.vole@example.com""");
        keep("b", "20261121T090000Z", "SUMMARY:Planung");
        assertEquals(List.of("a", "b"), found("plan"));
        for (String typed :
                List.of(
                        "cafe",
                        "CAFÉ planung",
                        "kuche arbeit",
                        "kuchen",
                        "olga ost",
                        "olga@example.net",
                        "vole pla")) {
            assertEquals(List.of("a"), found(typed), typed);
        }
        assertEquals(List.of(), found("planung lunch"));
        assertEquals(List.of(), found("lanung"), "words are found by their beginnings");
    }

    @Test
    void whatIsToComeIsFirstTheSoonestAndWhatIsOverTheLatest() {
        keep("old", "20250101T090000Z", "SUMMARY:Tea");
        keep("older", "20240101T090000Z", "SUMMARY:Tea");
        keep("far", "20300101T090000Z", "SUMMARY:Tea");
        keep("soon", "20261119T090000Z", "SUMMARY:Tea");
        keep("running", "20261118T083000Z", "SUMMARY:Tea");
        assertEquals(List.of("running", "soon", "far", "old", "older"), found("tea"));
        String page = Sample.get(manager(), path("tea")).body();
        assertTrue(page.contains("5 events found"), page);
        assertTrue(page.indexOf("Upcoming") < page.indexOf("Past"), page);
        assertEquals(5, GoldenPagesTest.all(page, "(<mark>Tea</mark>)").size());
    }

    @Test
    void aSeriesStandsOnceWithItsNextDateAndHowManyOthersThereAre() {
        keep("weekly", "20261102T090000Z", "RRULE:FREQ=WEEKLY;COUNT=6\nSUMMARY:Stand-up");
        assertEquals(List.of("2026-11-23T09:00:00Z"), starts("stand"));
        assertTrue(Sample.get(manager(), path("stand")).body().contains("5 other dates"));
        assertEquals(List.of("2026-11-09T09:00:00Z"), starts("stand 2026-11-09"));
        assertEquals(List.of("2026-12-07T09:00:00Z"), starts("stand December 2026"));
        assertEquals(List.of(), starts("stand 2026-11-10"));
    }

    @Test
    void aYearIsAWordOfTheTitleOrWhenItTakesPlace() {
        keep("plan", "20261120T090000Z", "SUMMARY:Budget 2027");
        keep("kept", "20270301T090000Z", "SUMMARY:Budget");
        keep("weekly", "20261101T090000Z", "RRULE:FREQ=WEEKLY;COUNT=20\nSUMMARY:Budget talk");
        assertEquals(List.of("plan", "weekly", "kept"), found("budget 2027"));
        assertEquals(
                List.of("2026-11-20T09:00:00Z", "2027-01-03T09:00:00Z", "2027-03-01T09:00:00Z"),
                starts("2027"));
        assertEquals(List.of("kept", "weekly"), found("2027-03"));
    }

    @Test
    void aSeriesBeyondTheHorizonIsFound() {
        keep("weekly", "20261104T090000Z", "RRULE:FREQ=WEEKLY\nSUMMARY:Choir");
        keep("later", "20400104T090000Z", "RRULE:FREQ=YEARLY\nSUMMARY:Choir party");
        assertEquals(List.of("2026-11-18T09:00:00Z", "2040-01-04T09:00:00Z"), starts("choir"));
        assertEquals(List.of("2031-03-05T09:00:00Z"), starts("choir 2031-03"));
        assertEquals(List.of("2041-01-02T09:00:00Z", "2041-01-04T09:00:00Z"), starts("choir 2041"));
    }

    /** A store of an older program, and an event with more words than the index takes. */
    @Test
    void whatIsNotInTheIndexIsFoundAllTheSame() {
        keep("old", "20261120T090000Z", "SUMMARY:Tea 2025");
        store.change(writing -> writing.index(VINCENT, "old", null));
        var many = new StringBuilder("SUMMARY:Tea for all\nDESCRIPTION:");
        for (int i = 0; i < 2000; i++) {
            many.append("word").append(i).append(' ');
        }
        keep("much", "20261121T090000Z", many.toString());
        keep("usual", "20261122T090000Z", "SUMMARY:Tea");
        assertEquals(List.of("old", "much", "usual"), found("tea"));
        assertEquals(List.of("much"), found("word1999"));
        assertEquals(List.of("old"), found("tea 2025"));
        assertEquals(List.of("old"), found("2025"));
        store.change(writing -> new Horizon(site).rebuild(writing, VINCENT, "old", NOW));
        try (var reading = store.read()) {
            assertEquals(1, reading.unindexed(VINCENT, 9).size(), "a rebuild puts it there");
        }
        assertEquals(List.of("old"), found("2025"));
    }

    @Test
    void aChangedEventIsFoundByItsNewWordsAndARemovedOneByNone() {
        keep("a", "20261120T090000Z", "SUMMARY:Tea\nLOCATION:Roof");
        keep("a", "20261120T090000Z", "SUMMARY:Coffee\nLOCATION:Roof");
        assertEquals(List.of(), found("tea"));
        assertEquals(List.of("a"), found("coffee roof"));
        store.change(writing -> writing.remove(VINCENT, "a"));
        assertEquals(List.of(), found("roof"));
    }

    @Test
    void pagesHoldFiftyAndLeadOn() {
        for (int i = 0; i < 120; i++) {
            keep("e" + (1000 + i), "20270101T" + (10 + i % 10) + "0000Z", "SUMMARY:Tea");
        }
        String first = Sample.get(manager(), path("tea")).body();
        assertTrue(first.contains("120 events found"), first);
        assertTrue(first.contains("/cal/search?q=tea&amp;page=2"), first);
        assertEquals(50, GoldenPagesTest.all(first, "(<p class=\"what\">)").size());
        String last = Sample.get(manager(), path("tea") + "&page=3").body();
        assertEquals(20, GoldenPagesTest.all(last, "(<p class=\"what\">)").size());
        assertTrue(last.contains("page=2") && !last.contains("page=4"), last);
    }

    @Test
    void aWrongDateIsSaidAtItsFieldAndWhatWasTypedIsKept() {
        var answer = Sample.get(manager(), path("tea") + "&from=soon&to=2026-11-20");
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("<title>Error: "), answer.body());
        assertTrue(answer.body().contains("value=\"soon\""), answer.body());
        assertTrue(answer.body().contains("aria-describedby=\"search-from-error\""));
        assertTrue(answer.body().contains("value=\"2026-11-20\""), answer.body());
    }

    @Test
    void hostileQueriesAreAnsweredAndNothingOfThemIsMarkup() {
        keep(
                "a",
                "20261120T090000Z",
                "SUMMARY:<script>alert(1)</script> & \u202eTea\nLOCATION:\"'>");
        for (String typed :
                List.of(
                        "x".repeat(7000),
                        "a ".repeat(3000),
                        "' OR 1=1 --",
                        "%_\\",
                        "\u202e\u2066\ufeff",
                        "<script>alert(1)</script>",
                        "\ud800")) {
            var answer = Sample.get(manager(), path(typed));
            assertEquals(200, answer.status(), typed);
            assertFalse(ScriptTest.withoutOurs(answer.body()).contains("<script"), typed);
            assertFalse(answer.body().contains("\u202e"), typed);
        }
        String page = Sample.get(manager(), path("script")).body();
        assertTrue(page.contains("&lt;<mark>script</mark>&gt;"), page);
        assertEquals(List.of(), found("%"));
        assertEquals(400, Sample.get(manager(), "/search?q=%00").status());
        assertEquals(400, Sample.get(manager(), "/search?q=%ff").status());
    }

    @Test
    void nothingAskedIsTheFormAlone() {
        var answer = Sample.get(manager(), "/search");
        assertEquals(200, answer.status());
        assertFalse(answer.body().contains("found"), answer.body());
    }

    private long statements(String typed) {
        long before = store.statements();
        assertEquals(200, Sample.getJson(manager(), path(typed)).status());
        return store.statements() - before;
    }

    /**
     * The transaction, the site, preferences; what is not in the index, how many have the words, a
     * page, and series beyond.
     */
    @Test
    void aSearchIsSevenStatementsHoweverManyEventsThereAre() {
        keep("a", "20261120T090000Z", "SUMMARY:Tea");
        assertEquals(7, statements("tea"));
        for (int i = 0; i < 200; i++) {
            keep("e" + i, "20261120T090000Z", "SUMMARY:Tea " + i);
        }
        assertEquals(7, statements("tea"));
        assertEquals(6, statements("tea 2026"), "of a year all are ranked");
    }

    /** A word of all events: what is near is found, and nothing is worked out that is far away. */
    @Test
    void ofMoreThanAThousandTheNearestAreFound() {
        store.change(
                writing -> {
                    for (int i = 0; i < 1001; i++) {
                        String at = "202612%02dT%02d0000Z".formatted(1 + i % 28, i / 28 % 24);
                        String text = "UID:e%d\nDTSTART:%s\nSUMMARY:Tea\n".formatted(i, at);
                        new Import(site).keep(writing, VINCENT, Sample.read(text), NOW);
                    }
                });
        keep("far", "20400101T090000Z", "RRULE:FREQ=WEEKLY\nSUMMARY:Tea");
        // Not in the index, what they are, how many have the word, the nearest, their dates.
        assertEquals(3 + 4, statements("tea"));
        String page = Sample.get(manager(), path("tea")).body();
        assertTrue(page.contains("More than 1000 events found. Add a word or dates"), page);
        assertFalse(page.contains("2040"), page);
        assertTrue(json("tea").contains("\"count\":1000,\"more\":true"));
        assertEquals(List.of("far"), found("tea 2040"));
    }

    /** Any word of any part of an event, whole or its beginning, finds it. */
    @Test
    void everyWordOfAnEventFindsIt() {
        String summary = "Ünïcode straße ıI مدرسة 会議 o'Brien x-1 Ⅳ";
        keep("a", "20261120T090000Z", "SUMMARY:" + summary);
        Event event = Sample.read("UID:a\nDTSTART:20261120T090000Z\nSUMMARY:" + summary + "\n");
        for (String word : event.main().summary().split(" ", -1)) {
            assertEquals(List.of("a"), found(word), word);
            assertEquals(List.of("a"), found(word.substring(0, 1)), word);
        }
        assertEquals(List.of("a"), found(summary));
    }
}
