package org.imipagent.main;

import static org.imipagent.calendar.Occurrence.Busy.BUSY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Occurrence;
import org.imipagent.itip.Verdict;
import org.imipagent.main.TestShell.Ended;
import org.imipagent.settings.SettingsReader;
import org.imipagent.settings.SettingsReading;
import org.imipagent.store.Activity;
import org.imipagent.store.SqliteStore;
import org.imipagent.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of an administrator: users, preferences, store, outbox, activity, settings, check.
 */
class AdministrationTest {

    private static final String VINCENT = "vincent.vole@example.com";
    private static final String PAULA = "paula.puffin@example.com";

    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of(),
                    List.of("person"),
                    List.of("outgoing"),
                    List.of("export"),
                    List.of("import"),
                    List.of("freebusy"),
                    List.of("freebusy", "rebuild"),
                    List.of("freebusy", "publish"),
                    List.of("user"),
                    List.of("user", "add"),
                    List.of("user", "list"),
                    List.of("user", "remove"),
                    List.of("resources"),
                    List.of("resources", "add"),
                    List.of("resources", "list"),
                    List.of("resources", "show"),
                    List.of("resources", "import"),
                    List.of("resources", "remind"),
                    List.of("resources", "remove"),
                    List.of("quota"),
                    List.of("quota", "limit"),
                    List.of("quota", "group"),
                    List.of("quota", "list"),
                    List.of("quota", "show"),
                    List.of("preferences"),
                    List.of("preferences", "get"),
                    List.of("preferences", "set"),
                    List.of("preferences", "list"),
                    List.of("store"),
                    List.of("store", "verify"),
                    List.of("store", "backup"),
                    List.of("store", "upgrade"),
                    List.of("outbox"),
                    List.of("outbox", "list"),
                    List.of("outbox", "send"),
                    List.of("activity"),
                    List.of("search"),
                    List.of("settings"),
                    List.of("web-config"),
                    List.of("check"),
                    List.of("occurrences"));

    @TempDir Path folder = Path.of("");
    private TestShell shell = new TestShell(folder);

    @BeforeEach
    void setUp() {
        shell = TestShell.with(folder, "STORE_TIMEOUT_SECONDS = 1");
    }

    private static String[] words(List<String> command, String... more) {
        var words = new java.util.ArrayList<>(command);
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void everyCommandSaysWhatItIsFor() {
        for (List<String> command : COMMANDS) {
            Ended ended = shell.run(words(command, "--help")).is(0);
            assertTrue(ended.out().startsWith("Usage: imip-agent"), ended.out());
            assertTrue(ended.out().contains("--config"), ended.out());
            assertFalse(ended.out().contains("${"), ended.out());
            assertFalse(ended.out().contains("--now"), ended.out());
            assertEquals("", ended.err());
            assertTrue(ended.out().lines().allMatch(line -> line.length() <= 100), ended.out());
        }
    }

    @Test
    void theListOfCommandsNamesAllOfThem() {
        String list = shell.run("--help").is(0).out();
        for (List<String> command : COMMANDS) {
            if (!command.isEmpty()) {
                assertTrue(list.contains("\n  " + command.getFirst() + " "), command + list);
            }
        }
        Ended without = shell.run().is(64);
        assertEquals(list, without.out());
        assertEquals(1, without.err().lines().count(), "mail piped into it is not taken");
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"), StandardCharsets.UTF_8);
        String version = shell.run("--version").is(0).out().strip().replace("imip-agent ", "");
        assertTrue(
                pom.contains(
                        "<artifactId>imip-agent</artifactId>\n  <version>"
                                + version
                                + "</version>"),
                version);
    }

    @Test
    void wordsThatMeanNothingAreToldWithTheNearestThatDo() {
        told("unknown command: exprot: did you mean export?", "exprot", "--user", VINCENT);
        told("unknown command: lst: did you mean list?", "user", "lst");
        told("unknown option: --usr: did you mean --user?", "export", "--usr", VINCENT);
        told("unknown option: --jsn: did you mean --json?", "user", "list", "--jsn");
        told("imip-agent user requires a command: add, list, remove", "user");
        told("Missing required option: '--user=ADDRESS'.", "export");
        told("x is not an email address", "export", "--user", "x");
        told("is not an email address", "user", "add", "a@b\nBcc: c@d");
        told("should be specified only once", "export", "--user", VINCENT, "--user", PAULA);
        told("unexpected argument: two", "store", "backup", "one", "two");
        told("soon is not a time such as", "user", "list", "--now", "soon");
        told(
                "2026-02-30 is not a time such as",
                "export",
                "--user",
                VINCENT,
                "--from",
                "2026-02-30");
        told(
                "--to must be after --from",
                "export",
                "--user",
                VINCENT,
                "--from",
                "2026-02-03",
                "--to",
                "2026-02-03");
        told(
                "Nowhere/Land is not a time zone",
                "occurrences",
                "-",
                "--zone",
                "Nowhere/Land",
                "--from",
                "2026-01-01",
                "--to",
                "2026-01-02");
        told("put person first", "-S", "x", "person", "-o", VINCENT);
        told("put outgoing first", "-S", "x", "outgoing", "-s", VINCENT);
        told("unknown command: quorum", "quorum");
        told("--most", "activity", "--most", "0");
    }

    private void told(String part, String... words) {
        shell.run("user", "add", VINCENT).is(0);
        Ended ended = shell.run(words).is(64);
        assertTrue(ended.err().contains(part), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void argumentsAreTakenAsTheyAre() {
        // No file is read for an argument that begins with @, nothing is put in for ${...}.
        Path arguments = shell.write("arguments", "--json\n");
        Ended ended = shell.run("user", "list", "@" + arguments).is(64);
        assertTrue(ended.err().contains(": @"), ended.err());
        Ended config = shell.run("--config", "${sys:user.home}", "user", "list").is(78);
        assertTrue(config.err().contains("${sys:user.home} cannot be read"), config.err());
    }

    @Test
    void placesMayStandBeforeTheCommandOrAfterIt() {
        Path other = folder.resolve("other");
        shell.run("-S", other.toString(), "user", "add", PAULA).is(0);
        shell.run("user", "add", VINCENT).is(0);
        assertEquals(PAULA + "\n", shell.run("user", "list", "-S", other.toString()).is(0).out());
        assertEquals(PAULA + "\n", shell.run("user", "-S", other.toString(), "list").is(0).out());
        assertEquals(VINCENT + "\n", shell.run("user", "list").is(0).out());
        assertEquals(VINCENT + "\n", shell.run("user", "list", "-p", "x", "-j", "y").is(0).out());
    }

    @Test
    void usersAreAddedListedAndRemoved() throws IOException {
        assertEquals("", shell.run("user", "list").is(0).out());
        assertEquals("[]", shell.run("user", "list", "--json").is(0).out().strip());
        assertFalse(Files.exists(shell.store()), "looking makes nothing");
        shell.run("user", "add", VINCENT, "MAILTO:Paula.Puffin@Example.COM").is(0);
        shell.run("user", "add", VINCENT).is(0);
        assertEquals(PAULA + "\n" + VINCENT + "\n", shell.run("user", "list").is(0).out());
        assertEquals(
                List.of(PAULA, VINCENT),
                TestShell.json(shell.run("user", "list", "--json").is(0).out(), "user"));
        shell.run("user", "remove", PAULA).is(0);
        assertEquals(VINCENT + "\n", shell.run("user", "list").is(0).out());
        shell.run("user", "remove", PAULA).is(65);
        shell.run("preferences", "set", "--user", VINCENT, "freebusy_sharing", "share").is(0);
        shell.run("preferences", "set", "--user", VINCENT, "freebusy_publishing", "publish").is(0);
        assertTrue(Files.exists(published()));
        shell.run("user", "remove", VINCENT).is(0);
        assertFalse(Files.exists(published()), "nothing of a user who is gone stays published");
    }

    @Test
    void nothingOfAUserWhoIsRemovedCanBeReadInAnyFile() throws IOException {
        shell.run("user", "add", VINCENT, PAULA).is(0);
        for (String name : List.of("Aforetime Vole", "Hencemoreforth Vole")) {
            shell.run("preferences", "set", "--user", VINCENT, "CN", name).is(0);
        }
        shell.run("preferences", "set", "--user", VINCENT, "freebusy_sharing", "share").is(0);
        shell.run("preferences", "set", "--user", VINCENT, "freebusy_publishing", "publish").is(0);
        assertTrue(isAnywhere("Hencemoreforth") && isAnywhere("vincent.vole"));
        Ended removed = shell.run("user", "remove", VINCENT).is(0);
        assertFalse(isAnywhere("Aforetime"), "in a row that was changed");
        assertFalse(isAnywhere("Hencemoreforth"), "in a row that was deleted");
        assertFalse(isAnywhere("vincent.vole"), "in the name of a file, or in a log");
        assertTrue(isAnywhere("paula.puffin"));
        assertTrue(removed.out().contains("the next mail creates the calendar again"));
    }

    /** In the name or the content of a file of the store or the published folder. */
    private boolean isAnywhere(String text) throws IOException {
        for (Path base : List.of(shell.store(), shell.published())) {
            try (var files = Files.walk(base)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().contains(text)
                            || (Files.isRegularFile(file)
                                    && new String(
                                                    Files.readAllBytes(file),
                                                    StandardCharsets.ISO_8859_1)
                                            .contains(text))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Path published() {
        return shell.published().resolve("mailto%3Avincent.vole%40example.com/freebusy");
    }

    @Test
    void publishedFreeBusyFollowsThePreferences() throws IOException {
        String[] share = {"preferences", "set", "--user", VINCENT, "freebusy_sharing", "share"};
        shell.run(share).is(0);
        assertFalse(Files.exists(published()));
        shell.run("preferences", "set", "--user", VINCENT, "freebusy_publishing", "publish").is(0);
        assertTrue(Files.readString(published()).contains("METHOD:PUBLISH"));
        Files.delete(published());
        assertEquals("free/busy of 1 user written\n", shell.run("freebusy", "publish").is(0).out());
        shell.run("user", "add", PAULA).is(0);
        assertEquals(
                List.of(
                        "free/busy of 1 user written",
                        "1 user without: publishing is off (freebusy_publishing)"),
                shell.run("freebusy", "publish").is(0).lines());
        assertTrue(Files.exists(published()));
        shell.run("preferences", "set", "--user", VINCENT, "freebusy_sharing", "").is(0);
        assertFalse(Files.exists(published()));
    }

    @Test
    void somebodyWhoseFreeBusyCannotBeMadeOutIsNamedAndTheOthersArePublished() throws IOException {
        for (String user : List.of(PAULA, VINCENT)) {
            String[] set = {"preferences", "set", "--user", user};
            shell.run(set[0], set[1], set[2], set[3], "freebusy_sharing", "share").is(0);
            shell.run(set[0], set[1], set[2], set[3], "freebusy_publishing", "publish").is(0);
        }
        Instant start = Instant.parse("2026-11-03T09:00:00Z");
        Instant before = start.minusSeconds(1);
        var backwards =
                new Occurrence(
                        "bad", null, start, before, null, null, "", "", false, false, null, BUSY);
        try (Store store = SqliteStore.open(shell.store())) {
            store.change(
                    writing -> {
                        var paula = new CalendarAddress(PAULA);
                        writing.keep(paula, "bad", "nothing", null, List.of(backwards), start);
                    });
        }
        Ended ended = shell.run("freebusy", "publish", "--now", "2026-11-05T10:00:00Z").is(75);
        assertTrue(
                ended.err().contains("free/busy of " + PAULA + " could not be published: "),
                ended.err());
        assertTrue(Files.readString(published()).contains("DTSTAMP:20261105T100000Z"));
    }

    @Test
    void aFileThatCannotBePublishedIsToldAndWhatIsKeptIsKept() {
        shell.write("published", "a file where the folder should be");
        shell.run("preferences", "set", "--user", VINCENT, "freebusy_sharing", "share");
        Ended ended =
                shell.run("preferences", "set", "--user", VINCENT, "freebusy_publishing", "publish")
                        .is(75);
        assertTrue(
                ended.err().contains("free/busy of " + VINCENT + " could not be published: "),
                ended.err());
        assertEquals(
                "publish\n",
                shell.run("preferences", "get", "--user", VINCENT, "freebusy_publishing")
                        .is(0)
                        .out());
    }

    @Test
    void preferencesAreSetAndGotAndListed() {
        shell.run("preferences", "get", "--user", VINCENT, "TZID").is(65);
        shell.run("preferences", "set", "--user", VINCENT, "CN", "Vincent Vøle").is(0);
        assertEquals(
                "Vincent Vøle\n",
                shell.run("preferences", "get", "--user", VINCENT, "CN").is(0).out());
        assertEquals(
                "Europe/Oslo\n",
                shell.run("preferences", "get", "--user", VINCENT, "TZID").is(0).out(),
                "the site's");
        Ended list = shell.run("preferences", "list", "--user", VINCENT).is(0);
        assertTrue(list.lines().contains("CN\tVincent Vøle\tperson"), list.out());
        assertTrue(list.lines().contains("TZID\tEurope/Oslo\tsite"), list.out());
        String json = shell.run("preferences", "list", "--json", "--user", VINCENT).is(0).out();
        assertTrue(TestShell.json(json, "value").contains("Vincent Vøle"), json);
        shell.run("preferences", "set", "--user", VINCENT, "CN", "").is(0);
        assertEquals("\n", shell.run("preferences", "get", "--user", VINCENT, "CN").is(0).out());
    }

    @Test
    void preferencesThatAreNoneAreRefused() {
        Ended name =
                shell.run("preferences", "set", "--user", VINCENT, "TZIT", "Europe/Oslo").is(65);
        assertTrue(name.err().contains("did you mean TZID?"), name.err());
        Ended value =
                shell.run("preferences", "set", "--user", VINCENT, "TZID", "Nowhere/Land").is(65);
        assertTrue(value.err().contains("TZID "), value.err());
        shell.run("preferences", "get", "--user", VINCENT, "nothing").is(65);
        shell.run("preferences", "set", "--user", VINCENT, "TZID").is(64);
        assertFalse(Files.exists(shell.store()), "nobody was made known for it");
    }

    @Test
    void anotherZoneMovesDaysAtOnce() {
        String day =
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:day@example.com
                DTSTAMP:20261001T080000Z
                DTSTART;VALUE=DATE:20261105
                END:VEVENT
                END:VCALENDAR
                """;
        shell.given(day, "import", "--user", VINCENT, "-").is(0);
        String[] freeBusy = {
            "freebusy", "--user", VINCENT, "--start", "2026-11-01", "--end", "2026-11-10"
        };
        assertTrue(shell.run(freeBusy).is(0).out().contains("20261104T230000Z/20261105T230000Z"));
        shell.run("preferences", "set", "--user", VINCENT, "TZID", "Pacific/Auckland").is(0);
        assertTrue(shell.run(freeBusy).is(0).out().contains("20261104T110000Z/20261105T110000Z"));
    }

    @Test
    void damageOfTheStoreIsNamed() throws SQLException {
        assertEquals("", shell.run("store", "verify").is(0).out());
        shell.run("user", "add", VINCENT).is(0);
        assertEquals("", shell.run("store", "verify").is(0).out());
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + shell.store().resolve(SqliteStore.FILE));
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO preference (user_, name, value) VALUES ('mailto:"
                            + VINCENT
                            + "', '', 'x')");
        }
        Ended ended = shell.run("store", "verify").is(65);
        assertTrue(ended.out().contains(VINCENT), ended.out());
        assertEquals(1, ended.err().lines().count());
        Ended json = shell.run("store", "verify", "--json").is(65);
        assertEquals(1, TestShell.json(json.out(), "what").size());
    }

    @Test
    void aBackupIsAStoreOfItsOwnAndOverwritesNothing() throws IOException {
        shell.run("user", "add", VINCENT).is(0);
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve(SqliteStore.FILE);
        shell.run("store", "backup", copy.toString()).is(0);
        assertEquals(VINCENT + "\n", shell.run("user", "list", "-S", folder + "/copy").is(0).out());
        byte[] before = Files.readAllBytes(copy);
        shell.run("user", "add", PAULA).is(0);
        shell.run("store", "backup", copy.toString()).is(65);
        assertEquals(before.length, Files.readAllBytes(copy).length);
        shell.run("store", "backup", folder + "/missing/copy").is(75);
        assertEquals(
                "the store has schema " + SqliteStore.SCHEMA + "\n",
                shell.run("store", "upgrade").is(0).out());
    }

    @Test
    void aStoreThatIsLockedIsToBeTriedAgain() {
        shell.run("user", "add", VINCENT).is(0);
        try (Store store = SqliteStore.open(shell.store())) {
            store.change(
                    writing -> {
                        writing.add(new CalendarAddress(PAULA), Instant.EPOCH);
                        Ended ended = shell.run("user", "add", PAULA).is(75);
                        assertTrue(ended.err().contains("locked by another process"), ended.err());
                        assertEquals(1, ended.err().lines().count(), ended.err());
                        assertEquals(
                                VINCENT + "\n",
                                shell.run("user", "list").is(0).out(),
                                "reading waits for nobody");
                    });
        }
    }

    @Test
    void wrongSettingsAreToldWithTheirLine() {
        shell.write("config.txt", "# mine\nSTORE_DUR = '/x'\n");
        Ended ended = shell.run("user", "list").is(78);
        assertEquals(
                "imip-agent: "
                        + folder.resolve("config.txt")
                        + ":2: unknown setting STORE_DUR: did you mean STORE_DIR?\n",
                ended.err());
        shell.run("user", "list", "--config", folder + "/missing").is(78);
    }

    @Test
    void settingsArePrintedAsAFileOfSettings() throws IOException {
        Ended ended = shell.run("settings").is(0);
        assertTrue(ended.lines().contains("STORE_TIMEOUT_SECONDS = 1"), ended.out());
        assertTrue(ended.lines().contains("SMTP_HOST = None"), ended.out());
        assertInstanceOf(SettingsReading.Good.class, SettingsReader.read("settings", ended.out()));
        Ended json = shell.run("settings", "--json").is(0);
        assertTrue(TestShell.json(json.out(), "name").contains("STORE_DIR"), json.out());
        Ended overridden = shell.run("settings", "-S", "/elsewhere").is(0);
        assertTrue(overridden.lines().contains("STORE_DIR = '/elsewhere'"), overridden.out());
        shell.write("config.txt", "nonsense");
        assertEquals(
                Files.readString(Path.of("conf/config.txt"), StandardCharsets.UTF_8),
                shell.run("settings", "--text").is(0).out(),
                "also where no settings are");
    }

    @Test
    void mailThatWaitsIsListedAndSent() throws IOException {
        Path sendmail = shell.write("sendmail", "#!/bin/sh\ncat >>" + folder + "/sent\n");
        Files.setPosixFilePermissions(sendmail, PosixFilePermissions.fromString("rwxr-xr-x"));
        TestShell working = TestShell.with(folder, "SENDMAIL = '" + sendmail + "'");
        try (Store store = SqliteStore.open(shell.store())) {
            store.change(
                    writing -> {
                        writing.post(
                                new CalendarAddress(VINCENT),
                                "calendar@example.com",
                                List.of("olga@example.net", "odd@example.net"),
                                "Subject: A reply\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                                Instant.parse("2026-11-01T09:00:00Z"));
                    });
        }
        assertEquals(
                "1\t"
                        + VINCENT
                        + "\tcalendar@example.com\tolga@example.net,odd@example.net\t0\t20"
                        + "\t2026-11-01T09:00:00Z\t2026-11-01T09:00:00Z\t-\n",
                working.run("outbox", "list").is(0).out());
        assertEquals(
                List.of("0"),
                TestShell.json(working.run("outbox", "list", "--json").is(0).out(), "tries"));

        TestShell failing = TestShell.with(folder, "SENDMAIL = '/bin/false'");
        Ended failed = failing.run("outbox", "send").is(75);
        assertTrue(failed.err().contains("not sent, kept in the outbox"), failed.err());
        String line = failing.run("outbox", "list").is(0).lines().getFirst();
        assertTrue(
                line.contains("\t1\t20\t2026-11-01T09:00:00Z\t2026-11-01T10:01:0"),
                "tried once, due a minute later: " + line);
        assertTrue(
                line.endsWith(
                        "\tto olga@example.net, odd@example.net: sendmail ended with status 1"),
                line);

        TestShell again = TestShell.with(folder, "SENDMAIL = '" + sendmail + "'");
        assertEquals(
                "1 sent\n",
                again.run("outbox", "send", "--now", "2026-11-02T00:00:00Z").is(0).out());
        assertTrue(Files.readString(folder.resolve("sent")).contains("Subject: A reply"));
        assertEquals("", again.run("outbox", "list").is(0).out());
        assertEquals("0 sent\n", again.run("outbox", "send").is(0).out());
    }

    @Test
    void activityIsListedNewestFirstAndDoesNothingToATerminal() {
        try (Store store = SqliteStore.open(shell.store())) {
            store.change(
                    writing -> {
                        for (int i = 1; i <= 3; i++) {
                            var user = new CalendarAddress(i == 2 ? PAULA : VINCENT);
                            writing.add(user, Instant.EPOCH);
                            writing.note(
                                    user,
                                    new Activity(
                                            Instant.parse("2026-11-01T10:0" + i + ":00Z"),
                                            Activity.Source.MAIL,
                                            "REQUEST",
                                            "uid" + i + "\t\u001b[2J\r\nfaked",
                                            null,
                                            "\u009b31m",
                                            "olga@example.net",
                                            Verdict.INVITED,
                                            ""));
                        }
                    });
        }
        Ended ended = shell.run("activity").is(0);
        assertEquals(
                List.of("03", "02", "01"),
                ended.lines().stream().map(l -> l.substring(14, 16)).toList(),
                ended.out());
        assertTrue(
                ended.out()
                        .chars()
                        .allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c)),
                ended.out());
        assertEquals(1, shell.run("activity", "--user", PAULA).is(0).lines().size());
        assertEquals(1, shell.run("activity", "--most", "1").is(0).lines().size());
        assertEquals(
                3, TestShell.json(shell.run("activity", "--json").is(0).out(), "verdict").size());
        shell.run("activity", "--user", "nobody@example.com").is(65);
    }

    @Test
    void personLoadsNothingOfTheOtherCommands() throws IOException, InterruptedException {
        assertLight("org.imipagent.agent.incomingmailhandler", "person", "-d", "-o", VINCENT);
    }

    @Test
    void outgoingLoadsNothingOfTheOtherCommandsAndForPlainMailNoStore()
            throws IOException, InterruptedException {
        String loaded =
                assertLight("org.imipagent.agent.ownmailhandler", "outgoing", "-s", VINCENT);
        assertFalse(loaded.contains("org.sqlite."), "plain mail opens no store");
    }

    /** Runs a command on a plain mail as a process, and gives the classes it loaded. */
    private String assertLight(String own, String... command)
            throws IOException, InterruptedException {
        var words =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xlog:class+load:file=" + folder.resolve("loaded"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.imipagent.main.Agent"));
        words.addAll(List.of(command));
        words.addAll(List.of("-S", shell.store().toString(), "-P", shell.published().toString()));
        Process child = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var stdin = child.getOutputStream()) {
            stdin.write(
                    "From: a@example.net\r\nSubject: x\r\n\r\nHello\r\n"
                            .getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), output);
        String loaded = Files.readString(folder.resolve("loaded")).toLowerCase(Locale.ROOT);
        assertTrue(loaded.contains(own), "the log names what is loaded");
        for (String unwanted : List.of("picocli", "org.imipagent.tools", "com.fasterxml")) {
            assertFalse(loaded.contains(unwanted), unwanted);
        }
        return loaded;
    }

    @Test
    void anAliasBelongsToOnePersonAndHasNoCalendarOfItsOwn() {
        String alias = "v.vole@example.com";
        shell.run("user", "add", PAULA).is(0);
        shell.run("preferences", "set", "--user", VINCENT, "aliases", alias).is(0);

        var taken = shell.run("preferences", "set", "--user", PAULA, "aliases", alias).is(65);
        assertTrue(taken.err().contains(alias), taken.err());
        var person = shell.run("preferences", "set", "--user", VINCENT, "aliases", PAULA).is(65);
        assertTrue(person.err().contains(PAULA), person.err());
        assertEquals(
                alias, shell.run("preferences", "get", "--user", VINCENT, "aliases").out().strip());

        String calendar =
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//test//EN
                BEGIN:VEVENT
                UID:one@example.com
                DTSTAMP:20261001T080000Z
                DTSTART:20261102T070000Z
                END:VEVENT
                END:VCALENDAR
                """;
        var refused = shell.given(calendar, "import", "--user", alias, "-").is(65);
        assertTrue(refused.err().contains(alias + " is an alias of " + VINCENT), refused.err());
        assertFalse(shell.run("export", "--user", VINCENT).out().contains("one@example.com"));
    }

    @Test
    void resourcesAreAddedChangedShownAndRemoved() {
        String room = "room1@example.com";
        shell.run(
                        "resources",
                        "add",
                        room,
                        "--name",
                        "Blue room",
                        "--capacity",
                        "8",
                        "--chain",
                        "check_quota rooms",
                        "--chain",
                        "schedule_in_freebusy")
                .is(0);
        shell.run("user", "add", VINCENT).is(0);
        assertEquals(
                room + "\troom\t8\t-\tBlue room\n", shell.run("resources", "list").is(0).out());
        shell.run("resources", "add", room, "--kind", "equipment", "--owner", VINCENT).is(0);
        String shown = shell.run("resources", "show", room).is(0).out();
        assertTrue(shown.contains("CN\tBlue room\n"), shown);
        assertTrue(shown.contains("resource\tequipment\n"), shown);
        assertTrue(
                shown.contains("scheduling_function\tcheck_quota rooms,schedule_in_freebusy\n"),
                shown);
        assertTrue(shown.contains("owners\t" + VINCENT + "\n"), shown);
        var wrong = shell.run("resources", "add", room, "--chain", "chek_quota rooms").is(65);
        assertTrue(
                wrong.err().contains("scheduling_function, line 1: unknown scheduling function"),
                wrong.err());
        assertTrue(wrong.err().contains("check_quota"), wrong.err());
        shell.run("resources", "add", room, "--capacity", "many").is(65);
        shell.run("resources", "show", VINCENT).is(65);
        shell.run("resources", "remove", VINCENT).is(65);
        assertTrue(shell.run("user", "list").out().contains(VINCENT), "a person stays");
        shell.run("resources", "remove", room).is(0);
        assertEquals("", shell.run("resources", "list").is(0).out());
    }

    @Test
    void aPhotoOfAResourceIsAFileOfItsFolder() throws IOException {
        String room = "room1@example.com";
        Path photos = folder.resolve("photos");
        shell = TestShell.with(folder, "RESOURCE_PHOTOS = \"" + photos + "\"");
        var missing = shell.run("resources", "add", room, "--photo", "room.png").is(65);
        assertTrue(
                missing.err().contains(photos + "/room.png is missing: copy the file there"),
                missing.err());
        Files.createDirectories(photos);
        Files.writeString(photos.resolve("room.png"), "not one");
        var wrong = shell.run("resources", "add", room, "--photo", "room.png").is(65);
        assertTrue(wrong.err().contains("is no PNG, JPEG or WebP picture"), wrong.err());
        for (String name :
                List.of("../room.png", "/etc/room.png", ".room.png", "room.svg", "a/b.png")) {
            var refused = shell.run("resources", "add", room, "--photo", name).is(65);
            assertTrue(refused.err().contains("photo must be the name of"), refused.err());
        }
        assertEquals("", shell.run("resources", "list").is(0).out(), "nothing was added");
        Files.write(
                photos.resolve("room.png"),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        shell.run("resources", "add", room, "--photo", "room.png").is(0);
        assertTrue(shell.run("resources", "show", room).is(0).out().contains("photo\troom.png\n"));
        Files.delete(photos.resolve("room.png"));
        Files.createSymbolicLink(photos.resolve("room.png"), folder.resolve("config.txt"));
        var link = shell.run("resources", "add", room, "--photo", "room.png").is(65);
        assertTrue(link.err().contains("is a link, which is not followed"), link.err());
        shell.run("resources", "add", room, "--photo", "none").is(0);
        assertFalse(shell.run("resources", "show", room).is(0).out().contains("room.png"));
    }

    @Test
    void quotasAreSetListedAndShown() {
        shell.run("resources", "add", "room1@example.com", "--chain", "check_quota rooms").is(0);
        shell.run("quota", "limit", "rooms", "everybody", "PT10H").is(0);
        shell.run("quota", "limit", "rooms", VINCENT, "P2D").is(0);
        shell.run("quota", "limit", "rooms", "group:sales", "PT1H30M").is(0);
        shell.run("quota", "group", "rooms", "sales", PAULA).is(0);
        assertEquals(
                List.of(
                        "rooms\teverybody\tPT10H\t-",
                        "rooms\tgroup:sales\tPT1H30M\t-",
                        "rooms\t" + PAULA + "\t-\tsales",
                        "rooms\t" + VINCENT + "\tP2D\t-"),
                shell.run("quota", "list").is(0).out().lines().sorted().toList());
        String shown = shell.run("quota", "show", "rooms", PAULA).is(0).out();
        assertTrue(shown.contains("sum\t-\t-\tPT0S\t-\n"), shown);
        assertTrue(shown.contains("limit\t-\t-\tPT1H30M\t-\n"), shown);
        shell.run("quota", "show", "cars", PAULA).is(65);
        shell.run("quota", "limit", "rooms", "nobody", "PT1H").is(64);
        shell.run("quota", "limit", "rooms", VINCENT, "an hour").is(64);
        shell.run("quota", "limit", "rooms", VINCENT, "none").is(0);
        shell.run("quota", "group", "rooms", "none", PAULA).is(0);
        shown = shell.run("quota", "show", "rooms", PAULA).is(0).out();
        assertTrue(shown.contains("limit\t-\t-\tPT10H\t-\n"), shown);
    }
}
