package org.imipagent.mail;

import java.time.Instant;
import java.util.List;
import org.apache.commons.lang3.Validate;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written.
 *
 * @param from whom it is from: an address of ours (SPF and DMARC fail on others')
 * @param sender who sends it for them; null where that is the same
 * @param to whom it is for; may be empty
 * @param replyTo where answers should go; null for From
 * @param subject any text
 * @param plain the text for people
 * @param html the same as a page; "" for none
 * @param method of the calendar (RFC 5546, 1.4): goes with it into the Content-Type
 * @param calendar an iCalendar object with CRLF; null for none
 * @param messageId with angle brackets, see {@link MessageIds}
 * @param date when it was written
 * @param references message identifiers of what it follows, the one it answers last; what is no
 *     identifier is left out
 * @param autoSubmitted whether a person or a program caused it
 * @param headers further fields
 * @param freeBusy an iCalendar object that is published along (freebusy_bundling); null for none
 */
public record Draft(
        Mailbox from,
        @Nullable Mailbox sender,
        List<Mailbox> to,
        @Nullable Mailbox replyTo,
        String subject,
        String plain,
        String html,
        @Nullable String method,
        @Nullable String calendar,
        String messageId,
        Instant date,
        List<String> references,
        AutoSubmitted autoSubmitted,
        List<MailHeader> headers,
        @Nullable String freeBusy) {

    private static final int LONGEST_ID = 250;
    private static final int MOST_REFERENCES = 20;

    public Draft {
        if (method != null && !method.matches("[A-Za-z-]{1,30}")) {
            throw new IllegalArgumentException("not a method");
        }
        Validate.isTrue(isId(messageId), "not a message identifier");
        to = List.copyOf(to);
        headers = List.copyOf(headers);
        List<String> ids = references.stream().filter(Draft::isId).toList();
        references = ids.subList(Math.max(0, ids.size() - MOST_REFERENCES), ids.size());
    }

    /** Without free/busy. */
    public Draft(
            Mailbox from,
            @Nullable Mailbox sender,
            List<Mailbox> to,
            @Nullable Mailbox replyTo,
            String subject,
            String plain,
            String html,
            @Nullable String method,
            @Nullable String calendar,
            String messageId,
            Instant date,
            List<String> references,
            AutoSubmitted autoSubmitted,
            List<MailHeader> headers) {
        this(
                from,
                sender,
                to,
                replyTo,
                subject,
                plain,
                html,
                method,
                calendar,
                messageId,
                date,
                references,
                autoSubmitted,
                headers,
                null);
    }

    private static boolean isId(String id) {
        return id.length() > 4
                && id.length() <= LONGEST_ID
                && id.startsWith("<")
                && id.endsWith(">")
                && id.chars().allMatch(c -> c > ' ' && c < 127)
                && id.indexOf('<', 1) < 0
                && id.indexOf('>') == id.length() - 1;
    }
}
