package org.imipagent.manager;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.imipagent.agent.ImportDraft;
import org.imipagent.agent.ImportResult;
import org.imipagent.agent.ImportedEvent;
import org.imipagent.agent.ImportedEvent.Cause;
import org.imipagent.agent.ImportedEvent.Fate;
import org.imipagent.agent.Installation;
import org.imipagent.agent.PeerSchedule;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.agent.Resources;
import org.imipagent.agent.Schedule;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.imipagent.cgi.RequestLimits;
import org.imipagent.cgi.Site;
import org.imipagent.cgi.Tokens;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.CalendarState;
import org.imipagent.itip.CounterProposal;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Person;
import org.imipagent.itip.Policy;
import org.imipagent.itip.Request;
import org.imipagent.itip.UserActionRules;
import org.imipagent.itip.Verdict;
import org.imipagent.messages.Messages;
import org.imipagent.settings.AddResponse;
import org.imipagent.settings.Bounds;
import org.imipagent.settings.OrganiserReplacement;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.KeptCounter;
import org.imipagent.store.KeptEvent;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.SqliteStore;
import org.jspecify.annotations.Nullable;

/** An ordinary November of Vincent Vole's, and a manager that shows it. */
final class Sample {

    static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    static final Zone OSLO = Objects.requireNonNull(Zone.named("Europe/Oslo"));
    static final Zone NEW_YORK = Objects.requireNonNull(Zone.named("America/New_York"));
    static final Instant NOW = at("2026-11-18T08:20:00Z");

    private static final Zones ZONES =
            new Zones(Map.of("Europe/Oslo", OSLO, "America/New_York", NEW_YORK), Map.of());

    private Sample() {}

    // ---- occurrences

    static Occurrence timed(String uid, String start, String end, String summary) {
        return timed(uid, null, start, end, summary, "", Participation.ACCEPTED, false, false);
    }

    static Occurrence timed(
            String uid,
            @Nullable String id,
            String start,
            String end,
            String summary,
            String location,
            @Nullable Participation participation,
            boolean cancelled,
            boolean organised) {
        return new Occurrence(
                uid,
                id == null ? null : new RecurrenceId(id),
                OSLO.instant(local(start)),
                OSLO.instant(local(end)),
                null,
                null,
                summary,
                location,
                cancelled,
                organised,
                participation,
                Occurrence.Busy.BUSY);
    }

    static Occurrence days(
            String uid,
            String first,
            String dayAfter,
            String summary,
            @Nullable Participation participation) {
        LocalDate from = date(first);
        LocalDate to = date(dayAfter);
        return new Occurrence(
                uid,
                null,
                OSLO.midnight(from),
                OSLO.midnight(to),
                from,
                to,
                summary,
                "",
                false,
                false,
                participation,
                Occurrence.Busy.BUSY);
    }

    static LocalDate date(String text) {
        return Objects.requireNonNull(CalendarPage.read(text));
    }

    /**
     * An instant {@code 2026-11-18T08:20:00Z}. Not Instant.parse: {@link StartTest} counts classes.
     */
    static Instant at(String text) {
        return Zone.UTC.instant(local(text));
    }

    private static LocalDateTime local(String text) {
        return date(text.substring(0, 10))
                .atTime(
                        LocalTime.of(
                                Integer.parseInt(text.substring(11, 13)),
                                Integer.parseInt(text.substring(14, 16))));
    }

