package org.imipagent.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.DeliveryReport.Failure;
import org.junit.jupiter.api.Test;

/** Bounces as mail servers write them (RFC 3464), and what only looks like one. */
class DeliveryReportTest {

    /** As Postfix writes it. */
    private static final String POSTFIX =
            """
            Return-Path: <>
            From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            To: vincent.vole@example.com
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
                boundary="1D2.1/mail.example.org"

            This is a MIME-encapsulated message.

            --1D2.1/mail.example.org
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.

            --1D2.1/mail.example.org
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.org
            X-Postfix-Queue-ID: 1D2
            Arrival-Date: Fri, 27 Nov 2026 22:00:00 +0000 (UTC)

            Final-Recipient: rfc822; anna.b@example.net
            Original-Recipient: rfc822;Anna@example.net
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mx.example.net
            Diagnostic-Code: smtp; 550 5.1.1 <anna@example.net>: Recipient address
                rejected: User unknown

            Final-Recipient: rfc822; bo@example.net
            Action: delayed
            Status: 4.4.1

            Final-Recipient: rfc822; cy@example.net
            Action: FAILED
            Status: 5.0.0

            --1D2.1/mail.example.org
            Content-Description: Undelivered Message
            Content-Type: message/rfc822

            Return-Path: <vincent.vole@example.com>
            Message-ID: <abc@example.com>
            Subject: Lunch
            Content-Type: text/plain

            Message-ID: <not-this-one@example.com>

            --1D2.1/mail.example.org--
            """;

    private static byte[] octets(String mail) {
        return mail.replace("\n", "\r\n").getBytes(UTF_8);
    }

    private static DeliveryReport read(String mail) {
        return Objects.requireNonNull(DeliveryReport.read(octets(mail)));
    }

    @Test
    void whomAMailNeverReachesAndWhy() {
        var report = read(POSTFIX);
        assertEquals("<abc@example.com>", report.messageId());
        assertEquals(
                List.of(
                        new Failure(
                                List.of(
                                        new CalendarAddress("anna@example.net"),
                                        new CalendarAddress("anna.b@example.net")),
                                "550 5.1.1 <anna@example.net>: Recipient address    rejected: User"
                                        + " unknown"),
                        new Failure(List.of(new CalendarAddress("cy@example.net")), "5.0.0")),
                report.failures());
        assertEquals(report, DeliveryReport.read(POSTFIX.getBytes(UTF_8)), "with bare line feeds");
    }

    @Test
    void theHeaderAloneMayComeBack() {
        var report = read(POSTFIX.replace("message/rfc822", "text/rfc822-headers"));
        assertEquals("<abc@example.com>", report.messageId());
    }

    @Test
    void whatSaysNothingOfAFailureOrOfAMailIsNoBounce() {
        for (String mail :
                List.of(
                        "",
                        "Subject: x\n\nAction: failed\n",
                        POSTFIX.replaceAll("(?i)Action: failed", "Action: delayed"),
                        POSTFIX.replace("Message-ID: <abc@example.com>\n", ""),
                        POSTFIX.replace("message/rfc822", "text/plain"),
                        POSTFIX.replace("message/delivery-status", "text/plain"))) {
            assertNull(DeliveryReport.read(octets(mail)), mail);
        }
    }

    @Test
    void itsWordsAreOneBoundedLine() {
        String words =
                read(POSTFIX.replace("User unknown", "\u001b[2J" + "x".repeat(5_000)))
                        .failures()
                        .getFirst()
                        .words();
        assertEquals(300, words.length());
        assertTrue(words.chars().noneMatch(Character::isISOControl), words);
    }

    @Test
    void manyRecipientsAndPartsAreCutOff() {
        String group = "Final-Recipient: rfc822; bo@example.net\nAction: failed\n\n";
        var many =
                read(POSTFIX.replace("Final-Recipient: rfc822; bo", group.repeat(1_000) + "X: y"));
        assertEquals(100, many.failures().size());
        String part = "--1D2.1/mail.example.org\nContent-Type: text/plain\n\nx\n";
        assertNull(
                DeliveryReport.read(
                        octets(
                                POSTFIX.replace(
                                        "--1D2.1/mail.example.org\nContent-Description: Delivery",
                                        part.repeat(100)
                                                + "--1D2.1/mail.example.org\nContent-Description: Delivery"))));
    }

    @Test
    void whateverIsBrokenInItNothingIsThrown() {
        var random = new Random(7);
        byte[] sound = octets(POSTFIX);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = sound.clone();
            for (int j = 0; j < 8; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            DeliveryReport.read(broken);
            DeliveryReport.read(java.util.Arrays.copyOf(broken, random.nextInt(broken.length)));
        }
        assertNotNull(DeliveryReport.read(sound));
    }
}
