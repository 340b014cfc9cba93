package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a mail holds, it makes us write few: nobody uses this site to flood another. */
class AnswerBudgetTest {

    private static final List<CalendarAddress> VINCENT =
            List.of(new CalendarAddress("vincent.vole@example.com"));
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteStore store;

    private int mails;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private int answers(String from, String calendar, Settings settings, Instant now) {
        var site = new Installation(settings, store, Zone.UTC, "host.example.com");
        String mail =
                """
                From: FROM
                To: vincent.vole@example.com
                Message-ID: <NUMBER@example.net>
                MIME-Version: 1.0
                Content-Type: text/calendar

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Test//EN
                CONTENT
                END:VCALENDAR
                """
                        .replace("FROM", from)
                        .replace("NUMBER", Integer.toString(mails++))
                        .replace("CONTENT", calendar);
        return new IncomingMailHandler(site)
                .receive(mail.getBytes(StandardCharsets.UTF_8), VINCENT, now)
                .posted()
                .size();
    }

    /** Each asks for an event that is not known here. */
    private String adds(int count) {
        var calendar = new StringBuilder("METHOD:ADD");
        for (int i = 0; i < count; i++) {
            calendar.append(
                    """

                    BEGIN:VEVENT
                    UID:MAIL-NUMBER
                    DTSTAMP:20261101T100000Z
                    SEQUENCE:1
                    DTSTART:20261103T100000Z
                    ORGANIZER:mailto:mallory@example.net
                    ATTENDEE:mailto:vincent.vole@example.com
                    END:VEVENT"""
                            .replace("MAIL", Integer.toString(mails))
                            .replace("NUMBER", Integer.toString(i)));
        }
        return calendar.toString();
    }

    private static String questions(int count) {
        var calendar = new StringBuilder("METHOD:REQUEST");
        for (int i = 0; i < count; i++) {
            calendar.append(
                    """

                    BEGIN:VFREEBUSY
                    UID:NUMBER
                    DTSTAMP:20261101T100000Z
                    DTSTART:20261103T100000Z
                    DTEND:20261104T100000Z
                    ORGANIZER:mailto:mallory@example.net
                    ATTENDEE:mailto:vincent.vole@example.com
                    END:VFREEBUSY"""
                            .replace("NUMBER", Integer.toString(i)));
        }
        return calendar.toString();
    }

    @Test
    void aMailCausesTwentyAnswersAtMost() {
        assertEquals(
                20, answers("mallory@example.net", adds(100), Settings.defaults(), NOW), "REFRESH");
        var sharing = Settings.defaults().with(SiteSettings.SHARING_DEFAULT, true);
        assertEquals(20, answers("mallory@example.net", questions(100), sharing, NOW), "VFREEBUSY");
    }

    @Test
    void anAddressGetsSixtyAnswersInAnHourAtMost() {
        int sent = 0;
        for (int i = 0; i < 5; i++) {
            sent += answers("mallory@example.net", adds(20), Settings.defaults(), NOW);
        }
        assertEquals(60, sent);
        Instant later = NOW.plus(Duration.ofHours(1));
        assertEquals(20, answers("mallory@example.net", adds(20), Settings.defaults(), later));
    }

    @Test
    void otherNamesOfTheSameMailboxGetNoMore() {
        int sent = 0;
        for (int i = 0; i < 5; i++) {
            String from = "mallory+" + i + "@example.net";
            String adds = adds(20).replace("mallory@example.net", from);
            sent += answers(from, adds, Settings.defaults(), NOW);
        }
        assertEquals(60, sent);
    }

    @Test
    void aQuestionAboutALongUidIsNoTrouble() {
        String adds = adds(1).replaceAll("UID:\\S+", "UID:" + "x".repeat(5000));
        assertEquals(0, answers("mallory@example.net", adds, Settings.defaults(), NOW));
    }

    @Test
    void theSettingsSayHowMany() {
        var few =
                Settings.defaults()
                        .with(SiteSettings.MAX_ANSWERS_PER_MAIL, 3)
                        .with(SiteSettings.MAX_ANSWERS_PER_HOUR, 4);
        assertEquals(3, answers("mallory@example.net", adds(20), few, NOW));
        assertEquals(1, answers("mallory@example.net", adds(20), few, NOW));
    }

    @Test
    void machinesGetNone() {
        for (String machine : List.of("noreply", "postmaster", "x-bounces")) {
            String from = machine + "@example.net";
            String adds = adds(2).replace("mallory@example.net", from);
            assertEquals(0, answers(from, adds, Settings.defaults(), NOW), machine);
        }
    }
}
