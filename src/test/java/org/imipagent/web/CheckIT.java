package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.store.SqliteStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code imip-agent check} as root: a machine on which all is well is broken in one place; check
 * names that place alone, with what mends it; that is carried out, and all is well again.
 */
@DisabledIfSystemProperty(
        named = "imip.launch",
        matches = "native",
        disabledReason = "it breaks archives, which only the JVM has; the rest is of the machine")
class CheckIT {

    /**
     * Something that breaks.
     *
     * @param name what an administrator would say
     * @param breaking what breaks it
     * @param check which check finds it
     * @param found part of what it says
     * @param mending what mends it, given the remedy that check names
     */
    record Breakage(String name, Step breaking, String check, String found, Mending mending) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    interface Step {
        void on(SoundMachine machine) throws Exception;
    }

    @FunctionalInterface
    interface Mending {
        void on(SoundMachine machine, String remedy) throws Exception;
    }

    /**
     * The command that check names, as it stands; but for the services of the machine, which are
     * not touched, and the names of users and groups, which the machine does not have.
     */
    private static void carryOut(SoundMachine machine, String remedy) {
        String own =
                remedy.replaceAll(" && (systemctl|postfix) .*", "")
                        .replaceAll("^adduser (\\S+) (\\S+)", "usermod --prefix ROOT -aG $2 $1")
                        .replaceAll("^systemctl enable --now", "systemctl --root=ROOT enable")
                        .replaceAll("^(postconf -c )/\\S*/etc/postfix", "$1ROOT/etc/postfix")
                        .replaceAll("^runuser -u imip-agent -- ", "")
                        .replace("chgrp -R imip-agent", "chgrp -R " + SoundMachine.GROUP);
        machine.sh(own);
    }

    private static final Path COPY = Path.of("kept-by-the-test");

    /** Keeps a file, and puts it back. */
    private static Breakage inFile(
            String name, String file, String from, String to, String check, String found) {
        return inFile(
                name,
                file,
                from,
                to,
                check,
                found,
                (machine, _) -> restore(machine, machine.root().resolve(file)));
    }

    private static Breakage inFile(
            String name,
            String file,
            String from,
            String to,
            String check,
            String found,
            Mending mending) {
        return new Breakage(
                name,
                machine -> {
                    var path = machine.root().resolve(file);
                    keep(machine, path);
                    var text = Files.readString(path);
                    var broken = text.replaceAll(from, to);
                    assertFalse(text.equals(broken), () -> from + " is not in " + text);
                    Files.writeString(path, broken);
                },
                check,
                found,
                mending);
    }

    /** As a command of sh, mended by what check says. */
    private static Breakage byCommand(String name, String command, String check, String found) {
        return new Breakage(name, machine -> machine.sh(command), check, found, CheckIT::carryOut);
    }

    private static void keep(SoundMachine machine, Path file) {
        machine.sh("rm -f ROOT/" + COPY + "; cp -a " + file + " ROOT/" + COPY);
    }

    private static void restore(SoundMachine machine, Path file) {
        machine.sh("rm -f " + file + "; mv ROOT/" + COPY + " " + file);
    }

    static Stream<Breakage> breakages() {
        return Stream.of(users(), files(), settings(), store(), postfix(), mailboxes(), apache())
                .flatMap(List::stream);
    }

    private static final String CONFIG = "etc/imip-agent/config.txt";
    private static final String STORE = "ROOT/var/lib/imip-agent/store";

    private static List<Breakage> users() {
        return List.of(
                byCommand(
                        "www-data is not in the group",
                        "sed -i 's/^\\(imip-agent:.*:\\)www-data$/\\1/' ROOT/etc/group",
                        "users",
                        "www-data is not in the group imip-agent"),
                inFile(
                        "the user imip-agent is gone",
                        "etc/passwd",
                        "imip-agent:.*\n",
                        "",
                        "users",
                        "no user or no group imip-agent"),
                byCommand(
                        "a timer is off",
                        "systemctl --root=ROOT disable imip-agent-outbox.timer",
                        "timers",
                        "off: imip-agent-outbox.timer"),
                byCommand(
                        "both timers are off",
                        "systemctl --root=ROOT disable imip-agent-outbox.timer"
                                + " imip-agent-daily.timer",
                        "timers",
                        "imip-agent-daily.timer"));
    }

