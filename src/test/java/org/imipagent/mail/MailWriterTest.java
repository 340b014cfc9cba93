package org.imipagent.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back with mime4j's whole parser, not with our reader. */
class MailWriterTest {

    private static final String CALENDAR =
            "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nSUMMARY:Møte om bå\r\n ten 🚤\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    private static final Mailbox VINCENT = new Mailbox("Vincent Vole", "vincent.vole@example.com");
    private static final Instant NOW = Instant.parse("2026-11-02T07:05:09Z");

    private static Draft draft(
            Mailbox from,
            List<Mailbox> to,
            String subject,
            String plain,
            @Nullable String calendar) {
        return new Draft(
                from,
                null,
                to,
                null,
                subject,
                plain,
                "<p>" + plain + "</p>",
                calendar == null ? null : "REPLY",
                calendar,
                "<abc234@example.com>",
                NOW,
                List.of(),
                AutoSubmitted.NO,
                List.of());
    }

    private static Draft plain(String subject) {
        return draft(VINCENT, List.of(VINCENT), subject, "text", null);
    }

    /** Read as strictly as mime4j can, in the form it has on the wire. */
    private static Message parsed(byte[] bytes) {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        try {
            String connection = new String(bytes, ISO_8859_1).replaceAll("(?<!\r)\n", "\r\n");
            return builder.parseMessage(new ByteArrayInputStream(connection.getBytes(ISO_8859_1)));
        } catch (IOException broken) {
            throw new AssertionError(new String(bytes, UTF_8), broken);
        }
    }

    private static List<Entity> parts(Entity entity, String type) {
        assertEquals(type, entity.getMimeType());
        return ((Multipart) entity.getBody()).getBodyParts();
    }

