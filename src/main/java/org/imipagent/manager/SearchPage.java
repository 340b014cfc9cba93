package org.imipagent.manager;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imipagent.agent.Search;
import org.imipagent.agent.SearchQuery;
import org.imipagent.calendar.Occurrence;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.Query;
import org.imipagent.manager.templates.JtesearchGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.store.FoundEvents.FoundEvent;

/**
 * Events by their words: {@code /search?q=WORDS&from=YYYY-MM-DD&to=YYYY-MM-DD&page=N}. Each event
 * stands once, with its next date that matches, or its last.
 */
final class SearchPage {

    /** Events on a page. */
    static final int MOST = 50;

    /** What a page number may be; nobody reads so far. */
    private static final int LAST_PAGE = 10_000;

    private final PageContext context;
    private final Messages texts;
    private final String typed;
    private final String from;
    private final String to;
    private final SearchQuery query;
    private final int page;

    private SearchPage(PageContext context) {
        Query asked = context.request().query();
        this.context = context;
        this.texts = context.texts();
        this.typed = asked.text("q").strip();
        this.from = asked.text("from").strip();
        this.to = asked.text("to").strip();
        this.page = page(asked.text("page"));
        this.query =
                SearchQuery.of(
                        typed,
                        context.dates().months(),
                        SearchQuery.day(from),
                        SearchQuery.day(to));
    }

    static HttpResponse show(PageContext context) {
        return new SearchPage(context).answer();
    }

    private HttpResponse answer() {
        boolean isWrong = isWrong(from) || isWrong(to);
        Search.Results results =
                isWrong
                        ? Search.Results.NONE
                        : new Search(context.schedule(), context.manager().read())
                                .page(query, context.now(), (page - 1) * MOST, MOST);
        int status = isWrong ? 422 : 200;
        if (context.request().wantsJson()) {
            return HttpResponse.json(status, Json.search(context, query, results, page));
        }
        SearchView view = view(results, isWrong);
        return HttpResponse.html(
                status, Page.html(out -> JtesearchGenerated.render(out, null, view)));
    }

    private static boolean isWrong(String date) {
        return !date.isEmpty() && SearchQuery.day(date) == null;
    }

    private static int page(String number) {
        int page = 0;
        for (int i = 0; i < number.length() && page < LAST_PAGE; i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 1;
            }
            page = page * 10 + digit;
        }
        return Math.clamp(page, 1, LAST_PAGE);
    }

    private SearchView view(Search.Results results, boolean isWrong) {
        String search = texts.say(MessageKey.SEARCH_PAGE);
        String shown = UntrustedText.line(shortened(typed));
        String title = shown.isEmpty() ? search : texts.say(MessageKey.SEARCH_TITLE, "text", shown);
        boolean isAsked = !isWrong && !query.isNothing();
        return new SearchView(
                context.frame(
                        isWrong ? texts.say(MessageKey.ERROR_PAGE, "page", title) : title,
                        Frame.Place.NOWHERE),
                search,
                asked(),
                notes(results),
                isAsked ? found(results) : "",
                isAsked && results.all() == 0 ? texts.say(MessageKey.FOUND_NOTHING_HINT) : "",
                groups(results.events()),
                page > 1 ? pageLink(MessageKey.PREVIOUS_RESULTS, page - 1) : null,
                results.all() > (long) page * MOST
                        ? pageLink(MessageKey.NEXT_RESULTS, page + 1)
                        : null);
    }

    private String found(Search.Results results) {
        return results.isMore()
                ? texts.say(MessageKey.FOUND_MORE, "number", Long.toString(results.all()))
                : texts.count(MessageKey.FOUND, results.all());
    }

    private static String shortened(String typed) {
        return typed.length() > SearchQuery.LONGEST
                ? typed.substring(0, SearchQuery.LONGEST)
                : typed;
    }

    private SearchView.Asked asked() {
        return new SearchView.Asked(
                context.links().to("search"),
                SearchQuery.LONGEST,
                List.of(
                        new SearchView.Field(
                                "q",
                                "search",
                                texts.say(MessageKey.SEARCH_EVENTS),
                                UntrustedText.line(shortened(typed)),
                                ""),
                        date("from", MessageKey.SEARCH_FROM, from),
                        date("to", MessageKey.SEARCH_TO, to)),
                texts.say(MessageKey.SEARCH),
                texts.say(MessageKey.SEARCH_HINT));
    }

    private SearchView.Field date(String name, MessageKey label, String value) {
        return new SearchView.Field(
                name,
                isWrong(value) ? "text" : "date",
                texts.say(label),
                value.length() > 10 ? value.substring(0, 10) : value,
                isWrong(value) ? texts.say(MessageKey.ERROR_DATE) : "");
    }

    private List<String> notes(Search.Results results) {
        var notes = new ArrayList<String>();
        if (query.isCut()) {
            notes.add(texts.count(MessageKey.SEARCH_CUT, SearchQuery.MOST_WORDS));
        }
        if (query.isNever()) {
            notes.add(texts.say(MessageKey.SEARCH_NEVER));
        }
        if (!results.isIndexed()) {
            notes.add(texts.say(MessageKey.SEARCH_NOT_WHOLE));
        }
        if (!results.isWorkedOut()) {
            notes.add(texts.say(MessageKey.SEARCH_FAR));
        }
        return notes;
    }

    private Link pageLink(MessageKey label, int number) {
        var links = context.links();
        String link = links.withQuery(links.to("search"), "q", shortened(typed));
        if (!from.isEmpty()) {
            link = links.withQuery(link, "from", from);
        }
        if (!to.isEmpty()) {
            link = links.withQuery(link, "to", to);
        }
        return new Link(
                texts.say(label), links.withQuery(link, "page", Integer.toString(number)), false);
    }

    private List<SearchView.Group> groups(List<FoundEvent> events) {
        var toCome = new ArrayList<SearchView.Result>();
        var over = new ArrayList<SearchView.Result>();
        for (FoundEvent each : events) {
            (Search.isToCome(each.date(), context.now()) ? toCome : over).add(result(each));
        }
        var groups = new ArrayList<SearchView.Group>();
        if (!toCome.isEmpty()) {
            groups.add(
                    new SearchView.Group("to-come", texts.say(MessageKey.FOUND_TO_COME), toCome));
        }
        if (!over.isEmpty()) {
            groups.add(new SearchView.Group("over", texts.say(MessageKey.FOUND_OVER), over));
        }
        return groups;
    }

    private SearchView.Result result(FoundEvent found) {
        Occurrence date = found.date();
        List<String> marks = query.marks();
        return new SearchView.Result(
                context.eventLink(date.uid(), date.id()),
                EventChip.look(context, date),
                MarkedText.of(context.title(date.summary()), marks),
                MarkedText.of(UntrustedText.line(date.location()), marks),
                when(date),
                EventChip.state(texts, date),
                found.dates() > 1 ? texts.count(MessageKey.OTHER_DATES, found.dates() - 1) : "");
    }

    private String when(Occurrence date) {
        LocalDate first = date.firstDay();
        LocalDate dayAfter = date.dayAfter();
        return first == null || dayAfter == null
                ? context.dates()
                        .span(context.zone().local(date.start()), context.zone().local(date.end()))
                : context.dates().days(first, dayAfter);
    }
}
