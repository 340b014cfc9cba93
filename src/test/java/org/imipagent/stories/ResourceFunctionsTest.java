package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.Installation;
import org.imipagent.agent.OwnerReminders;
import org.imipagent.agent.Quotas;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.ical.CalendarReader;
import org.imipagent.mail.MailReader;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SchedulingName;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Posted;
import org.junit.jupiter.api.Test;

/** Each function by which a resource decides, alone and in chains. */
class ResourceFunctionsTest extends ResourceStories {

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

    @Test
    void everyFunctionHasALineThatHolds() {
        for (SchedulingName name : SchedulingName.values()) {
            String line =
                    name.word()
                            + switch (name) {
                                case MAX_DURATION, BOOKING_WINDOW -> " P1D";
                                case ANY_OF, EXTERNAL -> " rooms";
                                default -> "";
                            };
            assertNull(PersonalPreferences.problem("scheduling_function", line), line);
        }
    }

    @Test
    void timesAreCorrectedAndTheCorrectedOneIsKept() {
        chain("schedule_corrected_in_freebusy");
        prefer("permitted_times", "0,30");
        assertEquals(
                List.of("REPLY room ACCEPTED"),
                asked(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        String odd = "DTSTART:20261103T120500Z\nDTEND:20261103T124000Z";
        assertEquals(
                List.of("COUNTER room DECLINED 2026-11-03T12:30:00Z"),
                asked(BO, event("b", 0, BO, odd)));
        assertEquals(
                List.of("09:00-10:00", "12:30-13:00"),
                busy(ROOM, NOW),
                "what is offered is held, what was asked for is not");
        assertEquals(
                List.of("09:00-10:00"),
                busy(ROOM, NOW.plus(Duration.ofDays(2))),
                "until it expires");
        String corrected = "DTSTART:20261103T123000Z\nDTEND:20261103T130000Z";
        assertEquals(
                List.of("REPLY room DECLINED"),
                asked(ANNA, event("c", 0, ANNA, corrected)),
                "nobody else gets it meanwhile");
        assertEquals(List.of("REPLY room ACCEPTED"), asked(BO, event("b", 1, BO, corrected)));
        assertEquals(
                List.of("09:00-10:00", "12:30-13:00"), busy(ROOM, NOW.plus(Duration.ofDays(2))));
    }

    @Test
    void theNextAvailableTimeIsProposedAndADeclinedOneIsFreeAgain() {
        chain("schedule_next_available_in_freebusy");
        asked(ANNA, event("a", 0, ANNA, at("03T09", "03T11")));
        assertEquals(
                List.of("COUNTER room DECLINED 2026-11-03T11:00:00Z"),
                asked(BO, event("b", 0, BO, at("03T10", "03T11"))));
        assertEquals(List.of("09:00-11:00", "11:00-12:00"), busy(ROOM, NOW));
        receive("DECLINECOUNTER", BO, event("b", 0, BO, at("03T10", "03T11")));
        assertEquals(List.of("09:00-11:00"), busy(ROOM, NOW));
    }

    @Test
    void theNextAvailableTimeIsOneAtWhichTheOthersAreFreeToo() {
        chain("schedule_next_available_in_freebusy");
        prefer(new CalendarAddress(ANNA), "freebusy_sharing", "share");
        store.change(
                writing -> {
                    String text =
                            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//T//T//EN\nBEGIN:VEVENT\nUID:x\nDTSTAMP:20261101T000000Z\n"
                                    + at("03T11", "03T12")
                                    + "\nSUMMARY:Dentist\nEND:VEVENT\nEND:VCALENDAR\n";
                    writing.keep(
                            new CalendarAddress(ANNA),
                            "x",
                            text.replace("\n", "\r\n"),
                            null,
                            List.of(
                                    new org.imipagent.calendar.Occurrence(
                                            "x",
                                            null,
                                            Instant.parse("2026-11-03T11:00:00Z"),
                                            Instant.parse("2026-11-03T12:00:00Z"),
                                            null,
                                            null,
                                            "Dentist",
                                            "",
                                            false,
                                            false,
                                            null,
                                            org.imipagent.calendar.Occurrence.Busy.BUSY,
                                            org.imipagent.calendar.Occurrence.Appearance.PLAIN)),
                            NOW);
                });
        asked(BO, event("b", 0, BO, at("03T10", "03T11")));
        assertEquals(
                List.of("COUNTER room DECLINED 2026-11-03T12:00:00Z"),
                asked(ANNA, event("a", 0, ANNA, at("03T10", "03T11"))));
    }

    @Test
    void ofASeriesWhatIsFreeIsAcceptedAndTheRestDeclined() {
        chain("accept_free_occurrences");
        asked(ANNA, event("a", 0, ANNA, at("10T09", "10T10")));
        String series = at("03T09", "03T10") + "\nRRULE:FREQ=WEEKLY;COUNT=3";
        assertEquals(
                List.of("REPLY room ACCEPTED", "REPLY room DECLINED of 20261110T090000Z"),
                asked(BO, event("b", 0, BO, series)));
        assertEquals(
                List.of("REPLY room DECLINED"), asked(BO, event("c", 0, BO, at("10T09", "10T10"))));
        receive("CANCEL", ANNA, event("a", 1, ANNA, at("10T09", "10T10")));
        assertEquals(
                List.of("REPLY room ACCEPTED"),
                asked(BO, event("c", 1, BO, at("10T09", "10T10"))),
                "the series does not have that date");
    }

    @Test
    void itIsOpenWhenItsHoursSay() {
        chain("opening_hours Mon-Fri 09:00-17:00", "schedule_in_freebusy");
        // Oslo is an hour ahead.
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T08", "03T09"))));
        assertEquals(
                List.of(
                        "DECLINED Not within the opening hours (Mon-Fri 09:00-17:00): Tue 3 Nov, 17:00–18:00 (Europe/Oslo)."),
                ask(ANNA, event("b", 0, ANNA, at("03T16", "03T17"))));
        assertEquals(1, ask(ANNA, event("c", 0, ANNA, at("07T10", "07T11"))).size());
        chain("opening_hours", "schedule_in_freebusy");
        prefer("working_hours", "Sat 10:00-14:00");
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("c", 1, ANNA, at("07T10", "07T11"))));
    }

