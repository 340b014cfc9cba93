package org.imipagent.cgi;

import java.util.ArrayList;
import java.util.List;

/**
 * Which languages the browser asks for (RFC 9110, section 12.5.4).
 *
 * @param header the value of the header; "" asks for none
 */
public record AcceptLanguage(String header) {
    private static final int MOST = 4096;

    /**
     * The tags in the order in which they are wanted; none that is not wanted (q=0), no {@code *}.
     */
    public List<String> tags() {
        if (header.length() > MOST) {
            return List.of();
        }
        var tags = new ArrayList<String>();
        var weights = new ArrayList<Integer>();
        for (String range : header.split(",", -1)) {
            int semicolon = range.indexOf(';');
            String tag = (semicolon < 0 ? range : range.substring(0, semicolon)).strip();
            int weight = semicolon < 0 ? 1000 : Accept.weight(range.substring(semicolon));
            if (weight > 0 && !tag.isEmpty() && !tag.equals("*")) {
                int at = place(weights, weight);
                tags.add(at, tag);
                weights.add(at, weight);
            }
        }
        return tags;
    }

    /** After all that are wanted as much or more. */
    private static int place(List<Integer> weights, int weight) {
        int at = weights.size();
        while (at > 0 && weights.get(at - 1) < weight) {
            at--;
        }
        return at;
    }
}
