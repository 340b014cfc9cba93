package org.imipagent.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.Claims;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.AutomaticReplies;
import org.imipagent.itip.AutomaticReplies.Said;
import org.imipagent.itip.Decision;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.Message;
import org.imipagent.itip.OccurrenceTable;
import org.imipagent.mail.Mail;
import org.imipagent.mail.MailReader;
import org.imipagent.notice.SchedulingWording;
import org.imipagent.scheduling.SchedulingAnswer;
import org.imipagent.scheduling.SchedulingFunctions;
import org.imipagent.scheduling.SchedulingRequest;
import org.imipagent.settings.PersonalPreferences;
import org.imipagent.store.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Mail in, for resources: each recipient decides by itself, in one transaction with its booking and
 * its answer. Nothing is handed on: nobody reads a resource's mail.
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
     * @param verdicts of each recipient, for the log
     */
    public record Received(
            List<CalendarAddress> unpublished, List<Long> posted, List<String> verdicts) {
        public Received {
            unpublished = List.copyOf(unpublished);
            posted = List.copyOf(posted);
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * Takes a mail for its recipients.
     *
     * @param recipients of the envelope; none: those that its header names
     * @throws org.imipagent.store.StoreTrouble when it cannot be kept: then it is to be tried
     *     again, with the same effect
     */
    public Received receive(byte[] bytes, List<CalendarAddress> recipients, Instant now) {
        Mail mail = MailReader.read(bytes, site.mailLimits());
        ParsedMail parsed = ParsedMail.of(mail, site.bounds());
        List<CalendarAddress> all = recipients.isEmpty() ? mail.recipients() : recipients;
        var unpublished = new ArrayList<CalendarAddress>();
        var posted = new ArrayList<Long>();
        var verdicts = new ArrayList<String>();
        for (CalendarAddress recipient : all) {
            for (ParsedMail piece : parsed.pieces()) {
                int answers = posted.size();
                Received taken =
                        site.store()
                                .effect(
                                        recipient,
                                        writing -> take(writing, piece, recipient, answers, now));
                unpublished.addAll(taken.unpublished());
                posted.addAll(taken.posted());
                verdicts.addAll(taken.verdicts());
            }
        }
        return new Received(unpublished.stream().distinct().toList(), posted, verdicts);
    }

    private Received take(
            WriteTransaction writing,
            ParsedMail parsed,
            CalendarAddress recipient,
            int answers,
            Instant now) {
        Participant resource = site.participant(writing, site.user(writing, recipient));
        writing.add(resource.address(), now);
        Mail mail = parsed.mail();
        boolean may = MayAnswer.mail(mail, drafts.agent(), recipient);
        var budget = new AnswerBudget(writing, site, mail, answers, now);
        var loader = new StateLoader(writing, resource, site, site.bounds(), now);
        var verdicts = new ArrayList<String>();
        for (Message came : parsed.messages()) {
            var loaded = loader.of(came.answerable(may && budget.isLeft()), mail.recipients());
            Message message = loaded.message().known(true);
            Decision decision =
                    AutomaticReplies.decide(
                            loaded.state(),
                            message,
                            now,
                            (event, part, occurrences) ->
                                    answer(writing, resource, event, part, occurrences, now));
            new DecisionWriter(writing, resource, drafts, now, mail.messageId())
                    .write(decision, MailActivity.of(message, decision, decision.detail(), now));
            budget.spend(decision.messages().size());
            verdicts.add(decision.verdict().word());
        }
        var deputies = new Deputies(writing, site);
        for (FreeBusyMessage came : parsed.freeBusy()) {
            Decision decision =
                    new IncomingFreeBusyHandler(site, drafts, writing, resource, now)
                            .take(deputies.spoken(came), mail, budget.isLeft())
                            .decision();
            writing.note(
                    resource.address(), MailActivity.of(mail, came.method().name(), decision, now));
            verdicts.add(decision.verdict().word());
        }
        for (ParsedMail.Refused refused : parsed.refused()) {
            var decision = Decision.refuse(refused.verdict(), refused.detail());
            writing.note(resource.address(), MailActivity.of(mail, refused.what(), decision, now));
            verdicts.add(decision.verdict().word());
        }
        return new Received(Publishing.of(writing, resource.address()), writing.posted(), verdicts);
    }

    private Said answer(
            WriteTransaction writing,
            Participant resource,
            Event event,
            VEvent part,
            OccurrenceTable table,
            Instant now) {
        SchedulingAnswer answer =
                SchedulingFunctions.answer(
                        resource.preferences().value(PersonalPreferences.SCHEDULING_FUNCTION),
                        request(writing, resource, event, part, table, now));
        return new Said(
                answer.isAccepted() ? Participation.ACCEPTED : Participation.DECLINED,
                SchedulingWording.comment(answer, resource.texts(), resource.person().zone()));
    }

    private SchedulingRequest request(
            WriteTransaction writing,
            Participant resource,
            Event event,
            VEvent part,
            OccurrenceTable table,
            Instant now) {
        List<Window> times = times(part, table, now);
        Claims claims =
                times.isEmpty()
                        ? Claims.of(List.of())
                        : site.schedule(writing, resource)
                                .claims(times.getFirst().from(), end(times), now)
                                .without(event.uid());
        Attendee organiser = part.organiser();
        @Nullable List<String> access = resource.preferences().value(PersonalPreferences.ACL);
        return new SchedulingRequest(
                resource.address(),
                organiser == null ? resource.address() : organiser.address(),
                part.attendees().stream().map(Attendee::address).toList(),
                times,
                claims,
                Objects.requireNonNullElse(access, List.of()));
    }

    /** What of it is still to come: of a date, that date alone. */
    private static List<Window> times(VEvent part, OccurrenceTable table, Instant now) {
        var times = new ArrayList<Window>();
        for (Occurrence each : table.occurrences()) {
            boolean isAsked = part.recurrenceId() == null || part.recurrenceId().equals(each.id());
            if (isAsked && !each.cancelled() && each.end().isAfter(now)) {
                times.add(new Window(each.start(), each.end()));
            }
        }
        times.sort((one, other) -> one.from().compareTo(other.from()));
        return times;
    }

    private static Instant end(List<Window> times) {
        Instant end = times.getFirst().to();
        for (Window each : times) {
            end = each.to().isAfter(end) ? each.to() : end;
        }
        return end;
    }
}
