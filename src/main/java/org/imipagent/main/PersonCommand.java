package org.imipagent.main;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.IncomingMail;
import org.imipagent.agent.IncomingMail.HandOn;
import org.imipagent.agent.IncomingMail.Received;
import org.imipagent.agent.Installation;
import org.imipagent.agent.Outbox;
import org.imipagent.agent.Publishing;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.Delivery;
import org.imipagent.mail.Lmtp;
import org.imipagent.mail.Mbox;
import org.imipagent.mail.Patience;
import org.imipagent.mail.Pieces;
import org.imipagent.mail.Sendmail;
import org.imipagent.mail.Smtp;
import org.imipagent.mail.Transport;
import org.imipagent.main.Arguments.Wrong;
import org.imipagent.main.SetUp.NotSetUp;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Posted;
import org.imipagent.store.Store;
import org.imipagent.store.Writing;

/** {@code person}: incoming mail for people, the message on standard input. */
final class PersonCommand {

    private final Surroundings around;
    private final Arguments arguments;
    private final Installation site;
    private final Instant now;

    private PersonCommand(
            Surroundings around, Arguments arguments, Installation site, Instant now) {
        this.around = around;
        this.arguments = arguments;
        this.site = site;
        this.now = now;
    }

    static int run(Surroundings around, Arguments arguments) throws Wrong, NotSetUp {
        if (!arguments.debug() && !arguments.local() && arguments.lmtp() == null) {
            throw new Wrong(
                    "how is mail to be handed on? -l SOCKET by LMTP, -L by local SMTP, -d to print it.");
        }
        Settings settings =
                SetUp.settings(around, arguments.config(), arguments.store(), arguments.publish());
        Instant now = Objects.requireNonNullElse(arguments.now(), around.now());
        try (Store store = SetUp.store(settings)) {
            return new PersonCommand(
                            around, arguments, SetUp.installation(settings, store, around), now)
                    .take();
        }
    }

    private int take() throws Wrong {
        Transport mailbox = mailbox();
        byte[] message;
        try {
            message = around.in().readAllBytes();
        } catch (IOException broken) {
            around.complain("the message did not come whole: " + broken.getMessage());
            return ExitStatus.TRY_AGAIN;
        }
        Received received = new IncomingMail(site).receive(message, arguments.recipients(), now);
        received.faults().forEach(this::complain);
        publish(received.changed());
        boolean handedOn = arguments.debug() ? print(received) : handOn(mailbox, received.handOn());
        if (!received.changed().isEmpty() && !arguments.debug()) {
            sendOutbox();
        }
        return handedOn ? ExitStatus.DONE : ExitStatus.TRY_AGAIN;
    }

    private void complain(RuntimeException fault) {
        around.complain("a fault of the program, please report it; the mail goes on: " + fault);
        fault.printStackTrace(around.err());
    }

    private void publish(List<CalendarAddress> users) {
        for (CalendarAddress user : users) {
            try {
                new Publishing(site).publish(user, now);
            } catch (IOException trouble) {
                around.complain("free/busy of " + user.email() + " is not published: " + trouble);
            }
        }
    }

    private boolean handOn(Transport mailbox, List<HandOn> mails) {
        boolean all = true;
        for (HandOn mail : mails) {
            String to =
                    arguments.local()
                            ? site.settings().value(SiteSettings.LOCAL_PREFIX)
                                    + "+"
                                    + mail.recipient().email()
                            : mail.recipient().email();
            for (Delivery delivery :
                    mailbox.send(mail.sender(), List.of(to), mail.message(), Patience.DEFAULT)) {
                if (!(delivery instanceof Delivery.Delivered)) {
                    around.complain("not handed on to " + to + ": " + delivery.text());
                    all = false;
                }
            }
        }
        return all;
    }

    private Transport mailbox() throws Wrong {
        if (arguments.lmtp() == null) {
            return transport(site.settings());
        }
        try {
            return Lmtp.at(arguments.lmtp());
        } catch (IllegalArgumentException odd) {
            throw new Wrong("-l wants a socket's path or host:port; " + odd.getMessage() + ".");
        }
    }

    /** The way of this site's own mail. */
    static Transport transport(Settings settings) {
        String host = settings.value(SiteSettings.SMTP_HOST);
        return host == null
                ? new Sendmail(settings.value(SiteSettings.SENDMAIL))
                : new Smtp(host, settings.value(SiteSettings.SMTP_PORT));
    }

    private void sendOutbox() {
        var sent = new Outbox(site.store(), transport(site.settings())).send(now);
        sent.troubles().forEach(t -> around.complain("not sent, it stays in the outbox: " + t));
        sent.refused()
                .forEach(t -> around.complain("refused for good, the activity says so: " + t));
    }

    /** What would be handed on, then what would be sent: this takes it out of the outbox. */
    private boolean print(Received received) {
        try {
            for (HandOn mail : received.handOn()) {
                Mbox.write(around.out(), mail.sender(), now, mail.message());
            }
            if (!received.changed().isEmpty()) {
                printOutbox();
            }
            around.out().flush();
            return !around.out().checkError();
        } catch (IOException broken) {
            around.complain("standard output: " + broken.getMessage());
            return false;
        }
    }

    private void printOutbox() throws IOException {
        try (Writing writing = site.store().write()) {
            for (Posted mail : writing.outbox(now, 1000)) {
                Mbox.write(around.out(), mail.sender(), now, Pieces.of(mail.message()));
                writing.sent(mail.number());
            }
            writing.commit();
        }
    }
}
