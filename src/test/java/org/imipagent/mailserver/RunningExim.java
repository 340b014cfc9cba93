package org.imipagent.mailserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.imipagent.web.Command;
import org.imipagent.web.InstalledProgram;
import org.imipagent.web.Port;
import org.imipagent.web.ServerProcess;

/**
 * An Exim of a test's own: Debian's split configuration with conf/exim in it, run by the user of
 * the agent from the start, since a configuration elsewhere has no privileges.
 *
 * <p>Debian installs either Postfix or Exim; scripts/test unpacks Exim into target/exim.
 */
final class RunningExim implements MailServer {

    private static final Path UNPACKED = InstalledProgram.checkout("target/exim");

    private final Path folder;
    private final Port port;
    private final ServerProcess process;

    private RunningExim(Path folder, Port port, ServerProcess process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static RunningExim start(Samples samples) throws IOException {
        var port = Port.free();
        var folder = settled(samples, port);
        var process =
                ServerProcess.start(
                        exim(folder, "-bdf", "-q1h"),
                        folder.resolve("console"),
                        folder.resolve("log/mainlog"),
                        folder.resolve("log/paniclog"));
        port.awaitListening(process);
        return new RunningExim(folder, port, process);
    }

    /** What it says of its settings without being started: {@code exim -bV}. */
    static Command.Outcome check(Samples samples) throws IOException {
        return exim(settled(samples, Port.free()), "-bV").run();
    }

    /** Its folder with all settings. */
    private static Path settled(Samples samples, Port port) throws IOException {
        if (!Files.exists(UNPACKED.resolve("usr/sbin/exim4"))) {
            throw new AssertionError("no " + UNPACKED + ": scripts/test puts Exim there");
        }
        var folder = Files.createDirectories(samples.folder().resolve("exim"));
        Command.of("cp", "-r", UNPACKED.resolve("etc/exim4/conf.d"), folder).succeed();
        // Not set-uid: in a folder of a test nobody becomes root.
        Command.of("install", "-m", "755", UNPACKED.resolve("usr/sbin/exim4"), program(folder))
                .succeed();
        lists(samples, Files.createDirectories(folder.resolve("imip-agent")));
        Files.writeString(folder.resolve("conf.d/main/00_test"), macros(samples, folder, port));
        for (var part : List.of("main/02", "router/150", "transport/30")) {
            var name = part.substring(0, part.indexOf('/'));
            Files.copy(
                    InstalledProgram.checkout("conf/exim/" + name),
                    folder.resolve("conf.d/" + part + "_imip-agent"));
        }
        Files.writeString(configuration(folder), configured(folder));
        for (var name : List.of("spool", "log")) {
            Command.of("install", "-d", "-o", Samples.user(), folder.resolve(name)).succeed();
        }
        return folder;
    }

    private static Path program(Path folder) {
        return folder.resolve("exim4");
    }

    private static Path configuration(Path folder) {
        return folder.resolve("exim.conf");
    }

    private static void lists(Samples samples, Path folder) throws IOException {
        Files.writeString(folder.resolve("people"), String.join("\n", samples.people()) + "\n");
        Files.writeString(folder.resolve("resources"), Samples.withRows("exim/resources"));
    }

    private static String macros(Samples samples, Path folder, Port port) {
        return """
                CONFDIR = FOLDER
                SPOOLDIR = FOLDER/spool
                log_file_path = FOLDER/log/%slog
                pid_file_path = FOLDER/log/pid
                exim_user = USER
                exim_group = USER
                deliver_drop_privilege
                MAIN_TRUSTED_USERS = USER
                admin_groups = USER
                MAIN_HARDCODE_PRIMARY_HOSTNAME = mail.example.org
                MAIN_QUALIFY_DOMAIN = mail.example.org
                MAIN_LOCAL_DOMAINS = mail.example.org : example.com
                MAIN_RELAY_TO_DOMAINS =
                MAIN_RELAY_NETS =
                MAIN_LOCAL_INTERFACES = 127.0.0.1
                MAIN_TLS_ADVERTISE_HOSTS =
                daemon_smtp_ports = PORT
                smtp_accept_max = 100
                queue_run_max = 1
                DCconfig_local = 1
                IMIP_USER = nobody-else
                IMIP_AGENT = {program}
                IMIP_DELIVERY = {delivery}
                IMIP_MAILBOXES = {mailboxes}
                """
                .replace("FOLDER", folder.toString())
                .replace("USER = nobody-else", "USER = " + Samples.user())
                .replace("USER\n", Samples.user() + "\n")
                .replace("PORT", Integer.toString(port.number()))
                .replace("{program}", samples.agent().toString())
                .replace("{delivery}", samples.delivery())
                .replace("{mailboxes}", samples.mailboxes().toString())
                .concat(
                        samples.directory().isEmpty()
                                ? ""
                                : "IMIP_LDAP = " + samples.directory() + "\n");
    }

    /** The parts in Debian's order, as update-exim4.conf joins them. */
    private static String configured(Path folder) throws IOException {
        var all = new StringBuilder();
        for (var part : List.of("main", "acl", "router", "transport", "retry", "rewrite", "auth")) {
            try (Stream<Path> files = Files.list(folder.resolve("conf.d").resolve(part))) {
                for (var file : files.sorted().toList()) {
                    // It rewrites by a list of the machine, which need not be there.
                    if (!file.endsWith("31_exim4-config_rewriting")) {
                        all.append(Files.readString(file)).append('\n');
                    }
                }
            }
        }
        var text = all.toString();
        text = text.replaceFirst("\nexim_path = .*", "\nexim_path = " + program(folder));
        return text;
    }

    private static Command exim(Path folder, Object... words) {
        return Command.of(
                        Stream.concat(
                                        Stream.of(program(folder), "-C", configuration(folder)),
                                        Stream.of(words))
                                .toArray())
                .unprivileged();
    }

    @Override
    public Port port() {
        return port;
    }

    @Override
    public void submit(String sender, String recipient, byte[] mail) {
        var ended =
                exim(
                                folder,
                                "-oi",
                                "-oMa",
                                "192.0.2.7",
                                "-oMai",
                                sender,
                                "-f",
                                sender,
                                "--",
                                recipient)
                        .run(mail);
        if (ended.status() != 0) {
            throw new AssertionError(ended);
        }
    }

    @Override
    public void sendLocally(String sender, String recipient, byte[] mail) {
        var ended = exim(folder, "-oi", "-f", sender, "--", recipient).run(mail);
        if (ended.status() != 0) {
            throw new AssertionError(ended);
        }
    }

    @Override
    public String[] sending() {
        return new String[] {
            "SENDMAIL = \"" + program(folder) + " -C " + configuration(folder) + "\""
        };
    }

    @Override
    public int waiting() {
        return Integer.parseInt(exim(folder, "-bpc").succeed().out().strip());
    }

    @Override
    public void flush() {
        exim(folder, "-qff").succeed();
    }

    @Override
    public String log() throws IOException {
        var log = new StringBuilder(Files.readString(folder.resolve("console")));
        for (var name : List.of("log/mainlog", "log/paniclog")) {
            var file = folder.resolve(name);
            log.append(Files.exists(file) ? Files.readString(file) : "");
        }
        return log.toString();
    }

    @Override
    public void close() {
        process.end();
    }
}
