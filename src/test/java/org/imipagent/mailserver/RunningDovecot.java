package org.imipagent.mailserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.imipagent.web.Command;
import org.imipagent.web.ServerProcess;

/**
 * Mailboxes: a Dovecot of a test's own with conf/dovecot, which takes mail for any address. Its
 * settings are of its version: 2.4 reads none of 2.3.
 */
public final class RunningDovecot implements AutoCloseable {

    private static final Path HERE = Path.of("/");

    private final Path root;
    private final Path folder;
    private ServerProcess process;

    private RunningDovecot(Path root, Path folder, ServerProcess process) {
        this.root = root;
        this.folder = folder;
        this.process = process;
    }

    public static RunningDovecot start(Path folder) throws Exception {
        return start(HERE, folder);
    }

    /**
     * That of another Debian.
     *
     * @param root the folder of that Debian; folder is in it
     */
    static RunningDovecot start(Path root, Path folder) throws Exception {
        Samples.needRoot("Dovecot");
        Files.createDirectories(folder.resolve("mail"));
        Command.of("chown", Samples.user() + ":", folder.resolve("mail")).succeed();
        boolean isNew = isNew(root);
        var sample = sample(root);
        sample = Samples.replaced(sample, "user = imip-agent", "user = " + Samples.user());
        sample = Samples.replaced(sample, "group = imip-agent", "group = " + Samples.user());
        Files.writeString(folder.resolve("imip-agent.conf"), sample);
        Files.writeString(
                folder.resolve("dovecot.conf"),
                (isNew ? NEW : OLD)
                        .replace("FOLDER", inside(root, folder))
                        .replace("USER", Samples.user()));
        var dovecot = new RunningDovecot(root, folder, process(root, folder));
        try {
            dovecot.await();
        } catch (Exception | AssertionError failed) {
            dovecot.close();
            throw failed;
        }
        return dovecot;
    }

    /** The sample for that Debian's version. */
    static String sample(Path root) throws IOException {
        return Samples.read(
                isNew(root) ? "dovecot/imip-agent-2.4.conf" : "dovecot/imip-agent.conf");
    }

    /** Whether it is 2.4 or newer. */
    private static boolean isNew(Path root) {
        var version = within(root, "dovecot", "--version").succeed().out();
        return !version.startsWith("2.3.");
    }

    /** What it complains of in the settings of a started one; "" for nothing. */
    String complaints() {
        var told = within(root, "doveconf", "-n", "-c", inside(root, folder) + "/dovecot.conf");
        return told.succeed().err();
    }

    private static Command within(Path root, Object... words) {
        var all = new ArrayList<Object>(root.equals(HERE) ? List.of() : List.of("chroot", root));
        all.addAll(List.of(words));
        return Command.of(all.toArray());
    }

    /** A folder as the processes in the root see it. */
    private static String inside(Path root, Path folder) {
        return root.equals(HERE) ? folder.toString() : "/" + root.relativize(folder);
    }

    private static final String NEW =
            """
            dovecot_config_version = 2.4.0
            dovecot_storage_version = 2.4.0
            base_dir = FOLDER/run
            state_dir = FOLDER/state
            log_path = FOLDER/log
            protocols {
            }
            ssl = no
            first_valid_uid = 1
            mail_driver = maildir
            mail_path = ~/Maildir
            passdb static {
              fields {
                nopassword = y
              }
            }
            userdb static {
              fields {
                uid = USER
                gid = USER
                home = FOLDER/mail/%{user | lower}
              }
            }
            !include imip-agent.conf
            """;

    private static final String OLD =
            """
                base_dir = FOLDER/run
                state_dir = FOLDER/state
                log_path = FOLDER/log
                protocols =
                ssl = no
                first_valid_uid = 1
                mail_location = maildir:~/Maildir
                passdb {
                  driver = static
                  args = nopassword=y
                }
                userdb {
                  driver = static
                  args = uid=USER gid=USER home=FOLDER/mail/%Lu
                }
                !include imip-agent.conf
                """;

    private static ServerProcess process(Path root, Path folder) throws IOException {
        return ServerProcess.start(
                within(root, "dovecot", "-F", "-c", inside(root, folder) + "/dovecot.conf"),
                folder.resolve("console"),
                folder.resolve("log"));
    }

    private void await() throws Exception {
        Wait.until(
                Duration.ofSeconds(30),
                () -> Files.exists(socket()) && Files.exists(folder.resolve("run/lmtp")),
                this::log);
    }

    /** The agent's door. */
    public Path socket() {
        return folder.resolve("run/imip-agent");
    }

    /** A door that anybody may use. */
    Path mailboxes() {
        return folder.resolve("run/lmtp");
    }

    String log() {
        try {
            var log = folder.resolve("log");
            return Files.readString(folder.resolve("console"))
                    + (Files.exists(log) ? Files.readString(log) : "");
        } catch (IOException trouble) {
            return trouble.toString();
        }
    }

    /** What lies in somebody's mailbox, each mail octet for octet. */
    List<String> mails(String address) throws IOException {
        var mails = new ArrayList<String>();
        for (var place : List.of("new", "cur")) {
            var box =
                    folder.resolve("mail")
                            .resolve(address.toLowerCase(Locale.ROOT))
                            .resolve("Maildir")
                            .resolve(place);
            if (Files.exists(box)) {
                try (Stream<Path> files = Files.list(box)) {
                    for (var file : files.toList()) {
                        mails.add(Files.readString(file, ISO_8859_1));
                    }
                }
            }
        }
        return mails;
    }

    public void stop() {
        process.end();
    }

    public void startAgain() throws Exception {
        process = process(root, folder);
        await();
    }

    @Override
    public void close() {
        stop();
    }
}
