package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.CalendarTime;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.itip.AnsweringDates;
import org.imipagent.itip.LocalMarks;
import org.imipagent.itip.OccurrenceTable;
import org.imipagent.itip.Request;
import org.imipagent.manager.EventView.Notice;
import org.imipagent.manager.templates.JteeventGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.Activity;
import org.jspecify.annotations.Nullable;

/** An event, or one occurrence of it: {@code /event/UID} and {@code /event/UID/RECURRENCE-ID}. */
final class EventPage {

    private static final int COMING = 10;

    private EventPage() {}

    static HttpResponse show(PageContext context) {
        try {
            return show(context, EventContext.of(context));
        } catch (Failure missing) {
            HttpResponse removed = missing.status() == 404 ? RemovedPage.of(context) : null;
            if (removed == null) {
                throw missing;
            }
            return removed;
        }
    }

    private static HttpResponse show(PageContext context, EventContext subject) {
        if (!context.request().query().text("edit").isEmpty()) {
            return EditPage.show(context, subject);
        }
        if (context.request().query().has(MovePage.FIELD)) {
            return MovePage.show(context, subject);
        }
        return context.request().wantsJson()
                ? HttpResponse.json(Json.event(context, subject, coming(context, subject)))
                : page(context, subject, Attempt.NONE, 200);
    }

    /** Leads the links of old messages, which name the event alone, to its page. */
    static HttpResponse redirect(PageContext context) {
        String uid = context.request().segment("uid");
        if (context.reading().event(context.user(), uid) == null) {
            throw Failure.notFound();
        }
        String asked = context.request().named().get("id");
        RecurrenceId id = asked == null ? null : RecurrenceId.read(asked);
        if (asked != null && id == null) {
            throw Failure.notFound();
        }
        return HttpResponse.redirect(302, context.eventLink(uid, id));
    }

    /**
     * What was tried with a form and did not succeed.
     *
     * @param notice why; "" for nothing tried
     * @param action of the form
     * @param typed what was typed, by field
     * @param errors what is wrong with it, by field
     */
    record Attempt(
            String notice, String action, Map<String, String> typed, Map<String, String> errors) {
        static final Attempt NONE = new Attempt("", "", Map.of(), Map.of());

        /** What was typed into a field of a form, or what else stands there. */
        String typed(String form, String field, String otherwise) {
            return isOf(form) ? typed.getOrDefault(field, otherwise) : otherwise;
        }

        String error(String form, String field) {
            return isOf(form) ? errors.getOrDefault(field, "") : "";
        }

        /** Whether it was this form; the form of the answer is meant by "". */
        boolean isOf(String form) {
            return form.isEmpty() ? !ActionForms.ACTIONS.contains(action) : form.equals(action);
        }
    }

    static HttpResponse page(
            PageContext context, EventContext subject, Attempt attempt, int status) {
        EventView view = view(context, subject, attempt);
        return HttpResponse.html(
                status, Page.html(out -> JteeventGenerated.render(out, null, view)));
    }

    private static List<Occurrence> coming(PageContext context, EventContext subject) {
        return context.schedule().next(subject.kept(), context.now(), COMING);
    }

    static EventView view(PageContext context, EventContext subject, Attempt attempt) {
        Messages texts = context.texts();
        VEvent part = subject.part();
        List<Occurrence> coming = coming(context, subject);
        List<Conference> joining = Conference.of(part, texts);
        String title = context.title(part.summary());
        List<Activity> activity =
                context.reading()
                        .activity(context.user(), subject.event().uid(), History.LOOKED_AT);
        return new EventView(
                context.frame(title, Frame.Place.NOWHERE),
                title,
                look(context, subject),
                notices(context, subject, attempt, activity),
                facts(context, subject, joining),
                new EventView.Joining(texts.say(MessageKey.CONFERENCE), joining),
                subject.isCancelled()
                        ? null
                        : conflicts(context, subject, subject.times(context, coming)),
                subject.isCancelled() ? null : standing(context, subject),
                EditPage.isEditable(context, subject)
                        ? link(texts, MessageKey.CHANGE_EVENT, EditPage.editLink(context, subject))
                        : null,
                unsent(context, subject),
                answerForm(context, subject, attempt),
                ActionForms.ofGuest(context, subject, attempt),
                new EventView.Deciding(
                        texts.say(MessageKey.PROPOSALS),
                        Proposals.of(context, subject),
                        texts.say(MessageKey.UNINVITED_TITLE),
                        askings(context, subject)),
                GuestList.of(context, part),
                texts.say(MessageKey.DESCRIPTION),
                EventDetails.description(part),
                subject.isOccurrence() || !subject.isOfSeries()
                        ? null
                        : comingTable(context, subject, coming),
                EventDetails.facts(context, part),
                EventDetails.files(texts, part),
                History.of(context, activity),
                ActionForms.ending(context, subject, attempt),
                ways(context, subject));
    }

