package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.IncomingMailHandler.HandOn;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.OneLine;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.FreeBusyObject;
import org.imipagent.freebusy.Window;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Method;
import org.imipagent.itip.MethodTable;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.OutgoingFreeBusy;
import org.imipagent.mail.AutoSubmitted;
import org.imipagent.mail.Draft;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailHeader;
import org.imipagent.mail.MailWriter;
import org.imipagent.mail.Mailbox;
import org.imipagent.mail.MessageIds;
import org.imipagent.mail.Pieces;
import org.imipagent.messages.MailBody;
import org.imipagent.messages.MessageKey;
import org.imipagent.notice.BookingQuestion;
import org.imipagent.notice.Correspondent;
import org.imipagent.notice.MailComposer;
import org.imipagent.notice.MailText;
import org.imipagent.notice.Notice;
import org.imipagent.settings.Incoming;
import org.imipagent.settings.ManagerAddress;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The mails of ours as they leave: who sends them for whom, in which thread, with which calendar;
 * {@link org.imipagent.notice.MailComposer} says what they tell.
 */
final class MailDrafts {

    /** Names of people are shorter; what strangers put there may not be. */
    private static final int LONGEST_NAME = 80;

    private static final String TRACE = "X-Imip-Agent";

    private final Installation site;
    private final CalendarAddress agent;

    MailDrafts(Installation site) {
        this.site = site;
        this.agent = new CalendarAddress(site.settings().value(SiteSettings.MESSAGE_SENDER));
    }

    /** The sender of the envelope of what the agent sends by itself: bounces are its to get. */
    String envelopeSender() {
        return agent.email();
    }

    /**
     * The sender of the envelope of a scheduling message: the person who sent it gets its bounce,
     * where their mail comes to this site. What they did not send themselves bounces to the agent.
     */
    String envelopeSender(Outgoing outgoing, Participant participant) {
        boolean isTheirs = !outgoing.automatic() && domain().equals(participant.address().domain());
        return isTheirs ? participant.address().email() : agent.email();
    }

    /**
     * A scheduling message as a mail.
     *
     * @param messageId with angle brackets
     */
    record SchedulingMail(String messageId, byte[] message) {}

    CalendarAddress agent() {
        return agent;
    }

    /** The person's free/busy to go with a mail of theirs, as an object; null where it does not. */
    @Nullable String bundled(ReadTransaction reading, Participant participant, Instant now) {
        if (!participant.bundles()) {
            return null;
        }
        Instant to = now.plus(Duration.ofDays(site.settings().value(SiteSettings.PUBLISH_DAYS)));
        return CalendarWriter.writeComponent(
                Method.PUBLISH.name(),
                Publishing.freeBusy(site, reading, participant, now, to, now));
    }

    /** The answer to a mail that asks for free/busy. */
    byte[] freeBusy(
            OutgoingFreeBusy answer,
            Participant participant,
            boolean isCut,
            Mail asked,
            Instant now) {
        boolean isOurs = domain().equals(participant.address().domain());
        var sender = isOurs ? participant.address() : agent;
        Attendee mine =
                answer.mine().address().equals(sender)
                        ? answer.mine()
                        : answer.mine().with("SENT-BY", sender.uri());
        var told = FreeBusyObject.reply(answer.uid(), answer.asker(), mine, answer.freeBusy(), now);
        var object =
                isCut
                        ? told.plus(
                                Property.ofText(
                                        "COMMENT",
                                        participant.texts().say(MessageKey.FREEBUSY_CUT)))
                        : told;
        MailText text =
                new MailComposer(participant.correspondent()).freeBusy(answer.freeBusy(), isCut);
        Mailbox person = mailbox(participant);
        return MailWriter.write(
                new Draft(
                        isOurs ? person : new Mailbox(participant.name(), agent.email()),
                        isOurs ? new Mailbox("", agent.email()) : null,
                        List.of(Objects.requireNonNull(Mailbox.of("", answer.to()))),
                        person,
                        text.subject(),
                        text.body().plain(),
                        text.body().html(),
                        Method.REPLY.name(),
                        CalendarWriter.writeComponent(Method.REPLY.name(), object),
                        MessageIds.of(
                                domain(),
                                List.of(
                                        "VFREEBUSY REPLY",
                                        answer.uid(),
                                        asked.messageId(),
                                        now.toString(),
                                        participant.address().uri(),
                                        answer.to().uri())),
                        now,
                        asked.messageId().isEmpty() ? List.of() : List.of(asked.messageId()),
                        AutoSubmitted.REPLIED,
                        List.of()));
    }

