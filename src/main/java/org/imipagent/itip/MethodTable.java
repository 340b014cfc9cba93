package org.imipagent.itip;

import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;

/**
 * What the tables of RFC 5546 (3.2.1 to 3.2.8) ask of a VEVENT to be sent, beyond what it says of
 * the event: a SUMMARY, which may be empty, a SEQUENCE, which may be 0; and nothing of the event in
 * a question for it and in the answer to a proposal.
 */
public final class MethodTable {

    private MethodTable() {}

    /** The part as it may stand in an object of that method. */
    public static VEvent fit(Method method, VEvent part) {
        return switch (method) {
            case PUBLISH, REQUEST -> summed(part);
            case ADD, COUNTER -> numbered(summed(part));
            case CANCEL -> numbered(part);
            case DECLINECOUNTER -> numbered(bare(part));
            case REFRESH -> bare(part);
            case REPLY -> part;
        };
    }

    private static VEvent summed(VEvent part) {
        return part.component().has("SUMMARY") ? part : part.with(Property.of("SUMMARY", ""));
    }

    private static VEvent numbered(VEvent part) {
        return part.component().has("SEQUENCE") ? part : part.withSequence(0);
    }

    /** ATTENDEE stays, as in the example of 4.2.4: it says whose proposal is declined. */
    private static VEvent bare(VEvent part) {
        return part.without("DTSTART")
                .without("DTEND")
                .without("DURATION")
                .without("SUMMARY")
                .without("LOCATION");
    }
}
