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
                        List.of("people", "<script>", "people-error"),
                        List.of("people", "a@b@c\r\nFrom: x", "people-error"),
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
                                "RRULE:FREQ=MONTHLY;BYDAY=1TU"));
        var saving =
                Sample.manager(
                        rich,
                        click -> {
                            clicks.add(click);
                            return new Outcome.Done(Verdict.SAVED, 7);
                        });
        var page = Sample.get(saving, CHOIR + "?edit=1").body();
        assertTrue(page.contains("<option value=\"keep\" selected>Every month</option>"), page);
        var fields = series();
        fields.put("version", "1");
        fields.put("repeat", "keep");
        fields.put("until", "");
        fields.put("title", "Choir");
        assertEquals(303, Sample.post(saving, CHOIR, encoded(fields)).status());
        var after = asked(saving);
        assertEquals("FREQ=MONTHLY;BYDAY=1TU", value(master(after), "RRULE"));
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
                GoldenPagesTest.all(page, "-error\">([^<\\s][^<]*)<"),
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
                "name=\"action\" value=\"check\" class=\"hidden\" tabindex=\"-1\" aria-hidden=\"true\"",
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
