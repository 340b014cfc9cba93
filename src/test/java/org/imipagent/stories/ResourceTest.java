package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.VEvent;
import org.imipagent.ical.CalendarReader;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.scheduling.SchedulingFunctions;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Posted;
import org.imipagent.store.Store;
import org.imipagent.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room answers by itself, in a real store. */
class ResourceTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final CalendarAddress ROOM = new CalendarAddress("room@example.com");
    private static final String ANNA = "anna@example.com";
    private static final String BO = "bo@example.net";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @SuppressWarnings("NullAway.Init")
    private Installation site;

    @BeforeEach
    void open() {
        store = TestStores.open(folder);
        Settings settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                        .with(SiteSettings.TZID, ZoneId.of("Europe/Oslo"));
        site = new Installation(settings, store, ZoneOffset.UTC, "host.example.com");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void prefer(String name, String value) {
        store.change(
                writing -> {
                    writing.add(ROOM, NOW);
                    writing.prefer(ROOM, name, value);
                });
    }

    private static byte[] mail(String method, String from, String event) {
        String calendar =
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//T//T//EN\nMETHOD:%s\n%sEND:VCALENDAR\n"
                        .formatted(method, event);
        String mail =
                """
                From: <%s>
                To: <room@example.com>
                Message-ID: <%s@example.com>
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=utf-8; method=%s

                %s"""
                        .formatted(
                                from, Integer.toHexString(calendar.hashCode()), method, calendar);
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String event(String uid, int sequence, String organiser, String more) {
        return """
        BEGIN:VEVENT
        UID:%s
        DTSTAMP:202611010900%02dZ
        SEQUENCE:%d
        SUMMARY:Meeting
        ORGANIZER:mailto:%s
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:%s
        ATTENDEE;RSVP=TRUE;CUTYPE=ROOM:mailto:room@example.com
        %s
        END:VEVENT
        """
                .formatted(uid, sequence, sequence, organiser, organiser, more);
    }

    private static String at(String start, String end) {
        return "DTSTART:202611" + start + "0000Z\nDTEND:202611" + end + "0000Z";
    }

    private void receive(String method, String from, String event) {
        new ResourceMailHandler(site).receive(mail(method, from, event), List.of(ROOM), NOW);
    }

    /** What is asked for, and what the room answers: {@code ACCEPTED}, {@code DECLINED comment}. */
    private List<String> ask(String from, String event) {
        receive("REQUEST", from, event);
        return answers();
    }

    private List<String> answers() {
        var answers = new ArrayList<String>();
        store.change(
                writing -> {
                    for (Posted mail : writing.outbox(NOW.plusSeconds(1), 1000)) {
                        var calendar =
                                MailReader.read(mail.message(), MailLimits.DEFAULT)
                                        .parts()
                                        .getFirst();
                        var object =
                                CalendarReader.read(calendar.content(), null, Limits.STANDARD)
                                        .objects()
                                        .getFirst();
                        for (VEvent part : object.events().getFirst().parts()) {
                            answers.add(
                                    (part.attendees().getFirst().participation().partstat()
                                                    + " "
                                                    + part.text("COMMENT"))
                                            .strip());
                        }
                        writing.sent(mail.number());
                    }
                });
        return answers;
    }

    @Test
    void itAcceptsWhatIsFreeAndDeclinesWhatIsTaken() {
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(
                List.of("DECLINED Not available: taken at Tue 3 Nov, 10:00–11:00 (Europe/Oslo)."),
                ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("c", 0, BO, at("03T10", "03T11"))));
    }

    @Test
    void theSameMailAgainIsNotAnsweredAgain() {
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(List.of(), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
    }

    @Test
    void aChangeNeverClashesWithWhatItReplacesAndIsAnswered() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T11")));
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 1, ANNA, at("03T10", "03T12"))));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
        assertEquals(
                List.of("ACCEPTED"),
                ask(ANNA, event("a", 2, ANNA, at("03T10", "03T12") + "\nLOCATION:Elsewhere")),
                "asked again without a change of the time");
    }

    @Test
    void whatIsCancelledIsFreeAgain() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        receive("CANCEL", ANNA, event("a", 1, ANNA, at("03T09", "03T10")));
        assertEquals(List.of(), answers());
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
    }

    @Test
    void aDeclinedEventTakesNoTime() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        ask(BO, event("b", 0, BO, at("03T09", "03T12")));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("c", 0, BO, at("03T11", "03T12"))));
    }

    @Test
    void aSeriesIsTakenOrRefusedWhole() {
        ask(ANNA, event("a", 0, ANNA, at("10T09", "10T10")));
        List<String> answers =
                ask(BO, event("b", 0, BO, at("03T09", "03T10") + "\nRRULE:FREQ=WEEKLY;COUNT=4"));
        assertEquals(1, answers.size());
        assertTrue(answers.getFirst().startsWith("DECLINED Not available: taken at Tue 10 Nov"));
        assertEquals(
                List.of("ACCEPTED"),
                ask(BO, event("c", 0, BO, at("04T09", "04T10") + "\nRRULE:FREQ=WEEKLY")));
        assertEquals(1, ask(ANNA, event("d", 0, ANNA, at("25T09", "25T10"))).size());
    }

    @Test
    void capacityDomainAndAccess() {
        prefer("scheduling_function", "schedule_in_freebusy 2");
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
        assertTrue(
                ask(BO, event("c", 0, BO, at("03T09", "03T10"))).getFirst().startsWith("DECLINED"));
        prefer("scheduling_function", "same_domain_only\nschedule_in_freebusy");
        assertEquals(
                List.of("DECLINED Only people of example.com can book this."),
                ask(BO, event("d", 0, BO, at("04T09", "04T10"))));
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("e", 0, ANNA, at("04T09", "04T10"))));
        prefer("scheduling_function", "access_control_list\nschedule_in_freebusy");
        prefer("acl", "decline\naccept organiser " + BO);
        assertEquals(List.of("ACCEPTED"), ask(BO, event("f", 0, BO, at("05T09", "05T10"))));
        assertEquals(
                List.of("DECLINED You are not allowed to book this."),
                ask(ANNA, event("g", 0, ANNA, at("06T09", "06T10"))));
    }

    @Test
    void aFunctionThatIsNotThereRefuses() {
        prefer("scheduling_function", "schedule_in_freebusy\ncheck_quota");
        assertTrue(
                ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")))
                        .getFirst()
                        .startsWith("DECLINED This cannot be booked"));
    }

    @Test
    void whatItIsSaidToHaveAnsweredIsNotBelieved() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        ask(ANNA, event("a2", 0, ANNA, at("10T12", "10T13")));
        String claimed = "ATTENDEE;PARTSTAT=ACCEPTED;CUTYPE=ROOM:mailto:room@example.com";
        String asked = "ATTENDEE;RSVP=TRUE;CUTYPE=ROOM:mailto:room@example.com";
        assertTrue(
                ask(BO, event("b", 0, BO, at("03T09", "03T10")).replace(asked, claimed))
                        .getFirst()
                        .startsWith("DECLINED"));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("c", 0, BO, at("03T12", "03T13"))));
        assertTrue(
                ask(BO, event("c", 1, BO, at("03T09", "03T10")).replace(asked, claimed))
                        .getFirst()
                        .startsWith("DECLINED"),
                "moved to a time that is taken");
        assertEquals(List.of("ACCEPTED"), ask(BO, event("d", 0, BO, at("03T12", "03T13"))));
        assertTrue(
                ask(
                                BO,
                                event(
                                                "d",
                                                1,
                                                BO,
                                                at("03T12", "03T13")
                                                        + "\nRRULE:FREQ=WEEKLY;COUNT=2")
                                        .replace(asked, claimed))
                        .getFirst()
                        .startsWith("DECLINED"),
                "made a series of which one date is taken");
    }

    @Test
    void oneDateOfASeriesIsDecidedByItself() {
        ask(ANNA, event("a", 0, ANNA, at("10T12", "10T13")));
        String series = at("03T09", "03T10") + "\nRRULE:FREQ=WEEKLY;COUNT=3";
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, series)));
        String moved = "RECURRENCE-ID:20261110T090000Z\n";
        assertEquals(
                List.of("DECLINED Not available: taken at Tue 10 Nov, 13:00–14:00 (Europe/Oslo)."),
                ask(BO, event("b", 1, BO, moved + at("10T12", "10T13"))));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 2, BO, moved + at("10T14", "10T15"))));
        assertEquals(
                List.of("ACCEPTED"),
                ask(ANNA, event("c", 0, ANNA, at("10T09", "10T10"))),
                "its old time is free");
        assertTrue(
                ask(ANNA, event("e", 0, ANNA, at("17T09", "17T10")))
                        .getFirst()
                        .startsWith("DECLINED"));
    }

    @Test
    void aSeriesAndAChangedDateInOneMailAreBothAnswered() {
        String both =
                event("b", 0, BO, at("03T09", "03T10") + "\nRRULE:FREQ=WEEKLY;COUNT=3")
                        + event(
                                "b",
                                0,
                                BO,
                                "RECURRENCE-ID:20261110T090000Z\n" + at("10T12", "10T13"));
        assertEquals(List.of("ACCEPTED", "ACCEPTED"), ask(BO, both));
        assertTrue(
                ask(ANNA, event("c", 0, ANNA, at("10T12", "10T13")))
                        .getFirst()
                        .startsWith("DECLINED"));
    }

    @Test
    void outOfServiceItBooksAndSaysNothing() {
        prefer("participating", "no");
        assertEquals(List.of(), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        prefer("participating", "participate");
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
    }

    @Test
    void whoCannotBeAnsweredBooksNothing() {
        String odd =
                event("a", 0, ANNA, at("03T09", "03T10"))
                        .replace("ORGANIZER:mailto:" + ANNA, "ORGANIZER:urn:uuid:1");
        assertEquals(List.of(), ask(ANNA, odd));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
    }

    @Test
    void settingsKnowTheFunctionsThatThereAre() {
        for (String name : SchedulingFunctions.names()) {
            assertNull(PersonalPreferences.problem("scheduling_function", name), name);
        }
        for (String line :
                List.of(
                        "check_quota",
                        "schedule_in_freebusy x",
                        "schedule_in_freebusy 0",
                        "same_domain_only 2")) {
            assertNotNull(PersonalPreferences.problem("scheduling_function", line), line);
            prefer("scheduling_function", line);
            assertTrue(
                    line.equals("same_domain_only 2")
                            || ask(
                                            ANNA,
                                            event(
                                                    "q" + line.hashCode(),
                                                    0,
                                                    ANNA,
                                                    at("03T09", "03T10")))
                                    .getFirst()
                                    .startsWith("DECLINED This cannot be booked"),
                    line);
        }
    }

    @Test
    void repliesAndProposalsAreNothingToIt() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        receive("COUNTER", BO, event("a", 0, ANNA, at("03T10", "03T11")));
        receive("REPLY", BO, event("a", 0, ANNA, at("03T09", "03T10")));
        receive("PUBLISH", BO, event("p", 0, BO, at("03T10", "03T11")));
        assertEquals(List.of(), answers());
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T10", "03T11"))));
    }

    @Test
    void ofManyAtOnceExactlyOneIsAccepted() throws Exception {
        int many = 20;
        try (var workers = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < many; i++) {
                String uid = "race" + i;
                work.add(
                        () -> {
                            receive("REQUEST", BO, event(uid, 0, BO, at("03T09", "03T10")));
                            return true;
                        });
            }
            for (var done : workers.invokeAll(work)) {
                assertTrue(done.get());
            }
        }
        List<String> answers = answers();
        assertEquals(many, answers.size(), "each is answered once");
        assertEquals(1, answers.stream().filter("ACCEPTED"::equals).count());
    }
}
