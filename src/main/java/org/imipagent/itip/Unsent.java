package org.imipagent.itip;

import org.imipagent.calendar.VEvent;

/** What the person says to an organiser who has no mail address is never called sent. */
final class Unsent {

    static final String WHY = "could not be sent: the organiser has no email address";

    private Unsent() {}

    /** A decision that tells the organiser of a part; where it cannot, it says so. */
    static Decision told(CalendarState kept, VEvent part, Decision decision) {
        if (!kept.person().isUnheard(part)) {
            return decision;
        }
        Verdict verdict =
                decision.verdict() == Verdict.PASSED_ON
                        ? Verdict.PASSED_ON_UNTOLD
                        : Verdict.REPLY_UNSENT;
        String detail = decision.detail().isEmpty() ? WHY : decision.detail() + ", " + WHY;
        return new Decision(verdict, detail, decision.changes(), decision.messages());
    }
}
