package org.imipagent.manager;

import org.imipagent.cgi.Failure;
import org.imipagent.cgi.Links;
import org.imipagent.cgi.Request;
import org.imipagent.cgi.Response;
import org.imipagent.manager.templates.JtefailedGenerated;
import org.imipagent.text.Texts;
import org.imipagent.text.Word;
import org.jspecify.annotations.Nullable;

/** A failure in the style of the other pages, in one language: the reader's where it is known. */
final class FailedPage {

    private FailedPage() {}

    static Response draw(Failure failure, @Nullable Request request, Texts site) {
        FailedView view = view(failure, request, site);
        return Response.html(
                failure.status(), Page.html(out -> JtefailedGenerated.render(out, null, view)));
    }

    private static FailedView view(Failure failure, @Nullable Request request, Texts site) {
        Texts texts = failure.language().isEmpty() ? site : Texts.of(failure.language());
        Links links = request == null ? new Links("") : request.links();
        Failure.Why why = failure.why();
        String title = why == null ? failure.title() : texts.say(title(why));
        return new FailedView(
                Frame.of(texts, links, title, Frame.Place.NOWHERE, 0, "", ""),
                title,
                why == null ? failure.text() : text(why, failure, texts),
                new Link(texts.say(Word.GO_CALENDAR), links.to(), false));
    }

    private static Word title(Failure.Why why) {
        return switch (why) {
            case UNREADABLE -> Word.ERROR_400;
            case NOT_LOGGED_IN, NOBODY, FOREIGN_FORM, OLD_FORM -> Word.ERROR_403;
            case NOT_FOUND -> Word.ERROR_404;
            case METHOD -> Word.ERROR_405;
            case TOO_MUCH -> Word.ERROR_413;
            case FAULT -> Word.ERROR_500;
        };
    }

    private static String text(Failure.Why why, Failure failure, Texts texts) {
        return switch (why) {
            case UNREADABLE -> texts.say(Word.UNREADABLE_TEXT);
            case NOT_LOGGED_IN -> texts.say(Word.NOT_LOGGED_IN_TEXT);
            case NOBODY -> texts.say(Word.NOBODY_TEXT);
            case FOREIGN_FORM -> texts.say(Word.FOREIGN_FORM_TEXT);
            case OLD_FORM -> texts.say(Word.OLD_FORM_TEXT);
            case NOT_FOUND -> texts.say(Word.NOT_FOUND_TEXT);
            case METHOD -> texts.say(Word.METHOD_TEXT);
            case TOO_MUCH -> texts.say(Word.TOO_MUCH_TEXT);
            case FAULT -> texts.say(Word.FAULT_TEXT, "reference", lastWord(failure.text()));
        };
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}
