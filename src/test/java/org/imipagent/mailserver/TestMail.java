package org.imipagent.mailserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.imipagent.mail.Delivery;
import org.imipagent.mail.Pieces;
import org.imipagent.mail.Smtp;
import org.imipagent.mail.Timeouts;
import org.imipagent.web.Port;
import org.imipagent.web.TestInstance;

/** Mails of a test, and their way to a server. */
final class TestMail {

    private TestMail() {}

    /** Gives a mail to a server, which must take it for everyone. */
    static void send(Port port, String sender, List<String> recipients, byte[] mail) {
        for (var delivery : offer(port, sender, recipients, mail)) {
            if (!(delivery instanceof Delivery.Delivered)) {
                throw new AssertionError(delivery);
            }
        }
    }

    static List<Delivery> offer(Port port, String sender, List<String> recipients, byte[] mail) {
        return new Smtp("127.0.0.1", port.number())
                .send(sender, recipients, Pieces.of(mail), Timeouts.DEFAULT);
    }

    /** The event as its organiser, Harriet, keeps it. */
    static String kept(String uid, String attendee) {
        return TestInstance.calendar(event(uid, attendee)).replace("METHOD:REQUEST\n", "");
    }

    /** Harriet's invitation. */
    static byte[] invitation(String uid, String attendee) {
        return TestInstance.mail(TestInstance.calendar(event(uid, attendee)));
    }

    private static String event(String uid, String attendee) {
        return TestInstance.event(
                uid,
                attendee,
                "DTSTART:DAYT120000Z\nDTEND:DAYT130000Z\nSUMMARY:Berries"
                        .replace("DAY", TestInstance.day()));
    }

    static byte[] plain(String from, String subject) {
        return """
                From: FROM
                To: somebody@example.com
                Subject: SUBJECT
                Date: Sun, 22 Nov 2026 10:00:00 +0000
                Message-ID: <SUBJECT@example.com>

                Hello
                """
                .replace("FROM", from)
                .replace("SUBJECT", subject)
                .getBytes(UTF_8);
    }
}
