package org.imipagent.ical;

import java.util.List;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Parameter;
import org.imipagent.calendar.Property;

/**
 * Components to content lines (RFC 5545, 3.1): CRLF, 75 octets of UTF-8 at most, never folded
 * inside a character, no control characters, parameters quoted where they must be and encoded by
 * RFC 6868. Whatever stands in a name or a value, it cannot begin a line of its own.
 */
final class ContentWriter {

    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder(4096);
    private final StringBuilder line = new StringBuilder(256);

    void begin(String component) {
        line.append("BEGIN:").append(component);
        end();
    }

    void end(String component) {
        line.append("END:").append(component);
        end();
    }

    void component(Component component) {
        String name = Characters.name(component.name());
        if (name.isEmpty()) {
            return;
        }
        begin(name);
        component.properties().forEach(this::property);
        component.components().forEach(this::component);
        end(name);
    }

    void property(Property property) {
        String name = Characters.name(property.name());
        if (name.isEmpty() || name.equals("BEGIN") || name.equals("END")) {
            return;
        }
        line.append(name);
        for (Parameter parameter : property.parameters()) {
            parameter(parameter);
        }
        line.append(':').append(oneLine(property.value()));
        end();
    }

    private void parameter(Parameter parameter) {
        String name = Characters.name(parameter.name());
        if (name.isEmpty()) {
            return;
        }
        line.append(';').append(name);
        if (!parameter.values().isEmpty()) {
            line.append('=').append(values(parameter));
        }
    }

    /** The values of a parameter as they stand after its =. */
    static String values(Parameter parameter) {
        List<String> values =
                ContentLine.isSingle(Characters.name(parameter.name()))
                                && !parameter.values().isEmpty()
                        ? List.of(parameter.value())
                        : parameter.values();
        var text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",");
            value(text, values.get(i));
        }
        return text.toString();
    }

    private static void value(StringBuilder text, String value) {
        boolean quoted = value.startsWith("(");
        int start = text.length();
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '^' -> text.append("^^");
                case '"' -> text.append("^'");
                case '\n' -> text.append("^n");
                case ',', ';', ':' -> {
                    quoted = true;
                    text.append(c);
                }
                default -> text.append(c);
            }
        }
        if (quoted) {
            text.append('"');
        } else {
            text.deleteCharAt(start);
        }
    }

    /** A line end that stands in a value raw is written as the escape that TEXT has for it. */
    private static String oneLine(String value) {
        return value.indexOf('\n') < 0 && value.indexOf('\r') < 0
                ? value
                : value.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n");
    }

    private void end() {
        String content = Characters.clean(line.toString());
        line.setLength(0);
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            int more = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (octets + more > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(point);
            octets += more;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }

    String text() {
        return text.toString();
    }
}