    private static List<Breakage> files() {
        return List.of(
                byCommand(
                        "the store is root's",
                        "chown -R 0:0 " + STORE + " && chmod -R go= " + STORE,
                        "STORE_DIR",
                        "imip-agent cannot write"),
                byCommand(
                        "the store is its owner's alone",
                        "chmod -R g-rwx " + STORE,
                        "STORE_DIR",
                        "www-data cannot write"),
                byCommand(
                        "the database is not writable for the group",
                        "chmod g-w " + STORE + "/imip-agent.sqlite",
                        "STORE_DIR",
                        "www-data cannot write"),
                byCommand(
                        "the log of the database is root's",
                        "touch "
                                + STORE
                                + "/imip-agent.sqlite-wal; chown 0:0 "
                                + STORE
                                + "/imip-agent.sqlite-wal; chmod 600 "
                                + STORE
                                + "/imip-agent.sqlite-wal",
                        "STORE_DIR",
                        "imip-agent.sqlite-wal"),
                new Breakage(
                        "a folder above the store is closed",
                        machine -> machine.sh("chmod 700 ROOT/var/lib; chown 0 ROOT/var/lib"),
                        "STORE_DIR",
                        "imip-agent cannot reach",
                        CheckIT::carryOut),
                byCommand(
                        "the store does not hand its group on",
                        "chmod g-s " + STORE,
                        "STORE_DIR",
                        "does not give its group to new files"),
                byCommand(
                        "the folder of published files is root's",
                        "chown 0:0 ROOT/var/www/published; chmod 755 ROOT/var/www/published",
                        "PUBLISH_DIR",
                        "imip-agent cannot write"),
                byCommand(
                        "what is published of a person is root's",
                        "install -d -m 755 ROOT/var/www/published/x",
                        "PUBLISH_DIR",
                        "published/x"),
                new Breakage(
                        "the disk is full",
                        machine ->
                                machine.sh(
                                        "mount -t tmpfs -o size=1m,uid="
                                                + SoundMachine.AGENT
                                                + ",gid="
                                                + SoundMachine.GROUP
                                                + ",mode=2775 none ROOT/var/www/published"),
                        "disk",
                        "MiB are free",
                        (machine, _) -> machine.sh("umount ROOT/var/www/published")));
    }

    private static List<Breakage> settings() {
        return List.of(
                byCommand(
                        "the settings cannot be read",
                        "chmod 600 ROOT/" + CONFIG,
                        "settings",
                        "imip-agent cannot read"),
                new Breakage(
                        "the settings are missing",
                        machine -> machine.sh("mv ROOT/" + CONFIG + " ROOT/" + COPY),
                        "settings",
                        "is missing",
                        (machine, remedy) -> {
                            carryOut(machine, remedy);
                            assertEquals(
                                    Files.readString(InstalledProgram.checkout("conf/config.txt")),
                                    Files.readString(machine.config()));
                            restore(machine, machine.config());
                        }),
                inFile(
                        "a setting is misspelt",
                        CONFIG,
                        "STORE_DIR",
                        "STORE_DRI",
                        "settings",
                        ":1: unknown setting STORE_DRI: did you mean STORE_DIR?"),
                inFile(
                        "SENDMAIL fails",
                        CONFIG,
                        "/bin/true",
                        "/bin/false",
                        "sending",
                        "/bin/false fails as imip-agent: exit status 1"),
                inFile(
                        "SENDMAIL is missing",
                        CONFIG,
                        "/bin/true",
                        "/bin/nothing",
                        "sending",
                        "/bin/nothing cannot be executed by imip-agent"),
                inFile(
                        "the mail server does not listen",
                        CONFIG,
                        "SENDMAIL = .*",
                        "SMTP_HOST = '127.0.0.1'\nSMTP_PORT = 1",
                        "sending",
                        "127.0.0.1:1 takes no mail: Connection refused"),
                inFile(
                        "the sender is an example",
                        CONFIG,
                        "calendar@mail.test",
                        "calendar@example.com",
                        "MESSAGE_SENDER",
                        "calendar@example.com is an example"),
                inFile(
                        "links go to an example",
                        CONFIG,
                        "calendar\\.mail\\.test",
                        "calendar.example.org",
                        "MANAGER_URL",
                        "example address http://calendar.example.org/imip-manager/"),
                new Breakage(
                        "the clock was ahead",
                        machine ->
                                Files.setLastModifiedTime(
                                        machine.config(),
                                        FileTime.from(Instant.now().plus(Duration.ofDays(2)))),
                        "clock",
                        "the clock is behind, or was ahead",
                        (machine, _) ->
                                Files.setLastModifiedTime(
                                        machine.config(), FileTime.from(Instant.now()))));
    }

