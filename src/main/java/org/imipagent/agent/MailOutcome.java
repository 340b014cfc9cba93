package org.imipagent.agent;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.Mail;
import org.imipagent.notice.Notice;

/**
 * What one person's calendar made of a mail, for the log: nothing of what stands in the calendar.
 *
 * @param person the recipient; of a mail that people send themselves, the sender
 * @param messageId as it stands in the mail; "" for none
 * @param sender whom its From names; "" where it names nobody
 * @param method of its first event; "" where there is none
 * @param uid of its first event; "" where there is none
 * @param events how many it brought
 * @param verdicts each once, in order
 */
public record MailOutcome(
        CalendarAddress person,
        String messageId,
        String sender,
        String method,
        String uid,
        int events,
        List<String> verdicts) {

    /** Mail without a calendar. */
    private static final String NO_CALENDAR = "no-calendar";

    /** Of a person whose mail is only handed on. */
    private static final String NOT_PARTICIPATING = "not-participating";

    public MailOutcome {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Of a mail that was taken.
     *
     * @param notices what became of each of its events
     * @param isFaulty whether the program failed on it
     */
    static MailOutcome of(
            ParsedMail parsed, CalendarAddress person, List<Notice> notices, boolean isFaulty) {
        Mail mail = parsed.mail();
        var first = parsed.messages().isEmpty() ? null : parsed.messages().getFirst();
        return new MailOutcome(
                person,
                mail.messageId(),
                mail.from() == null ? "" : mail.from().email(),
                first != null
                        ? first.method().name()
                        : parsed.freeBusy().isEmpty()
                                ? ""
                                : parsed.freeBusy().getFirst().method().name(),
                first == null ? "" : first.event().uid(),
                parsed.messages().size(),
                verdicts(parsed, notices, isFaulty));
    }

    private static List<String> verdicts(
            ParsedMail parsed, List<Notice> notices, boolean isFaulty) {
        var verdicts = new ArrayList<String>();
        for (Notice notice : notices) {
            String word = notice.decision().verdict().word();
            if (!verdicts.contains(word)) {
                verdicts.add(word);
            }
        }
        if (isFaulty && !verdicts.contains(Verdict.FAULT.word())) {
            verdicts.add(Verdict.FAULT.word());
        }
        if (verdicts.isEmpty()) {
            verdicts.add(parsed.isPlain() ? NO_CALENDAR : NOT_PARTICIPATING);
        }
        return verdicts;
    }
}
