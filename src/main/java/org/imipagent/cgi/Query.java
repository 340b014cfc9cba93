package org.imipagent.cgi;

import java.util.List;

/** What stands after the question mark of an address. */
public record Query(List<Field> fields) implements Fields {
    public static final Query NONE = new Query(List.of());

    public Query {
        fields = List.copyOf(fields);
    }
}