    static SampleCalendar november() {
        var all = new ArrayList<Occurrence>();
        for (int day : List.of(2, 9, 16, 23, 30)) {
            String date = "2026-11-" + two(day);
            all.add(
                    timed(
                            "standup@example.com",
                            "202611" + two(day) + "T080000Z",
                            date + "T09:00",
                            date + "T09:15",
                            "Monday stand-up",
                            "Kitchen",
                            Participation.ACCEPTED,
                            day == 23,
                            false));
        }
        for (int day : List.of(4, 11, 18, 25)) {
            all.add(
                    timed(
                            "choir@example.org",
                            "202611" + two(day) + "T180000Z",
                            "2026-11-" + two(day) + "T19:00",
                            "2026-11-" + two(day) + "T21:00",
                            "Choir",
                            "Sofienberg church",
                            day == 18 ? Participation.TENTATIVE : Participation.ACCEPTED,
                            false,
                            false));
        }
        all.add(days("autumn@example.com", "2026-11-05", "2026-11-10", "Harriet away", null));
        all.add(
                days(
                        "conf@example.net",
                        "2026-11-17",
                        "2026-11-20",
                        "Free Software Conference, Bergen",
                        Participation.ACCEPTED));
        all.add(
                days(
                        "board@example.net",
                        "2026-11-19",
                        "2026-11-20",
                        "Board retreat",
                        Participation.NEEDS_ACTION));
        all.add(
                timed(
                        "planning-42@example.com",
                        null,
                        "2026-11-18T10:00",
                        "2026-11-18T11:30",
                        "Planning of the spring budget",
                        "Room 5",
                        Participation.NEEDS_ACTION,
                        false,
                        false));
        all.add(
                timed(
                        "dentist@example.org",
                        null,
                        "2026-11-18T11:00",
                        "2026-11-18T11:45",
                        "Dentist",
                        "",
                        Participation.ACCEPTED,
                        false,
                        true));
        all.add(
                timed(
                        "lunch@example.com",
                        null,
                        "2026-11-18T12:00",
                        "2026-11-18T13:00",
                        "Lunch with Åse Blåbær 🫐",
                        "Café Mølla",
                        Participation.ACCEPTED,
                        false,
                        false));
        all.add(
                timed(
                        "review@example.com",
                        null,
                        "2026-11-18T14:00",
                        "2026-11-18T15:00",
                        "Review",
                        "",
                        Participation.DECLINED,
                        false,
                        false));
        all.add(
                timed(
                        "call@example.com",
                        null,
                        "2026-11-20T16:00",
                        "2026-11-20T17:00",
                        "Call with the New York office about the migration",
                        "https://meet.example.com/abc",
                        Participation.TENTATIVE,
                        false,
                        false));
        all.add(
                timed(
                        "train@example.com",
                        null,
                        "2026-11-27T22:45",
                        "2026-11-28T07:10",
                        "Night train to Bergen",
                        "Oslo S",
                        Participation.ACCEPTED,
                        false,
                        true));
        all.add(
                timed(
                        "party@example.com",
                        null,
                        "2026-11-13T18:00",
                        "2026-11-13T23:00",
                        "Harriet’s farewell",
                        "",
                        Participation.ACCEPTED,
                        true,
                        false));
        all.add(
                timed(
                        "choir@example.com",
                        "20270112T173000Z",
                        "2027-01-12T18:30",
                        "2027-01-12T20:00",
                        "Choir practice",
                        "Old barn",
                        Participation.ACCEPTED,
                        false,
                        false));
        all.add(timed("gym@example.com", "2026-11-12T07:00", "2026-11-12T08:00", "Gym"));
        all.add(timed("print@example.com", "2026-11-26T13:00", "2026-11-26T13:30", "Print proofs"));
        return new SampleCalendar(events(), all, requests(), activity(), null);
    }

    private static String two(int n) {
        return n < 10 ? "0" + n : "" + n;
    }

    // ---- events

    static final String PLANNING =
            """
            UID:planning-42@example.com
            SEQUENCE:1
            DTSTART;TZID=America/New_York:20261118T040000
            DTEND;TZID=America/New_York:20261118T053000
            SUMMARY:Planning of the spring budget
            LOCATION:Room 5\\, second floor
            DESCRIPTION:Please bring the figures of last year.\\n\\nThe draft: https://example.com/budget?y=2027&v=2 (read it before).\\nQuestions to mailto:harriet.hare@example.com.
            URL:https://example.com/meetings/42
            ORGANIZER;CN=Harriet Hare:mailto:harriet.hare@example.com
            ATTENDEE;CN=Harriet Hare;PARTSTAT=ACCEPTED:mailto:harriet.hare@example.com
            ATTENDEE;CN=Vincent Vole;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:vincent.vole@example.com
            ATTENDEE;CN=Simon Squirrel;PARTSTAT=TENTATIVE:mailto:simon.squirrel@example.org
            ATTENDEE;PARTSTAT=DECLINED;ROLE=OPT-PARTICIPANT:mailto:paula.pine@example.net
            """;

    static final String STANDUP =
            """
            UID:standup@example.com
            DTSTART;TZID=Europe/Oslo:20261102T090000
            DTEND;TZID=Europe/Oslo:20261102T091500
            RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270628T215959Z
            SUMMARY:Monday stand-up
            LOCATION:Kitchen
            ORGANIZER;CN=Harriet Hare:mailto:harriet.hare@example.com
            ATTENDEE;CN=Vincent Vole;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
            ATTENDEE;CN=Simon Squirrel;PARTSTAT=ACCEPTED:mailto:simon.squirrel@example.org
            """;

    static final String FAREWELL =
            """
            UID:party@example.com
            DTSTART;TZID=Europe/Oslo:20261113T180000
            DTEND;TZID=Europe/Oslo:20261113T230000
            STATUS:CANCELLED
            SUMMARY:Harriet’s farewell
            ORGANIZER;CN=Simon Squirrel:mailto:simon.squirrel@example.org
            ATTENDEE;CN=Vincent Vole;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
            """;

    static final String LUNCH =
            """
            UID:lunch@example.com
            DTSTART;TZID=Europe/Oslo:20261118T120000
            DTEND;TZID=Europe/Oslo:20261118T130000
            SUMMARY:Lunch with Åse Blåbær 🫐
            LOCATION:Café Mølla
            ORGANIZER;CN=Vincent Vole:mailto:vincent.vole@example.com
            ATTENDEE;CN=Åse Blåbær;PARTSTAT=ACCEPTED:mailto:aase@example.org
            """;

