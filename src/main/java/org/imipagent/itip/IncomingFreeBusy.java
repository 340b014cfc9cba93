package org.imipagent.itip;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Property;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.VFreeBusy;
import org.imipagent.freebusy.Window;
import org.jspecify.annotations.Nullable;

/** Free/busy for a person (RFC 5546, 3.3): asked for, told as an answer, or published. */
public final class IncomingFreeBusy {

    private IncomingFreeBusy() {}

    /**
     * What the rules say.
     *
     * @param answer to send; null for none
     */
    public record Decided(Decision decision, @Nullable OutgoingFreeBusy answer) {
        static Decided refuse(Verdict verdict, String detail) {
            return new Decided(Decision.refuse(verdict, detail), null);
        }
    }

    public static Decided decide(FreeBusyState kept, FreeBusyMessage came) {
        return switch (came.method()) {
            case REQUEST -> request(kept, came);
            case REPLY, PUBLISH -> learn(kept, came);
            case ADD, CANCEL, REFRESH, COUNTER, DECLINECOUNTER ->
                    Decided.refuse(Verdict.UNSUPPORTED_METHOD, came.method().name());
        };
    }

    private static Decided request(FreeBusyState kept, FreeBusyMessage came) {
        CalendarAddress asker = came.whose();
        Attendee mine = among(kept.person(), came.freeBusy());
        if (asker == null || !asker.isMail()) {
            return Decided.refuse(Verdict.IMPOSSIBLE, "no one to answer");
        }
        if (kept.person().is(asker)) {
            return Decided.refuse(Verdict.OWN_EVENT, "");
        }
        if (mine == null) {
            return Decided.refuse(Verdict.NOT_INVITED, "the request is about someone else");
        }
        if (!came.isOwnWord()) {
            return Decided.refuse(Verdict.NOT_ORGANISER, sender(came) + " is not " + asker.email());
        }
        if (!kept.shares()) {
            return Decided.refuse(Verdict.NOT_SHARED, asker.email());
        }
        Window window = came.freeBusy().window();
        FreeBusy own = kept.own();
        if (own == null) {
            return Decided.refuse(Verdict.IMPOSSIBLE, window == null ? "" : window.problem());
        }
        if (kept.answered()) {
            return Decided.refuse(Verdict.REPEATED, "");
        }
        if (!kept.mayAnswer()) {
            return Decided.refuse(Verdict.NOT_SHARED, "automatic mail is not answered");
        }
        Attendee organiser = came.freeBusy().organiser();
        Attendee asking =
                organiser != null ? organiser : new Attendee(Property.of("ORGANIZER", asker.uri()));
        return new Decided(
                new Decision(Verdict.FREEBUSY_TOLD, asker.email(), List.of(), List.of()),
                new OutgoingFreeBusy(came.freeBusy().uid(), asking, mine, own));
    }

    private static @Nullable Attendee among(Person person, VFreeBusy freeBusy) {
        for (Attendee attendee : freeBusy.attendees()) {
            if (person.is(attendee.address())) {
                return attendee;
            }
        }
        return null;
    }

    /** Only their own word counts: else anybody could make anybody look busy. */
    private static Decided learn(FreeBusyState kept, FreeBusyMessage came) {
        CalendarAddress of = came.whose();
        if (of == null || !came.isOwnWord()) {
            return Decided.refuse(
                    Verdict.NOT_SENDER,
                    sender(came) + " sent free/busy of " + (of == null ? "no one" : of.email()));
        }
        if (kept.person().is(of)) {
            return Decided.refuse(Verdict.OWN_EVENT, "");
        }
        List<BusyPeriod> periods = came.freeBusy().periods();
        if (periods == null) {
            return Decided.refuse(
                    Verdict.TOO_LARGE, "more than " + VFreeBusy.MOST_PERIODS + " periods");
        }
        Window window = came.freeBusy().told(periods);
        if (window == null || !window.problem().isEmpty()) {
            return Decided.refuse(
                    Verdict.IMPOSSIBLE, window == null ? "no period" : window.problem());
        }
        Instant said = came.freeBusy().stamp();
        Instant heard = kept.heard();
        // Without DTSTAMP nothing tells that it is older.
        if (heard != null && said.isBefore(heard) && !said.equals(Instant.EPOCH)) {
            return Decided.refuse(Verdict.STALE, "of " + said + ", the calendar has " + heard);
        }
        FreeBusy told = VFreeBusy.union(periods, window);
        boolean isSame =
                !told.periods().isEmpty() && told.equals(VFreeBusy.union(kept.told(), window));
        return new Decided(
                new Decision(
                        isSame ? Verdict.REPEATED : Verdict.FREEBUSY_KEPT,
                        isSame ? "" : of.email(),
                        List.of(new Change.Learn(of, told, said)),
                        List.of()),
                null);
    }

    private static String sender(FreeBusyMessage came) {
        return came.from() == null ? "an unknown sender" : came.from().email();
    }
}