    /**
     * The mail that asks somebody when they are busy, for a person who acts in the manager.
     *
     * @param uid of the question
     */
    byte[] freeBusyQuestion(
            Participant participant, CalendarAddress to, Window window, String uid, Instant now) {
        boolean isOurs = domain().equals(participant.address().domain());
        var sender = isOurs ? participant.address() : agent;
        Attendee plain = Attendee.of(participant.address());
        Attendee named =
                participant.name().isEmpty() ? plain : plain.with("CN", participant.name());
        Attendee asker = isOurs ? named : named.with("SENT-BY", sender.uri());
        var object =
                FreeBusyObject.request(
                        uid, asker, Attendee.of(to).with("RSVP", "TRUE"), window, now);
        MailText text = new MailComposer(participant.correspondent()).freeBusyAsked(window);
        Mailbox person = mailbox(participant);
        return MailWriter.write(
                new Draft(
                        isOurs ? person : new Mailbox(participant.name(), agent.email()),
                        isOurs ? new Mailbox("", agent.email()) : null,
                        List.of(Objects.requireNonNull(Mailbox.of("", to))),
                        person,
                        text.subject(),
                        text.body().plain(),
                        text.body().html(),
                        Method.REQUEST.name(),
                        CalendarWriter.writeComponent(Method.REQUEST.name(), object),
                        MessageIds.of(domain(), List.of("VFREEBUSY REQUEST", uid)),
                        now,
                        List.of(),
                        AutoSubmitted.NO,
                        List.of()));
    }

    /**
     * The mail with a code to an address that a person says is theirs; from the site, to it alone.
     */
    byte[] aliasCode(Participant participant, CalendarAddress alias, String code, Instant now) {
        String inHalves =
                code.substring(0, code.length() / 2) + " " + code.substring(code.length() / 2);
        MailText text = new MailComposer(participant.correspondent()).aliasCode(inHalves);
        return MailWriter.write(
                new Draft(
                        new Mailbox(participant.texts().say(MessageKey.SITE), agent.email()),
                        null,
                        List.of(Objects.requireNonNull(Mailbox.of("", alias))),
                        null,
                        text.subject(),
                        text.body().plain(),
                        text.body().html(),
                        null,
                        null,
                        MessageIds.of(
                                domain(),
                                List.of(
                                        "alias code",
                                        participant.address().uri(),
                                        alias.uri(),
                                        now.toString())),
                        now,
                        List.of(),
                        AutoSubmitted.GENERATED,
                        List.of()));
    }

    /**
     * Asks one of those who look after a resource; in their own language, from the site. They may
     * reply to it.
     *
     * @param owner where they are asked
     * @param id the part of its identifier before the @
     */
    byte[] askOwner(
            Participant resource,
            Participant to,
            CalendarAddress owner,
            BookingQuestion question,
            String id,
            Instant now) {
        MailText text =
                new MailComposer(to.correspondent())
                        .askOwner(resource.correspondent(), question, manager());
        return toOwner(resource, to, owner, text, MessageIds.of(domain(), id), "", now);
    }

    /**
     * Tells one of them that their answer came too late.
     *
     * @param answered the Message-ID of their answer
     */
    byte[] ownerLate(
            Participant resource,
            Participant to,
            CalendarAddress owner,
            String answered,
            Instant now) {
        MailText text =
                new MailComposer(to.correspondent()).ownerLate(resource.correspondent(), manager());
        String id =
                MessageIds.of(
                        domain(),
                        List.of(
                                "owner late",
                                resource.address().uri(),
                                owner.uri(),
                                answered,
                                now.toString()));
        return toOwner(resource, to, owner, text, id, answered, now);
    }

    private byte[] toOwner(
            Participant resource,
            Participant to,
            CalendarAddress owner,
            MailText text,
            String id,
            String answered,
            Instant now) {
        return MailWriter.write(
                new Draft(
                        new Mailbox(to.texts().say(MessageKey.SITE), agent.email()),
                        null,
                        List.of(Objects.requireNonNull(Mailbox.of("", owner))),
                        mailbox(resource),
                        text.subject(),
                        text.body().plain(),
                        text.body().html(),
                        null,
                        null,
                        id,
                        now,
                        List.of(answered),
                        answered.isEmpty() ? AutoSubmitted.GENERATED : AutoSubmitted.REPLIED,
                        List.of()));
    }