    private static List<Breakage> store() {
        return List.of(
                new Breakage(
                        "the database is damaged",
                        machine -> {
                            keep(machine, machine.database());
                            Files.writeString(machine.database(), "x".repeat(10_000));
                        },
                        "store",
                        "damaged: it is not an SQLite database",
                        (machine, remedy) -> {
                            assertTrue(remedy.startsWith("restore a backup"), remedy);
                            restore(machine, machine.database());
                        }),
                new Breakage(
                        "a row is damaged",
                        machine ->
                                machine.sql(
                                        "INSERT INTO preference (user_, name, value) VALUES"
                                                + " ('mailto:vincent.vole@example.com', '', 'x')"),
                        "store",
                        "a preference without a name",
                        (machine, _) -> machine.sql("DELETE FROM preference WHERE name = ''")),
                new Breakage(
                        "the store is of an older version",
                        CheckIT::makeOlder,
                        "store",
                        "made by an older version of imip-agent (schema 1",
                        (machine, remedy) -> {
                            assertEquals("run 'imip-agent store upgrade'", remedy);
                            machine.sh("imip-agent store upgrade");
                            assertTrue(
                                    machine.check().problems().stream()
                                            .noneMatch(line -> line.check().equals("store")),
                                    "the mail in it waits since then");
                            restore(machine, machine.database());
                        }),
                new Breakage(
                        "a preference does not hold",
                        machine ->
                                machine.sql(
                                        "INSERT INTO preference (user_, name, value) VALUES"
                                                + " ('mailto:vincent.vole@example.com', 'TZID',"
                                                + " 'Nowhere/Land')"),
                        "preferences",
                        "Nowhere/Land",
                        (machine, remedy) ->
                                carryOut(
                                        machine, remedy.replace("NAME VALUE", "TZID Europe/Oslo"))),
                new Breakage(
                        "a quota has no limit",
                        machine ->
                                machine.sql(
                                        "INSERT INTO preference (user_, name, value) VALUES"
                                                + " ('mailto:room1@example.com',"
                                                + " 'scheduling_function', 'check_quota rooms')"),
                        "resources",
                        "the quota rooms has no limit",
                        (machine, remedy) -> {
                            carryOut(machine, remedy);
                            machine.sql(
                                    "DELETE FROM preference WHERE user_ = 'mailto:room1@example.com'");
                        }),
                new Breakage(
                        "a program of a resource is missing",
                        machine ->
                                machine.sql(
                                        "INSERT INTO preference (user_, name, value) VALUES"
                                                + " ('mailto:room1@example.com',"
                                                + " 'scheduling_function', 'external ours')"),
                        "resources",
                        "ours cannot be run",
                        (machine, _) ->
                                machine.sql(
                                        "DELETE FROM preference WHERE user_ ="
                                                + " 'mailto:room1@example.com'")),
                new Breakage(
                        "mail waits for hours",
                        machine -> post(machine, Instant.now().minus(Duration.ofHours(2))),
                        "outbox",
                        "the first, to olga@example.net, odd@example.net, since",
                        CheckIT::carryOut),
                new Breakage(
                        "the JDK rejects the archives",
                        machine -> {
                            machine.sh("cp -p HOME/lib/imip-agent.jar ROOT/" + COPY);
                            machine.sh("touch HOME/lib/imip-agent.jar");
                        },
                        "archives",
                        "the JDK rejects the archives",
                        (machine, _) -> machine.sh("mv ROOT/" + COPY + " HOME/lib/imip-agent.jar")),
                new Breakage(
                        "an archive is missing",
                        machine -> machine.sh("mv HOME/lib/manager.jsa ROOT/" + COPY),
                        "archives",
                        "an archive is missing",
                        (machine, _) -> machine.sh("mv ROOT/" + COPY + " HOME/lib/manager.jsa")));
    }

