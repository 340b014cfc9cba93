package org.imipagent.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MboxTest {

    private static final Instant DATE = Instant.parse("2026-11-02T07:05:09Z");

    private static String mbox(String sender, String... messages) throws IOException {
        var out = new ByteArrayOutputStream();
        for (String message : messages) {
            Mbox.write(out, sender, DATE, Pieces.of(message.getBytes(ISO_8859_1)));
        }
        return out.toString(ISO_8859_1);
    }

    @Test
    void fromLinesAreQuotedOnceMore() throws IOException {
        assertEquals(
                "From a@example.com Mon Nov  2 07:05:09 2026\nX: y\r\n\r\n>From b\n>>From c\n From d\nFromm\n>x\n\n",
                mbox("a@example.com", "X: y\r\n\r\nFrom b\n>From c\n From d\nFromm\n>x\n"));
    }

    @Test
    void theNullSenderAndAnUnsafeOneAreTheDaemon() throws IOException {
        assertEquals("From MAILER-DAEMON Mon Nov  2 07:05:09 2026\n\n", mbox("", ""));
        assertEquals("From MAILER-DAEMON Mon Nov  2 07:05:09 2026\nx\n\n", mbox("a\nb@c", "x"));
    }

    @Test
    void anyMessagesAreReadBackAsTheyWere() throws IOException {
        List<String> bits =
                List.of(
                        "From ",
                        ">",
                        "From",
                        "\n",
                        "\r\n",
                        "x",
                        "F",
                        "\n\nFrom a@b Mon\n",
                        "\u00ff",
                        "\u0000");
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var messages = new ArrayList<String>();
            for (int m = 0; m < 3; m++) {
                var message = new StringBuilder();
                for (int i = 0; i < random.nextInt(20); i++) {
                    message.append(bits.get(random.nextInt(bits.size())));
                }
                messages.add(message.append('\n').toString());
            }
            assertEquals(
                    messages,
                    unquoted(mbox("a@example.com", messages.toArray(String[]::new))),
                    "seed " + seed);
        }
    }

    @Test
    void piecesAreOneMessage() throws IOException {
        var out = new ByteArrayOutputStream();
        Mbox.write(
                out,
                "a@example.com",
                DATE,
                MailWriter.handOn(
                        "From a\nS: x\n\nFrom b".getBytes(UTF_8),
                        List.of(new MailHeader("X", "y"))));
        assertEquals(
                "From a@example.com Mon Nov  2 07:05:09 2026\n>From a\nX: y\nS: x\n\n>From b\n\n",
                out.toString(UTF_8));
    }

    /** A reader of mboxrd as its description asks for. */
    private static List<String> unquoted(String mbox) {
        var messages = new ArrayList<String>();
        for (String part :
                (mbox.startsWith("From ") ? "\n" + mbox : mbox).split("(?<=\n)From [^\n]*\n", -1)) {
            if (!part.equals("\n")) {
                String body = part.substring(0, part.length() - 1);
                messages.add(body.replaceAll("(?<![^\n])>(>*From )", "$1"));
            }
        }
        return messages;
    }
}
