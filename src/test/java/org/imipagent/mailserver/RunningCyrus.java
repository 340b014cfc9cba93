package org.imipagent.mailserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.imipagent.web.Command;
import org.imipagent.web.InstalledProgram;
import org.imipagent.web.ServerProcess;

/**
 * Mailboxes: a Cyrus of a test's own, Debian's settings with conf/cyrus in them.
 *
 * <p>Debian installs either Dovecot or Cyrus; scripts/test unpacks Cyrus into target/cyrus.
 */
final class RunningCyrus implements AutoCloseable {

    private static final Path UNPACKED = InstalledProgram.checkout("target/cyrus");

    /** In the place of the user cyrus, whom only the installed package brings. */
    private static final String USER = "mail";

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Path folder;
    private ServerProcess process;

    private RunningCyrus(Path folder, ServerProcess process) {
        this.folder = folder;
        this.process = process;
    }

    static RunningCyrus start(Path folder) throws Exception {
        Samples.needRoot("Cyrus");
        if (!Files.exists(UNPACKED.resolve("usr/lib/cyrus/bin/lmtpd"))) {
            throw new AssertionError("no " + UNPACKED + ": scripts/test puts Cyrus there");
        }
        for (var name : List.of("lib", "spool", "run")) {
            Command.of("install", "-d", "-o", USER, folder.resolve(name)).succeed();
        }
        door(folder);
        // Where its user can reach them, which need not be so in the checkout.
        Command.of("cp", "-r", UNPACKED.resolve("usr/lib/cyrus/bin"), folder).succeed();
        Command.of(
                        "sh",
                        "-c",
                        "cp \"$0\"/usr/lib/*/libcyrus*.so.0 \"$1\"",
                        UNPACKED,
                        folder.resolve("bin"))
                .succeed();
        Files.writeString(folder.resolve("imapd.conf"), settings(folder));
        Files.writeString(folder.resolve("cyrus.conf"), services(folder));
        var cyrus = new RunningCyrus(folder, process(folder));
        try {
            cyrus.await();
        } catch (Exception | AssertionError failed) {
            cyrus.close();
            throw failed;
        }
        return cyrus;
    }

    /** The folder of the socket, as the sample has it made. */
    private static void door(Path folder) throws IOException {
        var line = "d /run/cyrus-imip-agent 0750 cyrus imip-agent -";
        if (!Samples.read("cyrus/tmpfiles.conf").contains(line)) {
            throw new AssertionError("the sample does not say " + line);
        }
        var door = folder.resolve("door");
        Command.of("install", "-d", "-m", "750", "-o", USER, "-g", Samples.user(), door).succeed();
    }

    /** Debian's settings and the sample, as its head says to join them. */
    private static String settings(Path folder) throws IOException {
        var sample = Samples.read("cyrus/imapd.conf");
        if (!sample.contains("'/^(virtdomains|unixhierarchysep|lmtp_downcase_rcpt):/d'")) {
            throw new AssertionError("the sample says another way to join it");
        }
        var debian =
                Files.readString(UNPACKED.resolve("etc/imapd.conf"))
                        .replaceAll("(?m)^(virtdomains|unixhierarchysep|lmtp_downcase_rcpt):.*", "")
                        .replace("/var/lib/cyrus", folder + "/lib")
                        .replace("/var/spool/cyrus", folder + "/spool")
                        .replace("/run/cyrus/", folder + "/run/");
        return debian
                + Samples.replaced(sample, "#autocreate_post", "autocreate_post")
                + "cyrus_user: USER\ncyrus_group: USER\n".replace("USER", USER);
    }

    private static String services(Path folder) throws IOException {
        var sample = Samples.read("cyrus/cyrus.conf");
        var lmtpd = "cmd=\"" + program(folder, "lmtpd") + "\"";
        sample = Samples.replaced(sample, "cmd=\"lmtpd\"", lmtpd);
        sample = Samples.replaced(sample, "/run/cyrus-imip-agent", folder + "/door");
        return """
                START {
                    recover cmd="RECOVER -r"
                }
                SERVICES {
                SAMPLE
                }
                EVENTS {
                }
                """
                .replace("RECOVER", program(folder, "ctl_cyrusdb"))
                .replace("SAMPLE", sample);
    }

    private static String program(Path folder, String name) {
        return folder.resolve("bin").resolve(name) + " -C " + folder.resolve("imapd.conf");
    }

    private static ServerProcess process(Path folder) throws IOException {
        // In a group of its own: it ends the whole group that it is in.
        var master =
                Command.of(
                                "setsid",
                                folder.resolve("bin/master"),
                                "-D",
                                "-C",
                                folder.resolve("imapd.conf"),
                                "-M",
                                folder.resolve("cyrus.conf"),
                                "-p",
                                folder.resolve("run/pid"))
                        .with("LD_LIBRARY_PATH", folder.resolve("bin"));
        return ServerProcess.start(master, folder.resolve("console"));
    }

    private void await() throws Exception {
        Wait.until(LONG, this::answers, this::log);
    }

    private boolean answers() {
        try (var knock = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return knock.connect(UnixDomainSocketAddress.of(socket()));
        } catch (IOException refused) {
            return false;
        }
    }

    /** The agent's door. */
    Path socket() {
        return folder.resolve("door/lmtp");
    }

    String log() {
        try {
            return Files.readString(folder.resolve("console"));
        } catch (IOException trouble) {
            return trouble.toString();
        }
    }

    /** What lies in somebody's mailbox; none where there is no mailbox. */
    List<String> mails(String address) throws IOException {
        var found =
                Command.of(
                                folder.resolve("bin/mbpath"),
                                "-C",
                                folder.resolve("imapd.conf"),
                                "user/" + address.toLowerCase(Locale.ROOT))
                        .with("LD_LIBRARY_PATH", folder.resolve("bin"))
                        .run();
        var mails = new ArrayList<String>();
        if (found.status() == 0) {
            try (Stream<Path> files = Files.list(Path.of(found.out().strip()))) {
                for (var file : files.filter(RunningCyrus::isMail).toList()) {
                    mails.add(Files.readString(file, ISO_8859_1));
                }
            }
        }
        return mails;
    }

    /** A mail is a file with its number and a dot. */
    private static boolean isMail(Path file) {
        return file.getFileName().toString().matches("[0-9]+\\.");
    }

    void stop() {
        process.end();
    }

    void startAgain() throws Exception {
        process = process(folder);
        await();
    }

    @Override
    public void close() {
        stop();
    }
}
