package org.imipagent.itip;

import static org.imipagent.itip.RuleSamples.ANNA;
import static org.imipagent.itip.RuleSamples.BO;
import static org.imipagent.itip.RuleSamples.NOW;
import static org.imipagent.itip.RuleSamples.VINCENT;
import static org.imipagent.itip.RuleSamples.cancelled;
import static org.imipagent.itip.RuleSamples.event;
import static org.imipagent.itip.RuleSamples.kept;
import static org.imipagent.itip.RuleSamples.mails;
import static org.imipagent.itip.RuleSamples.message;
import static org.imipagent.itip.RuleSamples.moved;
import static org.imipagent.itip.RuleSamples.said;
import static org.imipagent.itip.RuleSamples.state;
import static org.imipagent.itip.RuleSamples.thursday;
import static org.imipagent.itip.RuleSamples.weekly;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.settings.AddResponse;
import org.imipagent.settings.OrganiserReplacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A message came for Vincent: the verdicts of each method (RFC 5546, 3.2). */
class IncomingRulesTest {

    private static final VEvent ANNAS = event(ANNA, VINCENT, BO);
    private static final VEvent OWN = event(VINCENT, ANNA, BO);

    private static Decision assertVerdict(Verdict verdict, CalendarState state, Message came) {
        Decision decision = IncomingRules.decide(state, came, NOW);
        assertEquals(verdict, decision.verdict(), decision.detail());
        if (verdict.isRefusal()) {
            assertEquals(List.of(), decision.changes());
            assertEquals(List.of(), decision.messages());
        }
        return decision;
    }

    private static Participation participation(Decision decision, CalendarAddress who) {
        return Objects.requireNonNull(kept(decision).attendee(who)).participation();
    }

    @Test
    void aNewInvitationIsKeptAndWaits() {
        Decision invited =
                assertVerdict(Verdict.INVITED, state(null), message(Method.REQUEST, ANNAS, ANNA));
        assertEquals(1, invited.changes().stream().filter(Change.Ask.class::isInstance).count());
        assertEquals(List.of(), invited.messages());
    }

    @Test
    void aNewerVersionHoldsAndAnOlderOrTheSameDoesNot() {
        VEvent newer = moved(ANNAS);
        assertVerdict(Verdict.UPDATED, state(ANNAS), message(Method.REQUEST, newer, ANNA));
        assertVerdict(Verdict.REPEATED, state(newer), message(Method.REQUEST, newer, ANNA));
        assertVerdict(Verdict.STALE, state(newer), message(Method.REQUEST, ANNAS, ANNA));
    }

    @Test
    void anInvitationOfOthersThatIsNotMeantForVincentDoesNotCount() {
        Message copy = message(Method.REQUEST, event(ANNA, BO), ANNA);
        assertVerdict(Verdict.NOT_INVITED, state(null), copy.meant(false));
        assertVerdict(Verdict.INVITED, state(null), copy);
    }

    @Test
    void anInvitationOfNobodyIsImpossible() {
        VEvent nobodys = new VEvent(ANNAS.component().without("ORGANIZER"), ANNAS.zones());
        assertVerdict(Verdict.IMPOSSIBLE, state(null), message(Method.REQUEST, nobodys, ANNA));
    }

