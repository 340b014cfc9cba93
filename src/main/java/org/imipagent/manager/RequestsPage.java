package org.imipagent.manager;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.itip.LocalMarks;
import org.imipagent.itip.Request;
import org.imipagent.manager.RequestsView.Card;
import org.imipagent.manager.RequestsView.Changed;
import org.imipagent.manager.RequestsView.Dated;
import org.imipagent.manager.RequestsView.Quick;
import org.imipagent.manager.templates.JterequestsGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.KeptEvent;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the person, event by event: invitations to answer, with those of its changed dates
 * that wait, too; answers of people not invited; what guests propose. A page at a time: {@code
 * ?page=2}.
 */
final class RequestsPage {

    /** Events on a page. */
    static final int MOST = 25;

    /** Of one event so much is read; the rest is on its page. */
    private static final int OF_ONE = 12;

    /** A program is told all of it: no series has more dates. */
    private static final int OF_ONE_LISTED = 5_000;

    private static final int LAST_PAGE = 1000;
    private static final int NEAR = 8;

    private final PageContext context;
    private final Messages texts;
    private final CalendarWindows windows;
    private final List<Card> cards = new ArrayList<>();
    private int waiting;

    private RequestsPage(PageContext context) {
        this.context = context;
        this.texts = context.texts();
        this.windows = new CalendarWindows(context.schedule()::occurrences);
    }

    static HttpResponse show(PageContext context) {
        if (context.request().wantsJson()) {
            return HttpResponse.json(new RequestsPage(context).json(number(context)));
        }
        RequestsView view = new RequestsPage(context).view(number(context));
        return HttpResponse.html(Page.html(out -> JterequestsGenerated.render(out, null, view)));
    }

    /** Which page is asked for; the first where that is not said plainly. */
    private static int number(PageContext context) {
        String asked = context.request().query().text("page");
        if (asked.isEmpty() || asked.length() > 4) {
            return 1;
        }
        int number = 0;
        for (int i = 0; i < asked.length(); i++) {
            char digit = asked.charAt(i);
            if (digit < '0' || digit > '9') {
                return 1;
            }
            number = number * 10 + digit - '0';
        }
        return Math.clamp(number, 1, LAST_PAGE);
    }

    private String json(int page) {
        Map<String, List<Request>> events = events((page - 1) * MOST, OF_ONE_LISTED);
        var shown = new ArrayList<Request>();
        int event = 0;
        for (List<Request> each : events.values()) {
            if (event++ < MOST) {
                shown.addAll(each);
            }
        }
        return Json.requests(context, shown, page, events.size() > MOST ? href(page + 1) : null);
    }

    private RequestsView view(int page) {
        Map<String, List<Request>> events = events((page - 1) * MOST, OF_ONE);
        for (var each : events.entrySet()) {
            if (cards.size() < MOST) {
                card(each.getKey(), each.getValue());
            }
        }
        boolean isMore = events.size() > MOST;
        String title = texts.say(MessageKey.REQUESTS);
        return new RequestsView(
                context.frame(title, Frame.Place.REQUESTS),
                title,
                intro(page, isMore),
                cards.isEmpty() ? texts.say(MessageKey.NOTHING_WAITS_MORE) : "",
                cards,
                page == 1 ? null : link(MessageKey.PREVIOUS_REQUESTS, page - 1),
                isMore ? link(MessageKey.MORE_REQUESTS, page + 1) : null);
    }

    private String intro(int page, boolean isMore) {
        if (cards.isEmpty()) {
            return texts.say(MessageKey.NOTHING_WAITS);
        }
        return isMore || page > 1
                ? texts.say(MessageKey.REQUESTS_MANY)
                : texts.count(MessageKey.REQUESTS_INTRO, waiting);
    }

    private Link link(MessageKey label, int page) {
        return new Link(texts.say(label), href(page), false);
    }

    private String href(int page) {
        String href = context.links().to("requests");
        return page == 1 ? href : context.links().withQuery(href, "page", Integer.toString(page));
    }

