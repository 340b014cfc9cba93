package org.imipagent.agent;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.VEvent;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Message;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.Mail;
import org.imipagent.store.Activity;

/** What became of a mail, for the activity page. */
final class MailActivity {

    private MailActivity() {}

    /**
     * Of one event of it.
     *
     * @param detail why, in words for the page
     */
    static Activity of(Message message, Decision decision, String detail, Instant now) {
        VEvent main = message.event().main();
        return new Activity(
                now,
                Activity.Source.MAIL,
                message.method().name(),
                message.event().uid(),
                main.recurrenceId(),
                main.summary(),
                message.from() == null ? "" : message.from().email(),
                decision.verdict(),
                detail);
    }

    /**
     * Of what is no event, or could not be read.
     *
     * @param what it seems to be: a method, "" where that is not known
     */
    static Activity of(Mail mail, String what, Decision decision, Instant now) {
        return new Activity(
                now,
                Activity.Source.MAIL,
                what,
                "",
                null,
                mail.subject(),
                mail.from() == null ? "" : mail.from().email(),
                decision.verdict(),
                decision.detail());
    }

    /**
     * A fault of ours must not hold a mail up for ever: nothing of the piece of it is kept but this
     * note.
     */
    static void noteFault(
            Installation site,
            Mail mail,
            CalendarAddress recipient,
            RuntimeException fault,
            Instant now) {
        site.store()
                .change(
                        recipient,
                        writing -> {
                            CalendarAddress user = site.user(writing, recipient);
                            writing.add(user, now);
                            writing.note(
                                    user,
                                    of(
                                            mail,
                                            "",
                                            Decision.refuse(Verdict.FAULT, fault.toString()),
                                            now));
                        });
    }
}
