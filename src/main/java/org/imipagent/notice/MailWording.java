package org.imipagent.notice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.calendar.Zone;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.itip.FreeBusyMessage;
import org.imipagent.itip.Message;
import org.imipagent.itip.Method;
import org.imipagent.itip.Outgoing;
import org.imipagent.itip.Verdict;
import org.imipagent.messages.Dates;
import org.imipagent.messages.MailBody.Fact;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.messages.Repeats;
import org.imipagent.recurrence.Recurrences;
import org.imipagent.recurrence.SeriesDates;
import org.jspecify.annotations.Nullable;

/** What a letter says of an event, in one language and one zone. */
record MailWording(Correspondent reader) {

    private Messages texts() {
        return reader.texts();
    }

    private Zone zone() {
        return reader.person().zone();
    }

    private static final int MOST_PEOPLE = 15;
    private static final int MOST_PERIODS = 15;
    private static final int MOST_DATES = 10;

    // What we send

    String subject(Outgoing outgoing, VEvent main, Correspondent writer) {
        return switch (outgoing.method()) {
            case REPLY -> texts().replySubject(answer(main, writer), main.summary());
            case CANCEL -> texts().cancelSubject(main.summary());
            case REQUEST ->
                    subject(
                            isChange(outgoing, main, writer)
                                    ? MessageKey.SUBJECT_CHANGED
                                    : MessageKey.SUBJECT_INVITATION,
                            main);
            case PUBLISH -> subject(MessageKey.SUBJECT_PUBLISHED, main);
            case ADD -> subject(MessageKey.SUBJECT_ADDED, main);
            case REFRESH -> subject(MessageKey.SUBJECT_REFRESH, main);
            case COUNTER -> subject(MessageKey.SUBJECT_COUNTER, main);
            case DECLINECOUNTER -> subject(MessageKey.SUBJECT_DECLINECOUNTER, main);
        };
    }

    private String subject(MessageKey word, VEvent main) {
        return texts().subject(word, main.summary());
    }

    String sentence(Outgoing outgoing, VEvent main, Correspondent writer) {
        String name = writer.nameOrAddress();
        return switch (outgoing.method()) {
            case REPLY -> replied(main, writer, name);
            case CANCEL -> texts().cancelSentence(name);
            case REQUEST ->
                    !writer.person().organises(main)
                            ? say(MessageKey.TOLD_PASSED_ON, name)
                            : !isChange(outgoing, main, writer)
                                    ? say(MessageKey.TOLD_INVITED, name)
                                    : changed(main, name);
            case PUBLISH -> say(MessageKey.TOLD_PUBLISHED, name);
            case ADD -> say(MessageKey.TOLD_ADDED, name);
            case REFRESH -> say(MessageKey.TOLD_REFRESH, name);
            case COUNTER -> say(MessageKey.TOLD_COUNTER, name);
            case DECLINECOUNTER -> say(MessageKey.TOLD_COUNTER_DECLINED, name);
        };
    }

    private String replied(VEvent main, Correspondent writer, String name) {
        Participation how = answer(main, writer);
        Attendee mine = writer.person().among(main);
        return writer.isResource() || (mine != null && isResource(mine))
                ? texts().bookingSentence(how, name)
                : texts().replySentence(how, name);
    }

    /** CUTYPE (RFC 5545, 3.2.3). */
    private static boolean isResource(Attendee attendee) {
        String kind = attendee.property().parameter("CUTYPE");
        return kind != null && (kind.equalsIgnoreCase("ROOM") || kind.equalsIgnoreCase("RESOURCE"));
    }

    private static boolean isChange(Outgoing outgoing, VEvent main, Correspondent writer) {
        return writer.person().organises(main) && !outgoing.first();
    }

    private String changed(VEvent main, String name) {
        return say(isOneDate(main) ? MessageKey.TOLD_CHANGED_ONE : MessageKey.TOLD_CHANGED, name);
    }

    private static boolean isOneDate(VEvent main) {
        return main.recurrenceId() != null && !main.isThisAndFuture();
    }

    private String say(MessageKey word, String name) {
        return texts().say(word, "name", name);
    }

    private static Participation answer(VEvent main, Correspondent writer) {
        Attendee mine = writer.person().among(main);
        return mine == null ? Participation.NEEDS_ACTION : mine.participation();
    }