    private static void post(SoundMachine machine, Instant at) {
        try (var store = SqliteStore.open(machine.database())) {
            store.change(
                    writing ->
                            writing.post(
                                    new CalendarAddress(TestInstance.VINCENT),
                                    "calendar@mail.test",
                                    List.of("olga@example.net", "odd@example.net"),
                                    "Subject: A reply\r\n\r\n".getBytes(UTF_8),
                                    at));
        }
        machine.own();
    }

    private static void makeOlder(SoundMachine machine) throws Exception {
        keep(machine, machine.database());
        machine.sh("rm -f " + machine.database() + "*");
        try (var first =
                        Objects.requireNonNull(
                                SqliteStore.class.getResourceAsStream("version-1.sql"));
                var connection = DriverManager.getConnection("jdbc:sqlite:" + machine.database());
                var run = connection.createStatement()) {
            run.execute("PRAGMA journal_mode = WAL");
            var sql = new String(first.readAllBytes(), UTF_8);
            for (var each : sql.substring(sql.indexOf("\n\n")).strip().split("\n\n", -1)) {
                run.execute(each);
            }
        }
        machine.own();
    }

    private static final String MAIN = "etc/postfix/main.cf";

    private static List<Breakage> postfix() {
        return List.of(
                inFile(
                        "the domain is Postfix's own and virtual",
                        MAIN,
                        "#virtual_mailbox_domains = example.com",
                        "virtual_mailbox_domains = example.com",
                        "postfix",
                        "example.com is in mydestination and in virtual_mailbox_domains",
                        (machine, remedy) -> {
                            carryOut(machine, remedy);
                            assertEquals(List.of(), machine.check().problems());
                            restore(machine, machine.root().resolve(MAIN));
                        }),
                inFile(
                        "Postfix does not know the domain",
                        MAIN,
                        "(mydestination = .*), example.com,",
                        "$1,",
                        "postfix",
                        "Postfix takes no mail for example.com",
                        (machine, remedy) -> {
                            carryOut(machine, remedy);
                            assertEquals(List.of(), machine.check().problems());
                            restore(machine, machine.root().resolve(MAIN));
                        }),
                inFile(
                        "Postfix does not know the people",
                        MAIN,
                        "local_recipient_maps = .*",
                        "local_recipient_maps = inline:{ postmaster=root } \\$imip_local_mailboxes",
                        "postfix",
                        "Postfix answers 550 to vincent.vole@example.com",
                        (machine, remedy) -> {
                            carryOut(machine, remedy);
                            assertEquals(List.of(), machine.check().problems());
                            restore(machine, machine.root().resolve(MAIN));
                        }),
                inFile(
                        "mail goes past the agent",
                        MAIN,
                        "pipemap:\\{ \\$imip_people, static:imip-person: \\},",
                        "",
                        "postfix",
                        "the mail of vincent.vole@example.com does not go through the agent"),
                byCommand(
                        "local programs can speak for people",
                        "postconf -c ROOT/etc/postfix -PX pickup/unix/cleanup_service_name",
                        "postfix",
                        "programs of this machine can pass mail off as a copy"),
                inFile(
                        "a parameter is set twice",
                        MAIN,
                        "(?s)\\z",
                        "recipient_delimiter = -\n",
                        "postfix",
                        "overriding earlier entry"),
                inFile(
                        "master.cf was forgotten",
                        "etc/postfix/master.cf",
                        "(?s)# imip-agent: lines.*",
                        "",
                        "postfix",
                        "there is no service imip-person",
                        (machine, remedy) -> {
                            carryOut(machine, remedy);
                            assertTrue(
                                    Files.readString(
                                                    machine.root().resolve("etc/postfix/master.cf"))
                                            .contains("imip-person unix"));
                            restore(machine, machine.root().resolve("etc/postfix/master.cf"));
                        }),
                new Breakage(
                        "Postfix is down",
                        machine ->
                                machine.sh("mv ROOT/var/spool/postfix/pid/master.pid ROOT/" + COPY),
                        "postfix",
                        "Postfix does not run",
                        (machine, remedy) -> {
                            assertEquals("systemctl start postfix", remedy);
                            machine.sh(
                                    "mv ROOT/" + COPY + " ROOT/var/spool/postfix/pid/master.pid");
                        }));
    }

