package org.imipagent.agent;

/** An event that cannot be kept; the message says why. */
final class Impossible extends RuntimeException {

    Impossible(String why) {
        super(why, null, false, false);
    }
}
