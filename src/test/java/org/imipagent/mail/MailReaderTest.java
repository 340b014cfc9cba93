package org.imipagent.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    private static final String CALENDAR =
            "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static Mail read(String message) {
        return MailReader.read(message.getBytes(UTF_8), MailLimits.DEFAULT);
    }

    private static List<String> texts(Mail mail) {
        return mail.parts().stream().map(part -> new String(part.content(), UTF_8)).toList();
    }

    private static List<String> emails(Mail mail) {
        return mail.recipients().stream().map(CalendarAddress::email).toList();
    }

    private static String emailFrom(String field) {
        CalendarAddress from = read("From: " + field + "\n\nbody").from();
        return from == null ? "none" : from.email();
    }

    @Test
    void aCalendarThatIsTheWholeMessageIsFound() {
        Mail mail =
                read(
                        """
                        From: Harvey Horse <harvey.horse@example.com>
                        Sender: calendar@example.com
                        To: Vincent Vole <Vincent.Vole@example.com>, <x@example.com>
                        Cc: group: a@example.com, b@example.com;
                        Subject: Lunch
                        Message-ID: <1@example.com>
                        MIME-Version: 1.0
                        Content-Type: text/calendar; charset="utf-8"; method=request

                        %s"""
                                .formatted(CALENDAR));
        assertEquals(new CalendarAddress("harvey.horse@example.com"), mail.from());
        assertEquals(new CalendarAddress("calendar@example.com"), mail.sender());
        assertEquals(
                List.of(
                        "vincent.vole@example.com",
                        "x@example.com",
                        "a@example.com",
                        "b@example.com"),
                emails(mail));
        assertEquals("Lunch", mail.subject());
        assertEquals("<1@example.com>", mail.messageId());
        assertEquals(List.of(CALENDAR), texts(mail));
        assertEquals("REQUEST", mail.parts().getFirst().method());
        assertEquals("utf-8", mail.parts().getFirst().charset());
        assertEquals("text/calendar", mail.parts().getFirst().type());
        assertEquals(List.of(), mail.problems());
        assertFalse(mail.automatic());
    }

    @Test
    void textCalendarComesBeforeAttachmentsWhateverTheirOrderAndNesting() {
        Mail mail =
                read(
                        """
                        From: a@example.com
                        Content-Type: multipart/mixed; boundary=outer

                        --outer
                        Content-Type: application/ics; name="invite.ics"
                        Content-Transfer-Encoding: base64

                        %s
                        --outer
                        Content-Type: multipart/related; boundary="in ner"

                        --in ner
                        Content-Type: multipart/alternative; boundary=inmost

                        --inmost
                        Content-Type: text/plain

                        Come!
                        --inmost
                        Content-Type: TEXT/Calendar; METHOD=REQUEST
                        Content-Transfer-Encoding: quoted-printable

                        SUMMARY:J=C3=B8rgen
                        --inmost--
                        --in ner--
                        --outer
                        Content-Type: application/octet-stream
                        Content-Disposition: attachment; filename*0="in"; filename*1="vite.ICS"

                        octets
                        --outer
                        Content-Type: text/plain; name="=?UTF-8?B?%s?="

                        plain
                        --outer
                        Content-Type: application/pdf; name=agenda.pdf

                        no
                        --outer--
                        """
                                .formatted(
                                        Base64.getMimeEncoder()
                                                .encodeToString(CALENDAR.getBytes(UTF_8)),
                                        Base64.getEncoder()
                                                .encodeToString("møte.ics".getBytes(UTF_8))));
        assertEquals(List.of("SUMMARY:Jørgen", CALENDAR, "octets", "plain"), texts(mail));
        assertEquals(
                List.of(
                        "text/calendar",
                        "application/ics",
                        "application/octet-stream",
                        "text/plain"),
                mail.parts().stream().map(CalendarPart::type).toList());
    }

    @Test
    void anAttachedMessageInvitesNobody() {
        Mail mail =
                read(
                        """
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: message/rfc822; name=invite.ics

                        Content-Type: text/calendar

                        BEGIN:VCALENDAR
                        --b--
                        """);
        assertEquals(List.of(), mail.parts());
        assertEquals(List.of(), mail.problems());
    }

    /** So the examples of RFC 6047, 4.3 and 4.6, are printed. */
    @Test
    void anEmptyLineTooMuchAfterTheBoundaryIsForgiven() {
        String part = "\n\nContent-Type: text/calendar; method=REQUEST\n\n" + CALENDAR;
        Mail mail =
                read(
                        "Content-Type: multipart/mixed; boundary=b\n\n--b"
                                + part
                                + "\n--b\n\nContent of a text\n--b\n\n--b\nContent-Type: text/calendar\n\nlast\n--b--\n");
        assertEquals(List.of(CALENDAR, "last"), texts(mail));
        assertEquals("REQUEST", mail.parts().getFirst().method());
        assertEquals(List.of(), mail.problems());
    }

    @Test
    void aPartMayForgetTheSemicolonAfterItsType() {
        assertEquals(1, read("Content-Type: text/calendar charset=utf-8\n\nx").parts().size());
    }

    @Test
    void aTruncatedMultipartStillGivesItsCalendar() {
        String whole =
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar\n\n"
                        + CALENDAR;
        assertEquals(List.of(CALENDAR), texts(read(whole)));
        assertEquals(1, read(whole.substring(0, whole.length() - 30)).parts().size());
    }

    @Test
    void brokenBase64GivesWhatCanBeRead() {
        Mail mail =
                read(
                        "Content-Type: text/calendar\nContent-Transfer-Encoding: base64\n\nQkVHSU46!!!Vk\nNBTEV");
        assertEquals(1, mail.parts().size());
        assertTrue(texts(mail).getFirst().startsWith("BEGIN:VCA"), texts(mail)::toString);
    }

    @Test
    void subjectsAreReadInEncodedWordsAndInEightBits() {
        assertEquals(
                "Møte om båt",
                read("Subject: =?utf-8?Q?M=C3=B8te_?=\n =?iso-8859-1?q?om_b=E5t?=\n\n").subject());
        assertEquals("Møte", read("Subject: Møte\n\n").subject());
        assertEquals(
                "Møte",
                MailReader.read("Subject: Møte\n\n".getBytes(ISO_8859_1), MailLimits.DEFAULT)
                        .subject());
        assertEquals("a b", read("Subject: a\r\n b\r\n\r\n").subject());
        assertEquals("=?klingon?Q?x?=", read("Subject: =?klingon?Q?x?=\n\n").subject());
        assertEquals("ab X-Evil: 1", read("Subject: =?utf-8?Q?a=00b=0AX-Evil:_1?=\n\n").subject());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@example.com | a@example.com",
                "\"Boss <boss@example.com>\" <a@example.com> | a@example.com",
                "boss@example.com <a@example.com> | none",
                "a@example.com (boss@example.com) | a@example.com",
                "(x (y)) Name <a@example.com> | a@example.com",
                "=?utf-8?Q?=3Cboss=40example.com=3E?= <a@example.com> | a@example.com",
                "Jørgen <jørgen@example.com> | jørgen@example.com",
                "\"Boss\" \"<boss@example.com>\" <a@example.com> | a@example.com",
                "\"Bo\\\"ss\" <a@example.com> | a@example.com",
                "\"Boss <a@example.com> | none",
                "<@relay.example.org,@b.example.org:a@example.com> | none",
                "<a@example.com> <boss@example.com> | none",
                "group: a@example.com; | none",
                "<a@example.com | none",
                "anna%40example.net%3Fx@evil.example | none",
                "anna@example.net?x@evil.example | none",
                "\"john doe\"@example.com | none",
                "nobody | none",
                "<> | none",
                "<a b@example.com | none",
            })
    void theAddressOfFromIsTheOneMailComesFrom(String field, String email) {
        assertEquals(email, emailFrom(field));
    }

    @Test
    void severalAuthorsAreAProblemWithAName() {
        Mail mail = read("From: a@example.com, b@example.com\n\n");
        assertNull(mail.from(), "mail servers check one of them, and which is not known");
        assertEquals(List.of(Mail.SEVERAL_FROM), mail.problems());
        assertNull(read("From: a@example.com\nFrom: b@example.com\n\n").from());
        assertEquals(
                List.of(Mail.SEVERAL_FROM),
                read("From: a@example.com\nFrom: b@example.com\n\n").problems());
    }

    @Test
    void recipientsComeFromAllFieldsThatNameThemEachOnce() {
        assertEquals(
                List.of(
                        "a@example.com",
                        "b@example.com",
                        "c@example.com",
                        "d@example.com",
                        "e@example.com"),
                emails(
                        read(
                                """
                                Delivered-To: a@example.com
                                X-Original-To: b@example.com
                                To: A <A@EXAMPLE.com>
                                Cc: c@example.com
                                Resent-To: d@example.com
                                Envelope-To: e@example.com
                                Bcc: f@example.com

                                """)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Return-Path: <>",
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-notified; owner-email=\"a@example.com\"",
                "Precedence: bulk",
                "precedence: List",
                "LIST-ID: <x.example.com>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
            })
    void bouncesListsAndAutomaticAnswersAreAutomatic(String field) {
        assertTrue(read("From: a@example.com\n" + field + "\n\n").automatic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Return-Path: <a@example.com>",
                "Auto-Submitted: no",
                "Auto-Submitted: auto-generated",
                "Precedence: first-class",
                "Subject: List-Id: x",
                "Content-Type: multipart/mixed; boundary=b",
            })
    void othersAreNot(String field) {
        assertFalse(
                read("From: a@example.com\n" + field + "\n\n--b\nList-Id: inside\n\n--b--\n")
                        .automatic());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun, 1 Nov 2026 11:30:15 +0100 | 2026-11-01T10:30:15Z",
                "1 Nov 2026 11:30 -0330 (NST) | 2026-11-01T15:00:00Z",
                "Sunday, 01-Nov-26 11:30:15 GMT | 2026-11-01T11:30:15Z",
                "Thu, 31 Dec 1998 23:59:60 EST | 1999-01-01T04:59:59Z",
                "sun,  1 nov 2026  11:30:15 | 2026-11-01T11:30:15Z",
                "Sun, 31 Feb 2026 11:30:15 +0100 |",
                "Sun, 1 Nov 2026 11:30:15 +9900 |",
                "Sun, 1 ovD 2026 11:30:15 +0000 |",
                "2026-11-01T10:30:15Z |"
            })
    void theDateIsReadInOldFormsToo(String field, @Nullable Instant date) {
        assertEquals(date, read("Date: " + field + "\r\nSubject: x\r\n\r\n").date());
    }

    @Test
    void winmailDatIsNamed() {
        assertEquals(
                List.of(Mail.WINMAIL_DAT),
                read("Content-Type: application/ms-tnef; name=winmail.dat\n\nx").problems());
    }

    @Test
    void aFromLineOfAnMboxIsNoHeader() {
        Mail mail = read("From a@example.com Thu Nov 22 17:05:00 2026\nSubject: s\n\n");
        assertEquals("s", mail.subject());
        assertNull(mail.from());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r",
                "no header at all",
                "From ",
                "From",
                ":",
                ": x\n\n",
                "\u0000\u0000",
                " folded\n"
            })
    void whatIsNoMailIsReadAsMuchAsThereIs(String message) {
        assertEquals(List.of(), read(message).parts());
    }

    @Test
    void aMessageOverTheLimitGivesItsHeaderOnly() {
        String message = "From: a@example.com\nContent-Type: text/calendar\n\n" + CALENDAR;
        Mail mail = MailReader.read(message.getBytes(UTF_8), MailLimits.DEFAULT.withBytes(100));
        assertEquals(new CalendarAddress("a@example.com"), mail.from());
        assertEquals(List.of(), mail.parts());
        assertEquals(List.of(Mail.TOO_LARGE), mail.problems());
    }

    @Test
    void aCalendarOverItsLimitIsLeftOutAndTheNextOneRead() {
        var limits = new MailLimits(1 << 20, 1000, 100, 5, 10, 5, 50, 10);
        Mail mail =
                MailReader.read(
                        ("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar\n\n"
                                        + "x".repeat(51)
                                        + "\n--b\nContent-Type: text/calendar\n\nshort\n--b--\n")
                                .getBytes(UTF_8),
                        limits);
        assertEquals(List.of("short"), texts(mail));
        assertEquals(List.of(Mail.CALENDAR_TOO_LARGE), mail.problems());
    }

    @Test
    void manyPartsDeepNestsAndLongHeadersEndWithAName() {
        var nest = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            nest.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertEquals(List.of(Mail.TOO_DEEP), read(nest.toString()).problems());
        String parts = "--b\nContent-Type: text/plain\n\nx\n".repeat(5000);
        assertEquals(
                List.of(Mail.TOO_MANY_PARTS),
                read("Content-Type: multipart/mixed; boundary=b\n\n" + parts).problems());
        Mail longHeader =
                read("From: a@example.com\nX: " + "x".repeat(1 << 20) + "\nSubject: s\n\n");
        assertEquals(List.of(Mail.MALFORMED), longHeader.problems());
        assertNull(longHeader.from(), "another From may stand in what was not read");
        assertEquals(
                List.of(Mail.MALFORMED), read("X: " + "x".repeat(9 << 20) + "\n\n").problems());
        assertEquals(List.of(Mail.MALFORMED), read("X: y\n".repeat(10000)).problems());
    }

    @Test
    void recipientsAreBounded() {
        assertEquals(
                MailLimits.DEFAULT.recipients(),
                read("To: " + "a@example.com,\n b%d@example.com,".repeat(1).formatted(0) + many())
                        .recipients()
                        .size());
    }

    private static String many() {
        var to = new StringBuilder();
        for (int i = 1; i < 3000; i++) {
            to.append("\n u").append(i).append("@example.com,");
        }
        return to.append("\n\n").toString();
    }

    @Test
    void thirtyMegabytesAreReadWithoutASecondCopy() {
        byte[] line = ("x".repeat(75) + "\n").getBytes(UTF_8);
        byte[] head =
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\n\n"
                        .getBytes(UTF_8);
        byte[] tail = "\n--b\nContent-Type: text/calendar\n\nend\n--b--\n".getBytes(UTF_8);
        byte[] message = new byte[30_000_000];
        Arrays.fill(message, (byte) '\n');
        System.arraycopy(head, 0, message, 0, head.length);
        for (int i = head.length;
                i + line.length < message.length - tail.length;
                i += line.length) {
            System.arraycopy(line, 0, message, i, line.length);
        }
        System.arraycopy(tail, 0, message, message.length - tail.length, tail.length);
        long before = allocated();
        assertEquals(List.of("end"), texts(MailReader.read(message, MailLimits.DEFAULT)));
        assertTrue(allocated() - before < 12_000_000, () -> "allocated " + (allocated() - before));
    }

    private static long allocated() {
        var threads =
                (com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