    private static List<Breakage> mailboxes() {
        return List.of(
                new Breakage(
                        "Dovecot is down",
                        machine -> machine.mailboxes().stop(),
                        "mailboxes",
                        "imip-agent",
                        (machine, remedy) -> {
                            assertEquals("systemctl restart dovecot", remedy);
                            machine.sh("rm -f " + machine.mailboxes().socket() + "*");
                            machine.mailboxes().startAgain();
                            machine.sh(
                                    "chown "
                                            + SoundMachine.AGENT
                                            + " "
                                            + machine.mailboxes().socket());
                        }),
                new Breakage(
                        "Dovecot's socket is another's",
                        machine -> machine.sh("chown 0 " + machine.mailboxes().socket()),
                        "mailboxes",
                        "imip-agent may not use",
                        (machine, _) ->
                                machine.sh(
                                        "chown "
                                                + SoundMachine.AGENT
                                                + " "
                                                + machine.mailboxes().socket())));
    }

    private static List<Breakage> apache() {
        return List.of(
                byCommand(
                        "the manager's site is closed",
                        "a2dissite -q imip-manager",
                        "apache",
                        "no virtual host of Apache has the site imip-manager"),
                new Breakage(
                        "the public site is gone",
                        machine -> {
                            keep(
                                    machine,
                                    machine.root()
                                            .resolve(
                                                    "etc/apache2/sites-available/imip-agent.conf"));
                            machine.sh(
                                    "a2dissite -q imip-agent; rm"
                                            + " ROOT/etc/apache2/sites-available/imip-agent.conf");
                        },
                        "apache",
                        "no virtual host of Apache has the site imip-agent",
                        CheckIT::carryOut),
                byCommand("CGI is off", "a2dismod -q -f cgid", "apache", "modules are off: cgid"),
                byCommand(
                        "log-ins are off",
                        "a2dismod -q -f authz_user",
                        "apache",
                        "configuration is broken: "),
                new Breakage(
                        "the module of the directory is off",
                        machine -> {
                            keep(
                                    machine,
                                    machine.root().resolve("etc/apache2/conf-enabled/places.conf"));
                            machine.sh(
                                    "echo 'Define IMIP_AUTH ldap' >>ROOT/etc/apache2/conf-enabled/places.conf;"
                                            + " a2dismod -q authnz_ldap");
                        },
                        "apache",
                        "Unknown Authn provider: ldap",
                        (machine, remedy) -> {
                            carryOut(machine, remedy);
                            restore(
                                    machine,
                                    machine.root().resolve("etc/apache2/conf-enabled/places.conf"));
                        }),
                byCommand(
                        "Apache cannot read the users",
                        "chown 0:0 ROOT/etc/imip-agent/users",
                        "apache",
                        "www-data cannot read"),
                new Breakage(
                        "the users are missing",
                        machine -> machine.sh("mv ROOT/etc/imip-agent/users ROOT/" + COPY),
                        "apache",
                        "no one can log in",
                        (machine, _) ->
                                machine.sh("mv ROOT/" + COPY + " ROOT/etc/imip-agent/users")),
                byCommand(
                        "the CGI program is not executable",
                        "chmod 644 HOME/cgi-bin/imip-manager",
                        "apache",
                        "www-data cannot execute"),
                inFile(
                        "the path is another",
                        CONFIG,
                        "(?s)\\z",
                        "MANAGER_PATH = '/calendar/'\n",
                        "manager",
                        "Apache finds nothing at /calendar/",
                        (machine, remedy) -> {
                            var line = remedy.replaceAll("^set (.*) in .*", "$1");
                            machine.sh("echo \"" + line + "\" >>ROOT/" + CONFIG);
                            assertTrue(machine.check().problems().size() == 1, "set twice");
                            machine.sh("sed -i '/calendar.$/d' ROOT/" + CONFIG);
                            restore(machine, machine.config());
                        }),
                inFile(
                        "free/busy is published elsewhere",
                        "etc/apache2/conf-enabled/places.conf",
                        "var/www/published",
                        "var/www/elsewhere",
                        "apache",
                        "and free/busy is published in"),
                inFile(
                        "Apache does not listen where it should",
                        "etc/apache2/ports.conf",
                        "Listen .*",
                        "Listen 127.0.0.1:1",
                        "manager",
                        "Apache does not answer at 127.0.0.1:1"),
                new Breakage(
                        "the manager asks nobody for a password",
                        machine -> {
                            keep(machine, machine.root().resolve(MANAGER_SITE));
                            machine.sh("sed -i 's/valid-user/all granted/' ROOT/" + MANAGER_SITE);
                            machine.apache().reload(status -> status != 401);
                        },
                        "manager",
                        "Apache answers 403 at /imip-manager/ instead of asking for a log-in",
                        (machine, _) -> {
                            restore(machine, machine.root().resolve(MANAGER_SITE));
                            machine.apache().reload(status -> status == 401);
                        }));
    }

