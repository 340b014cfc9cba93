package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Problem;
import org.imipagent.itip.CalendarState;
import org.imipagent.itip.Decision;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.IncomingRules;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailReader;
import org.imipagent.mail.Pieces;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.Activity;
import org.imipagent.store.StoreTrouble;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Mail in, for people: each recipient's calendar takes what it should, and the mail goes on to its
 * mailbox whatever was thought of it.
 */
public final class IncomingMailHandler {

    private final Installation site;
    private final MailComposer composer;

    public IncomingMailHandler(Installation site) {
        this.site = site;
        this.composer = new MailComposer(site);
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
     * @param changed users whose free/busy may have changed
     * @param posted the numbers of what is to be sent
     * @param faults of the program: the mail is handed on all the same
     */
    public record Received(
            List<HandOn> handOn,
            List<CalendarAddress> changed,
            List<Long> posted,
            List<RuntimeException> faults) {

        public Received {
            handOn = List.copyOf(handOn);
            changed = List.copyOf(changed);
            posted = List.copyOf(posted);
            faults = List.copyOf(faults);
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
        return new Received(effects.handOn, effects.changed, effects.posted, effects.faults);
    }

    /** What grows while one recipient after the other is seen to. */
    private static final class Effects {
        private final List<HandOn> handOn = new ArrayList<>();
        private final List<CalendarAddress> changed = new ArrayList<>();
        private final List<Long> posted = new ArrayList<>();
        private final List<RuntimeException> faults = new ArrayList<>();
    }

    private ParsedMail parsed(byte[] bytes, Effects effects) {
        Mail mail = MailReader.read(bytes, site.bounds().mail());
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
        List<Told> told = List.of();
        try {
            told = parsed.isPlain() ? told : take(parsed, recipient, effects, now);
        } catch (StoreTrouble trouble) {
            throw trouble;
        } catch (RuntimeException fault) {
            effects.faults.add(fault);
            noteFault(parsed, recipient, fault, now);
        }
        Participant participant = participant(told);
        if (participant != null
                && told.stream().anyMatch(t -> !t.decision().verdict().isRefusal())) {
            effects.changed.add(participant.address());
        }
        try {
            effects.handOn.addAll(
                    composer.handOn(bytes, parsed, recipient, told, participant, now));
        } catch (RuntimeException fault) {
            // What cannot be put into words must not keep the mail itself.
            effects.faults.add(fault);
            String sender = parsed.mail().envelopeSender();
            effects.handOn.add(new HandOn(recipient, sender, Pieces.of(bytes)));
        }
    }

    /** A fault of ours must not hold a mail up for ever: nothing of it is kept but this note. */
    private void noteFault(
            ParsedMail parsed, CalendarAddress recipient, RuntimeException fault, Instant now) {
        try (WriteTransaction writing = site.store().write()) {
            CalendarAddress user = site.user(writing, recipient);
            writing.add(user, now);
            writing.note(user, unread(ParsedMail.refused(fault), parsed.mail(), now));
            writing.commit();
        }
    }

    /**
     * What became of one event of a mail, for the letter that tells it.
     *
     * @param message null for a part that could not be taken, and for free/busy
     * @param freeBusy null for what is no free/busy
     * @param conflicts what else the person has at that time
     * @param before the event as it was kept until then; null where it was not
     */
    record Told(
            Participant participant,
            @Nullable Message message,
            @Nullable FreeBusyMessage freeBusy,
            @Nullable Event before,
            Decision decision,
            List<Occurrence> conflicts) {

        Told {
            conflicts = List.copyOf(conflicts);
        }

        Told(Participant participant, Decision decision) {
            this(participant, null, null, null, decision, List.of());
        }
    }

    private static @Nullable Participant participant(List<Told> told) {
        return told.isEmpty() ? null : told.getFirst().participant();
    }

    private List<Told> take(
            ParsedMail parsed, CalendarAddress recipient, Effects effects, Instant now) {
        try (WriteTransaction writing = site.store().write()) {
            var participant = site.participant(writing, site.user(writing, recipient));
            if (!participant.participates()) {
                return List.of();
            }
            writing.add(participant.address(), now);
            var told = new ArrayList<Told>();
            var agent = new CalendarAddress(site.settings().value(SiteSettings.MESSAGE_SENDER));
            Mail mail = parsed.mail();
            boolean may = MayAnswer.mail(mail, agent, recipient);
            boolean mayRefresh = MayAnswer.refresh(mail, agent, recipient);
            for (Message came : parsed.messages()) {
                Message message = came.spokenFor(agent);
                told.add(
                        take(
                                writing,
                                participant,
                                message.answerable(
                                        message.method() == Method.REFRESH ? mayRefresh : may),
                                parsed,
                                now));
            }
            for (FreeBusyMessage came : parsed.freeBusy()) {
                told.add(take(writing, participant, came.spokenFor(agent), mail, now));
            }
            for (ParsedMail.Refused refused : parsed.refused()) {
                var decision = Decision.refuse(refused.verdict(), refused.detail());
                told.add(new Told(participant, decision));
                writing.note(participant.address(), unread(refused, parsed.mail(), now));
            }
            writing.commit();
            effects.posted.addAll(writing.posted());
            return told;
        }
    }

    private Told take(
            WriteTransaction writing,
            Participant participant,
            Message came,
            ParsedMail parsed,
            Instant now) {
        Mail mail = parsed.mail();
        var loader = new StateLoader(writing, participant, site);
        Message message = loader.named(came.meant(loader.isMeant(came, mail.recipients())));
        CalendarState kept = loader.at(message);
        var decided = once(writing, participant, message, kept, now);
        var decision =
                new DecisionWriter(
                                writing,
                                participant,
                                composer,
                                site.bounds(),
                                now,
                                site.horizon(now),
                                mail.messageId())
                        .decision(decided);
        var main = message.event().main();
        writing.note(
                participant.address(),
                new Activity(
                        now,
                        Activity.Source.MAIL,
                        message.method().name(),
                        message.event().uid(),
                        main.recurrenceId(),
                        main.summary(),
                        message.from() == null ? "" : message.from().email(),
                        decision.verdict(),
                        parsed.noted(detail(decision, message))));
        var conflicts = new Conflicts(site, writing, participant, now).of(message, decision);
        return new Told(participant, message, null, kept.event(), decision, conflicts);
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

    private Told take(
            WriteTransaction writing,
            Participant participant,
            FreeBusyMessage came,
            Mail mail,
            Instant now) {
        Decision decision =
                new IncomingFreeBusyHandler(site, composer, writing, participant, now)
                        .take(came, mail)
                        .decision();
        writing.note(
                participant.address(),
                new Activity(
                        now,
                        Activity.Source.MAIL,
                        came.method().name(),
                        "",
                        null,
                        mail.subject(),
                        mail.from() == null ? "" : mail.from().email(),
                        decision.verdict(),
                        decision.detail()));
        return new Told(participant, null, came, null, decision, List.of());
    }

    /**
     * What the agent says by itself in answer to a message it says once, also when it comes again.
     */
    private static Decision once(
            WriteTransaction writing,
            Participant participant,
            Message message,
            CalendarState kept,
            Instant now) {
        Decision decided = IncomingRules.decide(kept, message, now);
        boolean answers = decided.messages().stream().anyMatch(Outgoing::automatic);
        // The same again is no word about what the person proposed since.
        boolean declines = decided.verdict() == Verdict.COUNTER_DECLINED;
        boolean isOnce = answers || declines;
        if (!isOnce || writing.first(participant.address(), name(message), now)) {
            return decided;
        }
        return declines || decided.changes().isEmpty()
                ? Decision.refuse(Verdict.REPEATED, "")
                : new Decision(
                        decided.verdict(),
                        decided.detail(),
                        decided.changes(),
                        decided.messages().stream().filter(each -> !each.automatic()).toList());
    }

    private static String name(Message message) {
        var main = message.event().main();
        return "answer to "
                + message.method()
                + " of "
                + message.from()
                + " of "
                + main.stamp()
                + ", "
                + main.sequenceText()
                + ", "
                + main.recurrenceId()
                + " about "
                + main.uid();
    }

    private static Activity unread(ParsedMail.Refused refused, Mail mail, Instant now) {
        return new Activity(
                now,
                Activity.Source.MAIL,
                refused.what(),
                "",
                null,
                mail.subject(),
                mail.from() == null ? "" : mail.from().email(),
                refused.verdict(),
                refused.detail());
    }
}
