package org.imipagent.manager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.ResourcePhotos;
import org.imipagent.agent.Resources;
import org.imipagent.agent.Resources.Resource;
import org.imipagent.calendar.Attendee;
import org.imipagent.calendar.CalendarAddress;
import org.imipagent.calendar.Event;
import org.imipagent.calendar.Occurrence;
import org.imipagent.calendar.Occurrence.Busy;
import org.imipagent.calendar.Participation;
import org.imipagent.calendar.RecurrenceId;
import org.imipagent.calendar.VEvent;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.Form;
import org.imipagent.cgi.HttpHeader;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.freebusy.BusyPeriod;
import org.imipagent.freebusy.FreeBusy;
import org.imipagent.itip.Request;
import org.imipagent.itip.UserAction;
import org.imipagent.manager.templates.JteresourceGenerated;
import org.imipagent.manager.templates.JteresourcesGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.ResourceKind;
import org.imipagent.store.KeptEvent;
import org.jspecify.annotations.Nullable;

/**
 * The resources of the site: what may be booked, whether it is free, and, for those who look after
 * one, what waits for them: {@code action} (accept or decline), {@code comment}, {@code version}
 * and {@code token} of a form.
 */
final class ResourcesPage {

    private static final String DECIDED = "decided";

    /** So far ahead a page tells when a resource is taken. */
    private static final Duration AHEAD = Duration.ofDays(14);

    private static final int MOST_WAITING = 50;
    private static final int MOST_TIMES = 200;

    private final PageContext context;
    private final Messages texts;
    private final Resources resources;

    private ResourcesPage(PageContext context) {
        this.context = context;
        this.texts = context.texts();
        this.resources = context.resources();
    }

    static HttpResponse show(PageContext context) {
        return new ResourcesPage(context).page(200, "");
    }

    /** One resource. */
    static HttpResponse one(PageContext context) {
        var page = new ResourcesPage(context);
        Resource resource = page.named();
        return HttpResponse.html(
                200, Page.html(out -> JteresourceGenerated.render(out, null, page.of(resource))));
    }

    /**
     * The photo of one. Its address changes when the file does, so that a browser may keep it;
     * nobody else may, since who has not logged in sees none.
     */
    static HttpResponse photo(PageContext context) {
        var page = new ResourcesPage(context);
        String name = page.named().photo();
        ResourcePhotos.Photo photo = name.isEmpty() ? null : page.photos().read(name);
        if (photo == null) {
            throw Failure.notFound();
        }
        return HttpResponse.of(200, photo.type(), photo.octets())
                .with(new HttpHeader("Cache-Control", "private, max-age=604800"));
    }

    private ResourcePhotos photos() {
        return ResourcePhotos.of(resources.site().settings());
    }

    /** Decides about a booking, in the resource's place. */
    static HttpResponse decide(PageContext context) {
        return new ResourcesPage(context).decide();
    }

    private HttpResponse decide() {
        Resource resource = named();
        if (!resource.owners().contains(context.user())) {
            throw Failure.notFound();
        }
        Form form = context.request().form();
        Participation how =
                switch (form.text("action")) {
                    case "accept" -> Participation.ACCEPTED;
                    case "decline" -> Participation.DECLINED;
                    default -> Participation.NEEDS_ACTION;
                };
        if (how == Participation.NEEDS_ACTION) {
            return page(422, texts.say(MessageKey.ERROR_ACTION));
        }
        String comment = form.text("comment");
        if (comment.length() > ActionController.LONGEST_COMMENT) {
            return page(422, ActionController.tooLong(context, comment));
        }
        String id = context.request().query().text("id");
        var act = new UserAction.Answer(id.isEmpty() ? null : RecurrenceId.read(id), how, comment);
        Outcome outcome =
                context.manager()
                        .agent()
                        .apply(
                                new ActionRequest(
                                        resource.participant().person(),
                                        context.request().query().text("uid"),
                                        act,
                                        ActionRequest.version(form.text("version")),
                                        ActionRequest.key(form)));
        return switch (outcome) {
            case Outcome.Done _ ->
                    HttpResponse.redirect(
                            303,
                            context.links()
                                    .withQuery(
                                            context.links().to("resources"),
                                            DECIDED,
                                            how == Participation.ACCEPTED ? "yes" : "no"));
            case Outcome.Stale _, Outcome.Refused _ ->
                    page(409, texts.say(MessageKey.CONFLICT_TEXT));
        };
    }

    private Resource named() {
        Resource resource = resources.of(new CalendarAddress(context.request().segment("address")));
        if (resource == null) {
            throw Failure.notFound();
        }
        return resource;
    }

