package org.imipagent.calendar;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A property parameter (RFC 5545, 3.2): its name in capitals, its values without quotes and with
 * the escapes of RFC 6868 undone.
 */
public record Parameter(String name, List<String> values) {

    public Parameter {
        name = name.toUpperCase(Locale.ROOT);
        values = List.copyOf(values);
    }

    /** Written out for the same reason as that of {@link Property}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Parameter parameter
                && name.equals(parameter.name)
                && values.equals(parameter.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + values.hashCode();
    }

    public static Parameter of(String name, String value) {
        return new Parameter(name, List.of(value));
    }

    /** The values as one text, as they stood between commas. */
    public String value() {
        return values.size() == 1 ? values.getFirst() : String.join(",", values);
    }
}
