package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.UserAction;
import org.imipagent.itip.Verdict;
import org.imipagent.recurrence.SeriesEdit;
import org.junit.jupiter.api.Test;

class EditPageTest {

    private static final String LUNCH = "/event/lunch%40example.com";
    private static final String CHOIR = "/event/choir%40example.com";
    private static final String ONE = CHOIR + "/20270112T173000Z";
    private static final CalendarAddress ANNA = new CalendarAddress("anna@example.net");
    private static final CalendarAddress SIMON = new CalendarAddress("simon.squirrel@example.org");

    private final List<ActionRequest> clicks = new ArrayList<>();
    private final Manager manager =
            Sample.manager(
                    Sample.november(),
                    click -> {
                        clicks.add(click);
                        return new Outcome.Done(Verdict.SAVED, 7);
                    });

    private static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static Map<String, String> blank() {
        return fields(
                "action",
                "send",
                "version",
                "0",
                "title",
                "Plan",
                "start-date",
                "2026-11-24",
                "start-time",
                "10:00",
                "end-date",
                "2026-11-24",
                "end-time",
                "11:30",
                "place",
                "Kitchen",
                "people",
                "Anna Aal <anna@example.net>\r\n\r\nbo@example.net",
                "description",
                "Bring\r\ncake",
                "repeat",
                "none",
                "until",
                "",
                "times",
                "");
    }

    /** The form of the choir as the page shows it. */
    private static Map<String, String> choir(String date) {
        return fields(
                "action",
                "send",
                "version",
                "3",
                "title",
                "Choir practice",
                "start-date",
                date,
                "start-time",
                "18:30",
                "end-date",
                date,
                "end-time",
                "20:00",
                "place",
                "Old barn",
                "people",
                "Simon Squirrel <simon.squirrel@example.org>\nPaula Pine <paula.pine@example.net>",
                "description",
                "Bring the blue book.\nAnd a pencil.");
    }

