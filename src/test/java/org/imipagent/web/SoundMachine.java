package org.imipagent.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.imipagent.mailserver.RunningDovecot;
import org.imipagent.store.SqliteStore;

/**
 * A machine on which everything is in its place, below a folder: users, settings, store, a running
 * Apache and Dovecot, the configuration of a Postfix, the timers.
 *
 * @param home the installation, which may be broken
 */
record SoundMachine(Path root, Path home, Port port, RunningApache apache, RunningDovecot mailboxes)
        implements AutoCloseable {

    /** The number of the user imip-agent, whom this machine need not have. */
    static final int AGENT = 64_901;

    /**
     * The group imip-agent here: Apache, which takes its groups from the real machine, is in it.
     */
    static final int GROUP = 33;

    private static final String PERSON = TestInstance.VINCENT;

    static SoundMachine in(Path folder) throws Exception {
        var root = Files.createDirectories(folder.resolve("m"));
        var home = folder.resolve("home");
        Command.of("cp", "-a", InstalledProgram.ofCheckout().home(), home).succeed();
        var mailboxes = RunningDovecot.start(Files.createDirectories(folder.resolve("dovecot")));
        try {
            Command.of("chown", Integer.toString(AGENT), mailboxes.socket()).succeed();
            accounts(root);
            var port = Port.free();
            settings(root);
            postfix(root, mailboxes);
            timers(root);
            var apache = apache(folder, root, home, port);
            var machine = new SoundMachine(root, home, port, apache, mailboxes);
            machine.agent("user", "add", PERSON).succeed();
            machine.own();
            return machine;
        } catch (Exception | AssertionError failed) {
            mailboxes.close();
            throw failed;
        }
    }

    private static void accounts(Path root) throws IOException {
        Files.createDirectories(root.resolve("etc/imip-agent"));
        Files.writeString(
                root.resolve("etc/passwd"),
                """
                root:x:0:0:root:/root:/bin/sh
                www-data:x:33:65534:www-data:/var/www:/usr/sbin/nologin
                imip-agent:x:AGENT:GROUP::/var/lib/imip-agent:/usr/sbin/nologin
                """
                        .replace("AGENT", Integer.toString(AGENT))
                        .replace("GROUP", Integer.toString(GROUP)));
        Files.writeString(
                root.resolve("etc/group"),
                "root:x:0:\nnogroup:x:65534:\nimip-agent:x:" + GROUP + ":www-data\n");
    }

    private static void settings(Path root) throws IOException {
        Files.createDirectories(root.resolve("var/lib/imip-agent/store"));
        Files.createDirectories(root.resolve("var/www/published"));
        Files.writeString(
                root.resolve("etc/imip-agent/config.txt"),
                """
                STORE_DIR = 'ROOT/var/lib/imip-agent/store'
                PUBLISH_DIR = 'ROOT/var/www/published'
                SENDMAIL = '/bin/true'
                MESSAGE_SENDER = 'calendar@mail.test'
                MANAGER_URL = 'http://calendar.mail.test'
                """
                        .replace("ROOT", root.toString()));
    }

    private static void postfix(Path root, RunningDovecot mailboxes) throws IOException {
        var etc = Files.createDirectories(root.resolve("etc/postfix"));
        var conf = InstalledProgram.checkout("conf/postfix");
        Command.of("cp", "-r", conf, etc.resolve("imip-agent")).succeed();
        Files.createDirectories(root.resolve("var/spool/postfix/pid"));
        Files.writeString(
                root.resolve("var/spool/postfix/pid/master.pid"),
                Long.toString(ProcessHandle.current().pid()));
        Files.writeString(
                etc.resolve("main.cf"),
                """
                compatibility_level = 3.6
                queue_directory = ROOT/var/spool/postfix
                myhostname = mail.example.org
                mydestination = $myhostname, example.com, localhost
                alias_maps = inline:{ { postmaster = root } }
                alias_database =
                recipient_delimiter = +
                """
                                .replace("ROOT", root.toString())
                        + Files.readString(conf.resolve("main.cf"))
                                .replace("/etc/postfix", etc.toString()));
        Files.writeString(
                etc.resolve("master.cf"),
                Files.readString(Path.of("/usr/share/postfix/master.cf.dist"))
                        + Files.readString(conf.resolve("master.cf"))
                                .replace("/run/dovecot/imip-agent", mailboxes.socket().toString()));
        Command.of("postconf", "-c", etc, "-P", "pickup/unix/cleanup_service_name=imip-local")
                .succeed();
    }

    private static void timers(Path root) throws IOException {
        Files.createDirectories(root.resolve("run/systemd/system"));
        var units = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
        try (var files = Files.list(InstalledProgram.checkout("conf/systemd"))) {
            for (var unit : files.toList()) {
                Files.copy(unit, units.resolve(unit.getFileName().toString()));
            }
        }
        Command.of("systemctl", "--root=" + root, "enable", "imip-agent-outbox.timer").succeed();
        Command.of("systemctl", "--root=" + root, "enable", "imip-agent-daily.timer").succeed();
    }

    private static RunningApache apache(Path folder, Path root, Path home, Port port)
            throws IOException {
        var own = Files.createDirectories(folder.resolve("a"));
        Files.createSymbolicLink(root.resolve("etc/apache2"), own.resolve("etc"));
        var users = root.resolve("etc/imip-agent/users");
        Command.of("htpasswd", "-Bbc", users, PERSON, "burrow").succeed();
        return RunningApache.start(
                own,
                port,
                Map.of(
                        "IMIP_HOME",
                        home.toString(),
                        "IMIP_CONFIG",
                        root + "/etc/imip-agent/config.txt",
                        "IMIP_PUBLISH_DIR",
                        root + "/var/www/published",
                        "IMIP_USERS",
                        users.toString()),
                "");
    }

    /** The owners and modes that scripts/install and the package give. */
    void own() {
        sh(
                """
                cd ROOT
                chmod 644 etc/imip-agent/config.txt
                chown 0:33 etc/imip-agent/users && chmod 640 etc/imip-agent/users
                chown -R AGENT:GROUP var/lib/imip-agent var/www/published
                chmod 2750 var/lib/imip-agent && chmod 2770 var/lib/imip-agent/store
                chmod 2775 var/www/published && chmod 660 var/lib/imip-agent/store/imip-agent.sqlite
                """
                        .replace("AGENT", Integer.toString(AGENT))
                        .replace("GROUP", Integer.toString(GROUP)));
    }

    Path config() {
        return root.resolve("etc/imip-agent/config.txt");
    }

    Path database() {
        return root.resolve("var/lib/imip-agent/store").resolve(SqliteStore.FILE);
    }

    /** Runs lines of sh; ROOT and HOME stand for the folders. */
    Command.Outcome sh(String script) {
        return Command.of(
                        "sh",
                        "-ec",
                        script.replace("ROOT", root.toString()).replace("HOME", home.toString()))
                .with("APACHE_CONFDIR", root.resolve("etc/apache2"))
                .with("APACHE_STATE_DIRECTORY", root.resolve("apache-state"))
                .with("IMIP_AGENT_CONFIG", config())
                .with("PATH", home + "/bin:/usr/sbin:/usr/bin:/sbin:/bin")
                .succeed();
    }

    void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var run = connection.createStatement()) {
            run.execute(statement);
        }
        own();
    }

    Command agent(String... words) {
        var all = new ArrayList<Object>(List.of(home.resolve("bin/imip-agent")));
        all.addAll(List.of(words));
        return Command.of(all.toArray()).with("IMIP_AGENT_CONFIG", config());
    }

    /**
     * A line that check printed.
     *
     * @param words outcome, check, what was found, remedy
     */
    record Line(List<String> words) {
        String outcome() {
            return words.get(0);
        }

        String check() {
            return words.get(1);
        }

        String found() {
            return words.get(2);
        }

        String remedy() {
            return words.get(3);
        }

        @Override
        public String toString() {
            return String.join(" | ", words);
        }
    }

    /** What check says, and how it ended. */
    record Checked(int status, List<Line> lines, String err) {

        List<Line> problems() {
            return lines.stream().filter(line -> line.outcome().equals("problem")).toList();
        }

        @Override
        public String toString() {
            return status
                    + err
                    + lines.stream()
                            .map(Line::toString)
                            .collect(Collectors.joining("\n", "\n", ""));
        }
    }

    Checked check(String... options) {
        var words = new ArrayList<>(List.of("check", "--root", root.toString()));
        words.addAll(List.of(options));
        var ended = agent(words.toArray(String[]::new)).run();
        return new Checked(
                ended.status(),
                ended.out().lines().map(line -> new Line(List.of(line.split("\t", -1)))).toList(),
                ended.err());
    }

    @Override
    public void close() {
        apache.close();
        mailboxes.close();
    }
}
