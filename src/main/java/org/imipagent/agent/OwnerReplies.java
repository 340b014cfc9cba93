package org.imipagent.agent;

import java.time.Instant;
import java.util.Set;
import org.imipagent.agent.ResourceDecisions.Waiting;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Participation;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailReply;
import org.imipagent.notice.OwnerWords;
import org.imipagent.store.Activity;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * What those who look after a resource decide by mail, in a transaction that holds it: the same as
 * on the page. Their reply is known by the {@link QuestionCode}, and must come from whom it was
 * mailed to.
 *
 * @param mayTell whether the mail may be answered: a reply that nobody understands, or that comes
 *     too late, is
 */
record OwnerReplies(
        Installation site,
        MailDrafts drafts,
        WriteTransaction writing,
        boolean mayTell,
        Instant now) {

    /**
     * A mail that seems to answer a question.
     *
     * @param words of the answer: of the subject where a link of the question began it, else the
     *     first line
     * @param isWritten whether a person wrote the words, so that what follows them is a comment
     */
    record Reply(
            Mail mail, CalendarAddress from, QuestionCode code, String words, boolean isWritten) {

        /** What a mail without a calendar says; null where it answers no question. */
        static @Nullable Reply of(Mail mail, byte[] bytes) {
            CalendarAddress from = mail.from();
            if (mail.automatic() || from == null) {
                return null;
            }
            QuestionCode named = QuestionCode.inSubject(mail.subject());
            if (named != null) {
                return new Reply(mail, from, named, mail.subject(), false);
            }
            MailReply reply = MailReply.read(bytes);
            QuestionCode answered = QuestionCode.inIds(reply.answered());
            return answered == null ? null : new Reply(mail, from, answered, reply.line(), true);
        }
    }

    /** A question that waits for its answer, and whom it was asked. */
    private record Open(Waiting waiting, CalendarAddress owner) {}

    /** Takes a reply; null where it is of nobody who looks after the resource. */
    @Nullable Decision take(Participant resource, Reply reply) {
        Set<CalendarAddress> owners = new Resources(site, writing).owners(resource);
        CalendarAddress owner = site.user(writing, reply.from());
        if (!owners.contains(owner)) {
            return null;
        }
        Mail mail = reply.mail();
        if (!mail.messageId().isEmpty()
                && !writing.useKey(resource.address(), "reply " + mail.messageId(), now)) {
            return refused(resource, mail, Verdict.REPEATED);
        }
        var questions = new OwnerQuestions(site, drafts, writing, now);
        Open open = open(questions, resource, owners, reply.code());
        if (open == null) {
            if (mayTell) {
                questions.tellLate(resource, reply.from(), mail.messageId());
            }
            return refused(resource, mail, Verdict.STALE);
        }
        if (!open.owner().equals(owner)) {
            return refused(resource, mail, Verdict.NOT_SENDER);
        }
        OwnerWords said = OwnerWords.of(reply.words());
        if (said == null) {
            if (mayTell) {
                questions.ask(open.waiting(), reply.from(), true);
            }
            return refused(resource, mail, Verdict.UNREADABLE);
        }
        return new ResourceDecisions(site, drafts, writing, now)
                .decide(
                        open.waiting(),
                        said.isYes() ? Participation.ACCEPTED : Participation.DECLINED,
                        reply.isWritten() ? said.rest() : "",
                        Activity.Source.MAIL,
                        reply.from().email());
    }

    private Decision refused(Participant resource, Mail mail, Verdict verdict) {
        Decision decision = Decision.refuse(verdict, "");
        writing.note(resource.address(), MailActivity.of(mail, "REPLY", decision, now));
        return decision;
    }

    /** The question of a code that still waits; null for none. */
    private @Nullable Open open(
            OwnerQuestions questions,
            Participant resource,
            Set<CalendarAddress> owners,
            QuestionCode code) {
        byte[] secret = writing.secret();
        Open found = null;
        for (Waiting each : questions.waiting(resource)) {
            for (CalendarAddress owner : owners) {
                if (QuestionCode.of(secret, owner, each).is(code)) {
                    found = new Open(each, owner);
                }
            }
        }
        return found;
    }
}
