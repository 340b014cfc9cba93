package org.imipagent.agent;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.Mail;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * How many automatic answers a mail may still cause: whatever it holds, nobody can make this site
 * write many mails with one, nor many to one address. Answers go to the writer of the mail alone.
 */
final class AnswerBudget {

    private static final long UNKNOWN = -1;

    private final WriteTransaction writing;
    private final @Nullable CalendarAddress to;
    private final Instant now;
    private final long mostPerHour;
    private int leftOfMail;
    private long thisHour = UNKNOWN;

    /**
     * @param before how many the mail has caused, for other recipients of it
     */
    AnswerBudget(WriteTransaction writing, Installation site, Mail mail, int before, Instant now) {
        this.writing = writing;
        // Whatever stands after a +, it is the same mailbox.
        this.to = mail.from() == null ? null : mail.from().plain();
        this.now = now;
        this.mostPerHour = site.settings().value(SiteSettings.MAX_ANSWERS_PER_HOUR);
        this.leftOfMail = site.settings().value(SiteSettings.MAX_ANSWERS_PER_MAIL) - before;
    }

    /** Whether one more may go. */
    boolean isLeft() {
        if (to == null || leftOfMail <= 0) {
            return false;
        }
        if (thisHour == UNKNOWN) {
            thisHour = writing.answers(to, now);
        }
        return thisHour < mostPerHour;
    }

    /** So many went. */
    void spend(int answers) {
        if (to != null && answers > 0) {
            leftOfMail -= answers;
            writing.countAnswers(to, answers, now);
            thisHour = UNKNOWN;
        }
    }
}
