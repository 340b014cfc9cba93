package org.imipagent.cgi;

/** What makes the answer to a request: a page, or what a form does. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers a request that fits the route.
     *
     * @throws Failure when the answer is a failure page
     */
    HttpResponse answer(HttpRequest request);
}
