package org.imipagent.main;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.Installation;
import org.imipagent.agent.ResourceMailHandler;
import org.imipagent.agent.ResourceMailHandler.Received;
import org.imipagent.mail.MailReader;
import org.imipagent.mail.Mbox;
import org.imipagent.mail.Pieces;
import org.imipagent.main.SetUp.NotSetUp;
import org.imipagent.settings.Settings;
import org.imipagent.store.Posted;
import org.imipagent.store.Store;
import org.imipagent.store.StoreTrouble;

/** {@code resource}: incoming mail for resources, the message on standard input. */
final class ResourceCommand {

    private ResourceCommand() {}

    static int run(ProcessEnvironment around, Arguments arguments) throws NotSetUp {
        long begin = System.nanoTime();
        Settings settings =
                SetUp.settings(around, arguments.config(), arguments.store(), arguments.publish());
        Instant now = Objects.requireNonNullElse(arguments.now(), around.now());
        try (Store store = SetUp.store(settings)) {
            var log = new MailLog(around, settings, begin);
            return take(around, arguments, SetUp.installation(settings, store, around), log, now);
        }
    }

    private static int take(
            ProcessEnvironment around,
            Arguments arguments,
            Installation site,
            MailLog log,
            Instant now) {
        byte[] message;
        try {
            message = around.in().readAllBytes();
        } catch (IOException broken) {
            around.complain("the message was cut off: " + broken.getMessage());
            return ExitStatus.TRY_AGAIN;
        }
        Received received;
        try {
            received = new ResourceMailHandler(site).receive(message, arguments.recipients(), now);
        } catch (StoreTrouble trouble) {
            if (arguments.debug()) {
                throw trouble;
            }
            log.waiting(
                    "resource", MailReader.read(message, site.mailLimits()), arguments, trouble);
            return ExitStatus.TRY_AGAIN;
        }
        for (RuntimeException fault : received.faults()) {
            around.complain("internal error, please report it; nothing is booked: " + fault);
            fault.printStackTrace(around.err());
        }
        if (received.outcomes().isEmpty()) {
            around.complain("no recipient: give -o RECIPIENT, the message header names none");
            return ExitStatus.TRY_AGAIN;
        }
        var afterwards = new Afterwards(around, site, now);
        afterwards.publish(received.unpublished());
        if (arguments.debug()) {
            return print(around, site, received.posted(), now)
                    ? ExitStatus.DONE
                    : ExitStatus.TRY_AGAIN;
        }
        received.outcomes().forEach(log::booked);
        afterwards.send(received.posted());
        return ExitStatus.DONE;
    }

    /** What would be sent: this takes it out of the outbox. */
    private static boolean print(
            ProcessEnvironment around, Installation site, List<Long> posted, Instant now) {
        var out = new BufferedOutputStream(around.out(), 1 << 16);
        try {
            for (Posted mail : PostedMails.taken(site, posted, now)) {
                Mbox.write(out, mail.sender(), now, Pieces.of(mail.message()));
            }
            out.flush();
            return !around.out().checkError();
        } catch (IOException broken) {
            around.complain("standard output: " + broken.getMessage());
            return false;
        }
    }
}
