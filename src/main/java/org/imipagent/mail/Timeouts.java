package org.imipagent.mail;

import java.time.Duration;

/**
 * How long a transport waits.
 *
 * @param connect for a connection
 * @param reply for a whole reply, and for the other side to take what is sent
 * @param done for the reply to the end of the message (RFC 5321, 4.5.3.2.6: who hurries here sends
 *     twice), and for a command to end
 */
public record Timeouts(Duration connect, Duration reply, Duration done) {

    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(5));
}
