package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.imipagent.agent.Import;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Colour;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.Request;
import org.imipagent.itip.Verdict;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calendar of a real store, wired as the program wires it. */
class CalendarOfAStoreTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");

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
        store.close();
    }

    private void keep(String text) {
        store.change(
                writing -> {
                    writing.add(VINCENT, NOW);
                    var kept = new Import(site).keep(writing, VINCENT, Sample.read(text), NOW);
                    assertFalse(kept.verdict().isRefusal(), text);
                });
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

    private static final String BOMB =
            """
            UID:bomb
            DTSTART:20300101T000000Z
            DURATION:PT1S
            RRULE:FREQ=SECONDLY
            SUMMARY:Tick
            """;

    @Test
    void aPageThatCannotShowAllSaysSinceWhenThereIsMore() {
        keep(BOMB);
        for (String view : new String[] {"month", "week", "day", "list"}) {
            String page = Sample.get(manager(), "/?view=" + view + "&date=2030-01-08").body();
            assertTrue(page.contains("Tick"), view);
            assertTrue(page.contains("not all its dates are shown. There are more from "), view);
        }
        String before = Sample.get(manager(), "/?date=2029-11-08").body();
        assertFalse(before.contains("notice warning"), before);
    }

    @Test
    void jsonSaysSinceWhenThereIsMore() {
        keep(BOMB);
        String cut = Sample.getJson(manager(), "/?view=day&date=2030-01-08").body();
        assertTrue(cut.contains("\"moreFrom\":\"2030-01-08T04:33:"), cut.substring(0, 300));
        String all = Sample.getJson(manager(), "/?view=day&date=2029-01-08").body();
        assertTrue(all.contains("\"moreFrom\":null"), all);
    }

    private long statementsForRequests() {
        long before = store.statements();
        assertTrue(Sample.get(manager(), "/requests").body().contains("Tea"));
        return store.statements() - before;
    }

    private void invite(int from, int to) {
        for (int i = from; i < to; i++) {
            var uid = "tea" + i;
            keep(
                    "UID:"
                            + uid
                            + "\nDTSTART:20261110T090000Z\nDURATION:PT1H\nSUMMARY:Tea\n"
                            + "ORGANIZER:mailto:olga@example.net\n"
                            + "ATTENDEE:mailto:vincent.vole@example.com\n");
            store.change(
                    VINCENT,
                    writing ->
                            writing.ask(
                                    VINCENT,
                                    new Request(
                                            uid, null, Request.Kind.INVITATION, NOW, null, null)));
        }
    }

    /** Of each request its event and its next times; what else there is then is read together. */
    @Test
    void aRequestIsTwoStatements() {
        invite(0, 10);
        long ten = statementsForRequests();
        invite(10, RequestsPage.MOST);
        assertEquals(ten + 2 * (RequestsPage.MOST - 10), statementsForRequests());
    }

    private long statements(String path) {
        long before = store.statements();
        assertEquals(200, Sample.get(manager(), path).status(), path);
        return store.statements() - before;
    }

    /** However much is kept and waits: a page of requests is so many events, an event is one. */
    @Test
    void whatElseIsKeptIsNoMatterForAnEventAndForRequests() {
        invite(0, 51);
        long requests = statements("/requests");
        long event = statements("/event/tea7");
        store.change(
                writing -> {
                    for (int i = 0; i < 2000; i++) {
                        String uid = "other" + i;
                        String text =
                                "UID:"
                                        + uid
                                        + "\nDTSTART:20270110T090000Z\nDURATION:PT1H\nSUMMARY:Tea\n"
                                        + "ORGANIZER:mailto:olga@example.net\n"
                                        + "ATTENDEE:mailto:vincent.vole@example.com\n";
                        new Import(site).keep(writing, VINCENT, Sample.read(text), NOW);
                        writing.ask(
                                VINCENT,
                                new Request(
                                        uid,
                                        null,
                                        Request.Kind.INVITATION,
                                        NOW.plusSeconds(60),
                                        null,
                                        null));
                    }
                });
        assertEquals(requests, statements("/requests"));
        assertEquals(event, statements("/event/tea7"));
        assertTrue(event <= 14, "statements: " + event);
    }

    /**
     * The transaction, the site, preferences, whether there are very many, what is incomplete,
     * occurrences, requests, resources.
     */
    @Test
    void theMonthIsEightStatements() {
        keep("UID:tea\nDTSTART:20261110T090000Z\nDURATION:PT1H\nSUMMARY:Tea\n");
        long before = store.statements();
        assertTrue(Sample.get(manager(), "/").body().contains("Tea"));
        assertEquals(8, store.statements() - before);
    }

    /** Past what is written all series are worked out: once for all dates of an event. */
    @Test
    void conflictsPastWhatIsWrittenAreWorkedOutTogether() {
        keep("UID:tea\nDTSTART:20310107T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nSUMMARY:Tea\n");
        keep("UID:one\nDTSTART:20310121T090000Z\nDURATION:PT1H\nSUMMARY:Single\n");
        keep(
                "UID:rare\nDTSTART:20310128T093000Z\nDURATION:PT2H\nRRULE:FREQ=YEARLY\nSUMMARY:Rare\n");
        long before = store.statements();
        String page = Sample.get(manager(), "/event/tea").body();
        assertTrue(page.contains("2 other events at the same time"), page);
        assertTrue(page.contains("Single") && page.contains("Rare"), page);
        assertTrue(
                store.statements() - before <= 14, "statements " + (store.statements() - before));
    }

    private void remove(String uid) {
        store.change(
                VINCENT,
                writing -> {
                    long number =
                            writing.note(
                                    VINCENT,
                                    new Activity(
                                            0,
                                            NOW.minusSeconds(3600),
                                            Activity.Source.MANAGER,
                                            "remove",
                                            uid,
                                            null,
                                            "<Tea>",
                                            "",
                                            Verdict.REMOVED,
                                            "",
                                            List.of()));
                    writing.keepBefore(VINCENT, number, uid, NOW);
                    writing.remove(VINCENT, uid);
                    writing.keepVersionsAfter(VINCENT, number);
                });
    }

    /** Old links lead to it: it says when it was removed, and has the button that undoes that. */
    @Test
    void theRemovedEventsPageBringsItBack() {
        String tea = "UID:tea\nDTSTART:20261110T090000Z\nDURATION:PT1H\nSUMMARY:Tea\n";
        keep(tea);
        remove("tea");
        var answer = Sample.get(manager(), "/event/tea");
        assertEquals(404, answer.status());
        assertTrue(answer.body().contains("<h1>&lt;Tea&gt;</h1>"), answer.body());
        assertTrue(
                answer.body()
                        .contains("You removed this event from your calendar: Tue 3 Nov, 09:00."),
                answer.body());
        assertTrue(answer.body().contains("name=\"action\" value=\"restore\""), answer.body());
        assertEquals(404, Sample.getJson(manager(), "/event/tea").status());
        String other = Sample.get(manager(), "/event/none").body();
        assertFalse(other.contains("restore") || other.contains("You removed"), other);
        keep(tea);
        assertEquals(200, Sample.get(manager(), "/event/tea").status(), "it came again");
        assertFalse(
                Sample.get(manager(), "/event/tea/20300101T000000Z")
                        .body()
                        .contains("You removed"));
    }

    /** A page of what waits has a link to the next, also for programs. */
    @Test
    void jsonOfRequestsIsPaged() {
        invite(0, RequestsPage.MOST + 2);
        String first = Sample.getJson(manager(), "/requests").body();
        assertTrue(first.contains("\"page\":1,\"next\":\"/cal/requests?page=2\""), first);
        assertEquals(RequestsPage.MOST, GoldenPagesTest.all(first, "\"(uid)\"").size());
        String second = Sample.getJson(manager(), "/requests?page=2").body();
        assertTrue(second.contains("\"page\":2,\"next\":null"), second);
        assertEquals(2, GoldenPagesTest.all(second, "\"(uid)\"").size());
    }

    /** Whoever waits for an answer is counted, not read. */
    @Test
    void manyThatWaitAreANumber() {
        invite(0, 120);
        String page = Sample.get(manager(), "/?view=day&date=2026-12-24").body();
        assertTrue(page.contains("99+"), page);
    }

    @Test
    void coloursCategoriesAndDoubtComeFromTheKeptEvent() {
        keep(
                """
                UID:tea
                DTSTART:20261110T090000Z
                DURATION:PT1H
                SUMMARY:Tea
                STATUS:TENTATIVE
                COLOR:Purple
                CATEGORIES:At home\\, with cake,Food
                """);
        try (var reading = store.read()) {
            var tea =
                    reading.occurrences(VINCENT, NOW, Instant.parse("2026-12-01T00:00:00Z"))
                            .getFirst();
            assertEquals(
                    new Occurrence.Appearance(true, false, "At home, with cake", Colour.VIOLET),
                    tea.appearance());
        }
        String page = Sample.get(manager(), "/").body();
        assertTrue(page.contains("chip hue-6 mine tentative"), page);
    }

    private void keepMany(int days, int ofDay) {
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < ofDay; i++) {
                keep(
                        """
                        UID:crowd-%d-%d
                        DTSTART:202611%02dT%02d%02d00Z
                        DURATION:PT30M
                        SUMMARY:Meeting %d
                        """
                                .formatted(day, i, 5 + day, 7 + i / 6, i % 6 * 10, i));
            }
        }
        keep("UID:night\nDTSTART:20261106T210000Z\nDURATION:PT10H\nSUMMARY:Night\n");
        keep("UID:trip\nDTSTART;VALUE=DATE:20261107\nDTEND;VALUE=DATE:20261110\nSUMMARY:Trip\n");
    }

    // It reads ten events of a day, and says of the others how many there are.
    @Test
    void aCrowdedMonthCountsWhatItDoesNotRead() {
        keepMany(8, 40);
        try (var reading = store.read()) {
            var participant = site.participant(reading, VINCENT);
            var zone = participant.person().zone();
            List<Instant> midnights =
                    java.util.stream.IntStream.rangeClosed(0, 42)
                            .mapToObj(
                                    i ->
                                            zone.midnight(
                                                    java.time.LocalDate.of(2026, 10, 26)
                                                            .plusDays(i)))
                            .toList();
            var crowded = site.schedule(reading, participant).crowded(midnights, 300, 10);
            assertEquals(
                    8 * 10 + 2, java.util.Objects.requireNonNull(crowded).occurrences().size());
        }
        String page = Sample.get(manager(), "/").body();
        // The lowest window has two lines and the rest: of 40, and of 41 and 42 with the bars.
        for (String rest : List.of("+38", "+39", "+40")) {
            assertTrue(page.contains(">" + rest + "<"), rest + page);
        }
        assertTrue(page.contains("Night") && page.contains("Trip"), "bars are there");
        String list = Sample.get(manager(), "/?view=list").body();
        assertTrue(list.contains("30 more"), list);
    }

    // Each page is of a size, and all pages together have each event once.
    @Test
    void jsonOfACrowdedMonthIsReadPageByPage() {
        keepMany(16, 40);
        var seen = new java.util.ArrayList<String>();
        String at = "/?view=month&date=2026-11-03";
        int pages = 0;
        while (!at.isEmpty()) {
            String json = Sample.getJson(manager(), at).body();
            List<String> uids = GoldenPagesTest.all(json, "\"uid\":\"([^\"]*)\"");
            assertTrue(uids.size() <= CalendarPage.MOST_LISTED, "listed " + uids.size());
            seen.addAll(uids);
            List<String> next = GoldenPagesTest.all(json, "\"next\":\"/cal([^\"]*)\"");
            at = next.isEmpty() ? "" : next.getFirst();
            pages++;
        }
        assertEquals(2, pages);
        assertEquals(16 * 40 + 2, seen.size());
        assertEquals(seen.size(), seen.stream().distinct().count());
        assertEquals(422, Sample.getJson(manager(), "/?from=yesterday").status());
    }
}
