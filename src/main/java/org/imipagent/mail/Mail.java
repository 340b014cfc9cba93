package org.imipagent.mail;

import java.time.Instant;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the agent wants to know of a message that came in.
 *
 * @param from who wrote it: the one mailbox of the one From; null where there is another number of
 *     them, or something else in it
 * @param sender who sent it for the writer (RFC 5322, 3.6.2); null where the header names nobody
 * @param replyTo where answers should go (RFC 5322, 3.6.2); null where the header names nobody
 * @param returnPath the sender of the envelope, as the mail server wrote it into Return-Path; ""
 *     for the null sender, null where it wrote nothing
 * @param recipients all addresses of the header that may be meant (Delivered-To, X-Original-To,
 *     Envelope-To, To, Cc, Resent-To, Resent-Cc), in order, each once: for when the mail server
 *     named none
 * @param subject decoded, one line, bounded
 * @param date when it was written, as its Date says; null where that says nothing
 * @param messageId as it stands, angle brackets and all; "" where there is none
 * @param automatic nobody must answer it automatically: a bounce (null return path or
 *     multipart/report), a mailing list's (List-Id, Precedence), or itself an automatic answer
 *     (Auto-Submitted, RFC 3834). {@code Auto-Submitted: auto-generated} alone does not count:
 *     calendar services mark their invitations so, and iTIP answers a REQUEST only with a REPLY,
 *     which nobody answers
 * @param answerable whether a program may answer it by itself (RFC 3834, 2): it is not automatic,
 *     says nothing of Auto-Submitted but {@code no}, and does not forbid it
 *     (X-Auto-Response-Suppress)
 * @param ofAParty whether a person or their own calendar program wrote it, automatic or not: no
 *     bounce, no list, no vacation program
 * @param parts the calendar parts: first those of type text/calendar, then the others, as they
 *     stand
 * @param problems names of what was wrong with the message; empty for a sound one
 */
public record Mail(
        @Nullable CalendarAddress from,
        @Nullable CalendarAddress sender,
        @Nullable CalendarAddress replyTo,
        @Nullable String returnPath,
        List<CalendarAddress> recipients,
        String subject,
        @Nullable Instant date,
        String messageId,
        boolean automatic,
        boolean answerable,
        boolean ofAParty,
        List<CalendarPart> parts,
        List<String> problems) {

    /** Larger than is looked into: only the header was read. */
    public static final String TOO_LARGE = "too-large";

    /** Multiparts nested too deep: what lies deeper was not read. */
    public static final String TOO_DEEP = "too-deep";

    /** More MIME parts or calendar parts than are read. */
    public static final String TOO_MANY_PARTS = "too-many-parts";

    /** A calendar part too large to read; it was left out. */
    public static final String CALENDAR_TOO_LARGE = "calendar-too-large";

    /** The structure broke; what came before the break was read. */
    public static final String MALFORMED = "malformed";

    /** Several From fields or addresses: none of them counts. */
    public static final String SEVERAL_FROM = "several-from";

    /** From does not hold one mailbox and nothing else (RFC 5322, 3.4): nobody speaks. */
    public static final String UNREADABLE_FROM = "unreadable-from";

    /** Outlook's own wrapping (TNEF), which is not read. */
    public static final String WINMAIL_DAT = "winmail.dat";

    public Mail {
        recipients = List.copyOf(recipients);
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /**
     * The sender of the envelope under which it is handed on: bounces go where they would have
     * gone. Where nobody told it, the writer is the best guess.
     */
    public String envelopeSender() {
        if (returnPath != null) {
            return returnPath;
        }
        return from == null ? "" : from.email();
    }
}