    private static List<Link> ways(PageContext context, EventContext subject) {
        Messages texts = context.texts();
        String uid = subject.event().uid();
        var ways = new ArrayList<Link>();
        ways.add(back(context, subject));
        if (subject.isOccurrence() && subject.event().master() != null) {
            ways.add(link(texts, MessageKey.WHOLE_SERIES, context.eventLink(uid, null)));
        }
        if (subject.part().start() != null) {
            ways.add(link(texts, MessageKey.DUPLICATE, EditPage.copyLink(context, subject)));
        }
        ways.add(link(texts, MessageKey.EXPORT_EVENT, with("uid", uid, context, "export.ics")));
        return ways;
    }

    private static String with(String name, String value, PageContext context, String path) {
        return context.links().withQuery(context.links().to(path), name, value);
    }

    private static Link link(Messages texts, MessageKey label, String href) {
        return new Link(texts.say(label), href, false);
    }

    /** To the view that the person came from; else to the month of the event. */
    private static Link back(PageContext context, EventContext subject) {
        Origin origin = context.origin();
        return origin == null
                ? new Link(
                        context.texts().say(MessageKey.BACK_TO_CALENDAR),
                        CalendarPage.link(context.links(), View.MONTH, day(context, subject)),
                        false)
                : new Link(
                        context.texts().say(origin.label()), origin.link(context.links()), false);
    }

    private static LocalDate day(PageContext context, EventContext subject) {
        CalendarTime start = subject.part().start();
        LocalDate day =
                start == null ? context.today() : context.zone().day(start.instant(context.zone()));
        return day.getYear() < 1 || day.getYear() > 9999 ? context.today() : day;
    }

    private static String look(PageContext context, EventContext subject) {
        Attendee own = subject.own(context);
        return EventChip.look(
                context,
                new Occurrence(
                        subject.event().uid(),
                        null,
                        context.now(),
                        context.now(),
                        null,
                        null,
                        "",
                        "",
                        subject.isCancelled(),
                        context.person().organises(subject.part()),
                        own == null ? null : own.participation(),
                        Occurrence.Busy.BUSY,
                        OccurrenceTable.appearance(subject.part(), context.person())));
    }

    private static List<Notice> notices(
            PageContext context, EventContext subject, Attempt attempt, List<Activity> activity) {
        Messages texts = context.texts();
        VEvent part = subject.part();
        var notices = new ArrayList<Notice>();
        if (!attempt.notice().isEmpty()) {
            notices.add(new Notice("bad", attempt.notice()));
        }
        if (subject.isCancelled()) {
            boolean one = subject.isOccurrence() && !subject.event().isCancelled();
            notices.add(new Notice("bad", texts.say(cancelled(part, one))));
        } else if (part.isTentative()) {
            notices.add(new Notice("plain", texts.say(MessageKey.NOT_CONFIRMED)));
        }
        notices.addAll(MailTrouble.of(context, subject.event().uid(), activity));
        CalendarAddress sender = LocalMarks.sender(part);
        if (sender != null) {
            notices.add(new Notice("warning", texts.sentByOther(UntrustedText.sender(sender))));
        }
        String unknown = subject.unknownZone();
        if (!unknown.isEmpty()) {
            notices.add(new Notice("warning", unknownZone(context, unknown)));
        }
        String wrong = subject.wrongRule();
        if (!wrong.isEmpty()) {
            notices.add(new Notice("warning", texts.say(MessageKey.WRONG_RULE, "rule", wrong)));
        }
        if (subject.isOccurrence() && subject.isOfSeries() && !subject.isCancelled()) {
            notices.add(new Notice("plain", ofSeries(context, subject)));
        }
        return notices;
    }

    private static String unknownZone(PageContext context, String name) {
        return context.texts()
                .say(MessageKey.UNKNOWN_ZONE, "name", name, "zone", context.zone().name());
    }

