package org.imipagent.tools.check;

import java.io.IOException;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.settings.SiteSettings;

/** Whether the way of the site's own mail is open. No mail is sent. */
final class SendingCheck {

    /** What sendmail(8) answers to an option that it does not know (sysexits.h, EX_USAGE). */
    private static final int USAGE = 64;

    private SendingCheck() {}

    static void ask(CheckContext context, Installation site, Findings findings) {
        String host = site.settings().value(SiteSettings.SMTP_HOST);
        if (host == null) {
            List<String> sendmail = site.settings().value(SiteSettings.SENDMAIL);
            context.askers().all().forEach(asker -> ask(asker, sendmail, findings));
            if (findings.isClean()) {
                findings.ok("by " + String.join(" ", sendmail));
            }
        } else {
            ask(host + ":" + site.settings().value(SiteSettings.SMTP_PORT), findings);
        }
    }

    private static void ask(String server, Findings findings) {
        String told;
        try {
            told = Greeting.of(server);
            if (told.startsWith("220")) {
                findings.ok("by SMTP to " + server);
                return;
            }
        } catch (IOException closed) {
            told = String.valueOf(closed.getMessage());
        }
        findings.problem(
                server + " takes no mail: " + (told.isEmpty() ? "no answer" : told),
                "start the mail server, or correct SMTP_HOST and SMTP_PORT");
    }

    /**
     * sendmail -bs speaks SMTP on standard input. A program that takes no such option says so, and
     * one that fails whatever it is asked fails here.
     */
    private static void ask(Asker asker, List<String> sendmail, Findings findings) {
        if (!findings.isClean()) {
            return;
        }
        var words = new java.util.ArrayList<>(sendmail);
        words.add("-bs");
        Program.Ended ended = asker.program(words.toArray(String[]::new)).run("QUIT\r\n");
        if (ended.isMissing() || ended.status() == 126) {
            findings.problem(
                    sendmail.getFirst() + " cannot be executed by " + asker.name(),
                    "install a mail server, or set SENDMAIL or SMTP_HOST");
        } else if (!ended.isDone() && ended.status() != USAGE && !ended.out().startsWith("220")) {
            findings.problem(
                    String.join(" ", sendmail)
                            + " fails as "
                            + asker.name()
                            + ": "
                            + ended.complaint(),
                    "set SENDMAIL to /usr/sbin/sendmail, or mend that program");
        }
    }
}
