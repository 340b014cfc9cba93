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
                get("/", page(CalendarPage::show)),
                get("/search", page(SearchPage::show)),
                get("/find-a-time", page(FindTimePage::show)),
                post("/find-a-time", page(FindTimePage::look)),
                get("/requests", page(RequestsPage::show)),
                get("/import", page(ImportPage::show)),
                post("/import", page(ImportPage::act)),
                get("/export.ics", page(ExportFile::show)),
                get("/activity", page(ActivityPage::show)),
                get("/profile", page(ProfilePage::show)),
                post("/profile", page(ProfilePage::act)),
                post("/activity", page(ActivityPage::undo)),
                get("/new", page(EditPage::blank)),
                post("/new", page(EditController::create)),
                get("/event/{uid}", page(EventPage::show)),
                post("/event/{uid}", page(ActionController::act)),
                get("/event/{uid}/{id}", page(EventPage::show)),
                post("/event/{uid}/{id}", page(ActionController::act)),
                // The form of the links in old messages.
                get("/{uid}", page(EventPage::redirect)),
                get("/{uid}/{id}", page(EventPage::redirect)));
    }

    /**
     * Draws failures in the style of the other pages; reads nothing, since that may be what fails.
     */
    public FailurePage failures() {
        return (failure, request) -> FailedPage.draw(failure, request, texts.get());
    }

    private Handler page(Function<PageContext, HttpResponse> page) {
        return request -> {
            try (var data = reading.get()) {
                return answer(context(request, data), page);
            } catch (StoreTrouble trouble) {
                throw unavailable(trouble);
            }
        };
    }

    /** Who looks is known: what fails is told in their language. */
    private static HttpResponse answer(
            PageContext context, Function<PageContext, HttpResponse> page) {
        try {
            return page.apply(context);
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