    private @Nullable ManagerAddress manager() {
        return ManagerAddress.of(site.settings(), site.host());
    }

    private static Mailbox mailbox(Participant participant) {
        return mailbox(participant.name(), participant);
    }

    private static Mailbox mailbox(String name, Participant participant) {
        return Objects.requireNonNull(
                Mailbox.of(name, participant.address()),
                () -> "no mail can be sent for " + participant.address());
    }

    private String domain() {
        return Objects.requireNonNullElse(agent.domain(), "localhost");
    }

    /**
     * A scheduling message as a mail (RFC 6047): from the person where their domain is ours, else
     * from the agent for them.
     *
     * @param asked the Message-ID of the mail that it answers; "" where nobody's mail caused it
     */
    SchedulingMail scheduling(
            Outgoing outgoing,
            Participant participant,
            @Nullable String bundled,
            String asked,
            Instant now) {
        boolean isOurs = domain().equals(participant.address().domain());
        var sender = isOurs ? participant.address() : agent;
        var parts =
                outgoing.parts().stream()
                        .map(part -> sentBy(sender, part, participant, outgoing.method()))
                        .map(part -> MethodTable.fit(outgoing.method(), part))
                        .toList();
        var main = parts.getFirst();
        var writer =
                new Correspondent(
                        participant.person(), name(participant, main), participant.texts());
        MailText text = new MailComposer(writer).scheduling(outgoing);
        Mailbox person = mailbox(writer.name(), participant);
        Mailbox service = new Mailbox(writer.name(), agent.email());
        String messageId = MessageIds.of(domain(), act(outgoing, main, participant));
        byte[] message =
                MailWriter.write(
                        new Draft(
                                isOurs ? person : service,
                                isOurs ? new Mailbox("", agent.email()) : null,
                                outgoing.to().stream()
                                        .map(to -> Mailbox.of("", to))
                                        .filter(Objects::nonNull)
                                        .toList(),
                                person,
                                text.subject(),
                                text.body().plain(),
                                text.body().html(),
                                outgoing.method().name(),
                                CalendarWriter.write(outgoing.method().name(), parts),
                                messageId,
                                now,
                                references(main, outgoing.automatic() ? asked : ""),
                                outgoing.automatic() ? AutoSubmitted.REPLIED : AutoSubmitted.NO,
                                List.of(),
                                bundled));
        return new SchedulingMail(messageId, message);
    }

    /**
     * The name that the person has set, else the one that the event has for them: short, one line,
     * and nothing that could be taken for an address.
     */
    private static String name(Participant participant, VEvent main) {
        if (!participant.name().isEmpty()) {
            return participant.name();
        }
        Attendee organiser = main.organiser();
        boolean isOwn = organiser != null && participant.person().organises(main);
        Attendee mine = isOwn ? organiser : participant.person().among(main);
        String name = mine == null ? null : mine.property().parameter("CN");
        return name == null
                        || name.length() > LONGEST_NAME
                        || name.indexOf('@') >= 0
                        || !name.equals(OneLine.plain(name))
                ? ""
                : name.strip();
    }

    /**
     * Where From is another address than the calendar names, the calendar says so (RFC 6047, 3).
     */
    private static VEvent sentBy(
            CalendarAddress sender, VEvent part, Participant participant, Method method) {
        Attendee mine =
                method.isOfOrganiser() ? part.organiser() : participant.person().among(part);
        if (mine == null || mine.address().equals(sender)) {
            return part;
        }
        Attendee sent = mine.with("SENT-BY", sender.uri());
        return method.isOfOrganiser() ? part.with(sent.property()) : part.with(sent);
    }

    /**
     * All mails about one event stand in one thread, whoever sends them and whichever came first:
     * they name a mail that nobody has sent, which organiser and UID tell.
     */
    private static List<String> references(VEvent main, String asked) {
        var references = new ArrayList<String>();
        Attendee organiser = main.organiser();
        if (organiser != null) {
            String domain = Objects.requireNonNullElse(organiser.address().domain(), "");
            references.add(
                    MessageIds.of(
                            domain, List.of("thread", organiser.address().uri(), main.uid())));
        }
        if (!asked.isEmpty()) {
            references.add(asked);
        }
        return references;
    }

