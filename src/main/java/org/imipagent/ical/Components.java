package org.imipagent.ical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.imipagent.calendar.Component;
import org.imipagent.calendar.Limits;
import org.imipagent.calendar.OneLine;
import org.imipagent.calendar.Problems;
import org.imipagent.calendar.Property;
import org.jspecify.annotations.Nullable;

/**
 * Text to components in one pass (RFC 5545, 3.1 and 3.6). Lenient: lines end as they like, are
 * folded oddly, components do not close, lines are none; each becomes a problem and reading goes
 * on. Bounded: by the limits on size, number and nesting.
 */
final class Components {

    private static final class Open {
        final String name;
        final int line;
        final List<Property> properties = new ArrayList<>();
        final List<Component> components = new ArrayList<>();

        Open(String name, int line) {
            this.name = name;
            this.line = line;
        }

        Component closed() {
            return new Component(name, properties, components, line);
        }
    }

    private final String text;
    private final Limits limits;
    private final Problems problems;
    private final List<Component> outermost = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    /** The number of the line at that place, and of the one on which what is read begins. */
    private int line = 1;

    private int begins;
    private int count;

    /** How many components are open inside the innermost one that is kept. */
    private int tooDeep;

    private Components(String text, Limits limits, Problems problems) {
        this.text = text;
        this.limits = limits;
        this.problems = problems;
    }

    /** The outermost components of a text. */
    static List<Component> read(String text, Limits limits, Problems problems) {
        if (text.length() > limits.text()) {
            problems.add("too-large", text.length() + " characters, the limit is " + limits.text());
            return List.of();
        }
        return new Components(text, limits, problems).read();
    }

    private List<Component> read() {
        at = text.startsWith("\ufeff") ? 1 : 0;
        for (String line = next(); line != null; line = next()) {
            String clean = Characters.clean(line);
            if (clean.length() < line.length()) {
                problems.addOnce(
                        "control-characters", "left out of " + OneLine.shortened(clean, 60));
            }
            if (!clean.isBlank()) {
                take(clean);
            }
            if (count > limits.properties()) {
                giveUp();
                break;
            }
        }
        closeAll();
        problems.at(0);
        return outermost;
    }

    private void take(String line) {
        Property property = ContentLine.read(line, problems);
        if (property == null) {
            problems.add("not-a-property", OneLine.shortened(line, 60));
            return;
        }
        count++;
        property.parameters().forEach(parameter -> count += parameter.values().size());
        switch (property.name()) {
            case "BEGIN" -> begin(componentName(property));
            case "END" -> end(componentName(property));
            default ->
                    keep(VCalendarEncoding.isIn(property) ? quotedPrintable(property) : property);
        }
    }

    private static String componentName(Property property) {
        String name = Characters.name(property.value());
        return name.isEmpty() ? "X-NONE" : name;
    }

    private void begin(String name) {
        if (tooDeep > 0 || open.size() >= limits.nesting()) {
            tooDeep++;
            problems.addOnce(
                    "too-deep", name + " inside " + limits.nesting() + " others is left out");
        } else {
            open.push(new Open(name, begins));
        }
    }

    private void end(String name) {
        if (tooDeep > 0) {
            tooDeep--;
        } else if (open.stream().noneMatch(o -> o.name.equals(name))) {
            problems.add("unbalanced", "END:" + name + " ends nothing");
        } else {
            while (!open.element().name.equals(name)) {
                unended();
                close();
            }
            close();
        }
    }

    private void close() {
        Component closed = open.pop().closed();
        Open outer = open.peek();
        (outer == null ? outermost : outer.components).add(closed);
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            unended();
            close();
        }
    }

    private void unended() {
        problems.at(open.element().line);
        problems.add("unbalanced", open.element().name + " is not ended");
    }

    /** What is half read is dropped: half an event is another event. */
    private void giveUp() {
        problems.at(begins);
        problems.add("too-many-properties", "the limit is " + limits.properties());
        while (open.size() > 1) {
            open.pop();
        }
    }

    private void keep(Property property) {
        Open innermost = open.peek();
        if (innermost == null) {
            problems.add("outside", property.name() + " stands outside of any component");
        } else if (tooDeep == 0) {
            innermost.properties.add(property);
        }
    }

    /** A value in quoted-printable goes on after a line that ends in =, without a space. */
    private Property quotedPrintable(Property property) {
        var value = new StringBuilder(property.value());
        while (value.length() > 0 && value.charAt(value.length() - 1) == '=') {
            String line = next();
            if (line == null) {
                break;
            }
            value.setLength(value.length() - 1);
            value.append(Characters.clean(line).stripLeading());
        }
        return VCalendarEncoding.decode(property.withValue(value.toString()));
    }

    /** The next line with its continuations, or null at the end. Empty lines are skipped. */
    private @Nullable String next() {
        skipLineEnds();
        if (at == text.length()) {
            return null;
        }
        begins = line;
        problems.at(line);
        String first = physical();
        if (!continues()) {
            return first;
        }
        var line = new StringBuilder(first.length() * 2).append(first);
        while (continues()) {
            at++;
            line.append(physical());
        }
        return line.toString();
    }

    private String physical() {
        int start = at;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        String line = text.substring(start, at);
        skipLineEnds();
        return line;
    }

    private boolean continues() {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
    }

    private void skipLineEnds() {
        while (at < text.length() && isLineEnd(text.charAt(at))) {
            boolean isSecond = text.charAt(at) == '\n' && at > 0 && text.charAt(at - 1) == '\r';
            line += isSecond ? 0 : 1;
            at++;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
