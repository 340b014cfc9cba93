package org.imipagent.mail;

import java.util.List;

/** Puts mail into a mail store by LMTP (RFC 2033), which answers for each recipient. */
public record Lmtp(Endpoint endpoint) implements Transport {

    /** At a path or {@code host:port}. */
    public static Lmtp at(String where) {
        return new Lmtp(Endpoint.of(where));
    }

    @Override
    public List<Delivery> send(
            String sender, List<String> recipients, Pieces message, Timeouts timeouts) {
        return Conversation.hold(
                Conversation.Dialect.LMTP,
                endpoint,
                new Conversation.Letter(sender, recipients, message),
                timeouts);
    }
}