    private HttpResponse page(int status, String trouble) {
        var entries = new ArrayList<ResourcesView.Entry>();
        var waiting = new ArrayList<ResourcesView.Asked>();
        List<Resource> all = resources.all();
        for (Resource each : all) {
            entries.add(entry(each));
            if (each.owners().contains(context.user())) {
                add(waiting, each);
            }
        }
        String title = texts.say(MessageKey.RESOURCES);
        var view =
                new ResourcesView(
                        context.frame(title, Frame.Place.RESOURCES),
                        title,
                        told(),
                        trouble,
                        waiting.isEmpty() ? "" : texts.say(MessageKey.RESOURCES_WAITING),
                        waiting,
                        texts.say(
                                entries.isEmpty()
                                        ? MessageKey.RESOURCES_NONE
                                        : MessageKey.RESOURCES_INTRO),
                        new QuotaState(context, all).own(all),
                        entries);
        return HttpResponse.html(
                status, Page.html(out -> JteresourcesGenerated.render(out, null, view)));
    }

    private String told() {
        return switch (context.request().query().text(DECIDED)) {
            case "yes" -> texts.say(MessageKey.RESOURCE_DECIDED_ACCEPTED);
            case "no" -> texts.say(MessageKey.RESOURCE_DECIDED_DECLINED);
            default -> "";
        };
    }

    // ---- Resources

    private ResourcesView.Entry entry(Resource resource) {
        Instant now = context.now();
        FreeBusy busy = resources.freeBusy(resource, now, now.plus(AHEAD), now);
        boolean free = busy.periods().isEmpty() || busy.periods().getFirst().start().isAfter(now);
        return new ResourcesView.Entry(
                UntrustedText.line(resource.name()),
                context.links().to("resources", resource.address().email()),
                photo(resource),
                facts(resource),
                UntrustedText.line(resource.note()),
                state(busy, free),
                free,
                new Link(
                        texts.say(MessageKey.RESOURCE_BOOK),
                        context.links()
                                .withQuery(
                                        context.links().to("new"),
                                        "attendee",
                                        Invitee.line(
                                                Attendee.of(resource.address())
                                                        .with("CN", resource.name()))),
                        false));
    }

    private ResourcesView.@Nullable Photo photo(Resource resource) {
        String version = resource.photo().isEmpty() ? "" : photos().version(resource.photo());
        if (version.isEmpty()) {
            return null;
        }
        String link = context.links().to("resources", resource.address().email(), "photo");
        return new ResourcesView.Photo(
                context.links().withQuery(link, "v", version),
                texts.say(
                        MessageKey.RESOURCE_PHOTO,
                        "resource",
                        UntrustedText.line(resource.name())));
    }

    private String facts(Resource resource) {
        return context.joined(
                kind(resource.kind()),
                resource.capacity() == 0
                        ? ""
                        : texts.count(MessageKey.RESOURCE_CAPACITY, resource.capacity()),
                UntrustedText.line(resource.place()));
    }

    private String kind(ResourceKind kind) {
        return switch (kind) {
            case NONE -> "";
            case ROOM -> texts.say(MessageKey.RESOURCE_KIND_ROOM);
            case VEHICLE -> texts.say(MessageKey.RESOURCE_KIND_VEHICLE);
            case EQUIPMENT -> texts.say(MessageKey.RESOURCE_KIND_EQUIPMENT);
            case COLLECTION -> texts.say(MessageKey.RESOURCE_KIND_COLLECTION);
            case OTHER -> texts.say(MessageKey.RESOURCE_KIND_OTHER);
        };
    }

    private String state(FreeBusy busy, boolean free) {
        List<BusyPeriod> periods = busy.periods();
        if (periods.isEmpty()) {
            return texts.say(MessageKey.RESOURCE_FREE_NOW);
        }
        Instant until = periods.getFirst().start();
        if (!free) {
            until = periods.getFirst().end();
            for (BusyPeriod each : periods) {
                until = each.start().isAfter(until) ? until : each.end();
            }
        }
        return texts.say(
                free ? MessageKey.RESOURCE_FREE_UNTIL : MessageKey.RESOURCE_TAKEN_UNTIL,
                "until",
                context.dates().briefMoment(context.zone().local(until)));
    }

    // ---- What waits for who looks after one

    private void add(List<ResourcesView.Asked> waiting, Resource resource) {
        for (Request each : context.reading().requests(resource.address())) {
            if (waiting.size() < MOST_WAITING && each.kind() == Request.Kind.INVITATION) {
                ResourcesView.Asked asked = asked(resource, each, "asked-" + (waiting.size() + 1));
                if (asked != null) {
                    waiting.add(asked);
                }
            }
        }
    }

