package org.imipagent.cgi;

/**
 * The methods of RFC 9110, section 9, and PATCH. What else comes is answered 405, as is what a page
 * does not know.
 */
public enum HttpMethod {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE,
    PATCH,
    OPTIONS,
    TRACE,
    CONNECT;

    /**
     * @throws Failure 405 for a word that is no method; methods are case-sensitive
     */
    static HttpMethod of(String word) {
        for (var method : values()) {
            if (method.name().equals(word)) {
                return method;
            }
        }
        throw new Failure(
                        Failure.Why.METHOD,
                        405,
                        "Unknown method",
                        "This type of request is not supported.")
                .with(new HttpHeader("Allow", "GET, HEAD, POST, OPTIONS"));
    }
}
