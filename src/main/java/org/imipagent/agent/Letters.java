package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.imipagent.agent.IncomingMail.HandOn;
import org.imipagent.agent.IncomingMail.Told;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.ical.CalendarWriter;
import org.imipagent.itip.Change;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Method;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.Verdict;
import org.imipagent.mail.AutoSubmitted;
import org.imipagent.mail.Draft;
import org.imipagent.mail.Header;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailWriter;
import org.imipagent.mail.Mailbox;
import org.imipagent.mail.MessageIds;
import org.imipagent.mail.Pieces;
import org.imipagent.settings.Incoming;
import org.imipagent.settings.ManagerAddress;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.settings.SiteSettings;
import org.imipagent.text.Word;
import org.jspecify.annotations.Nullable;

/**
 * The mails that people read: scheduling messages to others, and what the person is told of those
 * that came.
 */
final class Letters {

    private static final String TRACE = "X-Imip-Agent";

    private final Installation site;
    private final CalendarAddress agent;

    Letters(Installation site) {
        this.site = site;
        this.agent = new CalendarAddress(site.settings().value(SiteSettings.MESSAGE_SENDER));
    }

    /** The sender of every envelope of ours: bounces are the agent's to get, never the person's. */
    String envelopeSender() {
        return agent.email();
    }

    private String domain() {
        return Objects.requireNonNullElse(agent.domain(), "localhost");
    }

