package org.imipagent.agent;

import java.util.Set;
import java.util.regex.Pattern;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * Whether the agent may answer a mail by itself (RFC 3834, 2). Every automatic answer asks here
 * first, so that no two programs ever talk to each other without end: never to a null sender, a
 * bounce, a list, an automatic mail, one whose sender forbids it, or ourselves.
 *
 * <p>One exception: a REFRESH is a question that calendar programs ask for their people, and ours
 * ask it so themselves ({@code Auto-Submitted: auto-replied}). It may be answered although it is
 * automatic, once for each message. That ends: its answer is an automatic REQUEST, which causes no
 * automatic mail. A bounce, a list or a null sender gets no answer to that either
 * (src/docs/decisions/0008).
 */
final class MayAnswer {

    private MayAnswer() {}

    /**
     * The rule.
     *
     * @param agent the address that our own mails come from (MESSAGE_SENDER)
     * @param user whose mail it is
     */
    static boolean mail(Mail mail, CalendarAddress agent, CalendarAddress user) {
        CalendarAddress from = mail.from();
        return mail.answerable()
                && isSomebodyElse(from, agent, user)
                && (mail.sender() == null || isSomebodyElse(mail.sender(), agent, user));
    }

    /** The rule for a REFRESH. */
    static boolean refresh(Mail mail, CalendarAddress agent, CalendarAddress user) {
        CalendarAddress sender = mail.sender();
        return mail.ofAParty()
                && isSomebodyElse(mail.from(), agent, user)
                // A colleague's mail is sent by the agent of the same site.
                && (sender == null || sender.equals(agent) || isSomebodyElse(sender, agent, user));
    }

    private static boolean isSomebodyElse(
            @Nullable CalendarAddress who, CalendarAddress agent, CalendarAddress user) {
        return who != null
                && who.isMail()
                && !who.equals(agent)
                && !who.equals(user)
                && !isMachine(who.email());
    }

    /** Mail systems write under these names; a human being never does (RFC 2142, RFC 3834, 2). */
    private static boolean isMachine(String email) {
        String local = email.substring(0, email.lastIndexOf('@'));
        int plus = local.indexOf('+');
        String plain = (plus < 0 ? local : local.substring(0, plus)).replaceAll("[-_.]", "");
        return MACHINES.contains(plain)
                || local.startsWith("owner-")
                || local.endsWith("-owner")
                || local.endsWith("-request")
                || BOUNCES.matcher(local).find();
    }

    /** Without the signs between their words. */
    private static final Set<String> MACHINES =
            Set.of("mailerdaemon", "postmaster", "noreply", "donotreply", "nobody", "daemon");

    private static final Pattern BOUNCES = Pattern.compile("(?:^|[-_.+])bounces?(?:$|[-_.+=])");
}