    static final String CHOIR =
            """
            UID:choir@example.com
            DTSTART;TZID=Europe/Oslo:20261103T183000
            DTEND;TZID=Europe/Oslo:20261103T200000
            RRULE:FREQ=WEEKLY;UNTIL=20270601T163000Z
            EXDATE;TZID=Europe/Oslo:20261222T183000
            SUMMARY:Choir practice
            LOCATION:Old barn
            DESCRIPTION:Bring the blue book.\\nAnd a pencil.
            ORGANIZER;CN=Vincent Vole:mailto:vincent.vole@example.com
            ATTENDEE;CN=Vincent Vole;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
            ATTENDEE;CN=Simon Squirrel;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;X-IMIP-AGENT-WAS=ACCEPTED:mailto:simon.squirrel@example.org
            ATTENDEE;CN=Paula Pine;X-IMIP-AGENT-UNTOLD=NEVER:mailto:paula.pine@example.net
            ---
            UID:choir@example.com
            RECURRENCE-ID;TZID=Europe/Oslo:20261201T183000
            DTSTART;TZID=Europe/Oslo:20261201T190000
            DTEND;TZID=Europe/Oslo:20261201T200000
            SUMMARY:Choir practice with cake
            LOCATION:Old barn
            ORGANIZER;CN=Vincent Vole:mailto:vincent.vole@example.com
            ATTENDEE;CN=Vincent Vole;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
            ATTENDEE;CN=Simon Squirrel;PARTSTAT=ACCEPTED:mailto:simon.squirrel@example.org
            """;

    static final String BOARD =
            """
            UID:board@example.net
            DTSTART;VALUE=DATE:20261119
            SUMMARY:Board retreat
            ORGANIZER;CN=Paula Pine:mailto:paula.pine@example.net
            ATTENDEE;CN=Vincent Vole;X-IMIP-AGENT-WAS=ACCEPTED:mailto:vincent.vole@example.com
            """;

    static final String NOWHERE =
            """
            UID:nowhere@example.com
            DTSTART;TZID=Nowhere/At <b>all</b>:20261119T090000
            DTEND;TZID=Nowhere/At <b>all</b>:20261119T100000
            SUMMARY:A meeting somewhere
            ORGANIZER;CN=Paula Pine:mailto:paula.pine@example.net
            ATTENDEE;CN=Vincent Vole:mailto:vincent.vole@example.com
            """;

    /** What Vincent proposed something else for: {@link #counters}. */
    static final String VISIT =
            """
            UID:visit@example.net
            DTSTART;TZID=Europe/Oslo:20261126T140000
            DTEND;TZID=Europe/Oslo:20261126T150000
            SUMMARY:Visit of the auditors
            LOCATION:Burrow 2
            ORGANIZER;CN=Paula Pine:mailto:paula.pine@example.net
            ATTENDEE;CN=Vincent Vole;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:vincent.vole@example.com
            """;

    /** Nobody else's. */
    static final String DENTIST =
            """
            UID:dentist@example.com
            DTSTART;TZID=Europe/Oslo:20261126T080000
            DTEND;TZID=Europe/Oslo:20261126T084500
            SUMMARY:Dentist
            """;

    /** Of Vincent's, with all that may be known of a guest, and files, and HTML. */
    static final String CONFERENCE =
            """
            UID:workshop@example.com
            DTSTART;TZID=Europe/Oslo:20261125T090000
            DTEND;TZID=Europe/Oslo:20261125T120000
            SUMMARY:Workshop: the new burrow
            LOCATION:Burrow 2
            STATUS:TENTATIVE
            CLASS:PRIVATE
            TRANSP:TRANSPARENT
            CATEGORIES:Building,Spring
            CONTACT:Front desk\\, +47 22 00 00 00
            CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://us02web.zoom.us/j/8412345?pwd=x
            CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+47-21-00-00-00
            ATTACH;FILENAME=Plan of the burrow.pdf;FMTTYPE=application/pdf:https://files.example.com/d/3f9
            ATTACH;VALUE=BINARY;ENCODING=BASE64;FMTTYPE=image/png;X-FILENAME=sketch.png:iVBORw0KGgo=
            DESCRIPTION:<p>We look at <b>three</b> plans &amp\\; choose&nbsp\\;one.</p><ul><li>North side</li><li>South side</li></ul><p>Read <a href="https://example.com/burrow?a=1&amp\\;b=2">the notes</a> before.</p><script>alert(1)</script>
            ORGANIZER;CN=Vincent Vole:mailto:vincent.vole@example.com
            ATTENDEE;CN=Vincent Vole;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:vincent.vole@example.com
            ATTENDEE;CN=Åse Blåbær;PARTSTAT=ACCEPTED;X-IMIP-AGENT-COMMENT="Gladly, but I must leave at eleven":mailto:aase@example.org
            ATTENDEE;CN=Simon Squirrel;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:paula.pine@example.net":mailto:simon.squirrel@example.org
            ATTENDEE;CN=Paula Pine;PARTSTAT=TENTATIVE;ROLE=OPT-PARTICIPANT;DELEGATED-FROM="mailto:simon.squirrel@example.org":mailto:paula.pine@example.net
            ATTENDEE;CN=Harriet Hare;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;X-IMIP-AGENT-WAS=ACCEPTED:mailto:harriet.hare@example.com
            ATTENDEE;CN=Building group;CUTYPE=GROUP;ROLE=NON-PARTICIPANT:mailto:building@example.com
            ATTENDEE;CN=Burrow 2;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:burrow2@example.com
            """;

