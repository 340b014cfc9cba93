package org.imipagent.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who speaks is told by From alone (src/docs/decisions/0006). A law: every mail whose From we let
 * speak has one From, which a strict reading of RFC 5322 takes for exactly that one mailbox.
 */
class FromSpeaksForOneTest {

    private static final int MAILS = Integer.getInteger("imip.from", 30_000);

    private static @Nullable CalendarAddress from(String header) {
        byte[] bytes = (header + "\r\n\r\nHello\r\n").getBytes(StandardCharsets.UTF_8);
        return MailReader.read(bytes, MailLimits.DEFAULT).from();
    }

    /** What the attackers found: each was taken for boss@example.com, the last for another's k. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: \"mallory\"@evil.example, boss@example.com",
                "From: mallory@[1.2.3.4], boss@example.com",
                "From: boss@example.com, mallory@[1.2.3.4]",
                "From: Mallory\r\nFrom: boss@example.com",
                "From:\r\nFrom: boss@example.com",
                "From: friends: mallory@evil.example;\r\nFrom: boss@example.com",
                "From : mallory@evil.example\r\nFrom: boss@example.com",
                "FROM: boss@example.com\r\nfrom: mallory@evil.example",
                "From: <boss@example.com> <mallory@evil.example>",
                "From: <mallory@evil.example> <boss@example.com>",
                "From: mallory@evil.example: boss@example.com;",
                "From: boss@example.com;",
                "From: boss@example.com\r mallory@evil.example",
                "From: boss@example.com\0",
                "From: boss\0@example.com",
                "From: boss@example.com mallory",
                "From: boss@example.com\r\nSubject: x\r\nFrom: Mallory",
                "From: boss@exam\u3000ple.com",
                "From: \"Boss\" boss@example.com",
                "From: boss@example.com <mallory@evil.example> (",
                "From: mallory@evil.example\r\n \r\n (x)",
                "From:\r\n \r\n boss@example.com",
                "From: boss@(mallory@evil.example)example.com",
                "From: boss(x)@example.com",
                "From: <boss@example.com(@evil.example)>",
                "Subject: x\r\nno field\r\nFrom: boss@example.com",
                "no field\r\nFrom: boss@example.com",
                " folded\r\nFrom: boss@example.com",
                "Subject: x\r\n\r\r\nFrom: boss@example.com",
                "Subject: x\r\rFrom: boss@example.com",
                "Subject: x\r\n \r\nFrom boss@example.com\r\nFrom: boss@example.com",
                "Fr\0om: mallory@evil.example\r\nFrom: boss@example.com",
                "Resent-From: x@y.example\r\nFrom\u000b: mallory@evil.example\r\nFrom: boss@example.com",
                "\ufeffFrom: mallory@evil.example\r\nFrom: boss@example.com",
            })
    void whatCanBeReadTwoWaysSpeaksForNobody(String header) {
        assertNull(from(header), header);
    }

    @Test
    void onlyLettersOfAsciiAreFolded() {
        assertEquals(new CalendarAddress("kate@example.org"), from("From: KATE@Example.ORG"));
        var kelvin = from("From: kate@blac\u212a.example");
        assertTrue(!new CalendarAddress("kate@black.example").equals(kelvin), "U+212A is no k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: anna@example.net",
                "From: Anna Ant <anna@example.net>",
                "From: \"Ant, Anna\" <anna@example.net>",
                "From: Anna B. Ant <anna@example.net>",
                "From: =?utf-8?B?QW5uYQ==?= =?UTF-8?Q?_Ant?= <anna@example.net>",
                "From: =?Windows-1252?Q?Ant=2C_Anna?=\r\n\t<anna@example.net>",
                "From: Jørgen Æ <anna@example.net>",
                "From: anna@example.net (Anna Ant)",
                "From: <anna@example.net>",
                "From: \"anna@example.net\" <anna@example.net>",
                "From: Anna (at \\( home) <anna@example.net> (x)",
                "FROM:anna@example.net ",
            })
    void whatProgramsWriteSpeaks(String header) {
        assertEquals(new CalendarAddress("anna@example.net"), from(header), header);
    }

    // ---- The law

    private static final List<String> PIECES =
            List.of(
                    "boss@example.com",
                    "mallory@evil.example",
                    "<boss@example.com>",
                    "Boss",
                    "<",
                    ">",
                    ",",
                    ";",
                    ":",
                    "\"",
                    "\\",
                    "(",
                    ")",
                    "@",
                    ".",
                    " ",
                    "\t",
                    "\r\n ",
                    "\n\t",
                    "\r",
                    "\0",
                    "\u0001",
                    "[1.2.3.4]",
                    "@[::1]",
                    "\"a b\"",
                    "(c)",
                    "(c(d))",
                    "é",
                    "\u212a",
                    "\u3000",
                    "\u00a0",
                    "\u200b",
                    "=?utf-8?Q?=2C?=",
                    "%40",
                    "?x",
                    "+x",
                    "group:",
                    "Boss <boss@example.com>",
                    "\"Boss\" <boss@example.com>",
                    "boss@example.com (Boss)",
                    "a.b.c@d.example",
                    "..",
                    "-",
                    "mailto:",
                    "\r\nFrom: ",
                    "\r\nfrom:x@y.example",
                    "\r\nSubject: s",
                    "\u0085",
                    "\u2028",
                    "😀");

    private static String field(Random random) {
        var field = new StringBuilder("From: ");
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            field.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return field.toString();
    }

    @Test
    void whateverSpeaksIsOneMailboxToAStrictReader() {
        int spoke = 0;
        for (int seed = 0; seed < MAILS; seed++) {
            String header = field(new Random(seed));
            CalendarAddress from = from(header);
            if (from != null) {
                spoke++;
                String strict = Reference.mailbox(header);
                assertNotNull(strict, () -> "speaks: " + from + " of " + visible(header));
                assertEquals(strict, from.email(), () -> visible(header));
            }
        }
        assertTrue(spoke > MAILS / 50, "some speak: " + spoke);
    }

    private static String visible(String header) {
        return header.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
    }

    /**
     * RFC 5322, 3.2 to 3.4, and RFC 6532, as one regular expression of its grammar, on the whole
     * header: another way to the same answer.
     */
    private static final class Reference {

