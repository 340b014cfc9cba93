package org.imipagent.main;

import java.time.Instant;
import java.util.List;
import org.imipagent.agent.Installation;
import org.imipagent.agent.Outbox;
import org.imipagent.agent.Publishing;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.Sendmail;
import org.imipagent.mail.Smtp;
import org.imipagent.mail.Transport;
import org.imipagent.settings.Settings;
import org.imipagent.settings.SiteSettings;

/**
 * The fifth step: what was done is kept, and others are to see it. Whatever fails here is told in
 * the log and done again later by the regular jobs; it does not undo what is kept, so it is no
 * reason to say that a mail is to come again.
 */
record Afterwards(ProcessEnvironment around, Installation site, Instant now) {

    void publish(List<CalendarAddress> users) {
        new Publishing(site).publishAll(users, now).forEach(around::complain);
    }

    /** Sends mails that were just posted. */
    void send(List<Long> posted) {
        if (posted.isEmpty()) {
            return;
        }
        try {
            var sent = new Outbox(site.store(), transport(site.settings())).send(posted, now);
            sent.troubles().forEach(t -> around.complain("not sent, kept in the outbox: " + t));
            sent.refused()
                    .forEach(t -> around.complain("rejected permanently, see the activity: " + t));
        } catch (RuntimeException trouble) {
            around.complain("not sent, kept in the outbox: " + trouble);
        }
    }

    /** The way of this site's own mail. */
    static Transport transport(Settings settings) {
        String host = settings.value(SiteSettings.SMTP_HOST);
        return host == null
                ? new Sendmail(settings.value(SiteSettings.SENDMAIL))
                : new Smtp(host, settings.value(SiteSettings.SMTP_PORT));
    }
}
