package org.imipagent.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MayAnswerTest {

    private static final CalendarAddress AGENT = new CalendarAddress("calendar@example.com");
    private static final CalendarAddress VINCENT = new CalendarAddress("vincent.vole@example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Hello",
                "Auto-Submitted: no",
                "X-Auto-Response-Suppress: OOF, DR",
                "Precedence: first-class",
                "Return-Path: <anna@example.net>",
                "Sender: anna@example.net",
                "Sender: trampoline.bouncer@example.net"
            })
    void whatAPersonWroteMayBeAnswered(String field) {
        assertTrue(may("From: anna@example.net\n" + field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Return-Path: <>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "List-Id: <friends.example.net>",
                "Precedence: bulk",
                "Precedence: list",
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated",
                "auto-submitted: AUTO-REPLIED (vacation)",
                "X-Auto-Response-Suppress: All",
                "X-Auto-Response-Suppress: DR, OOF, AutoReply",
                "Sender: calendar@example.com",
                "Sender: owner-friends@example.net"
            })
    void whatIsAutomaticIsNeverAnswered(String field) {
        assertFalse(may("From: anna@example.net\n" + field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: calendar@example.com",
                "From: Calendar <CALENDAR@example.com>",
                "From: vincent.vole@example.com",
                "From: MAILER-DAEMON@example.net",
                "From: friends-request@example.net",
                "From: noreply@example.net",
                "From: No-Reply@example.net",
                "From: do_not_reply+7@example.net",
                "From: postmaster@example.net",
                "From: bounces@example.net",
                "From: x-bounces@example.net",
                "From: bounce+x=y@example.net",
                "From: friends-owner@example.net",
                "From: nobody",
                "To: vincent.vole@example.com"
            })
    void neitherOurselvesNorAMachineIsAnswered(String fields) {
        assertFalse(may(fields));
    }

    @Test
    void oneWordOfSeveralIsEnough() {
        assertFalse(may("From: anna@example.net\nAuto-Submitted: no\nList-Id: <a.b>"));
    }

    private static boolean may(String header) {
        byte[] bytes = (header + "\n\nHello\n").getBytes(StandardCharsets.UTF_8);
        return MayAnswer.mail(MailReader.read(bytes, MailLimits.DEFAULT), AGENT, VINCENT);
    }
}