    /**
     * What a mail of ours says of the event: to people in zones that we do not know, so in UTC too.
     */
    List<Fact> sent(Outgoing outgoing, VEvent main) {
        var facts = new ArrayList<Fact>();
        VEvent known = outgoing.method() == Method.REQUEST ? before(outgoing.before(), main) : null;
        VEvent asked = outgoing.method() == Method.COUNTER ? before(outgoing.before(), main) : null;
        for (Fact fact : facts(main, known)) {
            boolean isTime = fact.label().equals(texts().say(MessageKey.WHEN));
            if (isTime && asked != null && !asked.isSameTime(main)) {
                facts.add(planned(asked));
            }
            String label =
                    outgoing.method() == Method.COUNTER
                            ? texts().say(MessageKey.MAIL_PROPOSED)
                            : fact.label();
            facts.add(isTime ? time(label, main, fact) : fact);
        }
        if (isSomeDates(outgoing.parts())) {
            facts.removeIf(fact -> isOfOneDate(fact.label()));
        }
        facts.addAll(dates(outgoing.method(), outgoing.parts(), outgoing.before()));
        return facts;
    }

    /** When it takes place unless the proposal is taken. */
    private Fact planned(VEvent asked) {
        String label = texts().say(MessageKey.MAIL_ASKED);
        return time(label, asked, new Fact(label, when(asked), elsewhere(asked), ""));
    }

    private Fact time(String label, VEvent main, Fact fact) {
        String utc = utc(main);
        if (utc.isEmpty() || !fact.more().isEmpty()) {
            return new Fact(label, fact.value(), fact.more(), fact.before());
        }
        // A writer in UTC, by whatever name, says it once.
        return zone().rules().equals(Zone.UTC.rules())
                ? new Fact(label, utc, "", fact.before())
                : new Fact(label, fact.value(), utc, fact.before());
    }

    /** "" where there is no time of day. */
    private String utc(VEvent main) {
        CalendarTime start = main.start();
        CalendarTime end = main.end();
        return start == null || end == null || start.isDay()
                ? ""
                : inZone(start.instant(zone()), end.instant(zone()), Zone.UTC);
    }

    // What came

    /** What came, in a sentence. */
    String arrived(Notice told, Message message) {
        Verdict verdict = told.decision().verdict();
        Attendee from = writer(message);
        if (from == null) {
            return texts().arrived(message.method().name());
        }
        String name = from.name();
        if (message.otherSender(reader.person()) != null) {
            return say(ofOther(verdict), name);
        }
        if (verdict == Verdict.CANCELLED) {
            return cancelled(message, verdict, name);
        }
        return switch (message.method()) {
            case REQUEST -> requested(message, verdict, name);
            case REPLY ->
                    verdict == Verdict.UNINVITED
                            ? say(uninvited(from.participation()), name)
                            : isResource(from)
                                    ? texts().bookingSentence(from.participation(), name)
                                    : texts().replySentence(from.participation(), name);
            case CANCEL -> cancelled(message, verdict, name);
            case PUBLISH -> say(MessageKey.TOLD_PUBLISHED, name);
            case ADD ->
                    say(
                            verdict != Verdict.ASKED_AGAIN
                                    ? MessageKey.TOLD_ADDED
                                    : told.before() == null
                                            ? MessageKey.TOLD_ASKED_AGAIN
                                            : MessageKey.TOLD_ASKED_AGAIN_DATE,
                            name);
            case REFRESH ->
                    say(
                            verdict == Verdict.REFRESHED
                                    ? MessageKey.TOLD_REFRESHED
                                    : MessageKey.TOLD_REFRESH,
                            name);
            case COUNTER -> say(MessageKey.TOLD_COUNTER, name);
            case DECLINECOUNTER -> say(MessageKey.TOLD_COUNTER_DECLINED, name);
        };
    }

    /** Not in the organiser's voice: somebody else sent it. */
    private static MessageKey ofOther(Verdict verdict) {
        return switch (verdict) {
            case UPDATED, ADDED -> MessageKey.TOLD_SENT_CHANGE;
            case CANCELLED -> MessageKey.TOLD_SENT_CANCELLATION;
            default -> MessageKey.TOLD_SENT_INVITATION;
        };
    }