    private ResourcesView.@Nullable Asked asked(Resource resource, Request request, String id) {
        KeptEvent kept = context.reading().event(resource.address(), request.uid());
        Event event = kept == null ? null : context.event(kept);
        if (kept == null || event == null) {
            return null;
        }
        VEvent part = event.part(request.id());
        VEvent shown = part == null ? event.main() : part;
        String when = when(resource, kept, request.id());
        if (when.isEmpty()) {
            return null;
        }
        Attendee organiser = shown.organiser();
        String from = organiser == null ? "" : organiser.address().email();
        return new ResourcesView.Asked(
                id,
                context.title(shown.summary()),
                when,
                texts.say(
                        MessageKey.RESOURCE_ASKS,
                        "organiser",
                        UntrustedText.line(from),
                        "resource",
                        UntrustedText.line(resource.name())),
                UntrustedText.line(shown.text("COMMENT")),
                answers(resource, request, kept, id));
    }

    /** Its next time; "" where all of it is over. */
    private String when(Resource resource, KeptEvent kept, @Nullable RecurrenceId id) {
        for (Occurrence each : resources.schedule(resource).next(kept, context.now(), MOST_TIMES)) {
            if (id == null || id.equals(each.id())) {
                return context.dates()
                        .span(context.zone().local(each.start()), context.zone().local(each.end()));
            }
        }
        return "";
    }

    private RequestsView.Quick answers(
            Resource resource, Request request, KeptEvent kept, String id) {
        RecurrenceId date = request.id();
        return new RequestsView.Quick(
                id + "-m",
                action(resource, kept.uid(), date),
                context.token(),
                Long.toString(kept.version()),
                date == null && kept.expandedTo() != null
                        ? new RequestsView.Scope("", texts.say(MessageKey.SCOPE_ALL))
                        : null,
                List.of(
                        new EventView.Choice("accept", texts.say(MessageKey.ACCEPT), false),
                        new EventView.Choice("decline", texts.say(MessageKey.DECLINE), false)),
                texts.say(MessageKey.ADD_MESSAGE),
                texts.say(MessageKey.COMMENT),
                ActionController.LONGEST_COMMENT);
    }

    private String action(Resource resource, String uid, @Nullable RecurrenceId date) {
        String link =
                context.links()
                        .withQuery(
                                context.links().to("resources", resource.address().email()),
                                "uid",
                                uid);
        return date == null ? link : context.links().withQuery(link, "id", date.text());
    }

    // ---- One resource

    private ResourcesView.One of(Resource resource) {
        boolean isOwner = resource.owners().contains(context.user());
        var owners = new ArrayList<String>();
        for (CalendarAddress each : resource.owners()) {
            owners.add(each.email());
        }
        var quotas = new QuotaState(context, resources.all());
        return new ResourcesView.One(
                context.frame(UntrustedText.line(resource.name()), Frame.Place.RESOURCES),
                entry(resource),
                owners.isEmpty()
                        ? ""
                        : texts.say(MessageKey.RESOURCE_OWNERS, "people", texts.joined(owners)),
                quotas.own(List.of(resource)),
                texts.say(MessageKey.RESOURCE_TIMES),
                texts.say(MessageKey.RESOURCE_NO_TIMES),
                isOwner ? bookings(resource) : times(resource),
                isOwner ? ResourceUse.of(context, resources, resource) : null,
                isOwner ? quotas.of(resource) : null);
    }

    private List<ResourcesView.Time> times(Resource resource) {
        Instant now = context.now();
        var times = new ArrayList<ResourcesView.Time>();
        for (BusyPeriod each : resources.freeBusy(resource, now, now.plus(AHEAD), now).periods()) {
            if (times.size() < MOST_TIMES) {
                times.add(
                        new ResourcesView.Time(
                                span(each.start(), each.end()),
                                texts.say(
                                        each.busy() == Busy.TENTATIVE
                                                ? MessageKey.RESOURCE_HELD_TIME
                                                : MessageKey.RESOURCE_TAKEN_TIME)));
            }
        }
        return times;
    }

    /** With titles and organisers. */
    private List<ResourcesView.Time> bookings(Resource resource) {
        Instant now = context.now();
        var times = new ArrayList<ResourcesView.Time>();
        for (Occurrence each : resources.schedule(resource).occurrences(now, now.plus(AHEAD))) {
            if (each.busy() != Busy.FREE && times.size() < MOST_TIMES) {
                times.add(
                        new ResourcesView.Time(
                                span(each.start(), each.end()),
                                context.joined(
                                        context.title(each.summary()),
                                        ResourceUse.organiser(context, resource, each.uid()))));
            }
        }
        return times;
    }

    private String span(Instant from, Instant to) {
        return context.dates().span(context.zone().local(from), context.zone().local(to));
    }
}