    /** That it is one of a series, and whether it differs from the others. */
    private static String ofSeries(PageContext context, EventContext subject) {
        Messages texts = context.texts();
        if (!subject.isChanged(context, Objects.requireNonNull(subject.id()))) {
            return texts.say(MessageKey.PART_OF_SERIES);
        }
        String originally = subject.originally(context);
        String changed = texts.say(MessageKey.STATE_CHANGED_OCCURRENCE);
        return originally.isEmpty()
                ? changed
                : changed
                        + " "
                        + texts.label(texts.say(MessageKey.MAIL_INSTEAD))
                        + " "
                        + originally;
    }

    private static MessageKey cancelled(VEvent part, boolean one) {
        if (part.component().has(LocalMarks.OFF)) {
            return one ? MessageKey.STATE_TAKEN_OFF_OCCURRENCE : MessageKey.STATE_TAKEN_OFF;
        }
        return one ? MessageKey.STATE_CANCELLED_OCCURRENCE : MessageKey.STATE_CANCELLED;
    }

    /** How the person stands to the event, what they wrote and what they proposed. */
    private static EventView.Standing standing(PageContext context, EventContext subject) {
        Messages texts = context.texts();
        VEvent part = subject.part();
        if (part.organiser() == null && part.attendees().isEmpty()) {
            return standing(texts.say(MessageKey.STATE_MINE));
        }
        if (context.person().organises(part)) {
            return standing(texts.say(MessageKey.STATE_ORGANISER));
        }
        Attendee own = subject.own(context);
        if (own == null) {
            return standing(texts.say(MessageKey.STATE_NOT_INVITED));
        }
        boolean isAnswered = own.participation() != Participation.NEEDS_ACTION;
        String proposed = context.person().isUnheard(part) ? "" : Proposals.own(context, subject);
        var sentences = new ArrayList<String>();
        if (isAnswered || proposed.isEmpty()) {
            sentences.add(answered(texts, own, subject.isAnsweredByItself(context)));
        }
        if (context.person().isUnheard(part)) {
            sentences.add(
                    texts.say(
                            isAnswered ? MessageKey.ANSWER_UNSENT : MessageKey.ANSWER_UNSENDABLE));
        }
        String comment = own.property().parameter(LocalMarks.COMMENT);
        if (isAnswered && comment != null) {
            sentences.add(texts.say(MessageKey.YOUR_MESSAGE, "text", UntrustedText.line(comment)));
        }
        if (!proposed.isEmpty()) {
            sentences.add(texts.say(MessageKey.YOU_PROPOSED, "what", proposed));
        }
        return new EventView.Standing(kind(own.participation(), proposed), sentences);
    }

    private static EventView.Standing standing(String sentence) {
        return new EventView.Standing("plain", List.of(sentence));
    }

    private static String kind(Participation answer, String proposed) {
        return switch (answer) {
            case NEEDS_ACTION -> proposed.isEmpty() ? "warning" : "plain";
            case ACCEPTED -> "good";
            case TENTATIVE, DECLINED, DELEGATED -> "plain";
        };
    }

    /**
     * @param here whether they answered the date that is shown by itself
     */
    private static String answered(Messages texts, Attendee own, boolean here) {
        return switch (own.participation()) {
            case NEEDS_ACTION -> unanswered(texts, own);
            case ACCEPTED ->
                    texts.say(
                            here
                                    ? MessageKey.STATE_ACCEPTED_OCCURRENCE
                                    : MessageKey.STATE_ACCEPTED);
            case TENTATIVE ->
                    texts.say(
                            here
                                    ? MessageKey.STATE_TENTATIVE_OCCURRENCE
                                    : MessageKey.STATE_TENTATIVE);
            case DECLINED ->
                    texts.say(
                            here
                                    ? MessageKey.STATE_DECLINED_OCCURRENCE
                                    : MessageKey.STATE_DECLINED);
            case DELEGATED -> texts.say(MessageKey.STATE_DELEGATED);
        };
    }

    private static String unanswered(Messages texts, Attendee own) {
        String was = own.property().parameter(LocalMarks.WAS);
        return was == null
                ? texts.say(MessageKey.STATE_UNANSWERED)
                : texts.say(MessageKey.STATE_UNANSWERED_CHANGE)
                        + " "
                        + texts.say(
                                MessageKey.ANSWER_BEFORE,
                                "answer",
                                texts.answer(Participation.of(was)));
    }