    @Test
    void itIsBookedForSoLongAndSoFarAheadOnly() {
        chain("max_duration PT2H", "booking_window P10D P1D", "schedule_in_freebusy");
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T08", "03T10"))));
        assertEquals(
                List.of("DECLINED This can be booked for at most 2 hours at a time."),
                ask(ANNA, event("b", 0, ANNA, at("04T08", "04T11"))));
        assertEquals(
                List.of("DECLINED This can be booked at most 10 days ahead."),
                ask(ANNA, event("c", 0, ANNA, at("20T08", "20T09"))));
        assertEquals(
                List.of("DECLINED This must be booked at least 1 day ahead."),
                ask(ANNA, event("d", 0, ANNA, at("01T15", "01T16"))));
        assertEquals(
                List.of("DECLINED This can be booked at most 10 days ahead."),
                ask(ANNA, event("e", 0, ANNA, at("03T11", "03T12") + "\nRRULE:FREQ=WEEKLY")));
    }

    private void limit(String quota, CalendarAddress of, Duration limit) {
        store.change(writing -> writing.limitQuota(quota, of, limit));
    }

    @Test
    void aQuotaIsOfAllItsResourcesAndCountsWhatIsToCome() {
        chain("check_quota rooms", "schedule_in_freebusy");
        prefer(BLUE, "scheduling_function", "check_quota rooms\nschedule_in_freebusy");
        assertEquals(
                List.of("DECLINED You are not allowed to book this."),
                ask(ANNA, event("a", 0, ANNA, at("03T08", "03T10"))),
                "without a limit there is none to be had");
        limit("rooms", Quotas.EVERYBODY, Duration.ofHours(3));
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 1, ANNA, at("03T08", "03T10"))));
        assertEquals(
                List.of("ACCEPTED"),
                ask(ANNA, event("a", 2, ANNA, at("03T08", "03T11"))),
                "its own use is not counted twice");
        assertEquals(
                List.of(
                        "DECLINED You can have at most 3 hours booked ahead. Cancel something that you do not need, or ask for less."),
                askOf(BLUE, ANNA, event("b", 0, ANNA, at("04T08", "04T09"))));
        assertEquals(
                List.of("ACCEPTED"),
                ask(BO, event("c", 0, BO, at("05T08", "05T11"))),
                "each has their own");
        receive("CANCEL", ANNA, event("a", 3, ANNA, at("03T08", "03T11")));
        assertEquals(
                List.of("ACCEPTED"), askOf(BLUE, ANNA, event("b", 1, ANNA, at("04T08", "04T09"))));
        assertEquals(
                List.of(
                        "DECLINED A series without an end cannot be booked here. Choose a last date."),
                ask(ANNA, event("d", 0, ANNA, at("06T08", "06T09") + "\nRRULE:FREQ=WEEKLY")));
    }

    @Test
    void aGroupSharesItsLimit() {
        chain("check_quota", "schedule_in_freebusy");
        String quota = ROOM.email();
        limit(quota, Quotas.group("sales"), Duration.ofHours(2));
        limit(quota, new CalendarAddress(ANNA), Duration.ofHours(9));
        store.change(
                writing -> {
                    writing.shareQuota(quota, new CalendarAddress(ANNA), "sales");
                    writing.shareQuota(quota, new CalendarAddress(BO), "sales");
                });
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T08", "03T09"))));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("04T08", "04T09"))));
        assertTrue(
                ask(ANNA, event("c", 0, ANNA, at("05T08", "05T09")))
                        .getFirst()
                        .startsWith("DECLINED You can have at most 2 hours"));
    }

    @Test
    void nobodyHasTwoRoomsAtOnce() {
        chain("schedule_across_quota rooms", "schedule_in_freebusy");
        prefer(BLUE, "scheduling_function", "schedule_across_quota rooms\nschedule_in_freebusy");
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T08", "03T10"))));
        assertEquals(
                List.of(
                        "DECLINED You have something else of this kind booked at Tue 3 Nov, 10:00–11:00 (Europe/Oslo)."),
                askOf(BLUE, ANNA, event("b", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(List.of("ACCEPTED"), askOf(BLUE, BO, event("c", 0, BO, at("03T09", "03T10"))));
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

    @Test
    void ofACollectionAFreeOneTakesItAndKeepsItWhileItCan() {
        collection();
        assertEquals(
                List.of("REPLY room DELEGATED", "REPLY blue ACCEPTED"),
                asked(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(List.of("09:00-10:00"), busy(BLUE, NOW));
        assertEquals(List.of(), busy(ROOM, NOW), "it stands for others");
        assertEquals(
                List.of("REPLY room DELEGATED", "REPLY red ACCEPTED"),
                asked(BO, event("b", 0, BO, at("03T09", "03T11"))));
        assertEquals(
                List.of("REPLY room DECLINED"),
                asked(BO, event("c", 0, BO, at("03T09", "03T10"))),
                "all are taken");
        assertEquals(
                List.of("REPLY room DELEGATED", "REPLY red ACCEPTED"),
                asked(BO, event("b", 1, BO, at("03T08", "03T11"))),
                "it keeps what it has");
    }

    @Test
    void aMemberThatIsNotFreeAnyMoreIsReplaced() {
        collection();
        asked(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        askOf(BLUE, BO, event("b", 0, BO, at("03T12", "03T13")));
        assertEquals(
                List.of("REPLY room DELEGATED", "REPLY red ACCEPTED", "REPLY blue DECLINED"),
                asked(ANNA, event("a", 1, ANNA, at("03T12", "03T13"))).stream().toList());
        assertEquals(List.of("12:00-13:00"), busy(RED, NOW));
        assertEquals(List.of("12:00-13:00"), busy(BLUE, NOW), "the other booking alone");
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
    void groupsThatNameEachOtherEnd() {
        chain("any_of small");
        prefer("groups", "large");
        prefer(BLUE, "groups", "small");
        prefer(BLUE, "scheduling_function", "any_of large");
        assertEquals(
                List.of("REPLY room DECLINED"),
                asked(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        prefer(RED, "groups", "small");
        assertEquals(
                List.of("REPLY room DELEGATED", "REPLY red ACCEPTED"),
                asked(ANNA, event("b", 0, ANNA, at("03T09", "03T10"))));
    }

    @Test
    void cancelledForTheCollectionItIsForTheMember() {
        collection();
        asked(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        receive("CANCEL", ANNA, event("a", 1, ANNA, at("03T09", "03T10")));
        assertEquals(List.of(), sent());
        assertEquals(List.of(), busy(BLUE, NOW));
    }

    @Test
    void oneDateThatIsCancelledForTheCollectionIsForTheMember() {
        collection();
        String series = at("03T09", "03T10") + "\nRRULE:FREQ=WEEKLY;COUNT=3";
        asked(ANNA, event("a", 0, ANNA, series));
        String date = "RECURRENCE-ID:20261103T090000Z\nSTATUS:CANCELLED\n" + at("03T09", "03T10");
        receive("CANCEL", ANNA, event("a", 1, ANNA, date));
        assertEquals(List.of(), sent());
        assertEquals(List.of(), busy(BLUE, NOW));
        assertEquals(
                List.of("REPLY blue DECLINED"),
                sentAfter(BLUE, BO, event("b", 0, BO, at("10T09", "10T10"))),
                "the other dates stay");
    }

    private List<String> sentAfter(CalendarAddress room, String from, String event) {
        new ResourceMailHandler(site)
                .receive(
                        mail("REQUEST", from, event.replace("room@example.com", room.email())),
                        List.of(room),
                        NOW);
        return sent();
    }

    @Test
    void whatIsProposedIsSaidToBeKept() {
        chain("schedule_next_available_in_freebusy");
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        List<String> one = comments(event("b", 0, BO, at("03T09", "03T10")));
        assertTrue(one.getFirst().contains("It is kept for you until"), one::toString);
    }

    private List<String> comments(String event) {
        receive("REQUEST", BO, event);
        return answers();
    }

    @Test
    void aBusyOneIsReplacedByADelegate() {
        chain("schedule_for_delegate small");
        prefer(BLUE, "groups", "small");
        assertEquals(
                List.of("REPLY room ACCEPTED"),
                asked(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(
                List.of("REPLY room DELEGATED", "REPLY blue ACCEPTED"),
                asked(BO, event("b", 0, BO, at("03T09", "03T10"))));
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

    @Test
    void anOwnerIsAskedAndItIsTentativeUntilThen() {
        chain("schedule_in_freebusy", "ask_owner");
        prefer("owners", ANNA);
        assertEquals(
                List.of("REPLY room TENTATIVE", "mail to " + ANNA),
                asked(BO, event("a", 0, BO, at("03T09", "03T10"))));
        assertEquals(List.of("09:00-10:00"), busy(ROOM, NOW));
        try (var reading = store.read()) {
            assertEquals(1, reading.requests(ROOM, "a").size());
        }
        assertEquals(
                List.of("REPLY room ACCEPTED"),
                asked(ANNA, event("b", 0, ANNA, at("03T11", "03T12"))),
                "an owner needs nobody");
        assertEquals(
                List.of("REPLY room DECLINED"),
                asked(ANNA, event("c", 0, ANNA, at("03T09", "03T10"))),
                "what is held is held");
        prefer("owners", "");
        assertEquals(
                List.of("REPLY room DECLINED"),
                asked(BO, event("d", 0, BO, at("03T14", "03T15"))),
                "nobody could decide");
    }

    @Test
    void ownersAreRemindedAndWhatWaitsTooLongIsDeclined() {
        chain("schedule_in_freebusy", "ask_owner");
        prefer("owners", ANNA);
        prefer("resource", "room");
        asked(BO, event("a", 0, BO, at("20T09", "20T10")));
        asked(BO, event("b", 0, BO, at("03T09", "03T10")));
        assertEquals(List.of(), after(Duration.ofHours(1)));
        assertEquals(List.of("mail to " + ANNA, "mail to " + ANNA), after(Duration.ofHours(24)));
        assertEquals(
                List.of("mail to " + ANNA, "REPLY room DECLINED"),
                after(Duration.ofHours(46)),
                "what would begin is declined");
        assertEquals(List.of("REPLY room DECLINED"), after(Duration.ofDays(7)));
        assertEquals(List.of(), after(Duration.ofDays(8)), "once");
        assertEquals(List.of(), busy(ROOM, NOW));
    }

    @Test
    void ofSeveralDatesTheOwnerIsAskedAboutEach() {
        chain("schedule_in_freebusy", "ask_owner");
        prefer("owners", ANNA);
        String one = event("a", 0, BO, "RECURRENCE-ID:20261103T090000Z\n" + at("03T09", "03T10"));
        String two = event("a", 0, BO, "RECURRENCE-ID:20261110T090000Z\n" + at("10T09", "10T10"));
        receive("REQUEST", BO, one + two);
        try (var reading = store.read()) {
            assertEquals(2, reading.requests(ROOM, "a").size());
        }
    }

    private List<String> after(Duration time) {
        new OwnerReminders(site, NOW.plus(time)).run();
        return sent();
    }

    @Test
    void aProgramOfTheSiteDecides() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        site =
                new Installation(
                        site.settings().with(SiteSettings.SCHEDULING_PROGRAMS, programs),
                        store,
                        Zone.UTC,
                        "host.example.com");
        Path program = programs.resolve("ours");
        Files.writeString(
                program,
                """
                #!/bin/sh
                if grep -q '"organiser":"anna@example.com"'; then exit 0; fi
                echo 'Only Anna may, and "quotes" too.'
                exit 1
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        chain("external ours", "schedule_in_freebusy");
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(
                List.of("DECLINED Only Anna may, and \"quotes\" too."),
                ask(BO, event("b", 0, BO, at("03T11", "03T12"))));
        chain("external missing", "schedule_in_freebusy");
        assertTrue(
                ask(ANNA, event("c", 0, ANNA, at("04T09", "04T10")))
                        .getFirst()
                        .startsWith("DECLINED This cannot be booked"));
        Files.writeString(program, "#!/bin/sh\nexec sleep 60\n");
        chain("external ours", "schedule_in_freebusy");
        assertTrue(
                ask(ANNA, event("d", 0, ANNA, at("04T09", "04T10")))
                        .getFirst()
                        .startsWith("DECLINED This cannot be booked"),
                "one that does not end declines");
    }
}
