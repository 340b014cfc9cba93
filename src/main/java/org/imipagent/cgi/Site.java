package org.imipagent.cgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A site: who gets in, which page answers, and the one place where things fail.
 *
 * @param routes the pages
 * @param failurePage draws failures; when it fails itself, {@link FailurePage#PLAIN} does
 * @param limits how much a request may bring
 * @param tokens what checks the tokens of forms; asked for at the first POST only, since its secret
 *     lies in a file
 * @param trustForwarded whether X-Forwarded-Host and X-Forwarded-Proto come from a proxy of the
 *     site's own
 */
public record Site(
        Routes routes,
        FailurePage failurePage,
        RequestLimits limits,
        Supplier<Tokens> tokens,
        boolean trustForwarded) {
    /** The field of a form that holds its token. */
    public static final String TOKEN = "token";

    /**
     * Answers one request, whatever it is: exactly one whole response is written, and nothing is
     * thrown.
     *
     * @param now the time of the request
     * @param pid the process, which makes the reference of a fault unique together with the time
     * @return how it ended, for the log
     */
    public Answered answer(
            Map<String, String> environment,
            InputStream in,
            OutputStream out,
            PrintStream err,
            Instant now,
            long pid) {
        var body = new ServerBody(in);
        var reference = reference(now, pid);
        var ended = respond(environment, body, err, now, reference);
        var response = ended.response();
        body.discard(new Environment(environment));
        try {
            if ("HEAD".equals(environment.get("REQUEST_METHOD"))) {
                response.writeHead(out);
            } else {
                response.write(out);
            }
        } catch (IOException e) {
            log(err, reference, "the response could not be written: " + e.getMessage());
        }
        var failure = ended.failure();
        return new Answered(
                response.status(),
                reference,
                failure == null ? "" : failure.word(),
                failure == null ? "" : failure.log());
    }

    /**
     * How a request ended.
     *
     * @param reference finds it in the log; the page of a failure shows it
     * @param failure why there was no page of its own, as a word; "" where there was one
     * @param reason what is for the log alone
     */
    public record Answered(int status, String reference, String failure, String reason) {}

    /** A response, and the failure that it tells. */
    private record Ended(HttpResponse response, @Nullable Failure failure) {}

    private Ended respond(
            Map<String, String> environment,
            InputStream in,
            PrintStream err,
            Instant now,
            String reference) {
        var request = HttpRequest.unread(environment);
        try {
            request = HttpRequest.read(environment, in, limits);
            admit(request, now);
            return new Ended(routes.answer(request), null);
        } catch (Failure failure) {
            return page(failure, request, err, reference);
        } catch (Throwable fault) {
            // Errors too: a page that runs out of stack or memory must not print its trace to the
            // browser.
            return page(hide(fault, environment, err, reference), request, err, reference);
        }
    }

    private void admit(HttpRequest request, Instant now) {
        if (request.user().isEmpty()) {
            throw Failure.forbidden(Failure.Why.NOT_LOGGED_IN, "You are not logged in.")
                    .logging(
                            "no REMOTE_USER: the web server must authenticate before it runs this program");
        }
        if (request.method() != HttpMethod.POST) {
            return;
        }
        if (!request.provenance().ours(trustForwarded)) {
            throw Failure.forbidden(
                            Failure.Why.FOREIGN_FORM,
                            "This form was sent from another site. Nothing was changed.")
                    .logging("refused a form " + request.provenance().told(trustForwarded));
        }
        if (!tokens.get().check(request.user(), request.form().text(TOKEN), now)) {
            throw Failure.forbidden(
                    Failure.Why.OLD_FORM,
                    "This form has expired, or belongs to another account. Nothing was changed. "
                            + "Go back, reload the page and try again.");
        }
    }

    private Ended page(Failure failure, HttpRequest request, PrintStream err, String reference) {
        var referred = failure.foundBy(reference);
        var page = draw(referred, request, err, reference).as(failure.status());
        for (var header : failure.headers()) {
            page = page.with(header);
        }
        return new Ended(page, referred);
    }

    private HttpResponse draw(
            Failure failure, HttpRequest request, PrintStream err, String reference) {
        try {
            return failurePage.draw(failure, request);
        } catch (Throwable fault) {
            log(err, reference, "the failure page failed: " + trace(fault));
            return FailurePage.PLAIN.draw(failure, request);
        }
    }

    /** Tells the log everything and the person a reference to it. */
    private static Failure hide(
            Throwable fault, Map<String, String> environment, PrintStream err, String reference) {
        var asked =
                environment.getOrDefault("REQUEST_METHOD", "")
                        + " "
                        + environment.getOrDefault("REQUEST_URI", "");
        log(err, reference, "500 at " + asked + ": " + trace(fault));
        return new Failure(
                Failure.Why.FAULT,
                500,
                "Something went wrong",
                "The error was logged. If it keeps happening, give your administrator this reference: "
                        + reference);
    }

    private static String trace(Throwable fault) {
        var text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /**
     * Each line with the reference; controls are shown as ?, so that no request can draw in the
     * terminal that reads the log.
     */
    private static void log(PrintStream err, String reference, String words) {
        words.lines()
                .forEach(
                        line -> {
                            var plain = new StringBuilder(reference).append(' ');
                            line.chars()
                                    .forEach(
                                            c ->
                                                    plain.append(
                                                            (c < ' ' && c != '\t') || c == 0x7f
                                                                    ? '?'
                                                                    : (char) c));
                            err.println(plain);
                        });
        err.flush();
    }

    /** Short enough to be read out on the telephone: time and process in base 32. */
    private static String reference(Instant now, long pid) {
        return Long.toString(now.toEpochMilli(), 32) + "-" + Long.toString(pid, 32);
    }
}
