package org.imipagent.manager;

import org.imipagent.cgi.Failure;
import org.imipagent.cgi.Links;
import org.imipagent.cgi.Request;
import org.imipagent.cgi.Response;
import org.imipagent.manager.templates.JtefailedGenerated;
import org.imipagent.text.Texts;
import org.imipagent.text.Word;
import org.jspecify.annotations.Nullable;

/** A failure in the style of the other pages. */
final class FailedPage {

    private FailedPage() {}

    static Response draw(Failure failure, @Nullable Request request, Texts texts) {
        FailedView view = view(failure, request, texts);
        return Response.html(
                failure.status(), Page.html(out -> JtefailedGenerated.render(out, null, view)));
    }

    static FailedView view(Failure failure, @Nullable Request request, Texts texts) {
        Links links = request == null ? new Links("") : request.links();
        String title = title(failure, texts);
        return new FailedView(
                Frame.of(texts, links, title, Frame.Place.NOWHERE, 0, "", ""),
                title,
                text(failure, texts),
                new Link(texts.say(Word.GO_CALENDAR), links.to(), false));
    }

    private static String title(Failure failure, Texts texts) {
        return switch (failure.status()) {
            case 400 -> texts.say(Word.ERROR_400);
            case 403 -> texts.say(Word.ERROR_403);
            case 404 -> texts.say(Word.ERROR_404);
            case 405 -> texts.say(Word.ERROR_405);
            case 409 -> texts.say(Word.ERROR_409);
            case 413 -> texts.say(Word.ERROR_413);
            case 422 -> texts.say(Word.ERROR_422);
            case 500 -> texts.say(Word.ERROR_500);
            case 503 -> texts.say(Word.ERROR_503);
            default -> failure.title();
        };
    }

    private static String text(Failure failure, Texts texts) {
        return failure.status() == 404 && failure.text().equals(Failure.notFound().text())
                ? texts.say(Word.NOT_FOUND_TEXT)
                : failure.text();
    }
}
