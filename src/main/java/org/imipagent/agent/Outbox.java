package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.mail.Delivery;
import org.imipagent.mail.Patience;
import org.imipagent.mail.Pieces;
import org.imipagent.mail.Transport;
import org.imipagent.store.Posted;
import org.imipagent.store.Store;
import org.imipagent.store.Writing;
import org.jspecify.annotations.Nullable;

/**
 * Part of the fifth step: what lies in the outbox is sent; what cannot be sent stays, and is due
 * again later.
 */
public final class Outbox {

    private static final int AT_ONCE = 20;

    /**
     * While one process sends a mail no other does; if it is killed meanwhile, the mail is due
     * again after this time.
     */
    private static final Duration IN_HAND = Duration.ofMinutes(15);

    private final Store store;
    private final Transport transport;

    public Outbox(Store store, Transport transport) {
        this.store = store;
        this.transport = transport;
    }

    /** What could not be sent, a line each. */
    public record Sent(int sent, List<String> troubles) {}

    /** Sends what is due. */
    public Sent send(Instant now) {
        int sent = 0;
        var troubles = new ArrayList<String>();
        for (List<Posted> mails = take(now); !mails.isEmpty(); mails = take(now)) {
            for (Posted mail : mails) {
                String trouble = send(mail, now);
                if (trouble == null) {
                    sent++;
                } else {
                    troubles.add(trouble);
                }
            }
        }
        return new Sent(sent, troubles);
    }

    /** Takes due mails in hand, so that two processes do not send the same. */
    private List<Posted> take(Instant now) {
        try (Writing writing = store.write()) {
            List<Posted> mails = writing.outbox(now, AT_ONCE);
            for (Posted mail : mails) {
                writing.postpone(mail.number(), now.plus(IN_HAND), "being sent");
            }
            if (!mails.isEmpty()) {
                writing.commit();
            }
            return mails;
        }
    }

    private @Nullable String send(Posted mail, Instant now) {
        List<Delivery> deliveries =
                transport.send(
                        mail.sender(),
                        mail.recipients(),
                        Pieces.of(mail.message()),
                        Patience.DEFAULT);
        String trouble = null;
        for (Delivery delivery : deliveries) {
            if (!(delivery instanceof Delivery.Delivered)) {
                trouble = "to " + delivery.recipient() + ": " + delivery.text();
            }
        }
        try (Writing writing = store.write()) {
            if (trouble == null) {
                writing.sent(mail.number());
            } else {
                writing.postpone(mail.number(), now.plus(wait(mail.attempts())), trouble);
            }
            writing.commit();
        }
        return trouble;
    }

    /** One minute, then twice as long each time, up to four hours. */
    static Duration wait(int attempts) {
        return Duration.ofMinutes(Math.min(240, 1L << Math.min(attempts, 8)));
    }
}
