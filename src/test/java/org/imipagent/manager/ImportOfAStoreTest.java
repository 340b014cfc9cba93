package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.imipagent.agent.ImportDraft;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files into a real store by the page, and out again. */
class ImportOfAStoreTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final CalendarAddress HARRIET = new CalendarAddress("harriet.hare@example.com");
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteStore store;

    @SuppressWarnings("NullAway.Init")
    private Installation site;

    private CalendarAddress user = VINCENT;

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

    private Manager manager() {
        return new Manager(
                store::read,
                (reading, _) -> {
                    var participant = site.participant(reading, user);
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
                new ImportSteps(
                        4 << 20,
                        chosen ->
                                new ImportDraft(site, chosen.user(), NOW)
                                        .look(chosen.draft(), chosen.files()),
                        order ->
                                new ImportDraft(site, order.user(), NOW)
                                        .carryOut(order.draft(), order.send())),
                Sample.PEERS,
                () -> Messages.of("en"),
                NOW);
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:"
                + uid
                + "\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261120T090000Z\r\nDTEND:20261120T100000Z\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }

    private static final String TEA = event("tea@example.com", "SUMMARY:Tea");
    private static final String PARTY =
            event(
                    "party@example.com",
                    "SUMMARY:Party",
                    "ORGANIZER:mailto:vincent.vole@example.com",
                    "ATTENDEE:mailto:vincent.vole@example.com",
                    "ATTENDEE:mailto:bo@example.org");

    private Sample.Answer look(String... files) {
        return Sample.upload(manager(), "/import", "look", files);
    }

    private static String draft(Sample.Answer looked) {
        return GoldenPagesTest.all(looked.body(), "name=\"draft\" value=\"([^\"]+)\"").getFirst();
    }

    private Sample.Answer take(String draft, String more) {
        return Sample.post(manager(), "/import", "action=import&draft=" + draft + more);
    }

    private static String location(Sample.Answer answer) {
        return GoldenPagesTest.all(answer.head(), "Location: /cal(\\S*)").getFirst();
    }

    private List<String> uids(CalendarAddress whose) {
        try (var reading = store.read()) {
            return reading.uids(whose);
        }
    }

    private int mails() {
        try (var reading = store.read()) {
            return reading.outbox(NOW.plusSeconds(1), 99).size();
        }
    }

    private String export() {
        return Sample.get(manager(), "/export.ics").body();
    }

    @Test
    void filesAreShownFirstAndTakenThenOnce() {
        var looked = look("a.ics", calendar(TEA), "b.ics", calendar(PARTY));
        assertEquals(200, looked.status());
        assertTrue(looked.body().contains("2 new events"), looked.body());
        assertTrue(looked.body().contains("Import 2 events"), looked.body());
        assertEquals(List.of(), uids(VINCENT), "looking keeps no event");
        String draft = draft(looked);
        var taken = take(draft, "");
        assertEquals(303, taken.status());
        assertEquals(List.of("party@example.com", "tea@example.com"), uids(VINCENT));
        assertEquals(0, mails());
        String done = Sample.get(manager(), location(taken)).body();
        assertTrue(done.contains("2 events were added."), done);
        assertTrue(done.contains("/cal/event/tea%40example.com"), done);
        assertEquals(location(taken), location(take(draft, "")), "sent twice, it acts once");
        try (var reading = store.read()) {
            assertEquals(1, reading.activity(VINCENT, 9).size());
            assertEquals(List.of(), reading.files(VINCENT, draft), "the files are gone");
        }
        var again = look("a.ics", calendar(TEA));
        assertTrue(again.body().contains("1 event already in your calendar"), again.body());
        assertTrue(again.body().contains("There is nothing to import."), again.body());
        assertFalse(again.body().contains("name=\"draft\""), again.body());
    }

    @Test
    void aChangedEventSaysSo() {
        take(draft(look("a.ics", calendar(TEA))), "");
        var looked = look("a.ics", calendar(TEA.replace("Tea", "Coffee")));
        assertTrue(looked.body().contains("1 event that replaces"), looked.body());
        String done = location(take(draft(looked), ""));
        assertTrue(done.contains("new=0&changed=1&unchanged=0&refused=0"), done);
    }

    @Test
    void mailIsOnlySentWhenThatIsTickedAndToThoseWhoWereNamed() {
        var looked = look("a.ics", calendar(PARTY, TEA));
        assertTrue(
                looked.body().contains("1 person would get an email: bo@example.org"),
                looked.body());
        take(draft(looked), "&send=yes");
        assertEquals(1, mails());
        take(draft(look("a.ics", calendar(event("own@example.com", "SUMMARY:Own")))), "&send=yes");
        assertEquals(1, mails());
    }

    @Test
    void whatIsNoEventIsRefusedWithItsReasonAndTheRestIsTaken() {
        String message = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n" + PARTY + "END:VCALENDAR\r\n";
        String task = "BEGIN:VTODO\r\nUID:t\r\nDTSTAMP:20261101T000000Z\r\nEND:VTODO\r\n";
        var looked = look("m.ics", message, "t.ics", calendar(task, TEA));
        assertTrue(looked.body().contains("2 items that can’t be imported"), looked.body());
        assertTrue(looked.body().contains("not a calendar. Open it"), looked.body());
        assertTrue(looked.body().contains("Only events can be imported"), looked.body());
        String done = location(take(draft(looked), ""));
        assertTrue(done.contains("new=1&changed=0&unchanged=0&refused=2"), done);
    }

    @Test
    void whatIcal4jFindsWrongIsShown() {
        String odd = event("odd@example.com", "SUMMARY:Odd", "SUMMARY:Twice", "PRIORITY:99");
        var looked = look("odd.ics", calendar(odd));
        assertTrue(looked.body().contains("Other programs may complain"), looked.body());
        assertTrue(looked.body().contains("SUMMARY"), looked.body());
    }

    /** Whatever is uploaded: an answer, and nothing of it is markup, a path or an event. */
    @Test
    void hostileFilesAreAnswered() {
        String html =
                event(
                        "\"><script>alert(1)</script>@x",
                        "SUMMARY:<script>alert(2)</script>\u202e",
                        "LOCATION:<img src=x onerror=alert(3)>");
        List<String[]> files =
                List.of(
                        new String[] {
                            "zip.ics", "PK\u0003\u0004" + "\u0000\u0001\u0002".repeat(999)
                        },
                        new String[] {"../../etc/passwd", "root:x:0:0"},
                        new String[] {"C:\\a\\<b>.ics", "\ufeffBEGIN:VCALENDAR"},
                        new String[] {"empty.ics", ""},
                        new String[] {"deep.ics", "BEGIN:VCALENDAR\r\n".repeat(5000)},
                        new String[] {"junk.ics", "x".repeat(3_000_000)},
                        new String[] {"html.ics", calendar(html)});
        for (String[] file : files) {
            var looked = look(file);
            assertEquals(200, looked.status(), file[0]);
            assertFalse(ScriptTest.withoutOurs(looked.body()).contains("<script"), file[0]);
            assertFalse(looked.body().contains("<img"), file[0]);
            assertFalse(looked.body().contains("\u202e"), file[0]);
            assertFalse(looked.body().contains("../") || looked.body().contains("C:\\"), file[0]);
            if (!file[0].equals("html.ics")) {
                assertTrue(looked.body().contains("nothing to import"), file[0] + looked.body());
            }
        }
        var taken = take(draft(look(files.getLast())), "");
        assertEquals(303, taken.status());
        String done = Sample.get(manager(), location(taken)).body();
        assertFalse(ScriptTest.withoutOurs(done).contains("<script"), done);
    }

    @Test
    void noFileTooManyFilesAndOtherFormsAreRefused() {
        var none = look();
        assertEquals(422, none.status());
        assertTrue(none.body().contains("Choose at least one file."), none.body());
        assertTrue(none.body().contains("<title>Error: "), none.body());
        String[] many = new String[202];
        for (int i = 0; i < many.length; i++) {
            many[i] = "x";
        }
        assertEquals(422, look(many).status());
        assertEquals(422, Sample.post(manager(), "/import", "action=erase").status());
        assertEquals(409, take("none", "").status());
        assertEquals(409, take("", "").status());
        assertEquals(200, Sample.get(manager(), "/import?new=x&changed=-1&uid=none").status());
        assertEquals(413, look("big.ics", "x".repeat(5_000_000)).status());
        assertEquals(405, Sample.post(manager(), "/export.ics", "").status());
    }

    @Test
    void anotherPersonsDraftIsNobodysElse() {
        String draft = draft(look("a.ics", calendar(TEA)));
        user = HARRIET;
        assertEquals(409, take(draft, "").status());
        assertEquals(List.of(), uids(HARRIET));
    }

    @Test
    void whatIsExportedIsImportedByAnotherPersonAndExportedTheSame() {
        String weekly =
                event("weekly@example.net", "RRULE:FREQ=WEEKLY;COUNT=5", "SUMMARY:Weekly, ÆØÅ");
        String moved =
                event("weekly@example.net", "RECURRENCE-ID:20261127T090000Z", "SUMMARY:Moved");
        take(draft(look("a.ics", calendar(weekly, moved, TEA))), "");
        String first = export();
        assertTrue(first.contains("Moved") && first.contains("ÆØÅ"), first);
        user = HARRIET;
        take(draft(look("export.ics", first)), "");
        assertEquals(first, export());
        assertTrue(look("export.ics", first).body().contains("2 events already"), "nothing new");
    }

    @Test
    void aSpanOrOneEventIsExported() {
        String later = event("later@example.com", "SUMMARY:Later").replace("20261120", "20271120");
        take(draft(look("a.ics", calendar(TEA, later))), "");
        var all = Sample.get(manager(), "/export.ics");
        assertTrue(all.head().contains("Content-Type: text/calendar; charset=utf-8"), all.head());
        assertTrue(
                all.head().contains("Content-Disposition: attachment; filename=\"calendar.ics\""),
                all.head());
        assertTrue(all.head().contains("X-Content-Type-Options: nosniff"), all.head());
        assertTrue(all.body().contains("SUMMARY:Tea") && all.body().contains("Later"));
        String day = Sample.get(manager(), "/export.ics?from=2026-11-20&to=2026-11-20").body();
        assertTrue(day.contains("SUMMARY:Tea") && !day.contains("Later"), day);
        String none = Sample.get(manager(), "/export.ics?from=2026-11-21&to=2026-11-30").body();
        assertTrue(!none.contains("VEVENT") && none.contains("END:VCALENDAR"), none);
        String one = Sample.get(manager(), "/export.ics?uid=later%40example.com").body();
        assertTrue(!one.contains("SUMMARY:Tea") && one.contains("Later"), one);
        assertEquals(404, Sample.get(manager(), "/export.ics?uid=none").status());
        assertEquals(422, Sample.get(manager(), "/export.ics?from=soon").status());
        assertEquals(
                422, Sample.get(manager(), "/export.ics?from=2026-11-20&to=2026-11-19").status());
        String page = Sample.get(manager(), "/event/tea%40example.com").body();
        assertTrue(page.contains("/cal/export.ics?uid=tea%40example.com"), page);
    }
}
