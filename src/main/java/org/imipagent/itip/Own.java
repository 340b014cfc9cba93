package org.imipagent.itip;

/**
 * Parameters that only our own copy of an event has, on an ATTENDEE. They never leave: {@link
 * Reply} and whatever else is sent is made without them.
 */
public final class Own {

    /** The participation before a significant change asked anew. */
    public static final String WAS = "X-IMIP-AGENT-WAS";

    /**
     * DTSTAMP of the attendee's newest reply, so that an older one that comes later is seen as
     * such.
     */
    public static final String REPLIED = "X-IMIP-AGENT-REPLIED";

    /** The attendee has not been told of the event as it is: it was kept without sending. */
    public static final String UNTOLD = "X-IMIP-AGENT-UNTOLD";

    private Own() {}
}
