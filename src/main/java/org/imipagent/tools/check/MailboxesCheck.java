package org.imipagent.tools.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the mailboxes take mail where the mail server's configuration tells the agent to. */
final class MailboxesCheck {

    private MailboxesCheck() {}

    static void ask(CheckContext context, Findings findings) {
        String postfix = PostfixCheck.socket(context);
        String socket = postfix.isEmpty() ? EximCheck.socket(context) : postfix;
        if (socket.isEmpty()) {
            return;
        }
        if (socket.indexOf('/') >= 0 && !mayUse(context, Path.of(socket), findings)) {
            return;
        }
        String told;
        try {
            told = Greeting.of(socket);
        } catch (IOException closed) {
            told = String.valueOf(closed.getMessage());
        }
        if (told.startsWith("220")) {
            findings.ok("mailboxes at " + socket);
        } else {
            findings.problem(
                    socket + " takes no mail: " + (told.isEmpty() ? "no answer" : told),
                    start(socket));
        }
    }

    private static boolean mayUse(CheckContext context, Path socket, Findings findings) {
        Asker mail = context.askers().mail();
        if (mail == null) {
            findings.note(socket + ": only root and imip-agent can ask there");
            return false;
        }
        Access access = Access.of(mail, Access.withFolders(socket));
        String closed = SettingsCheck.closedFolder(access, socket);
        if (!closed.isEmpty()) {
            findings.problem(
                    mail.name() + " cannot reach " + socket + " through " + closed,
                    "chmod a+x " + closed);
            return false;
        }
        if (!access.exists(socket)) {
            findings.problem(
                    "there is no socket " + socket + " for the mailboxes",
                    start(socket.toString()));
            return false;
        }
        if (!access.writes(socket)) {
            findings.problem(
                    mail.name() + " may not use " + socket,
                    socket.toString().contains("dovecot")
                            ? "cp "
                                    + context.samples()
                                    + "/dovecot/imip-agent.conf"
                                    + " /etc/dovecot/conf.d/95-imip-agent.conf && systemctl"
                                    + " restart dovecot"
                            : "chown imip-agent " + socket);
            return false;
        }
        return Files.exists(socket);
    }

    private static String start(String socket) {
        return socket.contains("cyrus")
                ? "systemctl restart cyrus-imapd"
                : socket.contains("dovecot")
                        ? "systemctl restart dovecot"
                        : "start the server of the mailboxes";
    }
}
