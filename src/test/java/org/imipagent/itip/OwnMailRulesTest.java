package org.imipagent.itip;

import static org.imipagent.itip.RuleSamples.ANNA;
import static org.imipagent.itip.RuleSamples.BO;
import static org.imipagent.itip.RuleSamples.NOW;
import static org.imipagent.itip.RuleSamples.VINCENT;
import static org.imipagent.itip.RuleSamples.cancelled;
import static org.imipagent.itip.RuleSamples.event;
import static org.imipagent.itip.RuleSamples.kept;
import static org.imipagent.itip.RuleSamples.message;
import static org.imipagent.itip.RuleSamples.moved;
import static org.imipagent.itip.RuleSamples.said;
import static org.imipagent.itip.RuleSamples.state;
import static org.imipagent.itip.RuleSamples.thursday;
import static org.imipagent.itip.RuleSamples.weekly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vincent's own mail program sent a message: what his calendar learns of it. */
class OwnMailRulesTest {

    private static final VEvent ANNAS = event(ANNA, VINCENT, BO);
    private static final VEvent OWN = event(VINCENT, ANNA, BO);

    /** Whatever it is, nothing is sent because of it. */
    private static Decision assertVerdict(Verdict verdict, CalendarState state, Message sent) {
        Decision decision = OwnMailRules.decide(state, sent, NOW);
        assertEquals(verdict, decision.verdict(), decision.detail());
        assertEquals(List.of(), decision.messages());
        return decision;
    }

    @Test
    void anInvitationAndItsChangeAreKept() {
        Decision first =
                assertVerdict(Verdict.SENT, state(null), message(Method.REQUEST, OWN, VINCENT));
        Decision second =
                assertVerdict(
                        Verdict.SENT,
                        state(kept(first)),
                        message(Method.REQUEST, moved(OWN), VINCENT));
        assertEquals(1, kept(second).sequence());
        assertVerdict(Verdict.STALE, state(kept(second)), message(Method.REQUEST, OWN, VINCENT));
        assertVerdict(
                Verdict.UNKNOWN_OCCURRENCE,
                state(weekly(OWN)),
                message(Method.REQUEST, thursday(OWN), VINCENT));
    }

    @Test
    void itIsCancelled() {
        VEvent cancel = cancelled(OWN).with(Property.of("SEQUENCE", "1"));
        Decision gone =
                assertVerdict(Verdict.SENT, state(OWN), message(Method.CANCEL, cancel, VINCENT));
        assertTrue(kept(gone).isCancelled());
    }

    @Test
    void anAnswerIsKept() {
        Decision answered =
                assertVerdict(
                        Verdict.SENT,
                        state(ANNAS),
                        message(Method.REPLY, said(VINCENT, "DECLINED"), VINCENT));
        assertEquals(
                Participation.DECLINED,
                Objects.requireNonNull(kept(answered).attendee(VINCENT)).participation());
        assertEquals(
                Participation.NEEDS_ACTION,
                Objects.requireNonNull(kept(answered).attendee(BO)).participation());
    }

    @Test
    void whatIsNotTheirsToSayDoesNotCount() {
        assertVerdict(Verdict.NOT_SENDER, state(OWN), message(Method.REQUEST, moved(OWN), BO));
        assertVerdict(
                Verdict.NOT_ORGANISER,
                state(ANNAS),
                message(Method.REQUEST, moved(ANNAS), VINCENT));
        assertVerdict(
                Verdict.OWN_EVENT,
                state(OWN),
                message(Method.REPLY, said(VINCENT, "ACCEPTED"), VINCENT));
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLY", "COUNTER", "CANCEL"})
    void whatIsNotKeptCannotBeAnswered(Method method) {
        assertVerdict(
                Verdict.UNKNOWN_EVENT,
                state(null),
                message(method, said(VINCENT, "ACCEPTED"), VINCENT));
    }
}