    private static final String MANAGER_SITE = "etc/apache2/sites-available/imip-manager.conf";

    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SoundMachine machine;

    private static boolean isBroken;

    @BeforeAll
    static void start() throws Exception {
        isBroken = false;
        folder = TestInstance.temporary();
        machine = SoundMachine.in(folder);
    }

    /** Where a test fails, what it broke would stay broken. */
    @BeforeEach
    void startAgainWhereItIsBroken() throws Exception {
        if (isBroken) {
            end();
            start();
        }
        isBroken = true;
    }

    @AfterAll
    static void end() {
        machine.close();
        Command.of(
                        "sh",
                        "-c",
                        "umount \"$0\"/m/var/www/published 2>/dev/null; rm -rf \"$0\"",
                        folder)
                .succeed();
    }

    @Test
    void whereAllIsWellEverythingIsAskedAndNothingFound() {
        var checked = machine.check();
        assertEquals(0, checked.status(), checked::toString);
        assertEquals(List.of(), checked.problems());
        var names = checked.lines().stream().map(SoundMachine.Line::check).distinct().toList();
        assertEquals(
                List.of(
                        "settings",
                        "users",
                        "STORE_DIR",
                        "PUBLISH_DIR",
                        "disk",
                        "store",
                        "outbox",
                        "sending",
                        "MESSAGE_SENDER",
                        "MANAGER_URL",
                        "TZID",
                        "postfix",
                        "mailboxes",
                        "apache",
                        "manager",
                        "samples",
                        "timers",
                        "clock",
                        "archives"),
                names,
                checked::toString);
        assertTrue(
                checked.lines().stream().allMatch(line -> line.outcome().equals("ok")),
                checked::toString);
        isBroken = false;
    }

