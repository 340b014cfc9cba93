package org.imipagent.mailserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.HARRIET;
import static org.imipagent.web.TestInstance.PAUL;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.imipagent.mail.Delivery;
import org.imipagent.mail.MailLimits;
import org.imipagent.mail.MailReader;
import org.imipagent.mailserver.TestSite.Kind;
import org.imipagent.web.TestInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The samples of conf/postfix, conf/exim and conf/dovecot, in the real servers. */
class MailServersIT {

    private static final String ADA = "ada.ant@elsewhere.example.org";

    @ParameterizedTest
    @EnumSource
    void anInvitationIsAnsweredInTheManagerAndTheAnswerReachesTheOrganiser(Kind kind)
            throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT, HARRIET)) {
            var event = burrow.folder().resolve("berries.ics");
            Files.writeString(event, TestMail.kept("berries", VINCENT));
            burrow.instance().agent("import", "--user", HARRIET, event).succeed();
            var invitation = TestMail.invitation("berries", VINCENT);

            burrow.send(HARRIET, List.of(VINCENT), invitation);
            burrow.await(() -> burrow.mailboxes().mails(VINCENT).size() == 1);
            var mail = burrow.mailboxes().mails(VINCENT).getFirst();
            assertTrue(mail.contains(new String(invitation, ISO_8859_1)), mail);
            assertTrue(mail.contains("message/rfc822"), mail);
            assertTrue(mail.contains("/event/berries"), mail);

            ManagerClick.accept(burrow.instance(), VINCENT, "berries");
            burrow.instance().settled();
            burrow.await(() -> burrow.mailboxes().mails(HARRIET).size() == 1);
            burrow.awaitEmptyQueue();
            var reply = burrow.mailboxes().mails(HARRIET).getFirst();
            assertTrue(reply.contains("METHOD:REPLY") || reply.contains("method=REPLY"), reply);
            var calendar = burrow.calendar(HARRIET);
            assertTrue(accepted(calendar), calendar);
            assertEquals(0, burrow.instance().waiting());
            assertEquals(List.of(), burrow.instance().damages());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeHandedOnWaitsAndComesOnce(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT)) {
            burrow.mailboxes().stop();
            var invitation = TestMail.invitation("berries", VINCENT);
            burrow.send(HARRIET, List.of(VINCENT), invitation);
            burrow.await(() -> count(burrow, "invited") == 1);
            burrow.await(() -> burrow.server().log().contains("delivered=no"));
            assertEquals(1, burrow.server().waiting());

            burrow.mailboxes().startAgain();
            burrow.server().flush();
            burrow.awaitEmptyQueue();
            burrow.server().flush();
            assertEquals(1, burrow.mailboxes().mails(VINCENT).size());
            assertEquals(1, count(burrow, "invited"));
            assertEquals(List.of("berries"), burrow.instance().uids(VINCENT));
            assertEquals(1, burrow.calendar(VINCENT).split("BEGIN:VEVENT", -1).length - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInTheSettingsHoldsMailUpAndBouncesNothing(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT)) {
            var right = Files.readString(burrow.instance().config());
            burrow.instance().set("STORE_DRI = \"/x\"");
            var invitation = TestMail.invitation("berries", VINCENT);
            burrow.send(HARRIET, List.of(VINCENT), invitation);
            burrow.await(() -> burrow.server().log().contains("STORE_DRI"));
            assertEquals(1, burrow.server().waiting(), burrow::logs);
            Files.writeString(burrow.instance().config(), right);
            burrow.server().flush();
            burrow.await(() -> burrow.mailboxes().mails(VINCENT).size() == 1);
            burrow.awaitEmptyQueue();
        }
    }

    private static long count(TestSite burrow, String verdict) {
        return burrow.instance().activity(VINCENT).stream()
                .filter(activity -> activity.verdict().word().equals(verdict))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void everyRecipientGetsItsOwnCallWhateverItsCaseAndDetail(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT, PAUL)) {
            var invitation = TestMail.invitation("berries", VINCENT);
            burrow.send(
                    HARRIET,
                    List.of("Vincent.Vole@Example.COM", "vincent.vole+news@example.com", PAUL),
                    invitation);
            burrow.await(
                    () ->
                            burrow.mailboxes().mails(VINCENT).size() == 2
                                    && burrow.mailboxes().mails(PAUL).size() == 1);
            burrow.awaitEmptyQueue();
            assertEquals(List.of("berries"), burrow.instance().uids(VINCENT), burrow::logs);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBounceIsHandedOnAndNotAnswered(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT, HARRIET)) {
            burrow.send(
                    "",
                    List.of(VINCENT),
                    TestMail.plain("MAILER-DAEMON@elsewhere.example.org", "bounced"));
            // A request, even: whoever answered it could answer its own answer's bounce.
            burrow.send("", List.of(VINCENT), TestMail.invitation("berries", VINCENT));
            burrow.await(() -> burrow.mailboxes().mails(VINCENT).size() == 2);
            burrow.awaitEmptyQueue();
            var plain =
                    burrow.mailboxes().mails(VINCENT).stream()
                            .filter(mail -> mail.contains("Subject: bounced"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(plain.startsWith("Return-Path: <>"), plain);
            assertEquals(List.of(), burrow.mailboxes().mails(HARRIET));
            assertEquals(0, burrow.instance().waiting());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCopyOfWhatSomebodySendsReachesOutgoingAndAStrangersDoesNot(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT, HARRIET)) {
            var mail = TestMail.plain(VINCENT, "by-login");
            burrow.server().submit(VINCENT, HARRIET, mail);
            burrow.await(() -> burrow.mailboxes().mails(HARRIET).size() == 1);
            burrow.await(() -> burrow.recorded().size() == 1);
            // Whoever writes his address from outside, and whoever knows where copies go.
            burrow.send(VINCENT, List.of(HARRIET), TestMail.plain(VINCENT, "forged"));
            burrow.await(() -> burrow.mailboxes().mails(HARRIET).size() == 2);
            for (var to : List.of("people-outgoing+" + VINCENT, "people-outgoing@example.com")) {
                refused(burrow, VINCENT, to);
                refused(burrow, ADA, to);
            }
            burrow.awaitEmptyQueue();
            var calls = burrow.recorded();
            assertEquals(1, calls.size(), calls::toString);
            assertTrue(
                    calls.getFirst().startsWith("outgoing -s " + VINCENT + "\n"), calls::toString);
            assertTrue(calls.getFirst().endsWith(new String(mail, UTF_8)), calls::toString);
        }
    }

    /** {@code sendmail -f}: any user of the machine can write any sender. */
    @ParameterizedTest
    @EnumSource
    void aProgramOfTheMachineCannotSpeakForAPerson(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT, HARRIET)) {
            burrow.server().sendLocally(VINCENT, HARRIET, TestMail.plain(VINCENT, "to-a-person"));
            burrow.await(() -> burrow.mailboxes().mails(HARRIET).size() == 1);
            for (var to :
                    List.of(
                            "people-outgoing+" + VINCENT,
                            "people-outgoing+" + HARRIET,
                            "People-Outgoing+x@example.com",
                            "people-outgoing@example.com")) {
                burrow.server().sendLocally(VINCENT, to, TestMail.plain(VINCENT, "forged"));
            }
            burrow.server().submit(VINCENT, HARRIET, TestMail.plain(VINCENT, "by-login"));
            burrow.await(() -> burrow.mailboxes().mails(HARRIET).size() == 2);
            burrow.await(() -> burrow.recorded().size() == 1);
            burrow.awaitEmptyQueue();
            var calls = burrow.recorded();
            assertEquals(1, calls.size(), calls::toString);
            assertTrue(calls.getFirst().contains("Subject: by-login"), calls::toString);
        }
    }

    /** Postfix takes the mail and finds that nobody is there: its bounce goes to who invited. */
    @Test
    void aBounceOfAnInvitationReachesWhoSentItAndIsNoted() throws Exception {
        try (var burrow = TestSite.of(Kind.POSTFIX, VINCENT)) {
            var event =
                    Files.writeString(
                            burrow.folder().resolve("event.ics"),
                            TestInstance.calendar(
                                            TestInstance.event(
                                                    "berries",
                                                    "gone@example.com",
                                                    "DTSTART:DAYT120000Z\nDTEND:DAYT130000Z\nSUMMARY:Berries"
                                                            .replace("DAY", TestInstance.day())))
                                    .replace(HARRIET, VINCENT)
                                    .replace("METHOD:REQUEST\n", ""));
            burrow.instance().agent("import", "--user", VINCENT, "--send", event).succeed();
            burrow.instance().agent("outbox", "send").run();
            burrow.await(() -> count(burrow, "undelivered") == 1);
            burrow.await(() -> burrow.mailboxes().mails(VINCENT).size() == 1);
            burrow.awaitEmptyQueue();
            var bounce = burrow.mailboxes().mails(VINCENT).getFirst();
            assertTrue(bounce.startsWith("Return-Path: <>"), bounce);
            assertTrue(bounce.contains("multipart/report"), bounce);
            var noted = burrow.instance().activity(VINCENT).getFirst();
            assertEquals("berries", noted.uid());
            assertTrue(
                    noted.detail().startsWith("gone@example.com: ")
                            && noted.detail().contains("nobody-there"),
                    noted.detail());
            assertEquals(0, burrow.instance().waiting());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonSendsIsLearntAndTheAnswerToItApplied(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT, HARRIET)) {
            var invitation = TestMail.invitation("berries", VINCENT);
            burrow.server().submit(HARRIET, VINCENT, invitation);
            burrow.await(() -> burrow.instance().uids(HARRIET).equals(List.of("berries")));
            burrow.await(() -> burrow.mailboxes().mails(VINCENT).size() == 1);
            burrow.awaitEmptyQueue();
            assertFalse(accepted(burrow.calendar(HARRIET)), burrow::logs);

            ManagerClick.accept(burrow.instance(), VINCENT, "berries");
            burrow.instance().settled();
            burrow.await(() -> burrow.mailboxes().mails(HARRIET).size() == 1);
            burrow.awaitEmptyQueue();
            var calendar = burrow.calendar(HARRIET);
            assertTrue(accepted(calendar), calendar);
            assertEquals(1, calendar.split("BEGIN:VEVENT", -1).length - 1, calendar);
            // The agent, which learnt of the event, sent nobody anything on account of that.
            assertEquals(1, burrow.mailboxes().mails(VINCENT).size());
            assertEquals(1, burrow.mailboxes().mails(HARRIET).size());
            assertEquals(1, burrow.recorded().size(), burrow::logs);
            assertEquals(0, burrow.instance().waiting());
            assertEquals(List.of(), burrow.instance().damages());
        }
    }

    private static boolean accepted(String calendar) {
        return Pattern.compile("ATTENDEE[^\r\n]*PARTSTAT=ACCEPTED[^\r\n]*" + VINCENT)
                .matcher(calendar)
                .find();
    }

    private static void refused(TestSite burrow, String from, String to) {
        var answer =
                TestMail.offer(
                        burrow.server().port(), from, List.of(to), TestMail.plain(from, "refused"));
        assertInstanceOf(Delivery.Permanent.class, answer.getFirst(), to);
    }

    @ParameterizedTest
    @EnumSource
    void aRoomIsCalledAndStrangersAreRefused(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT)) {
            burrow.send(ADA, List.of("Burrow@example.com"), TestMail.plain(ADA, "book"));
            burrow.await(() -> burrow.recorded().size() == 1);
            var call = burrow.recorded().getFirst();
            assertTrue(
                    call.toLowerCase(java.util.Locale.ROOT).startsWith("resource -o burrow@"),
                    call);
            assertFalse(call.contains("\nFrom "), call);
            refused(burrow, ADA, "not.known@example.com");
            refused(burrow, ADA, "local+" + VINCENT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRoomIsBookedByMailAndAnswersEachOnce(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT, HARRIET)) {
            String room = "burrow@example.com";
            burrow.send(HARRIET, List.of(room), TestMail.invitation("first", room));
            burrow.await(() -> burrow.mailboxes().mails(HARRIET).size() == 1);
            burrow.send(HARRIET, List.of(room), TestMail.invitation("second", room));
            burrow.await(() -> burrow.mailboxes().mails(HARRIET).size() == 2);
            burrow.awaitEmptyQueue();
            var answers = burrow.mailboxes().mails(HARRIET);
            assertEquals(2, answers.size());
            assertEquals(
                    List.of("ACCEPTED", "DECLINED"),
                    answers.stream().map(MailServersIT::answer).sorted().toList(),
                    answers::toString);
            assertEquals(0, burrow.instance().waiting());
        }
    }

    /** Vincent looks after the room: he is asked by mail, and what he replies decides. */
    @ParameterizedTest
    @EnumSource
    void whoLooksAfterARoomDecidesByReplying(Kind kind) throws Exception {
        try (var burrow = TestSite.of(kind, VINCENT, HARRIET)) {
            String room = "burrow@example.com";
            burrow.instance()
                    .agent(
                            "resources",
                            "add",
                            room,
                            "--kind",
                            "room",
                            "--owner",
                            VINCENT,
                            "--chain",
                            "ask_owner")
                    .succeed();
            burrow.send(HARRIET, List.of(room), TestMail.invitation("first", room));
            burrow.await(
                    () ->
                            burrow.mailboxes().mails(HARRIET).size() == 1
                                    && burrow.mailboxes().mails(VINCENT).size() == 1);
            assertEquals("TENTATIVE", answer(burrow.mailboxes().mails(HARRIET).getFirst()));
            String asked = burrow.mailboxes().mails(VINCENT).getFirst();
            assertTrue(asked.contains("Reply-To: <" + room + ">"), asked);
            var id = Pattern.compile("(?m)^Message-ID: (\\S+)").matcher(asked);
            assertTrue(id.find(), asked);
            String reply =
                    """
                    From: Vincent Vole <%s>
                    To: <%s>
                    Subject: Re: Please decide
                    In-Reply-To: %s
                    Message-ID: <reply@example.com>

                    Yes, gladly
                    """
                            .formatted(VINCENT, room, id.group(1));
            burrow.send(VINCENT, List.of(room), reply.replace("\n", "\r\n").getBytes(UTF_8));
            burrow.await(() -> burrow.mailboxes().mails(HARRIET).size() == 2);
            burrow.awaitEmptyQueue();
            var answers = burrow.mailboxes().mails(HARRIET);
            assertEquals(
                    List.of("ACCEPTED", "TENTATIVE"),
                    answers.stream().map(MailServersIT::answer).sorted().toList(),
                    answers::toString);
            assertEquals(1, burrow.mailboxes().mails(VINCENT).size(), "he is told nothing more");
        }
    }

    private static String answer(String mail) {
        var calendar =
                MailReader.read(mail.getBytes(ISO_8859_1), MailLimits.DEFAULT).parts().getFirst();
        var found =
                Pattern.compile("PARTSTAT=([A-Z]+)").matcher(new String(calendar.content(), UTF_8));
        return found.find() ? found.group(1) : "none";
    }

    /** The domain stays Postfix's own: who is not listed is known as before. Nothing is sent. */
    @Test
    void colleaguesWhoAreNotListedAndPostmasterAreKnownToPostfix() throws Exception {
        try (var burrow = TestSite.of(Kind.POSTFIX, VINCENT)) {
            int port = burrow.server().port().number();
            assertEquals("250", recipient(port, VINCENT));
            assertEquals("250", recipient(port, "Vincent.Vole+News@EXAMPLE.com"));
            assertEquals("250", recipient(port, "postmaster@example.com"));
            assertEquals("250", recipient(port, "root@example.com"));
            assertEquals("250", recipient(port, "calendar@example.com"));
            assertEquals("550", recipient(port, "not.known@example.com"));
            assertEquals("550", recipient(port, "people-outgoing@example.com"));
        }
    }

    /** What a mail server says of a recipient. */
    private static String recipient(int port, String address) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                var out = socket.getOutputStream()) {
            in.readLine();
            String last = "";
            for (String command :
                    List.of("HELO test.example", "MAIL FROM:<>", "RCPT TO:<" + address + ">")) {
                out.write((command + "\r\n").getBytes(UTF_8));
                out.flush();
                last = Objects.requireNonNull(in.readLine());
            }
            return last.substring(0, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDirectoryTellsWhoIsWho(Kind kind) throws Exception {
        try (var burrow = TestSite.start(kind, false, true)) {
            burrow.send(
                    HARRIET,
                    List.of("Vincent.VOLE@example.com"),
                    TestMail.invitation("berries", VINCENT));
            burrow.await(() -> burrow.mailboxes().mails(VINCENT).size() == 1);
            assertEquals(List.of("berries"), burrow.instance().uids(VINCENT));
            burrow.send(ADA, List.of("burrow@example.com"), TestMail.plain(ADA, "book"));
            burrow.await(() -> burrow.recorded().size() == 1);
            burrow.server().submit(VINCENT, HARRIET, TestMail.plain(VINCENT, "by-login"));
            burrow.await(() -> burrow.recorded().size() == 2);
            for (var nobody : List.of("not.known@example.com", "*@example.com", "v*@example.com")) {
                refused(burrow, ADA, nobody);
            }
            burrow.awaitEmptyQueue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void withLocalSmtpTheServerKnowsTheMailboxes(Kind kind) throws Exception {
        try (var burrow = TestSite.start(kind, true, false, VINCENT)) {
            var invitation = TestMail.invitation("berries", VINCENT);
            burrow.send(HARRIET, List.of(VINCENT), invitation);
            burrow.await(() -> burrow.mailboxes().mails(VINCENT).size() == 1);
            burrow.awaitEmptyQueue();
            var mail = burrow.mailboxes().mails(VINCENT).getFirst();
            assertTrue(mail.contains(new String(invitation, ISO_8859_1)), mail);
            assertEquals(1, count(burrow, "invited"));
        }
    }

    /**
     * Many at a time into one store. The system property imip.messages says how many; the JVM takes
     * some tenths of a second for each, hence fewer there.
     */
    @Test
    void manyMessagesAtATimeLoseNothingAndDoubleNothing() throws Exception {
        boolean isNative = "native".equals(System.getProperty("imip.launch"));
        int messages = Integer.getInteger("imip.messages", isNative ? 1000 : 200);
        var people = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            people.add("person" + i + "@example.com");
        }
        try (var burrow = TestSite.of(Kind.POSTFIX, people.toArray(String[]::new))) {
            for (int i = 0; i < messages; i++) {
                var who = people.get(i % 20);
                // Each fifth round says again what the one before it said.
                int round = i / 20;
                var uid = "event-" + (round % 5 == 4 ? round - 1 : round) + "-" + i % 20;
                burrow.send(HARRIET, List.of(who), TestMail.invitation(uid, who));
            }
            burrow.await(Duration.ofMinutes(15), () -> burrow.server().waiting() == 0);
            int rounds = messages / 20;
            for (var who : people) {
                assertEquals(rounds, burrow.mailboxes().mails(who).size(), who);
                assertEquals(rounds - rounds / 5, burrow.instance().uids(who).size(), who);
                var calendar = burrow.calendar(who);
                assertEquals(
                        rounds - rounds / 5, calendar.split("BEGIN:VEVENT", -1).length - 1, who);
                for (var start : List.of("DTSTART:", "DTEND:", "SUMMARY:", "ATTENDEE;")) {
                    assertEquals(
                            rounds - rounds / 5,
                            calendar.lines().filter(line -> line.startsWith(start)).count(),
                            () -> start + " of each event once: " + calendar);
                }
            }
            assertEquals(List.of(), burrow.instance().damages());
            assertEquals(0, burrow.instance().waiting());
        }
    }
}
