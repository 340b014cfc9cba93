package org.imipagent.cgi;

import org.jspecify.annotations.Nullable;

/** Draws the page of a failure in the style of the site. */
@FunctionalInterface
public interface FailurePage {
    /** As plain as can be, of nothing but this package: what is shown when nothing else works. */
    FailurePage PLAIN =
            (failure, request) ->
                    HttpResponse.html(
                            """
            <!DOCTYPE html>
            <html lang="%LANGUAGE%">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%TITLE%</title>
            </head>
            <body>
            <h1>%TITLE%</h1>
            <p>%TEXT%</p>
            </body>
            </html>
            """
                                    .replace(
                                            "%LANGUAGE%",
                                            failure.language().isEmpty()
                                                    ? "en"
                                                    : escape(failure.language()))
                                    .replace("%TITLE%", escape(failure.title()))
                                    .replace("%TEXT%", escape(failure.text())));

    /**
     * Draws one failure.
     *
     * @param request what was asked; of one that could not be understood, no more than the links
     * @return the page; {@link Site} gives it the status and the headers of the failure
     */
    HttpResponse draw(Failure failure, @Nullable HttpRequest request);

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