    /** Others are taken off an event by a CANCEL too: then it goes on, changed. */
    private String cancelled(Message message, Verdict verdict, String name) {
        if (verdict == Verdict.UPDATED) {
            return changed(message, name);
        }
        VEvent main = message.event().main();
        if (message.method() == Method.CANCEL
                && !main.isCancelled()
                && reader.person().among(main) != null) {
            return say(
                    isOneDate(main) ? MessageKey.TOLD_TAKEN_OFF_ONE : MessageKey.TOLD_TAKEN_OFF,
                    name);
        }
        MessageKey word =
                isSomeDates(message)
                        ? MessageKey.TOLD_CANCELLED_SOME
                        : isOneDate(message.event().main())
                                ? MessageKey.TOLD_CANCELLED_ONE
                                : MessageKey.TOLD_CANCELLED;
        return say(word, name);
    }

    private String changed(Message message, String name) {
        return isSomeDates(message)
                ? say(MessageKey.TOLD_CHANGED_SOME, name)
                : changed(message.event().main(), name);
    }

    static boolean isSomeDates(Message message) {
        return isSomeDates(message.event().parts());
    }

    /** Whether single dates of a series are told of, and not the series. */
    private static boolean isSomeDates(List<VEvent> parts) {
        for (VEvent part : parts) {
            if (part.recurrenceId() == null) {
                return false;
            }
        }
        return parts.size() > 1;
    }

    private String requested(Message message, Verdict verdict, String name) {
        VEvent main = message.event().main();
        Attendee mine = reader.person().among(main);
        String delegator = mine == null ? null : mine.property().parameter("DELEGATED-FROM");
        if (verdict == Verdict.COUNTERED) {
            return say(MessageKey.TOLD_COUNTER, name);
        }
        if (verdict == Verdict.UPDATED) {
            return changed(message, name);
        }
        if (verdict == Verdict.ASKED_AGAIN) {
            return say(MessageKey.TOLD_ASKED_AGAIN_DATE, name);
        }
        return delegator == null
                ? say(MessageKey.TOLD_INVITED, name)
                : say(MessageKey.TOLD_PASSED_ON, new CalendarAddress(delegator).email());
    }

    private static MessageKey uninvited(Participation said) {
        return switch (said) {
            case ACCEPTED -> MessageKey.UNINVITED_ACCEPTED;
            case TENTATIVE -> MessageKey.UNINVITED_TENTATIVE;
            case DECLINED -> MessageKey.UNINVITED_DECLINED;
            case NEEDS_ACTION, DELEGATED -> MessageKey.UNINVITED_OTHER;
        };
    }

    /** Whose word a message is: an attendee's or the organiser's. */
    static @Nullable Attendee writer(Message message) {
        VEvent main = message.event().main();
        return switch (message.method()) {
            case REPLY, REFRESH, COUNTER -> {
                Attendee sender = message.from() == null ? null : main.attendee(message.from());
                yield sender != null || main.attendees().isEmpty()
                        ? sender
                        : main.attendees().getFirst();
            }
            case REQUEST, CANCEL, PUBLISH, ADD, DECLINECOUNTER -> message.event().organiser();
        };
    }

    /** What the summary tells of the event: as it is now, and what was otherwise before. */
    List<Fact> told(Notice told, Message message, VEvent now) {
        VEvent before = before(told.before(), now);
        var facts =
                new ArrayList<>(
                        switch (told.decision().verdict()) {
                            case COUNTERED ->
                                    proposed(message.event().main(), before == null ? now : before);
                            case UPDATED, ADDED, CANCELLED -> facts(now, before);
                            default -> facts(now, null);
                        });
        if (isSomeDates(message)) {
            facts.removeIf(fact -> isOfOneDate(fact.label()));
        }
        facts.addAll(dates(message.method(), message.event().parts(), told.before()));
        return facts;
    }

    private boolean isOfOneDate(String label) {
        return label.equals(texts().say(MessageKey.WHEN))
                || label.equals(texts().say(MessageKey.MAIL_INSTEAD));
    }

    /** The same part as it was known; null where the event did not have it. */
    @Nullable VEvent before(@Nullable Event event, VEvent now) {
        RecurrenceId id = now.recurrenceId();
        if (event == null) {
            return null;
        }
        return id == null
                ? event.master()
                : SeriesDates.of(event.master(), Set.of(id), zone(), Limits.STANDARD)
                        .standing(event, id);
    }

