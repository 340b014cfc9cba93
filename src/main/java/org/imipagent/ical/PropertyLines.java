package org.imipagent.ical;

import java.util.Set;
import java.util.function.Predicate;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;

/** Some properties of a calendar text that is kept, without reading all of it. */
public final class PropertyLines {

    private PropertyLines() {}

    /**
     * Gives the properties of some names, in the order of the text.
     *
     * @param more takes one, and says whether it wants another
     */
    public static void read(String text, Set<String> names, Predicate<Property> more) {
        var problems = new Problems(Limits.KEPT);
        int from = 0;
        while (from < text.length()) {
            int end = endOfLine(text, from);
            if (names.contains(name(text, from, end))) {
                String line = unfolded(text, from, end);
                Property property = ContentLine.read(line, problems);
                if (property != null && !more.test(property)) {
                    return;
                }
            }
            from = end + 1;
        }
    }

    /** Where a line ends that may be folded: at the end of its last part. */
    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        while (end >= 0 && end + 1 < text.length() && isFold(text.charAt(end + 1))) {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text.length() : end;
    }

    private static boolean isFold(char c) {
        return c == ' ' || c == '\t';
    }

    private static String name(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) != ':' && text.charAt(at) != ';') {
            at++;
        }
        return text.substring(from, at);
    }

    private static String unfolded(String text, int from, int end) {
        var line = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                i++;
            } else if (c != '\r') {
                line.append(c);
            }
        }
        return line.toString();
    }
}
