package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.imipagent.agent.Horizon;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.itip.Verdict;
import org.imipagent.settings.Setting;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.SqliteStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The settings that bound what a stranger's mail may cost. */
class BoundsTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final String UID = "meeting@example.net";

    @TempDir Path folder = Path.of("");

    private Activity received(SqliteStore store, Settings settings, String lines) {
        byte[] mail = mail(lines).getBytes(StandardCharsets.UTF_8);
        var received =
                new IncomingMailHandler(site(store, settings)).receive(mail, List.of(VINCENT), NOW);
        assertEquals(List.of(), received.faults());
        Activity noted;
        try (var reading = store.read()) {
            noted = reading.activity(VINCENT, 1).getFirst();
        }
        if (noted.verdict().isRefusal()) {
            // Byte for byte, below one field of ours that names the verdict.
            byte[] handedOn = received.handOn().getFirst().message().bytes();
            int added = handedOn.length - mail.length;
            assertArrayEquals(mail, Arrays.copyOfRange(handedOn, added, handedOn.length));
        }
        return noted;
    }

    private Settings settings(Setting.Always<Integer> setting, int value) {
        return Settings.defaults()
                .with(SiteSettings.STORE_DIR, folder.toString())
                .with(SiteSettings.PUBLISH_DIR, folder.resolve("published"))
                .with(setting, value);
    }

    private static Installation site(SqliteStore store, Settings settings) {
        return new Installation(settings, store, Zone.UTC, "host.example.com");
    }

    /** PostgreSQL's indexes hold 2,700 bytes of a whole key. */
    @Test
    void anEventWhoseUidNoIndexHoldsIsRefused() {
        for (int length : new int[] {900, 1001, 5000}) {
            try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
                byte[] mail =
                        mail("COMMENT:no")
                                .replace(UID, "x".repeat(length))
                                .getBytes(StandardCharsets.UTF_8);
                new IncomingMailHandler(site(store, settings(SiteSettings.HORIZON_DAYS, 400)))
                        .receive(mail, List.of(VINCENT), NOW);
                try (var reading = store.read()) {
                    assertEquals(
                            length <= 1000 ? Verdict.INVITED : Verdict.IMPOSSIBLE,
                            reading.activity(VINCENT, 1).getFirst().verdict());
                }
            }
        }
    }

    @Test
    void aMessageTooLongIsHandedOnAndTheSettingNamed() {
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var noted =
                    received(
                            store,
                            settings(SiteSettings.MAX_MESSAGE_BYTES, 2048),
                            "COMMENT:" + "x".repeat(3000));
            assertEquals(Verdict.TOO_LARGE, noted.verdict());
            assertEquals(
                    "too-large; longer than MAX_MESSAGE_BYTES = 2048, which config.txt can raise",
                    noted.detail());
        }
    }

    @Test
    void aCalendarTooLongIsNotReadAndTheSettingNamed() {
        for (int length : new int[] {1000, 5000}) {
            try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
                var noted =
                        received(
                                store,
                                settings(SiteSettings.MAX_CALENDAR_BYTES, 1024),
                                "COMMENT:" + "x".repeat(length));
                assertEquals(Verdict.TOO_LARGE, noted.verdict());
                assertEquals(
                        "calendar-too-large; longer than MAX_CALENDAR_BYTES = 1024, which"
                                + " config.txt can raise",
                        noted.detail());
            }
        }
    }

    @Test
    void aSeriesOfTooManyOccurrencesIsImpossibleAndTheSettingNamed() {
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var noted =
                    received(
                            store,
                            settings(SiteSettings.MAX_OCCURRENCES, 10),
                            "RRULE:FREQ=DAILY;COUNT=11");
            assertEquals(Verdict.IMPOSSIBLE, noted.verdict());
            assertEquals(
                    "too-many-occurrences: the first 10 in the time asked for are used; more than"
                            + " MAX_OCCURRENCES = 10, which config.txt can raise",
                    noted.detail());
        }
    }

    /** Each name may have to be looked for in a rule that is dear to walk along. */
    @Test
    @Timeout(120)
    void manyOccurrencesNamedInOneMailAreLookedForTogetherOrNotAtAll() {
        String dear = "RRULE:FREQ=SECONDLY;BYSECOND=0,1,2;COUNT=1000000000";
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var many = settings(SiteSettings.MAX_OCCURRENCES, 5000);
            assertEquals(
                    "too-many-occurrences: 12000 are named; more than MAX_OCCURRENCES = 5000, which"
                            + " config.txt can raise",
                    received(store, many, dear + parts(12_000)).detail());
            assertTrue(received(store, many, dear + parts(4_900)).verdict().isRefusal());
        }
    }

    private static String parts(int count) {
        var parts = new StringBuilder();
        for (int i = 0; i < count; i++) {
            parts.append("\nEND:VEVENT\nBEGIN:VEVENT\nUID:")
                    .append(UID)
                    .append("\nDTSTAMP:20261101T090000Z\nRECURRENCE-ID:")
                    .append(RECURRENCE.format(NOW.plusSeconds(3600L * i)))
                    .append("\nORGANIZER:mailto:anna@example.net");
        }
        return parts.toString();
    }

    private static final DateTimeFormatter RECURRENCE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Read for each, they take minutes. */
    @Test
    @Timeout(60)
    void aSeriesOfAnEventOfManyPropertiesIsWrittenWithoutReadingThemForEachOccurrence() {
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            String many = "X:\n".repeat(190_000) + "RRULE:FREQ=DAILY;COUNT=4000";
            var noted = received(store, settings(SiteSettings.MAX_OCCURRENCES, 5_000), many);
            assertEquals(Verdict.INVITED, noted.verdict());
        }
    }

    @Test
    void aSeriesWhoseSearchIsCutNamesTheSetting() {
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var noted =
                    received(
                            store,
                            settings(SiteSettings.MAX_OCCURRENCES, 100),
                            "RRULE:FREQ=SECONDLY;COUNT=1000000000;BYSECOND=59;BYSETPOS=2");
            assertEquals(Verdict.IMPOSSIBLE, noted.verdict());
            assertEquals(
                    "endless-rule: occurrences were not all found in 400000 steps; they rise with"
                            + " MAX_OCCURRENCES = 100, which config.txt can raise",
                    noted.detail());
        }
    }

    @Test
    void aCalendarOfTooManyPropertiesNamesTheSetting() {
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var noted =
                    received(
                            store,
                            settings(SiteSettings.MAX_CALENDAR_BYTES, 2 << 20),
                            "A:\n".repeat(210_000));
            assertEquals(Verdict.IMPOSSIBLE, noted.verdict());
            assertEquals(
                    "too-many-properties: the limit is 209715; it rises with MAX_CALENDAR_BYTES ="
                            + " 2097152, which config.txt can raise",
                    noted.detail());
        }
    }

    @Test
    void aRuleThatIsNoneIsNotedWithTheInvitation() {
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            var noted =
                    received(
                            store,
                            settings(SiteSettings.MAX_OCCURRENCES, 10),
                            "RRULE:FREQ=WEEKLY;BYDAY=MONDAY");
            assertEquals(Verdict.INVITED, noted.verdict());
            assertEquals("wrong-rule: FREQ=WEEKLY;BYDAY=MONDAY", noted.detail());
        }
    }

    @Test
    void whatWasKeptIsReadAndExpandedUnderLowerLimits() {
        try (var store = SqliteStore.open(folder, SqliteStore.Options.USUAL)) {
            String long_ = "RRULE:FREQ=DAILY;COUNT=300\nCOMMENT:" + "x".repeat(5000);
            var noted = received(store, settings(SiteSettings.MAX_OCCURRENCES, 300), long_);
            assertEquals(Verdict.INVITED, noted.verdict());
            var low =
                    settings(SiteSettings.MAX_OCCURRENCES, 1)
                            .with(SiteSettings.MAX_CALENDAR_BYTES, 1024)
                            .with(SiteSettings.MAX_MESSAGE_BYTES, 1024);
            store.change(
                    writing -> {
                        assertNull(
                                new Horizon(site(store, low)).rebuild(writing, VINCENT, UID, NOW));
                        var kept = assertKept(writing.event(VINCENT, UID));
                        assertEquals(UID, site(store, low).event(kept.text()).uid());
                        assertEquals(
                                300,
                                writing.occurrences(
                                                VINCENT,
                                                Instant.EPOCH,
                                                NOW.plusSeconds(86400L * 800))
                                        .size());
                    });
        }
    }

    private static <T> T assertKept(@Nullable T kept) {
        assertNotNull(kept);
        return Objects.requireNonNull(kept);
    }

    private static String mail(String lines) {
        return """
        From: anna@example.net
        To: vincent.vole@example.com
        MIME-Version: 1.0
        Content-Type: text/calendar; charset=utf-8

        BEGIN:VCALENDAR
        VERSION:2.0
        METHOD:REQUEST
        BEGIN:VEVENT
        UID:%s
        DTSTAMP:20261101T090000Z
        DTSTART:20261103T090000Z
        ORGANIZER:mailto:anna@example.net
        ATTENDEE:mailto:vincent.vole@example.com
        %s
        END:VEVENT
        END:VCALENDAR
        """
                .formatted(UID, lines);
    }
}