    private static Map<String, String> series() {
        var fields = choir("2026-11-03");
        fields.put("repeat", "weekly");
        fields.put("until", "2027-06-01");
        fields.put("times", "");
        return fields;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        f ->
                                f.getKey()
                                        + "="
                                        + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Sample.Answer post(String path, Map<String, String> fields) {
        return Sample.post(manager, path, encoded(fields));
    }

    private UserAction act(String path, Map<String, String> fields) {
        clicks.clear();
        var answer = post(path, fields);
        assertEquals(303, answer.status(), answer.body());
        assertEquals(1, clicks.size());
        return clicks.getFirst().act();
    }

    private Event saved(String path, Map<String, String> fields) {
        act(path, fields);
        return asked(manager);
    }

    /** The event as the last form asks for it. */
    private Event asked(Manager manager) {
        ActionRequest asked = clicks.getFirst();
        if (asked.act() instanceof UserAction.Save(Event after, _, _)) {
            return after;
        }
        var series = (UserAction.SaveSeries) asked.act();
        try (var reading = manager.reading().get()) {
            var kept = Objects.requireNonNull(reading.event(Sample.VINCENT, asked.uid()));
            Event event = Sample.read(kept.text());
            RecurrenceId id = series.id();
            return SeriesEdit.applied(
                    event,
                    id,
                    Objects.requireNonNull(
                            id == null ? event.main() : event.standing(id, Sample.OSLO)),
                    series.after(),
                    series.rhythm(),
                    Sample.OSLO,
                    Limits.STANDARD);
        }
    }

    private static VEvent master(Event event) {
        return Objects.requireNonNull(event.master());
    }

    private static String value(VEvent part, String name) {
        return Objects.requireNonNull(part.component().first(name), name).value();
    }

    // ---- A new event

    /** A program of one's own, or an older page, sends no more than the fields it knows. */
    @Test
    void aWeeklyEventThatIsMovedByAFormWithoutDaysIsOnTheOtherDay() {
        for (String rule : List.of("FREQ=WEEKLY;COUNT=5", "FREQ=WEEKLY;BYDAY=TU;COUNT=5")) {
            var clicks = new ArrayList<ActionRequest>();
            var own =
                    Sample.manager(
                            Sample.with(
                                    "UID:talk@example.com\nDTSTART:20261124T100000Z\n"
                                            + "DTEND:20261124T110000Z\nSUMMARY:Talk\nRRULE:"
                                            + rule
                                            + "\n"),
                            click -> {
                                clicks.add(click);
                                return new Outcome.Done(Verdict.SAVED, 7);
                            });
            var moved =
                    Sample.post(
                            own,
                            "/event/talk%40example.com",
                            "action=save&version=1&title=Talk&start-date=2026-11-25&start-time=11:00"
                                    + "&end-date=2026-11-25&end-time=12:00");
            assertEquals(303, moved.status(), moved.body());
            var series = (UserAction.SaveSeries) clicks.getFirst().act();
            assertEquals(
                    java.time.LocalDate.of(2026, 11, 25),
                    java.util.Objects.requireNonNull(series.after().start()).wall().toLocalDate(),
                    rule);
        }
    }

    @Test
    void aNewEventHasItsOrganiserAndAsksEverybodyForAnAnswer() {
        VEvent plan = master(saved("/new", blank()));
        assertEquals("Plan", plan.summary());
        assertEquals("Kitchen", plan.location());
        assertEquals("Bring\ncake", plan.description());
        var start = Objects.requireNonNull(plan.component().first("DTSTART"));
        assertEquals("20261124T100000", start.value());
        assertEquals("Europe/Oslo", start.parameter("TZID"));
        assertEquals("20261124T113000", value(plan, "DTEND"));
        var organiser = Objects.requireNonNull(plan.organiser());
        assertEquals(Sample.VINCENT, organiser.address());
        assertEquals("Vincent Vole", organiser.name());
        var own = Objects.requireNonNull(plan.attendee(Sample.VINCENT));
        assertEquals(Participation.ACCEPTED, own.participation());
        var anna = Objects.requireNonNull(plan.attendee(ANNA)).property();
        assertEquals("Anna Aal", anna.parameter("CN"));
        assertEquals("TRUE", anna.parameter("RSVP"));
        assertEquals("NEEDS-ACTION", anna.parameter("PARTSTAT"));
        assertEquals("REQ-PARTICIPANT", anna.parameter("ROLE"));
        assertEquals(3, plan.attendees().size());
        assertTrue(((UserAction.Save) clicks.getFirst().act()).send());
        assertTrue(plan.uid().matches("[0-9a-f]{48}@example\\.com"), plan.uid());
    }

    @Test
    void theSameFormSentTwiceMeansTheSameEvent() {
        String token = new org.imipagent.cgi.Tokens(new byte[32]).issue("vincent", manager.now());
        for (int i = 0; i < 2; i++) {
            Sample.ask(manager, "POST", "/new", encoded(blank()) + "&token=" + token, "text/html");
        }
        assertEquals(clicks.get(0).uid(), clicks.get(1).uid());
        assertEquals(clicks.get(0).form(), clicks.get(1).form());
    }

    @Test
    void anEventOfOnesOwnHasNoOrganiserAndSavingMailsNobody() {
        var fields = blank();
        fields.put("people", "");
        fields.put("action", "save");
        fields.put("all-day", "yes");
        VEvent plan = master(saved("/new", fields));
        assertNull(plan.organiser());
        assertEquals(List.of(), plan.attendees());
        assertEquals("20261124", value(plan, "DTSTART"));
        assertEquals("20261125", value(plan, "DTEND"));
        assertFalse(((UserAction.Save) clicks.getFirst().act()).send());
    }

    @Test
    void aSimpleRuleEndsOnADayOrAfterSoManyTimes() {
        var fields = blank();
        fields.put("repeat", "monthly");
        assertEquals("FREQ=MONTHLY", value(master(saved("/new", fields)), "RRULE"));
        fields.put("times", "12");
        assertEquals("FREQ=MONTHLY;COUNT=12", value(master(saved("/new", fields)), "RRULE"));
        fields.put("times", "");
        fields.put("until", "2027-03-31");
        assertEquals(
                "FREQ=MONTHLY;UNTIL=20270331T215959Z",
                value(master(saved("/new", fields)), "RRULE"));
        fields.put("all-day", "yes");
        assertEquals("FREQ=MONTHLY;UNTIL=20270331", value(master(saved("/new", fields)), "RRULE"));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldWithTheInputKept() {
        var fields = blank();
        for (var wrong :
                List.of(
                        List.of("title", " ", "title-error"),
                        List.of("title", "x".repeat(501), "title-error"),
                        List.of("start-date", "24.11.2026", "start-date-error"),
                        List.of("start-date", "9999-12-31", "start-date-error"),
                        List.of("start-time", "10 Uhr", "start-time-error"),
                        List.of("end-time", "10:00", "end-date-error"),
                        List.of("people", "<script>", "guest-error"),
                        List.of("people", "a@b@c\r\nFrom: x", "guest-error"),
                        List.of("repeat", "secondly", "repeat-error"))) {
            var tried = new LinkedHashMap<>(fields);
            tried.put(wrong.get(0), wrong.get(1));
            var answer = post("/new", tried);
            assertEquals(422, answer.status(), wrong.toString());
            assertTrue(answer.body().contains("id=\"" + wrong.get(2) + "\""), wrong.toString());
            assertTrue(answer.body().contains("\nBring\ncake</textarea>"), "kept");
            assertFalse(answer.body().contains("<script>"), "escaped");
        }
        for (var wrong :
                List.of(
                        List.of("times", "0", "times-error"),
                        List.of("times", "1000000000", "times-error"),
                        List.of("until", "2026-11-23", "until-error"))) {
            var tried = new LinkedHashMap<>(fields);
            tried.put("repeat", "daily");
            tried.put(wrong.get(0), wrong.get(1));
            var answer = post("/new", tried);
            assertEquals(422, answer.status(), wrong.toString());
            assertTrue(answer.body().contains("id=\"" + wrong.get(2) + "\""), wrong.toString());
        }
        assertEquals(List.of(), clicks);
    }

    @Test
    void whoWillBeMailedIsSaidBeforeAnythingIsSent() {
        var fields = blank();
        fields.put("action", "check");
        var answer = post("/new", fields);
        assertEquals(200, answer.status());
        assertTrue(
                answer.body()
                        .contains("2 people will get an email: anna@example.net, bo@example.net"),
                answer.body());
        fields.put("start-date", "2026-11-10");
        fields.put("end-date", "2026-11-10");
        assertTrue(post("/new", fields).body().contains("No email will be sent."), "it is over");
        var lunch =
                Sample.post(
                        manager,
                        LUNCH,
                        "action=check&version=3&title=Other&start-date=2026-11-18&start-time=12:00&end-date=2026-11-18&end-time=13:00&place=Caf%C3%A9+M%C3%B8lla&description=&people=bo%40example.net&repeat=none&until=&times=");
        assertTrue(
                lunch.body()
                        .contains("2 people will get an email: aase@example.org, bo@example.net"),
                lunch.body());
        assertEquals(List.of(), clicks);
    }

    @Test
    void discardingANewEventLeadsToTheCalendar() {
        var answer = Sample.post(manager, "/new", "action=discard&version=0");
        assertTrue(answer.head().contains("Location: /cal/\r\n"), answer.head());
        assertEquals(List.of(), clicks);
    }

    // ---- A change

    @Test
    void onlyWhatWasChangedInTheFormIsChangedInTheEvent() {
        var fields = series();
        Event same = saved(CHOIR, fields);
        assertEquals(Sample.read(Sample.CHOIR), same);
        fields.put("title", "Choir");
        Event titled = saved(CHOIR, fields);
        assertEquals("Choir", master(titled).summary());
        assertEquals(
                master(Sample.read(Sample.CHOIR)).component().without("SUMMARY"),
                master(titled).component().without("SUMMARY"));
        assertEquals(
                "Choir practice with cake", titled.changed().firstEntry().getValue().summary());
    }

    @Test
    void aSeriesThatIsMovedTakesItsExceptionsAlong() {
        var fields = series();
        fields.put("start-time", "17:00");
        fields.put("end-time", "18:30");
        Event moved = saved(CHOIR, fields);
        assertEquals("20261103T170000", value(master(moved), "DTSTART"));
        assertEquals("20261222T170000", value(master(moved), "EXDATE"));
        assertEquals("FREQ=WEEKLY;UNTIL=20270601T150000Z", value(master(moved), "RRULE"));
        VEvent cake = moved.changed().firstEntry().getValue();
        assertEquals(new RecurrenceId("20261201T160000Z"), cake.recurrenceId());
        assertEquals("20261201T190000", value(cake, "DTSTART"), "it had a time of its own");
    }

    @Test
    void peopleAreTakenOffAndAddedInTheWholeSeries() {
        var fields = series();
        fields.put("people", "Paula Pine <paula.pine@example.net>\nanna@example.net");
        Event event = saved(CHOIR, fields);
        for (VEvent part : event.parts()) {
            assertNull(part.attendee(SIMON));
            assertNotNull(part.attendee(ANNA));
            assertNotNull(part.attendee(Sample.VINCENT));
        }
        assertNull(
                event.changed()
                        .firstEntry()
                        .getValue()
                        .attendee(new CalendarAddress("paula.pine@example.net")));
    }

    @Test
    void oneTimeIsChangedOrThoseAfterItOrAll() {
        var fields = choir("2027-01-12");
        fields.put("start-time", "19:00");
        fields.put("end-time", "20:30");
        fields.put("scope", "occurrence");
        var id = new RecurrenceId("20270112T173000Z");
        VEvent one = Objects.requireNonNull(saved(ONE, fields).part(id));
        assertEquals("20270112T190000", value(one, "DTSTART"));
        assertEquals("20270112T183000", value(one, "RECURRENCE-ID"));
        fields.put("scope", "future");
        var from = (UserAction.SaveFrom) act(ONE, fields);
        assertEquals(id, from.id());
        assertEquals("20270112T190000", value(from.after(), "DTSTART"));
        fields.put("scope", "series");
        VEvent all = master(saved(ONE, fields));
        assertEquals("20261103T190000", value(all, "DTSTART"));
        assertEquals("20261103T203000", value(all, "DTEND"));
    }

    @Test
    void aRicherRuleIsKeptAndItsDaysAreNotMoved() {
        var rich =
                Sample.with(
                        Sample.CHOIR.replace(
                                "RRULE:FREQ=WEEKLY;UNTIL=20270601T163000Z",
                                "RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU"));
        var saving =
                Sample.manager(
                        rich,
                        click -> {
                            clicks.add(click);
                            return new Outcome.Done(Verdict.SAVED, 7);
                        });
        var page = Sample.get(saving, CHOIR + "?edit=1").body();
        assertTrue(
                page.contains("<option value=\"keep\" selected>Custom: Every month</option>"),
                page);
        var fields = series();
        fields.put("version", "1");
        fields.put("repeat", "keep");
        fields.put("until", "");
        fields.put("title", "Choir");
        assertEquals(303, Sample.post(saving, CHOIR, encoded(fields)).status());
        var after = asked(saving);
        assertEquals("FREQ=MONTHLY;BYDAY=1TU,3TU", value(master(after), "RRULE"));
        fields.put("start-date", "2026-11-04");
        fields.put("end-date", "2026-11-04");
        var moved = Sample.post(saving, CHOIR, encoded(fields));
        assertEquals(422, moved.status());
        assertTrue(moved.body().contains("id=\"start-date-error\""), moved.body());
    }

    @Test
    void aFormOfWhatHasChangedIsStaleAndKeepsTheInput() {
        var stale = Sample.manager(Sample.november(), _ -> new Outcome.Stale());
        var fields = series();
        fields.put("title", "Mine <b>");
        var answer = Sample.post(stale, CHOIR, encoded(fields));
        assertEquals(409, answer.status());
        assertTrue(answer.body().contains("value=\"Mine &lt;b>\""), answer.body());
        assertTrue(answer.body().contains("name=\"version\" value=\"3\""), answer.body());
    }

    @Test
    void nobodyChangesWhatSomebodyElseOrganisesOrWhatIsCancelled() {
        for (String path : List.of("planning-42", "party")) {
            String event = "/event/" + path + "%40example.com";
            assertEquals(403, Sample.get(manager, event + "?edit=1").status(), path);
            assertEquals(403, post(event, series()).status(), path);
            assertFalse(Sample.get(manager, event).body().contains("edit=1"), path);
        }
        assertEquals(List.of(), clicks);
        assertTrue(Sample.get(manager, LUNCH).body().contains("?edit=1\">Edit</a>"), "own");
    }

    @Test
    void whatWasSavedIsSentFromTheEventsPageOrThrownAway() {
        var page = Sample.get(manager, CHOIR).body();
        assertTrue(page.contains("1 person hasn’t been notified of the event as it is now."), page);
        assertTrue(page.contains("Before the change: Accepted."), page);
        assertEquals(
                new UserAction.Save(Sample.read(Sample.CHOIR), true, ""),
                act(CHOIR, fields("action", "send", "version", "3")));
        clicks.clear();
        assertEquals(303, post(CHOIR, fields("action", "discard", "version", "3")).status());
        assertEquals(List.of(), clicks, "Simon knows of it");
        var own =
                Sample.manager(
                        Sample.with(
                                """
                                UID:plan@example.com
                                DTSTART:20261124T100000Z
                                ORGANIZER:mailto:vincent.vole@example.com
                                ATTENDEE;X-IMIP-AGENT-UNTOLD=NEVER:mailto:anna@example.net
                                """),
                        click -> {
                            clicks.add(click);
                            return new Outcome.Done(Verdict.REMOVED, 7);
                        });
        var gone = Sample.post(own, "/event/plan%40example.com", "action=discard&version=1");
        assertTrue(gone.head().contains("Location: /cal/?done=7\r\n"), gone.head());
        assertEquals(new UserAction.Remove(), clicks.getFirst().act());
    }

    @Test
    void timesInUtcStayTheSameInstant() {
        var fields = blank();
        fields.put("version", "1");
        fields.put("people", "");
        var own =
                Sample.manager(
                        Sample.with("UID:utc@example.com\nDTSTART:20261124T100000Z\nSUMMARY:U\n"),
                        click -> {
                            clicks.add(click);
                            return new Outcome.Done(Verdict.SAVED, 7);
                        });
        var page = Sample.get(own, "/event/utc%40example.com?edit=1").body();
        assertTrue(page.contains("value=\"11:00\""), page);
        fields.put("start-time", "12:00");
        fields.put("end-time", "13:00");
        assertEquals(303, Sample.post(own, "/event/utc%40example.com", encoded(fields)).status());
        var after = asked(own);
        assertEquals("20261124T110000Z", value(master(after), "DTSTART"));
        assertEquals(
                Sample.at("2026-11-24T12:00:00Z"),
                Objects.requireNonNull(master(after).end()).instant(Sample.OSLO));
    }

    // ---- The end goes along with the start

    private static Map<String, String> withShown(Map<String, String> fields, String shown) {
        var more = new LinkedHashMap<>(fields);
        more.put("made-with", shown);
        return more;
    }

    @Test
    void theEndMovesAlongWhereTheStartAloneWasChanged() {
        var shown = "hours 2026-11-24 09:00 2026-11-24 10:30";
        var fields = withShown(blank(), shown);
        fields.put("start-time", "23:00");
        fields.put("end-time", "10:30");
        VEvent late = master(saved("/new", fields));
        assertEquals("20261124T230000", value(late, "DTSTART"));
        assertEquals("20261125T003000", value(late, "DTEND"), "over midnight");
        fields.put("start-date", "2026-11-20");
        fields.put("start-time", "09:00");
        assertEquals("20261120T103000", value(master(saved("/new", fields)), "DTEND"));
        fields.put("end-time", "12:00");
        fields.put("end-date", "2026-11-21");
        assertEquals("20261121T120000", value(master(saved("/new", fields)), "DTEND"), "as typed");
        var days = withShown(blank(), "days 2026-11-24 09:00 2026-11-26 10:00");
        days.put("all-day", "yes");
        days.put("start-date", "2026-12-30");
        days.put("end-date", "2026-11-26");
        VEvent whole = master(saved("/new", days));
        assertEquals("20261230", value(whole, "DTSTART"));
        assertEquals("20270102", value(whole, "DTEND"));
    }

    @Test
    void thePreviewSaysThatTheTimesMovedAndTheFormStandsOnThem() {
        var fields = withShown(blank(), "hours 2026-11-24 09:00 2026-11-24 11:30");
        fields.put("action", "check");
        var page = post("/new", fields).body();
        assertTrue(page.contains("The times moved along with what you changed."), page);
        assertTrue(page.contains("Tuesday 24 November 2026, 10:00–12:30"), page);
        assertTrue(
                page.contains(
                        "name=\"made-with\" value=\"hours 2026-11-24 10:00 2026-11-24 12:30\""),
                page);
        assertTrue(page.contains("name=\"end-time\" type=\"time\" value=\"12:30\""), page);
        fields.put("made-with", "hours 2026-11-24 10:00 2026-11-24 11:30");
        assertFalse(post("/new", fields).body().contains("moved along"), "as typed");
    }

    @Test
    void anHourThatTheClocksLeaveOutIsNamed() {
        var fields = blank();
        fields.put("start-date", "2027-03-28");
        fields.put("start-time", "02:30");
        fields.put("end-date", "2027-03-28");
        fields.put("end-time", "04:00");
        var answer = post("/new", fields);
        assertEquals(422, answer.status());
        assertTrue(
                answer.body().contains("02:30 does not exist on this date: clocks go forward"),
                answer.body());
        assertEquals(List.of(), clicks);
    }

    // ---- Errors

    @Test
    void whatIsWrongIsSummedUpWithLinksToItsFields() {
        var fields = blank();
        fields.put("title", "");
        fields.put("colour", "teal");
        fields.put("link", "javascript:alert(1)");
        var page = post("/new", fields).body();
        assertTrue(page.contains("<title>Error: New event · Calendar</title>"), page);
        assertEquals(
                List.of("#title", "#link", "#colour"),
                GoldenPagesTest.all(page, "<li><a href=\"(#[a-z-]+)\"><bdi>"));
        assertTrue(page.contains("<details class=\"options\" open>"), "the field is seen");
        assertTrue(page.contains("aria-describedby=\"link-error\""), page);
        assertEquals(List.of(), clicks);
    }

    @Test
    void anotherWayOfSayingNothingIsRefused() {
        for (var wrong :
                List.of(
                        List.of("repeat", "hourly", "repeat"),
                        List.of("every", "0", "every"),
                        List.of("every", "1000000", "every"),
                        List.of("by", "moon", "by"),
                        List.of("skip", "soon", "skip"),
                        List.of("also", "99999-01-01", "also"),
                        List.of("link", "mailto:a@example.com", "link"),
                        List.of("link", "https://a b", "link"),
                        List.of("busy", "maybe", "busy"),
                        List.of("class", "secret", "class"),
                        List.of("reminder", "7", "reminder"),
                        List.of("reminder", "keep", "reminder"),
                        List.of("colour", "#ff0000", "colour"),
                        List.of("categories", "x".repeat(501), "categories"))) {
            var fields = blank();
            fields.put("repeat", "monthly");
            fields.put("every", "1");
            fields.put("by", "date");
            fields.put("link", "");
            fields.put("colour", "");
            fields.put("busy", "busy");
            fields.put("class", "public");
            fields.put("reminder", "");
            assertEquals(303, post("/new", fields).status(), "right without");
            clicks.clear();
            fields.put(wrong.get(0), wrong.get(1));
            var answer = post("/new", fields);
            assertEquals(422, answer.status(), wrong.toString());
            assertTrue(
                    answer.body().contains("<a href=\"#" + wrong.get(2) + "\">"),
                    wrong + answer.body());
            assertEquals(List.of(), clicks);
        }
    }

    // ---- Rules

    private static Map<String, String> rule(String repeat, String... more) {
        var fields = blank();
        fields.put("people", "");
        fields.put("action", "save");
        fields.put("repeat", repeat);
        fields.put("every", "1");
        fields.put("by", "date");
        fields.putAll(fields(more));
        return fields;
    }

    @Test
    void theRulesThatPeopleUse() {
        assertEquals(
                "FREQ=DAILY;INTERVAL=3",
                value(master(saved("/new", rule("daily", "every", "3"))), "RRULE"));
        assertEquals(
                "FREQ=WEEKLY;COUNT=5",
                value(master(saved("/new", rule("weekly", "times", "5"))), "RRULE"));
        assertEquals(
                "FREQ=MONTHLY;BYDAY=4TU",
                value(master(saved("/new", rule("monthly", "by", "nth"))), "RRULE"));
        assertEquals(
                "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TU",
                value(master(saved("/new", rule("monthly", "every", "2", "by", "last"))), "RRULE"));
        assertEquals(
                "FREQ=YEARLY;BYMONTH=11;BYDAY=4TU",
                value(master(saved("/new", rule("yearly", "by", "nth"))), "RRULE"));
        VEvent dates = master(saved("/new", rule("dates", "also", "2026-12-01")));
        assertNull(dates.component().first("RRULE"));
        assertEquals("20261201T100000", value(dates, "RDATE"));
        assertEquals(422, post("/new", rule("dates")).status(), "no other date");
    }

    @Test
    void severalTimesThatWereChosenAreTheDatesOfOneEvent() {
        String page =
                Sample.get(
                                manager,
                                "/new?slot=2026-12-02T09:00/2026-12-02T10:00&slot=2026-12-01T09:00/2026-12-01T10:00"
                                        + "&slot=2026-12-03T14:00/2026-12-03T15:30&slot=2026-12-04&slot=x/y"
                                        + "&attendee=anna%40example.net")
                        .body();
        assertEquals(
                List.of("2026-12-02", "", ""),
                GoldenPagesTest.all(page, "type=\"date\" name=\"also\" value=\"([^\"]*)\""));
        assertTrue(
                page.contains(
                        "name=\"also\" value=\"2026-12-03T14:00/2026-12-03T15:30\" checked> Thu 3 Dec, 14:00–15:30"),
                page);
        String form =
                encoded(rule("dates", "start-date", "2026-12-01", "end-date", "2026-12-01"))
                        + "&also=2026-12-02&also=2026-12-03T14:00/2026-12-03T15:30";
        assertEquals(303, Sample.post(manager, "/new", form).status());
        VEvent event = master(asked(manager));
        assertEquals(
                List.of("20261203T130000Z/20261203T143000Z", "20261202T100000"),
                event.component().all("RDATE").stream()
                        .map(org.imipagent.calendar.Property::value)
                        .toList());
        String checked =
                Sample.post(manager, "/new", form.replace("action=save", "action=check")).body();
        assertEquals(
                List.of("2026-12-01", "2026-12-02", "2026-12-03"),
                GoldenPagesTest.all(checked, "name=\"skip\" value=\"(2026[^\"]*)\""),
                checked);
        for (String wrong :
                List.of(
                        "2026-12-03T14:00/2026-12-03T13:00",
                        "2026-12-03/2026-12-04",
                        "2026-12-03T14:00/",
                        "/")) {
            assertEquals(
                    422,
                    Sample.post(
                                    manager,
                                    "/new",
                                    form.replace("2026-12-03T14:00/2026-12-03T15:30", wrong))
                            .status(),
                    wrong);
        }
    }

    @Test
    void aTimeOfTheGuestsIsFilledInAndNothingIsDone() {
        var fields =
                new java.util.LinkedHashMap<>(
                        rule("weekly", "people", "anna@example.net", "title", ""));
        fields.put("action", "find");
        String found = post("/new", fields).body();
        String slot = GoldenPagesTest.all(found, "name=\"slot\" value=\"([^\"]*)\"").getLast();
        assertTrue(slot.startsWith("2026-11-2") && !slot.startsWith("2026-11-24"), slot);
        fields.remove("action");
        fields.put("slot", slot);
        String taken = post("/new", fields).body();
        assertTrue(
                taken.contains(
                        "name=\"start-date\" type=\"date\" value=\"" + slot.substring(0, 10)),
                taken);
        assertTrue(taken.contains("name=\"people\" value=\"anna@example.net\" checked"), taken);
        assertEquals(List.of(), clicks, "nothing is done");
        fields.put("people", "nobody");
        fields.put("action", "find");
        fields.remove("slot");
        assertEquals(422, post("/new", fields).status());
    }

    @Test
    void aWeekHasSeveralDaysAndTheFirstDateIsOneOfThem() {
        var fields = rule("weekly", "every", "2", "until", "2027-01-31", "skip", "2026-12-10");
        String form = encoded(fields) + "&day=MO&day=TH&also=2026-12-24";
        assertEquals(303, Sample.post(manager, "/new", form).status());
        VEvent event = master(asked(manager));
        assertEquals(
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270131T225959Z", value(event, "RRULE"));
        assertEquals("20261126T100000", value(event, "DTSTART"), "a Thursday");
        assertEquals("20261126T113000", value(event, "DTEND"));
        assertEquals("20261210T100000", value(event, "EXDATE"));
        assertEquals("20261224T100000", value(event, "RDATE"));
        var page = Sample.post(manager, "/new", form.replace("action=save", "action=check")).body();
        assertTrue(page.contains("Every 2 weeks on Monday and Thursday, until"), page);
        assertTrue(page.contains("<s>Thursday 10 December 2026, 10:00</s>"), page);
        assertTrue(page.contains("name=\"skip\" value=\"2026-12-24\" aria-label"), page);
    }

    @Test
    void datesAreLeftOutAndTakenBackAndThoseThatDifferedGoWithThem() {
        var fields = series();
        fields.put("every", "1");
        fields.put("by", "date");
        String both = encoded(fields) + "&skip=2026-12-22&skip=2026-12-01";
        assertEquals(303, Sample.post(manager, CHOIR, both).status());
        Event skipped = asked(manager);
        assertEquals(
                List.of("20261222T183000", "20261201T183000"),
                master(skipped).component().all("EXDATE").stream().map(p -> p.value()).toList());
        assertEquals(Map.of(), skipped.changed(), "the one with cake does not take place");
        clicks.clear();
        assertEquals(303, post(CHOIR, fields).status());
        Event back = asked(manager);
        assertNull(master(back).component().first("EXDATE"));
        assertEquals(1, back.changed().size());
    }

    @Test
    void aRuleByWeekdayFollowsItsStart() {
        var nth =
                Sample.manager(
                        Sample.with(
                                Sample.CHOIR
                                        .split("---", -1)[0]
                                        .replace(
                                                "RRULE:FREQ=WEEKLY;UNTIL=20270601T163000Z",
                                                "RRULE:FREQ=MONTHLY;BYDAY=1TU")
                                        .replace("EXDATE;TZID=Europe/Oslo:20261222T183000\n", "")),
                        click -> {
                            clicks.add(click);
                            return new Outcome.Done(Verdict.SAVED, 7);
                        });
        var fields = choir("2026-11-11");
        fields.putAll(
                fields(
                        "version", "1", "repeat", "monthly", "every", "1", "by", "nth", "until", "",
                        "times", ""));
        assertEquals(303, Sample.post(nth, CHOIR, encoded(fields)).status());
        assertEquals("FREQ=MONTHLY;BYDAY=2WE", value(master(asked(nth)), "RRULE"));
        clicks.clear();
        fields.remove("repeat");
        fields.put("scope", "future");
        var moved = Sample.post(nth, CHOIR + "/20261103T173000Z", encoded(fields));
        assertEquals(422, moved.status(), "its page does not show the rule");
        assertTrue(moved.body().contains("id=\"start-date-error\""), moved.body());
    }

    @Test
    void aSeriesInUtcIsOnTheClockOfTheFormFromWhenItRepeats() {
        var fields = rule("weekly");
        fields.put("version", "1");
        fields.put("start-time", "00:30");
        fields.put("end-time", "01:30");
        var own =
                Sample.manager(
                        Sample.with(
                                """
                                UID:utc@example.com
                                DTSTART:20261123T233000Z
                                DTEND:20261124T003000Z
                                SUMMARY:Plan
                                """),
                        click -> {
                            clicks.add(click);
                            return new Outcome.Done(Verdict.SAVED, 7);
                        });
        String form = encoded(fields) + "&day=TU&day=FR";
        assertEquals(303, Sample.post(own, "/event/utc%40example.com", form).status());
        VEvent series = master(asked(own));
        assertEquals("FREQ=WEEKLY;BYDAY=TU,FR", value(series, "RRULE"));
        assertEquals("20261124T003000", value(series, "DTSTART"));
    }

    @Test
    void theFormOfOneDateHasNoRuleAndSaysWhatEachChoiceDoes() {
        var page = Sample.get(manager, ONE + "?edit=1").body();
        assertFalse(page.contains("name=\"repeat\""), page);
        assertTrue(page.contains("Only this date changes."), page);
        assertTrue(Sample.get(manager, CHOIR + "?edit=1").body().contains("name=\"repeat\""));
    }

    // ---- Details

    @Test
    void detailsAreWrittenAndTheRestOfTheEventStays() {
        var fields = rule("none");
        fields.putAll(
                fields(
                        "link", "https://example.org/x",
                        "categories", "Work,  travel, work, Ideas",
                        "colour", "gold",
                        "busy", "free",
                        "class", "confidential",
                        "reminder", "60"));
        VEvent plan = master(saved("/new", fields));
        assertEquals("https://example.org/x", value(plan, "URL"));
        assertEquals("Work,travel,Ideas", value(plan, "CATEGORIES"));
        assertEquals("gold", value(plan, "COLOR"));
        assertTrue(plan.isTransparent());
        assertEquals("CONFIDENTIAL", value(plan, "CLASS"));
        var alarm = plan.component().components().getFirst();
        assertEquals("VALARM", alarm.name());
        assertEquals("-PT1H", Objects.requireNonNull(alarm.first("TRIGGER")).value());
        var details = EventOptions.of(plan);
        assertEquals(plan, details.applied(plan, details));
        assertEquals("60", details.reminder());
        VEvent bare = new EventOptions("", "", "", "busy", "public", "").applied(plan, details);
        assertEquals(EventOptions.NONE, EventOptions.of(bare));
        assertEquals(List.of(), bare.component().components());
    }

    @Test
    void whatTheFormCannotSayStays() {
        var odd =
                Sample.read(
                                """
                                UID:odd@example.com
                                DTSTART:20261124T100000Z
                                URL:message:abc
                                CONFERENCE;VALUE=URI;LABEL=One:https://meet.example.org/1
                                CONFERENCE;VALUE=URI;LABEL=Two:https://meet.example.org/2
                                CATEGORIES:Work,A\\, B
                                COLOR:teal
                                CLASS:X-SECRET
                                """)
                        .main();
        var shown = EventOptions.of(odd);
        assertEquals(
                new EventOptions("https://meet.example.org/1", "Work", "keep", "busy", "keep", ""),
                shown);
        var changed =
                new EventOptions("https://example.org", "Fun", "keep", "busy", "keep", "0")
                        .applied(odd, shown);
        assertEquals("message:abc", value(changed, "URL"));
        assertEquals(
                List.of("https://example.org", "https://meet.example.org/2"),
                changed.component().all("CONFERENCE").stream().map(p -> p.value()).toList());
        assertEquals("Fun,A\\, B", value(changed, "CATEGORIES"));
        assertEquals("teal", value(changed, "COLOR"));
        assertEquals("X-SECRET", value(changed, "CLASS"));
    }

    // ---- Private, and with guests

    @Test
    void anEventOfNobodyElsesSpeaksOfNoMail() {
        for (String path : List.of("/new", "/event/dentist%40example.com?edit=1")) {
            var own = Sample.manager(Sample.with(Sample.DENTIST), _ -> new Outcome.Stale());
            String page = Sample.get(own, path).body();
            assertEquals(
                    List.of("check", "find", "save", "check", "discard"),
                    GoldenPagesTest.all(page, "<button name=\"action\" value=\"([a-z]+)\""));
            assertFalse(page.contains("id=\"comment\""), page);
            assertFalse(page.contains("id=\"mails\""), page);
        }
        var fields = rule("none");
        fields.put("action", "check");
        assertFalse(post("/new", fields).body().contains("No email"), "nor its preview");
    }

    @Test
    void savingWithGuestsWhereNoneWereThoughtOfAsksFirst() {
        var fields = blank();
        fields.put("action", "save");
        var asked = post("/new?alone=1", fields);
        assertEquals(200, asked.status());
        assertEquals(List.of(), clicks);
        assertTrue(
                asked.body().contains("Invitation: anna@example.net, bo@example.net"),
                asked.body());
        assertTrue(asked.body().contains(">Send invitations</button>"), asked.body());
        assertTrue(asked.body().contains(">Save without sending</button>"), asked.body());
        assertEquals(303, post("/new", fields).status());
        fields.put("people", "");
        assertEquals(303, post("/new?alone=1", fields).status());
    }

    @Test
    void eachIsToldWhatConcernsThem() {
        var fields = series();
        fields.put("action", "check");
        fields.put("start-time", "17:00");
        fields.put("end-time", "18:30");
        fields.put("people", "Simon Squirrel <simon.squirrel@example.org>\nanna@example.net");
        var page = post(CHOIR, fields).body();
        assertEquals(
                List.of("Invitation: anna@example.net", "Change: simon.squirrel@example.org"),
                GoldenPagesTest.all(page, "<li><bdi>([^<]*)</bdi></li>"),
                "Paula was told nothing, so that there is nothing to take back");
    }

    @Test
    void guestsAreTakenFromBothFieldsInWhateverWayTheyAreDivided() {
        var fields = blank();
        fields.put("people", "Vole, Anna <anna@example.net>; bo@example.net,cy@example.net");
        fields.put("guest", "Dora <dora@example.net>, bo@example.net");
        VEvent plan = master(saved("/new", fields));
        assertEquals(
                List.of(
                        "vincent.vole@example.com",
                        "anna@example.net",
                        "bo@example.net",
                        "cy@example.net",
                        "dora@example.net"),
                plan.attendees().stream().map(a -> a.address().email()).toList());
        assertEquals("Vole, Anna", plan.attendees().get(1).name());
    }

    @Test
    void guestsAreTickedInAListAndTypedInOneField() {
        var fields = blank();
        fields.put("people", "");
        fields.put("guest", "Dora <dora@example.net>, bo@example.net, nobody");
        var wrong = post("/new", fields);
        assertEquals(422, wrong.status());
        assertTrue(wrong.body().contains("value=\"nobody\" list="), "what is wrong is typed anew");
        assertEquals(
                List.of("Dora &lt;dora@example.net>", "bo@example.net"),
                GoldenPagesTest.all(wrong.body(), "name=\"people\" value=\"([^\"]*)\" checked"));
        fields.remove("people");
        fields.put("guest", "eve@example.net");
        String dora = "&people=Dora%20%3Cdora%40example.net%3E";
        assertEquals(303, Sample.post(manager, "/new", encoded(fields) + dora).status());
        VEvent event = master(asked(manager));
        assertEquals(
                List.of("vincent.vole@example.com", "dora@example.net", "eve@example.net"),
                event.attendees().stream().map(a -> a.address().email()).toList());
    }

    @Test
    void peopleMetBeforeAreSuggestedWithTheirNames() {
        var page = Sample.get(manager, "/new").body();
        var known = GoldenPagesTest.all(page, "<option value=\"([^\"]*@[^\"]*)\"></option>");
        assertTrue(known.contains("Paula Pine &lt;paula.pine@example.net>"), known.toString());
        assertTrue(known.contains("Harriet Hare &lt;harriet.hare@example.com>"), known.toString());
        assertFalse(known.toString().contains("vincent"), "not oneself");
        assertEquals(known.stream().distinct().toList(), known);
    }

    // ---- Begun elsewhere

    @Test
    void aNewEventIsBegunWithItsTimesAndItsGuests() {
        var page =
                Sample.get(
                                manager,
                                "/new?start=2026-11-24T10:00&end=2026-11-24T11:45"
                                        + "&attendee=Anna+%3Canna%40example.net%3E&attendee=nobody&attendee=vincent.vole%40example.com")
                        .body();
        assertTrue(page.contains("value=\"hours 2026-11-24 10:00 2026-11-24 11:45\""), page);
        assertTrue(
                page.contains("name=\"people\" value=\"Anna &lt;anna@example.net>\" checked"),
                page);
        assertTrue(page.contains(">Send invitations</button>"), page);
        var days = Sample.get(manager, "/new?start=2026-11-24&end=2026-11-26").body();
        assertTrue(days.contains("name=\"all-day\" value=\"yes\" checked"), days);
        assertTrue(days.contains("value=\"days 2026-11-24 09:00 2026-11-26 10:00\""), days);
        for (String odd :
                List.of(
                        "start=2026-11-24T25:00&end=2026-11-24T11:00",
                        "start=x&end=y",
                        "end=2026-11-24T11:00",
                        "start=2026-11-24&end=2026-11-24T11:00")) {
            var blank = Sample.get(manager, "/new?date=2026-11-30&" + odd).body();
            assertTrue(blank.contains("value=\"hours 2026-11-30 09:00 2026-11-30 10:00\""), odd);
        }
    }

    @Test
    void theDayThatANewEventWasBegunOnStaysThroughErrors() {
        var page = Sample.get(manager, "/new?date=2026-12-15").body();
        var fields = new ArrayList<>(EventFormLawTest.fields(page));
        fields.add(new EventFormLawTest.Field("action", "save"));
        String form =
                fields.stream()
                        .map(
                                f ->
                                        f.name()
                                                + "="
                                                + URLEncoder.encode(
                                                        f.value(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var answer = Sample.post(manager, "/new", form);
        assertEquals(422, answer.status(), "no title");
        assertTrue(answer.body().contains("type=\"date\" value=\"2026-12-15\""), answer.body());
    }

    @Test
    void aCopyIsANewEventWithoutAnswers() {
        String page = Sample.get(manager, CHOIR).body();
        assertTrue(
                page.contains("<a href=\"/cal/new?copy=choir%40example.com\">Duplicate</a>"), page);
        var form = Sample.get(manager, "/new?copy=choir%40example.com").body();
        assertTrue(form.contains("name=\"copy\" value=\"choir@example.com\""), form);
        var fields = series();
        fields.put("version", "0");
        fields.put("copy", "choir@example.com");
        fields.put("title", "Choir for all");
        VEvent copy = master(saved("/new", fields));
        assertTrue(copy.uid().matches("[0-9a-f]{48}@example\\.com"), copy.uid());
        assertEquals("Choir for all", copy.summary());
        assertEquals("FREQ=WEEKLY;UNTIL=20270601T163000Z", value(copy, "RRULE"));
        assertEquals("20261222T183000", value(copy, "EXDATE"));
        assertEquals(
                List.of("ACCEPTED", "NEEDS-ACTION", "NEEDS-ACTION"),
                copy.attendees().stream().map(a -> a.participation().partstat()).toList());
        assertFalse(copy.toString().contains("X-IMIP-AGENT"), copy.toString());
        fields.put("from", "planning-42@example.com");
        VEvent taken = master(saved("/new", fields));
        assertEquals(Sample.VINCENT, Objects.requireNonNull(taken.organiser()).address());
        assertEquals(404, Sample.get(manager, "/new?copy=none").status());
        var one = Sample.get(manager, "/new?copy=choir%40example.com&occurrence=20261201T173000Z");
        assertTrue(one.body().contains("value=\"Choir practice with cake\""), one.body());
    }

    // ---- Hostile

    @Test
    void longAndOddInputIsBoundedAndEscaped() {
        var fields = blank();
        fields.put("description", "é".repeat(65_536));
        assertEquals(422, post("/new", fields).status());
        fields.put("description", "a\u202eb\u0007c <b>");
        fields.put("title", "x\u202ey\u0007");
        fields.put("people", "\u202eevil <script> <anna@example.net>");
        VEvent odd = master(saved("/new", fields));
        assertFalse(odd.component().toString().contains("\u0007"), "no controls");
        clicks.clear();
        fields.put(
                "people",
                java.util.stream.IntStream.range(0, 10_000)
                        .mapToObj(i -> "p" + i + "@example.net")
                        .collect(Collectors.joining(",")));
        var many = post("/new", fields);
        assertEquals(422, many.status());
        assertTrue(many.body().contains("Too many guests: maximum 1000."), "counted");
        fields.put("people", "");
        fields.put("made-with", "hours x y z w");
        fields.put("start-date", "9999-12-31");
        assertEquals(422, post("/new", fields).status());
        fields.put("start-date", "2999-12-31");
        fields.put("start-time", "23:00");
        fields.put("made-with", "hours 2026-11-24 10:00 2026-11-24 11:30");
        assertEquals(422, post("/new", fields).status(), "the end would be in 3000");
        assertEquals(List.of(), clicks);
    }

    // ---- A form of what has changed meanwhile

    @Test
    void aStaleFormIsToldSoHoweverItIsSentAndIsNotMadeFresh() {
        var fields = series();
        fields.put("version", "2");
        fields.put("action", "check");
        assertEquals(409, post(CHOIR, fields).status());
        fields.put("action", "send");
        fields.put("title", "");
        assertEquals(409, post(CHOIR, fields).status(), "wrong, too");
        fields.put("title", "Choir practice");
        fields.put("comment", "For nobody, but it may have been sent before");
        assertEquals(303, post(CHOIR, fields).status(), "the agent knows");
    }

    @Test
    void whatWasNotTypedInIsAsItIsNowAndWhatBothChangedIsNamed() {
        String page = Gallery.pages().get("event-edit-stale");
        assertNotNull(page);
        assertTrue(page.contains("name=\"title\" type=\"text\" value=\"Lunch for all\""), page);
        assertTrue(page.contains("name=\"end-time\" type=\"time\" value=\"13:00\""), page);
        assertTrue(page.contains("name=\"place\" type=\"text\" value=\"Roof\""), page);
        assertEquals(
                List.of("Changed in the meantime. It is now: Café Mølla"),
                GoldenPagesTest.all(page, "-error\"><bdi>([^<]+)<"),
                "the title was changed here alone, the end there alone");
        assertFalse(page.contains("aria-invalid=\"true\""), "nothing is wrong");
        assertTrue(page.contains("name=\"version\" value=\"3\""), page);
        String now = Sample.get(manager, LUNCH + "?edit=1").body();
        assertEquals(Gallery.madeFrom(now), Gallery.madeFrom(page), "made anew");
    }

    // ---- A comment that nobody would get

    @Test
    void aCommentThatWouldReachNobodyIsNotLost() {
        var same =
                fields(
                        "action",
                        "send",
                        "version",
                        "3",
                        "title",
                        "Lunch with Åse Blåbær 🫐",
                        "start-date",
                        "2026-11-18",
                        "start-time",
                        "12:00",
                        "end-date",
                        "2026-11-18",
                        "end-time",
                        "13:00",
                        "place",
                        "Café Mølla",
                        "people",
                        "Åse Blåbær <aase@example.org>",
                        "description",
                        "",
                        "repeat",
                        "none",
                        "until",
                        "",
                        "times",
                        "",
                        "comment",
                        "Bring <cash>");
        var answer = post(LUNCH, same);
        assertEquals(422, answer.status());
        assertTrue(answer.body().contains("id=\"comment-error\""), answer.body());
        assertTrue(answer.body().contains("\nBring &lt;cash&gt;</textarea>"), answer.body());
        var alone = blank();
        alone.put("people", "");
        alone.put("comment", "To myself");
        assertEquals(422, post("/new", alone).status());
        assertEquals(List.of(), clicks);
        same.put("place", "Roof");
        assertEquals(303, post(LUNCH, same).status(), "news, and a word on it");
        same.put("place", "Café Mølla");
        same.put("action", "save");
        assertEquals(303, post(LUNCH, same).status(), "saved, as ever");
    }

    @Test
    void theRestOfASeriesThatIsOverIsToldToNobody() {
        String over = Sample.CHOIR.split("---", -1)[0].replace("20270601", "20261111");
        var own = Sample.manager(Sample.with(over), _ -> new Outcome.Done(Verdict.SAVED, 7));
        var fields = choir("2026-11-10");
        fields.put("version", "1");
        fields.put("action", "check");
        fields.put("scope", "future");
        fields.put("place", "Roof");
        String last = CHOIR + "/20261110T173000Z";
        String past = Sample.post(own, last, encoded(fields)).body();
        assertTrue(past.contains("No email will be sent."), past);
        fields.put("start-date", "2026-12-08");
        fields.put("end-date", "2026-12-08");
        String ahead = Sample.post(own, last, encoded(fields)).body();
        assertTrue(ahead.contains("will get an email"), ahead);
    }

    // ---- The page

    @Test
    void enterInALineAsksWhoWouldBeMailedAndSendsNothing() {
        String page = Sample.get(manager, LUNCH + "?edit=1").body();
        String form = page.substring(page.indexOf("<form class=\"edit\""));
        assertEquals(
                "name=\"action\" value=\"check\" formaction=\"/cal/event/lunch%40example.com#preview\" class=\"hidden\" tabindex=\"-1\" aria-hidden=\"true\"",
                GoldenPagesTest.all(form, "<button ([^>]*)>").getFirst());
    }

    @Test
    void oneTimeZoneIsSaidTheOneOfTheFields() {
        String page = Sample.get(manager, LUNCH + "?edit=1").body();
        assertEquals(1, GoldenPagesTest.all(page, "(Times are shown in)").size(), page);
        assertEquals(
                1,
                GoldenPagesTest.all(Sample.get(manager, LUNCH).body(), "(Times are shown in)")
                        .size());
    }
}