    @Test
    void whoIsNotWelcomeBringsNothingNewButChangesWhatIsTheirs() {
        Message unknown = message(Method.REQUEST, moved(ANNAS), ANNA).known(false);
        assertVerdict(Verdict.UNKNOWN_SENDER, state(null), unknown);
        assertVerdict(Verdict.UPDATED, state(ANNAS), unknown);
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST", "PUBLISH", "CANCEL", "ADD"})
    void onlyTheOrganiserChangesAnEvent(Method method) {
        assertVerdict(Verdict.NOT_ORGANISER, state(ANNAS), message(method, moved(ANNAS), BO));
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST", "PUBLISH", "CANCEL", "ADD", "DECLINECOUNTER"})
    void vincentsOwnEventIsChangedByNobodyElse(Method method) {
        assertVerdict(Verdict.OWN_EVENT, state(OWN), message(method, moved(OWN), ANNA));
    }

    @Test
    void anotherOrganiserTakesOverOnlyWhereVincentLetsThem() {
        Message taken = message(Method.REQUEST, moved(event(BO, VINCENT)), BO);
        assertVerdict(Verdict.ORGANISER_CHANGED, state(ANNAS), taken);
        var attendee =
                new Policy(OrganiserReplacement.ATTENDEE, AddResponse.REFRESH, true, null, false);
        assertVerdict(Verdict.UPDATED, state(ANNAS, attendee), taken);
    }

    @Test
    void anOccurrenceThatTheSeriesDoesNotHaveIsAskedAbout() {
        Message odd = message(Method.REQUEST, thursday(ANNAS), ANNA);
        Decision asked = assertVerdict(Verdict.ASKED_AGAIN, state(weekly(ANNAS)), odd);
        assertEquals(List.of("REFRESH anna@example.net"), mails(asked));
        assertVerdict(Verdict.UNKNOWN_OCCURRENCE, state(weekly(ANNAS)), odd.answerable(false));
    }

    @Test
    void whatIsPublishedIsKeptAndNobodyIsAsked() {
        Decision published =
                assertVerdict(
                        Verdict.PUBLISHED, state(null), message(Method.PUBLISH, event(ANNA), ANNA));
        assertEquals(1, published.changes().size());
    }

    @Test
    void aCancelledEventStaysCancelled() {
        VEvent cancel = cancelled(ANNAS).with(Property.of("SEQUENCE", "1"));
        Decision gone =
                assertVerdict(
                        Verdict.CANCELLED, state(ANNAS), message(Method.CANCEL, cancel, ANNA));
        assertEquals(true, kept(gone).isCancelled());
        assertVerdict(Verdict.REPEATED, state(kept(gone)), message(Method.CANCEL, cancel, ANNA));
        assertVerdict(
                Verdict.STALE, state(moved(moved(ANNAS))), message(Method.CANCEL, ANNAS, ANNA));
    }

    @Test
    void anOccurrenceIsAddedAndTheWholeAskedFor() {
        VEvent more = thursday(moved(ANNAS));
        Decision added =
                assertVerdict(Verdict.ADDED, state(weekly(ANNAS)), message(Method.ADD, more, ANNA));
        assertEquals(List.of("REFRESH anna@example.net"), mails(added));
        var ignoring =
                new Policy(OrganiserReplacement.NEVER, AddResponse.IGNORE, true, null, false);
        assertVerdict(
                Verdict.IGNORED, state(weekly(ANNAS), ignoring), message(Method.ADD, more, ANNA));
    }

    @Test
    void anAnswerChangesItsSenderAndNobodyElse() {
        VEvent answer = said(ANNA, "ACCEPTED");
        Decision answered =
                assertVerdict(Verdict.ANSWERED, state(OWN), message(Method.REPLY, answer, ANNA));
        assertEquals(Participation.ACCEPTED, participation(answered, ANNA));
        assertEquals(Participation.NEEDS_ACTION, participation(answered, BO));
        assertVerdict(Verdict.REPEATED, state(kept(answered)), message(Method.REPLY, answer, ANNA));
        VEvent older = said(ANNA, "DECLINED").with(Property.of("DTSTAMP", "20261101T083000Z"));
        assertVerdict(Verdict.STALE, state(kept(answered)), message(Method.REPLY, older, ANNA));
    }

    @Test
    void anAnswerInTheNameOfAnotherOrToSomebodyElseOrTooLateDoesNotCount() {
        VEvent answer = said(ANNA, "ACCEPTED");
        assertVerdict(Verdict.NOT_SENDER, state(OWN), message(Method.REPLY, answer, BO));
        assertVerdict(
                Verdict.NOT_ORGANISER,
                state(ANNAS),
                message(Method.REPLY, said(BO, "ACCEPTED"), BO));
        assertVerdict(
                Verdict.CANCELLED_BEFORE,
                state(cancelled(OWN)),
                message(Method.REPLY, answer, ANNA));
    }

    @Test
    void whoWasNotInvitedWaits() {
        var carl = new CalendarAddress("carl@example.org");
        Decision waits =
                assertVerdict(
                        Verdict.UNINVITED,
                        state(OWN),
                        message(Method.REPLY, said(carl, "ACCEPTED"), carl));
        assertEquals(1, waits.changes().size());
    }

    @Test
    void whoIsSentInsteadIsInvited() {
        var carl = new CalendarAddress("carl@example.org");
        VEvent delegates =
                event(ANNA)
                        .with(
                                Objects.requireNonNull(said(ANNA, "DELEGATED").attendee(ANNA))
                                        .with("DELEGATED-TO", carl.uri()));
        Decision delegated =
                assertVerdict(
                        Verdict.DELEGATED, state(OWN), message(Method.REPLY, delegates, ANNA));
        assertEquals(Participation.DELEGATED, participation(delegated, ANNA));
        assertEquals(Participation.NEEDS_ACTION, participation(delegated, carl));
    }

    @Test
    void aProposalWaitsAndChangesNothingMeanwhile() {
        Decision countered =
                assertVerdict(
                        Verdict.COUNTERED, state(OWN), message(Method.COUNTER, moved(OWN), ANNA));
        assertEquals(0, countered.changes().stream().filter(Change.Keep.class::isInstance).count());
        var mallory = new CalendarAddress("mallory@example.org");
        assertVerdict(
                Verdict.NOT_INVITED, state(OWN), message(Method.COUNTER, moved(OWN), mallory));
        assertVerdict(
                Verdict.NOT_ORGANISER, state(ANNAS), message(Method.COUNTER, moved(ANNAS), BO));
        assertVerdict(
                Verdict.STALE,
                state(moved(OWN)),
                message(Method.COUNTER, OWN.with(Property.of("SEQUENCE", "0")), ANNA));
    }

    @Test
    void whatVincentProposedIsDeclined() {
        assertVerdict(
                Verdict.COUNTER_DECLINED,
                state(ANNAS),
                message(Method.DECLINECOUNTER, ANNAS, ANNA));
    }

    @Test
    void onlyWhoIsInvitedIsSentTheEventAgain() {
        Message asks = message(Method.REFRESH, said(ANNA, "NEEDS-ACTION"), ANNA);
        Decision told = assertVerdict(Verdict.REFRESHED, state(OWN), asks);
        assertEquals(List.of("REQUEST anna@example.net"), mails(told));
        assertVerdict(Verdict.REFRESH_ASKED, state(OWN), asks.answerable(false));
        assertVerdict(Verdict.NOT_INVITED, state(event(VINCENT, BO)), asks);
        assertVerdict(
                Verdict.NOT_SENDER,
                state(OWN),
                message(Method.REFRESH, said(ANNA, "NEEDS-ACTION"), BO));
        assertVerdict(Verdict.NOT_ORGANISER, state(ANNAS), asks);
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"})
    void whatIsNotKeptCannotBeAnswered(Method method) {
        assertVerdict(
                Verdict.UNKNOWN_EVENT, state(null), message(method, said(ANNA, "ACCEPTED"), ANNA));
    }
}
