package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.imipagent.itip.Message;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.Delivery;
import org.imipagent.mail.MailReader;
import org.imipagent.mail.Pieces;
import org.imipagent.mail.Timeouts;
import org.imipagent.mail.Transport;
import org.imipagent.settings.Bounds;
import org.imipagent.settings.Settings;
import org.imipagent.store.Activity;
import org.imipagent.store.Posted;
import org.imipagent.store.Store;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Part of the fifth step: what lies in the outbox is sent; what cannot be sent now stays, and is
 * due again later, for those alone who have not got it. What a mail server refuses for good is
 * noted for the person and not tried again.
 */
public final class Outbox {

    /**
     * While one process sends a mail no other does; if it is killed meanwhile, the mail is due
     * again after this time. No conversation with a mail server takes so long.
     */
    private static final Duration IN_HAND = Duration.ofMinutes(30);

    /** The regular job goes on for so long, and the next one takes what is left. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * Being taken in hand and failing count as one each: after five days it is given up, as mail
     * servers do (RFC 5321, 4.5.4.1).
     */
    private static final int MOST_ATTEMPTS = 2 * 37;

    /** Our own mails are read as long as they can be. */
    private static final Bounds OWN = Bounds.of(Settings.defaults());

    private final Store store;
    private final Transport transport;
    private final LongSupplier nanos;

    public Outbox(Store store, Transport transport) {
        this(store, transport, System::nanoTime);
    }

    /**
     * @param nanos how time goes on while mails are sent
     */
    Outbox(Store store, Transport transport, LongSupplier nanos) {
        this.store = store;
        this.transport = transport;
        this.nanos = nanos;
    }

    /**
     * What became of what was due.
     *
     * @param sent how many mails went out
     * @param troubles what could not be sent and stays, a line each
     * @param refused what was refused for good and left the outbox, a line each
     */
    public record Sent(int sent, List<String> troubles, List<String> refused) {}

    /** Sends all that is due. */
    public Sent send(Instant now) {
        var run = new Run(now);
        Posted mail = run.take(WriteTransaction::takeNext);
        while (mail != null) {
            run.send(mail);
            mail =
                    run.elapsed().compareTo(LONGEST) < 0
                            ? run.take(WriteTransaction::takeNext)
                            : null;
        }
        return run.sent();
    }

    /**
     * Sends some mails that were just posted, up to the first that cannot be sent: somebody waits
     * for this to end, and the regular job sends the rest.
     */
    public Sent send(List<Long> numbers, Instant now) {
        var run = new Run(now);
        for (long number : numbers) {
            Posted mail = run.take((writing, time, until) -> writing.take(number, time, until));
            if (mail != null && !run.send(mail)) {
                break;
            }
        }
        return run.sent();
    }

    @FunctionalInterface
    private interface Which {
        @Nullable Posted of(WriteTransaction writing, Instant now, Instant until);
    }

    /** What one call sends; time goes on meanwhile. */
    private final class Run {

        private final Instant start;
        private final long began = nanos.getAsLong();
        private final List<String> troubles = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private int sent;

        Run(Instant start) {
            this.start = start;
        }

        Duration elapsed() {
            return Duration.ofNanos(nanos.getAsLong() - began);
        }

        private Instant now() {
            return start.plus(elapsed());
        }

        Sent sent() {
            return new Sent(sent, troubles, refused);
        }

        /** Takes a mail in hand, so that no two processes send the same. */
        @Nullable Posted take(Which which) {
            Instant now = now();
            Optional<Posted> taken =
                    store.effect(
                            writing ->
                                    Optional.ofNullable(which.of(writing, now, now.plus(IN_HAND))));
            return taken.orElse(null);
        }

        /** Whether nothing of it waits any more. */
        boolean send(Posted mail) {
            int waiting = troubles.size();
            int before = waiting + refused.size();
            Outbox.this.send(mail, now(), troubles, refused);
            sent += troubles.size() + refused.size() == before ? 1 : 0;
            return troubles.size() == waiting;
        }
    }

    private void send(Posted mail, Instant now, List<String> troubles, List<String> refused) {
        List<Delivery> deliveries =
                transport.send(
                        mail.sender(),
                        mail.recipients(),
                        Pieces.of(mail.message()),
                        Timeouts.DEFAULT);
        var waiting = new ArrayList<String>();
        var lost = new ArrayList<Delivery>();
        var reasons = new LinkedHashMap<String, List<String>>();
        for (Delivery delivery : deliveries) {
            switch (delivery) {
                case Delivery.Delivered _ -> {}
                case Delivery.Permanent _ -> lost.add(delivery);
                case Delivery.Temporary _ -> {
                    if (mail.attempts() < MOST_ATTEMPTS) {
                        waiting.add(delivery.recipient());
                        reasons.computeIfAbsent(delivery.text(), _ -> new ArrayList<>())
                                .add(delivery.recipient());
                    } else {
                        lost.add(delivery);
                    }
                }
            }
        }
        String trouble = reasons.isEmpty() ? null : told(reasons);
        store.change(
                mail.user(),
                writing -> {
                    lost.forEach(
                            refusal -> writing.note(mail.user(), undelivered(mail, refusal, now)));
                    if (trouble == null) {
                        writing.sent(mail.number());
                    } else {
                        // Whoever has it must not have it twice.
                        writing.leaveFor(mail.number(), waiting);
                        writing.postpone(
                                mail.number(), now.plus(wait(mail.attempts() / 2)), trouble);
                    }
                });
        if (trouble != null) {
            troubles.add(trouble);
        }
        lost.forEach(refusal -> refused.add(told(refusal)));
    }

    /** Who has not got it, and why. */
    private static String told(Map<String, List<String>> reasons) {
        var told = new ArrayList<String>();
        reasons.forEach((why, people) -> told.add("to " + String.join(", ", people) + ": " + why));
        return String.join("; ", told);
    }

    private static String told(Delivery delivery) {
        return "to " + delivery.recipient() + ": " + delivery.text();
    }

    /** What the person finds on their activity page. */
    private static Activity undelivered(Posted mail, Delivery refusal, Instant now) {
        var read = MailReader.read(mail.message(), org.imipagent.mail.MailLimits.DEFAULT);
        var messages = ParsedMail.of(read, OWN).messages();
        Message message = messages.isEmpty() ? null : messages.getFirst();
        return new Activity(
                now,
                Activity.Source.MAIL,
                message == null ? "" : message.method().name(),
                message == null ? "" : message.event().uid(),
                message == null ? null : message.event().main().recurrenceId(),
                message == null ? read.subject() : message.event().main().summary(),
                mail.user().email(),
                Verdict.UNDELIVERED,
                refusal.recipient() + ": " + refusal.text());
    }

    /** One minute, then twice as long each time, up to four hours. */
    static Duration wait(int failures) {
        return Duration.ofMinutes(Math.min(240, 1L << Math.min(failures, 8)));
    }
}
