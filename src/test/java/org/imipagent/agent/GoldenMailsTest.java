package org.imipagent.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imipagent.agent.IncomingMailHandler.HandOn;
import org.imipagent.ical.Validated;
import org.imipagent.settings.Language;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every mail as it was when somebody read it. After a change that is wanted: {@code GOLDEN=write
 * mvn test -Dtest=GoldenMailsTest}, and read the difference before it is committed.
 */
class GoldenMailsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden-mails");
    private static final Pattern OURS =
            Pattern.compile(
                    "</?(html|head|title|style|body|p|table|tr|th|td|bdi|br|span|blockquote|hr|a|meta|!DOCTYPE html)"
                            + "( (lang|dir|charset|name|content|class|scope|href)=\"[^\"<>]*\")*>");

    @TempDir Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder, SqliteStore.Options.USUAL);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Map<String, String> mails() throws IOException {
        Map<String, String> mails = new SampleMails(store, "en", "summary-only").all();
        mails.putAll(SampleResourceMails.all(folder, "en"));
        mails.computeIfPresent("resource-owner", (name, mail) -> withoutCodes(mail));
        return mails;
    }

    private static final Pattern CODE = Pattern.compile("<([a-z2-7]{24})\\.\\d+@");

    /** The codes of questions come from the secret of the store, which is another each time. */
    private static String withoutCodes(String mail) {
        String without = mail;
        Matcher codes = CODE.matcher(mail);
        while (codes.find()) {
            // A line of quoted-printable may end within it.
            var broken = Pattern.compile(String.join("(?:=\n)?", codes.group(1).split("", -1)));
            without =
                    broken.matcher(without)
                            .replaceAll(code -> code.group().replaceAll("[a-z2-7]", "x"));
        }
        return without;
    }

    @Test
    void mailsAreAsTheyWere() throws IOException {
        Map<String, String> mails = mails();
        for (Language language : Language.values()) {
            String tag = language.tag();
            mails.put(
                    "sent-alias-code-" + tag,
                    new SampleMails(store, tag, "summary-only").aliasCode());
            mails.put("resource-texts-" + tag, SampleResourceMails.texts(folder, tag));
        }
        if ("write".equals(System.getenv("GOLDEN"))) {
            for (var mail : mails.entrySet()) {
                Files.writeString(GOLDEN.resolve(mail.getKey() + ".txt"), mail.getValue());
            }
        }
        for (var mail : mails.entrySet()) {
            assertEquals(
                    Files.readString(GOLDEN.resolve(mail.getKey() + ".txt")),
                    mail.getValue(),
                    mail.getKey());
        }
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(mails.size(), files.count(), "golden mails that nothing writes");
        }
    }

    /** The calendars stand decoded in the samples; a mail that is handed on may hold none. */
    @Test
    void whatIsSentIsSoundByIcal4j() throws IOException {
        var complaints = new ArrayList<String>();
        int calendars = 0;
        for (var mail : mails().entrySet()) {
            String text = mail.getValue();
            int begin = text.indexOf("BEGIN:VCALENDAR");
            while (begin >= 0) {
                int end = text.indexOf("END:VCALENDAR", begin) + "END:VCALENDAR".length();
                calendars++;
                for (String complaint :
                        Validated.complaints(mail.getKey(), text.substring(begin, end))) {
                    complaints.add(mail.getKey() + ": " + complaint);
                }
                begin = text.indexOf("BEGIN:VCALENDAR", end);
            }
        }
        assertEquals("", String.join("\n", complaints));
        assertTrue(calendars >= 60, calendars + " calendars");
    }

    @Test
    void theMessageAloneGoesOnAsItCame() {
        List<HandOn> mails = new SampleMails(store, "en", "message-only").invitation();
        assertEquals(1, mails.size());
        assertEquals("anna@example.net", mails.getFirst().sender());
        assertOriginalAtTheEnd(mails.getFirst());
    }

    @Test
    void theSummaryComesBeforeTheMessageOrAfterIt() {
        List<HandOn> first = new SampleMails(store, "en", "summary-then-message").invitation();
        List<HandOn> last = new SampleMails(store, "en", "message-then-summary").invitation();
        assertEquals(List.of("calendar@example.com", "anna@example.net"), senders(first));
        assertEquals(List.of("anna@example.net", "calendar@example.com"), senders(last));
        assertOriginalAtTheEnd(first.getLast());
        assertOriginalAtTheEnd(last.getFirst());
        assertArrayEquals(first.getFirst().message().bytes(), last.getLast().message().bytes());
    }

    @Test
    void theSummaryAloneHasNothingOfTheOriginal() {
        List<HandOn> mails = new SampleMails(store, "en", "summary-only").invitation();
        assertEquals(List.of("calendar@example.com"), senders(mails));
        assertFalse(text(mails.getFirst()).contains("The original"));
    }

    @Test
    void theSummaryWrapsTheMessageOctetForOctet() {
        List<HandOn> mails = new SampleMails(store, "en", "summary-wraps-message").invitation();
        assertEquals(List.of("calendar@example.com"), senders(mails));
        assertTrue(
                text(mails.getFirst())
                        .contains(
                                "\r\n\r\nFrom: anna@example.net\r\nSubject: Planning\r\nMessage-ID: <m1@example.net>\r\n\r\nThe original\r\n\r\n--"));
    }

    @Test
    void noTextOfAStrangerAddsAHeaderALineOfOursOrMarkup() {
        var post = new SampleMails(store, "en", "summary-only");
        List<String> harmless = post.hostile("harmless", "harmless");
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            String text = hostile(random);
            List<String> mails = post.hostile(text, text.replaceAll("\\p{Cntrl}", ""));
            for (int m = 0; m < mails.size(); m++) {
                String mail = mails.get(m);
                assertEquals(SampleMails.fields(harmless.get(m)), SampleMails.fields(mail), text);
                String html = mail.substring(mail.indexOf("<!DOCTYPE"), mail.indexOf("</html>"));
                String rest = OURS.matcher(html).replaceAll("");
                assertFalse(rest.contains("<") || rest.contains("\u202e"), rest);
                String plain = mail.substring(mail.indexOf("\n\n"), mail.indexOf("<!DOCTYPE"));
                assertTrue(plain.lines().noneMatch(line -> line.startsWith("EVIL")), plain);
            }
        }
    }

    private static final List<String> HOSTILE =
            List.of(
                    "\r\nEVIL: x",
                    "\nEVIL",
                    "\rEVIL",
                    "\u2028EVIL",
                    "\u0085EVIL",
                    "<script>",
                    "</td>",
                    "\" onload=\"",
                    "&lt;",
                    "\u202e",
                    "\u0000",
                    "\n.\n",
                    "\n--=_",
                    "\n\n",
                    "=?utf-8?q?=0AEVIL?=",
                    "\ud83d\ude00",
                    "word ",
                    "{name}",
                    "From ");

    private static String hostile(Random random) {
        var text = new StringBuilder("x");
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return text.append('x').toString();
    }

    private static List<String> senders(List<HandOn> mails) {
        return mails.stream().map(HandOn::sender).toList();
    }

    private static String text(HandOn mail) {
        return new String(mail.message().bytes(), StandardCharsets.UTF_8);
    }

    private static void assertOriginalAtTheEnd(HandOn mail) {
        String text = text(mail);
        assertTrue(text.startsWith("X-Imip-Agent: invited; "), text);
        assertEquals(
                "From: anna@example.net\r\nSubject: Planning\r\nMessage-ID: <m1@example.net>\r\n\r\nThe original\r\n",
                text.substring(text.indexOf("From: anna")));
    }
}
