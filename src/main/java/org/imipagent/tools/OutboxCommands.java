package org.imipagent.tools;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.imipagent.agent.Outbox.Sent;
import org.imipagent.agent.Publishing;
import org.imipagent.store.OutboxEntry;
import org.imipagent.store.ReadTransaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outbox}: mail that was decided on and is not sent yet. */
@Command(name = "outbox", description = "List or send mail that has not been sent yet.")
final class OutboxCommands {

    /** {@code outbox list}. */
    @Command(
            name = "list",
            description =
                    "List unsent mail, oldest first: number, person, sender, recipients who have not"
                            + " got it, number of tries, bytes, since when it waits, when it is tried"
                            + " next, last error.")
    static final class All implements Tool {

        private static final int MOST = 1000;

        @Mixin private AsJson json = new AsJson();

        @Override
        public void run(CommandContext context) throws NotDone {
            try (Opened opened = context.open();
                    ReadTransaction reading = opened.store().read();
                    Listing listing =
                            json.listing(
                                    context,
                                    "number",
                                    "user",
                                    "sender",
                                    "recipients",
                                    "tries",
                                    "bytes",
                                    "posted",
                                    "due",
                                    "error")) {
                for (OutboxEntry mail : reading.outboxEntries(MOST)) {
                    listing.row(
                            mail.number(),
                            mail.user().email(),
                            mail.sender(),
                            mail.recipients(),
                            mail.tries(),
                            mail.bytes(),
                            mail.posted(),
                            mail.due(),
                            mail.why());
                }
            }
        }
    }

    /** {@code outbox send}: the regular job that sends what could not be sent before. */
    @Command(
            name = "send",
            description =
                    "Send what is due, and publish the free/busy that has changed. Run it every few"
                            + " minutes: mail that could not be sent is tried again after growing"
                            + " pauses of up to four hours.")
    static final class Send implements Tool {

        private static final long LONGEST_WAIT = 3600;

        @Option(
                names = "--after",
                paramLabel = "SECONDS",
                description = "Wait for so many seconds first, up to an hour.")
        private long after;

        @Override
        public void run(CommandContext context) throws NotDone {
            Duration waited = Duration.ofSeconds(Math.clamp(after, 0, LONGEST_WAIT));
            sleep(waited);
            Instant now = context.now().plus(waited);
            try (Opened opened = context.open()) {
                var troubles = new ArrayList<>(new Publishing(opened.site()).publishAll(now));
                Sent sent = opened.outbox().send(now);
                context.say(sent.sent() + " sent");
                for (String refusal : sent.refused()) {
                    context.say("rejected permanently, see the activity: " + refusal);
                }
                sent.troubles()
                        .forEach(
                                trouble ->
                                        troubles.add("not sent, kept in the outbox: " + trouble));
                if (!troubles.isEmpty()) {
                    throw NotDone.tryAgain(troubles);
                }
            }
        }

        private static void sleep(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException woken) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
