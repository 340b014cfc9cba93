package org.imipagent.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.ical.CalendarReader;
import org.imipagent.itip.CalendarState;
import org.imipagent.itip.Decision;
import org.imipagent.itip.IncomingRules;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.itip.Person;
import org.imipagent.itip.Policy;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.UserActionRules;
import org.imipagent.itip.Verdict;
import org.imipagent.messages.Messages;
import org.imipagent.settings.AddResponse;
import org.imipagent.settings.Bounds;
import org.imipagent.settings.OrganiserReplacement;
import org.imipagent.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What mails say of decisions that the rules made: nothing here is decided by hand. */
class MailComposerTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final CalendarAddress ANNA = new CalendarAddress("anna@example.net");

    private static final String PLAN =
            """
            UID:plan@example.net
            DTSTAMP:20261101T080000Z
            SEQUENCE:0
            DTSTART:20261103T090000Z
            DTEND:20261103T100000Z
            RRULE:FREQ=WEEKLY;COUNT=4
            SUMMARY:Plan
            LOCATION:Room 1
            DESCRIPTION:Bring your notes.
            URL:https://meet.example/1
            ORGANIZER;CN=Anna:mailto:anna@example.net
            ATTENDEE;CN=Anna;PARTSTAT=ACCEPTED:mailto:anna@example.net
            ATTENDEE:mailto:vincent.vole@example.com
            ATTENDEE;CN=Bo:mailto:bo@example.net
            """;

    private static Event event(String... parts) {
        var text = new StringBuilder("BEGIN:VCALENDAR\n");
        for (String part : parts) {
            text.append("BEGIN:VEVENT\n").append(part).append("END:VEVENT\n");
        }
        return CalendarReader.read(text + "END:VCALENDAR\n", Limits.STANDARD)
                .objects()
                .getFirst()
                .events()
                .getFirst();
    }

    private static CalendarState state(CalendarAddress who, @Nullable Event event) {
        return new CalendarState(
                new Person(who, List.of(), Zone.UTC),
                event,
                List.of(),
                List.of(),
                new Policy(OrganiserReplacement.NEVER, AddResponse.REFRESH, true, null, false),
                Bounds.of(Settings.defaults()),
                NOW.plusSeconds(400 * 86_400L),
                false);
    }

    private static MailComposer composer(CalendarAddress who) {
        return new MailComposer(
                new Correspondent(new Person(who, List.of(), Zone.UTC), "", Messages.of("en")));
    }

    /** What Vincent is told of a mail about an event that he has. */
    private static String told(
            @Nullable Event before, Method method, Event came, String from, Verdict verdict) {
        var message = new Message(method, came, new CalendarAddress(from));
        Decision decision = IncomingRules.decide(state(VINCENT, before), message, NOW);
        assertEquals(verdict, decision.verdict(), decision.detail());
        return composer(VINCENT)
                .notices(List.of(new Notice(message, null, before, decision, List.of())), null)
                .getFirst()
                .plain();
    }

    private static String later(String part) {
        return part.replace("DTSTAMP:20261101T080000Z", "DTSTAMP:20261101T090000Z");
    }

    private static void has(String text, String... lines) {
        for (String line : lines) {
            assertTrue(text.contains(line), line + " is not in\n" + text);
        }
    }

    @Test
    void everyChangeThatMattersIsToldWithWhatItWas() {
        String now =
                later(PLAN)
                                .replace("Room 1", "Room 2")
                                .replace("https://meet.example/1", "https://meet.example/2")
                                .replace("Bring your notes.", "Bring cake.")
                                .replace("ATTENDEE;CN=Bo:mailto:bo@example.net\n", "")
                        + "STATUS:TENTATIVE\n"
                        + "ATTENDEE;CN=Cy:mailto:cy@example.net\n"
                        + "ATTACH;FILENAME=agenda.pdf:https://files.example/a.pdf\n"
                        + "CONFERENCE;VALUE=URI:https://video.example/9\n"
                        + "EXDATE:20261110T090000Z\n"
                        + "RDATE:20261112T090000Z\n";
        has(
                told(event(PLAN), Method.REQUEST, event(now), "anna@example.net", Verdict.UPDATED),
                "Anna has changed an event.",
                "Where: Room 2\n    before: Room 1",
                "Link: https://meet.example/2\n    before: https://meet.example/1",
                "Video call: https://video.example/9",
                "Attachments: agenda.pdf",
                "Status: maybe\n    before: confirmed",
                "No longer on: 10 November 2026",
                "Also on: 12 November 2026",
                "New guests: Cy",
                "No longer invited: Bo",
                "Description:\n> Bring cake.",
                "Description until now:\n> Bring your notes.");
    }

    @Test
    void anEventThatBecomesASeriesOrNoneIsToldSo() {
        String once = PLAN.replace("RRULE:FREQ=WEEKLY;COUNT=4\n", "");
        has(
                told(
                        event(once),
                        Method.REQUEST,
                        event(later(PLAN).replace("SEQUENCE:0", "SEQUENCE:1")),
                        "anna@example.net",
                        Verdict.UPDATED),
                "Repeats: Every week, 4 times");
    }

    @Test
    void cancelledIsSaidByWhicheverMethodAndTakenOffIsNot() {
        String cancelled = later(PLAN) + "STATUS:CANCELLED\n";
        for (Method method : List.of(Method.REQUEST, Method.PUBLISH, Method.CANCEL)) {
            has(
                    told(
                            event(PLAN),
                            method,
                            event(cancelled),
                            "anna@example.net",
                            Verdict.CANCELLED),
                    "Anna has cancelled an event.");
        }
        has(
                told(null, Method.REQUEST, event(cancelled), "anna@example.net", Verdict.CANCELLED),
                "Anna has cancelled an event.");
        has(
                told(
                        event(PLAN),
                        Method.CANCEL,
                        event(later(PLAN)),
                        "anna@example.net",
                        Verdict.CANCELLED),
                "Anna has taken you off an event.");
        String date =
                later(PLAN)
                        .replace("RRULE:FREQ=WEEKLY;COUNT=4\n", "RECURRENCE-ID:20261110T090000Z\n")
                        .replace("20261103", "20261110");
        has(
                told(
                        event(PLAN),
                        Method.REQUEST,
                        event(date + "STATUS:CANCELLED\n"),
                        "anna@example.net",
                        Verdict.CANCELLED),
                "Anna has cancelled one date of an event.");
        has(
                told(
                        event(PLAN),
                        Method.CANCEL,
                        event(date),
                        "anna@example.net",
                        Verdict.CANCELLED),
                "Anna has taken you off one date of an event.");
    }

    @Test
    void whoSentItIsNamedWhereItIsNotTheOrganiser() {
        String text =
                told(
                        null,
                        Method.REQUEST,
                        event(PLAN),
                        "mallory@elsewhere.example",
                        Verdict.INVITED);
        has(
                text,
                "You were sent an invitation to an event of Anna.",
                "Sent by mallory@elsewhere.example (not the organiser).");
        assertFalse(text.contains("Anna invites"), text);
    }

    @Test
    void aDateThatWasNotTakenIsNamedWithItsReason() {
        String unknown =
                later(PLAN)
                        .replace("RRULE:FREQ=WEEKLY;COUNT=4\n", "RECURRENCE-ID:20261111T090000Z\n")
                        .replace("20261103", "20261111");
        has(
                told(
                        event(PLAN),
                        Method.REQUEST,
                        event(later(PLAN).replace("Room 1", "Room 2"), unknown),
                        "anna@example.net",
                        Verdict.UPDATED),
                "11 November 2026 was not taken over:");
    }

    @Test
    void aLetterOfTheOrganiserSaysWhatWasOtherwiseBefore() {
        Event before = event(PLAN);
        VEvent master = java.util.Objects.requireNonNull(before.master());
        Event after =
                event(
                        PLAN.replace("Room 1", "Room 2")
                                .replace("T090000Z\nDTEND", "T093000Z\nDTEND"));
        Decision decision =
                UserActionRules.decide(
                        state(ANNA, before.with(master)),
                        new UserAction.Save(after, true, ""),
                        NOW);
        assertEquals(1, decision.messages().size());
        MailText text = composer(ANNA).scheduling(decision.messages().getFirst());
        has(
                text.body().plain(),
                "When: Tuesday 3 November 2026, 09:30-10:00 (UTC)\n"
                        + "    before: Tuesday 3 November 2026, 09:00-10:00 (UTC)",
                "Where: Room 2\n    before: Room 1");
    }

    /** Machines say Etc/UTC. */
    @Test
    void aWriterInUtcSaysTheTimeOnceWhateverTheNameOfTheirZone() {
        Decision decision =
                UserActionRules.decide(
                        state(ANNA, event(PLAN)),
                        new UserAction.Save(event(PLAN.replace("Room 1", "Room 2")), true, ""),
                        NOW);
        for (String zone : List.of("UTC", "Etc/UTC", "Zulu")) {
            var person = new Person(ANNA, List.of(), Zone.of(ZoneId.of(zone)));
            String body =
                    new MailComposer(new Correspondent(person, "", Messages.of("en")))
                            .scheduling(decision.messages().getFirst())
                            .body()
                            .plain();
            has(body, "When: Tuesday 3 November 2026, 09:00-10:00 (UTC)\n");
            assertEquals(1, body.split("09:00-10:00", -1).length - 1, body);
        }
    }

    @Test
    void untilIsTheLastDateThatTakesPlace() {
        String until =
                PLAN.replace("COUNT=4", "UNTIL=20261130T235959Z") + "EXDATE:20261124T090000Z\n";
        has(
                told(null, Method.REQUEST, event(until), "anna@example.net", Verdict.INVITED),
                "Repeats: Every week, until 17 November 2026");
    }
}
