package org.imipagent.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.imipagent.web.TestInstance.PAUL;
import static org.imipagent.web.TestInstance.VINCENT;
import static org.imipagent.web.TestInstance.calendar;
import static org.imipagent.web.TestInstance.event;
import static org.imipagent.web.TestInstance.invitation;
import static org.imipagent.web.TestInstance.mail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.imipagent.mail.TestMailServer;
import org.imipagent.store.Activity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code imip-agent person} as mail servers start it: bad mail, bad stores, bad moments. */
class PersonIT {

    /** A store may hold no more for one bad mail. */
    private static final long MOST_BYTES = 8 << 20;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestInstance instance;

    @BeforeEach
    void lay() throws IOException {
        folder = TestInstance.temporary();
        instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
    }

    @AfterEach
    void clear() {
        TestFolders.remove(folder);
    }

    // ---- bad mail

    /** A mail nobody should send, and what stands in the activity for each calendar in it. */
    @SuppressWarnings("ImmutableEnumChecker") // An array is mutable, and nobody writes to it.
    enum Bad {
        NOT_MIME("", "just words\n\nand more\n".getBytes(UTF_8)),
        EMPTY("", new byte[0]),
        NOISE("", noise()),
        HALF("impossible", cut(ordinary(), 0.7)),
        CUT_IN_BASE64("impossible", base64("QkVHSU46VkNBTEVOREFSDQpWRVJT\n%%%%")),
        HUGE("invited", huge()),
        WRONG_CHARSET(
                "unreadable",
                mail(
                        "text/calendar; charset=utf-16; method=REQUEST",
                        calendar(usual("charset")).getBytes(ISO_8859_1))),
        NO_SUCH_CHARSET(
                "invited",
                mail(
                        "text/calendar; charset=x-burrow; method=REQUEST",
                        calendar(usual("x-charset")).getBytes(UTF_8))),
        TWO_OCTETS_EACH(
                "invited",
                mail(
                        "text/calendar; charset=utf-8; method=REQUEST",
                        calendar(usual("utf16")).getBytes(UTF_16LE))),
        ODD_UIDS(
                "invited invited invited invited",
                invitation(VINCENT, "Odd", "../../../etc/passwd", "..", "🫐/🫐", "x".repeat(500))),
        NO_UID("invited", mail(calendar(usual("")))),
        YEAR_ONE("invited", dated("DTSTART:00010101T000000Z\nDTEND:00010101T010000Z")),
        YEAR_9999("invited", dated("DTSTART:99991231T230000Z\nDTEND:99991231T235959Z")),
        BACKWARDS("invited", dated("DTSTART:20261201T120000Z\nDTEND:20261130T120000Z")),
        SECONDLY("impossible", dated("DTSTART:20261201T120000Z\nRRULE:FREQ=SECONDLY")),
        NO_DAY("impossible", dated("DTSTART:20260230T250000Z")),
        NO_START("impossible", dated("SUMMARY:Sometime")),
        NO_METHOD(
                "no-method",
                mail(
                        "text/calendar; charset=utf-8",
                        calendar(usual("m")).replace("METHOD:REQUEST\n", "").getBytes(UTF_8))),
        NO_EVENT("no-event", mail(calendar("")));

        private final List<String> verdicts;
        private final byte[] octets;

        Bad(String verdicts, byte[] octets) {
            this.verdicts = verdicts.isEmpty() ? List.of() : List.of(verdicts.split(" ", -1));
            this.octets = octets;
        }

        private static String usual(String uid) {
            return event(
                    uid,
                    VINCENT,
                    "DTSTART:20261201T120000Z\nDTEND:20261201T130000Z\nSUMMARY:Blåbær");
        }

        private static byte[] ordinary() {
            return mail(calendar(usual("ordinary")));
        }

        private static byte[] dated(String lines) {
            return mail(calendar(event("dated", VINCENT, lines)));
        }

        private static byte[] base64(String body) {
            var mail =
                    new String(mail("text/calendar; method=REQUEST", body.getBytes(UTF_8)), UTF_8);
            return mail.replace("Encoding: 8bit", "Encoding: base64").getBytes(UTF_8);
        }