    private static String text(Entity entity) {
        try {
            if (entity.getBody() instanceof TextBody text) {
                return new String(text.getReader().readAllAsString());
            }
            return new String(
                    ((SingleBody) entity.getBody()).getInputStream().readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String field(Entity entity, String name) {
        var field = entity.getHeader().getField(name);
        return field == null ? "none" : field.getBody();
    }

    private static String ascii(byte[] bytes) {
        for (byte octet : bytes) {
            assertTrue(octet >= 0, "8-bit in " + new String(bytes, UTF_8));
        }
        return new String(bytes, US_ASCII);
    }

    private static void assertShortLines(byte[] bytes) {
        new String(bytes, ISO_8859_1)
                .lines()
                .forEach(line -> assertTrue(line.length() <= 78, () -> "long: " + line));
    }

    @Test
    void anInvitationHasTheFormCalendarProgramsAgreeOn() {
        byte[] bytes =
                MailWriter.write(
                        draft(
                                VINCENT,
                                List.of(VINCENT),
                                "Lunsj på fjøset",
                                "Kom på lunsj\n\nFrom us =\n.",
                                CALENDAR));
        assertShortLines(bytes);
        assertFalse(ascii(bytes).contains("\r"));
        Message message = parsed(bytes);
        assertEquals("Lunsj på fjøset", message.getSubject());
        List<Entity> mixed = parts(message, "multipart/mixed");
        assertEquals(2, mixed.size());
        List<Entity> alternative = parts(mixed.getFirst(), "multipart/alternative");
        assertEquals(
                List.of("text/plain", "text/html", "text/calendar"),
                alternative.stream().map(Entity::getMimeType).toList());
        assertEquals(
                "Kom på lunsj\r\n\r\nFrom us =\r\n.\r\n",
                text(alternative.getFirst()).replaceAll("\r?\n", "\r\n"));
        assertEquals(
                "text/calendar; charset=utf-8; method=REPLY",
                field(alternative.getLast(), "Content-Type"));
        assertEquals(CALENDAR, text(alternative.getLast()));
        assertEquals("application/ics", mixed.getLast().getMimeType());
        assertEquals("invite.ics", mixed.getLast().getFilename());
        assertEquals("attachment", mixed.getLast().getDispositionType());
        assertEquals(CALENDAR, text(mixed.getLast()));
    }

    @Test
    void ourReaderFindsBothCalendarsInIt() {
        Mail mail =
                MailReader.read(
                        MailWriter.write(draft(VINCENT, List.of(VINCENT), "s", "t", CALENDAR)),
                        MailLimits.DEFAULT);
        assertEquals(
                List.of(CALENDAR, CALENDAR),
                mail.parts().stream()
                        .map(part -> new String(part.content(), StandardCharsets.UTF_8))
                        .toList());
        assertEquals("REPLY", mail.parts().getFirst().method());
        assertEquals(new CalendarAddress("vincent.vole@example.com"), mail.from());
        assertEquals(List.of(), mail.problems());
    }

    @Test
    void theHeaderSaysWhoWhenAndWhy() {
        var draft =
                new Draft(
                        new Mailbox("Calendar", "calendar@example.com"),
                        VINCENT,
                        List.of(
                                new Mailbox("Harvey, H.", "harvey@example.com"),
                                new Mailbox("", "x@example.com")),
                        new Mailbox("Jørgen \"J\" Ås", "jorgen@example.com"),
                        "s",
                        "t",
                        "",
                        null,
                        null,
                        "<abc@example.com>",
                        NOW,
                        List.of(
                                "<1@a>x",
                                "<one@example.com>",
                                "<t\nwo@example.com>",
                                "<three@example.com>"),
                        AutoSubmitted.REPLIED,
                        List.of(new MailHeader("X-Imip-Agent", "reply")));
        byte[] bytes = MailWriter.write(draft);
        Message message = parsed(bytes);
        assertEquals("Mon, 02 Nov 2026 07:05:09 +0000", field(message, "Date"));
        assertEquals(java.util.Date.from(NOW), message.getDate());
        assertEquals("Calendar <calendar@example.com>", field(message, "From"));
        assertEquals("Vincent Vole <vincent.vole@example.com>", field(message, "Sender"));
        assertEquals("\"Harvey, H.\" <harvey@example.com>, <x@example.com>", field(message, "To"));
        assertEquals("Jørgen \"J\" Ås", message.getReplyTo().flatten().getFirst().getName());
        assertEquals("<abc@example.com>", message.getMessageId());
        assertEquals("<three@example.com>", field(message, "In-Reply-To"));
        assertEquals("<one@example.com> <three@example.com>", field(message, "References"));
        assertEquals("auto-replied", field(message, "Auto-Submitted"));
        assertEquals("All", field(message, "X-Auto-Response-Suppress"));
        assertEquals("reply", field(message, "X-Imip-Agent"));
        assertEquals("text/plain", message.getMimeType());
        assertEquals("none", field(parsed(MailWriter.write(plain("s"))), "Auto-Submitted"));
        assertTrue(MailReader.read(bytes, MailLimits.DEFAULT).automatic());
    }

    @Test
    void nobodyToNameIsSaidSo() {
        byte[] bytes = MailWriter.write(draft(VINCENT, List.of(), "s", "t", null));
        assertTrue(ascii(bytes).contains("\nTo: undisclosed-recipients:;\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "Møte",
                "🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤🚤",
                "اجتماع الفريق يوم الأحد في الساعة العاشرة صباحا في القاعة الكبرى من الطابق الثاني",
                "a long subject of many short words that has to be folded over more lines than one or two of them",
                "=?utf-8?Q?not_a_word?=",
                "x",
                "",
            })
    void subjectsArriveAsTheyLeft(String subject) {
        byte[] bytes = MailWriter.write(plain(subject));
        assertShortLines(bytes);
        assertEquals(subject, MailReader.read(bytes, MailLimits.DEFAULT).subject());
        Message message = parsed(bytes);
        assertEquals(subject, message.getSubject() == null ? "" : message.getSubject());
    }

    @Test
    void aSubjectOfAnyLengthStaysWithinBounds() {
        for (String subject :
                List.of(
                        "x".repeat(100_000),
                        "ø".repeat(100_000),
                        "x ".repeat(100_000),
                        " ".repeat(9999))) {
            byte[] bytes = MailWriter.write(plain(subject));
            assertTrue(bytes.length < 6000, () -> "length " + bytes.length);
            ascii(bytes).lines().forEach(line -> assertTrue(line.length() < 998));
            parsed(bytes);
        }
    }

    /** The law of 33c: no text of a stranger can add a header, a line or a part. */
    @Test
    void noTextAddsAHeaderALineOrAPart() {
        var random = new Random(5);
        List<String> evil =
                List.of(
                        "\r\nBcc: evil@example.com\r\n",
                        "\n\n--=_abc234example.com.1--\n",
                        "\r",
                        "\u0000",
                        "\u0085",
                        "\u2028",
                        "=?utf-8?Q?=0ABcc:_x?=",
                        "\"",
                        "\\",
                        "<",
                        ">",
                        ",",
                        "(",
                        "\ud800",
                        "😀",
                        "\n.\n",
                        "\nFrom x\n",
                        "=",
                        "\t \n ");
        List<String> expected = names(parsed(MailWriter.write(evilDraft("x", CALENDAR))));
        for (int round = 0; round < 150; round++) {
            var text = new StringBuilder("a");
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                text.append(evil.get(random.nextInt(evil.size())))
                        .append(random.nextBoolean() ? "b" : " ");
            }
            byte[] bytes = MailWriter.write(evilDraft(text.toString(), text.toString()));
            ascii(bytes).lines().forEach(line -> assertTrue(line.length() < 998));
            Message message = parsed(bytes);
            assertEquals(expected, names(message), text::toString);
            assertEquals(2, parts(message, "multipart/mixed").size());
            assertEquals(
                    3,
                    parts(parts(message, "multipart/mixed").getFirst(), "multipart/alternative")
                            .size());
            assertEquals("vincent.vole@example.com", message.getFrom().getFirst().getAddress());
            assertEquals(1, message.getTo().flatten().size());
        }
    }

    private static Draft evilDraft(String text, String calendar) {
        return new Draft(
                new Mailbox(text, "vincent.vole@example.com"),
                null,
                List.of(new Mailbox(text, "a@example.com")),
                new Mailbox(text, "b@example.com"),
                text,
                text,
                "<p>" + text,
                "REPLY",
                calendar,
                "<abc234@example.com>",
                NOW,
                List.of(text, '<' + text + '>', "<r@example.com>"),
                AutoSubmitted.GENERATED,
                List.of(
                        new MailHeader("X-One", text),
                        MailHeader.trace(
                                "X-Two", text, new LinkedHashMap<>(java.util.Map.of(text, text)))));
    }

    private static List<String> names(Entity entity) {
        return entity.getHeader().getFields().stream().map(field -> field.getName()).toList();
    }

    @Test
    void whatCannotBeMadeSafeIsRefused() {
        for (String address :
                List.of(
                        "a@b\r\nBcc: c@d",
                        "a b@c",
                        "a@b>",
                        "<a@b",
                        "a",
                        "@b",
                        "a@",
                        "",
                        "-f@b",
                        "a@b\u0000",
                        "a@\u2028b")) {
            assertThrows(IllegalArgumentException.class, () -> new Mailbox("", address), address);
        }
        assertThrows(IllegalArgumentException.class, () -> new MailHeader("X: y", "z"));
        assertNull(Mailbox.of("x", new CalendarAddress("mailto:a b@example.com")));
        assertNull(Mailbox.of("x", new CalendarAddress("urn:uuid:1")));
        assertNotNull(Mailbox.of("x", new CalendarAddress("mailto:a@example.com")));
    }

    @Test
    void aDomainOutsideAsciiIsWrittenInItsAsciiForm() {
        byte[] bytes =
                MailWriter.write(
                        draft(
                                new Mailbox("", "a@bücher.example"),
                                List.of(new Mailbox("", "jørgen@example.com")),
                                "s",
                                "t",
                                null));
        String text = new String(bytes, UTF_8);
        assertTrue(text.contains("From: <a@xn--bcher-kva.example>\n"), text);
        assertTrue(text.contains("To: <jørgen@example.com>\n"), text);
    }

    @Test
    void theSameDraftGivesTheSameOctets() {
        Draft draft = draft(VINCENT, List.of(VINCENT), "s", "t", CALENDAR);
        assertArrayEquals(MailWriter.write(draft), MailWriter.write(draft));
    }

    @Test
    void textOfFewAsciiLettersIsBase64AndReadBack() {
        String arabic = "اجتماع الفريق\n".repeat(50);
        byte[] bytes = MailWriter.write(draft(VINCENT, List.of(VINCENT), "s", arabic, null));
        assertShortLines(bytes);
        List<Entity> parts = parts(parsed(bytes), "multipart/alternative");
        assertEquals("base64", parts.getFirst().getContentTransferEncoding());
        assertEquals(arabic, text(parts.getFirst()));
    }

    @Test
    void quotedPrintableIsReadBackWhateverTheLines() {
        var random = new Random(3);
        List<String> bits =
                List.of(
                        "word ",
                        "=",
                        " ",
                        "\t",
                        "ø",
                        ".",
                        "From ",
                        "\n",
                        "x".repeat(75),
                        "x".repeat(76),
                        "x".repeat(77),
                        "😀");
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder("start ".repeat(20));
            for (int i = 0; i < 20; i++) {
                text.append(bits.get(random.nextInt(bits.size())));
            }
            text.append("end\n");
            byte[] bytes = MailWriter.write(draft(VINCENT, List.of(), "s", text.toString(), null));
            new String(bytes, UTF_8).lines().forEach(line -> assertTrue(line.length() <= 76, line));
            assertFalse(new String(bytes, UTF_8).contains("\nFrom "));
            assertEquals(
                    text.toString(),
                    text(parts(parsed(bytes), "multipart/alternative").getFirst())
                            .replace("\r\n", "\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: x\r\n\r\nbody\r\n",
                "Subject: x\n\nbody\n",
                "Subject: x\n\nno line end",
                "Subject: x\r\n\r\nends in CR\r",
                "Subject: x\n\nlone\rreturn and NUL \u0000\n\n\n",
                "Subject: Jørgen\nX: \n\n--=_abc234examplecom.1\nContent-Type: text/calendar\n\n--=_abc234examplecom.2--\n",
                "",
                "\n",
                "no header",
                "From a@example.com Thu Nov 22 17:05:00 2026\nSubject: x\n\nbody\n",
            })
    void anOriginalIsWrappedOctetForOctet(String original) throws Exception {
        byte[] octets = original.getBytes(ISO_8859_1);
        byte[] bytes =
                MailWriter.wrap(draft(VINCENT, List.of(VINCENT), "s", "t", null), octets).bytes();
        assertArrayEquals(octets, attached(bytes), () -> new String(bytes, ISO_8859_1));
        Mail mail = MailReader.read(bytes, MailLimits.DEFAULT);
        assertEquals(List.of(), mail.parts());
        assertEquals("s", mail.subject());
    }

    @Test
    void theEncodingOfAnOriginalSaysWhatItNeeds() {
        assertEquals("7bit", TransferEncoding.of("a\nb\r\n".getBytes(UTF_8)));
        assertEquals("8bit", TransferEncoding.of("ø\n".getBytes(UTF_8)));
        assertEquals("7bit", TransferEncoding.of(("x".repeat(998) + "\r\n").getBytes(UTF_8)));
        assertEquals("binary", TransferEncoding.of(("x".repeat(999) + "\r\n").getBytes(UTF_8)));
        assertEquals("binary", TransferEncoding.of("a\u0000b\n".getBytes(UTF_8)));
        assertEquals("binary", TransferEncoding.of("a\rb\n".getBytes(UTF_8)));
        byte[] wrapped = MailWriter.wrap(plain("s"), "Subject: ø\n\n".getBytes(UTF_8)).bytes();
        assertEquals("8bit", field(parsed(wrapped), "Content-Transfer-Encoding"));
    }

    private static byte[] attached(byte[] bytes) throws Exception {
        var tokens = new MimeTokenStream(MimeConfig.PERMISSIVE);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(bytes));
        byte[] attached = null;
        int found = 0;
        for (EntityState state = tokens.getState();
                state != EntityState.T_END_OF_STREAM;
                state = tokens.next()) {
            if (state == EntityState.T_BODY
                    && tokens.getBodyDescriptor().getMimeType().equals("message/rfc822")) {
                attached = tokens.getInputStream().readAllBytes();
                found++;
            }
        }
        assertEquals(1, found);
        assertNotNull(attached);
        return attached;
    }

    private static java.util.SequencedMap<String, String> details(String uid) {
        var details = new LinkedHashMap<String, String>();
        details.put("method", "REQUEST");
        details.put("uid", uid);
        return details;
    }

    @Test
    void aMailIsHandedOnWithOurFieldsAboveAndNothingElseChanged() {
        MailHeader trace = MailHeader.trace("X-Imip-Agent", "invited", details("1@example.com"));
        String line = "X-Imip-Agent: invited; method=REQUEST; uid=1@example.com";
        assertEquals(line + "\nSubject: x\n\nb", handedOn("Subject: x\n\nb", trace));
        assertEquals(line + "\r\nSubject: x\r\n\r\nb\n", handedOn("Subject: x\r\n\r\nb\n", trace));
        assertEquals(
                "From a Thu\r\n" + line + "\r\nSubject: x\r\n\r\nb",
                handedOn("From a Thu\r\nSubject: x\r\n\r\nb", trace));
        assertEquals(line + "\n", handedOn("", trace));
        assertEquals(
                "Subject: x\n\nb",
                new String(
                        MailWriter.handOn("Subject: x\n\nb".getBytes(UTF_8), List.of()).bytes(),
                        UTF_8));
    }

    private static String handedOn(String original, MailHeader trace) {
        return new String(
                MailWriter.handOn(original.getBytes(UTF_8), List.of(trace)).bytes(), UTF_8);
    }

    @Test
    void aTraceHoldsAnyUidSafelyAndShortly() {
        assertEquals(
                "x; method=REQUEST; uid=a%0D%0AEvil:%20%F0%9F%98%80%3B%22",
                MailHeader.trace("X", "x", details("a\r\nEvil: 😀;\"")).value());
        String longUid =
                MailHeader.trace("X-Imip-Agent", "x", details("😀".repeat(5000))).written("\n");
        assertTrue(longUid.length() < 300, longUid);
        longUid.lines().forEach(line -> assertTrue(line.length() < 998));
    }

    @Test
    void handingOnDoesNotCopyTheOriginal() {
        byte[] original = new byte[1000];
        Pieces pieces = MailWriter.handOn(original, List.of(new MailHeader("X", "y")));
        assertSame(original, pieces.pieces().getLast().bytes());
        assertEquals(1000 + "X: y\n".length(), pieces.size());
    }

    private static final List<String> PIECES =
            List.of(
                    "From ",
                    ".",
                    "\n",
                    "\t",
                    " ",
                    "=",
                    "ü",
                    "\ud83e\uddab",
                    "word ",
                    "--=_",
                    "\n.\n",
                    "\nFrom x",
                    "y".repeat(80));

    @Test
    void quotedPrintableOfAnyTextIsShortLinesThatNobodyChanges() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(20); n >= 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String body = text + "\n";
            String encoded = QuotedPrintable.encode(body, "\r\n");
            for (String line : encoded.split("\r\n", -1)) {
                assertTrue(line.length() <= 76, line);
                assertFalse(line.startsWith("From ") || line.startsWith("."), line);
                assertFalse(line.endsWith(" ") || line.endsWith("\t"), line);
                assertTrue(line.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 127)), line);
            }
            var octets = new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII));
            String decoded =
                    new String(
                            new QuotedPrintableInputStream(octets).readAllBytes(),
                            StandardCharsets.UTF_8);
            assertEquals(body.replace("\n", "\r\n"), decoded);
        }
    }

    @Test
    void anyTextOfAHeaderIsReadBackFromLinesOf78Characters() {
        var random = new Random(8);
        var pieces =
                List.of(
                        "Gr",
                        "üße ",
                        "\ud83e\uddab",
                        "東京",
                        "=?x?=",
                        "a b",
                        "z".repeat(50),
                        "\ud83e",
                        ", ");
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder("x");
            for (int n = random.nextInt(20); n >= 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String clean =
                    text.toString()
                            .replaceAll("(?<![\ud800-\udbff])\udead|\ud83e(?![\udc00-\udfff])", " ")
                            .replaceAll(" +", " ")
                            .strip();
            String field = Folding.field("Subject", Folding.unstructured(text.toString()), "\r\n");
            for (String line : field.split("\r\n", -1)) {
                // A long plain word stays whole: it may be a link.
                assertTrue(line.length() <= 78 || !line.contains("=?UTF-8?"), line);
            }
            String read =
                    HeaderText.words(
                            field.replaceAll("\r\n(?= )", "")
                                    .strip()
                                    .substring("Subject: ".length()));
            assertEquals(clean, read);
        }
    }
}
