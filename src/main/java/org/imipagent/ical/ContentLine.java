package org.imipagent.ical;

import java.util.ArrayList;
import java.util.List;
import org.imipagent.calendar.OneLine;
import org.imipagent.calendar.Parameter;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;
import org.jspecify.annotations.Nullable;

/**
 * One unfolded content line (RFC 5545, 3.1) taken apart, whatever is wrong with it: names in any
 * case, parameters quoted or not, quotes that never close, parameters without a value as in
 * vCalendar 1.0, colons that should stand in quotes.
 */
final class ContentLine {

    /** Parameters and their values of one line; a line with more is none. */
    private static final int MOST_VALUES = 2_000;

    private static final List<String> OF_ONE_LINK = List.of("DIR", "ALTREP", "SENT-BY");

    private final String line;

    /** Whether the first colon outside of quotes ends the parameters. */
    private final boolean colonEnds;

    private int at;
    private int taken;

    private ContentLine(String line, boolean colonEnds) {
        this.line = line;
        this.colonEnds = colonEnds;
    }

    /**
     * The property, or null where the line is none: no name of letters and digits, or no colon
     * after it, or parameters without end.
     */
    static @Nullable Property read(String line, Problems problems) {
        var straight = new ContentLine(line, true);
        Property property = straight.property();
        if (property == null || property.parameters().isEmpty()) {
            return property;
        }
        int colon = straight.at;
        int meant = ParametersEnd.of(property.name(), line, colon, property.parameters().getLast());
        if (meant == colon) {
            return property;
        }
        List<Parameter> parameters = new ContentLine(line.substring(0, meant), false).head();
        problems.add("unquoted-colon", OneLine.shortened(line, 100));
        return new Property(property.name(), parameters, line.substring(meant + 1));
    }

    /**
     * Whether a comma belongs to the value of a parameter: these have one value only, and programs
     * forget to quote it.
     */
    static boolean isSingle(String parameter) {
        return parameter.equals("CN") || parameter.equals("TZID");
    }

    private @Nullable Property property() {
        String given = upTo(";:").strip();
        String name = Characters.name(given);
        if (name.isEmpty() || name.length() < given.length()) {
            return null;
        }
        List<Parameter> parameters = parameters();
        return is(':') ? new Property(name, parameters, line.substring(at + 1)) : null;
    }

    /** The parameters of a line that ends with them. */
    private List<Parameter> head() {
        upTo(";");
        return parameters();
    }

    private List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>(2);
        while (is(';') && taken < MOST_VALUES) {
            at++;
            taken++;
            Parameter parameter = parameter();
            if (parameter != null) {
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    private @Nullable Parameter parameter() {
        String name = Characters.name(upTo("=;:"));
        if (!is('=')) {
            return name.isEmpty() ? null : new Parameter(name, List.of());
        }
        at++;
        var values = new ArrayList<String>(1);
        boolean single = isSingle(name) || (!colonEnds && OF_ONE_LINK.contains(name));
        values.add(value(single));
        while (is(',') && taken < MOST_VALUES) {
            at++;
            taken++;
            values.add(value(single));
        }
        return name.isEmpty() ? null : new Parameter(name, values);
    }

    /** A value up to the mark that ends it; what follows a closing quote belongs to it too. */
    private String value(boolean single) {
        String ends = single ? ";:" : ",;:";
        if (is('"')) {
            int close = line.indexOf('"', at + 1);
            if (close >= 0) {
                String quoted = line.substring(at + 1, close);
                at = close + 1;
                return plain(quoted + upTo(ends));
            }
        }
        if (single && is('(')) {
            // (UTC+01:00) Amsterdam, unquoted: the colon inside the brackets ends nothing.
            int start = at;
            int close = line.indexOf(')', at);
            if (close >= 0 && close - at < 20) {
                at = close;
            }
            upTo(ends);
            return plain(line.substring(start, at));
        }
        return plain(upTo(ends));
    }

    private boolean is(char c) {
        return at < line.length() && line.charAt(at) == c;
    }

    private String upTo(String ends) {
        int start = at;
        while (at < line.length() && !isEnd(ends, line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    private boolean isEnd(String ends, char c) {
        return ends.indexOf(c) >= 0 && (c != ':' || colonEnds);
    }

    /** RFC 6868 undone. */
    private static String plain(String value) {
        if (value.indexOf('^') < 0) {
            return value;
        }
        var plain = new StringBuilder(value.length());
        int i = 0;
        while (i < value.length()) {
            char c = value.charAt(i);
            char next = c == '^' && i + 1 < value.length() ? value.charAt(i + 1) : 0;
            char meant =
                    switch (next) {
                        case '^' -> '^';
                        case 'n' -> '\n';
                        case '\'' -> '"';
                        default -> 0;
                    };
            plain.append(meant == 0 ? c : meant);
            i += meant == 0 ? 1 : 2;
        }
        return plain.toString();
    }
}