    /**
     * A scheduling message as a mail (RFC 6047): from the person where their domain is ours, else
     * from the agent for them.
     */
    byte[] scheduling(Outgoing outgoing, Participant participant, Instant now) {
        boolean isOurs = domain().equals(participant.address().domain());
        var sender = isOurs ? participant.address() : agent;
        var parts =
                outgoing.parts().stream()
                        .map(part -> sentBy(sender, part, participant, outgoing.method()))
                        .toList();
        var texts = participant.texts();
        var main = parts.getFirst();
        var words = new Words(texts, participant.person().zone());
        String sentence = words.sentence(outgoing, main, participant);
        Mailbox person =
                Objects.requireNonNull(
                        Mailbox.of(participant.name(), participant.address()),
                        () -> "no mail can be sent for " + participant.address());
        Mailbox service = new Mailbox(participant.name(), agent.email());
        String comment = outgoing.comment();
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
                        texts.plainBody(sentence, words.facts(main), comment),
                        texts.htmlBody(sentence, words.facts(main), comment),
                        outgoing.method().name(),
                        CalendarWriter.write(outgoing.method().name(), parts),
                        MessageIds.of(domain(), act(outgoing, main, participant)),
                        now,
                        List.of(),
                        AutoSubmitted.NO,
                        List.of()));
    }

    /**
     * Where From is another address than the calendar names, the calendar says so (RFC 6047, 3).
     */
    private static VEvent sentBy(
            CalendarAddress sender, VEvent part, Participant participant, Method method) {
        Attendee mine = isOfOrganiser(method) ? part.organiser() : participant.person().among(part);
        if (mine == null || mine.address().equals(sender)) {
            return part;
        }
        Attendee sent = mine.with("SENT-BY", sender.uri());
        return isOfOrganiser(method) ? part.with(sent.property()) : part.with(sent);
    }

    private static boolean isOfOrganiser(Method method) {
        return switch (method) {
            case PUBLISH, REQUEST, ADD, CANCEL, DECLINECOUNTER -> true;
            case REPLY, REFRESH, COUNTER -> false;
        };
    }

    private static List<String> act(Outgoing outgoing, VEvent main, Participant participant) {
        var act = new ArrayList<String>();
        act.add(outgoing.method().name());
        act.add(main.uid());
        act.add(String.valueOf(main.recurrenceId()));
        act.add(Integer.toString(main.sequence()));
        act.add(main.stamp().toString());
        act.add(participant.address().uri());
        outgoing.to().forEach(to -> act.add(to.uri()));
        return act;
    }

    /** The mail for a mailbox, and the summary in the form that the person prefers. */
    List<HandOn> handOn(
            byte[] bytes,
            Understood understood,
            CalendarAddress recipient,
            List<Told> told,
            @Nullable Participant participant,
            Instant now) {
        Mail mail = understood.mail();
        String sender = mail.from() == null ? "" : mail.from().email();
        if (participant == null) {
            return List.of(new HandOn(recipient, sender, Pieces.of(bytes)));
        }
        var original = new HandOn(recipient, sender, MailWriter.handOn(bytes, trace(told)));
        Incoming form = participant.preferences().value(PersonalPreferences.INCOMING);
        Told worthTelling = worthTelling(told);
        if (worthTelling == null || form == Incoming.MESSAGE_ONLY) {
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
    private static @Nullable Told worthTelling(List<Told> told) {
        for (Told each : told) {
            var verdict = each.decision().verdict();
            // A mail that could not be handed on comes again: its summary is still to be told.
            if (each.message() != null && (!verdict.isRefusal() || verdict == Verdict.REPEATED)) {
                return each;
            }
        }
        return null;
    }

    private static List<Header> trace(List<Told> told) {
        var headers = new ArrayList<Header>();
        for (Told each : told) {
            var details = new LinkedHashMap<String, String>();
            if (each.message() != null) {
                details.put("method", each.message().method().name());
                details.put("uid", each.message().event().uid());
            }
            headers.add(Header.trace(TRACE, each.decision().verdict().word(), details));
        }
        return headers;
    }

    private Draft summary(
            Told first,
            List<Told> told,
            Mail mail,
            CalendarAddress recipient,
            Participant participant,
            Instant now) {
        var message = Objects.requireNonNull(first.message());
        var texts = participant.texts();
        var words = new Words(texts, participant.person().zone());
        VEvent main = message.event().main();
        String sentence = words.arrived(message, first.decision().verdict());
        var facts = words.facts(kept(first.decision(), main));
        String link = link(main);
        String plain =
                texts.plainBody(sentence, facts, main.text("COMMENT"))
                        + (link == null
                                ? ""
                                : "\n" + texts.say(Word.MAIL_VIEW) + "\n" + link + "\n");
        String html = texts.htmlBody(sentence, facts, main.text("COMMENT"), link);
        return new Draft(
                new Mailbox(texts.say(Word.SITE), agent.email()),
                null,
                List.of(
                        Objects.requireNonNullElseGet(
                                Mailbox.of(participant.name(), recipient),
                                () -> new Mailbox("", agent.email()))),
                mail.from() == null ? null : Mailbox.of("", mail.from()),
                mail.subject().isBlank() ? texts.say(Word.MAIL_SUBJECT) : mail.subject(),
                plain,
                html,
                null,
                null,
                MessageIds.of(
                        domain(),
                        List.of(
                                "summary",
                                recipient.uri(),
                                mail.messageId(),
                                message.method().name(),
                                main.uid(),
                                String.valueOf(main.recurrenceId()),
                                main.stamp().toString())),
                now,
                mail.messageId().isEmpty() ? List.of() : List.of(mail.messageId()),
                AutoSubmitted.GENERATED,
                trace(told));
    }

    /** The part as it is kept now: what came may say little, as a CANCEL does. */
    private static VEvent kept(Decision decision, VEvent main) {
        for (Change change : decision.changes()) {
            if (change instanceof Change.Keep(Event event)) {
                VEvent part = event.part(main.recurrenceId());
                return part == null ? event.main() : part;
            }
        }
        return main;
    }

    private @Nullable String link(VEvent main) {
        var manager = ManagerAddress.of(site.settings(), site.host());
        if (manager == null) {
            return null;
        }
        RecurrenceId id = main.recurrenceId();
        return id == null ? manager.event(main.uid()) : manager.event(main.uid(), id.text());
    }
}
