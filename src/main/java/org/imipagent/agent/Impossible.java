package org.imipagent.agent;

/** An event that cannot be kept; the message says why. */
final class Impossible extends RuntimeException {

    private final String why;

    Impossible(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
