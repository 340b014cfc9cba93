package org.imipagent.agent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.imipagent.agent.IncomingMailHandler.HandOn;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.VFreeBusy;
import org.imipagent.ical.CalendarObject;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.Change;
import org.imipagent.itip.Decision;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.OutgoingFreeBusy;
import org.imipagent.itip.Person;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.Mail;
import org.imipagent.notice.Notice;
import org.imipagent.settings.Preferences;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Store;

/** Every kind of mail that the agent writes, about events made up here. */
final class SampleMails {

    static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final CalendarAddress ANNA = new CalendarAddress("anna@example.net");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final String ORIGINAL =
            "From: anna@example.net\r\nSubject: Planning\r\nMessage-ID: <m1@example.net>\r\n\r\nThe original\r\n";

    private static final List<String> MEETING =
            List.of(
                    "UID:meeting@example.net",
                    "DTSTAMP:20261101T090000Z",
                    "SUMMARY:Planning the year",
                    "DTSTART;TZID=America/New_York:20261103T100000",
                    "DTEND;TZID=America/New_York:20261103T113000",
                    "LOCATION:Room 1",
                    "DESCRIPTION:Please read the plan first.\\n\\nIt is on the wall.",
                    "ORGANIZER;CN=Anna Aal:mailto:anna@example.net",
                    "ATTENDEE;CN=Anna Aal;PARTSTAT=ACCEPTED:mailto:anna@example.net",
                    "ATTENDEE;CN=Vincent Vole;RSVP=TRUE:mailto:vincent.vole@example.com",
                    "ATTENDEE;CN=Bo;PARTSTAT=TENTATIVE:mailto:bo@example.net");
    private static final List<String> WEEKLY = with(MEETING, "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=10");
    private static final List<String> OWN =
            with(
                    MEETING,
                    "UID:own@example.com",
                    "ORGANIZER;CN=Vincent Vole:mailto:vincent.vole@example.com");

    private final MailDrafts composer;
    private final Participant vincent;

    SampleMails(Store store, String language, String form) {
        Settings settings =
                Settings.defaults()
                        .with(SiteSettings.TZID, Zone.of(ZoneId.of("Europe/Oslo")))
                        .with(SiteSettings.MANAGER_URL, "https://webserver.example.com");
        composer = new MailDrafts(new Installation(settings, store, Zone.UTC, "host.example.com"));
        vincent = participant(settings, language, form, VINCENT);
    }

    private static Participant participant(
            Settings settings, String language, String form, CalendarAddress address) {
        var preferences =
                Map.of(
                        "LANG",
                        language,
                        "incoming",
                        form,
                        "freebusy_messages",
                        "notify",
                        "CN",
                        "Vincent Vole");
        return new Participant(
                new Person(address, List.of(), Zone.of(ZoneId.of("Europe/Oslo"))),
                Preferences.of(settings, preferences));
    }

