package org.imipagent.calendar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of text in UTF-8 (RFC 3986, 2.1). */
public final class PercentEncoding {

    private PercentEncoding() {}

    /** All but the unreserved characters encoded: letters, digits and {@code - . _ ~}. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
