package org.imipagent.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imipagent.mail.Delivery.Permanent;
import org.imipagent.mail.Delivery.Temporary;
import org.jspecify.annotations.Nullable;

/**
 * One message by SMTP (RFC 5321) or LMTP (RFC 2033): greeting, EHLO, MAIL, RCPT for each, DATA,
 * QUIT. What is not decided when the conversation breaks may be tried again.
 *
 * <p>The content goes octet for octet, but for what the protocol asks: LF becomes CRLF, and a dot
 * at the start of a line is doubled. Where a server offers no 8BITMIME, octets above 127 are sent
 * all the same: encoding them would alter a message that is not ours.
 */
final class Conversation {

    enum Dialect {
        SMTP,
        LMTP
    }

    record Letter(String sender, List<String> recipients, Pieces message) {}

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Dialect dialect;
    private final Letter letter;
    private final Timeouts timeouts;
    private final @Nullable Delivery[] deliveries;
    private final Set<String> offered = new HashSet<>();

    private Conversation(Dialect dialect, Letter letter, Timeouts timeouts) {
        this.dialect = dialect;
        this.letter = letter;
        this.timeouts = timeouts;
        this.deliveries = new @Nullable Delivery[letter.recipients().size()];
    }

    static List<Delivery> hold(
            Dialect dialect, Endpoint endpoint, Letter letter, Timeouts timeouts) {
        var conversation = new Conversation(dialect, letter, timeouts);
        conversation.refuseUnsafe();
        if (conversation.isUndecided()) {
            conversation.connect(endpoint);
        }
        return conversation.outcome();
    }

    private List<Delivery> outcome() {
        var outcome = new ArrayList<Delivery>();
        for (int i = 0; i < deliveries.length; i++) {
            Delivery delivery = deliveries[i];
            outcome.add(delivery == null ? new Temporary(recipient(i), "no answer") : delivery);
        }
        return outcome;
    }

    private String recipient(int i) {
        return letter.recipients().get(i);
    }

    private boolean isUndecided() {
        for (Delivery delivery : deliveries) {
            if (delivery == null) {
                return true;
            }
        }
        return false;
    }

    /** An address that could end a command, or is none, is never said. */
    private void refuseUnsafe() {
        boolean senderIsSafe = letter.sender().isEmpty() || Address.isSafe(letter.sender());
        for (int i = 0; i < deliveries.length; i++) {
            if (!senderIsSafe) {
                deliveries[i] = new Permanent(recipient(i), "the sender is not an email address");
            } else if (!Address.isSafe(recipient(i))) {
                deliveries[i] = new Permanent(recipient(i), "not an email address");
            }
        }
    }

    private void connect(Endpoint endpoint) {
        try (var connection = Connection.to(endpoint, timeouts)) {
            talk(connection);
        } catch (IOException | RuntimeException broken) {
            undecided(new SmtpReply(421, List.of(said(broken))));
        }
    }

    private static String said(Exception broken) {
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : message;
    }

    /** The same for all who have no answer yet. */
    private void undecided(SmtpReply reply) {
        for (int i = 0; i < deliveries.length; i++) {
            if (deliveries[i] == null) {
                deliveries[i] = reply.of(recipient(i));
            }
        }
    }

    private void talk(Connection connection) throws IOException {
        SmtpReply greeting = SmtpReply.read(connection, timeouts.reply());
        SmtpReply hello = greeting.isPositive() ? hello(connection) : greeting;
        if (!hello.isPositive()) {
            // About this host, not about the message: it may be set right.
            undecided(new SmtpReply(421, List.of(hello.text())));
        } else {
            envelope(connection);
        }
        connection.command("QUIT");
        // Polite, but all is decided: who does not answer is not waited for.
        SmtpReply.read(connection, FAREWELL);
    }

