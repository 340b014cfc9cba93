package org.imipagent.notice;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.PercentEncoding;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.freebusy.Window;
import org.imipagent.itip.Change;
import org.imipagent.itip.Decision;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.itip.NotTaken;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.Verdict;
import org.imipagent.messages.MailBody;
import org.imipagent.messages.MailBody.Fact;
import org.imipagent.messages.MailBody.Quote;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.ManagerAddress;
import org.jspecify.annotations.Nullable;

/**
 * The mails that people read, as text: scheduling messages to others, and what the person is told
 * of those that came.
 */
public final class MailComposer {

    /** As many events of one mail are told. */
    public static final int MOST_TOLD = 10;

    private final Correspondent person;
    private final Messages texts;
    private final MailWording wording;

    public MailComposer(Correspondent person) {
        this.person = person;
        this.texts = person.texts();
        this.wording = new MailWording(person);
    }

    /** The answer to a mail that asks for free/busy. */
    public MailText freeBusy(FreeBusy freeBusy, boolean isCut) {
        String name = person.nameOrAddress();
        return new MailText(
                texts.say(MessageKey.FREEBUSY_SUBJECT, "name", name),
                new MailBody(
                        texts,
                        texts.say(MessageKey.FREEBUSY_BODY, "name", name),
                        wording.window(freeBusy),
                        isCut ? List.of(texts.say(MessageKey.FREEBUSY_CUT)) : List.of(),
                        List.of(),
                        null));
    }

    /** The mail that asks somebody when they are busy. */
    public MailText freeBusyAsked(Window window) {
        String name = person.nameOrAddress();
        return new MailText(
                texts.say(MessageKey.FREEBUSY_ASK_SUBJECT, "name", name),
                new MailBody(
                        texts,
                        texts.say(MessageKey.FREEBUSY_ASK_BODY, "name", name),
                        wording.window(new FreeBusy(window.from(), window.to(), List.of())),
                        List.of(texts.say(MessageKey.FREEBUSY_ASK_HINT)),
                        List.of(),
                        null));
    }

    /**
     * The code that proves that an address is the person's. It goes to people who may never have
     * heard of them: it says nothing that the person could choose, such as their name.
     *
     * @param code as it is to be entered
     */
    public MailText aliasCode(String code) {
        return new MailText(
                texts.say(MessageKey.ALIAS_MAIL_SUBJECT),
                new MailBody(
                        texts,
                        texts.say(
                                MessageKey.ALIAS_MAIL_BODY,
                                "person",
                                person.person().address().email()),
                        List.of(new Fact(texts.say(MessageKey.ALIAS_MAIL_CODE), code)),
                        List.of(
                                texts.say(MessageKey.ALIAS_MAIL_HOW),
                                texts.say(MessageKey.ALIAS_MAIL_IGNORE)),
                        List.of(),
                        null));
    }

    /**
     * Asks the person, who looks after a resource, whether it may be booked.
     *
     * @param manager where people find the manager; null where there is none
     */
    public MailText askOwner(
            Correspondent resource, BookingQuestion question, @Nullable ManagerAddress manager) {
        VEvent part = question.part();
        String name = resource.nameOrAddress();
        Attendee organiser = part.organiser();
        String by = organiser == null ? "" : MailWording.withAddress(organiser);
        var own = new SchedulingWording(texts, resource.person().zone());
        String asked = texts.say(MessageKey.RESOURCE_ASK_BODY, "organiser", by, "resource", name);
        return new MailText(
                texts.say(
                        MessageKey.RESOURCE_ASK_SUBJECT, "resource", name, "event", part.summary()),
                new MailBody(
                        texts,
                        question.isUnclear()
                                ? texts.say(MessageKey.RESOURCE_ASK_UNCLEAR) + " " + asked
                                : asked,
                        List.of(
                                new Fact(texts.say(MessageKey.WHEN), own.times(question.times())),
                                new Fact(texts.say(MessageKey.ORGANISER), by)),
                        List.of(
                                texts.say(
                                        manager == null
                                                ? MessageKey.RESOURCE_ASK_REPLY
                                                : MessageKey.RESOURCE_ASK_HOW)),
                        List.of(
                                new Quote(
                                        texts.say(MessageKey.MAIL_WROTE, "name", by),
                                        part.text("COMMENT"))),
                        manager == null ? null : manager.resources(),
                        List.of(
                                answer(resource, MessageKey.ACCEPT, question),
                                answer(resource, MessageKey.DECLINE, question))));
    }