    private static List<String> act(Outgoing outgoing, VEvent main, Participant participant) {
        var act = new ArrayList<String>();
        act.add(outgoing.method().name());
        act.add(main.uid());
        act.add(String.valueOf(main.recurrenceId()));
        act.add(main.sequenceText());
        act.add(main.stamp().toString());
        act.add(participant.address().uri());
        outgoing.to().forEach(to -> act.add(to.uri()));
        return act;
    }

    /** The mail for a mailbox, and the summary in the form that the person prefers. */
    List<HandOn> handOn(
            byte[] bytes,
            ParsedMail parsed,
            CalendarAddress recipient,
            List<Notice> told,
            @Nullable Participant participant,
            Instant now) {
        Mail mail = parsed.mail();
        String sender = mail.envelopeSender();
        if (participant == null) {
            return List.of(new HandOn(recipient, sender, Pieces.of(bytes)));
        }
        var original = new HandOn(recipient, sender, MailWriter.handOn(bytes, trace(told)));
        Incoming form = participant.preferences().value(PersonalPreferences.INCOMING);
        List<Notice> worthTelling =
                MailComposer.worthTelling(
                        told,
                        participant.preferences().value(PersonalPreferences.FREEBUSY_MESSAGES));
        if (worthTelling.isEmpty() || form == Incoming.MESSAGE_ONLY) {
            return List.of(original);
        }
        Draft summary = summary(worthTelling, told, mail, recipient, participant, now);
        return switch (form) {
            case MESSAGE_ONLY -> List.of(original);
            case MESSAGE_THEN_SUMMARY -> List.of(original, ours(recipient, summary));
            case SUMMARY_THEN_MESSAGE -> List.of(ours(recipient, summary), original);
            case SUMMARY_ONLY -> List.of(ours(recipient, summary));
            case SUMMARY_WRAPS_MESSAGE ->
                    List.of(
                            new HandOn(
                                    recipient, envelopeSender(), MailWriter.wrap(summary, bytes)));
        };
    }

    private HandOn ours(CalendarAddress recipient, Draft summary) {
        return new HandOn(recipient, envelopeSender(), Pieces.of(MailWriter.write(summary)));
    }

    private static List<MailHeader> trace(List<Notice> told) {
        var headers = new ArrayList<MailHeader>();
        for (Notice each : told) {
            var details = new LinkedHashMap<String, String>();
            if (each.message() != null) {
                details.put("method", each.message().method().name());
                details.put("uid", each.message().event().uid());
            }
            if (each.freeBusy() != null) {
                details.put("method", each.freeBusy().method().name());
                details.put("component", "VFREEBUSY");
            }
            headers.add(MailHeader.trace(TRACE, each.decision().verdict().word(), details));
        }
        return headers;
    }

    private Draft summary(
            List<Notice> worthTelling,
            List<Notice> told,
            Mail mail,
            CalendarAddress recipient,
            Participant participant,
            Instant now) {
        var texts = participant.texts();
        List<MailBody> bodies =
                new MailComposer(participant.correspondent())
                        .notices(worthTelling, ManagerAddress.of(site.settings(), site.host()));
        return new Draft(
                new Mailbox(texts.say(MessageKey.SITE), agent.email()),
                null,
                List.of(
                        Objects.requireNonNullElseGet(
                                Mailbox.of(participant.name(), recipient),
                                () -> new Mailbox("", agent.email()))),
                mail.from() == null ? null : Mailbox.of("", mail.from()),
                mail.subject().isBlank() ? texts.say(MessageKey.MAIL_SUBJECT) : mail.subject(),
                MailBody.plain(bodies),
                MailBody.html(bodies),
                null,
                null,
                MessageIds.of(domain(), told(worthTelling.getFirst(), recipient, mail)),
                now,
                mail.messageId().isEmpty() ? List.of() : List.of(mail.messageId()),
                AutoSubmitted.GENERATED,
                trace(told));
    }

    /** What tells this summary from all others. */
    private static List<String> told(Notice first, CalendarAddress recipient, Mail mail) {
        var act = new ArrayList<>(List.of("summary", recipient.uri(), mail.messageId()));
        if (first.message() != null) {
            VEvent main = first.message().event().main();
            act.add(first.message().method().name());
            act.add(main.uid());
            act.add(String.valueOf(main.recurrenceId()));
            act.add(main.stamp().toString());
        } else if (first.freeBusy() != null) {
            act.add("VFREEBUSY " + first.freeBusy().method());
            act.add(first.freeBusy().freeBusy().uid());
            act.add(first.freeBusy().freeBusy().stamp().toString());
        }
        return act;
    }
}