    /** Accepted as a whole, with words; one date declined, another moved. */
    static final String SAUNA =
            """
            UID:sauna@example.net
            DTSTART;TZID=Europe/Oslo:20261106T170000
            DTEND;TZID=Europe/Oslo:20261106T190000
            RRULE:FREQ=WEEKLY;COUNT=20
            SUMMARY:Sauna
            LOCATION:https://meet.jit.si/Sauna
            COMMENT:Bring a towel this time.
            ORGANIZER;CN=Paula Pine:mailto:paula.pine@example.net
            ATTENDEE;CN=Vincent Vole;PARTSTAT=ACCEPTED;X-IMIP-AGENT-REPLIED=20261101T080000Z;X-IMIP-AGENT-COMMENT="I bring birch twigs":mailto:vincent.vole@example.com
            ATTENDEE;CN=Paula Pine;PARTSTAT=ACCEPTED:mailto:paula.pine@example.net
            ---
            UID:sauna@example.net
            RECURRENCE-ID;TZID=Europe/Oslo:20261204T170000
            DTSTART;TZID=Europe/Oslo:20261204T170000
            DTEND;TZID=Europe/Oslo:20261204T190000
            SUMMARY:Sauna
            LOCATION:https://meet.jit.si/Sauna
            ORGANIZER;CN=Paula Pine:mailto:paula.pine@example.net
            ATTENDEE;CN=Vincent Vole;PARTSTAT=DECLINED;X-IMIP-AGENT-REPLIED-HERE=20261110T080000Z:mailto:vincent.vole@example.com
            ATTENDEE;CN=Paula Pine;PARTSTAT=ACCEPTED:mailto:paula.pine@example.net
            ---
            UID:sauna@example.net
            RECURRENCE-ID;TZID=Europe/Oslo:20261211T170000
            DTSTART;TZID=Europe/Oslo:20261212T150000
            DTEND;TZID=Europe/Oslo:20261212T170000
            SUMMARY:Sauna by the lake
            LOCATION:Lake
            COMMENT:The old one is being mended.
            ORGANIZER;CN=Paula Pine:mailto:paula.pine@example.net
            ATTENDEE;CN=Vincent Vole;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;X-IMIP-AGENT-WAS=ACCEPTED:mailto:vincent.vole@example.com
            ATTENDEE;CN=Paula Pine;PARTSTAT=ACCEPTED:mailto:paula.pine@example.net
            ---
            UID:sauna@example.net
            RECURRENCE-ID;TZID=Europe/Oslo:20261218T170000
            DTSTART;TZID=Europe/Oslo:20261219T150000
            DTEND;TZID=Europe/Oslo:20261219T170000
            SUMMARY:Sauna by the lake
            LOCATION:Lake
            ORGANIZER;CN=Paula Pine:mailto:paula.pine@example.net
            ATTENDEE;CN=Vincent Vole;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:vincent.vole@example.com
            ATTENDEE;CN=Paula Pine;PARTSTAT=ACCEPTED:mailto:paula.pine@example.net
            """;

    static Map<String, KeptEvent> events() {
        var events = new HashMap<String, KeptEvent>();
        for (String text :
                List.of(
                        PLANNING,
                        STANDUP
                                + "---\n"
                                + STANDUP.replace(
                                                "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270628T215959Z\n",
                                                "")
                                        .replace(
                                                "UID:",
                                                "RECURRENCE-ID:20261123T080000Z\nSTATUS:CANCELLED\nUID:")
                                        .replace("20261102", "20261123"),
                        FAREWELL,
                        LUNCH,
                        CHOIR,
                        BOARD)) {
            var event = read(text);
            events.put(event.uid(), new KeptEvent(event.uid(), text, 3, null));
        }
        return events;
    }

