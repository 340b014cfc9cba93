package org.imipagent.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Zone;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Posted;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.Store;

/** Every kind of mail that a resource sends, as it leaves: each is asked for by mail. */
final class SampleResourceMails {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final CalendarAddress ROOM = new CalendarAddress("room@example.com");
    private static final CalendarAddress BLUE = new CalendarAddress("blue@example.com");
    private static final CalendarAddress RED = new CalendarAddress("red@example.com");
    private static final CalendarAddress OLGA = new CalendarAddress("olga@example.com");
    private static final String FREE = "schedule_in_freebusy";
    private static final String MORNING = times(3, "1000", "1100");
    private static final String WEEKLY = MORNING + "\nRRULE:FREQ=WEEKLY;COUNT=3";

    private final Store store;
    private final Installation site;
    private final Path programs;
    private final String language;
    private int asked;

    private SampleResourceMails(Store store, Path folder, String language) throws IOException {
        this.store = store;
        this.language = language;
        this.programs = Files.createDirectories(folder.resolve("programs"));
        Settings settings =
                Settings.defaults()
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo")))
                        .with(SiteSettings.SCHEDULING_PROGRAMS, programs)
                        .with(SiteSettings.MANAGER_URL, "https://webserver.example.com");
        this.site = new Installation(settings, store, Zone.UTC, "host.example.com");
    }

    /** All of them, by name: where one mail leads to several, those stand one below the other. */
    static Map<String, String> all(Path folder, String language) throws IOException {
        var all = new LinkedHashMap<String, String>();
        posted(folder, language)
                .forEach((name, mails) -> all.put("resource-" + name, readable(mails)));
        return all;
    }

    /** What all of them say, without what is around it. */
    static String texts(Path folder, String language) throws IOException {
        var texts = new StringBuilder();
        for (var each : posted(folder, language).entrySet()) {
            texts.append("== ").append(each.getKey()).append('\n');
            for (Posted mail : each.getValue()) {
                texts.append(text(SampleMails.readable(mail.message()))).append('\n');
            }
        }
        return texts.toString();
    }

    private static String text(String mail) {
        int subject = mail.indexOf("\nSubject: ") + 1;
        int plain = mail.indexOf("Content-Type: text/plain");
        int body = mail.indexOf("\n\n", plain) + 2;
        int end = mail.indexOf("\n--=_", body);
        String encoded = mail.substring(subject, mail.indexOf("\nDate: ", subject));
        return decoded(encoded) + "\n" + mail.substring(body, end);
    }

    private static String decoded(String subject) {
        return MailReader.read(
                        (subject.replace("\n", "\r\n") + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII),
                        MailLimits.DEFAULT)
                .subject();
    }

    private static String readable(List<Posted> mails) {
        var text = new StringBuilder();
        for (Posted mail : mails) {
            text.append("== to ").append(mail.recipients()).append('\n');
            text.append(SampleMails.readable(mail.message()));
        }
        return text.toString();
    }

    /** In a store of their own: a site answers so many mails of one address a day. */
    private static Map<String, List<Posted>> posted(Path folder, String language)
            throws IOException {
        Path own = Files.createTempDirectory(folder, "resources");
        var all = new LinkedHashMap<String, List<Posted>>();
        try (Store store = SqliteStore.open(own, SqliteStore.Options.USUAL)) {
            var mails = new SampleResourceMails(store, own, language);
            mails.accepted(all);
            mails.refused(all);
            mails.others(all);
            mails.groups(all);
            mails.owners(all);
        }
        return all;
    }

    private void accepted(Map<String, List<Posted>> all) {
        chain(FREE);
        all.put("accepted", ask("anna@example.com", MORNING));
        chain(FREE);
        all.put("accepted-series", ask("anna@example.com", WEEKLY));
        chain("accept_free_occurrences");
        ask("anna@example.com", times(10, "1000", "1100"));
        all.put("accepted-in-part", ask("bo@example.net", WEEKLY));
    }

    /** Each reason. */
    private void refused(Map<String, List<Posted>> all) throws IOException {
        chain(FREE);
        ask("anna@example.com", MORNING);
        all.put("declined-busy", ask("bo@example.net", MORNING));
        all.put("declined-busy-series", ask("bo@example.net", WEEKLY));
        chain("same_domain_only");
        all.put("declined-other-domain", ask("bo@example.net", MORNING));
        chain("access_control_list");
        all.put("declined-not-allowed", ask("bo@example.net", MORNING));
        chain("opening_hours Mon-Fri 09:00-17:00,Sat 10:00-14:00");
        all.put("declined-closed", ask("bo@example.net", times(3, "1630", "1730")));
        chain("max_duration PT90M");
        all.put("declined-too-long", ask("bo@example.net", times(3, "1000", "1200")));
        chain("booking_window P10D P1D");
        all.put("declined-too-far-ahead", ask("bo@example.net", times(20, "1000", "1100")));
        all.put("declined-too-soon", ask("bo@example.net", times(1, "1400", "1500")));
        chain("check_quota");
        store.change(w -> w.limitQuota(ROOM.email(), Quotas.EVERYBODY, Duration.ofHours(1)));
        all.put("declined-over-quota", ask("bo@example.net", times(3, "1000", "1200")));
        all.put("declined-endless", ask("bo@example.net", MORNING + "\nRRULE:FREQ=WEEKLY"));
        chain("schedule_across_quota rooms");
        prefer(BLUE, "scheduling_function", "schedule_across_quota rooms");
        ask("bo@example.net", BLUE, MORNING);
        all.put("declined-booked-elsewhere", ask("bo@example.net", MORNING));
        chain("external ours");
        Path ours = programs.resolve("ours");
        Files.writeString(ours, "#!/bin/sh\necho 'The piano is being tuned.'\nexit 1\n");
        Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rwxr-xr-x"));
        all.put("declined-refused-here", ask("bo@example.net", MORNING));
        chain("guess");
        all.put("declined-not-set-up", ask("bo@example.net", MORNING));
    }