        private static final String WSP = "[ \\t]";
        private static final String TEXT = "[!-'*-\\[\\]-~\\x{a0}-\\x{10ffff}]";
        private static final String PAIR = "\\\\[\\t -~\\x{a0}-\\x{10ffff}]";
        private static final String FLAT = "\\((?:" + WSP + "|" + TEXT + "|" + PAIR + ")*+\\)";
        private static final String NESTED =
                "\\((?:" + WSP + "|" + TEXT + "|" + PAIR + "|" + FLAT + ")*+\\)";
        private static final String COMMENT =
                "\\((?:" + WSP + "|" + TEXT + "|" + PAIR + "|" + NESTED + ")*+\\)";
        private static final String CFWS = "(?:" + WSP + "|" + COMMENT + ")*+";
        private static final String ATEXT = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\\x{a0}-\\x{10ffff}-]";
        private static final String DOT_ATOM = ATEXT + "++(?:\\." + ATEXT + "++)*+";
        private static final String QUOTED =
                "\"(?:[ !#-\\[\\]-~\\t\\x{a0}-\\x{10ffff}]|" + PAIR + ")*+\"";
        private static final String WORD =
                "(?:" + CFWS + "(?:" + ATEXT + "++|" + QUOTED + ")" + CFWS + ")";
        private static final String ADDRESS =
                "(?<L>" + DOT_ATOM + ")" + CFWS + "@" + CFWS + "(?<D>" + DOT_ATOM + ")";
        private static final Pattern NAMED =
                Pattern.compile(
                        "(?:" + WORD + "(?:" + WORD + "|\\." + CFWS + ")*+)?+" + CFWS + "<" + CFWS
                                + ADDRESS + CFWS + ">" + CFWS);
        private static final Pattern PLAIN = Pattern.compile(CFWS + ADDRESS + CFWS);

        static @Nullable String mailbox(String header) {
            String unfolded = header.replaceAll("\\r?\\n([ \\t])", "$1");
            String body = null;
            for (String line : unfolded.split("\\r?\\n", -1)) {
                if (line.toLowerCase(java.util.Locale.ROOT).matches("(?s)from[ \\t]*:.*")) {
                    if (body != null) {
                        return null;
                    }
                    body = line.substring(line.indexOf(':') + 1);
                }
            }
            if (body == null) {
                return null;
            }
            for (Pattern form : List.of(NAMED, PLAIN)) {
                var match = form.matcher(body);
                if (match.matches()) {
                    return CalendarAddress.lowerCase(match.group("L") + "@" + match.group("D"));
                }
            }
            return null;
        }
    }
}
