package org.imipagent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back.
 *
 * @param headers names in lower case
 * @param err what the log was told of it; "" where that is not known
 */
public record Answer(int status, Map<String, String> headers, String body, String err) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A whole answer by its octets; the first line is a status line or the header Status. */
    static Answer of(byte[] octets, String err) {
        var text = new String(octets, UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no answer: '" + text + "', and in the log: " + err);
        }
        var lines = Arrays.asList(text.substring(0, end).split("\r\n", -1));
        var headers = new TreeMap<String, String>();
        for (var line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var status = lines.getFirst().split(" ", -1)[1];
        return new Answer(Integer.parseInt(status), headers, text.substring(end + 4), err);
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Whether the program answered, and not Apache by itself, whose own policy knows no forms. */
    boolean ours() {
        return header("Content-Security-Policy").contains("form-action");
    }
}
