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

/** Mailboxes: a Dovecot of a test's own with conf/dovecot, which takes mail for any address. */
public final class RunningDovecot implements AutoCloseable {

    private final Path folder;
    private ServerProcess process;

    private RunningDovecot(Path folder, ServerProcess process) {
        this.folder = folder;
        this.process = process;
    }

    public static RunningDovecot start(Path folder) throws Exception {
        Samples.needRoot("Dovecot");
        Files.createDirectories(folder.resolve("mail"));
        Command.of("chown", Samples.user() + ":", folder.resolve("mail")).succeed();
        var sample = Samples.read("dovecot/imip-agent.conf");
        sample = Samples.replaced(sample, "user = imip-agent", "user = " + Samples.user());
        sample = Samples.replaced(sample, "group = imip-agent", "group = " + Samples.user());
        Files.writeString(folder.resolve("imip-agent.conf"), sample);
        Files.writeString(folder.resolve("dovecot.conf"), settings(folder));
        var dovecot = new RunningDovecot(folder, process(folder));
        try {
            dovecot.await();
        } catch (Exception | AssertionError failed) {
            dovecot.close();
            throw failed;
        }
        return dovecot;
    }

    private static String settings(Path folder) {
        return """
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
                """
                .replace("FOLDER", folder.toString())
                .replace("USER", Samples.user());
    }

    private static ServerProcess process(Path folder) throws IOException {
        return ServerProcess.start(
                Command.of("dovecot", "-F", "-c", folder.resolve("dovecot.conf")),
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
        process = process(folder);
        await();
    }

    @Override
    public void close() {
        stop();
    }
}
