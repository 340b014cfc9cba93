package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.agent.Publishing;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.itip.UserAction;
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
                                .with(SiteSettings.TZID, ZoneId.of("UTC")),
                        store,
                        ZoneOffset.UTC,
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
