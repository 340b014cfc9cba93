package org.imipagent.itip;

/** An event that cannot be kept; the message says why. */
public final class Impossible extends RuntimeException {

    private final String why;

    Impossible(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