    /** What waits, by the UID of its event; one more than a page has where there is another. */
    private Map<String, List<Request>> events(int skipped, int each) {
        var events = new LinkedHashMap<String, List<Request>>();
        for (Request request :
                context.reading().waiting(context.user(), context.now(), skipped, MOST + 1, each)) {
            List<Request> known = events.get(request.uid());
            if (known == null) {
                known = new ArrayList<>();
                events.put(request.uid(), known);
            }
            known.add(request);
        }
        return events;
    }

    private void card(String uid, List<Request> requests) {
        KeptEvent kept = context.reading().event(context.user(), uid);
        Event event = kept == null ? null : context.event(kept);
        if (kept == null || event == null) {
            return;
        }
        var whole = new EventContext(kept, event, null, event.main());
        var all = new ArrayList<Waiting>();
        for (Request request : requests) {
            VEvent part = EventContext.part(context, event, request.id());
            if (part != null) {
                all.add(new Waiting(request, whole.with(request.id(), part)));
            }
        }
        if (!all.isEmpty()) {
            waiting += all.size();
            cards.add(card(whole, all));
        }
    }

    /** One thing that waits, with the part of the event that it is about. */
    private record Waiting(Request request, EventContext subject) {

        boolean isInvitation() {
            return request.kind() == Request.Kind.INVITATION;
        }

        @Nullable RecurrenceId date() {
            return request.id();
        }
    }

    private Card card(EventContext whole, List<Waiting> all) {
        String id = "r".concat(Integer.toString(cards.size()));
        Waiting first = all.getFirst();
        boolean isAllInvited = isWholeInvited(all);
        List<Dated> dates = dates(all, id);
        // A date that waits alone is answered as the whole is.
        boolean isOne = !isAllInvited && dates.size() == 1;
        EventContext shown = isAllInvited ? whole : first.subject();
        List<Occurrence> coming = context.schedule().next(whole.kept(), context.now(), NEAR);
        List<Occurrence> times = concerning(all, coming, isAllInvited);
        boolean isSeries = isAllInvited && whole.isOfSeries();
        return new Card(
                id,
                context.title(shown.part().summary()),
                context.eventLink(whole.event().uid(), isAllInvited ? null : first.date()),
                look(context, times, first.isInvitation()),
                isAllInvited || dates.size() < 2 ? when(shown, times, isSeries) : "",
                context.joined(
                        isSeries ? context.repeats(shown.part()) : "",
                        UntrustedText.line(shown.part().location())),
                from(shown, first),
                isAllInvited || isOne ? before(shown) : "",
                isAllInvited || isOne ? message(shown) : "",
                first.isInvitation() ? conflicts(shown, times) : null,
                isAllInvited || isOne
                        ? quick(shown, id + "-m", isSeries ? all() : null)
                        : dates.size() > 1 ? quick(whole, id + "-m", allDates()) : null,
                changed(isOne ? List.of() : dates),
                askings(all),
                proposals(all),
                texts.say(MessageKey.OPEN_EVENT));
    }

    private static boolean isWholeInvited(List<Waiting> all) {
        for (Waiting each : all) {
            if (each.isInvitation() && each.date() == null) {
                return true;
            }
        }
        return false;
    }

    /** The next times that what waits is about: not those that are cancelled or declined. */
    private static List<Occurrence> concerning(
            List<Waiting> all, List<Occurrence> coming, boolean isAllInvited) {
        var times = new ArrayList<Occurrence>();
        for (Occurrence each : coming) {
            boolean isMine =
                    !each.cancelled()
                            && each.participation() != Participation.DECLINED
                            && (each.participation() != null || each.organised());
            if (isMine && (isAllInvited || isOfAny(each, all))) {
                times.add(each);
            }
        }
        return times;
    }

    private static boolean isOfAny(Occurrence time, List<Waiting> all) {
        for (Waiting each : all) {
            RecurrenceId date = each.date();
            if (date == null || date.equals(time.id())) {
                return true;
            }
        }
        return false;
    }

    private String when(EventContext shown, List<Occurrence> times, boolean isSeries) {
        if (times.isEmpty()) {
            return shown.time(context);
        }
        String next = EventPage.when(context, times.getFirst());
        return isSeries ? texts.say(MessageKey.NEXT_DATE, "date", next) : next;
    }

