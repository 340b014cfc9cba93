package org.imipagent.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A property of a component (RFC 5545, 3.1): its name in capitals, its parameters in order, and its
 * value as it stands in the text, escapes and all.
 */
public record Property(String name, List<Parameter> parameters, String value) {

    public Property {
        name = name.toUpperCase(Locale.ROOT);
        parameters = List.copyOf(parameters);
    }

    /** Written out, as {@link #hashCode} is: that of a record would make classes at every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Property property
                && name.equals(property.name)
                && value.equals(property.value)
                && parameters.equals(property.parameters);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + value.hashCode()) + parameters.hashCode();
    }

    public static Property of(String name, String value) {
        return new Property(name, List.of(), value);
    }

    /** A property of type TEXT (RFC 5545, 3.3.11). */
    public static Property ofText(String name, String text) {
        return of(name, Text.escape(text));
    }

    /** The value read as one TEXT: the escapes undone. */
    public String text() {
        return Text.unescape(value);
    }

    /** The value read as a list of TEXTs, divided at commas that are not escaped. */
    public List<String> texts() {
        return Text.list(value);
    }

    /** The value of a parameter, or null. */
    public @Nullable String parameter(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter.value();
            }
        }
        return null;
    }

    /** This property with one parameter set, in its old place or at the end. */
    public Property with(String name, String value) {
        var changed = new ArrayList<Parameter>(parameters.size() + 1);
        var placed = false;
        for (Parameter parameter : parameters) {
            if (!parameter.name().equals(name)) {
                changed.add(parameter);
            } else if (!placed) {
                changed.add(Parameter.of(name, value));
                placed = true;
            }
        }
        if (!placed) {
            changed.add(Parameter.of(name, value));
        }
        return new Property(this.name, changed, this.value);
    }

    public Property without(String name) {
        return new Property(
                this.name, parameters.stream().filter(p -> !p.name().equals(name)).toList(), value);
    }

    public Property withValue(String value) {
        return new Property(name, parameters, value);
    }
}
