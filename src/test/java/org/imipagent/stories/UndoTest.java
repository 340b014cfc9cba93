package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.ActionHandler;
import org.imipagent.agent.ActionHandler.Outcome;
import org.imipagent.agent.IdempotencyKey;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.Verdict;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.Store;
import org.imipagent.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person does on a page is taken back whole, or not at all. */
class UndoTest {

    private static final CalendarAddress VINCENT =
            new CalendarAddress("mailto:vincent.vole@example.com");
    private static final CalendarAddress HARRIET =
            new CalendarAddress("mailto:harriet.hare@example.net");
    private static final CalendarAddress SIMON =
            new CalendarAddress("mailto:simon.squirrel@example.org");
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final RecurrenceId SECOND = new RecurrenceId("20261110T100000Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @SuppressWarnings("NullAway.Init")
    private Installation site;

    private int forms;

    @BeforeEach
    void open() {
        store = TestStores.open(folder.resolve("store"));
        site =
                new Installation(
                        Settings.defaults()
                                .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                                .with(SiteSettings.TZID, Zone.of(ZoneId.of("UTC"))),
                        store,
                        Zone.UTC,
                        "host.example.com");
        receive(invitation("theirs", "RRULE:FREQ=WEEKLY;COUNT=4\n"));
        act("mine", new UserAction.Save(mine(), true, ""));
        receive(mail("REPLY", "1", uninvited()).replace(HARRIET.email(), SIMON.email()));
        receive(mail("COUNTER", "2", counter()));
        act("private", new UserAction.Save(event("UID:private\nSUMMARY:Reading\n"), false, ""));
        store.change(w -> w.outbox(NOW, 99).forEach(mail -> w.sent(mail.number())));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Event event(String properties) {
        return org.imipagent.ical.CalendarReader.read(
                        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTAMP:20261101T100000Z\n"
                                        + "DTSTART:20261103T100000Z\nDTEND:20261103T110000Z\n"
                                        + properties
                                        + "END:VEVENT\nEND:VCALENDAR\n")
                                .replace("\n", "\r\n"),
                        org.imipagent.calendar.Limits.STANDARD)
                .objects()
                .getFirst()
                .events()
                .getFirst();
    }

    private static Event mine() {
        return event(
                """
                UID:mine
                SUMMARY:Planning
                RRULE:FREQ=WEEKLY;COUNT=4
                ORGANIZER:mailto:vincent.vole@example.com
                ATTENDEE:mailto:harriet.hare@example.net
                """);
    }

    private static Event renamed() {
        return mine().with(
                        Objects.requireNonNull(mine().master())
                                .with(
                                        org.imipagent.calendar.Property.of(
                                                "SUMMARY", "Another name")));
    }

    private static String invitation(String uid, String more) {
        return mail(
                "REQUEST",
                uid,
                more
                        + "UID:"
                        + uid
                        + "\nSUMMARY:Berries\nORGANIZER:mailto:harriet.hare@example.net\n"
                        + "ATTENDEE;RSVP=TRUE:mailto:vincent.vole@example.com\n");
    }

    private static String uninvited() {
        return """
                UID:mine
                ORGANIZER:mailto:vincent.vole@example.com
                ATTENDEE;PARTSTAT=ACCEPTED:mailto:harriet.hare@example.net
                COMMENT:I bring a cake
                """;
    }

    private static String counter() {
        return """
                UID:mine
                RECURRENCE-ID:20261110T100000Z
                ORGANIZER:mailto:vincent.vole@example.com
                ATTENDEE;PARTSTAT=TENTATIVE:mailto:harriet.hare@example.net
                """;
    }

    private static String mail(String method, String id, String properties) {
        return """
                From: harriet.hare@example.net
                To: vincent.vole@example.com
                Message-ID: <%s@example.net>
                MIME-Version: 1.0
                Content-Type: text/calendar; method=%s

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Test//EN
                METHOD:%s
                BEGIN:VEVENT
                DTSTAMP:20261102T090000Z
                DTSTART:20261103T100000Z
                DTEND:20261103T110000Z
                %sEND:VEVENT
                END:VCALENDAR
                """
                .formatted(id, method, method, properties);
    }

    private void receive(String mail) {
        new IncomingMailHandler(site)
                .receive(mail.getBytes(StandardCharsets.UTF_8), List.of(VINCENT), NOW);
    }

    private long version(String uid) {
        try (ReadTransaction reading = store.read()) {
            return AgreementSite.version(reading, VINCENT, uid);
        }
    }

    private Outcome.Done act(String uid, UserAction act) {
        return assertInstanceOf(
                Outcome.Done.class,
                new ActionHandler(site)
                        .act(
                                VINCENT,
                                uid,
                                act,
                                version(uid),
                                IdempotencyKey.of("form " + forms++),
                                NOW));
    }

    private Outcome undo(long activity, String form) {
        return new ActionHandler(site).undo(VINCENT, activity, IdempotencyKey.of(form), NOW);
    }

    /** All that the person has, but versions and activity, as text. */
    private String kept() {
        var kept = new ArrayList<String>();
        try (ReadTransaction reading = store.read()) {
            for (String uid : reading.uids(VINCENT)) {
                kept.add(Objects.requireNonNull(reading.event(VINCENT, uid)).text());
                kept.add(reading.counters(VINCENT, uid).toString());
                kept.add(reading.occurrences(VINCENT, uid, NOW, 99).toString());
            }
            kept.add(reading.requests(VINCENT).toString());
            reading.outbox(NOW.plusSeconds(60), 99).forEach(mail -> kept.add("mail"));
        }
        return String.join("\n", kept);
    }

    private static List<UserAction> actions() {
        VEvent moved =
                Objects.requireNonNull(mine().master())
                        .with(org.imipagent.calendar.Property.of("DTSTART", "20261110T120000Z"))
                        .with(org.imipagent.calendar.Property.of("DTEND", "20261110T130000Z"));
        return List.of(
                new UserAction.Answer(null, Participation.ACCEPTED, "Gladly"),
                new UserAction.Answer(SECOND, Participation.DECLINED, ""),
                new UserAction.Delegate(null, new CalendarAddress("mailto:o@example.org"), ""),
                new UserAction.Remove(),
                new UserAction.Save(renamed(), false, ""),
                new UserAction.CallOff(null, false, List.of(), true, ""),
                new UserAction.CallOff(SECOND, false, List.of(), true, ""),
                new UserAction.SaveFrom(SECOND, moved, true, ""),
                new UserAction.AcceptCounter(HARRIET, SECOND),
                new UserAction.DeclineCounter(HARRIET, SECOND, "No"),
                new UserAction.LetIn(SIMON, null));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void allIsAsItWasBefore(UserAction action) {
        int done = 0;
        for (String uid : List.of("theirs", "mine", "private")) {
            String before = kept();
            var outcome =
                    new ActionHandler(site)
                            .act(
                                    VINCENT,
                                    uid,
                                    action instanceof UserAction.Save && !uid.equals("mine")
                                            ? new UserAction.Remove()
                                            : action,
                                    version(uid),
                                    IdempotencyKey.of("form " + forms++),
                                    NOW);
            if (outcome instanceof Outcome.Done did) {
                done++;
                String after = kept();
                assertInstanceOf(Outcome.Done.class, undo(did.activity(), "undo " + forms++));
                assertEquals(before, kept(), uid + " after " + after);
            }
        }
        assertTrue(done > 0, "something was done");
    }

    @Test
    void aRemovedEventComesBackWithWhatWaited() {
        String before = kept();
        var removed = act("theirs", new UserAction.Remove());
        assertNotEquals(before, kept());
        var undone = assertInstanceOf(Outcome.Done.class, undo(removed.activity(), "form"));
        assertEquals(Verdict.UNDONE, Objects.requireNonNull(undone.decision()).verdict());
        assertEquals(before, kept());
    }

    @Test
    void theSameFormSentTwiceUndoesOnce() {
        var removed = act("theirs", new UserAction.Remove());
        var first = assertInstanceOf(Outcome.Done.class, undo(removed.activity(), "form"));
        var again = assertInstanceOf(Outcome.Done.class, undo(removed.activity(), "form"));
        assertEquals(first.activity(), again.activity());
        assertInstanceOf(Outcome.Stale.class, undo(removed.activity(), "another form"));
    }

    @Test
    void whatWasMailedIsNotUndone() {
        var accepted = act("theirs", new UserAction.Answer(null, Participation.ACCEPTED, ""));
        store.change(w -> w.outbox(NOW, 99).forEach(mail -> w.sent(mail.number())));
        String after = kept();
        assertInstanceOf(Outcome.Stale.class, undo(accepted.activity(), "form"));
        assertEquals(after, kept());
    }

    @Test
    void mailWaitsAsLongAsThePersonLikes() {
        store.change(VINCENT, w -> w.prefer(VINCENT, "send_delay", "10s"));
        var accepted = act("theirs", new UserAction.Answer(null, Participation.ACCEPTED, ""));
        try (ReadTransaction reading = store.read()) {
            assertEquals(List.of(), reading.outbox(NOW.plusSeconds(9), 99));
            assertEquals(1, reading.outbox(NOW.plusSeconds(10), 99).size());
        }
        assertInstanceOf(Outcome.Done.class, undo(accepted.activity(), "form"));
        try (ReadTransaction reading = store.read()) {
            assertEquals(List.of(), reading.outbox(NOW.plusSeconds(10), 99));
        }
    }

    @Test
    void whatNobodyDidOnAPageIsNotUndone() {
        long came;
        try (ReadTransaction reading = store.read()) {
            came = reading.activity(VINCENT, 99).getLast().number();
        }
        assertInstanceOf(Outcome.Stale.class, undo(came, "form"));
        assertInstanceOf(Outcome.Stale.class, undo(came + 1000, "another form"));
    }
}
