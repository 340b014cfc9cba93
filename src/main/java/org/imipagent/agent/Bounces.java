package org.imipagent.agent;

import java.time.Instant;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.DeliveryReport;
import org.imipagent.mail.Mail;
import org.imipagent.store.Activity;
import org.imipagent.store.SentMail;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says of a mail that a person sent and that reached nobody there. Only of what
 * was really sent, and to that recipient: anybody can write such a report.
 */
final class Bounces {

    /** So many entries of the event are searched for the same. */
    private static final int LATEST = 60;

    private Bounces() {}

    /**
     * The report that a mail is; null for any other mail.
     *
     * @param bytes the mail as it came
     */
    static @Nullable DeliveryReport of(Mail mail, byte[] bytes) {
        // Reports come from the null sender (RFC 3464, 2), as this site's mail server says.
        return "".equals(mail.returnPath()) && !mail.ofAParty() ? DeliveryReport.read(bytes) : null;
    }

    /** Notes what a report says of a person's mail. */
    static void note(
            WriteTransaction writing, CalendarAddress user, DeliveryReport report, Instant now) {
        SentMail sent = writing.sentMail(user, report.messageId());
        if (sent == null) {
            return;
        }
        for (DeliveryReport.Failure failure : report.failures()) {
            for (CalendarAddress address : failure.addresses()) {
                if (sent.recipients().contains(address.email())) {
                    note(writing, user, undelivered(sent, user, address, failure, now));
                    break;
                }
            }
        }
    }

    private static Activity undelivered(
            SentMail sent,
            CalendarAddress user,
            CalendarAddress address,
            DeliveryReport.Failure failure,
            Instant now) {
        return new Activity(
                now,
                Activity.Source.MAIL,
                sent.method(),
                sent.uid(),
                sent.id(),
                sent.summary(),
                user.email(),
                Verdict.UNDELIVERED,
                address.email() + ": " + failure.words());
    }

    /** The same report may come again. */
    private static void note(WriteTransaction writing, CalendarAddress user, Activity undelivered) {
        boolean isNoted =
                writing.activity(user, undelivered.uid(), LATEST).stream()
                        .anyMatch(
                                each ->
                                        each.verdict() == Verdict.UNDELIVERED
                                                && each.detail().equals(undelivered.detail()));
        if (!isNoted) {
            writing.note(user, undelivered);
        }
    }
}
