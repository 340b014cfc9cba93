package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.Times;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.UserAction;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.store.Posted;
import org.imipagent.store.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of mails in any number and order, over generated ones. */
@ExtendWith(TestStores.class)
class SchedulingLawsTest {

    private static final CalendarAddress ORGANISER = new CalendarAddress("org@example.com");
    private static final CalendarAddress GUEST = new CalendarAddress("a@example.net");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final List<String> ANSWERS = List.of("ACCEPTED", "DECLINED", "TENTATIVE");

    @TempDir Path stores = Path.of("");

    private record Sent(CalendarAddress from, String calendar) {}

    /** Each attendee answers some times, for the series and for some dates of it. */
    private static List<Sent> replies(Random random) {
        var replies = new ArrayList<Sent>();
        for (String who : List.of("a@example.net", "b@example.net", "c@example.net")) {
            for (String id : List.of("", "RECURRENCE-ID:20261110T090000Z\r\n")) {
                for (int time = 0; time < 2; time++) {
                    String answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
                    replies.add(
                            new Sent(
                                    new CalendarAddress(who),
                                    object(
                                            "REPLY",
                                            id
                                                    + "DTSTAMP:20261101T1"
                                                    + time
                                                    + "0000Z\r\nATTENDEE;PARTSTAT="
                                                    + answer
                                                    + ":mailto:"
                                                    + who
                                                    + "\r\n")));
                }
            }
        }
        return replies;
    }

