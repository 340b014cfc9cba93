package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.ical.CalendarReader;
import org.imipagent.mail.MailReader;
import org.imipagent.store.Posted;
import org.junit.jupiter.api.Test;

/**
 * Dates of one event that go different ways: held for it, or given back by a member of a
 * collection.
 */
class ResourceDatesTest extends ResourceStories {

    private static final CalendarAddress BLUE = new CalendarAddress("blue@example.com");
    private static final CalendarAddress RED = new CalendarAddress("red@example.com");

    private static final Instant DAY = Instant.parse("2026-11-03T00:00:00Z");

    private void chain(String... lines) {
        prefer("scheduling_function", String.join("\n", lines));
    }

    private void prefer(CalendarAddress user, String name, String value) {
        store.change(
                writing -> {
                    writing.add(user, NOW);
                    writing.prefer(user, name, value);
                });
    }

    /** What of the third of November is taken, in hours: {@code 9-10}. */
    private List<String> busy(CalendarAddress user, Instant now) {
        var busy = new ArrayList<String>();
        try (var reading = store.read()) {
            FreeBusy found =
                    site.schedule(reading, user).freeBusy(DAY, DAY.plus(Duration.ofDays(1)), now);
            found.periods()
                    .forEach(
                            each ->
                                    busy.add(
                                            each.start().toString().substring(11, 16)
                                                    + "-"
                                                    + each.end().toString().substring(11, 16)));
        }
        return busy;
    }

    /** Every mail that went out since: METHOD, who answers, and what; with the time it is about. */
    private List<String> sent() {
        var sent = new ArrayList<String>();
        store.change(
                writing -> {
                    for (Posted mail : writing.outbox(NOW.plus(Duration.ofDays(30)), 100)) {
                        var read =
                                MailReader.read(
                                        mail.message(), org.imipagent.mail.MailLimits.DEFAULT);
                        if (read.parts().isEmpty()) {
                            sent.add("mail to " + mail.recipients().getFirst());
                        }
                        for (var calendar : read.parts().stream().limit(1).toList()) {
                            assertSound(calendar.content());
                            var object =
                                    CalendarReader.read(calendar.content(), null, Limits.STANDARD)
                                            .objects()
                                            .getFirst();
                            for (VEvent part : object.events().getFirst().parts()) {
                                sent.add(told(String.valueOf(object.method()), part));
                            }
                        }
                        writing.sent(mail.number());
                    }
                });
        return sent;
    }

    private static String told(String method, VEvent part) {
        var room = part.attendee(ROOM);
        var who = method.equals("COUNTER") && room != null ? room : part.attendees().getFirst();
        String id = part.recurrenceId() == null ? "" : " of " + part.recurrenceId().text();
        return method
                + " "
                + who.address().email().replaceAll("@.*", "")
                + " "
                + who.participation().partstat()
                + id
                + (method.equals("COUNTER")
                        ? " "
                                + Objects.requireNonNull(part.start())
                                        .instant(org.imipagent.calendar.Zone.UTC)
                        : "");
    }

    private List<String> asked(String from, String event) {
        receive("REQUEST", from, event);
        return sent();
    }

    private List<String> askOf(CalendarAddress room, String from, String event) {
        new ResourceMailHandler(site)
                .receive(
                        mail("REQUEST", from, event.replace("room@example.com", room.email())),
                        List.of(room),
                        NOW);
        return answers();
    }

    private void collection() {
        chain("any_of small");
        prefer(BLUE, "groups", "small");
        prefer(RED, "groups", "small, others");
    }

    private static String twoDates(int sequence, String from, String to) {
        String one = "RECURRENCE-ID:20261103T090000Z\n" + at("03" + from, "03" + to);
        String two = "RECURRENCE-ID:20261104T090000Z\n" + at("04" + from, "04" + to);
        return event("a", sequence, ANNA, one) + event("a", sequence, ANNA, two);
    }

    private List<String> bookings(CalendarAddress user, String day) {
        Instant from = Instant.parse("2026-11-" + day + "T00:00:00Z");
        try (var reading = store.read()) {
            return site
                    .schedule(reading, user)
                    .freeBusy(from, from.plus(Duration.ofDays(1)), NOW)
                    .periods()
                    .stream()
                    .map(each -> each.start().toString().substring(11, 13))
                    .toList();
        }
    }

    @Test
    void ofSingleDatesAMemberGivesBackEach() {
        collection();
        asked(ANNA, twoDates(0, "T09", "T10"));
        assertEquals(List.of("09"), bookings(BLUE, "03"));
        assertEquals(List.of("09"), bookings(BLUE, "04"));
        askOf(BLUE, BO, event("b", 0, BO, at("03T12", "03T13")));
        askOf(BLUE, BO, event("c", 0, BO, at("04T12", "04T13")));
        List<String> told = asked(ANNA, twoDates(1, "T12", "T13"));
        assertEquals(
                2, told.stream().filter(each -> each.startsWith("REPLY blue DECLINED")).count());
        assertEquals(List.of("12"), bookings(BLUE, "03"), "the other booking alone");
        assertEquals(List.of("12"), bookings(BLUE, "04"), "the other booking alone");
        assertEquals(List.of("12"), bookings(RED, "03"));
        assertEquals(List.of("12"), bookings(RED, "04"));
    }

    @Test
    void ofSingleDatesAMemberGivesBackTheOneThatItCannotKeep() {
        collection();
        asked(ANNA, twoDates(0, "T09", "T10"));
        askOf(BLUE, BO, event("b", 0, BO, at("03T12", "03T13")));
        List<String> told = asked(ANNA, twoDates(1, "T12", "T13"));
        assertEquals(List.of("12"), bookings(BLUE, "03"), told::toString);
        assertEquals(List.of("12"), bookings(RED, "03"), told::toString);
        assertEquals(List.of("12"), bookings(BLUE, "04"), told::toString);
        assertEquals(List.of(), bookings(RED, "04"), told::toString);
    }

    @Test
    void ofAProposedSeriesEachDateIsHeld() {
        chain("schedule_next_available_in_freebusy");
        asked(ANNA, event("a", 0, ANNA, at("10T09", "10T10")));
        String weekly = "\nRRULE:FREQ=WEEKLY;COUNT=3";
        assertEquals(
                List.of("COUNTER room DECLINED 2026-11-03T10:00:00Z"),
                asked(BO, event("b", 0, BO, at("03T09", "03T10") + weekly)),
                "the second date would clash");
        assertEquals(
                List.of("COUNTER room DECLINED 2026-11-17T11:00:00Z"),
                asked(ANNA, event("c", 0, ANNA, at("17T10", "17T11"))),
                "the third date is held");
        assertEquals(
                List.of("REPLY room ACCEPTED"),
                asked(BO, event("b", 1, BO, at("03T10", "03T11") + weekly)),
                "what was proposed is there");
        assertEquals(List.of("10:00-11:00"), busy(ROOM, NOW.plus(Duration.ofDays(2))));
        try (var reading = store.read()) {
            assertEquals(
                    List.of("c"),
                    reading.offers(ROOM).stream().map(offer -> offer.uid()).toList(),
                    "nothing of it is held any more");
        }
    }
}
