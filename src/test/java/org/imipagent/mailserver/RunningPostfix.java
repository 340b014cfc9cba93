package org.imipagent.mailserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.imipagent.web.Command;
import org.imipagent.web.Port;
import org.imipagent.web.ServerProcess;

/**
 * A Postfix of a test's own: Debian's services, in a folder of its own instead of /etc/postfix and
 * /var/spool/postfix, with conf/postfix behind them.
 */
final class RunningPostfix implements MailServer {

    private final Path folder;
    private final Path etc;
    private final Port port;
    private final Port submission;
    private final ServerProcess process;

    private RunningPostfix(Path folder, Port port, Port submission, ServerProcess process) {
        this.folder = folder;
        this.etc = etc(folder);
        this.port = port;
        this.submission = submission;
        this.process = process;
    }

    static RunningPostfix start(Samples samples) throws IOException {
        Samples.needRoot("Postfix");
        var folder = samples.folder().resolve("postfix");
        var etc = Files.createDirectories(etc(folder));
        Files.createDirectories(folder.resolve("queue"));
        Command.of("install", "-d", "-o", "postfix", folder.resolve("data")).succeed();
        lists(samples, Files.createDirectories(etc.resolve("imip-agent")));
        var port = Port.free();
        var submission = Port.free();
        sendmail(folder);
        Files.writeString(etc.resolve("main.cf"), main(folder) + sample(samples, etc));
        Files.writeString(
                etc.resolve("master.cf"), debian() + doors(port, submission) + programs(samples));
        Files.copy(Path.of("/etc/postfix/dynamicmaps.cf"), etc.resolve("dynamicmaps.cf"));
        Command.of("cp", "-r", "/etc/postfix/dynamicmaps.cf.d", etc).succeed();
        Command.of("postconf", "-c", etc, "-P", "pickup/unix/cleanup_service_name=imip-local")
                .succeed();
        var process =
                ServerProcess.start(
                        Command.of("postfix", "-c", etc, "start-fg"), console(folder), log(folder));
        port.awaitListening(process);
        return new RunningPostfix(folder, port, submission, process);
    }

    private static Path etc(Path folder) {
        return folder.resolve("etc");
    }

    /** Here it warns of its settings, before it has read where its log is. */
    private static Path console(Path folder) {
        return folder.resolve("console");
    }

    private static Path log(Path folder) {
        return folder.resolve("mail.log");
    }

    /** Postfix's commands; the one that takes local mail without its group, which needs /etc. */
    private static void sendmail(Path folder) {
        Command.of(
                        "sh",
                        "-ec",
                        "mkdir $0/sbin; ln -s /usr/sbin/post* $0/sbin; rm $0/sbin/postdrop;"
                                + " install -m 755 /usr/sbin/postdrop $0/sbin",
                        folder)
                .succeed();
    }

