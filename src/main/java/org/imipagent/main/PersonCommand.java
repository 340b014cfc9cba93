package org.imipagent.main;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imipagent.agent.IncomingMailHandler;
import org.imipagent.agent.IncomingMailHandler.HandOn;
import org.imipagent.agent.IncomingMailHandler.Received;
import org.imipagent.agent.Installation;
import org.imipagent.agent.MailOutcome;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.Delivery;
import org.imipagent.mail.Lmtp;
import org.imipagent.mail.MailReader;
import org.imipagent.mail.Mbox;
import org.imipagent.mail.Pieces;
import org.imipagent.mail.Timeouts;
import org.imipagent.mail.Transport;
import org.imipagent.main.Arguments.Wrong;
import org.imipagent.main.SetUp.NotSetUp;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Posted;
import org.imipagent.store.Store;
import org.imipagent.store.StoreTrouble;

/** {@code person}: incoming mail for people, the message on standard input. */
final class PersonCommand {

    private final ProcessEnvironment around;
    private final Arguments arguments;
    private final Installation site;
    private final Instant now;
    private final MailLog log;

    private PersonCommand(
            ProcessEnvironment around,
            Arguments arguments,
            Installation site,
            Instant now,
            MailLog log) {
        this.around = around;
        this.arguments = arguments;
        this.site = site;
        this.now = now;
        this.log = log;
    }

    static int run(ProcessEnvironment around, Arguments arguments) throws Wrong, NotSetUp {
        long begin = System.nanoTime();
        if (!arguments.debug() && !arguments.local() && arguments.lmtp() == null) {
            throw new Wrong(
                    "choose a delivery method: -l SOCKET (LMTP), -L (local SMTP) or -d (print).");
        }
        Settings settings =
                SetUp.settings(around, arguments.config(), arguments.store(), arguments.publish());
        Instant now = Objects.requireNonNullElse(arguments.now(), around.now());
        var log = new MailLog(around, settings, begin);
        try (Store store = SetUp.store(settings)) {
            return new PersonCommand(
                            around,
                            arguments,
                            SetUp.installation(settings, store, around),
                            now,
                            log)
                    .take();
        }
    }

    private int take() throws Wrong {
        Transport mailbox = mailbox();
        byte[] message;
        try {
            message = around.in().readAllBytes();
        } catch (IOException broken) {
            around.complain("the message was cut off: " + broken.getMessage());
            return ExitStatus.TRY_AGAIN;
        }
        Received received;
        try {
            received = new IncomingMailHandler(site).receive(message, arguments.recipients(), now);
        } catch (StoreTrouble trouble) {
            if (arguments.debug()) {
                throw trouble;
            }
            log.waiting("person", MailReader.read(message, site.mailLimits()), arguments, trouble);
            return ExitStatus.TRY_AGAIN;
        }
        received.faults().forEach(this::complain);
        if (received.handOn().isEmpty()) {
            around.complain("no recipient: give -o RECIPIENT, the message header names none");
            return ExitStatus.TRY_AGAIN;
        }
        var afterwards = new Afterwards(around, site, now);
        afterwards.publish(received.unpublished());
        if (arguments.debug()) {
            return print(received) ? ExitStatus.DONE : ExitStatus.TRY_AGAIN;
        }
        Map<CalendarAddress, String> undelivered = handOn(mailbox, received.handOn());
        for (MailOutcome outcome : received.outcomes()) {
            log.received(outcome, undelivered.get(outcome.person()));
        }
        afterwards.send(received.posted());
        return undelivered.isEmpty() ? ExitStatus.DONE : ExitStatus.TRY_AGAIN;
    }

    private void complain(RuntimeException fault) {
        around.complain("internal error, please report it; the mail is delivered anyway: " + fault);
        fault.printStackTrace(around.err());
    }

    /** Who did not get it, and what the mailbox said. */
    private Map<CalendarAddress, String> handOn(Transport mailbox, List<HandOn> mails) {
        var undelivered = new HashMap<CalendarAddress, String>();
        for (HandOn mail : mails) {
            String to =
                    arguments.local()
                            ? site.settings().value(SiteSettings.LOCAL_PREFIX)
                                    + "+"
                                    + mail.recipient().email()
                            : mail.recipient().email();
            for (Delivery delivery :
                    mailbox.send(mail.sender(), List.of(to), mail.message(), Timeouts.DEFAULT)) {
                if (!(delivery instanceof Delivery.Delivered)) {
                    undelivered.put(mail.recipient(), delivery.text());
                }
            }
        }
        return undelivered;
    }

    private Transport mailbox() throws Wrong {
        if (arguments.lmtp() == null) {
            return Afterwards.transport(site.settings());
        }
        try {
            return Lmtp.at(arguments.lmtp());
        } catch (IllegalArgumentException odd) {
            throw new Wrong(
                    "-l requires the path of a socket or host:port; " + odd.getMessage() + ".");
        }
    }

    /** What would be handed on, then what would be sent: this takes it out of the outbox. */
    private boolean print(Received received) {
        // A PrintStream passes each line end on by itself: a mail may be nothing else.
        var out = new BufferedOutputStream(around.out(), 1 << 16);
        try {
            for (HandOn mail : received.handOn()) {
                Mbox.write(out, mail.sender(), now, mail.message());
            }
            printPosted(received.posted(), out);
            out.flush();
            return !around.out().checkError();
        } catch (IOException broken) {
            around.complain("standard output: " + broken.getMessage());
            return false;
        }
    }

    private void printPosted(List<Long> posted, OutputStream out) throws IOException {
        if (posted.isEmpty()) {
            return;
        }
        for (Posted mail : PostedMails.taken(site, posted, now)) {
            Mbox.write(out, mail.sender(), now, Pieces.of(mail.message()));
        }
    }
}