    /** A link by which a mail begins that is the answer. */
    private MailBody.Answer answer(
            Correspondent resource, MessageKey word, BookingQuestion question) {
        String subject = texts.say(word) + " " + question.subjectEnd();
        String to = resource.person().address().email();
        int at = to.lastIndexOf('@');
        return new MailBody.Answer(
                texts.say(word),
                "mailto:"
                        + PercentEncoding.encode(to.substring(0, at))
                        + to.substring(at)
                        + "?subject="
                        + PercentEncoding.encode(subject));
    }

    /**
     * Tells the person, who looks after a resource, that there was nothing to decide any more.
     *
     * @param manager where people find the manager; null where there is none
     */
    public MailText ownerLate(Correspondent resource, @Nullable ManagerAddress manager) {
        String name = resource.nameOrAddress();
        return new MailText(
                texts.say(MessageKey.RESOURCE_LATE_SUBJECT, "resource", name),
                new MailBody(
                        texts,
                        texts.say(MessageKey.RESOURCE_LATE, "resource", name),
                        List.of(),
                        List.of(),
                        List.of(),
                        manager == null ? null : manager.resources()));
    }

    /** What goes with a scheduling message of the person's. */
    public MailText scheduling(Outgoing outgoing) {
        VEvent main = outgoing.parts().getFirst();
        return new MailText(
                wording.subject(outgoing, main, person),
                new MailBody(
                        texts,
                        wording.sentence(outgoing, main, person),
                        wording.sent(outgoing, main),
                        main.isThisAndFuture()
                                ? List.of(texts.say(MessageKey.MAIL_FUTURE))
                                : List.of(),
                        List.of(
                                new Quote(
                                        texts.say(
                                                MessageKey.MAIL_WROTE,
                                                "name",
                                                person.nameOrAddress()),
                                        outgoing.comment()),
                                description(outgoing.method(), main),
                                descriptionBefore(
                                        outgoing.method(),
                                        main,
                                        wording.before(outgoing.before(), main))),
                        null));
    }

