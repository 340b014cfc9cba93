package org.imipagent.manager;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.VEvent;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.itip.LocalMarks;
import org.imipagent.itip.Request;
import org.imipagent.manager.templates.JterequestsGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.KeptEvent;

/** What waits for the person: invitations to answer, and answers of people not invited. */
final class RequestsPage {

    /** More are shown once these are answered. */
    private static final int MOST = 50;

    private static final int NEAR = 8;

    private RequestsPage() {}

    static HttpResponse show(PageContext context) {
        List<Request> requests = context.waiting();
        if (context.request().wantsJson()) {
            return HttpResponse.json(Json.requests(context, requests));
        }
        RequestsView view = view(context, requests);
        return HttpResponse.html(Page.html(out -> JterequestsGenerated.render(out, null, view)));
    }

    static RequestsView view(PageContext context, List<Request> requests) {
        Messages texts = context.texts();
        var waiting = new ArrayList<RequestsView.Waiting>();
        var windows = new CalendarWindows(context.schedule()::occurrences);
        for (Request request : requests.subList(0, Math.min(MOST, requests.size()))) {
            KeptEvent kept = context.reading().event(context.user(), request.uid());
            Event event = kept == null ? null : context.event(kept);
            VEvent part = event == null ? null : EventContext.part(context, event, request.id());
            if (kept != null && event != null && part != null) {
                var subject = new EventContext(kept, event, request.id(), part);
                waiting.add(waiting(context, request, subject, windows, "r" + waiting.size()));
            }
        }
        int more = Math.max(0, requests.size() - MOST);
        int count = waiting.size() + more;
        String title = texts.say(MessageKey.REQUESTS);
        return new RequestsView(
                context.frame(title, Frame.Place.REQUESTS, count),
                title,
                waiting.isEmpty()
                        ? texts.say(MessageKey.NOTHING_WAITS)
                        : texts.count(MessageKey.REQUESTS_INTRO, count),
                waiting.isEmpty() ? texts.say(MessageKey.NOTHING_WAITS_MORE) : "",
                waiting);
    }

    private static RequestsView.Waiting waiting(
            PageContext context,
            Request request,
            EventContext subject,
            CalendarWindows windows,
            String id) {
        Messages texts = context.texts();
        boolean invitation = request.kind() == Request.Kind.INVITATION;
        List<Occurrence> times =
                subject.times(
                        context, context.schedule().next(subject.kept(), context.now(), NEAR));
        Attendee organiser = subject.part().organiser();
        String from =
                organiser != null
                        ? organiser.name()
                        : request.from() == null ? "" : request.from().email();
        return new RequestsView.Waiting(
                id,
                context.title(subject.part().summary()),
                context.eventLink(request.uid(), request.id()),
                look(context, times, invitation),
                context.joined(
                        subject.when(context),
                        subject.isOccurrence() ? "" : context.repeats(subject.part())),
                UntrustedText.line(subject.part().location()),
                invitation ? from(context, subject, from) : "",
                texts.say(
                        MessageKey.ARRIVED,
                        "time",
                        context.dates().briefMoment(context.zone().local(request.arrived()))),
                texts.label(texts.say(MessageKey.OVERLAPS)),
                invitation
                        ? context.conflicts(subject, times, windows::occurrences).stream()
                                .map(o -> EventPage.briefTime(context, o))
                                .toList()
                        : List.of(),
                invitation
                        ? new RequestsView.Quick(
                                context.eventLink(request.uid(), request.id()),
                                context.token(),
                                Long.toString(subject.kept().version()),
                                EventPage.answers(texts, Participation.NEEDS_ACTION))
                        : null,
                request.kind() == Request.Kind.UNINVITED
                        ? EventPage.asking(context, request, subject.kept().version())
                        : null,
                request.kind() == Request.Kind.COUNTER
                        ? ActionForms.proposal(context, subject, request)
                        : null,
                texts.say(MessageKey.OPEN_EVENT));
    }

    /** Who invites, and who sent it where that is somebody else. */
    private static String from(PageContext context, EventContext subject, String from) {
        Messages texts = context.texts();
        CalendarAddress sender = LocalMarks.sender(subject.part());
        return context.joined(
                from.isEmpty()
                        ? ""
                        : texts.say(MessageKey.FROM_PERSON, "name", UntrustedText.line(from)),
                sender == null ? "" : texts.sentByOther(UntrustedText.sender(sender)));
    }

    private static String look(PageContext context, List<Occurrence> times, boolean invitation) {
        return times.isEmpty()
                ? "hue-0" + (invitation ? " unanswered" : "")
                : EventChip.look(context, times.getFirst());
    }
}
