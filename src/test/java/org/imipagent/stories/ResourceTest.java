package org.imipagent.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.imipagent.settings.PersonalPreferences;
import org.junit.jupiter.api.Test;

/** A room answers by itself. */
class ResourceTest extends ResourceStories {

    @Test
    void itAcceptsWhatIsFreeAndDeclinesWhatIsTaken() {
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(
                List.of(
                        "DECLINED Not available: taken at Tue 3 Nov, 10:00–11:00 (Europe/Oslo). Free instead: Tue 3 Nov, 11:00–12:00, Tue 3 Nov, 12:00–13:00, Tue 3 Nov, 13:00–14:00."),
                ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("c", 0, BO, at("03T10", "03T11"))));
    }

    @Test
    void theSameMailAgainIsNotAnsweredAgain() {
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(List.of(), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
    }

    @Test
    void aChangeNeverClashesWithWhatItReplacesAndIsAnswered() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T11")));
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 1, ANNA, at("03T10", "03T12"))));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
        assertEquals(
                List.of("ACCEPTED"),
                ask(ANNA, event("a", 2, ANNA, at("03T10", "03T12") + "\nLOCATION:Elsewhere")),
                "asked again without a change of the time");
    }

    @Test
    void whatIsCancelledIsFreeAgain() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        receive("CANCEL", ANNA, event("a", 1, ANNA, at("03T09", "03T10")));
        assertEquals(List.of(), answers());
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
    }

    @Test
    void aDeclinedEventTakesNoTime() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        ask(BO, event("b", 0, BO, at("03T09", "03T12")));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("c", 0, BO, at("03T11", "03T12"))));
    }

    @Test
    void aSeriesIsTakenOrRefusedWhole() {
        ask(ANNA, event("a", 0, ANNA, at("10T09", "10T10")));
        List<String> answers =
                ask(BO, event("b", 0, BO, at("03T09", "03T10") + "\nRRULE:FREQ=WEEKLY;COUNT=4"));
        assertEquals(1, answers.size());
        assertTrue(answers.getFirst().startsWith("DECLINED Not available: taken at Tue 10 Nov"));
        assertEquals(
                List.of("ACCEPTED"),
                ask(BO, event("c", 0, BO, at("04T09", "04T10") + "\nRRULE:FREQ=WEEKLY")));
        assertEquals(1, ask(ANNA, event("d", 0, ANNA, at("25T09", "25T10"))).size());
    }

    @Test
    void capacityDomainAndAccess() {
        prefer("scheduling_function", "schedule_in_freebusy 2");
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
        assertTrue(
                ask(BO, event("c", 0, BO, at("03T09", "03T10"))).getFirst().startsWith("DECLINED"));
        prefer("scheduling_function", "same_domain_only\nschedule_in_freebusy");
        assertEquals(
                List.of("DECLINED Only people of example.com can book this."),
                ask(BO, event("d", 0, BO, at("04T09", "04T10"))));
        assertEquals(List.of("ACCEPTED"), ask(ANNA, event("e", 0, ANNA, at("04T09", "04T10"))));
        prefer("scheduling_function", "access_control_list\nschedule_in_freebusy");
        prefer("acl", "decline\naccept organiser " + BO);
        assertEquals(List.of("ACCEPTED"), ask(BO, event("f", 0, BO, at("05T09", "05T10"))));
        assertEquals(
                List.of("DECLINED You are not allowed to book this."),
                ask(ANNA, event("g", 0, ANNA, at("06T09", "06T10"))));
    }

    @Test
    void aFunctionThatIsNotThereRefuses() {
        prefer("scheduling_function", "schedule_in_freebusy\nguess");
        assertTrue(
                ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")))
                        .getFirst()
                        .startsWith("DECLINED This cannot be booked"));
    }

    @Test
    void whatItIsSaidToHaveAnsweredIsNotBelieved() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        ask(ANNA, event("a2", 0, ANNA, at("10T12", "10T13")));
        String claimed = "ATTENDEE;PARTSTAT=ACCEPTED;CUTYPE=ROOM:mailto:room@example.com";
        String asked = "ATTENDEE;RSVP=TRUE;CUTYPE=ROOM:mailto:room@example.com";
        assertTrue(
                ask(BO, event("b", 0, BO, at("03T09", "03T10")).replace(asked, claimed))
                        .getFirst()
                        .startsWith("DECLINED"));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("c", 0, BO, at("03T12", "03T13"))));
        assertTrue(
                ask(BO, event("c", 1, BO, at("03T09", "03T10")).replace(asked, claimed))
                        .getFirst()
                        .startsWith("DECLINED"),
                "moved to a time that is taken");
        assertEquals(List.of("ACCEPTED"), ask(BO, event("d", 0, BO, at("03T12", "03T13"))));
        assertTrue(
                ask(
                                BO,
                                event(
                                                "d",
                                                1,
                                                BO,
                                                at("03T12", "03T13")
                                                        + "\nRRULE:FREQ=WEEKLY;COUNT=2")
                                        .replace(asked, claimed))
                        .getFirst()
                        .startsWith("DECLINED"),
                "made a series of which one date is taken");
    }

    @Test
    void oneDateOfASeriesIsDecidedByItself() {
        ask(ANNA, event("a", 0, ANNA, at("10T12", "10T13")));
        String series = at("03T09", "03T10") + "\nRRULE:FREQ=WEEKLY;COUNT=3";
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, series)));
        String moved = "RECURRENCE-ID:20261110T090000Z\n";
        assertEquals(
                List.of(
                        "DECLINED Not available: taken at Tue 10 Nov, 13:00–14:00 (Europe/Oslo). Free instead: Tue 10 Nov, 14:00–15:00, Tue 10 Nov, 15:00–16:00, Tue 10 Nov, 16:00–17:00."),
                ask(BO, event("b", 1, BO, moved + at("10T12", "10T13"))));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 2, BO, moved + at("10T14", "10T15"))));
        assertEquals(
                List.of("ACCEPTED"),
                ask(ANNA, event("c", 0, ANNA, at("10T09", "10T10"))),
                "its old time is free");
        assertTrue(
                ask(ANNA, event("e", 0, ANNA, at("17T09", "17T10")))
                        .getFirst()
                        .startsWith("DECLINED"));
    }

    @Test
    void aSeriesAndAChangedDateInOneMailAreBothAnswered() {
        String both =
                event("b", 0, BO, at("03T09", "03T10") + "\nRRULE:FREQ=WEEKLY;COUNT=3")
                        + event(
                                "b",
                                0,
                                BO,
                                "RECURRENCE-ID:20261110T090000Z\n" + at("10T12", "10T13"));
        assertEquals(List.of("ACCEPTED", "ACCEPTED"), ask(BO, both));
        assertTrue(
                ask(ANNA, event("c", 0, ANNA, at("10T12", "10T13")))
                        .getFirst()
                        .startsWith("DECLINED"));
    }

    @Test
    void outOfServiceItBooksAndSaysNothing() {
        prefer("participating", "no");
        assertEquals(List.of(), ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10"))));
        prefer("participating", "participate");
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
    }

    @Test
    void whoCannotBeAnsweredBooksNothing() {
        String odd =
                event("a", 0, ANNA, at("03T09", "03T10"))
                        .replace("ORGANIZER:mailto:" + ANNA, "ORGANIZER:urn:uuid:1");
        assertEquals(List.of(), ask(ANNA, odd));
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T09", "03T10"))));
    }

    @Test
    void settingsKnowTheFunctionsThatThereAre() {
        for (String line :
                List.of(
                        "guess",
                        "schedule_in_freebusy x",
                        "schedule_in_freebusy 0",
                        "same_domain_only 2")) {
            assertNotNull(PersonalPreferences.problem("scheduling_function", line), line);
            prefer("scheduling_function", line);
            assertTrue(
                    line.equals("same_domain_only 2")
                            || ask(
                                            ANNA,
                                            event(
                                                    "q" + line.hashCode(),
                                                    0,
                                                    ANNA,
                                                    at("03T09", "03T10")))
                                    .getFirst()
                                    .startsWith("DECLINED This cannot be booked"),
                    line);
        }
    }

    @Test
    void repliesAndProposalsAreNothingToIt() {
        ask(ANNA, event("a", 0, ANNA, at("03T09", "03T10")));
        receive("COUNTER", BO, event("a", 0, ANNA, at("03T10", "03T11")));
        receive("REPLY", BO, event("a", 0, ANNA, at("03T09", "03T10")));
        receive("PUBLISH", BO, event("p", 0, BO, at("03T10", "03T11")));
        assertEquals(List.of(), answers());
        assertEquals(List.of("ACCEPTED"), ask(BO, event("b", 0, BO, at("03T10", "03T11"))));
    }

    @Test
    void ofManyAtOnceExactlyOneIsAccepted() throws Exception {
        int many = 20;
        try (var workers = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < many; i++) {
                String uid = "race" + i;
                work.add(
                        () -> {
                            receive("REQUEST", BO, event(uid, 0, BO, at("03T09", "03T10")));
                            return true;
                        });
            }
            for (var done : workers.invokeAll(work)) {
                assertTrue(done.get());
            }
        }
        List<String> answers = answers();
        assertEquals(many, answers.size(), "each is answered once");
        assertEquals(1, answers.stream().filter("ACCEPTED"::equals).count());
    }
}
