package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.itip.Decision;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.Message;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailReader;
import org.imipagent.notice.Notice;
import org.imipagent.store.StoreTrouble;
import org.imipagent.store.WriteTransaction;

/**
 * Mail in, for resources: each recipient decides by itself, in one transaction with its booking and
 * its answer; one that does not participate books and says nothing. Nothing is handed on: nobody
 * reads a resource's mail.
 */
public final class ResourceMailHandler {

    private final Installation site;
    private final MailDrafts drafts;

    public ResourceMailHandler(Installation site) {
        this.site = site;
        this.drafts = new MailDrafts(site);
    }

    /**
     * What a mail led to.
     *
     * @param unpublished resources whose free/busy is to be published
     * @param posted the numbers of what is to be sent
     * @param outcomes one for each recipient
     * @param faults of the program: nothing is booked, and the mail is done with all the same
     */
    public record Received(
            List<CalendarAddress> unpublished,
            List<Long> posted,
            List<MailOutcome> outcomes,
            List<RuntimeException> faults) {
        public Received {
            unpublished = List.copyOf(unpublished);
            posted = List.copyOf(posted);
            outcomes = List.copyOf(outcomes);
            faults = List.copyOf(faults);
        }
    }

    /** What one piece of it led to for one of them. */
    private record Taken(
            List<Notice> notices, List<CalendarAddress> unpublished, List<Long> posted) {}

    /** What grows while one recipient after the other is seen to. */
    private final class Effects {
        private final List<CalendarAddress> unpublished = new ArrayList<>();
        private final List<Long> posted = new ArrayList<>();
        private final List<MailOutcome> outcomes = new ArrayList<>();
        private final List<RuntimeException> faults = new ArrayList<>();

        /** Takes something in a transaction of its own. */
        List<Notice> add(CalendarAddress recipient, Function<WriteTransaction, Taken> take) {
            Taken taken = site.store().effect(recipient, take::apply);
            unpublished.addAll(taken.unpublished());
            posted.addAll(taken.posted());
            return taken.notices();
        }
    }

    /**
     * Takes a mail for its recipients.
     *
     * @param recipients of the envelope; none: those that its header names
     * @throws StoreTrouble when it cannot be kept: then it is to be tried again, with the same
     *     effect
     */
    public Received receive(byte[] bytes, List<CalendarAddress> recipients, Instant now) {
        var effects = new Effects();
        Mail mail = MailReader.read(bytes, site.mailLimits());
        ParsedMail parsed = parsed(mail, effects);
        for (CalendarAddress recipient : recipients.isEmpty() ? mail.recipients() : recipients) {
            receive(parsed, bytes, recipient, effects, now);
        }
        return new Received(
                effects.unpublished.stream().distinct().toList(),
                effects.posted,
                effects.outcomes,
                effects.faults);
    }

    private ParsedMail parsed(Mail mail, Effects effects) {
        try {
            return ParsedMail.of(mail, site.bounds());
        } catch (RuntimeException fault) {
            effects.faults.add(fault);
            return ParsedMail.faulty(mail, fault);
        }
    }

    private void receive(
            ParsedMail parsed,
            byte[] bytes,
            CalendarAddress recipient,
            Effects effects,
            Instant now) {
        var notices = new ArrayList<Notice>();
        int faults = effects.faults.size();
        try {
            for (ParsedMail piece : parsed.pieces()) {
                int answers = effects.posted.size();
                notices.addAll(
                        effects.add(
                                recipient,
                                writing -> take(writing, piece, recipient, answers, now)));
            }
            OwnerReplies.Reply reply =
                    parsed.isPlain() ? OwnerReplies.Reply.of(parsed.mail(), bytes) : null;
            if (reply != null) {
                int answers = effects.posted.size();
                notices.addAll(
                        effects.add(
                                recipient,
                                writing -> take(writing, reply, recipient, answers, now)));
            }
        } catch (StoreTrouble trouble) {
            throw trouble;
        } catch (RuntimeException fault) {
            effects.faults.add(fault);
            MailActivity.noteFault(site, parsed.mail(), recipient, fault, now);
        }
        boolean isFaulty = effects.faults.size() > faults;
        effects.outcomes.add(MailOutcome.of(parsed, recipient, notices, isFaulty));
    }

    private Taken take(
            WriteTransaction writing,
            ParsedMail parsed,
            CalendarAddress recipient,
            int answers,
            Instant now) {
        Participant resource = site.participant(writing, site.user(writing, recipient));
        if (!resource.participates()) {
            return new Taken(List.of(), List.of(), List.of());
        }
        writing.add(resource.address(), now);
        Mail mail = parsed.mail();
        boolean may = MayAnswer.mail(mail, drafts.agent(), recipient);
        var budget = new AnswerBudget(writing, site, mail, answers, now);
        var loader = new StateLoader(writing, resource, site, site.bounds(), now);
        var notices = new ArrayList<Notice>();
        for (Message came : parsed.messages()) {
            var loaded = loader.of(came.answerable(may && budget.isLeft()), mail.recipients());
            int before = writing.posted().size();
            Decision decision = decide(writing, resource, loaded, mail, now);
            // Also what others say who go in its place, and what its owners are asked.
            budget.spend(writing.posted().size() - before);
            notices.add(new Notice(decision));
        }
        var deputies = new Deputies(writing, site);
        for (FreeBusyMessage came : parsed.freeBusy()) {
            Decision decision =
                    new IncomingFreeBusyHandler(site, drafts, writing, resource, now)
                            .take(deputies.spoken(came), mail, budget.isLeft())
                            .decision();
            note(writing, resource, mail, came.method().name(), decision, now);
            notices.add(new Notice(decision));
        }
        for (ParsedMail.Refused refused : parsed.refused()) {
            var decision = Decision.refuse(refused.verdict(), refused.detail());
            note(writing, resource, mail, refused.what(), decision, now);
            notices.add(new Notice(decision));
        }
        return new Taken(notices, Publishing.of(writing, resource.address()), writing.posted());
    }

    /** What somebody who looks after the resource replied. */
    private Taken take(
            WriteTransaction writing,
            OwnerReplies.Reply reply,
            CalendarAddress recipient,
            int answers,
            Instant now) {
        Participant resource = site.participant(writing, site.user(writing, recipient));
        if (!resource.participates()) {
            return new Taken(List.of(), List.of(), List.of());
        }
        Mail mail = reply.mail();
        var budget = new AnswerBudget(writing, site, mail, answers, now);
        boolean may = MayAnswer.mail(mail, drafts.agent(), recipient) && budget.isLeft();
        Decision decision = new OwnerReplies(site, drafts, writing, may, now).take(resource, reply);
        if (decision == null) {
            return new Taken(List.of(), List.of(), List.of());
        }
        if (decision.isRefusal()) {
            budget.spend(writing.posted().size());
        }
        return new Taken(
                List.of(new Notice(decision)),
                Publishing.of(writing, resource.address()),
                writing.posted());
    }

    private Decision decide(
            WriteTransaction writing,
            Participant resource,
            StateLoader.Loaded loaded,
            Mail mail,
            Instant now) {
        Message message = loaded.message().known(true);
        return new ResourceBookings(site, drafts, writing, mail.messageId(), now)
                .take(resource, loaded.state(), message, Set.of());
    }

    private static void note(
            WriteTransaction writing,
            Participant resource,
            Mail mail,
            String what,
            Decision decision,
            Instant now) {
        writing.note(resource.address(), MailActivity.of(mail, what, decision, now));
    }
}