    /**
     * What was understood is told; what was refused goes on as it came, with the reason in its
     * header.
     */
    public static List<Notice> worthTelling(List<Notice> notices, boolean wantsFreeBusy) {
        var worth = new ArrayList<Notice>();
        for (Notice each : notices) {
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

    /**
     * One body for each event that a mail is about.
     *
     * @param manager where people find the manager; null where there is none
     */
    public List<MailBody> notices(List<Notice> notices, @Nullable ManagerAddress manager) {
        var bodies = new ArrayList<MailBody>();
        for (Notice each : notices.subList(0, Math.min(MOST_TOLD, notices.size()))) {
            bodies.add(
                    each.message() == null
                            ? ofFreeBusy(each)
                            : ofEvent(each, each.message(), manager));
        }
        if (notices.size() > MOST_TOLD) {
            String more = texts.count(MessageKey.MORE, notices.size() - MOST_TOLD);
            bodies.add(new MailBody(texts, more, List.of(), List.of()));
        }
        return bodies;
    }

    private MailBody ofEvent(Notice notice, Message message, @Nullable ManagerAddress manager) {
        VEvent main = message.event().main();
        VEvent part = kept(notice, main);
        var notes = new ArrayList<>(wording.conflicts(notice.conflicts()));
        if (main.isThisAndFuture()) {
            notes.addFirst(texts.say(MessageKey.MAIL_FUTURE));
        }
        notes.addAll(notTaken(notice));
        notes.addAll(0, answered(notice.decision()));
        CalendarAddress sender = message.otherSender(person.person());
        if (sender != null) {
            notes.addFirst(texts.sentByOther(sender.isNobody() ? "" : sender.email()));
        }
        Attendee writer = MailWording.writer(message);
        String name = writer == null ? "" : writer.name();
        return new MailBody(
                texts,
                wording.arrived(notice, message),
                wording.told(notice, message, part),
                notes,
                List.of(
                        new Quote(
                                texts.say(MessageKey.MAIL_WROTE, "name", name),
                                main.text("COMMENT")),
                        description(message.method(), main),
                        descriptionBefore(
                                message.method(), main, wording.before(notice.before(), main))),
                link(notice, message, manager));
    }

    /** What was answered for the person, who need not answer any more. */
    private List<String> answered(Decision decision) {
        var answers = new LinkedHashSet<String>();
        for (Outgoing each : decision.messages()) {
            for (VEvent part : each.parts()) {
                Attendee mine = person.person().among(part);
                if (each.method() == Method.REPLY && mine != null) {
                    answers.add(texts.answer(mine.participation()));
                }
            }
        }
        return answers.isEmpty()
                ? List.of()
                : List.of(
                        texts.say(
                                MessageKey.MAIL_ANSWERED_FOR_YOU,
                                "answer",
                                texts.joined(List.copyOf(answers))));
    }

    private Quote description(Method method, VEvent main) {
        boolean isNew =
                switch (method) {
                    case REQUEST, PUBLISH, ADD -> true;
                    case REPLY, CANCEL, REFRESH, COUNTER, DECLINECOUNTER -> false;
                };
        return new Quote(texts.say(MessageKey.DESCRIPTION) + ":", isNew ? main.description() : "");
    }

    /** A description that became another, as it was. */
    private Quote descriptionBefore(Method method, VEvent main, @Nullable VEvent before) {
        boolean isTold = method == Method.REQUEST || method == Method.PUBLISH;
        String was = before == null || !isTold ? "" : before.description();
        return new Quote(
                texts.say(MessageKey.DESCRIPTION_BEFORE) + ":",
                was.strip().equals(main.description().strip()) ? "" : was);
    }

    /** The dates of a mail that were not taken, each with its reason. */
    private List<String> notTaken(Notice notice) {
        var notes = new ArrayList<String>();
        for (NotTaken part : notice.decision().notTaken()) {
            if (part.id() != null
                    && part.verdict() != Verdict.REPEATED
                    && notes.size() < MOST_TOLD) {
                notes.add(
                        texts.say(
                                MessageKey.NOT_TAKEN,
                                "date",
                                wording.date(part.id()),
                                "reason",
                                texts.happened(part.verdict().word())));
            }
        }
        return notes;
    }

    private MailBody ofFreeBusy(Notice notice) {
        var message = Objects.requireNonNull(notice.freeBusy());
        List<Fact> facts = List.of();
        for (Change change : notice.decision().changes()) {
            if (change instanceof Change.Learn(_, var freeBusy, _)) {
                facts = wording.told(freeBusy);
            }
        }
        return new MailBody(texts, wording.arrived(message), facts, List.of());
    }

    /** The part as it is kept now: what came may say little, as a CANCEL does. */
    private static VEvent kept(Notice notice, VEvent main) {
        Event kept = notice.decision().kept(main.uid());
        Event now = kept == null ? notice.before() : kept;
        if (now == null || notice.decision().verdict() == Verdict.ASKED_AGAIN) {
            return main;
        }
        VEvent part = now.part(main.recurrenceId());
        return part == null ? now.main() : part;
    }

    /** To the event, or to the date of it that is told; null where neither can be seen. */
    private static @Nullable String link(
            Notice notice, Message message, @Nullable ManagerAddress manager) {
        boolean isUnknown = notice.decision().verdict() == Verdict.ASKED_AGAIN;
        if (manager == null || (isUnknown && notice.before() == null)) {
            return null;
        }
        VEvent main = message.event().main();
        RecurrenceId id = main.recurrenceId();
        return id == null || isUnknown || MailWording.isSomeDates(message)
                ? manager.event(main.uid())
                : manager.event(main.uid(), id.text());
    }
}