    private static List<EventView.Fact> facts(
            PageContext context, EventContext subject, List<Conference> joining) {
        Messages texts = context.texts();
        VEvent part = subject.part();
        var facts = new ArrayList<EventView.Fact>();
        String when = subject.when(context);
        facts.add(
                new EventView.Fact(
                        texts.say(MessageKey.WHEN),
                        List.of(
                                new TextSpan(
                                        when.isEmpty() ? texts.say(MessageKey.NO_TIME) : when,
                                        null)),
                        subject.whenForOrganiser(context)));
        if (!subject.isOccurrence()) {
            EventDetails.add(facts, texts.say(MessageKey.REPEATS), context.repeats(part));
        }
        if (!Conference.isAmong(joining, part.location())) {
            EventDetails.add(facts, texts.say(MessageKey.WHERE), part.location());
        }
        EventDetails.add(facts, texts.say(MessageKey.ORGANISER_MESSAGE), part.text("COMMENT"));
        return facts;
    }

    private static EventView.@Nullable UnsentForm unsent(
            PageContext context, EventContext subject) {
        int people = untold(context, subject);
        if (people == 0 || !EditPage.isEditable(context, subject)) {
            return null;
        }
        Messages texts = context.texts();
        return new EventView.UnsentForm(
                context.eventAction(subject.event().uid(), null),
                context.token(),
                Long.toString(subject.kept().version()),
                texts.count(MessageKey.UNSENT, people),
                texts.say(MessageKey.SEND),
                EditController.isNeverTold(context, subject)
                        ? texts.say(MessageKey.DISCARD_EVENT)
                        : "");
    }

    private static int untold(PageContext context, EventContext subject) {
        return (int)
                subject.event().parts().stream()
                        .flatMap(
                                part ->
                                        Stream.concat(
                                                part.attendees().stream()
                                                        .filter(LocalMarks::isUntold),
                                                LocalMarks.gone(part).stream()))
                        .map(Attendee::address)
                        .filter(address -> !context.person().is(address))
                        .distinct()
                        .count();
    }

    private static EventView.@Nullable AnswerForm answerForm(
            PageContext context, EventContext subject, Attempt attempt) {
        Attendee own = subject.own(context);
        if (own == null || subject.isCancelled() || context.person().organises(subject.part())) {
            return null;
        }
        Messages texts = context.texts();
        Participation now = own.participation();
        List<EventView.Choice> scopes = scopes(context, subject);
        return new EventView.AnswerForm(
                texts.say(MessageKey.YOUR_ANSWER),
                scopes.isEmpty() && !subject.isOccurrence() && subject.isOfSeries()
                        ? texts.say(MessageKey.ANSWER_SERIES_HINT)
                        : "",
                context.eventAction(subject.event().uid(), subject.id()),
                context.token(),
                Long.toString(subject.kept().version()),
                scopes,
                texts.say(MessageKey.SCOPE),
                answers(texts, now),
                texts.say(MessageKey.COMMENT),
                attempt.typed("", "comment", ""),
                attempt.error("", "comment"),
                ActionController.LONGEST_COMMENT);
    }

    /** What the answer may be for; nothing where there is no choice. */
    private static List<EventView.Choice> scopes(PageContext context, EventContext subject) {
        Messages texts = context.texts();
        boolean hasSeries = subject.event().master() != null;
        var scopes = new ArrayList<EventView.Choice>();
        if (subject.isOccurrence()) {
            String date = context.dates().brief(day(context, subject));
            scopes.add(
                    new EventView.Choice(
                            "occurrence", texts.say(MessageKey.SCOPE_THIS, "date", date), true));
        }
        if (hasSeries) {
            scopes.add(
                    new EventView.Choice(
                            "series", texts.say(MessageKey.SCOPE_ALL), !subject.isOccurrence()));
        }
        if (AnsweringDates.waiting(subject.event(), context.person(), context.now()).size() > 1) {
            scopes.add(
                    new EventView.Choice(
                            ActionFormReader.DATES,
                            texts.say(MessageKey.SCOPE_DATES_WAITING),
                            scopes.isEmpty()));
        }
        // Without a series one date speaks for the whole, which is no choice of its own.
        boolean isOnlyDates = !hasSeries && !subject.isOccurrence();
        return scopes.size() > 1 || isOnlyDates ? scopes : List.of();
    }

    static List<EventView.Choice> answers(Messages texts, Participation now) {
        return List.of(
                new EventView.Choice(
                        "accept", texts.say(MessageKey.ACCEPT), now == Participation.ACCEPTED),
                new EventView.Choice(
                        "tentative",
                        texts.say(MessageKey.TENTATIVE),
                        now == Participation.TENTATIVE),
                new EventView.Choice(
                        "decline", texts.say(MessageKey.DECLINE), now == Participation.DECLINED));
    }

