package org.imipagent.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.imipagent.mail.Delivery.Delivered;
import org.imipagent.mail.Delivery.Permanent;
import org.imipagent.mail.Delivery.Temporary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SMTP, LMTP and sendmail against real sockets and processes. */
class TransportTest {

    private static final String A = "a@example.com";
    private static final String B = "b@example.com";
    private static final String C = "c@example.com";
    private static final Pieces LETTER = Pieces.of("Subject: x\n\nbody\n".getBytes(UTF_8));
    private static final Timeouts PATIENCE =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final Timeouts LITTLE =
            new Timeouts(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(200));

    @TempDir Path folder;

    private static List<Delivery> smtp(TestMailServer server, Pieces letter, String... to)
            throws IOException {
        return new Smtp("127.0.0.1", server.port())
                .send("s@example.com", List.of(to), letter, PATIENCE);
    }

    private static List<Delivery> lmtp(TestMailServer server, String... to) throws IOException {
        return Lmtp.at("127.0.0.1:" + server.port())
                .send("s@example.com", List.of(to), LETTER, PATIENCE);
    }

    private static String kind(Delivery delivery) {
        return switch (delivery) {
            case Delivered d -> "delivered " + d.recipient();
            case Temporary t -> "temporary " + t.recipient();
            case Permanent p -> "permanent " + p.recipient();
        };
    }

    private static List<String> kinds(List<Delivery> deliveries) {
        return deliveries.stream().map(TransportTest::kind).toList();
    }

    @Test
    void aMessageGoesBySmtpToAllAtOnce() throws IOException {
        try (var server = TestMailServer.tcp().start()) {
            List<Delivery> deliveries = smtp(server, LETTER, A, B);
            assertEquals(List.of("delivered " + A, "delivered " + B), kinds(deliveries));
            assertEquals("250 2.0.0 taken", deliveries.getFirst().text());
            assertEquals(
                    List.of(
                            "EHLO [127.0.0.1]",
                            "MAIL FROM:<s@example.com> SIZE=20",
                            "RCPT TO:<" + A + ">",
                            "RCPT TO:<" + B + ">",
                            "DATA"),
                    server.heard().subList(0, 5));
            assertEquals(List.of("Subject: x\r\n\r\nbody\r\n"), server.messages());
        }
    }

    @Test
    void theContentIsUnchangedButForLineEndsAndDots() throws IOException {
        try (var server = TestMailServer.tcp().start()) {
            String content = ".\r\n..\na.b\r\n\r\n.dot\nlone\rreturn\r.\u00ff\u0000\n\r\n.";
            var pieces =
                    new Pieces(
                            List.of(
                                    new Pieces.Piece("x.\r\n..".getBytes(ISO_8859_1), 1, 4),
                                    new Pieces.Piece(
                                            content.substring(3).getBytes(ISO_8859_1),
                                            0,
                                            content.length() - 3)));
            assertEquals(List.of("delivered " + A), kinds(smtp(server, pieces, A)));
            String connection =
                    "..\r\n...\r\na.b\r\n\r\n..dot\r\nlone\rreturn\r.\u00ff\u0000\r\n\r\n..\r\n";
            assertEquals(List.of(connection), server.messages());
            assertTrue(server.heard().get(1).endsWith(" BODY=8BITMIME"), server.heard()::toString);
        }
    }

    @Test
    void theNullSenderIsSaid() throws IOException {
        try (var server = TestMailServer.tcp().start()) {
            new Smtp("127.0.0.1", server.port()).send("", List.of(A), LETTER, PATIENCE);
            assertEquals("MAIL FROM:<> SIZE=20", server.heard().get(1));
        }
    }

    @Test
    void withoutExtensionsNothingOfThemIsSaidAndEightBitsGoAllTheSame() throws IOException {
        try (var server = TestMailServer.tcp().answer("EHLO", "502 5.5.2 no").start()) {
            assertEquals(
                    List.of("delivered " + A),
                    kinds(smtp(server, Pieces.of("ø\n".getBytes(UTF_8)), A)));
            assertEquals(
                    List.of("EHLO [127.0.0.1]", "HELO [127.0.0.1]", "MAIL FROM:<s@example.com>"),
                    server.heard().subList(0, 3));
            assertEquals(
                    List.of(new String("ø\r\n".getBytes(UTF_8), ISO_8859_1)), server.messages());
        }
    }

