package org.imipagent.manager;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.cgi.Failure;
import org.imipagent.cgi.HttpRequest;
import org.imipagent.cgi.HttpResponse;
import org.imipagent.cgi.Links;
import org.imipagent.manager.templates.JtefailedGenerated;
import org.imipagent.messages.MessageKey;
import org.imipagent.messages.Messages;
import org.imipagent.settings.Theme;
import org.jspecify.annotations.Nullable;

/** A failure in the style of the other pages, in one language: the reader's where it is known. */
final class FailedPage {

    private FailedPage() {}

    static HttpResponse draw(Failure failure, @Nullable HttpRequest request, Messages site) {
        FailedView view = view(failure, request, site);
        return HttpResponse.html(
                failure.status(), Page.html(out -> JtefailedGenerated.render(out, null, view)));
    }

    private static FailedView view(Failure failure, @Nullable HttpRequest request, Messages site) {
        Messages texts = failure.language().isEmpty() ? site : Messages.of(failure.language());
        Links links = request == null ? new Links("") : request.links();
        Failure.Why why = failure.why();
        String title = why == null ? failure.title() : texts.say(title(why));
        return new FailedView(
                Frame.of(
                        texts,
                        links,
                        title,
                        Frame.Place.NOWHERE,
                        0,
                        "",
                        "",
                        false,
                        Theme.AUTO,
                        false,
                        null,
                        null),
                title,
                why == null ? failure.text() : text(why, failure, texts),
                details(failure, request, texts),
                null,
                new Link(texts.say(MessageKey.GO_CALENDAR), links.to(), false));
    }

    /** What a person tells the administrator, who looks for it in the log. */
    private static List<String> details(
            Failure failure, @Nullable HttpRequest request, Messages texts) {
        var details = new ArrayList<String>();
        if (failure.status() == 403 && request != null && !request.user().isEmpty()) {
            String login = UntrustedText.line(request.user());
            details.add(texts.say(MessageKey.LOGGED_IN_AS, "login", login));
        }
        boolean isForLog = failure.status() == 403 || failure.status() == 503;
        if (isForLog && !failure.reference().isEmpty()) {
            details.add(texts.say(MessageKey.REFERENCE, "reference", failure.reference()));
        }
        return details;
    }

    private static MessageKey title(Failure.Why why) {
        return switch (why) {
            case UNREADABLE -> MessageKey.ERROR_400;
            case NOT_LOGGED_IN, NOBODY, NO_ADDRESS, MANY_ADDRESSES, FOREIGN_FORM, OLD_FORM ->
                    MessageKey.ERROR_403;
            case NOT_FOUND -> MessageKey.ERROR_404;
            case METHOD -> MessageKey.ERROR_405;
            case TOO_MUCH -> MessageKey.ERROR_413;
            case FAULT -> MessageKey.ERROR_500;
        };
    }

    private static String text(Failure.Why why, Failure failure, Messages texts) {
        return switch (why) {
            case UNREADABLE -> texts.say(MessageKey.UNREADABLE_TEXT);
            case NOT_LOGGED_IN -> texts.say(MessageKey.NOT_LOGGED_IN_TEXT);
            case NOBODY -> texts.say(MessageKey.NOBODY_TEXT);
            case NO_ADDRESS -> texts.say(MessageKey.NO_ADDRESS_TEXT);
            case MANY_ADDRESSES -> texts.say(MessageKey.MANY_ADDRESSES_TEXT);
            case FOREIGN_FORM -> texts.say(MessageKey.FOREIGN_FORM_TEXT);
            case OLD_FORM -> texts.say(MessageKey.OLD_FORM_TEXT);
            case NOT_FOUND -> texts.say(MessageKey.NOT_FOUND_TEXT);
            case METHOD -> texts.say(MessageKey.METHOD_TEXT);
            case TOO_MUCH -> texts.say(MessageKey.TOO_MUCH_TEXT);
            case FAULT -> texts.say(MessageKey.FAULT_TEXT, "reference", failure.reference());
        };
    }
}
