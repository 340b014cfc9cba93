package org.imipagent.manager;

import static org.imipagent.cgi.Routes.get;
import static org.imipagent.cgi.Routes.post;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imipagent.agent.ProfileHandler;
import org.imipagent.calendar.Event;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.FailurePage;
import org.imipagent.cgi.Handler;
import org.imipagent.cgi.HttpRequest;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.Routes;
import org.imipagent.itip.Decision;
import org.imipagent.messages.Dates;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Settings;
import org.imipagent.store.ReadTransaction;
import org.imipagent.store.StoreTrouble;

/**
 * The pages, and all they need from outside.
 *
 * @param reading opens a view of the data; closed again before the page is sent
 * @param visitor who it is that the web server has authenticated under a name; throws {@link
 *     Failure} 403 where that is nobody here
 * @param read makes an event of the iCalendar text that is kept; throws IllegalArgumentException
 *     where it cannot
 * @param agent carries out what a form asks for
 * @param undo takes back what was done
 * @param preview decides it and does nothing: what the page says would happen
 * @param profile carries out what the page of the settings asks for
 * @param settings of the site
 * @param importing looks at files and takes what is in them
 * @param peers what is known of other people's time
 * @param texts for failures where no person is known: in the language of the browser, else the
 *     site's
 * @param now the time of the request
 */
public record Manager(
        Supplier<ReadTransaction> reading,
        BiFunction<ReadTransaction, String, Visitor> visitor,
        Function<String, Event> read,
        Function<ActionRequest, Outcome> agent,
        Function<UndoRequest, Outcome> undo,
        BiFunction<ReadTransaction, ActionRequest, Decision> preview,
        Function<ProfileRequest, ProfileHandler.Outcome> profile,
        Settings settings,
        ImportSteps importing,
        PeerCalendars peers,
        Supplier<Messages> texts,
        Instant now) {

    /** The site as a table. */
    public Routes routes() {
        return Routes.table(
                get("/", page(Target.CALENDAR)),
                get("/search", page(Target.SEARCH)),
                get("/find-a-time", page(Target.FIND_TIME)),
                post("/find-a-time", page(Target.FIND_TIME_LOOK)),
                get("/resources", page(Target.RESOURCES)),
                get("/resources/{address}", page(Target.RESOURCE)),
                post("/resources/{address}", page(Target.RESOURCE_DECIDE)),
                get("/resources/{address}/photo", page(Target.RESOURCE_PHOTO)),
                get("/requests", page(Target.REQUESTS)),
                get("/import", page(Target.IMPORT)),
                post("/import", page(Target.IMPORT_ACT)),
                get("/export.ics", page(Target.EXPORT)),
                get("/activity", page(Target.ACTIVITY)),
                get("/profile", page(Target.PROFILE)),
                post("/profile", page(Target.PROFILE_ACT)),
                post("/activity", page(Target.ACTIVITY_UNDO)),
                get("/new", page(Target.NEW)),
                post("/new", page(Target.CREATE)),
                get("/event/{uid}", page(Target.EVENT)),
                post("/event/{uid}", page(Target.EVENT_ACT)),
                get("/event/{uid}/{id}", page(Target.EVENT)),
                post("/event/{uid}/{id}", page(Target.EVENT_ACT)),
                // The form of the links in old messages.
                get("/{uid}", page(Target.OLD_LINK)),
                get("/{uid}/{id}", page(Target.OLD_LINK)));
    }

    /**
     * Draws failures in the style of the other pages; reads nothing, since that may be what fails.
     */
    public FailurePage failures() {
        return (failure, request) -> FailedPage.draw(failure, request, texts.get());
    }

    /** What the lines of the table lead to. A lambda each would be linked at every start. */
    private enum Target {
        CALENDAR,
        SEARCH,
        FIND_TIME,
        FIND_TIME_LOOK,
        RESOURCES,
        RESOURCE,
        RESOURCE_DECIDE,
        RESOURCE_PHOTO,
        REQUESTS,
        IMPORT,
        IMPORT_ACT,
        EXPORT,
        ACTIVITY,
        ACTIVITY_UNDO,
        PROFILE,
        PROFILE_ACT,
        NEW,
        CREATE,
        EVENT,
        EVENT_ACT,
        OLD_LINK;

        HttpResponse answer(PageContext context) {
            return switch (this) {
                case CALENDAR -> CalendarPage.show(context);
                case SEARCH -> SearchPage.show(context);
                case FIND_TIME -> FindTimePage.show(context);
                case FIND_TIME_LOOK -> FindTimePage.look(context);
                case RESOURCES -> ResourcesPage.show(context);
                case RESOURCE -> ResourcesPage.one(context);
                case RESOURCE_DECIDE -> ResourcesPage.decide(context);
                case RESOURCE_PHOTO -> ResourcesPage.photo(context);
                case REQUESTS -> RequestsPage.show(context);
                case IMPORT -> ImportPage.show(context);
                case IMPORT_ACT -> ImportPage.act(context);
                case EXPORT -> ExportFile.show(context);
                case ACTIVITY -> ActivityPage.show(context);
                case ACTIVITY_UNDO -> ActivityPage.undo(context);
                case PROFILE -> ProfilePage.show(context);
                case PROFILE_ACT -> ProfilePage.act(context);
                case NEW -> EditPage.blank(context);
                case CREATE -> EditController.create(context);
                case EVENT -> EventPage.show(context);
                case EVENT_ACT -> ActionController.act(context);
                case OLD_LINK -> EventPage.redirect(context);
            };
        }
    }

    private Handler page(Target target) {
        return new Drawn(this, target);
    }

    private record Drawn(Manager manager, Target target) implements Handler {

        @Override
        public HttpResponse answer(HttpRequest request) {
            try (var data = manager.reading.get()) {
                return manager.answer(manager.context(request, data), target);
            } catch (StoreTrouble trouble) {
                throw manager.unavailable(trouble);
            }
        }
    }

    /** Who looks is known: what fails is told in their language. */
    private HttpResponse answer(PageContext context, Target target) {
        try {
            return target.answer(context);
        } catch (Failure failure) {
            throw failure.in(context.texts().language());
        } catch (StoreTrouble trouble) {
            throw unavailable(trouble, context.texts());
        }
    }

    private PageContext context(HttpRequest request, ReadTransaction data) {
        Visitor who = visitor.apply(data, request.user());
        return new PageContext(this, request, data, who, new Dates(who.texts()));
    }

    /**
     * What a person is told of a store that cannot be read or written; the log hears the reason.
     */
    public Failure unavailable(StoreTrouble trouble) {
        return unavailable(trouble, texts.get());
    }

    private static Failure unavailable(StoreTrouble trouble, Messages texts) {
        String log = trouble.getMessage() == null ? trouble.kind().name() : trouble.getMessage();
        String title = texts.say(MessageKey.ERROR_503);
        Failure failure =
                switch (trouble.kind()) {
                    case LOCKED, CONFLICT ->
                            Failure.busy(title, texts.say(MessageKey.BUSY_TEXT), 5);
                    case UNREACHABLE, OTHER_VERSION ->
                            Failure.busy(title, texts.say(MessageKey.UNUSABLE_TEXT), 60);
                    case FULL, READ_ONLY, DAMAGED, UNUSABLE ->
                            Failure.busy(title, texts.say(MessageKey.UNUSABLE_TEXT), 300);
                };
        return failure.in(texts.language()).logging(log);
    }
}
