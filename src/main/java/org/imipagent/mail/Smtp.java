package org.imipagent.mail;

import java.util.List;

/**
 * Hands mail to a mail server by SMTP (RFC 5321), without credentials: one that trusts this host.
 */
public record Smtp(Endpoint endpoint) implements Transport {

    public Smtp(String host, int port) {
        this(new Endpoint.Tcp(host, port));
    }

    @Override
    public List<Delivery> send(
            String sender, List<String> recipients, Pieces message, Timeouts timeouts) {
        return Conversation.hold(
                Conversation.Dialect.SMTP,
                endpoint,
                new Conversation.Letter(sender, recipients, message),
                timeouts);
    }
}
