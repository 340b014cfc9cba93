package org.imipagent.itip;

import static org.imipagent.itip.RuleSamples.ANNA;
import static org.imipagent.itip.RuleSamples.BO;
import static org.imipagent.itip.RuleSamples.NOW;
import static org.imipagent.itip.RuleSamples.VINCENT;
import static org.imipagent.itip.RuleSamples.cancelled;
import static org.imipagent.itip.RuleSamples.event;
import static org.imipagent.itip.RuleSamples.kept;
import static org.imipagent.itip.RuleSamples.mails;
import static org.imipagent.itip.RuleSamples.moved;
import static org.imipagent.itip.RuleSamples.state;
import static org.imipagent.itip.RuleSamples.uninvited;
import static org.imipagent.itip.RuleSamples.weekly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.UserAction.Answer;
import org.imipagent.itip.UserAction.CallOff;
import org.imipagent.itip.UserAction.Delegate;
import org.imipagent.itip.UserAction.LetIn;
import org.imipagent.itip.UserAction.Propose;
import org.imipagent.itip.UserAction.Refuse;
import org.imipagent.itip.UserAction.Remove;
import org.imipagent.itip.UserAction.Save;
import org.junit.jupiter.api.Test;

/** Vincent acted: what it changes, and who hears of it. Proposals have their own test. */
class UserActionRulesTest {

    private static final VEvent ANNAS = event(ANNA, VINCENT, BO);
    private static final VEvent OWN = event(VINCENT, ANNA, BO);
    private static final CalendarAddress CARL = new CalendarAddress("carl@example.org");
    private static final Answer ACCEPT = new Answer(null, Participation.ACCEPTED, "");
    private static final CallOff CALL_OFF = new CallOff(null, false, List.of(), true, "");

    private static Decision assertVerdict(Verdict verdict, CalendarState state, UserAction act) {
        Decision decision = UserActionRules.decide(state, act, NOW);
        assertEquals(verdict, decision.verdict(), decision.detail());
        if (verdict.isRefusal()) {
            assertFalse(decision.changes().stream().anyMatch(Change.Keep.class::isInstance));
            assertEquals(List.of(), decision.messages());
        }
        return decision;
    }

    private static Propose propose(String start, String end) {
        return new Propose(
                null,
                CalendarTime.utc(Instant.parse(start)),
                CalendarTime.utc(Instant.parse(end)),
                "",
                "");
    }

    private static Save save(VEvent after) {
        return new Save(Event.of(after), true, "");
    }

    @Test
    void anAnswerIsKeptAndToldToTheOrganiserOnce() {
        Decision replied = assertVerdict(Verdict.REPLIED, state(ANNAS), ACCEPT);
        assertEquals(List.of("REPLY anna@example.net"), mails(replied));
        VEvent told = replied.messages().getFirst().parts().getFirst();
        assertEquals(1, told.attendees().size(), "a reply is of one");
        assertEquals(
                Participation.ACCEPTED,
                Objects.requireNonNull(told.attendee(VINCENT)).participation());
        assertVerdict(Verdict.REPEATED, state(kept(replied)), ACCEPT);
    }

    @Test
    void onlyAnInvitationThatHoldsIsAnswered() {
        assertVerdict(Verdict.UNKNOWN_EVENT, state(null), ACCEPT);
        assertVerdict(Verdict.NOT_INVITED, state(event(ANNA, BO)), ACCEPT);
        assertVerdict(Verdict.CANCELLED_BEFORE, state(cancelled(ANNAS)), ACCEPT);
        var thursday = Objects.requireNonNull(RecurrenceId.read("20261105T090000Z"));
        assertVerdict(
                Verdict.UNKNOWN_OCCURRENCE,
                state(weekly(ANNAS)),
                new Answer(thursday, Participation.ACCEPTED, ""));
    }

    @Test
    void passingOnTellsTheOrganiserAndWhoGoesInstead() {
        Decision passed =
                assertVerdict(Verdict.PASSED_ON, state(ANNAS), new Delegate(null, CARL, ""));
        assertEquals(List.of("REPLY anna@example.net", "REQUEST carl@example.org"), mails(passed));
        assertVerdict(Verdict.IMPOSSIBLE, state(ANNAS), new Delegate(null, ANNA, ""));
    }

    @Test
    void aProposalGoesToTheOrganiser() {
        Decision proposed =
                assertVerdict(
                        Verdict.PROPOSED,
                        state(ANNAS),
                        propose("2026-11-04T09:00:00Z", "2026-11-04T10:00:00Z"));
        assertEquals(List.of("COUNTER anna@example.net"), mails(proposed));
        assertVerdict(
                Verdict.REPEATED,
                state(ANNAS),
                propose("2026-11-03T09:00:00Z", "2026-11-03T10:00:00Z"));
    }

    @Test
    void removingTellsNobody() {
        assertEquals(List.of(), mails(assertVerdict(Verdict.REMOVED, state(ANNAS), new Remove())));
    }

    @Test
    void whoWaitsIsLetInOrRefusedAndNobodyElseHears() {
        CalendarState waits = state(OWN, uninvited(CARL));
        Decision in = assertVerdict(Verdict.LET_IN, waits, new LetIn(CARL, null));
        assertEquals(List.of("REQUEST carl@example.org"), mails(in));
        Decision out = assertVerdict(Verdict.REFUSED, waits, new Refuse(CARL, null));
        assertEquals(List.of("CANCEL carl@example.org"), mails(out));
        assertVerdict(Verdict.NOT_WAITING, state(OWN), new LetIn(CARL, null));
        assertVerdict(Verdict.NOT_WAITING, state(OWN), new Refuse(CARL, null));
    }

    @Test
    void aNewEventAndItsChangeAreToldToEverybodyAndTheSameToNobody() {
        Decision made = assertVerdict(Verdict.SAVED, state(null), save(OWN));
        assertEquals(List.of("REQUEST anna@example.net bo@example.net"), mails(made));
        Decision changed = assertVerdict(Verdict.SAVED, state(OWN), save(moved(OWN)));
        assertEquals(List.of("REQUEST anna@example.net bo@example.net"), mails(changed));
        assertEquals(1, kept(changed).sequence());
        assertEquals(List.of(), mails(assertVerdict(Verdict.REPEATED, state(OWN), save(OWN))));
        assertVerdict(Verdict.ORGANISER_CHANGED, state(OWN), save(event(BO, VINCENT)));
    }

    @Test
    void callingOffTellsEverybody() {
        Decision off = assertVerdict(Verdict.CALLED_OFF, state(OWN), CALL_OFF);
        assertEquals(List.of("CANCEL anna@example.net bo@example.net"), mails(off));
        assertTrue(kept(off).isCancelled());
        assertVerdict(Verdict.NOT_ORGANISER, state(ANNAS), CALL_OFF);
        assertVerdict(Verdict.CANCELLED_BEFORE, state(cancelled(OWN)), CALL_OFF);
    }
}
