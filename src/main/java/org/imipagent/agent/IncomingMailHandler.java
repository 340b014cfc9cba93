package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Problem;
import org.imipagent.itip.AutomaticReplies;
import org.imipagent.itip.Decision;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.IncomingRules;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.mail.DeliveryReport;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailReader;
import org.imipagent.mail.Pieces;
import org.imipagent.notice.Notice;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.StoreTrouble;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Mail in, for people: each recipient's calendar takes what it should, and the mail goes on to its
 * mailbox whatever was thought of it.
 */
public final class IncomingMailHandler {

    private final Installation site;
    private final MailDrafts drafts;

    public IncomingMailHandler(Installation site) {
        this.site = site;
        this.drafts = new MailDrafts(site);
    }

    /**
     * A mail to be handed on to a mailbox.
     *
     * @param sender of the envelope
     */
    public record HandOn(CalendarAddress recipient, String sender, Pieces message) {}

    /**
     * What a mail led to. What is to be sent lies in the outbox.
     *
     * @param handOn in this order
     * @param unpublished users whose free/busy is to be published
     * @param posted the numbers of what is to be sent
     * @param faults of the program: the mail is handed on all the same
     * @param outcomes one for each recipient
     */
    public record Received(
            List<HandOn> handOn,
            List<CalendarAddress> unpublished,
            List<Long> posted,
            List<RuntimeException> faults,
            List<MailOutcome> outcomes) {

        public Received {
            handOn = List.copyOf(handOn);
            unpublished = List.copyOf(unpublished);
            posted = List.copyOf(posted);
            faults = List.copyOf(faults);
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Takes a mail for its recipients.
     *
     * @param bytes the mail as it came
     * @param recipients of the envelope; none: those that its header names
     * @throws org.imipagent.store.StoreTrouble when it cannot be kept: then it is to be tried
     *     again, with the same effect
     */
    public Received receive(byte[] bytes, List<CalendarAddress> recipients, Instant now) {
        var effects = new Effects();
        ParsedMail parsed = parsed(bytes, effects);
        List<CalendarAddress> all = recipients.isEmpty() ? parsed.mail().recipients() : recipients;
        for (CalendarAddress recipient : all) {
            receive(bytes, parsed, recipient, effects, now);
        }
        return new Received(
                effects.handOn,
                effects.unpublished,
                effects.posted,
                effects.faults,
                effects.outcomes);
    }

    /** What grows while one recipient after the other is seen to. */
    private static final class Effects {
        private final List<HandOn> handOn = new ArrayList<>();
        private final List<CalendarAddress> unpublished = new ArrayList<>();
        private final List<Long> posted = new ArrayList<>();
        private final List<RuntimeException> faults = new ArrayList<>();
        private final List<MailOutcome> outcomes = new ArrayList<>();
    }

    private ParsedMail parsed(byte[] bytes, Effects effects) {
        Mail mail = MailReader.read(bytes, site.mailLimits());
        try {
            return ParsedMail.of(mail, site.bounds());
        } catch (RuntimeException fault) {
            effects.faults.add(fault);
            return ParsedMail.faulty(mail, fault);
        }
    }

    private void receive(
            byte[] bytes,
            ParsedMail parsed,
            CalendarAddress recipient,
            Effects effects,
            Instant now) {
        Taken taken = Taken.NOTHING;
        int faults = effects.faults.size();
        try {
            bounce(parsed.mail(), bytes, recipient, now);
            for (ParsedMail piece : parsed.pieces()) {
                taken = taken.and(take(piece, recipient, taken, effects.posted.size(), now));
                if (taken.participant() == null) {
                    break;
                }
            }
        } catch (StoreTrouble trouble) {
            throw trouble;
        } catch (RuntimeException fault) {
            effects.faults.add(fault);
            MailActivity.noteFault(site, parsed.mail(), recipient, fault, now);
        }
        effects.posted.addAll(taken.posted());
        effects.unpublished.addAll(taken.unpublished());
        Participant participant = taken.participant();
        List<Notice> told = taken.notices();
        boolean isFaulty = effects.faults.size() > faults;
        effects.outcomes.add(MailOutcome.of(parsed, recipient, told, isFaulty));
        try {
            effects.handOn.addAll(drafts.handOn(bytes, parsed, recipient, told, participant, now));
        } catch (RuntimeException fault) {
            // What cannot be put into words must not keep the mail itself.
            effects.faults.add(fault);
            String sender = parsed.mail().envelopeSender();
            effects.handOn.add(new HandOn(recipient, sender, Pieces.of(bytes)));
        }
    }

    /** A report on what the person sent; it is handed on as it came. */
    private void bounce(Mail mail, byte[] bytes, CalendarAddress recipient, Instant now) {
        DeliveryReport report = Bounces.of(mail, bytes);
        if (report != null) {
            site.store()
                    .change(
                            recipient,
                            writing ->
                                    Bounces.note(
                                            writing, site.user(writing, recipient), report, now));
        }
    }

    /** What a mail led to for one recipient: the person whose it is, and what they are told. */
    private record Taken(
            @Nullable Participant participant,
            List<Notice> notices,
            List<CalendarAddress> unpublished,
            List<Long> posted) {

        static final Taken NOTHING = new Taken(null, List.of(), List.of(), List.of());

        /** With what the next piece of the mail led to. */
        Taken and(Taken next) {
            return new Taken(
                    next.participant,
                    joined(notices, next.notices),
                    next.unpublished,
                    joined(posted, next.posted));
        }

        private static <T> List<T> joined(List<T> some, List<T> more) {
            var all = new ArrayList<T>(some);
            all.addAll(more);
            return all;
        }
    }

    /**
     * Takes a piece of a mail: one transaction.
     *
     * @param before what those before it led to
     * @param answers that the mail has caused for other recipients
     */
    private Taken take(
            ParsedMail piece, CalendarAddress recipient, Taken before, int answers, Instant now) {
        return site.store()
                .effect(
                        recipient,
                        writing -> take(writing, piece, recipient, before, answers, now));
    }

    private Taken take(
            WriteTransaction writing,
            ParsedMail parsed,
            CalendarAddress recipient,
            Taken before,
            int answers,
            Instant now) {
        var participant = site.participant(writing, site.user(writing, recipient));
        if (!participant.participates()) {
            return Taken.NOTHING;
        }
        writing.add(participant.address(), now);
        var told = new ToldNotices(participant, before.notices());
        var agent = new CalendarAddress(site.settings().value(SiteSettings.MESSAGE_SENDER));
        Mail mail = parsed.mail();
        boolean may = MayAnswer.mail(mail, agent, recipient);
        boolean mayRefresh = MayAnswer.refresh(mail, agent, recipient);
        var budget = new AnswerBudget(writing, site, mail, answers + before.posted().size(), now);
        var loader = new StateLoader(writing, participant, site, site.bounds(), now);
        var conflicts = new ConflictSearch(site, writing, participant, now);
        for (Message came : parsed.messages()) {
            boolean mayThis = came.method() == Method.REFRESH ? mayRefresh : may;
            Notice notice =
                    take(
                            writing,
                            participant,
                            loader.of(
                                    came.answerable(mayThis && budget.isLeft()), mail.recipients()),
                            parsed,
                            now);
            budget.spend(notice.decision().messages().size());
            told.add(notice, conflicts);
        }
        var deputies = new Deputies(writing, site);
        for (FreeBusyMessage came : parsed.freeBusy()) {
            told.add(
                    take(writing, participant, deputies.spoken(came), mail, budget, now),
                    conflicts);
        }
        for (ParsedMail.Refused refused : parsed.refused()) {
            var decision = Decision.refuse(refused.verdict(), refused.detail());
            told.add(new Notice(decision), conflicts);
            writing.note(
                    participant.address(), MailActivity.of(mail, refused.what(), decision, now));
        }
        // Also what an earlier try left, which was killed before it could publish.
        return new Taken(
                participant,
                told.notices(),
                Publishing.of(writing, participant.address()),
                writing.posted());
    }

    private Notice take(
            WriteTransaction writing,
            Participant participant,
            StateLoader.Loaded loaded,
            ParsedMail parsed,
            Instant now) {
        Mail mail = parsed.mail();
        Message message = loaded.message();
        var replies = new PersonalReplies(site, writing, participant, now);
        Decision decision =
                replies.isAny()
                        ? AutomaticReplies.decideForPerson(loaded.state(), message, now, replies)
                        : IncomingRules.decide(loaded.state(), message, now);
        new DecisionWriter(writing, participant, drafts, now, mail.messageId())
                .write(
                        decision,
                        MailActivity.of(
                                message, decision, parsed.noted(detail(decision, message)), now));
        return new Notice(message, null, loaded.state().event(), decision, List.of());
    }

    /** Why, and that the rule of a series could not be followed. */
    private static String detail(Decision decision, Message message) {
        String rule = Schedule.wrongRule(message.event());
        if (rule == null) {
            return decision.detail();
        }
        String wrong = new Problem("wrong-rule", rule).toString();
        return decision.detail().isEmpty() ? wrong : decision.detail() + "; " + wrong;
    }

    private Notice take(
            WriteTransaction writing,
            Participant participant,
            FreeBusyMessage came,
            Mail mail,
            AnswerBudget budget,
            Instant now) {
        var decided =
                new IncomingFreeBusyHandler(site, drafts, writing, participant, now)
                        .take(came, mail, budget.isLeft());
        budget.spend(decided.answer() == null ? 0 : 1);
        Decision decision = decided.decision();
        writing.note(
                participant.address(), MailActivity.of(mail, came.method().name(), decision, now));
        return new Notice(null, came, null, decision, List.of());
    }
}
