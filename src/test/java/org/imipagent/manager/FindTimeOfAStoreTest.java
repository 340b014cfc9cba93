package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.imipagent.agent.FreeBusyLookup;
import org.imipagent.agent.FreeBusyQuestions;
import org.imipagent.agent.Import;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.Installation;
import org.imipagent.agent.PeerSchedule;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.agent.Resources;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.messages.Messages;
import org.imipagent.settings.SettingsReader;
import org.imipagent.settings.SettingsReading;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A time to meet, of what a real store knows and a real web server tells. */
class FindTimeOfAStoreTest {

    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final CalendarAddress HARRIET = new CalendarAddress("harriet.hare@example.com");
    private static final CalendarAddress OLGA = new CalendarAddress("olga@example.net");

    /** A Wednesday; 10:00 in Oslo. */
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

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
        site = site("");
    }

    private Installation site(String lookup) {
        var settings =
                (SettingsReading.Good)
                        SettingsReader.read(
                                "config.txt",
                                "WORKING_HOURS_DEFAULT = 'Mon-Fri 08:00-16:00'\n" + lookup);
        return new Installation(
                settings.settings()
                        .with(SiteSettings.STORE_DIR, folder.toString())
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo"))),
                store,
                Zone.UTC,
                "host.example.com");
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), store.verify());
        store.close();
    }

    private void keep(CalendarAddress user, String text) {
        store.change(
                writing -> {
                    var kept = new Import(site).keep(writing, user, Sample.read(text), NOW);
                    assertFalse(kept.verdict().isRefusal(), text);
                });
    }

    private void prefer(CalendarAddress user, String name, String value) {
        store.change(
                writing -> {
                    writing.add(user, NOW);
                    writing.prefer(user, name, value);
                });
    }

    private Instant now = NOW;

    private Manager manager() {
        return new Manager(
                store::read,
                (reading, _) -> {
                    var participant = site.participant(reading, VINCENT);
                    return new Visitor(
                            participant.person(),
                            "Vincent",
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
                new PeerCalendars(
                        (data, question) -> PeerSchedule.all(site, data, question),
                        (user, people) -> new FreeBusyLookup(site, NOW).read(user, people),
                        data -> new Resources(site, data),
                        question ->
                                new FreeBusyQuestions(site, now)
                                        .ask(question.user(), question.people(), question.until())
                                        .asked()),
                () -> Messages.of("en"),
                now);
    }

    private String page(String query) {
        var answer = Sample.get(manager(), "/find-a-time?" + query);
        assertEquals(200, answer.status(), answer.body());
        return answer.body();
    }

    /** The slots that can be ticked, in order. */
    private static List<String> free(String page) {
        return GoldenPagesTest.all(page, "name=\"slot\" value=\"([^\"]*)\"");
    }

    private static String person(CalendarAddress address) {
        return "&attendee=" + URLEncoder.encode(address.email(), StandardCharsets.UTF_8);
    }

    private List<String> questions() {
        try (var reading = store.read()) {
            return reading.outbox(now, 10).stream()
                    .map(each -> new String(each.message(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    /** The question goes by mail, and the page has the answer when that has come. */
    @Test
    void whoeverIsNotKnownIsAskedByMailOnceAnHourAndTheAnswerShows() {
        prefer(HARRIET, "freebusy_sharing", "share");
        String asked = "date=2026-11-19&days=1&length=180" + person(OLGA) + person(HARRIET);
        String button = "name=\"action\" value=\"ask\"";
        assertTrue(page(asked).contains(button));
        var answer = Sample.post(manager(), "/find-a-time", "action=ask&version=0&" + asked);
        assertEquals(303, answer.status());
        assertTrue(answer.head().contains("&asked=olga%40example.net"), answer.head());
        assertFalse(answer.head().contains("asked=harriet"), "her calendar is known");
        assertEquals(1, questions().size());
        String mail = questions().getFirst();
        String object = calendar(mail);
        assertTrue(mail.contains("To: <olga@example.net>"), mail);
        for (String line :
                List.of(
                        "METHOD:REQUEST",
                        "BEGIN:VFREEBUSY",
                        "DTSTART:20261118T090000Z",
                        "DTEND:20261216T090000Z",
                        "ORGANIZER:mailto:vincent.vole@example.com",
                        "ATTENDEE;RSVP=TRUE:mailto:olga@example.net")) {
            assertTrue(object.contains(line + "\r\n"), line + " in " + object);
        }
        String waiting = page(asked + "&asked=olga%40example.net");
        assertTrue(waiting.contains("Asked by email: olga@example.net."), waiting);
        assertTrue(waiting.contains("asked by email at 10:00"), waiting);
        assertFalse(waiting.contains(button), "there is nobody else to ask");
        now = NOW.plusSeconds(59 * 60);
        Sample.post(manager(), "/find-a-time", "action=ask&version=0&" + asked);
        assertEquals(1, questions().size(), "not twice within an hour");
        now = NOW.plusSeconds(60 * 60);
        Sample.post(manager(), "/find-a-time", "action=ask&version=0&" + asked);
        assertEquals(2, questions().size());
        receive(
                """
                From: olga@example.net
                To: vincent.vole@example.com
                Message-ID: <answer@example.net>
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=utf-8; method=REPLY

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Test//EN
                METHOD:REPLY
                BEGIN:VFREEBUSY
                UID:%s
                DTSTAMP:20261118T091000Z
                ORGANIZER:mailto:vincent.vole@example.com
                ATTENDEE:mailto:olga@example.net
                DTSTART:20261118T090000Z
                DTEND:20261216T090000Z
                FREEBUSY:20261119T070000Z/20261119T110000Z
                END:VFREEBUSY
                END:VCALENDAR
                """
                        .formatted(GoldenPagesTest.all(object, "UID:(\\S+)").getFirst()));
        String known = page(asked);
        assertTrue(known.contains("as of"), known);
        assertFalse(known.contains(button), known);
        assertEquals(List.of("2026-11-19T12:00/2026-11-19T15:00"), free(known));
    }

    private static String calendar(String mail) {
        String part =
                GoldenPagesTest.all(mail, "(?s)method=REQUEST.*?base64\\R\\R(.*?)\\R\\R--")
                        .getFirst();
        return new String(Base64.getMimeDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private void receive(String mail) {
        byte[] message = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var received = new IncomingMailHandler(site).receive(message, List.of(VINCENT), now);
        assertEquals(List.of(), received.faults());
    }

    /** Strangers that a form names get no mail where the form is wrong, or names nobody. */
    @Test
    void aWrongFormAsksNobody() {
        var wrong =
                Sample.post(
                        manager(),
                        "/find-a-time",
                        "action=ask&version=0&days=1&attendee=nobody" + person(OLGA));
        assertEquals(422, wrong.status());
        assertEquals(List.of(), questions());
    }

    @Test
    void aSharedCalendarCountsAndOneThatIsNotSharedIsNotLookedInto() {
        keep(HARRIET, "UID:h\nDTSTART:20261119T080000Z\nDTEND:20261119T110000Z\nSUMMARY:Secret\n");
        String asked = "date=2026-11-19&days=1&length=180" + person(HARRIET);
        assertEquals(
                List.of("2026-11-19T08:00/2026-11-19T11:00", "2026-11-19T11:00/2026-11-19T14:00"),
                free(page(asked)),
                "she does not share");
        assertTrue(page(asked).contains("the rest is unknown"));
        prefer(HARRIET, "freebusy_sharing", "share");
        String page = page(asked);
        assertEquals(List.of("2026-11-19T12:00/2026-11-19T15:00"), free(page));
        assertTrue(page.contains("shared calendar"), page);
        assertFalse(page.contains("Secret"), "only when, never what");
    }

    /** Neither what a page says nor the work that it makes tells who has a calendar here. */
    @Test
    void whoDoesNotShareAndWhoIsUnknownAreAnsweredAlikeWithAsManyStatements() {
        keep(HARRIET, "UID:h\nDTSTART:20261119T080000Z\nDTEND:20261119T110000Z\nSUMMARY:Secret\n");
        prefer(HARRIET, "CN", "Harriet Hare");
        prefer(HARRIET, "WORKING_HOURS", "Mon-Fri 10:00-12:00");
        var unknown = new CalendarAddress("harriet.hart@example.com");
        for (String query :
                List.of(
                        "/find-a-time?date=2026-11-19&days=1&length=180&attendee=",
                        "/new?date=2026-11-19&attendee=",
                        "/search?q=",
                        "/event/",
                        "/resources/",
                        "/")) {
            assertEquals(
                    cost(query, unknown), cost(query, HARRIET).replace("hare@", "hart@"), query);
        }
        for (String fields :
                List.of(
                        "/find-a-time?action=ask&version=0&date=2026-11-19&days=1&attendee=",
                        "/new?action=check&version=0&title=Tea&start-date=2026-11-20&end-date=2026-11-20&start-time=10:00&end-time=11:00&place=&description=&repeat=none&until=&times=&people=")) {
            posted(fields, OLGA);
            assertEquals(
                    posted(fields, unknown), posted(fields, HARRIET).replace("hare@", "hart@"));
        }
    }

    /** The answer and how many statements it took, of a page that is asked about somebody. */
    private String cost(String path, CalendarAddress about) {
        long before = store.statements();
        var answer = Sample.get(manager(), path + about.email().replace("@", "%40"));
        return comparable(answer) + (store.statements() - before);
    }

    private String posted(String path, CalendarAddress about) {
        long before = store.statements();
        int at = path.indexOf('?');
        var answer =
                Sample.post(
                        manager(),
                        path.substring(0, at),
                        path.substring(at + 1) + about.email().replace("@", "%40"));
        return comparable(answer) + (store.statements() - before);
    }

    private static String comparable(Sample.Answer answer) {
        return (answer.head() + answer.body())
                        .replace("hare%40", "hare@")
                        .replace("hart%40", "hart@")
                        .replaceAll("name=\"token\" value=\"[^\"]+\"", "TOKEN")
                + "\n";
    }

    private void room(String name, String capacity, String place) {
        var room = new CalendarAddress(name + "@example.com");
        prefer(room, "resource", "room");
        prefer(room, "CN", "Room " + name);
        prefer(room, "capacity", capacity);
        prefer(room, "place", place);
    }

    private void book(String name, String day, String from, String to) {
        keep(
                new CalendarAddress(name + "@example.com"),
                "UID:%s%s%s\nDTSTART:%sT%sZ\nDTEND:%sT%sZ\nSUMMARY:Secret\n"
                        .formatted(name, day, from, day, from, day, to));
    }

    /** Nobody is asked for a room where there is none, or no room where nobody wants one. */
    @Test
    void aRoomWithEnoughSeatsThatIsFreeThroughoutGoesAlong() {
        String asked = "date=2026-11-19&days=1&length=180" + person(HARRIET);
        assertFalse(page(asked).contains("name=\"room\""), "the site has none");
        room("oslo", "4", "Main building");
        room("bergen", "10", "Harbour");
        room("hall", "0", "Harbour");
        // Between them they are free all day, none of them is.
        book("oslo", "20261119", "070000", "140000");
        book("bergen", "20261119", "120000", "150000");
        book("hall", "20261119", "090000", "140000");
        assertEquals(2, free(page(asked)).size());
        assertFalse(page(asked).contains("Room bergen"), "none is wanted");

        String any = page(asked + "&room=any&seats=2");
        assertEquals(List.of("2026-11-19T08:00/2026-11-19T11:00"), free(any));
        assertTrue(any.contains("free: Room bergen"), any);
        assertTrue(any.contains("attendee=Room%20bergen%20%3Cbergen%40example.com%3E"), any);
        assertTrue(
                any.contains(
                        "<option value=\"Room bergen &lt;bergen@example.com>\" selected>Room bergen, for 10 people, Harbour"),
                any);
        assertFalse(any.contains("Secret"), any);

        book("bergen", "20261119", "070000", "080000");
        assertEquals(
                List.of("2026-11-19T09:00/2026-11-19T12:00"),
                free(page(asked + "&room=any")),
                "the times are those of the room");
        book("bergen", "20261119", "080000", "093000");
        String none = page(asked + "&room=any&seats=2");
        assertEquals(List.of(), free(none));
        assertTrue(none.contains("suits everyone and has a free room"), none);
        assertTrue(none.contains("Next time for everyone: "), none);

        String there = page(asked + "&room=at+Main+building&seats=5");
        assertTrue(there.contains("No room there has that many seats."), there);
        assertTrue(there.contains("<option value=\"at Main building\" selected>"), there);
        assertTrue(there.contains("name=\"seats\" type=\"number\" min=\"1\""), there);
        assertTrue(
                page(asked + "&room=%3Cscript%3E&seats=-1").contains("value=\"2\""),
                "what is no room asks for none");
    }

    /** A room is nobody's calendar: everybody sees when it is free. */
    @Test
    void aRoomIsSharedWhateverItsPreferenceAndOpenUnlessItsChainSaysOtherwise() {
        room("oslo", "4", "");
        prefer(new CalendarAddress("oslo@example.com"), "freebusy_sharing", "no");
        book("oslo", "20261119", "070000", "100000");
        String asked =
                "date=2026-11-19&days=1&length=60&hours=all"
                        + person(new CalendarAddress("oslo@example.com"));
        assertFalse(page(asked).contains("the rest is unknown"));
        assertFalse(free(page(asked)).contains("2026-11-19T08:00/2026-11-19T09:00"));
        String hours = asked.replace("&hours=all", "");
        prefer(new CalendarAddress("oslo@example.com"), "working_hours", "Mon-Fri 12:00-13:00");
        assertTrue(free(page(hours)).contains("2026-11-19T14:00/2026-11-19T15:00"));
        prefer(
                new CalendarAddress("oslo@example.com"),
                "scheduling_function",
                "schedule_in_freebusy\nopening_hours");
        assertEquals(List.of("2026-11-19T12:00/2026-11-19T13:00"), free(page(hours)));
    }

    @Test
    void theWorkingHoursOfEachCountInTheirOwnZone() {
        prefer(HARRIET, "freebusy_sharing", "share");
        prefer(HARRIET, "TZID", "America/New_York");
        prefer(HARRIET, "working_hours", "Mon-Fri 09:00-17:00");
        prefer(VINCENT, "working_hours", "Mon-Fri 08:00-16:00");
        String asked = "date=2026-11-19&days=1&length=60" + person(HARRIET);
        assertEquals(
                List.of("2026-11-19T15:00/2026-11-19T16:00"),
                free(page(asked)),
                "9:00 there is 15:00 here");
        assertTrue(free(page(asked + "&hours=all")).size() > 10);
    }

    @Test
    void whatSomebodySaidAndWhereBothTakePartCounts() {
        store.change(
                writing ->
                        writing.learn(
                                VINCENT,
                                OLGA,
                                new FreeBusy(
                                        NOW,
                                        NOW.plusSeconds(86_400 * 3L),
                                        List.of(
                                                new BusyPeriod(
                                                        Instant.parse("2026-11-19T07:00:00Z"),
                                                        Instant.parse("2026-11-19T10:00:00Z"),
                                                        Busy.BUSY))),
                                NOW));
        keep(
                VINCENT,
                """
                UID:both
                DTSTART:20261119T120000Z
                DTEND:20261119T130000Z
                ORGANIZER:mailto:olga@example.net
                ATTENDEE;PARTSTAT=DECLINED:mailto:vincent.vole@example.com
                """);
        String page = page("date=2026-11-19&days=1&length=60" + person(OLGA));
        assertEquals(
                List.of(
                        "2026-11-19T11:00/2026-11-19T12:00",
                        "2026-11-19T12:00/2026-11-19T13:00",
                        "2026-11-19T14:00/2026-11-19T15:00",
                        "2026-11-19T15:00/2026-11-19T16:00"),
                free(page));
        assertTrue(page.contains("as of Wednesday 18 November 2026, 10:00"), page);
    }

    @Test
    void whatIsOverOfTodayIsNotOffered() {
        assertEquals(
                "2026-11-18T10:00/2026-11-18T11:00",
                free(page("days=1&length=60" + person(OLGA))).getFirst());
        assertEquals(
                "2026-11-18T10:00/2026-11-18T11:00",
                free(page("date=2026-01-01&days=1&length=60" + person(OLGA))).getFirst(),
                "the past is no place to meet");
    }

    @Test
    void wholeDaysAreFreeWhereNobodyHasAnything() {
        keep(VINCENT, "UID:v\nDTSTART;VALUE=DATE:20261120\n");
        keep(VINCENT, "UID:w\nDTSTART:20261122T220000Z\nDTEND:20261122T223000Z\n");
        assertEquals(
                List.of(
                        "2026-11-19/2026-11-19",
                        "2026-11-21/2026-11-21",
                        "2026-11-23/2026-11-23",
                        "2026-11-24/2026-11-24"),
                free(page("length=day&days=7" + person(OLGA))));
    }

    @Test
    void whereNothingSuitsAllTheNextTimeThatDoesIsNamed() {
        for (int day = 19; day < 30; day++) {
            keep(
                    VINCENT,
                    "UID:d%d\nDTSTART;VALUE=DATE:202611%d\nTRANSP:OPAQUE\n".formatted(day, day));
        }
        String page = page("date=2026-11-19&days=7&length=60" + person(OLGA));
        assertEquals(List.of(), free(page));
        assertTrue(page.contains("No time in these 7 days suits everyone."), page);
        assertTrue(page.contains("Next time for everyone: Mon 30 Nov"), page);
        assertTrue(page.contains("<span class=\"hidden\">busy all day</span>"), page);
        assertTrue(page.contains("busy: Vincent"), "who is in the way: " + page);
    }

    /** A day without a tick would say that nobody can. */
    @Test
    void theLastOfManyDaysHasItsTimesToo() {
        String page = page("date=2026-11-19&days=28&length=15&hours=all" + person(OLGA));
        assertEquals(28 * 96, free(page).size());
        assertFalse(page.contains("No common free time"), page);
    }

    @Test
    void whoIsNobodyIsSaidAndWhatWasTypedStays() {
        var answer =
                Sample.get(
                        manager(),
                        "/find-a-time?attendee=%3Cb%3Enobody&attendee=olga%40example.net");
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("Not an email address: &lt;b&gt;nobody"), answer.body());
        assertTrue(answer.body().contains("value=\"olga@example.net\""), answer.body());
        assertTrue(answer.body().contains("<title>Error: Find a time"), answer.body());
        String many = "x=1" + "&attendee=a%d%%40example.net".repeat(31);
        for (int i = 0; i < 31; i++) {
            many = many.replaceFirst("%d%%", i + "%");
        }
        assertEquals(422, Sample.get(manager(), "/find-a-time?" + many).status());
    }

    @Test
    void strangeFieldsAreTheUsualOnes() {
        for (String field :
                List.of(
                        "length=-5",
                        "length=99999999999",
                        "length=abc",
                        "days=1000",
                        "days=-1",
                        "date=9999-12-31",
                        "date=soon",
                        "hours=<b>",
                        "date=9999-12-31&days=28&length=day")) {
            var answer = Sample.get(manager(), "/find-a-time?" + field + person(OLGA));
            assertEquals(200, answer.status(), field);
        }
    }

    @Test
    void whatOthersPublishIsReadWhereTheAdministratorSays() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/fb/olga@example.net.ifb",
                exchange -> {
                    byte[] text =
                            """
                            BEGIN:VCALENDAR
                            VERSION:2.0
                            METHOD:PUBLISH
                            BEGIN:VFREEBUSY
                            DTSTAMP:20261101T000000Z
                            DTSTART:20261101T000000Z
                            DTEND:20270101T000000Z
                            FREEBUSY:20261119T070000Z/20261119T130000Z
                            END:VFREEBUSY
                            END:VCALENDAR
                            """
                                    .replace("\n", "\r\n")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, text.length);
                    exchange.getResponseBody().write(text);
                    exchange.close();
                });
        server.createContext(
                "/fb/events@example.net.ifb",
                exchange -> {
                    byte[] text =
                            """
                            BEGIN:VCALENDAR
                            VERSION:2.0
                            BEGIN:VEVENT
                            UID:busy
                            DTSTART:20261118T070000Z
                            DTEND:20261118T140000Z
                            RRULE:FREQ=DAILY
                            SUMMARY:Busy
                            END:VEVENT
                            END:VCALENDAR
                            """
                                    .replace("\n", "\r\n")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, text.length);
                    exchange.getResponseBody().write(text);
                    exchange.close();
                });
        server.createContext(
                "/fb/away@example.net.ifb",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.start();
        try {
            int port = server.getAddress().getPort();
            site =
                    site(
                            "FREEBUSY_LOOKUP = 'example.net http://127.0.0.1:%d/fb/{address}.ifb'"
                                    .formatted(port));
            var events = new CalendarAddress("events@example.net");
            var away = new CalendarAddress("away@example.net");
            var none = new CalendarAddress("none@example.net");
            assertEquals(
                    Map.of(
                            away, "the web server answered 302",
                            none, "the web server answered 404"),
                    new FreeBusyLookup(site, NOW)
                            .read(VINCENT, List.of(OLGA, events, away, none, HARRIET)));
            String asked = "date=2026-11-19&days=1&length=60";
            assertEquals(
                    List.of(
                            "2026-11-19T14:00/2026-11-19T15:00",
                            "2026-11-19T15:00/2026-11-19T16:00"),
                    free(page(asked + person(OLGA))));
            assertEquals(
                    List.of("2026-11-19T15:00/2026-11-19T16:00"),
                    free(page(asked + person(events))));
            String free = "<span class=\"hidden\">free all day</span>";
            String unknown = "<span class=\"hidden\">not known</span>";
            String said = page("date=2026-12-15&days=1&length=60" + person(OLGA));
            assertTrue(said.contains(free) && !said.contains(unknown), said);
            String later = page("date=2027-01-04&days=1&length=60" + person(OLGA));
            assertTrue(later.contains(unknown), "told until the new year: " + later);
            var answer =
                    Sample.post(manager(), "/find-a-time", asked + person(OLGA) + person(none));
            assertEquals(303, answer.status(), answer.body());
            String link = GoldenPagesTest.all(answer.head(), "Location: /cal([^\r\n]*)").getFirst();
            assertTrue(
                    Sample.get(manager(), link)
                            .body()
                            .contains(
                                    "The free/busy information of none@example.net could not be loaded."),
                    link);
        } finally {
            server.stop(0);
        }
    }
}