    @Test
    void aRefusedRecipientDoesNotKeepTheOthersFromTheirMail() throws IOException {
        try (var server =
                TestMailServer.tcp()
                        .answer("RCPT TO:<" + A + ">", "550-5.1.1 no\r\n550 5.1.1 such user")
                        .answer("RCPT TO:<" + B + ">", "451 4.3.0 later")
                        .start()) {
            List<Delivery> deliveries = smtp(server, LETTER, A, B, C);
            assertEquals(
                    List.of("permanent " + A, "temporary " + B, "delivered " + C),
                    kinds(deliveries));
            assertEquals("550 5.1.1 no 5.1.1 such user", deliveries.getFirst().text());
            assertEquals(1, server.messages().size());
        }
    }

    @Test
    void whenAllAreRefusedNothingIsSent() throws IOException {
        try (var server = TestMailServer.tcp().answer("RCPT", "550 no").start()) {
            assertEquals(
                    List.of("permanent " + A, "permanent " + B), kinds(smtp(server, LETTER, A, B)));
            assertFalse(server.heard().contains("DATA"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "greeting, 554 no, temporary",
        "greeting, 421 busy, temporary",
        "greeting, close, temporary",
        "EHLO, 421 busy, temporary",
        "EHLO, close, temporary",
        "MAIL, 552 5.3.4 too big, permanent",
        "MAIL, 452 full, temporary",
        "MAIL, close, temporary",
        "RCPT, close, temporary",
        "RCPT, 421 shutting down, temporary",
        "DATA, 554 no, permanent",
        "DATA, 451 later, temporary",
        "DATA, 250 what, temporary",
        "DATA, close, temporary",
        "done, 554 5.6.0 content, permanent",
        "done, 452 full, temporary",
        "done, close, temporary",
        "done, 354 again, temporary",
        "QUIT, close, delivered",
        "QUIT, 500 no, delivered",
    })
    void everyStepMayFail(String step, String answer, String outcome) throws IOException {
        try (var smtp = TestMailServer.tcp().answer(step, answer).start();
                var lmtp =
                        TestMailServer.tcp()
                                .answer(step.equals("EHLO") ? "LHLO" : step, answer)
                                .start()) {
            assertEquals(List.of(outcome + ' ' + A), kinds(smtp(smtp, LETTER, A)));
            assertEquals(List.of(outcome + ' ' + A), kinds(lmtp(lmtp, A)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO", "MAIL", "RCPT", "DATA", "done"})
    void aServerThatHangsIsLeft(String step) throws IOException {
        try (var server = TestMailServer.tcp().answer(step, TestMailServer.HANG).start()) {
            var smtp = new Smtp("127.0.0.1", server.port());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () ->
                            assertEquals(
                                    List.of("temporary " + A),
                                    kinds(smtp.send("", List.of(A), LETTER, LITTLE))));
        }
    }

    @Test
    void aServerThatStopsReadingIsLeft() throws IOException {
        // The command that asks for the message is the last it reads.
        try (var server =
                TestMailServer.tcp()
                        .answer("RCPT", TestMailServer.HANG)
                        .answer("MAIL", "250 ok\r\n250 ok\r\n354 go")
                        .start()) {
            var smtp = new Smtp("127.0.0.1", server.port());
            var large = Pieces.of(new byte[30_000_000]);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () ->
                            assertEquals(
                                    List.of("temporary " + A),
                                    kinds(smtp.send("", List.of(A), large, LITTLE))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "hello there",
                "2",
                "25",
                "999 x",
                "2é0 x",
                "250_x",
                "220-a\r\n221 b",
                "\u0000\u0000\u0000 x",
            })
    void whatIsNoReplyIsTemporary(String greeting) throws IOException {
        try (var server = TestMailServer.tcp().answer("greeting", greeting).start()) {
            assertEquals(List.of("temporary " + A), kinds(smtp(server, LETTER, A)));
        }
    }

    @Test
    void repliesWithoutEndAreBounded() throws IOException {
        try (var server =
                        TestMailServer.tcp()
                                .answer("MAIL", "250-x\r\n".repeat(100_000) + "250 x")
                                .start();
                var other =
                        TestMailServer.tcp()
                                .answer("MAIL", "250 " + "x".repeat(5_000_000))
                                .start();
                var wordy =
                        TestMailServer.tcp()
                                .answer("MAIL", "550 a\u0007b\r" + "x".repeat(1500))
                                .start()) {
            assertEquals(List.of("temporary " + A), kinds(smtp(server, LETTER, A)));
            assertEquals(List.of("temporary " + A), kinds(smtp(other, LETTER, A)));
            Delivery refused = smtp(wordy, LETTER, A).getFirst();
            assertEquals("permanent " + A, kind(refused));
            assertTrue(
                    refused.text().length() <= 300 && refused.text().startsWith("550 a b x"),
                    refused::text);
        }
    }

    @Test
    void noAddressCanSayACommand() throws IOException {
        try (var server = TestMailServer.tcp().start()) {
            assertEquals(
                    List.of(
                            "permanent a@b>\r\nRCPT TO:<c@d",
                            "permanent x",
                            "delivered " + A,
                            "permanent a b@c"),
                    kinds(smtp(server, LETTER, "a@b>\r\nRCPT TO:<c@d", "x", A, "a b@c")));
            assertEquals(
                    1, server.heard().stream().filter(line -> line.startsWith("RCPT")).count());
            assertEquals(
                    List.of("permanent " + A),
                    kinds(
                            new Smtp("127.0.0.1", server.port())
                                    .send("a@b>\r\nQUIT", List.of(A), LETTER, PATIENCE)));
        }
    }

    @Test
    void addressesOutsideAsciiNeedSmtputf8UnlessOnlyTheDomainIs() throws IOException {
        try (var with = TestMailServer.tcp().start();
                var without =
                        TestMailServer.tcp().answer("EHLO", "250-little\r\n250 SIZE").start()) {
            assertEquals(
                    List.of("delivered jørgen@example.com"),
                    kinds(smtp(with, LETTER, "jørgen@example.com")));
            assertTrue(with.heard().get(1).endsWith(" SMTPUTF8"), with.heard()::toString);
            assertEquals(
                    List.of("permanent jørgen@example.com", "delivered a@bücher.example"),
                    kinds(smtp(without, LETTER, "jørgen@example.com", "a@bücher.example")));
            assertTrue(
                    without.heard().contains("RCPT TO:<a@xn--bcher-kva.example>"),
                    without.heard()::toString);
        }
    }

    @Test
    void lmtpAnswersForEachRecipient() throws IOException {
        try (var server =
                TestMailServer.tcp()
                        .answer("RCPT TO:<" + B + ">", "550 no such user")
                        .answer("done 0", "452 4.2.2 over quota")
                        .answer("done 1", "250-2.0.0 lines\r\n250 2.0.0 saved")
                        .start()) {
            List<Delivery> deliveries = lmtp(server, A, B, C);
            assertEquals(
                    List.of("temporary " + A, "permanent " + B, "delivered " + C),
                    kinds(deliveries));
            assertEquals("452 4.2.2 over quota", deliveries.getFirst().text());
            assertEquals("LHLO [127.0.0.1]", server.heard().getFirst());
        }
    }

    @Test
    void anLmtpServerThatBreaksOffHasDeliveredWhatItAnswered() throws IOException {
        try (var server = TestMailServer.tcp().answer("done 1", TestMailServer.CLOSE).start()) {
            assertEquals(
                    List.of("delivered " + A, "temporary " + B, "temporary " + C),
                    kinds(lmtp(server, A, B, C)));
        }
    }

    @Test
    void lmtpGoesOverAUnixSocket() throws IOException {
        Path path = folder.resolve("lmtp");
        try (var server = TestMailServer.unix(path).start()) {
            assertEquals(
                    List.of("delivered " + A),
                    kinds(
                            Lmtp.at(path.toString())
                                    .send("s@example.com", List.of(A), LETTER, PATIENCE)));
            assertEquals("LHLO localhost", server.heard().getFirst());
            assertEquals(List.of("Subject: x\r\n\r\nbody\r\n"), server.messages());
        }
        assertEquals(
                List.of("temporary " + A),
                kinds(Lmtp.at(path.toString()).send("", List.of(A), LETTER, PATIENCE)));
        assertEquals(
                List.of("temporary " + A),
                kinds(
                        Lmtp.at(folder.resolve("none").toString())
                                .send("", List.of(A), LETTER, PATIENCE)));
        assertEquals(
                List.of("temporary " + A),
                kinds(Lmtp.at("/" + "long".repeat(100)).send("", List.of(A), LETTER, PATIENCE)));
    }

    @Test
    void nobodyListeningIsTemporary() throws IOException {
        int port;
        try (var server = TestMailServer.tcp()) {
            port = server.port();
        }
        List<Delivery> deliveries =
                new Smtp("localhost", port).send("", List.of(A), LETTER, PATIENCE);
        assertEquals(List.of("temporary " + A), kinds(deliveries));
        assertFalse(deliveries.getFirst().text().isEmpty());
    }

    @Test
    void endpointsAreReadOrRefused() {
        assertEquals(new Endpoint.Unix("/run/dovecot/lmtp"), Endpoint.of("/run/dovecot/lmtp"));
        assertEquals(new Endpoint.Tcp("localhost", 24), Endpoint.of("localhost:24"));
        assertEquals(new Endpoint.Tcp("::1", 24), Endpoint.of("[::1]:24"));
        for (String wrong :
                List.of(
                        "",
                        "localhost",
                        ":24",
                        "localhost:",
                        "localhost:x",
                        "localhost:0",
                        "localhost:65536")) {
            assertThrows(IllegalArgumentException.class, () -> Endpoint.of(wrong), wrong);
        }
    }

    // The sendmail command: a few lines of sh

    private Sendmail script(String text) throws IOException {
        Path script = Files.writeString(folder.resolve("sendmail"), "cd '" + folder + "'\n" + text);
        return new Sendmail(List.of("/bin/sh", script.toString(), "-first"));
    }

    @Test
    void sendmailGetsSenderRecipientsAndTheMessageAsItIs() throws IOException {
        var sendmail = script("for a; do echo \"$a\"; done > arguments; cat > message; echo talk");
        assertEquals(
                List.of("delivered " + A, "delivered " + B),
                kinds(sendmail.send("s@example.com", List.of(A, B), LETTER, PATIENCE)));
        assertEquals(
                List.of("-first", "-oi", "-f", "s@example.com", "--", A, B),
                Files.readAllLines(folder.resolve("arguments")));
        assertEquals("Subject: x\n\nbody\n", Files.readString(folder.resolve("message")));
        sendmail.send("", List.of(A), LETTER, PATIENCE);
        assertEquals(
                List.of("-first", "-oi", "-f", "<>", "--", A),
                Files.readAllLines(folder.resolve("arguments")));
    }

    @Test
    void noAddressIsAnOptionOrAnotherArgument() throws IOException {
        var sendmail = script("for a; do echo \"$a\"; done > arguments; cat > message");
        assertEquals(
                List.of("permanent -oQ/tmp@x", "delivered " + A, "permanent x y@z"),
                kinds(sendmail.send("", List.of("-oQ/tmp@x", A, "x y@z"), LETTER, PATIENCE)));
        assertEquals(
                List.of("-first", "-oi", "-f", "<>", "--", A),
                Files.readAllLines(folder.resolve("arguments")));
        assertEquals(
                List.of("permanent " + A),
                kinds(sendmail.send("-X/x@y", List.of(A), LETTER, PATIENCE)));
    }

    @ParameterizedTest
    @CsvSource({
        "75, temporary",
        "1, temporary",
        "64, temporary",
        "69, temporary",
        "127, temporary",
        "65, permanent",
        "67, permanent",
        "68, permanent",
    })
    void theStatusOfSendmailDecidesAndItsFirstComplaintIsKept(int status, String outcome)
            throws IOException {
        Delivery delivery =
                script("cat > /dev/null; echo 'first\tline' >&2; echo second >&2; exit " + status)
                        .send("", List.of(A), LETTER, PATIENCE)
                        .getFirst();
        assertEquals(outcome + ' ' + A, kind(delivery));
        assertEquals("first line", delivery.text());
        assertEquals(
                "sendmail ended with status " + status,
                script("exit " + status).send("", List.of(A), LETTER, PATIENCE).getFirst().text());
    }

    @Test
    void aSendmailThatIsNotThereHangsOrScreamsIsTemporary() throws IOException {
        var large = Pieces.of(new byte[5_000_000]);
        assertEquals(
                List.of("temporary " + A),
                kinds(
                        new Sendmail(List.of(folder.resolve("none").toString()))
                                .send("", List.of(A), LETTER, PATIENCE)));
        assertEquals(
                List.of("temporary " + A),
                kinds(
                        script("head -c 3000000 /dev/zero >&2; cat > /dev/null; exit 75")
                                .send("", List.of(A), large, PATIENCE)));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertEquals(
                                List.of("temporary " + A),
                                kinds(
                                        script("exec sleep 60")
                                                .send("", List.of(A), large, LITTLE))));
    }

    /** Through a pipe it would take the end of a killed writer for that of the message. */
    @Test
    void sendmailReadsAFileThatHoldsTheWholeMessageAlready() throws IOException {
        var large = Pieces.of(new byte[5_000_000]);
        assertEquals(
                List.of("delivered " + A),
                kinds(
                        script(
                                        "stat -L -c '%F %s' /dev/stdin > input; readlink /proc/$$/fd/0 > name")
                                .send("", List.of(A), large, PATIENCE)));
        assertEquals(List.of("regular file 5000000"), Files.readAllLines(folder.resolve("input")));
        String name = Files.readString(folder.resolve("name")).strip();
        assertFalse(Files.exists(Path.of(name.replace(" (deleted)", ""))), name);
    }

    @Test
    void aSendmailThatLeavesAChildBehindIsDone() throws IOException {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertEquals(
                                List.of("delivered " + A),
                                kinds(
                                        script("cat > /dev/null; sleep 7 & exit 0")
                                                .send("", List.of(A), LETTER, PATIENCE))));
    }
}