    private static String object(String method, String lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:"
                + method
                + "\r\nBEGIN:VEVENT\r\nUID:series\r\n"
                + lines
                + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static String series(String method, int sequence, int minute, String summary) {
        return object(
                method,
                "SEQUENCE:"
                        + sequence
                        + "\r\nDTSTAMP:20261101T08"
                        + minute
                        + "00Z\r\nDTSTART:20261103T090000Z\r\nDTEND:20261103T100000Z\r\n"
                        + "RRULE:FREQ=WEEKLY;COUNT=4\r\nSUMMARY:"
                        + summary
                        + "\r\nORGANIZER:mailto:org@example.com\r\n"
                        + "ATTENDEE:mailto:a@example.net\r\nATTENDEE:mailto:b@example.net\r\n"
                        + "ATTENDEE:mailto:c@example.net\r\n");
    }

    private static String said(TestPeople people, CalendarAddress user) {
        Event event = people.event(user, "series");
        var parts = new TreeMap<String, List<String>>();
        for (VEvent part : event == null ? List.<VEvent>of() : event.parts()) {
            var lines = new ArrayList<String>(List.of(part.summary(), "" + part.isCancelled()));
            for (Attendee attendee : part.attendees()) {
                lines.add(attendee.address() + " " + attendee.participation());
            }
            parts.put(String.valueOf(part.recurrenceId()), lines);
        }
        return parts.toString();
    }

    private String afterAll(List<Sent> mails, CalendarAddress to, boolean isOrganiser)
            throws IOException {
        try (var people = new TestPeople(Files.createTempDirectory(stores, "law"), NOW)) {
            if (isOrganiser) {
                people.put(to, series("PUBLISH", 0, 10, "Series"));
            }
            for (Sent mail : mails) {
                people.deliver(mail.from(), mail.calendar(), to);
            }
            return said(people, to);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theOrganiserKnowsTheSameInWhicheverOrderAnswersCome(int seed) throws IOException {
        var random = new Random(seed);
        List<Sent> replies = replies(random);
        String expected = afterAll(replies, ORGANISER, true);
        for (int i = 0; i < 4; i++) {
            var shuffled = new ArrayList<>(replies);
            shuffled.addAll(replies.subList(0, 4));
            Collections.shuffle(shuffled, random);
            assertEquals(expected, afterAll(shuffled, ORGANISER, true));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theNewestVersionHoldsInWhicheverOrderAndHoweverOftenTheyCome(int seed) throws IOException {
        var random = new Random(seed);
        var versions = new ArrayList<Sent>();
        for (int sequence = 0; sequence < 3; sequence++) {
            for (int minute = 10; minute < 12; minute++) {
                String name = "Version " + sequence + "." + minute;
                versions.add(new Sent(ORGANISER, series("REQUEST", sequence, minute, name)));
            }
        }
        String expected = afterAll(versions, GUEST, false);
        versions.addAll(List.copyOf(versions));
        for (int i = 0; i < 4; i++) {
            Collections.shuffle(versions, random);
            assertEquals(expected, afterAll(versions, GUEST, false));
        }
    }

    @Test
    void aMailThatComesTwiceSendsNothingTwice() throws IOException {
        try (var people = new TestPeople(Files.createTempDirectory(stores, "law"), NOW)) {
            people.put(ORGANISER, series("PUBLISH", 0, 10, "Series"));
            people.prefer(ORGANISER, "event_refreshing", "always");
            String refresh =
                    object(
                            "REFRESH",
                            "DTSTAMP:20261101T090000Z\r\nATTENDEE:mailto:a@example.net\r\n");
            for (int i = 0; i < 3; i++) {
                people.deliver(GUEST, refresh, ORGANISER);
            }
            assertEquals(1, people.sent().size());
        }
    }

    /** Line ends, raw and escaped, in every text that a stranger may write and we may repeat. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\\nBcc: victim@example.org\\n\\nhello",
                "x\\r\\nATTENDEE:mailto:victim@example.org",
                "x\rBcc: victim@example.org",
                "x\u2028Bcc: victim@example.org",
                "x\u0085Bcc: victim@example.org",
                "x\u000bBcc: victim@example.org",
                "x^nBcc: victim@example.org",
                "=?utf-8?q?x=0D=0ABcc:_victim@example.org?="
            })
    void noTextOfAStrangerAddsALineToWhatWeSend(String text) throws IOException {
        try (var people = new TestPeople(Files.createTempDirectory(stores, "law"), NOW)) {
            String event =
                    "DTSTAMP:20261101T090000Z\r\nSEQUENCE:1\r\nDTSTART:20261103T090000Z\r\n"
                            + "DTEND:20261103T100000Z\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"
                            + odd(text)
                            + "ORGANIZER;CN=\""
                            + text
                            + "\":mailto:org@example.com\r\nATTENDEE;CN=\""
                            + text
                            + "\":mailto:a@example.net\r\n";
            var date = RecurrenceId.read("20261110T090000Z");
            String said = text.replace("\\n", "\n").replace("\\r", "\r");
            people.put(ORGANISER, object("REQUEST", event));
            people.deliver(ORGANISER, object("REQUEST", event), GUEST);
            people.act(GUEST, "series", new UserAction.Answer(null, Participation.ACCEPTED, said));
            people.act(
                    GUEST, "series", new UserAction.Propose(date, at("13"), at("14"), said, said));
            people.act(GUEST, "series", new UserAction.Delegate(date, DELEGATE, said));
            Event after = Objects.requireNonNull(people.event(ORGANISER, "series"));
            VEvent moved = after.main().with(Times.write("DTEND", at("15")));
            people.act(ORGANISER, "series", new UserAction.Save(Event.of(moved), true, said));
            people.act(
                    ORGANISER,
                    "series",
                    new UserAction.CallOff(date, false, List.of(), true, said));
            String ask = object("ADD", event.replace("RRULE:FREQ=WEEKLY;COUNT=3\r\n", ""));
            people.deliver(ORGANISER, ask.replace("UID:series", "UID:series" + text), GUEST);
            var methods = new TreeSet<String>();
            for (var posted : people.sent()) {
                methods.add(harmless(posted));
            }
            Event invited = people.event(GUEST, "series");
            assertEquals(
                    invited == null
                            ? Set.of()
                            : Set.of("REPLY", "COUNTER", "REQUEST", "CANCEL", "REFRESH"),
                    methods);
        }
    }

    private static final CalendarAddress DELEGATE = new CalendarAddress("d@example.net");

    private static String odd(String text) {
        var lines = new StringBuilder();
        for (String name : List.of("SUMMARY", "LOCATION", "DESCRIPTION", "COMMENT", "X-ODD")) {
            lines.append(name).append(':').append(text).append("\r\n");
        }
        return lines.toString();
    }

    private static CalendarTime at(String hour) {
        return CalendarTime.utc(Instant.parse("2026-11-10T" + hour + ":00:00Z"));
    }

    /**
     * The method of a mail of ours that goes to whom it should and says nothing that it should not.
     */
    private static String harmless(Posted posted) {
        var known = Set.of("org@example.com", "a@example.net", "d@example.net");
        assertTrue(known.containsAll(posted.recipients()), posted.recipients().toString());
        String mail = new String(posted.message(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        String head = mail.substring(0, mail.indexOf("\n\n"));
        assertFalse(head.matches("(?s).*[\r\n]Bcc.*"), head);
        var read = MailReader.read(posted.message(), MailLimits.DEFAULT);
        assertNotNull(read.from());
        assertTrue(
                known.containsAll(read.recipients().stream().map(CalendarAddress::email).toList()),
                head);
        var part = read.parts().getFirst();
        String calendar = new String(part.content(), StandardCharsets.UTF_8).replace("\r\n ", "");
        assertFalse(calendar.contains("\nATTENDEE:mailto:victim"), calendar);
        assertFalse(calendar.contains("\nBcc"), calendar);
        return String.valueOf(part.method());
    }
}
