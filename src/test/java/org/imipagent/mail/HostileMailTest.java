package org.imipagent.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mails mutated by a seeded hand: each is read within bounds and handed on as it came. */
class HostileMailTest {

    private static final List<String> SEEDS =
            List.of(
                    """
                    Return-Path: <a@example.com>
                    From: =?utf-8?Q?J=C3=B8rgen?= <a@example.com>
                    To: "V, V" <vincent.vole@example.com>, group: b@example.com, c@example.com;
                    Subject: =?iso-8859-1?B?Tfh0ZQ==?= (was: x)
                    Message-ID: <1@example.com>
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary="b1"

                    --b1
                    Content-Type: multipart/alternative; boundary=b2

                    --b2
                    Content-Type: text/plain; charset=utf-8
                    Content-Transfer-Encoding: quoted-printable

                    M=C3=B8te =
                    =3D
                    --b2
                    Content-Type: text/calendar; charset=utf-8; method=REQUEST
                    Content-Transfer-Encoding: base64

                    QkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo=
                    --b2--
                    --b1
                    Content-Type: message/rfc822

                    Subject: inner

                    text
                    --b1
                    Content-Type: application/octet-stream; name*0*=utf-8''in; name*1=v.ics
                    Content-Disposition: attachment; filename="=?utf-8?Q?inv.ics?="

                    BEGIN:VCALENDAR
                    --b1--
                    """,
                    """
                    From: a@example.com
                    Content-Type: text/calendar; method=REPLY; charset=utf-16
                    Content-Transfer-Encoding: quoted-printable

                    BEGIN:VCALENDAR=0D=0AEND:VCALENDAR=
                    """,
                    "Content-Type: multipart/report; boundary=\"\"\n\n--\nX: y\n\n----\n");

    private static final List<String> SPICE =
            List.of(
                    "\n--b1\n",
                    "\n--b2\n\nContent-Type: multipart/mixed; boundary=b2\n\n",
                    "\n--b1--\n",
                    "\n--b2",
                    "\r",
                    "\r\n",
                    "\n\n",
                    "\u0000",
                    "=?",
                    "?=",
                    "=?x?Q?=",
                    "\"",
                    "(((((",
                    "<",
                    ">",
                    ":",
                    ";",
                    "=",
                    "\\",
                    ",",
                    "ø",
                    "\u00ff\u00fe",
                    "*0*=",
                    "%",
                    "=\n",
                    "====",
                    "Content-Type: multipart/mixed; boundary=b1\n",
                    "Content-Type: text/calendar\n",
                    "Content-Transfer-Encoding: x-uuencode\n",
                    "Content-Transfer-Encoding: base64\n",
                    "From: ",
                    "From ",
                    " ",
                    "\t",
                    "@",
                    "a@b".repeat(50),
                    "(".repeat(3000),
                    "<".repeat(3000),
                    "=?utf-8?q?".repeat(100),
                    "\"\\".repeat(1000),
                    ",".repeat(2000),
                    "x".repeat(9000));

    @Test
    void anyMutatedMailIsReadWithinBoundsAndHandedOnUnchanged() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int seed = 0; seed < 6000; seed++) {
                        holds(seed, mutated(new Random(seed)));
                    }
                });
    }

    @Test
    void anyOctetsAreReadWithinBounds() {
        for (int seed = 0; seed < 2000; seed++) {
            var random = new Random(seed);
            byte[] octets = new byte[random.nextInt(2000)];
            random.nextBytes(octets);
            holds(seed, octets);
        }
    }

    private static void holds(int seed, byte[] octets) {
        byte[] before = octets.clone();
        var limits = new MailLimits(20_000, 4000, 50, 4, 20, 3, 1000, 10);
        Mail mail = MailReader.read(octets, limits);
        String which = "seed " + seed;
        assertTrue(mail.parts().size() <= 3, which);
        assertTrue(
                mail.parts().stream().mapToInt(part -> part.content().length).sum() <= 1000, which);
        assertTrue(mail.recipients().size() <= 10, which);
        assertTrue(mail.subject().length() <= 1000 && isLine(mail.subject()), which);
        assertTrue(mail.messageId().length() <= 1000 && isLine(mail.messageId()), which);
        assertTrue(mail.from() == null || mail.from().isMail(), which);
        assertTrue(mail.recipients().stream().allMatch(address -> address.isMail()), which);
        assertTrue(mail.problems().size() <= 7, which);
        byte[] on = MailWriter.handOn(octets, List.of()).bytes();
        assertArrayEquals(before, on, which);
    }

    private static boolean isLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static byte[] mutated(Random random) {
        String seed = SEEDS.get(random.nextInt(SEEDS.size()));
        byte[] mail = (random.nextBoolean() ? seed : seed.replace("\n", "\r\n")).getBytes(UTF_8);
        int times = 1 + random.nextInt(8);
        for (int i = 0; i < times; i++) {
            mail = once(mail, random);
        }
        return mail;
    }

    private static byte[] once(byte[] mail, Random random) {
        int at = random.nextInt(mail.length + 1);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(mail, at);
            case 1 ->
                    joined(
                            mail,
                            at,
                            SPICE.get(random.nextInt(SPICE.size())).getBytes(ISO_8859_1),
                            at);
            case 2 -> joined(mail, at, new byte[0], Math.min(mail.length, at + random.nextInt(60)));
            case 3 -> {
                int from = random.nextInt(mail.length + 1);
                byte[] copy =
                        Arrays.copyOfRange(
                                mail, from, Math.min(mail.length, from + random.nextInt(300)));
                yield joined(mail, at, copy, at);
            }
            default ->
                    joined(
                            mail,
                            at,
                            new byte[] {(byte) random.nextInt(256)},
                            Math.min(mail.length, at + 1));
        };
    }

    private static byte[] joined(byte[] mail, int to, byte[] between, int from) {
        var joined = new ByteArrayOutputStream();
        joined.write(mail, 0, to);
        joined.writeBytes(between);
        joined.write(mail, from, mail.length - from);
        return joined.toByteArray();
    }
}
