package org.imipagent.itip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.calendar.Zones;
import org.imipagent.settings.AddResponse;
import org.imipagent.settings.Bounds;
import org.imipagent.settings.OrganiserReplacement;
import org.imipagent.settings.Settings;
import org.junit.jupiter.api.Test;

/** What an organiser does with proposals (RFC 5546, 3.2.7 and 3.2.8). */
class ProposalsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");
    private static final CalendarAddress ANNA = new CalendarAddress("anna@example.net");
    private static final CalendarAddress BO = new CalendarAddress("bo@example.net");

    private static VEvent event(String start, String end) {
        return new VEvent(
                new Component(
                        "VEVENT",
                        List.of(
                                Property.of("UID", "plan@example.com"),
                                Property.of("SEQUENCE", "2"),
                                Property.of("DTSTART", start),
                                Property.of("DTEND", end),
                                Property.of("ORGANIZER", VINCENT.uri()),
                                Property.of("ATTENDEE", ANNA.uri()).with("PARTSTAT", "ACCEPTED"),
                                Property.of("ATTENDEE", BO.uri())),
                        List.of()),
                Zones.NONE);
    }

    private static CounterProposal proposal(CalendarAddress from, String day) {
        return new CounterProposal(
                from, event(day + "T090000Z", day + "T100000Z"), NOW.minusSeconds(60));
    }

    private static Request asks(CalendarAddress from) {
        return new Request(
                "plan@example.com", null, Request.Kind.COUNTER, NOW.minusSeconds(60), from, null);
    }

    private static CalendarState kept() {
        return new CalendarState(
                new Person(VINCENT, List.of(), Zone.UTC),
                Event.of(event("20261103T090000Z", "20261103T100000Z")),
                List.of(asks(ANNA), asks(BO)),
                List.of(proposal(ANNA, "20261104"), proposal(BO, "20261105")),
                new Policy(OrganiserReplacement.NEVER, AddResponse.REFRESH, true, null, false),
                Bounds.of(Settings.defaults()),
                Instant.parse("2028-01-01T00:00:00Z"),
                false);
    }

    private static Decision decide(UserAction act) {
        return UserActionRules.decide(kept(), act, NOW);
    }

    @Test
    void anAcceptedProposalBecomesTheEventEverybodyIsAskedAnewAndTheOthersAreDeclined() {
        Decision decision = decide(new UserAction.AcceptCounter(ANNA, null));
        assertEquals(Verdict.COUNTER_ACCEPTED, decision.verdict());
        assertEquals(2, decision.messages().size());
        Outgoing request = decision.messages().getFirst();
        assertEquals(Method.REQUEST, request.method());
        assertEquals(List.of(ANNA, BO), request.to());
        VEvent asked = request.parts().getFirst();
        assertEquals(3, asked.sequence());
        assertEquals(
                Instant.parse("2026-11-04T09:00:00Z"),
                Objects.requireNonNull(asked.start()).instant(Zone.UTC));
        assertEquals(
                Participation.NEEDS_ACTION,
                Objects.requireNonNull(asked.attendee(ANNA)).participation());
        Outgoing declined = decision.messages().getLast();
        assertEquals(Method.DECLINECOUNTER, declined.method());
        assertEquals(List.of(BO), declined.to());
        assertEquals(2, count(decision, Change.DropCounter.class));
        assertEquals(2, count(decision, Change.SettleOne.class));
        assertEquals(1, count(decision, Change.Keep.class));
    }

    @Test
    void aDeclinedProposalIsToldToTheOneWhoMadeItAndNothingElseChanges() {
        Decision decision = decide(new UserAction.DeclineCounter(ANNA, null, "No"));
        assertEquals(Verdict.COUNTER_REFUSED, decision.verdict());
        Outgoing declined = decision.messages().getFirst();
        assertEquals(1, decision.messages().size());
        assertEquals(Method.DECLINECOUNTER, declined.method());
        assertEquals(List.of(ANNA), declined.to());
        assertEquals(2, declined.parts().getFirst().sequence());
        assertEquals("No", declined.parts().getFirst().text("COMMENT"));
        assertEquals(1, count(decision, Change.DropCounter.class));
        assertEquals(1, count(decision, Change.SettleOne.class));
        assertEquals(0, count(decision, Change.Keep.class));
    }

    @Test
    void whatNobodyProposedIsRefused() {
        var nobody = new CalendarAddress("nobody@example.net");
        assertEquals(
                Verdict.NOT_PROPOSED, decide(new UserAction.AcceptCounter(nobody, null)).verdict());
        assertEquals(
                Verdict.NOT_PROPOSED,
                decide(new UserAction.DeclineCounter(nobody, null, "")).verdict());
    }

    @Test
    void theOrganisersDeclineSentWithTheirOwnProgramSettlesTheProposal() {
        var message =
                new Message(
                        Method.DECLINECOUNTER,
                        Event.of(
                                event("20261103T090000Z", "20261103T100000Z")
                                        .withoutAttendees(Set.of(BO))
                                        .withStamp(NOW)),
                        VINCENT);
        Decision decision = OwnMailRules.decide(kept(), message, NOW);
        assertEquals(Verdict.SENT, decision.verdict());
        assertEquals(1, count(decision, Change.DropCounter.class));
        assertTrue(decision.messages().isEmpty());
    }

    private static long count(Decision decision, Class<?> kind) {
        return decision.changes().stream().filter(kind::isInstance).count();
    }
}
