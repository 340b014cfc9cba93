package org.imipagent.main;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.imipagent.agent.Installation;
import org.imipagent.agent.OwnMailHandler;
import org.imipagent.main.SetUp.NotSetUp;
import org.imipagent.settings.Settings;
import org.imipagent.store.Store;

/**
 * {@code outgoing}: mail that people send, a copy on standard input. Nothing is delivered, sent or
 * printed.
 */
final class OutgoingCommand {

    private OutgoingCommand() {}

    static int run(ProcessEnvironment around, Arguments arguments) throws NotSetUp {
        long begin = System.nanoTime();
        Settings settings =
                SetUp.settings(around, arguments.config(), arguments.store(), arguments.publish());
        Instant now = Objects.requireNonNullElse(arguments.now(), around.now());
        try (Store store = SetUp.store(settings)) {
            return learn(
                    around,
                    arguments,
                    SetUp.installation(settings, store, around),
                    now,
                    new MailLog(around, settings, begin));
        }
    }

    private static int learn(
            ProcessEnvironment around,
            Arguments arguments,
            Installation site,
            Instant now,
            MailLog log) {
        byte[] message;
        try {
            message = around.in().readAllBytes();
        } catch (IOException broken) {
            around.complain("the message was cut off: " + broken.getMessage());
            return ExitStatus.TRY_AGAIN;
        }
        var learnt = new OwnMailHandler(site).learn(message, arguments.senders(), now);
        for (RuntimeException fault : learnt.faults()) {
            around.complain("internal error, please report it: " + fault);
            fault.printStackTrace(around.err());
        }
        if (!arguments.debug()) {
            learnt.outcomes().forEach(log::sent);
        }
        new Afterwards(around, site, now).publish(learnt.unpublished());
        return ExitStatus.DONE;
    }
}