    private static String look(PageContext context, List<Occurrence> times, boolean invitation) {
        return times.isEmpty()
                ? (invitation ? "hue-0 unanswered" : "hue-0")
                : EventChip.look(context, times.getFirst());
    }

    /** Who invites, who sent it where that is somebody else, and when it came. */
    private String from(EventContext shown, Waiting first) {
        String arrived =
                texts.say(
                        MessageKey.ARRIVED,
                        "time",
                        context.dates()
                                .briefMoment(context.zone().local(first.request().arrived())));
        if (!first.isInvitation()) {
            return arrived;
        }
        Attendee organiser = shown.part().organiser();
        CalendarAddress from = first.request().from();
        String who = organiser != null ? organiser.name() : from == null ? "" : from.email();
        CalendarAddress sender = LocalMarks.sender(shown.part());
        var words = new ArrayList<String>();
        if (!who.isEmpty()) {
            words.add(texts.say(MessageKey.FROM_PERSON, "name", UntrustedText.line(who)));
        }
        if (sender != null) {
            words.add(texts.sentByOther(UntrustedText.sender(sender)));
        }
        words.add(arrived);
        return String.join(" · ", words);
    }

    /** What was answered before the event became another. */
    private String before(EventContext shown) {
        Attendee own = shown.own(context);
        String was = own == null ? null : own.property().parameter(LocalMarks.WAS);
        return was == null
                ? ""
                : texts.say(
                        MessageKey.ANSWER_BEFORE, "answer", texts.answer(Participation.of(was)));
    }

    private static String message(EventContext shown) {
        return UntrustedText.line(shown.part().text("COMMENT"));
    }

    private EventView.@Nullable Conflicting conflicts(EventContext shown, List<Occurrence> times) {
        return EventPage.conflicts(context, context.conflicts(shown, times, windows));
    }

    private RequestsView.Scope all() {
        return new RequestsView.Scope("", texts.say(MessageKey.SCOPE_ALL));
    }

    private RequestsView.Scope allDates() {
        return new RequestsView.Scope(
                ActionFormReader.DATES, texts.say(MessageKey.SCOPE_DATES_WAITING));
    }

    private Quick quick(EventContext subject, String id, RequestsView.@Nullable Scope scope) {
        return new Quick(
                id,
                context.eventLink(subject.event().uid(), subject.id()),
                context.token(),
                Long.toString(subject.kept().version()),
                scope,
                EventPage.answers(texts, Participation.NEEDS_ACTION),
                texts.say(MessageKey.ADD_MESSAGE),
                texts.say(MessageKey.COMMENT),
                ActionController.LONGEST_COMMENT);
    }

    private Changed changed(List<Dated> dates) {
        return new Changed(
                dates.isEmpty() ? "" : texts.count(MessageKey.DATES_WAITING, dates.size()), dates);
    }

    private List<Dated> dates(List<Waiting> all, String id) {
        var dates = new ArrayList<Dated>();
        for (Waiting each : all) {
            EventContext subject = each.subject();
            if (each.isInvitation() && each.date() != null) {
                String its = String.join("-", id, Integer.toString(dates.size()));
                dates.add(
                        new Dated(
                                its,
                                subject.time(context),
                                context.eventLink(subject.event().uid(), each.date()),
                                before(subject),
                                message(subject),
                                quick(subject, its + "-m", null)));
            }
        }
        return dates;
    }

    private List<EventView.Asking> askings(List<Waiting> all) {
        var askings = new ArrayList<EventView.Asking>();
        for (Waiting each : all) {
            if (each.request().kind() == Request.Kind.UNINVITED) {
                askings.add(
                        EventPage.asking(context, each.request(), each.subject().kept().version()));
            }
        }
        return askings;
    }

    private List<EventView.Proposal> proposals(List<Waiting> all) {
        var proposals = new ArrayList<EventView.Proposal>();
        for (Waiting each : all) {
            EventView.Proposal proposal =
                    each.request().kind() == Request.Kind.COUNTER
                            ? Proposals.of(context, each.subject(), each.request())
                            : null;
            if (proposal != null) {
                proposals.add(proposal);
            }
        }
        return proposals;
    }
}