    /** More are shown once these are answered. */
    private static final int MOST_ASKING = 50;

    private static List<EventView.Asking> askings(PageContext context, EventContext subject) {
        if (!context.person().organises(subject.event().main())) {
            return List.of();
        }
        return context.reading().requests(context.user(), subject.event().uid()).stream()
                .filter(r -> r.kind() == Request.Kind.UNINVITED)
                .filter(r -> subject.id() == null || subject.id().equals(r.id()))
                .limit(MOST_ASKING)
                .map(r -> asking(context, r, subject.kept().version()))
                .toList();
    }

    static EventView.Asking asking(PageContext context, Request request, long version) {
        Messages texts = context.texts();
        String who = request.from() == null ? "" : request.from().email();
        Participation said = request.participation();
        MessageKey sentence =
                said == null
                        ? MessageKey.UNINVITED_OTHER
                        : switch (said) {
                            case ACCEPTED -> MessageKey.UNINVITED_ACCEPTED;
                            case TENTATIVE -> MessageKey.UNINVITED_TENTATIVE;
                            case DECLINED -> MessageKey.UNINVITED_DECLINED;
                            case NEEDS_ACTION, DELEGATED -> MessageKey.UNINVITED_OTHER;
                        };
        return new EventView.Asking(
                texts.say(sentence, "name", UntrustedText.line(who)),
                UntrustedText.line(request.comment()),
                context.eventAction(request.uid(), request.id()),
                context.token(),
                Long.toString(version),
                who,
                texts.say(MessageKey.LET_IN),
                texts.say(MessageKey.REFUSE));
    }

    private static EventView.@Nullable Conflicting conflicts(
            PageContext context, EventContext subject, List<Occurrence> times) {
        return conflicts(context, context.conflicts(subject, times));
    }

    /** What else there is at the time, counted; null for nothing. */
    static EventView.@Nullable Conflicting conflicts(PageContext context, List<Occurrence> others) {
        return others.isEmpty()
                ? null
                : new EventView.Conflicting(
                        context.texts().count(MessageKey.CONFLICTS, others.size()),
                        others.stream().map(o -> briefTime(context, o)).toList());
    }

    private static EventView.Times comingTable(
            PageContext context, EventContext subject, List<Occurrence> coming) {
        Messages texts = context.texts();
        return new EventView.Times(
                texts.say(MessageKey.COMING),
                coming.isEmpty() ? texts.say(MessageKey.NO_COMING) : "",
                texts.say(MessageKey.COLUMN_WHEN),
                texts.say(MessageKey.COLUMN_STATE),
                coming.stream()
                        .map(
                                o ->
                                        time(
                                                context,
                                                o,
                                                o.id() != null
                                                                && !o.cancelled()
                                                                && subject.isChanged(
                                                                        context, o.id())
                                                        ? texts.say(MessageKey.CHANGED)
                                                        : ""))
                        .toList());
    }

    static EventView.Time time(PageContext context, Occurrence occurrence, String more) {
        String own =
                occurrence.participation() == Participation.ACCEPTED && !occurrence.cancelled()
                        ? context.texts().say(MessageKey.ANSWER_ACCEPTED)
                        : EventChip.state(context.texts(), occurrence);
        return new EventView.Time(
                context.eventLink(occurrence.uid(), occurrence.id()),
                when(context, occurrence),
                context.title(occurrence.summary()),
                context.joined(more, own),
                EventChip.look(context, occurrence));
    }

    /** The same with a short date, where the year is plain. */
    static EventView.Time briefTime(PageContext context, Occurrence occurrence) {
        Item item = Item.of(occurrence, context.zone());
        EventView.Time time = time(context, occurrence, "");
        return new EventView.Time(
                time.href(),
                item.isWholeDays()
                        ? context.dates().briefDays(item.first(), item.end().toLocalDate())
                        : context.dates().briefSpan(item.start(), item.end()),
                time.title(),
                time.state(),
                time.look());
    }

    /** "Tuesday 3 November 2026, 14:00–15:30" of an occurrence. */
    static String when(PageContext context, Occurrence occurrence) {
        Item item = Item.of(occurrence, context.zone());
        return item.isWholeDays()
                ? context.joined(
                        context.dates().days(item.first(), item.end().toLocalDate()),
                        context.texts().say(MessageKey.ALL_DAY).toLowerCase(Locale.ROOT))
                : context.dates().span(item.start(), item.end());
    }
}
