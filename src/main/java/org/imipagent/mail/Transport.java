package org.imipagent.mail;

import java.util.List;

/** A way for messages to leave. */
public sealed interface Transport permits Sendmail, Smtp, Lmtp {

    /**
     * Sends a message.
     *
     * @param sender of the envelope; "" for the null sender
     * @return what became of it, for each recipient in their order; trouble of any kind is told
     *     there
     */
    List<Delivery> send(String sender, List<String> recipients, Pieces message, Timeouts timeouts);
}
