package org.imipagent.mailserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.imipagent.web.InstalledProgram;
import org.imipagent.web.RunningSlapd;
import org.imipagent.web.TestFolders;
import org.imipagent.web.TestInstance;

/**
 * A whole site of a test's own: mailboxes, a mail server, the agent between them.
 *
 * @param calls what outgoing and resource were called with, one file each
 * @param started what is to be ended, last first
 */
record TestSite(
        Path folder,
        TestInstance instance,
        RunningDovecot mailboxes,
        MailServer server,
        Path calls,
        ArrayDeque<Runnable> started)
        implements AutoCloseable {

    /** Which mail server. */
    enum Kind {
        POSTFIX,
        EXIM
    }

    private static final Duration LONG = Duration.ofMinutes(2);

    /** People by lists, mailboxes by LMTP. */
    static TestSite of(Kind kind, String... people) throws Exception {
        return start(kind, false, false, people);
    }

    static TestSite start(Kind kind, boolean local, boolean ldap, String... people)
            throws Exception {
        var folder = TestInstance.temporary();
        var started = new ArrayDeque<Runnable>();
        try {
            var instance = TestInstance.in(InstalledProgram.reachable(folder), folder.resolve("i"));
            var mailboxes = RunningDovecot.start(Files.createDirectories(folder.resolve("d")));
            started.push(mailboxes::close);
            var directory = ldap ? RunningSlapd.start(folder.resolve("l")) : null;
            if (directory != null) {
                started.push(directory::close);
            }
            var calls = Files.createDirectories(folder.resolve("i/calls"));
            instance.give(calls);
            var samples =
                    new Samples(
                            folder,
                            agent(folder, instance, calls),
                            local ? "-L" : "-l " + mailboxes.socket(),
                            mailboxes.mailboxes(),
                            directory == null ? "" : directory.server(),
                            List.of(people));
            MailServer server =
                    switch (kind) {
                        case POSTFIX -> RunningPostfix.start(samples);
                        case EXIM -> RunningExim.start(samples);
                    };
            started.push(server::close);
            for (var line : server.sending()) {
                instance.set(line);
            }
            return new TestSite(folder, instance, mailboxes, server, calls, started);
        } catch (Exception | AssertionError failed) {
            end(started, folder);
            throw failed;
        }
    }

    /** Nothing is left running, however a test ends. */
    private static void end(ArrayDeque<Runnable> started, Path folder) {
        while (!started.isEmpty()) {
            started.pop().run();
        }
        TestFolders.remove(folder);
    }

    /** The agent with its settings; what outgoing and resource are called with is recorded too. */
    private static Path agent(Path folder, TestInstance instance, Path calls) throws IOException {
        var agent = folder.resolve("imip-agent");
        Files.writeString(
                agent,
                """
                #!/bin/sh
                program=$1
                shift
                if [ $program != person ]; then
                    mail=$(mktemp CALLS/XXXXXXXX) && cat >"$mail" &&
                        { echo "$program $*"; cat "$mail"; } >"$mail.new" && mv "$mail.new" "$mail.call" || exit 75
                    exec <"$mail"
                fi
                exec AGENT $program --config CONFIG "$@"
                """
                        .replace("AGENT", instance.installation().agent().toString())
                        .replace("CONFIG", instance.config().toString())
                        .replace("CALLS", calls.toString()));
        Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwxr-xr-x"));
        return agent;
    }

    /** What the recorder was called with, and the message it was given. */
    List<String> recorded() throws IOException {
        try (var files = Files.list(calls)) {
            return files.filter(f -> f.toString().endsWith(".call")).map(TestSite::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException trouble) {
            throw new java.io.UncheckedIOException(trouble);
        }
    }

    /** Gives a mail to the server, which must take it for everyone; else its log tells why. */
    void send(String sender, List<String> recipients, byte[] mail) {
        try {
            TestMail.send(server.port(), sender, recipients, mail);
        } catch (AssertionError refused) {
            throw new AssertionError(refused.getMessage() + "\n" + logs(), refused);
        }
    }

    void await(Wait.Look loader) throws Exception {
        await(LONG, loader);
    }

    void await(Duration longest, Wait.Look loader) throws Exception {
        Wait.until(longest, loader, this::logs);
    }

    String logs() {
        try {
            return "mail server:\n" + server.log() + "\nmailboxes:\n" + mailboxes.log();
        } catch (IOException trouble) {
            return trouble.toString();
        }
    }

    /** All mail is where it goes: nothing waits in the server. */
    void awaitEmptyQueue() throws Exception {
        await(() -> server.waiting() == 0);
    }

    String calendar(String user) {
        return instance.agent("export", "--user", user).succeed().out().replace("\r\n ", "");
    }

    @Override
    public void close() {
        end(started, folder);
    }
}
