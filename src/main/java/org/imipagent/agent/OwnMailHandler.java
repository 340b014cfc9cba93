package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Message;
import org.imipagent.itip.OwnMailRules;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailReader;
import org.imipagent.notice.Notice;
import org.imipagent.store.StoreTrouble;
import org.imipagent.store.WriteTransaction;

/**
 * Mail that people send with programs of their own: a copy of it passes here, and the sender's
 * calendar learns what it says. Nothing is handed on or sent.
 */
public final class OwnMailHandler {

    private final Installation site;
    private final MailDrafts drafts;

    public OwnMailHandler(Installation site) {
        this.site = site;
        this.drafts = new MailDrafts(site);
    }

    /**
     * What a mail led to.
     *
     * @param unpublished users whose free/busy is to be published
     * @param faults of the program: nothing of the mail is learnt
     * @param outcomes one for each sender
     */
    public record Learnt(
            List<CalendarAddress> unpublished,
            List<RuntimeException> faults,
            List<MailOutcome> outcomes) {

        public Learnt {
            unpublished = List.copyOf(unpublished);
            faults = List.copyOf(faults);
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Learns from a mail.
     *
     * @param bytes the mail as it was sent
     * @param senders of the envelope; none: the one that its From names
     * @throws StoreTrouble when it cannot be kept: then it is to be tried again, with the same
     *     effect
     */
    public Learnt learn(byte[] bytes, List<CalendarAddress> senders, Instant now) {
        Mail mail = MailReader.read(bytes, site.mailLimits());
        var unpublished = new ArrayList<CalendarAddress>();
        var faults = new ArrayList<RuntimeException>();
        var outcomes = new ArrayList<MailOutcome>();
        ParsedMail parsed = parsed(mail, faults);
        for (CalendarAddress sender : senders.isEmpty() ? from(mail) : senders) {
            Taken taken = Taken.NOTHING;
            boolean isFaulty = false;
            try {
                taken = learn(parsed, sender, now);
            } catch (StoreTrouble trouble) {
                throw trouble;
            } catch (RuntimeException fault) {
                isFaulty = true;
                faults.add(fault);
                noteFault(mail, sender, fault, now);
            }
            unpublished.addAll(taken.unpublished());
            outcomes.add(MailOutcome.of(parsed, sender, taken.notices(), isFaulty));
        }
        return new Learnt(unpublished, faults, outcomes);
    }

    private ParsedMail parsed(Mail mail, List<RuntimeException> faults) {
        try {
            return ParsedMail.of(mail, site.bounds());
        } catch (RuntimeException fault) {
            faults.add(fault);
            return ParsedMail.faulty(mail, fault);
        }
    }

    private static List<CalendarAddress> from(Mail mail) {
        return mail.from() == null ? List.of() : List.of(mail.from());
    }

    /** What a mail led to for one sender, and whose free/busy is to be published then. */
    private record Taken(List<Notice> notices, List<CalendarAddress> unpublished) {
        static final Taken NOTHING = new Taken(List.of(), List.of());
    }

    /** Each piece of the mail in a transaction of its own. */
    private Taken learn(ParsedMail parsed, CalendarAddress sender, Instant now) {
        var notices = new ArrayList<Notice>();
        List<CalendarAddress> unpublished = List.of();
        for (ParsedMail piece : parsed.pieces()) {
            Taken taken =
                    site.store().effect(sender, writing -> learn(writing, piece, sender, now));
            notices.addAll(taken.notices());
            unpublished = taken.unpublished();
        }
        return new Taken(notices, unpublished);
    }

    private Taken learn(
            WriteTransaction writing, ParsedMail parsed, CalendarAddress sender, Instant now) {
        CalendarAddress user = site.user(writing, sender);
        var participant = site.participant(writing, user);
        if (!participant.participates()) {
            return Taken.NOTHING;
        }
        writing.add(user, now);
        var notices = new ArrayList<Notice>();
        for (Message message : parsed.messages()) {
            notices.add(new Notice(learn(writing, participant, message, now)));
        }
        for (ParsedMail.Refused refused : parsed.refused()) {
            var decision = Decision.refuse(refused.verdict(), refused.detail());
            writing.note(user, MailActivity.of(parsed.mail(), refused.what(), decision, now));
            notices.add(new Notice(decision));
        }
        return new Taken(notices, Publishing.of(writing, user));
    }

    private Decision learn(
            WriteTransaction writing, Participant participant, Message sent, Instant now) {
        StateLoader.Loaded loaded =
                new StateLoader(writing, participant, site, site.bounds(), now).of(sent, List.of());
        Message message = loaded.message();
        Decision decision = OwnMailRules.decide(loaded.state(), message, now);
        new DecisionWriter(writing, participant, drafts, now)
                .write(decision, MailActivity.of(message, decision, decision.detail(), now));
        return decision;
    }

    /** A fault of ours must not make the mail server try for ever. */
    private void noteFault(Mail mail, CalendarAddress sender, RuntimeException fault, Instant now) {
        site.store()
                .change(
                        sender,
                        writing -> {
                            CalendarAddress user = site.user(writing, sender);
                            writing.add(user, now);
                            var decision = Decision.refuse(Verdict.FAULT, fault.toString());
                            writing.note(user, MailActivity.of(mail, "", decision, now));
                        });
    }
}