    /** Every summary and every mail that is sent, by name. */
    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        summaries().forEach((name, mails) -> all.put("summary-" + name, readable(mails)));
        all.putAll(sent());
        return all;
    }

    private Map<String, List<HandOn>> summaries() {
        var moved = List.of("DTSTART:20261104T120000Z", "DTEND:20261104T130000Z");
        var changed =
                with(
                        with(MEETING, moved.getFirst(), moved.getLast()),
                        "SUMMARY:Planning two years",
                        "LOCATION:Room 2",
                        "ATTENDEE;CN=Cy:mailto:cy@example.net");
        var once = with(WEEKLY, "RECURRENCE-ID;TZID=America/New_York:20261110T100000");
        once = without(with(once, "DTSTART:20261111T150000Z", "DTEND:20261111T160000Z"), "RRULE");
        var all = new LinkedHashMap<String, List<HandOn>>();
        all.put(
                "invited",
                told(Method.REQUEST, MEETING, List.of(), MEETING, Verdict.INVITED, true));
        all.put(
                "invited-by-delegate",
                told(
                        Method.REQUEST,
                        with(
                                MEETING,
                                "ATTENDEE;DELEGATED-FROM=\"mailto:bo@example.net\":mailto:vincent.vole@example.com"),
                        List.of(),
                        MEETING,
                        Verdict.INVITED,
                        false));
        all.put("series", told(Method.REQUEST, WEEKLY, List.of(), WEEKLY, Verdict.INVITED, false));
        all.put("changed", told(Method.REQUEST, changed, MEETING, changed, Verdict.UPDATED, true));
        all.put("changed-one", told(Method.REQUEST, once, WEEKLY, once, Verdict.UPDATED, false));
        all.put(
                "invited-to-one",
                told(Method.REQUEST, once, List.of(), once, Verdict.INVITED, false));
        var future = new ArrayList<>(once);
        future.replaceAll(
                line -> line.replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;"));
        all.put(
                "changed-future",
                told(Method.REQUEST, future, WEEKLY, future, Verdict.UPDATED, false));
        var cancelled = with(MEETING, "STATUS:CANCELLED", "COMMENT:No snow.");
        all.put(
                "cancelled",
                told(Method.CANCEL, cancelled, MEETING, cancelled, Verdict.CANCELLED, false));
        var cancelledOne = with(once, "STATUS:CANCELLED");
        all.put(
                "cancelled-one",
                told(Method.CANCEL, cancelledOne, WEEKLY, cancelledOne, Verdict.CANCELLED, false));
        var twoDates = new ArrayList<>(cancelledOne);
        twoDates.addAll(List.of("END:VEVENT", "BEGIN:VEVENT"));
        twoDates.addAll(
                with(
                        cancelledOne,
                        "RECURRENCE-ID;TZID=America/New_York:20261124T100000",
                        "DTSTART:20261124T150000Z",
                        "DTEND:20261124T160000Z"));
        all.put(
                "cancelled-some",
                told(Method.CANCEL, twoDates, WEEKLY, cancelledOne, Verdict.CANCELLED, false));
        var others =
                List.of(
                        "UID:meeting@example.net",
                        "DTSTAMP:20261101T090000Z",
                        "ORGANIZER;CN=Anna Aal:mailto:anna@example.net",
                        "ATTENDEE;CN=Bo:mailto:bo@example.net");
        all.put(
                "others-off",
                told(
                        Method.CANCEL,
                        others,
                        MEETING,
                        MEETING.stream().filter(line -> !line.contains("CN=Bo")).toList(),
                        Verdict.UPDATED,
                        false));
        var withDates = new ArrayList<>(WEEKLY);
        withDates.addAll(List.of("END:VEVENT", "BEGIN:VEVENT"));
        withDates.addAll(once);
        withDates.addAll(List.of("END:VEVENT", "BEGIN:VEVENT"));
        withDates.addAll(twoDates.subList(twoDates.indexOf("BEGIN:VEVENT") + 1, twoDates.size()));
        all.put(
                "series-with-dates",
                told(Method.REQUEST, withDates, List.of(), WEEKLY, Verdict.INVITED, false));
        all.put(
                "asked-again-date",
                told(Method.REQUEST, once, MEETING, List.of(), Verdict.ASKED_AGAIN, false));
        all.put(
                "several-events",
                handOn(
                        List.of(
                                told(Method.REQUEST, MEETING, MEETING, Verdict.INVITED),
                                told(Method.REQUEST, MEETING, MEETING, Verdict.STALE),
                                told(
                                        Method.REQUEST,
                                        with(MEETING, "UID:other", "SUMMARY:Another"),
                                        with(MEETING, "UID:other", "SUMMARY:Another"),
                                        Verdict.INVITED))));
        all.put(
                "published",
                told(Method.PUBLISH, MEETING, List.of(), MEETING, Verdict.PUBLISHED, false));
        all.put("added", told(Method.ADD, once, WEEKLY, once, Verdict.ADDED, false));
        all.put(
                "asked-again",
                told(Method.ADD, once, List.of(), List.of(), Verdict.ASKED_AGAIN, false));
        var bo = with(OWN, "ATTENDEE;CN=Bo;PARTSTAT=ACCEPTED:mailto:bo@example.net");
        var reply =
                List.of(
                        "UID:own@example.com",
                        "DTSTAMP:20261101T090000Z",
                        "ATTENDEE;CN=Bo;PARTSTAT=ACCEPTED:mailto:bo@example.net",
                        "COMMENT:With pleasure!\\nSubject: I bring cake");
        all.put("answered", told(Method.REPLY, reply, OWN, bo, Verdict.ANSWERED, false));
        var delegated =
                "ATTENDEE;CN=Bo;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:cy@example.net\":mailto:bo@example.net";
        all.put(
                "delegated",
                told(
                        Method.REPLY,
                        with(reply, delegated),
                        OWN,
                        with(OWN, delegated),
                        Verdict.DELEGATED,
                        false));
        all.put("uninvited", told(Method.REPLY, reply, OWN, OWN, Verdict.UNINVITED, false));
        all.put("refresh", told(Method.REFRESH, reply, OWN, OWN, Verdict.REFRESH_ASKED, false));
        all.put("refreshed", told(Method.REFRESH, reply, OWN, OWN, Verdict.REFRESHED, false));
        var counter =
                with(with(OWN, moved.getFirst(), moved.getLast()), "COMMENT:I have the dentist.");
        all.put("counter", told(Method.COUNTER, counter, OWN, OWN, Verdict.COUNTERED, true));
        all.put(
                "counter-declined",
                told(
                        Method.DECLINECOUNTER,
                        with(MEETING, "COMMENT:The room is taken."),
                        MEETING,
                        MEETING,
                        Verdict.COUNTER_DECLINED,
                        false));
        all.put("freebusy", freeBusyNotice());
        all.put("refused", told(Method.REQUEST, MEETING, MEETING, MEETING, Verdict.STALE, false));
        return all;
    }

    private List<HandOn> told(
            Method method,
            List<String> came,
            List<String> before,
            List<String> after,
            Verdict verdict,
            boolean clash) {
        var dentist =
                new Occurrence(
                        "dentist",
                        null,
                        Instant.parse("2026-11-03T15:30:00Z"),
                        Instant.parse("2026-11-03T16:00:00Z"),
                        null,
                        null,
                        "Dentist",
                        "",
                        false,
                        false,
                        null,
                        Occurrence.Busy.BUSY);
        List<Change> changes =
                after.isEmpty() ? List.of() : List.of(new Change.Keep(kept(before, after)));
        return handOn(
                new Notice(
                        new Message(
                                method,
                                event(came),
                                method == Method.REPLY
                                                || method == Method.COUNTER
                                                || method == Method.REFRESH
                                        ? new CalendarAddress("bo@example.net")
                                        : ANNA),
                        null,
                        before.isEmpty() ? null : event(before),
                        new Decision(
                                verdict, "", verdict.isRefusal() ? List.of() : changes, List.of()),
                        clash ? List.of(dentist) : List.of()));
    }

    private Notice told(Method method, List<String> came, List<String> after, Verdict verdict) {
        return new Notice(
                new Message(method, event(came), ANNA),
                null,
                null,
                new Decision(verdict, "", List.of(new Change.Keep(event(after))), List.of()),
                List.of());
    }

    private static Event kept(List<String> before, List<String> after) {
        VEvent part = event(after).main();
        return before.isEmpty() ? Event.of(part) : event(before).with(part);
    }

    private List<HandOn> freeBusyNotice() {
        var window =
                new FreeBusy(
                        Instant.parse("2026-11-02T23:00:00Z"),
                        Instant.parse("2026-11-09T23:00:00Z"),
                        List.of(
                                new BusyPeriod(
                                        Instant.parse("2026-11-03T09:00:00Z"),
                                        Instant.parse("2026-11-03T10:00:00Z"),
                                        Occurrence.Busy.BUSY)));
        var object =
                new VFreeBusy(event(MEETING).main().component(), event(MEETING).main().zones());
        return handOn(
                new Notice(
                        null,
                        new FreeBusyMessage(Method.PUBLISH, object, ANNA),
                        null,
                        new Decision(
                                Verdict.FREEBUSY_KEPT,
                                "",
                                List.of(new Change.Learn(ANNA, window, NOW)),
                                List.of()),
                        List.of()));
    }

    List<HandOn> handOn(Notice told) {
        return handOn(List.of(told));
    }

    private List<HandOn> handOn(List<Notice> told) {
        var mail =
                new ParsedMail(
                        org.imipagent.mail.MailReader.read(
                                ORIGINAL.getBytes(StandardCharsets.US_ASCII),
                                org.imipagent.mail.MailLimits.DEFAULT),
                        List.of(),
                        List.of(),
                        List.of(),
                        "");
        return composer.handOn(
                ORIGINAL.getBytes(StandardCharsets.US_ASCII), mail, VINCENT, told, vincent, NOW);
    }

    /** The invitation in the form that the person prefers. */
    List<HandOn> invitation() {
        return told(Method.REQUEST, MEETING, List.of(), MEETING, Verdict.INVITED, false);
    }

    /** An invitation and a reply in which every text is a stranger's. */
    List<String> hostile(String text, String parameter) {
        var lines = new ArrayList<>(MEETING);
        lines.add("COMMENT:x");
        VEvent part = event(lines).main();
        for (String name : List.of("SUMMARY", "LOCATION", "DESCRIPTION", "COMMENT")) {
            part = part.with(Property.ofText(name, text));
        }
        part =
                part.with(
                        new Attendee(part.component().all("ORGANIZER").getFirst())
                                .with("CN", parameter)
                                .property());
        part = part.with(Attendee.of(VINCENT).with("CN", parameter));
        var event = Event.of(part);
        var told =
                new Notice(
                        new Message(Method.REQUEST, event, ANNA),
                        null,
                        null,
                        new Decision(
                                Verdict.INVITED, text, List.of(new Change.Keep(event)), List.of()),
                        List.of());
        var mails = new ArrayList<String>();
        mails.add(readable(handOn(told)));
        mails.add(sent(new Outgoing(Method.REPLY, List.of(ANNA), List.of(part), text)));
        return mails;
    }

    private Map<String, String> sent() {
        var all = new LinkedHashMap<String, String>();
        VEvent mine = event(MEETING).main().with(Attendee.of(VINCENT).with(Participation.ACCEPTED));
        VEvent later =
                event(
                                with(
                                        MEETING,
                                        "DTSTART;TZID=America/New_York:20261104T140000",
                                        "DTEND;TZID=America/New_York:20261104T153000"))
                        .main()
                        .with(Attendee.of(VINCENT).with(Participation.ACCEPTED));
        VEvent answered = of(mine, VINCENT);
        VEvent own = event(OWN).main();
        VEvent refresh = asked(answered);
        all.put(
                "sent-reply",
                sent(
                        new Outgoing(
                                Method.REPLY, List.of(ANNA), List.of(answered), "I bring cake.")));
        all.put(
                "sent-request",
                sent(new Outgoing(Method.REQUEST, List.of(ANNA), List.of(own), "")));
        all.put(
                "sent-changed",
                sent(
                        new Outgoing(
                                Method.REQUEST, List.of(ANNA), List.of(own.withSequence(1)), "")));
        all.put(
                "sent-passed-on",
                sent(new Outgoing(Method.REQUEST, List.of(ANNA), List.of(mine), "")));
        all.put("sent-cancel", sent(new Outgoing(Method.CANCEL, List.of(ANNA), List.of(own), "")));
        all.put("sent-add", sent(new Outgoing(Method.ADD, List.of(ANNA), List.of(own), "")));
        all.put(
                "sent-publish",
                sent(new Outgoing(Method.PUBLISH, List.of(ANNA), List.of(own), "")));
        all.put("sent-refresh", sent(Outgoing.automatic(Method.REFRESH, ANNA, List.of(refresh))));
        all.put(
                "sent-counter",
                sent(
                        new Outgoing(
                                Method.COUNTER,
                                List.of(ANNA),
                                List.of(later),
                                "Later?",
                                false,
                                event(MEETING),
                                false)));
        all.put(
                "sent-declinecounter",
                sent(
                        new Outgoing(
                                Method.DECLINECOUNTER,
                                List.of(ANNA),
                                List.of(of(own, ANNA)),
                                "No.")));
        var asked =
                org.imipagent.mail.MailReader.read(
                        ORIGINAL.getBytes(StandardCharsets.US_ASCII),
                        org.imipagent.mail.MailLimits.DEFAULT);
        all.put("sent-freebusy", freeBusySent(asked));
        return all;
    }

    /** The code that proves an alias. */
    String aliasCode() {
        return readable(
                composer.aliasCode(
                        vincent, new CalendarAddress("vole@example.org"), "01234567", NOW));
    }

    private String freeBusySent(Mail asked) {
        var window =
                new FreeBusy(
                        Instant.parse("2026-11-02T23:00:00Z"),
                        Instant.parse("2026-11-09T23:00:00Z"),
                        List.of());
        var answer =
                new OutgoingFreeBusy(
                        "fb1@example.net",
                        new Attendee(Property.of("ORGANIZER", ANNA.uri())),
                        Attendee.of(VINCENT),
                        window);
        return readable(composer.freeBusy(answer, vincent, false, asked, NOW));
    }

    private String sent(Outgoing outgoing) {
        return readable(
                composer.scheduling(outgoing, vincent, null, "<m1@example.net>", NOW).message());
    }

    /** With that attendee alone, and nothing that tells more than when and what. */
    private static VEvent of(VEvent part, CalendarAddress who) {
        VEvent alone = part.without("DESCRIPTION");
        for (Attendee other : part.attendees()) {
            if (!other.address().equals(who)) {
                alone = alone.withoutAttendees(Set.of(other.address()));
            }
        }
        return alone;
    }

    /** What asks for an event again says only which, what it is called, and who asks. */
    private static VEvent asked(VEvent part) {
        VEvent asked = part;
        for (String name : List.of("DTSTART", "DTEND", "LOCATION")) {
            asked = asked.without(name);
        }
        return asked;
    }

    private static Event event(List<String> lines) {
        String text =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
                        + String.join("\r\n", lines)
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        CalendarObject object = CalendarReader.read(text, Limits.STANDARD).objects().getFirst();
        return object.events().getFirst();
    }

    /** With lines in the place of those of the same name (and, of attendees, the same address). */
    private static List<String> with(List<String> lines, String... more) {
        var changed = new ArrayList<>(lines);
        for (String line : more) {
            changed.removeIf(old -> key(old).equals(key(line)));
            changed.add(line);
        }
        return changed;
    }

    private static List<String> without(List<String> lines, String name) {
        return lines.stream().filter(line -> !line.startsWith(name)).toList();
    }

    private static String key(String line) {
        String name = line.split("[:;]", 2)[0];
        return name.equals("ATTENDEE") ? line.substring(line.lastIndexOf(':')) : name;
    }

    static String readable(List<HandOn> mails) {
        var text = new StringBuilder();
        for (HandOn mail : mails) {
            text.append("== from <").append(mail.sender()).append(">\n");
            text.append(readable(mail.message().bytes()));
        }
        return text.toString();
    }

    private static final Pattern BASE64 =
            Pattern.compile("(?<=Transfer-Encoding: base64\n\n)([A-Za-z0-9+/=\n]+)");
    private static final Pattern QUOTED =
            Pattern.compile("(?s)(?<=Transfer-Encoding: quoted-printable\n\n)(.+?)(?=\n--=_|$)");

    /** A mail with its parts decoded. */
    static String readable(byte[] mail) {
        String text = new String(mail, StandardCharsets.UTF_8).replace("\r\n", "\n");
        String plain =
                BASE64.matcher(text)
                        .replaceAll(
                                match -> java.util.regex.Matcher.quoteReplacement(base64(match)));
        return QUOTED.matcher(plain)
                .replaceAll(
                        match -> java.util.regex.Matcher.quoteReplacement(quoted(match.group(1))));
    }

    private static String base64(MatchResult match) {
        return new String(Base64.getMimeDecoder().decode(match.group(1)), StandardCharsets.UTF_8)
                .replace("\r\n", "\n");
    }

    private static String quoted(String text) {
        byte[] octets = text.replace("=\n", "").getBytes(StandardCharsets.UTF_8);
        byte[] plain = new byte[octets.length];
        int length = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '=' && i + 2 < octets.length) {
                plain[length++] =
                        (byte)
                                (Character.digit(octets[i + 1], 16) << 4
                                        | Character.digit(octets[i + 2], 16));
                i += 2;
            } else {
                plain[length++] = octets[i];
            }
        }
        return new String(Arrays.copyOf(plain, length), StandardCharsets.UTF_8);
    }

    /** The header fields of a mail: how often each name stands there. */
    static Map<String, Integer> fields(String mail) {
        var fields = new HashMap<String, Integer>();
        for (String line : mail.substring(0, mail.indexOf("\n\n")).split("\n", -1)) {
            if (!line.startsWith(" ") && !line.startsWith("== ")) {
                fields.merge(line.split(":", 2)[0], 1, Integer::sum);
            }
        }
        return fields;
    }
}