    private List<Fact> proposed(VEvent proposal, VEvent asked) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts().say(MessageKey.COLUMN_EVENT), title(asked)));
        facts.add(new Fact(texts().say(MessageKey.MAIL_ASKED), when(asked), elsewhere(asked), ""));
        facts.add(
                new Fact(
                        texts().say(MessageKey.MAIL_PROPOSED),
                        when(proposal),
                        elsewhere(proposal),
                        ""));
        facts.add(fact(MessageKey.WHERE, proposal.location(), asked.location()));
        return facts;
    }

    /** What is said of each single date, where it is not said of one alone. */
    private List<Fact> dates(Method method, List<VEvent> parts, @Nullable Event before) {
        List<VEvent> dates =
                parts.stream()
                        .filter(part -> parts.size() > 1 && part.recurrenceId() != null)
                        .toList();
        var facts = new ArrayList<Fact>();
        for (VEvent part : dates.subList(0, Math.min(MOST_DATES, dates.size()))) {
            String said = said(method, part);
            VEvent known = method == Method.REQUEST ? before(before, part) : null;
            String was = known == null ? "" : said(method, known);
            facts.add(new Fact(original(part), said, "", was.equals(said) ? "" : was));
        }
        if (dates.size() > MOST_DATES) {
            facts.add(
                    new Fact(
                            texts().say(MessageKey.WHEN),
                            texts().count(MessageKey.MORE, dates.size() - MOST_DATES)));
        }
        return facts;
    }

    private String said(Method method, VEvent part) {
        if (method == Method.REPLY) {
            return part.attendees().isEmpty()
                    ? ""
                    : texts().answer(part.attendees().getFirst().participation());
        }
        return method == Method.CANCEL || part.isCancelled()
                ? texts().say(MessageKey.IS_CANCELLED)
                : when(part);
    }

    /** The day of a date of a series. */
    String date(RecurrenceId id) {
        return new EventChanges(texts(), zone()).date(id);
    }

    /** What, when, where, with whom. */
    List<Fact> facts(VEvent now, @Nullable VEvent before) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(MessageKey.COLUMN_EVENT, title(now), before == null ? "" : title(before)));
        facts.add(
                new Fact(
                        texts().say(MessageKey.WHEN),
                        when(now),
                        elsewhere(now),
                        before == null || when(before).equals(when(now)) ? "" : when(before)));
        if (before == null && isMoved(now)) {
            facts.add(new Fact(texts().say(MessageKey.MAIL_INSTEAD), original(now)));
        }
        if (now.recurrenceId() == null) {
            facts.add(
                    fact(MessageKey.REPEATS, repeats(now), before == null ? "" : repeats(before)));
        }
        facts.add(fact(MessageKey.WHERE, now.location(), before == null ? "" : before.location()));
        Attendee organiser = now.organiser();
        Attendee was = before == null ? null : before.organiser();
        facts.add(
                fact(
                        MessageKey.ORGANISER,
                        organiser == null ? "" : withAddress(organiser),
                        was == null ? "" : withAddress(was)));
        facts.add(people(now));
        facts.addAll(new EventChanges(texts(), zone()).facts(now, before));
        return facts;
    }

    private Fact fact(MessageKey label, String value, String before) {
        boolean isGone = value.isBlank() && !before.isBlank();
        return new Fact(
                texts().say(label), isGone ? "-" : value, "", before.equals(value) ? "" : before);
    }

    private String title(VEvent event) {
        return event.summary().isBlank() ? texts().say(MessageKey.NO_TITLE) : event.summary();
    }

    private String repeats(VEvent event) {
        return new Repeats(texts(), zone())
                .words(event, Recurrences.last(event, zone(), Limits.STANDARD));
    }

    static String withAddress(Attendee who) {
        String email = who.address().email();
        return who.name().equals(email) ? email : who.name() + " (" + email + ")";
    }

    private Fact people(VEvent now) {
        return new Fact(texts().say(MessageKey.ATTENDEES), names(now.attendees()));
    }

    private String names(List<Attendee> attendees) {
        var names = new ArrayList<String>();
        for (Attendee attendee : attendees) {
            if (names.size() == MOST_PEOPLE) {
                names.add(texts().count(MessageKey.MORE, attendees.size() - MOST_PEOPLE));
                break;
            }
            names.add(
                    attendee.participation() == Participation.NEEDS_ACTION
                            ? attendee.name()
                            : texts().say(
                                            MessageKey.MAIL_ANSWERED,
                                            "name",
                                            attendee.name(),
                                            "answer",
                                            answer(attendee)));
        }
        return String.join(texts().say(MessageKey.LIST_COMMA) + " ", names);
    }

    private String answer(Attendee attendee) {
        String to = attendee.property().parameter("DELEGATED-TO");
        return to == null || attendee.participation() != Participation.DELEGATED
                ? texts().answer(attendee.participation())
                : texts().say(MessageKey.MAIL_PASSED_TO, "name", new CalendarAddress(to).email());
    }

    // Times

    private boolean isMoved(VEvent part) {
        RecurrenceId id = part.recurrenceId();
        CalendarTime start = part.start();
        return id != null && start != null && !id.instant(zone()).equals(start.instant(zone()));
    }

    /** The date that an occurrence had in its series. */
    private String original(VEvent part) {
        RecurrenceId id = part.recurrenceId();
        if (id == null) {
            return "";
        }
        CalendarTime start = part.start();
        LocalDateTime local = zone().local(id.instant(zone()));
        var dates = new Dates(texts());
        return start != null && start.isDay()
                ? dates.full(local.toLocalDate())
                : dates.moment(local);
    }

    private String when(VEvent main) {
        CalendarTime start = main.start();
        CalendarTime end = main.end();
        if (start == null || end == null) {
            return "";
        }
        return start.isDay()
                ? plain(
                        new Dates(texts())
                                .days(start.wall().toLocalDate(), end.wall().toLocalDate()))
                : inZone(start.instant(zone()), end.instant(zone()), zone());
    }

    /** The same time where the event has it, when that shows another hour; "" else. */
    private String elsewhere(VEvent main) {
        if (!(main.start() instanceof CalendarTime.Zoned(_, var theirs, _)) || main.end() == null) {
            return "";
        }
        Instant start = main.start().instant(zone());
        Instant end = main.end().instant(zone());
        if (zone().local(start).equals(theirs.local(start))) {
            return "";
        }
        return inZone(start, end, theirs);
    }

    private String inZone(Instant start, Instant end, Zone zone) {
        String span = new Dates(texts()).span(zone.local(start), zone.local(end));
        return texts().say(MessageKey.IN_ZONE, "time", plain(span), "zone", zone.name());
    }

    /** ASCII, so that an English mail is plain text as it stands. */
    private static String plain(String text) {
        return text.replace('\u2013', '-');
    }

    /** What else the person has then. */
    List<String> conflicts(List<Occurrence> conflicts) {
        return conflicts.stream()
                .map(
                        each ->
                                texts().say(
                                                MessageKey.MAIL_CLASH,
                                                "text",
                                                each.summary().isBlank()
                                                        ? texts().say(MessageKey.NO_TITLE)
                                                        : each.summary(),
                                                "time",
                                                time(each)))
                .toList();
    }

    private String time(Occurrence each) {
        var dates = new Dates(texts());
        return plain(
                each.firstDay() != null && each.dayAfter() != null
                        ? dates.briefDays(each.firstDay(), each.dayAfter())
                        : dates.briefSpan(zone().local(each.start()), zone().local(each.end())));
    }

    // Free/busy

    /** Which time free/busy is told of. */
    List<Fact> window(FreeBusy freeBusy) {
        return List.of(
                new Fact(
                        texts().say(MessageKey.WHEN),
                        inZone(freeBusy.from(), freeBusy.to(), zone())));
    }

    /** What came about free/busy, in a sentence. */
    String arrived(FreeBusyMessage message) {
        CalendarAddress who = message.whose();
        String name = who == null ? "" : who.email();
        return say(
                message.method() == Method.REQUEST
                        ? MessageKey.TOLD_FREEBUSY_ASKED
                        : MessageKey.TOLD_FREEBUSY,
                name);
    }

    /** What somebody told of their free/busy. */
    List<Fact> told(FreeBusy freeBusy) {
        var facts = new ArrayList<>(window(freeBusy));
        int told = 0;
        for (BusyPeriod period : freeBusy.periods()) {
            if (told++ == MOST_PERIODS) {
                facts.add(
                        new Fact(
                                texts().say(MessageKey.MAIL_BUSY),
                                texts().count(
                                                MessageKey.MORE,
                                                freeBusy.periods().size() - MOST_PERIODS)));
                break;
            }
            facts.add(
                    new Fact(
                            texts().say(MessageKey.MAIL_BUSY),
                            plain(
                                    new Dates(texts())
                                            .briefSpan(
                                                    zone().local(period.start()),
                                                    zone().local(period.end())))));
        }
        return facts;
    }
}
