package org.imipagent.cgi;

import java.util.List;

/**
 * Why a request gets no page of its own: a status and what the person is told.
 *
 * <p>Thrown anywhere below {@link Site}, which makes the one page of it. It carries no stack trace,
 * since it is an answer and not a fault; what is for the log alone stands in {@link #log}.
 */
public final class Failure extends RuntimeException {
    private final int status;
    private final String title;
    private final String text;
    private final String log;
    private final List<Header> headers;

    private Failure(int status, String title, String text, String log, List<Header> headers) {
        super(title + ": " + text, null, false, false);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(
                    "a failure has a status from 400 to 599, not " + status);
        }
        this.status = status;
        this.title = title;
        this.text = text;
        this.log = log;
        this.headers = List.copyOf(headers);
    }

    /** A failure of a status with a title of a few words and a sentence or two for the person. */
    public Failure(int status, String title, String text) {
        this(status, title, text, "", List.of());
    }

    /** The same failure with one more header, such as Allow or Retry-After. */
    public Failure with(Header header) {
        var more = new java.util.ArrayList<>(headers);
        more.add(header);
        return new Failure(status, title, text, log, more);
    }

    /** The same failure with words for the log only: the browser never sees them. */
    public Failure logging(String words) {
        return new Failure(status, title, text, words, headers);
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

    public List<Header> headers() {
        return headers;
    }

    /** 400: the request cannot be understood. */
    public static Failure badRequest(String text) {
        return new Failure(400, "Bad request", text);
    }

    /** 403: understood, and refused to this person. */
    public static Failure forbidden(String text) {
        return new Failure(403, "Not allowed", text);
    }

    /** 404: there is no such page, or none for this person. */
    public static Failure notFound() {
        return new Failure(404, "Not found", "There is no page at this address.");
    }

    /** 409: what the form was made from has changed since. */
    public static Failure conflict(String text) {
        return new Failure(409, "Changed meanwhile", text);
    }

    /** 503: try again; the browser is told when. */
    public static Failure busy(String text, int seconds) {
        return new Failure(503, "Busy", text)
                .with(new Header("Retry-After", Integer.toString(seconds)));
    }
}
