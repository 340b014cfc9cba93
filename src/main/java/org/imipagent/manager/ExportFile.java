package org.imipagent.manager;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.imipagent.agent.Export;
import org.imipagent.agent.SearchQuery;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.HttpHeader;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.messages.MessageKey;
import org.jspecify.annotations.Nullable;

/**
 * The calendar as a file: {@code /export.ics}, {@code ?from=YYYY-MM-DD&to=YYYY-MM-DD} (both days
 * included), {@code ?uid=UID} for one event. The same text as the command {@code export} prints.
 */
final class ExportFile {

    private ExportFile() {}

    static HttpResponse show(PageContext context) {
        var query = context.request().query();
        var export = new Export(context.reading(), context.person(), context.manager().read());
        if (query.has("uid")) {
            String uid = query.text("uid");
            if (context.reading().event(context.user(), uid) == null) {
                throw new Failure(
                        404,
                        context.texts().say(MessageKey.ERROR_404),
                        context.texts().say(MessageKey.EVENT_NOT_FOUND_TEXT));
            }
            return file("event.ics", export.event(uid));
        }
        LocalDate from = date(context, query.text("from"));
        LocalDate to = date(context, query.text("to"));
        if (from != null && to != null && to.isBefore(from)) {
            throw new Failure(
                    422,
                    context.texts().say(MessageKey.ERROR_422),
                    context.texts().say(MessageKey.SEARCH_NEVER));
        }
        return file(
                "calendar.ics",
                export.span(
                        from == null ? null : context.zone().midnight(from),
                        to == null ? null : context.zone().midnight(to.plusDays(1))));
    }

    private static @Nullable LocalDate date(PageContext context, String text) {
        LocalDate date = SearchQuery.day(text);
        if (date == null && !text.isEmpty()) {
            throw new Failure(
                    422,
                    context.texts().say(MessageKey.ERROR_422),
                    context.texts().say(MessageKey.ERROR_DATE));
        }
        return date;
    }

    private static HttpResponse file(String name, Export.Exported exported) {
        return HttpResponse.of(
                        200,
                        "text/calendar; charset=utf-8",
                        exported.text().getBytes(StandardCharsets.UTF_8))
                .with(
                        new HttpHeader(
                                "Content-Disposition", "attachment; filename=\"" + name + "\""));
    }
}