        private static byte[] cut(byte[] whole, double share) {
            return Arrays.copyOf(whole, (int) (whole.length * share));
        }

        private static byte[] noise() {
            var noise = new byte[100_000];
            new Random(20261122).nextBytes(noise);
            return noise;
        }

        /** An invitation with 20 MB of something else beside it. */
        private static byte[] huge() {
            return mail(
                    "multipart/mixed; boundary=b",
                    ("--b\nContent-Type: text/calendar; method=REQUEST\n\n"
                                    + calendar(usual("huge"))
                                    + "--b\nContent-Type: application/octet-stream\n\n"
                                    + "From the burrow, with much more to say than fits here.\n"
                                            .repeat(370_000)
                                    + "--b--\n")
                            .getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void badMailIsHandedOnAsItCame(Bad bad) throws IOException {
        var ended = instance.print(bad.octets, VINCENT);
        assertEquals(0, ended.status(), ended.err());
        assertEquals("", ended.err());
        var printed = unquoted(ended.octets());
        assertTrue(contains(printed, bad.octets), () -> bad + " is not in what is printed");
        if (bad.verdicts.isEmpty()) {
            assertFalse(Files.exists(instance.database()), "no calendar, no store");
            return;
        }
        var noted = instance.activity(VINCENT).stream().map(a -> a.verdict().word()).toList();
        assertEquals(bad.verdicts, noted);
        assertEquals(List.of(), instance.damages());
        assertTrue(Files.size(instance.database()) < MOST_BYTES, "the store is bounded");
        assertTwiceIsOnce(bad);
    }

    private void assertTwiceIsOnce(Bad bad) {
        var before = instance.uids(VINCENT);
        var again = instance.print(bad.octets, VINCENT);
        assertEquals(0, again.status(), again.err());
        assertEquals(before, instance.uids(VINCENT));
        assertEquals(0, instance.waiting());
    }

    @Test
    void anOccurrenceThatTheSeriesDoesNotHaveBringsAQuestionToTheOrganiser() {
        var series = "DTSTART:20270101T120000Z\nRRULE:FREQ=DAILY;COUNT=3";
        var odd = "DTSTART:20270201T130000Z\nRECURRENCE-ID:20270201T120000Z";
        var first = mail(calendar(event("series", VINCENT, series)));
        var second = mail(calendar(event("series", VINCENT, odd)));
        assertEquals(0, instance.print(first, VINCENT).status());
        var ended = instance.print(second, VINCENT);
        assertEquals(0, ended.status());
        assertTrue(contains(unquoted(ended.octets()), second));
        assertEquals(1, count(VINCENT, "asked-again"), instance.activity(VINCENT)::toString);
        assertEquals(List.of("series"), instance.uids(VINCENT));
    }

    /** One ">" less before every "From ": what a reader of mboxrd does. */
    private static byte[] unquoted(byte[] mbox) {
        var text = new String(mbox, ISO_8859_1);
        return Pattern.compile("(?m)^>(>*From )")
                .matcher(text)
                .replaceAll("$1")
                .getBytes(ISO_8859_1);
    }

    private static boolean contains(byte[] whole, byte[] part) {
        return new String(whole, ISO_8859_1).contains(new String(part, ISO_8859_1));
    }

    @Test
    void theRecorderGetsTheOctetsOfTheMail() throws IOException {
        var mail = Bad.NOISE.octets;
        assertEquals(0, instance.agent("person", "-o", VINCENT, "-L").run(mail).status());
        var sent = instance.sent();
        assertEquals(1, sent.size());
        assertTrue(sent.getFirst().words().endsWith(" local+" + VINCENT), sent.getFirst().words());
        assertEquals(
                new String(mail, ISO_8859_1), new String(sent.getFirst().octets(), ISO_8859_1));
    }

    // ---- a store that does not hold

    /** What may have become of the store. */
    enum Trouble {
        DAMAGED,
        FOLDER,
        UNREADABLE,
        READ_ONLY,
        FULL,
        LOCKED;
    }

    @ParameterizedTest
    @EnumSource
    void withoutAStoreTheMailWaitsAndNothingIsHandedOn(Trouble trouble)
            throws IOException, SQLException {
        instance.set("STORE_TIMEOUT_SECONDS = 1");
        assertEquals(0, instance.print(invitation(VINCENT, "First", "first"), VINCENT).status());
        var mail = invitation(VINCENT, "Second", "second");
        var ended = during(trouble, instance.agent("person", "-o", VINCENT, "-L"), mail);
        assertEquals(75, ended.status(), ended.toString());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains(instance.folder().toString()), ended.err());
        assertEquals("", ended.out());
        assertEquals(0, instance.sent().size(), "nothing is handed on before it is kept");
    }

    private Command.Outcome during(Trouble trouble, Command command, byte[] mail)
            throws IOException, SQLException {
        var file = instance.database();
        switch (trouble) {
            case DAMAGED -> Files.write(file, "no database at all".repeat(500).getBytes(UTF_8));
            case FOLDER -> {
                Files.delete(file);
                Files.createDirectory(file);
            }
            case UNREADABLE ->
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString("---------"));
            case READ_ONLY ->
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString("r--r--r--"));
            case FULL -> {
                // No file may grow: the log beside the store cannot be written.
                var words = new ArrayList<>(List.of("sh", "-c", "ulimit -f 1; exec \"$@\"", "sh"));
                words.addAll(command.words());
                return new Command(words, command.environment()).run(mail);
            }
            case LOCKED -> {
                try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                        var statement = connection.createStatement()) {
                    statement.execute("BEGIN IMMEDIATE");
                    return command.run(mail);
                }
            }
        }
        return command.run(mail);
    }

    @Test
    void whatWasLockedIsTakenTheNextTime() throws IOException, SQLException {
        instance.set("STORE_TIMEOUT_SECONDS = 1");
        assertEquals(0, instance.print(invitation(VINCENT, "First", "first"), VINCENT).status());
        var mail = invitation(VINCENT, "Second", "second");
        var command = instance.agent("person", "-o", VINCENT, "-L");
        assertEquals(75, during(Trouble.LOCKED, command, mail).status());
        assertEquals(0, command.run(mail).status());
        assertEquals(List.of("first", "second"), instance.uids(VINCENT));
        assertEquals(1, instance.sent().size());
    }

    // ---- handing on that fails

    @Test
    void aMailThatIsNotTakenOnIsTriedAgainAndCountsOnce() throws IOException {
        var mail = invitation(VINCENT, "Berries", "one");
        var command = instance.agent("person", "-o", VINCENT, "-L");
        for (var fault : List.of("exit 75", "echo no >&2; exit 1", "kill -9 $$", "exit 67")) {
            instance.recorderSays(fault);
            var failed = command.run(mail);
            assertEquals(75, failed.status(), fault + ": " + failed);
            assertEquals(1, failed.err().lines().count(), failed.err());
        }
        instance.recorderSays("");
        assertEquals(0, command.run(mail).status());
        assertEquals(1, instance.sent().size());
        assertTrue(contains(instance.sent().getFirst().octets(), mail));
        assertEquals(List.of("one"), instance.uids(VINCENT));
        assertEquals(1, count(VINCENT, "invited"));
    }

    private long count(String user, String verdict) {
        return instance.activity(user).stream()
                .map(Activity::verdict)
                .filter(v -> v.word().equals(verdict))
                .count();
    }

    @Test
    void anLmtpServerThatRefusesMakesTheMailWait() throws IOException {
        var mail = invitation(VINCENT, "Berries", "one");
        try (var server = TestMailServer.tcp().answer("done", "452 4.2.2 full").start()) {
            var where = "127.0.0.1:" + server.port();
            var ended = instance.agent("person", "-o", VINCENT, "-l", where).run(mail);
            assertEquals(75, ended.status(), ended.err());
            assertTrue(ended.err().contains(VINCENT), ended.err());
            server.answer("done", "250 2.0.0 taken");
            assertEquals(
                    0, instance.agent("person", "-o", VINCENT, "-l", where).run(mail).status());
            assertEquals(1, count(VINCENT, "invited"));
        }
        var nobody = "127.0.0.1:" + Port.free().number();
        assertEquals(75, instance.agent("person", "-o", VINCENT, "-l", nobody).run(mail).status());
    }

    // ---- killed, and many at once

    @Test
    void killedAtAnyMomentNothingIsLostOrCountedTwice() throws Exception {
        var random = new Random(20261122);
        var uids = new TreeSet<String>();
        for (int number = 0; number < 15; number++) {
            var uid = "killed-" + number;
            uids.add(uid);
            var mail = invitation(VINCENT, "Number " + number, uid);
            var in = Files.write(folder.resolve("in"), mail);
            var process =
                    instance.agent("person", "-o", VINCENT, "-L")
                            .builder()
                            .redirectInput(in.toFile())
                            .redirectError(folder.resolve("err").toFile())
                            .start();
            if (!process.waitFor(random.nextInt(900), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            assertEquals(List.of(), instance.damages());
            // The mail server tries again whatever did not end well.
            if (process.exitValue() != 0) {
                var again = instance.agent("person", "-o", VINCENT, "-L").run(mail);
                assertEquals(0, again.status(), again.err());
            }
            assertTrue(isSentWhole(mail), uid + " reached the mailbox");
        }
        assertEquals(List.copyOf(uids), instance.uids(VINCENT));
        assertEquals(15, count(VINCENT, "invited"));
        assertEquals(0, instance.waiting());
        assertEquals(List.of(), instance.damages());
    }

    private boolean isSentWhole(byte[] mail) throws IOException {
        return instance.sent().stream().anyMatch(sent -> contains(sent.octets(), mail));
    }

    @Test
    void eightAtATimeLoseNothingAndCountNothingTwice() throws Exception {
        var people = List.of(VINCENT, "hugo.hedgehog@example.com", PAUL, "olga.owl@example.com");
        var works = new ArrayList<Callable<Command.Outcome>>();
        var uids = new TreeSet<String>();
        for (int number = 0; number < 40; number++) {
            var to = people.get(number % people.size());
            // Every fifth comes twice.
            var uid = "at-once-" + (number % 5 == 4 ? number - 4 : number);
            uids.add(uid);
            var mail = mail(calendar(event(uid, to, times())));
            works.add(() -> instance.agent(everybody(people)).run(mail));
        }
        Collections.shuffle(works, new Random(20261122));
        try (var eight = Executors.newFixedThreadPool(8)) {
            for (var work : eight.invokeAll(works)) {
                assertEquals(0, ended(work).status(), ended(work).err());
            }
        }
        assertEquals(160, instance.sent().size(), "each mail to each of four");
        var kept = new TreeSet<String>();
        long invited = 0;
        for (var person : people) {
            kept.addAll(instance.uids(person));
            invited += count(person, "invited");
        }
        assertEquals(uids, kept);
        assertEquals(
                people.stream().mapToInt(person -> instance.uids(person).size()).sum(), invited);
        assertEquals(List.of(), instance.damages());
        assertEquals(0, instance.waiting());
    }

    private static Command.Outcome ended(java.util.concurrent.Future<Command.Outcome> work)
            throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Object[] everybody(List<String> people) {
        var words = new ArrayList<Object>(List.of("person", "-o"));
        words.addAll(people);
        words.add("-L");
        return words.toArray();
    }

    private static String times() {
        return "DTSTART:DAYT120000Z\nDTEND:DAYT130000Z\nSUMMARY:At once"
                .replace("DAY", TestInstance.day());
    }

    // ---- usage, settings

    @Test
    void severalRecipientsGetOneEach() throws IOException {
        var mail = invitation(VINCENT, "Berries", "one");
        var ended = instance.agent("person", "-o", VINCENT, "-o", PAUL, "-L").run(mail);
        assertEquals(0, ended.status(), ended.err());
        assertEquals(2, instance.sent().size());
        assertEquals(1, count(VINCENT, "invited"));
        assertEquals(1, count(PAUL, "not-invited"));
    }

    @Test
    void aMailWithoutACalendarDoesNotOpenTheStore() throws IOException {
        Files.createDirectory(instance.database());
        var mail = "From: a@example.com\nSubject: Hello\n\nFrom here\n>From there\n";
        var ended = instance.print(mail.getBytes(UTF_8), VINCENT);
        assertEquals(0, ended.status(), ended.err());
        assertTrue(contains(unquoted(ended.octets()), mail.getBytes(UTF_8)), ended.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person -o",
                "person -o no-address -d",
                "person -o a@b.example",
                "person -o a@b.example --what -d",
                "person -o a@b.example -l",
                "person -o a@b.example -d --now yesterday",
                "persons -o a@b.example -d",
                ""
            })
    void wrongUsageIsTold(String words) {
        var ended = instance.agent((Object[]) words.split(" ", -1)).run();
        assertEquals(64, ended.status(), ended.toString());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertEquals("", ended.out());
    }

    @Test
    void wrongSettingsAreToldWithFileAndLine() throws IOException {
        instance.set("STORE_DRI = \"/x\"");
        var mail = invitation(VINCENT, "Berries", "one");
        var wrong = instance.print(mail, VINCENT);
        assertEquals(78, wrong.status(), wrong.toString());
        assertTrue(wrong.err().contains(instance.config() + ":8:"), wrong.err());
        assertTrue(wrong.err().contains("STORE_DIR"), wrong.err());
        Files.delete(instance.config());
        assertEquals(78, instance.print(mail, VINCENT).status());
    }

    @Test
    void withStoreAndPublishingGivenNoSettingsAreNeeded() throws IOException {
        var ended =
                Command.of(
                                instance.installation().agent(),
                                "person",
                                "-o",
                                VINCENT,
                                "-d",
                                "-S",
                                instance.folder().resolve("store"),
                                "-P",
                                instance.folder().resolve("published"))
                        .unprivileged()
                        .run(invitation(VINCENT, "Berries", "one"));
        assertEquals(0, ended.status(), ended.err());
        assertEquals(List.of("one"), instance.uids(VINCENT));
    }

    // ---- links

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|https://",
                "MANAGER_URL_SCHEME = \"http://\"|http://",
                "MANAGER_URL = \"https://calendar.example.org\"|https://calendar.example.org/imip-manager/",
                "MANAGER_PATH = \"/cal/\"|https://",
            })
    void theLinkInTheMailOpensTheEvent(String given) throws IOException {
        var setting = given.substring(0, given.indexOf('|'));
        if (!setting.isEmpty()) {
            instance.set(setting);
        }
        var mail = invitation(VINCENT, "Odd berries", "a/b 50% 🫐");
        var text = instance.print(mail, VINCENT).out().replace("=\n", "");
        text =
                Pattern.compile("=([0-9A-F]{2})")
                        .matcher(text)
                        .replaceAll(code -> letter(Integer.parseInt(code.group(1), 16)));
        var link = Pattern.compile("(?m)^(https?://\\S*/)(event/\\S+)$").matcher(text);
        assertTrue(link.find(), text);
        assertTrue(link.group(1).startsWith(given.substring(given.indexOf('|') + 1)), text);
        assertEquals(setting.contains("/cal/"), link.group(1).endsWith("/cal/"), text);
        var page = new Front.Bare(instance).ask(Ask.get("/" + link.group(2)));
        assertEquals(200, page.status(), link.group());
        assertTrue(page.body().contains("Odd berries"), page.body());
    }

    private static String letter(int octet) {
        return java.util.regex.Matcher.quoteReplacement(String.valueOf((char) octet));
    }

    @Test
    void withoutAManagerThereIsNoLink() throws IOException {
        instance.set("MANAGER_INTERFACE = False");
        var printed = instance.print(invitation(VINCENT, "Berries", "one"), VINCENT).out();
        assertFalse(printed.contains("http"), printed);
    }

    @Test
    void theAddressInTheCalendarIsFoundInAnyCase() throws IOException {
        assertEquals(
                0,
                instance.print(invitation("Vincent.VOLE@example.com", "B", "one"), VINCENT)
                        .status());
        assertEquals(1, count(VINCENT, "invited"));
    }
}
