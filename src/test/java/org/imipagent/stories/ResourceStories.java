package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarReader;
import org.imipagent.ical.Validated;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Posted;
import org.imipagent.store.Store;
import org.imipagent.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rooms that answer by themselves, in a real store: what is asked, and what they say. */
@ExtendWith(TestStores.class)
abstract class ResourceStories {

    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final CalendarAddress ROOM = new CalendarAddress("room@example.com");
    static final String ANNA = "anna@example.com";
    static final String BO = "bo@example.net";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    Store store;

    @SuppressWarnings("NullAway.Init")
    Installation site;

    @BeforeEach
    void open() {
        store = TestStores.open(folder);
        Settings settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo")));
        site = new Installation(settings, store, Zone.UTC, "host.example.com");
    }

    @AfterEach
    void close() {
        store.close();
    }

    void prefer(String name, String value) {
        store.change(
                writing -> {
                    writing.add(ROOM, NOW);
                    writing.prefer(ROOM, name, value);
                });
    }

    static byte[] mail(String method, String from, String event) {
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

    static String event(String uid, int sequence, String organiser, String more) {
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

    static String at(String start, String end) {
        return "DTSTART:202611" + start + "0000Z\nDTEND:202611" + end + "0000Z";
    }

    void receive(String method, String from, String event) {
        new ResourceMailHandler(site).receive(mail(method, from, event), List.of(ROOM), NOW);
    }

    /** What is asked for, and what the room answers: {@code ACCEPTED}, {@code DECLINED comment}. */
    final List<String> ask(String from, String event) {
        receive("REQUEST", from, event);
        return answers();
    }

    /** What leaves is as ical4j's validator of iTIP wants it. */
    static void assertSound(byte[] calendar) {
        String text = new String(calendar, StandardCharsets.UTF_8);
        assertEquals(List.of(), Validated.complaints("a resource", text), text);
    }

    final List<String> answers() {
        var answers = new ArrayList<String>();
        store.change(
                writing -> {
                    for (Posted mail : writing.outbox(NOW.plusSeconds(1), 1000)) {
                        var calendar =
                                MailReader.read(mail.message(), MailLimits.DEFAULT)
                                        .parts()
                                        .getFirst();
                        assertSound(calendar.content());
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
}
