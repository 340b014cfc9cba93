package org.imipagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Offer;
import org.imipagent.ical.CalendarReader;
import org.imipagent.recurrence.Instance;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.WriteTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written beside events, and what is worked out where it is not: the same. */
class ScheduleTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

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
        site = site(Settings.defaults().value(SiteSettings.MAX_OCCURRENCES));
    }

    private Installation site(int occurrences) {
        var settings =
                Settings.defaults()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.MAX_OCCURRENCES, occurrences)
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo")));
        return new Installation(settings, store, Zone.UTC, "host.example.com");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void keepSeries(Random random, int count) {
        store.change(
                writing -> {
                    writing.add(VINCENT, NOW);
                    for (int i = 0; i < count; i++) {
                        keep(writing, "series " + i, NOW, series(random, "series " + i));
                    }
                });
    }

    private void keep(String uid, Instant now, String... lines) {
        store.change(
                writing -> {
                    writing.add(VINCENT, now);
                    keep(writing, uid, now, lines);
                });
    }

    private void keep(WriteTransaction writing, String uid, Instant now, String... lines) {
        String text =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:"
                        + uid
                        + "\r\n"
                        + String.join("\r\n", lines)
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var event =
                CalendarReader.read(text, Limits.STANDARD).objects().getFirst().events().getFirst();
        assertTrue(
                !new Import(site).keep(writing, VINCENT, event, now).verdict().isRefusal(), text);
    }

    private void rebuild(Instant now) {
        store.change(
                writing -> {
                    for (String uid : writing.uids(VINCENT)) {
                        assertNull(new Horizon(site).rebuild(writing, VINCENT, uid, now));
                    }
                });
    }

    private void prefer(String name, String value) {
        store.change(
                writing -> {
                    writing.add(VINCENT, NOW);
                    writing.prefer(VINCENT, name, value);
                });
    }

    private List<Occurrence> occurrences(Instant from, Instant to) {
        try (ReadTransaction reading = store.read()) {
            return site.schedule(reading, VINCENT).occurrences(from, to);
        }
    }

    private List<Occurrence> rows(Instant from, Instant to) {
        try (ReadTransaction reading = store.read()) {
            return reading.occurrences(VINCENT, from, to);
        }
    }

    private KeptEvent kept(String uid) {
        try (ReadTransaction reading = store.read()) {
            return Objects.requireNonNull(reading.event(VINCENT, uid));
        }
    }

    // ---- laws

    /** The last is of no zone, so that its times are those of the reader. */
    private static final List<String> ZONES =
            List.of(";TZID=Europe/Oslo", ";TZID=America/New_York", ";TZID=Australia/Lord_Howe", "");

    private static String[] series(Random random, String uid) {
        var lines = new ArrayList<String>();
        int year = 2009 + random.nextInt(19);
        String month = year + two(1 + random.nextInt(12));
        int dayOfMonth = 1 + random.nextInt(26);
        boolean days = random.nextInt(4) == 0;
        String time = days ? "" : "T" + two(random.nextInt(24)) + "3000";
        String zone = days ? ";VALUE=DATE" : ZONES.get(random.nextInt(4));
        lines.add("DTSTART" + zone + ":" + month + two(dayOfMonth) + time);
        lines.add(
                "DURATION:"
                        + (days
                                ? "P" + (1 + random.nextInt(3)) + "D"
                                : "PT" + (1 + random.nextInt(50)) + "H"));
        String rule =
                List.of(
                                "FREQ=DAILY;INTERVAL=" + (1 + random.nextInt(9)),
                                "FREQ=WEEKLY;BYDAY=MO,TH",
                                "FREQ=MONTHLY;BYDAY=-1FR",
                                "FREQ=MONTHLY;BYMONTHDAY=31",
                                "FREQ=YEARLY")
                        .get(random.nextInt(5));
        String end =
                List.of("", "", ";COUNT=" + (1 + random.nextInt(900)), ";UNTIL=20290401T000000Z")
                        .get(random.nextInt(4));
        lines.add("RRULE:" + rule + end);
        if (random.nextInt(3) == 0) {
            lines.add("RDATE" + zone + ":20290301" + time);
        }
        if (random.nextInt(3) == 0) {
            lines.add("EXDATE" + zone + ":" + month + two(dayOfMonth + 1) + time);
        }
        if (random.nextInt(3) == 0) {
            // A range that is moved by years makes every later occurrence one to look far back for.
            boolean range = random.nextInt(3) == 0;
            String start = range || random.nextBoolean() ? month + two(dayOfMonth) : "20271115";
            String moved = days ? start : start + "T" + two(random.nextInt(24)) + "0000";
            lines.addAll(List.of("END:VEVENT", "BEGIN:VEVENT", "UID:" + uid));
            lines.add(
                    "RECURRENCE-ID"
                            + (range ? ";RANGE=THISANDFUTURE" : "")
                            + zone
                            + ":"
                            + month
                            + two(dayOfMonth + random.nextInt(3))
                            + time);
            lines.addAll(List.of("DTSTART" + zone + ":" + moved, lines.get(1)));
            lines.add(random.nextInt(3) == 0 ? "STATUS:CANCELLED" : "SUMMARY:changed");
        }
        return lines.toArray(String[]::new);
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** More by scripts/test than in the quick tests. */
    private static final int SERIES = Math.max(120, Integer.getInteger("imip.laws", 0) / 10);

    private static final int WINDOWS = Math.max(100, Integer.getInteger("imip.laws", 0) / 40);

    /** Windows before, across and past the horizon; later the table has reached them all. */
    @Test
    void aWindowPastTheHorizonIsAsTheTableLaterSays() {
        site = site(20_000);
        var random = new Random(4);
        keepSeries(random, SERIES);
        var windows = new ArrayList<Instant>();
        var before = new ArrayList<List<Occurrence>>();
        for (int i = 0; i < WINDOWS; i++) {
            Instant from = NOW.plus(Duration.ofHours(random.nextInt(24 * 1400) - 4800));
            Instant to = from.plus(Duration.ofHours(1 + random.nextInt(1000)));
            windows.addAll(List.of(from, to));
            before.add(occurrences(from, to));
        }
        rebuild(NOW.plus(Duration.ofDays(1500)));
        int found = 0;
        for (int i = 0; i < before.size(); i++) {
            List<Occurrence> table = rows(windows.get(2 * i), windows.get(2 * i + 1));
            found += table.size();
            if (!table.equals(before.get(i))) {
                String window = windows.get(2 * i) + " " + windows.get(2 * i + 1);
                assertEquals(sorted(table), sorted(before.get(i)), window);
            }
        }
        assertTrue(found > 10_000, "occurrences compared: " + found);
    }

    /** Two of one event may be at one time: which stands first is not said. */
    private static List<String> sorted(List<Occurrence> occurrences) {
        return occurrences.stream().map(Occurrence::toString).sorted().toList();
    }

    /** From the calendar text to the FREEBUSY lines that others read. */
    @Test
    void whatIsPublishedIsBusyWhereAnEventIsAndNowhereElse() {
        var random = new Random(6);
        for (int i = 0; i < SERIES / 30; i++) {
            String uid = "series " + i;
            keep(uid, NOW, series(random, uid));
            Instant to = NOW.plus(Duration.ofDays(60));
            var periods = new ArrayList<Instant[]>();
            try (ReadTransaction reading = store.read()) {
                var participant = site.participant(reading, VINCENT);
                for (var line :
                        Publishing.freeBusy(site, reading, participant, NOW, to, NOW)
                                .all("FREEBUSY")) {
                    for (String period : line.value().split(",", -1)) {
                        String[] ends = period.split("/", -1);
                        periods.add(new Instant[] {instant(ends[0]), instant(ends[1])});
                    }
                }
                var events = new ArrayList<Event>();
                for (int each = 0; each <= i; each++) {
                    events.add(site.event(kept("series " + each).text()));
                }
                var taken = new ArrayList<Instant[]>();
                for (Event event : events) {
                    for (Instance instance :
                            Recurrences.expand(event, NOW, to, OSLO, Limits.STANDARD).instances()) {
                        if (!instance.part().isCancelled()) {
                            taken.add(
                                    new Instant[] {
                                        instance.start().instant(OSLO), instance.end().instant(OSLO)
                                    });
                        }
                    }
                }
                for (Instant at = NOW; at.isBefore(to); at = at.plus(Duration.ofMinutes(15))) {
                    assertEquals(isIn(at, taken), isIn(at, periods), at.toString());
                }
            }
        }
    }

    private static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));

    private static Instant instant(String utc) {
        return Objects.requireNonNull(RecurrenceId.read(utc)).instant(Zone.UTC);
    }

    private static boolean isIn(Instant at, List<Instant[]> periods) {
        return periods.stream().anyMatch(p -> !at.isBefore(p[0]) && at.isBefore(p[1]));
    }

    @Test
    void rebuildingFromTheKeptTextGivesTheSameRows() {
        keepSeries(new Random(5), SERIES);
        Instant far = Instant.parse("2100-01-01T00:00:00Z");
        List<Occurrence> before = rows(Instant.MIN, far);
        rebuild(NOW);
        List<Occurrence> after = rows(Instant.MIN, far);
        if (!before.equals(after)) {
            assertEquals(sorted(before), sorted(after));
        }
        assertTrue(before.size() > 10_000, "rows compared: " + before.size());
    }

    // ---- a dense series

    @Test
    void aDailySeriesOfLongAgoIsRebuiltFromWhereItWasWritten() {
        keep("daily", NOW, "DTSTART:20100101T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY");
        List<Occurrence> before = rows(Instant.MIN, IN_2030);
        KeptEvent kept = kept("daily");
        rebuild(NOW);
        assertEquals(before, rows(Instant.MIN, IN_2030));
        assertEquals(kept.expandedFrom(), kept("daily").expandedFrom());
        assertEquals(kept.expandedTo(), kept("daily").expandedTo());
    }

    @Test
    void aDenseSeriesIsWrittenFromAWhileAgoAndWorkedOutBeforeAndAfter() {
        site = site(20_000);
        keep("hourly", NOW, "DTSTART:20200101T000000Z", "DURATION:PT1H", "RRULE:FREQ=HOURLY");
        KeptEvent kept = kept("hourly");
        assertEquals(NOW.minus(Duration.ofDays(400)), kept.expandedFrom());
        assertNotNull(kept.expandedTo());
        for (String day :
                List.of("2020-01-01", "2024-02-29", "2025-09-26", "2026-11-01", "2033-05-05")) {
            Instant from = Instant.parse(day + "T00:00:00Z");
            assertEquals(24, occurrences(from, from.plus(Duration.ofDays(1))).size(), day);
        }
        Instant from = Instant.parse("2028-01-01T00:00:00Z");
        assertEquals(
                3653 * 24,
                occurrences(from, Instant.parse("2038-01-01T00:00:00Z")).size(),
                "more than are written of one event");
    }

    private static final Instant IN_2030 = Instant.parse("2030-01-01T00:00:00Z");

    private Schedule.Entries entries(Instant from, Instant to, int most) {
        try (ReadTransaction reading = store.read()) {
            return site.schedule(reading, VINCENT).entries(from, to, most);
        }
    }

    /** Kept while it has no occurrence before the horizon; later only what fits is worked out. */
    @Test
    void aSeriesThatExplodesPastTheHorizonIsBounded() {
        keep("bomb", NOW, "DTSTART:20300101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY");
        for (int day : List.of(0, 1, 30, 3000)) {
            Instant from = IN_2030.plus(Duration.ofDays(day));
            var shown = entries(from, from.plus(Duration.ofDays(40)), 20_000);
            assertTrue(shown.steps() < 400_000, "steps: " + shown.steps());
            Instant knownTo = Objects.requireNonNull(shown.knownTo());
            int found = shown.occurrences().size();
            assertTrue(found > 19_990 && found <= 20_000, "found: " + found);
            assertEquals(from, shown.occurrences().getFirst().start(), "from the window's start");
            assertEquals(from.plusSeconds(found), knownTo, "without a gap");
        }
        var whole = entries(IN_2030, IN_2030.plusSeconds(600), 20_000);
        assertEquals(600, whole.occurrences().size());
        assertNull(whole.knownTo(), "nothing is missing");
        try (ReadTransaction reading = store.read()) {
            Schedule schedule = site.schedule(reading, VINCENT);
            var next = schedule.next(kept("bomb"), NOW, 10);
            assertEquals(10, next.size());
            assertEquals(IN_2030.plusSeconds(9), next.getLast().start());
            var event = site.event(kept("bomb").text());
            assertTrue(schedule.has(event, new RecurrenceId("20300401T123456Z")));
        }
    }

    /** Hidden by nobody: a bomb takes a part of the work, whatever its UID, and others theirs. */
    @Test
    void manyThatExplodeShareTheWorkOfOneAndLeaveTheOthersSeen() {
        for (int i = 0; i < 40; i++) {
            keep("a bomb " + i, NOW, "DTSTART:20300101T000000Z", "RRULE:FREQ=SECONDLY");
        }
        keep("weekly", NOW, "DTSTART:20260105T080000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY");
        var shown = entries(IN_2030, IN_2030.plus(Duration.ofDays(40)), 20_000);
        assertTrue(shown.steps() <= Schedule.STEPS, "steps: " + shown.steps());
        assertTrue(shown.occurrences().size() <= 20_000);
        assertEquals(40, shown.cut().size());
        assertEquals(5, shown.occurrences().stream().filter(o -> o.uid().equals("weekly")).count());
    }

    @Test
    void whatIsNotWorkedOutIsToldAsBusyAndSaid() {
        keep("bomb", NOW, "DTSTART:20300101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY");
        Instant to = IN_2030.plus(Duration.ofDays(40));
        try (ReadTransaction reading = store.read()) {
            var participant = site.participant(reading, VINCENT);
            var object = Publishing.freeBusy(site, reading, participant, NOW, to, NOW);
            assertEquals(
                    "20300101T000000Z/20300210T000000Z",
                    Objects.requireNonNull(object.first("FREEBUSY")).value());
            assertNotNull(object.first("COMMENT"));
            var sooner = Publishing.freeBusy(site, reading, participant, NOW, IN_2030, NOW);
            assertNull(sooner.first("COMMENT"));
            assertNull(sooner.first("FREEBUSY"));
        }
    }

    /** Its own time has come: it is written as far as it may be, and the rest is worked out. */
    @Test
    void aSeriesThatExplodesWithinTheHorizonIsRebuiltAsFarAsFits() {
        keep("bomb", NOW, "DTSTART:20300101T000000Z", "RRULE:FREQ=SECONDLY");
        rebuild(IN_2030);
        int most = site.bounds().forOwn().calendar().instances();
        int found = rows(Instant.MIN, IN_2030.plus(Duration.ofDays(999))).size();
        assertTrue(found > most - 10 && found <= most, "rows: " + found);
        assertEquals(IN_2030.plusSeconds(found), kept("bomb").expandedTo());
        assertTrue(store.verify().isEmpty());
        Instant from = IN_2030.plus(Duration.ofDays(3));
        assertEquals(60, occurrences(from, from.plusSeconds(60)).size());
    }

    @Test
    void theNextTimesOfARareSeriesAreFoundPastTheHorizon() {
        keep("yearly", NOW, "DTSTART;VALUE=DATE:20201224", "RRULE:FREQ=YEARLY");
        try (ReadTransaction reading = store.read()) {
            var next = site.schedule(reading, VINCENT).next(kept("yearly"), NOW, 10);
            assertEquals(10, next.size());
            assertEquals("2035-12-24", String.valueOf(next.getLast().firstDay()));
        }
    }

    // ---- cost

    @Test
    void aWindowWithinTheHorizonReadsNoEvent() {
        for (int i = 0; i < 20; i++) {
            keep("daily " + i, NOW, "DTSTART:20260101T080000Z", "RRULE:FREQ=DAILY");
        }
        try (ReadTransaction reading = store.read()) {
            Instant to = NOW.plus(Duration.ofDays(40));
            assertEquals(List.of(), reading.incomplete(VINCENT, NOW, to));
            Schedule schedule = site.schedule(reading, VINCENT);
            long before = store.statements();
            assertEquals(20 * 40, schedule.occurrences(NOW, to).size());
            assertEquals(2, store.statements() - before);
            schedule.occurrences(NOW.plus(Duration.ofDays(999)), NOW.plus(Duration.ofDays(1010)));
            assertEquals(4, store.statements() - before, "twenty events are one statement");
        }
    }

    // ---- preferences

    private void invite(String... more) {
        var lines =
                new ArrayList<>(
                        List.of(
                                "DTSTART:20261110T080000Z",
                                "DURATION:PT1H",
                                "ORGANIZER:mailto:harriet.hare@example.com",
                                "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:vincent.vole@example.com"));
        lines.addAll(List.of(more));
        keep("invitation", NOW, lines.toArray(String[]::new));
    }

    private List<Busy> busy() {
        return occurrences(NOW, NOW.plus(Duration.ofDays(2000))).stream()
                .map(Occurrence::busy)
                .distinct()
                .toList();
    }

    /** Also of what is worked out past the horizon. */
    @Test
    void howUnansweredInvitationsCountHoldsFromTheMomentItIsSet() {
        invite("RRULE:FREQ=DAILY");
        assertEquals(List.of(Busy.FREE), busy());
        prefer("unanswered", "tentative");
        assertEquals(List.of(Busy.TENTATIVE), busy());
        prefer("unanswered", "free");
        assertEquals(List.of(Busy.FREE), busy());
    }

    @Test
    void anOfferMakesTentativelyBusyUntilItExpires() {
        Instant start = NOW.plus(Duration.ofDays(1));
        Instant end = start.plusSeconds(3600);
        Instant expires = NOW.plusSeconds(600);
        store.change(
                writing -> {
                    writing.hold(VINCENT, new Offer("lunch", null, start, end, expires));
                });
        try (ReadTransaction reading = store.read()) {
            Schedule schedule = site.schedule(reading, VINCENT);
            Instant to = NOW.plus(Duration.ofDays(2));
            FreeBusy held = schedule.freeBusy(NOW, to, NOW);
            assertEquals(Busy.TENTATIVE, held.at(start));
            assertEquals(Busy.FREE, held.at(end));
            assertEquals(List.of(), schedule.freeBusy(NOW, to, expires).periods());
        }
    }

    @Test
    void outOfOfficeIsPublishedAsUnavailableAndAllDayInThePersonsZone() {
        keep("away", NOW, "DTSTART;VALUE=DATE:20261110", "X-MICROSOFT-CDO-BUSYSTATUS:OOF");
        try (ReadTransaction reading = store.read()) {
            var object =
                    Publishing.freeBusy(
                            site,
                            reading,
                            site.participant(reading, VINCENT),
                            NOW,
                            NOW.plus(Duration.ofDays(20)),
                            NOW);
            var line = Objects.requireNonNull(object.first("FREEBUSY"));
            assertEquals("20261109T230000Z/20261110T230000Z", line.value());
            assertEquals("BUSY-UNAVAILABLE", line.parameter("FBTYPE"));
        }
    }
}