    static SampleCalendar with(String text) {
        var event = read(text);
        return new SampleCalendar(
                Map.of(event.uid(), new KeptEvent(event.uid(), text, 1, null)),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** Fridays at the sauna: what of them waits, by what it is about; "" for the whole. */
    static SampleCalendar sauna(String... waiting) {
        var event = read(SAUNA);
        var dates = new ArrayList<Occurrence>();
        for (int i = 20; i <= 27; i += 7) {
            dates.add(sauna("202611" + i + "T160000Z", "2026-11-" + i, 17, "Sauna"));
        }
        dates.add(sauna("20261211T160000Z", "2026-12-12", 15, "Sauna by the lake"));
        dates.add(sauna("20261218T160000Z", "2026-12-19", 15, "Sauna by the lake"));
        dates.add(timed("gym@example.com", "2026-12-12T16:00", "2026-12-12T17:00", "Gym"));
        var requests = new ArrayList<Request>();
        for (String id : waiting) {
            requests.add(
                    new Request(
                            event.uid(),
                            id.isEmpty() ? null : new RecurrenceId(id),
                            Request.Kind.INVITATION,
                            at("2026-11-17T13:05:00Z"),
                            new CalendarAddress("paula.pine@example.net"),
                            null));
        }
        return new SampleCalendar(
                Map.of(event.uid(), new KeptEvent(event.uid(), SAUNA, 4, null)),
                dates,
                requests,
                List.of(),
                null);
    }

    private static Occurrence sauna(String id, String day, int hour, String summary) {
        return timed(
                "sauna@example.net",
                id,
                day + "T" + hour + ":00",
                day + "T" + (hour + 2) + ":00",
                summary,
                "",
                summary.equals("Sauna") ? Participation.ACCEPTED : Participation.NEEDS_ACTION,
                false,
                false);
    }

    /** Many meetings to answer. */
    static SampleCalendar invitations(int many) {
        var events = new HashMap<String, KeptEvent>();
        var all = new ArrayList<Occurrence>(november().all());
        var requests = new ArrayList<Request>();
        for (int i = 1; i <= many; i++) {
            String uid = "meeting-" + i + "@example.com";
            String text =
                    PLANNING.replace("planning-42@example.com", uid)
                            .replace("spring budget", "spring budget, round " + i);
            events.put(uid, new KeptEvent(uid, text, 1, null));
            all.add(
                    timed(
                            uid,
                            null,
                            "2026-11-18T10:00",
                            "2026-11-18T11:30",
                            "Planning of the spring budget, round " + i,
                            "Room 5",
                            Participation.NEEDS_ACTION,
                            false,
                            false));
            requests.add(
                    new Request(
                            uid,
                            null,
                            Request.Kind.INVITATION,
                            at("2026-11-17T13:05:00Z").plusSeconds(i),
                            new CalendarAddress("harriet.hare@example.com"),
                            null));
        }
        return new SampleCalendar(events, all, requests, List.of(), null);
    }

    /** An event of one property a line; its parts are divided by ---. */
    static Event read(String text) {
        @Nullable VEvent master = null;
        var changed = new TreeMap<RecurrenceId, VEvent>();
        for (String lines : text.split("---\n", -1)) {
            var properties = new ArrayList<Property>();
            for (String line : lines.split("\n", -1)) {
                if (!line.isBlank()) {
                    properties.add(property(line));
                }
            }
            var part = new VEvent(new Component("VEVENT", properties, List.of()), ZONES);
            RecurrenceId id = part.recurrenceId();
            if (id == null) {
                master = part;
            } else {
                changed.put(id, part);
            }
        }
        String uid = (master != null ? master : changed.firstEntry().getValue()).uid();
        return new Event(uid, master, changed);
    }

    private static Property property(String line) {
        boolean quoted = false;
        int colon = 0;
        while (quoted || line.charAt(colon) != ':') {
            quoted ^= line.charAt(colon) == '"';
            colon++;
        }
        String[] head = line.substring(0, colon).split(";", -1);
        var property = Property.of(head[0], line.substring(colon + 1));
        for (int i = 1; i < head.length; i++) {
            int equals = head[i].indexOf('=');
            property =
                    property.with(
                            head[i].substring(0, equals),
                            head[i].substring(equals + 1).replace("\"", ""));
        }
        return property;
    }

    // ---- what waits, what happened

    static List<Request> requests() {
        return List.of(
                new Request(
                        "planning-42@example.com",
                        null,
                        Request.Kind.INVITATION,
                        at("2026-11-17T13:05:00Z"),
                        new CalendarAddress("harriet.hare@example.com"),
                        null),
                new Request(
                        "board@example.net",
                        null,
                        Request.Kind.INVITATION,
                        at("2026-11-17T16:40:00Z"),
                        new CalendarAddress("paula.pine@example.net"),
                        null),
                new Request(
                        "lunch@example.com",
                        null,
                        Request.Kind.UNINVITED,
                        at("2026-11-18T07:12:00Z"),
                        new CalendarAddress("simon.squirrel@example.org"),
                        Participation.ACCEPTED,
                        at("2026-11-18T07:11:00Z"),
                        "Paula told me about it, and I have the photos from last year."),
                new Request(
                        "lunch@example.com",
                        null,
                        Request.Kind.COUNTER,
                        at("2026-11-18T07:30:00Z"),
                        new CalendarAddress("harriet.hare@example.com"),
                        null));
    }

    static List<KeptCounter> counters() {
        return List.of(
                new KeptCounter(
                        "lunch@example.com",
                        null,
                        new CalendarAddress("harriet.hare@example.com"),
                        at("2026-11-18T07:30:00Z"),
                        """
                        UID:lunch@example.com
                        DTSTART;TZID=Europe/Oslo:20261120T123000
                        DTEND;TZID=Europe/Oslo:20261120T133000
                        COMMENT:Half an hour later please
                        """),
                new KeptCounter(
                        "visit@example.net",
                        null,
                        VINCENT,
                        at("2026-11-18T07:40:00Z"),
                        """
                        UID:visit@example.net
                        DTSTART;TZID=Europe/Oslo:20261127T100000
                        DTEND;TZID=Europe/Oslo:20261127T110000
                        LOCATION:Old barn
                        """),
                new KeptCounter(
                        "choir@example.com",
                        new RecurrenceId("20270112T173000Z"),
                        new CalendarAddress("simon.squirrel@example.org"),
                        at("2026-11-18T07:45:00Z"),
                        """
                        UID:choir@example.com
                        RECURRENCE-ID;TZID=Europe/Oslo:20270112T183000
                        DTSTART;TZID=Europe/Oslo:20270112T200000
                        DTEND;TZID=Europe/Oslo:20270112T213000
                        LOCATION:New barn
                        """));
    }

    static List<Activity> activity() {
        return List.of(
                act(12, "2026-11-18T08:15:00Z", "remove", "party@example.com", Verdict.REMOVED),
                act(11, "2026-11-18T08:02:00Z", "send", "planning-42@example.com", Verdict.SAVED)
                        .mailing(List.of("harriet.hare@example.com", "zoe@example.net")),
                act(10, "2026-11-18T07:31:00Z", "accept", "lunch@example.com", Verdict.REPLIED)
                        .mailing(List.of("harriet.hare@example.com")),
                did(
                        "2026-11-18T07:12:00Z",
                        "REPLY",
                        "lunch@example.com",
                        "Lunch with Åse Blåbær 🫐",
                        "simon.squirrel@example.org",
                        Verdict.UNINVITED,
                        ""),
                did(
                        "2026-11-17T16:40:00Z",
                        "REQUEST",
                        "board@example.net",
                        "Board retreat",
                        "paula.pine@example.net",
                        Verdict.UPDATED,
                        "the time changed"),
                did(
                        "2026-11-17T16:38:00Z",
                        "REQUEST",
                        "board@example.net",
                        "Board retreat",
                        "paula.pine@example.net",
                        Verdict.STALE,
                        "sequence 1, the calendar has 2"),
                did(
                        "2026-11-17T13:05:00Z",
                        "REQUEST",
                        "planning-42@example.com",
                        "Planning of the spring budget",
                        "harriet.hare@example.com",
                        Verdict.INVITED,
                        ""),
                did(
                        "2026-11-15T22:02:00Z",
                        "CANCEL",
                        "party@example.com",
                        "Harriet’s farewell",
                        "simon.squirrel@example.org",
                        Verdict.CANCELLED,
                        ""),
                did(
                        "2026-11-14T06:15:00Z",
                        "",
                        "",
                        "",
                        "newsletter@example.net",
                        Verdict.UNREADABLE,
                        "line 12: no property"));
    }

    /** The same calendar, about whose lunch later entries tell, newest first. */
    static SampleCalendar afterLunch(Activity... later) {
        SampleCalendar usual = november();
        var all = new ArrayList<>(List.of(later));
        all.addAll(usual.activity());
        return new SampleCalendar(usual.events(), usual.all(), usual.requests(), all, null);
    }

    /** November after an event was removed. */
    static SampleCalendar without(String uid) {
        SampleCalendar usual = november();
        var events = new HashMap<>(usual.events());
        events.remove(uid);
        List<Occurrence> others =
                usual.all().stream().filter(each -> !each.uid().equals(uid)).toList();
        return new SampleCalendar(events, others, usual.requests(), usual.activity(), null);
    }

    /** What a mail server said of a mail about the lunch. */
    static Activity bounced(String words) {
        return did(
                "2026-11-18T08:10:00Z",
                "REQUEST",
                "lunch@example.com",
                "Lunch with Åse Blåbær 🫐",
                VINCENT.email(),
                Verdict.UNDELIVERED,
                "zoe@example.net: " + words);
    }

    static Activity answered(String from) {
        return did(
                "2026-11-18T08:20:00Z",
                "REPLY",
                "lunch@example.com",
                "Lunch",
                from,
                Verdict.ANSWERED,
                from + " ACCEPTED");
    }

    private static Activity act(long number, String at, String what, String uid, Verdict verdict) {
        return new Activity(
                number,
                at(at),
                Activity.Source.MANAGER,
                what,
                uid,
                null,
                uid.startsWith("lunch") ? "Lunch with Åse Blåbær 🫐" : "Planning <b>& more</b>",
                VINCENT.email(),
                verdict,
                "",
                List.of());
    }

    private static Activity did(
            String at,
            String what,
            String uid,
            String summary,
            String from,
            Verdict verdict,
            String detail) {
        return new Activity(
                at(at), Activity.Source.MAIL, what, uid, null, summary, from, verdict, detail);
    }

    // ---- requests of a browser

    /** One calendar that is shared, one who said something, one who is not known. */
    static final PeerCalendars PEERS =
            new PeerCalendars(
                    Sample::peers,
                    (_, people) -> Map.of(people.getLast(), "gone"),
                    data ->
                            new Resources(
                                    new Installation(
                                            Settings.defaults(),
                                            SqliteStore.open(Path.of("nowhere")),
                                            Zone.UTC,
                                            "host.example.com"),
                                    data),
                    PeerCalendars.Question::people);

    private static List<PeerSchedule> peers(ReadTransaction data, PeerSchedule.Question asked) {
        var all = new ArrayList<PeerSchedule>();
        var own = new Schedule(data, new Person(VINCENT, List.of(), OSLO), false, false);
        all.add(
                peer(
                        VINCENT,
                        PeerSchedule.Source.OWN,
                        asked,
                        own.freeBusy(asked.window().from(), asked.window().to(), asked.now())
                                .periods(),
                        8,
                        16));
        for (CalendarAddress other : asked.others()) {
            boolean isShared = other.email().startsWith("anna");
            boolean isSaid = other.email().startsWith("bo");
            all.add(
                    peer(
                            other,
                            isShared
                                    ? PeerSchedule.Source.SHARED
                                    : isSaid ? PeerSchedule.Source.SAID : PeerSchedule.Source.MET,
                            asked,
                            isShared || isSaid ? mornings(asked.window(), isShared) : List.of(),
                            isShared ? 9 : 0,
                            isShared ? 17 : 0));
        }
        return all;
    }

    private static List<BusyPeriod> mornings(Window window, boolean early) {
        var busy = new ArrayList<BusyPeriod>();
        LocalDate day = OSLO.day(window.from()).plusDays(1);
        for (int i = 0; i < 10; i++) {
            Instant start = OSLO.instant(day.plusDays(i).atTime(early ? 9 : 13, early ? 0 : 30));
            busy.add(
                    new BusyPeriod(
                            start,
                            start.plus(Duration.ofMinutes(90)),
                            i % 3 == 0 ? Busy.TENTATIVE : Busy.BUSY));
        }
        return busy;
    }

    private static PeerSchedule peer(
            CalendarAddress address,
            PeerSchedule.Source source,
            PeerSchedule.Question asked,
            List<BusyPeriod> busy,
            int from,
            int to) {
        var off = new ArrayList<BusyPeriod>();
        LocalDate day = OSLO.day(asked.window().from());
        for (int i = 0; i < 30 && to > 0; i++) {
            LocalDate each = day.plusDays(i);
            boolean isWeekend = each.getDayOfWeek().getValue() > 5;
            off.add(
                    new BusyPeriod(
                            OSLO.midnight(each),
                            OSLO.instant(each.atTime(isWeekend ? 23 : from, 0)),
                            Busy.UNAVAILABLE));
            off.add(
                    new BusyPeriod(
                            OSLO.instant(each.atTime(isWeekend ? 23 : to, 0)),
                            OSLO.midnight(each.plusDays(1)),
                            Busy.UNAVAILABLE));
        }
        return new PeerSchedule(
                address,
                "",
                source,
                source == PeerSchedule.Source.SAID ? NOW : null,
                source == PeerSchedule.Source.MET ? asked.window().from() : asked.window().to(),
                new FreeBusy(asked.window().from(), asked.window().to(), busy),
                new FreeBusy(asked.window().from(), asked.window().to(), off));
    }

    /** Files of which some can be imported; a draft that is not kept is gone. */
    static final ImportSteps IMPORTING =
            new ImportSteps(
                    4 << 20,
                    chosen -> inFiles(chosen.files().getFirst().name()),
                    order ->
                            new ImportDraft.Done(
                                    order.draft().equals("gone")
                                            ? null
                                            : new ImportResult(
                                                    2, 1, 1, 2, List.of("lunch@example.com")),
                                    List.of(),
                                    List.of()));

    private static List<ImportedEvent> inFiles(String file) {
        VEvent lunch = read(LUNCH).main();
        return List.of(
                inFile(Fate.NEW, Cause.NONE, file, lunch, "", List.of(), lunch.attendees()),
                inFile(
                        Fate.NEW,
                        Cause.NONE,
                        file,
                        read(CHOIR).main(),
                        "",
                        List.of("VEVENT: property is required: <DTSTAMP>"),
                        List.of()),
                inFile(
                        Fate.CHANGED,
                        Cause.NONE,
                        file,
                        read(PLANNING).main(),
                        "",
                        List.of(),
                        List.of()),
                inFile(
                        Fate.UNCHANGED,
                        Cause.NONE,
                        file,
                        read(DENTIST).main(),
                        "",
                        List.of(),
                        List.of()),
                inFile(
                        Fate.REFUSED,
                        Cause.MESSAGE,
                        file,
                        read(BOARD).main(),
                        "REPLY",
                        List.of(),
                        List.of()),
                inFile(
                        Fate.REFUSED,
                        Cause.UNREADABLE,
                        file,
                        null,
                        "no-calendar: <b>PK</b>",
                        List.of(),
                        List.of()),
                inFile(
                        Fate.PROBLEM,
                        Cause.NONE,
                        file,
                        null,
                        "unknown-zone: Nowhere",
                        List.of(),
                        List.of()));
    }

    private static ImportedEvent inFile(
            Fate fate,
            Cause cause,
            String file,
            @Nullable VEvent part,
            String detail,
            List<String> complaints,
            List<Attendee> told) {
        return new ImportedEvent(
                fate,
                cause,
                file,
                fate == Fate.REFUSED || fate == Fate.PROBLEM ? 12 : 0,
                part,
                detail,
                complaints,
                true,
                told.stream().map(Attendee::address).toList());
    }

    static Manager manager(SampleCalendar calendar, Function<ActionRequest, Outcome> agent) {
        return manager(calendar, agent, Messages.of("en"), OSLO, NOW);
    }

    static Manager manager(
            SampleCalendar calendar,
            Function<ActionRequest, Outcome> agent,
            Messages texts,
            Zone zone,
            Instant now) {
        return new Manager(
                () -> calendar,
                (data, user) -> visitor(data, texts, zone),
                Sample::read,
                agent,
                undo -> new Outcome.Done(Verdict.UNDONE, undo.activity()),
                Sample::preview,
                _ -> new ProfileHandler.Outcome.Stale(),
                Settings.defaults().with(SiteSettings.MANAGER_URL, "https://calendar.example.com"),
                IMPORTING,
                PEERS,
                () -> texts,
                now);
    }

    /** What the rules say of an act, with nothing else kept than the event. */
    static Decision preview(ReadTransaction data, ActionRequest asked) {
        KeptEvent kept = data.event(asked.person().address(), asked.uid());
        var state =
                new CalendarState(
                        asked.person(),
                        kept == null ? null : read(kept.text()),
                        List.of(),
                        data.counters(asked.person().address(), asked.uid()).stream()
                                .map(
                                        c ->
                                                new CounterProposal(
                                                        c.from(),
                                                        read(c.text()).main(),
                                                        c.arrived()))
                                .toList(),
                        new Policy(
                                OrganiserReplacement.NEVER, AddResponse.REFRESH, true, null, false),
                        Bounds.of(Settings.defaults()),
                        NOW.plus(Duration.ofDays(400)),
                        false);
        return UserActionRules.decide(state, asked.act(), NOW);
    }

    private static Visitor visitor(ReadTransaction data, Messages texts, Zone zone) {
        var person = new Person(VINCENT, List.of(), zone);
        return new Visitor(
                person,
                "Vincent Vole",
                texts,
                new Schedule(data, person, false, false),
                Preferences.of(Settings.defaults(), chosen(zone)));
    }

    static Map<String, String> chosen(Zone zone) {
        return Map.of(
                "CN",
                "Vincent Vole",
                "TZID",
                zone.name(),
                "aliases",
                "vole@example.org",
                "freebusy_sharing",
                "share",
                "freebusy_publishing",
                "publish",
                "feed",
                "all");
    }

    /** What a browser gets. */
    record Answer(int status, String head, String body) {}

    /** The answer to a GET of a path with its query, encoded. */
    static Answer get(Manager manager, String path) {
        return ask(manager, "GET", path, "", "text/html");
    }

    static Answer getJson(Manager manager, String path) {
        return ask(manager, "GET", path, "", "application/json");
    }

    /** Sends a form with a good token. */
    static Answer post(Manager manager, String path, String fields) {
        String token = new Tokens(new byte[32]).issue("vincent", manager.now());
        return ask(manager, "POST", path, fields + "&token=" + token, "text/html");
    }

    /**
     * Sends a form with files and a good token.
     *
     * @param files names and contents in turn; without any, what a browser sends where none is
     *     chosen
     */
    static Answer upload(Manager manager, String path, String action, String... files) {
        String token = new Tokens(new byte[32]).issue("vincent", manager.now());
        var body = new StringBuilder();
        part(body, "name=\"token\"", token);
        part(body, "name=\"action\"", action);
        if (files.length == 0) {
            part(body, "name=\"files\"; filename=\"\"", "");
        }
        for (int i = 0; i < files.length; i += 2) {
            part(body, "name=\"files\"; filename=\"" + files[i] + "\"", files[i + 1]);
        }
        return ask(
                manager,
                "POST",
                path,
                body + "--" + BOUNDARY + "--\r\n",
                "text/html",
                "",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static final String BOUNDARY = "----6b3fa1c9";

    private static void part(StringBuilder body, String disposition, String content) {
        body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; ")
                .append(disposition)
                .append("\r\n\r\n")
                .append(content)
                .append("\r\n");
    }

    static Answer ask(Manager manager, String method, String path, String body, String accept) {
        return ask(manager, method, path, body, accept, "");
    }

    /**
     * @param referer the page that the browser says it comes from; "" for none
     */
    static Answer ask(
            Manager manager,
            String method,
            String path,
            String body,
            String accept,
            String referer) {
        return ask(manager, method, path, body, accept, referer, URLENCODED);
    }

    private static final String URLENCODED = "application/x-www-form-urlencoded";

    private static Answer ask(
            Manager manager,
            String method,
            String path,
            String body,
            String accept,
            String referer,
            String type) {
        int question = path.indexOf('?');
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        var variables = new HashMap<String, String>();
        variables.put("REQUEST_METHOD", method);
        variables.put("REQUEST_URI", "/cal" + path);
        variables.put("SCRIPT_NAME", "/cal");
        variables.put(
                "PATH_INFO",
                URLDecoder.decode(
                        question < 0 ? path : path.substring(0, question), StandardCharsets.UTF_8));
        variables.put("QUERY_STRING", question < 0 ? "" : path.substring(question + 1));
        variables.put("REMOTE_USER", "vincent");
        variables.put("HTTP_ACCEPT", accept);
        variables.put("HTTP_SEC_FETCH_SITE", "same-origin");
        variables.put("HTTP_HOST", "calendar.example.com");
        variables.put("HTTP_REFERER", referer);
        variables.put("CONTENT_TYPE", type);
        variables.put("CONTENT_LENGTH", Integer.toString(octets.length));
        var out = new ByteArrayOutputStream();
        var site =
                new Site(
                        manager.routes(),
                        manager.failures(),
                        RequestLimits.USUAL,
                        () -> new Tokens(new byte[32]),
                        false);
        int status =
                site.answer(
                                variables,
                                new ByteArrayInputStream(octets),
                                out,
                                System.err,
                                manager.now(),
                                1)
                        .status();
        String whole = out.toString(StandardCharsets.UTF_8);
        int end = whole.indexOf("\r\n\r\n");
        return new Answer(status, whole.substring(0, end), whole.substring(end + 4));
    }
}
