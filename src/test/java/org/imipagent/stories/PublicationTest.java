package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.agent.Publishing;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.Validated;
import org.imipagent.itip.UserAction;
import org.imipagent.publish.Published;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is to be published is kept with the change itself: a process that is killed between its
 * commit and its file leaves it to the next one.
 */
class PublicationTest {

    private static final CalendarAddress VINCENT =
            new CalendarAddress("mailto:vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final byte[] MAIL =
            """
            From: harriet.hare@example.net
            To: vincent.vole@example.com
            Message-ID: <1@example.net>
            MIME-Version: 1.0
            Content-Type: text/calendar; method=REQUEST

            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:berries
            DTSTAMP:20261101T100000Z
            DTSTART:20261103T100000Z
            DTEND:20261103T110000Z
            ORGANIZER:mailto:harriet.hare@example.net
            ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com
            END:VEVENT
            END:VCALENDAR
            """
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteStore store;

    @SuppressWarnings("NullAway.Init")
    private Installation site;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store"));
        site =
                new Installation(
                        Settings.defaults()
                                .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                                .with(SiteSettings.TZID, Zone.of(ZoneId.of("UTC"))),
                        store,
                        Zone.UTC,
                        "host.example.com");
        prefer("freebusy_sharing", "share");
        prefer("freebusy_publishing", "publish");
        assertEquals(List.of(), new Publishing(site).publishAll(NOW));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void prefer(String name, String value) {
        store.change(
                VINCENT,
                writing -> {
                    writing.add(VINCENT, NOW);
                    writing.prefer(VINCENT, name, value);
                });
    }

    private IncomingMailHandler.Received receive() {
        return new IncomingMailHandler(site).receive(MAIL, List.of(VINCENT), NOW);
    }

    private ActionHandler.Outcome answer(Participation how, long version, String form) {
        return new ActionHandler(site)
                .act(
                        VINCENT,
                        "berries",
                        new UserAction.Answer(null, how, ""),
                        version,
                        new IdempotencyKey(form, how.name()),
                        NOW);
    }

    private static List<CalendarAddress> unpublished(ActionHandler.Outcome outcome) {
        return outcome instanceof ActionHandler.Outcome.Done(_, var unpublished, _, _, _)
                ? unpublished
                : List.of();
    }

    private String published() throws IOException {
        return Files.readString(
                folder.resolve("published/mailto%3Avincent.vole%40example.com/freebusy"));
    }

    @Test
    void aMailThatComesAgainPublishesWhatAKilledProcessLeft() throws IOException {
        assertEquals(List.of(VINCENT), receive().unpublished());
        assertEquals(List.of(VINCENT), receive().unpublished(), "nothing new, and yet to be done");
        new Publishing(site).publish(VINCENT, NOW);
        assertEquals(List.of(), receive().unpublished());
    }

    @Test
    void aFormThatComesAgainPublishesWhatAKilledProcessLeft() throws IOException {
        receive();
        new Publishing(site).publish(VINCENT, NOW);
        assertFalse(published().contains("20261103T100000Z"));
        assertEquals(List.of(VINCENT), unpublished(answer(Participation.ACCEPTED, 1, "form")));
        assertFalse(published().contains("20261103T100000Z"), "killed before that");
        assertEquals(List.of(VINCENT), unpublished(answer(Participation.ACCEPTED, 1, "form")));
        assertEquals(List.of(), new Publishing(site).publishAll(NOW));
        assertTrue(published().contains("20261103T100000Z"), published());
        assertEquals(List.of(), unpublished(answer(Participation.ACCEPTED, 1, "form")));
    }

    @Test
    void aChangeWhileOneIsPublishedWaitsOn() throws IOException {
        receive();
        var publishing = new Publishing(site);
        long change = publishing.write(VINCENT, NOW);
        answer(Participation.ACCEPTED, 1, "form");
        publishing.markPublished(VINCENT, change);
        try (var reading = store.read()) {
            assertEquals(List.of(VINCENT), reading.unpublished());
        }
    }

    @Test
    void whoStopsPublishingOrIsForgottenIsTakenAwayByTheRegularJob() throws IOException {
        assertTrue(published().contains("VFREEBUSY"));
        prefer("freebusy_publishing", "no");
        new Publishing(site).publishAll(NOW);
        assertFalse(Files.exists(folder.resolve("published/vincent.vole@example.com")));
        prefer("freebusy_publishing", "publish");
        new Publishing(site).publishAll(NOW);
        assertTrue(Files.exists(folder.resolve("published/vincent.vole@example.com")));
        store.change(writing -> writing.forget(VINCENT));
        new Publishing(site).publishAll(NOW);
        assertFalse(Files.exists(folder.resolve("published/vincent.vole@example.com")));
        try (var reading = store.read()) {
            assertEquals(List.of(), reading.unpublished());
        }
    }

    @Test
    void whoDoesNotPublishIsNotMarked() {
        prefer("freebusy_publishing", "no");
        new Publishing(site).publishAll(NOW);
        assertEquals(List.of(), receive().unpublished());
    }

    // ---- The calendar feed: the same marks

    private String token() {
        try (var reading = store.read()) {
            return Objects.requireNonNull(reading.feed(VINCENT), "a feed");
        }
    }

    private Path feed(String token) {
        return folder.resolve("published/feeds/" + token + ".ics");
    }

    @Test
    void whoWantsNoFeedHasNone() throws IOException {
        receive();
        new Publishing(site).publishAll(NOW);
        try (var reading = store.read()) {
            assertNull(reading.feed(VINCENT));
        }
        assertFalse(Files.exists(folder.resolve("published/feeds")));
    }

    @Test
    void aFeedIsWrittenAnewWithEachChangeAlsoWhereAProcessWasKilled() throws IOException {
        prefer("freebusy_publishing", "no");
        prefer("feed", "all");
        assertFalse(Files.exists(feed(token())), "killed before the file");
        new Publishing(site).publishAll(NOW);
        assertFalse(Files.readString(feed(token())).contains("UID:berries"));
        assertEquals(List.of(VINCENT), receive().unpublished());
        assertFalse(Files.readString(feed(token())).contains("UID:berries"), "killed again");
        assertEquals(List.of(VINCENT), receive().unpublished(), "the mail came again");
        new Publishing(site).publishAll(NOW);
        assertTrue(Files.readString(feed(token())).contains("UID:berries"));
    }

    @Test
    void aFeedIsGoneWithItsAddressOffOrForgotten() throws IOException {
        prefer("feed", "all");
        new Publishing(site).publishAll(NOW);
        String first = token();
        assertTrue(Files.exists(feed(first)));
        store.change(VINCENT, writing -> writing.renewFeed(VINCENT));
        new Publishing(site).publishAll(NOW);
        String second = token();
        assertNotEquals(first, second);
        assertFalse(Files.exists(feed(first)));
        assertTrue(Files.exists(feed(second)));
        prefer("feed", "none");
        new Publishing(site).publishAll(NOW);
        assertFalse(Files.exists(feed(second)));
        prefer("feed", "busy");
        new Publishing(site).publishAll(NOW);
        String third = token();
        assertNotEquals(second, third);
        store.change(writing -> writing.forget(VINCENT));
        new Publishing(site).publishAll(NOW);
        assertFalse(Files.exists(feed(third)));
        try (var feeds = Files.list(folder.resolve("published/feeds"))) {
            assertEquals(List.of(), feeds.toList());
        }
    }

    /** A new address while a writer of the old one is at work: what is given up does not stay. */
    @Test
    void aWriterThatIsLateWritesNoAddressThatWasGivenUp() throws IOException {
        prefer("feed", "all");
        new Publishing(site).publishAll(NOW);
        String first = token();
        site.published()
                .writeFeed(
                        VINCENT,
                        () -> {
                            store.change(VINCENT, writing -> writing.renewFeed(VINCENT));
                            return new Published.Feed(first, "as it was");
                        });
        assertTrue(Files.exists(feed(first)), "for a moment");
        new Publishing(site).publishAll(NOW);
        assertFalse(Files.exists(feed(first)));
        assertTrue(Files.exists(feed(token())));
    }

    /** Killed between the mark of a feed and its file, or between the two removals. */
    @Test
    void aMarkWithoutAFileAndAFileOfAnOldAddressAreClearedAway() throws IOException {
        prefer("feed", "all");
        new Publishing(site).publishAll(NOW);
        Path own = folder.resolve("published/mailto%3Avincent.vole%40example.com");
        Files.createFile(own.resolve(".feed-" + "a".repeat(32)));
        Files.createFile(own.resolve(".feed-" + "b".repeat(32)));
        Files.writeString(feed("b".repeat(32)), "left behind");
        prefer("feed", "none");
        new Publishing(site).publishAll(NOW);
        assertFalse(Files.exists(feed("b".repeat(32))));
        try (var marks = Files.newDirectoryStream(own, ".feed-*")) {
            assertFalse(marks.iterator().hasNext());
        }
    }

    @Test
    void aFeedOfAllHasEveryEventAndNothingOfOurs() throws IOException {
        prefer("CN", "Vincent, \"the\" Vole");
        prefer("feed", "all");
        receive();
        answer(Participation.ACCEPTED, 1, "form");
        new Publishing(site).publishAll(NOW);
        String text = Files.readString(feed(token())).replace("\r\n ", "");
        assertEquals(List.of(), Validated.complaints("feed", text));
        assertFalse(text.contains("METHOD:") || text.contains("X-IMIP-AGENT"), text);
        assertTrue(text.contains("\r\nNAME:Vincent\\, \"the\" Vole\r\n"), text);
        assertTrue(text.contains("\r\nX-WR-CALNAME:Vincent\\, \"the\" Vole\r\n"), text);
        assertTrue(text.contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"), text);
        assertTrue(text.contains("\r\nUID:berries\r\n"), text);
    }

    /** Who waits for an answer does not wait for thousands of events to be written. */
    @Test
    void aLargeFeedIsLeftToTheRegularJobAndTheFreeBusyIsNot() throws IOException {
        var publishing = new Publishing(site);
        prefer("feed", "all");
        prefer("freebusy_publishing", "publish");
        save("first", "DTSTART:20261103T100000Z\nDURATION:PT1H");
        publishing.publishAll(NOW);
        assertFalse(publishing.hasLargeFeed(VINCENT));
        save("long", "DTSTART:20261104T100000Z\nDESCRIPTION:" + "tea ".repeat(30_000));
        publishing.publishAll(NOW);
        assertTrue(publishing.hasLargeFeed(VINCENT));
        save("new", "DTSTART:20261105T100000Z\nDURATION:PT1H");
        publishing.writeFreeBusy(VINCENT, NOW);
        Path freeBusy = folder.resolve("published/mailto%3Avincent.vole%40example.com/freebusy");
        assertTrue(Files.readString(freeBusy).contains("20261105T100000Z"));
        assertFalse(Files.readString(feed(token())).contains("UID:new"));
        try (var reading = store.read()) {
            assertEquals(List.of(VINCENT), reading.unpublished());
        }
        publishing.publishAll(NOW);
        assertTrue(Files.readString(feed(token())).contains("UID:new"));
        try (var reading = store.read()) {
            assertEquals(List.of(), reading.unpublished());
        }
    }

    @Test
    void aFeedOfBusyTimesSaysNothingElse() throws IOException {
        prefer("feed", "busy");
        receive();
        answer(Participation.ACCEPTED, 1, "form");
        new Publishing(site).publishAll(NOW);
        String text = Files.readString(feed(token()));
        assertEquals(List.of(), Validated.complaints("feed", text));
        assertTrue(text.contains("\r\nDTSTART:20261103T100000Z\r\n"), text);
        assertTrue(text.contains("\r\nSUMMARY:Busy\r\n"), text);
        for (String word : List.of("berries", "harriet", "ATTENDEE", "ORGANIZER", "LOCATION")) {
            assertFalse(text.contains(word), word + " in " + text);
        }
    }

    @Test
    void aFeedReachesAYearBackAndToTheHorizon() throws IOException {
        prefer("feed", "all");
        for (String day : List.of("20251030", "20251103", "20271130", "20280120")) {
            save("one-" + day, "DTSTART;VALUE=DATE:" + day + "\nSUMMARY:" + day);
        }
        save("weekly", "DTSTART:20200101T100000Z\nRRULE:FREQ=WEEKLY\nSUMMARY:Weekly");
        save("over", "DTSTART:20200101T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Over");
        new Publishing(site).publishAll(NOW);
        String text = Files.readString(feed(token()));
        var uids = text.lines().filter(line -> line.startsWith("UID:")).toList();
        assertEquals(List.of("UID:one-20251103", "UID:one-20271130", "UID:weekly"), uids);
    }

    private void save(String uid, String lines) {
        var outcome =
                new ActionHandler(site)
                        .save(
                                VINCENT,
                                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:"
                                        + uid
                                        + "\nDTSTAMP:20261101T100000Z\n"
                                        + lines
                                        + "\nEND:VEVENT\nEND:VCALENDAR\n",
                                false,
                                ActionHandler.NEW,
                                IdempotencyKey.of(uid),
                                NOW);
        assertTrue(outcome instanceof ActionHandler.Outcome.Done, outcome.toString());
    }

    @Test
    void aUsedFormWithOtherContentIsStale() {
        receive();
        answer(Participation.ACCEPTED, 1, "form");
        assertEquals(new ActionHandler.Outcome.Stale(), answer(Participation.DECLINED, 1, "form"));
        assertEquals(
                new ActionHandler.Outcome.Stale(),
                answer(Participation.DECLINED, 2, "form"),
                "even of the event as it is now");
    }
}
