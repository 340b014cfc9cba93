package org.imipagent.scheduling;

import java.util.List;
import org.imipagent.freebusy.Window;

/**
 * What a chain says.
 *
 * @param reason why it is refused, or that it is accepted
 * @param taken which of its times are taken, by start; empty where that is not the reason
 * @param detail of the reason, such as a domain; "" for none
 */
public record SchedulingAnswer(Reason reason, List<Window> taken, String detail) {

    /** Why. */
    public enum Reason {
        ACCEPTED,
        /** A time of it is taken. */
        BUSY,
        /** Who asks is of another domain than the resource. */
        OTHER_DOMAIN,
        /** The access list says no. */
        NOT_ALLOWED,
        /** The chain has a line that this program cannot follow. */
        NOT_SET_UP
    }

    public static final SchedulingAnswer ACCEPTED =
            new SchedulingAnswer(Reason.ACCEPTED, List.of(), "");

    public SchedulingAnswer {
        taken = List.copyOf(taken);
    }

    static SchedulingAnswer declined(Reason reason, String detail) {
        return new SchedulingAnswer(reason, List.of(), detail);
    }

    public boolean isAccepted() {
        return reason == Reason.ACCEPTED;
    }
}
