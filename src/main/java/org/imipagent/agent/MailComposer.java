package org.imipagent.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.IncomingMailHandler.HandOn;
import org.imipagent.agent.IncomingMailHandler.Told;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Property;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.FreeBusyObject;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Change;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.OutgoingFreeBusy;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.AutoSubmitted;
import org.imipagent.mail.Draft;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailHeader;
import org.imipagent.mail.MailWriter;
import org.imipagent.mail.Mailbox;
import org.imipagent.mail.MessageIds;
import org.imipagent.mail.Pieces;
import org.imipagent.messages.MailBody;
import org.imipagent.messages.MailBody.Fact;
import org.imipagent.messages.MailBody.Quote;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Incoming;
import org.imipagent.settings.ManagerAddress;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SiteSettings;
import org.imipagent.store.ReadTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The mails that people read: scheduling messages to others, and what the person is told of those
 * that came.
 */
final class MailComposer {

    private static final String TRACE = "X-Imip-Agent";
    private static final int MOST_TOLD = 10;

    private final Installation site;
    private final CalendarAddress agent;

    MailComposer(Installation site) {
        this.site = site;
        this.agent = new CalendarAddress(site.settings().value(SiteSettings.MESSAGE_SENDER));
    }

    /** The sender of every envelope of ours: bounces are the agent's to get, never the person's. */
    String envelopeSender() {
        return agent.email();
    }

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
        var texts = participant.texts();
        var told = FreeBusyObject.reply(answer.uid(), answer.asker(), mine, answer.freeBusy(), now);
        var object =
                isCut
                        ? told.plus(Property.ofText("COMMENT", texts.say(MessageKey.FREEBUSY_CUT)))
                        : told;
        var words = new MailWording(texts, participant.person().zone());
        String name = MailWording.name(participant);
        var letter =
                new MailBody(
                        texts,
                        texts.say(MessageKey.FREEBUSY_BODY, "name", name),
                        words.window(answer.freeBusy()),
                        isCut ? List.of(texts.say(MessageKey.FREEBUSY_CUT)) : List.of(),
                        List.of(),
                        null);
        Mailbox person = mailbox(participant);
        return MailWriter.write(
                new Draft(
                        isOurs ? person : new Mailbox(participant.name(), agent.email()),
                        isOurs ? new Mailbox("", agent.email()) : null,
                        List.of(Objects.requireNonNull(Mailbox.of("", answer.to()))),
                        person,
                        texts.say(MessageKey.FREEBUSY_SUBJECT, "name", name),
                        letter.plain(),
                        letter.html(),
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

    private static Mailbox mailbox(Participant participant) {
        return Objects.requireNonNull(
                Mailbox.of(participant.name(), participant.address()),
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
    byte[] scheduling(
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
                        .toList();
        var texts = participant.texts();
        var main = parts.getFirst();
        var words = new MailWording(texts, participant.person().zone());
        String name = MailWording.name(participant);
        var letter =
                new MailBody(
                        texts,
                        words.sentence(outgoing, main, participant),
                        words.sent(outgoing, main),
                        main.isThisAndFuture()
                                ? List.of(texts.say(MessageKey.MAIL_FUTURE))
                                : List.of(),
                        List.of(
                                new Quote(
                                        texts.say(MessageKey.MAIL_WROTE, "name", name),
                                        outgoing.comment()),
                                description(outgoing.method(), main, texts)),
                        null);
        Mailbox person = mailbox(participant);
        Mailbox service = new Mailbox(participant.name(), agent.email());
        return MailWriter.write(
                new Draft(
                        isOurs ? person : service,
                        isOurs ? new Mailbox("", agent.email()) : null,
                        outgoing.to().stream()
                                .map(to -> Mailbox.of("", to))
                                .filter(Objects::nonNull)
                                .toList(),
                        person,
                        words.subject(outgoing, main, participant),
                        letter.plain(),
                        letter.html(),
                        outgoing.method().name(),
                        CalendarWriter.write(outgoing.method().name(), parts),
                        MessageIds.of(domain(), act(outgoing, main, participant)),
                        now,
                        references(main, outgoing.automatic() ? asked : ""),
                        outgoing.automatic() ? AutoSubmitted.REPLIED : AutoSubmitted.NO,
                        List.of(),
                        bundled));
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
            List<Told> told,
            @Nullable Participant participant,
            Instant now) {
        Mail mail = parsed.mail();
        String sender = mail.envelopeSender();
        if (participant == null) {
            return List.of(new HandOn(recipient, sender, Pieces.of(bytes)));
        }
        var original = new HandOn(recipient, sender, MailWriter.handOn(bytes, trace(told)));
        Incoming form = participant.preferences().value(PersonalPreferences.INCOMING);
        List<Told> worthTelling =
                worthTelling(
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

    /**
     * What was understood is told; what was refused goes on as it came, with the reason in its
     * header.
     */
    private static List<Told> worthTelling(List<Told> told, boolean wantsFreeBusy) {
        var worth = new ArrayList<Told>();
        for (Told each : told) {
            var verdict = each.decision().verdict();
            if (each.freeBusy() != null && !wantsFreeBusy) {
                continue;
            }
            // A mail that could not be handed on comes again: its summary is still to be told.
            if ((each.message() != null || each.freeBusy() != null)
                    && (!verdict.isRefusal() || verdict == Verdict.REPEATED)) {
                worth.add(each);
            }
        }
        return worth;
    }

    private static List<MailHeader> trace(List<Told> told) {
        var headers = new ArrayList<MailHeader>();
        for (Told each : told) {
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
            List<Told> worthTelling,
            List<Told> told,
            Mail mail,
            CalendarAddress recipient,
            Participant participant,
            Instant now) {
        var texts = participant.texts();
        List<MailBody> composer = composer(worthTelling, participant);
        return new Draft(
                new Mailbox(texts.say(MessageKey.SITE), agent.email()),
                null,
                List.of(
                        Objects.requireNonNullElseGet(
                                Mailbox.of(participant.name(), recipient),
                                () -> new Mailbox("", agent.email()))),
                mail.from() == null ? null : Mailbox.of("", mail.from()),
                mail.subject().isBlank() ? texts.say(MessageKey.MAIL_SUBJECT) : mail.subject(),
                MailBody.plain(composer),
                MailBody.html(composer),
                null,
                null,
                MessageIds.of(domain(), told(worthTelling.getFirst(), recipient, mail)),
                now,
                mail.messageId().isEmpty() ? List.of() : List.of(mail.messageId()),
                AutoSubmitted.GENERATED,
                trace(told));
    }

    /** One for each event that the mail is about. */
    private List<MailBody> composer(List<Told> told, Participant participant) {
        var composer = new ArrayList<MailBody>();
        for (Told each : told.subList(0, Math.min(MOST_TOLD, told.size()))) {
            composer.add(
                    each.message() == null
                            ? ofFreeBusy(each, participant)
                            : ofEvent(each, each.message(), participant));
        }
        if (told.size() > MOST_TOLD) {
            var texts = participant.texts();
            String more = texts.count(MessageKey.MORE, told.size() - MOST_TOLD);
            composer.add(new MailBody(texts, more, List.of(), List.of()));
        }
        return composer;
    }

    /** What tells this summary from all others. */
    private static List<String> told(Told first, CalendarAddress recipient, Mail mail) {
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

    private MailBody ofEvent(Told first, Message message, Participant participant) {
        var texts = participant.texts();
        var words = new MailWording(texts, participant.person().zone());
        VEvent main = message.event().main();
        VEvent part = kept(first, main);
        var notes = new ArrayList<>(words.conflicts(first.conflicts()));
        if (main.isThisAndFuture()) {
            notes.addFirst(texts.say(MessageKey.MAIL_FUTURE));
        }
        Attendee writer = MailWording.writer(message);
        String name = writer == null ? "" : writer.name();
        return new MailBody(
                texts,
                words.arrived(first, message),
                words.told(first, message, part),
                notes,
                List.of(
                        new Quote(
                                texts.say(MessageKey.MAIL_WROTE, "name", name),
                                main.text("COMMENT")),
                        description(message.method(), main, texts)),
                link(first, message));
    }

    private static Quote description(Method method, VEvent main, Messages texts) {
        boolean isNew =
                switch (method) {
                    case REQUEST, PUBLISH, ADD -> true;
                    case REPLY, CANCEL, REFRESH, COUNTER, DECLINECOUNTER -> false;
                };
        return new Quote(texts.say(MessageKey.DESCRIPTION) + ":", isNew ? main.description() : "");
    }

    private static MailBody ofFreeBusy(Told first, Participant participant) {
        var message = Objects.requireNonNull(first.freeBusy());
        var texts = participant.texts();
        var words = new MailWording(texts, participant.person().zone());
        List<Fact> facts = List.of();
        for (Change change : first.decision().changes()) {
            if (change instanceof Change.Learn(_, var freeBusy, _)) {
                facts = words.told(freeBusy);
            }
        }
        return new MailBody(texts, words.arrived(message), facts, List.of());
    }

    /** The part as it is kept now: what came may say little, as a CANCEL does. */
    private static VEvent kept(Told told, VEvent main) {
        Event now = told.before();
        for (Change change : told.decision().changes()) {
            if (change instanceof Change.Keep(Event event)) {
                now = event;
            }
        }
        if (now == null || told.decision().verdict() == Verdict.ASKED_AGAIN) {
            return main;
        }
        VEvent part = now.part(main.recurrenceId());
        return part == null ? now.main() : part;
    }

    /** To the event, or to the date of it that is told; null where neither can be seen. */
    private @Nullable String link(Told told, Message message) {
        var manager = ManagerAddress.of(site.settings(), site.host());
        boolean isUnknown = told.decision().verdict() == Verdict.ASKED_AGAIN;
        if (manager == null || (isUnknown && told.before() == null)) {
            return null;
        }
        VEvent main = message.event().main();
        RecurrenceId id = main.recurrenceId();
        return id == null || isUnknown || MailWording.isSomeDates(message)
                ? manager.event(main.uid())
                : manager.event(main.uid(), id.text());
    }
}
