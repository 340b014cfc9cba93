package org.imipagent.cgi;

import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.Validate;
import org.jspecify.annotations.Nullable;

/**
 * Why a request gets no page of its own: a status and what the person is told.
 *
 * <p>Thrown anywhere below {@link Site}, which makes the one page of it. It carries no stack trace,
 * since it is an answer and not a fault; what is for the log alone stands in {@link #log}.
 */
public final class Failure extends RuntimeException {
    private final @Nullable Why why;
    private final int status;
    private final String title;
    private final String text;
    private final String log;
    private final List<HttpHeader> headers;
    private final String language;
    private final String reference;

    /** What ends a request before a page sees it. {@link FailurePage} has words for each. */
    public enum Why {
        /** The address or the form cannot be understood. */
        UNREADABLE,
        NOT_LOGGED_IN,
        /** The name that somebody is logged in with is nobody's here. */
        NOBODY,
        /** The name that somebody is logged in with has no address. */
        NO_ADDRESS,
        /** The name that somebody is logged in with is several addresses. */
        MANY_ADDRESSES,
        /** A form that another site's page sent. */
        FOREIGN_FORM,
        /** A form whose token holds no more, or was another person's. */
        OLD_FORM,
        NOT_FOUND,
        /** A method that the page does not have. */
        METHOD,
        TOO_MUCH,
        /** Ours; the text ends with what finds it in the log. */
        FAULT
    }

    private Failure(
            @Nullable Why why,
            int status,
            String title,
            String text,
            String log,
            List<HttpHeader> headers,
            String language,
            String reference) {
        super(title + ": " + text, null, false, false);
        Validate.isTrue(
                status >= 400 && status <= 599,
                "a failure has a status from 400 to 599, not %s",
                status);
        this.why = why;
        this.status = status;
        this.title = title;
        this.text = text;
        this.log = log;
        this.headers = List.copyOf(headers);
        this.language = language;
        this.reference = reference;
    }

    /** A failure of a status with a title of a few words and a sentence or two for the person. */
    public Failure(int status, String title, String text) {
        this(null, status, title, text, "", List.of(), "", "");
    }

    /** One that happens to any site; its words are English, for where there are no others. */
    public Failure(Why why, int status, String title, String text) {
        this(why, status, title, text, "", List.of(), "", "");
    }

    /** The same failure with one more header, such as Allow or Retry-After. */
    public Failure with(HttpHeader header) {
        var more = new java.util.ArrayList<>(headers);
        more.add(header);
        return new Failure(why, status, title, text, log, more, language, reference);
    }

    /** The same failure with words for the log only: the browser never sees them. */
    public Failure logging(String words) {
        return new Failure(why, status, title, text, words, headers, language, reference);
    }

    /** The same failure for a reader of that language; words of its own are in it. */
    public Failure in(String tag) {
        return new Failure(why, status, title, text, log, headers, tag, reference);
    }

    /** The same failure with what finds it in the log, which its page shows. */
    Failure foundBy(String found) {
        return new Failure(why, status, title, text, log, headers, language, found);
    }

    /** What happened to it before a page saw it; null where a page says it in its own words. */
    public @Nullable Why why() {
        return why;
    }

    /** One word for the log: {@code old-form}; "" where a page says it in its own words. */
    String word() {
        return why == null ? "" : why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What finds it in the log; "" before {@link Site} has seen it. */
    public String reference() {
        return reference;
    }

    /** The reader's language as a tag; "" where it is not known. */
    public String language() {
        return language;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    /** What the log is told beside the text; "" when there is no more to say. */
    public String log() {
        return log;
    }

    public List<HttpHeader> headers() {
        return headers;
    }

    /** 400: the request cannot be understood. */
    public static Failure badRequest(String text) {
        return new Failure(Why.UNREADABLE, 400, "Bad request", text);
    }

    /** 403: understood, and refused to this person. */
    public static Failure forbidden(Why why, String text) {
        return new Failure(why, 403, "Not allowed", text);
    }

    /** 404: there is no such page, or none for this person. */
    public static Failure notFound() {
        return new Failure(Why.NOT_FOUND, 404, "Not found", "There is no page at this address.");
    }

    /** 413: longer, or of more parts, than is taken. */
    static Failure tooMuch(String text) {
        return new Failure(Why.TOO_MUCH, 413, "Too large", text);
    }

    /** 503: try again; the browser is told when. */
    public static Failure busy(String title, String text, int seconds) {
        return new Failure(503, title, text)
                .with(new HttpHeader("Retry-After", Integer.toString(seconds)));
    }
}