    @Test
    void asOneOfBothUsersItSaysThatItAsksAsThatOneOnly() {
        var own = machine.agent("check", "--root", machine.root().toString()).unprivileged().run();
        assertEquals(0, own.status(), own.out() + own.err());
        assertTrue(own.out().contains("note\tusers\tasked as www-data only"), own.out());
        isBroken = false;
    }

    @Test
    void sitesMovedIntoAVirtualHostAreInTheirPlace() {
        machine.sh(
                """
                cd ROOT/etc/apache2
                a2dissite -q imip-agent imip-manager
                for site in agent manager; do
                    sed "/<VirtualHost/a Include sites-available/imip-$site.conf" \
                        sites-available/000-default.conf >new
                    mv new sites-available/000-default.conf
                done""");
        var moved = machine.check();
        assertEquals(List.of(), moved.problems(), moved::toString);
        machine.sh(
                "sed -i '/Include sites-available.imip/d'"
                        + " ROOT/etc/apache2/sites-available/000-default.conf;"
                        + " a2ensite -q imip-agent imip-manager");
        isBroken = false;
    }

    @Test
    void samplesThatChangedSinceTheyWereCopiedAreNamed() {
        machine.sh(
                "cp -a ROOT/etc/postfix/master.cf ROOT/kept;"
                        + " sed -i 's/^# imip-agent sample .*/# imip-agent sample 12345678/'"
                        + " ROOT/etc/postfix/master.cf");
        var changed = machine.check();
        assertEquals(0, changed.status(), changed::toString);
        var notes = changed.lines().stream().filter(line -> line.outcome().equals("note")).toList();
        assertEquals(1, notes.size(), changed::toString);
        assertEquals("samples", notes.getFirst().check());
        assertTrue(notes.getFirst().found().endsWith("/etc/postfix/master.cf"), notes::toString);
        assertTrue(notes.getFirst().remedy().contains("diff "), notes::toString);
        machine.sh("mv ROOT/kept ROOT/etc/postfix/master.cf");
        isBroken = false;
    }

    /** {@code imip-agent activity | head}. */
    @Test
    void aReaderWhoHasSeenEnoughIsNoError() {
        var told =
                Command.of("sh", "-c", "{ imip-agent settings --text; echo $? >&2; } | true")
                        .with("PATH", machine.home() + "/bin:/usr/bin:/bin")
                        .run();
        assertEquals("0\n", told.err());
        isBroken = false;
    }

    @Test
    void jsonHasTheSameWords() {
        var json = machine.agent("check", "--json", "--root", machine.root().toString()).run();
        assertTrue(json.out().startsWith("[{\"outcome\":\"ok\",\"what\":\"settings\""), json.out());
        assertTrue(json.out().contains("\"remedy\":\"\""), json.out());
        isBroken = false;
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void whatIsBrokenIsFoundNamedAndMended(Breakage breakage) throws Exception {
        breakage.breaking.on(machine);
        var broken = machine.check();
        assertEquals(1, broken.problems().size(), broken::toString);
        var problem = broken.problems().getFirst();
        assertEquals(breakage.check, problem.check(), broken::toString);
        assertTrue(problem.found().contains(breakage.found), problem::toString);
        assertFalse(problem.remedy().length() < 5, problem::toString);
        assertFalse(problem.found().contains(problem.remedy()), "said twice: " + problem);
        assertEquals(78, broken.status(), broken::toString);
        assertEquals(1, broken.err().lines().count(), broken.err());

        breakage.mending.on(machine, problem.remedy());
        var mended = machine.check();
        assertEquals(List.of(), mended.problems(), () -> problem.remedy());
        assertEquals(0, mended.status());
        machine.own();
        isBroken = false;
    }
}