    private static void lists(Samples samples, Path folder) throws IOException {
        Files.writeString(
                folder.resolve("people"),
                samples.people().stream()
                        .map(who -> who + "  people-outgoing+" + who + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(folder.resolve("resources"), Samples.withRows("postfix/resources"));
        for (var name : List.of("people.ldap.cf", "resources.ldap.cf")) {
            var server = samples.directory().isEmpty() ? "ldap://none" : samples.directory();
            Files.writeString(
                    folder.resolve(name),
                    Samples.replaced(Samples.read("postfix/" + name), "ldap://localhost", server));
        }
    }

    private static String main(Path folder) {
        return """
                compatibility_level = 3.6
                queue_directory = FOLDER/queue
                data_directory = FOLDER/data
                command_directory = FOLDER/sbin
                maillog_file = FOLDER/mail.log
                maillog_file_prefixes = FOLDER
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = mail.example.org
                mydestination = $myhostname, example.com, localhost
                mynetworks = 127.0.0.0/8
                alias_maps = inline:{ { postmaster = root } }
                alias_database =
                smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
                default_transport = discard
                recipient_delimiter = +
                """
                .replace("FOLDER", folder.toString());
    }

    private static String sample(Samples samples, Path etc) throws IOException {
        var sample = Samples.read("postfix/main.cf");
        sample = chosen(sample, !samples.directory().isEmpty(), samples.isLocal());
        sample = Samples.replaced(sample, "/run/dovecot/lmtp", samples.mailboxes().toString());
        // Somebody who is accepted at the door and is not there.
        sample =
                Samples.replaced(
                        sample,
                        "inline:{ calendar@",
                        "inline:{ gone@example.com=nobody-there@localhost, calendar@");
        return Samples.replaced(sample, "/etc/postfix/imip-agent", etc + "/imip-agent");
    }

    /** Main.cf with the values of a directory, or of local SMTP, chosen as its head says. */
    static String chosen(String main, boolean directory, boolean local) {
        var chosen = main;
        if (directory) {
            chosen = Samples.replaced(chosen, "\n    texthash:", "\n    #texthash:");
            chosen = Samples.replaced(chosen, "\n    #proxy:", "\n    proxy:");
        }
        if (local) {
            chosen = Samples.replaced(chosen, "\n    #inline:", "\n    inline:");
        }
        return chosen;
    }

    /**
     * Debian's services but for the door; none shut into a folder that lacks what it would need.
     */
    private static String debian() throws IOException {
        try (var lines = Files.lines(Path.of("/usr/share/postfix/master.cf.dist"))) {
            return lines.filter(line -> !line.startsWith("#") && !line.startsWith("smtp      inet"))
                    .map(line -> line.replaceFirst("^(\\S+ +unix +\\S+ +\\S+ +)y", "$1n"))
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private static String doors(Port port, Port submission) throws IOException {
        if (!Samples.read("postfix/master.cf").contains("-o cleanup_service_name=imip-copies")) {
            throw new AssertionError("the sample names another cleanup service");
        }
        return """
                127.0.0.1:PORT inet n - n - - smtpd
                127.0.0.1:DOOR inet n - n - - smtpd
                    -o cleanup_service_name=imip-copies
                """
                .replace("PORT", Integer.toString(port.number()))
                .replace("DOOR", Integer.toString(submission.number()));
    }

    private static String programs(Samples samples) throws IOException {
        var sample = Samples.read("postfix/master.cf");
        sample = sample.replaceAll("(imip-(?:copies|local) unix n +- +)y", "$1n");
        sample = Samples.replaced(sample, "user=imip-agent", "user=" + Samples.user());
        sample = Samples.replaced(sample, "-l /run/dovecot/imip-agent", samples.delivery());
        return Samples.replaced(
                sample, "/usr/lib/imip-agent/bin/imip-agent", samples.agent().toString());
    }

    @Override
    public Port port() {
        return port;
    }

    @Override
    public void submit(String sender, String recipient, byte[] mail) {
        TestMail.send(submission, sender, List.of(recipient), mail);
    }

    @Override
    public void sendLocally(String sender, String recipient, byte[] mail) {
        var ended = Command.of("sendmail", "-C", etc, "-oi", "-f", sender, recipient).run(mail);
        if (ended.status() != 0) {
            throw new AssertionError(ended);
        }
    }

    @Override
    public String[] sending() {
        return new String[] {"SMTP_HOST = \"127.0.0.1\"", "SMTP_PORT = " + port.number()};
    }

    @Override
    public int waiting() {
        return (int) Command.of("postqueue", "-c", etc, "-j").succeed().out().lines().count();
    }

    @Override
    public void flush() {
        Command.of("postqueue", "-c", etc, "-f").succeed();
    }

    @Override
    public String log() throws IOException {
        var log = log(folder);
        return Files.readString(console(folder))
                + (Files.exists(log) ? Files.readString(log) : "no log");
    }

    @Override
    public void close() {
        // Not by postfix stop, which itself can wait for ever.
        process.endChildren();
    }
}
