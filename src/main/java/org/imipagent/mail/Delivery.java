package org.imipagent.mail;

/** What became of a message for one recipient. */
public sealed interface Delivery {

    String recipient();

    /** What the other side said, one bounded line. */
    String text();

    /** The other side has it now. */
    record Delivered(String recipient, String text) implements Delivery {}

    /** Not now: it may be tried again (RFC 5321, 4.2.1: 4yz; no connection, no answer). */
    record Temporary(String recipient, String text) implements Delivery {}

    /** Never: the other side refuses it (5yz), or the address is none. */
    record Permanent(String recipient, String text) implements Delivery {}
}