    private SmtpReply hello(Connection connection) throws IOException {
        SmtpReply hello =
                ask(
                        connection,
                        (dialect == Dialect.LMTP ? "LHLO " : "EHLO ") + connection.literal());
        if (hello.code() / 100 == 5 && dialect == Dialect.SMTP) {
            return ask(connection, "HELO " + connection.literal());
        }
        List<String> lines = hello.lines();
        for (String line : lines.subList(1, lines.size())) {
            int blank = line.indexOf(' ');
            String keyword = blank < 0 ? line : line.substring(0, blank);
            offered.add(keyword.toUpperCase(Locale.ROOT));
        }
        return hello;
    }

    private SmtpReply ask(Connection connection, String command) throws IOException {
        connection.command(command);
        return SmtpReply.read(connection, timeouts.reply());
    }

    private void envelope(Connection connection) throws IOException {
        String sender = Address.connection(letter.sender());
        boolean international = !Address.isAscii(sender);
        for (int i = 0; i < deliveries.length; i++) {
            boolean needed = !Address.isAscii(sender + Address.connection(recipient(i)));
            if (deliveries[i] == null && needed && !offered.contains("SMTPUTF8")) {
                deliveries[i] =
                        new Permanent(recipient(i), "the mail server does not support SMTPUTF8");
            }
            international |= needed;
        }
        if (!isUndecided()) {
            return;
        }
        SmtpReply mail = ask(connection, "MAIL FROM:<" + sender + '>' + parameters(international));
        if (!mail.isPositive()) {
            undecided(mail);
            return;
        }
        recipients(connection);
    }

    private String parameters(boolean international) throws IOException {
        var census = new Census();
        letter.message().writeTo(new Dotted(census));
        String size = offered.contains("SIZE") ? " SIZE=" + census.octets : "";
        String body = offered.contains("8BITMIME") && census.eightBit ? " BODY=8BITMIME" : "";
        String utf8 = offered.contains("SMTPUTF8") && international ? " SMTPUTF8" : "";
        return size + body + utf8;
    }

    private void recipients(Connection connection) throws IOException {
        var accepted = new ArrayList<Integer>();
        for (int i = 0; i < deliveries.length; i++) {
            if (deliveries[i] == null) {
                SmtpReply reply =
                        ask(connection, "RCPT TO:<" + Address.connection(recipient(i)) + '>');
                if (reply.isPositive()) {
                    accepted.add(i);
                } else {
                    deliveries[i] = reply.of(recipient(i));
                }
            }
        }
        if (!accepted.isEmpty()) {
            data(connection, accepted);
        }
    }

    private void data(Connection connection, List<Integer> accepted) throws IOException {
        SmtpReply ready = ask(connection, "DATA");
        if (ready.code() != 354) {
            undecided(ready.isPositive() ? new SmtpReply(451, ready.lines()) : ready);
            return;
        }
        var dotted = new Dotted(connection);
        letter.message().writeTo(dotted);
        dotted.end();
        connection.flush();
        switch (dialect) {
            case SMTP -> undecided(SmtpReply.read(connection, timeouts.done()));
            case LMTP -> {
                for (int i : accepted) {
                    deliveries[i] = SmtpReply.read(connection, timeouts.done()).of(recipient(i));
                }
            }
        }
    }

    /** LF as CRLF, a dot at the start of a line doubled (RFC 5321, 2.3.8 and 4.5.2). */
    private static final class Dotted extends OutputStream {

        private final OutputStream out;
        private int previous = '\n';

        Dotted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }

        @Override
        public void write(int octet) throws IOException {
            if (octet == '.' && previous == '\n') {
                out.write('.');
            }
            if (octet == '\n' && previous != '\r') {
                out.write('\r');
            }
            out.write(octet);
            previous = octet;
        }

        void end() throws IOException {
            if (previous != '\n') {
                out.write('\r');
                out.write('\n');
            }
            out.write('.');
            out.write('\r');
            out.write('\n');
        }
    }

    /** Counts what would go over the wire. */
    private static final class Census extends OutputStream {

        private long octets;
        private boolean eightBit;

        @Override
        public void write(int octet) {
            octets++;
            eightBit |= (octet & 0x80) != 0;
        }
    }
}