    private void others(Map<String, List<Posted>> all) {
        chain("schedule_next_available_in_freebusy");
        ask("anna@example.com", MORNING);
        all.put("counter", ask("bo@example.net", MORNING));
        all.put("counter-series", ask("bo@example.net", WEEKLY));
    }

    private void groups(Map<String, List<Posted>> all) {
        chain("any_of small");
        member(BLUE, "Blue room");
        member(RED, "Red room");
        String uid = "moved";
        all.put("delegated", ask("bo@example.net", ROOM, uid, MORNING));
        ask("anna@example.com", BLUE, times(3, "1200", "1300"));
        all.put("delegated-moved", ask("bo@example.net", ROOM, uid, times(3, "1200", "1300")));
    }

    /** The first mail and the reminder stand together. */
    private void owners(Map<String, List<Posted>> all) {
        chain(FREE + "\nask_owner");
        prefer(ROOM, "owners", "olga@example.com");
        prefer(OLGA, "LANG", language);
        List<Posted> mails = new ArrayList<>(ask("bo@example.net", WEEKLY));
        all.put("tentative", List.of(mails.removeFirst()));
        mails.addAll(remind(Duration.ofDays(1)));
        all.put("owner", List.copyOf(mails));
        all.put("declined-undecided", remind(Duration.ofDays(7)));
    }

    private List<Posted> remind(Duration later) {
        new OwnerReminders(site, NOW.plus(later)).run();
        return sent();
    }

    private void member(CalendarAddress address, String name) {
        prefer(address, "CN", name);
        prefer(address, "resource", "room");
        prefer(address, "groups", "small");
        prefer(address, "LANG", language);
    }

    /** A room that has nothing yet. */
    private void chain(String lines) {
        store.change(w -> List.of(ROOM, BLUE, RED).forEach(w::forget));
        prefer(ROOM, "CN", "Meeting room");
        prefer(ROOM, "resource", "room");
        prefer(ROOM, "LANG", language);
        prefer(ROOM, PersonalPreferences.SCHEDULING_FUNCTION.name(), lines);
    }

    private void prefer(CalendarAddress user, String name, String value) {
        store.change(
                writing -> {
                    writing.add(user, NOW);
                    writing.prefer(user, name, value);
                });
    }

    private static String times(int day, String from, String to) {
        return ("DTSTART;TZID=Europe/Oslo:202611%02dT%s00\n"
                        + "DTEND;TZID=Europe/Oslo:202611%02dT%s00")
                .formatted(day, from, day, to);
    }

    private List<Posted> ask(String from, String when) {
        return ask(from, ROOM, when);
    }

    private List<Posted> ask(String from, CalendarAddress to, String when) {
        return ask(from, to, "booking" + asked, when);
    }

    private List<Posted> ask(String from, CalendarAddress to, String uid, String when) {
        asked++;
        String mail =
                """
                From: <%s>
                To: <%s>
                Message-ID: <%s-%d@example.com>
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=utf-8; method=REQUEST

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//T//T//EN
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:%s
                DTSTAMP:20261101T09%02d00Z
                SEQUENCE:%d
                SUMMARY:Planning the year
                ORGANIZER;CN=%s:mailto:%s
                ATTENDEE;CN=%s;PARTSTAT=ACCEPTED:mailto:%s
                ATTENDEE;CN=Meeting room;CUTYPE=ROOM;RSVP=TRUE:mailto:%s
                %s
                END:VEVENT
                END:VCALENDAR
                """
                        .formatted(
                                from,
                                to.email(),
                                uid,
                                asked,
                                uid,
                                asked,
                                asked,
                                name(from),
                                from,
                                name(from),
                                from,
                                to.email(),
                                when);
        new ResourceMailHandler(site)
                .receive(
                        mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                        List.of(to),
                        NOW);
        return sent();
    }

    private static String name(String address) {
        return address.startsWith("anna") ? "Anna Aal" : "Bo Berg";
    }

    private List<Posted> sent() {
        return store.effect(
                writing -> {
                    List<Posted> mails = writing.outbox(NOW.plus(Duration.ofDays(30)), 100);
                    mails.forEach(mail -> writing.sent(mail.number()));
                    return mails;
                });
    }
}
